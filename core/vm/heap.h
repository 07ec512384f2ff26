// The Go program's heap: spans of equal objects in size classes, objects that never move, and a precise mark-sweep collector.
// Every object of a span that may hold pointers has a layout: which of its words are looked at. Words are checked against the
// heap before they are believed, so a word that looks like a pointer and is none does no harm, and pointers into the middle of
// an object keep the whole object. The collector runs inside allocate() only, when so many bytes were allocated since the last
// run that it pays: that depends on the program alone, never on time. Go's counterpart: malloc.go, mgc.go, mheap.go.
#pragma once

#include "vm/mapping.h"
#include "vm/sizeclasses.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace unwind::vm {

using LayoutId = uint32_t;
inline constexpr LayoutId kNoPointers = 0;
inline constexpr LayoutId kAllPointers = 1; ///< every word may be a pointer

struct HeapOptions {
    size_t limit = size_t{1} << 30; ///< bytes in use at which the program ends
    size_t firstTrigger = size_t{4} << 20;
    bool collectAlways = false;     ///< a collection at every allocation: for tests
};

struct HeapStats {
    uint64_t collections = 0;
    uint64_t liveBytes = 0;      ///< after the last collection
    uint64_t freedBytes = 0;     ///< by the last collection
    uint64_t totalAllocated = 0; ///< since the start
    uint64_t mallocs = 0;
};

class Heap {
public:
    explicit Heap(HeapOptions options);
    ~Heap();
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    /// The layout of objects made of repetitions of strideWords words, of which those in pointerWords may be pointers.
    LayoutId addLayout(uint32_t strideWords, std::vector<uint32_t> pointerWords);

    /// Zeroed memory, 8-byte aligned. May collect; calls onOutOfMemory, which must not return, at the limit.
    void* allocate(size_t size, LayoutId layout) {
        if (size <= kMaxSmallSize) [[likely]] {
            Cache& cache = m_caches[classOf(size)][layout != kNoPointers];
            char* p = cache.next;
            if (p != cache.end) [[likely]] {
                cache.next = p + cache.size;
                if (layout != kNoPointers)
                    *cache.layout++ = layout;
                return p;
            }
            return allocateSlow(size, layout);
        }
        return allocateLarge(size, layout);
    }

    /// Marks what a word points to, if it points into an object. For root scanners.
    void mark(uint64_t word);
    void mark(const void* pointer) { mark(reinterpret_cast<uint64_t>(pointer)); }
    /// Marks from the words at base whose bits are set.
    void markWords(const uint64_t* base, const std::vector<bool>& pointers);

    void collect();
    /// Is this the address of an allocated object's inside?
    bool contains(const void* pointer) const { return find(reinterpret_cast<uint64_t>(pointer)).span != nullptr; }
    /// Bytes of the object that pointer points into, 0 if none.
    size_t objectSize(const void* pointer) const;
    HeapStats stats() const;
    size_t bytesInUse() const { return m_pagesInUse * kPageSize; }

    std::function<void()> scanRoots;                   ///< calls mark for everything outside the heap
    std::function<void(size_t size)> onOutOfMemory;
    std::function<void(const HeapStats&)> onCollected; ///< after each collection

    std::vector<const void*> pins; ///< see Pin

private:
    struct Span;
    struct Layout {
        uint32_t stride = 1;
        std::vector<uint32_t> words;
    };
    /// A run of free objects of one span that is being handed out.
    struct Cache {
        char* next = nullptr;
        char* end = nullptr;
        uint32_t* layout = nullptr;
        uint32_t size = 0;
        Span* span = nullptr;
        std::vector<Span*> partial; ///< swept spans with free objects, next to be used last
    };
    struct Found {
        Span* span = nullptr;
        uint32_t index = 0;
    };

    void* allocateSlow(size_t size, LayoutId layout);
    void* allocateLarge(size_t size, LayoutId layout);
    bool nextRun(Cache& cache, size_t cls, bool hasPointers);
    bool takeRun(Cache& cache, Span& span);
    Span* newSpan(size_t pages, uint32_t size, uint32_t count, bool hasPointers);
    void freeSpan(Span* span);
    char* takePages(size_t pages, bool& dirty);
    void givePages(char* base, size_t pages);
    void collectIfDue(size_t size);
    Found find(uint64_t word) const;
    void drain();
    void scanObject(const Span& span, uint32_t index);
    void sweep();

    HeapOptions m_options;
    Mapping m_arena;
    std::vector<Span*> m_pageMap; ///< span of each page up to the highest in use
    std::deque<Layout> m_layouts;
    std::vector<std::unique_ptr<Span>> m_spans;
    std::vector<Span*> m_spareSpans;
    std::array<std::array<Cache, 2>, kClassCount> m_caches;
    std::map<size_t, size_t> m_freePages; ///< first page → count, disjoint, never adjacent
    size_t m_topPage = 0;                 ///< pages above were never used
    size_t m_pageLimit = 0;
    size_t m_pagesInUse = 0;
    uint64_t m_sinceCollection = 0, m_trigger = 0, m_allocatedAtCollection = 0;
    std::vector<std::pair<Span*, uint32_t>> m_grey;
    bool m_collecting = false;
    HeapStats m_stats;
};

/// Keeps an object alive while something is allocated that does not yet lead to it.
class Pin {
public:
    Pin(Heap& heap, const void* pointer) : m_heap(heap) { m_heap.pins.push_back(pointer); }
    ~Pin() { m_heap.pins.pop_back(); }
    Pin(const Pin&) = delete;
    Pin& operator=(const Pin&) = delete;

private:
    Heap& m_heap;
};

} // namespace unwind::vm
