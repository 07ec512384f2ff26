// How a program ends: exit, main's return, uncaught panics, fatal errors; what Go prints then and its exit codes.
#include "runtime/sched.h"

#include <fmt/format.h>

#include <cstdlib>

namespace unwind::runtime {

using trace::Kind;
using trace::SkipCause;

/// Every stored call that has not begun will never run.
void Sched::skipDefers(SkipCause cause) {
    if (!m_sink) return;
    forEachG([&](G& g) {
        for (Defer* d = g.defers; d; d = d->link) emitFor(g, Kind::DeferSkip, d->id, cause);
    });
}

void Sched::finish(int code, std::string_view reason, SkipCause cause) {
    skipDefers(cause);
    emit(Kind::ProgramExit, code, m_sink ? m_sink->intern(reason) : 0, cause);
    m_outcome = {Outcome::Kind::Finished, code};
    m_ended = true;
}

void Sched::leave() {
    switchTo(m_host);
    std::abort();
}

// The article's os.Exit: flag, code, and a signal, which ends the process once the main M gets it. Whoever is about to park
// meanwhile reads the flag and stops, the caller of os.Exit first.
void Sched::doExit(int code) {
    using trace::StepName;
    G* g = curg();
    if (!m_exiting) {
        m_exiting = true;
        emitStep(StepName::StoreExiting, *g, 1);
        m_exitCode = code & 0xff;
        emitStep(StepName::StoreExitCode, *g, uint64_t(m_exitCode));
        notifyExit();
    }
    gopark(WaitReason::Exiting, 0);
    std::abort();
}

void Sched::checkExiting(G* g) {
    emitStep(trace::StepName::LoadExiting, *g, m_exiting);
    if (!m_exiting) return;
    g->stopped = true;
    emitStep(trace::StepName::StopForExit, *g);
}

void Sched::exitMain() {
    emit(Kind::RuntimeStep, trace::StepName::MainMExits, GoId{}, m_exitCode);
    finish(m_exitCode, {}, SkipCause::OsExit);
}

void Sched::exit(int code) {
    if (profile().processExit == profile::ProcessExit::Broadcast) doExit(code);
    finish(code & 0xff, {}, SkipCause::OsExit);
    leave();
}

// A goroutine that is just unwinding gets a chance to finish and crash the program, but a panic whose deferred calls block loses.
void Sched::mainReturned() {
    for (int i = 0; i < 1000 && runningPanicDefers > 0; ++i) gosched();
    if (m_exiting) finish(m_exitCode, {}, SkipCause::OsExit);
    else finish(0, {}, SkipCause::MainReturned);
    leave();
}

void Sched::dieFatal(std::string_view text) {
    emit(Kind::Fatal, m_sink ? m_sink->intern(text) : 0);
    std::string message = fmt::format("fatal error: {}\n{}", text, tracebackAll(curg()));
    output(2, message);
    finish(2, message.substr(0, message.find('\n')), SkipCause::Fatal);
}

void Sched::fatal(std::string_view text) {
    dieFatal(text);
    leave();
}

/// The traces of all goroutines, first's before the others'.
std::string Sched::tracebackAll(const G* first) {
    std::string text;
    auto add = [&](const G& g) { text += fmt::format("\n{}\n{}", goroutineHeader(g), m_hooks.traceback(g)); };
    if (first) add(*first);
    forEachG([&](G& g) {
        if (&g != first) add(g);
    });
    return text;
}

std::string Sched::goroutineHeader(const G& g) const {
    std::string_view status = "idle";
    switch (g.status) {
    case GStatus::Gidle: status = "idle"; break;
    case GStatus::Grunnable: status = "runnable"; break;
    case GStatus::Grunning: status = "running"; break;
    case GStatus::Gsyscall: status = "syscall"; break;
    case GStatus::Gwaiting: status = trace::waitReasonText(g.waitReason); break;
    case GStatus::Gdead: status = "dead"; break;
    }
    bool waits = g.status == GStatus::Gwaiting || g.status == GStatus::Gsyscall;
    Time minutes = waits ? (now() - g.waitSince) / 60'000'000'000 : 0;
    if (minutes >= 1) return fmt::format("goroutine {} [{}, {} minutes]:", g.id.value, status, minutes);
    return fmt::format("goroutine {} [{}]:", g.id.value, status);
}

void Sched::output(int fd, std::string_view text) {
    emit(Kind::Output, fd, m_sink ? m_sink->intern(text) : 0);
    m_hooks.write(fd, text);
}

} // namespace unwind::runtime
