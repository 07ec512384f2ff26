// Who runs next on a P: the order of runtime/proc.go's schedule and findRunnable. Spinning Ms, steals and wake-ups follow
// Go's rules; what happens at the same moment on real threads happens here in the order of the Ps' virtual clocks.
#include "runtime/sched.h"

namespace unwind::runtime {

using trace::Kind;

/// Goes on with the simulation until a goroutine is to run on the host thread; null when the program has ended or waits for the host.
G* Sched::choose() {
    while (!m_ended) {
        if (P* p = m_p) {
            if (budget > 0) {
                if (p->curg) return p->curg;
                bool inheritTime = false;
                if (G* g = findRunnable(p, inheritTime)) {
                    execute(p, g, inheritTime);
                    continue;
                }
            }
            leaveSlice();
        }
        P* p = nextP();
        if (!p) {
            if (!checkdead()) return nullptr;
            continue;
        }
        beginSlice(p);
        deliverSignals();
        if (p->curg && p->clock - p->schedWhen >= m_options.costs.preempt) preempt(p);
    }
    return nullptr;
}

/// Null: the P has become idle, or its spinning M backs off for a moment.
G* Sched::findRunnable(P* p, bool& inheritTime) {
    if (!p->timers.empty()) runTimers(p);
    if (p->schedtick % 61 == 0 && !m_runq.empty())
        if (G* g = globrunqget(p, 1)) return g;
    if (G* g = runqget(p, &inheritTime)) return g;
    if (!m_runq.empty())
        if (G* g = globrunqget(p, int(P::kRing / 2))) return g;
    if (m_allp.size() > 1 && maySpin(p)) {
        if (G* g = stealWork(p)) return g;
        if (p->finalLook) return nullptr; // backing off
    }
    if (p->m->spinning) resetspinning(p);
    stopm(p);
    return nullptr;
}

/// An M looks for work elsewhere only if less than half of the busy Ps' Ms already do.
bool Sched::maySpin(P* p) {
    if (p->m->spinning) return true;
    if (2 * m_nmspinning >= int(m_allp.size() - m_pidle.size())) return false;
    p->m->spinning = true;
    ++m_nmspinning;
    emit(Kind::SpinBegin);
    return true;
}

/// Rings of the others in random order, then their timers, then, after a pause, their runnexts: a goroutine just made
/// ready is left to its own P for a moment, which mostly runs it at once.
G* Sched::stealWork(P* p) {
    size_t n = m_allp.size(), start = cheaprandn(uint32_t(n));
    for (size_t i = 0; i < n; ++i) {
        P* victim = m_allp[(start + i) % n].get();
        if (victim == p) continue;
        if (G* g = runqsteal(p, victim, p->finalLook)) {
            spend(m_options.costs.steal);
            p->finalLook = false;
            return g;
        }
    }
    for (size_t i = 0; i < n; ++i) {
        P* owner = m_allp[(start + i) % n].get();
        if (owner == p || owner->timers.empty() || owner->timers.front()->when > now()) continue;
        runTimers(owner);
        if (G* g = runqget(p)) return g;
    }
    bool worthWaiting = false;
    for (auto& victim : m_allp) worthWaiting |= victim.get() != p && victim->runnext;
    if (worthWaiting && !p->finalLook) {
        p->finalLook = true;
        spend(m_options.costs.backoff);
    } else {
        p->finalLook = false;
    }
    return nullptr;
}

void Sched::execute(P* p, G* g, bool inheritTime) {
    if (g->readyAt > now()) spend(g->readyAt - now());
    if (p->m->spinning) {
        resetspinning(p);
        wakep();
    }
    p->finalLook = false;
    if (g->exiting) {
        casgstatus(g, GStatus::Grunnable, GStatus::Gdead);
        gdestroy(g);
        return;
    }
    casgstatus(g, GStatus::Grunnable, GStatus::Grunning);
    g->p = p;
    p->curg = g;
    if (!inheritTime) {
        ++p->schedtick;
        p->schedWhen = now();
    }
    emit(Kind::GoStart, g->id);
}

void Sched::resetspinning(P* p) {
    p->m->spinning = false;
    --m_nmspinning;
    emit(Kind::SpinEnd);
}

/// There is new work: one more P, unless somebody is already looking.
void Sched::wakep() {
    if (m_nmspinning != 0 || m_pidle.empty()) return;
    P* p = m_pidle.back();
    m_pidle.pop_back();
    startm(p, true, now() + m_options.costs.wake);
}

/// Gives an M to p, from virtual time `at` on. p is in no idle list.
void Sched::startm(P* p, bool spinning, Time at) {
    M* m = nullptr;
    if (m_midle.empty()) {
        m_allm.push_back(std::make_unique<M>());
        m = m_allm.back().get();
        m->id = MachineId{int32_t(m_allm.size()) - 1};
    } else {
        m = m_midle.back();
        m_midle.pop_back();
    }
    m->p = p;
    m->spinning = spinning;
    m_nmspinning += spinning;
    p->m = m;
    p->state = P::State::Running;
    p->starting = true;
    if (p->clock < at) p->clock = at;
    p->schedWhen = p->clock;
    if (m_p && m_p != p) shortenSlice(p->clock + m_options.costs.quantum);
}

void Sched::stopm(P* p) {
    p->m->p = nullptr;
    m_midle.push_back(p->m);
    p->m = nullptr;
    p->state = P::State::Idle;
    m_pidle.push_back(p);
    emit(Kind::ProcStop);
}

/// p's M goes into a system call: another one takes p if there is work or nobody looks for any, else p is idle.
void Sched::handoffp(P* p) {
    p->m->p = nullptr;
    p->m = nullptr;
    emit(Kind::ProcStop);
    bool work = p->runnext || p->ringSize() || !m_runq.empty();
    bool look = m_nmspinning == 0 && m_pidle.empty();
    Time at = now() + m_options.costs.wake;
    leaveSlice();
    p->state = P::State::Idle;
    if (work || look) startm(p, !work, at);
    else m_pidle.push_back(p);
}

/// sysmon: the goroutine has run for 10 ms.
void Sched::preempt(P* p) {
    emit(Kind::Sysmon, trace::SysmonAction::Preempt, p->curg->id);
    yieldTo(trace::StopReason::Preempted, true);
}

} // namespace unwind::runtime
