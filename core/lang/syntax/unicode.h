// What the scanner needs to know about Unicode: which code points make up names, which can be shown, and UTF-8.
// Counterpart: the Go packages unicode and unicode/utf8.
#pragma once

#include <cstdint>
#include <string>

namespace unwind::syntax {

bool isUnicodeLetter(char32_t c);
bool isUnicodeDigit(char32_t c);
/// True for what %q shows as itself.
bool isPrintable(char32_t c);

struct Decoded {
    char32_t rune;  ///< U+FFFD with size 1 where the bytes are not UTF-8
    uint32_t size;
};
/// Decodes the code point at `at`; `at < end`.
Decoded decodeUtf8(const char* at, const char* end);
void appendUtf8(std::string& to, char32_t c);

/// "U+0040 '@'" as Go's %#U.
std::string describeRune(char32_t c);
/// "'@'" or "'\n'" as Go's %q.
std::string quoteRune(char32_t c);

} // namespace unwind::syntax
