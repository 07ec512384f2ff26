// Questions to the type tables that several packages ask, and reading of scalars by their kind.
#pragma once

#include "vm/natives.h"

#include <string>

namespace unwind::stdlib {

using bytecode::TypeIndex;
using bytecode::TypeKind;

inline bool isSignedKind(TypeKind k) { return k >= TypeKind::Int && k <= TypeKind::Int64; }
inline bool isUnsignedKind(TypeKind k) { return k >= TypeKind::Uint && k <= TypeKind::Uintptr; }
inline bool isFloatKind(TypeKind k) { return k == TypeKind::Float32 || k == TypeKind::Float64; }
/// Kinds whose value is one pointer, besides slices: what %p prints.
inline bool isPointerKind(TypeKind k) {
    return k == TypeKind::Chan || k == TypeKind::Func || k == TypeKind::Map || k == TypeKind::Pointer ||
           k == TypeKind::Slice || k == TypeKind::UnsafePointer;
}

/// An integer, bool or pointer in memory, extended by its type to 64 bits.
uint64_t readBits(const bytecode::Type& type, const void* memory);
double readFloat(const bytecode::Type& type, const void* memory);

/// A map's entries in the order fmt prints them.
struct MapEntryRef {
    const void* key;
    const void* value;
};
std::vector<MapEntryRef> sortedEntries(const vm::NativeCall& call, const bytecode::Type& mapType, const void* map);

/// Has the type a method that fmt would call?
bool hasTextMethod(const vm::NativeCall& call, TypeIndex type);
/// No values of this type hold interfaces, or parts with methods that fmt would call; and it does not hold itself.
bool isPlain(const vm::NativeCall& call, TypeIndex type);

} // namespace unwind::stdlib
