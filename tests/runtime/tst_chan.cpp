#include "support.h"

#include <QtTest>

#include <cstring>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

class TestChan : public QObject {
    Q_OBJECT

private slots:
    void buffered();
    void unbufferedHandsOver();
    void waitersAreFifo();
    void sendersRefillTheBuffer();
    void closeWakesAll();
    void closeFaults();
    void receiveFromClosed();
    void nilChannels();
    void nonBlocking();
    void bigElements();
    void parkedValuesCanBeTraced();
    void selectReady();
    void selectIsUniform();
    void selectParksAndWinsOnce();
    void selectSendOnClosed();
    void selectWokenByClose();
    void selectManyCases();
    void selectTwoOnOneChannel();
    void events();
};

namespace {

void send(World& w, Hchan* c, uint64_t v) {
    QCOMPARE(chansend(w.s, c, &v), SendResult::Sent);
}

uint64_t recv(World& w, Hchan* c, bool* received = nullptr) {
    uint64_t v = 99;
    RecvResult r = chanrecv(w.s, c, &v);
    if (received) *received = r.received;
    return v;
}

Hchan* make(World& w, uint64_t capacity = 0) {
    return makechan(w.s, 8, capacity, nullptr, 0, 0);
}

} // namespace

void TestChan::buffered() {
    World w(1);
    w.run([&] {
        Hchan* c = make(w, 3);
        QCOMPARE(chancap(c), uint64_t{3});
        for (int round = 0; round < 5; ++round) {
            send(w, c, 1);
            send(w, c, 2);
            QCOMPARE(chanlen(c), uint64_t{2});
            QCOMPARE(recv(w, c), uint64_t{1});
            QCOMPARE(recv(w, c), uint64_t{2});
        }
        QCOMPARE(chanlen(nullptr), uint64_t{0});
    });
}

void TestChan::unbufferedHandsOver() {
    World w(4);
    std::vector<uint64_t> got;
    int code = w.run([&] {
        Hchan* c = make(w);
        w.go([&, c] {
            for (uint64_t i = 0; i < 100; ++i) send(w, c, i);
        });
        for (int i = 0; i < 100; ++i) got.push_back(recv(w, c));
    });
    QCOMPARE(code, 0);
    for (uint64_t i = 0; i < 100; ++i) QCOMPARE(got[i], i);
}

void TestChan::waitersAreFifo() {
    World w(1);
    std::vector<int> order;
    w.run([&] {
        Hchan* c = make(w);
        for (int i = 0; i < 4; ++i) {
            w.go([&, c, i] { order.push_back(i * 10 + int(recv(w, c))); });
            w.s.gosched();
        }
        for (uint64_t v = 0; v < 4; ++v) {
            send(w, c, v);
            w.s.gosched();
        }
    });
    QCOMPARE(order, (std::vector<int>{0, 11, 22, 33}));
}

void TestChan::sendersRefillTheBuffer() {
    World w(1);
    w.run([&] {
        Hchan* c = make(w, 2);
        for (uint64_t i = 0; i < 5; ++i) {
            w.go([&, c, i] { send(w, c, i); });
            w.s.gosched();
        }
        for (uint64_t i = 0; i < 5; ++i) QCOMPARE(recv(w, c), i);
        QCOMPARE(chanlen(c), uint64_t{0});
    });
}

void TestChan::closeWakesAll() {
    World w(2);
    int zeroes = 0, faults = 0;
    w.run([&] {
        Hchan *c = make(w), *d = make(w);
        for (int i = 0; i < 3; ++i) {
            w.go([&, c] {
                bool received = true;
                zeroes += recv(w, c, &received) == 0 && !received;
            });
            w.go([&, d] {
                uint64_t v = 1;
                faults += chansend(w.s, d, &v) == SendResult::SendOnClosed;
            });
        }
        timeSleep(w.s, 1'000'000);
        QCOMPARE(closechan(w.s, c), CloseResult::Closed);
        QCOMPARE(closechan(w.s, d), CloseResult::Closed);
        timeSleep(w.s, 1'000'000);
    });
    QCOMPARE(zeroes, 3);
    QCOMPARE(faults, 3);
}

void TestChan::closeFaults() {
    World w(1);
    w.run([&] {
        Hchan* c = make(w);
        QCOMPARE(closechan(w.s, nullptr), CloseResult::CloseOfNil);
        QCOMPARE(closechan(w.s, c), CloseResult::Closed);
        QCOMPARE(closechan(w.s, c), CloseResult::CloseOfClosed);
        uint64_t v = 1;
        QCOMPARE(chansend(w.s, c, &v), SendResult::SendOnClosed);
    });
}

void TestChan::receiveFromClosed() {
    World w(1);
    w.run([&] {
        Hchan* c = make(w, 2);
        send(w, c, 7);
        closechan(w.s, c);
        bool received = false;
        QCOMPARE(recv(w, c, &received), uint64_t{7});
        QVERIFY(received);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(recv(w, c, &received), uint64_t{0});
            QVERIFY(!received);
        }
    });
}

void TestChan::nilChannels() {
    World w(1);
    int code = w.run([&] {
        uint64_t v = 1;
        QCOMPARE(chansend(w.s, nullptr, &v, false), SendResult::WouldBlock);
        QVERIFY(!chanrecv(w.s, nullptr, &v, false).selected);
        w.go([&] { chansend(w.s, nullptr, &v); });
        chanrecv(w.s, nullptr, &v);
        QFAIL("not reached");
    });
    QCOMPARE(code, 2);
    QVERIFY(w.hooks.err.find("goroutine 1 [chan receive (nil chan)]:") != std::string::npos);
    QVERIFY(w.hooks.err.find("goroutine 2 [chan send (nil chan)]:") != std::string::npos);
}

void TestChan::nonBlocking() {
    World w(1);
    w.run([&] {
        Hchan* c = make(w, 1);
        uint64_t v = 5;
        QVERIFY(!chanrecv(w.s, c, &v, false).selected);
        QCOMPARE(chansend(w.s, c, &v, false), SendResult::Sent);
        QCOMPARE(chansend(w.s, c, &v, false), SendResult::WouldBlock);
        QVERIFY(chanrecv(w.s, c, &v, false).received);
    });
}

void TestChan::bigElements() {
    struct Big {
        char text[100];
    };
    World w(1);
    w.run([&] {
        Hchan* c = makechan(w.s, sizeof(Big), 1, nullptr, 0, 0);
        w.go([&, c] {
            for (int i = 0; i < 5; ++i) {
                Big big{};
                std::memset(big.text, 'a' + i, 99);
                chansend(w.s, c, &big);
            }
        });
        for (int i = 0; i < 5; ++i) {
            Big big{};
            chanrecv(w.s, c, &big);
            QCOMPARE(std::string(big.text), std::string(99, char('a' + i)));
        }
    });
}

void TestChan::parkedValuesCanBeTraced() {
    World w(1);
    w.run([&] {
        int type = 0;
        Hchan* c = makechan(w.s, 8, 2, &type, 0, 0);
        for (uint64_t i = 1; i <= 3; ++i) {
            w.go([&, c, i] { send(w, c, i); });
            w.s.gosched();
        }
        std::vector<uint64_t> buffered, parked;
        c->forEachBuffered([&](void* slot) { buffered.push_back(*static_cast<uint64_t*>(slot)); });
        w.s.forEachG([&](G& g) {
            for (Sudog* sg = g.waiting; sg; sg = sg->waitlink) {
                QCOMPARE(sg->c->elemType, static_cast<void*>(&type));
                if (sg->isSend) parked.push_back(*reinterpret_cast<uint64_t*>(sg->elem()));
            }
        });
        QCOMPARE(buffered, (std::vector<uint64_t>{1, 2}));
        QCOMPARE(parked, (std::vector<uint64_t>{3}));
    });
}

void TestChan::selectReady() {
    World w(1);
    w.run([&] {
        Hchan *a = make(w, 1), *b = make(w, 1);
        uint64_t in = 0, out = 4;
        Scase cases[] = {{a, &in, false}, {nullptr, &in, false}, {b, &out, true}};
        QCOMPARE(selectgo(w.s, cases, false).chosen, 2);
        QCOMPARE(selectgo(w.s, cases, false).chosen, -1);
        send(w, a, 6);
        SelectResult r = selectgo(w.s, cases, true);
        QCOMPARE(r.chosen, 0);
        QVERIFY(r.received);
        QCOMPARE(in, uint64_t{6});
        QCOMPARE(recv(w, b), uint64_t{4});
    });
}

void TestChan::selectIsUniform() {
    auto draw = [](uint64_t seed) {
        World w(1, seed, {}, false);
        std::vector<int> hits(4);
        w.run([&] {
            Scase cases[4];
            for (auto& k : cases) {
                k.c = make(w);
                closechan(w.s, k.c);
            }
            for (int i = 0; i < 8000; ++i) ++hits[size_t(selectgo(w.s, cases, true).chosen)];
        });
        return hits;
    };
    for (uint64_t seed : {1u, 2u, 3u})
        for (int n : draw(seed)) QVERIFY2(n > 1800 && n < 2200, qPrintable(QString::number(n)));
    QVERIFY(draw(1) == draw(1));
    QVERIFY(draw(1) != draw(2));
}

void TestChan::selectParksAndWinsOnce() {
    World w(1);
    std::vector<int> chosen;
    w.run([&] {
        Hchan *a = make(w), *b = make(w);
        w.go([&, a, b] {
            uint64_t v = 0;
            Scase cases[] = {{a, &v, false}, {b, &v, false}};
            SelectResult r = selectgo(w.s, cases, true);
            chosen.push_back(r.chosen * 100 + int(v));
        });
        w.s.gosched();
        send(w, b, 5);
        uint64_t v = 6;
        QCOMPARE(chansend(w.s, a, &v, false), SendResult::WouldBlock); // the select is served already
        w.s.gosched();
        QVERIFY(!a->recvq.first && !b->recvq.first);
    });
    QCOMPARE(chosen, (std::vector<int>{105}));
}

void TestChan::selectSendOnClosed() {
    World w(1);
    w.run([&] {
        Hchan* a = make(w);
        closechan(w.s, a);
        uint64_t v = 1;
        Scase cases[] = {{a, &v, true}};
        SelectResult r = selectgo(w.s, cases, false);
        QCOMPARE(r.chosen, 0);
        QVERIFY(r.sendOnClosed);
    });
}

void TestChan::selectWokenByClose() {
    World w(1);
    w.run([&] {
        Hchan *a = make(w), *b = make(w);
        bool fault = false, zero = false;
        w.go([&, a, b] {
            uint64_t v = 1;
            Scase cases[] = {{a, &v, true}, {b, &v, false}};
            fault = selectgo(w.s, cases, true).sendOnClosed;
            SelectResult r = selectgo(w.s, std::span(cases + 1, 1), true);
            zero = r.chosen == 0 && !r.received && v == 0;
        });
        w.s.gosched();
        closechan(w.s, a);
        w.s.gosched();
        closechan(w.s, b);
        w.s.gosched();
        QVERIFY(fault);
        QVERIFY(zero);
    });
}

void TestChan::selectManyCases() {
    World w(1, 1, {}, false);
    w.run([&] {
        std::vector<Scase> cases(1000);
        for (auto& k : cases) k.c = make(w, 1);
        uint64_t v = 3;
        chansend(w.s, cases[777].c, &v);
        QCOMPARE(selectgo(w.s, cases, true).chosen, 777);
        w.go([&] { chansend(w.s, cases[5].c, &v); });
        QCOMPARE(selectgo(w.s, cases, true).chosen, 5);
    });
}

void TestChan::selectTwoOnOneChannel() {
    World w(1);
    int code = w.run([&] {
        Hchan* c = make(w);
        int served = 0;
        auto both = [&, c] { // neither may meet itself
            uint64_t in = 0, out = 1;
            Scase cases[] = {{c, &in, false}, {c, &out, true}};
            selectgo(w.s, cases, true);
            ++served;
        };
        w.go(both);
        w.s.gosched();
        QCOMPARE(served, 0);
        w.go(both);
        w.s.gosched();
        w.s.gosched();
        QCOMPARE(served, 2);
    });
    QCOMPARE(code, 0);
}

void TestChan::events() {
    World w(1);
    w.run([&] {
        Hchan* c = make(w, 1);
        w.go([&, c] {
            for (uint64_t v : {1, 2}) send(w, c, v);
        });
        w.s.gosched();
        recv(w, c);
        recv(w, c);
        w.s.gosched();
        closechan(w.s, c);
        recv(w, c);
    });
    std::string how;
    for (auto& e : w.sink.events) {
        if (e.kind == Kind::ChanMake) how += 'M';
        if (e.kind == Kind::ChanSend) how += "s" + std::to_string(e.args[1]) + std::to_string(e.args[2]) + " ";
        if (e.kind == Kind::ChanRecv) how += "r" + std::to_string(e.args[1]) + std::to_string(e.args[2]) + " ";
        if (e.kind == Kind::ChanClose) how += "C ";
        if (e.kind == Kind::GoBlock) how += "B" + std::to_string(e.args[0]) + " ";
    }
    QCOMPARE(how, std::string("Ms01 B2 r01 r00 s20 C r30 "));
}

QTEST_APPLESS_MAIN(TestChan)
#include "tst_chan.moc"
