#include "std/quote.h"

#include "std/unicode.h"
#include "std/utf8.h"

namespace unwind::stdlib {
namespace {

constexpr const char* kHex = "0123456789abcdef";

void appendHex(std::string& out, uint32_t value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += kHex[value >> shift & 15];
}

void appendEscaped(std::string& out, int32_t rune, char quote, Keep keep) {
    if (rune == quote || rune == '\\') {
        out += '\\';
        out += static_cast<char>(rune);
        return;
    }
    const bool stays = keep == Keep::OnlyAscii ? rune < 0x80 && isPrint(rune)
                                               : isPrint(rune) || (keep == Keep::Graphic && isGraphic(rune));
    if (stays) {
        appendRune(out, rune);
        return;
    }
    constexpr std::string_view named = "abfnrtv", codes = "\a\b\f\n\r\t\v";
    const size_t at = rune < 0x20 ? codes.find(static_cast<char>(rune)) : std::string_view::npos;
    out += '\\';
    if (at != std::string_view::npos) {
        out += named[at];
    } else if (rune < ' ' || rune == 0x7F) {
        out += 'x';
        appendHex(out, static_cast<uint32_t>(rune), 2);
    } else if (rune < 0x10000) {
        out += 'u';
        appendHex(out, static_cast<uint32_t>(rune), 4);
    } else {
        out += 'U';
        appendHex(out, static_cast<uint32_t>(rune), 8);
    }
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// \x, \u and \U: text begins behind the letter.
UnquotedChar hexEscape(std::string_view text, int digits) {
    if (text.size() < static_cast<size_t>(digits)) return {};
    int64_t value = 0;
    for (int i = 0; i < digits; ++i) {
        const int d = hexDigit(text[static_cast<size_t>(i)]);
        if (d < 0) return {};
        value = value << 4 | d;
    }
    if (digits > 2 && !validRune(value)) return {};
    return {static_cast<int32_t>(value), digits > 2, 2 + digits};
}

UnquotedChar octalEscape(std::string_view text) {
    if (text.size() < 3) return {};
    int value = 0;
    for (int i = 0; i < 3; ++i) {
        const char c = text[static_cast<size_t>(i)];
        if (c < '0' || c > '7') return {};
        value = value << 3 | (c - '0');
    }
    if (value > 255) return {};
    return {value, false, 4};
}

} // namespace

std::string quoted(std::string_view text, Keep keep, char quote) {
    std::string out(1, quote);
    while (!text.empty()) {
        const Rune r = decodeRune(text);
        if (r.size == 1 && r.value == kRuneError) {
            out += "\\x";
            appendHex(out, static_cast<uint8_t>(text[0]), 2);
        } else {
            appendEscaped(out, r.value, quote, keep);
        }
        text.remove_prefix(static_cast<size_t>(r.size));
    }
    return out + quote;
}

std::string quotedRune(int64_t rune, Keep keep) {
    std::string out = "'";
    appendEscaped(out, validRune(rune) ? static_cast<int32_t>(rune) : kRuneError, '\'', keep);
    return out + '\'';
}

bool canBackquote(std::string_view text) {
    while (!text.empty()) {
        const Rune r = decodeRune(text);
        text.remove_prefix(static_cast<size_t>(r.size));
        if (r.size > 1) {
            if (r.value == 0xFEFF) return false;
            continue;
        }
        if (r.value == kRuneError || (r.value < ' ' && r.value != '\t') || r.value == '`' || r.value == 0x7F) return false;
    }
    return true;
}

UnquotedChar unquoteChar(std::string_view text, char quote) {
    if (text.empty()) return {};
    const char c = text[0];
    if (c == quote && (quote == '\'' || quote == '"')) return {};
    if (static_cast<uint8_t>(c) >= 0x80) {
        const Rune r = decodeRune(text);
        return {r.value, true, r.size};
    }
    if (c != '\\') return {c, false, 1};
    if (text.size() < 2) return {};
    const char e = text[1];
    const std::string_view rest = text.substr(2);
    constexpr std::string_view named = "abfnrtv\\", codes = "\a\b\f\n\r\t\v\\";
    if (const size_t at = named.find(e); at != std::string_view::npos) return {codes[at], false, 2};
    switch (e) {
    case 'x': return hexEscape(rest, 2);
    case 'u': return hexEscape(rest, 4);
    case 'U': return hexEscape(rest, 8);
    case '\'':
    case '"':
        if (e != quote) return {};
        return {e, false, 2};
    default: return octalEscape(text.substr(1));
    }
}

int64_t quotedPrefix(std::string_view text) {
    if (text.size() < 2) return -1;
    const char quote = text[0];
    if (quote == '`') {
        const size_t end = text.find('`', 1);
        return end == std::string_view::npos ? -1 : static_cast<int64_t>(end) + 1;
    }
    if (quote != '"' && quote != '\'') return -1;
    size_t at = 1;
    int count = 0;
    while (at < text.size() && text[at] != quote) {
        if (text[at] == '\n') return -1;
        const UnquotedChar c = unquoteChar(text.substr(at), quote);
        if (c.size == 0) return -1;
        at += static_cast<size_t>(c.size);
        ++count;
    }
    if (at >= text.size() || (quote == '\'' && count > 1)) return -1;
    return static_cast<int64_t>(at) + 1;
}

std::optional<std::string> unquoted(std::string_view literal) {
    if (quotedPrefix(literal) != static_cast<int64_t>(literal.size())) return std::nullopt;
    const char quote = literal[0];
    std::string_view body = literal.substr(1, literal.size() - 2);
    std::string out;
    if (quote == '`') {
        for (char c : body)
            if (c != '\r') out += c;
        return out;
    }
    while (!body.empty()) {
        const UnquotedChar c = unquoteChar(body, quote);
        // A byte that is no valid character stays as it is in a string.
        if (c.multibyte && c.value == kRuneError && c.size == 1 && quote == '"') out += body[0];
        else if (c.multibyte) appendRune(out, c.value);
        else out += static_cast<char>(c.value);
        body.remove_prefix(static_cast<size_t>(c.size));
    }
    return out;
}

} // namespace unwind::stdlib
