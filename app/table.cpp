// table: the truth table of recover under a profile, run.
#include "app/commands.h"
#include "session/load.h"
#include "session/run.h"
#include "state/recovertable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace unwind::app {
namespace {

Result<state::RecoverTable> run(const profile::Profile& profile, const session::Options& options) {
    compile::BuildResult built = session::build({{"recover.go", state::recoverTableSource(), false}}, profile);
    if (!built.ok()) return Error{session::formatDiagnostics(built)};
    std::string output;
    auto code = session::run(built.program, profile, options, nullptr, [&](int, std::string_view text) { output += text; });
    if (!code) return Error{code.error()};
    return state::RecoverTable::parse(output);
}

void printJson(const state::RecoverTable& table) {
    nlohmann::ordered_json cells = nlohmann::ordered_json::array();
    for (size_t already = 0; already < state::recoverAlready().size(); ++already)
        for (size_t progress = 0; progress < state::recoverProgress().size(); ++progress)
            for (size_t place = 0; place < state::recoverPlaces().size(); ++place)
                if (const state::RecoverCell* cell = table.cell(place, progress, already))
                    cells.push_back({{"place", state::recoverPlaces()[place].key},
                                     {"inProgress", state::recoverProgress()[progress].key},
                                     {"already", state::recoverAlready()[already].key},
                                     {"recover", cell->got},
                                     {"then", cell->end}});
    fmt::print("{}\n", cells.dump(2));
}

} // namespace

int table(const Arguments& arguments) {
    const std::string source = state::recoverTableSource();
    if (arguments.source) {
        fmt::print("{}", source);
        return 0;
    }
    auto profile = session::resolveProfile(arguments.options, source);
    if (!profile) return fail(profile.error());
    auto found = run(*profile, arguments.options);
    if (!found) return fail(found.error());
    if (arguments.json) printJson(*found);
    else fmt::print("{}", state::recoverTableText(*found));
    return 0;
}

} // namespace unwind::app
