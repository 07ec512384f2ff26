#include "state/notrun.h"

#include "trace/printer.h"

#include <fmt/format.h>

namespace unwind::state {
namespace {

using Type = ExplainArg::Type;

Explanation make(std::string code, std::vector<ExplainArg> args, std::string_view rule = {}) {
    return {std::move(code), std::move(args), std::string(rule), {}};
}

/// Why a stored call was never made.
Explanation callCause(const trace::LogReader& log, const Snapshot& s, GoId go, const Defer& d) {
    const std::string reason(log.string(s.exitReason));
    const ExplainArg owner{Type::Go, go.value, {}}, by{Type::Go, s.exitedBy.value, {}}, text{Type::Text, 0, reason};
    switch (d.skipped) {
    case SkipCause::OsExit: return make("notRun.call.osExit", {owner, by}, "package os, Exit");
    case SkipCause::MainReturned:
        return make("notRun.call.mainReturned", {owner}, "Go specification, Program execution");
    case SkipCause::Fatal: return make("notRun.call.fatal", {owner, text}, "runtime/panic.go, fatalthrow");
    case SkipCause::UncaughtPanic:
        return make("notRun.call.uncaughtPanic", {owner, by, text}, "Go specification, Handling panics");
    case SkipCause::Signal: return make("notRun.call.signal", {owner, text}, "os/signal, default behaviour");
    case SkipCause::GoexitRule: return make("notRun.call.goexitRule", {owner}, "goexit-runs-defers=no · article §2.2");
    }
    return {};
}

/// Why a goroutine had not ended: what it waited for, or that it could have run; and what ended the program.
Explanation goroutineCause(const trace::LogReader& log, const Snapshot& s, const Goroutine& g) {
    const ExplainArg go{Type::Go, g.id.value, {}}, by{Type::Go, s.exitedBy.value, {}};
    const ExplainArg wait{Type::Text, 0, std::string(trace::waitReasonText(g.wait))};
    const ExplainArg reason{Type::Text, 0, std::string(log.string(s.exitReason))};
    const bool waits = g.status == GStatus::Gwaiting;
    const std::string code = waits ? "notRun.go.waiting." : "notRun.go.runnable.";
    switch (s.exitCause) {
    case SkipCause::OsExit: return make(code + "osExit", {go, wait, by}, "package os, Exit");
    case SkipCause::Fatal:
        if (waits && !s.exitedBy)
            return make("notRun.go.waiting.deadlock", {go, wait}, "runtime/proc.go, checkdead");
        return make(code + "fatal", {go, wait, reason}, "runtime/panic.go, fatalthrow");
    case SkipCause::UncaughtPanic:
        return make(code + "uncaughtPanic", {go, wait, by, reason}, "Go specification, Handling panics");
    case SkipCause::Signal: return make(code + "signal", {go, wait, reason}, "os/signal, default behaviour");
    default: return make(code + "mainReturned", {go, wait}, "Go specification, Program execution");
    }
}

bool hadNotEnded(const Snapshot& s, const Goroutine& g) {
    return s.exited && g.status != GStatus::Gdead && g.status != GStatus::Gidle && g.id != s.exitedBy;
}

} // namespace

std::vector<NotRun> notRun(const trace::LogReader& log, const Snapshot& end) {
    std::vector<NotRun> list;
    for (const auto& [id, g] : end.goroutines) {
        if (hadNotEnded(end, g))
            list.push_back({id, g.function, {}, 0, g.at.isValid() ? g.at : g.created, end.count - 1,
                            goroutineCause(log, end, g)});
        for (auto d = g.defers.rbegin(); d != g.defers.rend(); ++d) {
            if (d->state == DeferState::Skipped)
                list.push_back({id, d->function, d->id, d->args, d->at, d->pushed, callCause(log, end, id, *d)});
        }
    }
    return list;
}

std::string notRunText(const trace::LogReader& log, const NotRun& entry) {
    const std::string what = entry.function ? std::string(log.functionName(entry.function)) : "recover";
    return fmt::format("G{} {}{} at {}: {}", entry.go.value, entry.defer ? "defer " : "", what,
                       trace::positionText(log, entry.at), sentence(log, entry.cause));
}

} // namespace unwind::state
