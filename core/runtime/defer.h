// Defer, panic, recover and Goexit as a state machine that the VM drives. The runtime keeps the records and decides; the VM
// owns the frames, runs the deferred calls, and asks what comes next. No native recursion, no C++ exceptions.
// Counterparts: runtime/panic.go's deferproc, deferreturn, gopanic, gorecover, Goexit, recovery, printpanics.
//
// Order of calls:
//   defer statement      deferproc(...)
//   function returns     step = deferreturn(s, g, frame)          (only if g.hasDefers(frame))
//   panic / Goexit       step = gopanic(...) / goexit(...)
//   then, until the step is Return, Resume, Exit or Fatal:
//     RunDefer    run step.defer's call as frame step.top + 1; when it returns normally: step = deferDone(s, g)
//                 (when it panics or Goexits instead: step = gopanic / goexit, nothing else)
//     PrintValue  find step.panic's text as printpanicval prints it, running Error() or String() as frame step.top + 1;
//                 then step = panicPrinted(s, g, text)
//   Return   all deferred calls of the frame are done: return to the caller
//   Resume   drop all frames above step.top, then leave frame step.top as a return does: deferreturn again, then return
//   Exit     the goroutine is over: drop all frames and return from its body
//   Fatal    does not come back: the program has died
// Before each RunDefer and PrintValue the frames above step.top are dropped (there are some only after a resumed Goexit).
#pragma once

#include "runtime/hooks.h"
#include "trace/events.h"

#include <memory>
#include <optional>
#include <string>

namespace unwind::runtime {

class Sched;
struct Panic;

/// One execution of a defer statement. Lives from deferproc until its call is over.
struct Defer {
    DeferId id;
    Frame frame = 0;          ///< the frame that deferred it
    Frame callFrame = 0;      ///< while running: the frame its call is
    trace::DeferWhy why{};    ///< while running
    uint64_t payload[2] = {}; ///< the VM's: the closure to call; pointers in it are roots
    uint64_t place = 0;       ///< the VM's: where frame is, so that Resume need not walk to it
    Panic* panic = nullptr;   ///< while running: the panic or Goexit that runs it
    Defer* link = nullptr;    ///< next older, of the pending or of the running list
};

/// Two opaque words, e.g. type and data; equal words mean the identical value (re-panics are told by it).
struct Value {
    uint64_t type = 0, data = 0;
    bool operator==(const Value&) const = default;
};

/// A panic or a Goexit in progress on a goroutine's chain.
struct Panic {
    PanicId id;
    Value value;              ///< pointers in it are roots
    Panic* link = nullptr;    ///< the older record
    Frame start = 0;          ///< the frame that called panic or Goexit
    bool goexit = false;
    bool recovered = false;   ///< recover stopped it; its deferred call has not returned yet
    bool repanicked = false;  ///< the next newer record has the identical value
    bool aborted = false;     ///< a newer record has run past its deferred call
    uint64_t valueText = 0;   ///< string id of the value, for events
    std::unique_ptr<std::string> text; ///< once printed by the VM
};

/// Facts of a defer statement for its event; ignored when nothing is recorded.
struct DeferFacts {
    FuncId function;
    uint64_t at = 0;   ///< packed position
    uint64_t args = 0; ///< string id: the arguments as evaluated
};

/// Facts of a panic. Strings are interned ids, 0 when nothing is recorded.
struct PanicFacts {
    uint64_t valueText = 0, typeText = 0;
    uint64_t at = 0;
    trace::PanicKind kind = trace::PanicKind::Value;
    bool signal = false;
    uint64_t signalAddress = 0, signalPc = 0;
};

struct UnwindStep {
    enum class Kind : uint8_t { RunDefer, PrintValue, Return, Resume, Exit, Fatal };
    Kind kind{};
    Frame top = 0;            ///< frames above it are dropped before the step is done
    Defer* defer = nullptr;   ///< RunDefer
    Panic* panic = nullptr;   ///< PrintValue
    uint64_t place = 0;       ///< Resume: Defer::place of a deferred call of frame top
};

/// Stores a deferred call. frame may be older than the newest one with defers (range-over-func bodies defer for their function).
Defer* deferproc(Sched& s, G& g, Frame frame, uint64_t payload0, uint64_t payload1, const DeferFacts& facts);
/// The next deferred call of a returning frame, or Return.
UnwindStep deferreturn(Sched& s, G& g, Frame frame);
/// The running deferred call returned normally.
UnwindStep deferDone(Sched& s, G& g);
/// Begins a panic in frame `frame`. The value must already be what recover shall return (see PanicNil in the profile).
UnwindStep gopanic(Sched& s, G& g, Frame frame, Value value, const PanicFacts& facts);
/// Begins runtime.Goexit called by frame `frame` (the function that called runtime.Goexit).
UnwindStep goexit(Sched& s, G& g, Frame frame, uint64_t at);
/// Answer to PrintValue.
UnwindStep panicPrinted(Sched& s, G& g, std::string text);

/// What recover() answers.
struct RecoverAnswer {
    enum class Kind : uint8_t {
        Nil,
        Value,        ///< the panic's value
        GoexitSignal, ///< a profile's rule: make a runtime.GoexitSignal value
        RaiseError    ///< a profile's rule: panic with the run-time error kRecoverOutsideDeferred
    };
    Kind kind{};
    trace::RecoverVerdict verdict{};
    Value value;
    PanicId panic; ///< the record concerned, or none
};
inline constexpr char kRecoverOutsideDeferred[] = "recover called outside deferred function";

/// frame: the function that calls recover; while the frame below it is a compiler-made wrapper, that one instead.
/// deferredBuiltin: recover itself is the deferred call; then frame is the one that deferred it, and it has no frame of its own.
/// valueText: string id of what would be recovered is taken from the panic; at: packed position of the call.
/// countsAs: a profile's rule: the frame that frame counts as, a deferred call below it.
RecoverAnswer gorecover(Sched& s, G& g, Frame frame, bool deferredBuiltin, uint64_t at, std::optional<Frame> countsAs = {});

} // namespace unwind::runtime
