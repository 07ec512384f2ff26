// An ordered map from numbers to facts whose copies share what they have in common. A snapshot with a hundred thousand
// goroutines is copied in microseconds, and a keyframe costs only what changed since the last one: entries hang from
// chunks of neighbouring keys; a chunk (its pointers), then the entry, is cloned when it is written to while another
// copy holds it. Reads like a std::map (find, at, contains, iteration in key order); writes go through edit() and
// erase().
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace unwind::state {

template <class Key> constexpr uint64_t cowKey(const Key& key) {
    if constexpr (requires { key.value; }) {
        return key.value;
    } else {
        return key;
    }
}

template <class Key, class Value> class CowMap {
public:
    using value_type = std::pair<const Key, Value>;
    static constexpr size_t kChunk = 32;

    struct Chunk {
        uint64_t number = 0; ///< key / kChunk
        std::array<std::shared_ptr<value_type>, kChunk> slots;
    };
    using ChunkPtr = std::shared_ptr<Chunk>;

    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = CowMap::value_type;
        using difference_type = std::ptrdiff_t;
        using pointer = const value_type*;
        using reference = const value_type&;
        const_iterator() = default;
        reference operator*() const { return *(*m_chunks)[m_chunk]->slots[m_slot]; }
        pointer operator->() const { return &**this; }
        const_iterator& operator++() {
            ++m_slot;
            settle();
            return *this;
        }
        const_iterator operator++(int) {
            const_iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const const_iterator& o) const { return m_chunk == o.m_chunk && m_slot == o.m_slot; }

    private:
        friend CowMap;
        const_iterator(const std::vector<ChunkPtr>* chunks, size_t chunk, size_t slot)
            : m_chunks(chunks), m_chunk(chunk), m_slot(slot) {
            settle();
        }
        void settle() {
            for (; m_chunk < m_chunks->size(); ++m_chunk, m_slot = 0) {
                while (m_slot < kChunk && !(*m_chunks)[m_chunk]->slots[m_slot])
                    ++m_slot;
                if (m_slot < kChunk)
                    return;
            }
        }
        const std::vector<ChunkPtr>* m_chunks = nullptr;
        size_t m_chunk = 0, m_slot = 0;
    };
    using iterator = const_iterator;

    const_iterator begin() const { return {&m_chunks, 0, 0}; }
    const_iterator end() const { return {&m_chunks, m_chunks.size(), 0}; }
    size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }

    const Value* get(Key key) const {
        const size_t i = chunkIndex(cowKey(key) / kChunk);
        if (i == m_chunks.size() || m_chunks[i]->number != cowKey(key) / kChunk)
            return nullptr;
        const auto& slot = m_chunks[i]->slots[cowKey(key) % kChunk];
        return slot ? &slot->second : nullptr;
    }
    bool contains(Key key) const { return get(key) != nullptr; }
    size_t count(Key key) const { return contains(key); }
    const_iterator find(Key key) const {
        const size_t i = chunkIndex(cowKey(key) / kChunk);
        return contains(key) ? const_iterator(&m_chunks, i, cowKey(key) % kChunk) : end();
    }
    const Value& at(Key key) const {
        if (const Value* value = get(key))
            return *value;
        throw std::out_of_range("CowMap::at");
    }

    /// The entry to write to, made when it is not there.
    Value& edit(Key key) {
        const uint64_t number = cowKey(key) / kChunk;
        const size_t i = chunkIndex(number);
        if (i == m_chunks.size() || m_chunks[i]->number != number) {
            auto chunk = std::make_shared<Chunk>();
            chunk->number = number;
            m_chunks.insert(m_chunks.begin() + std::ptrdiff_t(i), std::move(chunk));
        }
        auto& slot = own(i).slots[cowKey(key) % kChunk];
        if (!slot) {
            slot = std::make_shared<value_type>(std::piecewise_construct, std::forward_as_tuple(key),
                                                std::forward_as_tuple());
            ++m_size;
        } else if (slot.use_count() > 1) {
            slot = std::make_shared<value_type>(*slot);
        }
        return slot->second;
    }
    /// The entry to write to, or null.
    Value* editIfThere(Key key) { return contains(key) ? &edit(key) : nullptr; }
    void erase(Key key) {
        if (!contains(key))
            return;
        const size_t i = chunkIndex(cowKey(key) / kChunk);
        Chunk& chunk = own(i);
        chunk.slots[cowKey(key) % kChunk].reset();
        --m_size;
        if (std::none_of(chunk.slots.begin(), chunk.slots.end(), [](const auto& s) { return s != nullptr; })) {
            m_chunks.erase(m_chunks.begin() + std::ptrdiff_t(i));
        }
    }
    void clear() {
        m_chunks.clear();
        m_size = 0;
    }

    /// Calls f(value) for the entries that are not shared with the other copy.
    template <class F> void forEachUnshared(const CowMap& other, F&& f) const {
        size_t j = 0;
        for (const ChunkPtr& chunk : m_chunks) {
            while (j < other.m_chunks.size() && other.m_chunks[j]->number < chunk->number)
                ++j;
            const bool both = j < other.m_chunks.size() && other.m_chunks[j]->number == chunk->number;
            if (both && other.m_chunks[j] == chunk)
                continue;
            for (size_t slot = 0; slot < kChunk; ++slot) {
                const auto& entry = chunk->slots[slot];
                if (entry && !(both && other.m_chunks[j]->slots[slot] == entry))
                    f(entry->second);
            }
        }
    }

    bool operator==(const CowMap& other) const {
        if (m_size != other.m_size)
            return false;
        if (m_chunks.size() != other.m_chunks.size())
            return false;
        for (size_t i = 0; i < m_chunks.size(); ++i) {
            const ChunkPtr &a = m_chunks[i], &b = other.m_chunks[i];
            if (a != b && (a->number != b->number || !equal(a->slots, b->slots)))
                return false;
        }
        return true;
    }

private:
    static bool equal(const auto& a, const auto& b) {
        return std::equal(a.begin(), a.end(), b.begin(),
                          [](const auto& x, const auto& y) { return x == y || (x && y && *x == *y); });
    }
    /// Of the chunk with this number, or where it would stand. Keys are nearly dense as a rule: the guess mostly hits.
    size_t chunkIndex(uint64_t number) const {
        if (number < m_chunks.size() && m_chunks[number]->number == number)
            return size_t(number);
        if (m_chunks.empty() || m_chunks.back()->number < number)
            return m_chunks.size();
        return size_t(std::lower_bound(m_chunks.begin(), m_chunks.end(), number,
                                       [](const ChunkPtr& c, uint64_t n) { return c->number < n; }) -
                      m_chunks.begin());
    }
    Chunk& own(size_t i) {
        if (m_chunks[i].use_count() > 1)
            m_chunks[i] = std::make_shared<Chunk>(*m_chunks[i]);
        return *m_chunks[i];
    }

    std::vector<ChunkPtr> m_chunks; ///< ascending by number, none empty
    size_t m_size = 0;
};

} // namespace unwind::state
