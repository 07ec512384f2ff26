// runtime.Goexit on the main goroutine: main never returns, so the program goes on until nothing can run and then dies with
// "no goroutines (main called runtime.Goexit) - deadlock!". A program in which somebody calls os.Exit means to do that.
#include "vet/checks.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::vet {

namespace {

/// Whether a deferred call of f may call recover.
bool mayRecover(const Function& f) {
    return std::any_of(f.calls.begin(), f.calls.end(), [](const CallSite* site) {
        return site->how == How::Defer && (!site->target || site->callee) && (!site->callee || callsRecover(*site->callee));
    });
}

class MainGoroutine {
public:
    explicit MainGoroutine(Checks& checks) : m_checks(checks) {}

    void visit(const Function& f, const Function& entry) {
        const bool intercepts = m_checks.profile.recoverDuringGoexit == profile::RecoverDuringGoexit::Intercept;
        if (!m_seen.insert(&f).second || (intercepts && mayRecover(f))) return;
        for (const CallSite* site : f.calls) {
            if (site->how == How::Go) continue;
            if (isCallOf(*site, "runtime", {"Goexit"})) report(*site, entry);
            if (site->callee) visit(*site->callee, entry);
        }
    }

private:
    void report(const CallSite& site, const Function& entry) {
        const Function& f = *site.caller;
        const std::string way = &f == &entry || f.outer == &entry ? "" : fmt::format(", reached from {}", entry.name);
        m_checks.report("maingoexit", *site.call,
                        fmt::format("runtime.Goexit ends the main goroutine here{}: the program can then only end as a deadlock", way));
    }

    Checks& m_checks;
    std::set<const Function*> m_seen;
};

} // namespace

void checkGoexit(Checks& checks) {
    for (const Function& f : checks.graph.functions())
        for (const CallSite* site : f.calls)
            if (!site->callee && checks.endings.of(*site) == Ending::Process) return;
    MainGoroutine walk(checks);
    for (const Function* entry : checks.graph.entries()) walk.visit(*entry, *entry);
}

} // namespace unwind::vet
