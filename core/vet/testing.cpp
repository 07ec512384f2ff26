// FailNow, Fatal, Skip and their like end the goroutine that calls them with runtime.Goexit: they must be called by the test's
// own goroutine, or the test goes on. As go vet's testinggoroutine.
#include "vet/checks.h"

#include <fmt/format.h>

namespace unwind::vet {

using namespace syntax;

namespace {

bool endsTest(const CallSite& site) {
    return isCallOf(site, "testing", {"FailNow", "Fatal", "Fatalf", "SkipNow", "Skip", "Skipf"});
}

/// The t of t.FailNow(), or null.
const types::Var* receiver(const types::Info& info, const CallSite& site) {
    const auto* selector = dynCast<SelectorExpr>(unparen(site.call->fun));
    const auto* id = selector ? dynCast<Ident>(unparen(selector->x)) : nullptr;
    return id ? types::object<types::Var>(info.use(*id)) : nullptr;
}

/// Whether the test of t is run by another goroutine: t is no variable of `goroutine` and of the literals from f out to it.
bool isForeign(const types::Var& t, const Function& f, const Function& goroutine) {
    if (t.owner == goroutine.info) return t.isParam; // handed over
    for (const Function* at = &f; at != &goroutine; at = at->outer)
        if (at->info == t.owner) return false;
    return true;
}

/// The calls in f, which `goroutine` runs, and in its literals that end a test of another goroutine.
void collect(const Checks& checks, const Function& f, const Function& goroutine, std::vector<const CallSite*>& found) {
    for (const CallSite* site : f.calls) {
        const types::Var* t = endsTest(*site) ? receiver(checks.info, *site) : nullptr;
        if (t && isForeign(*t, f, goroutine)) found.push_back(site);
    }
    for (const Function& inner : checks.graph.functions())
        if (inner.outer == &f && !inner.isCalled(How::Go)) collect(checks, inner, goroutine, found);
}

} // namespace

void checkTesting(Checks& checks) {
    for (const Function& f : checks.graph.functions())
        for (const CallSite* start : f.calls) {
            if (start->how != How::Go || !start->callee) continue;
            std::vector<const CallSite*> found;
            collect(checks, *start->callee, *start->callee, found);
            const std::string& name = start->callee->name;
            for (const CallSite* site : found) {
                const std::string method = fmt::format("(*testing.T).{}", site->target->name());
                checks.report("testinggoroutine", name.empty() ? *site->call : *start->call,
                              fmt::format("call to {} from a non-test goroutine", method) +
                                  (name.empty() ? "" : fmt::format(" ({} calls {})", name, method)));
            }
        }
}

} // namespace unwind::vet
