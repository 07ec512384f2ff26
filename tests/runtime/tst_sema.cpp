#include "support.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

class TestSema : public QObject {
    Q_OBJECT

private slots:
    void countsDown();
    void waitersAreFifo();
    void lifoGoesFirst();
    void handoff();
    void mutualExclusion();
    void notifyOneWakesTheLongestWaiting();
    void notifyAll();
    void notifiedBeforeWaiting();
    void events();
};

void TestSema::countsDown() {
    World w(1);
    uint32_t sema = 2;
    w.run([&] {
        semacquire(w.s, &sema);
        semacquire(w.s, &sema);
        QCOMPARE(sema, 0u);
        semrelease(w.s, &sema);
        QCOMPARE(sema, 1u);
    });
    QCOMPARE(w.sink.count(Kind::GoBlock), size_t{0});
}

void TestSema::waitersAreFifo() {
    World w(1);
    uint32_t sema = 0;
    std::string order;
    w.run([&] {
        for (char c = 'a'; c <= 'd'; ++c) {
            w.go([&, c] {
                semacquire(w.s, &sema, WaitReason::SyncMutexLock);
                order += c;
            });
            w.s.gosched();
        }
        for (int i = 0; i < 4; ++i) {
            semrelease(w.s, &sema);
            w.s.gosched();
        }
    });
    QCOMPARE(order, std::string("abcd"));
    QVERIFY(w.s.semaphores().empty());
}

void TestSema::lifoGoesFirst() {
    World w(1);
    uint32_t sema = 0;
    std::string order;
    w.run([&] {
        for (char c = 'a'; c <= 'c'; ++c) {
            w.go([&, c] {
                semacquire(w.s, &sema, WaitReason::Semacquire, c == 'c');
                order += c;
            });
            w.s.gosched();
        }
        for (int i = 0; i < 3; ++i) {
            semrelease(w.s, &sema);
            w.s.gosched();
        }
    });
    QCOMPARE(order, std::string("cab"));
}

void TestSema::handoff() {
    World w(1);
    uint32_t sema = 0;
    std::string order;
    w.run([&] {
        w.go([&] {
            semacquire(w.s, &sema);
            order += 'w';
        });
        w.s.gosched();
        semrelease(w.s, &sema, true);
        order += 'm';
        QCOMPARE(sema, 0u);
    });
    QCOMPARE(order, std::string("wm"));
}

void TestSema::mutualExclusion() {
    World w(4, 9);
    uint32_t sema = 1;
    int inside = 0, total = 0;
    w.run([&] {
        for (int i = 0; i < 10; ++i)
            w.go([&] {
                for (int k = 0; k < 20; ++k) {
                    semacquire(w.s, &sema);
                    QCOMPARE(++inside, 1);
                    w.work(700);
                    ++total;
                    --inside;
                    semrelease(w.s, &sema);
                }
            });
        timeSleep(w.s, 100'000'000);
    });
    QCOMPARE(total, 200);
}

void TestSema::notifyOneWakesTheLongestWaiting() {
    World w(1);
    NotifyList list;
    std::string order;
    w.run([&] {
        for (char c = 'a'; c <= 'c'; ++c) {
            w.go([&, c] {
                notifyListWait(w.s, list, notifyListAdd(list));
                order += c;
            });
            w.s.gosched();
        }
        for (int i = 0; i < 4; ++i) {
            notifyListNotifyOne(w.s, list);
            w.s.gosched();
        }
    });
    QCOMPARE(order, std::string("abc"));
}

void TestSema::notifyAll() {
    World w(4);
    NotifyList list;
    int woken = 0;
    w.run([&] {
        for (int i = 0; i < 5; ++i)
            w.go([&] {
                notifyListWait(w.s, list, notifyListAdd(list));
                ++woken;
            });
        timeSleep(w.s, 1'000'000);
        notifyListNotifyAll(w.s, list);
        timeSleep(w.s, 1'000'000);
    });
    QCOMPARE(woken, 5);
    QVERIFY(!list.head);
}

void TestSema::notifiedBeforeWaiting() {
    World w(1);
    NotifyList list;
    int code = w.run([&] {
        uint32_t ticket = notifyListAdd(list);
        notifyListNotifyOne(w.s, list);
        notifyListWait(w.s, list, ticket); // does not block
    });
    QCOMPARE(code, 0);
    static_assert(sizeof(NotifyList) == 32);
}

void TestSema::events() {
    World w(1);
    int mutex = 0;
    w.run([&] {
        syncAcquired(w.s, trace::SyncKind::Mutex, &mutex);
        syncReleased(w.s, trace::SyncKind::Mutex, &mutex);
    });
    QCOMPARE(w.sink.count(Kind::SyncAcquire), size_t{1});
    QCOMPARE(w.sink.of(Kind::SyncRelease)[0].args[1], uint64_t(trace::SyncKind::Mutex));
}

QTEST_APPLESS_MAIN(TestSema)
#include "tst_sema.moc"
