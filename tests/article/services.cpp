// §4 of the article: services that end in good order. Real HTTP and RPC servers on the network inside the program.
#include "claims.h"

namespace {

// The state table of §4.1, a row each.
QList<Claim> httpServer() {
    const Claim server{.section = "§4.1",
                       .demo = "4.1a-http-shutdown",
                       .profile = "article-1.25",
                       .released = "the same",
                       .output = "state          new connection  old request  port\n"
                                 "running        accepted        in progress  held\n"
                                 "Serve: http: Server closed\n"
                                 "shutting down  refused         in progress  free\n"
                                 "Shutdown: <nil>\n"
                                 "closed         refused         answered     free\n"};
    Claim running = server, stopping = server, closed = server;
    running.text = "running: takes new connections, handles requests, holds the port";
    running.shows =
        "the machine server enters running; a second connection gets its own goroutine while the slow request is in progress; "
        "the port can not be taken";
    running.events = {"GoCreate goroutine=G4 function=net/http.\\(\\*conn\\).serve",
                      entered("server", "running", "Serve"),
                      "GoCreate goroutine=G5 function=net/http.\\(\\*conn\\).serve",
                      "^G1 Output .*running +accepted +in progress +held"};
    stopping.text = "shutting down, which a Goexit set off: takes no new connections, finishes requests in progress";
    stopping.shows = "a deferred call of the Goexit closes the channel; Serve has returned, server enters shutting down, a connection is refused, "
                     "the request goes on, the port is free";
    stopping.events = {"^G6 GoexitBegin",
                       "^G6 DeferBegin .*why=Goexit",
                       "^G6 ChanClose",
                       "^G6 GoexitEnd",
                       "^G1 Output .*http: Server closed",
                       entered("server", "shutting down", "Goexit, then Shutdown"),
                       "^G1 Output .*shutting down +refused +in progress +free"};
    closed.text = "closed: no connections, no requests, the port is free";
    closed.shows = "Shutdown has waited for the handler's 300 ms, server enters closed, the request is answered";
    closed.events = {"^G7 Select", "^G1 Output .*Shutdown: <nil>", entered("server", "closed", "no request is left"),
                     "^G1 Output .*closed +refused +answered +free",
                     "ProgramExit code=0"};
    const Claim cancelled{
        .section = "§4.1",
        .text = "cancel() drives Shutdown(ctx), which then waits for active requests",
        .demo = "4.1b-shutdown-cancelled",
        .profile = "article-1.25",
        .shows = "it does not wait: Shutdown returns \"context canceled\" at once; with a context of its own it waits",
        .released = "the same: the context bounds the wait",
        .events = {"^G1 Output .*Shutdown: context canceled", "^G1 Output .*still in progress",
                   "^G1 Output .*of its own: <nil>", "^G1 Output .*the request is finished"},
        .output = "Shutdown: context canceled\n"
                  "the request is still in progress\n"
                  "Shutdown with a context of its own: <nil>\n"
                  "the request is finished\n"};
    return {running, stopping, closed, cancelled};
}

QList<Claim> rpcServer() {
    const Claim stop{.section = "§4.2",
                     .demo = "4.2a-graceful-stop",
                     .profile = "article-1.25",
                     .released = "the same",
                     .output = "received terminated\n"
                               "Serve: <nil>\n"
                               "late call: Unavailable\n"
                               "GracefulStop has returned\n"
                               "call in progress: \"report 1 built\" <nil>\n"
                               "main ends\n"};
    Claim waits = stop, refuses = stop;
    waits.text = "at SIGTERM GracefulStop blocks until all calls in progress are done";
    waits.shows = "the signal comes at 100 ms, GracefulStop waits until the call ends at 300 ms";
    waits.events = {"^- Signal number=15 name=\"SIGTERM\" action=Notified",
                    "^G4 Output .*received terminated",
                    "^G4 GoBlock reason=SyncCondWait",
                    "^G4 Output .*GracefulStop has returned",
                    "^G1 Output .*report 1 built",
                    "^G1 Output .*main ends",
                    "ProgramExit code=0"};
    refuses.text = "GracefulStop refuses new calls and closes the listener";
    refuses.shows = "Serve returns first, the late call ends with Unavailable";
    refuses.events = {"^- Signal", "^G1 Output .*Serve: <nil>", "^G8 Output .*late call: Unavailable",
                      "^G4 Output .*GracefulStop has returned"};
    const Claim leaving{.section = "§4.2",
                        .demo = "4.2b-goexit-of-main",
                        .profile = "article-1.25",
                        .released = "the same",
                        .output = "main's deferred call\n"
                                  "GracefulStop has returned\n"
                                  "call: \"report built\" <nil>\n",
                        .exitCode = 2,
                        .error = "^fatal error: no goroutines \\(main called runtime.Goexit\\) - deadlock!\n"};
    Claim early = leaving, last = leaving;
    early.text = "a Goexit of main before GracefulStop is done breaks connections off";
    early.shows = "it does not: the call is finished and GracefulStop returns, for only os.Exit and the end of main "
                  "end the program";
    early.events = {"^G1 GoexitBegin", "^G1 GoexitEnd", "Output .*GracefulStop has returned", "Output .*report built"};
    last.text = "after GracefulStop main should call runtime.Goexit() or os.Exit(0)";
    last.shows = "a main that called Goexit never ends the program well: fatal error, exit code 2";
    last.events = {"^G1 GoexitEnd", "Fatal text=\"no goroutines", "ProgramExit code=2"};
    return {waits, refuses, early, last};
}

QList<Claim> worker() {
    const Claim task{.section = "§4.3",
                     .demo = "4.3-interruptible-worker",
                     .profile = "article-1.25",
                     .released = "the same",
                     .output = "worker 1: RUNNING from unit 1\n"
                               "  unit 1 done\n"
                               "  unit 2 done\n"
                               "  unit 3 done\n"
                               "the coordinator interrupts\n"
                               "  unit 4 done\n"
                               "worker 1: INTERRUPTING\n"
                               "worker 1: INTERRUPTED\n"
                               "within the deadline, checkpoint at 4\n"
                               "worker 2: RUNNING from unit 5\n"
                               "  unit 5 done\n"
                               "  unit 6 done\n"
                               "worker 2: DONE\n"
                               "all done: true\n"};
    Claim states = task, resumed = task;
    states.text = "RUNNING, then INTERRUPTING at the signal, then INTERRUPTED behind a successful checkpoint";
    states.shows = "interrupted at 35 ms, the worker finishes unit 4, saves it and ends within the deadline";
    states.events = {"^G2 Output .*RUNNING",
                     "^G1 Output .*the coordinator interrupts",
                     "^G1 ChanClose",
                     "^G2 Output .*unit 4 done",
                     "^G2 Output .*INTERRUPTING",
                     "^G2 GoBlock reason=Sleep",
                     "^G2 Output .*INTERRUPTED",
                     "^G1 Output .*within the deadline, checkpoint at 4"};
    states.never = {"^G2 Output .*unit 5"};
    resumed.text = "progress that was saved is not lost";
    resumed.shows = "the next worker begins with unit 5";
    resumed.events = {"^G2 Output .*INTERRUPTED", "^G1 Output .*worker 2: RUNNING from unit 5",
                      "^G1 Output .*unit 6 done", "^G1 Output .*DONE"};
    return {states, resumed};
}

QList<Claim> exitHook() {
    const Claim hook{.section = "§4.4",
                     .demo = "4.4-safe-exit-hook",
                     .profile = "article-1.25",
                     .released = "the same",
                     .output = "{\"level\":\"INFO\",\"msg\":\"goroutine exits\",\"reason\":\"cleanup\"}\n"
                               "{\"level\":\"INFO\",\"msg\":\"goroutine exits\",\"reason\":\"timeout\"}\n"
                               "the third leaves by a deferred call\n"
                               "{\"level\":\"INFO\",\"msg\":\"goroutine exits\",\"reason\":\"cleanup\"}\n"
                               "# TYPE goroutine_exits_total counter\n"
                               "goroutine_exits_total{reason=\"cleanup\"} 2\n"
                               "goroutine_exits_total{reason=\"timeout\"} 1\n"};
    Claim seen = hook, unseen = hook;
    seen.text = "the hook writes a log line, counts the exit by its reason and ends the span, then the goroutine exits";
    seen.shows = "the three records stand before the Goexit";
    seen.events = {"^G2 Record kind=SpanBegin name=\"first\"",
                   "^G2 Record kind=Log name=\"goroutine exits\" .*cleanup",
                   "^G2 Record kind=Count name=\"goroutine_exits_total\" .*cleanup",
                   "^G2 Record kind=SpanEnd name=\"first\"",
                   "^G2 GoexitBegin",
                   "^G2 GoexitEnd"};
    unseen.text = "a bare runtime.Goexit() can not be observed";
    unseen.shows = "the fourth goroutine's span begins and never ends, nothing is counted";
    unseen.events = {"^G5 Record kind=SpanBegin", "^G5 GoexitBegin", "^G5 GoexitEnd"};
    unseen.never = {"^G5 Record kind=(Log|Count|SpanEnd)"};
    return {seen, unseen};
}

} // namespace

QList<Claim> services() { return httpServer() + rpcServer() + worker() + exitHook(); }
