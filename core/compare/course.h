// One recording, read for comparison: what each goroutine does, step by step, in a form that does not depend on how ids
// happen to be numbered or on how goroutines are scheduled; beside it every event as it stands, and the facts that people
// ask for first (output, exit code, deferred calls, panics, goroutines).
//
// A step is an event of the program's own code: statements, calls, deferred calls, panics, recover, Goexit, output, channels,
// go statements, and the status changes of a goroutine that ends. What the scheduler does, and what the standard library does
// inside itself, is no step. Goroutines are named by descent: the n-th that their creator made. Steps are compared by a hash
// of 64 bits of what they say.
#pragma once

#include "trace/log.h"

#include <map>
#include <string>
#include <vector>

namespace unwind::compare {

struct Step {
    uint64_t hash = 0; ///< kind and arguments: texts by their bytes, ids by their order within the goroutine
    Seq seq = 0;
};

/// A goroutine by descent; key 0 is the program itself (its end).
struct Thread {
    uint64_t key = 0;
    GoId go;
    std::vector<Step> steps;
    bool ended = false;      ///< it came to its end before the program did
};

struct Facts {
    std::string out, err;    ///< standard output, standard error
    bool exited = false;     ///< the recording reaches the program's end
    int exitCode = 0;
    std::string exitReason;
    size_t defersStored = 0, defersRun = 0, defersSkipped = 0; ///< of the program's own functions
    size_t panics = 0, recovered = 0, goexits = 0, intercepted = 0;
    size_t goroutines = 0, finished = 0;
    bool operator==(const Facts&) const = default;
};

struct Course {
    std::vector<Thread> threads;             ///< in order of creation; the program itself is the first
    std::map<uint64_t, size_t> threadOf;     ///< key → index
    std::vector<Step> events;                ///< every event as it stands, without its time; a profile's inner steps left out
    Facts facts;
    const Thread* find(uint64_t key) const;
};

/// detail: what both recordings hold; end: no event from there on is read.
Course readCourse(const trace::LogReader& log, trace::Detail detail, Seq end);

} // namespace unwind::compare
