#include "app/commands.h"
#include "app/program.h"
#include "session/header.h"
#include "session/run.h"
#include "trace/observability.h"

#include <charconv>
#include <fmt/format.h>
#include <fstream>

namespace unwind::app {
namespace {

using trace::LogReader;

/// The recording named, or that of the program named.
Result<std::unique_ptr<LogReader>> logOf(const Arguments& arguments, std::unique_ptr<trace::LogWriter>& writer) {
    if (arguments.files.empty()) return Error{"export needs one file: a .go program or a .unwind recording."};
    if (arguments.files.front().ends_with(".unwind")) return LogReader::open(arguments.files.front());
    auto ready = prepare(arguments);
    if (!ready) return Error{ready.error()};
    auto log = trace::LogWriter::create({"", ready->options.logBudget}, session::makeHeader(ready->program, ready->profile, ready->options));
    if (!log) return Error{log.error()};
    writer = std::move(*log);
    writer->detail = ready->options.detail;
    auto code = session::run(ready->program, ready->profile, ready->options, writer.get(), [](int, std::string_view) {});
    if (!code) return Error{code.error()};
    writer->finish();
    return LogReader::open(writer->path());
}

/// As in the window and in pictures: position n is where the first n events have happened.
Result<Seq> endOf(const Arguments& arguments, const LogReader& log) {
    if (arguments.at.empty()) return log.size();
    Seq seq = 0;
    const char* end = arguments.at.data() + arguments.at.size();
    auto [at, error] = std::from_chars(arguments.at.data(), end, seq);
    if (error != std::errc() || at != end) return Error{fmt::format("--at takes the number of an event, not \"{}\".", arguments.at)};
    return seq;
}

Status write(const std::string& text, const std::string& path) {
    if (path.empty()) {
        writeThrough(1, text);
        return ok();
    }
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) return Error{path + " can not be written; check the folder and the room on the disk."};
    return ok();
}

Status exportTo(const Arguments& arguments) {
    const auto format = trace::observabilityFormat(arguments.format);
    if (!format) return Error{fmt::format("--view observability takes --format jsonl, prometheus or otlp, not \"{}\".", arguments.format)};
    std::unique_ptr<trace::LogWriter> writer;
    auto log = logOf(arguments, writer);
    if (!log) return Error{log.error()};
    auto end = endOf(arguments, **log);
    if (!end) return Error{end.error()};
    return write(trace::exportObservability(**log, *end, *format), arguments.output);
}

} // namespace

int observability(const Arguments& arguments) {
    Status status = exportTo(arguments);
    return status ? 0 : fail(status.error());
}

} // namespace unwind::app
