// The program, goroutines, processors, queues and timers.
#include "state/explainer.h"

#include <algorithm>

namespace unwind::state {
namespace {

using trace::Kind;
using trace::StopReason;

Explanation statusChange(const Explainer& x) {
    const GStatus from = GStatus(x.event.args[1]), to = GStatus(x.event.args[2]);
    const ExplainArg g = x.goArg(0), fromText = x.text(trace::statusText(from)), toText = x.text(trace::statusText(to));
    const Goroutine* now = x.after.find(GoId{x.event.args[0]});
    if (to == GStatus::Gdead) {
        const bool detour = from == GStatus::Grunnable;
        return x.make(detour ? "status.deadViaRunnable" : "status.dead", {g, fromText, toText},
                      x.rule("goexit-status", detour ? "article §2.1" : "runtime/proc.go, goexit0"));
    }
    if (from == GStatus::Grunning && to == GStatus::Grunnable && now &&
        (now->unwindingGoexit() || now->ended != kNoSeq)) {
        return x.make("status.exitDetour", {g, fromText, toText}, x.rule("goexit-status", "article §2.1"));
    }
    switch (to) {
    case GStatus::Grunnable:
        if (from == GStatus::Gidle)
            return x.make("status.born", {g, fromText, toText});
        if (from == GStatus::Gwaiting)
            return x.make("status.ready", {g, fromText, toText});
        return x.make("status.yields", {g, fromText, toText});
    case GStatus::Grunning: return x.make("status.runs", {g, fromText, toText});
    case GStatus::Gwaiting: return x.make("status.waits", {g, fromText, toText});
    case GStatus::Gsyscall: return x.make("status.syscall", {g, fromText, toText});
    default: return x.make("status.changes", {g, fromText, toText});
    }
}

Explanation park(const Explainer& x) {
    const ExplainArg g = x.go(), object = x.numberArg(1);
    const ExplainArg reason = x.text(trace::waitReasonText(WaitReason(x.event.args[0])));
    switch (WaitReason(x.event.args[0])) {
    case WaitReason::ChanReceive: return x.make("park.chanReceive", {g, object, reason});
    case WaitReason::ChanSend: return x.make("park.chanSend", {g, object, reason});
    case WaitReason::ChanReceiveNil: return x.make("park.chanReceiveNil", {g, object, reason});
    case WaitReason::ChanSendNil: return x.make("park.chanSendNil", {g, object, reason});
    case WaitReason::Select: return x.make("park.select", {g, object, reason});
    case WaitReason::SelectNoCases: return x.make("park.selectNoCases", {g, object, reason});
    case WaitReason::Sleep: return x.make("park.sleep", {g, object, reason});
    case WaitReason::Semacquire: return x.make("park.semacquire", {g, object, reason});
    case WaitReason::SyncMutexLock: return x.make("park.mutex", {g, object, reason});
    case WaitReason::SyncRWMutexRLock: return x.make("park.rwmutexRead", {g, object, reason});
    case WaitReason::SyncRWMutexLock: return x.make("park.rwmutexWrite", {g, object, reason});
    case WaitReason::SyncCondWait: return x.make("park.cond", {g, object, reason});
    case WaitReason::SyncWaitGroupWait: return x.make("park.waitGroup", {g, object, reason});
    case WaitReason::IOWait: return x.make("park.io", {g, object, reason});
    case WaitReason::Panicwait: return x.make("park.panicwait", {g, object, reason});
    case WaitReason::Exiting: return x.make("park.exiting", {g, object, reason}, x.rule("process-exit", "article §2.3"));
    case WaitReason::DebugHeld: return x.make("park.held", {g, object, reason});
    case WaitReason::SignalRecv: return x.make("park.signal", {g, object, reason});
    default: return x.make("park.other", {g, object, reason});
    }
}

Explanation queuePut(const Explainer& x) {
    const ExplainArg p = x.procArg(0), g = x.goArg(1);
    switch (QueuePlace(x.event.args[2])) {
    case QueuePlace::RunNext: return x.make("queue.put.runnext", {g, p}, "runtime/proc.go, runqput");
    case QueuePlace::RingHead: return x.make("queue.put.ringHead", {g, p});
    case QueuePlace::GlobalTail: return x.make("queue.put.globalTail", {g, p}, "runtime/proc.go, globrunqput");
    case QueuePlace::GlobalHead: return x.make("queue.put.globalHead", {g, p});
    default: return x.make("queue.put.ringTail", {g, p}, "runtime/proc.go, runqput");
    }
}

Explanation queueGet(const Explainer& x) {
    const ExplainArg p = x.procArg(0), g = x.goArg(1);
    switch (QueuePlace(x.event.args[2])) {
    case QueuePlace::RunNext: return x.make("queue.get.runnext", {g, p}, "runtime/proc.go, runqget");
    case QueuePlace::GlobalTail:
    case QueuePlace::GlobalHead: return x.make("queue.get.global", {g, p}, "runtime/proc.go, globrunqget");
    default: return x.make("queue.get.ring", {g, p}, "runtime/proc.go, runqget");
    }
}

Explanation stop(const Explainer& x) {
    switch (StopReason(x.event.args[0])) {
    case StopReason::Preempted: return x.make("go.stop.preempted", {x.go(), x.proc()}, "runtime/proc.go, sysmon");
    case StopReason::Syscall: return x.make("go.stop.syscall", {x.go(), x.proc()});
    default: return x.make("go.stop.gosched", {x.go(), x.proc()});
    }
}

Explanation destroy(const Explainer& x) {
    const Goroutine* g = x.was();
    const bool exited = g && std::any_of(g->panics.begin(), g->panics.end(),
                                         [](const Panic& p) { return p.goexit && p.state == PanicState::Done; });
    return x.make(exited ? "go.destroy.goexit" : "go.destroy", {x.go()});
}

Explanation programEvent(const Explainer& x) {
    switch (x.event.kind) {
    case Kind::ProgramExit: {
        const ExplainArg reason = x.textArg(1);
        return x.make(reason.text.empty() ? "program.exit" : "program.exit.reason", {x.numberArg(0), reason});
    }
    case Kind::Output: return x.make(x.event.args[0] == 2 ? "output.stderr" : "output.stdout", {x.go(), x.textArg(1)});
    default: return x.make("program.start", {x.numberArg(0)});
    }
}

} // namespace

Explanation explainScheduling(const Explainer& x) {
    switch (x.event.kind) {
    case Kind::GoCreate:
        if (!x.event.go)
            return x.make("go.create.main", {x.goArg(0), x.functionArg(1)});
        return x.make("go.create", {x.go(), x.goArg(0), x.functionArg(1)}, "Go specification, Go statements");
    case Kind::GoStatus: return statusChange(x);
    case Kind::GoStart: return x.make("go.start", {x.goArg(0), x.proc()});
    case Kind::GoStop: return stop(x);
    case Kind::GoBlock: return park(x);
    case Kind::GoUnblock:
        if (!x.event.go)
            return x.make("go.unblock.scheduler", {x.goArg(0)});
        return x.make("go.unblock", {x.go(), x.goArg(0)});
    case Kind::GoDestroy: return destroy(x);
    case Kind::ProcStart: return x.make("proc.start", {x.proc(), x.numberArg(0)});
    case Kind::ProcStop: return x.make("proc.stop", {x.proc()});
    case Kind::SpinBegin: return x.make("spin.begin", {x.proc()}, "runtime/proc.go, findRunnable");
    case Kind::SpinEnd: return x.make("spin.end", {x.proc()});
    case Kind::RunqPut: return queuePut(x);
    case Kind::RunqGet: return queueGet(x);
    case Kind::RunqSteal:
        return x.make("queue.steal", {x.proc(), x.procArg(0), x.numberArg(1)}, "runtime/proc.go, runqsteal");
    case Kind::TimerStart: return x.make("timer.start", {x.numberArg(0), x.numberArg(1)});
    case Kind::TimerStop: return x.make("timer.stop", {x.numberArg(0)});
    case Kind::TimerFire: return x.make("timer.fire", {x.numberArg(0)});
    default: return programEvent(x);
    }
}

} // namespace unwind::state
