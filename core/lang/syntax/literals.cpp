// Numbers, runes and strings: how far they reach and what is wrong with them.
#include "lang/syntax/scanner.h"
#include "lang/syntax/unicode.h"

#include <fmt/format.h>

namespace unwind::syntax {
namespace {

constexpr int kDigitSeen = 1;
constexpr int kSeparatorSeen = 2;

int32_t lower(int32_t c)
{
    return c | 0x20;
}

bool isDecimal(int32_t c)
{
    return c >= '0' && c <= '9';
}

bool isHex(int32_t c)
{
    return isDecimal(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

std::string_view baseName(int base)
{
    switch (base) {
    case 2: return "binary";
    case 8: return "octal";
    case 16: return "hexadecimal";
    default: return "decimal";
    }
}

/// Index of the first "_" that does not stand between two digits (a prefix counts as one), or -1.
int misplacedSeparator(std::string_view text)
{
    bool hex = false;
    char before = '.';
    size_t i = 0;
    if (text.size() >= 2 && text[0] == '0') {
        const int32_t prefix = lower(text[1]);
        hex = prefix == 'x';
        if (hex || prefix == 'o' || prefix == 'b') {
            before = '0';
            i = 2;
        }
    }
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '_') {
            if (before != '0')
                return static_cast<int>(i);
            before = '_';
        } else if (isDecimal(c) || (hex && isHex(c))) {
            before = '0';
        } else {
            if (before == '_')
                return static_cast<int>(i) - 1;
            before = '.';
        }
    }
    return before == '_' ? static_cast<int>(text.size()) - 1 : -1;
}

} // namespace

void Scanner::literal(LitKind theKind, bool ok)
{
    m_endsStatement = true;
    tok = Tok::Literal;
    lit = segment();
    kind = theKind;
    bad = !ok;
}

/// Reads digits and separators. Below base 16 all decimal digits are taken; `invalid` becomes the offset in the
/// token of the first one too large, if it was negative.
int Scanner::digits(int base, int& invalid)
{
    int seen = 0;
    const int32_t limit = '0' + base;
    while (m_char == '_' || (base <= 10 ? isDecimal(m_char) : isHex(m_char))) {
        if (m_char == '_') {
            seen |= kSeparatorSeen;
        } else {
            seen |= kDigitSeen;
            if (base <= 10 && m_char >= limit && invalid < 0)
                invalid = static_cast<int>(m_at - m_start);
        }
        nextChar();
    }
    return seen;
}

/// At "0": reads it and the letter of a base.
void Scanner::prefixOfNumber(int& base, char& prefix, int& seen)
{
    nextChar();
    switch (lower(m_char)) {
    case 'x': base = 16; prefix = 'x'; break;
    case 'o': base = 8; prefix = 'o'; break;
    case 'b': base = 2; prefix = 'b'; break;
    default:
        base = 8;
        prefix = '0';
        seen = kDigitSeen;
        return;
    }
    nextChar();
}

/// At "e" or "p": reads the exponent; false when it has a fault.
bool Scanner::exponent(char prefix, bool ok, int& seen)
{
    const int32_t letter = lower(m_char);
    if (ok && letter == 'e' && prefix != 0 && prefix != '0') {
        error(quoteRune(static_cast<char32_t>(m_char)) + " exponent requires decimal mantissa");
        ok = false;
    } else if (ok && letter == 'p' && prefix != 'x') {
        error(quoteRune(static_cast<char32_t>(m_char)) + " exponent requires hexadecimal mantissa");
        ok = false;
    }
    nextChar();
    if (m_char == '+' || m_char == '-')
        nextChar();
    int unused = 0;
    const int inExponent = digits(10, unused);
    seen = inExponent | (seen & kSeparatorSeen);
    if (!(inExponent & kDigitSeen) && ok) {
        error("exponent has no digits");
        ok = false;
    }
    return ok;
}

void Scanner::number(bool seenPoint)
{
    bool ok = true;
    LitKind theKind = LitKind::Int;
    int base = 10;
    char prefix = 0;
    int seen = 0;
    int invalid = -1;
    if (!seenPoint) {
        if (m_char == '0')
            prefixOfNumber(base, prefix, seen);
        seen |= digits(base, invalid);
        if (m_char == '.') {
            if (prefix == 'o' || prefix == 'b') {
                error(fmt::format("invalid radix point in {} literal", baseName(base)));
                ok = false;
            }
            nextChar();
            seenPoint = true;
        }
    }
    if (seenPoint) {
        theKind = LitKind::Float;
        seen |= digits(base, invalid);
    }
    if (!(seen & kDigitSeen) && ok) {
        error(fmt::format("{} literal has no digits", baseName(base)));
        ok = false;
    }
    if (lower(m_char) == 'e' || lower(m_char) == 'p') {
        ok = exponent(prefix, ok, seen) && ok;
        theKind = LitKind::Float;
    } else if (prefix == 'x' && theKind == LitKind::Float && ok) {
        error("hexadecimal mantissa requires a 'p' exponent");
        ok = false;
    }
    if (m_char == 'i') {
        theKind = LitKind::Imag;
        nextChar();
    }
    literal(theKind, ok);
    if (theKind == LitKind::Int && invalid >= 0 && ok) {
        errorInToken(static_cast<uint32_t>(invalid),
                     fmt::format("invalid digit '{}' in {} literal", lit[static_cast<size_t>(invalid)], baseName(base)));
        ok = false;
    }
    if ((seen & kSeparatorSeen) && ok) {
        if (const int at = misplacedSeparator(lit); at >= 0) {
            errorInToken(static_cast<uint32_t>(at), "'_' must separate successive digits");
            ok = false;
        }
    }
    bad = !ok;
}

void Scanner::runeLiteral()
{
    bool ok = true;
    const auto fault = [&](bool atStart, const char* message) {
        if (ok)
            atStart ? errorInToken(0, message) : error(message);
        ok = false;
    };
    nextChar();
    for (int count = 0;; ++count) {
        if (m_char == '\'') {
            if (count == 0)
                fault(false, "empty rune literal or unescaped '");
            else if (count != 1)
                fault(true, "more than one character in rune literal");
            nextChar();
            break;
        }
        if (m_char == '\\') {
            nextChar();
            ok = escape('\'') && ok;
            continue;
        }
        if (m_char == '\n') {
            fault(false, "newline in rune literal");
            break;
        }
        if (m_char < 0) {
            fault(true, "rune literal not terminated");
            break;
        }
        nextChar();
    }
    literal(LitKind::Rune, ok);
}

void Scanner::stringLiteral()
{
    bool ok = true;
    nextChar();
    for (;;) {
        if (m_char == '"') {
            nextChar();
            break;
        }
        if (m_char == '\\') {
            nextChar();
            ok = escape('"') && ok;
            continue;
        }
        if (m_char == '\n') {
            error("newline in string");
            ok = false;
            break;
        }
        if (m_char < 0) {
            errorInToken(0, "string not terminated");
            ok = false;
            break;
        }
        nextChar();
    }
    literal(LitKind::String, ok);
}

void Scanner::rawStringLiteral()
{
    bool ok = true;
    nextChar();
    while (m_char != '`' && m_char >= 0)
        nextChar();
    if (m_char < 0) {
        errorInToken(0, "string not terminated");
        ok = false;
    } else {
        nextChar();
    }
    literal(LitKind::String, ok);
}

/// Behind a backslash; false when a fault was reported. The end of the file is left to the caller to report.
bool Scanner::escape(char32_t quote)
{
    switch (m_char) {
    case 'a': case 'b': case 'f': case 'n': case 'r': case 't': case 'v': case '\\':
        nextChar();
        return true;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7':
        return escapeDigits(3, 8, 255);
    case 'x':
        nextChar();
        return escapeDigits(2, 16, 255);
    case 'u':
        nextChar();
        return escapeDigits(4, 16, 0x10FFFF);
    case 'U':
        nextChar();
        return escapeDigits(8, 16, 0x10FFFF);
    default:
        if (m_char < 0)
            return true;
        if (static_cast<char32_t>(m_char) == quote) {
            nextChar();
            return true;
        }
        error("unknown escape");
        return false;
    }
}

bool Scanner::escapeDigits(int count, uint32_t base, uint32_t max)
{
    uint32_t value = 0;
    for (int i = 0; i < count; ++i) {
        if (m_char < 0)
            return true;
        uint32_t digit = base;
        if (isDecimal(m_char))
            digit = static_cast<uint32_t>(m_char - '0');
        else if (isHex(m_char))
            digit = static_cast<uint32_t>(lower(m_char) - 'a' + 10);
        if (digit >= base) {
            error(fmt::format("invalid character {} in {} escape", quoteRune(static_cast<char32_t>(m_char)),
                              baseName(static_cast<int>(base))));
            return false;
        }
        value = value * base + digit;
        nextChar();
    }
    if (value > max && base == 8) {
        error(fmt::format("octal escape value {} > 255", value));
        return false;
    }
    if (value > max || (value >= 0xD800 && value < 0xE000)) {
        error("escape is invalid Unicode code point " + describeRune(value));
        return false;
    }
    return true;
}

} // namespace unwind::syntax
