// What a run is asked to be: together with the source these decide every byte of its log.
#pragma once

#include "base/result.h"
#include "profile/profile.h"
#include "trace/log.h"

#include <optional>
#include <string>
#include <vector>

namespace unwind::session {

struct Options {
    std::optional<std::string> profile;   ///< name; absent: what the file's header asks for, else the default
    std::vector<std::string> rules;       ///< "rule=value", on top of the profile
    uint64_t seed = 1;
    int procs = 4;                        ///< 1 … 64
    std::vector<std::string> args;        ///< os.Args[1:]
    trace::Detail detail = trace::Detail::Statements;
    size_t logBudget = size_t{256} << 20; ///< bytes of events; see trace::WriterOptions
    size_t heapLimit = size_t{1} << 30;   ///< bytes
    std::vector<std::string> signals;     ///< "SIGTERM@2s"; none: what the file's header plans, see session/signals.h
};

/// The profile in force for a source text: option, else header, else default; then the single rules.
Result<profile::Profile> resolveProfile(const Options& options, std::string_view sourceText);

} // namespace unwind::session
