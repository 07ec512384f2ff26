#include "app/commands.h"
#include "session/load.h"

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
    if (!d.code.empty()) json["code"] = d.code;
    return json;
}

} // namespace

int vet(const Arguments& arguments) {
    auto sources = session::readSources(arguments.files);
    if (!sources) return fail(sources.error());
    compile::BuildResult result = session::build(std::move(*sources), true);
    if (arguments.json) {
        nlohmann::json all = nlohmann::json::array();
        for (const Diagnostic& d : result.errors) all.push_back(toJson(result.program, d));
        fmt::print("{}\n", all.dump(2));
    } else {
        for (const Diagnostic& d : result.errors) fmt::print(stderr, "{}\n", session::formatDiagnostic(result.program, d));
    }
    return result.ok() ? 0 : 1;
}

} // namespace unwind::app
