#include "vet/endings.h"

namespace unwind::vet {

Endings::Endings(const CallGraph& graph) {
    for (const Function& f : graph.functions())
        for (const CallSite* site : f.calls) m_sites[site->call] = site;
}

Ending Endings::of(const CallSite& site) {
    if (isCallOf(site, "os", {"Exit"}) || isCallOf(site, "log", {"Fatal", "Fatalf", "Fatalln"})) return Ending::Process;
    const bool ends = isBuiltin(site, types::BuiltinId::Panic) || isCallOf(site, "runtime", {"Goexit"}) ||
                      isCallOf(site, "log", {"Panic", "Panicf", "Panicln"}) ||
                      isCallOf(site, "testing", {"FailNow", "Fatal", "Fatalf", "SkipNow", "Skip", "Skipf"});
    if (ends) return Ending::Goroutine;
    return site.callee ? of(*site.callee) : Ending::Returns;
}

Ending Endings::of(const Function& f) {
    if (auto known = m_endings.find(&f); known != m_endings.end()) return known->second;
    m_endings[&f] = Ending::Returns; // for calls of itself
    return m_endings[&f] = compute(f);
}

Ending Endings::compute(const Function& f) {
    bool returns = false, endsProcess = false, endsGoroutine = false;
    const auto look = [&](const Block& block) {
        returns |= block.returns();
        const auto* last = block.nodes.empty() ? nullptr : syntax::dynCast<syntax::ExprStmt>(block.nodes.back());
        const auto* call = last && block.next.empty() ? syntax::dynCast<syntax::CallExpr>(syntax::unparen(last->x)) : nullptr;
        if (call) (of(*m_sites.at(call)) == Ending::Process ? endsProcess : endsGoroutine) = true;
        return !returns;
    };
    const Flow& graph = flow(f);
    if (look(graph.entry())) Flow::follow(graph.entry(), look);
    if (returns) return Ending::Returns;
    if (endsProcess && !endsGoroutine) return Ending::Process;
    return f.info->hasDefer ? Ending::Returns : Ending::Goroutine;
}

const Flow& Endings::flow(const Function& f) {
    const auto known = m_flows.find(&f);
    if (known != m_flows.end()) return known->second;
    Flow made(*f.body, [this](const syntax::CallExpr& call) {
        const auto site = m_sites.find(&call);
        return site != m_sites.end() && of(*site->second) != Ending::Returns;
    });
    return m_flows.emplace(&f, std::move(made)).first->second;
}

} // namespace unwind::vet
