// Order of initialization of package-level variables: repeatedly the earliest in source that depends on no variable
// that is not initialized yet, looking through functions. Counterpart: types2's initorder.go.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

const std::vector<Object*>* Checker::depsOf(Object* obj) const {
    return obj->m_declInfo ? &obj->m_declInfo->deps : nullptr;
}

namespace {

/// Variables that a declaration depends on, directly or through functions.
class Reach {
public:
    using Deps = std::function<const std::vector<Object*>*(Object*)>;
    explicit Reach(Deps deps) : m_deps(std::move(deps)) {}

    const std::vector<Object*>& of(Object* obj) {
        const auto known = m_reached.find(obj);
        if (known != m_reached.end())
            return known->second;
        std::vector<Object*> variables;
        std::unordered_set<const Object*> seen;
        collect(obj, variables, seen);
        return m_reached[obj] = std::move(variables);
    }

private:
    void collect(Object* obj, std::vector<Object*>& variables, std::unordered_set<const Object*>& seen) {
        const auto* deps = m_deps(obj);
        if (!deps)
            return;
        for (Object* dep : *deps) {
            if (!seen.insert(dep).second)
                continue;
            if (dep->kind() == ObjectKind::Func)
                collect(dep, variables, seen);
            else if (dep->kind() == ObjectKind::Var)
                variables.push_back(dep);
        }
    }

    Deps m_deps;
    std::unordered_map<const Object*, std::vector<Object*>> m_reached;
};

} // namespace

std::vector<Initializer> Checker::initOrder() {
    Reach reach([this](Object* o) { return depsOf(o); });
    std::vector<Var*> waiting;
    for (Object* obj : m_objects) {
        auto* v = object<Var>(obj);
        const DeclInfo* info = obj->m_declInfo;
        if (!v || (m_lazy && (v->m_color == 0 || info->initPending)))
            continue;
        waiting.push_back(v);
    }
    std::vector<Initializer> order;
    std::unordered_set<const DeclInfo*> emitted;
    std::unordered_set<const Object*> pending(waiting.begin(), waiting.end());
    while (!waiting.empty()) {
        auto next = std::find_if(waiting.begin(), waiting.end(), [&](Var* v) {
            const auto& deps = reach.of(v);
            return std::none_of(deps.begin(), deps.end(), [&](Object* d) { return d != v && pending.count(d) > 0; });
        });
        if (next == waiting.end())
            next = waiting.begin(); // a cycle, reported by reportInitCycles
        Var* v = *next;
        DeclInfo* info = v->m_declInfo;
        waiting.erase(next);
        pending.erase(v);
        if (!info->init || !emitted.insert(info).second)
            continue;
        for (const Var* each : info->lhs)
            pending.erase(each);
        order.push_back({info->lhs.empty() ? std::vector<Var*>{v} : info->lhs, info->init, info->root});
    }
    return order;
}

namespace {

bool findPath(Object* from, const Object* to, const Reach::Deps& deps, std::unordered_set<const Object*>& seen, std::vector<Object*>& path) {
    if (!seen.insert(from).second)
        return false;
    const auto* list = deps(from);
    if (!list)
        return false;
    std::vector<Object*> sorted = *list;
    std::sort(sorted.begin(), sorted.end(), [](const Object* a, const Object* b) { return a->order() < b->order(); });
    for (Object* d : sorted) {
        if (d == to) {
            path.push_back(d);
            return true;
        }
        if (findPath(d, to, deps, seen, path)) {
            path.push_back(d);
            return true;
        }
    }
    return false;
}

} // namespace

// Each cycle through a variable or constant is reported once, at the object where the search first meets it.
void Checker::reportInitCycles() {
    const Reach::Deps deps = [this](Object* o) { return depsOf(o); };
    std::unordered_set<const Object*> reported;
    for (Object* obj : m_objects) {
        if ((obj->kind() != ObjectKind::Var && obj->kind() != ObjectKind::Const) || reported.count(obj) > 0)
            continue;
        std::unordered_set<const Object*> seen;
        std::vector<Object*> cycle;
        if (!findPath(obj, obj, deps, seen, cycle))
            continue;
        reported.insert(cycle.begin(), cycle.end());
        const Object* at = cycle[0];
        if (cycle.size() == 1) {
            errorf(at, "InvalidInitCycle", "initialization cycle: {} refers to itself", at->name());
            continue;
        }
        std::vector<ErrorDesc> lines{{at->pos(), fmt::format("initialization cycle for {}", at->name())}};
        for (size_t j = cycle.size(); j > 0; --j) {
            lines.push_back({at->pos(), fmt::format("{} refers to {}", at->name(), cycle[j - 1]->name())});
            at = cycle[j - 1];
        }
        report("InvalidInitCycle", std::move(lines));
    }
}

} // namespace unwind::types
