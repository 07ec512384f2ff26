// What did not run: the deferred calls that were stored and never made, and the goroutines that had not ended, when the
// program was over, each with its cause. Made from the snapshot at the end of a log.
#pragma once

#include "state/explain.h"

namespace unwind::state {

struct NotRun {
    GoId go;
    FuncId function;   ///< the deferred function, or the goroutine's first one; none for a deferred builtin
    DeferId defer;     ///< none for a goroutine
    uint64_t args = 0; ///< string id: the deferred call's arguments
    SourcePos at;      ///< the defer statement, or where the goroutine stands
    Seq event = 0;     ///< when the call was stored; for a goroutine the program's end
    Explanation cause;
};

/// By goroutine: itself, if it had not ended, then its deferred calls, newest first, as they would have run. Without a program
/// exit in the log only the calls are listed that a profile's rule skipped.
std::vector<NotRun> notRun(const trace::LogReader& log, const Snapshot& end);
/// A line of English: "G7 main.worker at main.go:12:3: …".
std::string notRunText(const trace::LogReader& log, const NotRun& entry);

} // namespace unwind::state
