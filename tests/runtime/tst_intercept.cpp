// Intercepted Goexits: the handler really runs, on the goroutine that exits and before its deferred calls, once; and only then.
#include "support.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

namespace {

struct Told {
    MiniVm* vm = nullptr;
    std::vector<uint64_t> goroutines;
    static void handler(G& g, void* context) {
        auto* told = static_cast<Told*>(context);
        told->goroutines.push_back(g.id.value);
        told->vm->note("handler");
    }
};

/// A world that intercepts in one way, with a tiny machine on it.
struct Armed {
    Told told;
    World w;
    MiniVm vm;
    explicit Armed(Interception way, profile::Profile profile = {})
        : w(1, 1, std::move(profile), true, {way, Told::handler, &told}), vm(w) {
        told.vm = &vm;
    }
    Op arm() {
        return run([this] { interceptGoexit(w.s, *w.s.curg()); });
    }
};

} // namespace

Q_DECLARE_METATYPE(unwind::runtime::Interception)

class TestIntercept : public QObject {
    Q_OBJECT

private slots:
    void beforeTheDeferredCalls_data() { ways(); }
    void beforeTheDeferredCalls();
    void onlyArmedGoroutines_data() { ways(); }
    void onlyArmedGoroutines();
    void notForOtherEnds_data() { ways(); }
    void notForOtherEnds();
    void onceForEachGoexit_data() { ways(); }
    void onceForEachGoexit();
    void withoutDeferredCallsToo_data() { ways(); }
    void withoutDeferredCallsToo();
    void noneTellsNobody();
    void hooksTellEachArming();
    void handlerMayArmAnew();
    void theLogIsTheSame();

private:
    static void ways() {
        QTest::addColumn<Interception>("way");
        QTest::newRow("hook") << Interception::Hook;
        QTest::newRow("stack guard") << Interception::StackGuard;
    }
};

void TestIntercept::beforeTheDeferredCalls() {
    QFETCH(Interception, way);
    Armed a(way);
    Fn deferred{{log("deferred")}};
    Fn worker{{a.arm(), defer(deferred), log("exits"), doGoexit(), log("never")}};
    Fn main{{run([&] { a.vm.go(worker); }), run([&] { a.w.s.gosched(); }), log("main")}};
    QCOMPARE(a.vm.main(main), 0);
    QCOMPARE(a.vm.trace, std::string("exits handler deferred main"));
    QCOMPARE(a.told.goroutines, std::vector<uint64_t>{2});
}

void TestIntercept::onlyArmedGoroutines() {
    QFETCH(Interception, way);
    Armed a(way);
    Fn armed{{a.arm(), doGoexit()}}, plain{{doGoexit()}};
    Fn main{{run([&] { a.vm.go(armed); }), run([&] { a.vm.go(plain); }), run([&] { a.w.s.gosched(); })}};
    a.vm.main(main);
    QCOMPARE(a.told.goroutines, std::vector<uint64_t>{2});
}

// A goroutine that returns takes its armament with it; the next one on the same G is not armed.
void TestIntercept::notForOtherEnds() {
    QFETCH(Interception, way);
    Armed a(way);
    Fn returns{{a.arm(), log("returns")}}, exits{{log("exits"), doGoexit()}};
    G *first = nullptr, *second = nullptr;
    Fn recovers{{recover()}}, panics{{defer(recovers), panic(7)}}, armedPanics{{a.arm(), call(panics)}};
    Fn main{{run([&] { first = a.vm.go(returns); }), run([&] { a.w.s.gosched(); }), run([&] { second = a.vm.go(exits); }),
             run([&] { a.w.s.gosched(); }), run([&] { a.vm.go(armedPanics); }), run([&] { a.w.s.gosched(); })}};
    QCOMPARE(a.vm.main(main), 0);
    QCOMPARE(first, second);
    QCOMPARE(a.vm.trace, std::string("returns exits r=7"));
    QVERIFY(a.told.goroutines.empty());
}

// A second Goexit in a deferred call is a new one; the armament was used up by the first.
void TestIntercept::onceForEachGoexit() {
    QFETCH(Interception, way);
    Armed a(way);
    Fn again{{doGoexit()}};
    Fn worker{{a.arm(), defer(again), doGoexit()}};
    Fn main{{run([&] { a.vm.go(worker); }), run([&] { a.w.s.gosched(); })}};
    a.vm.main(main);
    QCOMPARE(a.told.goroutines.size(), size_t{1});
}

void TestIntercept::withoutDeferredCallsToo() {
    QFETCH(Interception, way);
    profile::Profile skips;
    skips.goexitRunsDefers = profile::GoexitRunsDefers::No;
    Armed a(way, skips);
    Fn deferred{{log("deferred")}};
    Fn worker{{a.arm(), defer(deferred), doGoexit()}};
    Fn main{{run([&] { a.vm.go(worker); }), run([&] { a.w.s.gosched(); })}};
    a.vm.main(main);
    QCOMPARE(a.vm.trace, std::string("handler"));
}

void TestIntercept::noneTellsNobody() {
    Armed a(Interception::None);
    Fn worker{{a.arm(), doGoexit()}};
    Fn main{{run([&] { a.vm.go(worker); }), run([&] { a.w.s.gosched(); })}};
    a.vm.main(main);
    QVERIFY(a.told.goroutines.empty());
}

void TestIntercept::hooksTellEachArming() {
    for (const auto& [way, times] : {std::pair(Interception::Hook, size_t{3}), {Interception::StackGuard, size_t{1}}}) {
        Armed a(way);
        Fn worker{{a.arm(), a.arm(), a.arm(), doGoexit()}};
        Fn main{{run([&] { a.vm.go(worker); }), run([&] { a.w.s.gosched(); })}};
        a.vm.main(main);
        QCOMPARE(a.told.goroutines.size(), times); // records add up, a flag is set or not
    }
}

void TestIntercept::handlerMayArmAnew() {
    Armed a(Interception::StackGuard);
    Fn armsAgain{{a.arm(), doGoexit()}};
    Fn worker{{a.arm(), defer(armsAgain), doGoexit()}};
    Fn main{{run([&] { a.vm.go(worker); }), run([&] { a.w.s.gosched(); })}};
    a.vm.main(main);
    QCOMPARE(a.told.goroutines.size(), size_t{2});
}

// Whoever listens changes nothing of what happens.
void TestIntercept::theLogIsTheSame() {
    std::string logs[3];
    for (int way = 0; way < 3; ++way) {
        Armed a{Interception(way)};
        Fn deferred{{log("d")}};
        Fn worker{{a.arm(), defer(deferred), doGoexit()}};
        Fn main{{run([&] { a.vm.go(worker); }), run([&] { a.w.s.gosched(); })}};
        a.vm.main(main);
        logs[way] = a.w.sink.dump();
    }
    QCOMPARE(logs[1], logs[0]);
    QCOMPARE(logs[2], logs[0]);
}

QTEST_APPLESS_MAIN(TestIntercept)
#include "tst_intercept.moc"
