// Why the event just happened, as a code with arguments; words and translation live in widgets and app.
#pragma once

#include "state/snapshot.h"
#include "trace/log.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::state {

/// An argument of a sentence: a goroutine, function, position, text or number.
struct ExplainArg {
    enum class Type : uint8_t { Go, Proc, Function, Position, Text, Number, Panic, Code } type{};
    // Position: as packPos; Panic: its id, the value printed in text; Code: a piece of the program in text
    uint64_t value = 0;
    std::string text;
};

struct Explanation {
    std::string code;              ///< stable, e.g. "recover.duringGoexit"; one sentence each in the views
    std::vector<ExplainArg> args;
    std::string rule;              ///< rule or source, e.g. "recover-during-goexit=nil · runtime/panic.go"; may be empty
    GoId go;
};

/// before: the snapshot the event was applied to; after: the one it led to.
Explanation explain(const trace::LogReader& log, const trace::Event& event, const Snapshot& before, const Snapshot& after);

/// An argument as plain text: "G7", "main.f", "main.go:12", "\"boom\"" for a panic.
std::string argumentText(const trace::LogReader& log, const ExplainArg& arg);
/// Plain English for the command line; the window puts argumentText() into its own translation of englishTemplate().
std::string sentence(const trace::LogReader& log, const Explanation& explanation);

/// Every code there is, so that a test can ask for all of them in every language.
std::span<const std::string_view> explanationCodes();
/// The sentence of a code with its arguments as {0} {1} …; empty when the code is unknown.
std::string_view englishTemplate(std::string_view code);
/// A template with its arguments put in; any language. An argument may stand in any place, any number of times.
std::string fillTemplate(std::string_view pattern, std::span<const std::string> args);

} // namespace unwind::state
