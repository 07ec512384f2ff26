// Declarations and assignments. Several at once happen in two phases: operands left to right, then the assignments.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

namespace unwind::compile {

using syntax::dynCast;

/// The variable that an operand of := declares, or null.
const types::Var* FunctionCompiler::newVar(const syntax::Expr& lhs) const
{
    const auto* id = dynCast<syntax::Ident>(syntax::unparen(&lhs));
    return id ? types::object<types::Var>(m_unit.info().def(*id)) : nullptr;
}

/// The type of what stands on the left of an assignment; a name's is its variable's.
GoType FunctionCompiler::operandType(const syntax::Expr& lhs) const
{
    const auto* id = dynCast<syntax::Ident>(syntax::unparen(&lhs));
    return id ? objectOf(*id)->type() : typeOf(*syntax::unparen(&lhs));
}

void FunctionCompiler::declStmt(const syntax::DeclStmt& s)
{
    if (s.decl->tok != syntax::DeclTok::Var)
        return;
    for (const syntax::Spec* spec : s.decl->specs)
        varSpec(syntax::as<syntax::VarSpec>(*spec));
}

void FunctionCompiler::varSpec(const syntax::VarSpec& s)
{
    m_code.statement(s.start);
    if (s.values.empty()) {
        for (const syntax::Ident* name : s.names) {
            if (const types::Var* v = newVar(*name); v && v->name() != "_")
                declareZero(*v);
        }
        return;
    }
    if (s.values.size() == s.names.size()) {
        for (size_t i = 0; i < s.names.size(); ++i) {
            const types::Var* v = newVar(*s.names[i]);
            if (v && v->name() != "_")
                declareFrom(*v, *s.values[i]);
            else
                discard(*s.values[i]);
        }
        return;
    }
    std::vector<const types::Var*> vars;
    for (const syntax::Ident* name : s.names) {
        const types::Var* v = newVar(*name);
        vars.push_back(v && v->name() != "_" ? v : nullptr);
        if (vars.back())
            declare(*v);
    }
    Temps temps(m_code);
    const Values values = multiValue(*s.values[0], vars[0] != nullptr);
    for (size_t i = 0; i < vars.size(); ++i) {
        if (vars[i])
            initDeclared(*vars[i], convertSlot(values.slots[i], values.types[i], vars[i]->type(), kNoSlot));
    }
}

void FunctionCompiler::assignStmt(const syntax::AssignStmt& s)
{
    if (s.op != syntax::Op::None) {
        Temps temps(m_code);
        opAssign(*s.lhs[0], s.op, s.rhs[0], 0);
    } else if (s.lhs.size() != s.rhs.size()) {
        assignValues(s);
    } else if (s.define) {
        define(s);
    } else if (s.lhs.size() == 1) {
        assignOne(*s.lhs[0], *s.rhs[0]);
    } else {
        assignMany(s.lhs, s.rhs);
    }
}

void FunctionCompiler::define(const syntax::AssignStmt& s)
{
    bool allNew = true;
    for (const syntax::Expr* lhs : s.lhs)
        allNew = allNew && (newVar(*lhs) || isBlank(lhs));
    if (allNew) { // the new variables can not be seen by any of the operands
        for (size_t i = 0; i < s.lhs.size(); ++i) {
            if (const types::Var* v = isBlank(s.lhs[i]) ? nullptr : newVar(*s.lhs[i]))
                declareFrom(*v, *s.rhs[i]);
            else
                discard(*s.rhs[i]);
        }
        return;
    }
    for (const syntax::Expr* lhs : s.lhs) {
        if (const types::Var* v = isBlank(lhs) ? nullptr : newVar(*lhs))
            declare(*v);
    }
    Temps temps(m_code);
    std::vector<Slot> values;
    for (size_t i = 0; i < s.lhs.size(); ++i) {
        GoType t = isBlank(s.lhs[i]) ? types::defaultType(typeOf(*s.rhs[i])) : operandType(*s.lhs[i]);
        values.push_back(stable(exprAs(*s.rhs[i], t), t));
    }
    for (size_t i = 0; i < s.lhs.size(); ++i) {
        if (isBlank(s.lhs[i]))
            continue;
        const types::Var* v = newVar(*s.lhs[i]);
        if (v)
            initDeclared(*v, values[i]);
        else
            store(place(*s.lhs[i]), operandType(*s.lhs[i]), values[i]);
    }
}

void FunctionCompiler::assignOne(const syntax::Expr& lhs, const syntax::Expr& rhs)
{
    Temps temps(m_code);
    if (isBlank(&lhs)) {
        discard(rhs);
        return;
    }
    const SourcePos pos = m_code.position();
    const Place p = place(lhs);
    m_code.at(pos);
    exprInto(rhs, operandType(lhs), p, false);
}

/// Operands that are variables may be assigned before they are used: copies them.
void FunctionCompiler::holdOperands(std::vector<Place>& places)
{
    bool assignsSlots = false;
    for (const Place& p : places)
        assignsSlots |= p.kind == Place::Kind::Frame;
    if (!assignsSlots)
        return;
    for (Place& p : places) {
        if (p.kind == Place::Kind::Frame || p.kind == Place::Kind::Blank)
            continue;
        if (p.index != kNoSlot && isVariableSlot(p.index))
            p.index = p.kind == Place::Kind::Map ? stable(p.index, types::as<types::Map>(p.mapType)->key())
                                                 : stable(p.index, types::basic(types::BasicKind::Int));
        if (p.base != kNoSlot && isVariableSlot(p.base) && !(p.kind == Place::Kind::Mem && p.notNil)) {
            const std::vector<bool> bits{true, false, false};
            const uint32_t n = p.kind == Place::Kind::Slice ? 3 : 1;
            const Slot copy = m_code.take(n, &bits);
            m_code.move(copy, p.base, n == 3 ? 2 : 1);
            p.base = copy;
        }
    }
}

/// a, b = x, y: operands of the left side, then the right side, then the assignments from left to right.
void FunctionCompiler::assignMany(const syntax::List<syntax::Expr*>& lhs, const syntax::List<syntax::Expr*>& rhs)
{
    Temps temps(m_code);
    const SourcePos pos = m_code.position();
    std::vector<Place> places;
    for (const syntax::Expr* e : lhs)
        places.push_back(place(*e));
    holdOperands(places);
    std::vector<Slot> values;
    std::vector<GoType> valueTypes;
    for (size_t i = 0; i < rhs.size(); ++i) {
        GoType t = isBlank(lhs[i]) ? types::defaultType(typeOf(*rhs[i])) : operandType(*lhs[i]);
        Slot v = exprAs(*rhs[i], t);
        bool changes = false; // by an assignment that comes first
        for (size_t j = 0; j < i; ++j) {
            if (places[j].kind != Place::Kind::Frame)
                continue;
            const auto from = static_cast<uint32_t>(places[j].offset / 8);
            changes = changes || (v < from + std::max(1u, slotsOf(operandType(*lhs[j]))) && from < v + slotsOf(t));
        }
        if (changes)
            v = moved(v, t, take(t));
        values.push_back(v);
        valueTypes.push_back(t);
    }
    m_code.at(pos);
    for (size_t i = 0; i < places.size(); ++i)
        store(places[i], valueTypes[i], values[i]);
}

/// a, b := f() straight into the slots where the results stand, if all names are new and of the results' types.
bool FunctionCompiler::claimResults(const syntax::List<syntax::Expr*>& names, const syntax::Expr& rhs)
{
    if (!isTupleCall(rhs))
        return false;
    const auto* tuple = types::exactly<types::Tuple>(typeOf(*syntax::unparen(&rhs)));
    for (size_t i = 0; i < names.size(); ++i) {
        if (isBlank(names[i]))
            continue;
        const types::Var* v = newVar(*names[i]);
        if (!v || boxes(*v) || types::isInterface(v->type()) != types::isInterface(tuple->at(i)->type()))
            return false;
    }
    const uint32_t top = m_code.top();
    const Values values = multiValue(rhs, true);
    uint32_t end = top;
    for (size_t i = 0; i < names.size(); ++i) {
        if (isBlank(names[i]))
            continue;
        const types::Var* v = newVar(*names[i]);
        VarLoc loc;
        loc.slot = values.slots[i];
        m_vars[v] = loc;
        end = values.slots[i] + slotsOf(v->type());
    }
    m_code.setTop(end);
    m_variablesEnd = end;
    for (const syntax::Expr* name : names) {
        if (!isBlank(name))
            noteLocal(*newVar(*name), m_vars[newVar(*name)]);
    }
    return true;
}

/// One expression with several values: a call, or a comma-ok form.
void FunctionCompiler::assignValues(const syntax::AssignStmt& s)
{
    if (s.define && claimResults(s.lhs, *s.rhs[0]))
        return;
    const SourcePos pos = m_code.position();
    std::vector<const types::Var*> fresh(s.lhs.size());
    for (size_t i = 0; i < s.lhs.size(); ++i) {
        fresh[i] = s.define && !isBlank(s.lhs[i]) ? newVar(*s.lhs[i]) : nullptr;
        if (fresh[i])
            declare(*fresh[i]);
    }
    Temps temps(m_code);
    std::vector<Place> places(s.lhs.size());
    for (size_t i = 0; i < s.lhs.size(); ++i) {
        if (!fresh[i])
            places[i] = place(*s.lhs[i]);
    }
    holdOperands(places);
    m_code.at(pos);
    const Values values = multiValue(*s.rhs[0], !isBlank(s.lhs[0]));
    m_code.at(pos);
    for (size_t i = 0; i < s.lhs.size(); ++i) {
        if (fresh[i]) {
            initDeclared(*fresh[i], convertSlot(values.slots[i], values.types[i], fresh[i]->type(), kNoSlot));
        } else if (places[i].kind != Place::Kind::Blank) {
            GoType t = operandType(*s.lhs[i]);
            store(places[i], t, convertSlot(values.slots[i], values.types[i], t, kNoSlot));
        }
    }
}

/// lhs op= rhs; without rhs the operand is imm (++ and --).
void FunctionCompiler::opAssign(const syntax::Expr& lhs, syntax::Op op, const syntax::Expr* rhs, int64_t imm)
{
    GoType t = operandType(lhs);
    const SourcePos pos = m_code.position();
    const Place p = place(lhs);
    const bool inSlot = isSlotPlace(p, t);
    const Slot to = inSlot ? static_cast<Slot>(p.offset / 8) : take(t);
    const bool isShift = op == syntax::Op::Shl || op == syntax::Op::Shr;
    if (types::isString(t)) {
        std::vector<const syntax::Expr*> parts;
        flattenConcat(*rhs, parts);
        const Slot first = take(t);
        for (size_t i = 0; i < parts.size(); ++i)
            take(t);
        for (size_t i = 0; i < parts.size(); ++i)
            expr(*parts[i], static_cast<Slot>(first + 2 * (i + 1)));
        m_code.at(pos);
        load(p, t, first);
        m_code.emit(Op::Concat, to, first, static_cast<Slot>(parts.size() + 1));
    } else if (isShift) {
        m_code.at(pos);
        const Slot x = inSlot ? to : load(p, t, to);
        shift(op, t, to, x, *rhs);
    } else if (types::isInteger(t) && (!rhs || smallConstant(*rhs, imm))) {
        m_code.at(pos);
        const Slot x = inSlot ? to : load(p, t, to);
        if (!arithmeticImm(op, t, to, x, imm)) {
            const Slot y = m_code.take(1);
            m_code.loadInt(y, imm);
            arithmetic(op, t, to, x, y);
        }
    } else {
        const Slot y = rhs ? expr(*rhs) : constant(types::constant::Value::ofInt(imm), t, kNoSlot);
        m_code.at(pos);
        const Slot x = inSlot ? to : load(p, t, to);
        arithmetic(op, t, to, x, y);
    }
    if (!inSlot)
        store(p, t, to);
}

} // namespace unwind::compile
