#include "app/commands.h"
#include "app/program.h"
#include "session/run.h"

#include <cstdio>

namespace unwind::app {

int run(const Arguments& arguments) {
    auto ready = prepare(arguments);
    if (!ready) return fail(ready.error());
    auto code = session::run(ready->program, ready->profile, ready->options, nullptr, writeThrough);
    if (!code) return fail(code.error());
    std::fflush(stdout);
    std::_Exit(*code); // the program is over: nothing of it needs tearing down
}

} // namespace unwind::app
