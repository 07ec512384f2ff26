#include "std/layout.h"

#include <cctype>

namespace unwind::stdlib {
namespace {

struct Spelling {
    std::string_view text;
    Elem elem;
};

// Longer spellings come before those they begin with.
constexpr Spelling kSpellings[] = {
    {"January", Elem::LongMonth}, {"Jan", Elem::Month}, {"Monday", Elem::LongWeekDay}, {"Mon", Elem::WeekDay},
    {"MST", Elem::ZoneName}, {"002", Elem::ZeroYearDay}, {"01", Elem::ZeroMonth}, {"02", Elem::ZeroDay},
    {"03", Elem::ZeroHour12}, {"04", Elem::ZeroMinute}, {"05", Elem::ZeroSecond}, {"06", Elem::Year}, {"15", Elem::Hour},
    {"1", Elem::NumMonth}, {"2006", Elem::LongYear}, {"2", Elem::Day}, {"__2", Elem::UnderYearDay}, {"_2", Elem::UnderDay},
    {"3", Elem::Hour12}, {"4", Elem::Minute}, {"5", Elem::Second}, {"PM", Elem::UpperPM}, {"pm", Elem::LowerPM},
    {"-070000", Elem::NumSeconds}, {"-07:00:00", Elem::NumColonSeconds}, {"-0700", Elem::NumZone},
    {"-07:00", Elem::NumColon}, {"-07", Elem::NumShort}, {"Z070000", Elem::IsoSeconds},
    {"Z07:00:00", Elem::IsoColonSeconds}, {"Z0700", Elem::IsoZone}, {"Z07:00", Elem::IsoColon}, {"Z07", Elem::IsoShort},
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A point or comma and zeros or nines, with no digit behind.
size_t fractionLength(std::string_view s) {
    if (s.size() < 2 || (s[0] != '.' && s[0] != ',') || (s[1] != '0' && s[1] != '9')) return 0;
    size_t end = 1;
    while (end < s.size() && s[end] == s[1]) ++end;
    return end < s.size() && isDigit(s[end]) ? 0 : end;
}

} // namespace

LayoutStep nextElem(std::string_view layout) {
    for (size_t i = 0; i < layout.size(); ++i) {
        const std::string_view here = layout.substr(i);
        if (const size_t n = fractionLength(here))
            return {layout.substr(0, i), here[1] == '0' ? Elem::Fraction0 : Elem::Fraction9, here.substr(0, n), here.substr(n)};
        // _2006 is an underscore before a year.
        if (here.starts_with("_2006")) return {layout.substr(0, i + 1), Elem::LongYear, here.substr(1, 4), here.substr(5)};
        for (const Spelling& s : kSpellings) {
            if (!here.starts_with(s.text)) continue;
            // "Month" and "Janet" hold no names of months and days.
            if ((s.elem == Elem::Month || s.elem == Elem::WeekDay) && here.size() > 3 && std::islower(here[3])) break;
            return {layout.substr(0, i), s.elem, here.substr(0, s.text.size()), here.substr(s.text.size())};
        }
    }
    return {layout, Elem::None, {}, {}};
}

} // namespace unwind::stdlib
