#include "vm/heap.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include <sys/mman.h>

namespace unwind::vm {

namespace {
constexpr size_t kLargeGiveBack = size_t{1} << 20; ///< bytes from which freed pages go back to the system

size_t spanPages(uint32_t size) {
    size_t pages = 1;
    while (pages * kPageSize % size > pages * kPageSize / 8)
        ++pages;
    return pages;
}
} // namespace

/// Objects of one size in consecutive pages. allocBits: handed out, or part of a run that is being handed out.
struct Heap::Span {
    char* base = nullptr;
    size_t pages = 0;
    uint32_t size = 0, count = 0;
    uint64_t reciprocal = 0; ///< 2^32 / size rounded up: the index of an object without a division
    bool hasPointers = false;
    bool dirty = false;      ///< pages were used before: runs must be zeroed
    bool inUse = false;
    uint64_t bytes = 0;      ///< a large object's size; size does not hold it
    size_t searchFrom = 0;   ///< words of allocBits below are full
    std::vector<uint64_t> allocBits, markBits;
    std::vector<uint32_t> layouts;

    bool isLarge() const { return size == 0; }
    size_t objectBytes() const { return isLarge() ? bytes : size; }
    uint32_t indexOf(uint64_t address) const {
        const uint64_t offset = address - reinterpret_cast<uint64_t>(base);
        return isLarge() ? 0 : static_cast<uint32_t>(offset * reciprocal >> 32);
    }
};

Heap::Heap(HeapOptions options) : m_options(options), m_trigger(options.firstTrigger) {
    const size_t size = (options.limit + kPageSize - 1) / kPageSize * kPageSize;
    m_arena = Mapping(kHeapBase, size);
    assert(m_arena && "address space for the heap");
    m_pageLimit = size / kPageSize;
    m_layouts.push_back({1, {}});
    m_layouts.push_back({1, {0}});
    for (size_t cls = 1; cls < kClassCount; ++cls)
        for (Cache& cache : m_caches[cls])
            cache.size = classSize(cls);
}

Heap::~Heap() = default;

LayoutId Heap::addLayout(uint32_t strideWords, std::vector<uint32_t> pointerWords) {
    if (pointerWords.empty())
        return kNoPointers;
    if (strideWords == pointerWords.size())
        return kAllPointers;
    m_layouts.push_back({strideWords, std::move(pointerWords)});
    return static_cast<LayoutId>(m_layouts.size() - 1);
}

// Allocation ---------------------------------------------------------------------------------------------------------

void Heap::collectIfDue(size_t size) {
    m_sinceCollection += size;
    if (m_sinceCollection >= m_trigger || m_options.collectAlways)
        collect();
}

void* Heap::allocateSlow(size_t size, LayoutId layout) {
    const size_t cls = std::max<size_t>(classOf(size), 1);
    const bool hasPointers = layout != kNoPointers;
    Cache& cache = m_caches[cls][hasPointers];
    if (m_options.collectAlways)
        collect();
    if (!nextRun(cache, cls, hasPointers)) {
        collect();
        if (!nextRun(cache, cls, hasPointers))
            onOutOfMemory(size);
    }
    collectIfDue(static_cast<size_t>(cache.end - cache.next));
    if (cache.next == cache.end && !nextRun(cache, cls, hasPointers))
        onOutOfMemory(size);
    char* p = cache.next;
    cache.next += cache.size;
    if (hasPointers)
        *cache.layout++ = layout;
    return p;
}

/// Points the cache at free objects. False when there is no memory for another span.
bool Heap::nextRun(Cache& cache, size_t cls, bool hasPointers) {
    if (cache.span && takeRun(cache, *cache.span))
        return true;
    while (!cache.partial.empty()) {
        cache.span = cache.partial.back();
        cache.partial.pop_back();
        if (takeRun(cache, *cache.span))
            return true;
    }
    const uint32_t size = classSize(cls);
    const size_t pages = spanPages(size);
    Span* span = newSpan(pages, size, static_cast<uint32_t>(pages * kPageSize / size), hasPointers);
    if (!span)
        return false;
    cache.span = span;
    return takeRun(cache, *span);
}

/// The next free objects of a span, at most those of one word of its bits.
bool Heap::takeRun(Cache& cache, Span& span) {
    for (size_t& w = span.searchFrom; w < span.allocBits.size(); ++w) {
        const uint64_t freeBits = ~span.allocBits[w];
        if (freeBits == 0)
            continue;
        const int first = std::countr_zero(freeBits);
        int length = std::countr_one(freeBits >> first);
        if (m_options.collectAlways)
            length = 1;
        const uint64_t mask = length == 64 ? ~uint64_t{0} : ((uint64_t{1} << length) - 1) << first;
        span.allocBits[w] |= mask;
        const size_t index = w * 64 + static_cast<size_t>(first);
        cache.next = span.base + index * span.size;
        cache.end = cache.next + static_cast<size_t>(length) * span.size;
        cache.layout = span.hasPointers ? &span.layouts[index] : nullptr;
        if (span.dirty)
            std::memset(cache.next, 0, static_cast<size_t>(cache.end - cache.next));
        m_stats.totalAllocated += static_cast<uint64_t>(cache.end - cache.next);
        m_stats.mallocs += static_cast<uint64_t>(length);
        return true;
    }
    cache.next = cache.end = nullptr;
    return false;
}

void* Heap::allocateLarge(size_t size, LayoutId layout) {
    if (size > m_options.limit)
        onOutOfMemory(size);
    const size_t pages = (size + kPageSize - 1) / kPageSize;
    collectIfDue(pages * kPageSize);
    Span* span = newSpan(pages, 0, 1, layout != kNoPointers);
    if (!span) {
        collect();
        span = newSpan(pages, 0, 1, layout != kNoPointers);
    }
    if (!span)
        onOutOfMemory(size);
    if (span->dirty)
        std::memset(span->base, 0, pages * kPageSize);
    span->bytes = pages * kPageSize;
    span->allocBits[0] = ~uint64_t{0};
    if (span->hasPointers)
        span->layouts[0] = layout;
    m_stats.totalAllocated += span->bytes;
    ++m_stats.mallocs;
    return span->base;
}

Heap::Span* Heap::newSpan(size_t pages, uint32_t size, uint32_t count, bool hasPointers) {
    bool dirty = false;
    char* base = takePages(pages, dirty);
    if (!base)
        return nullptr;
    if (m_spareSpans.empty()) {
        m_spans.push_back(std::make_unique<Span>());
        m_spareSpans.push_back(m_spans.back().get());
    }
    Span* span = m_spareSpans.back();
    m_spareSpans.pop_back();
    span->base = base;
    span->pages = pages;
    span->size = size;
    span->count = count;
    span->reciprocal = size ? ((uint64_t{1} << 32) + size - 1) / size : 0;
    span->hasPointers = hasPointers;
    span->dirty = dirty;
    span->inUse = true;
    span->searchFrom = 0;
    const size_t words = (count + 63) / 64;
    span->allocBits.assign(words, 0);
    span->markBits.assign(words, 0);
    if (count % 64)
        span->allocBits.back() = ~uint64_t{0} << (count % 64);
    span->layouts.assign(hasPointers ? count : 0, kNoPointers);
    const size_t first = static_cast<size_t>(base - m_arena.base()) / kPageSize;
    if (m_pageMap.size() < first + pages)
        m_pageMap.resize(std::max(first + pages, m_pageMap.size() * 2));
    std::fill_n(m_pageMap.begin() + static_cast<ptrdiff_t>(first), pages, span);
    m_pagesInUse += pages;
    return span;
}

void Heap::freeSpan(Span* span) {
    const size_t first = static_cast<size_t>(span->base - m_arena.base()) / kPageSize;
    std::fill_n(m_pageMap.begin() + static_cast<ptrdiff_t>(first), span->pages, nullptr);
    givePages(span->base, span->pages);
    m_pagesInUse -= span->pages;
    span->inUse = false;
    m_spareSpans.push_back(span);
}

char* Heap::takePages(size_t pages, bool& dirty) {
    for (auto it = m_freePages.begin(); it != m_freePages.end(); ++it) {
        const auto [first, count] = *it;
        if (count < pages)
            continue;
        m_freePages.erase(it);
        if (count > pages)
            m_freePages.emplace(first + pages, count - pages);
        dirty = true;
        return m_arena.base() + first * kPageSize;
    }
    if (m_topPage + pages > m_pageLimit)
        return nullptr;
    char* base = m_arena.base() + m_topPage * kPageSize;
    m_topPage += pages;
    dirty = false;
    return base;
}

void Heap::givePages(char* base, size_t pages) {
    if (pages * kPageSize >= kLargeGiveBack)
        madvise(base, pages * kPageSize, MADV_DONTNEED);
    size_t first = static_cast<size_t>(base - m_arena.base()) / kPageSize;
    auto next = m_freePages.lower_bound(first);
    if (next != m_freePages.end() && next->first == first + pages) {
        pages += next->second;
        next = m_freePages.erase(next);
    }
    if (next != m_freePages.begin()) {
        auto before = std::prev(next);
        if (before->first + before->second == first) {
            before->second += pages;
            return;
        }
    }
    m_freePages.emplace(first, pages);
}

// Collection ---------------------------------------------------------------------------------------------------------

Heap::Found Heap::find(uint64_t word) const {
    const uint64_t offset = word - reinterpret_cast<uint64_t>(m_arena.base());
    const uint64_t page = offset / kPageSize;
    if (page >= m_pageMap.size())
        return {};
    Span* span = m_pageMap[page];
    if (!span)
        return {};
    const uint32_t index = span->indexOf(word);
    if (index >= span->count || !(span->allocBits[index / 64] >> (index % 64) & 1))
        return {};
    return {span, index};
}

void Heap::mark(uint64_t word) {
    const Found found = find(word);
    if (!found.span)
        return;
    uint64_t& bits = found.span->markBits[found.index / 64];
    const uint64_t bit = uint64_t{1} << (found.index % 64);
    if (bits & bit)
        return;
    bits |= bit;
    if (found.span->hasPointers)
        m_grey.emplace_back(found.span, found.index);
}

void Heap::markWords(const uint64_t* base, const std::vector<bool>& pointers) {
    for (size_t i = 0; i < pointers.size(); ++i)
        if (pointers[i])
            mark(base[i]);
}

void Heap::scanObject(const Span& span, uint32_t index) {
    const Layout& layout = m_layouts[span.layouts[index]];
    const size_t words = span.objectBytes() / 8;
    const auto* p = reinterpret_cast<const uint64_t*>(span.base + size_t{index} * span.objectBytes());
    for (size_t at = 0; at + layout.stride <= words; at += layout.stride)
        for (const uint32_t word : layout.words)
            mark(p[at + word]);
}

void Heap::drain() {
    while (!m_grey.empty()) {
        const auto [span, index] = m_grey.back();
        m_grey.pop_back();
        scanObject(*span, index);
    }
}

void Heap::collect() {
    assert(!m_collecting);
    m_collecting = true;
    if (scanRoots)
        scanRoots();
    for (const void* pin : pins)
        mark(pin);
    drain();
    sweep();
    m_sinceCollection = 0;
    m_trigger = std::max<uint64_t>(m_options.firstTrigger, m_stats.liveBytes);
    ++m_stats.collections;
    m_collecting = false;
    if (onCollected)
        onCollected(m_stats);
}

void Heap::sweep() {
    for (auto& byPointers : m_caches)
        for (Cache& cache : byPointers) {
            cache.next = cache.end = nullptr;
            cache.span = nullptr;
            cache.partial.clear();
        }
    const uint64_t before = m_stats.liveBytes + m_stats.totalAllocated - m_allocatedAtCollection;
    uint64_t live = 0;
    for (size_t i = m_spans.size(); i-- > 0;) {
        Span& span = *m_spans[i];
        if (!span.inUse)
            continue;
        size_t marked = 0;
        for (const uint64_t bits : span.markBits)
            marked += static_cast<size_t>(std::popcount(bits));
        if (marked == 0) {
            freeSpan(&span);
            continue;
        }
        live += marked * span.objectBytes();
        std::swap(span.allocBits, span.markBits);
        std::fill(span.markBits.begin(), span.markBits.end(), 0);
        if (span.isLarge())
            continue;
        if (span.count % 64)
            span.allocBits.back() |= ~uint64_t{0} << (span.count % 64);
        span.dirty = true;
        span.searchFrom = 0;
        if (marked < span.count)
            m_caches[classOf(span.size)][span.hasPointers].partial.push_back(&span);
    }
    m_stats.liveBytes = live;
    m_allocatedAtCollection = m_stats.totalAllocated;
    m_stats.freedBytes = before > live ? before - live : 0;
}

size_t Heap::objectSize(const void* pointer) const {
    const Found found = find(reinterpret_cast<uint64_t>(pointer));
    return found.span ? found.span->objectBytes() : 0;
}

HeapStats Heap::stats() const { return m_stats; }

} // namespace unwind::vm
