// Finding fields and methods of a type, through embedded fields, and deciding whether a type implements an
// interface. Counterpart: go/types' LookupFieldOrMethod, MissingMethod, NewMethodSet.
#pragma once

#include "lang/types/info.h"

#include <optional>
#include <string_view>
#include <vector>

namespace unwind::types {

struct LookupResult {
    Object* obj = nullptr;  ///< Var (field) or Func; null if there is none
    std::vector<int> index; ///< as Selection::index; not empty and obj null: ambiguous
    bool indirect = false;  ///< a pointer was followed; obj null: a pointer receiver is needed
};

/// Field or method name of T as written in package pkg; addressable: T's methods with pointer receivers count.
LookupResult lookupFieldOrMethod(const Type* T, bool addressable, const Package* pkg, std::string_view name,
                                 bool foldCase = false);

/// All methods that a value of type T has when stored in an interface (pointer receivers only if T is a pointer),
/// promoted ones included, sorted as Interface::methods().
std::vector<Selection> methodSet(const Type* T);

/// First method of interface I that a value of type V lacks (in I's order), or null.
const Func* missingMethod(const Type* V, const Interface* I);
inline bool implements(const Type* V, const Interface* I) { return !missingMethod(V, I); }

} // namespace unwind::types
