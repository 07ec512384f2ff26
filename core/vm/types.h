// Types at run time: how a value of each type moves between frame slots and memory, what the collector looks at, equality,
// hashing, and which function a method of a dynamic type is. Made once from Program::types; only the caches change.
#pragma once

#include "bytecode/program.h"
#include "vm/heap.h"

#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unwind::vm {

using bytecode::TypeIndex;
using bytecode::TypeKind;

/// How a value lies in slots compared with memory (see opcodes.h).
enum class Shape : uint8_t { Zero, U8, S8, U16, S16, U32, S32, W1, W2, W3, Words, Bytes };

/// How two memory images are compared and hashed.
enum class Comparison : uint8_t { Bits, Float32, Float64, Complex64, Complex128, String, Iface, Struct, Array, Never };

struct RtType {
    const bytecode::Type* type = nullptr;
    uint32_t size = 0;
    uint16_t slots = 0;
    Shape shape{};
    Comparison comparison{};
    TypeKind kind{};
    bool direct = false;       ///< Type::directIface
    LayoutId layout = kNoPointers;
    LayoutId mapEntryLayout = kNoPointers; ///< map types: of an entry array
    uint32_t mapValueOffset = 0, mapEntrySize = 0;
    mutable int8_t plainText = -1; ///< fmt's: values are printed without calling methods; -1 not asked yet
};

/// Memory image → slots.
inline void loadValue(const RtType& t, uint64_t* slots, const void* memory) {
    switch (t.shape) {
    case Shape::Zero: return;
    case Shape::U8: *slots = *static_cast<const uint8_t*>(memory); return;
    case Shape::S8: *slots = static_cast<uint64_t>(int64_t{*static_cast<const int8_t*>(memory)}); return;
    case Shape::U16: *slots = *static_cast<const uint16_t*>(memory); return;
    case Shape::S16: *slots = static_cast<uint64_t>(int64_t{*static_cast<const int16_t*>(memory)}); return;
    case Shape::U32: *slots = *static_cast<const uint32_t*>(memory); return;
    case Shape::S32: *slots = static_cast<uint64_t>(int64_t{*static_cast<const int32_t*>(memory)}); return;
    case Shape::W1: std::memcpy(slots, memory, 8); return;
    case Shape::W2: std::memmove(slots, memory, 16); return;
    case Shape::W3: std::memmove(slots, memory, 24); return;
    case Shape::Words: std::memmove(slots, memory, t.size); return;
    case Shape::Bytes:
        std::memmove(slots, memory, t.size);
        std::memset(reinterpret_cast<char*>(slots) + t.size, 0, size_t{t.slots} * 8 - t.size);
        return;
    }
}

/// Slots → memory image. The low bytes of the slots are the image.
inline void storeValue(const RtType& t, void* memory, const uint64_t* slots) {
    switch (t.shape) {
    case Shape::W1: std::memcpy(memory, slots, 8); return;
    case Shape::W2: std::memmove(memory, slots, 16); return;
    default: std::memmove(memory, slots, t.size); return;
    }
}

class Types {
public:
    Types(const bytecode::Program& program, Heap& heap);

    const RtType& operator[](TypeIndex index) const { return m_types[static_cast<size_t>(index)]; }
    /// The type of an interface's first word, which is not 0.
    const RtType& ofWord(uint64_t word) const { return m_types[word - 1]; }
    const bytecode::Program& program() const { return m_program; }
    std::string_view name(TypeIndex index) const { return m_types[static_cast<size_t>(index)].type->name; }

    /// == of Go on memory images. If they can not be compared, bad is set to the dynamic type that can not, and false returned.
    bool equal(const RtType& t, const void* a, const void* b, TypeIndex& bad) const;
    bool equalIface(const uint64_t* a, const uint64_t* b, TypeIndex& bad) const;
    /// A hash consistent with equal; bad as above.
    uint64_t hash(const RtType& t, const void* value, uint64_t seed, TypeIndex& bad) const;
    /// The memory image of an interface's value: the data word itself or its box.
    const void* ifaceValue(const uint64_t* iface) const {
        return ofWord(iface[0]).direct ? static_cast<const void*>(iface + 1) : reinterpret_cast<const void*>(iface[1]);
    }

    /// Function index of a method, -1 if the type has none of this name (or nothing can call it).
    int32_t method(TypeIndex type, bytecode::MethodIndex name) const;
    bool hasMethod(TypeIndex type, bytecode::MethodIndex name) const;
    /// The first method, by name, of the interface that the type lacks; -1 if it implements the interface.
    bytecode::MethodIndex missingMethod(TypeIndex type, TypeIndex iface);
    /// A method's index by its name; -1 if the program has none.
    bytecode::MethodIndex methodIndex(std::string_view name) const;
    /// findType with a memory.
    TypeIndex find(std::string_view name);

private:
    void describe(size_t index);
    void describeMap(RtType& t);
    LayoutId layoutOf(const bytecode::Type& type);
    bool equalStruct(const RtType& t, const char* a, const char* b, TypeIndex& bad) const;

    const bytecode::Program& m_program;
    Heap& m_heap;
    std::vector<RtType> m_types;
    std::unordered_map<std::string, TypeIndex> m_byName;
    std::unordered_map<uint64_t, bytecode::MethodIndex> m_missing; ///< type << 32 | interface
};

uint64_t hashBytes(const void* bytes, size_t size, uint64_t seed);
inline uint64_t hashWord(uint64_t value, uint64_t seed) {
    const auto product = static_cast<unsigned __int128>(value ^ seed ^ 0xa0761d6478bd642full) * 0xe7037ed1a0b428dbull;
    return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

} // namespace unwind::vm
