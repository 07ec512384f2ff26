// The command line of a subcommand: its options, its file, and what follows the file (the Go program's own arguments).
#pragma once

#include "base/result.h"
#include "session/options.h"

#include <string>
#include <vector>

namespace unwind::app {

/// diff: what follows one --profile, up to the next.
struct SideArguments {
    std::string profile;
    std::vector<std::string> rules;
};

struct Arguments {
    session::Options options;           ///< the last --profile, and every --rule
    std::vector<SideArguments> sides;   ///< each --profile with the rules behind it
    std::vector<std::string> commonRules; ///< those before the first --profile
    std::vector<std::string> files; ///< leading .go or .unwind files
    std::string output;             ///< -o
    std::string view = "timeline";  ///< export --view
    std::string format;             ///< export --format
    std::string theme = "light";    ///< export --theme
    std::string at;                 ///< export --at
    bool json = false;
    bool progress = false;          ///< bench --progress: how far it is, on standard error
    bool source = false;            ///< table --source: the Go program itself
    bool chrome = false;            ///< print --chrome: trace-event JSON
    bool explain = false;           ///< print --explain: a card behind each recover
    bool notRun = false;            ///< print --not-run: only what did not run
};

/// Parses what follows the subcommand. The error says what is wrong and how to get help.
Result<Arguments> parseArguments(int argc, char** argv);

} // namespace unwind::app
