// select: the cases are looked at in random order; if none is ready the goroutine waits in all queues at once, and the first
// to serve it wins.
#include "runtime/waitq.h"

#include <array>
#include <cstdlib>
#include <memory>

namespace unwind::runtime {

using trace::ChanHow;
using trace::Kind;

namespace {

/// The indices of the cases with a channel, uniformly shuffled.
class PollOrder {
public:
    PollOrder(Sched& s, std::span<Scase> cases) {
        if (cases.size() > m_small.size()) m_large = std::make_unique<uint16_t[]>(cases.size());
        uint16_t* order = m_large ? m_large.get() : m_small.data();
        for (size_t i = 0; i < cases.size(); ++i) {
            if (!cases[i].c) continue;
            uint32_t j = s.cheaprandn(uint32_t(m_count + 1));
            order[m_count++] = order[j];
            order[j] = uint16_t(i);
        }
    }
    const uint16_t* begin() const { return m_large ? m_large.get() : m_small.data(); }
    const uint16_t* end() const { return begin() + m_count; }

private:
    std::array<uint16_t, 16> m_small{};
    std::unique_ptr<uint16_t[]> m_large;
    size_t m_count = 0;
};

bool canProceed(const Hchan* c, bool send) {
    if (send) return c->closed || c->qcount < c->dataqsiz || c->recvq.first;
    return c->closed || c->qcount > 0 || c->sendq.first;
}

/// Serves one case if it is ready.
bool tryCase(Sched& s, const Scase& k, SelectResult& result) {
    if (!canProceed(k.c, k.send)) return false; // a queue may still hold only selects that were won elsewhere
    if (k.send) {
        SendResult sent = trySend(s, k.c, k.elem);
        result.sendOnClosed = sent == SendResult::SendOnClosed;
        return sent != SendResult::WouldBlock;
    }
    RecvResult received = tryRecv(s, k.c, k.elem);
    result.received = received.received;
    return received.selected;
}

int pollCases(Sched& s, std::span<Scase> cases, SelectResult& result) {
    PollOrder order(s, cases);
    for (uint16_t i : order)
        if (tryCase(s, cases[i], result)) return i;
    return -1;
}

void enqueueAll(Sched& s, G* g, std::span<Scase> cases) {
    g->selectDone = false;
    Sudog** tail = &g->waiting;
    for (size_t i = 0; i < cases.size(); ++i) {
        const Scase& k = cases[i];
        if (!k.c) continue;
        Sudog* sg = s.acquireSudog(g);
        sg->c = k.c;
        sg->isSend = k.send;
        sg->isSelect = true;
        sg->success = false;
        sg->caseIndex = uint32_t(i);
        sg->reserve(k.c->elemSize);
        if (k.send) copyElem(sg->elem(), k.elem, k.c->elemSize);
        enqueue(k.send ? k.c->sendq : k.c->recvq, sg);
        *tail = sg;
        tail = &sg->waitlink;
    }
}

/// Leaves all queues; completes the case that was served.
void finishCase(Sched& s, G* g, std::span<Scase> cases, SelectResult& result) {
    for (Sudog* sg = g->waiting; sg;) {
        Sudog* next = sg->waitlink;
        Hchan* c = sg->c;
        if (sg == g->param) {
            result.chosen = int(sg->caseIndex);
            if (sg->isSend) {
                result.sendOnClosed = !sg->success;
                s.emit(Kind::ChanSend, c->id, sg->success ? ChanHow::AfterPark : ChanHow::Closed, c->qcount);
            } else {
                result.received = sg->success;
                takeReceived(*sg, cases[sg->caseIndex].elem);
                s.emit(Kind::ChanRecv, c->id, sg->success ? ChanHow::AfterPark : ChanHow::Closed, c->qcount);
            }
        }
        unlinkSudog(sg->isSend ? c->sendq : c->recvq, sg);
        s.releaseSudog(sg);
        sg = next;
    }
    g->waiting = nullptr;
    g->param = nullptr;
}

} // namespace

SelectResult selectgo(Sched& s, std::span<Scase> cases, bool block) {
    SelectResult result;
    s.spend(s.costs().chanOp * Time(cases.size() + 1));
    result.chosen = pollCases(s, cases, result);
    if (result.chosen < 0 && block) {
        G* g = s.curg();
        enqueueAll(s, g, cases);
        s.gopark(cases.empty() ? WaitReason::SelectNoCases : WaitReason::Select, 0);
        finishCase(s, g, cases, result);
    }
    s.emit(Kind::Select, cases.size(), result.chosen < 0 ? cases.size() : size_t(result.chosen));
    return result;
}

} // namespace unwind::runtime
