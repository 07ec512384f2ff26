// Where the Go compiler takes an expression to end: some of its messages ("not enough arguments in call") stand there.
// It leaves out closing brackets and parentheses; Node::end is the true end. Counterpart: syntax.EndPos.
#pragma once

#include "lang/syntax/ast.h"

namespace unwind::syntax {

SourcePos compilerEndPos(const Expr& expr);

} // namespace unwind::syntax
