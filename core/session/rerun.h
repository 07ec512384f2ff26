// Runs the program that a recording's head holds, with the settings that stand there: the same head gives the same recording.
// A changed head (another rule, another seed) answers what would have happened instead.
#pragma once

#include "session/options.h"

#include <memory>

namespace unwind::session {

/// The recording lives in memory as long as the reader. options: what no head holds (limits).
Result<std::unique_ptr<trace::LogReader>> rerun(const trace::Header& header, Options options = {});
/// The head that a program under these options gets, without running it.
Result<trace::Header> headerOf(std::vector<SourceFile> sources, const Options& options);

} // namespace unwind::session
