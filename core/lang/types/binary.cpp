// Binary operators: arithmetic, comparison, shifts, and how untyped operands meet typed ones.
// Counterpart: types2's expr.go.
#include "lang/types/checkerimpl.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;

constant::Op constantOp(Op op) {
    switch (op) {
    case Op::Not: return constant::Op::Not;
    case Op::OrOr: return constant::Op::LOr;
    case Op::AndAnd: return constant::Op::LAnd;
    case Op::Eql: return constant::Op::Eql;
    case Op::Neq: return constant::Op::Neq;
    case Op::Lss: return constant::Op::Lss;
    case Op::Leq: return constant::Op::Leq;
    case Op::Gtr: return constant::Op::Gtr;
    case Op::Geq: return constant::Op::Geq;
    case Op::Sub: return constant::Op::Sub;
    case Op::Or: return constant::Op::Or;
    case Op::Xor: return constant::Op::Xor;
    case Op::Mul: return constant::Op::Mul;
    case Op::Div: return constant::Op::Div;
    case Op::Rem: return constant::Op::Rem;
    case Op::And: return constant::Op::And;
    case Op::AndNot: return constant::Op::AndNot;
    default: return constant::Op::Add;
    }
}

bool isComparison(Op op) { return op >= Op::Eql && op <= Op::Geq; }

bool Checker::opDefined(const Operand& x, Op op, bool unary) {
    bool defined = false;
    switch (op) {
    case Op::Not:
    case Op::AndAnd:
    case Op::OrOr: defined = isBoolean(x.type); break;
    case Op::Add: defined = isNumeric(x.type) || (!unary && isString(x.type)); break;
    case Op::Sub:
    case Op::Mul:
    case Op::Div: defined = isNumeric(x.type); break;
    default: defined = isInteger(x.type);
    }
    if (!defined)
        errorf(x, "UndefinedOp", "invalid operation: operator {} not defined on {}", opText(op), str(x));
    return defined;
}

void Checker::binary(Operand& x, const Expr* e, const Expr* lhs, const Expr* rhs, Op op) {
    Operand y;
    expr(x, lhs);
    expr(y, rhs);
    if (!x.valid())
        return;
    if (!y.valid()) {
        x.mode = Mode::Invalid;
        x.expr = y.expr;
        return;
    }
    if (op == Op::Shl || op == Op::Shr) {
        shift(x, y, e, op);
        return;
    }
    matchTypes(x, y);
    if (!x.valid())
        return;
    if (isComparison(op)) {
        comparison(x, y, op, false);
        return;
    }
    if (!identical(x.type, y.type)) {
        if (isValid(x.type) && isValid(y.type)) {
            if (e)
                errorf(x, "MismatchedTypes", "invalid operation: {} (mismatched types {} and {})", str(e), str(x.type),
                       str(y.type));
            else
                errorf(x, "MismatchedTypes", "invalid operation: {} {}= {} (mismatched types {} and {})", str(lhs),
                       opText(op), str(rhs), str(x.type), str(y.type));
        }
        x.mode = Mode::Invalid;
        return;
    }
    if (!opDefined(x, op, false)) {
        x.mode = Mode::Invalid;
        return;
    }
    if ((op == Op::Div || op == Op::Rem) && (x.isConstant() || isInteger(x.type)) && y.isConstant() &&
        y.val.sign() == 0) {
        errorf(y, "DivByZero", "invalid operation: division by zero");
        x.mode = Mode::Invalid;
        return;
    }
    if (!x.isConstant() || !y.isConstant()) {
        x.mode = Mode::Value;
        return;
    }
    if (!x.val.known() || !y.val.known()) {
        x.val = constant::Value();
        return;
    }
    const bool integerDivision = op == Op::Div && isInteger(x.type);
    x.val = constant::binaryOp(x.val, integerDivision ? constant::Op::Quo : constantOp(op), y.val);
    x.expr = e ? e : x.expr;
    overflow(x, e ? e->pos : SourcePos{});
}

bool Checker::mayConvert(const Operand& x, const Operand& y) const {
    if (isTyped(x.type) && isTyped(y.type))
        return false;
    if (isInterface(x.type) || isInterface(y.type))
        return true;
    if (isBoolean(x.type) != isBoolean(y.type) || isString(x.type) != isString(y.type))
        return false;
    if (x.isNil())
        return hasNil(y.type);
    if (y.isNil())
        return hasNil(x.type);
    return !types::as<Pointer>(x.type) && !types::as<Pointer>(y.type);
}

void Checker::matchTypes(Operand& x, Operand& y) {
    if (!mayConvert(x, y))
        return;
    convertUntyped(x, y.type);
    if (!x.valid())
        return;
    convertUntyped(y, x.type);
    if (!y.valid())
        x.mode = Mode::Invalid;
}

std::string Checker::incomparableCause(const Type* t) const {
    const Type* u = t->underlying();
    switch (u->kind()) {
    case Kind::Slice:
    case Kind::Signature:
    case Kind::Map: return std::string(compositeKind(t)) + " can only be compared to nil";
    case Kind::Struct:
        for (const Var* f : exactly<Struct>(u)->fields()) {
            if (!comparable(f->type()))
                return fmt::format("struct containing {} cannot be compared", str(f->type()));
        }
        return {};
    case Kind::Array: return fmt::format("{} cannot be compared", str(t));
    default: return {};
    }
}

void Checker::comparison(Operand& x, Operand& y, Op op, bool switchCase) {
    if (!isValid(x.type) || !isValid(y.type)) {
        x.mode = Mode::Invalid;
        return;
    }
    if (switchCase)
        op = Op::Eql;
    const Operand* at = &x;
    std::string cause;
    bool ok = true;
    std::string_view code = "UndefinedOp";
    if (!assignableTo(x, y.type, nullptr) && !assignableTo(y, x.type, nullptr)) {
        at = &y;
        code = "MismatchedTypes";
        cause = fmt::format("mismatched types {} and {}", str(x.type), str(y.type));
        ok = false;
    } else if (op == Op::Eql || op == Op::Neq) {
        if (x.isNil() || y.isNil()) {
            ok = hasNil(x.isNil() ? y.type : x.type);
            at = ok ? at : &y;
        } else if (!comparable(x.type) || !comparable(y.type)) {
            at = !comparable(x.type) ? &x : &y;
            cause = incomparableCause(at->type);
            ok = false;
        }
    } else if (!isOrdered(x.type) || !isOrdered(y.type)) {
        at = !isOrdered(x.type) ? &x : &y;
        ok = false;
    }
    if (!ok) {
        if (cause.empty()) {
            const std::string_view what = compositeKind(at->type);
            cause = fmt::format("operator {} not defined on {}", opText(op),
                                what.empty() ? str(at->type) : std::string(what));
        }
        if (switchCase)
            errorf(x, code, "invalid case {} in switch on {} ({})", str(x.expr), str(y.expr), cause);
        else
            errorf(*at, code, "invalid operation: {} {} {} ({})", str(x.expr), opText(op), str(y.expr), cause);
        x.mode = Mode::Invalid;
        return;
    }
    markBoxed(x.type, y.type);
    markBoxed(y.type, x.type);
    if (x.isConstant() && y.isConstant())
        x.val = constant::Value::ofBool(constant::compare(x.val, constantOp(op), y.val));
    else {
        x.mode = Mode::Value;
        updateExprType(x.expr, defaultType(x.type), true);
        updateExprType(y.expr, defaultType(y.type), true);
    }
    x.type = basic(BasicKind::UntypedBool);
}

void Checker::shift(Operand& x, Operand& y, const Expr* e, Op op) {
    const bool integralConstant = x.isConstant() && x.val.toInt().known();
    if (!isInteger(x.type) && !(isUntyped(x.type) && integralConstant)) {
        errorf(x, "InvalidShiftOperand", "invalid operation: shifted operand {} must be integer", str(x));
        x.mode = Mode::Invalid;
        return;
    }
    if (y.isConstant()) {
        const constant::Value count = y.val.toInt();
        if (count.known() && count.sign() < 0) {
            errorf(y, "InvalidShiftCount", "invalid operation: negative shift count {}", str(y));
            x.mode = Mode::Invalid;
            return;
        }
        if (isUntyped(y.type)) {
            // Representable as uint, but left untyped unless the shift is not constant.
            representable(y, basic(BasicKind::Uint));
            if (y.valid() && !x.isConstant())
                convertUntyped(y, basic(BasicKind::Uint));
        } else if (!isInteger(y.type)) {
            errorf(y, "InvalidShiftCount", "invalid operation: shift count {} must be integer", str(y));
            y.mode = Mode::Invalid;
        }
    } else if (isUntyped(y.type))
        convertUntyped(y, basic(BasicKind::Uint));
    else if (!isInteger(y.type)) {
        errorf(y, "InvalidShiftCount", "invalid operation: shift count {} must be integer", str(y));
        y.mode = Mode::Invalid;
    }
    if (!y.valid()) {
        x.mode = Mode::Invalid;
        return;
    }
    if (x.isConstant()) {
        if (y.isConstant()) {
            constantShift(x, y, e, op);
            return;
        }
        if (isUntyped(x.type)) {
            markShiftLhs(x.expr);
            x.mode = Mode::Value;
            return;
        }
    }
    if (!isInteger(x.type)) {
        errorf(x, "InvalidShiftOperand", "invalid operation: shifted operand {} must be integer", str(x));
        x.mode = Mode::Invalid;
        return;
    }
    x.mode = Mode::Value;
}

bool Checker::constantShift(Operand& x, Operand& y, const Expr* e, Op op) {
    constexpr uint64_t kShiftBound = 1023 - 1 + 52;
    if (!isInteger(x.type))
        x.type = basic(BasicKind::UntypedInt);
    if (!x.val.known() || !y.val.known()) {
        x.val = constant::Value();
        return true;
    }
    const auto count = y.val.toInt().uint64Val();
    if (!count || *count > kShiftBound) {
        errorf(y, "InvalidShiftCount", "invalid operation: invalid shift count {}", str(y));
        x.mode = Mode::Invalid;
        return false;
    }
    x.val = constant::shift(x.val.toInt(), op == Op::Shl, static_cast<unsigned>(*count));
    x.expr = e ? e : x.expr;
    overflow(x, e ? e->pos : SourcePos{});
    return true;
}

} // namespace unwind::types
