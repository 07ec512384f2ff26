// The native behind reflect.DeepEqual.
#pragma once

#include "vm/natives.h"

namespace unwind::stdlib {

void deepEqual(vm::NativeCall& call);

} // namespace unwind::stdlib
