// The big numbers behind constant::Value; included by constant*.cpp alone, because the headers are heavy.
#pragma once

#include "lang/types/constant.h"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

namespace unwind::types::constant {

namespace mp = boost::multiprecision;
using Int = mp::cpp_int;
using Rat = mp::cpp_rational;
using Float = mp::number<mp::cpp_bin_float<512, mp::digit_base_2, void, std::int64_t>, mp::et_off>;

struct BigInt {
    Int v;
};
struct Fraction {
    Rat v;
};
struct BigFloat {
    Float v;
};

struct Value::Impl {
    static Value make(Rep rep) { return Value(std::move(rep)); }
    static const Rep& rep(const Value& v) { return v.m_rep; }
    static Value fromInt(const Int& i);
    static Value fromRat(const Rat& r);
    static Value fromFloat(const Float& f);
    static Int toInt(const Value& v);     ///< of an Int
    static bool isExact(const Value& v);  ///< an Int, or a Float held as a fraction
    static Rat toRat(const Value& v);     ///< of an exact number
    static Float toFloat(const Value& v); ///< of any number
};

} // namespace unwind::types::constant
