#include "runtime/chan.h"

#include "runtime/waitq.h"

#include <cstdlib>
#include <cstring>
#include <vector>

namespace unwind::runtime {

using trace::ChanHow;
using trace::Kind;

size_t chanBytes(uint32_t elemSize, uint64_t capacity) {
    return sizeof(Hchan) + elemSize * capacity;
}

Hchan* makechan(Sched& s, uint32_t elemSize, uint64_t capacity, void* elemType, uint64_t type, uint64_t at) {
    auto* c = new (s.hooks().allocate(chanBytes(elemSize, capacity))) Hchan;
    c->id = s.nextChannel();
    c->elemSize = elemSize;
    c->dataqsiz = capacity;
    c->elemType = elemType;
    s.emit(Kind::ChanMake, c->id, capacity, type, at);
    return c;
}

uint64_t chanlen(const Hchan* c) {
    return !c || c->timer ? 0 : c->qcount;
}

uint64_t chancap(const Hchan* c) {
    return !c || c->timer ? 0 : c->dataqsiz;
}

namespace {

/// Parks the running goroutine on c; elem is the value to send, null for a receive. The caller clears the Sudog.
Sudog& parkOn(Sched& s, Hchan* c, const void* elem, bool send) {
    G* g = s.curg();
    Sudog& sg = g->self;
    sg.g = g;
    sg.c = c;
    sg.isSend = send;
    sg.isSelect = false;
    sg.success = false;
    sg.reserve(c->elemSize);
    if (send) copyElem(sg.elem(), elem, c->elemSize);
    enqueue(send ? c->sendq : c->recvq, &sg);
    g->waiting = &sg;
    s.gopark(send ? WaitReason::ChanSend : WaitReason::ChanReceive, c->id);
    g->waiting = nullptr;
    return sg;
}

[[noreturn]] void parkForEver(Sched& s, WaitReason reason) {
    s.gopark(reason, 0);
    std::abort(); // nobody can wake it
}

} // namespace

SendResult chansend(Sched& s, Hchan* c, const void* elem, bool block) {
    if (!c) {
        if (!block) return SendResult::WouldBlock;
        parkForEver(s, WaitReason::ChanSendNil);
    }
    s.spend(s.costs().chanOp);
    SendResult result = trySend(s, c, elem);
    if (result != SendResult::WouldBlock || !block) return result;
    Sudog& sg = parkOn(s, c, elem, true);
    bool sent = sg.success;
    sg.clear();
    s.emit(Kind::ChanSend, c->id, sent ? ChanHow::AfterPark : ChanHow::Closed, c->qcount);
    return sent ? SendResult::Sent : SendResult::SendOnClosed;
}

RecvResult chanrecv(Sched& s, Hchan* c, void* elem, bool block) {
    if (!c) {
        if (!block) return {};
        parkForEver(s, WaitReason::ChanReceiveNil);
    }
    s.spend(s.costs().chanOp);
    RecvResult result = tryRecv(s, c, elem);
    if (result.selected || !block) return result;
    Sudog& sg = parkOn(s, c, nullptr, false);
    result = {true, sg.success};
    takeReceived(sg, elem);
    sg.clear();
    s.emit(Kind::ChanRecv, c->id, result.received ? ChanHow::AfterPark : ChanHow::Closed, c->qcount);
    return result;
}

SendResult trySend(Sched& s, Hchan* c, const void* elem) {
    if (c->closed) {
        s.emit(Kind::ChanSend, c->id, ChanHow::Closed, c->qcount);
        return SendResult::SendOnClosed;
    }
    if (Sudog* receiver = dequeue(c->recvq)) {
        copyElem(receiver->elem(), elem, c->elemSize);
        s.emit(Kind::ChanSend, c->id, ChanHow::Handoff, c->qcount);
        wake(s, receiver, true);
        return SendResult::Sent;
    }
    if (c->qcount == c->dataqsiz) return SendResult::WouldBlock;
    copyElem(c->slot(c->sendx), elem, c->elemSize);
    if (++c->sendx == c->dataqsiz) c->sendx = 0;
    ++c->qcount;
    s.emit(Kind::ChanSend, c->id, ChanHow::Buffered, c->qcount);
    return SendResult::Sent;
}

RecvResult tryRecv(Sched& s, Hchan* c, void* elem) {
    if (c->qcount == 0) {
        if (Sudog* sender = dequeue(c->sendq)) {
            if (elem) copyElem(elem, sender->elem(), c->elemSize);
            s.emit(Kind::ChanRecv, c->id, ChanHow::Handoff, c->qcount);
            wake(s, sender, true);
            return {true, true};
        }
        if (!c->closed) return {};
        if (elem) std::memset(elem, 0, c->elemSize);
        s.emit(Kind::ChanRecv, c->id, ChanHow::Closed, c->qcount);
        return {true, false};
    }
    std::byte* slot = c->slot(c->recvx);
    if (elem) copyElem(elem, slot, c->elemSize);
    if (++c->recvx == c->dataqsiz) c->recvx = 0;
    // The queue is full when senders wait: the head's place is the tail's, so the sender's value goes there.
    if (Sudog* sender = dequeue(c->sendq)) {
        copyElem(slot, sender->elem(), c->elemSize);
        c->sendx = c->recvx;
        s.emit(Kind::ChanRecv, c->id, ChanHow::Buffered, c->qcount);
        wake(s, sender, true);
        return {true, true};
    }
    std::memset(slot, 0, c->elemSize);
    --c->qcount;
    s.emit(Kind::ChanRecv, c->id, ChanHow::Buffered, c->qcount);
    return {true, true};
}

CloseResult closechan(Sched& s, Hchan* c) {
    if (!c) return CloseResult::CloseOfNil;
    if (c->closed) return CloseResult::CloseOfClosed;
    c->closed = true;
    s.emit(Kind::ChanClose, c->id);
    // As in Go the waiters are readied in the reverse of the order in which they are taken off the queues.
    std::vector<Sudog*> waiters;
    while (Sudog* sg = dequeue(c->recvq)) waiters.push_back(sg);
    while (Sudog* sg = dequeue(c->sendq)) waiters.push_back(sg);
    for (size_t i = waiters.size(); i-- > 0;) wake(s, waiters[i], false);
    return CloseResult::Closed;
}

} // namespace unwind::runtime
