#include "std/register.h"

#include "std/natives.h"

namespace unwind::stdlib {

void registerNatives(vm::NativeRegistry& registry) {
    registerBytes(registry);
    registerFmt(registry);
    registerMath(registry);
    registerOs(registry);
    registerRecord(registry);
    registerRand(registry);
    registerRuntime(registry);
    registerSignal(registry);
    registerSort(registry);
    registerStrconv(registry);
    registerStrings(registry);
    registerSync(registry);
    registerTime(registry);
    registerUnicode(registry);
    registerUtf8(registry);
    registerValue(registry);
}

} // namespace unwind::stdlib
