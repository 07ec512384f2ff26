// Visiting a tree: the children of any node, in source order. What several nodes share (the type of "a, b int", the
// values a const declaration repeats) is visited once, where it is written. Counterpart: go/ast.Inspect.
#pragma once

#include "lang/syntax/ast.h"

#include <functional>

namespace unwind::syntax {

/// Calls visit for each direct child of node.
void forEachChild(const Node& node, const std::function<void(const Node&)>& visit);

/// Calls visit for node and everything below it; visit returns false to leave out what is below.
void inspect(const Node& node, const std::function<bool(const Node&)>& visit);

} // namespace unwind::syntax
