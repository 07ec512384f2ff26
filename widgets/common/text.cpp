#include "widgets/common/text.h"

namespace unwind::widgets {

QString Text::token(Token token) {
    switch (token) {
    case Token::Running: return tr("running");
    case Token::Runnable: return tr("runnable");
    case Token::Waiting: return tr("waiting");
    case Token::Sleeping: return tr("sleep / syscall");
    case Token::Panicking: return tr("panicking");
    case Token::Goexit: return tr("Goexit");
    case Token::Recovered: return tr("recovered");
    case Token::Dead: return tr("dead");
    }
    return {};
}

QString Text::deferState(state::DeferState state) {
    switch (state) {
    case state::DeferState::Pending: return tr("PENDING");
    case state::DeferState::Running: return tr("RUNNING");
    case state::DeferState::Done: return tr("DONE");
    case state::DeferState::Skipped: return tr("SKIPPED");
    }
    return {};
}

QString Text::deferEnd(state::DeferEndHow how) {
    switch (how) {
    case state::DeferEndHow::Returned: return tr("returned");
    case state::DeferEndHow::Panicked: return tr("ended by a panic of its own");
    case state::DeferEndHow::Goexited: return tr("ended by runtime.Goexit");
    case state::DeferEndHow::RecoveredAway: return tr("its frame was left by a recovered panic");
    }
    return {};
}

QString Text::skipCause(state::SkipCause cause) {
    switch (cause) {
    case state::SkipCause::OsExit: return tr("os.Exit ends the program without deferred calls");
    case state::SkipCause::MainReturned: return tr("main returned first: other goroutines' deferred calls do not run");
    case state::SkipCause::Fatal: return tr("a fatal error runs no deferred calls");
    case state::SkipCause::UncaughtPanic: return tr("an uncaught panic ended the program");
    case state::SkipCause::GoexitRule: return tr("the profile's rule: Goexit runs no deferred calls");
    case state::SkipCause::Signal: return tr("a signal that nobody handles ended the program");
    }
    return {};
}

QString Text::panicState(state::PanicState state) {
    switch (state) {
    case state::PanicState::Running: return tr("in progress");
    case state::PanicState::Recovered: return tr("recovered");
    case state::PanicState::Aborted: return tr("aborted");
    case state::PanicState::Repanicked: return tr("raised again");
    case state::PanicState::Fatal: return tr("fatal");
    case state::PanicState::Done: return tr("done");
    }
    return {};
}

QString Text::panicKind(state::PanicKind kind) {
    switch (kind) {
    case state::PanicKind::Value: return tr("panic");
    case state::PanicKind::Error: return tr("panic with an error");
    case state::PanicKind::RuntimeError: return tr("run-time error");
    }
    return {};
}

QString Text::goroutineState(const state::Goroutine& goroutine) {
    QString words;
    switch (goroutine.status) {
    case state::GStatus::Gidle: words = tr("being made"); break;
    case state::GStatus::Grunnable: words = tr("runnable"); break;
    case state::GStatus::Grunning:
        words = goroutine.proc == kNoProc ? tr("running") : tr("running on %1").arg(procName(goroutine.proc));
        break;
    case state::GStatus::Gsyscall: words = tr("system call"); break;
    case state::GStatus::Gwaiting: words = fromUtf8(trace::waitReasonText(goroutine.wait)); break;
    case state::GStatus::Gdead: return tr("dead");
    }
    if (goroutine.unwindingPanic()) words += tr(" · panicking");
    if (goroutine.unwindingGoexit()) words += tr(" · Goexit");
    return words;
}

QString formatTime(Time time) {
    const double t = double(time), a = time < 0 ? -t : t;
    auto with = [](double v, const char* unit) {
        const double size = v < 0 ? -v : v;
        QString digits = QString::number(v, 'f', size < 10 ? 2 : size < 100 ? 1 : 0);
        return digits + QChar(0xA0) + QString::fromUtf8(unit);
    };
    if (a < 1e3) return QString::number(time) + QChar(0xA0) + QStringLiteral("ns");
    if (a < 1e6) return with(t / 1e3, "µs");
    if (a < 1e9) return with(t / 1e6, "ms");
    return with(t / 1e9, "s");
}

QString grouped(uint64_t number) {
    QString digits = QString::number(number);
    for (int i = digits.size() - 3; i > 0; i -= 3) digits.insert(i, QChar(0xA0));
    return digits;
}

QString goName(GoId go) { return go ? QStringLiteral("G%1").arg(go.value) : QStringLiteral("–"); }

QString procName(ProcId p) { return p == kNoProc ? QStringLiteral("–") : QStringLiteral("P%1").arg(p.value); }

QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

} // namespace unwind::widgets
