#include "app/commands.h"
#include "app/program.h"

#include <fmt/format.h>

namespace unwind::app {

int record(const Arguments& arguments) {
    auto ready = prepare(arguments);
    if (!ready) return fail(ready.error());
    std::string path = arguments.output;
    if (path.empty()) {
        const std::string& file = arguments.files.front();
        path = file.substr(0, file.rfind('.')) + ".unwind";
    }
    auto code = recordTo(*ready, path, true);
    if (!code) return fail(code.error());
    fmt::print(stderr, "unwind: the recording is in {}\n", path);
    return *code;
}

} // namespace unwind::app
