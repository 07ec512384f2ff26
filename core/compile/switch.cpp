// switch and type switch. Dense integer cases become a jump table.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

#include <limits>

namespace unwind::compile {

void FunctionCompiler::switchStmt(const syntax::SwitchStmt& s)
{
    beginScope();
    if (s.init)
        stmt(*s.init);
    m_variablesEnd = m_code.top();
    m_code.statement(s.init && s.tag ? s.tag->start : s.start);
    GoType t = s.tag ? typeOf(*s.tag) : nullptr;
    if (t && types::isUntyped(t))
        t = types::defaultType(t);
    Slot tag = kNoSlot;
    if (s.tag) {
        tag = take(t);
        exprAs(*s.tag, t, tag);
    }
    m_code.flushStatement();
    std::vector<Label> bodies;
    const Label end = m_code.label();
    Label otherwise = end;
    for (const syntax::CaseClause* clause : s.clauses) {
        bodies.push_back(m_code.label());
        if (clause->isDefault)
            otherwise = bodies.back();
    }
    if (!s.tag || !switchTable(s, tag, t, bodies, otherwise)) {
        for (size_t i = 0; i < s.clauses.size(); ++i) {
            for (const syntax::Expr* e : s.clauses[i]->exprs) {
                m_code.at(e->start);
                if (s.tag)
                    switchCase(*e, tag, t, bodies[i]);
                else
                    branchOn(*e, true, bodies[i]);
            }
        }
        m_code.jump(otherwise);
    }
    clauseBodies(s, s.clauses, bodies, end);
    endScope();
}

/// The clauses' statements one after the other, each leaving to end.
void FunctionCompiler::clauseBodies(const syntax::Stmt& s, const syntax::List<syntax::CaseClause*>& clauses,
                                    const std::vector<Label>& bodies, Label end)
{
    m_targets.push_back({&s, end, {}});
    for (size_t i = 0; i < clauses.size(); ++i) {
        m_code.bind(bodies[i]);
        m_fallthrough.push_back(i + 1 < bodies.size() ? bodies[i + 1] : end);
        beginScope();
        stmtList(clauses[i]->body);
        m_code.flushStatement();
        endScope();
        m_fallthrough.pop_back();
        m_code.jump(end);
    }
    m_targets.pop_back();
    m_code.bind(end);
}

void FunctionCompiler::switchCase(const syntax::Expr& e, Slot tag, GoType tagType, Label body)
{
    Temps temps(m_code);
    const types::TypeAndValue tv = m_unit.info().of(*syntax::unparen(&e));
    if (tv.mode == types::Mode::NilValue) {
        m_code.branch(Op::JEqImm, tag, 0, body);
        return;
    }
    int64_t imm = 0;
    if (types::isInteger(tagType) && smallConstant(e, imm)) {
        branchCompareImm(syntax::Op::Eql, tagType, tag, imm, true, body);
        return;
    }
    if (types::isInterface(tv.type) && !types::isInterface(tagType)) {
        const Slot boxed = take(tv.type);
        toInterface(tag, tagType, boxed);
        branchCompare(syntax::Op::Eql, tv.type, boxed, expr(e), true, body);
        return;
    }
    branchCompare(syntax::Op::Eql, tagType, tag, exprAs(e, tagType), true, body);
}

bool FunctionCompiler::switchTable(const syntax::SwitchStmt& s, Slot tag, GoType t, const std::vector<Label>& bodies,
                                   Label otherwise)
{
    if (!types::isInteger(t))
        return false;
    std::vector<std::pair<int64_t, Label>> cases;
    int64_t low = std::numeric_limits<int64_t>::max(), high = std::numeric_limits<int64_t>::min();
    for (size_t i = 0; i < s.clauses.size(); ++i) {
        for (const syntax::Expr* e : s.clauses[i]->exprs) {
            int64_t value = 0;
            if (!smallConstant(*e, value))
                return false;
            low = std::min(low, value);
            high = std::max(high, value);
            cases.emplace_back(value, bodies[i]);
        }
    }
    if (cases.size() < 5 || high - low >= static_cast<int64_t>(cases.size()) * 2 + 8)
        return false;
    Temps temps(m_code);
    Slot index = tag;
    if (low != 0) {
        if (low == std::numeric_limits<int16_t>::min())
            return false;
        index = m_code.take(1);
        m_code.emit(Op::AddImm, index, tag, static_cast<Slot>(static_cast<int16_t>(-low)));
    }
    std::vector<Label> table(static_cast<size_t>(high - low + 1), otherwise);
    for (const auto& [value, body] : cases)
        table[static_cast<size_t>(value - low)] = body;
    m_code.emitImm(Op::JumpTable, index, static_cast<int64_t>(table.size()));
    for (size_t i = 0; i < table.size(); ++i)
        m_code.extOffset(table[i], static_cast<int>(table.size() - 1 - i));
    m_code.jump(otherwise);
    return true;
}

void FunctionCompiler::typeSwitchStmt(const syntax::TypeSwitchStmt& s)
{
    beginScope();
    if (s.init)
        stmt(*s.init);
    m_variablesEnd = m_code.top();
    m_code.statement(s.init ? s.guard->start : s.start);
    GoType ifaceType = typeOf(*s.guard->x);
    const Slot iface = take(ifaceType);
    expr(*s.guard->x, iface);
    m_variablesEnd = m_code.top();
    m_code.flushStatement();
    const Label end = m_code.label();
    const syntax::CaseClause* otherwise = nullptr;
    m_targets.push_back({&s, end, {}});
    const auto clauseBody = [&](const syntax::CaseClause& clause) {
        beginScope();
        bindClauseVar(clause, iface);
        stmtList(clause.body);
        m_code.flushStatement();
        endScope();
        m_code.jump(end);
    };
    for (const syntax::CaseClause* clause : s.clauses) {
        if (clause->isDefault) {
            otherwise = clause;
            continue;
        }
        const Label body = m_code.label(), next = m_code.label();
        for (size_t i = 0; i + 1 < clause->exprs.size(); ++i)
            typeCase(*clause->exprs[i], iface, true, body);
        typeCase(*clause->exprs.back(), iface, false, next);
        m_code.bind(body);
        clauseBody(*clause);
        m_code.bind(next);
    }
    if (otherwise)
        clauseBody(*otherwise);
    m_targets.pop_back();
    m_code.bind(end);
    endScope();
}

/// Jumps to target if "the value in iface has the case's type" is sense.
void FunctionCompiler::typeCase(const syntax::Expr& e, Slot iface, bool sense, Label target)
{
    Temps temps(m_code);
    const types::TypeAndValue tv = m_unit.info().of(*syntax::unparen(&e));
    m_code.at(e.start);
    if (tv.mode == types::Mode::NilValue) {
        m_code.branch(sense ? Op::JEqImm : Op::JNeImm, iface, 0, target);
        return;
    }
    const auto type = m_unit.typeTable.index(tv.type);
    if (types::isInterface(tv.type)) {
        const Slot value = take(tv.type), ok = m_code.take(1);
        m_code.emit(Op::AssertIfaceOk, value, iface, ok);
        m_code.ext(type);
        m_code.jumpIf(ok, sense, target);
        return;
    }
    const Label differs = sense ? m_code.label() : target;
    m_code.emit(Op::JNotType, iface);
    m_code.ext(type);
    m_code.extOffset(differs, 0);
    if (sense) {
        m_code.jump(target);
        m_code.bind(differs);
    }
}

void FunctionCompiler::bindClauseVar(const syntax::CaseClause& clause, Slot iface)
{
    const auto* v = types::object<types::Var>(m_unit.info().implicit(clause));
    if (!v)
        return;
    if (types::isInterface(v->type()) || clause.exprs.size() != 1) {
        declareFromSlot(*v, iface);
        return;
    }
    const VarLoc loc = declare(*v);
    Temps temps(m_code);
    const Slot value = loc.boxed ? take(v->type()) : loc.slot;
    m_code.emit(Op::Unbox, value, static_cast<Slot>(iface + 1));
    m_code.ext(m_unit.typeTable.index(v->type()));
    if (loc.boxed) {
        allocateBox(*v, loc);
        store(placeOf(loc), v->type(), value);
    }
    noteLocal(*v, loc);
}

} // namespace unwind::compile
