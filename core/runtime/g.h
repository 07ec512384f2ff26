// The scheduler's live objects: G (goroutine), M (machine, a thread of the simulated host) and P (processor), and Sudog, a
// goroutine on a wait queue. Counterpart: runtime/runtime2.go. A G lies at the top of its fiber's stack and is never freed,
// only reused (gfput, gfget); after goroutineEnded it may at any time be another goroutine.
#pragma once

#include "base/ids.h"
#include "runtime/defer.h"
#include "runtime/fiber.h"
#include "runtime/intercept.h"
#include "runtime/timer.h"
#include "trace/events.h"

#include <array>
#include <cstddef>
#include <vector>

namespace unwind::runtime {

using trace::GStatus;
using trace::WaitReason;

struct G;
struct P;
struct Hchan;

/// A goroutine's place in one wait queue. Owns a copy of the value sent, or room for the one received.
struct Sudog {
    static constexpr size_t kInline = 32;
    G* g = nullptr;
    Hchan* c = nullptr;        ///< channel waited on; its elemType tells how to trace elem
    Sudog* next = nullptr;
    Sudog* prev = nullptr;
    Sudog* waitlink = nullptr; ///< next of the same goroutine (select)
    uint32_t* address = nullptr; ///< semaphore waited on
    uint32_t ticket = 0;       ///< notifyList: its number; semaphore: 1 when the unit was handed over
    uint32_t caseIndex = 0;    ///< select
    bool isSend = false;
    bool isSelect = false;
    bool success = false;      ///< woken by a value, not by close
    bool queued = false;
    std::byte* elem() { return heapElem ? heapElem : inlineElem; }
    void reserve(size_t bytes);  ///< room for a value; released by clear()
    void clear();
    std::byte* heapElem = nullptr;
    alignas(16) std::byte inlineElem[kInline];
};

/// A goroutine's body: runs on its fiber; when it returns the goroutine ends.
using Body = void (*)(G& g, void* context);

struct G {
    Fiber fiber;
    Sched* sched = nullptr;
    GStatus status = GStatus::Gidle;
    WaitReason waitReason{};
    bool isMain = false;
    bool goexited = false;     ///< ends by Goexit
    bool exiting = false;      ///< a profile's status path: in a queue, only to die when taken out
    bool selectDone = false;   ///< select: a case has won
    bool parking = false;      ///< a profile's parking: its lock is released, its status not stored yet
    bool readyEarly = false;   ///< … and somebody has made it ready meanwhile
    bool stopped = false;      ///< a profile's exit: parked for good
    GoId id;
    GoId parent;
    FuncId function;           ///< of its go statement
    uint64_t createdAt = 0;    ///< packed position of its go statement
    P* p = nullptr;            ///< while running
    Time readyAt = 0;          ///< when it became runnable; a P that takes it can not be earlier
    Time waitSince = 0;
    Body body = nullptr;
    void* context = nullptr;

    Defer* defers = nullptr;   ///< pending, newest first, ordered by frame
    Defer* running = nullptr;  ///< deferred calls in progress, innermost first
    Panic* panic = nullptr;    ///< newest record of the chain
    uint64_t stackguard = 0;   ///< kExitGuard: armed, see Interception
    ExitHook* exitHooks = nullptr; ///< newest first; roots
    bool signal = false;       ///< a fault that Go gets as SIGSEGV came since its chain was last empty: printed after the chain
    uint64_t signalAddress = 0, signalPc = 0;
    Panic* printing = nullptr; ///< while PrintValue is being answered: the record whose text is made
    Panic* printBase = nullptr; ///< … and the newest record then

    Sudog* waiting = nullptr;  ///< what it waits on, linked by waitlink: roots (isSend values, and received ones not yet taken)
    Sudog* param = nullptr;    ///< who woke it
    Sudog self;                ///< used for all waits but select's
    Timer sleepTimer;

    void* vm = nullptr;        ///< the VM's; points to SchedOptions::vmBytes zeroed bytes in the same page when a G is made,
                               ///< and is left alone when the G is reused
    bool hasDefers(Frame frame) const { return defers && defers->frame == frame; }
    Frame deferDepth() const;  ///< how many calls are pending
};

/// Asks the cache for what making or resuming g touches first: a thousand others ran since it was last looked at.
/// Inlined by force, as GCC takes a function that only prefetches for one without effect and drops its calls.
[[gnu::always_inline]] inline void prefetch(const G* g) {
    const auto* line = reinterpret_cast<const std::byte*>(g);
    for (const size_t at : {size_t(0), size_t(64), size_t(128), sizeof(G), sizeof(G) + 64}) __builtin_prefetch(line + at, 1);
}

struct M {
    MachineId id;
    P* p = nullptr;
    bool spinning = false;
};

struct P {
    enum class State : uint8_t { Idle, Running /* has an M */ };
    static constexpr uint32_t kRing = 256;
    ProcId id;
    State state = State::Idle;
    M* m = nullptr;
    G* curg = nullptr;         ///< null while it looks for work
    Time clock = 0;            ///< its virtual time at its last slice's end
    Time schedWhen = 0;        ///< when curg began to run, for preemption
    uint32_t schedtick = 1;    ///< goroutines begun with a fresh time slice (one by the program's start)
    bool starting = false;     ///< its M has been woken, ProcStart is told at its first slice
    bool finalLook = false;    ///< spinning: it has backed off once and may now take a runnext
    uint32_t head = 0, tail = 0;
    std::array<G*, kRing> ring{};
    G* runnext = nullptr;
    std::vector<Timer*> timers; ///< heap, earliest first
    uint32_t ringSize() const { return tail - head; }
};

} // namespace unwind::runtime
