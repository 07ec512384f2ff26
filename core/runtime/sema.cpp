#include "runtime/sema.h"

#include "runtime/waitq.h"

namespace unwind::runtime {

using trace::Kind;

namespace {

bool cansemacquire(uint32_t* address) {
    if (*address == 0) return false;
    --*address;
    return true;
}

void enqueueFront(WaitQ& q, Sudog* sg) {
    sg->prev = nullptr;
    sg->next = q.first;
    (q.first ? q.first->prev : q.last) = sg;
    q.first = sg;
    sg->queued = true;
}

uint64_t objectId(Sched& s, const void* object) {
    return s.sink() ? s.hooks().objectId(object) : 0;
}

/// Releases before 1.24, and before 1.20, had fewer wait reasons.
WaitReason namedAs(const profile::Profile& rules, WaitReason reason) {
    using Names = profile::SyncWaitReasons;
    const bool plain = rules.syncWaitReasons == Names::Semacquire ||
                       (rules.syncWaitReasons == Names::NamedLocks && reason == WaitReason::SyncWaitGroupWait);
    return plain ? WaitReason::Semacquire : reason;
}

Sudog& ownSudog(G* g) {
    g->self.g = g;
    g->self.c = nullptr;
    g->self.isSelect = false;
    g->self.ticket = 0;
    return g->self;
}

} // namespace

void semacquire(Sched& s, uint32_t* address, WaitReason reason, bool lifo) {
    s.spend(s.costs().chanOp);
    while (!cansemacquire(address)) {
        Sudog& sg = ownSudog(s.curg());
        sg.address = address;
        WaitQ& q = s.semaphores()[address];
        if (lifo) enqueueFront(q, &sg);
        else enqueue(q, &sg);
        s.gopark(namedAs(s.profile(), reason), objectId(s, address));
        sg.address = nullptr;
        if (sg.ticket) return; // the unit was handed over
    }
}

void semrelease(Sched& s, uint32_t* address, bool handoff) {
    s.spend(s.costs().chanOp);
    ++*address;
    auto it = s.semaphores().find(address);
    if (it == s.semaphores().end()) return;
    Sudog* sg = dequeue(it->second);
    if (!it->second.first) s.semaphores().erase(it);
    if (handoff && cansemacquire(address)) sg->ticket = 1;
    s.goready(sg->g);
    if (sg->ticket) s.goyield();
}

uint32_t notifyListAdd(NotifyList& list) {
    return list.wait++;
}

void notifyListWait(Sched& s, NotifyList& list, uint32_t ticket, WaitReason reason) {
    if (int32_t(ticket - list.notify) < 0) return; // notified already
    Sudog& sg = ownSudog(s.curg());
    sg.ticket = ticket;
    WaitQ q{list.head, list.tail};
    enqueue(q, &sg);
    list.head = q.first;
    list.tail = q.last;
    s.gopark(reason, objectId(s, &list));
}

void notifyListNotifyAll(Sched& s, NotifyList& list) {
    WaitQ q{list.head, list.tail};
    list.head = list.tail = nullptr;
    list.notify = list.wait;
    while (Sudog* sg = dequeue(q)) s.goready(sg->g);
}

void notifyListNotifyOne(Sched& s, NotifyList& list) {
    if (list.notify == list.wait) return;
    uint32_t ticket = list.notify++;
    WaitQ q{list.head, list.tail};
    for (Sudog* sg = q.first; sg; sg = sg->next) {
        if (sg->ticket != ticket) continue;
        unlinkSudog(q, sg);
        list.head = q.first;
        list.tail = q.last;
        s.goready(sg->g);
        return;
    }
}

void syncAcquired(Sched& s, trace::SyncKind kind, const void* object) {
    s.emit(Kind::SyncAcquire, objectId(s, object), kind);
}

void syncReleased(Sched& s, trace::SyncKind kind, const void* object) {
    s.emit(Kind::SyncRelease, objectId(s, object), kind);
}

} // namespace unwind::runtime
