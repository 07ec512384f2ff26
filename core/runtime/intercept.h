// Being told that a goroutine exits by runtime.Goexit: the article's §2.5 compares two ways of it with none. A goroutine is
// armed; when it then calls Goexit, the scheduler's exit handler runs on it, before its deferred calls, once. A goroutine that
// ends otherwise takes its armament with it. Released Go has none of this.
#pragma once

#include <cstdint>

namespace unwind::runtime {

class Sched;
struct G;

enum class Interception : uint8_t {
    None,      ///< arming does nothing
    Hook,      ///< as SetFinalizer keeps its functions: a record on the heap for each arming, on a list of the goroutine's;
               ///< Goexit takes it off and calls what it points to
    StackGuard ///< a flag in the place of the goroutine's stack guard, which the exit path compares, as a stack check does
};

using ExitHandler = void (*)(G& g, void* context);

/// One arming, from Hooks::allocate: a root for the collector while it is on its goroutine's list.
struct ExitHook {
    ExitHook* next = nullptr;
    ExitHandler run = nullptr;
    void* context = nullptr;
};

/// A stack guard below every stack pointer's reach: only the exit path takes it for what it is.
inline constexpr uint64_t kExitGuard = 1;

/// Arms the goroutine, in the scheduler's way (SchedOptions::interception).
void interceptGoexit(Sched& s, G& g);
/// Goexit has begun: tells the handler if the goroutine is armed.
void runExitHooks(Sched& s, G& g);
void atExitGuard(Sched& s, G& g);

} // namespace unwind::runtime
