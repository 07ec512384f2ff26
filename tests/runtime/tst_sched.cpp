// The scheduler: order, stealing, preemption, virtual time, determinism, pauses.
#include "support.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

class TestSched : public QObject {
    Q_OBJECT

private slots:
    void newestFirstThenInOrder();
    void goschedGoesBehind();
    void ringOverflowsToTheGlobalQueue();
    void globalQueueIsNotStarved();
    void preemption();
    void oneProcIsNeverIdleWithWork();
    void workIsStolen();
    void psRunInParallel();
    void runnextIsNotStolenAtOnce();
    void timeNeverRunsBackwards();
    void sameSeedSameLog();
    void anotherSeedAnotherLog();
    void nothingRecordedWithoutSink();
    void pauseAndGoOn();
    void requestStop();
    void syscallHandsOff();
    void goroutinesAreReused();
    void vmBytes();
    void manyParked();
};

void TestSched::newestFirstThenInOrder() {
    World w(1);
    std::string order;
    w.run([&] {
        for (char c = 'a'; c <= 'e'; ++c) w.go([&, c] { order += c; });
        timeSleep(w.s, 1'000'000);
    });
    QCOMPARE(order, std::string("eabcd"));
}

void TestSched::goschedGoesBehind() {
    World w(1);
    std::string order;
    w.run([&] {
        w.go([&] { order += 'a'; });
        w.go([&] { order += 'b'; });
        w.s.gosched();
        order += 'm';
    });
    QCOMPARE(order, std::string("bam"));
}

void TestSched::ringOverflowsToTheGlobalQueue() {
    World w(1);
    int ran = 0;
    w.run([&] {
        for (int i = 0; i < 1000; ++i) w.go([&] { ++ran; });
        QVERIFY(w.s.globalQueue().size() > 500);
        QVERIFY(w.s.curp()->ringSize() <= P::kRing);
        timeSleep(w.s, 1'000'000'000);
    });
    QCOMPARE(ran, 1000);
}

// Two goroutines that wake each other for ever through runnext and the ring; a third in the global queue still runs.
void TestSched::globalQueueIsNotStarved() {
    World w(1);
    int rounds = 0;
    bool ran = false;
    w.run([&] {
        auto spin = [&] {
            while (!ran && rounds < 100'000) {
                ++rounds;
                w.s.goyield();
            }
        };
        w.go(spin);
        w.go(spin);
        w.go([&] {
            w.s.gosched();
            ran = true;
        });
        timeSleep(w.s, 1'000'000'000);
    });
    QVERIFY(ran);
    QVERIFY2(rounds < 200, qPrintable(QString::number(rounds)));
}

void TestSched::preemption() {
    World w(1);
    bool done = false;
    w.run([&] {
        w.go([&] { done = true; });
        for (Time start = w.s.now(); !done && w.s.now() - start < 1'000'000'000;) w.work(1'000);
        QVERIFY(done);
        QVERIFY(w.s.now() >= 10'000'000 && w.s.now() < 11'000'000);
    });
    QVERIFY(w.sink.count(Kind::Sysmon) >= 1);
    auto stops = w.sink.of(Kind::GoStop);
    QCOMPARE(stops.front().args[0], uint64_t(trace::StopReason::Preempted));
    QCOMPARE(stops.front().go, GoId{1});
}

void TestSched::oneProcIsNeverIdleWithWork() {
    World w(1);
    w.run([&] {
        for (int i = 0; i < 5; ++i) w.go([&] { w.work(50'000); });
        timeSleep(w.s, 1'000'000);
    });
    QCOMPARE(w.sink.count(Kind::SpinBegin), size_t{0});
    QCOMPARE(w.sink.count(Kind::ProcStart), size_t{2}); // at the start, and for the sleep's end
}

void TestSched::workIsStolen() {
    World w(4);
    std::set<int> procs;
    w.run([&] {
        for (int i = 0; i < 40; ++i)
            w.go([&] {
                w.work(100'000);
                procs.insert(w.s.curp()->id.value);
            });
        timeSleep(w.s, 100'000'000);
    });
    QCOMPARE(procs.size(), size_t{4});
    QVERIFY(w.sink.count(Kind::RunqSteal) > 0);
}

void TestSched::psRunInParallel() {
    World w(4);
    Time end = 0;
    w.run([&] {
        for (int i = 0; i < 4; ++i)
            w.go([&] {
                w.work(5'000'000);
                end = std::max(end, w.s.now());
            });
        timeSleep(w.s, 100'000'000);
    });
    QVERIFY2(end > 5'000'000 && end < 5'200'000, qPrintable(QString::number(end)));
}

void TestSched::runnextIsNotStolenAtOnce() {
    World w(2);
    int onOwnP = 0;
    w.run([&] {
        for (int i = 0; i < 50; ++i) {
            P* maker = w.s.curp();
            w.go([&, maker] { onOwnP += w.s.curp() == maker; });
            timeSleep(w.s, 100'000); // blocks at once: the P runs what it made
        }
    });
    QCOMPARE(onOwnP, 50);
}

namespace {

/// A busy program: fan-out, channels, sleeps, yields, select.
int busy(World& w) {
    return w.run([&] {
        Hchan* c = makechan(w.s, 8, 3, nullptr, 0, 0);
        Hchan* d = makechan(w.s, 8, 0, nullptr, 0, 0);
        for (int i = 0; i < 12; ++i)
            w.go([&w, c, d, i] {
                for (uint64_t k = 0; k < 20; ++k) {
                    w.work(500 * (1 + i % 4));
                    if (k % 7 == 3) timeSleep(w.s, 3'000);
                    if (k % 5 == 1) w.s.gosched();
                    uint64_t value = k;
                    Scase cases[] = {{c, &value, true}, {d, &value, true}};
                    selectgo(w.s, cases, true);
                }
            });
        for (int n = 0; n < 240; ++n) {
            uint64_t value = 0;
            Scase cases[] = {{c, &value, false}, {d, &value, false}};
            selectgo(w.s, cases, true);
        }
        timeSleep(w.s, 1'000'000);
    });
}

} // namespace

void TestSched::timeNeverRunsBackwards() {
    World w(4);
    QCOMPARE(busy(w), 0);
    Time last = 0;
    for (auto& e : w.sink.events) {
        QVERIFY(e.time >= last);
        last = e.time;
    }
}

void TestSched::sameSeedSameLog() {
    World a(4, 42), b(4, 42);
    QCOMPARE(busy(a), 0);
    QCOMPARE(busy(b), 0);
    QVERIFY(a.sink.events.size() > 2000);
    QVERIFY(a.sink.dump() == b.sink.dump());
}

void TestSched::anotherSeedAnotherLog() {
    World a(4, 42), b(4, 43);
    QCOMPARE(busy(a), 0);
    QCOMPARE(busy(b), 0);
    QVERIFY(a.sink.dump() != b.sink.dump());
}

void TestSched::nothingRecordedWithoutSink() {
    World a(4, 42), b(4, 42, {}, false);
    QCOMPARE(busy(a), 0);
    QCOMPARE(busy(b), 0);
    QCOMPARE(b.sink.events.size(), size_t{0});
    QCOMPARE(a.s.now(), b.s.now()); // recording changes nothing
}

void TestSched::pauseAndGoOn() {
    World w(2);
    std::string order;
    w.bodies.push_back([&] {
        w.go([&] {
            order += 'b';
            w.s.pauseHere();
            order += 'c';
        });
        order += 'a';
        w.s.pauseHere();
        timeSleep(w.s, 100'000);
        order += 'd';
    });
    w.s.start(World::body, &w.bodies.back());
    QCOMPARE(w.s.run().kind, Outcome::Kind::Paused);
    QCOMPARE(order, std::string("a"));
    QCOMPARE(w.s.curg()->id, GoId{1});
    QCOMPARE(w.s.run().kind, Outcome::Kind::Paused);
    QCOMPARE(order, std::string("ab"));
    QCOMPARE(w.s.curg()->id, GoId{2});
    QCOMPARE(w.s.run().kind, Outcome::Kind::Finished);
    QCOMPARE(order, std::string("abcd"));
    QCOMPARE(w.s.run().kind, Outcome::Kind::Finished);
}

void TestSched::requestStop() {
    World w(1);
    w.bodies.push_back([&] { w.work(1'000'000'000, 10'000); });
    w.s.start(World::body, &w.bodies.back());
    w.s.requestStop();
    QCOMPARE(w.s.run().kind, Outcome::Kind::Paused);
    QVERIFY(w.s.now() <= 10'100'000);
    QCOMPARE(w.s.run().kind, Outcome::Kind::Finished);
}

void TestSched::syscallHandsOff() {
    World w(1);
    std::string order;
    int code = w.run([&] {
        w.go([&] {
            order += 'b';
            w.work(5'000);
            order += 'c';
        });
        order += 'a';
        w.s.syscallBlock(1'000'000);
        order += 'd';
    });
    QCOMPARE(code, 0);
    QCOMPARE(order, std::string("abcd"));
    QVERIFY(w.s.now() >= 1'000'000);
}

void TestSched::goroutinesAreReused() {
    World w(1);
    std::set<G*> objects;
    std::set<uint64_t> ids;
    w.run([&] {
        for (int i = 0; i < 100; ++i) {
            G* g = w.go([] {});
            objects.insert(g);
            ids.insert(g->id.value);
            w.s.gosched();
        }
        QCOMPARE(w.s.numGoroutine(), size_t{1});
    });
    QVERIFY(objects.size() <= 2); // every 61st time the global queue, with main in it, goes first
    QCOMPARE(ids.size(), size_t{100});
}

void TestSched::vmBytes() {
    TestHooks hooks;
    SchedOptions options;
    options.vmBytes = 256;
    Sched s(hooks, options);
    G* g = s.start([](G&, void*) {}, nullptr);
    for (int i = 0; i < 256; ++i) QCOMPARE(static_cast<char*>(g->vm)[i], 0);
    QCOMPARE(reinterpret_cast<uintptr_t>(g->vm) / 4096, (reinterpret_cast<uintptr_t>(g->vm) + 255) / 4096);
    QCOMPARE(s.run().exitCode, 0);
}

void TestSched::manyParked() {
    World w(1, 1, {}, false);
#if defined(__SANITIZE_ADDRESS__)
    constexpr int kCount = 4'000;
#else
    constexpr int kCount = 40'000; // more than mappings with guard pages would allow
#endif
    int woken = 0;
    std::function<void()> body;
    int code = w.run([&] {
        Hchan* gate = makechan(w.s, 0, 0, nullptr, 0, 0);
        body = [&, gate] {
            chanrecv(w.s, gate, nullptr);
            ++woken;
        };
        for (int i = 0; i < kCount; ++i) w.s.newproc(World::body, &body);
        timeSleep(w.s, 1'000'000'000);
        closechan(w.s, gate);
        timeSleep(w.s, 1'000'000'000);
    });
    QCOMPARE(code, 0);
    QCOMPARE(woken, kCount);
}

QTEST_APPLESS_MAIN(TestSched)
#include "tst_sched.moc"
