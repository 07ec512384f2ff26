#include "claims.h"

namespace {

const QString kOutside = "recover called outside deferred function";

QList<Claim> overview() {
    return {
        {.section = "§1",
         .text = "recover() outside a deferred function is a run-time error in Go 1.25; the program aborts",
         .demo = "1a-recover-outside",
         .profile = "article-1.25",
         .shows = "the call raises the error, nobody recovers it, exit code 2",
         .released = "recover returns nil, the program goes on, exit code 0",
         .events = {"^G1 RecoverCall verdict=RaisedError", "^G1 PanicBegin .*" + kOutside + ".* kind=RuntimeError", "^G1 PanicFatal",
                    "ProgramExit code=2"},
         .never = {"PanicRecovered"},
         .output = "before\n",
         .exitCode = 2,
         .error = "^panic: runtime error: " + kOutside + "\n"},
        {.section = "§1",
         .text = "up to Go 1.24 recover() outside a deferred function silently returned nil",
         .demo = "1a-recover-outside",
         .profile = "article-1.24",
         .shows = "recover returns nil, the program goes on",
         .released = "the same",
         .events = {"^G1 RecoverCall verdict=NoPanic", "ProgramExit code=0"},
         .never = {"PanicBegin"},
         .output = "before\nafter: recover returned nil without a word\n"},
        {.section = "§1",
         .text = "-gcflags=-d=panicrecovery switches the strictness off for the time of a migration",
         .demo = "1a-recover-outside",
         .profile = "article-1.25",
         .rules = {"strict-recovery=off"},
         .shows = "recover returns nil again, the program goes on",
         .released = "the compiler knows no such key; recover returns nil anyway",
         .events = {"^G1 RecoverCall verdict=NoPanic", "ProgramExit code=0"},
         .never = {"PanicBegin"},
         .output = "before\nafter: recover returned nil without a word\n"},
        {.section = "§1",
         .text = "recover() is legal only in a deferred function while a panic is on its way",
         .demo = "1b-recover-inside",
         .profile = "article-1.25",
         .shows = "the panic is recovered, safe returns to main",
         .released = "the same",
         .events = {"^G1 PanicBegin .*intentional", "^G1 DeferBegin defer=d1 why=Panic", "^G1 RecoverCall verdict=Recovered",
                    "^G1 PanicRecovered .* function=main.safe", "ProgramExit code=0"},
         .output = "Recovered: intentional\nmain goes on\n"},
        {.section = "§1",
         .text = "recover() in a deferred function with no panic in progress still returns nil",
         .demo = "1c-recover-without-panic",
         .profile = "article-1.25",
         .shows = "nil, and no error",
         .released = "the same",
         .events = {"^G1 DeferBegin defer=d1 why=Return", "^G1 RecoverCall verdict=NoPanic", "ProgramExit code=0"},
         .never = {"PanicBegin"},
         .output = "nothing happens\nrecover returned <nil>\nmain goes on\n"},
        {.section = "§1",
         .text = "debug.PrintStack in a recover handler prints the panic's origin and all frames with deferred calls",
         .demo = "1d-print-stack",
         .profile = "article-1.25",
         .shows = "the handler, panic, query, serve and main",
         .released = "the same",
         .events = {"^G1 PanicBegin .*index out of range", "^G1 DeferBegin defer=d1 why=Panic", "^G1 RecoverCall verdict=Recovered",
                    "^G1 Output fd=2 .*main.handle.*panic.*main.query.*main.serve.*main.main", "^G1 PanicRecovered .*function=main.serve"},
         .output = "query is over\nreported: runtime error: index out of range [5] with length 2\nmain goes on\n",
         .error = "main\\.handle\\(\\)\n.*\npanic\\(.*\n.*\nmain\\.query\\(.*\n.*\nmain\\.serve\\("},
        {.section = "§1",
         .text = "in Go 1.24 that stack could be cut short",
         .demo = "1d-print-stack",
         .profile = "article-1.24",
         .shows = "it ends behind the handler: the panic and where it began are missing",
         .released = "whole in Go 1.24 and 1.25",
         .events = {"^G1 RecoverCall verdict=Recovered", "^G1 Output fd=2 .*main.handle.*additional frames elided", "^G1 PanicRecovered"},
         .never = {"Output fd=2 .*main.query"},
         .output = "query is over\nreported: runtime error: index out of range [5] with length 2\nmain goes on\n",
         .error = "main\\.handle\\(\\)\n.*\n\\.\\.\\.additional frames elided\\.\\.\\.\n$"},
        {.section = "§1",
         .text = "go vet marks recover() in the body of a function that is not deferred",
         .demo = "1e-vet-check",
         .profile = "article-1.25",
         .shows = "`unwind vet` names the call in fallback and not the one in guarded; as it runs, the first raises the error",
         .released = "go vet has no such check; both calls run, the first returns nil",
         .events = {"^G1 RecoverCall verdict=RaisedError", "^G1 PanicFatal", "ProgramExit code=2"},
         .exitCode = 2,
         .error = "recover called outside deferred function",
         .vet = "^11:10: recover\\(\\) is a run-time error here: fallback is never deferred\n$"},
        {.section = "§1",
         .text = "the check is new: up to Go 1.24 go vet says nothing of it",
         .demo = "1e-vet-check",
         .profile = "article-1.24",
         .shows = "no finding; as it runs, the call in fallback returns nil",
         .released = "no release has the check; the program prints the same",
         .events = {"^G1 RecoverCall verdict=NoPanic", "^G1 RecoverCall verdict=Recovered", "ProgramExit code=0"},
         .output = "no error seen\ncaught: disk full\n",
         .vet = "^$"},
    };
}

QList<Claim> goexit() {
    return {
        {.section = "§2.1",
         .text = "Goexit raises no panic and ends only its own goroutine",
         .demo = "2.1a-goexit-runs-defers",
         .profile = "article-1.25",
         .shows = "no panic record, every frame of the goroutine is dropped, main goes on",
         .released = "the same",
         .events = {"^G2 GoexitBegin", "^G2 GoexitEnd", "^G2 FrameDiscard function=main.inner", "^G2 FrameDiscard function=main.step",
                    "^G1 Output .*main goes on", "ProgramExit code=0"},
         .never = {"PanicBegin", "PanicFatal"},
         .output = "third registered, runs first\nsecond registered\nfirst registered, runs last\nmain goes on\n"},
        {.section = "§2.1",
         .text = "Goexit runs all registered deferred calls last in first out",
         .demo = "2.1a-goexit-runs-defers",
         .profile = "article-1.24",
         .shows = "four deferred calls over two frames, run in reverse order because of the Goexit",
         .released = "the same",
         .events = {"^G2 DeferPush defer=d1", "^G2 DeferPush defer=d4", "^G2 GoexitBegin", "^G2 DeferBegin defer=d4 why=Goexit",
                    "^G2 DeferBegin defer=d3 why=Goexit", "^G2 DeferBegin defer=d2 why=Goexit", "^G2 DeferBegin defer=d1 why=Goexit",
                    "^G2 GoexitEnd"},
         .never = {"^G2 DeferSkip"},
         .output = "third registered, runs first\nsecond registered\nfirst registered, runs last\nmain goes on\n"},
        {.section = "§2.1",
         .text = "a goroutine that calls Goexit goes through casgstatus to _Grunnable, dropg and schedule into a run queue, and is _Gdead when it is taken",
         .demo = "2.1b-goexit-states",
         .profile = "article-1.25",
         .shows = "both status changes with the two steps between them",
         .released = "_Grunning to _Gdead, in no queue",
         .events = {"GoStatus goroutine=G2 from=_Grunnable to=_Grunning", "^G2 GoexitEnd", "GoStatus goroutine=G2 from=_Grunning to=_Grunnable",
                    "RuntimeStep step=Dropg goroutine=G2", "RunqPut .*goroutine=G2", "RuntimeStep step=Schedule goroutine=G2",
                    "RunqGet .*goroutine=G2", "GoStatus goroutine=G2 from=_Grunnable to=_Gdead"},
         .never = {"GoStatus goroutine=G2 from=_Grunning to=_Gdead"},
         .output = "main goes on\n"},
        {.section = "§2.1",
         .text = "(what released Go does instead)",
         .demo = "2.1b-goexit-states",
         .profile = "go1.25",
         .shows = "_Grunning to _Gdead, in no queue",
         .released = "the same",
         .events = {"^G2 GoexitEnd", "GoStatus goroutine=G2 from=_Grunning to=_Gdead"},
         .never = {"GoStatus goroutine=G2 from=_Grunning to=_Grunnable"},
         .output = "main goes on\n"},
        {.section = "§2.2",
         .text = "up to Go 1.24 the recover() of a deferred function can not capture Goexit",
         .demo = "2.2a-recover-misses-goexit",
         .profile = "article-1.24",
         .shows = "the deferred function runs, its recover returns nil, the goroutine ends",
         .released = "the same, in every release",
         .events = {"^G2 GoexitBegin", "^G2 DeferBegin defer=d1 why=Goexit", "^G2 RecoverCall verdict=DuringGoexit", "^G2 GoexitEnd"},
         .never = {"PanicBegin", "GoexitIntercepted"},
         .output = "the deferred function runs\nmain goes on\n"},
        {.section = "§2.2",
         .text = "Goexit skips the stage in which deferred calls run",
         .demo = "2.2a-recover-misses-goexit",
         .profile = "article-1.24",
         .rules = {"goexit-runs-defers=no"},
         .shows = "the deferred call is skipped, recover is never called",
         .released = "deferred calls run, as §2.1 says",
         .events = {"^G2 DeferPush defer=d1", "^G2 GoexitBegin", "DeferSkip defer=d1 cause=GoexitRule", "^G2 GoexitEnd"},
         .never = {"RecoverCall", "DeferBegin defer=d1"},
         .output = "main goes on\n"},
    };
}

// The table of §2.2, a row each: panic on G2, Goexit on G3.
QList<Claim> sideBySide() {
    const QString output = "panic: the deferred function got P\nthe caller goes on\nmain goes on\n";
    const Claim table{.section = "§2.2",
                      .demo = "2.2b-panic-and-goexit",
                      .profile = "article-1.24",
                      .rules = {"goexit-runs-defers=no"},
                      .output = output};
    Claim record = table, walk = table, enter = table;
    record.text = "panic sets g._panic, Goexit does not";
    record.shows = "a panic record on the one, a Goexit record alone on the other";
    record.released = "as claimed in effect: recover is nil in a Goexit, which since Go 1.14 has a record marked goexit";
    record.events = {"^G2 PanicBegin panic=p1", "^G3 GoexitBegin panic=p2"};
    record.never = {"^G3 PanicBegin"};
    walk.text = "panic walks the deferred calls, Goexit does not";
    walk.shows = "one runs its deferred call, the other skips it";
    walk.released = "both walk them";
    walk.events = {"^G2 DeferBegin defer=d1 why=Panic", "^G3 GoexitBegin", "DeferSkip defer=d2 cause=GoexitRule"};
    walk.never = {"^G3 DeferBegin"};
    enter.text = "panic enters gopanic, Goexit does not";
    enter.shows = "the panic is recovered and the caller goes on; the Goexit drops the frame at once";
    enter.released = "as claimed: Goexit never reaches gopanic";
    enter.events = {"^G2 PanicRecovered panic=p1 function=main.panics", "^G3 GoexitEnd", "^G3 FrameDiscard function=main.exits"};
    enter.never = {"^G3 Panic", "^G2 Goexit"};
    Claim lifo = walk;
    lifo.rules = {};
    lifo.text = "(the same with §2.1's reading, and in released Go: both walk the deferred calls)";
    lifo.shows = "both deferred calls run, the second gets nil from recover";
    lifo.released = "the same";
    lifo.events = {"^G2 DeferBegin defer=d1 why=Panic", "^G3 DeferBegin defer=d2 why=Goexit", "^G3 RecoverCall verdict=DuringGoexit"};
    lifo.never = {"DeferSkip"};
    lifo.output = "panic: the deferred function got P\nthe caller goes on\nGoexit: the deferred function got <nil>\nmain goes on\n";
    return {record, walk, enter, lifo};
}

QList<Claim> exitPath() {
    const Claim path{.section = "§2.3",
                     .demo = "2.3a-os-exit-path",
                     .profile = "article-1.25",
                     .released = "os.Exit calls exit_group from where it stands: no flag, no signal",
                     .output = "leaving with code 3\n",
                     .exitCode = 3};
    Claim stores = path, looks = path, ends = path;
    stores.text = "os.Exit goes through doExit: it sets the exiting flag, stores the exit code, then broadcasts";
    stores.shows = "the three steps in this order on the goroutine that calls os.Exit";
    stores.events = {"^G1 RuntimeStep step=StoreExiting .*value=1", "^G1 RuntimeStep step=StoreExitCode .*value=3",
                     "^G1 RuntimeStep step=SignalNotifyExit"};
    looks.text = "every goroutine checks the exiting flag before it parks";
    looks.shows = "the worker finds 0 before each nap, and 1 after os.Exit: it stops for good";
    looks.events = {"^G2 RuntimeStep step=LoadExiting goroutine=G2 value=0", "^G2 GoBlock reason=Sleep", "^G1 RuntimeStep step=StoreExiting",
                    "^G2 RuntimeStep step=LoadExiting goroutine=G2 value=1", "^G2 RuntimeStep step=StopForExit"};
    ends.text = "SIGTERM goes to the main M, which ends the process";
    ends.shows = "the main M gets it after the others have stopped, and ends the process with the stored code";
    ends.events = {"^G1 RuntimeStep step=SignalNotifyExit", "RuntimeStep step=MainMExits .*value=3", "DeferSkip defer=d1 cause=OsExit",
                   "ProgramExit code=3"};
    return {
        stores, looks, ends,
        {.section = "§2.3",
         .text = "signalNotifyExit broadcasts exitSignal to all watching goroutines",
         .demo = "2.3c-exit-broadcast",
         .profile = "article-1.25",
         .shows = "SIGTERM reaches the channel that watches for it while the main M wakes; the watcher has time to say so",
         .released = "os.Exit tells nobody: the watcher prints nothing",
         .events = {"^G1 RuntimeStep step=SignalNotifyExit", "Signal .*name=\"SIGTERM\" action=Notified", "Output fd=1 .*hears: terminated",
                    "RuntimeStep step=MainMExits .*value=4", "ProgramExit code=4"},
         .output = "leaving with code 4\nthe watcher hears: terminated\n",
         .exitCode = 4},
        {.section = "§2.3",
         .text = "the exit code stands apart, so that Goexit and os.Exit keep meanings of their own",
         .demo = "2.3b-exit-code",
         .profile = "article-1.25",
         .shows = "the Goexit runs its deferred call and the program lives; os.Exit skips one and ends with 7",
         .released = "the same",
         .events = {"^G2 GoexitBegin", "^G2 DeferBegin defer=d2 why=Goexit", "^G2 GoexitEnd", "DeferSkip defer=d3 cause=OsExit",
                    "ProgramExit code=7"},
         .output = "deferred before Goexit: runs\n",
         .exitCode = 7},
    };
}

QList<Claim> sourceLevel() {
    const Claim status{.section = "§2.4", .demo = "2.4b-status-before-unlock", .output = "all values have arrived\n"};
    Claim after = status, before = status;
    after.profile = "article-1.24";
    after.text = "before, gp.status was updated only after the unlock";
    after.shows = "another P wants a goroutine ready that has unlocked and still says _Grunning, and waits for the status";
    after.released = "no release does that: park_m stores the status first";
    after.events = {"RuntimeStep step=ParkUnlock", "RuntimeStep step=ReadyTooEarly", "GoStatus .*from=_Grunning to=_Gwaiting",
                    "GoUnblock", "ProgramExit code=0"};
    before.profile = "article-1.25";
    before.text = "Go 1.25 stores gp.status = _Gwaiting atomically before the unlock";
    before.shows = "whoever makes a goroutine ready finds it _Gwaiting";
    before.released = "the same, in every release";
    before.events = {"GoStatus .*from=_Grunning to=_Gwaiting", "GoUnblock", "ProgramExit code=0"};
    before.never = {"ParkUnlock", "ReadyTooEarly"};
    return {
        {.section = "§2.4",
         .text = "a panic runs the panicwrap hook, which skips frames of package reflect",
         .demo = "2.4a-reflect-frames",
         .profile = "article-1.25",
         .shows = "the hook skips one frame; the handler's stack goes from panic to elemOf",
         .released = "there is no such hook: the stack shows reflect's frames",
         .events = {"RuntimeStep step=PanicwrapHook goroutine=G1 value=1", "^G1 RecoverCall verdict=Recovered",
                    "Output fd=2 .*panic\\(.*main\\.elemOf", "ProgramExit code=0"},
         .never = {"Output fd=2 .*reflect\\.rtype"},
         .output = "int\nrecovered: reflect: Elem of invalid type int\n",
         .error = "panic\\(.*\n.*\nmain\\.elemOf"},
        after, before};
}

QList<Claim> workers() {
    const QString life = "Running\nprobe 1 passed: traffic\n  task 1\nprobe 2 passed: traffic\n  task 2\nprobe 3 failed: cancel\n"
                         "Stopping\nStopped\nall workers are gone\n";
    const Claim cycle{.section = "§3.1", .demo = "3.1b-worker-life-cycle", .profile = "article-1.25", .released = "the same", .output = life};
    Claim running = cycle, stopping = cycle, stopped = cycle, health = cycle;
    running.text = "state Running: begins with the go statement";
    running.shows = "G2 is created and runs; the machine worker enters Running";
    running.events = {"^G1 GoCreate goroutine=G2 function=main.start.func1", "GoStatus goroutine=G2 from=_Grunnable to=_Grunning",
                      "^G2 Output .*Running", "^G2 " + entered("worker", "Running", "go statement"), "^G2 Output .*task 1"};
    stopping.text = "state Stopping: ctx.Done() is received; channels are closed and locks released";
    stopping.shows = "cancel closes the Done channel, the worker wakes, enters Stopping, takes the lock, closes its channel, releases the lock";
    stopping.events = {"^G1 ChanClose chan=1", "^G1 GoUnblock goroutine=G2", "^G2 " + entered("worker", "Stopping", "ctx.Done()"),
                       "^G2 ChanClose chan=2", "^G2 DeferBegin .*why=Return", "^G2 SyncRelease .*kind=Mutex"};
    stopped.text = "state Stopped: WaitGroup.Done() is called at the end";
    stopped.shows = "worker enters Stopped; the deferred Done runs last, wakes main, and the goroutine is dead";
    stopped.events = {"^G2 " + entered("worker", "Stopped", "cancel() is done"), "^G2 DeferBegin .*why=Return", "^G2 GoUnblock goroutine=G1",
                      "^G2 DeferEnd .*how=Returned",                       "GoStatus goroutine=G2 from=_Grunning to=_Gdead"};
    health.text = "a passed probe accepts traffic, a failed one cancels and then waits for the WaitGroup";
    health.shows = "two probes send a task each, the third cancels, and main blocks in WaitGroup.Wait: the states of the machine service";
    health.events = {entered("service", "start", "main"), "^G1 GoCreate goroutine=G2", entered("service", "probe", ""),
                     entered("service", "traffic", "yes"), "^G1 ChanSend", entered("service", "probe", ""), entered("service", "traffic", "yes"),
                     "^G1 ChanSend", entered("service", "probe", ""), entered("service", "cancel", "no"), "^G1 ChanClose chan=1",
                     entered("service", "wait", "WaitGroup"), "^G1 GoBlock reason=SyncWaitGroupWait", "^G1 Output .*all workers are gone"};
    return {
        {.section = "§3.1",
         .text = "the printed StartWorker controls a worker from start to end",
         .demo = "3.1a-worker-template",
         .profile = "article-1.25",
         .shows = "it does not: its own deferred cancel runs as it returns, before the worker's first task",
         .released = "the same",
         .events = {"^G1 GoCreate goroutine=G2 function=main.StartWorker.func1", "^G1 DeferBegin defer=d1 why=Return", "^G1 ChanClose",
                    "^G1 DeferEnd defer=d1", "^G2 Output .*context canceled", "^G1 Output .*tasks done: 0"},
         .never = {"Output .*task 1"},
         .output = "worker stopped: context canceled\ntasks done: 0\n"},
        running, stopping, stopped, health};
}

QList<Claim> leaving() {
    return {
        {.section = "§3.2",
         .text = "safeExit calls cancel on both ways out: by Goexit when the context lives, by return when it is cancelled",
         .demo = "3.2a-safe-exit",
         .profile = "article-1.25",
         .shows = "the deferred cancel runs because of the Goexit on the first worker, because of the return on the second",
         .released = "the same",
         .events = {"^G2 GoexitBegin", "^G2 DeferBegin defer=d2 why=Goexit", "^G2 ChanClose chan=1", "^G2 GoexitEnd",
                    "^G3 Output .*watcher of worker cancelled=false", "^G4 DeferBegin .*why=Return", "^G4 Output .*returns as usual"},
         .never = {"^G4 Goexit"},
         .output = "  the watcher of worker cancelled=false knows: context canceled\n"
                   "  the watcher of worker cancelled=true knows: context canceled\n"
                   "worker cancelled=true returns as usual\nmain ends\n"},
        {.section = "§3.2",
         .text = "Goexit alone leaks the child goroutine, and the parent context can not notice",
         .demo = "3.2b-only-goexit",
         .profile = "article-1.25",
         .shows = "the child still waits for its context when main ends; vet names the Goexit that forgets the cancel",
         .released = "the same; go vet is silent",
         .events = {"^G3 GoBlock reason=ChanReceive", "^G2 GoexitBegin", "^G2 GoexitEnd", "^G1 Output .*parent context: <nil>",
                    "^G1 Output .*goroutines left: 2", "DeferSkip defer=d2 cause=MainReturned", "ProgramExit code=0"},
         .never = {"ChanClose", "GoStatus goroutine=G3 from=_Gwaiting"},
         .output = "the worker is gone\nparent context: <nil>\ngoroutines left: 2\n",
         .vet = "this Goexit may be reached without using the cancel var"},
        {.section = "§3.2",
         .text = "a deferred cancel and Goexit, without a look at ctx.Done(), cancel too early and may interrupt others",
         .demo = "3.2c-early-cancel",
         .profile = "article-1.25",
         .shows = "the cancel that the Goexit runs wakes the collaborator in the middle of its second step",
         .released = "the same",
         .events = {"^G3 Output .*step 1 done", "^G3 GoBlock reason=Select", "^G2 GoexitBegin", "^G2 DeferBegin .*why=Goexit",
                    "^G2 ChanClose chan=1", "^G2 GoUnblock goroutine=G3", "^G3 Output .*interrupted in step 2"},
         .output = "step 1 done\nthe first worker has finished and leaves\nthe collaborator is interrupted in step 2\n"},
        {.section = "§3.2",
         .text = "behind a select that only listens to ctx.Done() the Goexit never runs: a dead path",
         .demo = "3.2d-dead-path",
         .profile = "article-1.25",
         .shows = "the worker blocks for ever, the program dies with a deadlock, no Goexit happens",
         .released = "the same",
         .events = {"^G2 GoBlock reason=ChanReceive", "Fatal .*all goroutines are asleep", "DeferSkip defer=d1 cause=Fatal",
                    "DeferSkip defer=d2 cause=Fatal", "ProgramExit code=2"},
         .never = {"Goexit"},
         .output = "the worker wants to leave\n",
         .exitCode = 2,
         .error = "^fatal error: all goroutines are asleep - deadlock!\n"},
    };
}

QList<Claim> boundaries() {
    const QString panics = "panic and recover\n  caught: P\n  the goroutine goes on\nGoexit and recover\n";
    const Claim table{.section = "§3.3", .demo = "3.3-boundary", .profile = "article-1.25"};
    Claim panicked = table, nil = table, observe = table, intercept = table;
    panicked.text = "panic and recover: the deferred function runs, recover is not nil, the goroutine goes on";
    panicked.rules = {"recover-during-goexit=nil"};
    panicked.shows = "the panic is recovered and run's goroutine returns normally";
    panicked.released = "the same";
    panicked.events = {"^G2 PanicBegin", "^G2 DeferBegin .*why=Panic", "^G2 RecoverCall verdict=Recovered", "^G2 PanicRecovered",
                       "^G2 Output .*the goroutine goes on"};
    panicked.output = nil.output = panics + "  recover returned nil\n";
    nil.text = "Goexit and recover: the deferred function runs, recover is always nil, the goroutine ends";
    nil.rules = {"recover-during-goexit=nil"};
    nil.shows = "nil, and the goroutine ends";
    nil.released = "the same";
    nil.events = {"^G3 GoexitBegin", "^G3 DeferBegin .*why=Goexit", "^G3 RecoverCall verdict=DuringGoexit", "^G3 GoexitEnd"};
    nil.never = {"^G3 PanicBegin", "GoexitIntercepted"};
    observe.text = "(§3's other reading: recover returns a signal, and the goroutine ends all the same)";
    observe.rules = {"recover-during-goexit=observe"};
    observe.shows = "a runtime.GoexitSignal, and the goroutine ends";
    observe.released = "nil";
    observe.events = {"^G3 GoexitBegin", "^G3 RecoverCall verdict=GoexitObserved", "^G3 GoexitEnd"};
    observe.never = {"GoexitIntercepted", "^G3 Output .*goes on"};
    observe.output = panics + "  caught: runtime.Goexit\n";
    intercept.text = "(the title: recover captures the Goexit, and the goroutine goes on)";
    intercept.shows = "a runtime.GoexitSignal, and control resumes where exitWithRecover was called";
    intercept.released = "nil, and the goroutine ends";
    intercept.events = {"^G3 GoexitBegin", "^G3 RecoverCall verdict=GoexitObserved",
                        "^G3 GoexitIntercepted .*function=main.exitWithRecover", "^G3 Output .*the goroutine goes on"};
    intercept.never = {"GoexitEnd"};
    intercept.output = panics + "  caught: runtime.Goexit\n  the goroutine goes on\n";
    return {panicked, nil, observe, intercept};
}

} // namespace

QList<Claim> claims() {
    return overview() + goexit() + sideBySide() + exitPath() + sourceLevel() + workers() + leaving() + boundaries() +
           services() + simulations();
}
