// An explanation as a sentence in the person's language, with the weighty words in bold. The source texts are the core's
// English sentences, one a code; a translation has the same places {0} {1} … for the arguments.
#pragma once

#include "state/explain.h"

#include <QString>

namespace unwind::widgets {

class Sentences {
public:
    static QString html(const trace::LogReader& log, const state::Explanation& explanation);
    /// The same without markup.
    static QString plain(const trace::LogReader& log, const state::Explanation& explanation);
    /// The sentence of a code in the person's language, places unfilled.
    static QString pattern(std::string_view code);
};

} // namespace unwind::widgets
