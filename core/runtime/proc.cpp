// A goroutine's life: made, started, parked, made ready, yielding, ended. A finished goroutine's fiber waits in its loop
// for the next body, so reuse needs no new context; until then the search for work goes on on its stack.
#include "runtime/sched.h"

#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace unwind::runtime {

using trace::Kind;
using trace::StopReason;

namespace {

constexpr uint32_t bit(GStatus s) {
    return 1u << uint32_t(s);
}

/// For each status, those that may follow. Running to runnable to dead is the article's path of a Goexit.
constexpr uint32_t kLegal[] = {
    /* Gidle     */ bit(GStatus::Grunnable),
    /* Grunnable */ bit(GStatus::Grunning) | bit(GStatus::Gdead),
    /* Grunning  */ bit(GStatus::Grunnable) | bit(GStatus::Gwaiting) | bit(GStatus::Gsyscall) | bit(GStatus::Gdead),
    /* Gsyscall  */ bit(GStatus::Grunnable) | bit(GStatus::Grunning),
    /* Gwaiting  */ bit(GStatus::Grunnable),
    /* Gdead     */ 0,
};

[[noreturn]] void illegalStatus(const G* g, GStatus from, GStatus to) {
    std::fprintf(stderr, "runtime: illegal status change of goroutine %llu: is %d, asked %d -> %d\n",
                 static_cast<unsigned long long>(g->id.value), int(g->status), int(from), int(to));
    std::abort();
}

} // namespace

Sched::Sched(Hooks& hooks, const SchedOptions& options)
    : m_hooks(hooks), m_options(options), m_sink(options.sink), m_stacks(sizeof(G) + options.vmBytes),
      m_random(options.seed * 0x9e3779b97f4a7c15u + 0x6a09e667f3bcc909u) {
    int procs = options.procs < 1 ? 1 : options.procs;
    for (int i = 0; i < procs; ++i) {
        m_allp.push_back(std::make_unique<P>());
        m_allp.back()->id = ProcId{i};
    }
    for (int i = procs - 1; i > 0; --i) m_pidle.push_back(m_allp[size_t(i)].get());
    m_allm.push_back(std::make_unique<M>());
    m_p = m_allp[0].get();
    m_p->state = P::State::Running;
    m_p->m = m_allm[0].get();
    m_allm[0]->p = m_p;
    beginSlice(m_p);
}

Sched::~Sched() {
    for (G* g : m_allgs) {
        for (Sudog* sg = g->waiting; sg;) {
            Sudog* next = sg->waitlink;
            sg->clear();
            sg = next;
        }
        g->self.clear();
    }
}

G* Sched::start(Body main, void* context, FuncId function, uint64_t at) {
    emit(Kind::ProgramStart, m_allp.size());
    emit(Kind::ProcStart, m_p->m->id);
    G* g = newproc(main, context, function, at);
    g->isMain = true;
    return g;
}

Outcome Sched::run() {
    if (m_ended) return m_outcome;
    if (Fiber* paused = m_paused) {
        m_paused = nullptr;
        switchTo(*paused);
    } else {
        runNext();
    }
    return m_outcome;
}

void Sched::switchTo(Fiber& target) {
    Fiber* self = m_fiber;
    if (self == &target) return;
    m_fiber = &target;
    switchFiber(*self, target);
}

/// Goes on with whoever is next; returns when the caller's turn comes again.
void Sched::runNext() {
    G* next = choose();
    switchTo(next ? next->fiber : m_host);
}

void Sched::pauseHere() {
    m_stopRequested.store(false, std::memory_order_relaxed);
    m_paused = m_fiber;
    m_outcome = {Outcome::Kind::Paused, 0};
    switchTo(m_host);
}

void Sched::sliceEnd() {
    if (m_stopRequested.load(std::memory_order_relaxed)) pauseHere();
    if (budget <= 0) runNext();
}

void Sched::goroutineEntry(void* argument) {
    G* g = static_cast<G*>(argument);
    for (;;) {
        g->body(*g, g->context);
        g->sched->goexit1(g);
    }
}

void Sched::casgstatus(G* g, GStatus from, GStatus to) {
    if (g->status != from || !(kLegal[size_t(from)] & bit(to))) illegalStatus(g, from, to);
    g->status = to;
    emit(Kind::GoStatus, g->id, from, to);
}

G* Sched::newG() {
    StackPool::Slot slot = m_stacks.allocate();
    G* g = new (slot.control) G;
    g->sched = this;
    if (m_options.vmBytes) g->vm = g + 1;
    makeFiber(g->fiber, slot, goroutineEntry, g);
    m_allgs.push_back(g);
    return g;
}

G* Sched::gfget() {
    if (m_gfree.empty()) return newG();
    G* g = m_gfree.back();
    m_gfree.pop_back();
    if (!m_gfree.empty()) prefetch(m_gfree.back());
    g->status = GStatus::Gidle;
    return g;
}

void Sched::gfput(G* g) {
    m_gfree.push_back(g);
}

G* Sched::newproc(Body body, void* context, FuncId function, uint64_t at) {
    spend(m_options.costs.newproc);
    G* g = gfget();
    g->id = GoId{++m_nextGo};
    g->parent = curg() ? curg()->id : GoId{};
    g->function = function;
    g->createdAt = at;
    g->body = body;
    g->context = context;
    ++m_alive;
    emit(Kind::GoCreate, g->id, function, at);
    casgstatus(g, GStatus::Gidle, GStatus::Grunnable);
    g->readyAt = now();
    runqput(m_p, g, true);
    wakep();
    return g;
}

void Sched::gopark(WaitReason reason, uint64_t object) {
    G* g = m_p->curg;
    g->waitReason = reason;
    g->waitSince = now();
    if (profile().processExit == profile::ProcessExit::Broadcast) checkExiting(g);
    if (profile().parkStatus == profile::ParkStatus::AfterUnlock) unlockBeforePark(g);
    emit(Kind::GoBlock, reason, object);
    casgstatus(g, GStatus::Grunning, GStatus::Gwaiting);
    g->p = nullptr;
    m_p->curg = nullptr;
    if (g->readyEarly) {
        g->readyEarly = false;
        ready(g, true);
    }
    spend(m_options.costs.gopark);
    runNext();
}

/// The article's order of Go 1.24: between the unlock and the status there is time in which other Ps run.
void Sched::unlockBeforePark(G* g) {
    g->parking = true;
    emitStep(trace::StepName::ParkUnlock, *g);
    spend(m_options.costs.gopark);
    shortenSlice(now());
    runNext();
    g->parking = false;
}

void Sched::goready(G* g) {
    ready(g, true);
}

void Sched::ready(G* g, bool next) {
    if (g->stopped) return;
    if (g->parking) {
        g->readyEarly = true;
        return emitStep(trace::StepName::ReadyTooEarly, *g);
    }
    emit(Kind::GoUnblock, g->id);
    casgstatus(g, GStatus::Gwaiting, GStatus::Grunnable);
    g->readyAt = now();
    runqput(m_p, g, next);
    wakep();
}

void Sched::yieldTo(StopReason reason, bool global) {
    G* g = m_p->curg;
    emit(Kind::GoStop, reason);
    casgstatus(g, GStatus::Grunning, GStatus::Grunnable);
    g->p = nullptr;
    m_p->curg = nullptr;
    g->readyAt = now();
    spend(m_options.costs.gopark);
    if (global) globrunqput(g);
    else runqput(m_p, g, false);
}

void Sched::gosched() {
    yieldTo(StopReason::Gosched, true);
    wakep();
    runNext();
}

void Sched::goyield() {
    yieldTo(StopReason::Gosched, false);
    runNext();
}

void Sched::syscallBlock(Time duration) {
    G* g = m_p->curg;
    emit(Kind::GoStop, StopReason::Syscall);
    casgstatus(g, GStatus::Grunning, GStatus::Gsyscall);
    g->waitSince = now();
    g->sleepTimer.kind = Timer::Kind::WakeG;
    g->sleepTimer.g = g;
    startTimer(*this, g->sleepTimer, now() + duration);
    g->p = nullptr;
    m_p->curg = nullptr;
    handoffp(m_p);
    runNext();
}

void Sched::goexit1(G* g) {
    if (g->isMain && !g->goexited) mainReturned();
    emit(Kind::GoDestroy);
    g->p = nullptr;
    if (g->goexited && profile().goexitStatusPath == profile::GoexitStatusPath::ViaRunnable) {
        casgstatus(g, GStatus::Grunning, GStatus::Grunnable);
        m_p->curg = nullptr;
        emitStep(trace::StepName::Dropg, *g);
        g->exiting = true;
        g->readyAt = now();
        globrunqput(g);
        emitStep(trace::StepName::Schedule, *g);
    } else {
        casgstatus(g, GStatus::Grunning, GStatus::Gdead);
        m_p->curg = nullptr;
        gdestroy(g);
    }
    spend(m_options.costs.gopark);
    runNext();
}

void Sched::gdestroy(G* g) {
    m_hooks.goroutineEnded(*g);
    g->isMain = g->goexited = g->exiting = g->selectDone = false;
    g->param = nullptr;
    g->stackguard = 0;
    g->exitHooks = nullptr;
    g->waitReason = WaitReason::None;
    --m_alive;
    gfput(g);
}

void Sched::emitNow(Kind kind, GoId go, std::initializer_list<uint64_t> args) {
    if (!m_sink->wants(trace::Detail::Scheduling)) return;
    if (Time t = now(); t > m_logTime) m_logTime = t;
    m_sink->emit(kind, m_logTime, m_p ? m_p->id : kNoProc, go, args);
}

// xorshift64*, as good as is needed for schedules and short enough to be inlined.
uint32_t Sched::cheaprand() {
    m_random ^= m_random >> 12;
    m_random ^= m_random << 25;
    m_random ^= m_random >> 27;
    return uint32_t((m_random * 0x2545f4914f6cdd1du) >> 32);
}

uint32_t Sched::cheaprandn(uint32_t n) {
    return uint32_t(uint64_t{cheaprand()} * n >> 32);
}

Sudog* Sched::acquireSudog(G* g) {
    Sudog* sg = m_sudogFree;
    if (sg) {
        m_sudogFree = sg->next;
    } else {
        m_sudogs.push_back(std::make_unique<Sudog>());
        sg = m_sudogs.back().get();
    }
    sg->next = sg->prev = sg->waitlink = nullptr;
    sg->g = g;
    return sg;
}

void Sched::releaseSudog(Sudog* sg) {
    sg->clear();
    sg->next = m_sudogFree;
    m_sudogFree = sg;
}

Defer* Sched::newDefer() {
    if (!m_deferFree) {
        constexpr size_t kBlock = 128;
        m_deferBlocks.push_back(std::make_unique<Defer[]>(kBlock));
        for (size_t i = kBlock; i-- > 0;) freeDefer(&m_deferBlocks.back()[i]);
    }
    Defer* d = m_deferFree;
    m_deferFree = d->link;
    d->id = DeferId{++m_nextDefer};
    return d;
}

void Sched::freeDefer(Defer* d) {
    d->link = m_deferFree;
    m_deferFree = d;
}

Panic* Sched::newPanic() {
    Panic* p = m_panicFree;
    if (p) {
        m_panicFree = p->link;
        *p = Panic{};
    } else {
        m_panics.push_back(std::make_unique<Panic>());
        p = m_panics.back().get();
    }
    p->id = PanicId{++m_nextPanic};
    return p;
}

void Sched::freePanic(Panic* p) {
    p->link = m_panicFree;
    m_panicFree = p;
}

} // namespace unwind::runtime
