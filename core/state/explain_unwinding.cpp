// Calls, defer, panic, recover and Goexit: the explanations people come for.
#include "state/explainer.h"

namespace unwind::state {
namespace {

using trace::Kind;

constexpr std::string_view kSpecDefer = "Go specification, Defer statements";
constexpr std::string_view kSpecPanics = "Go specification, Handling panics";
constexpr std::string_view kRecoverSource = "Go specification, Handling panics · runtime/panic.go, gorecover";
constexpr std::string_view kGoexitSource = "runtime/panic.go, Goexit";

std::string str(std::string_view s) { return std::string(s); }

/// The deferred call that the innermost frame is, or null.
const Defer* currentDeferred(const Explainer& x) {
    const Goroutine* g = x.was();
    if (!g || g->frames.empty())
        return nullptr;
    return g->frames.back().deferred ? g->findDefer(g->frames.back().deferred) : nullptr;
}

/// The line as it stands in the program, without its indentation; empty when the log has no text of that file.
std::string_view sourceLine(const trace::LogReader& log, SourcePos at) {
    const auto& files = log.header().files;
    if (!at.isValid() || at.file.value > files.size())
        return {};
    std::string_view text = files[at.file.value - 1].text;
    for (uint32_t line = 1; line < at.line; ++line) {
        const size_t end = text.find('\n');
        if (end == text.npos)
            return {};
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    const size_t first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t\r");
    return first == text.npos ? std::string_view() : text.substr(first, last - first + 1);
}

Explanation statement(const Explainer& x) {
    const std::string_view line = sourceLine(x.log, trace::unpackPos(x.event.args[0]));
    if (line.empty())
        return x.make("statement", {x.go(), x.positionArg(0)});
    return x.make("statement.text", {x.go(), x.positionArg(0), {ExplainArg::Type::Code, 0, std::string(line)}});
}

Explanation call(const Explainer& x) {
    const Goroutine* g = x.is();
    const DeferId deferred = g && !g->frames.empty() ? g->frames.back().deferred : DeferId{};
    if (deferred)
        return x.make("call.deferred", {x.go(), x.functionArg(0)});
    if (x.event.args[1] == 0)
        return x.make("call.first", {x.go(), x.functionArg(0)});
    return x.make("call", {x.functionAt(x.event.args[1] - 1), x.functionArg(0)});
}

Explanation ret(const Explainer& x) {
    const uint64_t depth = x.event.args[1];
    const Goroutine* g = x.was();
    if (g && depth < g->frames.size() && g->frames[depth].deferred)
        return x.make("return.deferred", {x.functionArg(0)});
    if (depth == 0)
        return x.make("return.last", {x.functionArg(0), x.go()});
    return x.make("return", {x.functionArg(0), x.functionAt(depth - 1)});
}

Explanation discard(const Explainer& x) {
    const Goroutine* g = x.was();
    if (g && g->unwindingGoexit())
        return x.make("frame.discard.goexit", {x.functionArg(0)}, str(kGoexitSource));
    const bool recovered = g && !g->panics.empty() && g->panics.back().state == PanicState::Recovered;
    return x.make(recovered ? "frame.discard.recovered" : "frame.discard", {x.functionArg(0)}, str(kSpecPanics));
}

Explanation deferPush(const Explainer& x) {
    const ExplainArg owner = x.functionAt(x.event.args[2]), callee = x.functionArg(1), args = x.textArg(4);
    return x.make(args.text.empty() ? "defer.push" : "defer.push.args", {owner, callee, args}, str(kSpecDefer));
}

Explanation deferBegin(const Explainer& x) {
    const DeferId id{x.event.args[0]};
    const Defer* d = x.defer(id);
    const ExplainArg callee = x.deferredFunction(id);
    const ExplainArg owner = d ? x.functionAt(d->depth) : x.text("the function");
    switch (DeferWhy(x.event.args[1])) {
    case DeferWhy::Panic: return x.make("defer.begin.panic", {callee, owner, x.panicArg(2)}, str(kSpecPanics));
    case DeferWhy::Goexit:
        return x.make("defer.begin.goexit", {callee, owner}, x.rule("goexit-runs-defers", kGoexitSource));
    default: return x.make("defer.begin.return", {callee, owner}, str(kSpecDefer));
    }
}

Explanation deferEnd(const Explainer& x) {
    const ExplainArg callee = x.deferredFunction(DeferId{x.event.args[0]});
    switch (DeferEndHow(x.event.args[1])) {
    case DeferEndHow::Panicked: return x.make("defer.end.panicked", {callee});
    case DeferEndHow::Goexited: return x.make("defer.end.goexited", {callee});
    case DeferEndHow::RecoveredAway: return x.make("defer.end.recoveredAway", {callee});
    default: return x.make("defer.end.returned", {callee});
    }
}

Explanation deferSkip(const Explainer& x) {
    const ExplainArg callee = x.deferredFunction(DeferId{x.event.args[0]});
    switch (SkipCause(x.event.args[1])) {
    case SkipCause::MainReturned:
        return x.make("defer.skip.mainReturned", {callee}, "Go specification, Program execution");
    case SkipCause::Fatal: return x.make("defer.skip.fatal", {callee});
    case SkipCause::UncaughtPanic: return x.make("defer.skip.uncaughtPanic", {callee});
    case SkipCause::GoexitRule:
        return x.make("defer.skip.goexitRule", {callee}, x.rule("goexit-runs-defers", "article §2.2"));
    case SkipCause::Signal: return x.make("defer.skip.signal", {callee}, "package os/signal, default behavior");
    default: return x.make("defer.skip.osExit", {callee}, "package os, Exit");
    }
}

bool hasPending(const Goroutine* g) {
    if (!g)
        return false;
    for (const Defer& d : g->defers) {
        if (d.state == DeferState::Pending)
            return true;
    }
    return false;
}

Explanation panicBegin(const Explainer& x) {
    const ExplainArg value = x.panicArg(0), older = x.panicArg(5);
    const ExplainArg type = x.textArg(2);
    const Goroutine* g = x.was();
    if (const Panic* link = g && x.event.args[5] ? g->findPanic(PanicId{x.event.args[5]}) : nullptr) {
        if (link->goexit)
            return x.make("panic.begin.duringGoexit", {x.go(), value, type},
                          x.rule("goexit-survives-recover", "issue 29226"));
        if (link->state == PanicState::Recovered)
            return x.make("panic.begin.afterRecover", {x.go(), value, older}, str(kSpecPanics));
        return x.make("panic.begin.duringPanic", {x.go(), value, older}, str(kSpecPanics));
    }
    if (!hasPending(g))
        return x.make("panic.begin.noDefers", {x.go(), value, type}, str(kSpecPanics));
    const bool runtimeError = PanicKind(x.event.args[4]) == PanicKind::RuntimeError;
    return x.make(runtimeError ? "panic.begin.runtimeError" : "panic.begin", {x.go(), value, type},
                  runtimeError ? "Go specification, Run-time panics" : str(kSpecPanics));
}

Explanation noPanic(const Explainer& x, const ExplainArg& caller) {
    const Defer* d = currentDeferred(x);
    const bool onReturn = d && d->why == DeferWhy::Return;
    return x.make(onReturn ? "recover.noPanic.return" : "recover.noPanic", {x.go(), caller}, str(kRecoverSource));
}

Explanation recover(const Explainer& x) {
    const ExplainArg caller = x.functionAt(x.event.args[3]), panic = x.panicArg(1), value = x.textArg(2);
    const auto because = [&](std::string_view code) {
        return x.make(code, {x.go(), caller, panic}, str(kRecoverSource));
    };
    switch (RecoverVerdict(x.event.args[0])) {
    case RecoverVerdict::Recovered: {
        const Defer* d = currentDeferred(x);
        if (!x.event.args[5])
            return x.make("recover.recovered.below", {x.go(), caller, panic}, x.rule("recover-caller", "TinyGo 0.33"));
        return x.make("recover.recovered", {x.go(), caller, panic, d ? x.functionAt(d->depth) : x.text("the function")},
                      str(kRecoverSource));
    }
    case RecoverVerdict::GoexitObserved: {
        const bool intercept = x.ruleValue("recover-during-goexit") == "intercept";
        return x.make(intercept ? "recover.goexitIntercepted" : "recover.goexitObserved", {x.go(), caller},
                      x.rule("recover-during-goexit", "article §3"));
    }
    case RecoverVerdict::NoPanic: return noPanic(x, caller);
    case RecoverVerdict::NotDeferred: return because("recover.notDeferred");
    case RecoverVerdict::NotDirect: return because("recover.notDirect");
    case RecoverVerdict::DeferredByDeferred: return because("recover.deferredByDeferred");
    case RecoverVerdict::DeferredDirectly: return because("recover.deferredDirectly");
    case RecoverVerdict::DuringGoexit:
        return x.make("recover.duringGoexit", {x.go(), caller},
                      x.rule("recover-during-goexit", "runtime/panic.go, gorecover"));
    case RecoverVerdict::AlreadyRecovered: return because("recover.alreadyRecovered");
    case RecoverVerdict::RaisedError:
        return x.make("recover.raisedError", {x.go(), caller}, x.rule("recover-outside-deferred", "article §1"));
    }
    return noPanic(x, caller);
}

Explanation aborted(const Explainer& x) {
    const Goroutine* g = x.is();
    const Panic* older = g ? g->findPanic(PanicId{x.event.args[0]}) : nullptr;
    const Panic* newer = g ? g->findPanic(PanicId{x.event.args[1]}) : nullptr;
    const ExplainArg oldArg = x.panicArg(0), newArg = x.panicArg(1);
    if (older && older->goexit) {
        return x.make("goexit.aborted", {oldArg, newArg}, x.rule("goexit-survives-recover", "issue 29226"));
    }
    if (newer && newer->goexit)
        return x.make("panic.aborted.byGoexit", {oldArg, x.go()}, str(kGoexitSource));
    return x.make("panic.aborted", {oldArg, newArg}, "runtime/panic.go, gopanic");
}

Explanation goexitBegin(const Explainer& x) {
    const Goroutine* g = x.was();
    const std::string rule = x.rule("goexit-runs-defers", kGoexitSource);
    const Panic* link = g && x.event.args[2] ? g->findPanic(PanicId{x.event.args[2]}) : nullptr;
    if (link && link->goexit)
        return x.make("goexit.begin.again", {x.go()}, rule);
    if (link)
        return x.make("goexit.begin.duringPanic", {x.go(), x.panicArg(2)}, rule);
    if (x.ruleValue("goexit-runs-defers") == "no")
        return x.make("goexit.begin.withoutDefers", {x.go()}, rule);
    if (!hasPending(g))
        return x.make("goexit.begin.noDefers", {x.go()}, rule);
    return x.make("goexit.begin", {x.go()}, rule);
}

} // namespace

Explanation explainUnwinding(const Explainer& x) {
    switch (x.event.kind) {
    case Kind::Call: return call(x);
    case Kind::Return: return ret(x);
    case Kind::FrameDiscard: return discard(x);
    case Kind::Stmt: return statement(x);
    case Kind::DeferPush: return deferPush(x);
    case Kind::DeferBegin: return deferBegin(x);
    case Kind::DeferEnd: return deferEnd(x);
    case Kind::DeferSkip: return deferSkip(x);
    case Kind::PanicBegin: return panicBegin(x);
    case Kind::RecoverCall: return recover(x);
    case Kind::PanicRecovered:
        return x.make("panic.recovered", {x.panicArg(0), x.functionArg(1), x.positionArg(3)}, str(kSpecPanics));
    case Kind::PanicAborted: return aborted(x);
    case Kind::PanicRepanic:
        return x.make("panic.repanic", {x.go(), x.panicArg(0)}, x.rule("repanic-print", "Go 1.25 release notes"));
    case Kind::PanicFatal: return x.make("panic.fatal", {x.panicArg(0), x.go()}, "runtime/panic.go, fatalpanic");
    case Kind::GoexitBegin: return goexitBegin(x);
    case Kind::GoexitResume:
        return x.make("goexit.resume", {x.go(), x.panicArg(1)},
                      x.rule("goexit-survives-recover", "Go 1.14, issue 29226"));
    case Kind::GoexitEnd: return x.make("goexit.end", {x.go()}, str(kGoexitSource));
    case Kind::GoexitIntercepted:
        return x.make("goexit.intercepted", {x.go(), x.functionArg(1), x.positionArg(3)},
                      x.rule("recover-during-goexit", "article §3"));
    case Kind::Fatal: return x.make("fatal", {x.textArg(0)}, "runtime/panic.go, fatal");
    default: return x.make("throw", {x.textArg(0), x.positionArg(1)});
    }
}

} // namespace unwind::state
