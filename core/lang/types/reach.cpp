// What can run. A function can if it is mentioned by something that can; a method also if a value of its type is
// converted to an interface, because then anything may call it. This is coarse and safe: nothing that runs is left out.
#include "lang/types/checkerimpl.h"

#include <algorithm>
#include <deque>

namespace unwind::types {

class Reacher {
public:
    explicit Reacher(Program& program) : m_program(program) {}

    Reachable run(const std::vector<Package*>& packages) {
        for (size_t i = 0; i < packages.size(); ++i) {
            const Package* pkg = packages[i];
            for (Func* f : pkg->isStd() ? pkg->inits() : pkg->funcs())
                addFunc(f);
            if (pkg->isStd())
                continue;
            for (const Initializer& init : m_program.initOrder(*pkg))
                follow(init.info);
        }
        while (!m_waiting.empty()) {
            Func* f = m_waiting.front();
            m_waiting.pop_front();
            follow(m_program.body(f));
        }
        m_result.packages = initializationOrder(packages);
        return std::move(m_result);
    }

private:
    void addFunc(Func* f) {
        if (!f->decl() || !m_seen.insert(f).second)
            return;
        m_result.funcs.push_back(f);
        m_waiting.push_back(f);
    }

    void follow(const FuncInfo* info) {
        if (!info)
            return;
        // Checking a body may add to other bodies' lists, not to this one's, but the objects are copied to be safe.
        const std::vector<Object*> uses = info->uses;
        const std::vector<const Type*> boxed = info->boxed;
        for (Object* obj : uses) {
            if (auto* f = object<Func>(obj))
                addFunc(f);
            else if (auto* v = object<Var>(obj); v && m_seen.insert(v).second)
                follow(m_program.initializer(v));
        }
        for (const Type* t : boxed)
            addRuntimeType(t);
    }

    // A value of type t may be looked at through reflection: so may its parts.
    void addRuntimeType(const Type* t) {
        if (!t || !m_types.insert(t).second)
            return;
        if (t->kind() == Kind::Named || t->kind() == Kind::Pointer || t->kind() == Kind::Struct) {
            for (const Selection& m : methodSet(t))
                addFunc(object<Func>(m.obj));
        }
        const Type* u = t->underlying();
        switch (u->kind()) {
        case Kind::Pointer: addRuntimeType(exactly<Pointer>(u)->base()); break;
        case Kind::Slice: addRuntimeType(exactly<Slice>(u)->elem()); break;
        case Kind::Array: addRuntimeType(exactly<Array>(u)->elem()); break;
        case Kind::Map:
            addRuntimeType(exactly<Map>(u)->key());
            addRuntimeType(exactly<Map>(u)->elem());
            break;
        case Kind::Chan: addRuntimeType(exactly<Chan>(u)->elem()); break;
        case Kind::Struct:
            for (const Var* f : exactly<Struct>(u)->fields())
                addRuntimeType(f->type());
            break;
        default: break;
        }
    }

    // Sorted by import path; a package comes after all it imports, and first among those that are ready.
    static std::vector<const Package*> initializationOrder(const std::vector<Package*>& packages) {
        std::vector<const Package*> waiting(packages.begin(), packages.end()), order;
        std::sort(waiting.begin(), waiting.end(), [](const Package* a, const Package* b) {
            return std::make_pair(!a->isStd(), a->path()) < std::make_pair(!b->isStd(), b->path());
        });
        while (!waiting.empty()) {
            auto next = std::find_if(waiting.begin(), waiting.end(), [&](const Package* p) {
                return std::all_of(p->imports().begin(), p->imports().end(), [&](const Package* i) {
                    return std::find(waiting.begin(), waiting.end(), i) == waiting.end();
                });
            });
            if (next == waiting.end())
                next = waiting.begin();
            order.push_back(*next);
            waiting.erase(next);
        }
        return order;
    }

    Program& m_program;
    Reachable m_result;
    std::deque<Func*> m_waiting;
    std::unordered_set<const Object*> m_seen;
    std::unordered_set<const Type*> m_types;
};

Reachable Program::reach() { return Reacher(*this).run(m_packages); }

const FuncInfo* Program::initializer(const Var* var) {
    return var->package() && var->package()->m_checker ? var->package()->m_checker->initializer(const_cast<Var*>(var))
                                                       : nullptr;
}

} // namespace unwind::types
