// UTF-8 as Go reads and writes it: an invalid byte is the replacement character and one byte long.
#pragma once

#include <cstddef>
#include <cstdint>

namespace unwind::vm {

inline constexpr int32_t kRuneError = 0xfffd;

struct Rune {
    int32_t code = kRuneError;
    int bytes = 1;
};

/// The rune at p, of n > 0 bytes.
Rune decodeRune(const char* p, size_t n);
/// Writes up to 4 bytes, returns how many. Surrogates and numbers that are no code points become the replacement character.
int encodeRune(int64_t code, char* out);

} // namespace unwind::vm
