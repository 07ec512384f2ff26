#include "std/typefacts.h"

#include "vm/types.h"

#include <algorithm>
#include <cmath>

namespace unwind::stdlib {
namespace {

using bytecode::Type;

template <class T>
T load(const void* memory) {
    T v;
    std::memcpy(&v, memory, sizeof v);
    return v;
}

int order(auto a, auto b) { return a < b ? -1 : a > b ? 1 : 0; }

int compareKeys(const vm::NativeCall& call, TypeIndex index, const char* a, const char* b);

int compareInterfaces(const vm::NativeCall& call, const char* a, const char* b) {
    const auto x = load<vm::GoIface>(a), y = load<vm::GoIface>(b);
    if (x.isNil() || y.isNil()) return order(!x.isNil(), !y.isNil());
    if (const int c = order(x.type, y.type)) return c;
    return compareKeys(call, x.typeIndex(), static_cast<const char*>(call.valueOf(x)), static_cast<const char*>(call.valueOf(y)));
}

int compareFloats(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return order(!std::isnan(a), !std::isnan(b));
    return order(a, b);
}

int compareKeys(const vm::NativeCall& call, TypeIndex index, const char* a, const char* b) {
    const Type& t = call.type(index);
    if (isSignedKind(t.kind)) return order(static_cast<int64_t>(readBits(t, a)), static_cast<int64_t>(readBits(t, b)));
    if (isFloatKind(t.kind)) return compareFloats(readFloat(t, a), readFloat(t, b));
    switch (t.kind) {
    case TypeKind::String: return load<vm::GoString>(a).view().compare(load<vm::GoString>(b).view());
    case TypeKind::Complex64:
        if (const int c = compareFloats(load<float>(a), load<float>(b))) return c;
        return compareFloats(load<float>(a + 4), load<float>(b + 4));
    case TypeKind::Complex128:
        if (const int c = compareFloats(load<double>(a), load<double>(b))) return c;
        return compareFloats(load<double>(a + 8), load<double>(b + 8));
    case TypeKind::Struct:
        for (const auto& f : t.fields)
            if (const int c = compareKeys(call, f.type, a + f.offset, b + f.offset)) return c;
        return 0;
    case TypeKind::Array: {
        const size_t step = call.type(t.elem).size;
        for (size_t i = 0; i < static_cast<size_t>(t.length); ++i)
            if (const int c = compareKeys(call, t.elem, a + i * step, b + i * step)) return c;
        return 0;
    }
    case TypeKind::Interface: return compareInterfaces(call, a, b);
    default: return order(readBits(t, a), readBits(t, b));
    }
}

bool findPlain(const vm::NativeCall& call, TypeIndex index, std::vector<TypeIndex>& path) {
    if (std::ranges::find(path, index) != path.end() || hasTextMethod(call, index)) return false;
    path.push_back(index);
    const Type& t = call.type(index);
    bool plain = true;
    switch (t.kind) {
    case TypeKind::Interface: plain = false; break;
    case TypeKind::Struct:
        for (const auto& f : t.fields) plain = plain && findPlain(call, f.type, path);
        break;
    case TypeKind::Map: plain = findPlain(call, t.key, path) && findPlain(call, t.elem, path); break;
    case TypeKind::Array:
    case TypeKind::Slice: plain = findPlain(call, t.elem, path); break;
    case TypeKind::Pointer: {
        // A pointer to a composite is followed, but only where it is the whole argument.
        const TypeKind k = call.type(t.elem).kind;
        if (path.size() == 1 &&
            (k == TypeKind::Array || k == TypeKind::Slice || k == TypeKind::Struct || k == TypeKind::Map))
            plain = findPlain(call, t.elem, path);
        break;
    }
    default: break;
    }
    path.pop_back();
    return plain;
}

} // namespace

uint64_t readBits(const Type& type, const void* memory) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Uint8: return load<uint8_t>(memory);
    case TypeKind::Int8: return static_cast<uint64_t>(int64_t{load<int8_t>(memory)});
    case TypeKind::Int16: return static_cast<uint64_t>(int64_t{load<int16_t>(memory)});
    case TypeKind::Int32: return static_cast<uint64_t>(int64_t{load<int32_t>(memory)});
    case TypeKind::Uint16: return load<uint16_t>(memory);
    case TypeKind::Uint32: return load<uint32_t>(memory);
    default: return load<uint64_t>(memory);
    }
}

double readFloat(const Type& type, const void* memory) {
    return type.kind == TypeKind::Float32 ? static_cast<double>(load<float>(memory)) : load<double>(memory);
}

std::vector<MapEntryRef> sortedEntries(const vm::NativeCall& call, const Type& mapType, const void* map) {
    std::vector<MapEntryRef> entries;
    if (!map) return entries;
    const auto self = static_cast<TypeIndex>(&mapType - call.program().types.data());
    call.forEachEntry(map, self, [&entries](const void* key, const void* value) { entries.push_back({key, value}); });
    std::ranges::stable_sort(entries, [&](const MapEntryRef& a, const MapEntryRef& b) {
        return compareKeys(call, mapType.key, static_cast<const char*>(a.key), static_cast<const char*>(b.key)) < 0;
    });
    return entries;
}

bool hasTextMethod(const vm::NativeCall& call, TypeIndex type) {
    if (call.type(type).methods.empty()) return false;
    for (std::string_view name : {"Error", "String", "Format", "GoString"})
        if (call.findMethod(type, name) >= 0) return true;
    return false;
}

bool isPlain(const vm::NativeCall& call, TypeIndex type) {
    int8_t& known = call.types[type].plainText;
    if (known < 0) {
        std::vector<TypeIndex> path;
        known = findPlain(call, type, path) ? 1 : 0;
    }
    return known == 1;
}

} // namespace unwind::stdlib
