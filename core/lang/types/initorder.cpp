// Order of initialization of package-level variables and cycles among them. Functions are looked through, so that a
// variable or constant depends on the variables and constants that it reaches. Then the one with the fewest open
// dependencies comes next, the earlier in source first; if it has any, it is part of a cycle.
// Counterpart: types2's initorder.go.
#include "lang/types/checkerimpl.h"

#include <algorithm>
#include <set>

namespace unwind::types {

const std::vector<Object*>* Checker::depsOf(Object* obj) const {
    return obj->m_declInfo ? &obj->m_declInfo->deps : nullptr;
}

namespace {

using Deps = std::function<const std::vector<Object*>*(Object*)>;

/// Adds the variables and constants that obj depends on, directly or through functions.
void reachFrom(Object* obj, const Deps& deps, std::vector<Object*>& found, std::unordered_set<const Object*>& seen) {
    const auto* list = deps(obj);
    if (!list)
        return;
    for (Object* dep : *list) {
        if (!seen.insert(dep).second)
            continue;
        if (dep->kind() == ObjectKind::Func)
            reachFrom(dep, deps, found, seen);
        else if (dep->kind() == ObjectKind::Var || dep->kind() == ObjectKind::Const)
            found.push_back(dep);
    }
}

struct Node {
    Object* obj = nullptr;
    std::vector<Node*> users; ///< what depends on it
    size_t open = 0;          ///< dependencies that are not initialized yet
};

struct Sooner {
    bool operator()(const Node* a, const Node* b) const {
        const bool ac = a->obj->kind() == ObjectKind::Const, bc = b->obj->kind() == ObjectKind::Const;
        if (ac != bc)
            return ac;
        return std::make_pair(a->open, a->obj->order()) < std::make_pair(b->open, b->obj->order());
    }
};

/// Calls visit for every object in order, with whether it is part of a cycle.
template <class Visit> void inOrder(const std::vector<Object*>& objects, const Deps& deps, Visit visit) {
    std::vector<Node> nodes(objects.size());
    std::unordered_map<const Object*, Node*> byObject;
    for (size_t i = 0; i < objects.size(); ++i) {
        nodes[i].obj = objects[i];
        byObject[objects[i]] = &nodes[i];
    }
    for (Node& n : nodes) {
        std::vector<Object*> found;
        std::unordered_set<const Object*> seen;
        reachFrom(n.obj, deps, found, seen);
        for (const Object* dep : found) {
            if (const auto it = byObject.find(dep); it != byObject.end()) {
                it->second->users.push_back(&n);
                ++n.open;
            }
        }
    }
    std::set<Node*, Sooner> queue;
    for (Node& n : nodes)
        queue.insert(&n);
    while (!queue.empty()) {
        Node* n = *queue.begin();
        queue.erase(queue.begin());
        visit(n->obj, n->open > 0);
        for (Node* user : n->users) {
            const bool waiting = queue.erase(user) > 0;
            --user->open;
            if (waiting)
                queue.insert(user);
        }
    }
}

bool findPath(Object* from, const Object* to, const Deps& deps, std::unordered_set<const Object*>& seen,
              std::vector<Object*>& path) {
    if (!seen.insert(from).second)
        return false;
    const auto* list = deps(from);
    if (!list)
        return false;
    std::vector<Object*> sorted = *list;
    std::sort(sorted.begin(), sorted.end(), [](const Object* a, const Object* b) { return a->order() < b->order(); });
    for (Object* d : sorted) {
        if (d == to || findPath(d, to, deps, seen, path)) {
            path.push_back(d);
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<Initializer> Checker::initOrder() {
    std::vector<Object*> variables;
    for (Object* obj : m_objects) {
        const bool skipped = m_lazy && (obj->m_color == 0 || obj->m_declInfo->initPending);
        if (obj->kind() == ObjectKind::Var && !skipped)
            variables.push_back(obj);
    }
    std::vector<Initializer> order;
    std::unordered_set<const DeclInfo*> emitted;
    inOrder(
        variables, [this](Object* o) { return depsOf(o); },
        [&](Object* obj, bool) {
            auto* v = static_cast<Var*>(obj);
            DeclInfo* info = v->m_declInfo;
            if (info->init && emitted.insert(info).second)
                order.push_back({info->lhs.empty() ? std::vector<Var*>{v} : info->lhs, info->init, info->root});
        });
    return order;
}

void Checker::reportInitCycles() {
    std::vector<Object*> objects;
    for (Object* obj : m_objects) {
        if (obj->kind() == ObjectKind::Var || obj->kind() == ObjectKind::Const)
            objects.push_back(obj);
    }
    const Deps deps = [this](Object* o) { return depsOf(o); };
    inOrder(objects, deps, [&](Object* obj, bool inCycle) {
        std::unordered_set<const Object*> seen;
        std::vector<Object*> cycle;
        if (!inCycle || !findPath(obj, obj, deps, seen, cycle))
            return;
        const Object* at = cycle[0];
        if (cycle.size() == 1) {
            errorf(at, "InvalidInitCycle", "initialization cycle: {} refers to itself", at->name());
            return;
        }
        std::vector<ErrorDesc> lines{{at->pos(), fmt::format("initialization cycle for {}", at->name())}};
        for (size_t j = cycle.size(); j > 0; --j) {
            lines.push_back({at->pos(), fmt::format("{} refers to {}", at->name(), cycle[j - 1]->name())});
            at = cycle[j - 1];
        }
        report("InvalidInitCycle", std::move(lines));
    });
}

} // namespace unwind::types
