// Making, converting and printing constant values.
#include "lang/types/constantnumber.h"
#include "lang/types/typewriter.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace unwind::types::constant {

namespace {

constexpr unsigned kMaxFractionBits = 4096;   // beyond, a fraction is rounded to 512 bits
constexpr int64_t kMaxExponent = 650'000'000; // of ten: more than 2^31 binary
constexpr int64_t kMaxBinaryExponent = int64_t{1} << 31;

unsigned bits(const Int& i) { return i == 0 ? 0 : static_cast<unsigned>(mp::msb(i < 0 ? Int(-i) : i)) + 1; }

int digitOf(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    const char low = static_cast<char>(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// |n/d| rounded to `precision` bits, to nearest even, with the smallest unit 2^minExponent.
double roundedQuotient(const Int& n, const Int& d, int precision, int minExponent) {
    const int shift = precision + 2 - (static_cast<int>(bits(n)) - static_cast<int>(bits(d)));
    Int num = n, den = d, rest;
    if (shift > 0)
        num <<= shift;
    else
        den <<= -shift;
    Int q;
    mp::divide_qr(num, den, q, rest);
    const int unit = std::max(static_cast<int>(bits(q)) - shift - precision, minExponent);
    const int drop = unit + shift;
    if (drop > static_cast<int>(bits(q)) + 1)
        return 0;
    Int mantissa = q >> drop;
    const Int low = q - (mantissa << drop);
    const Int half = Int(1) << (drop - 1);
    if (low > half || (low == half && (rest != 0 || (mantissa & 1) != 0)))
        ++mantissa;
    return std::ldexp(mantissa.convert_to<double>(), unit);
}

double toDouble(const Value& v, int precision, int minExponent) {
    if (!Value::Impl::isExact(v)) {
        const Float f = Value::Impl::toFloat(v);
        return precision == 53 ? f.convert_to<double>() : static_cast<double>(f.convert_to<float>());
    }
    const Rat r = Value::Impl::toRat(v);
    const Int n = mp::numerator(r);
    if (n == 0)
        return 0;
    const double magnitude = roundedQuotient(n < 0 ? Int(-n) : n, mp::denominator(r), precision, minExponent);
    return n < 0 ? -magnitude : magnitude;
}

// The shortest digits that give d back, as Go's %g.
std::string shortest(double d) {
    const std::string plain = fmt::format("{}", d);
    std::string scientific = fmt::format("{:.{}e}", d, 16);
    for (int digits = 0; digits < 17; ++digits) {
        scientific = fmt::format("{:.{}e}", d, digits);
        if (std::strtod(scientific.c_str(), nullptr) == d)
            break;
    }
    const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
    return exponent < -4 || exponent >= 21 ? scientific : plain;
}

// 1.50000e+400 as 1.5e+400.
std::string shortScientific(const std::string& text) {
    const size_t e = text.find('e');
    size_t end = e;
    while (end > 0 && text[end - 1] == '0')
        --end;
    if (end > 0 && text[end - 1] == '.')
        --end;
    return text.substr(0, end) + (e == std::string::npos ? "" : text.substr(e));
}

Value scaled(const Int& mantissa, int base, int64_t exponent) {
    if (mantissa == 0 || exponent < -kMaxExponent)
        return Value::Impl::fromRat(Rat(0));
    if (exponent > kMaxExponent)
        return {};
    const auto magnitude = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
    if (magnitude * (base == 2 ? 1u : 4u) <= kMaxFractionBits) {
        const Int power = mp::pow(Int(base), magnitude);
        return Value::Impl::fromRat(exponent < 0 ? Rat(mantissa, power) : Rat(mantissa * power));
    }
    const Float scale = mp::pow(Float(base), static_cast<int>(exponent));
    return Value::Impl::fromFloat(Float(mantissa) * scale);
}

} // namespace

Value Value::ofBool(bool b) { return Value(Rep(b)); }
Value Value::ofString(std::string s) { return Value(Rep(std::make_shared<const std::string>(std::move(s)))); }
Value Value::ofInt(int64_t i) { return Value(Rep(i)); }

Value Value::ofUint(uint64_t i) {
    return i <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max()) ? ofInt(static_cast<int64_t>(i))
                                                                           : Impl::fromInt(Int(i));
}

Value Value::ofDouble(double d) {
    if (!std::isfinite(d))
        return {};
    int exponent = 0;
    const double fraction = std::frexp(d, &exponent);
    return scaled(Int(static_cast<int64_t>(std::ldexp(fraction, 53))), 2, exponent - 53);
}

Value Value::Impl::fromInt(const Int& i) {
    if (i >= std::numeric_limits<int64_t>::min() && i <= std::numeric_limits<int64_t>::max())
        return ofInt(i.convert_to<int64_t>());
    return make(std::make_shared<const BigInt>(BigInt{i}));
}

Value Value::Impl::fromRat(const Rat& r) {
    if (bits(mp::numerator(r)) > kMaxFractionBits || bits(mp::denominator(r)) > kMaxFractionBits)
        return fromFloat(Float(mp::numerator(r)) / Float(mp::denominator(r)));
    return make(std::make_shared<const Fraction>(Fraction{r}));
}

// The range is that of Go's big floats: a 32-bit binary exponent.
Value Value::Impl::fromFloat(const Float& f) {
    if (!mp::isfinite(f) || (f != 0 && mp::ilogb(f) >= kMaxBinaryExponent))
        return {};
    if (f != 0 && mp::ilogb(f) < -kMaxBinaryExponent)
        return fromRat(Rat(0));
    return make(std::make_shared<const BigFloat>(BigFloat{f}));
}

Int Value::Impl::toInt(const Value& v) {
    if (const auto* small = std::get_if<int64_t>(&v.m_rep))
        return Int(*small);
    return std::get<std::shared_ptr<const BigInt>>(v.m_rep)->v;
}

bool Value::Impl::isExact(const Value& v) {
    return v.kind() == Kind::Int || std::holds_alternative<std::shared_ptr<const Fraction>>(v.m_rep);
}

Rat Value::Impl::toRat(const Value& v) {
    if (v.kind() == Kind::Int)
        return Rat(toInt(v));
    return std::get<std::shared_ptr<const Fraction>>(v.m_rep)->v;
}

Float Value::Impl::toFloat(const Value& v) {
    if (const auto* f = std::get_if<std::shared_ptr<const BigFloat>>(&v.m_rep))
        return (*f)->v;
    const Rat r = toRat(v);
    return Float(mp::numerator(r)) / Float(mp::denominator(r));
}

Value Value::intLiteral(std::string_view literal) {
    int base = 10;
    size_t i = 0;
    if (literal.size() > 1 && literal[0] == '0') {
        const char prefix = static_cast<char>(literal[1] | 0x20);
        base = prefix == 'x' ? 16 : prefix == 'b' ? 2 : 8;
        i = prefix == 'x' || prefix == 'b' || prefix == 'o' ? 2 : 1;
    }
    Int big = 0;
    uint64_t small = 0;
    bool isBig = false;
    for (; i < literal.size(); ++i) {
        if (literal[i] == '_')
            continue;
        const int digit = digitOf(literal[i]);
        if (digit < 0 || digit >= base)
            return {};
        if (!isBig && small > (std::numeric_limits<uint64_t>::max() >> 5)) {
            isBig = true;
            big = small;
        }
        if (isBig)
            big = big * base + digit;
        else
            small = small * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit);
    }
    return isBig ? Impl::fromInt(big) : ofUint(small);
}

Value Value::floatLiteral(std::string_view literal) {
    const bool hex = literal.size() > 1 && literal[0] == '0' && (literal[1] | 0x20) == 'x';
    const int base = hex ? 16 : 10;
    Int mantissa = 0;
    int64_t exponent = 0, written = 0;
    bool fraction = false, negative = false;
    size_t i = hex ? 2 : 0;
    for (; i < literal.size(); ++i) {
        const char c = literal[i];
        if (c == '_')
            continue;
        if (c == '.') {
            fraction = true;
            continue;
        }
        if ((c | 0x20) == (hex ? 'p' : 'e'))
            break;
        const int digit = digitOf(c);
        if (digit < 0 || digit >= base)
            return {};
        mantissa = mantissa * base + digit;
        exponent -= fraction ? (hex ? 4 : 1) : 0;
    }
    for (++i; i < literal.size(); ++i) {
        if (literal[i] == '-')
            negative = true;
        else if (literal[i] >= '0' && literal[i] <= '9')
            written = std::min<int64_t>(written * 10 + (literal[i] - '0'), kMaxExponent * 2);
    }
    return scaled(mantissa, hex ? 2 : 10, exponent + (negative ? -written : written));
}

Kind Value::kind() const {
    switch (m_rep.index()) {
    case 0: return Kind::Unknown;
    case 1: return Kind::Bool;
    case 2: return Kind::String;
    case 3:
    case 4: return Kind::Int;
    default: return Kind::Float;
    }
}

bool Value::boolVal() const {
    const auto* b = std::get_if<bool>(&m_rep);
    return b && *b;
}

const std::string& Value::stringVal() const {
    static const std::string none;
    const auto* s = std::get_if<std::shared_ptr<const std::string>>(&m_rep);
    return s ? **s : none;
}

std::optional<int64_t> Value::int64Val() const {
    const Value i = toInt();
    if (const auto* small = std::get_if<int64_t>(&i.m_rep))
        return *small;
    return std::nullopt;
}

std::optional<uint64_t> Value::uint64Val() const {
    const Value i = toInt();
    if (const auto* small = std::get_if<int64_t>(&i.m_rep))
        return *small >= 0 ? std::optional<uint64_t>(static_cast<uint64_t>(*small)) : std::nullopt;
    if (const auto* big = std::get_if<std::shared_ptr<const BigInt>>(&i.m_rep)) {
        if ((*big)->v > 0 && (*big)->v <= std::numeric_limits<uint64_t>::max())
            return (*big)->v.convert_to<uint64_t>();
    }
    return std::nullopt;
}

double Value::float64Val() const {
    if (const auto* small = std::get_if<int64_t>(&m_rep))
        return static_cast<double>(*small);
    return kind() == Kind::Int || kind() == Kind::Float ? toDouble(*this, 53, -1074) : 0;
}

float Value::float32Val() const {
    return kind() == Kind::Int || kind() == Kind::Float ? static_cast<float>(toDouble(*this, 24, -149)) : 0;
}

int Value::sign() const {
    if (const auto* small = std::get_if<int64_t>(&m_rep))
        return *small < 0 ? -1 : *small > 0 ? 1 : 0;
    if (kind() != Kind::Int && kind() != Kind::Float)
        return 1;
    return Impl::isExact(*this) ? Impl::toRat(*this).sign() : Impl::toFloat(*this).sign();
}

int Value::bitLen() const { return kind() == Kind::Int ? static_cast<int>(bits(Impl::toInt(*this))) : 0; }

Value Value::toInt() const {
    if (kind() == Kind::Int)
        return *this;
    if (kind() != Kind::Float)
        return {};
    if (Impl::isExact(*this)) {
        const Rat r = Impl::toRat(*this);
        return mp::denominator(r) == 1 ? Impl::fromInt(mp::numerator(r)) : Value();
    }
    const Float f = Impl::toFloat(*this);
    if (mp::abs(f) > mp::pow(Float(2), 600) || mp::floor(f) != f)
        return {};
    return Impl::fromInt(f.convert_to<Int>());
}

Value Value::toFloat() const {
    if (kind() == Kind::Float)
        return *this;
    return kind() == Kind::Int ? Impl::fromRat(Rat(Impl::toInt(*this))) : Value();
}

std::string Value::toString() const {
    switch (kind()) {
    case Kind::String: {
        constexpr size_t kMaxRunes = 72;
        const std::string text = quotedString(stringVal());
        size_t runes = 0, cut = 0;
        for (size_t i = 0; i < text.size(); ++i) {
            if ((text[i] & 0xC0) == 0x80)
                continue;
            if (runes == kMaxRunes - 3)
                cut = i;
            ++runes;
        }
        return runes > kMaxRunes ? text.substr(0, cut) + "..." : text;
    }
    case Kind::Float: {
        const double d = float64Val();
        if (std::isfinite(d) && (d != 0 || sign() == 0)) {
            const std::string text = fmt::format("{:.6g}", d);
            return toInt().known() || text.find('.') != std::string::npos ? text : shortest(d);
        }
        return shortScientific(Impl::toFloat(*this).str(5, std::ios_base::scientific));
    }
    default: return exactString();
    }
}

std::string Value::exactString() const {
    switch (kind()) {
    case Kind::Unknown: return "unknown";
    case Kind::Bool: return boolVal() ? "true" : "false";
    case Kind::String: return quotedString(stringVal());
    case Kind::Int: return Impl::toInt(*this).str();
    case Kind::Float: break;
    }
    if (!Impl::isExact(*this))
        return Impl::toFloat(*this).str(30);
    const Rat r = Impl::toRat(*this);
    return mp::denominator(r) == 1 ? mp::numerator(r).str() : r.str();
}

} // namespace unwind::types::constant
