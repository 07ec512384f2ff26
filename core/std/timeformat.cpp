#include "std/timeformat.h"

#include "std/layout.h"

#include <cstdlib>
#include <fmt/format.h>

namespace unwind::stdlib {
namespace {

constexpr int64_t kDay = 86400;

struct Fields {
    int64_t year = 0;
    int month = 0, day = 0, yearDay = 0, weekDay = 0, hour = 0, minute = 0, second = 0;
};

Fields fieldsOf(int64_t seconds) {
    Fields f;
    const int64_t days = seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
    const auto rest = static_cast<int>(seconds - days * kDay);
    civilFromDays(days, f.year, f.month, f.day);
    f.yearDay = static_cast<int>(days - daysFromCivil(f.year, 1, 1)) + 1;
    f.weekDay = static_cast<int>(((days + 1) % 7 + 7) % 7);
    f.hour = rest / 3600;
    f.minute = rest / 60 % 60;
    f.second = rest % 60;
    return f;
}

std::string fraction(std::string_view spelled, int64_t nanoseconds) {
    const size_t digits = std::min<size_t>(spelled.size() - 1, 9);
    std::string text = fmt::format("{:09}", nanoseconds).substr(0, digits);
    if (spelled[1] == '9') {
        while (!text.empty() && text.back() == '0') text.pop_back();
        if (text.empty()) return "";
    }
    return spelled[0] + text;
}

std::string offsetText(Elem elem, int64_t offset) {
    const bool iso = elem >= Elem::IsoZone && elem <= Elem::IsoColonSeconds;
    if (iso && offset == 0) return "Z";
    const int64_t size = std::abs(offset);
    const bool colon = elem == Elem::IsoColon || elem == Elem::NumColon || elem == Elem::IsoColonSeconds ||
                       elem == Elem::NumColonSeconds;
    const bool seconds = elem == Elem::IsoSeconds || elem == Elem::NumSeconds || elem == Elem::IsoColonSeconds ||
                         elem == Elem::NumColonSeconds;
    std::string text = fmt::format("{}{:02}", offset < 0 ? '-' : '+', size / 3600);
    if (elem == Elem::IsoShort || elem == Elem::NumShort) return text;
    text += fmt::format("{}{:02}", colon ? ":" : "", size / 60 % 60);
    if (seconds) text += fmt::format("{}{:02}", colon ? ":" : "", size % 60);
    return text;
}

std::string zoneName(const LocalTime& time) {
    if (!time.zone.empty()) return std::string(time.zone);
    const int64_t minutes = time.offset / 60;
    const int64_t size = std::abs(minutes);
    return fmt::format("{}{:02}{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

std::string elemText(const LayoutStep& step, const Fields& f, const LocalTime& time) {
    const int hour12 = f.hour % 12 == 0 ? 12 : f.hour % 12;
    switch (step.elem) {
    case Elem::LongMonth: return std::string(kMonths[static_cast<size_t>(f.month - 1)]);
    case Elem::Month: return std::string(kMonths[static_cast<size_t>(f.month - 1)].substr(0, 3));
    case Elem::NumMonth: return fmt::format("{}", f.month);
    case Elem::ZeroMonth: return fmt::format("{:02}", f.month);
    case Elem::LongWeekDay: return std::string(kDays[static_cast<size_t>(f.weekDay)]);
    case Elem::WeekDay: return std::string(kDays[static_cast<size_t>(f.weekDay)].substr(0, 3));
    case Elem::Day: return fmt::format("{}", f.day);
    case Elem::UnderDay: return fmt::format("{:2}", f.day);
    case Elem::ZeroDay: return fmt::format("{:02}", f.day);
    case Elem::UnderYearDay: return fmt::format("{:3}", f.yearDay);
    case Elem::ZeroYearDay: return fmt::format("{:03}", f.yearDay);
    case Elem::Hour: return fmt::format("{:02}", f.hour);
    case Elem::Hour12: return fmt::format("{}", hour12);
    case Elem::ZeroHour12: return fmt::format("{:02}", hour12);
    case Elem::Minute: return fmt::format("{}", f.minute);
    case Elem::ZeroMinute: return fmt::format("{:02}", f.minute);
    case Elem::Second: return fmt::format("{}", f.second);
    case Elem::ZeroSecond: return fmt::format("{:02}", f.second);
    case Elem::LongYear: return f.year < 0 ? fmt::format("-{:04}", -f.year) : fmt::format("{:04}", f.year);
    case Elem::Year: return fmt::format("{:02}", (f.year % 100 + 100) % 100);
    case Elem::UpperPM: return f.hour >= 12 ? "PM" : "AM";
    case Elem::LowerPM: return f.hour >= 12 ? "pm" : "am";
    case Elem::ZoneName: return zoneName(time);
    case Elem::Fraction0:
    case Elem::Fraction9: return fraction(step.text, time.nanoseconds);
    case Elem::None: return "";
    default: return offsetText(step.elem, time.offset);
    }
}

} // namespace

/// Years begin in March here, so that the leap day comes last.
int64_t daysFromCivil(int64_t year, int month, int day) {
    const int64_t y = month <= 2 ? year - 1 : year;
    const int64_t era = (y >= 0 ? y : y - 399) / 400;
    const int64_t yearOfEra = y - era * 400;
    const int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 306;
}

void civilFromDays(int64_t days, int64_t& year, int& month, int& day) {
    days += 306;
    const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const int64_t dayOfEra = days - era * 146097;
    const int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const auto m = static_cast<int>((5 * dayOfYear + 2) / 153);
    day = static_cast<int>(dayOfYear) - (153 * m + 2) / 5 + 1;
    month = m < 10 ? m + 3 : m - 9;
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
}

std::string formatTime(std::string_view layout, const LocalTime& time) {
    const Fields f = fieldsOf(time.seconds);
    std::string out;
    while (!layout.empty()) {
        const LayoutStep step = nextElem(layout);
        out += step.before;
        out += elemText(step, f, time);
        layout = step.rest;
    }
    return out;
}

} // namespace unwind::stdlib
