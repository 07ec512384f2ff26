// The elements of a time layout: 2006, Jan, 15, .000 and so on.
#pragma once

#include <array>
#include <string_view>

namespace unwind::stdlib {

enum class Elem {
    None, LongMonth, Month, NumMonth, ZeroMonth, LongWeekDay, WeekDay, Day, UnderDay, ZeroDay, UnderYearDay, ZeroYearDay,
    Hour, Hour12, ZeroHour12, Minute, ZeroMinute, Second, ZeroSecond, LongYear, Year, UpperPM, LowerPM, ZoneName,
    IsoZone, IsoSeconds, IsoShort, IsoColon, IsoColonSeconds, NumZone, NumSeconds, NumShort, NumColon, NumColonSeconds,
    Fraction0, Fraction9
};

struct LayoutStep {
    std::string_view before; ///< literal text
    Elem elem = Elem::None;
    std::string_view text;   ///< the element as written in the layout
    std::string_view rest;
};

/// The next element of a layout.
LayoutStep nextElem(std::string_view layout);

inline constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March", "April", "May", "June", "July",
                                                             "August", "September", "October", "November", "December"};
inline constexpr std::array<std::string_view, 7> kDays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
                                                          "Saturday"};

} // namespace unwind::stdlib
