// Signals that a run shall meet: from the options, or from the file's header, a line each:
//   //unwind:signal SIGTERM@2s
// The name as in kill -l, with or without SIG; behind the @ a virtual time: a number with ns, us, ms, s or m.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "bytecode/program.h"
#include "session/options.h"

#include <string_view>
#include <utility>
#include <vector>

namespace unwind::session {

/// The number of a signal that can be sent; else a sentence that names those that can.
Result<int> signalNumber(std::string_view name);
/// "SIGTERM@2s".
Result<std::pair<int, Time>> plannedSignal(std::string_view text);
/// All of a run, as text: those of the options, or of the first file's header if the options name none.
std::vector<std::string> plannedTexts(const Options& options, const bytecode::Program& program);
Result<std::vector<std::pair<int, Time>>> plannedSignals(const Options& options, const bytecode::Program& program);

} // namespace unwind::session
