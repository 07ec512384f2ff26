#include "trace/reports.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace unwind::trace {

std::pair<Seq, uint64_t> Reports::Counter::before(Seq end) const {
    auto behind = std::partition_point(totals.begin(), totals.end(), [&](const auto& total) { return total.first < end; });
    return behind == totals.begin() ? std::pair{kNoSeq, uint64_t{0}} : *std::prev(behind);
}

void Reports::add(const LogReader& log, const Event& record) {
    switch (RecordKind(record.args[0])) {
    case RecordKind::Log: m_lines.push_back({record.seq, record.time, record.go, record.args[1], record.args[2]}); break;
    case RecordKind::Count: count(log, record); break;
    case RecordKind::SpanBegin: beginSpan(log, record); break;
    case RecordKind::SpanEnd: endSpan(log, record); break;
    case RecordKind::State: break; // state::PathIndex takes those
    }
}

void Reports::count(const LogReader& log, const Event& record) {
    const std::string name(log.string(record.args[1])), labels(log.string(record.args[2]));
    auto [found, isNew] = m_counterOf.try_emplace({name, labels}, m_counters.size());
    if (isNew) m_counters.push_back({name, labels, {}});
    auto& totals = m_counters[found->second].totals;
    totals.emplace_back(record.seq, (totals.empty() ? 0 : totals.back().second) + record.args[3]);
}

void Reports::beginSpan(const LogReader& log, const Event& record) {
    const auto place = nlohmann::json::parse(log.string(record.args[2]), nullptr, false);
    auto numbered = [&](const char* key, uint64_t otherwise) {
        const bool known = place.is_object() && place.contains(key) && place[key].is_number_unsigned();
        return known ? place[key].get<uint64_t>() : otherwise;
    };
    const uint64_t number = record.args[3];
    m_openSpans[number] = m_spans.size();
    m_spans.push_back({record.seq, kNoSeq, record.time, 0, record.go, number, numbered("trace", number), numbered("parent", 0),
                       record.args[1], 0, false});
}

void Reports::endSpan(const LogReader& log, const Event& record) {
    auto open = m_openSpans.find(record.args[3]);
    if (open == m_openSpans.end()) return; // its begin fell out of the log
    Span& span = m_spans[open->second];
    m_openSpans.erase(open);
    span.endSeq = record.seq;
    span.end = record.time;
    span.attributes = record.args[2];
    const auto attributes = nlohmann::json::parse(log.string(record.args[2]), nullptr, false);
    span.failed = attributes.is_object() && attributes.contains("error");
}

} // namespace unwind::trace
