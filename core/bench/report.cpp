#include "bench/report.h"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace unwind::bench {
namespace {

using Json = nlohmann::ordered_json;

/// Three decimals: what lies behind them is noise.
double rounded(double value) { return std::round(value * 1000) / 1000; }

Json toJson(const Summary& s) {
    return {{"mean", rounded(s.mean)}, {"deviation", rounded(s.deviation)}, {"median", rounded(s.median)},
            {"low", rounded(s.low)},   {"high", rounded(s.high)}};
}

Json toJson(const WayResult& way, double articleNone) {
    Json samples = Json::array();
    for (double sample : way.samples) samples.push_back(rounded(sample));
    return {{"name", wayName(way.way)},
            {"nanoseconds", toJson(way.time)},
            {"ratio", toJson(way.ratio)},
            {"allocations", way.allocations},
            {"collections", way.collections},
            {"handled", way.handled},
            {"article",
             {{"mean", way.article.mean}, {"deviation", way.article.deviation}, {"ratio", rounded(way.article.mean / articleNone)}}},
            {"samples", samples}};
}

} // namespace

std::string interceptionTable(const InterceptionResult& result) {
    std::string text = fmt::format("{:<12}{:>10}{:>10}{:>10}{:>10}{:>14}{:>13}{:>12}{:>10}\n", "mechanism", "mean ns", "deviation",
                                   "median", "x none", "allocations", "collections", "article ns", "x none");
    for (const WayResult& way : result.ways)
        text += fmt::format("{:<12}{:>10.1f}{:>10.1f}{:>10.1f}{:>10.2f}{:>14}{:>13}{:>12.1f}{:>10.2f}\n", wayName(way.way),
                            way.time.mean, way.time.deviation, way.time.median, way.ratio.median, way.allocations, way.collections,
                            way.article.mean, way.article.mean / result.ways[0].article.mean);
    return text + fmt::format("\nCPU time of a goroutine's end by Goexit, up to the start of the next goroutine; {} Goexits each in {} "
                              "repetitions after {} to warm up.\n\"x none\" is the median over the repetitions.\n",
                              result.goexits, result.options.repetitions, result.options.warmUp);
}

std::string interceptionJson(const InterceptionResult& result) {
    Json ways = Json::array();
    for (const WayResult& way : result.ways) ways.push_back(toJson(way, result.ways[0].article.mean));
    const Json json{{"benchmark", "interception"},
                    {"unit", "ns of thread CPU time per Goexit"},
                    {"warmUp", result.options.warmUp},
                    {"repetitions", result.options.repetitions},
                    {"goexits", result.goexits},
                    {"mechanisms", ways}};
    return json.dump(2) + "\n";
}

} // namespace unwind::bench
