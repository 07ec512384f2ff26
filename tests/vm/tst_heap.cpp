#include "vm/heap.h"

#include <QTest>

#include <cstring>

using namespace unwind::vm;

class TestHeap : public QObject {
    Q_OBJECT

private slots:
    void addressesRepeat() {
        void* first = nullptr;
        for (int run = 0; run < 2; ++run) {
            Heap heap({});
            void* p = heap.allocate(24, kNoPointers);
            if (run == 0)
                first = p;
            QCOMPARE(p, first);
            QCOMPARE(reinterpret_cast<uintptr_t>(p), kHeapBase);
        }
    }

    void freesWhatIsNotReached() {
        Heap heap({});
        uint64_t* root = nullptr;
        heap.scanRoots = [&] { heap.mark(root); };
        root = static_cast<uint64_t*>(heap.allocate(16, kAllPointers));
        auto* next = static_cast<uint64_t*>(heap.allocate(16, kAllPointers));
        root[1] = reinterpret_cast<uint64_t>(next) + 8; // an interior pointer keeps the object
        void* lost = heap.allocate(16, kAllPointers);
        heap.collect();
        QVERIFY(heap.contains(root));
        QVERIFY(heap.contains(next));
        QVERIFY(!heap.contains(lost));
        QCOMPARE(heap.stats().liveBytes, uint64_t{32});
    }

    void memoryIsZeroAgain() {
        Heap heap({});
        heap.scanRoots = [] {};
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 5000; ++i) {
                const size_t size = 8 + size_t(i) % 300;
                auto* p = static_cast<char*>(heap.allocate(size, i % 2 ? kNoPointers : kAllPointers));
                for (size_t b = 0; b < size; ++b)
                    QVERIFY(p[b] == 0);
                std::memset(p, 0xaa, size);
            }
            heap.collect();
            QCOMPARE(heap.bytesInUse(), size_t{0});
        }
    }

    void layoutsTellPointersFromNumbers() {
        Heap heap({});
        const LayoutId second = heap.addLayout(2, {1});
        uint64_t* root = nullptr;
        heap.scanRoots = [&] { heap.mark(root); };
        root = static_cast<uint64_t*>(heap.allocate(32, second));
        void* number = heap.allocate(8, kNoPointers);
        void* kept = heap.allocate(8, kNoPointers);
        root[2] = reinterpret_cast<uint64_t>(number);
        root[3] = reinterpret_cast<uint64_t>(kept);
        heap.collect();
        QVERIFY(!heap.contains(number));
        QVERIFY(heap.contains(kept));
    }

    void largeObjects() {
        Heap heap({});
        void* root = nullptr;
        heap.scanRoots = [&] { heap.mark(root); };
        root = heap.allocate(3 << 20, kAllPointers);
        char* inside = static_cast<char*>(root) + (1 << 20);
        void* child = heap.allocate(100000, kNoPointers);
        std::memcpy(inside, &child, 8);
        void* lost = heap.allocate(200000, kNoPointers);
        heap.collect();
        QVERIFY(heap.contains(inside));
        QVERIFY(heap.contains(child));
        QVERIFY(!heap.contains(lost));
        QCOMPARE(heap.objectSize(inside), size_t{3 << 20});
    }

    void limitIsHard() {
        HeapOptions options;
        options.limit = 8 << 20;
        Heap heap(options);
        std::vector<void*> kept;
        heap.scanRoots = [&] {
            for (void* p : kept)
                heap.mark(p);
        };
        struct Full {};
        heap.onOutOfMemory = [](size_t) { throw Full{}; };
        bool full = false;
        try {
            for (int i = 0; i < 100; ++i)
                kept.push_back(heap.allocate(1 << 20, kNoPointers));
        } catch (Full) {
            full = true;
        }
        QVERIFY(full);
        QVERIFY(kept.size() >= 7 && kept.size() <= 8);
        kept.clear();
        QVERIFY(heap.allocate(4 << 20, kNoPointers) != nullptr);
    }

    void collectAlways() {
        HeapOptions options;
        options.collectAlways = true;
        Heap heap(options);
        std::vector<uint64_t*> kept;
        heap.scanRoots = [&] {
            for (uint64_t* p : kept)
                heap.mark(p);
        };
        for (uint64_t i = 0; i < 300; ++i) {
            auto* p = static_cast<uint64_t*>(heap.allocate(16 + i % 5 * 16, i % 2 ? kNoPointers : kAllPointers));
            p[0] = i;
            kept.push_back(p);
            heap.allocate(48, kNoPointers);
        }
        for (uint64_t i = 0; i < 300; ++i)
            QCOMPARE(kept[i][0], i);
        QVERIFY(heap.stats().collections >= 300);
    }

    void sizesAsGo() {
        QCOMPARE(roundUpSize(5 * 8, false), size_t{48});
        QCOMPARE(roundUpSize(33, false), size_t{48});
        QCOMPARE(roundUpSize(1024, true), size_t{1144});
        QCOMPARE(roundUpSize(1024, false), size_t{1024});
        QCOMPARE(roundUpSize(32768, false), size_t{32768});
        QCOMPARE(roundUpSize(32769, false), size_t{40960});
    }
};

QTEST_APPLESS_MAIN(TestHeap)
#include "tst_heap.moc"
