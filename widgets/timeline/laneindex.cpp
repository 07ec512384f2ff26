#include "widgets/timeline/laneindex.h"

#include <algorithm>
#include <cmath>

namespace unwind::widgets {

using state::LaneState;
using state::Span;

void LaneIndex::Totals::add(const Span& span, int64_t length) {
    time[size_t(span.state)] += length;
    panicking += span.state == LaneState::Panicking;
    goexit += span.state == LaneState::Goexit;
}

void LaneIndex::Totals::add(const Totals& from, const Totals& to) {
    for (size_t s = 0; s < kStates; ++s) time[s] += to.time[s] - from.time[s];
    panicking += to.panicking - from.panicking;
    goexit += to.goexit - from.goexit;
}

LaneState LaneIndex::Totals::dominant() const {
    if (panicking) return LaneState::Panicking;
    if (goexit) return LaneState::Goexit;
    return LaneState(std::max_element(time.begin(), time.end()) - time.begin());
}

void LaneIndex::update(std::span<const Span> spans) {
    // The last span may still grow or be taken back, and then the one before it goes on: both are summed up later.
    while (m_closed + 2 < spans.size()) {
        const Span& span = spans[m_closed++];
        m_running.add(span, span.end - span.start);
        if (m_closed % kBlock == 0) m_blocks.push_back(m_running);
    }
}

LaneIndex::Totals LaneIndex::totals(std::span<const Span> spans, size_t i, size_t j, double from, double to) const {
    Totals sum;
    auto walk = [&](size_t a, size_t b) {
        for (size_t k = a; k < b; ++k) {
            const double start = std::max(double(spans[k].start), from), end = std::min(double(spans[k].end), to);
            sum.add(spans[k], std::max<int64_t>(1, int64_t(end - start)));
        }
    };
    const size_t firstBlock = (i + 1 + kBlock - 1) / kBlock; // span i may be cut by the pixel's edge
    const size_t lastBlock = std::min((j - 1) / kBlock, m_blocks.size() - 1);
    if (firstBlock >= lastBlock) {
        walk(i, j);
        return sum;
    }
    walk(i, firstBlock * kBlock);
    sum.add(m_blocks[firstBlock], m_blocks[lastBlock]);
    walk(lastBlock * kBlock, j);
    return sum;
}

std::vector<LaneRun> LaneIndex::rasterise(std::span<const Span> spans, const PixelScale& scale) const {
    std::vector<LaneRun> runs;
    auto push = [&](int x0, int x1, LaneState state, uint32_t index) {
        if (!runs.empty() && runs.back().x1 == x0 && runs.back().state == state && runs.back().index == index) runs.back().x1 = x1;
        else runs.push_back({x0, x1, state, index});
    };
    auto endsAfter = [](double t) { return [t](const Span& s) { return double(s.end) <= t; }; };
    auto at = std::partition_point(spans.begin(), spans.end(), endsAfter(scale.from));
    for (int x = 0; x < scale.width && at != spans.end();) {
        const double from = scale.timeOf(x), to = scale.timeOf(x + 1);
        if (double(at->start) >= to) { // nothing here: go on where the next span begins
            x = std::max(x + 1, int(std::min(scale.xOf(at->start), double(scale.width))));
            continue;
        }
        // The end of the run of spans that begin in this pixel, found by doubling steps.
        size_t i = size_t(at - spans.begin()), step = 1;
        while (i + step < spans.size() && double(spans[i + step].start) < to) step *= 2;
        auto last = spans.begin() + std::ptrdiff_t(std::min(i + step, spans.size()));
        auto next = std::partition_point(at + std::ptrdiff_t(step / 2), last, [to](const Span& s) { return double(s.start) < to; });
        const size_t j = size_t(next - spans.begin());
        if (j <= i + 1) { // one span: it owns all pixels up to the one where it ends
            const int end = std::clamp(int(std::ceil(std::min(scale.xOf(at->end), double(scale.width)))), x + 1, scale.width);
            const bool shared = end - 1 > x && i + 1 < spans.size() && double(spans[i + 1].start) < scale.timeOf(end);
            const int x1 = shared ? end - 1 : end;
            push(x, x1, at->state, uint32_t(i));
            x = x1;
        } else {
            push(x, x + 1, totals(spans, i, j, from, to).dominant(), LaneRun::kMixed);
            ++x;
        }
        const double t = scale.timeOf(x);
        while (at != spans.end() && at < next && double(at->end) <= t) {
            at = next - at > 16 ? std::partition_point(at, next, endsAfter(t)) : at + 1;
        }
    }
    return runs;
}

} // namespace unwind::widgets
