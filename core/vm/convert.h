// Conversions and operations of floating point whose result C++ leaves open and Go on amd64 does not.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace unwind::vm {

/// Truncates; what does not fit, and NaN, is the smallest int64.
inline int64_t floatToInt(double v) {
#if defined(__x86_64__)
    return _mm_cvttsd_si64(_mm_set_sd(v));
#else
    if (!(v >= -0x1p63 && v < 0x1p63))
        return std::numeric_limits<int64_t>::min();
    return static_cast<int64_t>(v);
#endif
}

inline uint64_t floatToUint(double v) {
    if (v < 0x1p63)
        return static_cast<uint64_t>(floatToInt(v));
    return static_cast<uint64_t>(floatToInt(v - 0x1p63)) ^ uint64_t{1} << 63;
}

/// IEEE division: the sanitizers call dividing by zero undefined.
__attribute__((no_sanitize("float-divide-by-zero"))) inline double divide(double a, double b) { return a / b; }
__attribute__((no_sanitize("float-divide-by-zero"))) inline float divide(float a, float b) { return a / b; }

__attribute__((no_sanitize("float-cast-overflow"))) inline float narrow(double v) { return static_cast<float>(v); }

inline double minFloat(double a, double b) {
    if (std::isnan(a) || std::isnan(b))
        return std::numeric_limits<double>::quiet_NaN();
    if (a == b)
        return std::signbit(a) ? a : b;
    return a < b ? a : b;
}

inline double maxFloat(double a, double b) {
    if (std::isnan(a) || std::isnan(b))
        return std::numeric_limits<double>::quiet_NaN();
    if (a == b)
        return std::signbit(a) ? b : a;
    return a > b ? a : b;
}

/// A memory image into slots; the last slot's rest is zeroed. May overlap.
inline void loadBytes(uint64_t* slots, const void* memory, size_t size) {
    std::memmove(slots, memory, size);
    if (size % 8)
        std::memset(reinterpret_cast<char*>(slots) + size, 0, 8 - size % 8);
}

} // namespace unwind::vm
