#include "state/cowmap.h"

#include <QtTest>

#include <map>
#include <random>
#include <string>

using unwind::state::CowMap;

class TestCowMap : public QObject {
    Q_OBJECT

private slots:
    void behavesLikeMap();
    void copiesAreIndependent();
    void unshared();
};

void TestCowMap::behavesLikeMap() {
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937_64 random(seed);
        CowMap<uint64_t, int> cow;
        std::map<uint64_t, int> plain;
        const uint64_t range = seed % 2 ? 300 : ~uint64_t{0};
        std::vector<uint64_t> keys;
        for (int i = 0; i < 200; ++i)
            keys.push_back(random() % range);
        for (int i = 0; i < 2000; ++i) {
            const uint64_t key = keys[random() % keys.size()];
            if (random() % 3 == 0) {
                cow.erase(key);
                plain.erase(key);
            } else {
                cow.edit(key) = i;
                plain[key] = i;
            }
            QCOMPARE(cow.size(), plain.size());
            QCOMPARE(cow.contains(key), plain.contains(key));
        }
        auto it = plain.begin();
        for (const auto& [key, value] : cow) {
            QCOMPARE(key, it->first);
            QCOMPARE(value, it->second);
            QCOMPARE(cow.find(key)->second, value);
            QCOMPARE(cow.at(key), value);
            ++it;
        }
        QVERIFY(it == plain.end());
        QVERIFY(cow.find(~uint64_t{0} - 1) == cow.end());
        QVERIFY_EXCEPTION_THROWN(cow.at(~uint64_t{0} - 1), std::out_of_range);
    }
}

void TestCowMap::copiesAreIndependent() {
    CowMap<uint64_t, std::string> a;
    for (uint64_t i = 0; i < 100; ++i)
        a.edit(i) = "old";
    const CowMap<uint64_t, std::string> b = a;
    QVERIFY(a == b);
    a.edit(50) = "new";
    a.erase(7);
    QVERIFY(!(a == b));
    QCOMPARE(b.at(50), std::string("old"));
    QVERIFY(b.contains(7));
    QCOMPARE(a.at(51), std::string("old"));
    a.edit(50) = "old";
    a.edit(7) = "old";
    QVERIFY(a == b);
}

void TestCowMap::unshared() {
    CowMap<uint64_t, int> a;
    for (uint64_t i = 0; i < 160; ++i)
        a.edit(i) = 1;
    const CowMap<uint64_t, int> b = a;
    int count = 0;
    const auto counting = [&](int) { ++count; };
    a.forEachUnshared(b, counting);
    QCOMPARE(count, 0);
    a.edit(20) = 2;
    a.edit(1000) = 3;
    a.forEachUnshared(b, counting);
    QCOMPARE(count, 2); // the changed one and the new one
}

QTEST_APPLESS_MAIN(TestCowMap)
#include "tst_cowmap.moc"
