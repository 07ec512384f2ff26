// Timers in virtual time: a heap per P, as in runtime/time.go. Kinds: wake a sleeping goroutine, send on a channel
// (synchronous since Go 1.23: no stale value after Stop or Reset, len and cap are 0), call back into the VM.
// The Timer's memory is the caller's (part of a heap object); a set timer is a root: see Sched::forEachTimer.
#pragma once

#include "base/ids.h"

#include <cstdint>

namespace unwind::runtime {

struct G;
struct Hchan;
class Sched;

struct Timer {
    enum class Kind : uint8_t { WakeG, SendTime, Func };
    uint64_t id = 0;          ///< given by the first start; 0 before
    Time when = 0;            ///< virtual time
    Time period = 0;          ///< 0: once
    Kind kind = Kind::Func;
    int32_t heapIndex = -1;   ///< in its P's heap; -1: not set
    int32_t proc = 0;         ///< whose heap
    uint64_t order = 0;       ///< equal times fire in the order they were set
    union {
        G* g = nullptr;       ///< WakeG
        Hchan* channel;       ///< SendTime: capacity 1, element written by Hooks::timeValue
        uint64_t payload;     ///< Func: the VM's; a root
    };
    bool active() const { return heapIndex >= 0; }
};

/// Sets or resets a timer to fire at `when` (past times at once) and then every period. True if it was still active
/// (for SendTime also if its value had not been received: the value is dropped).
bool startTimer(Sched& s, Timer& timer, Time when, Time period = 0);
/// True if this stopped it before it fired, or, for SendTime, before its value was received.
bool stopTimer(Sched& s, Timer& timer);
/// time.Sleep of the running goroutine; d <= 0 returns at once.
void timeSleep(Sched& s, Time d);

} // namespace unwind::runtime
