#include "session/run.h"

#include "vm/vm.h"

namespace unwind::session {

int run(const bytecode::Program& program, const profile::Profile& profile, const Options& options, trace::Sink* sink,
        const Write& write) {
    vm::VmOptions vm;
    vm.profile = profile;
    vm.seed = options.seed;
    vm.procs = options.procs;
    vm.heapLimit = options.heapLimit;
    vm.args = options.args;
    vm.sink = sink;
    vm.write = write;
    return vm::Vm(program, vm).run().exitCode;
}

} // namespace unwind::session
