#include "session/run.h"

#include "session/signals.h"
#include "vm/vm.h"

namespace unwind::session {

std::vector<std::string> osArgs(const bytecode::Program& program, const Options& options) {
    std::string name = program.files.empty() ? "program" : program.files.front().path;
    name = name.substr(name.rfind('/') + 1);
    std::vector<std::string> args{name.substr(0, name.rfind('.'))};
    args.insert(args.end(), options.args.begin(), options.args.end());
    return args;
}

Result<int> run(const bytecode::Program& program, const profile::Profile& profile, const Options& options, trace::Sink* sink,
                const Write& write) {
    auto signals = plannedSignals(options, program);
    if (!signals) return Error{signals.error()};
    vm::VmOptions vmOptions;
    vmOptions.profile = profile;
    vmOptions.seed = options.seed;
    vmOptions.procs = options.procs;
    vmOptions.heapLimit = options.heapLimit;
    vmOptions.args = osArgs(program, options);
    vmOptions.signals = std::move(*signals);
    vmOptions.sink = sink;
    vmOptions.write = write;
    vm::Vm vm(program, std::move(vmOptions));
    if (!vm.fault().empty()) return Error{vm.fault()};
    return vm.run().exitCode;
}

} // namespace unwind::session
