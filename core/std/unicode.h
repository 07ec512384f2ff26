// Kinds of characters and their cases, as in Go's unicode package. The tables are in tables/unicode.inc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace unwind::stdlib {

struct RuneRange {
    uint32_t low, high;
};

/// The ranges of a category, script or property by its name ("Lu", "Han", "White_Space"); empty if there is none.
std::span<const RuneRange> runeSet(std::string_view name);
bool inSet(std::span<const RuneRange> set, int64_t rune);

bool isLetter(int64_t rune);
bool isDigit(int64_t rune);
bool isUpper(int64_t rune);
bool isLower(int64_t rune);
bool isSpace(int64_t rune);
/// Letters, marks, numbers, punctuation, symbols and the ASCII space.
bool isPrint(int64_t rune);
/// The same with all spaces of category Zs.
bool isGraphic(int64_t rune);

enum class LetterCase { Upper, Lower, Title };
int32_t toCase(LetterCase which, int32_t rune);
/// The next rune on the circle of those that differ only by case.
int32_t simpleFold(int32_t rune);

} // namespace unwind::stdlib
