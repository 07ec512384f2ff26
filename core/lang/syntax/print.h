// Syntax back to Go text on one line, as the Go compiler quotes expressions in its messages.
// Counterpart: syntax.String, types2.ExprString.
#pragma once

#include "lang/syntax/ast.h"

#include <string>

namespace unwind::syntax {

/// Bodies of functions and elements of composite literals are shortened to "…".
std::string exprString(const Expr& expr);

/// "a, b"
std::string exprListString(List<Expr*> exprs);

/// A simple statement (expression, assignment, send, ++) as the compiler quotes it.
std::string stmtString(const Stmt& stmt);

} // namespace unwind::syntax
