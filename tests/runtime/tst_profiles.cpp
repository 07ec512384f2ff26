// The rules that releases and the article disagree on.
#include "support.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;
using namespace unwind::profile;

class TestProfiles : public QObject {
    Q_OBJECT

private slots:
    void recoverOutsideDeferred();
    void observeGoexit();
    void interceptGoexit();
    void interceptResumesTheDeferringFrame();
    void goexitSkipsDefers();
    void goexitEndsWithTheRecoveredPanic();
    void goexitViaRunnable();
    void goexitDirect();
};

void TestProfiles::recoverOutsideDeferred() {
    Profile p;
    p.recoverOutsideDeferred = RecoverOutsideDeferred::RuntimeError;
    World w(1, 1, p);
    MiniVm vm(w);
    Fn rec{{recover()}}, main{{defer(rec), recover("body"), log("never")}};
    QCOMPARE(vm.main(main), 0);
    QCOMPARE(vm.trace, std::string("r=0"));
    QCOMPARE(vm.story(),
             std::string("Push1 Recover:RaisedError Panic1 Begin1:Panic1 Recover:Recovered1 End1:Returned Recovered1@0"));

    World w2(1, 1, p);
    MiniVm vm2(w2);
    Fn quiet{{recover()}}, main2{{defer(quiet), deferRecover()}};
    QCOMPARE(vm2.main(main2), 0); // in a deferred call without a panic: nil, as ever
    QCOMPARE(vm2.trace, std::string("dr=0 r=nil"));
}

void TestProfiles::observeGoexit() {
    Profile p;
    p.recoverDuringGoexit = RecoverDuringGoexit::Observe;
    World w(1, 1, p);
    MiniVm vm(w);
    Fn first{{recover("first")}}, helper{{recover("helper")}}, d{{recover(), call(helper)}};
    Fn f{{defer(first), defer(d), doGoexit()}}, main{{call(f), log("never")}};
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(vm.trace, std::string("r=goexit helper=nil first=goexit"));
    QCOMPARE(vm.story(), std::string("Push1 Push2 Goexit1 Begin2:Goexit1 Recover:GoexitObserved1 Recover:DuringGoexit1 "
                                     "End2:Returned Begin1:Goexit1 Recover:GoexitObserved1 End1:Returned GoexitEnd1"));
}

void TestProfiles::interceptGoexit() {
    Profile p;
    p.recoverDuringGoexit = RecoverDuringGoexit::Intercept;
    World w(1, 1, p);
    MiniVm vm(w);
    Fn first{{recover("first")}}, d{{recover(), recover("again")}};
    Fn f{{defer(first), defer(d), doGoexit(), log("never")}}, main{{call(f), log("after")}};
    QCOMPARE(vm.main(main), 0);
    QCOMPARE(vm.trace, std::string("r=goexit again=nil first=nil after"));
    QCOMPARE(vm.story(), std::string("Push1 Push2 Goexit1 Begin2:Goexit1 Recover:GoexitObserved1 Recover:AlreadyRecovered1 "
                                     "End2:Returned Intercepted1@1 Begin1:Return Recover:NoPanic End1:Returned"));
}

void TestProfiles::interceptResumesTheDeferringFrame() {
    Profile p;
    p.recoverDuringGoexit = RecoverDuringGoexit::Intercept;
    World w(1, 1, p);
    MiniVm vm(w);
    Fn d{{recover()}}, deep{{doGoexit(), log("never")}}, mid{{call(deep), log("never")}};
    Fn f{{defer(d), call(mid), log("never")}}, main{{call(f), log("after"), call(f), log("after")}};
    QCOMPARE(vm.main(main), 0);
    QCOMPARE(vm.trace, std::string("r=goexit after r=goexit after"));
}

void TestProfiles::goexitSkipsDefers() {
    Profile p;
    p.goexitRunsDefers = GoexitRunsDefers::No;
    World w(1, 1, p);
    MiniVm vm(w);
    Fn a{{log("never")}}, f{{defer(a), doGoexit()}}, main{{defer(a), call(f)}};
    QCOMPARE(vm.main(main), 2);
    QCOMPARE(vm.trace, std::string());
    QCOMPARE(vm.story(), std::string("Push1 Push2 Goexit1 Skip2:GoexitRule Skip1:GoexitRule GoexitEnd1"));
}

void TestProfiles::goexitEndsWithTheRecoveredPanic() {
    Profile p;
    p.goexitSurvivesRecover = GoexitSurvivesRecover::No;
    World w(1, 1, p);
    MiniVm vm(w);
    Fn rec{{recover()}}, bad{{panic(7)}}, f{{defer(rec), defer(bad), doGoexit(), log("never")}}, main{{call(f), log("after")}};
    QCOMPARE(vm.main(main), 0);
    QCOMPARE(vm.trace, std::string("r=7 after"));
    QCOMPARE(vm.story(), std::string("Push1 Push2 Goexit1 Begin2:Goexit1 Panic2<1 End2:Panicked Begin1:Panic2 "
                                     "Recover:Recovered2 End1:Returned Recovered2@1 Aborted1by2"));
}

namespace {
std::string statusPath(World& w, GoId id) {
    std::string path;
    for (auto& e : w.sink.of(Kind::GoStatus))
        if (e.args[0] == id.value) path += std::string(trace::statusText(trace::GStatus(e.args[2]))) + " ";
    return path;
}
} // namespace

void TestProfiles::goexitViaRunnable() {
    Profile p;
    p.goexitStatusPath = GoexitStatusPath::ViaRunnable;
    World w(1, 1, p);
    MiniVm vm(w);
    Fn other{{doGoexit()}}, plain{}, main{{run([&] { vm.go(other), w.s.gosched(), w.s.gosched(), vm.go(plain), w.s.gosched(); })}};
    QCOMPARE(vm.main(main), 0);
    QCOMPARE(statusPath(w, GoId{2}), std::string("_Grunnable _Grunning _Grunnable _Gdead "));
    QCOMPARE(statusPath(w, GoId{3}), std::string("_Grunnable _Grunning _Gdead "));
    QCOMPARE(w.s.numGoroutine(), size_t{1});
}

void TestProfiles::goexitDirect() {
    World w(1);
    MiniVm vm(w);
    Fn other{{doGoexit()}}, main{{run([&] { vm.go(other), w.s.gosched(); })}};
    QCOMPARE(vm.main(main), 0);
    QCOMPARE(statusPath(w, GoId{2}), std::string("_Grunnable _Grunning _Gdead "));
}

QTEST_APPLESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
