#include "lang/types/type.h"

#include "lang/types/checker.h"
#include "lang/types/object.h"

#include <algorithm>

namespace unwind::types {

// A chain of declarations (type A B; type B C) is followed once and the end remembered. A chain that closes on
// itself has no underlying type; the checker has reported it.
const Type* Type::resolveUnderlying() const {
    const auto* start = static_cast<const Named*>(this);
    const Type* end = start->m_underlying;
    std::vector<const Named*> path{start};
    while (end && end->kind() == Kind::Named) {
        const auto* next = static_cast<const Named*>(end);
        if (std::find(path.begin(), path.end(), next) != path.end()) {
            end = basic(BasicKind::Invalid);
            break;
        }
        path.push_back(next);
        end = next->m_underlying;
    }
    if (!end)
        return basic(BasicKind::Invalid); // still being declared
    for (const Named* named : path)
        named->m_underlying = end;
    return end;
}

const std::string& Struct::tag(size_t i) const {
    static const std::string none;
    return i < m_tags.size() ? m_tags[i] : none;
}

const std::vector<Func*>& Interface::methods() const {
    if (m_complete || !m_declared)
        return m_complete ? m_all : m_explicit;
    m_complete = true; // an interface that embeds itself is reported elsewhere; do not loop
    std::vector<Func*> all = m_explicit;
    for (const Embedded& embedded : m_embedded) {
        const auto* inner = as<Interface>(embedded.type);
        if (!inner)
            continue;
        m_comparable = m_comparable || inner->isComparable();
        for (Func* m : inner->methods()) {
            const bool known =
                std::any_of(all.begin(), all.end(), [&](Func* o) { return o->sameId(m->pkg(), m->name()); });
            if (!known)
                all.push_back(m);
        }
    }
    std::sort(all.begin(), all.end(), Object::lessThan);
    m_all = std::move(all);
    return m_all;
}

namespace {

bool hasInfo(const Type* t, int info) {
    const auto* b = as<Basic>(t);
    return b && (b->info() & info) != 0;
}

bool identicalTypes(const Type* x, const Type* y, bool ignoreTags);

bool identicalTuples(const Tuple* x, const Tuple* y, bool ignoreTags) {
    if (x->size() != y->size())
        return false;
    for (size_t i = 0; i < x->size(); ++i) {
        if (!identicalTypes(x->at(i)->type(), y->at(i)->type(), ignoreTags))
            return false;
    }
    return true;
}

bool identicalStructs(const Struct* x, const Struct* y, bool ignoreTags) {
    if (x->numFields() != y->numFields())
        return false;
    for (size_t i = 0; i < x->numFields(); ++i) {
        const Var* f = x->field(i);
        const Var* g = y->field(i);
        if (f->embedded != g->embedded || !f->sameId(g->pkg(), g->name()) || (!ignoreTags && x->tag(i) != y->tag(i)) ||
            !identicalTypes(f->type(), g->type(), ignoreTags))
            return false;
    }
    return true;
}

// Interfaces can refer to themselves only through their own names, which compare by identity, or through
// anonymous interfaces in method signatures; the depth limit ends such a comparison.
bool identicalInterfaces(const Interface* x, const Interface* y, bool ignoreTags) {
    static thread_local int depth = 0;
    const auto& a = x->methods();
    const auto& b = y->methods();
    if (a.size() != b.size() || x->isComparable() != y->isComparable())
        return false;
    if (depth > 50)
        return true;
    ++depth;
    bool same = true;
    for (size_t i = 0; same && i < a.size(); ++i)
        same = a[i]->sameId(b[i]->pkg(), b[i]->name()) && identicalTypes(a[i]->type(), b[i]->type(), ignoreTags);
    --depth;
    return same;
}

bool identicalTypes(const Type* x, const Type* y, bool ignoreTags) {
    if (x == y)
        return true;
    if (!x || !y || x->kind() != y->kind())
        return false;
    const auto same = [ignoreTags](const Type* a, const Type* b) { return identicalTypes(a, b, ignoreTags); };
    switch (x->kind()) {
    case Kind::Basic: return exactly<Basic>(x)->basic() == exactly<Basic>(y)->basic();
    case Kind::Named: return false;
    case Kind::Pointer: return same(exactly<Pointer>(x)->base(), exactly<Pointer>(y)->base());
    case Kind::Slice: return same(exactly<Slice>(x)->elem(), exactly<Slice>(y)->elem());
    case Kind::Array: {
        const auto *a = exactly<Array>(x), *b = exactly<Array>(y);
        return (a->length() < 0 || b->length() < 0 || a->length() == b->length()) && same(a->elem(), b->elem());
    }
    case Kind::Struct: return identicalStructs(exactly<Struct>(x), exactly<Struct>(y), ignoreTags);
    case Kind::Tuple: return identicalTuples(exactly<Tuple>(x), exactly<Tuple>(y), ignoreTags);
    case Kind::Signature: {
        const auto *a = exactly<Signature>(x), *b = exactly<Signature>(y);
        return a->variadic() == b->variadic() && identicalTuples(a->params(), b->params(), ignoreTags) &&
               identicalTuples(a->results(), b->results(), ignoreTags);
    }
    case Kind::Interface: return identicalInterfaces(exactly<Interface>(x), exactly<Interface>(y), ignoreTags);
    case Kind::Map: {
        const auto *a = exactly<Map>(x), *b = exactly<Map>(y);
        return same(a->key(), b->key()) && same(a->elem(), b->elem());
    }
    case Kind::Chan: {
        const auto *a = exactly<Chan>(x), *b = exactly<Chan>(y);
        return a->dir() == b->dir() && same(a->elem(), b->elem());
    }
    }
    return false;
}

size_t mix(size_t seed, size_t value) { return (seed ^ value) * 0x9e3779b97f4a7c15ULL + (seed >> 29); }

size_t hashTo(const Type* t, int depth);

size_t hashTuple(const Tuple* t, int depth) {
    size_t h = t->size();
    for (const Var* v : t->vars())
        h = mix(h, hashTo(v->type(), depth));
    return h;
}

size_t hashTo(const Type* t, int depth) {
    size_t h = static_cast<size_t>(t->kind()) + 1;
    if (depth == 0)
        return h;
    switch (t->kind()) {
    case Kind::Basic: return mix(h, static_cast<size_t>(exactly<Basic>(t)->basic()));
    case Kind::Named: return mix(h, std::hash<const void*>{}(t));
    case Kind::Pointer: return mix(h, hashTo(exactly<Pointer>(t)->base(), depth - 1));
    case Kind::Slice: return mix(h, hashTo(exactly<Slice>(t)->elem(), depth - 1));
    case Kind::Array:
        return mix(mix(h, static_cast<size_t>(exactly<Array>(t)->length())),
                   hashTo(exactly<Array>(t)->elem(), depth - 1));
    case Kind::Struct:
        for (const Var* f : exactly<Struct>(t)->fields())
            h = mix(mix(h, std::hash<std::string>{}(f->name())), hashTo(f->type(), depth - 1));
        return h;
    case Kind::Tuple: return mix(h, hashTuple(exactly<Tuple>(t), depth - 1));
    case Kind::Signature:
        return mix(mix(h, hashTuple(exactly<Signature>(t)->params(), depth - 1)),
                   hashTuple(exactly<Signature>(t)->results(), depth - 1));
    case Kind::Interface:
        for (const Func* m : exactly<Interface>(t)->methods())
            h = mix(h, std::hash<std::string>{}(m->name()));
        return h;
    case Kind::Map:
        return mix(mix(h, hashTo(exactly<Map>(t)->key(), depth - 1)), hashTo(exactly<Map>(t)->elem(), depth - 1));
    case Kind::Chan:
        return mix(mix(h, static_cast<size_t>(exactly<Chan>(t)->dir())), hashTo(exactly<Chan>(t)->elem(), depth - 1));
    }
    return h;
}

} // namespace

bool identical(const Type* x, const Type* y) { return identicalTypes(x, y, false); }

bool identicalIgnoreTags(const Type* x, const Type* y) { return identicalTypes(x, y, true); }

size_t hash(const Type* t) { return hashTo(t, 8); }

bool isNamed(const Type* t) { return t->kind() == Kind::Basic || t->kind() == Kind::Named; }
bool isBoolean(const Type* t) { return hasInfo(t, IsBoolean); }
bool isNumeric(const Type* t) { return hasInfo(t, IsNumeric); }
bool isString(const Type* t) { return hasInfo(t, IsString); }
bool isInteger(const Type* t) { return hasInfo(t, IsInteger); }
bool isUnsigned(const Type* t) { return hasInfo(t, IsUnsigned); }
bool isFloat(const Type* t) { return hasInfo(t, IsFloat); }
bool isComplex(const Type* t) { return hasInfo(t, IsComplex); }
bool isConstType(const Type* t) { return hasInfo(t, IsConstType); }
bool isOrdered(const Type* t) { return hasInfo(t, IsOrdered); }
bool isInterface(const Type* t) { return as<Interface>(t) != nullptr; }

bool isUntyped(const Type* t) {
    const auto* b = exactly<Basic>(t);
    return b && (b->info() & IsUntyped) != 0;
}

bool isTyped(const Type* t) { return !isUntyped(t); }

bool isValid(const Type* t) {
    const auto* b = exactly<Basic>(t);
    return !b || b->basic() != BasicKind::Invalid;
}

bool hasNil(const Type* t) {
    const Type* u = t->underlying();
    switch (u->kind()) {
    case Kind::Basic: {
        const BasicKind kind = exactly<Basic>(u)->basic();
        return kind == BasicKind::UnsafePointer;
    }
    case Kind::Pointer:
    case Kind::Slice:
    case Kind::Signature:
    case Kind::Interface:
    case Kind::Map:
    case Kind::Chan: return true;
    default: return false;
    }
}

bool comparable(const Type* t) {
    const Type* u = t->underlying();
    switch (u->kind()) {
    case Kind::Basic: return exactly<Basic>(u)->basic() != BasicKind::UntypedNil;
    case Kind::Pointer:
    case Kind::Chan:
    case Kind::Interface: return true;
    case Kind::Struct: {
        const auto& fields = exactly<Struct>(u)->fields();
        return std::all_of(fields.begin(), fields.end(), [](const Var* f) { return comparable(f->type()); });
    }
    case Kind::Array: return comparable(exactly<Array>(u)->elem());
    default: return false;
    }
}

const Type* defaultType(const Type* t) {
    const auto* b = exactly<Basic>(t);
    if (!b)
        return t;
    switch (b->basic()) {
    case BasicKind::UntypedBool: return basic(BasicKind::Bool);
    case BasicKind::UntypedInt: return basic(BasicKind::Int);
    case BasicKind::UntypedRune: return runeType();
    case BasicKind::UntypedFloat: return basic(BasicKind::Float64);
    case BasicKind::UntypedString: return basic(BasicKind::String);
    default: return t;
    }
}

const Type* deref(const Type* t, bool* wasPointer) {
    const auto* p = exactly<Pointer>(t);
    if (wasPointer)
        *wasPointer = p != nullptr;
    return p ? p->base() : t;
}

} // namespace unwind::types
