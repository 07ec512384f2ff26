#include "session/rerun.h"

#include "session/header.h"
#include "session/load.h"
#include "session/run.h"

namespace unwind::session {
namespace {

Result<bytecode::Program> compiled(std::vector<SourceFile> sources, const profile::Profile& profile) {
    compile::BuildResult built = build(std::move(sources), profile);
    if (built.ok()) return std::move(built.program);
    std::string text = formatDiagnostics(built);
    text.pop_back();
    return Error{"the program does not compile\n" + text};
}

Result<profile::Profile> profileOf(const trace::Header& header) {
    profile::Profile profile;
    profile.name = header.profile;
    for (const std::string& rule : header.rules)
        if (Status status = profile::setRule(profile, rule); !status) return Error{status.error()};
    return profile;
}

} // namespace

Result<trace::Header> headerOf(std::vector<SourceFile> sources, const Options& options) {
    if (sources.empty()) return Error{"No file is named."};
    auto profile = resolveProfile(options, sources.front().text);
    if (!profile) return Error{profile.error()};
    auto program = compiled(std::move(sources), *profile);
    if (!program) return Error{program.error()};
    return makeHeader(*program, *profile, options);
}

Result<std::unique_ptr<trace::LogReader>> rerun(const trace::Header& header, Options options) {
    std::vector<SourceFile> sources;
    for (const SourceFile& file : header.files)
        if (!file.isStd) sources.push_back(file);
    auto profile = profileOf(header);
    if (!profile) return Error{profile.error()};
    auto program = compiled(std::move(sources), *profile);
    if (!program) return Error{program.error()};
    options.seed = header.seed;
    options.procs = header.procs;
    options.args = header.args;
    options.signals = header.signals;
    options.detail = header.detail;
    auto log = trace::LogWriter::create({"", options.logBudget}, makeHeader(*program, *profile, options));
    if (!log) return Error{log.error()};
    (*log)->detail = options.detail;
    auto code = run(*program, *profile, options, log->get(), [](int, std::string_view) {});
    if (!code) return Error{code.error()};
    (*log)->finish();
    return trace::LogReader::open((*log)->path());
}

} // namespace unwind::session
