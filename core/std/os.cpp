#include "std/natives.h"

#include "vm/machine.h"

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

void write(NativeCall& call) { // (fd, p) int
    const std::string_view bytes = bytesAt(call, 2);
    call.write(static_cast<int>(call.integer(1)), bytes);
    call.setInteger(0, static_cast<int64_t>(bytes.size()));
}

} // namespace

void registerOs(vm::NativeRegistry& natives) {
    natives.add("os.args", [](NativeCall& call) {
        call.setSlice(0, call.newStrings(call.vm.machine().m_options.args));
    });
    natives.add("os.Exit", [](NativeCall& call) { call.exit(static_cast<int>(call.integer(0))); });
    natives.add("os.write", write);
    // Runs repeat exactly, so standard input is empty.
    natives.add("os.read", [](NativeCall& call) { call.setInteger(0, 0); });
}

} // namespace unwind::stdlib
