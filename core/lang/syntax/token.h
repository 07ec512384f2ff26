// The tokens of Go as the parser sees them: operators that bind alike share one token and differ in Op.
// Counterpart: cmd/compile/internal/syntax, tokens.go.
#pragma once

#include "lang/syntax/ast.h"

namespace unwind::syntax {

enum class Tok : uint8_t {
    Eof,
    Name, Literal,
    Operator,   ///< all operators but "*" and "<-"
    AssignOp, IncOp, Assign, Define, Arrow, Star,
    Lparen, Lbrack, Lbrace, Rparen, Rbrack, Rbrace, Comma, Semi, Colon, Dot, DotDotDot,
    Break, Case, Chan, Const, Continue, Default, Defer, Else, Fallthrough, For, Func, Go, Goto, If, Import,
    Interface, Map, Package, Range, Return, Select, Struct, Switch, Type, Var,
};

/// The token's spelling, e.g. "{" or "break".
std::string_view tokText(Tok tok);
/// The token as messages name it, e.g. "comma" or "keyword break".
std::string tokName(Tok tok);

constexpr uint64_t tokBit(Tok tok) { return uint64_t{1} << static_cast<unsigned>(tok); }

} // namespace unwind::syntax
