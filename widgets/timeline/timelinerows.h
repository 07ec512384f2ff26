// Which lane stands in which row, and where rows are: goroutines first, then, after a gap, processors. Pixels count from the
// top of the first row. Geometry only.
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
    /// The row at a height, or -1.
    int rowAt(double y) const {
        for (int guess : {int((y - kTop) / kRow), int((y - kTop - kGap) / kRow)})
            if (guess >= 0 && guess < count() && y >= top(guess) && y < top(guess) + kRow) return guess;
        return -1;
    }
    void place(GoId go, int row) { m_goRow[go] = row; }
    void place(ProcId proc, int row) { m_procRow[proc] = row; }
    int rowOf(GoId go) const { return find(m_goRow, go); }
    int rowOf(ProcId proc) const { return find(m_procRow, proc); }

private:
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
