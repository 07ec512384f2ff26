// Channels and select, as runtime/chan.go and select.go: FIFO queues of waiting goroutines, direct hand-off, cases drawn
// uniformly. Elements are opaque bytes. All functions act for the running goroutine and may park it; faults are answers
// for the VM to raise. A waiting goroutine's value lies in its Sudog, so its frames may move.
#pragma once

#include "base/ids.h"
#include "runtime/g.h"

#include <cstddef>
#include <span>

namespace unwind::runtime {

class Sched;
struct Timer;

struct WaitQ {
    Sudog* first = nullptr;
    Sudog* last = nullptr;
};

/// The buffer follows the struct. Allocated with Hooks::allocate.
struct Hchan {
    uint64_t id = 0;
    uint64_t qcount = 0;      ///< values in the buffer
    uint64_t dataqsiz = 0;    ///< capacity
    uint64_t sendx = 0, recvx = 0;
    uint32_t elemSize = 0;
    bool closed = false;
    Timer* timer = nullptr;   ///< a timer's channel: synchronous, len and cap are 0
    void* elemType = nullptr; ///< the VM's
    WaitQ recvq, sendq;
    std::byte* slot(uint64_t i) { return reinterpret_cast<std::byte*>(this + 1) + i * elemSize; }
    /// Calls f(void* element) for each buffered value.
    template <class F>
    void forEachBuffered(F&& f) {
        for (uint64_t i = 0; i < qcount; ++i) f(static_cast<void*>(slot((recvx + i) % dataqsiz)));
    }
};

/// The bytes makechan asks Hooks::allocate for.
size_t chanBytes(uint32_t elemSize, uint64_t capacity);
/// type: string id, at: packed position, both for the event. The VM has checked the size (makechan: size out of range).
Hchan* makechan(Sched& s, uint32_t elemSize, uint64_t capacity, void* elemType, uint64_t type, uint64_t at);

enum class SendResult : uint8_t { Sent, WouldBlock, SendOnClosed };
struct RecvResult {
    bool selected = false; ///< false: would block (only when !block)
    bool received = false; ///< the second value of a receive: false when closed and drained (element zeroed)
};
enum class CloseResult : uint8_t { Closed, CloseOfNil, CloseOfClosed };

/// A nil channel blocks for ever.
SendResult chansend(Sched& s, Hchan* c, const void* elem, bool block = true);
/// elem may be null: the value is dropped.
RecvResult chanrecv(Sched& s, Hchan* c, void* elem, bool block = true);
CloseResult closechan(Sched& s, Hchan* c);
uint64_t chanlen(const Hchan* c);
uint64_t chancap(const Hchan* c);

struct Scase {
    Hchan* c = nullptr;   ///< nil is never ready
    void* elem = nullptr; ///< value to send, or where to receive (may be null)
    bool send = false;
};
struct SelectResult {
    int chosen = -1;           ///< index into the cases; -1: default
    bool received = false;
    bool sendOnClosed = false; ///< the chosen case sends on a closed channel: raise
};
/// At most 65,536 cases, as in Go. No cases and block: parks for ever.
SelectResult selectgo(Sched& s, std::span<Scase> cases, bool block);

} // namespace unwind::runtime
