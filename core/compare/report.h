// A comparison in English, for the command line: the sentence about the first divergence and its cause, and the facts of both
// recordings side by side. The window says the same in its own words.
#pragma once

#include "compare/cause.h"

#include <array>

namespace unwind::compare {

/// What the two sides are called: profile, with the rules that depart from it; where that is no difference, seed and Ps too.
std::array<std::string, 2> labels(const trace::Header& a, const trace::Header& b);

/// "demo.go:18"; of the place's side.
std::string placeText(const trace::LogReader& log, const Place& place);
/// What happens at a place, as a sentence.
std::string happening(const trace::LogReader& log, const Place& place);
/// Which settings are responsible, as a sentence.
std::string causeSentence(const Cause& cause, const std::array<std::string, 2>& labels);

struct FactRow {
    std::string name;  ///< "exit code"
    std::string a, b;
    bool differs() const { return a != b; }
};
/// Everything countable; the outputs themselves are in Facts.
std::vector<FactRow> factRows(const Facts& a, const Facts& b);

/// The whole report, as lines of text.
std::string report(const Comparison& comparison, const trace::LogReader& a, const trace::LogReader& b, const Cause& cause);

} // namespace unwind::compare
