// Layouts of package time, by which times are written and read. Counterpart: time/format.go.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unwind::stdlib {

/// A moment as the clocks of a place show it: seconds since 1 January of the year 1 there, and the place's zone.
struct LocalTime {
    int64_t seconds = 0;
    int64_t nanoseconds = 0;
    std::string_view zone;
    int64_t offset = 0; ///< seconds east of UTC
};

std::string formatTime(std::string_view layout, const LocalTime& time);

struct ParsedTime {
    enum class Zone : uint8_t { None, Utc, Offset, Name };
    bool ok = false;
    int64_t seconds = 0; ///< local, since the year 1
    int64_t nanoseconds = 0;
    Zone zone = Zone::None;
    std::string name;    ///< of the zone
    int64_t offset = 0;
    std::string layoutElem, valueElem, message; ///< what is wrong
};

ParsedTime parseTime(std::string_view layout, std::string_view value);

/// Days since 1 January of the year 1 and back, in the Gregorian calendar.
int64_t daysFromCivil(int64_t year, int month, int day);
void civilFromDays(int64_t days, int64_t& year, int& month, int& day);

} // namespace unwind::stdlib
