// Inside History: where statements are, by goroutine. Not every statement is kept: for each stretch of a goroutine's
// statements there is its beginning, the depth it began at and the shallowest statement in it; a search finds the stretch
// and decodes only that. So a log of any length is searched in well under a millisecond.
#pragma once

#include "state/timeline.h"

#include <unordered_map>

namespace unwind::state {

class StatementIndex {
public:
    explicit StatementIndex(const trace::LogReader& log) : m_log(log) {}
    /// Takes in a Stmt event; depth is its frame's index (-1 when the log has no calls).
    void add(const trace::Event& stmt, int depth);
    Seq next(Seq from, GoId go, int maxDepth) const;
    Seq previous(Seq from, GoId go, int maxDepth) const;

private:
    struct Stretch {
        Seq first = 0, last = 0; ///< its first and last statement
        int32_t startDepth = 0;  ///< of the first
        int32_t minDepth = 0;
        uint32_t count = 0;
    };
    using Stretches = std::vector<Stretch>;
    static void append(Stretches& stretches, Seq seq, int depth);
    bool isUser(uint64_t packedPos) const;
    /// Calls f(seq) for the stretch's statements not deeper than maxDepth, in order, until it returns false.
    template <class F>
    void scan(const Stretch& stretch, GoId go, int maxDepth, F&& f) const;

    const trace::LogReader& m_log;
    std::unordered_map<GoId, Stretches> m_stretches; ///< GoId{}: of all goroutines
};

} // namespace unwind::state
