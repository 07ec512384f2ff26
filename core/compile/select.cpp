// select: channels and values are evaluated in source order, then one instruction waits and tells which case it was.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

namespace unwind::compile {

using syntax::dynCast;

namespace {

/// The receive expression of a case; null for a send.
const syntax::UnaryExpr* receiveOf(const syntax::Stmt* comm)
{
    const syntax::Expr* e = nullptr;
    if (const auto* x = dynCast<syntax::ExprStmt>(comm))
        e = x->x;
    else if (const auto* a = dynCast<syntax::AssignStmt>(comm))
        e = a->rhs[0];
    return e ? dynCast<syntax::UnaryExpr>(syntax::unparen(e)) : nullptr;
}

} // namespace

void FunctionCompiler::selectStmt(const syntax::SelectStmt& s)
{
    beginScope();
    m_code.statement(s.start);
    const Label end = m_code.label();
    m_targets.push_back({&s, end, {}});
    if (s.clauses.size() == 1)
        selectOne(*s.clauses[0], end);
    else
        selectMany(s, end);
    m_targets.pop_back();
    m_code.bind(end);
    endScope();
}

/// A select with one clause is that clause's operation.
void FunctionCompiler::selectOne(const syntax::CommClause& clause, Label end)
{
    beginScope();
    if (const auto* send = dynCast<syntax::SendStmt>(clause.comm)) {
        sendStmt(*send);
    } else if (const auto* assign = dynCast<syntax::AssignStmt>(clause.comm)) {
        if (assign->lhs.size() == assign->rhs.size() && assign->define)
            define(*assign);
        else
            assignStmt(*assign);
    } else if (const auto* e = dynCast<syntax::ExprStmt>(clause.comm)) {
        discard(*e->x);
    }
    m_variablesEnd = m_code.top();
    stmtList(clause.body);
    m_code.flushStatement();
    endScope();
    m_code.jump(end);
}

void FunctionCompiler::selectMany(const syntax::SelectStmt& s, Label end)
{
    struct Case {
        const syntax::CommClause* clause;
        bool send = false;
        Slot channel = 0, value = kNoSlot;
        GoType elem = nullptr;
    };
    std::vector<Case> cases;
    const syntax::CommClause* otherwise = nullptr;
    const Slot chosen = m_code.take(2); // index, ok
    for (const syntax::CommClause* clause : s.clauses) {
        if (clause->isDefault) {
            otherwise = clause;
            continue;
        }
        Case c{clause};
        if (const auto* send = dynCast<syntax::SendStmt>(clause->comm)) {
            c.send = true;
            c.elem = types::as<types::Chan>(typeOf(*send->chan))->elem();
            c.channel = expr(*send->chan);
            c.value = exprAs(*send->value, c.elem);
        } else {
            const syntax::UnaryExpr* receive = receiveOf(clause->comm);
            c.elem = types::as<types::Chan>(typeOf(*receive->x))->elem();
            c.channel = expr(*receive->x);
            const auto* assign = dynCast<syntax::AssignStmt>(clause->comm);
            if (assign && !isBlank(assign->lhs[0]))
                c.value = take(c.elem);
        }
        cases.push_back(c);
    }
    m_code.at(s.start);
    m_code.emit(Op::Select, chosen, static_cast<Slot>(cases.size()), otherwise ? 1 : 0);
    for (const Case& c : cases)
        m_code.extSlots(c.channel, c.value, kNoSlot, c.send ? 0 : 1);
    if (cases.empty()) {
        m_code.unreachable();
        return;
    }
    m_variablesEnd = m_code.top();
    for (size_t i = 0; i < cases.size(); ++i) {
        const Label next = m_code.label();
        if (i + 1 < cases.size() || otherwise)
            m_code.branch(Op::JNeImm, chosen, static_cast<Slot>(i), next);
        beginScope();
        if (const auto* assign = dynCast<syntax::AssignStmt>(cases[i].clause->comm))
            receiveAssign(*assign, cases[i].value, static_cast<Slot>(chosen + 1), cases[i].elem);
        stmtList(cases[i].clause->body);
        m_code.flushStatement();
        endScope();
        m_code.jump(end);
        m_code.bind(next);
    }
    if (!otherwise)
        return;
    beginScope();
    stmtList(otherwise->body);
    m_code.flushStatement();
    endScope();
    m_code.jump(end);
}

void FunctionCompiler::receiveAssign(const syntax::AssignStmt& s, Slot value, Slot ok, GoType elem)
{
    const Slot values[2] = {value, ok};
    const GoType valueTypes[2] = {elem, types::basic(types::BasicKind::Bool)};
    m_code.at(s.start);
    for (size_t i = 0; i < s.lhs.size(); ++i) {
        if (isBlank(s.lhs[i]))
            continue;
        if (const types::Var* v = s.define ? newVar(*s.lhs[i]) : nullptr) {
            declareFromSlot(*v, values[i]);
            continue;
        }
        Temps temps(m_code);
        GoType t = operandType(*s.lhs[i]);
        const Place p = place(*s.lhs[i]);
        store(p, t, convertSlot(values[i], valueTypes[i], t, kNoSlot));
    }
}

} // namespace unwind::compile
