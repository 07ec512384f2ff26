// Runs a compiled program from start to end, with or without a recording.
#pragma once

#include "session/options.h"
#include "bytecode/program.h"

#include <functional>
#include <string_view>

namespace unwind::session {

using Write = std::function<void(int fd, std::string_view text)>;

/// Runs to the end and gives the program's exit code. sink may be null: then nothing is recorded and the fast dispatch runs.
Result<int> run(const bytecode::Program& program, const profile::Profile& profile, const Options& options, trace::Sink* sink,
                const Write& write);
/// os.Args: the program's name, then the options' arguments.
std::vector<std::string> osArgs(const bytecode::Program& program, const Options& options);

} // namespace unwind::session
