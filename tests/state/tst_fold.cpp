#include "state/timeline.h"
#include "support/logbuilder.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::state;
using trace::Kind;
using unwind::test::LogBuilder;

namespace {

Snapshot folded(LogBuilder& b) {
    Snapshot s;
    const trace::LogReader& log = b.log();
    log.forEach(0, log.size(), [&](const trace::Event& e) {
        fold(s, e);
        return true;
    });
    return s;
}

std::vector<uint64_t> deferIds(const Goroutine& g) {
    std::vector<uint64_t> ids;
    for (const Defer& d : g.defers)
        ids.push_back(d.id.value);
    return ids;
}

const GoId kG1{1}, kG2{2};

} // namespace

class TestFold : public QObject {
    Q_OBJECT

private slots:
    void program();
    void goroutineLife();
    void waiting();
    void processors();
    void queues();
    void timersAndChannels();
    void framesAndStatements();
    void frameHealing();
    void deferredByReturn();
    void deferredInLoopBody();
    void deferWithoutCalls();
    void skipped();
    void panicRecovered();
    void panicReplaced();
    void repanicAndFatal();
    void goexit();
    void goexitSurvivesRecover();
    void goexitIntercepted();
    void goexitDropsPanic();
    void recoverFacts();
    void gap();
    void nonsense();
};

void TestFold::program() {
    LogBuilder b;
    b.event(Kind::ProgramStart, {4}).go(1).output("a").output("b", 2);
    b.event(Kind::ProgramExit, {uint64_t(int64_t{-3}), b.text("why"), uint64_t(SkipCause::OsExit)});
    const Snapshot s = folded(b);
    QCOMPARE(s.processors.size(), size_t(4));
    QCOMPARE(s.processors[3].id, ProcId{3});
    QCOMPARE(s.outputCount, size_t(2));
    QVERIFY(s.exited);
    QCOMPARE(s.exitCode, -3);
    QVERIFY(s.exitCause == SkipCause::OsExit);
    QCOMPARE(s.exitedBy, GoId{1});
    QCOMPARE(b.log().string(s.exitReason), std::string_view("why"));
    QCOMPARE(s.count, Seq(4));
    QCOMPARE(s.time, Time(30));
    QVERIFY(!s.afterGap);
}

void TestFold::goroutineLife() {
    LogBuilder b;
    b.proc(0).running(1).create(2, 2, 7);
    Snapshot s = folded(b);
    QCOMPARE(s.find(kG2)->parent, kG1);
    QCOMPARE(s.find(kG2)->function, FuncId{2});
    QCOMPARE(s.find(kG2)->created.line, 7u);
    QVERIFY(s.find(kG2)->status == GStatus::Gidle);
    QCOMPARE(s.find(kG1)->parent, GoId{});
    QVERIFY(s.find(kG1)->status == GStatus::Grunning);
    QCOMPARE(s.find(kG1)->proc, ProcId{0});
    QCOMPARE(s.find(ProcId{0})->running, kG1);
    b.event(Kind::GoStop, {uint64_t(trace::StopReason::Gosched)}).status(1, GStatus::Grunning, GStatus::Grunnable);
    s = folded(b);
    QCOMPARE(s.find(ProcId{0})->running, GoId{});
    QCOMPARE(s.find(kG1)->proc, kNoProc);
    b.event(Kind::GoStart, {1}).call(1, 0).deferPush(1, 0);
    b.status(1, GStatus::Grunning, GStatus::Gdead).event(Kind::GoDestroy, {});
    s = folded(b);
    QVERIFY(s.find(kG1)->status == GStatus::Gdead);
    QVERIFY(s.find(kG1)->frames.empty());
    QVERIFY(s.find(kG1)->defers.empty());
    QVERIFY(s.find(kG1)->ended != kNoSeq);
    QCOMPARE(s.goroutines.size(), size_t(2));
}

void TestFold::waiting() {
    LogBuilder b;
    b.running(1).event(Kind::GoBlock, {uint64_t(WaitReason::ChanReceive), 42});
    b.status(1, GStatus::Grunning, GStatus::Gwaiting);
    Snapshot s = folded(b);
    QVERIFY(s.find(kG1)->wait == WaitReason::ChanReceive);
    QCOMPARE(s.find(kG1)->waitObject, 42u);
    QCOMPARE(s.find(ProcId{0})->running, GoId{});
    b.go(2).event(Kind::GoUnblock, {1}).status(1, GStatus::Gwaiting, GStatus::Grunnable);
    s = folded(b);
    QVERIFY(s.find(kG1)->wait == WaitReason::None);
    QCOMPARE(s.find(kG1)->waitObject, 0u);
}

void TestFold::processors() {
    LogBuilder b;
    b.proc(2).event(Kind::ProcStart, {7}).event(Kind::SpinBegin, {});
    Snapshot s = folded(b);
    QCOMPARE(s.find(ProcId{2})->machine, MachineId{7});
    QVERIFY(s.find(ProcId{2})->spinning);
    b.event(Kind::SpinEnd, {});
    QVERIFY(!folded(b).find(ProcId{2})->spinning);
    b.event(Kind::ProcStop, {});
    QCOMPARE(folded(b).find(ProcId{2})->machine, kNoMachine);
    QVERIFY(!s.find(ProcId{9}));
    QVERIFY(!s.find(kNoProc));
}

void TestFold::queues() {
    LogBuilder b;
    const auto put = [&](uint64_t p, uint64_t g, QueuePlace place) { b.event(Kind::RunqPut, {p, g, uint64_t(place)}); };
    const auto get = [&](uint64_t p, uint64_t g, QueuePlace place) { b.event(Kind::RunqGet, {p, g, uint64_t(place)}); };
    const uint64_t none = trace::packProc(kNoProc);
    put(1, 5, QueuePlace::RunNext);
    for (uint64_t g : {6, 7, 8})
        put(1, g, QueuePlace::RingTail);
    put(1, 9, QueuePlace::RingHead);
    for (uint64_t g : {10, 11})
        put(none, g, QueuePlace::GlobalTail);
    put(none, 12, QueuePlace::GlobalHead);
    Snapshot s = folded(b);
    QCOMPARE(s.find(ProcId{1})->runnext, GoId{5});
    QVERIFY((s.find(ProcId{1})->ring == std::deque{GoId{9}, GoId{6}, GoId{7}, GoId{8}}));
    QVERIFY((s.globalQueue == std::deque{GoId{12}, GoId{10}, GoId{11}}));
    get(1, 5, QueuePlace::RunNext);
    get(1, 9, QueuePlace::RingHead);
    get(1, 7, QueuePlace::RingHead); // out of order: taken where it is
    get(1, 8, QueuePlace::RingTail);
    get(none, 12, QueuePlace::GlobalHead);
    get(none, 99, QueuePlace::GlobalHead);
    b.event(Kind::RunqSteal, {1, 3});
    s = folded(b);
    QCOMPARE(s.find(ProcId{1})->runnext, GoId{});
    QVERIFY((s.find(ProcId{1})->ring == std::deque{GoId{6}}));
    QVERIFY((s.globalQueue == std::deque{GoId{10}, GoId{11}}));
}

void TestFold::timersAndChannels() {
    LogBuilder b;
    b.go(1).event(Kind::TimerStart, {1, 500}).event(Kind::TimerStart, {2, 700}).event(Kind::TimerStart, {3, 900});
    b.event(Kind::TimerStop, {1}).event(Kind::TimerFire, {2});
    b.event(Kind::ChanMake, {4, 2, b.text("int"), LogBuilder::at(3)}).event(Kind::ChanSend, {4, 0, 1});
    Snapshot s = folded(b);
    QCOMPARE(s.timers.size(), size_t(1));
    QCOMPARE(s.timers.at(3), Time(900));
    QCOMPARE(s.channels.at(4).capacity, 2u);
    QCOMPARE(s.channels.at(4).length, 1u);
    QVERIFY(!s.channels.at(4).closed);
    b.event(Kind::ChanRecv, {4, 0, 0}).event(Kind::ChanClose, {4}).event(Kind::ChanClose, {77});
    s = folded(b);
    QCOMPARE(s.channels.at(4).length, 0u);
    QVERIFY(s.channels.at(4).closed);
    QVERIFY(!s.channels.contains(77));
}

void TestFold::framesAndStatements() {
    LogBuilder b;
    b.running(1).call(1, 0).stmt(4).call(2, 1, 4).stmt(11);
    Snapshot s = folded(b);
    QCOMPARE(s.find(kG1)->frames.size(), size_t(2));
    QCOMPARE(s.find(kG1)->frames[0].at.line, 4u);
    QCOMPARE(s.find(kG1)->frames[1].at.line, 11u);
    QCOMPARE(s.find(kG1)->frames[1].function, FuncId{2});
    QCOMPARE(s.find(kG1)->at.line, 11u);
    b.ret(2, 1);
    s = folded(b);
    QCOMPARE(s.find(kG1)->frames.size(), size_t(1));
    b.ret(1, 0);
    QVERIFY(folded(b).find(kG1)->frames.empty());
}

void TestFold::frameHealing() {
    LogBuilder b;
    b.go(1).call(2, 3).stmt(11); // the log begins in the middle
    Snapshot s = folded(b);
    QCOMPARE(s.find(kG1)->frames.size(), size_t(4));
    QCOMPARE(s.find(kG1)->frames[0].function, FuncId{});
    b.call(2, 1);
    QCOMPARE(folded(b).find(kG1)->frames.size(), size_t(2));
}

void TestFold::deferredByReturn() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).call(2, 1).deferPush(2, 1, 3, "5").deferPush(3, 1);
    Snapshot s = folded(b);
    QCOMPARE(deferIds(*s.find(kG1)), (std::vector<uint64_t>{1, 2, 3}));
    QCOMPARE(b.log().string(s.find(kG1)->defers[1].args), std::string_view("5"));
    QVERIFY(s.find(kG1)->defers[2].state == DeferState::Pending);
    b.deferBegin(3, DeferWhy::Return);
    b.call(3, 2);
    s = folded(b);
    QVERIFY(s.find(kG1)->findDefer(DeferId{3})->state == DeferState::Running);
    QCOMPARE(s.find(kG1)->frames.back().deferred, DeferId{3});
    QCOMPARE(s.find(kG1)->frames[1].deferred, DeferId{});
    b.call(2, 3).ret(2, 3).ret(3, 2).deferEnd(3);
    s = folded(b);
    QVERIFY(s.find(kG1)->findDefer(DeferId{3})->state == DeferState::Done);
    QVERIFY(s.find(kG1)->findDefer(DeferId{3})->ended != kNoSeq);
    QCOMPARE(deferIds(*s.find(kG1)), (std::vector<uint64_t>{1, 2, 3}));
    b.deferBegin(2, DeferWhy::Return)
        .deferEnd(2)
        .call(3, 2)
        .ret(2, 1); // 2 was native: the call after it is not its frame
    s = folded(b);
    QCOMPARE(deferIds(*s.find(kG1)), (std::vector<uint64_t>{1}));
}

void TestFold::deferredInLoopBody() {
    LogBuilder b;
    b.running(1).call(1, 0).call(2, 1).deferPush(1, 1).call(3, 2).deferPush(2, 0).deferPush(3, 1).deferPush(4, 0);
    QCOMPARE(deferIds(*folded(b).find(kG1)), (std::vector<uint64_t>{2, 4, 1, 3}));
    b.ret(3, 2).ret(2, 1);
    QCOMPARE(deferIds(*folded(b).find(kG1)), (std::vector<uint64_t>{2, 4}));
}

void TestFold::deferWithoutCalls() {
    LogBuilder b; // Detail::Scheduling: no Call, no Return
    b.running(1).deferPush(1, 0).deferPush(2, 1).deferPush(3, 1);
    b.deferBegin(3, DeferWhy::Return).deferEnd(3).deferBegin(2, DeferWhy::Return).deferEnd(2);
    QCOMPARE(folded(b).find(kG1)->defers.size(), size_t(3));
    b.deferPush(4, 1); // another function at the depth of the one that ended
    QCOMPARE(deferIds(*folded(b).find(kG1)), (std::vector<uint64_t>{1, 4}));
    b.deferBegin(4, DeferWhy::Return).deferEnd(4).deferBegin(1, DeferWhy::Return);
    QCOMPARE(deferIds(*folded(b).find(kG1)), (std::vector<uint64_t>{1}));
}

void TestFold::skipped() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).running(2).call(1, 0).deferPush(2, 0);
    b.go(0).event(Kind::DeferSkip, {1, uint64_t(SkipCause::MainReturned)});
    b.go(2).event(Kind::DeferSkip, {2, uint64_t(SkipCause::GoexitRule)}).event(Kind::GoDestroy, {});
    const Snapshot s = folded(b);
    QVERIFY(s.find(kG1)->defers[0].state == DeferState::Skipped);
    QVERIFY(s.find(kG1)->defers[0].skipped == SkipCause::MainReturned);
    QCOMPARE(s.find(kG2)->defers.size(), size_t(1)); // it stays: never to run
}

void TestFold::panicRecovered() {
    LogBuilder b;
    b.running(1).call(1, 0).call(2, 1).deferPush(1, 1).call(2, 2).panic(1, "boom");
    Snapshot s = folded(b);
    const Panic* p = s.find(kG1)->findPanic(PanicId{1});
    QVERIFY(p->state == PanicState::Running && s.find(kG1)->unwindingPanic() && !s.find(kG1)->unwindingGoexit());
    QCOMPARE(b.log().string(p->value), std::string_view("boom"));
    QCOMPARE(b.log().string(p->type), std::string_view("string"));
    QCOMPARE(p->at.line, 15u);
    b.deferBegin(1, DeferWhy::Panic, 1).call(3, 3).recover(RecoverVerdict::Recovered, 1, "boom");
    s = folded(b);
    QVERIFY(s.find(kG1)->findPanic(PanicId{1})->state == PanicState::Recovered);
    QVERIFY(!s.find(kG1)->unwinding());
    QCOMPARE(s.find(kG1)->findPanic(PanicId{1})->deferredBegun, 1u);
    QCOMPARE(s.find(kG1)->findDefer(DeferId{1})->panic, PanicId{1});
    b.ret(3, 3).deferEnd(1).recovered(1, 1).discard(2, 2);
    s = folded(b);
    p = s.find(kG1)->findPanic(PanicId{1});
    QCOMPARE(p->resumeFunction, FuncId{2});
    QCOMPARE(p->resumeAt.line, 18u);
    QVERIFY(!p->intercepted);
    QCOMPARE(s.find(kG1)->frames.size(), size_t(2));
    b.ret(2, 1);
    s = folded(b);
    QVERIFY(s.find(kG1)->defers.empty());
    QCOMPARE(s.find(kG1)->panics.size(), size_t(1)); // stays until the next panic begins a chain
    b.panic(2, "again");
    QCOMPARE(folded(b).find(kG1)->panics.size(), size_t(1));
}

void TestFold::panicReplaced() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).deferPush(2, 0).panic(1, "first").deferBegin(2, DeferWhy::Panic, 1);
    b.call(3, 1).panic(2, "second", 1).deferEnd(2, DeferEndHow::Panicked).event(Kind::PanicAborted, {1, 2});
    const Snapshot s = folded(b);
    const Goroutine& g = *s.find(kG1);
    QCOMPARE(g.panics.size(), size_t(2));
    QVERIFY(g.panics[0].state == PanicState::Aborted);
    QCOMPARE(g.panics[0].by, PanicId{2});
    QCOMPARE(g.panics[1].link, PanicId{1});
    QCOMPARE(g.unwinding()->id, PanicId{2});
    QVERIFY(g.findDefer(DeferId{2})->how == DeferEndHow::Panicked);
}

void TestFold::repanicAndFatal() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).panic(1, "m").deferBegin(1, DeferWhy::Panic, 1).call(3, 1);
    b.recover(RecoverVerdict::Recovered, 1, "m").panic(2, "m", 1).event(Kind::PanicRepanic, {2, 1});
    Snapshot s = folded(b);
    const Panic* first = s.find(kG1)->findPanic(PanicId{1}); // linked: Go prints it too
    QVERIFY(first && first->state == PanicState::Repanicked);
    QCOMPARE(first->by, PanicId{2});
    QCOMPARE(s.find(kG1)->unwinding()->link, PanicId{1});
    b.event(Kind::PanicFatal, {2, b.text("panic: m")});
    s = folded(b);
    QVERIFY(s.find(kG1)->findPanic(PanicId{2})->state == PanicState::Fatal);
}

void TestFold::goexit() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).call(2, 1).goexit(1);
    Snapshot s = folded(b);
    QVERIFY(s.find(kG1)->unwindingGoexit() && !s.find(kG1)->unwindingPanic());
    b.deferBegin(1, DeferWhy::Goexit, 1).call(3, 2).recover(RecoverVerdict::DuringGoexit, 1);
    s = folded(b);
    QVERIFY(s.find(kG1)->unwindingGoexit());
    QVERIFY(s.find(kG1)->findDefer(DeferId{1})->why == DeferWhy::Goexit);
    b.ret(3, 2).deferEnd(1).event(Kind::GoexitEnd, {1});
    s = folded(b);
    QVERIFY(s.find(kG1)->findPanic(PanicId{1})->state == PanicState::Done);
    QVERIFY(!s.find(kG1)->unwinding());
}

void TestFold::goexitSurvivesRecover() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).deferPush(2, 0).goexit(1).deferBegin(2, DeferWhy::Goexit, 1).call(3, 1);
    b.panic(2, "x", 1);
    QVERIFY(folded(b).find(kG1)->unwindingPanic());
    b.deferEnd(2, DeferEndHow::Panicked).deferBegin(1, DeferWhy::Panic, 2).call(3, 1);
    b.recover(RecoverVerdict::Recovered, 2, "x").ret(3, 1).deferEnd(1).recovered(2, 0);
    b.event(Kind::GoexitResume, {1, 2});
    Snapshot s = folded(b);
    QVERIFY(s.find(kG1)->unwindingGoexit());
    QVERIFY(s.find(kG1)->findPanic(PanicId{1})->state == PanicState::Running);
    QVERIFY(s.find(kG1)->findPanic(PanicId{2})->state == PanicState::Recovered);
    b.event(Kind::PanicAborted, {1, 2}); // as a profile may have it
    QVERIFY(folded(b).find(kG1)->findPanic(PanicId{1})->state == PanicState::Aborted);
}

void TestFold::goexitIntercepted() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).goexit(1).deferBegin(1, DeferWhy::Goexit, 1).call(3, 1);
    b.recover(RecoverVerdict::GoexitObserved, 1);
    QVERIFY(folded(b).find(kG1)->unwindingGoexit()); // observed is not stopped
    b.ret(3, 1).deferEnd(1).event(Kind::GoexitIntercepted, {1, 1, 0, LogBuilder::at(20)});
    const Snapshot s = folded(b);
    QVERIFY(s.find(kG1)->findPanic(PanicId{1})->intercepted);
    QVERIFY(s.find(kG1)->findPanic(PanicId{1})->state == PanicState::Recovered);
    QCOMPARE(s.find(kG1)->findPanic(PanicId{1})->resumeAt.line, 20u);
}

void TestFold::goexitDropsPanic() {
    LogBuilder b;
    b.running(1).call(1, 0).deferPush(1, 0).panic(1, "x").deferBegin(1, DeferWhy::Panic, 1).call(3, 1).goexit(2, 1);
    b.deferEnd(1, DeferEndHow::Goexited).event(Kind::PanicAborted, {1, 2}).event(Kind::GoexitEnd, {2});
    const Snapshot s = folded(b);
    QVERIFY(s.find(kG1)->findPanic(PanicId{1})->state == PanicState::Aborted);
    QCOMPARE(s.find(kG1)->findPanic(PanicId{1})->by, PanicId{2});
    QVERIFY(s.find(kG1)->findPanic(PanicId{2})->state == PanicState::Done);
}

void TestFold::recoverFacts() {
    LogBuilder b;
    b.running(1).recover(RecoverVerdict::NotDirect, 5, "");
    const Snapshot s = folded(b);
    QCOMPARE(s.lastRecover.seq, s.count - 1);
    QVERIFY(s.lastRecover.verdict == RecoverVerdict::NotDirect);
    QCOMPARE(s.lastRecover.panic, PanicId{5});
    QCOMPARE(s.lastRecover.go, kG1);
    QCOMPARE(s.lastRecover.at.line, 17u);
}

void TestFold::gap() {
    LogBuilder b;
    b.running(1).call(1, 0).event(Kind::RunqPut, {0, 2, uint64_t(QueuePlace::RingTail)});
    Snapshot s = folded(b);
    fold(s, trace::Event{.seq = 1000, .time = 99, .kind = Kind::Stmt, .go = kG1, .args = {LogBuilder::at(9)}});
    QVERIFY(s.afterGap);
    QCOMPARE(s.count, Seq(1001));
    QVERIFY(s.find(ProcId{0})->ring.empty());
    QCOMPARE(s.find(kG1)->frames.size(), size_t(1)); // as last known
    QCOMPARE(s.find(kG1)->at.line, 9u);
}

/// Whatever numbers a damaged log holds, fold stands.
void TestFold::nonsense() {
    Snapshot s;
    Seq seq = 0;
    for (size_t kind = 0; kind < trace::kKindCount; ++kind) {
        for (uint64_t value : {uint64_t{0}, uint64_t{3}, uint64_t{1} << 40, ~uint64_t{0}}) {
            for (GoId go : {GoId{}, kG1, GoId{~uint64_t{0}}}) {
                for (ProcId proc : {kNoProc, ProcId{0}, ProcId{2147483647}}) {
                    trace::Event e{.seq = seq++, .kind = Kind(kind), .proc = proc, .go = go};
                    e.args.fill(value);
                    fold(s, e);
                }
            }
        }
    }
    QCOMPARE(s.count, seq);
}

QTEST_APPLESS_MAIN(TestFold)
#include "tst_fold.moc"
