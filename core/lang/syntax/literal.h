// The values of rune and string literals. Numbers are left to the type checker, which computes exactly.
#pragma once

#include "lang/syntax/ast.h"

#include <string>

namespace unwind::syntax {

/// The bytes a string literal stands for: `lit.lit` is String and `lit.bad` is false.
std::string stringValue(const BasicLit& lit);

/// The code point (or the byte of '\xff') a rune literal stands for: `lit.lit` is Rune and `lit.bad` is false.
char32_t runeValue(const BasicLit& lit);

} // namespace unwind::syntax
