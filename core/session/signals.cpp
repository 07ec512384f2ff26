#include "session/signals.h"

#include "runtime/signal.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace unwind::session {
namespace {

constexpr std::string_view kMark = "//unwind:signal ";

std::optional<double> unitOf(std::string_view name) {
    constexpr std::pair<std::string_view, double> units[] = {{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}};
    for (const auto& [spelled, ns] : units)
        if (spelled == name) return ns;
    return {};
}

std::optional<Time> duration(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    const auto unit = unitOf({at, size_t(end - at)});
    if (error != std::errc() || !unit || value < 0 || value * *unit > 9e18) return {};
    return Time(value * *unit);
}

std::vector<std::string> headerSignals(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with("package ")) break;
        if (line.starts_with(kMark)) {
            const std::string_view rest = line.substr(kMark.size());
            found.emplace_back(rest.substr(0, rest.find_last_not_of(" \t\r") + 1));
        }
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return found;
}

} // namespace

Result<int> signalNumber(std::string_view name) {
    if (const auto* signal = runtime::findSignal(name)) return signal->number;
    std::string names;
    for (const auto& signal : runtime::signalTable()) names += fmt::format("{}{}", names.empty() ? "" : ", ", signal.name);
    return Error{fmt::format("There is no signal {} to send; there are {}.", name, names)};
}

Result<std::pair<int, Time>> plannedSignal(std::string_view text) {
    const size_t sign = std::min(text.find('@'), text.size());
    auto number = signalNumber(text.substr(0, sign));
    if (!number) return Error{number.error()};
    const auto at = duration(text.substr(std::min(sign + 1, text.size())));
    if (!at) return Error{fmt::format("A signal is planned as SIGTERM@2s or SIGINT@150ms, not \"{}\".", text)};
    return std::pair{*number, *at};
}

std::vector<std::string> plannedTexts(const Options& options, const bytecode::Program& program) {
    if (!options.signals.empty() || program.files.empty()) return options.signals;
    return headerSignals(program.files.front().text);
}

Result<std::vector<std::pair<int, Time>>> plannedSignals(const Options& options, const bytecode::Program& program) {
    std::vector<std::pair<int, Time>> planned;
    for (const std::string& text : plannedTexts(options, program)) {
        auto signal = plannedSignal(text);
        if (!signal) return Error{signal.error()};
        planned.push_back(*signal);
    }
    return planned;
}

} // namespace unwind::session
