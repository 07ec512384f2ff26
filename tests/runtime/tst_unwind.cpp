// Each rule of defer, panic, recover and Goexit as the sequence of its events.
#include "support.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

class TestUnwind : public QObject {
    Q_OBJECT

private slots:
    void programs_data();
    void programs();
    void rangeFuncDefer();
    void runningPanicsAreCounted();
};

namespace {

using Make = std::function<const Fn*(std::deque<Fn>&)>;

struct Builder {
    std::deque<Fn>& fns;
    const Fn& operator()(std::vector<Op> ops, bool wrapper = false) {
        fns.push_back({std::move(ops), wrapper});
        return fns.back();
    }
};

} // namespace

Q_DECLARE_METATYPE(Make)

void TestUnwind::programs_data() {
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("trace");
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("code");
    auto row = [](const char* name, Make make, const char* trace, const char* story, int code = 0) {
        QTest::newRow(name) << make << QString(trace) << QString(story) << code;
    };

    row("A2 last in first out",
        [](auto& fns) {
            Builder fn{fns};
            auto &a = fn({log("a")}), &b = fn({log("b")});
            return &fn({defer(a), defer(b), log("body")});
        },
        "body b a", "Push1 Push2 Begin2:Return End2:Returned Begin1:Return End1:Returned");
    row("A9 deferred calls defer",
        [](auto& fns) {
            Builder fn{fns};
            auto &in = fn({log("in")}), &a = fn({defer(in), log("a")});
            return &fn({defer(a)});
        },
        "a in", "Push1 Begin1:Return Push2 Begin2:Return End2:Returned End1:Returned");
    row("C1 recover in a deferred function",
        [](auto& fns) {
            Builder fn{fns};
            auto &d = fn({recover()}), &f = fn({defer(d), panic(7), log("never")});
            return &fn({call(f), log("after")});
        },
        "r=7 after", "Push1 Panic1 Begin1:Panic1 Recover:Recovered1 End1:Returned Recovered1@1");
    row("C2 defer recover in a deferred function",
        [](auto& fns) {
            Builder fn{fns};
            auto &d = fn({deferRecover()}), &f = fn({defer(d), panic(7)});
            return &fn({call(f), log("after")});
        },
        "dr=7 after",
        "Push1 Panic1 Begin1:Panic1 Push2 Begin2:Return Recover:Recovered1 End2:Returned End1:Returned Recovered1@1");
    row("C2 wrappers do not count",
        [](auto& fns) {
            Builder fn{fns};
            auto &method = fn({recover()}), &w2 = fn({call(method)}, true), &w1 = fn({call(w2)}, true);
            auto& f = fn({defer(w1), panic(7)});
            return &fn({call(f), log("after")});
        },
        "r=7 after", "Push1 Panic1 Begin1:Panic1 Recover:Recovered1 End1:Returned Recovered1@1");
    row("C3 no panic",
        [](auto& fns) {
            Builder fn{fns};
            auto& d = fn({recover()});
            return &fn({defer(d), recover("body")});
        },
        "body=nil r=nil", "Push1 Recover:NoPanic Begin1:Return Recover:NoPanic End1:Returned");
    row("C3 defer recover directly",
        [](auto& fns) {
            Builder fn{fns};
            return &fn({deferRecover(), panic(7)});
        },
        "dr=0", "Push1 Panic1 Begin1:Panic1 Recover:DeferredDirectly1 End1:Returned Fatal1", 2);
    row("C3 helper called by the deferred function",
        [](auto& fns) {
            Builder fn{fns};
            auto &helper = fn({recover()}), &d = fn({call(helper)});
            return &fn({defer(d), panic(7)});
        },
        "r=nil", "Push1 Panic1 Begin1:Panic1 Recover:NotDirect1 End1:Returned Fatal1", 2);
    row("C3 deferred by the deferred function",
        [](auto& fns) {
            Builder fn{fns};
            auto &inner = fn({recover()}), &d = fn({defer(inner)});
            return &fn({defer(d), panic(7)});
        },
        "r=nil",
        "Push1 Panic1 Begin1:Panic1 Push2 Begin2:Return Recover:DeferredByDeferred1 End2:Returned End1:Returned Fatal1", 2);
    row("C4 the frame's other defers, second recover",
        [](auto& fns) {
            Builder fn{fns};
            auto &first = fn({recover("first")}), &d = fn({recover(), recover("again"), log("end")});
            auto& f = fn({defer(first), defer(d), panic(7)});
            return &fn({call(f), log("after")});
        },
        "r=7 again=nil end first=nil after",
        "Push1 Push2 Panic1 Begin2:Panic1 Recover:Recovered1 Recover:AlreadyRecovered1 End2:Returned Recovered1@1 Begin1:Return "
        "Recover:NoPanic End1:Returned");
    row("C5 called directly and deferred",
        [](auto& fns) {
            Builder fn{fns};
            auto &rec = fn({recover()}), &d = fn({call(rec), recover("own")});
            auto& f = fn({call(rec), defer(d), panic(7)});
            return &fn({call(f)});
        },
        "r=nil r=nil own=7",
        "Recover:NoPanic Push1 Panic1 Begin1:Panic1 Recover:NotDirect1 Recover:Recovered1 End1:Returned Recovered1@1");
    row("C6 a panic within a deferred call",
        [](auto& fns) {
            Builder fn{fns};
            auto &in = fn({recover("in")}), &x = fn({defer(in), panic(8)}), &d = fn({call(x), recover("out")});
            auto& f = fn({defer(d), panic(7)});
            return &fn({call(f), log("after")});
        },
        "in=8 out=7 after",
        "Push1 Panic1 Begin1:Panic1 Push2 Panic2<1 Begin2:Panic2 Recover:Recovered2 End2:Returned Recovered2@3 "
        "Recover:Recovered1 End1:Returned Recovered1@1");
    row("C6 functions called meanwhile do not see it",
        [](auto& fns) {
            Builder fn{fns};
            auto &in = fn({recover("in")}), &x = fn({defer(in)}), &d = fn({call(x), recover("out")});
            return &fn({defer(d), panic(7)});
        },
        "in=nil out=7",
        "Push1 Panic1 Begin1:Panic1 Push2 Begin2:Return Recover:NotDirect1 End2:Returned Recover:Recovered1 End1:Returned "
        "Recovered1@0");
    row("C7 a newer panic replaces the older",
        [](auto& fns) {
            Builder fn{fns};
            auto &rec = fn({recover()}), &d = fn({panic(8)}), &f = fn({defer(d), panic(7)});
            auto& g = fn({defer(rec), call(f), log("never")});
            return &fn({call(g), recover("gone"), log("after")});
        },
        "r=8 gone=nil after",
        "Push1 Push2 Panic1 Begin2:Panic1 Panic2<1 End2:Panicked Aborted1by2 Begin1:Panic2 Recover:Recovered2 End1:Returned "
        "Recovered2@1 Recover:NoPanic");
    row("C8 calls already run do not run again",
        [](auto& fns) {
            Builder fn{fns};
            auto &a = fn({log("a")}), &b = fn({log("b"), panic(8)}), &c = fn({log("c")});
            return &fn({defer(a), defer(b), defer(c), panic(7)});
        },
        "c b a",
        "Push1 Push2 Push3 Panic1 Begin3:Panic1 End3:Returned Begin2:Panic1 Panic2<1 End2:Panicked Aborted1by2 Begin1:Panic2 "
        "End1:Returned Fatal2",
        2);
    row("C9 recover during Goexit",
        [](auto& fns) {
            Builder fn{fns};
            auto &d = fn({recover()}), &f = fn({defer(d), doGoexit(), log("never")});
            return &fn({call(f), log("never")});
        },
        "r=nil", "Push1 Goexit1 Begin1:Goexit1 Recover:DuringGoexit1 End1:Returned GoexitEnd1", 2);
    row("recovered, then panics anew",
        [](auto& fns) {
            Builder fn{fns};
            auto &d = fn({recover(), panic(8)}), &rec = fn({recover("outer")}), &f = fn({defer(d), panic(7)});
            return &fn({defer(rec), call(f)});
        },
        "r=7 outer=8",
        "Push1 Push2 Panic1 Begin2:Panic1 Recover:Recovered1 Panic2<1 End2:Panicked Aborted1by2 Begin1:Panic2 "
        "Recover:Recovered2 End1:Returned Recovered2@0");
    row("re-panic",
        [](auto& fns) {
            Builder fn{fns};
            auto& d = fn({recoverPanicAgain()});
            return &fn({defer(d), panic(7)});
        },
        "", "Push1 Panic1 Begin1:Panic1 Recover:Recovered1 Panic2<1 Repanic2of1 End1:Panicked Fatal2", 2);
    row("panic in a deferred call of a normal return",
        [](auto& fns) {
            Builder fn{fns};
            auto &a = fn({recover()}), &b = fn({panic(7)}), &f = fn({defer(a), defer(b)});
            return &fn({call(f), log("after")});
        },
        "r=7 after", "Push1 Push2 Begin2:Return Panic1 End2:Panicked Begin1:Panic1 Recover:Recovered1 End1:Returned Recovered1@1");

    row("D1 all deferred calls over all frames",
        [](auto& fns) {
            Builder fn{fns};
            auto &a = fn({log("a")}), &b = fn({log("b")}), &f = fn({defer(b), doGoexit()});
            return &fn({defer(a), call(f), log("never")});
        },
        "b a", "Push1 Push2 Goexit1 Begin2:Goexit1 End2:Returned Begin1:Goexit1 End1:Returned GoexitEnd1", 2);
    row("D2 Goexit drops the panic",
        [](auto& fns) {
            Builder fn{fns};
            auto &a = fn({recover()}), &d = fn({doGoexit()}), &f = fn({defer(d), panic(7)});
            return &fn({defer(a), call(f)});
        },
        "r=nil",
        "Push1 Push2 Panic1 Begin2:Panic1 Goexit2<1 End2:Goexited Aborted1by2 Begin1:Goexit2 Recover:DuringGoexit2 "
        "End1:Returned GoexitEnd2",
        2);
    row("D3 Goexit in a deferred call of a return",
        [](auto& fns) {
            Builder fn{fns};
            auto &a = fn({log("a")}), &d = fn({doGoexit()}), &f = fn({defer(a), defer(d)});
            return &fn({call(f), log("never")});
        },
        "a", "Push1 Push2 Begin2:Return Goexit1 End2:Goexited Begin1:Goexit1 End1:Returned GoexitEnd1", 2);
    row("D4a recovered in the same deferred call",
        [](auto& fns) {
            Builder fn{fns};
            auto &in = fn({recover()}), &x = fn({defer(in), panic(7)}), &d = fn({call(x), log("d")});
            return &fn({defer(d), doGoexit()});
        },
        "r=7 d",
        "Push1 Goexit1 Begin1:Goexit1 Push2 Panic2<1 Begin2:Panic2 Recover:Recovered2 End2:Returned Recovered2@2 "
        "End1:Returned GoexitEnd1",
        2);
    row("D4b recovered by another deferred call",
        [](auto& fns) {
            Builder fn{fns};
            auto &last = fn({recover("last")}), &rec = fn({recover()}), &bad = fn({panic(7)});
            auto& f = fn({defer(rec), defer(bad), doGoexit(), log("never")});
            return &fn({defer(last), call(f), log("never")});
        },
        "r=7 last=nil",
        "Push1 Push2 Push3 Goexit1 Begin3:Goexit1 Panic2<1 End3:Panicked Begin2:Panic2 Recover:Recovered2 End2:Returned "
        "Recovered2@1 GoexitResume1after2 Begin1:Goexit1 Recover:DuringGoexit1 End1:Returned GoexitEnd1",
        2);
    row("D4b recovered in an outer frame",
        [](auto& fns) {
            Builder fn{fns};
            auto &last = fn({log("last")}), &rec = fn({recover()}), &bad = fn({panic(7)});
            auto &f = fn({defer(bad), doGoexit()}), &g = fn({defer(rec), call(f), log("never")});
            return &fn({defer(last), call(g), log("never")});
        },
        "r=7 last",
        "Push1 Push2 Push3 Goexit1 Begin3:Goexit1 Panic2<1 End3:Panicked Begin2:Panic2 Recover:Recovered2 End2:Returned "
        "Recovered2@1 GoexitResume1after2 Begin1:Goexit1 End1:Returned GoexitEnd1",
        2);
    row("D4c never recovered",
        [](auto& fns) {
            Builder fn{fns};
            auto& bad = fn({panic(7)});
            return &fn({defer(bad), doGoexit()});
        },
        "", "Push1 Goexit1 Begin1:Goexit1 Panic2<1 End1:Panicked Fatal2", 2);
    row("D5 a second Goexit",
        [](auto& fns) {
            Builder fn{fns};
            auto &a = fn({log("a")}), &again = fn({doGoexit()});
            return &fn({defer(a), defer(again), doGoexit()});
        },
        "a",
        "Push1 Push2 Goexit1 Begin2:Goexit1 Goexit2<1 End2:Goexited Aborted1by2 Begin1:Goexit2 End1:Returned GoexitEnd2", 2);
    row("D5 a second Goexit, then a recovered panic",
        [](auto& fns) {
            Builder fn{fns};
            auto &last = fn({log("last")}), &rec = fn({recover()}), &bad = fn({panic(7)}), &again = fn({doGoexit()});
            return &fn({defer(last), defer(rec), defer(bad), defer(again), doGoexit()});
        },
        "r=7 last",
        "Push1 Push2 Push3 Push4 Goexit1 Begin4:Goexit1 Goexit2<1 End4:Goexited Aborted1by2 Begin3:Goexit2 Panic3<2 End3:Panicked "
        "Begin2:Panic3 Recover:Recovered3 End2:Returned Recovered3@0 GoexitResume2after3 Begin1:Goexit2 End1:Returned GoexitEnd2",
        2);
}

void TestUnwind::programs() {
    QFETCH(Make, make);
    QFETCH(QString, trace);
    QFETCH(QString, story);
    QFETCH(int, code);
    World w(1);
    MiniVm vm(w);
    std::deque<Fn> fns;
    int exitCode = vm.main(*make(fns));
    QCOMPARE(QString::fromStdString(vm.trace), trace);
    QCOMPARE(QString::fromStdString(vm.story()), story);
    QCOMPARE(exitCode, code);
}

// A range-over-func body defers for the function around it, while the iterator's frames, with defers of their own, are above.
void TestUnwind::rangeFuncDefer() {
    World w(1);
    std::vector<uint64_t> order;
    w.run([&] {
        G& g = *w.s.curg();
        deferproc(w.s, g, 0, 10, 0, {});
        deferproc(w.s, g, 1, 11, 0, {}); // the iterator's
        deferproc(w.s, g, 0, 12, 0, {}); // the body's, for frame 0
        for (Frame frame : {1, 0}) {
            UnwindStep step = deferreturn(w.s, g, frame);
            while (step.kind == UnwindStep::Kind::RunDefer) {
                order.push_back(step.defer->payload[0]);
                step = deferDone(w.s, g);
            }
        }
    });
    QCOMPARE(order, (std::vector<uint64_t>{11, 12, 10}));
}

// Main waits for goroutines that are just unwinding, up to 1000 yields: this one finishes and takes the program down.
void TestUnwind::runningPanicsAreCounted() {
    World w(1);
    MiniVm vm(w);
    std::deque<Fn> fns;
    Builder fn{fns};
    auto &slow = fn({run([&] {
        for (int i = 0; i < 500; ++i) w.s.gosched();
    })});
    auto& crash = fn({defer(slow), panic(7)});
    auto& stuckDefer = fn({run([&] { w.s.gopark(WaitReason::ChanReceiveNil, 0); })});
    auto& stuck = fn({defer(stuckDefer), panic(8)});
    QCOMPARE(vm.main(fn({run([&] { vm.go(crash), w.s.gosched(); })})), 2);

    World w2(1);
    MiniVm vm2(w2);
    auto& stuck2 = fn({defer(fn({run([&] { w2.s.gopark(WaitReason::ChanReceiveNil, 0); })})), panic(8)});
    QCOMPARE(vm2.main(fn({run([&] { vm2.go(stuck2), w2.s.gosched(); })})), 0);
    Q_UNUSED(stuck);
}

QTEST_APPLESS_MAIN(TestUnwind)
#include "tst_unwind.moc"
