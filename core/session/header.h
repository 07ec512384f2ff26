// The head of a log, from the program and the options it was run with.
#pragma once

#include "bytecode/program.h"
#include "session/options.h"

namespace unwind::session {

trace::Header makeHeader(const bytecode::Program& program, const profile::Profile& profile, const Options& options);

} // namespace unwind::session
