// vet: what the compiler finds wrong, and in a program without errors what core/vet warns of. As go vet: findings on standard
// error and exit code 1, but 0 with --json, whose form core/vet/README.md describes. Errors end with 1 always.
#include "app/commands.h"
#include "session/load.h"
#include "vet/vet.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace unwind::app {
namespace {

nlohmann::json toJson(const bytecode::Program& program, const Diagnostic& d) {
    nlohmann::json json{{"path", program.files[d.pos.file.value - 1].path},
                        {"line", d.pos.line},
                        {"column", d.pos.column},
                        {"message", d.message},
                        {"severity", d.severity == Severity::Error ? "error" : "warning"}};
    if (d.end.isValid()) json.update({{"endLine", d.end.line}, {"endColumn", d.end.column}});
    if (!d.code.empty()) json["code"] = d.code;
    if (const std::string_view why = vet::explanation(d.code); !why.empty()) json["explanation"] = why;
    return json;
}

} // namespace

int vet(const Arguments& arguments) {
    auto sources = session::readSources(arguments.files);
    if (!sources) return fail(sources.error());
    auto profile = session::resolveProfile(arguments.options, sources->front().text);
    if (!profile) return fail(profile.error());
    const compile::BuildResult result = session::buildVetted(std::move(*sources), *profile, true);
    const Diagnostics& found = result.ok() ? result.warnings : result.errors;
    if (arguments.json) {
        nlohmann::json all = nlohmann::json::array();
        for (const Diagnostic& d : found) all.push_back(toJson(result.program, d));
        fmt::print("{}\n", all.dump(2));
        return result.ok() ? 0 : 1;
    }
    for (const Diagnostic& d : found) fmt::print(stderr, "{}\n", session::formatDiagnostic(result.program, d));
    return found.empty() ? 0 : 1;
}

} // namespace unwind::app
