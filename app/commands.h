// The subcommands. Each returns the exit code of the process; faults of the outside world go to standard error as one sentence.
#pragma once

#include "app/arguments.h"

namespace unwind::app {

int run(const Arguments& arguments);      ///< like go run, with the program's own exit code
int record(const Arguments& arguments);   ///< run, and save the log
int print(const Arguments& arguments);    ///< a log as text
int bench(const Arguments& arguments);    ///< what mechanisms of the runtime cost
int diff(const Arguments& arguments);     ///< two runs compared; 0 when they do the same, 1 when not
int vet(const Arguments& arguments);      ///< what the compiler and core/vet find wrong
int lesson(const Arguments& arguments);   ///< holds lessons against the runs of their programs
int profiles(const Arguments& arguments); ///< profiles and rules
int table(const Arguments& arguments);    ///< the truth table of recover
int observability(const Arguments& arguments); ///< export --view observability
int engine(const Arguments& arguments);   ///< debug adapter on standard input and output
/// Replaces this process by unwind-gui with these words.
int openWindow(int argc, char** argv);

/// Prints "unwind: sentence" on standard error; returns 1.
int fail(const std::string& sentence);

} // namespace unwind::app
