// Why the event just happened, as a code with arguments; words and translation live in widgets and app.
#pragma once

#include "state/snapshot.h"
#include "trace/log.h"

#include <string>
#include <vector>

namespace unwind::state {

/// An argument of a sentence: a goroutine, function, position, text or number.
struct ExplainArg {
    enum class Type : uint8_t { Go, Proc, Function, Position, Text, Number, Panic } type{};
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

/// Plain English for the command line; the window has its own, translated.
std::string sentence(const trace::LogReader& log, const Explanation& explanation);

} // namespace unwind::state
