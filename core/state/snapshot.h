// What is true at one Seq: plain structs that views read. Produced only by fold() from events; knows no runtime.
// Copies are cheap whatever the number of goroutines (see cowmap.h). In a log whose middle was dropped, what is true behind
// the gap is a best guess: the facts from before it, corrected by every event since; afterGap tells.
// The letter is live, the word is recorded: runtime::G is the scheduler's object, state::Goroutine a fact from the log.
#pragma once

#include "state/cowmap.h"
#include "trace/events.h"

#include <deque>
#include <string>
#include <vector>

namespace unwind::state {

using trace::DeferEndHow;
using trace::DeferWhy;
using trace::GStatus;
using trace::PanicKind;
using trace::QueuePlace;
using trace::RecoverVerdict;
using trace::SkipCause;
using trace::WaitReason;

/// How far a stored deferred call has got. A record leaves the list when its frame is gone.
enum class DeferState : uint8_t { Pending, Running, Done, Skipped };

/// One deferred call, from DeferPush until its frame is gone.
struct Defer {
    DeferId id;
    FuncId function;       ///< what will be called
    uint32_t depth = 0;    ///< index of the frame that deferred it
    SourcePos at;          ///< the defer statement
    uint64_t args = 0;     ///< string id: arguments as evaluated at the statement
    DeferState state = DeferState::Pending;
    DeferWhy why{};        ///< valid from Running on
    PanicId panic;         ///< the panic or Goexit that runs it, if one does
    DeferEndHow how{};     ///< valid when Done
    SkipCause skipped{};   ///< valid when Skipped
    Seq pushed = 0, begun = kNoSeq, ended = kNoSeq;
    bool operator==(const Defer&) const = default;
};

enum class PanicState : uint8_t { Running, Recovered, Aborted, Repanicked, Fatal, Done };

/// One record of a goroutine's panic chain; a Goexit is one too.
struct Panic {
    PanicId id;
    bool goexit = false;
    PanicKind kind{};
    uint64_t value = 0, type = 0; ///< string ids
    SourcePos at;                 ///< where panic or Goexit was called
    PanicId link;                 ///< the older record that was in progress
    PanicId by;                   ///< the newer one that aborted it, or that raised its value again
    PanicState state = PanicState::Running;
    bool intercepted = false;     ///< a Goexit cancelled by a profile's rule
    FuncId resumeFunction;        ///< where control resumes, when recovered
    SourcePos resumeAt;
    uint32_t deferredBegun = 0;   ///< deferred calls begun because of it
    Seq begun = 0, ended = kNoSeq;
    bool operator==(const Panic&) const = default;
};

struct Frame {
    FuncId function;
    SourcePos at;             ///< the statement about to run, or the call in progress
    DeferId deferred;         ///< the deferred call this frame is, or none
    bool operator==(const Frame&) const = default;
};

struct Goroutine {
    GoId id;
    GoId parent;
    FuncId function;          ///< the function of its go statement
    SourcePos created;
    GStatus status{};
    ProcId proc = kNoProc;    ///< the P it runs on
    WaitReason wait{};        ///< while Gwaiting
    uint64_t waitObject = 0;  ///< channel or sync object it waits for
    std::vector<Frame> frames;   ///< outermost first
    std::vector<Defer> defers;   ///< oldest first; the newest runs first
    std::vector<Panic> panics;   ///< oldest first; ended ones stay until the goroutine's next panic with an empty chain
    SourcePos at;             ///< the last statement begun
    Seq createdSeq = 0, ended = kNoSeq;
    Time statusSince = 0;
    DeferId beginning;        ///< a deferred call has begun and its frame is not there yet
    bool unwindingPanic() const; ///< a panic (not a Goexit) is in progress, or nobody recovered it
    bool unwindingGoexit() const;
    const Panic* unwinding() const;      ///< the newest record in progress, or null
    const Defer* findDefer(DeferId id) const;
    const Panic* findPanic(PanicId id) const;
    bool operator==(const Goroutine&) const = default;
};

struct Processor {
    ProcId id;
    MachineId machine = kNoMachine; ///< the M that holds it; none while idle
    bool spinning = false;
    GoId running;
    GoId runnext;
    std::deque<GoId> ring;    ///< head first
    bool operator==(const Processor&) const = default;
};

struct Channel {
    uint64_t id = 0;
    uint64_t capacity = 0, length = 0;
    uint64_t type = 0;        ///< string id
    bool closed = false;
    SourcePos made;
    bool operator==(const Channel&) const = default;
};

struct OutputSpan {
    Seq seq = 0;
    uint8_t fd = 1;
    uint64_t text = 0;        ///< string id
    bool operator==(const OutputSpan&) const = default;
};

/// The last recover() call, for the Explanation.
struct RecoverFact {
    Seq seq = kNoSeq;
    GoId go;
    RecoverVerdict verdict{};
    PanicId panic;
    uint64_t value = 0;
    SourcePos at;
    bool operator==(const RecoverFact&) const = default;
};

/// Everything true after the first `count` events of a log.
struct Snapshot {
    Seq count = 0;
    Time time = 0;
    CowMap<GoId, Goroutine> goroutines;  ///< dead ones stay, with their last facts
    std::vector<Processor> processors;
    std::deque<GoId> globalQueue;
    CowMap<uint64_t, Channel> channels;
    CowMap<uint64_t, Time> timers;         ///< pending, by id
    size_t outputCount = 0;                ///< how many Output events so far; their texts are in the log's index
    RecoverFact lastRecover;
    bool exited = false;
    int exitCode = 0;
    uint64_t exitReason = 0;               ///< string id
    SkipCause exitCause{};                 ///< once exited: why nothing else runs any more
    GoId exitedBy;                         ///< the goroutine that ended the program; none: the scheduler did
    bool afterGap = false;                 ///< events were dropped before: facts may be missing or out of date
    bool operator==(const Snapshot&) const = default;
    const Goroutine* find(GoId id) const { return goroutines.get(id); }
    const Processor* find(ProcId id) const;
};

} // namespace unwind::state
