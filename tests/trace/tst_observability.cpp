#include "support/logbuilder.h"
#include "trace/observability.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace unwind;
using namespace unwind::trace;
using unwind::test::LogBuilder;

namespace {

LogBuilder& put(LogBuilder& b, RecordKind kind, const char* name, const char* attributes, uint64_t value) {
    return b.event(Kind::Record, {uint64_t(kind), b.text(name), b.text(attributes), value});
}

/// G2 logs, counts and works in two spans, of which the inner one fails and the outer one never ends.
void report(LogBuilder& b) {
    b.go(2).proc(0).time(1000);
    put(b, RecordKind::SpanBegin, "outer", R"({"trace":1})", 1);
    put(b, RecordKind::SpanBegin, "inner", R"({"parent":1,"trace":1})", 2);
    put(b, RecordKind::Log, "full", "{\"level\":\"WARN\",\"disk\":\"a\\\"b\",\"n\":7}", 4);
    put(b, RecordKind::Count, "exits_total", R"({"reason":"timeout"})", 1);
    put(b, RecordKind::Count, "exits_total", R"({"reason":"timeout"})", 2);
    put(b, RecordKind::Count, "exits_total", "{\"reason\":\"a\\\"b\\\\\"}", 1);
    put(b, RecordKind::Count, "alone_total", "{}", 5);
    put(b, RecordKind::SpanEnd, "inner", R"({"error":"broke","n":1})", 2);
}

} // namespace

class TestObservability : public QObject {
    Q_OBJECT

private slots:
    void whatWasReported();
    void upToAnEvent();
    void indexAnswersEveryEvent();
    void attributesInWords();
    void jsonLines();
    void prometheus();
    void otlp();
    void nothing();
};

void TestObservability::whatWasReported() {
    LogBuilder b;
    report(b);
    const Observability seen = observe(b.log(), b.log().size());
    QCOMPARE(seen.logs.size(), size_t{1});
    QCOMPARE(seen.logs[0].level, std::string("WARN"));
    QCOMPARE(seen.logs[0].attributes, std::string("{\"disk\":\"a\\\"b\",\"n\":7}"));
    QCOMPARE(seen.counters.size(), size_t{3});
    QCOMPARE(seen.counters[0].name, std::string("alone_total"));
    QCOMPARE(seen.counters[2].value, uint64_t{3});
    QCOMPARE(seen.spans.size(), size_t{2});
    QVERIFY(!seen.spans[0].end);
    QCOMPARE(seen.spans[1].parent, uint64_t{1});
    QVERIFY(seen.spans[1].end);
    QCOMPARE(seen.spans[1].go, GoId{2});
}

void TestObservability::upToAnEvent() {
    LogBuilder b;
    report(b);
    const Observability seen = observe(b.log(), 4);
    QCOMPARE(seen.counters.size(), size_t{1});
    QCOMPARE(seen.counters[0].value, uint64_t{1});
    QVERIFY(!seen.spans[1].end);
}

void TestObservability::indexAnswersEveryEvent() {
    LogBuilder b;
    report(b);
    Reports reports;
    b.log().forEach(0, b.log().size(), [&](const Event& e) {
        if (e.kind == Kind::Record) reports.add(b.log(), e);
        return true;
    });
    for (Seq end = 0; end <= b.log().size(); ++end) {
        const Observability seen = observe(b.log(), end);
        size_t counted = 0;
        for (const Reports::Counter& counter : reports.counters()) {
            const auto [seq, total] = counter.before(end);
            if (seq == kNoSeq) continue;
            ++counted;
            auto same = std::find_if(seen.counters.begin(), seen.counters.end(), [&](const CounterSeries& series) {
                return series.name == counter.name && series.labels == counter.labels;
            });
            QVERIFY(same != seen.counters.end());
            QCOMPARE(same->value, total);
            QCOMPARE(same->last, seq);
        }
        QCOMPARE(counted, seen.counters.size());
        for (size_t i = 0; i < seen.spans.size(); ++i) {
            QCOMPARE(reports.spans()[i].number, seen.spans[i].number);
            QCOMPARE(reports.spans()[i].endSeq < end, seen.spans[i].end.has_value());
        }
    }
    QVERIFY(reports.spans()[1].failed);
    QCOMPARE(reports.spans()[1].trace, uint64_t{1});
}

void TestObservability::attributesInWords() {
    QCOMPARE(attributeWords(R"({"reason":"timeout","n":7,"ok":true,"disk":"a b","none":"","in":{"x":1}})"),
             std::string("reason=timeout n=7 ok=true disk=\"a b\" none=\"\" in=\"{\\\"x\\\":1}\""));
    QCOMPARE(attributeWords("{}"), std::string());
}

void TestObservability::jsonLines() {
    LogBuilder b;
    report(b);
    std::istringstream lines(exportObservability(b.log(), b.log().size(), ObservabilityFormat::JsonLines));
    std::vector<std::string> kinds;
    for (std::string line; std::getline(lines, line);) kinds.push_back(nlohmann::json::parse(line).at("kind"));
    QCOMPARE(kinds, (std::vector<std::string>{"span begin", "span begin", "log", "count", "count", "count", "count", "span end"}));
    lines.clear();
    lines.seekg(0);
    std::string line;
    for (int i = 0; i < 3; ++i) std::getline(lines, line);
    QCOMPARE(line, std::string(R"({"time":"2009-11-10T23:00:00.000001020Z","seq":2,"goroutine":"G2","kind":"log","level":"WARN",)"
                               "\"message\":\"full\",\"attributes\":{\"disk\":\"a\\\"b\",\"n\":7}}"));
}

void TestObservability::prometheus() {
    LogBuilder b;
    report(b);
    QCOMPARE(exportObservability(b.log(), b.log().size(), ObservabilityFormat::Prometheus),
             std::string("# TYPE alone_total counter\nalone_total 5\n# TYPE exits_total counter\n"
                         "exits_total{reason=\"a\\\"b\\\\\"} 1\nexits_total{reason=\"timeout\"} 3\n"));
}

void TestObservability::otlp() {
    LogBuilder b;
    report(b);
    std::istringstream lines(exportObservability(b.log(), b.log().size(), ObservabilityFormat::Otlp));
    std::string spans, logs, metrics;
    std::getline(lines, spans);
    std::getline(lines, logs);
    std::getline(lines, metrics);
    const auto list = nlohmann::json::parse(spans)["resourceSpans"][0]["scopeSpans"][0]["spans"];
    QCOMPARE(list.size(), size_t{2});
    QCOMPARE(list[0]["traceId"], list[1]["traceId"]);
    QCOMPARE(list[1]["parentSpanId"], list[0]["spanId"]);
    QCOMPARE(list[1]["status"]["code"].get<int>(), 2);
    QCOMPARE(list[1]["startTimeUnixNano"].get<std::string>(), std::string("1257894000000001010"));
    QVERIFY(list[0]["attributes"].dump().find("unwind.unfinished") != std::string::npos);
    const auto record = nlohmann::json::parse(logs)["resourceLogs"][0]["scopeLogs"][0]["logRecords"][0];
    QCOMPARE(record["severityNumber"].get<int>(), 13);
    QCOMPARE(record["body"]["stringValue"].get<std::string>(), std::string("full"));
    const auto sums = nlohmann::json::parse(metrics)["resourceMetrics"][0]["scopeMetrics"][0]["metrics"];
    QCOMPARE(sums.size(), size_t{2});
    QCOMPARE(sums[1]["sum"]["dataPoints"][1]["asInt"].get<std::string>(), std::string("3"));
}

void TestObservability::nothing() {
    LogBuilder b;
    b.go(1).proc(0).event(Kind::GoDestroy, {});
    for (auto format : {ObservabilityFormat::JsonLines, ObservabilityFormat::Prometheus, ObservabilityFormat::Otlp})
        QVERIFY(exportObservability(b.log(), b.log().size(), format).empty());
    QVERIFY(observabilityFormat("otlp") == ObservabilityFormat::Otlp);
    QVERIFY(!observabilityFormat("png"));
}

QTEST_APPLESS_MAIN(TestObservability)
#include "tst_observability.moc"
