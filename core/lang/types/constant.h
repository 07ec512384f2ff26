// Constant values with exact arithmetic: booleans, strings, integers of any size, fractions. Counterpart: go/constant.
// Integers are int64 while they fit and big otherwise; floats are exact fractions while they are of reasonable size
// and 512-bit floating point beyond, as in the Go compiler. A Value is cheap to copy and immutable.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace unwind::types::constant {

enum class Kind : uint8_t { Unknown, Bool, String, Int, Float };

struct BigInt;   // boost cpp_int, kept out of this header
struct Fraction; // boost cpp_rational
struct BigFloat; // 512-bit float

/// Operators of constant expressions.
enum class Op : uint8_t {
    Add,
    Sub,
    Mul,
    Div /* fraction */,
    Quo /* integer */,
    Rem,
    And,
    Or,
    Xor,
    AndNot,
    LAnd,
    LOr,
    Not,
    Eql,
    Neq,
    Lss,
    Leq,
    Gtr,
    Geq
};

class Value {
public:
    Value() = default; ///< Unknown: the value of an erroneous constant expression
    static Value ofBool(bool b);
    static Value ofString(std::string s);
    static Value ofInt(int64_t i);
    static Value ofUint(uint64_t i);
    static Value ofDouble(double d);
    /// From a literal as written: 0x_1F, 1_000, 1e3, 0x1p-2. Unknown if malformed or absurdly large.
    static Value intLiteral(std::string_view literal);
    static Value floatLiteral(std::string_view literal);

    Kind kind() const;
    bool known() const { return kind() != Kind::Unknown; }
    bool boolVal() const;
    const std::string& stringVal() const;

    /// Exact value as int64 / uint64, if it is an integer (also an integral Float) that fits.
    std::optional<int64_t> int64Val() const;
    std::optional<uint64_t> uint64Val() const;
    /// Nearest double / float; infinite if too large.
    double float64Val() const;
    float float32Val() const;

    int sign() const;   ///< -1, 0, 1 of a number
    int bitLen() const; ///< bits of |x| of an Int
    /// The value as an Int if it is integral, as a Float; Unknown if that is not possible.
    Value toInt() const;
    Value toFloat() const;

    /// As messages print it (strings quoted and shortened, floats to six digits), and in full.
    std::string toString() const;
    std::string exactString() const;

    struct Impl; // access for constant.cpp
    using Rep =
        std::variant<std::monostate, bool, std::shared_ptr<const std::string>, int64_t, std::shared_ptr<const BigInt>,
                     std::shared_ptr<const Fraction>, std::shared_ptr<const BigFloat>>;

private:
    friend struct Impl;
    explicit Value(Rep rep) : m_rep(std::move(rep)) {}
    Rep m_rep;
};

/// x op y for numbers (the smaller kind is widened), booleans and strings (Add). y != 0 for Quo, Rem and Div.
Value binaryOp(const Value& x, Op op, const Value& y);
/// -x, !x (Op::Not), ^x; for ^ of an unsigned type bits is its size, otherwise 0. op is Sub, Not, Xor or Add.
Value unaryOp(Op op, const Value& x, unsigned bits);
/// x << s, x >> s of an Int.
Value shift(const Value& x, bool left, unsigned s);
bool compare(const Value& x, Op op, const Value& y);
/// A Float rounded to float32 / float64; Unknown if it overflows.
Value roundToFloat32(const Value& x);
Value roundToFloat64(const Value& x);

} // namespace unwind::types::constant
