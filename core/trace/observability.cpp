#include "trace/observability.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <functional>
#include <map>
#include <tuple>

namespace unwind::trace {
namespace {

using Json = nlohmann::ordered_json;

constexpr Time kClockBegins = 1'257'894'000'000'000'000; ///< 2009-11-10 23:00:00 UTC, in Unix nanoseconds

Json parsed(std::string_view text) {
    Json object = Json::parse(text, nullptr, false);
    return object.is_object() ? object : Json::object();
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// "2009-11-10T23:00:00.000001500Z"
std::string clockText(Time time) {
    const auto ns = static_cast<uint64_t>(kClockBegins + time);
    const auto seconds = static_cast<time_t>(ns / 1'000'000'000);
    std::tm tm{};
    gmtime_r(&seconds, &tm);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:09}Z", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                       tm.tm_sec, ns % 1'000'000'000);
}

std::string unixNano(Time time) { return std::to_string(kClockBegins + time); }
std::string spanId(uint64_t number) { return fmt::format("{:016x}", number); }
std::string traceId(uint64_t number) { return fmt::format("{:032x}", number); }

void forEachRecord(const LogReader& log, Seq end, const std::function<void(const Event&)>& visit) {
    log.forEach(0, std::min(end, log.size()), [&](const Event& e) {
        if (e.kind == Kind::Record) visit(e);
        return true;
    });
}

// JSON lines ------------------------------------------------------------------------------------------------------

class LineWriter {
public:
    explicit LineWriter(const LogReader& log) : m_log(log) {}
    void add(const Event& e) {
        Json line{{"time", clockText(e.time)}, {"seq", e.seq}, {"goroutine", fmt::format("G{}", e.go.value)}};
        Json attributes = parsed(m_log.string(e.args[2]));
        const std::string name(m_log.string(e.args[1]));
        switch (RecordKind(e.args[0])) {
        case RecordKind::Log:
            line.update({{"kind", "log"}, {"level", attributes.value("level", "")}, {"message", name}});
            attributes.erase("level");
            line["attributes"] = std::move(attributes);
            break;
        case RecordKind::Count:
            m_totals[{name, dumped(attributes)}] += e.args[3];
            line.update({{"kind", "count"}, {"name", name}, {"add", e.args[3]}, {"value", m_totals[{name, dumped(attributes)}]}});
            line["labels"] = std::move(attributes);
            break;
        case RecordKind::SpanBegin:
            line.update({{"kind", "span begin"}, {"name", name}, {"span", spanId(e.args[3])},
                         {"trace", traceId(attributes.value("trace", e.args[3]))}});
            if (attributes.contains("parent")) line["parent"] = spanId(attributes.value("parent", uint64_t{0}));
            break;
        case RecordKind::SpanEnd:
            line.update({{"kind", "span end"}, {"name", name}, {"span", spanId(e.args[3])}});
            line["attributes"] = std::move(attributes);
            break;
        case RecordKind::State:
            line.update({{"kind", "state"}, {"machine", name}, {"state", attributes.value("state", "")}, {"cause", attributes.value("cause", "")}});
            break;
        }
        m_text += dumped(line) + "\n";
    }
    std::string take() { return std::move(m_text); }

private:
    const LogReader& m_log;
    std::string m_text;
    std::map<std::pair<std::string, std::string>, uint64_t> m_totals;
};

std::string jsonLines(const LogReader& log, Seq end) {
    LineWriter writer(log);
    forEachRecord(log, end, [&](const Event& e) { writer.add(e); });
    return writer.take();
}

// Prometheus ------------------------------------------------------------------------------------------------------

std::string labelText(const std::string& value) {
    std::string text;
    for (char c : value) {
        if (c == '\n') text += "\\n";
        else if (c == '"' || c == '\\') text += std::string("\\") + c;
        else text += c;
    }
    return text;
}

std::string prometheus(const Observability& seen) {
    std::string text, last;
    for (const CounterSeries& series : seen.counters) {
        if (series.name != last) text += fmt::format("# TYPE {} counter\n", series.name);
        last = series.name;
        const Json object = parsed(series.labels);
        std::string labels;
        for (const auto& [key, value] : object.items())
            labels += fmt::format("{}{}=\"{}\"", labels.empty() ? "" : ",", key, labelText(value.is_string() ? value.get<std::string>() : dumped(value)));
        text += fmt::format("{}{} {}\n", series.name, labels.empty() ? "" : "{" + labels + "}", series.value);
    }
    return text;
}

// OTLP ------------------------------------------------------------------------------------------------------------

Json otlpValue(const Json& value) {
    if (value.is_boolean()) return {{"boolValue", value}};
    if (value.is_number_integer()) return {{"intValue", dumped(value)}};
    if (value.is_number()) return {{"doubleValue", value}};
    return {{"stringValue", value.is_string() ? value.get<std::string>() : dumped(value)}};
}

Json otlpAttributes(const Json& object) {
    Json list = Json::array();
    for (const auto& [key, value] : object.items()) list.push_back(Json{{"key", key}, {"value", otlpValue(value)}});
    return list;
}

Json otlpSpan(const SpanRecord& span, Time end) {
    Json attributes = parsed(span.attributes);
    attributes["goroutine"] = span.go.value;
    if (!span.end) attributes["unwind.unfinished"] = true;
    Json json{{"traceId", traceId(span.trace)}, {"spanId", spanId(span.number)}};
    if (span.parent) json["parentSpanId"] = spanId(span.parent);
    json.update({{"name", span.name}, {"kind", 1}, {"startTimeUnixNano", unixNano(span.begin)},
                 {"endTimeUnixNano", unixNano(span.end.value_or(end))}});
    if (attributes.contains("error")) json["status"] = Json{{"code", 2}, {"message", attributes.value("error", "")}};
    json["attributes"] = otlpAttributes(attributes);
    return json;
}

/// OTLP's numbers: 5 debug, 9 info, 13 warn, 17 error; "INFO+2" is 11.
int severity(const std::string& level) {
    static const std::map<std::string, int> known{{"DEBUG", 5}, {"INFO", 9}, {"WARN", 13}, {"ERROR", 17}};
    const size_t sign = std::min(level.find_first_of("+-"), level.size());
    auto it = known.find(level.substr(0, sign));
    if (it == known.end()) return 0;
    return std::clamp(it->second + std::atoi(level.c_str() + sign), 1, 24);
}

Json otlpLog(const LogLine& line) {
    Json attributes = parsed(line.attributes);
    attributes["goroutine"] = line.go.value;
    return {{"timeUnixNano", unixNano(line.time)}, {"severityNumber", severity(line.level)}, {"severityText", line.level},
            {"body", {{"stringValue", line.message}}}, {"attributes", otlpAttributes(attributes)}};
}

Json otlpMetrics(const Observability& seen) {
    Json metrics = Json::array();
    for (const CounterSeries& series : seen.counters) {
        if (metrics.empty() || metrics.back()["name"] != series.name)
            metrics.push_back(Json{{"name", series.name},
                                   {"sum", {{"aggregationTemporality", 2}, {"isMonotonic", true}, {"dataPoints", Json::array()}}}});
        metrics.back()["sum"]["dataPoints"].push_back(
            Json{{"attributes", otlpAttributes(parsed(series.labels))}, {"startTimeUnixNano", unixNano(0)},
                 {"timeUnixNano", unixNano(seen.end)}, {"asInt", std::to_string(series.value)}});
    }
    return metrics;
}

/// {"resourceSpans": [{resource, "scopeSpans": [{scope, "spans": records}]}]}, and so for logs and metrics.
std::string otlpLine(const std::string& program, const char* resources, const char* scopes, const char* records, Json list) {
    if (list.empty()) return {};
    Json scope{{"scope", {{"name", "unwind"}}}, {records, std::move(list)}};
    Json resource{{"resource", {{"attributes", otlpAttributes(Json{{"service.name", program}})}}}};
    resource[scopes] = Json::array({std::move(scope)});
    Json line;
    line[resources] = Json::array({std::move(resource)});
    return dumped(line) + "\n";
}

std::string otlp(const LogReader& log, const Observability& seen) {
    Json spans = Json::array(), logs = Json::array();
    for (const SpanRecord& span : seen.spans) spans.push_back(otlpSpan(span, seen.end));
    for (const LogLine& line : seen.logs) logs.push_back(otlpLog(line));
    const std::string& program = log.header().program;
    return otlpLine(program, "resourceSpans", "scopeSpans", "spans", std::move(spans)) +
           otlpLine(program, "resourceLogs", "scopeLogs", "logRecords", std::move(logs)) +
           otlpLine(program, "resourceMetrics", "scopeMetrics", "metrics", otlpMetrics(seen));
}

} // namespace

LogLine logLine(const LogReader& log, const Reports::Line& line) {
    Json attributes = parsed(log.string(line.attributes));
    const std::string level = attributes.value("level", "");
    attributes.erase("level");
    return {line.seq, line.time, line.go, level, std::string(log.string(line.message)), dumped(attributes)};
}

std::string attributeWords(std::string_view object) {
    const Json attributes = parsed(object);
    std::string words;
    for (const auto& [key, value] : attributes.items()) {
        const std::string text = value.is_string() ? value.get<std::string>() : dumped(value);
        const bool plain = !text.empty() && text.find_first_of(" =\"\n\t") == std::string::npos;
        words += fmt::format("{}{}={}", words.empty() ? "" : " ", key, plain ? text : dumped(text));
    }
    return words;
}

StateChange stateChange(const LogReader& log, const Event& record) {
    const Json attributes = parsed(log.string(record.args[2]));
    return {std::string(log.string(record.args[1])), attributes.value("state", ""), attributes.value("cause", "")};
}

Observability observe(const LogReader& log, Seq end) {
    Reports reports;
    forEachRecord(log, end, [&](const Event& e) { reports.add(log, e); });
    Observability seen;
    for (const Reports::Line& line : reports.lines()) seen.logs.push_back(logLine(log, line));
    for (const Reports::Counter& c : reports.counters()) seen.counters.push_back({c.name, c.labels, c.totals.back().second, c.totals.back().first});
    std::sort(seen.counters.begin(), seen.counters.end(),
              [](const auto& a, const auto& b) { return std::tie(a.name, a.labels) < std::tie(b.name, b.labels); });
    for (const Reports::Span& s : reports.spans()) {
        SpanRecord& span = seen.spans.emplace_back(SpanRecord{s.seq, s.number, s.trace, s.parent, std::string(log.string(s.name)), s.go, s.begin, {}, "{}"});
        if (s.endSeq == kNoSeq) continue;
        span.end = s.end;
        span.attributes = log.string(s.attributes);
    }
    end = std::min(end, log.size());
    if (end > 0)
        log.forEach(end - 1, end, [&](const Event& e) {
            seen.end = e.time;
            return true;
        });
    return seen;
}

std::optional<ObservabilityFormat> observabilityFormat(std::string_view name) {
    if (name == "jsonl") return ObservabilityFormat::JsonLines;
    if (name == "prometheus") return ObservabilityFormat::Prometheus;
    if (name == "otlp") return ObservabilityFormat::Otlp;
    return {};
}

std::string exportObservability(const LogReader& log, Seq end, ObservabilityFormat format) {
    switch (format) {
    case ObservabilityFormat::JsonLines: return jsonLines(log, end);
    case ObservabilityFormat::Prometheus: return prometheus(observe(log, end));
    case ObservabilityFormat::Otlp: return otlp(log, observe(log, end));
    }
    return {};
}

} // namespace unwind::trace
