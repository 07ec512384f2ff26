#include "vm/mapping.h"

#include <utility>

#include <sys/mman.h>

namespace unwind::vm {

#if defined(__SANITIZE_ADDRESS__)
const uintptr_t kHeapBase = 0x10c000000000;
#else
const uintptr_t kHeapBase = 0xc000000000;
#endif
const uintptr_t kDataBase = 0x20000000;

Mapping::Mapping(uintptr_t wanted, size_t size) {
    const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    void* got = mmap(reinterpret_cast<void*>(wanted), size, PROT_READ | PROT_WRITE, flags | MAP_FIXED_NOREPLACE, -1, 0);
    if (got == MAP_FAILED || got != reinterpret_cast<void*>(wanted)) {
        if (got != MAP_FAILED)
            munmap(got, size);
        got = mmap(nullptr, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    }
    if (got == MAP_FAILED)
        return;
    m_base = static_cast<char*>(got);
    m_size = size;
}

Mapping::~Mapping() {
    if (m_base)
        munmap(m_base, m_size);
}

void Mapping::swap(Mapping& other) noexcept {
    std::swap(m_base, other.m_base);
    std::swap(m_size, other.m_size);
}

} // namespace unwind::vm
