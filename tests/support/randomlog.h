// A small make-believe program: goroutines that call, defer, panic, recover, exit, wait and wake on a few Ps, by lot.
// The events are well formed (queues, frames and deferred calls fit each other), their order is that of no real scheduler.
#pragma once

#include "support/logbuilder.h"

#include <deque>
#include <random>
#include <vector>

namespace unwind::test {

class RandomLog {
public:
    RandomLog(LogBuilder& builder, unsigned seed, int procs = 3) : b(builder), m_random(seed), m_procs(size_t(procs)) {
        b.go(0).proc(-1).event(Kind::ProgramStart, {uint64_t(procs)});
        for (int p = 0; p < procs; ++p) b.proc(p).event(Kind::ProcStart, {uint64_t(p)});
        b.proc(0);
        create();
    }
    /// Makes events until there are at least this many.
    void run(Seq count) {
        while (b.writer().next() < count) step();
    }

private:
    struct Pending {
        uint64_t id, depth;
    };
    struct G {
        uint64_t id = 0;
        int proc = -1;
        bool queued = false, waiting = false, dead = false;
        uint64_t depth = 0; ///< frames
        std::vector<Pending> defers;
    };

    uint64_t pick(uint64_t n) { return m_random() % n; }
    G& g(size_t index) { return m_gs[index]; }

    void create() {
        G made{.id = m_gs.size() + 1};
        b.create(made.id, 1 + pick(3));
        b.status(made.id, GStatus::Gidle, GStatus::Grunnable);
        m_gs.push_back(made);
        queue(m_gs.size() - 1);
    }
    void queue(size_t index) {
        g(index).queued = true;
        g(index).waiting = false;
        const size_t p = pick(m_procs.size());
        if (m_procs[p].ring.size() < 8) {
            b.event(Kind::RunqPut, {p, g(index).id, uint64_t(QueuePlace::RingTail)});
            m_procs[p].ring.push_back(index);
        } else {
            b.event(Kind::RunqPut, {packProc(kNoProc), g(index).id, uint64_t(QueuePlace::GlobalTail)});
            m_global.push_back(index);
        }
    }
    void step() {
        const size_t p = pick(m_procs.size());
        b.proc(int32_t(p));
        if (m_procs[p].running == kNone) return startOne(p);
        const size_t index = m_procs[p].running;
        b.go(g(index).id);
        for (uint64_t n = 1 + pick(30); n > 0; --n) {
            if (!act(p, index)) return;
        }
    }
    void startOne(size_t p) {
        b.go(0);
        size_t index = kNone;
        if (!m_procs[p].ring.empty()) {
            index = m_procs[p].ring.front();
            m_procs[p].ring.pop_front();
            b.event(Kind::RunqGet, {p, g(index).id, uint64_t(QueuePlace::RingHead)});
        } else if (!m_global.empty()) {
            index = m_global.front();
            m_global.pop_front();
            b.event(Kind::RunqGet, {packProc(kNoProc), g(index).id, uint64_t(QueuePlace::GlobalHead)});
        } else {
            return wakeOne();
        }
        g(index).queued = false;
        g(index).proc = int(p);
        b.status(g(index).id, GStatus::Grunnable, GStatus::Grunning).event(Kind::GoStart, {g(index).id});
        m_procs[p].running = index;
        if (g(index).depth == 0) {
            b.go(g(index).id).call(1, 0);
            g(index).depth = 1;
        }
    }
    void wakeOne() {
        const size_t index = pick(m_gs.size());
        if (!g(index).waiting) return pick(4) ? void() : create();
        b.event(Kind::GoUnblock, {g(index).id}).status(g(index).id, GStatus::Gwaiting, GStatus::Grunnable);
        queue(index);
    }
    void release(size_t p, size_t index) {
        m_procs[p].running = kNone;
        g(index).proc = -1;
    }
    /// One action of the running goroutine; false when it no longer runs.
    bool act(size_t p, size_t index) {
        switch (pick(24)) {
        case 0:
        case 1:
            if (g(index).depth < 12) b.call(1 + pick(3), g(index).depth++, 7);
            return true;
        case 2:
            if (g(index).depth > 1) leaveFrame(index, DeferWhy::Return, 0);
            return true;
        case 3:
        case 4:
            if (g(index).defers.size() >= 20) return true;
            g(index).defers.push_back({++m_defer, g(index).depth - 1});
            b.deferPush(m_defer, g(index).depth - 1, 3, "x");
            return true;
        case 5: return pick(8) ? true : panic(p, index);
        case 6:
            if (m_gs.size() < 400 && pick(3) == 0) create();
            return true;
        case 7: return pick(12) ? true : end(p, index, true);
        case 8:
            b.event(Kind::GoBlock, {uint64_t(pick(2) ? WaitReason::ChanReceive : WaitReason::Sleep), 1 + pick(9)});
            b.status(g(index).id, GStatus::Grunning, GStatus::Gwaiting);
            g(index).waiting = true;
            release(p, index);
            return false;
        case 9:
            b.status(g(index).id, GStatus::Grunning, GStatus::Grunnable);
            b.event(Kind::GoStop, {uint64_t(StopReason::Preempted)});
            release(p, index);
            queue(index);
            return false;
        case 10: b.event(Kind::ChanMake, {++m_object, pick(5), b.text("int"), LogBuilder::at(9)}); return true;
        case 11: b.event(Kind::ChanSend, {m_object > 20 ? m_object - pick(20) : 1, 0, pick(5)}); return true;
        case 12: b.event(Kind::TimerStart, {1 + pick(50), pick(1000)}); return true;
        case 13: b.event(Kind::TimerFire, {1 + pick(50)}); return true;
        case 14: b.output("line\n"); return true;
        case 15: b.recover(RecoverVerdict::NoPanic, 0); return true;
        case 16:
            if (pick(10) == 0) return end(p, index, false);
            return true;
        default: b.stmt(uint32_t(1 + pick(40)), pick(10) ? 1 : 2); return true;
        }
    }
    void runDefer(size_t index, DeferWhy why, uint64_t panic, bool recovers) {
        const Pending d = g(index).defers.back();
        g(index).defers.pop_back();
        b.deferBegin(d.id, why, panic).call(3, g(index).depth).stmt(12);
        if (recovers) b.recover(RecoverVerdict::Recovered, panic, "boom");
        if (pick(6) == 0) { // a panic of its own, recovered by its own deferred call
            const uint64_t inner = ++m_panic;
            b.deferPush(++m_defer, g(index).depth, 3).panic(inner, "inner", panic);
            b.deferBegin(m_defer, DeferWhy::Panic, inner).call(3, g(index).depth + 1);
            b.recover(RecoverVerdict::Recovered, inner).ret(3, g(index).depth + 1).deferEnd(m_defer);
            b.recovered(inner, g(index).depth);
        }
        b.ret(3, g(index).depth).deferEnd(d.id);
    }
    void leaveFrame(size_t index, DeferWhy why, uint64_t panic) {
        const uint64_t depth = g(index).depth - 1;
        while (!g(index).defers.empty() && g(index).defers.back().depth == depth) runDefer(index, why, panic, false);
        --g(index).depth;
        b.ret(1, depth);
    }
    bool panic(size_t p, size_t index) {
        const uint64_t id = ++m_panic;
        b.panic(id, "boom");
        while (!g(index).defers.empty()) {
            const uint64_t depth = g(index).defers.back().depth;
            const bool recovers = pick(3) == 0;
            runDefer(index, DeferWhy::Panic, id, recovers);
            if (!recovers) continue;
            b.recovered(id, depth);
            while (g(index).depth > depth + 1) b.discard(1, --g(index).depth);
            if (depth > 0) leaveFrame(index, DeferWhy::Return, 0);
            return true;
        }
        b.event(Kind::PanicFatal, {id, b.text("panic: boom")});
        return end(p, index, false); // in this make-believe others live on
    }
    bool end(size_t p, size_t index, bool goexit) {
        if (goexit) {
            const uint64_t id = ++m_panic;
            b.goexit(id);
            while (!g(index).defers.empty()) runDefer(index, DeferWhy::Goexit, id, false);
            b.event(Kind::GoexitEnd, {id});
        }
        b.status(g(index).id, GStatus::Grunning, GStatus::Gdead).event(Kind::GoDestroy, {});
        g(index).dead = true;
        g(index).defers.clear();
        release(p, index);
        return false;
    }

    static constexpr size_t kNone = ~size_t{0};
    struct P {
        size_t running = kNone;
        std::deque<size_t> ring;
    };
    LogBuilder& b;
    std::mt19937_64 m_random;
    std::vector<P> m_procs;
    std::deque<size_t> m_global;
    std::vector<G> m_gs;
    uint64_t m_defer = 0, m_panic = 0, m_object = 0;
};

} // namespace unwind::test
