// internal/value: Go code's look into values by their types. A Value is two words: type, kind and hidden flag, then the memory.
#include "std/deepequal.h"
#include "std/natives.h"
#include "std/typefacts.h"

#include "vm/types.h"

namespace unwind::stdlib {
namespace {

using bytecode::Type;
using vm::GoIface;
using vm::NativeCall;

template <class T>
T load(const void* memory) {
    T v;
    std::memcpy(&v, memory, sizeof v);
    return v;
}

TypeIndex typeAt(const NativeCall& call, int slot) { return static_cast<TypeIndex>(call.integer(slot)); }

struct GoValue {
    uint64_t header = 0;
    const void* memory = nullptr;
};

GoValue makeValue(const NativeCall& call, TypeIndex type, const void* memory, bool hidden = false) {
    const auto kind = static_cast<uint64_t>(call.type(type).kind);
    return {static_cast<uint32_t>(type) | kind << 32 | uint64_t{hidden} << 40, memory};
}

void setValue(NativeCall& call, const GoValue& v) {
    call.setWord(0, v.header);
    call.setPointer(1, v.memory);
}

/// A direct value lies in the interface's data word; it moves to a cell of its own.
GoValue valueIn(NativeCall& call, const GoIface& x) {
    if (x.isNil()) return {};
    const TypeIndex type = x.typeIndex();
    const void* memory = call.valueOf(x);
    if (call.type(type).directIface) {
        void* cell = call.newValue(type);
        std::memcpy(cell, &x.data, call.type(type).size);
        memory = cell;
    }
    return makeValue(call, type, memory);
}

void of(NativeCall& call) {
    const GoIface x = call.iface(2);
    setValue(call, valueIn(call, x));
}

void typeOf(NativeCall& call) {
    const GoIface x = call.iface(1);
    call.setInteger(0, x.isNil() ? -1 : x.typeIndex());
}

void box(NativeCall& call) { // (typ, p) any
    call.setIface(0, call.makeIface(typeAt(call, 2), call.pointer(3)));
}

void elem(NativeCall& call) { // (typ, p) Value
    const Type& t = call.type(typeAt(call, 2));
    const void* memory = call.pointer(3);
    if (t.kind == TypeKind::Interface) {
        const auto inner = load<GoIface>(memory);
        return setValue(call, valueIn(call, inner));
    }
    const void* target = load<const void*>(memory);
    setValue(call, target ? makeValue(call, t.elem, target) : GoValue{});
}

void field(NativeCall& call) { // (typ, p, i) Value
    const Type& t = call.type(typeAt(call, 2));
    const bytecode::Field& f = t.fields[static_cast<size_t>(call.integer(4))];
    setValue(call, makeValue(call, f.type, static_cast<const char*>(call.pointer(3)) + f.offset, !f.package.empty()));
}

void index(NativeCall& call) { // (typ, p, i) Value
    const Type& t = call.type(typeAt(call, 2));
    const void* memory = call.pointer(3);
    const auto* data = t.kind == TypeKind::Slice ? load<const char*>(memory) : static_cast<const char*>(memory);
    setValue(call, makeValue(call, t.elem, data + static_cast<size_t>(call.integer(4)) * call.type(t.elem).size));
}

void length(NativeCall& call) { // (typ, p) int
    const Type& t = call.type(typeAt(call, 1));
    const void* memory = call.pointer(2);
    switch (t.kind) {
    case TypeKind::Array: return call.setInteger(0, t.length);
    case TypeKind::Map: {
        const auto* map = load<const void*>(memory);
        return call.setInteger(0, map ? call.mapLength(map) : 0);
    }
    case TypeKind::Slice:
    case TypeKind::String: return call.setInteger(0, load<vm::GoString>(memory).length);
    default: return call.setInteger(0, 0);
    }
}

void entries(NativeCall& call) { // (typ, p) []Value
    const Type& t = call.type(typeAt(call, 3));
    const auto sorted = sortedEntries(call, t, load<const void*>(call.pointer(4)));
    const TypeIndex valueType = call.types.find("value.Value");
    const auto count = static_cast<int64_t>(2 * sorted.size());
    const vm::GoSlice out = call.newSlice(valueType, count, count);
    auto* at = static_cast<GoValue*>(out.data);
    for (const MapEntryRef& e : sorted) {
        *at++ = makeValue(call, t.key, e.key);
        *at++ = makeValue(call, t.elem, e.value);
    }
    call.setSlice(0, out);
}

void isNil(NativeCall& call) { call.setBoolean(0, load<uint64_t>(call.pointer(2)) == 0); }

/// Tells whether == of two values of this type would not panic.
bool comparable(const NativeCall& call, TypeIndex index, const char* memory) {
    const Type& t = call.type(index);
    if (!t.comparable) return false;
    switch (t.kind) {
    case TypeKind::Interface: {
        const auto x = load<GoIface>(memory);
        return x.isNil() || comparable(call, x.typeIndex(), static_cast<const char*>(call.valueOf(x)));
    }
    case TypeKind::Struct:
        for (const auto& f : t.fields)
            if (!comparable(call, f.type, memory + f.offset)) return false;
        return true;
    case TypeKind::Array:
        for (int64_t i = 0; i < t.length; ++i)
            if (!comparable(call, t.elem, memory + static_cast<size_t>(i) * call.type(t.elem).size)) return false;
        return true;
    default: return true;
    }
}

void comparableCall(NativeCall& call) {
    const GoIface x = call.iface(1);
    call.setBoolean(0, x.isNil() || comparable(call, x.typeIndex(), static_cast<const char*>(call.valueOf(x))));
}

void errorTarget(NativeCall& call) {
    enum { Fine, NotPointer, NotError };
    const GoIface target = call.iface(1);
    const Type& t = call.type(target.typeIndex());
    if (t.kind != TypeKind::Pointer || load<uint64_t>(call.valueOf(target)) == 0) return call.setInteger(0, NotPointer);
    const bool fits = call.type(t.elem).kind == TypeKind::Interface || call.findMethod(t.elem, "Error") >= 0;
    call.setInteger(0, fits ? Fine : NotError);
}

void assign(NativeCall& call) { // (target, x) bool
    const GoIface target = call.iface(1), x = call.iface(3);
    const TypeIndex elem = call.type(target.typeIndex()).elem;
    void* variable = load<void*>(call.valueOf(target));
    if (call.type(elem).kind == TypeKind::Interface) {
        const bool fits = call.types.missingMethod(x.typeIndex(), elem) < 0;
        if (fits) std::memcpy(variable, &x, sizeof x);
        return call.setBoolean(0, fits);
    }
    const bool fits = x.typeIndex() == elem;
    if (fits) std::memcpy(variable, call.valueOf(x), call.type(elem).size);
    call.setBoolean(0, fits);
}

void setBits(NativeCall& call) { // (typ, p, bits)
    const uint64_t v = call.word(2);
    std::memcpy(call.pointer(1), &v, call.type(typeAt(call, 0)).size);
}

void setFloat(NativeCall& call) { // (typ, p, f)
    const double v = call.number(2);
    if (call.type(typeAt(call, 0)).kind == TypeKind::Float32) {
        const auto narrow = static_cast<float>(v);
        std::memcpy(call.pointer(1), &narrow, sizeof narrow);
    } else {
        std::memcpy(call.pointer(1), &v, sizeof v);
    }
}

void typeName(NativeCall& call) {
    const Type& t = call.type(typeAt(call, 2));
    const bool named = t.named || (t.kind >= TypeKind::Bool && t.kind <= TypeKind::Complex128) || t.kind == TypeKind::String;
    const size_t dot = t.name.rfind('.');
    call.setText(0, !named ? "" : dot == std::string::npos ? t.name : t.name.substr(dot + 1));
}

void elemType(NativeCall& call) {
    const Type& t = call.type(typeAt(call, 1));
    call.setInteger(0, t.elem);
}

} // namespace

void registerValue(vm::NativeRegistry& natives) {
    natives.add("internal/value.Of", of);
    natives.add("internal/value.TypeOf", typeOf);
    natives.add("internal/value.box", box);
    natives.add("internal/value.elem", elem);
    natives.add("internal/value.field", field);
    natives.add("internal/value.index", index);
    natives.add("internal/value.length", length);
    natives.add("internal/value.entries", entries);
    natives.add("internal/value.isNil", isNil);
    natives.add("internal/value.TypeString", [](NativeCall& call) { call.setText(0, call.type(typeAt(call, 2)).name); });
    natives.add("internal/value.TypeName", typeName);
    natives.add("internal/value.SizeOf", [](NativeCall& call) { call.setInteger(0, call.type(typeAt(call, 1)).size); });
    natives.add("internal/value.NumField", [](NativeCall& call) {
        call.setInteger(0, static_cast<int64_t>(call.type(typeAt(call, 1)).fields.size()));
    });
    natives.add("internal/value.FieldName", [](NativeCall& call) {
        call.setText(0, call.type(typeAt(call, 2)).fields[static_cast<size_t>(call.integer(3))].name);
    });
    natives.add("internal/value.ElemType", elemType);
    natives.add("internal/value.KindOf", [](NativeCall& call) {
        call.setInteger(0, static_cast<int64_t>(call.type(typeAt(call, 1)).kind));
    });
    natives.add("internal/value.Plain", [](NativeCall& call) { call.setBoolean(0, isPlain(call, typeAt(call, 1))); });
    natives.add("internal/value.Comparable", comparableCall);
    natives.add("internal/value.ComparableType", [](NativeCall& call) {
        call.setBoolean(0, call.type(typeAt(call, 1)).comparable);
    });
    natives.add("internal/value.TypeComparable", [](NativeCall& call) {
        call.setBoolean(0, call.type(call.iface(1).typeIndex()).comparable);
    });
    natives.add("internal/value.DeepEqual", deepEqual);
    natives.add("internal/value.ErrorTarget", errorTarget);
    natives.add("internal/value.Assign", assign);
    natives.add("internal/value.bits", [](NativeCall& call) {
        call.setWord(0, readBits(call.type(typeAt(call, 1)), call.pointer(2)));
    });
    natives.add("internal/value.setBits", setBits);
    natives.add("internal/value.float", [](NativeCall& call) {
        call.setNumber(0, readFloat(call.type(typeAt(call, 1)), call.pointer(2)));
    });
    natives.add("internal/value.setFloat", setFloat);
}

} // namespace unwind::stdlib
