// Collects a file's faults by the compiler's rules: one syntax error a line, no fault twice, ten at most, sorted.
// Counterpart: cmd/compile/internal/base, print.go.
#pragma once

#include "base/diagnostic.h"

namespace unwind::syntax {

class ErrorList {
public:
    void add(SourcePos pos, std::string message);
    /// Ten were added: the compiler would stop here.
    bool full() const { return m_errors.size() >= kLimit; }
    bool hasSyntaxErrors() const { return m_lastSyntax.isValid(); }
    Diagnostics take();

private:
    static constexpr size_t kLimit = 10;
    Diagnostics m_errors;
    SourcePos m_lastSyntax;
    SourcePos m_lastOther;
    std::string m_lastOtherMessage;
};

} // namespace unwind::syntax
