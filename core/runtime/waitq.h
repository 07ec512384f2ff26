// Shared by chan.cpp and select.cpp: queues of waiting goroutines and the parts of send and receive that do not park.
#pragma once

#include "runtime/sched.h"

#include <cstring>

namespace unwind::runtime {

inline void copyElem(void* to, const void* from, size_t bytes) {
    if (bytes == 8) std::memcpy(to, from, 8);
    else if (bytes) std::memcpy(to, from, bytes);
}

inline void enqueue(WaitQ& q, Sudog* sg) {
    sg->next = nullptr;
    sg->prev = q.last;
    (q.last ? q.last->next : q.first) = sg;
    q.last = sg;
    sg->queued = true;
}

inline void unlinkSudog(WaitQ& q, Sudog* sg) {
    if (!sg->queued) return;
    (sg->prev ? sg->prev->next : q.first) = sg->next;
    (sg->next ? sg->next->prev : q.last) = sg->prev;
    sg->next = sg->prev = nullptr;
    sg->queued = false;
}

/// The longest waiting one that can still be served: a select that another case has won is passed over.
inline Sudog* dequeue(WaitQ& q) {
    while (Sudog* sg = q.first) {
        unlinkSudog(q, sg);
        if (!sg->isSelect) return sg;
        if (sg->g->selectDone) continue;
        sg->g->selectDone = true;
        return sg;
    }
    return nullptr;
}

inline void wake(Sched& s, Sudog* sg, bool success) {
    sg->success = success;
    sg->g->param = sg;
    s.goready(sg->g);
}

/// Copies what a woken receiver got, or zeroes, to where it is wanted.
inline void takeReceived(Sudog& sg, void* elem) {
    if (!elem) return;
    if (sg.success) copyElem(elem, sg.elem(), sg.c->elemSize);
    else std::memset(elem, 0, sg.c->elemSize);
}

SendResult trySend(Sched& s, Hchan* c, const void* elem);
RecvResult tryRecv(Sched& s, Hchan* c, void* elem);

} // namespace unwind::runtime
