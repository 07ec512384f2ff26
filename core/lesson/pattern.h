// Which events a lesson means: a kind of the event table and what its arguments must be. Written in a lesson as
//   RecoverCall verdict=Recovered in=divide.func1        (in a prediction)
//   unwind:event/RecoverCall/2?verdict=Recovered         (in a link: the second such event)
// Names are the arguments of the kind, and for every kind
//   func  the function that the event names, or that of its deferred call; "main." may be left out
//   line  the source line that the event names, or that of its defer statement
//   in    the function that ran when it happened
//   go    the goroutine it happened on                std   yes: count what the standard library does for itself, too
// name=value must be equal, name~value must be contained.
#pragma once

#include "base/result.h"
#include "trace/events.h"

#include <string>
#include <string_view>
#include <vector>

namespace unwind::lesson {

struct Filter {
    std::string name;
    std::string value;
    bool contains = false; ///< written with ~
    int argument = -1;     ///< index into the event's arguments; -1 for func, in, line and go
    bool operator==(const Filter&) const = default;
};

struct Pattern {
    trace::Kind kind{};
    std::vector<Filter> filters;
    bool std = false; ///< also what the standard library does for itself
    bool operator==(const Pattern&) const = default;
};

/// The words of a condition: split at blanks, "…" holds a value with blanks together.
Result<std::vector<std::string>> splitWords(std::string_view text);
/// A kind by its name; the error names one that is spelled alike.
Result<trace::Kind> kindNamed(std::string_view name);
/// Adds "name=value" or "name~value"; the error says which names or values there are.
Status addFilter(Pattern& pattern, std::string_view word);
/// KIND name=value …
Result<Pattern> parsePattern(const std::vector<std::string>& words, size_t from, size_t to);

struct Anchor {
    Pattern pattern;
    size_t nth = 1;
    int line = 0; ///< in the lesson's file
};

/// The rest of a link behind "unwind:event/".
Result<Anchor> parseAnchor(std::string_view target);

} // namespace unwind::lesson
