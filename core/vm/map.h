// Go's map: entries in the order they came, in one array, and an index over their hashes. A new array is made when the old one
// is full of live and deleted entries; an iterator that began in an older array goes on through that one and looks each key up
// in the map as it is now, so an entry deleted meanwhile does not appear, none appears twice, and all that stay do appear.
// All three objects live in the Go heap. Keys and values lie in memory as in slots (8-byte words, zero-padded).
#pragma once

#include "vm/types.h"

namespace unwind::vm {

/// First word of an entry.
struct MapEntry {
    uint32_t hash = 0;
    uint32_t live = 0;
};

struct GoMap {
    int64_t count = 0;        ///< live entries: len(m)
    char* entries = nullptr;  ///< capacity entries of RtType::mapEntrySize
    uint64_t* index = nullptr;///< hash << 32 | entry + 1; 0 is free. None up to kSmall entries
    uint32_t used = 0;        ///< entries in use, live or deleted
    uint32_t capacity = 0;
    uint32_t mask = 0;        ///< of the index
    uint32_t clears = 0;      ///< how often clear() emptied it
    uint64_t seed = 0;
    static constexpr uint32_t kSmall = 8;
};

/// Lives in the Go heap; a range loop's slot points to it.
struct GoMapIterator {
    GoMap* map = nullptr;
    char* entries = nullptr;
    uint32_t used = 0;        ///< of entries when the loop began
    uint32_t start = 0, step = 0;
    uint32_t clears = 0;
};

class Maps {
public:
    Maps(Heap& heap, Types& types, uint64_t seed);

    GoMap* make(const RtType& type, int64_t hint);
    /// Address of the value, or null. key: slots. bad: the unhashable dynamic type, else untouched.
    void* find(const RtType& type, const GoMap* map, const uint64_t* key, TypeIndex& bad) const;
    /// The same, with the entry made if need be; null if bad is set.
    void* assign(const RtType& type, GoMap* map, const uint64_t* key, TypeIndex& bad);
    void erase(const RtType& type, GoMap* map, const uint64_t* key, TypeIndex& bad);
    void clear(GoMap* map) const;
    GoMapIterator* iterate(const RtType& type, GoMap* map);
    /// False at the end. key and value point into the map (slots).
    bool next(const RtType& type, GoMapIterator& it, const uint64_t*& key, const uint64_t*& value) const;

    /// All entries, in storage order.
    static void forEach(const RtType& type, const GoMap* map,
                        const std::function<void(const void* key, const void* value)>& visit);

    /// The run's random stream for the order of maps.
    uint32_t random();

private:
    uint64_t hashKey(const RtType& type, const GoMap* map, const uint64_t* key, TypeIndex& bad) const;
    bool sameKey(const RtType& keyType, const uint64_t* a, const uint64_t* b) const;
    char* lookup(const RtType& type, const GoMap* map, const uint64_t* key, uint64_t hash) const;
    void rebuild(const RtType& type, GoMap* map, uint32_t capacity);
    static void insertIndex(GoMap* map, uint32_t hash, uint32_t entry);

    Heap& m_heap;
    Types& m_types;
    LayoutId m_mapLayout, m_iteratorLayout;
    uint64_t m_random;
};

} // namespace unwind::vm
