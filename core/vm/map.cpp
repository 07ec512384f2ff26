#include "vm/map.h"

#include <algorithm>
#include <bit>

namespace unwind::vm {

namespace {
char* entryAt(const RtType& type, char* entries, uint32_t i) { return entries + size_t{i} * type.mapEntrySize; }
MapEntry& head(char* entry) { return *reinterpret_cast<MapEntry*>(entry); }
uint64_t* keyOf(char* entry) { return reinterpret_cast<uint64_t*>(entry + 8); }
void* valueOf(const RtType& type, char* entry) { return entry + type.mapValueOffset; }
constexpr uint32_t kMaxEntries = 1u << 30;
} // namespace

Maps::Maps(Heap& heap, Types& types, uint64_t seed)
    : m_heap(heap), m_types(types), m_random(hashWord(seed, 0x9e3779b97f4a7c15ull) | 1) {
    m_mapLayout = heap.addLayout(sizeof(GoMap) / 8, {1, 2});
    m_iteratorLayout = heap.addLayout(sizeof(GoMapIterator) / 8, {0, 1});
}

uint32_t Maps::random() {
    m_random ^= m_random << 13;
    m_random ^= m_random >> 7;
    m_random ^= m_random << 17;
    return static_cast<uint32_t>(m_random >> 32);
}

GoMap* Maps::make(const RtType& type, int64_t hint) {
    auto* map = static_cast<GoMap*>(m_heap.allocate(sizeof(GoMap), m_mapLayout));
    map->seed = uint64_t{random()} << 32 | random();
    if (hint > GoMap::kSmall) {
        const Pin pin(m_heap, map);
        rebuild(type, map, static_cast<uint32_t>(std::min<int64_t>(hint, kMaxEntries)));
    }
    return map;
}

uint64_t Maps::hashKey(const RtType& type, const GoMap* map, const uint64_t* key, TypeIndex& bad) const {
    const uint64_t seed = map ? map->seed : 0;
    const RtType& keyType = m_types[type.type->key];
    if (keyType.comparison == Comparison::Bits && keyType.slots == 1)
        return hashWord(*key, seed);
    if (keyType.comparison == Comparison::String)
        return hashBytes(reinterpret_cast<const void*>(key[0]), key[1], seed);
    return m_types.hash(keyType, key, seed, bad);
}

bool Maps::sameKey(const RtType& keyType, const uint64_t* a, const uint64_t* b) const {
    if (keyType.comparison == Comparison::Bits && keyType.slots == 1)
        return *a == *b;
    if (keyType.comparison == Comparison::String)
        return a[1] == b[1] && (a[0] == b[0] || std::memcmp(reinterpret_cast<const void*>(a[0]),
                                                            reinterpret_cast<const void*>(b[0]), a[1]) == 0);
    TypeIndex bad = bytecode::kNoType;
    return m_types.equal(keyType, a, b, bad);
}

char* Maps::lookup(const RtType& type, const GoMap* map, const uint64_t* key, uint64_t hash) const {
    const RtType& keyType = m_types[type.type->key];
    const auto hash32 = static_cast<uint32_t>(hash >> 32);
    if (!map->index) {
        for (uint32_t i = 0; i < map->used; ++i) {
            char* entry = entryAt(type, map->entries, i);
            if (head(entry).hash == hash32 && head(entry).live && sameKey(keyType, keyOf(entry), key))
                return entry;
        }
        return nullptr;
    }
    for (uint32_t at = hash32 & map->mask;; at = (at + 1) & map->mask) {
        const uint64_t word = map->index[at];
        if (word == 0)
            return nullptr;
        if (word >> 32 != hash32)
            continue;
        char* entry = entryAt(type, map->entries, static_cast<uint32_t>(word) - 1);
        if (head(entry).live && sameKey(keyType, keyOf(entry), key))
            return entry;
    }
}

void* Maps::find(const RtType& type, const GoMap* map, const uint64_t* key, TypeIndex& bad) const {
    TypeIndex unhashable = bytecode::kNoType;
    const uint64_t hash = hashKey(type, map, key, unhashable);
    if (unhashable != bytecode::kNoType) {
        bad = unhashable;
        return nullptr;
    }
    if (!map || map->count == 0)
        return nullptr;
    char* entry = lookup(type, map, key, hash);
    return entry ? valueOf(type, entry) : nullptr;
}

void* Maps::assign(const RtType& type, GoMap* map, const uint64_t* key, TypeIndex& bad) {
    TypeIndex unhashable = bytecode::kNoType;
    const uint64_t hash = hashKey(type, map, key, unhashable);
    if (unhashable != bytecode::kNoType) {
        bad = unhashable;
        return nullptr;
    }
    const RtType& keyType = m_types[type.type->key];
    if (char* entry = lookup(type, map, key, hash)) {
        // +0 and -0 are one key; what is stored is the newest, as in Go.
        if (keyType.comparison != Comparison::Bits && keyType.comparison != Comparison::String)
            std::memcpy(keyOf(entry), key, size_t{keyType.slots} * 8);
        return valueOf(type, entry);
    }
    if (map->used == map->capacity) {
        const bool crowded = map->count >= map->capacity - map->capacity / 4;
        rebuild(type, map, crowded ? std::max(GoMap::kSmall, map->capacity * 2) : map->capacity);
    }
    const uint32_t i = map->used++;
    char* entry = entryAt(type, map->entries, i);
    head(entry) = {static_cast<uint32_t>(hash >> 32), 1};
    std::memcpy(keyOf(entry), key, size_t{keyType.slots} * 8);
    if (map->index)
        insertIndex(map, head(entry).hash, i);
    ++map->count;
    return valueOf(type, entry);
}

void Maps::insertIndex(GoMap* map, uint32_t hash, uint32_t entry) {
    uint32_t at = hash & map->mask;
    while (map->index[at] != 0)
        at = (at + 1) & map->mask;
    map->index[at] = uint64_t{hash} << 32 | (entry + 1);
}

/// New entries and index with room for capacity entries; deleted entries are left behind. The map must be reachable.
void Maps::rebuild(const RtType& type, GoMap* map, uint32_t capacity) {
    auto* entries = static_cast<char*>(m_heap.allocate(size_t{capacity} * type.mapEntrySize, type.mapEntryLayout));
    uint64_t* index = nullptr;
    uint32_t slots = 0;
    if (capacity > GoMap::kSmall) {
        slots = std::bit_ceil(capacity + capacity / 2);
        const Pin pin(m_heap, entries);
        index = static_cast<uint64_t*>(m_heap.allocate(size_t{slots} * 8, kNoPointers));
    }
    char* old = map->entries;
    const uint32_t oldUsed = map->used;
    map->entries = entries;
    map->index = index;
    map->mask = slots ? slots - 1 : 0;
    map->capacity = capacity;
    map->used = 0;
    for (uint32_t i = 0; i < oldUsed; ++i) {
        char* entry = entryAt(type, old, i);
        if (!head(entry).live)
            continue;
        std::memcpy(entryAt(type, entries, map->used), entry, type.mapEntrySize);
        if (index)
            insertIndex(map, head(entry).hash, map->used);
        ++map->used;
    }
}

void Maps::erase(const RtType& type, GoMap* map, const uint64_t* key, TypeIndex& bad) {
    TypeIndex unhashable = bytecode::kNoType;
    const uint64_t hash = hashKey(type, map, key, unhashable);
    if (unhashable != bytecode::kNoType) {
        bad = unhashable;
        return;
    }
    if (!map || map->count == 0)
        return;
    if (char* entry = lookup(type, map, key, hash)) {
        head(entry).live = 0;
        std::memset(entry + 8, 0, type.mapEntrySize - 8);
        --map->count;
    }
}

void Maps::clear(GoMap* map) const {
    if (!map)
        return;
    map->count = 0;
    map->entries = nullptr;
    map->index = nullptr;
    map->used = map->capacity = map->mask = 0;
    ++map->clears;
}

GoMapIterator* Maps::iterate(const RtType&, GoMap* map) {
    auto* it = static_cast<GoMapIterator*>(m_heap.allocate(sizeof(GoMapIterator), m_iteratorLayout));
    it->map = map;
    if (!map || map->count == 0)
        return it;
    it->entries = map->entries;
    it->used = map->used;
    it->start = static_cast<uint32_t>(uint64_t{random()} * map->used >> 32);
    it->clears = map->clears;
    return it;
}

bool Maps::next(const RtType& type, GoMapIterator& it, const uint64_t*& key, const uint64_t*& value) const {
    while (it.step < it.used) {
        uint32_t i = it.start + it.step++;
        if (i >= it.used)
            i -= it.used;
        char* entry = entryAt(type, it.entries, i);
        if (!head(entry).live)
            continue;
        key = keyOf(entry);
        value = static_cast<uint64_t*>(valueOf(type, entry));
        if (it.entries == it.map->entries)
            return true;
        // The map has moved to another array: what it holds now counts. A key unlike itself (NaN) can not be looked up, nor
        // deleted or changed; only clear() removes it.
        if (!sameKey(m_types[type.type->key], key, key)) {
            if (it.clears != it.map->clears)
                continue;
            return true;
        }
        TypeIndex bad = bytecode::kNoType;
        const uint64_t hash = hashKey(type, it.map, key, bad);
        char* now = it.map->count ? lookup(type, it.map, key, hash) : nullptr;
        if (!now)
            continue;
        key = keyOf(now);
        value = static_cast<uint64_t*>(valueOf(type, now));
        return true;
    }
    return false;
}

void Maps::forEach(const RtType& type, const GoMap* map,
                   const std::function<void(const void* key, const void* value)>& visit) {
    for (uint32_t i = 0; map && i < map->used; ++i)
        if (char* entry = entryAt(type, map->entries, i); head(entry).live)
            visit(keyOf(entry), valueOf(type, entry));
}

} // namespace unwind::vm
