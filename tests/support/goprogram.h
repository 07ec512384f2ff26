// A Go program by lot: equal seeds make equal text. Functions call only functions with a larger number and every task has
// fuel, so each program ends. It defers closures, named functions with arguments, methods, func values and builtins; panics in
// many ways, panics again, recovers where it works and where it does not, calls Goexit, and starts goroutines that meet on
// channels, selects, mutexes and wait groups. What it prints does not depend on the schedule: each task keeps its own lines,
// and goroutines are joined before their lines are taken. How it ends (a return, an uncaught panic on main or elsewhere, a
// fatal error, os.Exit, main's Goexit, a deadlock) is drawn too.
#pragma once

#include <cstdint>
#include <string>

namespace unwind::test {

/// scale: makes it run so much longer.
std::string goProgram(uint64_t seed, unsigned scale = 1);

} // namespace unwind::test
