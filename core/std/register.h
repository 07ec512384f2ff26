// Makes the natives of the standard library known to the VM.
#pragma once

namespace unwind::vm {
class NativeRegistry;
}

namespace unwind::stdlib {

void registerNatives(vm::NativeRegistry& registry);

} // namespace unwind::stdlib
