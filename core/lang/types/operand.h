// An expression being checked: how it may be used, its type, its value if constant. Counterpart: types2's operand.
#pragma once

#include "lang/types/info.h"

#include <string>

namespace unwind::types {

struct Operand {
    Mode mode = Mode::Invalid;
    const syntax::Expr* expr = nullptr;
    const Type* type = nullptr;
    constant::Value val;
    BuiltinId id{};
    bool valid() const { return mode != Mode::Invalid; }
    bool isConstant() const { return mode == Mode::Constant; }
    bool isNil() const { return mode == Mode::NilValue; }
};

/// "array", "slice", … for a composite type, empty for a basic one.
std::string_view compositeKind(const Type* t);

} // namespace unwind::types
