// A log in other tools' formats.
#pragma once

#include "trace/log.h"

#include <iosfwd>

namespace unwind::trace {

/// Writes the log as Chrome trace events (JSON; Perfetto and chrome://tracing open it): a track for each goroutine with its
/// calls, deferred calls and marks, a track for each P with who runs, arrows from a go statement or a wake-up to the run
/// that follows. Times are virtual microseconds.
Status exportChromeTrace(const LogReader& log, std::ostream& out);

} // namespace unwind::trace
