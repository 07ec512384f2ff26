#include "state/explain.h"
#include "state/timeline.h"
#include "support/randomlog.h"

#include <QtTest>

#include <set>

using namespace unwind;
using namespace unwind::state;
using trace::Event;
using trace::Kind;
using unwind::test::LogBuilder;
using unwind::test::RandomLog;
using unwind::test::sampleHeader;

namespace {

/// The explanation of a log's last event.
Explanation explainLast(LogBuilder& b) {
    const trace::LogReader& log = b.log();
    Snapshot before, after;
    Explanation result;
    log.forEach(0, log.size(), [&](const Event& e) {
        before = after;
        fold(after, e);
        if (e.seq + 1 == log.size())
            result = explain(log, e, before, after);
        return true;
    });
    return result;
}

std::string lastSentence(LogBuilder& b) { return sentence(b.log(), explainLast(b)); }
std::string lastCode(LogBuilder& b) { return explainLast(b).code; }

/// A goroutine in the deferred function main.f.func1 that panic 1 runs.
void inDeferredCall(LogBuilder& b) {
    b.running(1).call(1, 0).call(2, 1).deferPush(1, 1).panic(1, R"("boom")").deferBegin(1, DeferWhy::Panic, 1).call(3, 2);
}

} // namespace

class TestExplain : public QObject {
    Q_OBJECT

private slots:
    void codesHaveTemplates();
    void everyEventHasASentence();
    void verdicts();
    void recoverSentences();
    void rulesAreNamed();
    void deferSentences();
    void panics();
    void goexits();
    void statements();
    void statusAndParking();
    void templates();
    void randomLogs();
};

void TestExplain::codesHaveTemplates() {
    std::set<std::string_view> codes, sentences;
    for (std::string_view code : explanationCodes()) {
        QVERIFY2(codes.insert(code).second, std::string(code).c_str());
        const std::string_view english = englishTemplate(code);
        QVERIFY2(!english.empty(), std::string(code).c_str());
        QVERIFY2(sentences.insert(english).second, std::string(code).c_str());
    }
    QVERIFY(englishTemplate("no.such.code").empty());
}

/// Every kind with every code argument, with and without state around it: a known code, and as many arguments as the
/// template names.
void TestExplain::everyEventHasASentence() {
    LogBuilder b;
    inDeferredCall(b);
    const trace::LogReader& log = b.log();
    Snapshot full;
    log.forEach(0, log.size(), [&](const Event& e) {
        fold(full, e);
        return true;
    });
    std::set<std::string> seen;
    for (size_t kind = 0; kind < trace::kKindCount; ++kind) {
        for (uint64_t code = 0; code < 18; ++code) {
            for (uint64_t value : {uint64_t{0}, uint64_t{1}, ~uint64_t{0}}) {
                for (const Snapshot* before : {&full, new Snapshot}) {
                    Event e{.seq = before->count, .kind = Kind(kind), .go = GoId{value ? 1u : 0u}};
                    for (size_t i = 0; i < trace::kMaxArgs; ++i) {
                        e.args[i] = trace::kindArgTag(e.kind, i) == 'c' ? (value > 1 ? value : code) : value;
                    }
                    Snapshot after = *before;
                    fold(after, e);
                    const Explanation x = explain(log, e, *before, after);
                    const std::string_view pattern = englishTemplate(x.code);
                    QVERIFY2(!pattern.empty(), x.code.c_str());
                    for (size_t n = 0; n < 10; ++n) {
                        if (pattern.find("{" + std::to_string(n) + "}") != std::string_view::npos)
                            QVERIFY2(n < x.args.size(), x.code.c_str());
                    }
                    QVERIFY(sentence(log, x).find('{') == std::string::npos);
                    seen.insert(x.code);
                    if (before != &full)
                        delete before;
                }
            }
        }
    }
    QVERIFY2(seen.size() > 100, std::to_string(seen.size()).c_str());
}

void TestExplain::verdicts() {
    std::set<std::string> codes, sentences;
    for (int verdict = 0; verdict <= int(RecoverVerdict::RaisedError); ++verdict) {
        LogBuilder b;
        inDeferredCall(b);
        b.recover(RecoverVerdict(verdict), 1);
        const Explanation x = explainLast(b);
        QVERIFY(codes.insert(x.code).second);
        QVERIFY(sentences.insert(sentence(b.log(), x)).second);
        QVERIFY(!x.rule.empty());
        QCOMPARE(x.go, GoId{1});
    }
    QCOMPARE(codes.size(), size_t(10));
}

void TestExplain::recoverSentences() {
    LogBuilder b;
    inDeferredCall(b);
    b.recover(RecoverVerdict::Recovered, 1, R"("boom")", 2, 1);
    QCOMPARE(lastSentence(b),
             std::string(
                 "recover() returns \"boom\" and stops the panic: main.f.func1, which calls it, is itself a deferred "
                 "call run by this panic. main.f.func1 goes on to its end, then main.f returns to its caller."));
    LogBuilder below;
    inDeferredCall(below);
    below.recover(RecoverVerdict::Recovered, 1, R"("boom")");
    QCOMPARE(lastSentence(below),
             std::string("recover() returns \"boom\" and stops the panic: main.f.func1, which calls it, is not a deferred call, "
                         "but under this profile what a deferred call calls may stop its panic too."));
    LogBuilder c;
    c.running(1).call(1, 0).deferPush(1, 0).deferBegin(1, DeferWhy::Return).call(3, 1);
    c.event(Kind::RecoverCall, {uint64_t(RecoverVerdict::NoPanic), 0, 0, 1, LogBuilder::at(17), 1, 0});
    QCOMPARE(lastSentence(c),
             std::string("recover() returns nil: main.f.func1 runs because its function returns normally; "
                         "G1 is not panicking."));
    LogBuilder d;
    d.running(1).call(1, 0);
    d.event(Kind::RecoverCall, {uint64_t(RecoverVerdict::NoPanic), 0, 0, 0, LogBuilder::at(17), 0, 0});
    QCOMPARE(lastSentence(d), std::string("recover() returns nil: G1 is not panicking."));
}

void TestExplain::rulesAreNamed() {
    LogBuilder b;
    inDeferredCall(b);
    b.recover(RecoverVerdict::DuringGoexit, 1);
    QCOMPARE(explainLast(b).rule, std::string("recover-during-goexit=nil · runtime/panic.go, gorecover"));
    trace::Header header = sampleHeader();
    header.rules = {"recover-during-goexit=intercept"};
    LogBuilder c({}, header);
    inDeferredCall(c);
    c.recover(RecoverVerdict::GoexitObserved, 1);
    QCOMPARE(explainLast(c).code, std::string("recover.goexitIntercepted"));
    QCOMPARE(explainLast(c).rule, std::string("recover-during-goexit=intercept · article §3"));
    LogBuilder d({}, header); // a rule the log does not name: its source alone
    inDeferredCall(d);
    d.recover(RecoverVerdict::RaisedError, 1);
    QCOMPARE(explainLast(d).rule, std::string("article §1"));
}

void TestExplain::deferSentences() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0, 2, "5, \"a\"");
    QCOMPARE(lastSentence(b), std::string("main.main stores the call main.f(5, \"a\"), to be made when main.main ends. "
                                          "The arguments are evaluated now."));
    b.deferPush(2, 0);
    QCOMPARE(lastCode(b), std::string("defer.push"));
    b.deferBegin(2, DeferWhy::Return);
    QCOMPARE(lastSentence(b), std::string("main.main is returning, its results are set: the newest stored call, "
                                          "main.f.func1, runs now."));
    b.call(3, 1);
    QCOMPARE(lastCode(b), std::string("call.deferred"));
    b.ret(3, 1);
    QCOMPARE(lastCode(b), std::string("return.deferred"));
    b.deferEnd(2);
    QCOMPARE(lastSentence(b), std::string("The deferred call main.f.func1 is done."));
    b.panic(1, R"("boom")").deferBegin(1, DeferWhy::Panic, 1);
    QCOMPARE(lastSentence(b),
             std::string("The panic \"boom\" runs the call of main.f stored by main.main. A recover() called "
                         "directly by main.f would stop it."));
}

void TestExplain::panics() {
    LogBuilder b;
    b.running(1).call(1, 0).panic(1, R"("boom")");
    QCOMPARE(lastCode(b), std::string("panic.begin.noDefers"));
    LogBuilder c;
    inDeferredCall(c);
    c.panic(2, R"("second")", 1);
    QCOMPARE(lastSentence(c),
             std::string("G1 panics with \"second\" while the panic \"boom\" is in progress: the newer one takes "
                         "over, recover will see only it."));
    c.event(Kind::PanicAborted, {1, 2});
    QCOMPARE(lastCode(c), std::string("panic.aborted"));
    c.event(Kind::PanicFatal, {2, c.text("x")});
    QCOMPARE(lastCode(c), std::string("panic.fatal"));
    LogBuilder d;
    inDeferredCall(d);
    d.recover(RecoverVerdict::Recovered, 1).ret(3, 2).deferEnd(1).recovered(1, 1);
    QCOMPARE(lastSentence(d),
             std::string("The panic \"boom\" is over: main.f returns to its caller at main.go:18 with its "
                         "results as they stand."));
    d.discard(2, 2);
    QCOMPARE(lastCode(d), std::string("frame.discard.recovered"));
    LogBuilder e;
    inDeferredCall(e);
    e.recover(RecoverVerdict::Recovered, 1).panic(2, R"("boom")", 1);
    QCOMPARE(lastSentence(e),
             std::string("G1 panics with \"boom\" in the deferred call that has just recovered \"boom\"."));
    e.event(Kind::PanicRepanic, {2, 1});
    QCOMPARE(lastCode(e), std::string("panic.repanic"));
}

void TestExplain::goexits() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).goexit(1);
    QCOMPARE(lastCode(b), std::string("goexit.begin"));
    b.deferBegin(1, DeferWhy::Goexit, 1);
    QCOMPARE(lastCode(b), std::string("defer.begin.goexit"));
    b.call(3, 1).panic(2, R"("x")", 1);
    QCOMPARE(lastCode(b), std::string("panic.begin.duringGoexit"));
    b.event(Kind::GoexitResume, {1, 2});
    QCOMPARE(lastSentence(b),
             std::string("The panic \"x\" was recovered, but the Goexit it interrupted goes on: G1 does not "
                         "return to its callers."));
    b.event(Kind::GoexitEnd, {1});
    QCOMPARE(lastCode(b), std::string("goexit.end"));
    b.event(Kind::GoDestroy, {});
    QCOMPARE(lastCode(b), std::string("go.destroy.goexit"));
    LogBuilder c;
    inDeferredCall(c);
    c.goexit(2, 1);
    QCOMPARE(lastCode(c), std::string("goexit.begin.duringPanic"));
    c.event(Kind::PanicAborted, {1, 2});
    QCOMPARE(lastSentence(c),
             std::string("The panic \"boom\" is dropped silently: a deferred call has called runtime.Goexit, "
                         "G1 only ends."));
}

void TestExplain::statements() {
    LogBuilder b;
    b.running(1).call(1, 0).stmt(1);
    QCOMPARE(lastSentence(b), std::string("G1 is about to run main.go:1: package main"));
    b.stmt(9); // the log's text has no such line
    QCOMPARE(lastSentence(b), std::string("G1 is about to run main.go:9."));
}

void TestExplain::statusAndParking() {
    LogBuilder b;
    b.running(1).event(Kind::GoBlock, {uint64_t(WaitReason::ChanReceive), 3});
    QCOMPARE(lastSentence(b), std::string("G1 waits (chan receive): channel 3 has no value to receive."));
    b.status(1, GStatus::Gwaiting, GStatus::Grunnable);
    QCOMPARE(lastSentence(b),
             std::string("_Gwaiting → _Grunnable: what G1 waited for has happened; it may run again."));
    b.goexit(1).status(1, GStatus::Grunning, GStatus::Grunnable);
    QCOMPARE(lastCode(b), std::string("status.exitDetour"));
    b.status(1, GStatus::Grunnable, GStatus::Gdead);
    QCOMPARE(lastCode(b), std::string("status.deadViaRunnable"));
    b.proc(2).event(Kind::RunqSteal, {1, 4});
    QCOMPARE(lastSentence(b), std::string("P2 has nothing to run and steals from P1; goroutines taken: 4."));
}

void TestExplain::templates() {
    const std::vector<std::string> args{"a", "{0}"};
    QCOMPARE(fillTemplate("{1} before {0}, {0}; {2} {x} {", args), std::string("{0} before a, a; {2} {x} {"));
    QCOMPARE(fillTemplate("", args), std::string());
}

void TestExplain::randomLogs() {
    LogBuilder b;
    RandomLog(b, 17).run(5000);
    const trace::LogReader& log = b.log();
    Snapshot before, after;
    log.forEach(0, log.size(), [&](const Event& e) {
        before = after;
        fold(after, e);
        const std::string text = sentence(log, explain(log, e, before, after));
        return !text.empty() && text.find("{0}") == std::string::npos;
    });
    QCOMPARE(after.count, log.size());
}

QTEST_APPLESS_MAIN(TestExplain)
#include "tst_explain.moc"
