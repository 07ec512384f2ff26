#include "engineprobe.h"

#include "vm/machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace unwind::test {
namespace {

using runtime::G;
using state::DeferState;
using state::PanicState;
using trace::Event;
using trace::GStatus;
using trace::Kind;

std::string show(uint64_t value) { return std::to_string(value); }
std::string show(const std::vector<uint64_t>& list) { return fmt::format("[{}]", fmt::join(list, " ")); }

/// Collects the first difference.
struct Comparison {
    std::string fault;
    template <class T>
    void same(std::string_view what, uint64_t id, const T& folded, const T& engine) {
        if (fault.empty() && !(folded == engine))
            fault = fmt::format("{} of {}: fold {}, engine {}", what, id, show(folded), show(engine));
    }
};

bool givesUpItsP(const Event& e) {
    return e.kind == Kind::GoBlock || e.kind == Kind::GoStop || e.kind == Kind::GoDestroy ||
           (e.kind == Kind::GoStatus && GStatus(e.args[1]) == GStatus::Grunning);
}

void compareProcessors(Comparison& c, const state::Snapshot& s, const runtime::Sched& sched, const Event& e) {
    c.same("number of Ps", 0, uint64_t(s.processors.size()), uint64_t(sched.allp().size()));
    for (const auto& p : sched.allp()) {
        const state::Processor* folded = s.find(p->id);
        if (!folded)
            return;
        const auto id = uint64_t(p->id.value);
        const runtime::M* m = p->starting ? nullptr : p->m;
        c.same("M of P", id, trace::packProc(ProcId{folded->machine.value}),
               trace::packProc(ProcId{m ? m->id.value : kNoMachine.value}));
        if (e.kind != Kind::ProcStart || e.proc != p->id)
            c.same("spinning of P", id, uint64_t(folded->spinning), uint64_t(m && m->spinning));
        if (!givesUpItsP(e) || e.proc != p->id)
            c.same("running on P", id, folded->running.value, p->curg ? p->curg->id.value : 0);
        c.same("runnext of P", id, folded->runnext.value, p->runnext ? p->runnext->id.value : 0);
        std::vector<uint64_t> foldedRing, ring;
        for (const GoId go : folded->ring)
            foldedRing.push_back(go.value);
        for (uint32_t i = p->head; i != p->tail; ++i)
            ring.push_back(p->ring[i % runtime::P::kRing]->id.value);
        c.same("ring of P", id, foldedRing, ring);
    }
    std::vector<uint64_t> folded, global;
    for (const GoId go : s.globalQueue)
        folded.push_back(go.value);
    for (const G* g : sched.globalQueue())
        global.push_back(g->id.value);
    c.same("global queue", 0, folded, global);
}

void compareTimers(Comparison& c, const state::Snapshot& s, runtime::Sched& sched) {
    std::map<uint64_t, Time> timers;
    sched.forEachTimer([&](runtime::Timer& timer) { timers[timer.id] = timer.when; });
    std::vector<uint64_t> folded, engine;
    for (const auto& [id, when] : s.timers)
        folded.insert(folded.end(), {id, uint64_t(when)});
    for (const auto& [id, when] : timers)
        engine.insert(engine.end(), {id, uint64_t(when)});
    c.same("timers", 0, folded, engine);
}

void compareDefers(Comparison& c, const state::Goroutine& folded, const G& g) {
    std::vector<uint64_t> foldedPending, pending, foldedRunning, running;
    std::vector<const state::Defer*> begun;
    for (auto d = folded.defers.rbegin(); d != folded.defers.rend(); ++d) {
        const bool skippedAtTheEnd = d->state == DeferState::Skipped && d->skipped != trace::SkipCause::GoexitRule;
        if (d->state == DeferState::Pending || skippedAtTheEnd)
            foldedPending.insert(foldedPending.end(), {d->id.value, d->depth});
        if (d->state == DeferState::Running)
            begun.push_back(&*d);
    }
    std::sort(begun.begin(), begun.end(), [](const auto* a, const auto* b) { return a->begun > b->begun; });
    for (const state::Defer* d : begun)
        foldedRunning.insert(foldedRunning.end(), {d->id.value, d->depth, uint64_t(d->why), d->panic.value});
    for (const runtime::Defer* d = g.defers; d; d = d->link)
        pending.insert(pending.end(), {d->id.value, d->frame});
    for (const runtime::Defer* d = g.running; d; d = d->link)
        running.insert(running.end(), {d->id.value, d->frame, uint64_t(d->why), d->panic ? d->panic->id.value : 0});
    c.same("pending deferred calls", g.id.value, foldedPending, pending);
    c.same("running deferred calls", g.id.value, foldedRunning, running);
}

/// Records in progress, oldest first; and each record of the engine's chain stands in the fold as what it is.
void comparePanics(Comparison& c, const state::Goroutine& folded, const G& g) {
    std::vector<uint64_t> foldedLive, live;
    for (const state::Panic& p : folded.panics) {
        if (p.state == PanicState::Running || p.state == PanicState::Fatal)
            foldedLive.push_back(p.id.value);
    }
    for (const runtime::Panic* p = g.panic; p; p = p->link) {
        if (!p->aborted && (p->goexit || !p->recovered))
            live.insert(live.begin(), p->id.value);
        const state::Panic* record = folded.findPanic(p->id);
        if (!record) {
            c.same("a panic's record", p->id.value, uint64_t{0}, uint64_t{1});
            return;
        }
        c.same("Goexit or panic", p->id.value, uint64_t(record->goexit), uint64_t(p->goexit));
        c.same("older record of panic", p->id.value, record->link.value, p->link ? p->link->id.value : 0);
        if (!p->goexit)
            c.same("recovered panic", p->id.value,
                   uint64_t(record->state == PanicState::Recovered || record->state == PanicState::Repanicked),
                   uint64_t(p->recovered));
    }
    c.same("panics in progress", g.id.value, foldedLive, live);
}

/// Frames by their index; those of the VM itself have no function and are not recorded.
void compareFrames(Comparison& c, const state::Goroutine& folded, const G& g, vm::Machine& machine) {
    std::vector<uint64_t> foldedFrames, frames;
    for (vm::FrameWalk walk(machine.vmOf(g), *machine.m_code); !walk.atEnd(); walk.next()) {
        if (!walk->fn->id())
            continue;
        frames.resize(std::max(frames.size(), size_t{walk->depth} + 1));
        frames[walk->depth] = walk->fn->id().value;
    }
    for (const state::Frame& frame : folded.frames)
        foldedFrames.push_back(frame.function.value);
    c.same("frames", g.id.value, foldedFrames, frames);
}

void compareChannels(Comparison& c, const state::Snapshot& s, const G& g) {
    for (const runtime::Sudog* waiting = g.waiting; waiting; waiting = waiting->waitlink) {
        if (!waiting->c)
            continue;
        const state::Channel* folded = s.channels.get(waiting->c->id);
        c.same("length of channel", waiting->c->id, folded ? folded->length : ~uint64_t{0}, uint64_t(waiting->c->qcount));
        c.same("closed channel", waiting->c->id, uint64_t(folded && folded->closed), uint64_t(waiting->c->closed));
    }
}

void compareGoroutine(Comparison& c, const state::Goroutine& folded, const G& g, const Event& e) {
    const uint64_t id = g.id.value;
    c.same("status", id, uint64_t(folded.status), uint64_t(g.status));
    c.same("parent", id, folded.parent.value, g.parent.value);
    c.same("function", id, uint64_t(folded.function.value), uint64_t(g.function.value));
    if (g.status == GStatus::Gwaiting)
        c.same("wait reason", id, uint64_t(folded.wait), uint64_t(g.waitReason));
    if (!givesUpItsP(e) || e.go != g.id)
        c.same("P", id, trace::packProc(folded.proc), trace::packProc(g.p ? g.p->id : kNoProc));
    compareDefers(c, folded, g);
    comparePanics(c, folded, g);
}

} // namespace

std::string EngineProbe::difference(const Event& e) {
    Comparison c;
    runtime::Sched& sched = m_vm->sched();
    compareProcessors(c, m_now, sched, e);
    compareTimers(c, m_now, sched);
    uint64_t alive = 0, foldedAlive = 0;
    sched.forEachG([&](const G& g) {
        ++alive;
        const state::Goroutine* folded = m_now.find(g.id);
        if (!folded) {
            c.same("goroutine", g.id.value, uint64_t{0}, uint64_t{1});
            return;
        }
        compareGoroutine(c, *folded, g, e);
        compareChannels(c, m_now, g);
        const bool leavesFrame = e.go == g.id && (e.kind == Kind::Return || e.kind == Kind::FrameDiscard);
        if (!leavesFrame && !folded->frames.empty())
            compareFrames(c, *folded, g, m_vm->machine());
    });
    for (const auto& [id, g] : m_now.goroutines)
        foldedAlive += g.status != GStatus::Gidle && g.status != GStatus::Gdead;
    c.same("goroutines alive", 0, foldedAlive, alive);
    return c.fault;
}

void EngineProbe::emit(trace::Kind kind, Time time, ProcId proc, GoId go, std::initializer_list<uint64_t> args) {
    Event e{.seq = m_log.next(), .time = time, .kind = kind, .proc = proc, .go = go};
    std::copy(args.begin(), args.end(), e.args.begin());
    m_log.emit(kind, time, proc, go, args);
    state::fold(m_now, e);
    if (!m_vm || !m_fault.empty())
        return;
    ++compared;
    if (const std::string found = difference(e); !found.empty())
        m_fault = fmt::format("after event {}, {}: {}", e.seq, trace::kindName(kind), found);
    if (m_random() % m_keep == 0)
        m_kept.push_back(m_now);
}

} // namespace unwind::test
