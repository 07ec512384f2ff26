// Statistics of repeated measurements.
#pragma once

#include <span>
#include <vector>

namespace unwind::bench {

struct Summary {
    double mean = 0;
    double deviation = 0; ///< of the sample (n - 1); 0 for fewer than two
    double median = 0;
    double low = 0, high = 0; ///< smallest and largest
};

/// All zero for no values.
Summary summarise(std::span<const double> values);
/// Element by element a / b; as long as the shorter.
std::vector<double> ratios(std::span<const double> a, std::span<const double> b);

} // namespace unwind::bench
