// One English sentence a code. The window's translations have the same sentences as their source text.
#include "state/explain.h"

#include <array>
#include <unordered_map>

namespace unwind::state {
namespace {

struct Row {
    std::string_view code, english;
};

constexpr Row kRows[] = {
    // the program
    {"program.start", "The program starts with {0} processors."},
    {"program.exit", "The program ends with exit code {0}."},
    {"program.exit.reason", "The program ends with exit code {0}: {1}."},
    {"output.stdout", "{0} writes to standard output: {1}"},
    {"output.stderr", "{0} writes to standard error: {1}"},
    // goroutines
    {"go.create.main", "The main goroutine {0} is made; it will run {1}."},
    {"go.create",
     "{0} starts the goroutine {1} with a go statement: function and arguments are evaluated now, {2} will run later."},
    {"status.born", "{1} → {2}: {0} exists and may run; it still has to be put into a queue."},
    {"status.ready", "{1} → {2}: what {0} waited for has happened; it may run again."},
    {"status.yields", "{1} → {2}: {0} could go on, but gives way to others."},
    {"status.runs", "{1} → {2}: a P has chosen {0}."},
    {"status.waits", "{1} → {2}: {0} can not go on until something happens."},
    {"status.syscall", "{1} → {2}: {0} is in a system call."},
    {"status.dead", "{1} → {2}: {0} has ended; its deferred calls ran while it was still running."},
    {"status.exitDetour",
     "{1} → {2}: under this profile a goroutine that exits is made runnable once more before it dies."},
    {"status.deadViaRunnable", "{1} → {2}: {0} has ended, by way of the detour this profile describes."},
    {"status.changes", "{1} → {2}: the status of {0} changes."},
    {"go.start", "{0} runs on {1}."},
    {"go.stop.gosched", "{0} gives up {1} of its own will (runtime.Gosched) and stays runnable."},
    {"go.stop.preempted", "{0} has used up its time slice on {1} and is preempted; it stays runnable."},
    {"go.stop.syscall", "{0} enters a system call; {1} is free for others."},
    {"park.chanReceive", "{0} waits ({2}): channel {1} has no value to receive."},
    {"park.chanSend", "{0} waits ({2}): nobody receives from channel {1} and its buffer has no room."},
    {"park.chanReceiveNil", "{0} receives from a nil channel: it waits for ever."},
    {"park.chanSendNil", "{0} sends to a nil channel: it waits for ever."},
    {"park.select", "{0} waits ({2}): no case is ready and there is no default."},
    {"park.selectNoCases", "{0} waits for ever: a select without cases never goes on."},
    {"park.sleep", "{0} sleeps until its timer fires; virtual time jumps there when nobody else can run."},
    {"park.semacquire", "{0} waits for a semaphore."},
    {"park.mutex", "{0} waits ({2}): another goroutine holds the mutex."},
    {"park.rwmutexRead", "{0} waits ({2}): a writer holds the lock or waits for it."},
    {"park.rwmutexWrite", "{0} waits ({2}): others hold the lock."},
    {"park.cond", "{0} waits ({2}) for a Signal or Broadcast."},
    {"park.waitGroup", "{0} waits ({2}): the counter is not yet zero."},
    {"park.io", "{0} waits for input or output."},
    {"park.panicwait", "{0} waits for the program to end: another goroutine is dying of a panic."},
    {"park.held", "{0} is held by the debugger."},
    {"park.signal", "{0} waits for a signal on behalf of os/signal."},
    {"park.other", "{0} waits."},
    {"go.unblock", "{0} makes {1} ready to run again."},
    {"go.unblock.scheduler", "The scheduler makes {0} ready to run again: its time has come."},
    {"go.destroy", "{0} has returned from its first function and ends."},
    {"go.destroy.goexit", "{0} ends: runtime.Goexit has run all its deferred calls."},
    // processors and queues
    {"proc.start", "Machine M{1} takes {0}: it can run goroutines."},
    {"proc.stop", "{0} has found nothing to run and becomes idle."},
    {"spin.begin", "{0} has nothing to run and looks for work in the queues of other Ps."},
    {"spin.end", "{0} stops looking for work."},
    {"queue.put.runnext",
     "{0} is next on {1}: a goroutine just made or made ready goes into runnext, ahead of the queue."},
    {"queue.put.ringTail", "{0} is put at the end of the queue of {1}."},
    {"queue.put.ringHead", "{0} is put at the head of the queue of {1}."},
    {"queue.put.globalTail", "{0} is put at the end of the global queue, where any P may take it."},
    {"queue.put.globalHead", "{0} is put at the head of the global queue."},
    {"queue.get.runnext", "{0} leaves runnext of {1}."},
    {"queue.get.ring", "{0} leaves the queue of {1}."},
    {"queue.get.global", "{0} is taken from the global queue."},
    {"queue.steal", "{0} has nothing to run and steals from {1}; goroutines taken: {2}."},
    {"timer.start", "Timer {0} is set for {1} ns after the start."},
    {"timer.stop", "Timer {0} is stopped before it fires."},
    {"timer.fire", "Timer {0} fires."},
    // calls
    {"call.first", "{0} begins with {1}."},
    {"call", "{0} calls {1}."},
    {"call.deferred", "The deferred call enters {1}."},
    {"return", "{0} returns to {1}."},
    {"return.last", "{0}, the first function of {1}, returns: the goroutine will end."},
    {"return.deferred", "The deferred call {0} returns; results of a deferred call are thrown away."},
    {"frame.discard", "The frame of {0} is dropped without returning."},
    {"frame.discard.recovered",
     "The frame of {0} is dropped: the panic was recovered further out, control does not come back here."},
    {"frame.discard.goexit", "The frame of {0} is dropped: a goroutine that exits does not return to its callers."},
    {"statement", "{0} is about to run {1}."},
    {"statement.text", "{0} is about to run {1}: {2}"},
    // defer
    {"defer.push", "{0} stores a call of {1}, to be made when {0} ends. Nothing runs yet."},
    {"defer.push.args", "{0} stores the call {1}({2}), to be made when {0} ends. The arguments are evaluated now."},
    {"defer.begin.return", "{1} is returning, its results are set: the newest stored call, {0}, runs now."},
    {"defer.begin.panic",
     "The panic {2} runs the call of {0} stored by {1}. A recover() called directly by {0} would stop it."},
    {"defer.begin.goexit", "runtime.Goexit runs the call of {0} stored by {1}. This is not a panic."},
    {"defer.end.returned", "The deferred call {0} is done."},
    {"defer.end.panicked", "The deferred call {0} is over: it panicked itself."},
    {"defer.end.goexited", "The deferred call {0} is over: it called runtime.Goexit."},
    {"defer.end.recoveredAway", "The deferred call {0} is over: a recovery further out drops its frame."},
    {"defer.skip.signal", "{0} will never run: a signal that nobody handles has ended the program."},
    {"defer.skip.osExit", "{0} will never run: os.Exit ends the program at once, without deferred calls."},
    {"defer.skip.mainReturned",
     "{0} will never run: main has returned, the program does not wait for other goroutines."},
    {"defer.skip.fatal", "{0} will never run: a fatal error runs no deferred calls."},
    {"defer.skip.uncaughtPanic", "{0} will never run: another goroutine's panic ends the whole program."},
    {"defer.skip.goexitRule", "{0} will never run: under this profile runtime.Goexit runs no deferred calls."},
    // panic
    {"panic.begin", "{0} panics with {1}: the function stops here, its deferred calls run, newest first."},
    {"panic.begin.runtimeError",
     "A run-time error: {0} panics with {1}. The function stops here, its deferred calls run, newest first."},
    {"panic.begin.noDefers",
     "{0} panics with {1} and has no deferred calls: nobody can recover, the program will die."},
    {"panic.begin.duringPanic",
     "{0} panics with {1} while the panic {2} is in progress: the newer one takes over, recover will see only it."},
    {"panic.begin.afterRecover", "{0} panics with {1} in the deferred call that has just recovered {2}."},
    {"panic.begin.duringGoexit",
     "{0} panics with {1} while runtime.Goexit runs its deferred calls. If it is recovered, the Goexit goes on."},
    {"panic.recovered", "The panic {0} is over: {1} returns to its caller at {2} with its results as they stand."},
    {"panic.aborted", "The panic {0} is overtaken by {1}: it is never seen by recover again and will not go on."},
    {"panic.aborted.byGoexit",
     "The panic {0} is dropped silently: a deferred call has called runtime.Goexit, {1} only ends."},
    {"panic.repanic", "{0} panics again with the value {1} that it has just recovered."},
    {"panic.fatal", "Nobody has recovered {0}: the program prints the panics of {1} and dies with exit code 2."},
    // recover
    {"recover.recovered",
     "recover() returns {2} and stops the panic: {1}, which calls it, is itself a deferred call run by this panic. "
     "{1} goes on to its end, then {3} returns to its caller."},
    {"recover.goexitObserved",
     "recover() tells of the Goexit: this profile lets a deferred call see it. {0} ends all the same."},
    {"recover.goexitIntercepted",
     "recover() stops the Goexit: this profile lets a deferred call cancel it. {0} will go on."},
    {"recover.noPanic", "recover() returns nil: {0} is not panicking."},
    {"recover.noPanic.return",
     "recover() returns nil: {1} runs because its function returns normally; {0} is not panicking."},
    {"recover.notDeferred", "recover() returns nil: {0} is panicking with {2}, but {1}, which calls recover, is not a "
                            "deferred call run by that panic."},
    {"recover.notDirect", "recover() returns nil: {1} is not the deferred function itself but runs on top of it. "
                          "Only a recover() called directly by the deferred function stops {2}."},
    {"recover.deferredByDeferred",
     "recover() returns nil: {1} was deferred by a deferred function and runs because that one returns normally, "
     "not because of the panic {2}."},
    {"recover.deferredDirectly", "recover() returns nil: here recover itself is the deferred call (defer recover()). "
                                 "It must be called by a deferred function, it must not be one; {2} goes on."},
    {"recover.duringGoexit",
     "recover() returns nil: {1} runs because of runtime.Goexit, which is not a panic. {0} goes on ending."},
    {"recover.alreadyRecovered", "recover() returns nil: the panic {2} has already been stopped by an earlier "
                                 "recover() of the same deferred call."},
    {"recover.raisedError",
     "recover() is called outside a deferred function, which this profile makes a run-time error."},
    // the card of a recover() call
    {"card.caller.label", "called by"},
    {"card.caller.direct", "{0}, directly; it is a deferred function, stored by {1}"},
    {"card.caller.itself", "nobody: recover itself is the call that {0} deferred"},
    {"card.caller.nested", "{0}, which runs on top of a deferred function but is not one"},
    {"card.caller.plain", "{0}, which is not a deferred function"},
    {"card.runs.label", "runs because of"},
    {"card.runs.called", "a plain call"},
    {"card.runs.return", "the normal return of {0}"},
    {"card.runs.panic", "the panic {0}"},
    {"card.runs.goexit", "runtime.Goexit"},
    {"card.panic.label", "panic in progress"},
    {"card.goexit.label", "Goexit in progress"},
    {"card.recovered.label", "already recovered"},
    {"card.yes", "yes"},
    {"card.yes.panic", "yes: {0}"},
    {"card.no", "no"},
    {"card.value.label", "returns"},
    {"card.value", "the value {0}"},
    {"card.value.nil", "nil"},
    {"card.value.raised", "nothing: it raises a run-time error"},
    {"card.resumes.label", "control resumes"},
    {"card.resumes", "when {0} is done: {1} returns to its caller, at {2}"},
    {"card.resumes.goexit", "nowhere: when {0} is done, the Goexit of {1} goes on"},
    {"card.resumes.raised", "in the deferred calls that the error runs"},
    {"card.resumes.itself", "nowhere new: this call stops nothing"},
    {"card.resumes.here", "nowhere new: {0} goes on behind {1}"},
    {"card.rule.label", "rule"},
    {"card.rule", "see {0}"},
    // what did not run
    {"notRun.call.osExit", "stored by {0}, never made: {1} called os.Exit, which runs no deferred calls."},
    {"notRun.call.mainReturned", "stored by {0}, never made: main returned, and the program does not wait for others."},
    {"notRun.call.fatal", "stored by {0}, never made: {1}, which runs no deferred calls."},
    {"notRun.call.uncaughtPanic", "stored by {0}, never made: nobody recovered the panic of {1} ({2})."},
    {"notRun.call.goexitRule", "stored by {0}, never made: under this profile runtime.Goexit runs no deferred calls."},
    {"notRun.call.signal", "stored by {0}, never made: {1} ended the program, which runs no deferred calls."},
    {"notRun.go.waiting.mainReturned", "{0} had not ended: it waited ({1}) when main returned."},
    {"notRun.go.waiting.osExit", "{0} had not ended: it waited ({1}) when {2} called os.Exit."},
    {"notRun.go.waiting.deadlock", "{0} had not ended: it waits for ever ({1}), nobody is left who could wake it."},
    {"notRun.go.waiting.fatal", "{0} had not ended: it waited ({1}) when the program died: {2}."},
    {"notRun.go.waiting.uncaughtPanic", "{0} had not ended: it waited ({1}) when the panic of {2} ended the program ({3})."},
    {"notRun.go.waiting.signal", "{0} had not ended: it waited ({1}) when a signal ended the program ({2})."},
    {"notRun.go.runnable.signal", "{0} had not ended: it could have run on, but a signal ended the program ({2})."},
    {"notRun.go.runnable.mainReturned", "{0} had not ended: it could have run on, but main returned."},
    {"notRun.go.runnable.osExit", "{0} had not ended: it could have run on, but {2} called os.Exit."},
    {"notRun.go.runnable.fatal", "{0} had not ended: it could have run on, but the program died: {2}."},
    {"notRun.go.runnable.uncaughtPanic", "{0} had not ended: it could have run on, but the panic of {2} ended the program ({3})."},
    // Goexit
    {"goexit.begin",
     "{0} calls runtime.Goexit: all its deferred calls run, over all frames, then it ends. It is not a panic."},
    {"goexit.begin.noDefers", "{0} calls runtime.Goexit and has no deferred calls: it ends."},
    {"goexit.begin.withoutDefers",
     "{0} calls runtime.Goexit: under this profile it ends without running its deferred calls."},
    {"goexit.begin.duringPanic",
     "{0} calls runtime.Goexit while the panic {1} is in progress: the panic will be dropped, the goroutine ends."},
    {"goexit.begin.again", "{0} calls runtime.Goexit once more: the remaining deferred calls run."},
    {"goexit.resume",
     "The panic {1} was recovered, but the Goexit it interrupted goes on: {0} does not return to its callers."},
    {"goexit.end", "All deferred calls of {0} have run: runtime.Goexit ends the goroutine."},
    {"goexit.intercepted",
     "The Goexit is cancelled, as this profile allows: {1} returns to its caller at {2}, {0} lives on."},
    {"goexit.aborted", "The Goexit is overtaken by the panic {1} and will not go on."},
    {"fatal", "Fatal error: {0}. No deferred call runs and recover() can not stop it."},
    {"throw", "The runtime finds a fault at {1}: {0}."},
    // channels, select, sync
    {"chan.make", "{0} makes channel {1} without a buffer: a send and a receive meet."},
    {"chan.make.buffered", "{0} makes channel {1} with room for {2} values."},
    {"chan.send.buffered", "{0} puts a value into the buffer of channel {1}; it holds {2} now."},
    {"chan.send.handoff", "{0} hands a value of channel {1} directly to a goroutine that waits for it."},
    {"chan.send.afterPark", "The value {0} has waited to send on channel {1} was taken."},
    {"chan.send.closed", "{0} sends on channel {1}, which is closed: this panics."},
    {"chan.recv.buffered", "{0} takes a value from the buffer of channel {1}; it holds {2} now."},
    {"chan.recv.handoff", "{0} takes a value of channel {1} from a goroutine that waits to send it."},
    {"chan.recv.afterPark", "{0} gets the value of channel {1} it has waited for."},
    {"chan.recv.closed", "{0} receives the zero value: channel {1} is closed and empty."},
    {"chan.close", "{0} closes channel {1}: everyone who waits to receive from it goes on."},
    {"select.case", "{0} takes case {1} of {2}; among cases that are ready one is drawn by lot."},
    {"select.default", "{0} takes the default case: none of the {2} cases is ready."},
    {"sync.mutex.acquire", "{0} locks the mutex."},
    {"sync.mutex.release", "{0} unlocks the mutex."},
    {"sync.read.acquire", "{0} takes the read-write lock for reading."},
    {"sync.read.release", "{0} gives the read-write lock back after reading."},
    {"sync.write.acquire", "{0} takes the read-write lock for writing."},
    {"sync.write.release", "{0} gives the read-write lock back after writing."},
    {"sync.waitGroup.acquire", "{0} has waited until the WaitGroup's counter was zero."},
    {"sync.waitGroup.release", "{0} counts the WaitGroup down."},
    {"sync.semaphore.acquire", "{0} acquires the semaphore."},
    {"sync.semaphore.release", "{0} releases the semaphore."},
    {"sync.cond.acquire", "{0} is woken from the condition variable."},
    {"sync.cond.release", "{0} signals the condition variable."},
    {"sync.once.acquire", "{0} is the first to come to the sync.Once: it runs the function."},
    {"sync.once.release", "The function of the sync.Once counts as done, however it ended."},
    {"sysmon.preempt", "The monitor asks {0} to stop: it has run for 10 ms."},
    {"sysmon.retake", "The monitor takes the P of {0} back: it stays in a system call."},
    {"gc.run", "The collector has run: {0} bytes live, {1} bytes freed."},
    {"signal.notified", "{0} reaches the process: os/signal hands it to the channels that asked for it."},
    {"signal.ignored", "{0} reaches the process and is dropped: the program has called signal.Ignore."},
    {"signal.noEffect", "{0} reaches the process: nobody asked for it, and by default it has no effect."},
    {"signal.killed", "{0} reaches the process and ends it at once: nobody asked for it. No deferred call runs."},
    {"signal.dumped", "{0} reaches the process, which prints all goroutines and ends: nobody asked for it."},
    {"record.log", "{0} logs: {1} {2}"},
    {"record.count", "{0} adds {3} to the counter {1} {2}."},
    {"record.spanBegin", "{0} begins the span {1}."},
    {"record.spanEnd", "{0} ends the span {1}."},
};

constexpr auto kCodes = [] {
    std::array<std::string_view, std::size(kRows)> codes;
    for (size_t i = 0; i < codes.size(); ++i)
        codes[i] = kRows[i].code;
    return codes;
}();

} // namespace

std::span<const std::string_view> explanationCodes() { return kCodes; }

std::string_view englishTemplate(std::string_view code) {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> rows;
        for (const Row& row : kRows)
            rows.emplace(row.code, row.english);
        return rows;
    }();
    const auto found = table.find(code);
    return found == table.end() ? std::string_view{} : found->second;
}

} // namespace unwind::state
