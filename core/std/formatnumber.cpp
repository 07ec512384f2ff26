#include "std/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace unwind::stdlib {
namespace {

/// 0.d1d2d3… × 10^point, without zeros at the end; no digits for zero.
struct Decimal {
    std::string digits;
    int point = 0;
    int count() const { return static_cast<int>(digits.size()); }
    char digit(int i) const { return i >= 0 && i < count() ? digits[static_cast<size_t>(i)] : '0'; }
};

/// From d.ddde±dd.
Decimal fromScientific(std::string_view text) {
    Decimal d;
    const size_t e = text.find('e');
    for (char c : text.substr(0, e))
        if (c != '.') d.digits += c;
    int exponent = 0;
    const char* first = text.data() + e + 1;
    if (*first == '+') ++first;
    std::from_chars(first, text.data() + text.size(), exponent);
    while (!d.digits.empty() && d.digits.back() == '0') d.digits.pop_back();
    d.point = d.digits.empty() ? 0 : exponent + 1;
    return d;
}

Decimal shortest(double magnitude, int bits) {
    char buffer[40];
    char* last = buffer + sizeof buffer;
    constexpr auto format = std::chars_format::scientific;
    const auto end = bits == 32 ? std::to_chars(buffer, last, static_cast<float>(magnitude), format)
                                : std::to_chars(buffer, last, magnitude, format);
    return fromScientific({buffer, static_cast<size_t>(end.ptr - buffer)});
}

std::string toChars(double magnitude, std::chars_format format, int precision) {
    std::string text(static_cast<size_t>(precision) + 330, '\0');
    const auto end = std::to_chars(text.data(), text.data() + text.size(), magnitude, format, precision);
    text.resize(static_cast<size_t>(end.ptr - text.data()));
    return text;
}

Decimal rounded(double magnitude, int digits) {
    return fromScientific(toChars(magnitude, std::chars_format::scientific, digits - 1));
}

void appendExponent(std::string& out, int exponent) {
    out += exponent < 0 ? '-' : '+';
    const int size = std::abs(exponent);
    if (size < 10) out += '0';
    out += std::to_string(size);
}

std::string scientific(const Decimal& d, int precision, char e) {
    std::string out(1, d.digit(0));
    if (precision > 0) out += '.';
    for (int i = 1; i <= precision; ++i) out += d.digit(i);
    out += e;
    appendExponent(out, d.digits.empty() ? 0 : d.point - 1);
    return out;
}

std::string fixed(const Decimal& d, int precision) {
    std::string out;
    if (d.point <= 0) out += '0';
    for (int i = 0; i < d.point; ++i) out += d.digit(i);
    if (precision > 0) out += '.';
    for (int i = 0; i < precision; ++i) out += d.digit(d.point + i);
    return out;
}

std::string general(double magnitude, char e, int precision, int bits) {
    const bool isShortest = precision < 0;
    precision = precision == 0 ? 1 : precision;
    const Decimal d = isShortest ? shortest(magnitude, bits) : rounded(magnitude, precision);
    int limit = precision;
    if (limit > d.count() && d.count() >= d.point) limit = d.count();
    if (isShortest) limit = 6;
    const int exponent = d.point - 1;
    if (exponent < -4 || exponent >= limit) {
        const int digits = isShortest || precision > d.count() ? d.count() : precision;
        return scientific(d, digits - 1, e);
    }
    return fixed(d, std::max(d.count() - d.point, 0));
}

struct Parts {
    uint64_t mantissa;
    int exponent; ///< of the bit above the fraction: 1.xxx × 2^exponent
    int bits;     ///< of the fraction
};

Parts split(double magnitude, int size) {
    if (size == 32) {
        const auto f = static_cast<float>(magnitude);
        uint32_t word;
        std::memcpy(&word, &f, sizeof word);
        const int biased = static_cast<int>(word >> 23 & 0xFF);
        const uint64_t fraction = word & 0x7FFFFF;
        return biased == 0 ? Parts{fraction, -126, 23} : Parts{fraction | 1u << 23, biased - 127, 23};
    }
    uint64_t word;
    std::memcpy(&word, &magnitude, sizeof word);
    const int biased = static_cast<int>(word >> 52 & 0x7FF);
    const uint64_t fraction = word & ((uint64_t{1} << 52) - 1);
    return biased == 0 ? Parts{fraction, -1022, 52} : Parts{fraction | uint64_t{1} << 52, biased - 1023, 52};
}

std::string binary(double magnitude, int bits) {
    const Parts p = split(magnitude, bits);
    const int exponent = p.exponent - p.bits;
    return std::to_string(p.mantissa) + 'p' + (exponent >= 0 ? "+" : "") + std::to_string(exponent);
}

/// The leading 1 is moved to bit 60, so that a hexadecimal digit at a time can be taken from bits 56…59.
std::string hexadecimal(double magnitude, bool upper, int precision, int bits) {
    Parts p = split(magnitude, bits);
    if (p.mantissa == 0) p.exponent = 0;
    uint64_t m = p.mantissa << (60 - p.bits);
    constexpr uint64_t one = uint64_t{1} << 60;
    while (m != 0 && (m & one) == 0) {
        m <<= 1;
        --p.exponent;
    }
    if (precision >= 0 && precision < 15) {
        const int shift = precision * 4;
        const uint64_t rest = m << shift & (one - 1);
        m >>= 60 - shift;
        if ((rest | (m & 1)) > one / 2) ++m;
        m <<= 60 - shift;
        if (m & one << 1) {
            m >>= 1;
            ++p.exponent;
        }
    }
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string out = upper ? "0X" : "0x";
    out += static_cast<char>('0' + (m >> 60 & 1));
    m <<= 4;
    if (precision < 0 ? m != 0 : precision > 0) out += '.';
    for (int i = 0; precision < 0 ? m != 0 : i < precision; ++i) {
        out += digits[m >> 60 & 15];
        m <<= 4;
    }
    out += upper ? 'P' : 'p';
    appendExponent(out, p.exponent);
    return out;
}

std::string magnitudeText(double magnitude, char format, int precision, int bits) {
    switch (format) {
    case 'b': return binary(magnitude, bits);
    case 'x':
    case 'X': return hexadecimal(magnitude, format == 'X', precision, bits);
    case 'e':
    case 'E': {
        const Decimal d = precision < 0 ? shortest(magnitude, bits) : rounded(magnitude, precision + 1);
        return scientific(d, precision < 0 ? std::max(d.count() - 1, 0) : precision, format);
    }
    case 'f': {
        if (precision >= 0) return toChars(magnitude, std::chars_format::fixed, precision);
        const Decimal d = shortest(magnitude, bits);
        return fixed(d, std::max(d.count() - d.point, 0));
    }
    default: return general(magnitude, format == 'G' ? 'E' : 'e', precision, bits);
    }
}

} // namespace

std::string formatInteger(uint64_t value, bool negative, int base) {
    char buffer[72];
    char* out = buffer + sizeof buffer;
    do {
        *--out = "0123456789abcdefghijklmnopqrstuvwxyz"[value % static_cast<unsigned>(base)];
        value /= static_cast<unsigned>(base);
    } while (value != 0);
    if (negative) *--out = '-';
    return {out, static_cast<size_t>(buffer + sizeof buffer - out)};
}

std::string formatFloat(double value, char format, int precision, int bits) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-Inf" : "+Inf";
    if (std::string_view("beEfgGxX").find(format) == std::string_view::npos) return std::string("%") + format;
    return (std::signbit(value) ? "-" : "") + magnitudeText(std::fabs(value), format, precision, bits);
}

} // namespace unwind::stdlib
