// Semaphores and notification lists, on which the sync package is written in Go (runtime/sema.go). Waiters are FIFO.
#pragma once

#include "runtime/g.h"

#include <cstdint>

namespace unwind::runtime {

class Sched;

/// Waits until *address > 0 and takes one. lifo: wait in front of the others (a woken mutex waiter that lost).
void semacquire(Sched& s, uint32_t* address, trace::WaitReason reason = trace::WaitReason::Semacquire, bool lifo = false);
/// Gives one and wakes a waiter. handoff: the waiter gets the unit for sure and runs next, the caller yields.
void semrelease(Sched& s, uint32_t* address, bool handoff = false);

/// sync.Cond's list; 32 bytes, laid out as the Go side declares it: two uint32, then three uintptr (not traced).
struct NotifyList {
    uint32_t wait = 0;   ///< next ticket
    uint32_t notify = 0; ///< next ticket to wake
    uint64_t reserved = 0;
    Sudog* head = nullptr;
    Sudog* tail = nullptr;
};
uint32_t notifyListAdd(NotifyList& list);
void notifyListWait(Sched& s, NotifyList& list, uint32_t ticket,
                    trace::WaitReason reason = trace::WaitReason::SyncCondWait);
void notifyListNotifyAll(Sched& s, NotifyList& list);
void notifyListNotifyOne(Sched& s, NotifyList& list);

/// Events of the sync package, told by its Go code where a lock is really taken or released.
void syncAcquired(Sched& s, trace::SyncKind kind, const void* object);
void syncReleased(Sched& s, trace::SyncKind kind, const void* object);

} // namespace unwind::runtime
