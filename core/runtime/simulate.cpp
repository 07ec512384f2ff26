// Virtual time. Each P that has an M has a clock; the one with the smallest runs next, until it would be a quantum ahead of
// another, a timer that an idle P would wake for, or the end of the goroutine's 10 ms. A lone busy P so gets long slices.
// When no P has an M, the clock jumps to the next timer, as an M that blocks in netpoll would wake for it.
#include "runtime/sched.h"

#include <algorithm>
#include <limits>

namespace unwind::runtime {

using trace::Kind;

namespace {
constexpr Time kNever = std::numeric_limits<Time>::max();
}

Time Sched::earliestTimer() const {
    Time when = kNever;
    for (auto& p : m_allp)
        if (!p->timers.empty()) when = std::min(when, p->timers.front()->when);
    return when;
}

/// A set timer can make something run; a timer whose channel nobody waits on can not (since Go 1.23 it is in no heap).
bool Sched::timersCanWake() const {
    if (m_plainTimers > 0 || m_signals.exit != kNoSignal || (m_signals.watched && !m_signals.planned.empty())) return true;
    for (auto& p : m_allp)
        for (Timer* t : p->timers)
            if (t->channel->recvq.first) return true;
    return false;
}

/// The P whose turn it is; an idle one is started for a timer that is due first. Null: nothing can ever run.
P* Sched::nextP() {
    P* best = nullptr;
    for (auto& p : m_allp)
        if (p->state == P::State::Running && (!best || p->clock < best->clock)) best = p.get();
    if (m_pidle.empty()) return best;
    Time when = std::min(earliestTimer(), nextSignal());
    if (when == kNever || (best && best->clock <= when)) return best;
    if (!best && !timersCanWake()) return nullptr;
    P* p = m_pidle.back();
    m_pidle.pop_back();
    startm(p, m_allp.size() > 1, when);
    return p;
}

void Sched::beginSlice(P* p) {
    m_p = p;
    const Costs& costs = m_options.costs;
    Time end = costs.preempt + (p->curg ? std::max(p->schedWhen, p->clock - costs.preempt + 1) : p->clock);
    for (auto& other : m_allp)
        if (other.get() != p && other->state == P::State::Running) end = std::min(end, other->clock + costs.quantum);
    if (!m_pidle.empty()) end = std::min(end, std::max(earliestTimer(), p->clock + 1));
    end = std::min(end, std::max(nextSignal(), p->clock + 1));
    m_sliceEnd = end;
    budget = end - p->clock;
    if (p->starting) {
        p->starting = false;
        emit(Kind::ProcStart, p->m->id);
        if (p->m->spinning) emit(Kind::SpinBegin);
    }
}

void Sched::leaveSlice() {
    if (!m_p) return;
    m_p->clock = now();
    m_p = nullptr;
}

void Sched::shortenSlice(Time end) {
    if (end >= m_sliceEnd) return;
    budget -= m_sliceEnd - end;
    m_sliceEnd = end;
}

/// Nothing can ever run, unless the host sends a signal: then false, and the host is to be asked.
bool Sched::checkdead() {
    if (m_signals.watched && m_options.awaitSignals) {
        m_outcome = {Outcome::Kind::Waiting, 0};
        return false;
    }
    std::string_view text = "all goroutines are asleep - deadlock!";
    if (m_signals.watched) text = "all goroutines wait for a signal, and none is planned (--signal SIGTERM@2s plans one)";
    else if (m_alive == 0) text = "no goroutines (main called runtime.Goexit) - deadlock!";
    dieFatal(text);
    return true;
}

} // namespace unwind::runtime
