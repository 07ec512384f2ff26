// Parsing for tests: a text in, the tree and its faults as text out.
#pragma once

#include "lang/syntax/parser.h"
#include "lang/syntax/walk.h"

#include <fmt/format.h>

namespace unwind::syntax {

/// Parses `text` as the file "x.go".
inline ParseResult parseText(std::string text, const std::string& path = "x.go")
{
    NodeIds ids;
    return parse({path, std::move(text)}, FileId{1}, ids);
}

/// "line:column: message" for each fault, one a line.
inline std::string errorText(const ParseResult& result)
{
    std::string text;
    for (const Diagnostic& error : result.errors)
        text += fmt::format("{}:{}: {}\n", error.pos.line, error.pos.column, error.message);
    return text;
}

/// The first node of kind T in source order, or null.
template <class T>
const T* first(const Node& root)
{
    const T* found = nullptr;
    inspect(root, [&](const Node& node) {
        if (!found)
            found = dynCast<T>(&node);
        return !found;
    });
    return found;
}

} // namespace unwind::syntax
