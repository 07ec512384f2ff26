// Go's allocation size classes: what append rounds a new capacity up to is visible to programs through cap().
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace unwind::vm {

inline constexpr size_t kPageSize = 8192;
inline constexpr size_t kMaxSmallSize = 32768;

inline constexpr std::array<uint32_t, 68> kClassSizes = {
    0,    8,    16,   24,   32,   48,   64,   80,   96,   112,   128,   144,   160,   176,   192,   208,   224,
    240,  256,  288,  320,  352,  384,  416,  448,  480,  512,   576,   640,   704,   768,   896,   1024,  1152,
    1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456,  4096,  4864,  5120,  5376,  6144,  6528,  6784,
    6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672};
inline constexpr size_t kClassCount = kClassSizes.size() + 1; ///< the last one is 32768

constexpr uint32_t classSize(size_t index) {
    return index < kClassSizes.size() ? kClassSizes[index] : static_cast<uint32_t>(kMaxSmallSize);
}

namespace detail {
constexpr std::array<uint8_t, kMaxSmallSize / 8 + 1> classTable() {
    std::array<uint8_t, kMaxSmallSize / 8 + 1> table{};
    size_t index = 1;
    for (size_t words = 0; words < table.size(); ++words) {
        while (classSize(index) < words * 8)
            ++index;
        table[words] = static_cast<uint8_t>(index);
    }
    return table;
}
} // namespace detail
inline constexpr auto kClassTable = detail::classTable();

/// The class of a size up to kMaxSmallSize.
constexpr size_t classOf(size_t size) { return kClassTable[(size + 7) / 8]; }

/// The bytes that Go's allocator would hand out for a request: what growing a slice may use.
constexpr size_t roundUpSize(size_t size, bool hasPointers) {
    size_t request = size;
    if (request <= kMaxSmallSize - 8) {
        if (hasPointers && request > 512)
            request += 8;
        return classSize(classOf(request)) - (request - size);
    }
    return (request + kPageSize - 1) & ~(kPageSize - 1);
}

} // namespace unwind::vm
