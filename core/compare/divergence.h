// Where two recordings first part. Goroutine by goroutine, step by step, the first steps that differ are looked for; of those
// the earliest is the divergence. When every goroutine does the same, the first event that differs (the scheduler's) is it.
// Places carry the explanation of the event there, for a sentence in any language.
#pragma once

#include "compare/course.h"
#include "state/explain.h"

#include <optional>

namespace unwind::compare {

enum class Difference : uint8_t {
    None,
    Schedule, ///< every goroutine does the same, in another order or on another P
    Behaviour ///< a goroutine does something else
};

/// What one recording does where the two part.
struct Place {
    Seq seq = kNoSeq;     ///< kNoSeq: nothing; the goroutine, or the recording, has no such event
    trace::Kind kind{};
    GoId go;              ///< as this recording numbers it; none for the scheduler
    SourcePos at;         ///< where the goroutine is in the program's text
    state::Explanation explanation;
    bool programOver = false; ///< nothing, because the program has ended before the goroutine came there
};

struct Divergence {
    Difference difference = Difference::None;
    Place a, b;
    uint64_t thread = 0;  ///< Behaviour: whose, and the number of the step; Schedule: the number of the event
    size_t index = 0;
    std::optional<uint64_t> hashA, hashB; ///< of the step or event there
};

/// Two recordings, read as far as both can be compared.
struct Comparison {
    Course a, b;
    Divergence divergence;
    Seq cut = kNoSeq;         ///< events from here on fell out of a recording's budget and are not compared
    bool samePrograms = true; ///< the texts of the programs are equal
};

Comparison compare(const trace::LogReader& a, const trace::LogReader& b);

/// Whether a course does, at a divergence's place, what side b does there, having done before it what side a does.
bool showsB(const Comparison& comparison, const Course& course);

} // namespace unwind::compare
