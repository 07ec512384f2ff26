// The recording seen as a whole: a seekable history over a log, built by one pass of fold. Keyframes make a seek to any Seq
// a short fold; spans, marks and output are collected on the way for the Timeline, Output and Events views.
#pragma once

#include "state/snapshot.h"
#include "trace/log.h"

#include <memory>

namespace unwind::state {

/// Applies one event to a snapshot. The only interpreter of events.
void fold(Snapshot& snapshot, const trace::Event& event);

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

class History {
public:
    explicit History(const trace::LogReader& log);
    ~History();
    /// Folds what the log has grown by; returns the Seq now reached. Stops after maxEvents.
    Seq extend(size_t maxEvents = ~size_t{0});
    Seq size() const;
    /// The snapshot after `count` events (0 … size()).
    Snapshot at(Seq count) const;

    const std::vector<Lane>& goroutineLanes() const;
    const std::vector<Lane>& processorLanes() const;
    const std::vector<Mark>& marks() const;
    const std::vector<DepthSample>& queueDepth() const;
    const std::vector<OutputSpan>& output() const;
    /// First event at or after a time / the time of an event.
    Seq seqAt(Time time) const;
    Time timeAt(Seq seq) const;
    /// The nearest statement (Stmt of a user file) before / after, for stepping by line; kNoSeq when there is none.
    /// over: stay on the goroutine and at or above the given depth.
    Seq nextStatement(Seq from, GoId go, int maxDepth) const;
    Seq previousStatement(Seq from, GoId go, int maxDepth) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace unwind::state
