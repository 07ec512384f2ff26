#include "session/header.h"

#include "session/signals.h"

namespace unwind::session {

trace::Header makeHeader(const bytecode::Program& program, const profile::Profile& profile, const Options& options) {
    trace::Header header;
    header.files = program.files;
    if (!program.files.empty()) {
        const std::string& path = program.files.front().path;
        header.program = path.substr(path.rfind('/') + 1);
    }
    for (const auto& function : program.functions)
        header.functions.push_back({function.name, function.pos, function.isStd, function.isWrapper});
    header.profile = profile.name;
    header.rules = profile::assignments(profile);
    header.seed = options.seed;
    header.procs = options.procs;
    header.args = options.args;
    header.signals = plannedTexts(options, program);
    header.detail = options.detail;
    return header;
}

} // namespace unwind::session
