// Programs run for comparison, in this process.
#pragma once

#include "compare/cause.h"
#include "session/rerun.h"

#include <fmt/format.h>
#include <cstdlib>
#include <string>

namespace unwind::test {

/// One run: profile, single rules, seed, Ps, arguments.
struct Asked {
    std::string profile = "go1.25";
    std::vector<std::string> rules;
    uint64_t seed = 1;
    int procs = 4;
    std::vector<std::string> args;
};

[[noreturn]] inline void giveUp(const std::string& sentence) {
    fmt::print(stderr, "{}\n", sentence);
    std::abort();
}

inline trace::Header headOf(const std::string& source, const Asked& asked) {
    session::Options options;
    options.profile = asked.profile;
    options.rules = asked.rules;
    options.seed = asked.seed;
    options.procs = asked.procs;
    options.args = asked.args;
    auto header = session::headerOf({{"demo.go", source, false}}, options);
    if (!header) giveUp(header.error());
    return std::move(*header);
}

inline std::unique_ptr<trace::LogReader> recorded(const std::string& source, const Asked& asked) {
    auto log = session::rerun(headOf(source, asked));
    if (!log) giveUp(log.error());
    return std::move(*log);
}

} // namespace unwind::test
