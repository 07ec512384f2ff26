// Level of detail for one lane: what each pixel shows, however many spans stand behind it. Spans are only ever appended
// (the last may still grow, or be taken back), so the index is kept up to date by reading what is new.
//
// Blocks of 64 spans hold running totals of time per state. A pixel that covers many spans takes the difference of two
// blocks plus the few spans at both ends: its cost does not depend on the zoom. An unwinding is never hidden: a pixel that
// touches one shows it, however short. No Qt in here.
#pragma once

#include "state/timeline.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace unwind::widgets {

/// A stretch of pixels [x0, x1) that looks the same. One span, or (index == kMixed) several.
struct LaneRun {
    static constexpr uint32_t kMixed = ~0u;
    int x0 = 0, x1 = 0;
    state::LaneState state{};
    uint32_t index = kMixed;
    bool operator==(const LaneRun&) const = default;
};

/// Time to pixels: pixel x covers [from + x * perPixel, from + (x + 1) * perPixel).
struct PixelScale {
    double from = 0;
    double perPixel = 1;
    int width = 0;
    double timeOf(double x) const { return from + x * perPixel; }
    double xOf(Time time) const { return (double(time) - from) / perPixel; }
};

class LaneIndex {
public:
    /// Reads the spans appended since the last call.
    void update(std::span<const state::Span> spans);
    /// Runs from left to right, disjoint; pixels with nothing are left out.
    std::vector<LaneRun> rasterise(std::span<const state::Span> spans, const PixelScale& scale) const;

private:
    static constexpr size_t kBlock = 64;
    static constexpr size_t kStates = 8;
    struct Totals {
        std::array<int64_t, kStates> time{};
        uint32_t panicking = 0, goexit = 0; // numbers of spans, so that one of no length counts
        void add(const state::Span& span, int64_t length);
        void add(const Totals& from, const Totals& to);
        state::LaneState dominant() const;
    };
    Totals totals(std::span<const state::Span> spans, size_t i, size_t j, double from, double to) const;

    size_t m_closed = 0;             ///< spans summed up in m_blocks and m_open
    std::vector<Totals> m_blocks{1}; ///< before block k
    Totals m_running;                ///< up to m_closed
};

} // namespace unwind::widgets
