// One axis for two recordings: their steps in columns. A step of one and the same step of the other share a column; what only
// one of them does has a column of its own. Each goroutine's steps are matched by a shortest edit script (Myers); goroutines
// are then merged in the order of both recordings, and where those orders contradict each other, matched steps stand apart.
#pragma once

#include "compare/divergence.h"

namespace unwind::compare {

/// Which steps of two sequences are the same one: pairs of indices of a shortest edit script, in no particular order.
std::vector<std::pair<size_t, size_t>> matchSteps(const std::vector<Step>& a, const std::vector<Step>& b);

enum class Side : uint8_t { A, B };

class Alignment {
public:
    explicit Alignment(const Comparison& comparison);

    size_t columns() const { return m_columns; }
    /// How far a recording has come after its first `count` events: the end of the column of its last step, 0 … columns().
    double columnAfter(Side side, Seq count) const;
    /// The number of events after which a recording has come to a column's end.
    Seq countAt(Side side, double column) const;
    /// Where the other recording is when this one has had `count` events: right behind the same step, if there is one.
    Seq partner(Side side, Seq count) const;
    /// Columns where this side has nothing, as stretches [from, to).
    std::vector<std::pair<size_t, size_t>> gaps(Side side) const;
    /// The column where the recordings part; none when they do not.
    std::optional<size_t> divergence() const { return m_divergence; }

private:
    struct Item {
        Seq seq = 0;
        size_t partner = kNone; ///< index of the same step on the other side
        size_t column = 0;
    };
    static constexpr size_t kNone = ~size_t{0};
    const std::vector<Item>& items(Side side) const { return m_items[size_t(side)]; }
    void collect(const Comparison& comparison);
    void merge();
    /// The last item that lies before `count`; kNone when there is none.
    size_t itemBefore(Side side, Seq count) const;

    std::vector<Item> m_items[2]; ///< ascending in seq and in column
    size_t m_columns = 0;
    std::optional<size_t> m_divergence;
};

} // namespace unwind::compare
