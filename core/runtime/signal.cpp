// A signal is delivered where a slice begins, as on a thread of its own: whoever runs is interrupted by it, and an idle program
// wakes for it.
#include "runtime/signal.h"

#include "runtime/sched.h"

#include <fmt/format.h>

#include <algorithm>

namespace unwind::runtime {

using trace::Kind;
using trace::SignalAction;
using trace::SkipCause;

namespace {

constexpr SignalFacts kSignals[] = {
    {1, "SIGHUP", "hangup", SignalAction::Killed},
    {2, "SIGINT", "interrupt", SignalAction::Killed},
    {3, "SIGQUIT", "quit", SignalAction::Dumped},
    {6, "SIGABRT", "aborted", SignalAction::Dumped},
    {9, "SIGKILL", "killed", SignalAction::Killed},
    {10, "SIGUSR1", "user defined signal 1", SignalAction::NoEffect},
    {12, "SIGUSR2", "user defined signal 2", SignalAction::NoEffect},
    {13, "SIGPIPE", "broken pipe", SignalAction::NoEffect},
    {14, "SIGALRM", "alarm clock", SignalAction::NoEffect},
    {15, "SIGTERM", "terminated", SignalAction::Killed},
    {17, "SIGCHLD", "child exited", SignalAction::NoEffect},
    {23, "SIGURG", "urgent I/O condition", SignalAction::NoEffect},
    {28, "SIGWINCH", "window changed", SignalAction::NoEffect},
};
constexpr int kSigkill = 9, kSigquit = 3, kSigterm = 15;

constexpr uint64_t bit(int number) { return uint64_t{1} << number; }

} // namespace

std::span<const SignalFacts> signalTable() { return kSignals; }

const SignalFacts* findSignal(std::string_view name) {
    auto it = std::find_if(std::begin(kSignals), std::end(kSignals),
                           [&](const SignalFacts& s) { return s.name == name || s.name.substr(3) == name; });
    return it == std::end(kSignals) ? nullptr : it;
}

const SignalFacts* findSignal(int number) {
    auto it = std::find_if(std::begin(kSignals), std::end(kSignals), [&](const SignalFacts& s) { return s.number == number; });
    return it == std::end(kSignals) ? nullptr : it;
}

void signalSetWish(Sched& s, int number, SignalWish wish) {
    Signals& signals = s.signals();
    if (number < 0 || number > 63 || number == kSigkill) return;
    signals.notified &= ~bit(number);
    if (wish == SignalWish::Ignore) signals.ignored |= bit(number); // and stays so after Reset, as in Go
    if (wish != SignalWish::Notify) return;
    signals.notified |= bit(number);
    signals.ignored &= ~bit(number);
}

bool signalIsIgnored(Sched& s, int number) {
    return number >= 0 && number < 64 && (s.signals().ignored & bit(number));
}

int signalRecv(Sched& s) {
    Signals& signals = s.signals();
    signals.watched = true;
    while (signals.pending == 0) {
        signals.receiver = s.curg();
        s.gopark(WaitReason::SignalRecv, 0);
    }
    const int number = __builtin_ctzll(signals.pending);
    signals.pending &= ~bit(number);
    return number;
}

void Sched::sendSignal(const Signals::Planned& signal) {
    m_signals.planned.insert(signal);
    if (m_p) shortenSlice(std::max(signal.when, now() + 1));
}

Time Sched::nextSignal() const {
    return m_signals.planned.empty() ? m_signals.exit : std::min(m_signals.exit, m_signals.planned.begin()->when);
}

void Sched::deliverSignals() {
    if (nextSignal() > now()) return;
    G* interrupted = std::exchange(m_p->curg, nullptr);
    if (m_signals.exit <= now()) exitMain();
    while (!m_ended && nextSignal() <= now()) {
        const Signals::Planned signal = *m_signals.planned.begin();
        m_signals.planned.erase(m_signals.planned.begin());
        deliver(*findSignal(signal.number), interrupted, signal.byPerson ? uint64_t(signal.when) + 1 : 0);
    }
    m_p->curg = interrupted;
}

// The article's signalNotifyExit: whoever watches for SIGTERM gets it at once, the main M as soon as it wakes.
void Sched::notifyExit() {
    emitStep(trace::StepName::SignalNotifyExit, *curg());
    m_signals.exit = now() + m_options.costs.wake;
    shortenSlice(m_signals.exit);
    if (m_signals.notified & bit(kSigterm)) deliver(*findSignal(kSigterm), curg());
}

void Sched::deliver(const SignalFacts& signal, const G* interrupted, uint64_t sentAt) {
    SignalAction action = signal.byDefault;
    if (m_signals.notified & bit(signal.number)) action = SignalAction::Notified;
    else if (m_signals.ignored & bit(signal.number)) action = SignalAction::Ignored;
    emit(Kind::Signal, signal.number, m_sink ? m_sink->intern(signal.name) : 0, action, sentAt);
    switch (action) {
    case SignalAction::Notified:
        m_signals.pending |= bit(signal.number);
        if (G* receiver = std::exchange(m_signals.receiver, nullptr)) goready(receiver);
        break;
    case SignalAction::Killed:
        finish(128 + signal.number, fmt::format("signal: {}", signal.text), SkipCause::Signal);
        break;
    case SignalAction::Dumped:
        output(2, fmt::format("{}: {}\n{}", signal.name, signal.number == kSigquit ? "quit" : "abort", tracebackAll(interrupted)));
        finish(2, fmt::format("signal: {}", signal.text), SkipCause::Signal);
        break;
    case SignalAction::Ignored:
    case SignalAction::NoEffect: break;
    }
}

} // namespace unwind::runtime
