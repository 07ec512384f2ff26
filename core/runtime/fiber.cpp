#include "runtime/fiber.h"

#include <boost/context/detail/fcontext.hpp>

#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define UNWIND_ASAN 1
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#include <sanitizer/lsan_interface.h>
#else
#define UNWIND_ASAN 0
#endif

namespace unwind::runtime {

namespace {

namespace ctx = boost::context::detail;

constexpr size_t kStackBytes = UNWIND_ASAN ? 256 * 1024 : 64 * 1024;
constexpr size_t kSlotsPerSlab = 1024;
constexpr size_t kSlabBytes = kStackBytes * kSlotsPerSlab;
// Tops at the same offset of every slot would fall into the same few cache sets: shift them, within the one page.
constexpr size_t kColourStep = 192, kColourSpan = 1024;

struct Jump {
    Fiber* from;
    Fiber* to;
};

struct Start {
    void (*entry)(void*);
    void* argument;
};

/// On the stack switched to: notes where the other one stopped.
void landed(ctx::transfer_t t, [[maybe_unused]] void* fakeStack) {
    auto* jump = static_cast<Jump*>(t.data);
#if UNWIND_ASAN
    const void* bottom = nullptr;
    size_t size = 0;
    __sanitizer_finish_switch_fiber(fakeStack, &bottom, &size);
    jump->from->stackBottom = const_cast<void*>(bottom);
    jump->from->stackSize = size;
#endif
    jump->from->context = t.fctx;
}

void fiberMain(ctx::transfer_t t) {
    Fiber* self = static_cast<Jump*>(t.data)->to;
    landed(t, nullptr);
    auto* start = reinterpret_cast<Start*>(static_cast<std::byte*>(self->stackBottom) + self->stackSize);
    start->entry(start->argument);
    std::abort(); // an entry never returns
}

} // namespace

StackPool::StackPool(size_t controlBytes) : m_controlBytes((controlBytes + 63) / 64 * 64) {}

StackPool::~StackPool() {
    for (void* slab : m_slabs) {
#if UNWIND_ASAN
        __lsan_unregister_root_region(slab, kSlabBytes);
        ASAN_UNPOISON_MEMORY_REGION(slab, kSlabBytes);
#endif
        munmap(slab, kSlabBytes);
    }
}

void StackPool::grow() {
    void* slab = mmap(nullptr, kSlabBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (slab == MAP_FAILED) {
        std::fputs("unwind: no address space left for goroutine stacks\n", stderr);
        std::abort();
    }
    madvise(slab, kSlabBytes, MADV_NOHUGEPAGE);
#if UNWIND_ASAN
    __lsan_register_root_region(slab, kSlabBytes);
#endif
    m_slabs.push_back(slab);
    m_used = 0;
}

StackPool::Slot StackPool::allocate() {
    if (m_slabs.empty() || m_used == kSlotsPerSlab) grow();
    auto* bottom = static_cast<std::byte*>(m_slabs.back()) + m_used++ * kStackBytes;
    std::byte* control = bottom + kStackBytes - m_count++ * kColourStep % kColourSpan - m_controlBytes;
    return {control, bottom, control - 64}; // the 64 bytes between hold a Start
}

size_t StackPool::stackBytes() const {
    return kStackBytes;
}

void makeFiber(Fiber& fiber, const StackPool::Slot& slot, void (*entry)(void*), void* argument) {
    static_assert(sizeof(Start) <= 64);
    fiber.stackBottom = slot.stackBottom;
    fiber.stackSize = size_t(static_cast<std::byte*>(slot.stackTop) - static_cast<std::byte*>(slot.stackBottom));
    *static_cast<Start*>(slot.stackTop) = {entry, argument};
    fiber.context = ctx::make_fcontext(slot.stackTop, fiber.stackSize, fiberMain);
}

void switchFiber(Fiber& from, Fiber& to) {
    Jump jump{&from, &to};
#if UNWIND_ASAN
    __sanitizer_start_switch_fiber(&from.fakeStack, to.stackBottom, to.stackSize);
#endif
    landed(ctx::jump_fcontext(to.context, &jump), from.fakeStack);
}

} // namespace unwind::runtime
