// A fmt directive and how scalars are written by it. Counterpart: fmt/format.go.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unwind::stdlib {

/// Flags, width and precision of one %…; laid out as fmt's Go struct directive.
struct Directive {
    int64_t width = 0, precision = 0;
    bool hasWidth = false, hasPrecision = false;
    bool minus = false, plus = false, sharp = false, space = false, zero = false;
    bool plusV = false, sharpV = false; ///< %+v and %#v, where the flag changes meaning
};
static_assert(sizeof(Directive) == 32);

/// Each appends to out, padded to the directive's width.
void padText(std::string& out, const Directive& d, std::string_view text);
void writeInteger(std::string& out, const Directive& d, uint64_t value, int base, bool isSigned, char verb, bool upper);
void writeUnicode(std::string& out, const Directive& d, uint64_t value);
void writeChar(std::string& out, const Directive& d, uint64_t value);
void writeQuotedChar(std::string& out, const Directive& d, uint64_t value);
void writeFloat(std::string& out, const Directive& d, double value, int bits, char verb, int precision);
void writeString(std::string& out, const Directive& d, std::string_view text);
void writeQuoted(std::string& out, const Directive& d, std::string_view text);
void writeHexString(std::string& out, const Directive& d, std::string_view text, bool upper);

} // namespace unwind::stdlib
