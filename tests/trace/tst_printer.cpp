#include "support/logbuilder.h"
#include "trace/exporters.h"
#include "trace/printer.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace unwind;
using namespace unwind::trace;
using unwind::test::LogBuilder;

class TestPrinter : public QObject {
    Q_OBJECT

private slots:
    void tables();
    void lines();
    void everyKindPrints();
    void chromeTrace();
};

void TestPrinter::tables() {
    for (size_t i = 0; i < kKindCount; ++i) {
        QVERIFY(!kindName(Kind(i)).empty());
        QVERIFY(!kindSentence(Kind(i)).empty());
        QVERIFY(kindArgCount(Kind(i)) <= kMaxArgs);
        for (size_t a = 0; a < kindArgCount(Kind(i)); ++a) {
            QVERIFY(std::string_view("gpmdnfslci").find(kindArgTag(Kind(i), a)) != std::string_view::npos);
            QVERIFY(!kindArgName(Kind(i), a).empty());
            if (kindArgTag(Kind(i), a) == 'c')
                QVERIFY(!codeText(Kind(i), a, 0).empty());
            QVERIFY(codeText(Kind(i), a, 1000).empty());
        }
        QVERIFY(kindArgName(Kind(i), kMaxArgs).empty());
    }
    QCOMPARE(waitReasonText(WaitReason::SelectNoCases), std::string_view("select (no cases)"));
    QCOMPARE(statusText(GStatus::Gwaiting), std::string_view("_Gwaiting"));
    QCOMPARE(kindArgName(Kind::RecoverCall, 0), std::string_view("verdict"));
    QCOMPARE(codeText(Kind::RecoverCall, 0, uint64_t(RecoverVerdict::NotDirect)), std::string_view("NotDirect"));
}

void TestPrinter::lines() {
    LogBuilder b;
    b.go(1).proc(0).time(1250).deferPush(1, 0, 3, "\"a\", 5").recover(RecoverVerdict::DuringGoexit, 2);
    b.proc(-1).go(0).event(Kind::RunqSteal, {packProc(ProcId{3}), 4});
    const LogReader& log = b.log();
    QCOMPARE(eventLine(log, log.at(0)),
             std::string("      0        1.250us  P0 G1   DeferPush         defer=d1 function=main.f.func1 depth=0 "
                         "at=main.go:12:2 args=\"\\\"a\\\", 5\""));
    QCOMPARE(eventLine(log, log.at(1)),
             std::string("      1        1.260us  P0 G1   RecoverCall       verdict=DuringGoexit panic=p2 value=\"\" "
                         "depth=2 at=main.go:17:2 defer=- resume=-"));
    QCOMPARE(eventLine(log, log.at(2)),
             std::string("      2        1.270us   - -    RunqSteal         victim=P3 count=4"));
}

void TestPrinter::everyKindPrints() {
    LogBuilder b;
    const LogReader& log = b.log();
    for (size_t i = 0; i < kKindCount; ++i) {
        for (uint64_t value : {uint64_t{0}, uint64_t{1}, ~uint64_t{0}}) {
            Event e{.kind = Kind(i)};
            e.args.fill(value);
            QVERIFY(eventLine(log, e).find(kindName(Kind(i))) != std::string::npos);
        }
    }
}

void TestPrinter::chromeTrace() {
    LogBuilder b;
    b.event(Kind::ProgramStart, {1}).running(1);
    b.call(1, 0).deferPush(1, 0).create(2).call(2, 1).panic(1, "boom").deferBegin(1, DeferWhy::Panic, 1).call(3, 2);
    b.recover(RecoverVerdict::Recovered, 1, "boom").ret(3, 2).deferEnd(1).recovered(1, 0).discard(2, 1).ret(1, 0);
    b.event(Kind::GoDestroy, {}).event(Kind::GoStart, {2});
    std::ostringstream out;
    QVERIFY(exportChromeTrace(b.log(), out));
    const auto json = nlohmann::json::parse(out.str());
    int open = 0, begun = 0, instants = 0, arrows = 0, landed = 0;
    for (const auto& e : json.at("traceEvents")) {
        const std::string phase = e.at("ph");
        if (phase == "i")
            ++instants;
        if (phase == "s")
            ++arrows;
        if (phase == "f")
            ++landed;
        if (e.at("pid") != 1)
            continue;
        if (phase == "B")
            ++open, ++begun;
        if (phase == "E")
            --open;
        QVERIFY(open >= 0);
    }
    QCOMPARE(begun, 4); // main, f, the deferred call, its function
    QCOMPARE(open, 0);
    QVERIFY(instants >= 4);
    QCOMPARE(arrows, 1);
    QCOMPARE(landed, 1);
    std::ostringstream broken;
    broken.setstate(std::ios::badbit);
    QVERIFY(!exportChromeTrace(b.log(), broken));
}

QTEST_APPLESS_MAIN(TestPrinter)
#include "tst_printer.moc"
