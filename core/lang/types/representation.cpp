// Constants and types: what is representable, what overflows, what type an untyped operand takes.
// Counterpart: types2's const.go and implicitTypeAndValue.
#include "lang/types/checkerimpl.h"
#include "lang/types/sizes.h"

#include <cmath>

namespace unwind::types {

using namespace syntax;

namespace {

constexpr int kPrecision = 512; // bits an untyped integer constant may have

std::string_view overflowName(const Expr* e) {
    if (const auto* unary = dynCast<UnaryExpr>(e))
        return unary->op == Op::Xor ? "bitwise complement " : "";
    const auto* binary = dynCast<BinaryExpr>(e);
    switch (binary ? binary->op : Op::None) {
    case Op::Add: return "addition ";
    case Op::Sub: return "subtraction ";
    case Op::Xor: return "bitwise XOR ";
    case Op::Mul: return "multiplication ";
    case Op::Shl: return "shift ";
    default: return "";
    }
}

} // namespace

void Checker::overflow(Operand& x, SourcePos opPos) {
    const At at = opPos.isValid() ? At(opPos) : At(x);
    if (!x.val.known()) {
        errorf(at, "InvalidConstVal", "constant result is not representable");
        return;
    }
    if (isTyped(x.type)) {
        representable(x, exactly<Basic>(x.type->underlying()));
        return;
    }
    if (x.val.kind() == constant::Kind::Int && x.val.bitLen() > kPrecision) {
        errorf(at, "InvalidConstVal", "constant {}overflow", overflowName(x.expr));
        x.val = constant::Value();
    }
}

bool Checker::representableConst(const constant::Value& x, const Basic* type, constant::Value* rounded) const {
    if (!x.known())
        return true;
    if (isInteger(type)) {
        const constant::Value i = x.toInt();
        if (!i.known())
            return false;
        if (rounded)
            *rounded = i;
        if (isUntyped(type))
            return true;
        const auto bits = static_cast<int>(8 * sizeOf(type));
        if (isUnsigned(type))
            return i.sign() >= 0 && i.bitLen() <= bits;
        const auto v = i.int64Val();
        return v && (bits == 64 || (*v >= -(int64_t{1} << (bits - 1)) && *v < (int64_t{1} << (bits - 1))));
    }
    if (isFloat(type)) {
        const constant::Value f = x.toFloat();
        if (!f.known())
            return false;
        if (isUntyped(type)) {
            if (rounded)
                *rounded = f;
            return true;
        }
        const bool single = type->basic() == BasicKind::Float32;
        const double d = single ? static_cast<double>(f.float32Val()) : f.float64Val();
        if (std::isinf(d))
            return false;
        if (rounded)
            *rounded = constant::Value::ofDouble(d);
        return true;
    }
    if (isString(type))
        return x.kind() == constant::Kind::String;
    return isBoolean(type) && x.kind() == constant::Kind::Bool;
}

// Empty if x is representable as type; otherwise why not.
std::string_view Checker::representation(const Operand& x, const Basic* type, constant::Value& out) const {
    out = x.val;
    if (representableConst(x.val, type, &out))
        return {};
    if (isNumeric(x.type) && isNumeric(type))
        return !isInteger(x.type) && isInteger(type) ? "TruncatedFloat" : "NumericOverflow";
    return "InvalidConstVal";
}

void Checker::representable(Operand& x, const Basic* type) {
    constant::Value value;
    const std::string_view code = representation(x, type, value);
    if (!code.empty()) {
        invalidConversion(code, x, type);
        x.mode = Mode::Invalid;
        return;
    }
    x.val = value;
}

void Checker::invalidConversion(std::string_view code, const Operand& x, const Type* target) {
    if (code == "TruncatedFloat")
        errorf(x, code, "{} truncated to {}", str(x), str(target));
    else if (code == "NumericOverflow")
        errorf(x, code, "{} overflows {}", str(x), str(target));
    else
        errorf(x, code, "cannot convert {} to type {}", str(x), str(target));
}

namespace {

int untypedRank(const Type* t) {
    switch (exactly<Basic>(t)->basic()) {
    case BasicKind::UntypedInt: return 1;
    case BasicKind::UntypedRune: return 2;
    case BasicKind::UntypedFloat: return 3;
    default: return 0;
    }
}

// The untyped type that both operands take, or null.
const Type* maxType(const Type* x, const Type* y) {
    if (x == y)
        return x;
    const int a = untypedRank(x), b = untypedRank(y);
    if (a == 0 || b == 0)
        return nullptr;
    return a > b ? x : y;
}

bool untypedFits(const Type* untyped, const Type* target) {
    switch (exactly<Basic>(untyped)->basic()) {
    case BasicKind::UntypedBool: return isBoolean(target);
    case BasicKind::UntypedInt:
    case BasicKind::UntypedRune:
    case BasicKind::UntypedFloat: return isNumeric(target);
    case BasicKind::UntypedString: return isString(target);
    default: return false;
    }
}

} // namespace

// The type x takes where target is expected; null with a code if there is none. value is set for constants.
const Type* Checker::implicitType(const Operand& x, const Type* target, std::optional<constant::Value>& value,
                                  std::string_view& code) const {
    if (!x.valid() || isTyped(x.type) || !isValid(target))
        return x.type;
    code = "InvalidUntypedConversion";
    if (isUntyped(target)) {
        const Type* both = maxType(x.type, target);
        if (both)
            code = {};
        return both;
    }
    const Type* u = target->underlying();
    const Type* result = nullptr;
    if (x.isNil())
        result = hasNil(target) ? target : nullptr;
    else if (const auto* b = exactly<Basic>(u)) {
        if (x.isConstant()) {
            constant::Value out;
            code = representation(x, b, out);
            if (!code.empty())
                return nullptr;
            value = out;
            return target;
        }
        result = untypedFits(x.type, target) ? target : nullptr;
    } else if (const auto* t = exactly<Interface>(u))
        result = t->empty() ? defaultType(x.type) : nullptr;
    if (result)
        code = {};
    return result;
}

void Checker::convertUntyped(Operand& x, const Type* target) {
    std::optional<constant::Value> value;
    std::string_view code;
    const Type* type = implicitType(x, target, value, code);
    if (!code.empty()) {
        invalidConversion(code, x, target->underlying());
        x.mode = Mode::Invalid;
        return;
    }
    if (value) {
        x.val = *value;
        updateExprVal(x.expr, *value);
    }
    if (type != x.type) {
        x.type = type;
        updateExprType(x.expr, type, false);
    }
}

} // namespace unwind::types
