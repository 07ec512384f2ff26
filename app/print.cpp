#include "app/commands.h"
#include "app/program.h"
#include "trace/exporters.h"
#include "trace/printer.h"

#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace unwind::app {
namespace {

Status printLog(const std::string& path, bool chrome) {
    auto log = trace::LogReader::open(path);
    if (!log) return Error{log.error()};
    if (chrome) return trace::exportChromeTrace(**log, std::cout);
    (*log)->forEach(0, (*log)->size(), [&](const trace::Event& event) {
        fmt::print("{}\n", trace::eventLine(**log, event));
        return true;
    });
    return ok();
}

/// A .go file is recorded first, at a place that is gone afterwards.
Status printProgram(const Arguments& arguments) {
    auto ready = prepare(arguments);
    if (!ready) return Error{ready.error()};
    const std::string path = std::filesystem::temp_directory_path() / fmt::format("unwind-print-{}.unwind", getpid());
    auto code = recordTo(*ready, path, false);
    Status status = code ? printLog(path, arguments.chrome) : Status(Error{code.error()});
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return status;
}

} // namespace

int print(const Arguments& arguments) {
    if (arguments.files.empty()) return fail("No file is named; give a recording or a .go file.");
    const bool isRecording = arguments.files.front().ends_with(".unwind");
    Status status = isRecording ? printLog(arguments.files.front(), arguments.chrome) : printProgram(arguments);
    return status ? 0 : fail(status.error());
}

} // namespace unwind::app
