#include "lang/syntax/errorlist.h"

#include <algorithm>

namespace unwind::syntax {

void ErrorList::add(SourcePos pos, std::string message)
{
    if (full())
        return;
    if (message.starts_with("syntax error")) {
        if (m_lastSyntax.line == pos.line)
            return;
        m_lastSyntax = pos;
    } else {
        if (m_lastOther.line == pos.line && m_lastOtherMessage == message)
            return;
        m_lastOther = pos;
        m_lastOtherMessage = message;
    }
    m_errors.push_back({.pos = pos, .end = {}, .message = std::move(message)});
}

Diagnostics ErrorList::take()
{
    const bool tooMany = full();
    const SourcePos last = m_errors.empty() ? SourcePos{} : m_errors.back().pos;
    std::stable_sort(m_errors.begin(), m_errors.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.pos < b.pos; });
    const auto same = [](const Diagnostic& a, const Diagnostic& b) { return a.pos == b.pos && a.message == b.message; };
    m_errors.erase(std::unique(m_errors.begin(), m_errors.end(), same), m_errors.end());
    if (tooMany)
        m_errors.push_back({.pos = last, .end = {}, .message = "too many errors"});
    return std::move(m_errors);
}

} // namespace unwind::syntax
