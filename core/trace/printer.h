// Events as lines of text, for `unwind print` and for tests. Names instead of numbers wherever the log knows them.
#pragma once

#include "trace/log.h"

#include <string>

namespace unwind::trace {

/// "main.go:12:3"; the file's base name; "-" for no position.
std::string positionText(const LogReader& log, SourcePos pos);
/// One argument's value: "G7", "P0", "main.worker", "main.go:12:3", "NotDirect", "\"text\"", "5".
std::string argumentText(const LogReader& log, const Event& event, size_t index);
/// "    41     1.250us P0 G1   DeferPush            defer=d1 function=main.main.func1 depth=0 at=main.go:5:2 args=\"\""
std::string eventLine(const LogReader& log, const Event& event);

} // namespace unwind::trace
