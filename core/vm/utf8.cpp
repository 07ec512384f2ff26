#include "vm/utf8.h"

namespace unwind::vm {

Rune decodeRune(const char* p, size_t n) {
    const auto at = [p](size_t i) { return static_cast<uint8_t>(p[i]); };
    const uint8_t first = at(0);
    if (first < 0x80)
        return {first, 1};
    const int bytes = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || n < static_cast<size_t>(bytes))
        return {};
    int32_t code = first & (0x7f >> bytes);
    for (int i = 1; i < bytes; ++i) {
        if ((at(static_cast<size_t>(i)) & 0xc0) != 0x80)
            return {};
        code = code << 6 | (at(static_cast<size_t>(i)) & 0x3f);
    }
    static constexpr int32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < kLeast[bytes] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return {};
    return {code, bytes};
}

int encodeRune(int64_t code, char* out) {
    if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        code = kRuneError;
    const auto c = static_cast<uint32_t>(code);
    const auto tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) {
        out[0] = static_cast<char>(c);
        return 1;
    }
    if (c < 0x800) {
        out[0] = static_cast<char>(0xc0 | c >> 6);
        out[1] = tail(0);
        return 2;
    }
    if (c < 0x10000) {
        out[0] = static_cast<char>(0xe0 | c >> 12);
        out[1] = tail(6);
        out[2] = tail(0);
        return 3;
    }
    out[0] = static_cast<char>(0xf0 | c >> 18);
    out[1] = tail(12);
    out[2] = tail(6);
    out[3] = tail(0);
    return 4;
}

} // namespace unwind::vm
