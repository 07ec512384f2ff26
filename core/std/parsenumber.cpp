#include "std/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace unwind::stdlib {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool equalFold(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == y; });
}

/// Underscores stand only between digits, or between a base's prefix and a digit.
bool underscoresFine(std::string_view s) {
    if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
    char before = '^'; // '0' a digit, '_' an underscore, '!' something else
    size_t i = 0;
    bool hex = false;
    if (s.size() >= 2 && s[0] == '0') {
        const char base = lower(s[1]);
        if (base == 'b' || base == 'o' || base == 'x') {
            i = 2;
            before = '0';
            hex = base == 'x';
        }
    }
    for (; i < s.size(); ++i) {
        const char c = lower(s[i]);
        if ((c >= '0' && c <= '9') || (hex && c >= 'a' && c <= 'f')) {
            before = '0';
        } else if (c == '_') {
            if (before != '0') return false;
            before = '_';
        } else {
            if (before == '_') return false;
            before = '!';
        }
    }
    return before != '_';
}

int digitValue(char c) {
    c = lower(c);
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    return 99;
}

/// Whether text is digits [. digits] [exponent] with at least one digit; hexadecimal needs the exponent.
bool wellFormed(std::string_view s, bool hex) {
    size_t i = 0, digits = 0;
    bool point = false, exponent = false;
    for (; i < s.size(); ++i) {
        const char c = lower(s[i]);
        if (c == '.' && !point) point = true;
        else if ((c >= '0' && c <= '9') || (hex && c >= 'a' && c <= 'f')) ++digits;
        else break;
    }
    if (i < s.size() && lower(s[i]) == (hex ? 'p' : 'e')) {
        exponent = true;
        if (++i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
        if (i == s.size()) return false;
        while (i < s.size() && s[i] >= '0' && s[i] <= '9') ++i;
    }
    return digits > 0 && i == s.size() && (!hex || exponent);
}

template <class Float>
Float convert(const std::string& text, bool hex) {
    Float value = 0;
    const char* end = text.data() + text.size();
    const auto r = std::from_chars(text.data(), end, value, hex ? std::chars_format::hex : std::chars_format::general);
    if (r.ec == std::errc{}) return value;
    const std::string whole = (hex ? "0x" : "") + text; // too large or too small: strtod tells which
    if constexpr (sizeof(Float) == 4) return std::strtof(whole.c_str(), nullptr);
    else return std::strtod(whole.c_str(), nullptr);
}

/// Takes the prefix of a literal away and returns its base.
int64_t baseOf(std::string_view& text) {
    if (text[0] != '0') return 10;
    const char next = text.size() >= 3 ? lower(text[1]) : ' ';
    if (next != 'b' && next != 'o' && next != 'x') {
        text.remove_prefix(1);
        return 8;
    }
    text.remove_prefix(2);
    return next == 'b' ? 2 : next == 'o' ? 8 : 16;
}

} // namespace

Parse parseUnsigned(std::string_view text, int64_t base, int64_t bits, uint64_t& out) {
    out = 0;
    if (text.empty()) return Parse::BadSyntax;
    const std::string_view whole = text;
    const bool anyBase = base == 0;
    if (anyBase) base = baseOf(text);
    else if (base < 2 || base > 36) return Parse::BadBase;
    if (bits == 0) bits = 64;
    if (bits < 0 || bits > 64) return Parse::BadBitSize;
    const uint64_t max = bits == 64 ? ~uint64_t{0} : (uint64_t{1} << bits) - 1;
    unsigned __int128 value = 0;
    bool underscores = false;
    for (char c : text) {
        if (c == '_' && anyBase) {
            underscores = true;
            continue;
        }
        const int digit = digitValue(c);
        if (digit >= base) return Parse::BadSyntax;
        value = value * static_cast<uint64_t>(base) + static_cast<unsigned>(digit);
        if (value > max) {
            out = max;
            return Parse::OutOfRange;
        }
    }
    if (underscores && !underscoresFine(whole)) return Parse::BadSyntax;
    out = static_cast<uint64_t>(value);
    return Parse::Fine;
}

Parse parseSigned(std::string_view text, int64_t base, int64_t bits, int64_t& out) {
    out = 0;
    if (text.empty()) return Parse::BadSyntax;
    const bool negative = text[0] == '-';
    if (negative || text[0] == '+') text.remove_prefix(1);
    uint64_t magnitude = 0;
    const Parse how = parseUnsigned(text, base, bits, magnitude);
    if (how != Parse::Fine && how != Parse::OutOfRange) return how;
    const uint64_t limit = uint64_t{1} << ((bits == 0 ? 64 : bits) - 1);
    if (magnitude > limit - (negative ? 0 : 1)) {
        out = static_cast<int64_t>(negative ? -limit : limit - 1);
        return Parse::OutOfRange;
    }
    out = static_cast<int64_t>(negative ? -magnitude : magnitude);
    return Parse::Fine;
}

Parse parseFloat(std::string_view text, int bits, double& out) {
    out = 0;
    std::string_view s = text;
    const bool negative = !s.empty() && s[0] == '-';
    if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
    if (equalFold(s, "inf") || equalFold(s, "infinity")) {
        out = negative ? -INFINITY : INFINITY;
        return Parse::Fine;
    }
    if (equalFold(s, "nan") && s.size() == text.size()) {
        out = std::numeric_limits<double>::quiet_NaN();
        return Parse::Fine;
    }
    const bool hex = s.size() >= 2 && s[0] == '0' && lower(s[1]) == 'x';
    if (hex) s.remove_prefix(2);
    std::string digits(s);
    if (std::erase(digits, '_') > 0 && !underscoresFine(text)) return Parse::BadSyntax;
    if (!wellFormed(digits, hex)) return Parse::BadSyntax;
    out = bits == 32 ? convert<float>(digits, hex) : convert<double>(digits, hex);
    if (negative) out = -out;
    return std::isinf(out) ? Parse::OutOfRange : Parse::Fine;
}

} // namespace unwind::stdlib
