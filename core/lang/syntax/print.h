// Syntax back to Go text on one line, as the Go compiler quotes expressions in its messages.
// Counterpart: syntax.String, types2.ExprString.
#pragma once

#include "lang/syntax/ast.h"

#include <string>

namespace unwind::syntax {

/// Function bodies, struct fields and composite literals' elements are shortened to "…" where the compiler does.
std::string exprString(const Expr& expr);

/// A simple statement (assignment, send, ++) as the compiler quotes it.
std::string stmtString(const Stmt& stmt);

} // namespace unwind::syntax
