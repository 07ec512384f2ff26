// Why two recordings of one program part: which of the settings they differ in (rules, seed, Ps, arguments, signals) is responsible.
// Nothing is guessed: the program is run again under the first recording's settings with some of the second's, and whether
// the divergence is there, at its place, decides.
#pragma once

#include "compare/divergence.h"

#include <functional>
#include <memory>

namespace unwind::compare {

/// A setting in which two recordings differ.
struct Setting {
    enum class Kind : uint8_t { Rule, Seed, Procs, Arguments, Signals } kind{};
    std::string name;     ///< "recover-during-goexit", "seed", "procs", "arguments", "signals"
    std::string a, b;     ///< its value on each side
    bool operator==(const Setting&) const = default;
};

/// Why no cause could be found out.
enum class Unknown : uint8_t {
    None,
    SameSettings,  ///< both were run with the same settings
    OtherPrograms, ///< the programs themselves differ
    NotReproduced, ///< run again, the program does not do what the recordings hold
    NotRun         ///< it can not be run again; fault says why
};

/// What running again has shown.
struct Cause {
    std::vector<Setting> settings; ///< responsible; none when it could not be found out
    bool each = false;             ///< several, and each of them alone is enough; otherwise all of them are needed
    bool undone = false;           ///< under the second's settings without these the divergence is gone
    size_t runs = 0;               ///< how often the program was run for it
    Unknown unknown = Unknown::None;
    std::string fault;
};

/// Runs the program of a header again, with its settings, and gives the recording.
using Rerun = std::function<Result<std::unique_ptr<trace::LogReader>>(const trace::Header&)>;

/// The settings a recording was made with: its head, and among the signals also those that a person sent while it ran.
trace::Header settingsOf(const trace::LogReader& log);
std::vector<Setting> settingsThatDiffer(const trace::Header& a, const trace::Header& b);
/// comparison must have a divergence.
Cause findCause(const Comparison& comparison, const trace::LogReader& a, const trace::LogReader& b, const Rerun& rerun);

} // namespace unwind::compare
