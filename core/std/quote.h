// Go's quoted strings and characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unwind::stdlib {

/// What stands for itself between quotes; the numbers stand in resources/std/strconv/quote.go too.
enum class Keep { Printable, OnlyAscii, Graphic };

std::string quoted(std::string_view text, Keep keep = Keep::Printable, char quote = '"');
std::string quotedRune(int64_t rune, Keep keep = Keep::Printable);
bool canBackquote(std::string_view text);
/// The text that a literal stands for; nothing if it is not well-formed.
std::optional<std::string> unquoted(std::string_view literal);
/// The length of the literal that text begins with, -1 if there is none.
int64_t quotedPrefix(std::string_view text);

struct UnquotedChar {
    int32_t value = 0;
    bool multibyte = false;
    int64_t size = 0; ///< 0: not well-formed
};
UnquotedChar unquoteChar(std::string_view text, char quote);

} // namespace unwind::stdlib
