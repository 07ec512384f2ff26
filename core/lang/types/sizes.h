// Sizes, alignments and field offsets exactly as Go lays values out on amd64. Counterpart: types2's gcsizes.
#pragma once

#include "lang/types/type.h"

namespace unwind::types {

int64_t sizeOf(const Type* t); ///< bytes; -1 if larger than the address space
int64_t alignOf(const Type* t);
std::vector<int64_t> fieldOffsets(const Struct* s);
/// Offset of the field reached from t through the embedded structs of path, all by value.
int64_t offsetOf(const Type* t, const std::vector<int>& path);

} // namespace unwind::types
