#include "app/commands.h"
#include "bench/report.h"

#include <fmt/format.h>

namespace unwind::app {

int bench(const Arguments& arguments) {
    const auto& words = arguments.files;
    if (words.size() != 1 || words.front() != "interception") return fail("There is one benchmark: unwind bench interception.");
    bench::InterceptionOptions options;
    if (arguments.progress) options.progress = [](size_t done, size_t all) { fmt::print(stderr, "{} of {}\n", done, all); };
    const bench::InterceptionResult result = bench::measureInterception(options);
    fmt::print("{}", arguments.json ? bench::interceptionJson(result) : bench::interceptionTable(result));
    return 0;
}

} // namespace unwind::app
