#include "std/directive.h"

#include "std/numbers.h"
#include "std/quote.h"
#include "std/unicode.h"
#include "std/utf8.h"

#include <algorithm>

namespace unwind::stdlib {
namespace {

void padding(std::string& out, int64_t count, char with) {
    if (count > 0) out.append(static_cast<size_t>(count), with);
}

void padWith(std::string& out, const Directive& d, std::string_view text, char with) {
    const int64_t missing = d.hasWidth ? d.width - static_cast<int64_t>(runeCount(text)) : 0;
    if (!d.minus) padding(out, missing, with);
    out += text;
    if (d.minus) padding(out, missing, ' ');
}

std::string_view truncated(const Directive& d, std::string_view text) {
    if (!d.hasPrecision) return text;
    size_t end = 0;
    for (int64_t n = d.precision; n > 0 && end < text.size(); --n)
        end += static_cast<size_t>(decodeRune(text.substr(end)).size);
    return text.substr(0, end);
}

/// How many digits the precision, or zero padding to the width, asks for.
int64_t leastDigits(const Directive& d, bool hasSign) {
    if (d.hasPrecision) return d.precision;
    if (d.zero && !d.minus && d.hasWidth) return d.width - (hasSign ? 1 : 0);
    return 0;
}

/// %#g keeps the point and zeros up to the number of digits.
void keepZeros(std::string& number, char verb, int precision) {
    int digits = 0;
    if (verb == 'v' || verb == 'g' || verb == 'G' || verb == 'x') digits = precision == -1 ? 6 : precision;
    size_t tail = number.size();
    bool hasPoint = false, sawNonzero = false;
    for (size_t i = 1; i < tail; ++i) {
        const char c = number[i];
        const bool isHex = verb == 'x' || verb == 'X';
        if (c == '.') {
            hasPoint = true;
        } else if (c == 'p' || c == 'P' || ((c == 'e' || c == 'E') && !isHex)) {
            tail = i;
        } else {
            if (c != '0') sawNonzero = true;
            if (sawNonzero) --digits;
        }
    }
    const std::string exponent = number.substr(tail);
    number.resize(tail);
    if (!hasPoint) {
        if (number.size() == 2 && number[1] == '0') --digits;
        number += '.';
    }
    padding(number, digits, '0');
    number += exponent;
}

} // namespace

void padText(std::string& out, const Directive& d, std::string_view text) {
    padWith(out, d, text, d.zero && !d.minus ? '0' : ' ');
}

void writeInteger(std::string& out, const Directive& d, uint64_t value, int base, bool isSigned, char verb, bool upper) {
    const bool negative = isSigned && static_cast<int64_t>(value) < 0;
    if (negative) value = -value;
    if (d.hasPrecision && d.precision == 0 && value == 0) return padding(out, d.hasWidth ? d.width : 0, ' ');
    std::string digits = formatInteger(value, false, base);
    if (upper) std::ranges::transform(digits, digits.begin(), [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
    const int64_t least = leastDigits(d, negative || d.plus || d.space);
    if (least > static_cast<int64_t>(digits.size())) digits.insert(0, static_cast<size_t>(least) - digits.size(), '0');
    std::string text = negative ? "-" : d.plus ? "+" : d.space ? " " : "";
    if (verb == 'O') text += "0o";
    if (d.sharp && base == 2) text += "0b";
    if (d.sharp && base == 8 && digits[0] != '0') text += '0';
    if (d.sharp && base == 16) text += upper ? "0X" : "0x";
    padWith(out, d, text + digits, ' ');
}

void writeUnicode(std::string& out, const Directive& d, uint64_t value) {
    Directive hex;
    hex.hasPrecision = true;
    hex.precision = d.hasPrecision && d.precision > 4 ? d.precision : 4;
    std::string text = "U+";
    writeInteger(text, hex, value, 16, false, 'X', true);
    if (d.sharp && value <= static_cast<uint64_t>(kMaxRune) && isPrint(static_cast<int64_t>(value))) {
        text += " '";
        appendRune(text, static_cast<int64_t>(value));
        text += '\'';
    }
    padWith(out, d, text, ' ');
}

void writeChar(std::string& out, const Directive& d, uint64_t value) {
    std::string text;
    appendRune(text, value > static_cast<uint64_t>(kMaxRune) ? kRuneError : static_cast<int64_t>(value));
    padText(out, d, text);
}

void writeQuotedChar(std::string& out, const Directive& d, uint64_t value) {
    const int64_t rune = value > static_cast<uint64_t>(kMaxRune) ? kRuneError : static_cast<int64_t>(value);
    padText(out, d, quotedRune(rune, d.plus ? Keep::OnlyAscii : Keep::Printable));
}

void writeFloat(std::string& out, const Directive& d, double value, int bits, char verb, int precision) {
    if (d.hasPrecision) precision = static_cast<int>(d.precision);
    std::string number = formatFloat(value, verb, precision, bits);
    if (number[0] != '-' && number[0] != '+') number.insert(0, 1, '+');
    if (d.space && number[0] == '+' && !d.plus) number[0] = ' ';
    if (number[1] == 'I' || number[1] == 'N') {
        const bool bare = number[1] == 'N' && !d.space && !d.plus;
        return padWith(out, d, std::string_view(number).substr(bare ? 1 : 0), ' ');
    }
    if (d.sharp && verb != 'b') keepZeros(number, verb, precision);
    if (!d.plus && number[0] == '+') return padText(out, d, std::string_view(number).substr(1));
    if (d.zero && !d.minus && d.hasWidth && d.width > static_cast<int64_t>(number.size())) {
        out += number[0];
        padding(out, d.width - static_cast<int64_t>(number.size()), '0');
        out.append(number, 1);
        return;
    }
    padText(out, d, number);
}

void writeString(std::string& out, const Directive& d, std::string_view text) { padText(out, d, truncated(d, text)); }

void writeQuoted(std::string& out, const Directive& d, std::string_view text) {
    text = truncated(d, text);
    if (d.sharp && canBackquote(text)) return padText(out, d, '`' + std::string(text) + '`');
    padText(out, d, quoted(text, d.plus ? Keep::OnlyAscii : Keep::Printable));
}

void writeHexString(std::string& out, const Directive& d, std::string_view text, bool upper) {
    if (d.hasPrecision) text = text.substr(0, static_cast<size_t>(d.precision));
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string hex;
    for (size_t i = 0; i < text.size(); ++i) {
        if (d.space && i > 0) hex += ' ';
        if (d.sharp && (d.space || i == 0)) hex += upper ? "0X" : "0x";
        hex += digits[static_cast<uint8_t>(text[i]) >> 4];
        hex += digits[static_cast<uint8_t>(text[i]) & 15];
    }
    padText(out, d, hex);
}

} // namespace unwind::stdlib
