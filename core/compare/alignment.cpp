// Matching a goroutine's steps: what both begin and end with is matched directly; between, Myers' greedy algorithm finds the
// shortest edit script (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986). Its work grows with the square
// of the number of differences, so past a bound the rest of the middle stays unmatched.
#include "compare/alignment.h"

#include <algorithm>
#include <unordered_map>

namespace unwind::compare {
namespace {

constexpr int kMaxEdits = 1000;
constexpr int kOutside = -1'000'000'000; ///< a path that has left the rectangle

using Pairs = std::vector<std::pair<size_t, size_t>>;
using Steps = std::vector<Step>;

/// Matches a[from, endA) with b[from, endB).
void matchMiddle(const Steps& a, const Steps& b, size_t from, size_t endA, size_t endB, Pairs& pairs) {
    const int n = int(endA - from), m = int(endB - from), bound = std::min(n + m, kMaxEdits);
    std::vector<std::vector<int>> trace; // furthest x on each diagonal, an entry per number of edits
    std::vector<int> furthest(size_t(2 * bound + 3), 0);
    auto at = [&](std::vector<int>& v, int diagonal) -> int& { return v[size_t(diagonal + bound + 1)]; };
    auto same = [&](int x, int y) { return a[from + size_t(x)].hash == b[from + size_t(y)].hash; };
    auto comesDown = [&](std::vector<int>& v, int k, int d) { return k == -d || (k != d && at(v, k - 1) < at(v, k + 1)); };
    for (int d = 0; d <= bound; ++d) {
        trace.push_back(furthest);
        for (int k = -d; k <= d; k += 2) {
            int x = comesDown(furthest, k, d) ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
            while (x >= 0 && x < n && x >= k && x - k < m && same(x, x - k)) ++x;
            at(furthest, k) = x > n || x - k > m ? kOutside : x;
            if (k != n - m || x != n) continue;
            // Back along the edits, collecting the steps that stayed.
            int y = m;
            x = n;
            for (int edits = d; edits >= 0; --edits) {
                std::vector<int>& v = trace[size_t(edits)];
                const int diagonal = x - y;
                const int before = comesDown(v, diagonal, edits) ? diagonal + 1 : diagonal - 1;
                const int fromX = edits ? at(v, before) : 0, fromY = edits ? fromX - before : 0;
                while (x > fromX && y > fromY) {
                    --x, --y;
                    pairs.emplace_back(from + size_t(x), from + size_t(y));
                }
                x = fromX;
                y = fromY;
            }
            return;
        }
    }
}

} // namespace

std::vector<std::pair<size_t, size_t>> matchSteps(const Steps& a, const Steps& b) {
    Pairs pairs;
    const size_t common = std::min(a.size(), b.size());
    size_t from = 0, tail = 0;
    while (from < common && a[from].hash == b[from].hash) pairs.emplace_back(from, from), ++from;
    while (tail < common - from && a[a.size() - 1 - tail].hash == b[b.size() - 1 - tail].hash) ++tail;
    for (size_t i = 1; i <= tail; ++i) pairs.emplace_back(a.size() - i, b.size() - i);
    if (from + tail < common) matchMiddle(a, b, from, a.size() - tail, b.size() - tail, pairs);
    return pairs;
}

Alignment::Alignment(const Comparison& comparison) {
    collect(comparison);
    merge();
    const Divergence& d = comparison.divergence;
    for (Side side : {Side::A, Side::B}) {
        const Seq seq = side == Side::A ? d.a.seq : d.b.seq;
        if (d.difference == Difference::None || seq == kNoSeq) continue;
        const size_t column = size_t(columnAfter(side, seq));
        m_divergence = std::min(m_divergence.value_or(column), column);
    }
}

void Alignment::collect(const Comparison& comparison) {
    std::unordered_map<Seq, size_t> indexOf[2];
    const Course* courses[] = {&comparison.a, &comparison.b};
    for (size_t side = 0; side < 2; ++side) {
        auto& items = m_items[side];
        for (const Thread& thread : courses[side]->threads)
            for (const Step& step : thread.steps) items.push_back({step.seq});
        std::sort(items.begin(), items.end(), [](const Item& x, const Item& y) { return x.seq < y.seq; });
        for (size_t i = 0; i < items.size(); ++i) indexOf[side].emplace(items[i].seq, i);
    }
    for (const Thread& a : comparison.a.threads) {
        const Thread* b = comparison.b.find(a.key);
        if (!b) continue;
        for (const auto& [i, j] : matchSteps(a.steps, b->steps)) {
            const size_t itemA = indexOf[0].at(a.steps[i].seq), itemB = indexOf[1].at(b->steps[j].seq);
            m_items[0][itemA].partner = itemB;
            m_items[1][itemB].partner = itemA;
        }
    }
}

void Alignment::merge() {
    auto &a = m_items[0], &b = m_items[1];
    size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        // How far off the other's same step is; one that has passed already counts as none.
        auto distance = [](const std::vector<Item>& from, size_t at, size_t other) -> size_t {
            if (at >= from.size() || from[at].partner == kNone || from[at].partner < other) return kNone;
            return from[at].partner - other;
        };
        const size_t da = distance(a, i, j), db = distance(b, j, i);
        if (da == 0) {
            a[i++].column = m_columns;
            b[j++].column = m_columns;
        } else if (j >= b.size() || (i < a.size() && (da == kNone || (db != kNone && da >= db)))) {
            a[i++].column = m_columns;
        } else {
            b[j++].column = m_columns;
        }
        ++m_columns;
    }
}

size_t Alignment::itemBefore(Side side, Seq count) const {
    const auto& all = items(side);
    const auto it = std::partition_point(all.begin(), all.end(), [&](const Item& item) { return item.seq < count; });
    return it == all.begin() ? kNone : size_t(it - all.begin()) - 1;
}

double Alignment::columnAfter(Side side, Seq count) const {
    const size_t item = itemBefore(side, count);
    return item == kNone ? 0 : double(items(side)[item].column + 1);
}

Seq Alignment::countAt(Side side, double column) const {
    const auto& all = items(side);
    const auto it = std::partition_point(all.begin(), all.end(), [&](const Item& item) { return double(item.column) < column; });
    return it == all.begin() ? 0 : std::prev(it)->seq + 1;
}

Seq Alignment::partner(Side side, Seq count) const {
    const Side other = side == Side::A ? Side::B : Side::A;
    const size_t item = itemBefore(side, count);
    if (item == kNone) return 0;
    const Item& mine = items(side)[item];
    if (mine.partner != kNone) return items(other)[mine.partner].seq + 1;
    return countAt(other, double(mine.column + 1));
}

std::vector<std::pair<size_t, size_t>> Alignment::gaps(Side side) const {
    std::vector<std::pair<size_t, size_t>> list;
    size_t at = 0;
    for (const Item& item : items(side)) {
        if (item.column > at) list.emplace_back(at, item.column);
        at = item.column + 1;
    }
    if (at < m_columns) list.emplace_back(at, m_columns);
    return list;
}

} // namespace unwind::compare
