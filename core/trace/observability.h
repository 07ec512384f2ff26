// What a program reported of itself (Record events): log lines, counters, spans and states, up to an event of the log; and the formats in
// which other tools take them: JSON lines, Prometheus' text, OTLP's JSON (a line for spans, logs and metrics each, as the
// OpenTelemetry Collector's file receiver reads them). The virtual clock begins at 2009-11-10 23:00:00 UTC.
#pragma once

#include "trace/reports.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::trace {

struct LogLine {
    Seq seq = 0;
    Time time = 0;
    GoId go;
    std::string level, message;
    std::string attributes; ///< a JSON object, without the level
};

struct CounterSeries {
    std::string name;
    std::string labels; ///< a JSON object of strings
    uint64_t value = 0;
    Seq last = 0;       ///< when it was counted last
};

struct SpanRecord {
    Seq seq = 0; ///< of its begin
    uint64_t number = 0, trace = 0, parent = 0;
    std::string name;
    GoId go;
    Time begin = 0;
    std::optional<Time> end;
    std::string attributes = "{}"; ///< a JSON object; "error" marks a failed span
};

struct Observability {
    std::vector<LogLine> logs;
    std::vector<CounterSeries> counters; ///< by name, then by labels
    std::vector<SpanRecord> spans;       ///< as they began
    Time end = 0;                        ///< of the last event looked at
};

LogLine logLine(const LogReader& log, const Reports::Line& line);
/// {"reason":"timeout","n":7} as "reason=timeout n=7", with quotes where a text needs them.
std::string attributeWords(std::string_view object);

/// A Record of kind State: one of the program's parts enters a state.
struct StateChange {
    std::string machine, state, cause;
};
StateChange stateChange(const LogReader& log, const Event& record);

/// What was reported before event `end`, but for states: state::History has those.
Observability observe(const LogReader& log, Seq end);

enum class ObservabilityFormat : uint8_t { JsonLines, Prometheus, Otlp };
/// "jsonl", "prometheus", "otlp".
std::optional<ObservabilityFormat> observabilityFormat(std::string_view name);
std::string exportObservability(const LogReader& log, Seq end, ObservabilityFormat format);

} // namespace unwind::trace
