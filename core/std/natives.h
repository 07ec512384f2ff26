// One function for each group of natives; register.cpp calls them all. Go's declarations, without bodies, stand in
// resources/std/<package>; a native finds its results first, then its parameters, in the slots of its call.
#pragma once

#include "vm/natives.h"

#include <string_view>

namespace unwind::stdlib {

void registerBytes(vm::NativeRegistry& natives);
void registerFmt(vm::NativeRegistry& natives);
void registerMath(vm::NativeRegistry& natives);
void registerOs(vm::NativeRegistry& natives);
void registerRecord(vm::NativeRegistry& natives);
void registerRand(vm::NativeRegistry& natives);
void registerRuntime(vm::NativeRegistry& natives);
void registerSignal(vm::NativeRegistry& natives);
void registerSort(vm::NativeRegistry& natives);
void registerStrconv(vm::NativeRegistry& natives);
void registerStrings(vm::NativeRegistry& natives);
void registerSync(vm::NativeRegistry& natives);
void registerTime(vm::NativeRegistry& natives);
void registerUnicode(vm::NativeRegistry& natives);
void registerUtf8(vm::NativeRegistry& natives);
void registerValue(vm::NativeRegistry& natives);

/// The bytes of a []byte parameter.
inline std::string_view bytesAt(const vm::NativeCall& call, int slot) {
    const vm::GoSlice s = call.slice(slot);
    return {static_cast<const char*>(s.data), static_cast<size_t>(s.length)};
}

} // namespace unwind::stdlib
