// Go text to syntax tree. The parser goes on after a fault, so several are reported; it follows the Go compiler in
// what is a syntax error, where it is and how it is worded. Counterpart: cmd/compile/internal/syntax.
#pragma once

#include "base/diagnostic.h"
#include "lang/syntax/ast.h"

#include <memory>

namespace unwind::syntax {

struct ParseResult {
    std::unique_ptr<File> file; ///< never null; its package is null when the package clause is wrong
    Diagnostics errors;         ///< sorted, one syntax error a line, at most ten and then "too many errors"
    bool checkable = true;      ///< the compiler goes on to type checking: no "syntax error" among the errors
};

/// Parses one file. Names and literals are copied into the tree, so it does not refer to the source afterwards.
ParseResult parse(const SourceFile& source, FileId fileId, NodeIds& ids);

} // namespace unwind::syntax
