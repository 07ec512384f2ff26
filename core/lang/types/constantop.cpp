// Arithmetic on constant values. Both operands are brought to the wider of their kinds first: int64, big integer,
// fraction, 512-bit float.
#include "lang/types/constantnumber.h"

#include <cmath>

namespace unwind::types::constant {

namespace {

template <class T> bool compareAs(const T& x, Op op, const T& y) {
    switch (op) {
    case Op::Eql: return x == y;
    case Op::Neq: return x != y;
    case Op::Lss: return x < y;
    case Op::Leq: return x <= y;
    case Op::Gtr: return x > y;
    default: return x >= y;
    }
}

std::optional<Value> smallOp(int64_t x, Op op, int64_t y) {
    int64_t r = 0;
    switch (op) {
    case Op::Add: return __builtin_add_overflow(x, y, &r) ? std::nullopt : std::optional(Value::ofInt(r));
    case Op::Sub: return __builtin_sub_overflow(x, y, &r) ? std::nullopt : std::optional(Value::ofInt(r));
    case Op::Mul: return __builtin_mul_overflow(x, y, &r) ? std::nullopt : std::optional(Value::ofInt(r));
    case Op::Quo: return y == -1 ? std::nullopt : std::optional(Value::ofInt(x / y));
    case Op::Rem: return y == -1 ? Value::ofInt(0) : Value::ofInt(x % y);
    case Op::And: return Value::ofInt(x & y);
    case Op::Or: return Value::ofInt(x | y);
    case Op::Xor: return Value::ofInt(x ^ y);
    case Op::AndNot: return Value::ofInt(x & ~y);
    default: return std::nullopt;
    }
}

// Bit operations of negative numbers as if in two's complement of endless width.
Int bitwise(const Int& x, Op op, const Int& y) {
    const unsigned width = std::max(x == 0 ? 0u : static_cast<unsigned>(mp::msb(mp::abs(x))),
                                    y == 0 ? 0u : static_cast<unsigned>(mp::msb(mp::abs(y)))) +
                           2;
    const Int modulus = Int(1) << width;
    const Int a = x < 0 ? Int(x + modulus) : x;
    const Int b = y < 0 ? Int(y + modulus) : y;
    Int r;
    switch (op) {
    case Op::And: r = a & b; break;
    case Op::Or: r = a | b; break;
    case Op::Xor: r = a ^ b; break;
    default: r = a & (modulus - 1 - b); break;
    }
    return mp::bit_test(r, width - 1) ? Int(r - modulus) : r;
}

Value intOp(const Int& x, Op op, const Int& y) {
    using Impl = Value::Impl;
    switch (op) {
    case Op::Add: return Impl::fromInt(x + y);
    case Op::Sub: return Impl::fromInt(x - y);
    case Op::Mul: return Impl::fromInt(x * y);
    case Op::Div: return Impl::fromRat(Rat(x, y));
    case Op::Quo: return Impl::fromInt(x / y);
    case Op::Rem: return Impl::fromInt(x % y);
    default: return Impl::fromInt(bitwise(x, op, y));
    }
}

template <class T> std::optional<T> floatOp(const T& x, Op op, const T& y) {
    switch (op) {
    case Op::Add: return x + y;
    case Op::Sub: return x - y;
    case Op::Mul: return x * y;
    case Op::Div:
    case Op::Quo: return x / y;
    default: return std::nullopt;
    }
}

} // namespace

Value binaryOp(const Value& x, Op op, const Value& y) {
    using Impl = Value::Impl;
    if (!x.known() || !y.known())
        return {};
    if (x.kind() == Kind::Bool)
        return Value::ofBool(op == Op::LAnd ? x.boolVal() && y.boolVal() : x.boolVal() || y.boolVal());
    if (x.kind() == Kind::String)
        return Value::ofString(x.stringVal() + y.stringVal());
    const auto* a = std::get_if<int64_t>(&Impl::rep(x));
    const auto* b = std::get_if<int64_t>(&Impl::rep(y));
    if (a && b) {
        if (auto r = smallOp(*a, op, *b))
            return *r;
    }
    if (x.kind() == Kind::Int && y.kind() == Kind::Int)
        return intOp(Impl::toInt(x), op, Impl::toInt(y));
    if (Impl::isExact(x) && Impl::isExact(y)) {
        const auto r = floatOp(Impl::toRat(x), op, Impl::toRat(y));
        return r ? Impl::fromRat(*r) : Value();
    }
    const auto r = floatOp(Impl::toFloat(x), op, Impl::toFloat(y));
    return r ? Impl::fromFloat(*r) : Value();
}

Value unaryOp(Op op, const Value& x, unsigned bits) {
    using Impl = Value::Impl;
    if (!x.known())
        return {};
    switch (op) {
    case Op::Not: return Value::ofBool(!x.boolVal());
    case Op::Sub: return binaryOp(Value::ofInt(0), Op::Sub, x);
    case Op::Xor: {
        if (x.kind() != Kind::Int)
            return {};
        const Int v = Impl::toInt(x);
        return Impl::fromInt(bits > 0 ? Int((Int(1) << bits) - 1 - v) : Int(-v - 1));
    }
    default: return x;
    }
}

Value shift(const Value& x, bool left, unsigned s) {
    using Impl = Value::Impl;
    if (x.kind() != Kind::Int)
        return {};
    const Int v = Impl::toInt(x);
    if (left)
        return Impl::fromInt(v << s);
    if (v >= 0)
        return Impl::fromInt(v >> s);
    return Impl::fromInt(-((-v - 1) >> s) - 1);
}

bool compare(const Value& x, Op op, const Value& y) {
    using Impl = Value::Impl;
    if (!x.known() || !y.known())
        return false;
    if (x.kind() == Kind::Bool)
        return compareAs(x.boolVal(), op, y.boolVal());
    if (x.kind() == Kind::String)
        return compareAs(x.stringVal(), op, y.stringVal());
    const auto* a = std::get_if<int64_t>(&Impl::rep(x));
    const auto* b = std::get_if<int64_t>(&Impl::rep(y));
    if (a && b)
        return compareAs(*a, op, *b);
    if (Impl::isExact(x) && Impl::isExact(y))
        return compareAs(Impl::toRat(x), op, Impl::toRat(y));
    return compareAs(Impl::toFloat(x), op, Impl::toFloat(y));
}

Value roundToFloat32(const Value& x) { return Value::ofDouble(x.float32Val()); }

Value roundToFloat64(const Value& x) { return Value::ofDouble(x.float64Val()); }

} // namespace unwind::types::constant
