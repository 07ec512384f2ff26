// Inside fold only: one function for each group of events, called by fold().
#pragma once

#include "state/timeline.h"

namespace unwind::state {

/// Goroutines, processors, the program, channels, timers. True when the event was one of theirs.
bool foldGoroutines(Snapshot& s, const trace::Event& e);
/// Run queues.
bool foldQueues(Snapshot& s, const trace::Event& e);
/// Calls, statements, defers, panics, recover, Goexit.
bool foldUnwinding(Snapshot& s, const trace::Event& e);

/// The P, made when it is not there; null for none and for numbers that no program has.
Processor* editProcessor(Snapshot& s, ProcId id);
/// The goroutine, made when it is not there; null for none.
Goroutine* editGoroutine(Snapshot& s, GoId id);

} // namespace unwind::state
