#include "std/natives.h"
#include "std/numbers.h"
#include "std/timeformat.h"

#include "runtime/sched.h"
#include "runtime/timer.h"

#include <fmt/format.h>
#include <new>
#include <string>

namespace unwind::stdlib {
namespace {

using runtime::Timer;
using vm::NativeCall;

// The layout of time.Time and the start of the virtual clock stand in resources/std/time/time.go too.
constexpr uint64_t kMarked = uint64_t{1} << 63;
constexpr int kNsecBits = 30;
constexpr int64_t kStartOfRun = 1257894000 + 62135596800 - 59453308800; ///< seconds since 1885

struct GoTime {
    uint64_t wall;
    int64_t ext;
    const void* location;
};

void storeTime(int64_t now, void* out) {
    const auto seconds = static_cast<uint64_t>(kStartOfRun + now / 1'000'000'000);
    const GoTime t{kMarked | seconds << kNsecBits | static_cast<uint64_t>(now % 1'000'000'000), now + 1, nullptr};
    std::memcpy(out, &t, sizeof t);
}

Timer& timerAt(NativeCall& call, int slot) { return *static_cast<Timer*>(call.pointer(slot)); }

void initChan(NativeCall& call) { // (t, c)
    auto* timer = new (call.pointer(0)) Timer;
    timer->kind = Timer::Kind::SendTime;
    timer->channel = static_cast<runtime::Hchan*>(call.pointer(1));
    if (call.sched.profile().timerChannels == profile::TimerChannels::Synchronous) timer->channel->timer = timer;
}

void initFunc(NativeCall& call) { // (t, f)
    auto* timer = new (call.pointer(0)) Timer;
    timer->kind = Timer::Kind::Func;
    timer->payload = call.word(1);
}

void start(NativeCall& call) { // (t, when, period) bool
    call.setBoolean(0, runtime::startTimer(call.sched, timerAt(call, 1), call.integer(2), call.integer(3)));
}

/// value / unit with a fraction of so many digits, without zeros at the end.
std::string withFraction(uint64_t value, int digits) {
    uint64_t unit = 1;
    for (int i = 0; i < digits; ++i) unit *= 10;
    std::string text = std::to_string(value / unit);
    if (value % unit == 0) return text;
    text += fmt::format(".{:0{}}", value % unit, digits);
    while (text.back() == '0') text.pop_back();
    return text;
}

std::string durationText(int64_t ns) {
    if (ns == 0) return "0s";
    const std::string sign = ns < 0 ? "-" : "";
    const uint64_t size = ns < 0 ? -static_cast<uint64_t>(ns) : static_cast<uint64_t>(ns);
    if (size < 1'000) return sign + std::to_string(size) + "ns";
    if (size < 1'000'000) return sign + withFraction(size, 3) + "µs";
    if (size < 1'000'000'000) return sign + withFraction(size, 6) + "ms";
    const uint64_t minutes = size / 60'000'000'000;
    std::string text = sign;
    if (minutes >= 60) text += std::to_string(minutes / 60) + 'h';
    if (minutes > 0) text += std::to_string(minutes % 60) + 'm';
    return text + withFraction(size % 60'000'000'000, 9) + 's';
}

enum { kFine, kInvalid, kNoUnit, kBadUnit };

struct Duration {
    int64_t ns = 0;
    int how = kInvalid;
    std::string unit;
};

uint64_t unitOf(std::string_view name) {
    constexpr std::pair<std::string_view, uint64_t> units[] = {
        {"ns", 1}, {"us", 1'000}, {"µs", 1'000}, {"μs", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000},
        {"m", 60'000'000'000}, {"h", 3'600'000'000'000}};
    for (const auto& [spelled, ns] : units)
        if (spelled == name) return ns;
    return 0;
}

Duration parseDuration(std::string_view s) {
    const bool negative = s.starts_with("-");
    if (negative || s.starts_with("+")) s.remove_prefix(1);
    if (s == "0") return {0, kFine, ""};
    if (s.empty()) return {};
    constexpr unsigned __int128 most = uint64_t{1} << 63;
    unsigned __int128 total = 0;
    while (!s.empty()) {
        unsigned __int128 whole = 0, fraction = 0, scale = 1;
        size_t digits = 0, i = 0;
        for (; i < s.size() && s[i] >= '0' && s[i] <= '9'; ++i, ++digits) {
            whole = whole * 10 + static_cast<unsigned>(s[i] - '0');
            if (whole > most) return {};
        }
        if (i < s.size() && s[i] == '.') {
            for (++i; i < s.size() && s[i] >= '0' && s[i] <= '9'; ++i, ++digits) {
                if (scale > uint64_t{1'000'000'000'000'000}) continue;
                fraction = fraction * 10 + static_cast<unsigned>(s[i] - '0');
                scale *= 10;
            }
        }
        if (digits == 0) return {};
        s.remove_prefix(i);
        const size_t end = std::min(s.find_first_of(".0123456789"), s.size());
        if (end == 0) return {0, kNoUnit, ""};
        const uint64_t unit = unitOf(s.substr(0, end));
        if (unit == 0) return {0, kBadUnit, std::string(s.substr(0, end))};
        s.remove_prefix(end);
        total += whole * unit + fraction * unit / scale;
        if (total > most) return {};
    }
    if (!negative && total > most - 1) return {};
    const auto size = static_cast<uint64_t>(total);
    return {static_cast<int64_t>(negative ? -size : size), kFine, ""};
}

void parseDurationCall(NativeCall& call) { // (s) ns, how, unit
    const Duration d = parseDuration(call.text(4));
    call.setInteger(0, d.ns);
    call.setInteger(1, d.how);
    call.setText(2, d.unit);
}

void formatted(NativeCall& call) { // (layout, sec, nsec, zone, offset) string
    call.setText(0, formatTime(call.text(2), {call.integer(4), call.integer(5), call.text(6), call.integer(8)}));
}

void parsed(NativeCall& call) { // (layout, value) ok, sec, nsec, kind, zone, offset, layoutElem, valueElem, message
    const ParsedTime t = parseTime(call.text(13), call.text(15));
    call.setBoolean(0, t.ok);
    call.setInteger(1, t.seconds);
    call.setInteger(2, t.nanoseconds);
    call.setInteger(3, static_cast<int64_t>(t.zone));
    for (int slot : {4, 7, 9, 11}) call.setString(slot, {});
    call.setInteger(6, t.offset);
    call.setText(4, t.name);
    call.setText(7, t.layoutElem);
    call.setText(9, t.valueElem);
    call.setText(11, t.message);
}

void monotonic(NativeCall& call) { // (ns) string
    const int64_t ns = call.integer(2);
    const uint64_t size = ns < 0 ? -static_cast<uint64_t>(ns) : static_cast<uint64_t>(ns);
    call.setText(0, fmt::format("{}{}.{:09}", ns < 0 ? '-' : '+', size / 1'000'000'000, size % 1'000'000'000));
}

void remainder(NativeCall& call) { // (sec, nsec, d) int64
    const __int128 total = static_cast<__int128>(call.integer(1)) * 1'000'000'000 + call.integer(2);
    __int128 rest = total % call.integer(3);
    if (rest < 0) rest += call.integer(3);
    call.setInteger(0, static_cast<int64_t>(rest));
}

} // namespace

void registerTime(vm::NativeRegistry& natives) {
    natives.timeValue = storeTime;
    natives.add("time.runtimeNano", [](NativeCall& call) { call.setInteger(0, call.sched.now()); });
    natives.add("time.Sleep", [](NativeCall& call) { runtime::timeSleep(call.sched, call.integer(0)); });
    natives.add("time.initChan", initChan);
    natives.add("time.initFunc", initFunc);
    natives.add("time.start", start);
    natives.add("time.stop", [](NativeCall& call) {
        call.setBoolean(0, runtime::stopTimer(call.sched, timerAt(call, 1)));
    });
    natives.add("time.durationText", [](NativeCall& call) { call.setText(0, durationText(call.integer(2))); });
    natives.add("time.parseDuration", parseDurationCall);
    natives.add("time.formatted", formatted);
    natives.add("time.parsed", parsed);
    natives.add("time.monotonic", monotonic);
    natives.add("time.remainder", remainder);
}

} // namespace unwind::stdlib
