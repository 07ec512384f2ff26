// reflect.DeepEqual over the type tables.
#include "std/deepequal.h"

#include "std/typefacts.h"

#include <set>

namespace unwind::stdlib {
namespace {

using bytecode::Type;

template <class T>
T load(const void* memory) {
    T v;
    std::memcpy(&v, memory, sizeof v);
    return v;
}

class Comparer {
public:
    explicit Comparer(vm::NativeCall& call) : m_call(call) {}
    bool same(TypeIndex index, const char* a, const char* b);

private:
    bool sameLists(const Type& t, const char* a, const char* b, int64_t length);
    bool sameMaps(const Type& t, const void* a, const void* b);
    bool sameHeld(const char* a, const char* b);

    vm::NativeCall& m_call;
    std::set<std::tuple<const void*, const void*, TypeIndex>> m_visited; ///< references on the way: cycles are equal
};

bool Comparer::sameLists(const Type& t, const char* a, const char* b, int64_t length) {
    const size_t step = m_call.type(t.elem).size;
    for (size_t i = 0; i < static_cast<size_t>(length); ++i)
        if (!same(t.elem, a + i * step, b + i * step)) return false;
    return true;
}

bool Comparer::sameHeld(const char* a, const char* b) {
    const auto x = load<vm::GoIface>(a), y = load<vm::GoIface>(b);
    if (x.type != y.type || x.isNil()) return x.type == y.type;
    return same(x.typeIndex(), static_cast<const char*>(m_call.valueOf(x)), static_cast<const char*>(m_call.valueOf(y)));
}

/// Keys are found by ==; the values are compared deeply.
bool Comparer::sameMaps(const Type& t, const void* a, const void* b) {
    if (!a || !b) return a == b;
    if (m_call.mapLength(a) != m_call.mapLength(b)) return false;
    const auto self = static_cast<TypeIndex>(&t - m_call.program().types.data());
    bool equal = true;
    m_call.forEachEntry(a, self, [&](const void* key, const void* value) {
        if (!equal) return;
        const vm::GoIface wanted = m_call.makeIface(t.key, key);
        bool found = false;
        m_call.forEachEntry(b, self, [&](const void* otherKey, const void* otherValue) {
            if (found || !m_call.equal(wanted, m_call.makeIface(t.key, otherKey))) return;
            found = same(t.elem, static_cast<const char*>(value), static_cast<const char*>(otherValue));
        });
        equal = found;
    });
    return equal;
}

bool Comparer::same(TypeIndex index, const char* a, const char* b) {
    const Type& t = m_call.type(index);
    switch (t.kind) {
    case TypeKind::Array: return sameLists(t, a, b, t.length);
    case TypeKind::Slice: {
        const auto x = load<vm::GoSlice>(a), y = load<vm::GoSlice>(b);
        if ((x.data == nullptr) != (y.data == nullptr) || x.length != y.length) return false;
        if (x.data == y.data || !m_visited.insert({x.data, y.data, index}).second) return true;
        return sameLists(t, static_cast<const char*>(x.data), static_cast<const char*>(y.data), x.length);
    }
    case TypeKind::Struct:
        for (const auto& f : t.fields)
            if (!same(f.type, a + f.offset, b + f.offset)) return false;
        return true;
    case TypeKind::Map: {
        const auto *x = load<const void*>(a), *y = load<const void*>(b);
        if (x == y || !m_visited.insert({x, y, index}).second) return true;
        return sameMaps(t, x, y);
    }
    case TypeKind::Pointer: {
        const auto *x = load<const char*>(a), *y = load<const char*>(b);
        if (x == y) return true;
        if (!x || !y) return false;
        return !m_visited.insert({x, y, index}).second || same(t.elem, x, y);
    }
    case TypeKind::Interface: return sameHeld(a, b);
    case TypeKind::Func: return load<uint64_t>(a) == 0 && load<uint64_t>(b) == 0;
    case TypeKind::String: return load<vm::GoString>(a).view() == load<vm::GoString>(b).view();
    case TypeKind::Float32:
    case TypeKind::Float64: return readFloat(t, a) == readFloat(t, b);
    case TypeKind::Complex64: return load<float>(a) == load<float>(b) && load<float>(a + 4) == load<float>(b + 4);
    case TypeKind::Complex128: return load<double>(a) == load<double>(b) && load<double>(a + 8) == load<double>(b + 8);
    default: return readBits(t, a) == readBits(t, b);
    }
}

} // namespace

void deepEqual(vm::NativeCall& call) { // (x, y) bool
    const vm::GoIface x = call.iface(1), y = call.iface(3);
    const bool equal = x.type == y.type && Comparer(call).same(x.typeIndex(), static_cast<const char*>(call.valueOf(x)),
                                                               static_cast<const char*>(call.valueOf(y)));
    call.setBoolean(0, equal);
}

} // namespace unwind::stdlib
