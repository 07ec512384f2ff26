#include "lang/types/arena.h"

#include <cstdint>

namespace unwind::types {

namespace {
constexpr size_t kBlockSize = 64 * 1024;
}

Arena::~Arena() {
    for (auto it = m_destructors.rbegin(); it != m_destructors.rend(); ++it)
        it->destroy(it->object);
}

void* Arena::allocate(size_t size, size_t alignment) {
    auto aligned = (reinterpret_cast<uintptr_t>(m_next) + alignment - 1) & ~(alignment - 1);
    if (!m_next || aligned + size > reinterpret_cast<uintptr_t>(m_end)) {
        const size_t blockSize = size + alignment > kBlockSize ? size + alignment : kBlockSize;
        m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(blockSize));
        m_next = m_blocks.back().get();
        m_end = m_next + blockSize;
        aligned = (reinterpret_cast<uintptr_t>(m_next) + alignment - 1) & ~(alignment - 1);
    }
    m_next = reinterpret_cast<std::byte*>(aligned + size);
    return reinterpret_cast<void*>(aligned);
}

} // namespace unwind::types
