#include "lang/syntax/unicode.h"

#include <fmt/format.h>

namespace unwind::syntax {
namespace {

constexpr Decoded kInvalid{0xFFFD, 1};

bool isContinuation(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

} // namespace

Decoded decodeUtf8(const char* at, const char* end)
{
    const auto* s = reinterpret_cast<const unsigned char*>(at);
    const auto left = static_cast<size_t>(end - at);
    if (s[0] < 0x80)
        return {s[0], 1};
    const uint32_t size = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC2 || s[0] > 0xF4 || left < size)
        return kInvalid;
    char32_t rune = s[0] & (0x7F >> size);
    for (uint32_t i = 1; i < size; ++i) {
        if (!isContinuation(s[i]))
            return kInvalid;
        rune = rune << 6 | (s[i] & 0x3F);
    }
    const bool overlong = (size == 3 && rune < 0x800) || (size == 4 && rune < 0x10000);
    if (overlong || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000))
        return kInvalid;
    return {rune, size};
}

void appendUtf8(std::string& to, char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        c = 0xFFFD;
    if (c < 0x80) {
        to += static_cast<char>(c);
    } else if (c < 0x800) {
        to += static_cast<char>(0xC0 | c >> 6);
        to += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        to += static_cast<char>(0xE0 | c >> 12);
        to += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        to += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        to += static_cast<char>(0xF0 | c >> 18);
        to += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        to += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        to += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::string describeRune(char32_t c)
{
    std::string text = fmt::format("U+{:04X}", static_cast<uint32_t>(c));
    if (isPrintable(c)) {
        text += " '";
        appendUtf8(text, c);
        text += '\'';
    }
    return text;
}

std::string quoteRune(char32_t c)
{
    switch (c) {
    case '\a': return "'\\a'";
    case '\b': return "'\\b'";
    case '\f': return "'\\f'";
    case '\n': return "'\\n'";
    case '\r': return "'\\r'";
    case '\t': return "'\\t'";
    case '\v': return "'\\v'";
    case '\'': return "'\\''";
    case '\\': return "'\\\\'";
    default: break;
    }
    const auto code = static_cast<uint32_t>(c);
    if (!isPrintable(c)) {
        if (code < 0x80)
            return fmt::format("'\\x{:02x}'", code);
        return code < 0x10000 ? fmt::format("'\\u{:04x}'", code) : fmt::format("'\\U{:08x}'", code);
    }
    std::string text = "'";
    appendUtf8(text, c);
    return text + '\'';
}

} // namespace unwind::syntax
