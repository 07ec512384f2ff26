// The verdict on one recover() call as a card: what decides it (who calls, what is in progress, what was recovered before),
// what it returned, where control resumes, and the rule. A row is a label and an answer, both codes with arguments, so that
// the window translates them; facts are the same as plain values. Source of the conditions: Go specification, Handling panics.
#pragma once

#include "state/explain.h"

#include <optional>

namespace unwind::state {

struct VerdictCard {
    Seq seq = kNoSeq;
    GoId go;
    RecoverVerdict verdict{};
    SourcePos at;                ///< the call
    FuncId caller;               ///< the function that calls recover; for a deferred recover() the one that deferred it
    bool direct = false;         ///< a deferred function calls recover itself
    bool isDeferredCall = false; ///< recover itself is the deferred call
    PanicId panicking;           ///< the panic in progress, or none
    bool goexiting = false;      ///< a Goexit is in progress
    PanicId recovered;           ///< the panic that was recovered before and whose deferred call still runs, or none
    std::string value;           ///< "nil", or the value's text
    FuncId resumeFunction;       ///< where control resumes; none when nothing is stopped, or when a Goexit goes on
    SourcePos resumeAt;

    struct Row {
        Explanation label, answer;
    };
    std::vector<Row> rows;       ///< in the order to be shown; the last is the rule
    Explanation sentence;        ///< explain()'s
};

/// The card of a RecoverCall event; nothing for other events. before and after as for explain().
std::optional<VerdictCard> verdictCard(const trace::LogReader& log, const trace::Event& event, const Snapshot& before,
                                       const Snapshot& after);
/// As lines of English, each "label: answer" behind the indent.
std::string cardText(const trace::LogReader& log, const VerdictCard& card, std::string_view indent);

} // namespace unwind::state
