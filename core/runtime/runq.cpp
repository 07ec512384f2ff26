// Run queues: each P's runnext and ring of 256, and the global queue. Every move is told, so that a reader of the log knows
// where each runnable goroutine is. Counterpart: runqput, runqget, runqgrab and globrunq* of runtime/proc.go.
#include "runtime/sched.h"

#include <algorithm>
#include <utility>

namespace unwind::runtime {

using trace::Kind;
using trace::QueuePlace;

void Sched::runqput(P* p, G* g, bool next) {
    if (next) {
        G* old = std::exchange(p->runnext, nullptr);
        if (old) emit(Kind::RunqGet, p->id, old->id, QueuePlace::RunNext);
        p->runnext = g;
        emit(Kind::RunqPut, p->id, g->id, QueuePlace::RunNext);
        if (!old) return;
        g = old; // kicked out, to the ring
    }
    if (p->ringSize() < P::kRing) {
        p->ring[p->tail++ % P::kRing] = g;
        emit(Kind::RunqPut, p->id, g->id, QueuePlace::RingTail);
        return;
    }
    runqputslow(p, g);
}

/// The ring is full: half of it and g go to the global queue.
void Sched::runqputslow(P* p, G* g) {
    for (uint32_t n = P::kRing / 2; n > 0; --n) {
        G* moved = p->ring[p->head++ % P::kRing];
        emit(Kind::RunqGet, p->id, moved->id, QueuePlace::RingHead);
        globrunqput(moved);
    }
    globrunqput(g);
}

G* Sched::runqget(P* p, bool* inheritTime) {
    if (G* g = p->runnext) {
        p->runnext = nullptr;
        emit(Kind::RunqGet, p->id, g->id, QueuePlace::RunNext);
        if (inheritTime) *inheritTime = true;
        return g;
    }
    if (p->head == p->tail) return nullptr;
    G* g = p->ring[p->head++ % P::kRing];
    if (p->head != p->tail) prefetch(p->ring[p->head % P::kRing]); // the next one's memory has long been cold
    emit(Kind::RunqGet, p->id, g->id, QueuePlace::RingHead);
    return g;
}

/// Takes half of the victim's ring, or its runnext; the last one taken is for running, the others enter the thief's ring.
G* Sched::runqsteal(P* thief, P* victim, bool takeRunnext) {
    uint32_t n = victim->ringSize() - victim->ringSize() / 2;
    if (n == 0) {
        G* g = takeRunnext ? victim->runnext : nullptr;
        if (!g) return nullptr;
        emit(Kind::RunqSteal, victim->id, 1);
        victim->runnext = nullptr;
        emit(Kind::RunqGet, victim->id, g->id, QueuePlace::RunNext);
        return g;
    }
    emit(Kind::RunqSteal, victim->id, n);
    for (;;) {
        G* g = victim->ring[victim->head++ % P::kRing];
        emit(Kind::RunqGet, victim->id, g->id, QueuePlace::RingHead);
        if (--n == 0) return g;
        thief->ring[thief->tail++ % P::kRing] = g;
        emit(Kind::RunqPut, thief->id, g->id, QueuePlace::RingTail);
    }
}

void Sched::globrunqput(G* g) {
    m_runq.push_back(g);
    emit(Kind::RunqPut, kNoProc, g->id, QueuePlace::GlobalTail);
}

/// One goroutine to run, and a fair share more (at most max) into p's ring.
G* Sched::globrunqget(P* p, int max) {
    if (m_runq.empty()) return nullptr;
    const auto size = static_cast<int>(m_runq.size());
    int n = std::min({size / int(m_allp.size()) + 1, size, max});
    G* first = nullptr;
    for (; n > 0; --n) {
        G* g = m_runq.front();
        m_runq.pop_front();
        emit(Kind::RunqGet, kNoProc, g->id, QueuePlace::GlobalHead);
        if (first) runqput(p, g, false);
        else first = g;
    }
    return first;
}

std::vector<G*> Sched::globalQueue() const {
    return {m_runq.begin(), m_runq.end()};
}

} // namespace unwind::runtime
