// Breadth-first search through embedded fields, as the language defines selectors: the shallowest depth wins, and
// two finds at the same depth are ambiguous. A type that was met at a shallower depth is not looked at again.
#include "lang/types/lookup.h"

#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

namespace {

struct Embedded {
    const Type* type;
    std::vector<int> index;
    bool indirect;
    bool multiples; // the type is embedded more than once at this depth
};

std::string lower(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    return out;
}

bool matches(const Object* obj, const Package* pkg, std::string_view name, bool foldCase) {
    if (foldCase && lower(obj->name()) == lower(name))
        return true;
    return obj->sameId(pkg, name);
}

std::vector<int> extended(const std::vector<int>& index, size_t i) {
    std::vector<int> out = index;
    out.push_back(static_cast<int>(i));
    return out;
}

std::vector<Embedded> consolidated(std::vector<Embedded> list) {
    std::vector<Embedded> out;
    for (Embedded& e : list) {
        const auto same =
            std::find_if(out.begin(), out.end(), [&](const Embedded& o) { return identical(o.type, e.type); });
        if (same != out.end())
            same->multiples = true;
        else
            out.push_back(std::move(e));
    }
    return out;
}

/// One depth of the search. Returns true when it is over, with a find, a collision or nothing in result.
class Search {
public:
    Search(const Package* pkg, std::string_view name, bool foldCase) : m_pkg(pkg), m_name(name), m_foldCase(foldCase) {}

    LookupResult run(const Type* T, bool addressable) {
        bool isPtr = false;
        const Type* type = deref(T, &isPtr);
        if (m_name == "_" || (isPtr && isInterface(type)))
            return {};
        std::vector<Embedded> current{{type, {}, isPtr, false}};
        while (!current.empty()) {
            m_next.clear();
            for (const Embedded& e : current) {
                if (!visit(e))
                    return {nullptr, m_found.index, false};
            }
            if (m_found.obj) {
                const auto* f = object<Func>(m_found.obj);
                if (f && f->hasPointerRecv() && !m_found.indirect && !addressable)
                    return {nullptr, {}, true};
                return m_found;
            }
            current = consolidated(std::move(m_next));
        }
        return {};
    }

private:
    bool found(Object* obj, const Embedded& e, size_t i) {
        const bool collision = m_found.obj || e.multiples;
        m_found = {obj, extended(e.index, i), e.indirect};
        return !collision;
    }

    bool visit(const Embedded& e) {
        if (const auto* named = exactly<Named>(e.type)) {
            if (std::find(m_seen.begin(), m_seen.end(), named) != m_seen.end())
                return true;
            m_seen.push_back(named);
            const auto& methods = named->methods();
            for (size_t i = 0; i < methods.size(); ++i) {
                if (matches(methods[i], m_pkg, m_name, m_foldCase))
                    return found(methods[i], e, i);
            }
        }
        if (const auto* s = as<Struct>(e.type))
            return visitFields(s, e);
        if (const auto* t = as<Interface>(e.type)) {
            for (size_t i = 0; i < t->methods().size(); ++i) {
                if (matches(t->methods()[i], m_pkg, m_name, m_foldCase))
                    return found(t->methods()[i], e, i);
            }
        }
        return true;
    }

    bool visitFields(const Struct* s, const Embedded& e) {
        for (size_t i = 0; i < s->numFields(); ++i) {
            Var* f = s->fields()[i];
            if (matches(f, m_pkg, m_name, m_foldCase)) {
                if (!found(f, e, i))
                    return false;
                continue;
            }
            if (!m_found.obj && f->embedded) {
                bool isPtr = false;
                const Type* type = deref(f->type(), &isPtr);
                m_next.push_back({type, extended(e.index, i), e.indirect || isPtr, e.multiples});
            }
        }
        return true;
    }

    const Package* m_pkg;
    std::string_view m_name;
    bool m_foldCase;
    LookupResult m_found;
    std::vector<Embedded> m_next;
    std::vector<const Named*> m_seen;
};

// The names of all methods that T may have, ambiguous and hidden ones included.
void collectNames(const Type* T, std::vector<const Func*>& names, std::vector<const Type*>& seen) {
    T = deref(T);
    if (std::find(seen.begin(), seen.end(), T) != seen.end())
        return;
    seen.push_back(T);
    if (const auto* named = exactly<Named>(T))
        names.insert(names.end(), named->methods().begin(), named->methods().end());
    if (const auto* s = as<Struct>(T)) {
        for (const Var* f : s->fields()) {
            if (f->embedded)
                collectNames(f->type(), names, seen);
        }
    } else if (const auto* t = as<Interface>(T))
        names.insert(names.end(), t->methods().begin(), t->methods().end());
}

} // namespace

LookupResult lookupFieldOrMethod(const Type* T, bool addressable, const Package* pkg, std::string_view name,
                                 bool foldCase) {
    // A declared pointer type has its base type's fields but no methods.
    if (const auto* named = exactly<Named>(T)) {
        if (const auto* p = as<Pointer>(named)) {
            LookupResult result = Search(pkg, name, foldCase).run(p, false);
            return object<Func>(result.obj) ? LookupResult{} : result;
        }
    }
    return Search(pkg, name, foldCase).run(T, addressable);
}

std::vector<Selection> methodSet(const Type* T) {
    std::vector<const Func*> names;
    std::vector<const Type*> seen;
    if (!(exactly<Named>(T) && as<Pointer>(T)))
        collectNames(T, names, seen);
    std::vector<Selection> out;
    for (const Func* name : names) {
        const auto known = std::any_of(out.begin(), out.end(),
                                       [&](const Selection& s) { return s.obj->sameId(name->pkg(), name->name()); });
        if (known)
            continue;
        LookupResult r = lookupFieldOrMethod(T, false, name->pkg(), name->name());
        if (!object<Func>(r.obj))
            continue;
        Checker::resolve(r.obj);
        out.push_back({SelectionKind::MethodVal, T, r.obj, std::move(r.index), r.indirect});
    }
    std::sort(out.begin(), out.end(),
              [](const Selection& a, const Selection& b) { return Object::lessThan(a.obj, b.obj); });
    return out;
}

const Func* missingMethod(const Type* V, const Interface* I) {
    for (const Func* m : I->methods()) {
        const LookupResult r = lookupFieldOrMethod(V, false, m->pkg(), m->name());
        if (!object<Func>(r.obj))
            return m;
        Checker::resolve(r.obj);
        if (!identical(r.obj->type(), m->type()))
            return m;
    }
    return nullptr;
}

} // namespace unwind::types
