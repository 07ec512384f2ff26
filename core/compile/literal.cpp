// Composite literals, built where they are wanted: in slots, in a heap cell, in an element of another literal.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"
#include "lang/types/sizes.h"

namespace unwind::compile {

using syntax::dynCast;

namespace {

/// Visits elements with their index: visit(index, value).
template <class F>
int64_t forElements(const types::Info& info, const syntax::CompositeLit& lit, F&& visit)
{
    int64_t index = 0, length = 0;
    for (const syntax::Expr* e : lit.elts) {
        const syntax::Expr* value = e;
        if (const auto* kv = dynCast<syntax::KeyValueExpr>(e)) {
            index = info.valueOf(*kv->key)->int64Val().value_or(0);
            value = kv->value;
        }
        visit(index++, *value);
        length = std::max(length, index);
    }
    return length;
}

} // namespace

Slot FunctionCompiler::compositeLit(const syntax::CompositeLit& lit, GoType t, Slot want)
{
    GoType u = t->underlying();
    if (const auto* pointer = types::exactly<types::Pointer>(u)) { // an element written without &T
        const Slot to = dest(t, want);
        Temps temps(m_code);
        m_code.emitImm(Op::New, to, m_unit.typeTable.index(pointer->base()));
        if (isAggregate(pointer->base()))
            litInto(lit, pointer->base(), pointee(to, true), true);
        else
            store(pointee(to, true), pointer->base(), compositeLit(lit, pointer->base(), kNoSlot));
        return to;
    }
    if (u->kind() == types::Kind::Slice)
        return sliceLit(lit, t, want);
    if (u->kind() == types::Kind::Map)
        return mapLit(lit, t, want);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    litInto(lit, t, frameSlot(to), false);
    return to;
}

/// Fills the place of a struct or array that nothing else can see yet.
void FunctionCompiler::litInto(const syntax::CompositeLit& lit, GoType t, const Place& p, bool zeroed)
{
    if (types::as<types::Struct>(t)) {
        structLit(lit, t, p, zeroed);
        return;
    }
    const auto* array = types::as<types::Array>(t);
    const bool complete = static_cast<int64_t>(lit.elts.size()) == array->length() && byteSize(array->elem()) % 8 == 0;
    if (!zeroed && (!complete || p.kind != Place::Kind::Frame)) {
        storeZero(p, t);
        zeroed = true;
    }
    elementsInto(lit, array->elem(), p, zeroed);
}

void FunctionCompiler::structLit(const syntax::CompositeLit& lit, GoType t, const Place& p, bool zeroed)
{
    const auto* s = types::as<types::Struct>(t);
    bool complete = lit.elts.size() == s->numFields();
    for (size_t i = 0; i < s->numFields(); ++i)
        complete = complete && byteSize(s->field(i)->type()) % 8 == 0;
    if (!zeroed && !complete) {
        storeZero(p, t);
        zeroed = true;
    }
    size_t position = 0;
    for (const syntax::Expr* e : lit.elts) {
        size_t at = position++;
        const syntax::Expr* value = e;
        if (const auto* kv = dynCast<syntax::KeyValueExpr>(e)) {
            const auto* name = dynCast<syntax::Ident>(kv->key);
            for (at = 0; at < s->numFields() && s->field(at)->name() != name->name; ++at) {}
            value = kv->value;
        }
        GoType fieldType = t;
        const Place to = field(p, fieldType, static_cast<int>(at));
        elementInto(*value, fieldType, to, zeroed);
    }
}

void FunctionCompiler::elementsInto(const syntax::CompositeLit& lit, GoType elem, const Place& p, bool zeroed)
{
    const int64_t size = byteSize(elem);
    forElements(m_unit.info(), lit, [&](int64_t index, const syntax::Expr& value) {
        Place at = p;
        at.offset += index * size;
        if (at.kind == Place::Kind::Frame)
            at.whole = false;
        elementInto(value, elem, at, zeroed);
    });
}

void FunctionCompiler::elementInto(const syntax::Expr& e, GoType t, const Place& p, bool zeroed)
{
    const auto* lit = dynCast<syntax::CompositeLit>(syntax::unparen(&e));
    if (lit && isAggregate(t) && isAggregate(typeOf(*lit))) {
        Temps temps(m_code);
        litInto(*lit, t, p, zeroed);
        return;
    }
    const types::constant::Value* v = m_unit.info().valueOf(*syntax::unparen(&e));
    if (zeroed && v && types::isInteger(t) && v->int64Val() == 0)
        return;
    exprInto(e, t, p, true);
}

Slot FunctionCompiler::sliceLit(const syntax::CompositeLit& lit, GoType t, Slot want)
{
    GoType elem = types::as<types::Slice>(t)->elem();
    const Slot to = dest(t, want);
    Temps temps(m_code);
    const int64_t length = forElements(m_unit.info(), lit, [](int64_t, const syntax::Expr&) {});
    const Slot count = m_code.take(1);
    m_code.loadInt(count, length);
    m_code.at(lit.start);
    m_code.emit(Op::MakeSlice, to, count, kNoSlot);
    m_code.ext(m_unit.typeTable.index(elem));
    elementsInto(lit, elem, pointee(to, true), true);
    return to;
}

Slot FunctionCompiler::mapLit(const syntax::CompositeLit& lit, GoType t, Slot want)
{
    const auto* m = types::as<types::Map>(t);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    const Slot hint = m_code.take(1);
    m_code.loadInt(hint, lit.elts.size());
    m_code.emit(Op::MakeMap, to, hint);
    m_code.ext(m_unit.typeTable.index(t));
    for (const syntax::Expr* e : lit.elts) {
        Temps inner(m_code);
        const auto& kv = syntax::as<syntax::KeyValueExpr>(*e);
        const Slot key = exprAs(*kv.key, m->key());
        const Slot value = exprAs(*kv.value, m->elem());
        m_code.at(kv.start);
        m_code.emit(Op::MapSet, to, key, value);
        m_code.ext(m_unit.typeTable.index(t));
    }
    return to;
}

} // namespace unwind::compile
