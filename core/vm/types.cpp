#include "vm/types.h"

#include <algorithm>
#include <cmath>

namespace unwind::vm {

using bytecode::MethodIndex;
using bytecode::Type;

namespace {

Shape shapeOf(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Uint8: return Shape::U8;
    case TypeKind::Int8: return Shape::S8;
    case TypeKind::Uint16: return Shape::U16;
    case TypeKind::Int16: return Shape::S16;
    case TypeKind::Uint32:
    case TypeKind::Float32: return Shape::U32;
    case TypeKind::Int32: return Shape::S32;
    default: break;
    }
    if (type.size % 8 != 0)
        return Shape::Bytes;
    switch (type.size / 8) {
    case 0: return Shape::Zero;
    case 1: return Shape::W1;
    case 2: return Shape::W2;
    case 3: return Shape::W3;
    default: return Shape::Words;
    }
}

Comparison comparisonOf(const Type& type) {
    switch (type.kind) {
    case TypeKind::Float32: return Comparison::Float32;
    case TypeKind::Float64: return Comparison::Float64;
    case TypeKind::Complex64: return Comparison::Complex64;
    case TypeKind::Complex128: return Comparison::Complex128;
    case TypeKind::String: return Comparison::String;
    case TypeKind::Interface: return Comparison::Iface;
    case TypeKind::Struct: return type.comparable ? Comparison::Struct : Comparison::Never;
    case TypeKind::Array: return type.comparable ? Comparison::Array : Comparison::Never;
    case TypeKind::Func:
    case TypeKind::Map:
    case TypeKind::Slice: return Comparison::Never;
    default: return Comparison::Bits;
    }
}

template <class T>
T read(const void* p) {
    T v;
    std::memcpy(&v, p, sizeof v);
    return v;
}

/// Equal floats hash alike: both zeros are equal, a NaN equals nothing and so may hash to anything.
uint64_t hashFloat(double value, uint64_t seed) {
    if (value == 0)
        return hashWord(0, seed);
    return hashWord(read<uint64_t>(&value), seed);
}

} // namespace

uint64_t hashBytes(const void* bytes, size_t size, uint64_t seed) {
    const char* p = static_cast<const char*>(bytes);
    uint64_t h = seed ^ size;
    for (; size >= 8; size -= 8, p += 8)
        h = hashWord(read<uint64_t>(p), h);
    uint64_t tail = 0;
    if (size) // no bytes may be a null pointer
        std::memcpy(&tail, p, size);
    return hashWord(tail, h);
}

Types::Types(const bytecode::Program& program, Heap& heap) : m_program(program), m_heap(heap) {
    m_types.resize(program.types.size());
    for (size_t i = 0; i < m_types.size(); ++i)
        describe(i);
    for (RtType& t : m_types)
        if (t.kind == TypeKind::Map)
            describeMap(t);
}

void Types::describe(size_t index) {
    const Type& type = m_program.types[index];
    RtType& t = m_types[index];
    t.type = &type;
    t.kind = type.kind;
    t.size = type.size;
    t.slots = static_cast<uint16_t>(type.slots());
    t.shape = shapeOf(type);
    t.comparison = comparisonOf(type);
    t.direct = type.directIface;
    t.layout = layoutOf(type);
}

LayoutId Types::layoutOf(const Type& type) {
    if (type.kind == TypeKind::Array && type.elem >= 0) {
        const Type& elem = m_program.types[static_cast<size_t>(type.elem)];
        return elem.size % 8 == 0 ? layoutOf(elem) : kNoPointers;
    }
    std::vector<uint32_t> words;
    for (size_t i = 0; i < type.pointers.size(); ++i)
        if (type.pointers[i])
            words.push_back(static_cast<uint32_t>(i));
    return m_heap.addLayout(std::max(type.slots(), 1u), std::move(words));
}

/// A map's entries: a word that says whether the entry lives, the key, the value.
void Types::describeMap(RtType& t) {
    const Type& key = m_program.types[static_cast<size_t>(t.type->key)];
    const Type& elem = m_program.types[static_cast<size_t>(t.type->elem)];
    t.mapValueOffset = 8 + key.slots() * 8;
    t.mapEntrySize = t.mapValueOffset + elem.slots() * 8;
    std::vector<uint32_t> words;
    for (size_t i = 0; i < key.pointers.size(); ++i)
        if (key.pointers[i])
            words.push_back(static_cast<uint32_t>(1 + i));
    for (size_t i = 0; i < elem.pointers.size(); ++i)
        if (elem.pointers[i])
            words.push_back(static_cast<uint32_t>(t.mapValueOffset / 8 + i));
    t.mapEntryLayout = m_heap.addLayout(t.mapEntrySize / 8, std::move(words));
}

bool Types::equalStruct(const RtType& t, const char* a, const char* b, TypeIndex& bad) const {
    for (const bytecode::Field& field : t.type->fields) {
        if (field.name == "_")
            continue;
        if (!equal((*this)[field.type], a + field.offset, b + field.offset, bad))
            return false;
    }
    return true;
}

bool Types::equal(const RtType& t, const void* a, const void* b, TypeIndex& bad) const {
    const char* x = static_cast<const char*>(a);
    const char* y = static_cast<const char*>(b);
    switch (t.comparison) {
    case Comparison::Bits: return std::memcmp(a, b, t.size) == 0;
    case Comparison::Float32: return read<float>(a) == read<float>(b);
    case Comparison::Float64: return read<double>(a) == read<double>(b);
    case Comparison::Complex64: return read<float>(x) == read<float>(y) && read<float>(x + 4) == read<float>(y + 4);
    case Comparison::Complex128: return read<double>(x) == read<double>(y) && read<double>(x + 8) == read<double>(y + 8);
    case Comparison::String: {
        const auto n = read<uint64_t>(x + 8);
        if (n != read<uint64_t>(y + 8))
            return false;
        return n == 0 || std::memcmp(read<const char*>(x), read<const char*>(y), n) == 0;
    }
    case Comparison::Iface: return equalIface(static_cast<const uint64_t*>(a), static_cast<const uint64_t*>(b), bad);
    case Comparison::Struct: return equalStruct(t, x, y, bad);
    case Comparison::Array: {
        const RtType& elem = (*this)[t.type->elem];
        for (int64_t i = 0; i < t.type->length; ++i, x += elem.size, y += elem.size)
            if (!equal(elem, x, y, bad))
                return false;
        return true;
    }
    case Comparison::Never: bad = static_cast<TypeIndex>(&t - m_types.data()); return false;
    }
    return false;
}

bool Types::equalIface(const uint64_t* a, const uint64_t* b, TypeIndex& bad) const {
    if (a[0] != b[0])
        return false;
    if (a[0] == 0)
        return true;
    const RtType& t = ofWord(a[0]);
    if (t.comparison == Comparison::Bits && t.direct)
        return a[1] == b[1];
    return equal(t, ifaceValue(a), ifaceValue(b), bad);
}

uint64_t Types::hash(const RtType& t, const void* value, uint64_t seed, TypeIndex& bad) const {
    const char* p = static_cast<const char*>(value);
    switch (t.comparison) {
    case Comparison::Bits: return t.size == 8 ? hashWord(read<uint64_t>(p), seed) : hashBytes(p, t.size, seed);
    case Comparison::Float32: return hashFloat(read<float>(p), seed);
    case Comparison::Float64: return hashFloat(read<double>(p), seed);
    case Comparison::Complex64: return hashFloat(read<float>(p + 4), hashFloat(read<float>(p), seed));
    case Comparison::Complex128: return hashFloat(read<double>(p + 8), hashFloat(read<double>(p), seed));
    case Comparison::String: return hashBytes(read<const char*>(p), read<uint64_t>(p + 8), seed);
    case Comparison::Iface: {
        const auto* words = static_cast<const uint64_t*>(value);
        if (words[0] == 0)
            return seed;
        return hash(ofWord(words[0]), ifaceValue(words), seed ^ words[0], bad);
    }
    case Comparison::Struct:
        for (const bytecode::Field& field : t.type->fields)
            if (field.name != "_")
                seed = hash((*this)[field.type], p + field.offset, seed, bad);
        return seed;
    case Comparison::Array: {
        const RtType& elem = (*this)[t.type->elem];
        for (int64_t i = 0; i < t.type->length; ++i)
            seed = hash(elem, p + i * elem.size, seed, bad);
        return seed;
    }
    case Comparison::Never: bad = static_cast<TypeIndex>(&t - m_types.data()); return seed;
    }
    return seed;
}

namespace {
const bytecode::Method* findIn(const Type& type, MethodIndex name) {
    const auto it = std::lower_bound(type.methods.begin(), type.methods.end(), name,
                                     [](const bytecode::Method& m, MethodIndex n) { return m.name < n; });
    return it != type.methods.end() && it->name == name ? &*it : nullptr;
}
} // namespace

int32_t Types::method(TypeIndex type, MethodIndex name) const {
    const bytecode::Method* found = findIn(*(*this)[type].type, name);
    return found ? found->function : -1;
}

bool Types::hasMethod(TypeIndex type, MethodIndex name) const { return findIn(*(*this)[type].type, name) != nullptr; }

MethodIndex Types::missingMethod(TypeIndex type, TypeIndex iface) {
    const uint64_t key = static_cast<uint64_t>(type) << 32 | static_cast<uint32_t>(iface);
    if (const auto it = m_missing.find(key); it != m_missing.end())
        return it->second;
    MethodIndex missing = -1;
    for (const bytecode::Method& wanted : (*this)[iface].type->methods) {
        const bytecode::Method* found = findIn(*(*this)[type].type, wanted.name);
        if (found && found->signature == wanted.signature)
            continue;
        const std::string& name = m_program.methodNames[static_cast<size_t>(wanted.name)];
        if (missing < 0 || name < m_program.methodNames[static_cast<size_t>(missing)])
            missing = wanted.name;
    }
    m_missing.emplace(key, missing);
    return missing;
}

MethodIndex Types::methodIndex(std::string_view name) const {
    const auto& names = m_program.methodNames;
    const auto it = std::find(names.begin(), names.end(), name);
    return it == names.end() ? -1 : static_cast<MethodIndex>(it - names.begin());
}

TypeIndex Types::find(std::string_view name) {
    const auto [it, isNew] = m_byName.try_emplace(std::string(name), bytecode::kNoType);
    if (isNew)
        it->second = m_program.findType(name);
    return it->second;
}

} // namespace unwind::vm
