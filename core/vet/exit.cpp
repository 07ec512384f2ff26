// os.Exit and log.Fatal end the process at once and run no deferred call: those that are registered when they are reached
// are skipped. A call in a deferred function skips what its caller deferred earlier.
#include "vet/checks.h"

#include "lang/types/scope.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::vet {

namespace {

/// Lines of the defer statements of f that may have run before this node does.
void addDeferred(Checks& checks, const Function& f, const syntax::Node& before, std::set<uint32_t>& lines) {
    const Flow& flow = checks.endings.flow(f);
    const FlowPoint end = flow.find(before);
    for (const CallSite* site : f.calls)
        if (site->how == How::Defer && site->call != &before && site->stmt != &before && Flow::reaches(flow.find(*site->stmt), end))
            lines.insert(site->stmt->start.line);
}

std::string listed(const std::set<uint32_t>& lines) {
    if (lines.size() == 1) return fmt::format("the call deferred on line {} does not run", *lines.begin());
    return fmt::format("the calls deferred on lines {} do not run", fmt::join(lines, ", "));
}

std::string nameOf(const CallSite& site) {
    if (site.callee) return std::string(site.callee->shownName());
    const types::Func* func = calledFunc(site);
    return func->pkg()->name() + "." + func->name();
}

} // namespace

void checkExit(Checks& checks) {
    for (const Function& f : checks.graph.functions())
        for (const CallSite* site : f.calls) {
            // What a deferred function of this package does is judged at its own calls.
            const bool judgedInside = site->how == How::Defer && site->callee;
            if (!f.body || site->how == How::Go || judgedInside || checks.endings.of(*site) != Ending::Process) continue;
            std::set<uint32_t> lines;
            addDeferred(checks, f, *site->call, lines);
            for (const CallSite* caller : f.callers)
                if (caller->how == How::Defer && caller->caller->body) addDeferred(checks, *caller->caller, *caller->stmt, lines);
            if (!lines.empty())
                checks.report("skippeddefer", *site->call, fmt::format("{} ends the program at once: {}", nameOf(*site), listed(lines)));
        }
}

} // namespace unwind::vet
