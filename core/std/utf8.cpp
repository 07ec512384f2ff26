#include "std/utf8.h"

namespace unwind::stdlib {
namespace {

/// How many bytes a first byte asks for, and the range of the second; 0 if it can not be first.
struct Lead {
    int size;
    uint8_t low, high;
};

Lead lead(uint8_t b) {
    if (b < 0xC2) return {0, 0, 0};
    if (b < 0xE0) return {2, 0x80, 0xBF};
    if (b == 0xE0) return {3, 0xA0, 0xBF};
    if (b == 0xED) return {3, 0x80, 0x9F};
    if (b < 0xF0) return {3, 0x80, 0xBF};
    if (b == 0xF0) return {4, 0x90, 0xBF};
    if (b < 0xF4) return {4, 0x80, 0xBF};
    if (b == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

bool isTail(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

} // namespace

Rune decodeRune(std::string_view text) {
    if (text.empty()) return {kRuneError, 0};
    const auto b0 = static_cast<uint8_t>(text[0]);
    if (b0 < 0x80) return {b0, 1};
    const Lead l = lead(b0);
    if (l.size == 0 || text.size() < static_cast<size_t>(l.size)) return {kRuneError, 1};
    const auto b1 = static_cast<uint8_t>(text[1]);
    if (b1 < l.low || b1 > l.high) return {kRuneError, 1};
    int32_t value = b0 & (0x7F >> l.size);
    value = value << 6 | (b1 & 0x3F);
    for (int i = 2; i < l.size; ++i) {
        if (!isTail(text[i])) return {kRuneError, 1};
        value = value << 6 | (text[i] & 0x3F);
    }
    return {value, l.size};
}

Rune decodeLastRune(std::string_view text) {
    if (text.empty()) return {kRuneError, 0};
    const size_t end = text.size();
    if (static_cast<uint8_t>(text[end - 1]) < 0x80) return {text[end - 1], 1};
    for (size_t back = 1; back <= 4 && back <= end; ++back) {
        if (isTail(text[end - back])) continue;
        const Rune r = decodeRune(text.substr(end - back));
        if (static_cast<size_t>(r.size) == back) return r;
        break;
    }
    return {kRuneError, 1};
}

bool fullRune(std::string_view text) {
    if (text.empty()) return false;
    const Lead l = lead(static_cast<uint8_t>(text[0]));
    if (l.size == 0 || text.size() >= static_cast<size_t>(l.size)) return true;
    if (text.size() > 1) {
        const auto b1 = static_cast<uint8_t>(text[1]);
        if (b1 < l.low || b1 > l.high) return true;
    }
    return text.size() > 2 && !isTail(text[2]);
}

size_t runeCount(std::string_view text) {
    size_t n = 0;
    while (!text.empty()) {
        text.remove_prefix(static_cast<size_t>(decodeRune(text).size));
        ++n;
    }
    return n;
}

bool validUtf8(std::string_view text) {
    while (!text.empty()) {
        const Rune r = decodeRune(text);
        if (r.value == kRuneError && r.size == 1) return false;
        text.remove_prefix(static_cast<size_t>(r.size));
    }
    return true;
}

bool validRune(int64_t rune) { return rune >= 0 && rune <= kMaxRune && (rune < 0xD800 || rune > 0xDFFF); }

void appendRune(std::string& out, int64_t rune) {
    if (!validRune(rune)) rune = kRuneError;
    const auto r = static_cast<uint32_t>(rune);
    const auto add = [&out](uint32_t byte) { out += static_cast<char>(byte); };
    if (r < 0x80) {
        add(r);
    } else if (r < 0x800) {
        add(0xC0 | r >> 6);
        add(0x80 | (r & 0x3F));
    } else if (r < 0x10000) {
        add(0xE0 | r >> 12);
        add(0x80 | (r >> 6 & 0x3F));
        add(0x80 | (r & 0x3F));
    } else {
        add(0xF0 | r >> 18);
        add(0x80 | (r >> 12 & 0x3F));
        add(0x80 | (r >> 6 & 0x3F));
        add(0x80 | (r & 0x3F));
    }
}

} // namespace unwind::stdlib
