// range over integers, slices, arrays, strings, maps and channels. The operand is evaluated once; the variables are new
// in each iteration, so one that nothing changes can be the loop's own counter.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

namespace unwind::compile {

/// Whether := makes new variables in each iteration. Where the profile has one variable for the whole loop, it is made
/// before the loop and assigned to.
bool FunctionCompiler::definesAnew(const syntax::RangeStmt& s) const
{
    const auto perLoop = [&](const syntax::Expr* e) { return e && !isBlank(e) && newVar(*e)->perLoop; };
    return s.define && !perLoop(s.key) && !perLoop(s.value);
}

/// The variable that := declares for e, if it can serve as the counter itself: in a slot and never assigned to.
const types::Var* FunctionCompiler::ownRangeVar(const syntax::RangeStmt& s, const syntax::Expr* e) const
{
    if (!definesAnew(s) || !e || isBlank(e))
        return nullptr;
    const types::Var* v = newVar(*e);
    return v && !boxes(*v) && !v->reassigned ? v : nullptr;
}

/// Gives an iteration variable its value: a new variable, or an assignment to an operand.
void FunctionCompiler::rangeVar(const syntax::RangeStmt& s, const syntax::Expr* e, Slot from, GoType t)
{
    if (!e || isBlank(e))
        return;
    if (definesAnew(s)) {
        declareFromSlot(*newVar(*e), from);
        return;
    }
    Temps temps(m_code);
    GoType to = operandType(*e);
    const Place p = place(*e);
    store(p, to, convertSlot(from, t, to, kNoSlot));
}

/// key, value = range …: both operands are evaluated before the first assignment.
void FunctionCompiler::rangeAssign(const syntax::RangeStmt& s, Slot key, GoType keyType, Slot value, GoType valueType)
{
    Temps temps(m_code);
    const syntax::Expr* operands[2] = {s.key, s.value};
    const Slot values[2] = {key, value};
    const GoType sources[2] = {keyType, valueType};
    std::vector<Place> places(2);
    for (size_t i = 0; i < 2; ++i) {
        if (operands[i] && !isBlank(operands[i]))
            places[i] = place(*operands[i]);
    }
    holdOperands(places);
    for (size_t i = 0; i < 2; ++i) {
        if (places[i].kind != Place::Kind::Blank) {
            GoType to = operandType(*operands[i]);
            store(places[i], to, convertSlot(values[i], sources[i], to, kNoSlot));
        }
    }
}

void FunctionCompiler::rangeBody(const syntax::RangeStmt& s, Label breakTo, Label continueTo)
{
    m_targets.push_back({&s, breakTo, continueTo});
    block(*s.body);
    m_targets.pop_back();
}

void FunctionCompiler::rangeStmt(const syntax::RangeStmt& s)
{
    beginScope();
    m_code.statement(s.start);
    if (s.define && !definesAnew(s)) {
        for (const syntax::Expr* e : {s.key, s.value}) {
            if (e && !isBlank(e))
                declareZero(*newVar(*e));
        }
    }
    GoType t = typeOf(*s.x);
    GoType u = t->underlying();
    if (types::isString(t))
        rangeString(s);
    else if (u->kind() == types::Kind::Basic)
        rangeInt(s, t);
    else if (u->kind() == types::Kind::Map)
        rangeMap(s, t);
    else if (u->kind() == types::Kind::Chan)
        rangeChan(s, t);
    else
        rangeIndexed(s, t);
    endScope();
}

void FunctionCompiler::rangeInt(const syntax::RangeStmt& s, GoType t)
{
    if (types::isUntyped(t))
        t = s.key && !isBlank(s.key) ? operandType(*s.key) : types::basic(types::BasicKind::Int);
    const types::constant::Value* v = m_unit.info().valueOf(*syntax::unparen(s.x));
    const Slot count = take(t);
    if (v)
        constant(*v, t, count);
    else
        expr(*s.x, count);
    countedLoop(s, t, count, [&](Slot index) {
        if (!ownRangeVar(s, s.key))
            rangeVar(s, s.key, index, t);
    });
}

/// for index in 0 … count-1: enter declares what the body sees of it.
void FunctionCompiler::countedLoop(const syntax::RangeStmt& s, GoType t, Slot count,
                                   const std::function<void(Slot)>& enter)
{
    const types::Var* own = ownRangeVar(s, s.key);
    const Slot index = take(t);
    const Label body = m_code.label(), next = m_code.label(), end = m_code.label();
    m_code.emitImm(Op::LoadImm, index, 0);
    if (types::isUnsigned(t))
        m_code.branch(Op::JEqImm, count, 0, end);
    else
        m_code.branch(Op::JLeImm, count, 0, end);
    m_variablesEnd = m_code.top();
    m_code.bind(body, true);
    beginScope();
    if (own) {
        m_vars[own].slot = index;
        noteLocal(*own, m_vars[own]);
    }
    enter(index);
    rangeBody(s, end, next);
    endScope();
    m_code.bind(next);
    if (m_code.reachable()) {
        m_code.statement(s.start);
        if (types::isUnsigned(t)) {
            m_code.emit(Op::AddImm, index, index, 1);
            m_code.branch(Op::JLtU, index, count, body);
        } else {
            m_code.branch(Op::ForLt, index, count, body);
        }
    }
    m_code.bind(end, true);
}

void FunctionCompiler::rangeIndexed(const syntax::RangeStmt& s, GoType t)
{
    GoType integer = types::basic(types::BasicKind::Int);
    const auto* slice = types::as<types::Slice>(t);
    const auto* pointer = types::as<types::Pointer>(t);
    const auto* array = types::as<types::Array>(pointer ? pointer->base() : t);
    GoType elem = slice ? slice->elem() : array->elem();
    const bool wantsValue = s.value && !isBlank(s.value);
    Place at;
    at.kind = Place::Kind::Slice;
    at.elemSize = byteSize(elem);
    if (slice) {
        at.base = take(t);
        expr(*s.x, at.base);
    } else {
        const std::vector<bool> bits{true, false};
        at.base = m_code.take(2, &bits);
        rangeArray(s, pointer, array, wantsValue, at.base);
    }
    countedLoop(s, integer, static_cast<Slot>(at.base + 1), [&](Slot index) {
        at.index = index;
        if (!definesAnew(s) && wantsValue) {
            Temps temps(m_code);
            rangeAssign(s, index, integer, load(at, elem), elem);
            return;
        }
        if (!ownRangeVar(s, s.key))
            rangeVar(s, s.key, index, integer);
        if (!wantsValue)
            return;
        const types::Var* v = newVar(*s.value);
        if (!boxes(*v)) {
            const VarLoc loc = declare(*v);
            load(at, elem, loc.slot);
            noteLocal(*v, loc);
        } else {
            const VarLoc loc = declare(*v);
            Temps temps(m_code);
            allocateBox(*v, loc);
            store(placeOf(loc), elem, load(at, elem));
            noteLocal(*v, loc);
        }
    });
}

/// Pointer and length of the array that is ranged over; a copy of it if the loop reads elements of an array value.
void FunctionCompiler::rangeArray(const syntax::RangeStmt& s, const types::Pointer* pointer, const types::Array* array,
                                  bool wantsValue, Slot pair)
{
    Temps temps(m_code);
    if (pointer && (wantsValue || hasCall(*s.x))) {
        expr(*s.x, pair);
        if (wantsValue && array->length() > 0)
            m_code.emit(Op::NilCheck, pair);
    } else if (!pointer && wantsValue) {
        GoType t = typeOf(*s.x);
        m_code.emitImm(Op::New, pair, m_unit.typeTable.index(t));
        exprInto(*s.x, t, pointee(pair, true), true);
    } else if (hasCall(*s.x)) {
        touch(*s.x);
    }
    m_code.loadInt(static_cast<Slot>(pair + 1), array->length());
}

void FunctionCompiler::rangeString(const syntax::RangeStmt& s)
{
    GoType integer = types::basic(types::BasicKind::Int);
    const Slot text = take(types::basic(types::BasicKind::String));
    expr(*s.x, text);
    const Slot index = m_code.take(3); // index, rune, next index
    m_code.emitImm(Op::LoadImm, static_cast<Slot>(index + 2), 0);
    m_variablesEnd = m_code.top();
    const Label head = m_code.label(), next = m_code.label(), end = m_code.label();
    m_code.bind(head, true);
    m_code.move(index, static_cast<Slot>(index + 2), 1);
    m_code.branch(Op::StringNext, index, text, end);
    beginScope();
    if (definesAnew(s)) {
        rangeVar(s, s.key, index, integer);
        rangeVar(s, s.value, static_cast<Slot>(index + 1), types::runeType());
    } else {
        rangeAssign(s, index, integer, static_cast<Slot>(index + 1), types::runeType());
    }
    rangeBody(s, end, next);
    endScope();
    m_code.bind(next);
    if (m_code.reachable())
        m_code.statement(s.start);
    m_code.jump(head);
    m_code.bind(end, true);
}

void FunctionCompiler::rangeMap(const syntax::RangeStmt& s, GoType t)
{
    const auto* m = types::as<types::Map>(t);
    const Slot iterator = m_code.takePointer();
    {
        Temps temps(m_code);
        const Slot map = expr(*s.x);
        m_code.emit(Op::MapIter, iterator, map);
        m_code.ext(m_unit.typeTable.index(t));
    }
    m_variablesEnd = m_code.top();
    const Label next = m_code.label(), end = m_code.label();
    m_code.bind(next, true);
    beginScope();
    const auto slotFor = [&](const syntax::Expr* e, GoType type) {
        if (!e || isBlank(e))
            return kNoSlot;
        const types::Var* v = definesAnew(s) ? newVar(*e) : nullptr;
        return v && !boxes(*v) ? declare(*v).slot : take(type);
    };
    const Slot key = slotFor(s.key, m->key());
    const Slot value = slotFor(s.value, m->elem());
    m_code.emit(Op::MapNext, iterator, key, value);
    m_code.ext(m_unit.typeTable.index(t));
    m_code.extOffset(end, 0);
    const auto deliver = [&](const syntax::Expr* e, Slot slot, GoType type) {
        const types::Var* v = slot != kNoSlot && definesAnew(s) ? newVar(*e) : nullptr;
        if (v && !boxes(*v))
            noteLocal(*v, m_vars[v]);
        else if (slot != kNoSlot)
            rangeVar(s, e, slot, type);
    };
    if (definesAnew(s)) {
        deliver(s.key, key, m->key());
        deliver(s.value, value, m->elem());
    } else {
        rangeAssign(s, key, m->key(), value, m->elem());
    }
    rangeBody(s, end, next);
    endScope();
    if (m_code.reachable())
        m_code.statement(s.start);
    m_code.jump(next);
    m_code.bind(end, true);
}

void FunctionCompiler::rangeChan(const syntax::RangeStmt& s, GoType t)
{
    GoType elem = types::as<types::Chan>(t)->elem();
    const Slot channel = take(t);
    expr(*s.x, channel);
    const Slot ok = m_code.take(1);
    m_variablesEnd = m_code.top();
    const Label next = m_code.label(), end = m_code.label();
    m_code.bind(next, true);
    beginScope();
    const bool wanted = s.key && !isBlank(s.key);
    const types::Var* v = wanted && definesAnew(s) ? newVar(*s.key) : nullptr;
    const bool direct = v && !boxes(*v);
    const Slot value = !wanted ? kNoSlot : direct ? declare(*v).slot : take(elem);
    m_code.emit(Op::Recv, value, channel, ok);
    m_code.ext(m_unit.typeTable.index(elem));
    m_code.jumpIf(ok, false, end);
    if (direct)
        noteLocal(*v, m_vars[v]);
    else if (wanted)
        rangeVar(s, s.key, value, elem);
    rangeBody(s, end, next);
    endScope();
    if (m_code.reachable())
        m_code.statement(s.start);
    m_code.jump(next);
    m_code.bind(end, true);
}

} // namespace unwind::compile
