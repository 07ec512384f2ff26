#include "state/lanes.h"

#include <algorithm>

namespace unwind::state {

using trace::Event;
using trace::Kind;

LaneState laneState(const Goroutine& g) {
    switch (g.status) {
    case GStatus::Gdead: return LaneState::Dead;
    case GStatus::Gidle: return LaneState::None;
    case GStatus::Grunnable: return LaneState::Runnable;
    case GStatus::Gwaiting:
        return g.wait == WaitReason::Sleep || g.wait == WaitReason::IOWait ? LaneState::Sleeping : LaneState::Waiting;
    case GStatus::Grunning:
    case GStatus::Gsyscall: break;
    }
    const Panic* p = g.unwinding();
    return !p ? LaneState::Running : p->goexit ? LaneState::Goexit : LaneState::Panicking;
}

namespace {

/// Ends the open span and begins another; one that lasted no time is replaced, equal neighbours become one.
void change(std::vector<Span>& spans, bool open, const Span& next) {
    if (open && !spans.empty()) {
        Span& last = spans.back();
        if (last.state == next.state && last.go == next.go && (last.wait == next.wait || last.start == next.start)) {
            last.wait = next.wait;
            return;
        }
        last.end = next.start;
        if (last.start == last.end)
            spans.pop_back();
    }
    if (next.state == LaneState::None)
        return;
    if (!spans.empty() && spans.back().end == next.start && spans.back().state == next.state &&
        spans.back().go == next.go && spans.back().wait == next.wait) {
        return; // goes on as if nothing had been between
    }
    spans.push_back(next);
}

/// The goroutine whose lane an event may change.
GoId changedGoroutine(const Event& e) {
    switch (e.kind) {
    case Kind::GoCreate:
    case Kind::GoStatus:
    case Kind::GoStart:
    case Kind::GoUnblock: return GoId{e.args[0]};
    case Kind::GoStop:
    case Kind::GoBlock:
    case Kind::GoDestroy:
    case Kind::PanicBegin:
    case Kind::RecoverCall:
    case Kind::PanicRecovered:
    case Kind::PanicAborted:
    case Kind::PanicRepanic:
    case Kind::PanicFatal:
    case Kind::GoexitBegin:
    case Kind::GoexitResume:
    case Kind::GoexitEnd:
    case Kind::GoexitIntercepted: return e.go;
    default: return {};
    }
}

} // namespace

Lane& LaneBuilder::goroutineLane(GoId go) {
    const auto [it, fresh] = m_laneOf.try_emplace(go, goroutines.size());
    if (fresh) {
        goroutines.push_back(Lane{.go = go});
        m_open.push_back(it->second);
    }
    return goroutines[it->second];
}

void LaneBuilder::add(const Event& e, const Snapshot& after) {
    if (e.kind == Kind::Stmt || e.kind == Kind::Call || e.kind == Kind::Return)
        return;
    if (const GoId go = changedGoroutine(e))
        goroutineChanged(e, after, go);
    if (e.kind == Kind::ProcStop || e.kind == Kind::GoStop || e.kind == Kind::GoBlock || e.kind == Kind::GoDestroy) {
        processorChanged(e, e.proc, nullptr);
    }
    if (e.kind == Kind::RunqPut || e.kind == Kind::RunqGet)
        addDepth(e, after);
    if (e.kind == Kind::Output)
        output.push_back({e.seq, uint8_t(e.args[0]), e.args[1]});
    addMark(e);
}

void LaneBuilder::goroutineChanged(const Event& e, const Snapshot& after, GoId go) {
    const Goroutine* g = after.find(go);
    if (!g)
        return;
    const LaneState state = laneState(*g);
    const bool waits = state == LaneState::Waiting || state == LaneState::Sleeping;
    change(
        goroutineLane(go).spans, true,
        Span{
            .start = e.time, .end = e.time, .from = e.seq, .state = state, .wait = waits ? g->wait : WaitReason::None});
    if (g->proc != kNoProc)
        processorChanged(e, g->proc, g);
}

void LaneBuilder::processorChanged(const Event& e, ProcId proc, const Goroutine* running) {
    if (proc.value < 0 || proc.value >= 4096)
        return;
    const size_t index = size_t(proc.value);
    while (processors.size() <= index) {
        processors.push_back(Lane{.proc = ProcId{int32_t(processors.size())}});
        m_procOpen.push_back(false);
    }
    Span next{.start = e.time, .end = e.time, .from = e.seq};
    if (running) {
        const Panic* p = running->unwinding();
        next.state = !p ? LaneState::Running : p->goexit ? LaneState::Goexit : LaneState::Panicking;
        next.go = running->id;
    }
    if (!running && !m_procOpen[index])
        return;
    change(processors[index].spans, m_procOpen[index], next);
    m_procOpen[index] = running != nullptr;
}

void LaneBuilder::addMark(const Event& e) {
    Mark mark{.time = e.time, .seq = e.seq, .go = e.go, .proc = e.proc};
    switch (e.kind) {
    case Kind::DeferPush: mark.kind = MarkKind::DeferPush; break;
    case Kind::DeferBegin: mark.kind = MarkKind::DeferBegin; break;
    case Kind::PanicBegin: mark.kind = MarkKind::PanicBegin; break;
    case Kind::RecoverCall:
        mark.kind =
            RecoverVerdict(e.args[0]) <= RecoverVerdict::GoexitObserved ? MarkKind::Recovered : MarkKind::RecoverNil;
        break;
    case Kind::GoexitBegin: mark.kind = MarkKind::GoexitBegin; break;
    case Kind::GoexitIntercepted: mark.kind = MarkKind::GoexitIntercepted; break;
    case Kind::PanicFatal:
    case Kind::Fatal:
    case Kind::Throw: mark.kind = MarkKind::Fatal; break;
    case Kind::GoCreate:
    case Kind::GoUnblock:
        if (!e.go)
            return;
        mark.kind = e.kind == Kind::GoCreate ? MarkKind::GoCreate : MarkKind::Unblock;
        mark.other = GoId{e.args[0]};
        break;
    case Kind::RunqSteal:
        mark.kind = MarkKind::Steal;
        mark.otherProc = trace::unpackProc(e.args[0]);
        break;
    default: return;
    }
    marks.push_back(mark);
}

void LaneBuilder::addDepth(const Event& e, const Snapshot& after) {
    size_t sum = after.globalQueue.size();
    for (const Processor& p : after.processors)
        sum += p.ring.size() + (p.runnext ? 1 : 0);
    if (!depth.empty() && depth.back().time == e.time) {
        depth.back().depth = uint32_t(sum);
    } else if (depth.empty() || depth.back().depth != sum) {
        depth.push_back({e.time, uint32_t(sum)});
    }
}

void LaneBuilder::settle(Time now) {
    std::erase_if(m_open, [&](size_t index) {
        std::vector<Span>& spans = goroutines[index].spans;
        if (spans.empty())
            return false;
        if (spans.back().state == LaneState::Dead)
            return true;
        spans.back().end = now;
        return false;
    });
    for (size_t i = 0; i < processors.size(); ++i) {
        if (m_procOpen[i] && !processors[i].spans.empty())
            processors[i].spans.back().end = now;
    }
}

} // namespace unwind::state
