#include "support.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

class TestTimer : public QObject {
    Q_OBJECT

private slots:
    void sleepJumpsTheClock();
    void sleepOfNothing();
    void sleepersWakeInOrder();
    void equalTimesInOrderOfSetting();
    void idlePWakesForATimer();
    void busyPRunsTimersWhenItSchedules();
    void channelTimer();
    void stopAndResetLeaveNoStaleValue();
    void ticker();
    void callback();
    void manyTimers();
};

void TestTimer::sleepJumpsTheClock() {
    World w(4);
    Time woke = 0;
    int code = w.run([&] {
        timeSleep(w.s, 3'600'000'000'000);
        woke = w.s.now();
    });
    QCOMPARE(code, 0);
    QVERIFY(woke >= 3'600'000'000'000 && woke < 3'600'000'100'000);
    QVERIFY(w.sink.events.size() < 60);
}

void TestTimer::sleepOfNothing() {
    World w(1);
    w.run([&] {
        timeSleep(w.s, 0);
        timeSleep(w.s, -5);
    });
    QCOMPARE(w.sink.count(Kind::GoBlock), size_t{0});
}

void TestTimer::sleepersWakeInOrder() {
    for (int procs : {1, 4}) {
        World w(procs);
        std::string order;
        w.run([&] {
            for (int i : {5, 1, 4, 2, 3})
                w.go([&, i] {
                    timeSleep(w.s, i * 1'000'000);
                    order += char('0' + i);
                });
            timeSleep(w.s, 100'000'000);
        });
        QCOMPARE(order, std::string("12345"));
    }
}

void TestTimer::equalTimesInOrderOfSetting() {
    World w(1);
    std::string order;
    Timer timers[6];
    w.hooks.onTimer = [&](Timer& t) { order += char('a' + t.payload); };
    w.run([&] {
        for (uint64_t i = 0; i < 6; ++i) {
            timers[i].payload = i;
            runtime::startTimer(w.s, timers[i], 5'000'000);
        }
        timeSleep(w.s, 10'000'000);
    });
    QCOMPARE(order, std::string("abcdef"));
}

void TestTimer::idlePWakesForATimer() {
    World w(2);
    Time woke = 0;
    w.run([&] {
        w.go([&] {
            timeSleep(w.s, 1'000'000);
            woke = w.s.now();
        });
        w.s.gosched();
        w.work(5'000'000);
    });
    QVERIFY2(woke >= 1'000'000 && woke < 1'100'000, qPrintable(QString::number(woke)));
}

void TestTimer::busyPRunsTimersWhenItSchedules() {
    World w(1);
    Time woke = 0;
    w.run([&] {
        w.go([&] {
            timeSleep(w.s, 1'000'000);
            woke = w.s.now();
        });
        w.s.gosched();
        w.work(25'000'000);
    });
    QVERIFY2(woke >= 10'000'000 && woke < 11'000'000, qPrintable(QString::number(woke))); // at the preemption
}

void TestTimer::channelTimer() {
    World w(2);
    Timer timer;
    w.run([&] {
        timer.kind = Timer::Kind::SendTime;
        timer.channel = makechan(w.s, 8, 1, nullptr, 0, 0);
        timer.channel->timer = &timer;
        QVERIFY(!runtime::startTimer(w.s, timer, w.s.now() + 1'000'000));
        Time sent = 0;
        QVERIFY(chanrecv(w.s, timer.channel, &sent).received);
        QVERIFY(sent >= 1'000'000);
        QVERIFY(!timer.active());
        QVERIFY(!stopTimer(w.s, timer));
    });
    QCOMPARE(w.sink.count(Kind::TimerFire), size_t{1});
}

void TestTimer::stopAndResetLeaveNoStaleValue() {
    World w(2);
    Timer timer;
    w.run([&] {
        timer.kind = Timer::Kind::SendTime;
        timer.channel = makechan(w.s, 8, 1, nullptr, 0, 0);
        timer.channel->timer = &timer;
        runtime::startTimer(w.s, timer, w.s.now() + 1'000);
        timeSleep(w.s, 1'000'000);
        QCOMPARE(timer.channel->qcount, uint64_t{1}); // fired, not received
        QCOMPARE(chanlen(timer.channel), uint64_t{0});
        QCOMPARE(chancap(timer.channel), uint64_t{0});
        QVERIFY(stopTimer(w.s, timer)); // its value was not received
        QVERIFY(!stopTimer(w.s, timer));
        Time value = 0;
        QVERIFY(!chanrecv(w.s, timer.channel, &value, false).selected);
        runtime::startTimer(w.s, timer, w.s.now() + 1'000);
        timeSleep(w.s, 1'000'000);
        Time reset = w.s.now() + 5'000'000;
        QVERIFY(runtime::startTimer(w.s, timer, reset));
        chanrecv(w.s, timer.channel, &value);
        QVERIFY(value >= reset);
        QVERIFY(!runtime::startTimer(w.s, timer, w.s.now() + 10'000));
        QVERIFY(runtime::startTimer(w.s, timer, w.s.now() + 20'000));
        QVERIFY(stopTimer(w.s, timer));
    });
}

void TestTimer::ticker() {
    World w(2);
    Timer timer;
    w.run([&] {
        timer.kind = Timer::Kind::SendTime;
        timer.channel = makechan(w.s, 8, 1, nullptr, 0, 0);
        timer.channel->timer = &timer;
        Time start = w.s.now();
        runtime::startTimer(w.s, timer, start + 1'000'000, 1'000'000);
        for (int i = 1; i <= 5; ++i) {
            Time value = 0;
            chanrecv(w.s, timer.channel, &value);
            QVERIFY(value >= start + i * 1'000'000 && value < start + i * 1'000'000 + 100'000);
        }
        timeSleep(w.s, 10'000'000); // ticks nobody takes are dropped
        QCOMPARE(timer.channel->qcount, uint64_t{1});
        stopTimer(w.s, timer);
    });
}

void TestTimer::callback() {
    World w(2);
    Timer timer;
    bool ran = false;
    w.hooks.onTimer = [&](Timer&) { w.go([&] { ran = true; }); };
    w.run([&] {
        runtime::startTimer(w.s, timer, w.s.now() + 1'000);
        timeSleep(w.s, 1'000'000);
    });
    QVERIFY(ran);
}

void TestTimer::manyTimers() {
    World w(1, 1, {}, false);
    std::vector<Timer> timers(2000);
    std::vector<Time> fired;
    w.hooks.onTimer = [&](Timer& t) { fired.push_back(t.when); };
    w.run([&] {
        for (auto& t : timers) runtime::startTimer(w.s, t, 1'000'000 + w.s.cheaprandn(1'000'000));
        for (size_t i = 0; i < timers.size(); i += 3) QVERIFY(stopTimer(w.s, timers[i]));
        for (size_t i = 1; i < timers.size(); i += 3) QVERIFY(runtime::startTimer(w.s, timers[i], 1'000'000 + w.s.cheaprandn(1'000'000)));
        timeSleep(w.s, 10'000'000);
    });
    QCOMPARE(fired.size(), timers.size() - 667);
    QVERIFY(std::is_sorted(fired.begin(), fired.end()));
}

QTEST_APPLESS_MAIN(TestTimer)
#include "tst_timer.moc"
