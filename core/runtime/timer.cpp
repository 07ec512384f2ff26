// Timers: a binary heap per P, ordered by time and then by the order of setting. They are run by their own P when it
// schedules, or by an idle P that wakes for them.
#include "runtime/waitq.h"

#include <algorithm>
#include <array>
#include <limits>

namespace unwind::runtime {

using trace::Kind;

namespace {

bool earlier(const Timer* a, const Timer* b) {
    return a->when != b->when ? a->when < b->when : a->order < b->order;
}

void place(std::vector<Timer*>& heap, size_t i, Timer* t) {
    heap[i] = t;
    t->heapIndex = int32_t(i);
}

void siftUp(std::vector<Timer*>& heap, size_t i) {
    Timer* t = heap[i];
    for (; i > 0 && earlier(t, heap[(i - 1) / 2]); i = (i - 1) / 2) place(heap, i, heap[(i - 1) / 2]);
    place(heap, i, t);
}

void siftDown(std::vector<Timer*>& heap, size_t i) {
    Timer* t = heap[i];
    for (size_t child; (child = 2 * i + 1) < heap.size(); i = child) {
        if (child + 1 < heap.size() && earlier(heap[child + 1], heap[child])) ++child;
        if (!earlier(heap[child], t)) break;
        place(heap, i, heap[child]);
    }
    place(heap, i, t);
}

/// A value sent but not received counts as not yet fired: it is dropped.
bool drainChannel(Sched& s, Timer& timer) {
    if (s.profile().timerChannels == profile::TimerChannels::Buffered) return false;
    Hchan* c = timer.kind == Timer::Kind::SendTime ? timer.channel : nullptr;
    if (!c || c->qcount == 0) return false;
    c->qcount = c->sendx = c->recvx = 0;
    return true;
}

/// A timer of a synchronous channel counts only while somebody waits on that.
bool alwaysWakes(const Sched& s, const Timer& timer) {
    return timer.kind != Timer::Kind::SendTime || s.profile().timerChannels == profile::TimerChannels::Buffered;
}

} // namespace

bool startTimer(Sched& s, Timer& timer, Time when, Time period) {
    bool pending = timer.active();
    if (pending) s.removeTimer(timer);
    if (drainChannel(s, timer)) pending = true;
    timer.when = when < 0 ? std::numeric_limits<Time>::max() : when; // overflow of now + d: never
    timer.period = period;
    s.addTimer(timer);
    return pending;
}

bool stopTimer(Sched& s, Timer& timer) {
    bool pending = timer.active();
    if (pending) {
        s.removeTimer(timer);
        s.emit(Kind::TimerStop, timer.id);
    }
    return drainChannel(s, timer) || pending;
}

void timeSleep(Sched& s, Time d) {
    if (d <= 0) return;
    G* g = s.curg();
    g->sleepTimer.kind = Timer::Kind::WakeG;
    g->sleepTimer.g = g;
    Time now = s.now();
    startTimer(s, g->sleepTimer, d > std::numeric_limits<Time>::max() - now ? -1 : now + d);
    s.gopark(WaitReason::Sleep, g->sleepTimer.id);
}

void Sched::addTimer(Timer& timer) {
    if (timer.id == 0) timer.id = ++m_nextTimer;
    timer.order = ++m_timerOrder;
    timer.proc = m_p->id.value;
    m_p->timers.push_back(&timer);
    siftUp(m_p->timers, m_p->timers.size() - 1);
    m_plainTimers += alwaysWakes(*this, timer);
    emit(Kind::TimerStart, timer.id, timer.when);
    if (!m_pidle.empty()) shortenSlice(std::max(timer.when, now() + 1));
}

void Sched::removeTimer(Timer& timer) {
    std::vector<Timer*>& heap = m_allp[size_t(timer.proc)]->timers;
    size_t i = size_t(timer.heapIndex);
    Timer* last = heap.back();
    heap.pop_back();
    if (last != &timer) {
        place(heap, i, last);
        siftUp(heap, i);
        siftDown(heap, size_t(last->heapIndex));
    }
    timer.heapIndex = -1;
    m_plainTimers -= alwaysWakes(*this, timer);
}

/// Fires all of owner's timers that are due on the current P's clock.
void Sched::runTimers(P* owner) {
    while (!owner->timers.empty() && owner->timers.front()->when <= now()) {
        Timer& timer = *owner->timers.front();
        removeTimer(timer);
        emit(Kind::TimerFire, timer.id);
        if (timer.period > 0) {
            timer.when += timer.period * (1 + (now() - timer.when) / timer.period);
            addTimer(timer);
        }
        fire(timer);
    }
}

void Sched::fire(Timer& timer) {
    switch (timer.kind) {
    case Timer::Kind::WakeG:
        if (timer.g->status == GStatus::Gsyscall) {
            casgstatus(timer.g, GStatus::Gsyscall, GStatus::Grunnable);
            timer.g->readyAt = now();
            globrunqput(timer.g);
            wakep();
        } else {
            goready(timer.g);
        }
        break;
    case Timer::Kind::SendTime: {
        std::array<std::byte, 64> value{};
        m_hooks.timeValue(now(), value.data());
        trySend(*this, timer.channel, value.data()); // a slow receiver loses ticks
        break;
    }
    case Timer::Kind::Func: m_hooks.timerFired(timer); break;
    }
}

} // namespace unwind::runtime
