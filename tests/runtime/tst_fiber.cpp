#include "runtime/fiber.h"

#include <QtTest>

#include <set>
#include <vector>

using namespace unwind::runtime;

class TestFiber : public QObject {
    Q_OBJECT

private slots:
    void switchesBackAndForth();
    void manyStacks();
    void deepUseOfAStack();
};

namespace {

struct PingPong {
    Fiber host, fiber;
    std::vector<int> order;
    int rounds = 0;
};

void pong(void* argument) {
    auto* p = static_cast<PingPong*>(argument);
    for (int i = 0;; ++i) {
        p->order.push_back(100 + i);
        switchFiber(p->fiber, p->host);
    }
}

int depth(int n) {
    volatile char room[256] = {};
    room[n % 256] = 1;
    return n == 0 ? 0 : room[n % 256] + depth(n - 1);
}

void dig(void* argument) {
    auto* p = static_cast<PingPong*>(argument);
    p->rounds = depth(100);
    switchFiber(p->fiber, p->host);
    qFatal("not reached");
}

} // namespace

void TestFiber::switchesBackAndForth() {
    StackPool pool(256);
    PingPong p;
    makeFiber(p.fiber, pool.allocate(), pong, &p);
    for (int i = 0; i < 3; ++i) {
        p.order.push_back(i);
        switchFiber(p.host, p.fiber);
    }
    QCOMPARE(p.order, (std::vector<int>{0, 100, 1, 101, 2, 102}));
}

void TestFiber::manyStacks() {
    StackPool pool(100);
    std::set<void*> controls;
    for (int i = 0; i < 3000; ++i) {
        StackPool::Slot slot = pool.allocate();
        QVERIFY(controls.insert(slot.control).second);
        QCOMPARE(reinterpret_cast<uintptr_t>(slot.control) % 64, uintptr_t{0});
        QCOMPARE(*static_cast<char*>(slot.control), 0);
        // control block and the stack's first bytes share a page
        QVERIFY(reinterpret_cast<uintptr_t>(slot.stackTop) % 4096 >= 2048);
    }
}

void TestFiber::deepUseOfAStack() {
    StackPool pool(64);
    PingPong p;
    makeFiber(p.fiber, pool.allocate(), dig, &p);
    switchFiber(p.host, p.fiber);
    QCOMPARE(p.rounds, 100);
}

QTEST_APPLESS_MAIN(TestFiber)
#include "tst_fiber.moc"
