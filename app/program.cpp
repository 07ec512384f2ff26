#include "app/program.h"

#include "session/header.h"
#include "session/load.h"
#include "session/run.h"

#include <cstdio>

namespace unwind::app {

void writeThrough(int fd, std::string_view text) {
    if (fd == 2) std::fflush(stdout);
    std::fwrite(text.data(), 1, text.size(), fd == 2 ? stderr : stdout);
}

Result<Ready> prepare(const Arguments& arguments) {
    auto sources = session::readSources(arguments.files);
    if (!sources) return Error{sources.error()};
    auto profile = session::resolveProfile(arguments.options, sources->front().text);
    if (!profile) return Error{profile.error()};
    compile::BuildResult built = session::build(std::move(*sources), *profile);
    if (!built.ok()) {
        std::string text = session::formatDiagnostics(built);
        text.pop_back();
        return Error{"the program does not compile\n" + text};
    }
    return Ready{std::move(built.program), std::move(*profile), arguments.options};
}

Result<int> recordTo(const Ready& ready, const std::string& path, bool echo) {
    auto log = trace::LogWriter::create({"", ready.options.logBudget},
                                        session::makeHeader(ready.program, ready.profile, ready.options));
    if (!log) return Error{log.error()};
    (*log)->detail = ready.options.detail;
    auto code = session::run(ready.program, ready.profile, ready.options, log->get(), [&](int fd, std::string_view text) {
        if (echo) writeThrough(fd, text);
    });
    (*log)->finish();
    if (!code) return code;
    auto reader = trace::LogReader::open((*log)->path());
    if (!reader) return Error{reader.error()};
    if (Status status = (*reader)->save(path); !status) return Error{status.error()};
    return code;
}

} // namespace unwind::app
