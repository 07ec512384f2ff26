#include "bench/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace unwind::bench {

Summary summarise(std::span<const double> values) {
    if (values.empty()) return {};
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const size_t n = sorted.size();
    Summary s;
    s.mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / double(n);
    double squares = 0;
    for (double value : sorted) squares += (value - s.mean) * (value - s.mean);
    s.deviation = n > 1 ? std::sqrt(squares / double(n - 1)) : 0;
    s.median = n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    s.low = sorted.front();
    s.high = sorted.back();
    return s;
}

std::vector<double> ratios(std::span<const double> a, std::span<const double> b) {
    std::vector<double> list;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) list.push_back(a[i] / b[i]);
    return list;
}

} // namespace unwind::bench
