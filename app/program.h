// What run, record and print share: a program from the command line, compiled, with its profile.
#pragma once

#include "app/arguments.h"
#include "bytecode/program.h"

namespace unwind::app {

struct Ready {
    bytecode::Program program;
    profile::Profile profile;
    session::Options options;
};

/// Reads and compiles; what is wrong stands in the error as go build prints it.
Result<Ready> prepare(const Arguments& arguments);
/// Runs it and keeps its recording at a path.
Result<int> recordTo(const Ready& ready, const std::string& path, bool echo);

/// The program's standard output and error to ours, in order.
void writeThrough(int fd, std::string_view text);

} // namespace unwind::app
