// How values of Go types lie in slots and in memory: the compiler's questions about a type, answered from Go's sizes.
#pragma once

#include "bytecode/opcodes.h"
#include "lang/types/type.h"

#include <cstdint>
#include <vector>

namespace unwind::compile {

using GoType = const types::Type*;

/// How a value travels between memory and slots.
enum class Rep : uint8_t {
    Empty,                                  ///< no bytes
    Int8, Uint8, Int16, Uint16, Int32, Uint32, ///< narrow scalars, float32 and small aggregates
    Word,                                   ///< eight bytes
    Words,                                  ///< a multiple of eight bytes
    Bytes,                                  ///< any other size
};

uint32_t byteSize(GoType t);   ///< bytes; values beyond 2 GiB are refused by the type checker
uint32_t slotsOf(GoType t);
Rep repOf(GoType t);
bool isScalar(GoType t);     ///< one slot, and not an aggregate: kept sign- or zero-extended
bool isAggregate(GoType t);  ///< struct or array: a memory image
bool isFloat32(GoType t);
bool isSigned(GoType t);     ///< signed integer
bool isPointerShaped(GoType t); ///< pointer, func, map, chan, unsafe.Pointer
/// One bit a slot: may hold a pointer.
const std::vector<bool>& pointersOf(GoType t);
bool fitsIfaceWord(GoType t); ///< the interface's data word is the value

/// Instructions for a narrow or one-word value.
bytecode::Op loadOp(Rep rep);
bytecode::Op storeOp(Rep rep);
bytecode::Op frameLoadOp(Rep rep);
bytecode::Op frameStoreOp(Rep rep);
bytecode::Op sliceLoadOp(Rep rep);
bytecode::Op sliceStoreOp(Rep rep);

} // namespace unwind::compile
