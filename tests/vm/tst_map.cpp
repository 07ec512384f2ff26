#include "assembler.h"
#ifndef Q_MOC_RUN
#include "vm/map.h"
#include "vm/natives.h"
#endif

#include <QTest>

#include <bit>
#include <cmath>
#include <set>

using namespace unwind;
using namespace unwind::vm;

namespace {
struct Fixture {
    test::Assembler assembler;
    TypeIndex ints, strings, floats, anys;
    Heap heap{HeapOptions{}};
    std::unique_ptr<Types> types;
    std::unique_ptr<Maps> maps;
    GoMap* map = nullptr;
    GoMapIterator* iterator = nullptr;

    Fixture() {
        ints = assembler.mapOf(assembler.find("int"), assembler.find("int"));
        strings = assembler.mapOf(assembler.find("string"), assembler.find("int"));
        floats = assembler.mapOf(assembler.find("float64"), assembler.find("int"));
        anys = assembler.mapOf(assembler.find("interface {}"), assembler.find("int"));
        assembler.sliceOf(assembler.find("int"));
        types = std::make_unique<Types>(assembler.program(), heap);
        maps = std::make_unique<Maps>(heap, *types, 1);
        heap.scanRoots = [this] {
            heap.mark(map);
            heap.mark(iterator);
        };
    }
    const RtType& type(TypeIndex t) const { return (*types)[t]; }
    void set(TypeIndex t, uint64_t key, uint64_t value) {
        TypeIndex bad = bytecode::kNoType;
        *static_cast<uint64_t*>(maps->assign(type(t), map, &key, bad)) = value;
    }
    int64_t get(TypeIndex t, uint64_t key) const {
        TypeIndex bad = bytecode::kNoType;
        const auto* v = static_cast<const uint64_t*>(maps->find(type(t), map, &key, bad));
        return v ? int64_t(*v) : -1;
    }
    void erase(TypeIndex t, uint64_t key) {
        TypeIndex bad = bytecode::kNoType;
        maps->erase(type(t), map, &key, bad);
    }
};
} // namespace

class TestMap : public QObject {
    Q_OBJECT

private slots:
    void setFindErase() {
        Fixture f;
        f.map = f.maps->make(f.type(f.ints), 0);
        for (uint64_t i = 0; i < 100000; ++i)
            f.set(f.ints, i * 7, i);
        QCOMPARE(f.map->count, int64_t{100000});
        for (uint64_t i = 0; i < 100000; ++i)
            QCOMPARE(f.get(f.ints, i * 7), int64_t(i));
        QCOMPARE(f.get(f.ints, 3), int64_t{-1});
        for (uint64_t i = 0; i < 100000; i += 2)
            f.erase(f.ints, i * 7);
        QCOMPARE(f.map->count, int64_t{50000});
        for (uint64_t i = 0; i < 100000; ++i)
            QCOMPARE(f.get(f.ints, i * 7), i % 2 ? int64_t(i) : -1);
        for (uint64_t i = 0; i < 200000; ++i) { // churn: the map must not grow without end
            f.set(f.ints, 1'000'000 + i, i);
            f.erase(f.ints, 1'000'000 + i);
        }
        QCOMPARE(f.map->count, int64_t{50000});
        QVERIFY(f.map->capacity <= 300000);
    }

    void nilMapIsEmpty() {
        Fixture f;
        QCOMPARE(f.get(f.ints, 1), int64_t{-1});
        f.erase(f.ints, 1);
        f.iterator = f.maps->iterate(f.type(f.ints), nullptr);
        const uint64_t *key, *value;
        QVERIFY(!f.maps->next(f.type(f.ints), *f.iterator, key, value));
    }

    void stringsByContent() {
        Fixture f;
        f.map = f.maps->make(f.type(f.strings), 0);
        TypeIndex bad = bytecode::kNoType;
        std::vector<std::string> keys;
        for (int i = 0; i < 1000; ++i)
            keys.push_back("key" + std::to_string(i));
        for (size_t i = 0; i < keys.size(); ++i) {
            const uint64_t key[2] = {reinterpret_cast<uint64_t>(keys[i].data()), keys[i].size()};
            *static_cast<uint64_t*>(f.maps->assign(f.type(f.strings), f.map, key, bad)) = i;
        }
        const std::string copy = "key777";
        const uint64_t key[2] = {reinterpret_cast<uint64_t>(copy.data()), copy.size()};
        QCOMPARE(*static_cast<const uint64_t*>(f.maps->find(f.type(f.strings), f.map, key, bad)), uint64_t{777});
    }

    void zerosAreOneKeyAndNaNsAreNone() {
        Fixture f;
        f.map = f.maps->make(f.type(f.floats), 0);
        f.set(f.floats, std::bit_cast<uint64_t>(0.0), 1);
        f.set(f.floats, std::bit_cast<uint64_t>(-0.0), 2);
        QCOMPARE(f.map->count, int64_t{1});
        const auto nan = std::bit_cast<uint64_t>(std::nan(""));
        for (uint64_t i = 0; i < 20; ++i)
            f.set(f.floats, nan, i);
        QCOMPARE(f.map->count, int64_t{21});
        QCOMPARE(f.get(f.floats, nan), int64_t{-1});
        f.erase(f.floats, nan);
        QCOMPARE(f.map->count, int64_t{21});
        f.maps->clear(f.map);
        QCOMPARE(f.map->count, int64_t{0});
    }

    void unhashableKeysAreTold() {
        Fixture f;
        f.map = f.maps->make(f.type(f.anys), 0);
        const TypeIndex slice = f.assembler.find("[]int");
        const uint64_t key[2] = {uint64_t(slice) + 1, 0};
        TypeIndex bad = bytecode::kNoType;
        uint64_t nothing[3] = {};
        const uint64_t boxed[2] = {key[0], reinterpret_cast<uint64_t>(nothing)};
        QVERIFY(!f.maps->find(f.type(f.anys), f.map, boxed, bad));
        QCOMPARE(bad, slice);
    }

    void rangeWhileChanging() {
        Fixture f;
        for (uint64_t seed = 0; seed < 50; ++seed) {
            f.map = f.maps->make(f.type(f.ints), 0);
            for (uint64_t i = 0; i < 30; ++i)
                f.set(f.ints, i, i);
            f.iterator = f.maps->iterate(f.type(f.ints), f.map);
            std::set<uint64_t> seen, deleted;
            const uint64_t *key, *value;
            uint64_t added = 1000;
            while (f.maps->next(f.type(f.ints), *f.iterator, key, value)) {
                const uint64_t k = *key;
                QVERIFY(seen.insert(k).second);  // none twice
                QVERIFY(!deleted.count(k));      // none that is gone
                QCOMPARE(*value, k);
                const uint64_t victim = (k * 13 + 5) % 30;
                if (!seen.count(victim)) {
                    f.erase(f.ints, victim);
                    deleted.insert(victim);
                }
                for (int i = 0; i < 10; ++i, ++added)
                    f.set(f.ints, added, added); // makes the map move
                f.heap.collect();
            }
            for (uint64_t i = 0; i < 30; ++i)
                QVERIFY(seen.count(i) || deleted.count(i)); // all that stayed
        }
    }

    void startsAreRandomAndRepeat() {
        std::vector<uint64_t> first;
        for (int run = 0; run < 2; ++run) {
            Fixture f;
            f.map = f.maps->make(f.type(f.ints), 0);
            for (uint64_t i = 0; i < 8; ++i)
                f.set(f.ints, i, i);
            std::vector<uint64_t> starts;
            const uint64_t *key, *value;
            for (int i = 0; i < 40; ++i) {
                f.iterator = f.maps->iterate(f.type(f.ints), f.map);
                QVERIFY(f.maps->next(f.type(f.ints), *f.iterator, key, value));
                starts.push_back(*key);
            }
            QVERIFY(std::set(starts.begin(), starts.end()).size() > 4);
            if (run == 0)
                first = starts;
            QCOMPARE(starts, first);
        }
    }
};

QTEST_APPLESS_MAIN(TestMap)
#include "tst_map.moc"
