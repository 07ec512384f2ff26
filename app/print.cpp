#include "app/commands.h"
#include "app/program.h"
#include "state/notrun.h"
#include "state/timeline.h"
#include "state/verdict.h"
#include "trace/exporters.h"
#include "trace/printer.h"

#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace unwind::app {
namespace {

void printEvents(const trace::LogReader& log) {
    log.forEach(0, log.size(), [&](const trace::Event& event) {
        fmt::print("{}\n", trace::eventLine(log, event));
        return true;
    });
}

void printExplained(const trace::LogReader& log) {
    state::Snapshot before, now;
    log.forEach(0, log.size(), [&](const trace::Event& event) {
        fmt::print("{}\n", trace::eventLine(log, event));
        if (event.kind == trace::Kind::RecoverCall) before = now;
        state::fold(now, event);
        if (auto card = state::verdictCard(log, event, before, now))
            fmt::print("{}", state::cardText(log, *card, "        "));
        return true;
    });
}

void printNotRun(const trace::LogReader& log) {
    state::Snapshot end;
    log.forEach(0, log.size(), [&](const trace::Event& event) {
        state::fold(end, event);
        return true;
    });
    const auto list = state::notRun(log, end);
    for (const state::NotRun& entry : list) fmt::print("{}\n", state::notRunText(log, entry));
    if (list.empty()) fmt::print("Every deferred call has run, every goroutine has ended.\n");
}

Status printLog(const std::string& path, const Arguments& arguments) {
    auto log = trace::LogReader::open(path);
    if (!log) return Error{log.error()};
    if (arguments.chrome) return trace::exportChromeTrace(**log, std::cout);
    if (arguments.notRun) printNotRun(**log);
    else if (arguments.explain) printExplained(**log);
    else printEvents(**log);
    return ok();
}

/// A .go file is recorded first, at a place that is gone afterwards.
Status printProgram(const Arguments& arguments) {
    auto ready = prepare(arguments);
    if (!ready) return Error{ready.error()};
    const std::string path = std::filesystem::temp_directory_path() / fmt::format("unwind-print-{}.unwind", getpid());
    auto code = recordTo(*ready, path, false);
    Status status = code ? printLog(path, arguments) : Status(Error{code.error()});
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return status;
}

} // namespace

int print(const Arguments& arguments) {
    if (arguments.files.empty()) return fail("No file is named; give a recording or a .go file.");
    const bool isRecording = arguments.files.front().ends_with(".unwind");
    Status status = isRecording ? printLog(arguments.files.front(), arguments) : printProgram(arguments);
    return status ? 0 : fail(status.error());
}

} // namespace unwind::app
