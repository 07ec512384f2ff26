// Labels and branches of one function body: finds the target of every break, continue and goto, and reports labels
// that are unused, missing or defined twice and jumps that are not allowed.
// Counterpart: cmd/compile/internal/syntax, branches.go.
#pragma once

#include "lang/syntax/errorlist.h"
#include "lang/syntax/ast.h"

namespace unwind::syntax {

/// Sets BranchStmt::target throughout `body` (function literals inside are checked on their own).
/// `path` is the file's name, for messages that mention a second place.
void checkBranches(BlockStmt& body, std::string_view path, ErrorList& errors);

} // namespace unwind::syntax
