// The recording seen as a whole: a seekable history over a log, built by one pass of fold. Keyframes make a seek to any Seq
// a short fold; spans, marks and output are collected on the way for the Timeline, Output and Events views.
#pragma once

#include "state/snapshot.h"
#include "trace/reports.h"

#include <memory>

namespace unwind::state {

/// Applies one event to a snapshot. The only interpreter of events.
void fold(Snapshot& snapshot, const trace::Event& event);
/// Makes the best of a gap: keeps goroutines, frames and defers as last known, empties the queues. fold() calls it when an
/// event's seq is not the next one.
void foldGap(Snapshot& snapshot, Seq to);

/// What a goroutine's or processor's lane shows over an interval.
enum class LaneState : uint8_t { None, Running, Runnable, Waiting, Sleeping, Panicking, Goexit, Dead };

struct Span {
    Time start = 0, end = 0;
    Seq from = 0;              ///< the event that began it
    LaneState state{};
    GoId go;                   ///< on a P's lane: who runs
    WaitReason wait{};
    bool operator==(const Span&) const = default;
};

enum class MarkKind : uint8_t { DeferPush, DeferBegin, PanicBegin, Recovered, RecoverNil, GoexitBegin, GoexitIntercepted, Fatal, GoCreate, Steal, Unblock };

/// A point on a lane; arrows (GoCreate, Steal, Unblock) name the other end.
struct Mark {
    Time time = 0;
    Seq seq = 0;
    MarkKind kind{};
    GoId go;                   ///< lane it stands on
    GoId other;                ///< arrow's far end
    ProcId proc = kNoProc, otherProc = kNoProc;
};

struct Lane {
    GoId go;                   ///< valid on goroutine lanes
    ProcId proc = kNoProc;     ///< valid on processor lanes
    std::vector<Span> spans;   ///< ordered, disjoint
};

/// Queue depth over time, one sample a change.
struct DepthSample {
    Time time = 0;
    uint32_t depth = 0;
};

class Path;
struct StateMachine;

/// Not thread safe: extend() may run on a worker, but nothing else of the same History meanwhile. Snapshots handed out are
/// values and may be read and kept anywhere. The log must outlive it.
class History {
public:
    explicit History(const trace::LogReader& log);
    ~History();
    /// Folds what the log has grown by (call log.refresh() before); returns the Seq now reached. Stops after maxEvents.
    Seq extend(size_t maxEvents = ~size_t{0});
    Seq size() const;
    /// The snapshot after `count` events (0 … size()). Within a gap of dropped events: the one before the gap, or the
    /// nearest that was folded while the events were there; its count tells which.
    Snapshot at(Seq count) const;

    const std::vector<Lane>& goroutineLanes() const;
    const std::vector<Lane>& processorLanes() const;
    const std::vector<Mark>& marks() const;
    const std::vector<DepthSample>& queueDepth() const;
    const std::vector<OutputSpan>& output() const;
    const trace::Reports& reports() const;
    /// Signal events.
    const std::vector<Seq>& signals() const;
    /// A goroutine's way through its statuses; null for one that is not known.
    const Path* path(GoId go) const;
    /// Parts of the program that report their states.
    const std::vector<StateMachine>& machines() const;
    /// First event at or after a time / the time of an event.
    Seq seqAt(Time time) const;
    Time timeAt(Seq seq) const;
    /// The nearest statement (Stmt of a user file) strictly after / before the event `from`, for stepping by line; kNoSeq
    /// when there is none. nextStatement(kNoSeq, …) looks from the start, previousStatement(size(), …) from the end.
    /// go: on that goroutine only; GoId{}: on any, maxDepth is ignored then. maxDepth: the statement's frame has at most
    /// this index (to step over: that of the current frame, out: one less); negative: any.
    Seq nextStatement(Seq from, GoId go, int maxDepth) const;
    Seq previousStatement(Seq from, GoId go, int maxDepth) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace unwind::state
