// Channels, select, sync, the monitor, the collector, signals, and what a program reports of itself.
#include "state/explainer.h"
#include "trace/observability.h"

namespace unwind::state {
namespace {

using trace::ChanHow;
using trace::Kind;
using trace::SyncKind;

Explanation send(const Explainer& x) {
    const auto as = [&](std::string_view code) { return x.make(code, {x.go(), x.numberArg(0), x.numberArg(2)}); };
    switch (ChanHow(x.event.args[1])) {
    case ChanHow::Handoff: return as("chan.send.handoff");
    case ChanHow::AfterPark: return as("chan.send.afterPark");
    case ChanHow::Closed: return as("chan.send.closed");
    default: return as("chan.send.buffered");
    }
}

Explanation receive(const Explainer& x) {
    const auto as = [&](std::string_view code) { return x.make(code, {x.go(), x.numberArg(0), x.numberArg(2)}); };
    switch (ChanHow(x.event.args[1])) {
    case ChanHow::Handoff: return as("chan.recv.handoff");
    case ChanHow::AfterPark: return as("chan.recv.afterPark");
    case ChanHow::Closed: return as("chan.recv.closed");
    default: return as("chan.recv.buffered");
    }
}

Explanation sync(const Explainer& x, bool acquire) {
    const auto as = [&](std::string_view taken, std::string_view given) {
        return x.make(acquire ? taken : given, {x.go(), x.numberArg(0)});
    };
    switch (SyncKind(x.event.args[1])) {
    case SyncKind::Mutex: return as("sync.mutex.acquire", "sync.mutex.release");
    case SyncKind::RWMutexRead: return as("sync.read.acquire", "sync.read.release");
    case SyncKind::RWMutexWrite: return as("sync.write.acquire", "sync.write.release");
    case SyncKind::WaitGroup: return as("sync.waitGroup.acquire", "sync.waitGroup.release");
    case SyncKind::Cond: return as("sync.cond.acquire", "sync.cond.release");
    case SyncKind::Once: return as("sync.once.acquire", "sync.once.release");
    default: return as("sync.semaphore.acquire", "sync.semaphore.release");
    }
}

Explanation signal(const Explainer& x) {
    const ExplainArg name = x.textArg(1);
    switch (trace::SignalAction(x.event.args[2])) {
    case trace::SignalAction::Notified: return x.make("signal.notified", {name}, "package os/signal, Notify");
    case trace::SignalAction::Ignored: return x.make("signal.ignored", {name}, "package os/signal, Ignore");
    case trace::SignalAction::NoEffect: return x.make("signal.noEffect", {name}, "runtime/sigtab_linux_generic.go");
    case trace::SignalAction::Killed: return x.make("signal.killed", {name}, "package os/signal, default behavior");
    default: return x.make("signal.dumped", {name}, "package os/signal, default behavior");
    }
}

Explanation record(const Explainer& x) {
    const ExplainArg name = x.textArg(1), attributes = x.textArg(2);
    switch (trace::RecordKind(x.event.args[0])) {
    case trace::RecordKind::Log: return x.make("record.log", {x.go(), name, attributes});
    case trace::RecordKind::Count: return x.make("record.count", {x.go(), name, attributes, x.numberArg(3)});
    case trace::RecordKind::SpanBegin: return x.make("record.spanBegin", {x.go(), name, attributes});
    case trace::RecordKind::State: {
        const trace::StateChange change = trace::stateChange(x.log, x.event);
        return x.make(change.cause.empty() ? "record.state" : "record.state.cause",
                      {x.go(), name, x.text(change.state), x.text(change.cause)});
    }
    default: return x.make("record.spanEnd", {x.go(), name, attributes});
    }
}

/// What the rules of a profile add to the runtime.
Explanation step(const Explainer& x) {
    using trace::StepName;
    const ExplainArg g = x.goArg(1), value = x.numberArg(2);
    const std::string exit = x.rule("process-exit", "article §2.3"), status = x.rule("goexit-status", "article §2.1"),
                      park = x.rule("park-status", "article §2.4");
    switch (StepName(x.event.args[0])) {
    case StepName::Dropg: return x.make("step.dropg", {g}, status);
    case StepName::Schedule: return x.make("step.schedule", {g}, status);
    case StepName::StoreExiting: return x.make("step.storeExiting", {g}, exit);
    case StepName::StoreExitCode: return x.make("step.storeExitCode", {g, value}, exit);
    case StepName::SignalNotifyExit: return x.make("step.signalNotifyExit", {g}, exit);
    case StepName::LoadExiting: return x.make(value.value ? "step.loadExiting.set" : "step.loadExiting", {g}, exit);
    case StepName::StopForExit: return x.make("step.stopForExit", {g}, exit);
    case StepName::MainMExits: return x.make("step.mainMExits", {value}, exit);
    case StepName::ParkUnlock: return x.make("step.parkUnlock", {g}, park);
    case StepName::ReadyTooEarly: return x.make("step.readyTooEarly", {g, x.proc()}, park);
    case StepName::PanicwrapHook: return x.make("step.panicwrapHook", {g, value}, x.rule("reflect-frames", "article §2.4"));
    }
    return x.make("step.dropg", {g}, status);
}

} // namespace

Explanation explainObjects(const Explainer& x) {
    switch (x.event.kind) {
    case Kind::ChanMake:
        return x.make(x.event.args[1] ? "chan.make.buffered" : "chan.make", {x.go(), x.numberArg(0), x.numberArg(1)});
    case Kind::ChanSend: return send(x);
    case Kind::ChanRecv: return receive(x);
    case Kind::ChanClose: return x.make("chan.close", {x.go(), x.numberArg(0)});
    case Kind::Select:
        return x.make(x.event.args[1] >= x.event.args[0] ? "select.default" : "select.case",
                      {x.go(), x.number(x.event.args[1] + 1), x.numberArg(0)}, "Go specification, Select statements");
    case Kind::SyncAcquire: return sync(x, true);
    case Kind::SyncRelease: return sync(x, false);
    case Kind::Sysmon:
        return x.make(x.event.args[0] ? "sysmon.retake" : "sysmon.preempt", {x.goArg(1)}, "runtime/proc.go, sysmon");
    case Kind::Signal: return signal(x);
    case Kind::Record: return record(x);
    case Kind::RuntimeStep: return step(x);
    default: return x.make("gc.run", {x.numberArg(0), x.numberArg(1)});
    }
}

} // namespace unwind::state
