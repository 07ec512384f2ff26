// Reading a time by a layout. Counterpart: time/format.go's parse.
#include "std/layout.h"
#include "std/timeformat.h"

#include <optional>

namespace unwind::stdlib {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

class TimeParser {
public:
    TimeParser(std::string_view layout, std::string_view value) : m_layout(layout), m_value(value) {}
    ParsedTime run();

private:
    bool literal(std::string_view text);
    bool element(const LayoutStep& step);
    bool number(int& out, int least, int most);
    bool inRange(int value, int low, int high, std::string_view what);
    template <class Names>
    bool name(const Names& names, size_t length, int& out, int first);
    bool fraction(size_t digits);
    bool zoneName();
    bool zoneOffset(Elem elem);
    bool halfDay(bool upper);
    ParsedTime finish();
    bool range(std::string_view what) {
        m_result.message = ": " + std::string(what) + " out of range";
        return false;
    }

    std::string_view m_layout, m_value;
    ParsedTime m_result;
    int m_year = 0, m_month = 0, m_day = 0, m_yearDay = 0, m_hour = 0, m_minute = 0, m_second = 0, m_unused = 0;
    bool m_hasYear = false, m_pm = false, m_am = false, m_hour12 = false;
};

/// Spaces fit any number of spaces.
bool TimeParser::literal(std::string_view text) {
    for (; !text.empty(); text.remove_prefix(1)) {
        if (text[0] == ' ') {
            if (!m_value.empty() && m_value[0] != ' ') return false;
            while (text.size() > 1 && text[1] == ' ') text.remove_prefix(1);
            while (!m_value.empty() && m_value[0] == ' ') m_value.remove_prefix(1);
            continue;
        }
        if (m_value.empty() || m_value[0] != text[0]) return false;
        m_value.remove_prefix(1);
    }
    return true;
}

bool TimeParser::number(int& out, int least, int most) {
    int value = 0, n = 0;
    while (n < most && n < static_cast<int>(m_value.size()) && isDigit(m_value[static_cast<size_t>(n)]))
        value = value * 10 + (m_value[static_cast<size_t>(n++)] - '0');
    if (n < least) return false;
    m_value.remove_prefix(static_cast<size_t>(n));
    out = value;
    return true;
}

bool TimeParser::inRange(int value, int low, int high, std::string_view what) {
    return (value >= low && value <= high) || range(what);
}

template <class Names>
bool TimeParser::name(const Names& names, size_t length, int& out, int first) {
    for (size_t i = 0; i < names.size(); ++i) {
        const std::string_view wanted = names[i].substr(0, length);
        if (m_value.size() < wanted.size()) continue;
        bool same = true;
        for (size_t k = 0; k < wanted.size(); ++k) same = same && lower(wanted[k]) == lower(m_value[k]);
        if (!same) continue;
        m_value.remove_prefix(wanted.size());
        out = static_cast<int>(i) + first;
        return true;
    }
    return false;
}

/// A point and that many digits; 0 for as many as there are.
bool TimeParser::fraction(size_t digits) {
    size_t n = 1;
    while (n < m_value.size() && isDigit(m_value[n]) && (digits == 0 || n <= digits)) ++n;
    if (m_value.empty() || (m_value[0] != '.' && m_value[0] != ',') || n < 2 || (digits > 0 && n != digits + 1)) return false;
    int64_t ns = 0;
    for (size_t i = 1; i <= 9; ++i) ns = ns * 10 + (i < n ? m_value[i] - '0' : 0);
    m_result.nanoseconds = ns;
    m_value.remove_prefix(n);
    return true;
}

bool TimeParser::halfDay(bool upper) {
    const std::string_view am = upper ? "AM" : "am", pm = upper ? "PM" : "pm";
    if (m_value.starts_with(pm)) m_pm = true;
    else if (m_value.starts_with(am)) m_am = true;
    else return false;
    m_value.remove_prefix(2);
    return true;
}

/// Three or four capitals, GMT with an offset, or an offset alone.
bool TimeParser::zoneName() {
    if (m_value.starts_with("UTC")) {
        m_result.zone = ParsedTime::Zone::Utc;
        m_value.remove_prefix(3);
        return true;
    }
    size_t n = 0;
    while (n < m_value.size() && n < 6 && m_value[n] >= 'A' && m_value[n] <= 'Z') ++n;
    if (n == 0 && m_value.size() >= 3 && (m_value[0] == '+' || m_value[0] == '-') && isDigit(m_value[1]) && isDigit(m_value[2]))
        n = m_value.size() >= 5 && isDigit(m_value[3]) && isDigit(m_value[4]) ? 5 : 3;
    else if (n != 3 && !(n == 4 && (m_value[3] == 'T' || m_value.starts_with("WITA"))) && !(n == 5 && m_value[4] == 'T'))
        return false;
    m_result.zone = ParsedTime::Zone::Name;
    m_result.name = std::string(m_value.substr(0, n));
    m_value.remove_prefix(n);
    return true;
}

bool TimeParser::zoneOffset(Elem elem) {
    const bool iso = elem >= Elem::IsoZone && elem <= Elem::IsoColonSeconds;
    if (iso && m_value.starts_with("Z")) {
        m_value.remove_prefix(1);
        m_result.zone = ParsedTime::Zone::Utc;
        return true;
    }
    const bool colon = elem == Elem::IsoColon || elem == Elem::NumColon || elem == Elem::IsoColonSeconds ||
                       elem == Elem::NumColonSeconds;
    const bool isShort = elem == Elem::IsoShort || elem == Elem::NumShort;
    const bool seconds = elem == Elem::IsoSeconds || elem == Elem::NumSeconds || elem == Elem::IsoColonSeconds ||
                         elem == Elem::NumColonSeconds;
    if (m_value.empty() || (m_value[0] != '+' && m_value[0] != '-')) return false;
    const int sign = m_value[0] == '-' ? -1 : 1;
    m_value.remove_prefix(1);
    const auto part = [&](bool separated, int& out) {
        if (separated && colon) {
            if (!m_value.starts_with(":")) return false;
            m_value.remove_prefix(1);
        }
        return number(out, 2, 2);
    };
    int h = 0, m = 0, s = 0;
    if (!part(false, h) || (!isShort && !part(true, m)) || (seconds && !part(true, s))) return false;
    if (h > 24) return range("time zone offset hour");
    if (m > 60) return range("time zone offset minute");
    if (s > 60) return range("time zone offset second");
    m_result.offset = sign * (h * 3600 + m * 60 + s);
    m_result.zone = ParsedTime::Zone::Offset;
    return true;
}

bool TimeParser::element(const LayoutStep& step) {
    switch (step.elem) {
    case Elem::LongYear:
        m_hasYear = true;
        return number(m_year, 4, 4);
    case Elem::Year:
        m_hasYear = true;
        if (!number(m_year, 2, 2)) return false;
        m_year += m_year >= 69 ? 1900 : 2000;
        return true;
    case Elem::LongMonth: return name(kMonths, std::string_view::npos, m_month, 1);
    case Elem::Month: return name(kMonths, 3, m_month, 1);
    case Elem::NumMonth:
    case Elem::ZeroMonth:
        return number(m_month, step.elem == Elem::ZeroMonth ? 2 : 1, 2) && inRange(m_month, 1, 12, "month");
    case Elem::LongWeekDay: return name(kDays, std::string_view::npos, m_unused, 0);
    case Elem::WeekDay: return name(kDays, 3, m_unused, 0);
    case Elem::Day:
    case Elem::UnderDay:
    case Elem::ZeroDay:
        if (step.elem == Elem::UnderDay && m_value.starts_with(" ")) m_value.remove_prefix(1);
        if (!number(m_day, step.elem == Elem::ZeroDay ? 2 : 1, 2)) return false;
        return m_day > 0 || range("day");
    case Elem::UnderYearDay:
    case Elem::ZeroYearDay:
        for (int i = 0; i < 2 && step.elem == Elem::UnderYearDay && m_value.starts_with(" "); ++i) m_value.remove_prefix(1);
        return number(m_yearDay, step.elem == Elem::ZeroYearDay ? 3 : 1, 3);
    case Elem::Hour: return number(m_hour, 1, 2) && inRange(m_hour, 0, 23, "hour");
    case Elem::Hour12:
    case Elem::ZeroHour12:
        m_hour12 = true;
        return number(m_hour, step.elem == Elem::ZeroHour12 ? 2 : 1, 2) && inRange(m_hour, 0, 12, "hour");
    case Elem::Minute:
    case Elem::ZeroMinute:
        return number(m_minute, step.elem == Elem::ZeroMinute ? 2 : 1, 2) && inRange(m_minute, 0, 59, "minute");
    case Elem::Second:
    case Elem::ZeroSecond: {
        if (!number(m_second, step.elem == Elem::ZeroSecond ? 2 : 1, 2) || !inRange(m_second, 0, 59, "second")) return false;
        // A fraction may follow seconds even if the layout has none.
        const Elem next = nextElem(step.rest).elem;
        const bool follows = m_value.size() >= 2 && (m_value[0] == '.' || m_value[0] == ',') && isDigit(m_value[1]);
        return !follows || next == Elem::Fraction0 || next == Elem::Fraction9 || fraction(0);
    }
    case Elem::UpperPM: return halfDay(true);
    case Elem::LowerPM: return halfDay(false);
    case Elem::ZoneName: return zoneName();
    case Elem::Fraction0: return fraction(step.text.size() - 1);
    case Elem::Fraction9: {
        const bool follows = m_value.size() >= 2 && (m_value[0] == '.' || m_value[0] == ',') && isDigit(m_value[1]);
        return !follows || fraction(0);
    }
    default: return zoneOffset(step.elem);
    }
}

bool isLeap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int daysIn(int month, int year) {
    if (month == 2) return isLeap(year) ? 29 : 28;
    return 30 + ((month + (month >> 3)) & 1);
}

ParsedTime TimeParser::finish() {
    if (m_hour12 && m_pm && m_hour < 12) m_hour += 12;
    else if (m_hour12 && m_am && m_hour == 12) m_hour = 0;
    if (m_yearDay > 0) {
        if (m_yearDay > (isLeap(m_year) ? 366 : 365)) return range("day-of-year"), m_result;
        int64_t year = 0;
        civilFromDays(daysFromCivil(m_year, 1, 1) + m_yearDay - 1, year, m_month, m_day);
    }
    if (m_month == 0) m_month = 1;
    if (m_day == 0) m_day = 1;
    if (m_day > daysIn(m_month, m_year)) return range("day"), m_result;
    m_result.seconds = daysFromCivil(m_year, m_month, m_day) * 86400 + m_hour * 3600 + m_minute * 60 + m_second;
    m_result.ok = true;
    return m_result;
}

ParsedTime TimeParser::run() {
    while (true) {
        const LayoutStep step = nextElem(m_layout);
        const std::string_view before = m_value;
        if (!literal(step.before)) {
            m_result.layoutElem = std::string(step.before);
            m_result.valueElem = std::string(m_value);
            return m_result;
        }
        if (step.elem == Elem::None) {
            if (m_value.empty()) return finish();
            m_result.message = ": extra text: \"" + std::string(m_value) + '"';
            return m_result;
        }
        const std::string_view at = m_value;
        if (!element(step)) {
            m_result.layoutElem = std::string(step.text);
            m_result.valueElem = std::string(m_result.message.empty() ? at : before);
            return m_result;
        }
        m_layout = step.rest;
    }
}

} // namespace

ParsedTime parseTime(std::string_view layout, std::string_view value) { return TimeParser(layout, value).run(); }

} // namespace unwind::stdlib
