// UTF-8 as Go reads it: a byte that begins no valid character is U+FFFD of size 1.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unwind::stdlib {

inline constexpr int32_t kRuneError = 0xFFFD;
inline constexpr int32_t kMaxRune = 0x10FFFF;

struct Rune {
    int32_t value = kRuneError;
    int size = 0; ///< bytes; 0 at the end of the text
};

Rune decodeRune(std::string_view text);
Rune decodeLastRune(std::string_view text);
/// False if the text begins with a valid character's first bytes only.
bool fullRune(std::string_view text);
size_t runeCount(std::string_view text);
bool validUtf8(std::string_view text);
bool validRune(int64_t rune);
/// Appends the rune; what is no character becomes U+FFFD.
void appendRune(std::string& out, int64_t rune);

} // namespace unwind::stdlib
