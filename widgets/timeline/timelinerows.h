// Which lane stands in which row, and where rows are: goroutines first, then, after a gap, processors. Pixels count from the
// top of the first row. In a view too low for all rows the goroutines scroll, while the processors stay at its bottom, unless
// they would leave less than two rows. Geometry only.
#pragma once

#include "base/ids.h"

#include <algorithm>
#include <unordered_map>

namespace unwind::widgets {

class TimelineRows {
public:
    static constexpr int kRow = 20, kBar = 14, kGap = 8, kTop = 4;

    void clear() { *this = {}; }
    void setCounts(int goroutines, int processors) {
        m_goroutines = goroutines;
        m_processors = processors;
    }
    int goroutines() const { return m_goroutines; }
    int processors() const { return m_processors; }
    int count() const { return m_goroutines + m_processors; }
    int top(int row) const { return kTop + row * kRow + (row >= m_goroutines ? kGap : 0); }
    double centre(int row) const { return top(row) + kRow / 2.0; }
    int height() const { return kTop + count() * kRow + (m_processors ? kGap : 0); }
    /// Whether the processors stay at the bottom of a view of this height.
    bool pinned(int viewHeight) const {
        return height() > viewHeight && m_processors > 0 && viewHeight - processorsHeight() >= 2 * kRow;
    }
    /// What is left for the rows that scroll.
    int scrolledHeight(int viewHeight) const { return viewHeight - (pinned(viewHeight) ? processorsHeight() : 0); }
    int maxScroll(int viewHeight) const { return std::max(0, height() - viewHeight); }
    /// Where a row begins in a view of this height, scrolled down by so many pixels.
    int top(int row, int scroll, int viewHeight) const {
        if (row < m_goroutines || !pinned(viewHeight)) return top(row) - scroll;
        return viewHeight - (count() - row) * kRow;
    }
    double centre(int row, int scroll, int viewHeight) const { return top(row, scroll, viewHeight) + kRow / 2.0; }
    /// Whether at least half of a row can be seen.
    bool isShown(int row, int scroll, int viewHeight) const {
        const double middle = centre(row, scroll, viewHeight);
        return middle > 0 && middle < (row < m_goroutines ? scrolledHeight(viewHeight) : viewHeight);
    }
    /// The row at a height of the view, or -1.
    int rowAt(double y, int scroll, int viewHeight) const {
        const auto holds = [&](int row) {
            const int begin = top(row, scroll, viewHeight);
            return row >= 0 && row < count() && y >= begin && y < begin + kRow && isShown(row, scroll, viewHeight);
        };
        for (int row = m_goroutines; row < count(); ++row)
            if (holds(row)) return row;
        const int guess = int((y + scroll - kTop) / kRow);
        return guess < m_goroutines && holds(guess) ? guess : -1;
    }
    void place(GoId go, int row) { m_goRow[go] = row; }
    void place(ProcId proc, int row) { m_procRow[proc] = row; }
    int rowOf(GoId go) const { return find(m_goRow, go); }
    int rowOf(ProcId proc) const { return find(m_procRow, proc); }

private:
    int processorsHeight() const { return kGap + m_processors * kRow; }
    template <class M, class K>
    static int find(const M& map, K key) {
        auto it = map.find(key);
        return it == map.end() ? -1 : it->second;
    }
    int m_goroutines = 0, m_processors = 0;
    std::unordered_map<GoId, int> m_goRow;
    std::unordered_map<ProcId, int> m_procRow;
};

} // namespace unwind::widgets
