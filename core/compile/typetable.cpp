#include "compile/typetable.h"

#include "lang/types/checker.h"
#include "lang/types/sizes.h"

#include <algorithm>

namespace unwind::compile {

using bytecode::MethodIndex;
using bytecode::TypeIndex;
using bytecode::TypeKind;

namespace {

TypeKind basicKind(types::BasicKind kind)
{
    using B = types::BasicKind;
    switch (kind) {
    case B::Bool:
    case B::UntypedBool: return TypeKind::Bool;
    case B::Int:
    case B::UntypedInt: return TypeKind::Int;
    case B::Int8: return TypeKind::Int8;
    case B::Int16: return TypeKind::Int16;
    case B::Int32:
    case B::UntypedRune: return TypeKind::Int32;
    case B::Int64: return TypeKind::Int64;
    case B::Uint: return TypeKind::Uint;
    case B::Uint8: return TypeKind::Uint8;
    case B::Uint16: return TypeKind::Uint16;
    case B::Uint32: return TypeKind::Uint32;
    case B::Uint64: return TypeKind::Uint64;
    case B::Uintptr: return TypeKind::Uintptr;
    case B::Float32: return TypeKind::Float32;
    case B::Float64:
    case B::UntypedFloat: return TypeKind::Float64;
    case B::Complex64: return TypeKind::Complex64;
    case B::Complex128: return TypeKind::Complex128;
    case B::String:
    case B::UntypedString: return TypeKind::String;
    case B::UnsafePointer:
    case B::UntypedNil: return TypeKind::UnsafePointer;
    case B::Invalid: break;
    }
    return TypeKind::Invalid;
}

TypeKind kindOf(GoType u)
{
    switch (u->kind()) {
    case types::Kind::Basic: return basicKind(static_cast<const types::Basic*>(u)->basic());
    case types::Kind::Pointer: return TypeKind::Pointer;
    case types::Kind::Slice: return TypeKind::Slice;
    case types::Kind::Array: return TypeKind::Array;
    case types::Kind::Struct: return TypeKind::Struct;
    case types::Kind::Signature: return TypeKind::Func;
    case types::Kind::Interface: return TypeKind::Interface;
    case types::Kind::Map: return TypeKind::Map;
    case types::Kind::Chan: return TypeKind::Chan;
    default: return TypeKind::Invalid;
    }
}

} // namespace

TypeIndex TypeTable::index(GoType t)
{
    if (auto it = m_byPointer.find(t); it != m_byPointer.end())
        return it->second;
    if (types::isUntyped(t)) {
        GoType typed = types::defaultType(t);
        if (typed != t)
            return m_byPointer[t] = index(typed);
    }
    const size_t hash = types::hash(t);
    auto [from, to] = m_byHash.equal_range(hash);
    for (; from != to; ++from) {
        if (types::identical(from->second.first, t))
            return m_byPointer[t] = from->second.second;
    }
    const auto made = static_cast<TypeIndex>(m_program.types.size());
    m_program.types.emplace_back();
    m_boxed.push_back(0);
    m_byPointer[t] = made;
    m_byHash.emplace(hash, std::make_pair(t, made));
    describe(made, t);
    return made;
}

void TypeTable::describe(TypeIndex at, GoType t)
{
    bytecode::Type d;
    GoType u = t->underlying();
    d.kind = kindOf(u);
    d.name = types::runtimeTypeString(t);
    if (const auto* named = types::exactly<types::Named>(t)) {
        d.named = true;
        d.package = named->obj()->pkg() ? named->obj()->pkg()->path() : std::string();
    }
    d.comparable = types::comparable(t);
    d.size = byteSize(t);
    d.align = static_cast<uint32_t>(types::alignOf(t));
    d.directIface = fitsIfaceWord(t);
    if (d.size / 8 < (1u << 24))
        d.pointers = pointersOf(t);
    d.pointers.resize(d.slots());
    m_program.types[static_cast<size_t>(at)] = d; // seen by types that refer back to this one
    if (const auto* p = types::exactly<types::Pointer>(u)) {
        d.elem = index(p->base());
        if (types::exactly<types::Pointer>(t))
            m_program.types[static_cast<size_t>(d.elem)].pointerTo = at;
    } else if (const auto* s = types::exactly<types::Slice>(u)) {
        d.elem = index(s->elem());
    } else if (const auto* a = types::exactly<types::Array>(u)) {
        d.elem = index(a->elem());
        d.length = a->length();
    } else if (const auto* m = types::exactly<types::Map>(u)) {
        d.key = index(m->key());
        d.elem = index(m->elem());
    } else if (const auto* c = types::exactly<types::Chan>(u)) {
        d.elem = index(c->elem());
        d.chanDir = c->dir() == types::ChanDir::RecvOnly ? 1 : c->dir() == types::ChanDir::SendOnly ? 2 : 3;
    } else if (const auto* f = types::exactly<types::Signature>(u)) {
        for (const types::Var* v : f->params()->vars())
            d.params.push_back(index(v->type()));
        for (const types::Var* v : f->results()->vars())
            d.results.push_back(index(v->type()));
        d.variadic = f->variadic();
    } else if (const auto* st = types::exactly<types::Struct>(u)) {
        const std::vector<int64_t> offsets = types::fieldOffsets(st);
        for (size_t i = 0; i < st->numFields(); ++i) {
            const types::Var* v = st->field(i);
            const std::string package = v->exported() || !v->pkg() ? std::string() : v->pkg()->path();
            d.fields.push_back({v->name(), package, index(v->type()), static_cast<uint32_t>(offsets[i]), v->embedded,
                                st->tag(i)});
        }
    } else if (const auto* i = types::exactly<types::Interface>(u)) {
        for (const types::Func* m : i->methods())
            d.methods.push_back({methodName(*m), index(m->type()), -1});
        std::sort(d.methods.begin(), d.methods.end(), [](const auto& x, const auto& y) { return x.name < y.name; });
    }
    const TypeIndex pointerTo = m_program.types[static_cast<size_t>(at)].pointerTo;
    m_program.types[static_cast<size_t>(at)] = std::move(d);
    m_program.types[static_cast<size_t>(at)].pointerTo = pointerTo;
}

TypeIndex TypeTable::functionType(const types::Signature& sig, GoType recv)
{
    const TypeIndex plain = index(&sig);
    if (!recv)
        return plain;
    const TypeIndex first = index(recv);
    const auto [it, isNew] = m_withReceiver.emplace(std::to_string(plain) + "/" + std::to_string(first), 0);
    if (isNew) {
        it->second = static_cast<TypeIndex>(m_program.types.size());
        bytecode::Type d = m_program.types[static_cast<size_t>(plain)];
        d.name = "func(" + m_program.types[static_cast<size_t>(first)].name + (d.params.empty() ? "" : ", ") +
                 d.name.substr(5);
        d.params.insert(d.params.begin(), first);
        m_program.types.push_back(std::move(d));
        m_boxed.push_back(0);
    }
    return it->second;
}

TypeIndex TypeTable::builtinType(const std::vector<GoType>& params)
{
    bytecode::Type d;
    d.kind = TypeKind::Func;
    d.name = "func";
    d.size = d.align = 8;
    d.pointers = {true};
    for (GoType param : params)
        d.params.push_back(index(param));
    m_program.types.push_back(std::move(d));
    m_boxed.push_back(0);
    return static_cast<TypeIndex>(m_program.types.size() - 1);
}

MethodIndex TypeTable::nameIndex(const std::string& name)
{
    const auto [it, isNew] = m_names.emplace(name, static_cast<MethodIndex>(m_program.methodNames.size()));
    if (isNew) {
        m_program.methodNames.push_back(name);
        m_used.push_back(false);
        m_waiting.emplace_back();
    }
    return it->second;
}

MethodIndex TypeTable::methodName(const types::Func& method)
{
    if (method.exported() || !method.pkg())
        return nameIndex(method.name());
    return nameIndex(method.pkg()->path() + "." + method.name());
}

MethodIndex TypeTable::called(const types::Func& method)
{
    const MethodIndex name = methodName(method);
    use(name);
    return name;
}

void TypeTable::calledByName(std::string_view name)
{
    use(nameIndex(std::string(name)));
}

void TypeTable::use(MethodIndex name)
{
    const auto at = static_cast<size_t>(name);
    if (m_used[at])
        return;
    m_used[at] = true;
    for (Waiting& w : m_waiting[at])
        m_todo.push_back(std::move(w));
    m_waiting[at].clear();
}

void TypeTable::boxed(GoType t)
{
    if (t->kind() == types::Kind::Tuple)
        return;
    const TypeIndex at = index(t);
    if (m_boxed[static_cast<size_t>(at)])
        return;
    m_boxed[static_cast<size_t>(at)] = 1;
    m_newlyBoxed.emplace_back(at, t);
    GoType u = t->underlying();
    if (const auto* p = types::exactly<types::Pointer>(u)) {
        boxed(p->base());
    } else if (const auto* s = types::exactly<types::Slice>(u)) {
        boxed(s->elem());
    } else if (const auto* a = types::exactly<types::Array>(u)) {
        boxed(a->elem());
    } else if (const auto* m = types::exactly<types::Map>(u)) {
        boxed(m->key());
        boxed(m->elem());
    } else if (const auto* c = types::exactly<types::Chan>(u)) {
        boxed(c->elem());
    } else if (const auto* st = types::exactly<types::Struct>(u)) {
        for (const types::Var* v : st->fields())
            boxed(v->type());
    }
}

void TypeTable::fillMethods(TypeIndex at, GoType t)
{
    if (types::isInterface(t))
        return;
    struct Entry {
        MethodIndex name;
        types::Selection selection;
    };
    std::vector<Entry> entries;
    for (types::Selection& s : types::methodSet(t))
        entries.push_back({methodName(*s.method()), std::move(s)});
    std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) { return x.name < y.name; });
    std::vector<bytecode::Method> methods;
    for (const Entry& e : entries)
        methods.push_back({e.name, index(e.selection.obj->type()), -1});
    m_program.types[static_cast<size_t>(at)].methods = std::move(methods);
    for (size_t i = 0; i < entries.size(); ++i) {
        const auto name = static_cast<size_t>(entries[i].name);
        Waiting w{at, i, t, std::move(entries[i].selection)};
        (m_used[name] ? m_todo : m_waiting[name]).push_back(std::move(w));
    }
}

bool TypeTable::settle()
{
    const bool work = !m_newlyBoxed.empty() || !m_todo.empty();
    while (!m_newlyBoxed.empty()) {
        const auto [at, t] = m_newlyBoxed.back();
        m_newlyBoxed.pop_back();
        fillMethods(at, t);
    }
    while (!m_todo.empty()) {
        const Waiting w = std::move(m_todo.back());
        m_todo.pop_back();
        const int32_t function = m_entry(w.goType, w.selection);
        m_program.types[static_cast<size_t>(w.type)].methods[w.position].function = function;
    }
    return work;
}

} // namespace unwind::compile
