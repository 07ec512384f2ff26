// The one table of event kinds. It feeds the enum, the codec, the printer, the exporters and the documentation.
//
// Every event carries, beside its own arguments: its Seq (its number, not stored), its virtual time, the P it
// happened on (kNoProc when none) and the G that ran (GoId{} when the scheduler itself). An argument is an unsigned
// integer whose meaning the second letter of its tag gives:
//   g goroutine   p processor   m machine   d defer record   n panic record   f function (FuncId)   s interned string
//   l position (file << 32 | line << 12 | column, see packPos)   c code (an enum below)   i plain number (zig-zag for time)
// Names are those of Go's execution tracer where it has one. The order of the table is the file format: append only,
// and raise kLogVersion when a row changes.
#pragma once

#include "base/ids.h"
#include "base/source.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace unwind::trace {

inline constexpr uint32_t kLogVersion = 3;

// X(Name, "tag:argument ...", "one sentence")
#define UNWIND_EVENTS(X)                                                                                               \
    X(ProgramStart, "i:procs", "the program starts")                                                                   \
    /* ProgramExit's cause is what keeps all that has not run from running; its G the one that ended the program */     \
    X(ProgramExit, "i:code s:reason c:cause", "the program ends with an exit code (SkipCause); reason is empty for a plain return") \
    X(Output, "i:fd s:text", "bytes written to standard output (1) or standard error (2)")                            \
    /* goroutines */                                                                                                   \
    X(GoCreate, "g:goroutine f:function l:created", "a go statement makes a goroutine; it is not yet in a queue")      \
    X(GoStatus, "g:goroutine c:from c:to", "a checked status change (GStatus)")                                        \
    X(GoStart, "g:goroutine", "a P begins to run the goroutine")                                                       \
    X(GoStop, "c:reason", "the running goroutine gives up its P and stays runnable (StopReason)")                      \
    X(GoBlock, "c:reason i:object", "the running goroutine parks with a wait reason (WaitReason) on an object")        \
    X(GoUnblock, "g:goroutine", "a parked goroutine is made ready")                                                    \
    X(GoDestroy, "", "the running goroutine ends")                                                                     \
    /* processors and queues */                                                                                        \
    X(ProcStart, "m:machine", "an M takes this P and runs it")                                                         \
    X(ProcStop, "", "this P becomes idle, its M parks")                                                                \
    X(SpinBegin, "", "this P's M looks for work in other Ps")                                                          \
    X(SpinEnd, "", "this P's M stops looking")                                                                         \
    X(RunqPut, "p:processor g:goroutine c:place", "a goroutine enters a run queue (QueuePlace)")                       \
    X(RunqGet, "p:processor g:goroutine c:place", "a goroutine leaves a run queue to be run or moved")                 \
    X(RunqSteal, "p:victim i:count", "this P takes goroutines from the victim; the moves follow as RunqGet, RunqPut")  \
    X(TimerStart, "i:timer i:when", "a timer is set for a virtual time")                                               \
    X(TimerStop, "i:timer", "a timer is stopped before it fires")                                                      \
    X(TimerFire, "i:timer", "a timer fires")                                                                           \
    /* calls and statements */                                                                                         \
    /* Call's position is that of the call, in the caller; 0 for a goroutine's first function and deferred calls */     \
    X(Call, "f:function i:depth l:at", "a function is entered; depth is its frame's index, 0 is the goroutine's first")\
    X(Return, "f:function i:depth", "a function returns to its caller")                                                \
    X(FrameDiscard, "f:function i:depth", "a frame is dropped without returning (recovered panic or Goexit)")          \
    X(Stmt, "l:at", "a statement is about to run")                                                                     \
    /* defer, panic, recover, Goexit */                                                                                \
    X(DeferPush, "d:defer f:function i:depth l:at s:args", "a defer statement stores a call with its arguments")       \
    X(DeferBegin, "d:defer c:why n:panic", "a deferred call begins (DeferWhy)")                                        \
    X(DeferEnd, "d:defer c:how", "a deferred call ends (DeferEndHow)")                                                 \
    X(DeferSkip, "d:defer c:cause", "a stored call will never run (SkipCause)")                                        \
    X(PanicBegin, "n:panic s:value s:type l:at c:kind n:link", "a panic begins (PanicKind); link is the older record") \
    /* RecoverCall's defer is the deferred call that called recover, or that recover itself is; resume is 0 when it   */ \
    /* stops nothing, and when a Goexit goes on instead */                                                              \
    X(RecoverCall, "c:verdict n:panic s:value i:depth l:at d:defer l:resume", "recover is called and answers (RecoverVerdict)") \
    X(PanicRecovered, "n:panic f:function i:depth l:resume", "a panic is over; control resumes in the deferring frame")\
    X(PanicAborted, "n:panic n:by", "an older panic or Goexit is overtaken by a newer one and will not go on")         \
    X(PanicRepanic, "n:panic n:of", "the value of a recovered panic is raised again")                                  \
    X(PanicFatal, "n:panic s:text", "nobody recovered: the program prints the chain and dies")                         \
    X(GoexitBegin, "n:panic l:at n:link", "runtime.Goexit begins to run the deferred calls; link is the older record") \
    X(GoexitResume, "n:panic n:after", "a Goexit goes on after a panic of a deferred call was recovered")              \
    X(GoexitEnd, "n:panic", "all deferred calls are done: the goroutine ends")                                         \
    X(GoexitIntercepted, "n:panic f:function i:depth l:resume", "a profile's rule lets recover cancel the Goexit")     \
    X(Fatal, "s:text", "a fatal error: no deferred call runs, recover can not stop it")                                \
    X(Throw, "s:text l:at", "reserved for faults the runtime itself detects in the program's data")                    \
    /* channels, select, sync */                                                                                       \
    X(ChanMake, "i:chan i:capacity s:type l:at", "a channel is made")                                                  \
    X(ChanSend, "i:chan c:how i:length", "a value is sent (ChanHow); length is the buffer's afterwards")               \
    X(ChanRecv, "i:chan c:how i:length", "a value is received (ChanHow)")                                              \
    X(ChanClose, "i:chan", "a channel is closed")                                                                      \
    X(Select, "i:cases i:chosen", "a select takes a case; chosen is its index, cases for default")                     \
    X(SyncAcquire, "i:object c:kind", "a mutex, rwmutex or semaphore is acquired (SyncKind)")                          \
    X(SyncRelease, "i:object c:kind", "it is released")                                                                \
    /* process */                                                                                                      \
    X(Sysmon, "c:action g:goroutine", "the monitor asks for preemption or retakes a P")                                \
    X(GcRun, "i:liveBytes i:freedBytes", "the collector ran")                                                          \
    /* sentAt: when a person sent it while the program ran, in virtual time + 1; 0: it was planned, or the program's own */ \
    X(Signal, "i:number s:name c:action i:sentAt", "a signal reaches the process (SignalAction)")                      \
    /* Record's attributes are a JSON object; value is a counter's increment or a span's number, else 0 */              \
    X(Record, "c:kind s:name s:attributes i:value", "the program reports a log line, a count, a span or a state (RecordKind)") \
    /* what a profile's rules bring to light */                                                                         \
    X(RuntimeStep, "c:step g:goroutine i:value", "an inner step that a profile's rule adds to the runtime (StepName)")

enum class Kind : uint8_t {
#define X(name, args, sentence) name,
    UNWIND_EVENTS(X)
#undef X
};
inline constexpr size_t kKindCount = 0
#define X(name, args, sentence) +1
    UNWIND_EVENTS(X)
#undef X
    ;

/// Go's status words (runtime2.go), shown as spelled here with a leading underscore.
enum class GStatus : uint8_t { Gidle, Grunnable, Grunning, Gsyscall, Gwaiting, Gdead };
enum class StopReason : uint8_t { Gosched, Preempted, Syscall };
/// Go's wait reasons; their texts, as goroutine traces print them, are waitReasonText().
#define UNWIND_WAIT_REASONS(X)                                                                                         \
    X(None, "") X(ChanReceive, "chan receive") X(ChanSend, "chan send") X(ChanReceiveNil, "chan receive (nil chan)")   \
    X(ChanSendNil, "chan send (nil chan)") X(Select, "select") X(SelectNoCases, "select (no cases)")                   \
    X(Sleep, "sleep") X(Semacquire, "semacquire") X(SyncMutexLock, "sync.Mutex.Lock")                                  \
    X(SyncRWMutexRLock, "sync.RWMutex.RLock") X(SyncRWMutexLock, "sync.RWMutex.Lock") X(SyncCondWait, "sync.Cond.Wait")\
    X(SyncWaitGroupWait, "sync.WaitGroup.Wait") X(IOWait, "IO wait") X(Panicwait, "panicwait")                         \
    X(DebugHeld, "held by the debugger") X(SignalRecv, "syscall") X(Exiting, "exiting")
enum class WaitReason : uint8_t {
#define X(name, text) name,
    UNWIND_WAIT_REASONS(X)
#undef X
};
enum class QueuePlace : uint8_t { RunNext, RingTail, RingHead, GlobalTail, GlobalHead };
enum class DeferWhy : uint8_t { Return, Panic, Goexit };
enum class DeferEndHow : uint8_t { Returned, Panicked, Goexited, RecoveredAway };
enum class SkipCause : uint8_t { OsExit, MainReturned, Fatal, UncaughtPanic, GoexitRule, Signal };
enum class PanicKind : uint8_t { Value, Error, RuntimeError };
/// What recover answered and why. The first two stop something, the others return nil.
enum class RecoverVerdict : uint8_t {
    Recovered,          ///< called directly by a deferred function run by this panic
    GoexitObserved,     ///< a profile's rule: the value tells of the Goexit
    NoPanic,            ///< nothing is panicking on this goroutine
    NotDeferred,        ///< a panic is in progress, the caller of recover is not a deferred call
    NotDirect,          ///< called by a function that the deferred function called
    DeferredByDeferred, ///< the deferred call was run by a normal return of a deferred function, not by the panic
    DeferredDirectly,   ///< defer recover(): no frame between the panic and recover
    DuringGoexit,       ///< the deferred call runs because of Goexit
    AlreadyRecovered,   ///< the panic was recovered before, in the same deferred call
    RaisedError         ///< a profile's rule: recover outside a deferred function is a run-time error
};
enum class ChanHow : uint8_t { Buffered, Handoff, AfterPark, Closed };
enum class SyncKind : uint8_t { Mutex, RWMutexRead, RWMutexWrite, WaitGroup, Semaphore, Cond, Once };
/// Inner steps of the runtime. RuntimeStep's goroutine is the one the step is about, which is not running any more at Dropg and
/// Schedule, runs on another P at ReadyTooEarly, and is none at MainMExits; value is 0 where nothing is said of it.
enum class StepName : uint8_t {
    // rule goexit-status, behind GoStatus from _Grunning to _Grunnable; RunqPut stands between the two
    Dropg,            ///< the M gives up the goroutine that exits
    Schedule,         ///< and looks for another one
    // rule process-exit
    StoreExiting,     ///< os.Exit sets the exiting flag: value 1
    StoreExitCode,    ///< stores the exit code: value
    SignalNotifyExit, ///< and sends SIGTERM to its watchers and the main M
    LoadExiting,      ///< a goroutine about to park reads the flag: value 0 or 1
    StopForExit,      ///< it is set: the goroutine stops for good; its GoBlock and _Gwaiting follow
    MainMExits,       ///< the main M has got the signal and ends the process with the code: value
    // rule park-status, before GoBlock and _Gwaiting
    ParkUnlock,       ///< a parking goroutine has released its lock and still says _Grunning
    ReadyTooEarly,    ///< another P wants it ready before it says _Gwaiting, and waits for that
    // rule reflect-frames, before PanicBegin
    PanicwrapHook     ///< a panic skips frames of package reflect: value of them
};
enum class SysmonAction : uint8_t { Preempt, Retake };
/// What becomes of a signal: handed to os/signal, ignored as the program asked, without effect by default, fatal by default
/// (the process is killed; or Go prints all goroutines first).
enum class SignalAction : uint8_t { Notified, Ignored, NoEffect, Killed, Dumped };
enum class RecordKind : uint8_t { Log, Count, SpanBegin, SpanEnd, State };

inline constexpr size_t kMaxArgs = 7;

/// One decoded event. Strings are ids into the log's string table.
struct Event {
    Seq seq = 0;
    Time time = 0; ///< virtual ns since the start; never decreases along a log
    Kind kind{};
    ProcId proc = kNoProc;
    GoId go;
    std::array<uint64_t, kMaxArgs> args{};
};

constexpr uint64_t packPos(SourcePos p) {
    return uint64_t{p.file.value} << 32 | uint64_t{p.line & 0xfffff} << 12 | (p.column & 0xfff);
}
constexpr SourcePos unpackPos(uint64_t v) {
    return {FileId{uint32_t(v >> 32)}, uint32_t(v >> 12) & 0xfffff, uint32_t(v) & 0xfff};
}

/// A P as an argument (-1 is none), and back.
constexpr uint64_t packProc(ProcId p) { return uint64_t(int64_t{p.value}); }
constexpr ProcId unpackProc(uint64_t v) { return ProcId{int32_t(uint32_t(v))}; }

std::string_view kindName(Kind kind);
std::string_view kindArgs(Kind kind);     ///< the table's second column
std::string_view kindSentence(Kind kind); ///< the table's third column
size_t kindArgCount(Kind kind);
std::string_view kindArgName(Kind kind, size_t index); ///< "goroutine"
char kindArgTag(Kind kind, size_t index);              ///< 'g', 'p' … of the list above
/// The enumerator's name of a code argument ("NotDirect"), or empty when the argument is no code or out of range.
std::string_view codeText(Kind kind, size_t index, uint64_t value);
std::string_view waitReasonText(WaitReason reason);
std::string_view statusText(GStatus status); ///< "_Grunnable"

} // namespace unwind::trace
