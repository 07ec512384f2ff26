#include "std/natives.h"

#include <bit>
#include <cmath>
#include <limits>

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

template <double (*f)(double)>
void unary(NativeCall& call) {
    call.setNumber(0, f(call.number(1)));
}

template <double (*f)(double, double)>
void binary(NativeCall& call) {
    call.setNumber(0, f(call.number(1), call.number(2)));
}

template <double (*f)(int, double)>
void ofOrder(NativeCall& call) {
    call.setNumber(0, f(static_cast<int>(call.integer(1)), call.number(2)));
}

double goMax(double x, double y) {
    if (std::isinf(x) && x > 0) return x;
    if (std::isinf(y) && y > 0) return y;
    if (std::isnan(x) || std::isnan(y)) return std::numeric_limits<double>::quiet_NaN();
    if (x == 0 && y == 0) return std::signbit(x) ? y : x;
    return x > y ? x : y;
}

double goMin(double x, double y) {
    if (std::isinf(x) && x < 0) return x;
    if (std::isinf(y) && y < 0) return y;
    if (std::isnan(x) || std::isnan(y)) return std::numeric_limits<double>::quiet_NaN();
    if (x == 0 && y == 0) return std::signbit(x) ? x : y;
    return x < y ? x : y;
}

double goDim(double x, double y) {
    const double v = x - y;
    return v <= 0 ? 0 : v;
}

/// C gives -Inf for a pole where Go does too, but Gamma(-0) and negative integers differ.
double goGamma(double x) {
    if (x < 0 && std::floor(x) == x) return std::numeric_limits<double>::quiet_NaN();
    return std::tgamma(x);
}

double goNextafter(double x, double y) { return std::nextafter(x, y); }

double goPow10(int64_t n) {
    if (n < -323) return 0;
    if (n > 308) return INFINITY;
    return std::stod("1e" + std::to_string(n));
}

double goLogb(double x) { return std::logb(x); }

void ilogb(NativeCall& call) {
    const double x = call.number(1);
    int64_t v = std::ilogb(x);
    if (x == 0) v = std::numeric_limits<int32_t>::min();
    else if (std::isnan(x) || std::isinf(x)) v = std::numeric_limits<int32_t>::max();
    call.setInteger(0, v);
}

void frexpCall(NativeCall& call) {
    int exponent = 0;
    const double f = call.number(2);
    const double fraction = std::frexp(f, &exponent);
    call.setNumber(0, fraction);
    call.setInteger(1, f == 0 || std::isnan(f) || std::isinf(f) ? 0 : exponent);
}

void ldexpCall(NativeCall& call) {
    const int64_t e = std::min<int64_t>(std::max<int64_t>(call.integer(2), -5000), 5000);
    call.setNumber(0, std::ldexp(call.number(1), static_cast<int>(e)));
}

void lgammaCall(NativeCall& call) {
    int sign = 1;
    const double x = call.number(2);
    call.setNumber(0, ::lgamma_r(x, &sign));
    call.setInteger(1, sign < 0 ? -1 : 1);
}

void modfCall(NativeCall& call) {
    double whole = 0;
    const double f = call.number(2);
    const double fraction = std::modf(f, &whole);
    call.setNumber(0, whole);
    call.setNumber(1, std::isinf(f) ? std::numeric_limits<double>::quiet_NaN() : fraction);
}

void sincosCall(NativeCall& call) {
    const double x = call.number(2);
    call.setNumber(0, std::sin(x));
    call.setNumber(1, std::cos(x));
}

void nextafter32(NativeCall& call) {
    const auto x = std::bit_cast<float>(static_cast<uint32_t>(call.word(1)));
    const auto y = std::bit_cast<float>(static_cast<uint32_t>(call.word(2)));
    call.setWord(0, std::bit_cast<uint32_t>(std::nextafterf(x, y)));
}

void sameBits(NativeCall& call) { call.setWord(0, call.word(1)); }

void mul64(NativeCall& call) {
    const unsigned __int128 product = static_cast<unsigned __int128>(call.word(2)) * call.word(3);
    call.setWord(0, static_cast<uint64_t>(product >> 64));
    call.setWord(1, static_cast<uint64_t>(product));
}

void div64(NativeCall& call) {
    const unsigned __int128 n = static_cast<unsigned __int128>(call.word(2)) << 64 | call.word(3);
    const uint64_t by = call.word(4);
    call.setWord(0, static_cast<uint64_t>(n / by));
    call.setWord(1, static_cast<uint64_t>(n % by));
}

uint64_t reversed(uint64_t x) {
    x = (x >> 1 & 0x5555555555555555) | (x & 0x5555555555555555) << 1;
    x = (x >> 2 & 0x3333333333333333) | (x & 0x3333333333333333) << 2;
    x = (x >> 4 & 0x0F0F0F0F0F0F0F0F) | (x & 0x0F0F0F0F0F0F0F0F) << 4;
    return __builtin_bswap64(x);
}

void registerBits(vm::NativeRegistry& natives) {
    natives.add("math/bits.LeadingZeros64", [](NativeCall& call) { call.setInteger(0, std::countl_zero(call.word(1))); });
    natives.add("math/bits.TrailingZeros64", [](NativeCall& call) { call.setInteger(0, std::countr_zero(call.word(1))); });
    natives.add("math/bits.OnesCount64", [](NativeCall& call) { call.setInteger(0, std::popcount(call.word(1))); });
    natives.add("math/bits.Reverse64", [](NativeCall& call) { call.setWord(0, reversed(call.word(1))); });
    natives.add("math/bits.ReverseBytes64", [](NativeCall& call) { call.setWord(0, __builtin_bswap64(call.word(1))); });
    natives.add("math/bits.Mul64", mul64);
    natives.add("math/bits.div64", div64);
    natives.add("math/bits.overflowError", [](NativeCall& call) { call.panicRuntime("integer overflow"); });
}

} // namespace

void registerMath(vm::NativeRegistry& natives) {
    registerBits(natives);
    natives.add("math.Float64bits", sameBits);
    natives.add("math.Float64frombits", sameBits);
    natives.add("math.Float32bits", sameBits);
    natives.add("math.Float32frombits", sameBits);
    natives.add("math.Abs", unary<std::fabs>);
    natives.add("math.Acos", unary<std::acos>);
    natives.add("math.Acosh", unary<std::acosh>);
    natives.add("math.Asin", unary<std::asin>);
    natives.add("math.Asinh", unary<std::asinh>);
    natives.add("math.Atan", unary<std::atan>);
    natives.add("math.Atan2", binary<std::atan2>);
    natives.add("math.Atanh", unary<std::atanh>);
    natives.add("math.Cbrt", unary<std::cbrt>);
    natives.add("math.Ceil", unary<std::ceil>);
    natives.add("math.Copysign", binary<std::copysign>);
    natives.add("math.Cos", unary<std::cos>);
    natives.add("math.Cosh", unary<std::cosh>);
    natives.add("math.Dim", binary<goDim>);
    natives.add("math.Erf", unary<std::erf>);
    natives.add("math.Erfc", unary<std::erfc>);
    natives.add("math.Exp", unary<std::exp>);
    natives.add("math.Exp2", unary<std::exp2>);
    natives.add("math.Expm1", unary<std::expm1>);
    natives.add("math.FMA", [](NativeCall& call) {
        call.setNumber(0, std::fma(call.number(1), call.number(2), call.number(3)));
    });
    natives.add("math.Floor", unary<std::floor>);
    natives.add("math.Frexp", frexpCall);
    natives.add("math.Gamma", unary<goGamma>);
    natives.add("math.Hypot", binary<std::hypot>);
    natives.add("math.Ilogb", ilogb);
    natives.add("math.J0", unary<::j0>);
    natives.add("math.J1", unary<::j1>);
    natives.add("math.Jn", ofOrder<::jn>);
    natives.add("math.Ldexp", ldexpCall);
    natives.add("math.Lgamma", lgammaCall);
    natives.add("math.Log", unary<std::log>);
    natives.add("math.Log10", unary<std::log10>);
    natives.add("math.Log1p", unary<std::log1p>);
    natives.add("math.Log2", unary<std::log2>);
    natives.add("math.Logb", unary<goLogb>);
    natives.add("math.Max", binary<goMax>);
    natives.add("math.Min", binary<goMin>);
    natives.add("math.Mod", binary<std::fmod>);
    natives.add("math.Modf", modfCall);
    natives.add("math.Nextafter", binary<goNextafter>);
    natives.add("math.Nextafter32", nextafter32);
    natives.add("math.Pow", binary<std::pow>);
    natives.add("math.Pow10", [](NativeCall& call) { call.setNumber(0, goPow10(call.integer(1))); });
    natives.add("math.Remainder", binary<std::remainder>);
    natives.add("math.Round", unary<std::round>);
    natives.add("math.RoundToEven", unary<std::nearbyint>);
    natives.add("math.Sin", unary<std::sin>);
    natives.add("math.Sincos", sincosCall);
    natives.add("math.Sinh", unary<std::sinh>);
    natives.add("math.Sqrt", unary<std::sqrt>);
    natives.add("math.Tan", unary<std::tan>);
    natives.add("math.Tanh", unary<std::tanh>);
    natives.add("math.Trunc", unary<std::trunc>);
    natives.add("math.Y0", unary<::y0>);
    natives.add("math.Y1", unary<::y1>);
    natives.add("math.Yn", ofOrder<::yn>);
}

} // namespace unwind::stdlib
