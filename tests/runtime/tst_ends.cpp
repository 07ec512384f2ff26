// How programs end: exit codes, what is printed, which deferred calls never run.
#include "support.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

class TestEnds : public QObject {
    Q_OBJECT

private slots:
    void mainReturns();
    void osExit();
    void uncaughtPanic();
    void chains();
    void repanicked();
    void goexitInTheChain();
    void linesAreIndented();
    void printMethods();
    void panicWhilePrinting();
    void recoverInPrintMethod();
    void signalLine();
    void deadlock();
    void deadlockAfterMainGoexit();
    void unwaitedTimerHidesNothing();
    void fatalError();
    void goexitOfMain();
    void headers();
};

namespace {
std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}
std::string untilBlank(const std::string& text) {
    return text.substr(0, text.find("\n\n") + 1);
}
} // namespace

void TestEnds::mainReturns() {
    World w(1);
    MiniVm vm(w);
    Fn d{{log("never")}}, other{{defer(d), run([&] { w.s.gopark(WaitReason::SelectNoCases, 0); })}};
    Fn main{{run([&] { vm.go(other), w.s.gosched(); })}};
    QCOMPARE(vm.main(main), 0);
    QCOMPARE(vm.story(), std::string("Push1 Skip1:MainReturned"));
    QCOMPARE(w.sink.events.back().kind, Kind::ProgramExit);
    QCOMPARE(vm.trace, std::string());
}

void TestEnds::osExit() {
    World w(1);
    MiniVm vm(w);
    Fn d{{log("never")}}, main{{defer(d), run([&] { w.s.exit(263); })}};
    QCOMPARE(vm.main(main), 7);
    QCOMPARE(vm.story(), std::string("Push1 Skip1:OsExit"));
    QCOMPARE(w.sink.events.back().args[0], uint64_t{7});
}

void TestEnds::uncaughtPanic() {
    World w(1);
    MiniVm vm(w);
    Fn d{{log("deferred")}}, main{{defer(d), panic(7)}};
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(vm.trace, std::string("deferred"));
    QCOMPARE(w.hooks.err, std::string("panic: v7\n\ngoroutine 1 [running]:\nmain.f1()\n"));
}

void TestEnds::chains() {
    World w(1);
    MiniVm vm(w);
    Fn c{{panic(9)}}, b{{recover(), panic(8)}}, main{{defer(c), defer(b), panic(7)}};
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(untilBlank(w.hooks.err), std::string("panic: v7 [recovered]\n\tpanic: v8\n\tpanic: v9\n"));
}

void TestEnds::repanicked() {
    for (bool merged : {true, false}) {
        profile::Profile profile;
        if (!merged) profile.repanicPrint = profile::RepanicPrint::TwoLines;
        World w(1, 1, profile);
        MiniVm vm(w);
        Fn c{{panic(9)}}, again{{recoverPanicAgain()}}, main{{defer(c), defer(again), panic(7)}};
        QCOMPARE(vm.main(main), 2);
        QCOMPARE(untilBlank(w.hooks.err), std::string(merged ? "panic: v7 [recovered, repanicked]\n\tpanic: v9\n"
                                                             : "panic: v7 [recovered]\n\tpanic: v7\n\tpanic: v9\n"));
    }
}

void TestEnds::goexitInTheChain() {
    World w(1);
    MiniVm vm(w);
    Fn bad{{panic(7)}}, main{{defer(bad), doGoexit()}};
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(firstLine(w.hooks.err), std::string("panic: v7"));

    World w2(1);
    MiniVm vm2(w2);
    Fn final{{panic(9)}}, d{{recover(), doGoexit()}}, main2{{defer(final), defer(d), panic(1)}};
    QCOMPARE(vm2.main(main2), 2);
    QCOMPARE(untilBlank(w2.hooks.err), std::string("panic: v1 [recovered]\n\tpanic: v9\n"));
}

void TestEnds::linesAreIndented() {
    World w(1);
    w.run([&] {
        G& g = *w.s.curg();
        UnwindStep step = gopanic(w.s, g, 0, {1, 1}, {});
        QCOMPARE(step.kind, UnwindStep::Kind::PrintValue);
        panicPrinted(w.s, g, "one\ntwo\nthree");
    });
    QCOMPARE(untilBlank(w.hooks.err), std::string("panic: one\n\ttwo\n\tthree\n"));
}

void TestEnds::printMethods() {
    World w(1);
    MiniVm vm(w);
    Fn rec{{recover("in")}}, inner{{defer(rec), panic(8)}}, method{{log("Error"), call(inner)}}, d{{log("d")}};
    Fn main{{defer(d), panic(7)}};
    vm.printMethods[7] = &method;
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(vm.trace, std::string("d Error in=8"));
    QCOMPARE(firstLine(w.hooks.err), std::string("panic: made"));
}

void TestEnds::panicWhilePrinting() {
    World w(1);
    MiniVm vm(w);
    Fn d{{log("own"), recover("own")}}, method{{defer(d), panic(8)}}, main{{panic(7)}};
    Fn bad{{panic(5)}}, main2{{panic(6)}};
    vm.printMethods[7] = &method;
    QCOMPARE(vm.main(main), 2); // recovered by the method itself: its text is what counts
    QCOMPARE(firstLine(w.hooks.err), std::string("panic: made"));

    World w2(1);
    MiniVm vm2(w2);
    vm2.printMethods[6] = &bad;
    QCOMPARE(vm2.main(main2), 2);
    QCOMPARE(firstLine(w2.hooks.err), std::string("fatal error: panic while printing panic value: from 5"));
}

void TestEnds::recoverInPrintMethod() {
    World w(1);
    MiniVm vm(w);
    Fn method{{recover()}}, main{{panic(7)}};
    vm.printMethods[7] = &method;
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(vm.trace, std::string("r=nil"));
    QCOMPARE(vm.story(), std::string("Panic1 Recover:NotDeferred1 Fatal1"));
}

void TestEnds::signalLine() {
    World w(1);
    w.run([&] {
        PanicFacts facts;
        facts.signal = true;
        facts.signalAddress = 8;
        facts.signalPc = 0x47fd47;
        gopanic(w.s, *w.s.curg(), 0, {1, 1}, facts);
        panicPrinted(w.s, *w.s.curg(), "nil");
    });
    QCOMPARE(untilBlank(w.hooks.err),
             std::string("panic: nil\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc=0x47fd47]\n"));
}

void TestEnds::deadlock() {
    World w(2);
    int code = w.run([&] {
        w.go([&] { w.s.gopark(WaitReason::ChanSend, 1); });
        w.s.gopark(WaitReason::ChanReceive, 2);
    });
    QCOMPARE(code, 2);
    QCOMPARE(w.hooks.err, std::string("fatal error: all goroutines are asleep - deadlock!\n\n"
                                      "goroutine 1 [chan receive]:\nmain.f1()\n\n"
                                      "goroutine 2 [chan send]:\nmain.f2()\n"));
}

void TestEnds::deadlockAfterMainGoexit() {
    World w(2);
    MiniVm vm(w);
    Fn other{{log("other")}}, main{{run([&] { vm.go(other); }), doGoexit()}};
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(vm.trace, std::string("other"));
    QCOMPARE(w.hooks.err, std::string("fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"));
}

void TestEnds::unwaitedTimerHidesNothing() {
    World w(2);
    Timer timer;
    int code = w.run([&] {
        timer.kind = Timer::Kind::SendTime;
        timer.channel = makechan(w.s, 8, 1, nullptr, 0, 0);
        runtime::startTimer(w.s, timer, 1'000'000'000);
        selectgo(w.s, {}, true);
    });
    QCOMPARE(code, 2);
    QCOMPARE(w.sink.count(Kind::TimerFire), size_t{0});
}

void TestEnds::fatalError() {
    World w(1);
    MiniVm vm(w);
    Fn d{{log("never"), recover()}}, main{{defer(d), run([&] { w.s.fatal("sync: unlock of unlocked mutex"); })}};
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(w.hooks.err, std::string("fatal error: sync: unlock of unlocked mutex\n\ngoroutine 1 [running]:\nmain.f1()\n"));
    QCOMPARE(vm.story(), std::string("Push1 Skip1:Fatal"));
}

void TestEnds::goexitOfMain() {
    World w(1);
    MiniVm vm(w);
    Fn other{{run([&] { w.s.exit(3); })}}, main{{run([&] { vm.go(other); }), doGoexit()}};
    QCOMPARE(vm.main(main), 3);
}

void TestEnds::headers() {
    World w(1);
    w.run([&] {
        G* waiting = w.go([&] { timeSleep(w.s, 600'000'000'000); });
        w.s.gosched();
        QCOMPARE(w.s.goroutineHeader(*waiting), std::string("goroutine 2 [sleep]:"));
        timeSleep(w.s, 130'000'000'000);
        QCOMPARE(w.s.goroutineHeader(*waiting), std::string("goroutine 2 [sleep, 2 minutes]:"));
        QCOMPARE(w.s.goroutineHeader(*w.s.curg()), std::string("goroutine 1 [running]:"));
    });
}

QTEST_APPLESS_MAIN(TestEnds)
#include "tst_ends.moc"
