#include "std/unicode.h"

#include "std/natives.h"

#include <algorithm>

namespace unwind::stdlib {
namespace {

using Range = RuneRange;

struct NamedSet {
    std::string_view name;
    std::span<const Range> ranges;
};

/// Delta is added for upper, lower and title case; more than kMaxRune means that upper and lower case alternate.
struct CaseRange {
    uint32_t low, high;
    int32_t delta[3];
};

struct Fold {
    uint32_t rune, next;
};

#include "std/tables/unicode.inc"

constexpr int32_t kAlternating = 0x10FFFF;

template <size_t N>
bool in(const Range (&set)[N], int64_t rune) {
    return inSet(std::span<const Range>(set), rune);
}

bool isMark(int64_t r) { return in(kM, r); }
bool isNumber(int64_t r) { return in(kN, r); }
bool isPunct(int64_t r) { return in(kP, r); }
bool isSymbol(int64_t r) { return in(kS, r); }
bool isTitle(int64_t r) { return in(kLt, r); }

template <bool (*test)(int64_t)>
void predicate(vm::NativeCall& call) {
    call.setBoolean(0, test(call.integer(1)));
}

template <LetterCase which>
void mapCase(vm::NativeCall& call) {
    call.setInteger(0, toCase(which, static_cast<int32_t>(call.integer(1))));
}

} // namespace

std::span<const RuneRange> runeSet(std::string_view name) {
    for (const NamedSet& set : kSets)
        if (set.name == name) return set.ranges;
    return {};
}

bool inSet(std::span<const RuneRange> set, int64_t rune) {
    if (rune < 0 || rune > 0x10FFFF) return false;
    const auto r = static_cast<uint32_t>(rune);
    const auto it = std::ranges::lower_bound(set, r, {}, &RuneRange::high);
    return it != set.end() && it->low <= r;
}

bool isLetter(int64_t r) { return in(kL, r); }
bool isDigit(int64_t r) { return in(kNd, r); }
bool isUpper(int64_t r) { return in(kLu, r); }
bool isLower(int64_t r) { return in(kLl, r); }
bool isSpace(int64_t r) { return in(kWhite_Space, r); }

bool isGraphic(int64_t r) {
    if (r < 0x7F) return r >= 0x20;
    return in(kL, r) || in(kM, r) || in(kN, r) || in(kP, r) || in(kS, r) || in(kZs, r);
}

bool isPrint(int64_t r) { return isGraphic(r) && (r == ' ' || !in(kZs, r)); }

int32_t toCase(LetterCase which, int32_t rune) {
    const auto* it = std::ranges::lower_bound(kCases, static_cast<uint32_t>(std::max(rune, 0)), {}, &CaseRange::high);
    if (rune < 0 || it == std::end(kCases) || it->low > static_cast<uint32_t>(rune)) return rune;
    const int32_t delta = it->delta[static_cast<int>(which)];
    if (delta <= kAlternating) return rune + delta;
    // Upper case letters stand at even distances from the first of such a range.
    const int32_t distance = rune - static_cast<int32_t>(it->low);
    return static_cast<int32_t>(it->low) + ((distance & ~1) | (which == LetterCase::Lower ? 1 : 0));
}

int32_t simpleFold(int32_t rune) {
    if (rune < 0 || rune > kAlternating) return rune;
    const auto* it = std::ranges::lower_bound(kFolds, static_cast<uint32_t>(rune), {}, &Fold::rune);
    if (it != std::end(kFolds) && it->rune == static_cast<uint32_t>(rune)) return static_cast<int32_t>(it->next);
    const int32_t lower = toCase(LetterCase::Lower, rune);
    return lower != rune ? lower : toCase(LetterCase::Upper, rune);
}

void registerUnicode(vm::NativeRegistry& natives) {
    natives.add("unicode.IsDigit", predicate<isDigit>);
    natives.add("unicode.IsGraphic", predicate<isGraphic>);
    natives.add("unicode.IsLetter", predicate<isLetter>);
    natives.add("unicode.IsLower", predicate<isLower>);
    natives.add("unicode.IsMark", predicate<isMark>);
    natives.add("unicode.IsNumber", predicate<isNumber>);
    natives.add("unicode.IsPrint", predicate<isPrint>);
    natives.add("unicode.IsPunct", predicate<isPunct>);
    natives.add("unicode.IsSpace", predicate<isSpace>);
    natives.add("unicode.IsSymbol", predicate<isSymbol>);
    natives.add("unicode.IsTitle", predicate<isTitle>);
    natives.add("unicode.IsUpper", predicate<isUpper>);
    natives.add("unicode.ToLower", mapCase<LetterCase::Lower>);
    natives.add("unicode.ToTitle", mapCase<LetterCase::Title>);
    natives.add("unicode.ToUpper", mapCase<LetterCase::Upper>);
    natives.add("unicode.SimpleFold", [](vm::NativeCall& call) {
        call.setInteger(0, simpleFold(static_cast<int32_t>(call.integer(1))));
    });
    natives.add("unicode.inSet", [](vm::NativeCall& call) {
        call.setBoolean(0, inSet(runeSet(call.text(1)), call.integer(3)));
    });
    natives.add("strconv.IsPrint", predicate<isPrint>);
    natives.add("strconv.IsGraphic", predicate<isGraphic>);
    natives.add("bufio.isSpace", predicate<isSpace>);
    natives.add("fmt.isSpace", predicate<isSpace>);
}

} // namespace unwind::stdlib
