// Fibers: separate native stacks and the switch between them. The only part of Unwind that knows Boost.Context.
// A stack is a slot of a big mapping (no guard page each: the kernel's limit on mappings ends that at 32,743 fibers);
// the owner's control block lies at the slot's top, so that a parked fiber costs one page. Slots are reused last-in
// first-out, with the context a finished fiber left in them, and coloured, so that control blocks do not share cache sets.
// Nothing that owns memory may live on a fiber's stack while it is parked: an ended program abandons its stacks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unwind::runtime {

/// A suspended flow of control. The host's own stack is a Fiber too, default-constructed.
struct Fiber {
    void* context = nullptr;      ///< where it goes on; valid while suspended
    void* stackBottom = nullptr;  ///< lowest address; for the sanitizers, null until known
    size_t stackSize = 0;
    void* fakeStack = nullptr;    ///< AddressSanitizer's
};

/// Gives out stacks with a control block at the top. Stacks are returned to the system when the pool dies.
class StackPool {
public:
    /// controlBytes: what each slot keeps at its top for its owner, beside the stack.
    explicit StackPool(size_t controlBytes);
    ~StackPool();
    StackPool(const StackPool&) = delete;
    StackPool& operator=(const StackPool&) = delete;

    struct Slot {
        void* control;  ///< controlBytes, zeroed, 64-byte aligned
        void* stackBottom;
        void* stackTop; ///< the fiber's stack grows down from here
    };
    /// A slot never used before.
    Slot allocate();
    size_t stackBytes() const;

private:
    void grow();
    size_t m_controlBytes;
    std::vector<void*> m_slabs;
    size_t m_used = 0; ///< slots given out of the last slab
    size_t m_count = 0;
};

/// Prepares fiber to run entry(argument) on the slot's stack at the first switch to it; entry must never return.
void makeFiber(Fiber& fiber, const StackPool::Slot& slot, void (*entry)(void*), void* argument);
/// Suspends the running fiber `from` and goes on in `to`. Returns when something switches back.
void switchFiber(Fiber& from, Fiber& to);

} // namespace unwind::runtime
