// Expressions: the way to each kind, names, selectors, indexing, slicing, unary operators, assertions.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/syntax/walk.h"
#include "lang/types/checker.h"

#include <bit>
#include <cmath>

namespace unwind::compile {

using syntax::dynCast;

Slot FunctionCompiler::expr(const syntax::Expr& expression, Slot want)
{
    const syntax::Expr& e = *syntax::unparen(&expression);
    const types::TypeAndValue tv = m_unit.info().of(e);
    if (tv.value && tv.value->known())
        return constant(*tv.value, tv.type, want);
    if (tv.mode == types::Mode::NilValue)
        return zero(tv.type, want);
    switch (e.kind) {
    case syntax::Kind::Ident: return identExpr(syntax::as<syntax::Ident>(e), want);
    case syntax::Kind::CompositeLit: return compositeLit(syntax::as<syntax::CompositeLit>(e), tv.type, want);
    case syntax::Kind::FuncLit: return funcLit(syntax::as<syntax::FuncLit>(e), want);
    case syntax::Kind::SelectorExpr: return selectorExpr(syntax::as<syntax::SelectorExpr>(e), want);
    case syntax::Kind::IndexExpr: return indexExpr(syntax::as<syntax::IndexExpr>(e), want);
    case syntax::Kind::SliceExpr: return sliceExpr(syntax::as<syntax::SliceExpr>(e), want);
    case syntax::Kind::TypeAssertExpr: return assertExpr(syntax::as<syntax::TypeAssertExpr>(e), want);
    case syntax::Kind::CallExpr: return call(syntax::as<syntax::CallExpr>(e), want, true);
    case syntax::Kind::UnaryExpr: return unaryExpr(syntax::as<syntax::UnaryExpr>(e), want);
    case syntax::Kind::BinaryExpr: return binaryExpr(syntax::as<syntax::BinaryExpr>(e), want);
    case syntax::Kind::StarExpr: {
        const Slot to = dest(tv.type, want);
        Temps temps(m_code);
        const Slot pointer = expr(*syntax::as<syntax::StarExpr>(e).x);
        m_code.at(e.pos);
        return load(pointee(pointer), tv.type, to);
    }
    default:
        m_unit.error(e.start, "this expression is not supported");
        return dest(types::basic(types::BasicKind::Int), want);
    }
}

/// The value of e as a value of target: boxed if target is an interface and e's type is not.
Slot FunctionCompiler::exprAs(const syntax::Expr& e, GoType target, Slot want)
{
    const types::TypeAndValue tv = m_unit.info().of(*syntax::unparen(&e));
    if (tv.mode == types::Mode::NilValue)
        return zero(target, want);
    if (!types::isInterface(target) || types::isInterface(tv.type))
        return expr(e, want);
    GoType source = tv.type;
    if (types::isUntyped(source))
        source = types::defaultType(source);
    const Slot to = dest(target, want);
    if (tv.value && tv.value->known() && types::isString(source))
        return stringInterface(tv.value->stringVal(), source, to);
    Temps temps(m_code);
    return toInterface(expr(e), source, to);
}

void FunctionCompiler::discard(const syntax::Expr& expression)
{
    Temps temps(m_code);
    const syntax::Expr& e = *syntax::unparen(&expression);
    if (m_unit.info().valueOf(e))
        return;
    if (const auto* c = dynCast<syntax::CallExpr>(&e)) {
        call(*c, kNoSlot, false);
    } else if (const auto* u = dynCast<syntax::UnaryExpr>(&e); u && u->op == syntax::Op::Recv) {
        receive(*u->x, kNoSlot, kNoSlot, false);
    } else if (e.kind != syntax::Kind::Ident || !isPlaceExpr(e)) {
        touch(e);
    }
}

/// Evaluates e for its effects and faults; a large value in memory is not copied.
void FunctionCompiler::touch(const syntax::Expr& e)
{
    Temps temps(m_code);
    GoType t = typeOf(*syntax::unparen(&e));
    if (isPlaceExpr(e) && isAggregate(t)) {
        const Place p = place(e);
        if (p.kind != Place::Kind::Frame && p.kind != Place::Kind::Map)
            addressOf(p);
        return;
    }
    expr(e);
}

/// Whether a call or a receive happens in e: then len and range of an array evaluate it.
bool FunctionCompiler::hasCall(const syntax::Expr& e) const
{
    bool found = false;
    syntax::inspect(e, [&](const syntax::Node& node) {
        if (node.kind == syntax::Kind::FuncLit)
            return false;
        const auto* c = dynCast<syntax::CallExpr>(&node);
        const auto* u = dynCast<syntax::UnaryExpr>(&node);
        found = found || (c && !m_unit.info().valueOf(*c) && !m_unit.info().of(*syntax::unparen(c->fun)).isType()) ||
                (u && u->op == syntax::Op::Recv);
        return !found;
    });
    return found;
}

Slot FunctionCompiler::constant(const types::constant::Value& v, GoType t, Slot want)
{
    if (types::isInterface(t)) { // a constant that was converted to an interface
        using C = types::constant::Kind;
        using B = types::BasicKind;
        const B kind = v.kind() == C::Bool     ? B::Bool
                       : v.kind() == C::String ? B::String
                       : v.kind() == C::Int    ? B::Int
                                               : B::Float64;
        const Slot to = dest(t, want);
        if (kind == B::String)
            return stringInterface(v.stringVal(), types::basic(kind), to);
        Temps temps(m_code);
        return toInterface(constant(v, types::basic(kind), kNoSlot), types::basic(kind), to);
    }
    const Slot to = dest(t, want);
    if (types::isBoolean(t)) {
        m_code.emitImm(Op::LoadImm, to, v.boolVal());
    } else if (types::isString(t)) {
        m_code.emitImm(Op::LoadString, to, m_unit.string(v.stringVal()));
    } else if (types::isFloat(t)) {
        if (isFloat32(t))
            m_code.loadInt(to, std::bit_cast<uint32_t>(v.float32Val()));
        else
            m_code.loadBits(to, std::bit_cast<uint64_t>(v.float64Val()));
    } else if (const auto value = v.int64Val()) {
        m_code.loadInt(to, *value);
    } else {
        m_code.loadBits(to, v.uint64Val().value_or(0));
    }
    return to;
}

Slot FunctionCompiler::zero(GoType t, Slot want)
{
    const Slot to = dest(t, want);
    const uint32_t slots = slotsOf(t);
    if (slots == 1)
        m_code.emitImm(Op::LoadImm, to, 0);
    else if (slots > 1)
        m_code.emitImm(Op::Zero, to, slots);
    return to;
}

/// Whether compiling e into a slot may write the slot before all of e's operands are read.
bool FunctionCompiler::writesEarly(const syntax::Expr& expression) const
{
    const syntax::Expr& e = *syntax::unparen(&expression);
    if (m_unit.info().valueOf(e))
        return false;
    switch (e.kind) {
    case syntax::Kind::CompositeLit:
        return true;
    case syntax::Kind::UnaryExpr:
        return syntax::as<syntax::UnaryExpr>(e).op == syntax::Op::And;
    case syntax::Kind::CallExpr: {
        const auto& c = syntax::as<syntax::CallExpr>(e);
        return m_unit.info().of(*c.fun).isType() ? c.args.size() == 1 && writesEarly(*c.args[0]) : false;
    }
    default:
        return false;
    }
}

Slot FunctionCompiler::identExpr(const syntax::Ident& id, Slot want)
{
    return objectValue(*objectOf(id), want);
}

Slot FunctionCompiler::objectValue(const types::Object& obj, Slot want)
{
    if (const auto* v = types::object<types::Var>(&obj))
        return load(placeOf(*v), v->type(), want);
    if (const auto* f = types::object<types::Func>(&obj)) {
        const Slot to = want == kNoSlot ? m_code.takePointer() : want;
        m_code.emitImm(Op::LoadFunc, to, m_unit.function(*f));
        return to;
    }
    const auto* c = types::object<types::ConstObj>(&obj);
    return constant(c->value(), c->type(), want);
}

Slot FunctionCompiler::selectorExpr(const syntax::SelectorExpr& e, Slot want)
{
    const types::Selection* sel = m_unit.info().selection(e);
    if (!sel)
        return objectValue(*objectOf(*e.sel), want);
    if (sel->kind == types::SelectionKind::MethodVal)
        return methodValue(e, *sel, want);
    if (sel->kind == types::SelectionKind::MethodExpr)
        return methodExpr(*sel, want);
    GoType t = typeOf(e);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    const Place p = fieldPlace(e);
    if (want == kNoSlot && isSlotPlace(p, t) && p.offset / 8 < to)
        return static_cast<Slot>(p.offset / 8); // a part of a variable is used where it stands
    m_code.at(e.pos);
    return load(p, t, to);
}

Slot FunctionCompiler::indexExpr(const syntax::IndexExpr& e, Slot want)
{
    GoType t = typeOf(e);
    if (t->kind() == types::Kind::Tuple)
        t = static_cast<const types::Tuple*>(t)->at(0)->type();
    const Slot to = dest(t, want);
    Temps temps(m_code);
    if (types::isString(typeOf(*e.x))) {
        const Slot s = expr(*e.x);
        bool isUnsigned = false;
        const Slot index = indexOperand(*e.indices[0], isUnsigned);
        m_code.at(e.pos);
        if (isUnsigned)
            m_code.emit(Op::CheckUnsigned, index);
        m_code.emit(Op::StrIndex, to, s, index);
        return to;
    }
    const Place p = indexPlace(e);
    m_code.at(e.pos);
    return load(p, t, to);
}

Slot FunctionCompiler::sliceExpr(const syntax::SliceExpr& e, Slot want)
{
    GoType result = typeOf(e);
    const Slot to = dest(result, want);
    Temps temps(m_code);
    GoType t = typeOf(*e.x);
    const auto* pointer = types::as<types::Pointer>(t);
    const auto* array = types::as<types::Array>(pointer ? pointer->base() : t);
    const Slot base = array && !pointer ? addressOf(place(*e.x)) : expr(*e.x);
    bool unsignedBounds[3] = {};
    const auto bound = [&](const syntax::Expr* b, bool& isUnsigned) {
        return b ? indexOperand(*b, isUnsigned) : kNoSlot;
    };
    const Slot lo = bound(e.lo, unsignedBounds[0]);
    const Slot hi = bound(e.hi, unsignedBounds[1]);
    const Slot max = bound(e.max, unsignedBounds[2]);
    m_code.at(e.pos);
    const Slot bounds[3] = {lo, hi, max};
    for (int i = 2; i >= 0; --i) {
        if (unsignedBounds[i])
            m_code.emit(Op::CheckUnsigned, bounds[i]);
    }
    if (types::isString(t)) {
        m_code.emit(Op::SliceString, to, base);
        m_code.extSlots(lo, hi);
    } else {
        const auto* slice = types::as<types::Slice>(t);
        m_code.emit(array ? Op::SliceArray : Op::SliceSlice, to, base);
        m_code.extSlots(lo, hi, max);
        m_code.ext(byteSize(array ? array->elem() : slice->elem()));
        if (array)
            m_code.ext(array->length());
    }
    return to;
}

Slot FunctionCompiler::unaryExpr(const syntax::UnaryExpr& e, Slot want)
{
    GoType t = typeOf(e);
    switch (e.op) {
    case syntax::Op::And:
        return addressExpr(*syntax::unparen(e.x), want);
    case syntax::Op::Recv: {
        if (t->kind() == types::Kind::Tuple)
            t = static_cast<const types::Tuple*>(t)->at(0)->type();
        const Slot to = dest(t, want);
        Temps temps(m_code);
        return receive(*e.x, to, kNoSlot, true);
    }
    case syntax::Op::Add:
        return expr(*e.x, want);
    default:
        break;
    }
    const Slot to = dest(t, want);
    Temps temps(m_code);
    const Slot x = expr(*e.x);
    m_code.at(e.start);
    if (e.op == syntax::Op::Not) {
        m_code.emit(Op::NotBool, to, x);
    } else if (e.op == syntax::Op::Xor) {
        m_code.emit(Op::Not, to, x);
        if (types::isUnsigned(t))
            narrow(t, to);
    } else if (types::isFloat(t)) {
        m_code.emit(isFloat32(t) ? Op::NegF32 : Op::NegF, to, x);
    } else {
        m_code.emit(Op::Neg, to, x);
        narrow(t, to);
    }
    return to;
}

Slot FunctionCompiler::addressExpr(const syntax::Expr& operand, Slot want)
{
    const Slot to = want == kNoSlot ? m_code.takePointer() : want;
    Temps temps(m_code);
    if (const auto* lit = dynCast<syntax::CompositeLit>(&operand)) {
        GoType t = typeOf(*lit);
        m_code.emitImm(Op::New, to, m_unit.typeTable.index(t));
        if (isAggregate(t))
            litInto(*lit, t, pointee(to, true), true);
        else
            store(pointee(to, true), t, compositeLit(*lit, t, kNoSlot));
        return to;
    }
    const Place p = place(operand);
    m_code.at(operand.start);
    return addressOf(p, to);
}

Slot FunctionCompiler::receive(const syntax::Expr& channel, Slot want, Slot ok, bool keep)
{
    const Slot ch = expr(channel);
    m_code.at(channel.start);
    m_code.emit(Op::Recv, keep ? want : kNoSlot, ch, ok);
    m_code.ext(m_unit.typeTable.index(types::as<types::Chan>(typeOf(channel))->elem()));
    return want;
}

Slot FunctionCompiler::assertExpr(const syntax::TypeAssertExpr& e, Slot want)
{
    GoType t = typeOf(e);
    if (t->kind() == types::Kind::Tuple)
        t = static_cast<const types::Tuple*>(t)->at(0)->type();
    const Slot to = dest(t, want);
    Temps temps(m_code);
    const Slot iface = expr(*e.x);
    m_code.at(e.pos);
    if (types::isInterface(t)) {
        m_code.emit(Op::AssertIface, to, iface);
        m_code.ext(m_unit.typeTable.index(t));
    } else {
        m_code.emit(Op::AssertType, to, iface);
        m_code.ext(m_unit.typeTable.index(t));
        m_code.ext(m_unit.typeTable.index(typeOf(*e.x)));
    }
    return to;
}

} // namespace unwind::compile
