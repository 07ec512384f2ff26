#include "lang/syntax/literal.h"

#include "lang/syntax/unicode.h"

#include <algorithm>

namespace unwind::syntax {
namespace {

struct Element {
    char32_t value;
    bool isByte;      ///< from an octal or \x escape: one byte in a string, whatever its value
};

uint32_t digitValue(char c)
{
    return c <= '9' ? static_cast<uint32_t>(c - '0') : static_cast<uint32_t>((c | 0x20) - 'a' + 10);
}

char32_t number(std::string_view& text, size_t count, uint32_t base)
{
    char32_t value = 0;
    for (size_t i = 0; i < count && i < text.size(); ++i)
        value = value * base + digitValue(text[i]);
    text.remove_prefix(std::min(count, text.size()));
    return value;
}

/// Takes one character or escape from the front.
Element takeElement(std::string_view& text)
{
    if (text[0] != '\\') {
        const Decoded decoded = decodeUtf8(text.data(), text.data() + text.size());
        text.remove_prefix(decoded.size);
        return {decoded.rune, false};
    }
    const char letter = text[1];
    text.remove_prefix(letter >= '0' && letter <= '7' ? 1 : 2);
    switch (letter) {
    case 'a': return {'\a', false};
    case 'b': return {'\b', false};
    case 'f': return {'\f', false};
    case 'n': return {'\n', false};
    case 'r': return {'\r', false};
    case 't': return {'\t', false};
    case 'v': return {'\v', false};
    case 'x': return {number(text, 2, 16), true};
    case 'u': return {number(text, 4, 16), false};
    case 'U': return {number(text, 8, 16), false};
    case '\\': case '\'': case '"': return {static_cast<char32_t>(letter), false};
    default: return {number(text, 3, 8), true};
    }
}

std::string_view inside(const BasicLit& lit)
{
    return lit.text.size() < 2 ? std::string_view() : lit.text.substr(1, lit.text.size() - 2);
}

} // namespace

std::string stringValue(const BasicLit& lit)
{
    std::string_view text = inside(lit);
    std::string value;
    value.reserve(text.size());
    if (lit.text.starts_with('`')) {
        for (char c : text) {
            if (c != '\r')
                value += c;
        }
        return value;
    }
    while (!text.empty()) {
        const Element element = takeElement(text);
        if (element.isByte)
            value += static_cast<char>(element.value);
        else
            appendUtf8(value, element.value);
    }
    return value;
}

char32_t runeValue(const BasicLit& lit)
{
    std::string_view text = inside(lit);
    return text.empty() ? 0 : takeElement(text).value;
}

} // namespace unwind::syntax
