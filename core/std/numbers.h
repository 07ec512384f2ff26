// Numbers as text and back, exactly as Go's strconv and fmt write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unwind::stdlib {

/// Digits of value in base 2 to 36, lower case, with a minus sign if negative.
std::string formatInteger(uint64_t value, bool negative, int base);
/// strconv.FormatFloat: format b e E f g G x X, precision -1 for the shortest text that reads back, bits 32 or 64.
std::string formatFloat(double value, char format, int precision, int bits);

/// How a conversion went; the numbers stand in resources/std/strconv/strconv.go too.
enum class Parse { Fine, BadSyntax, OutOfRange, BadBase, BadBitSize };

Parse parseUnsigned(std::string_view text, int64_t base, int64_t bits, uint64_t& out);
Parse parseSigned(std::string_view text, int64_t base, int64_t bits, int64_t& out);
Parse parseFloat(std::string_view text, int bits, double& out);

} // namespace unwind::stdlib
