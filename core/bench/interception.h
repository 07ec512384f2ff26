// What intercepting runtime.Goexit costs, in the three ways of runtime/intercept.h, on this machine; §2.5 of the article gives
// figures for the same three.
//
// Measured is a goroutine's end: it is armed, calls Goexit, the handler runs, it dies, and the scheduler starts the next one.
// The three ways take turns every few dozen goroutines, each on a scheduler and a heap of its own, so that whatever slows the
// machine down slows all of them; the clock is the thread's CPU time. The ratio to none is taken repetition by repetition, and
// the median of these is the figure that repeats.
#pragma once

#include "bench/statistics.h"
#include "runtime/intercept.h"

#include <array>
#include <cstddef>
#include <functional>
#include <string_view>

namespace unwind::bench {

inline constexpr size_t kWays = 3;

struct InterceptionOptions {
    size_t warmUp = 5;         ///< repetitions that are not counted
    size_t repetitions = 60;
    size_t turns = 100;        ///< of each way in a repetition
    size_t goroutines = 128;   ///< in a turn; fewer than a P's queue holds
    std::function<void(size_t done, size_t all)> progress; ///< after each repetition
};

/// What the article gives for a way, in ns.
struct ArticleFigures {
    double mean = 0, deviation = 0;
};

struct WayResult {
    runtime::Interception way{};
    std::vector<double> samples; ///< ns per Goexit, one a repetition
    Summary time;                ///< of the samples
    Summary ratio;               ///< to none, repetition by repetition
    uint64_t allocations = 0;    ///< on the heap, in all counted repetitions
    uint64_t collections = 0;
    uint64_t handled = 0;        ///< how often the handler ran
    ArticleFigures article;
};

struct InterceptionResult {
    InterceptionOptions options;
    uint64_t goexits = 0;        ///< of each way, in all counted repetitions
    std::array<WayResult, kWays> ways;
};

/// "none", "hook", "stackguard"
std::string_view wayName(runtime::Interception way);

InterceptionResult measureInterception(const InterceptionOptions& options);

} // namespace unwind::bench
