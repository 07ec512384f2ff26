// Statements: dispatch, blocks, if, for, labels and branches. Loops test at the bottom.
#include "compile/function.h"
#include "compile/unit.h"

namespace unwind::compile {

using syntax::as;
using syntax::dynCast;
using syntax::Kind;

void FunctionCompiler::stmt(const syntax::Stmt& s)
{
    m_variablesEnd = m_code.top();
    switch (s.kind) {
    case Kind::EmptyStmt: return;
    case Kind::BlockStmt: block(as<syntax::BlockStmt>(s)); return;
    case Kind::LabeledStmt: labeledStmt(as<syntax::LabeledStmt>(s)); return;
    case Kind::IfStmt: ifStmt(as<syntax::IfStmt>(s)); return;
    case Kind::ForStmt: forStmt(as<syntax::ForStmt>(s)); return;
    case Kind::RangeStmt: rangeStmt(as<syntax::RangeStmt>(s)); return;
    case Kind::SwitchStmt: switchStmt(as<syntax::SwitchStmt>(s)); return;
    case Kind::TypeSwitchStmt: typeSwitchStmt(as<syntax::TypeSwitchStmt>(s)); return;
    case Kind::SelectStmt: selectStmt(as<syntax::SelectStmt>(s)); return;
    case Kind::DeclStmt: declStmt(as<syntax::DeclStmt>(s)); return;
    default: break;
    }
    m_code.statement(s.start);
    switch (s.kind) {
    case Kind::ExprStmt: discard(*as<syntax::ExprStmt>(s).x); break;
    case Kind::SendStmt: sendStmt(as<syntax::SendStmt>(s)); break;
    case Kind::IncDecStmt: {
        Temps temps(m_code);
        const auto& step = as<syntax::IncDecStmt>(s);
        opAssign(*step.x, step.inc ? syntax::Op::Add : syntax::Op::Sub, nullptr, 1);
        break;
    }
    case Kind::AssignStmt: assignStmt(as<syntax::AssignStmt>(s)); break;
    case Kind::GoStmt: goDefer(*as<syntax::GoStmt>(s).call, false); break;
    case Kind::DeferStmt: goDefer(*as<syntax::DeferStmt>(s).call, true); break;
    case Kind::ReturnStmt: returnStmt(as<syntax::ReturnStmt>(s)); break;
    case Kind::BranchStmt: branchStmt(as<syntax::BranchStmt>(s)); break;
    default: break;
    }
}

void FunctionCompiler::stmtList(const syntax::List<syntax::Stmt*>& stmts)
{
    for (const syntax::Stmt* s : stmts)
        stmt(*s);
}

void FunctionCompiler::block(const syntax::BlockStmt& s)
{
    beginScope();
    stmtList(s.stmts);
    m_code.flushStatement();
    endScope();
}

void FunctionCompiler::sendStmt(const syntax::SendStmt& s)
{
    Temps temps(m_code);
    GoType elem = types::as<types::Chan>(typeOf(*s.chan))->elem();
    const Slot channel = expr(*s.chan);
    const Slot value = exprAs(*s.value, elem);
    m_code.at(s.start);
    m_code.emit(Op::Send, channel, value);
    m_code.ext(m_unit.typeTable.index(elem));
}

void FunctionCompiler::ifStmt(const syntax::IfStmt& s)
{
    beginScope();
    if (s.init)
        stmt(*s.init);
    m_variablesEnd = m_code.top();
    m_code.statement(s.init ? s.cond->start : s.start);
    const Label otherwise = m_code.label();
    branchOn(*s.cond, false, otherwise);
    m_code.flushStatement();
    block(*s.body);
    if (s.orElse) {
        const Label end = m_code.label();
        m_code.jump(end);
        m_code.bind(otherwise);
        stmt(*s.orElse);
        m_code.flushStatement();
        m_code.bind(end);
    } else {
        m_code.bind(otherwise);
    }
    endScope();
}

/// for …; i < bound; i++ with i and bound in slots: the bottom of the loop is one instruction.
bool FunctionCompiler::countingLoop(const syntax::ForStmt& s, const types::Var*& var, const syntax::Expr*& bound) const
{
    const auto* post = dynCast<syntax::IncDecStmt>(s.post);
    const auto* cond = s.cond ? dynCast<syntax::BinaryExpr>(syntax::unparen(s.cond)) : nullptr;
    if (!post || !post->inc || !cond || cond->op != syntax::Op::Lss)
        return false;
    const auto localVar = [&](const syntax::Expr* e) -> const types::Var* {
        const auto* id = dynCast<syntax::Ident>(syntax::unparen(e));
        const auto* v = id ? types::object<types::Var>(objectOf(*id)) : nullptr;
        const auto it = v ? m_vars.find(v) : m_vars.end();
        return it != m_vars.end() && !it->second.boxed ? v : nullptr;
    };
    var = localVar(post->x);
    if (!var || localVar(cond->x) != var || byteSize(var->type()) != 8 || !isSigned(var->type()))
        return false;
    bound = syntax::unparen(cond->y);
    if (m_unit.info().valueOf(*bound) || localVar(bound))
        return true;
    const auto* call = dynCast<syntax::CallExpr>(bound);
    const types::Builtin* b = call ? m_unit.info().builtin(*call) : nullptr;
    return b && b->id() == types::BuiltinId::Len && localVar(call->args[0]) &&
           (types::isString(typeOf(*call->args[0])) || types::as<types::Slice>(typeOf(*call->args[0])));
}

/// A new cell for each iteration's variables that closures or pointers may still refer to.
void FunctionCompiler::copyLoopVars(const std::vector<const types::Var*>& vars)
{
    for (const types::Var* v : vars) {
        Temps temps(m_code);
        const VarLoc loc = m_vars[v];
        const Slot cell = box(v->type());
        store(pointee(cell, true), v->type(), load(placeOf(loc), v->type()));
        m_code.move(loc.slot, cell, 1);
    }
}

void FunctionCompiler::forStmt(const syntax::ForStmt& s)
{
    beginScope();
    std::vector<const types::Var*> perIteration;
    if (s.init) {
        stmt(*s.init);
        const auto* assign = dynCast<syntax::AssignStmt>(s.init);
        if (assign && assign->define) {
            for (const syntax::Expr* lhs : assign->lhs) {
                const types::Var* v = isBlank(lhs) ? nullptr : newVar(*lhs);
                if (v && boxes(*v) && !v->perLoop)
                    perIteration.push_back(v);
            }
        }
    }
    m_variablesEnd = m_code.top();
    const types::Var* counter = nullptr;
    const syntax::Expr* bound = nullptr;
    const bool counts = countingLoop(s, counter, bound);
    Slot limit = kNoSlot;
    if (counts && m_unit.info().valueOf(*bound)) {
        limit = m_code.take(1);
        m_code.loadInt(limit, m_unit.info().valueOf(*bound)->int64Val().value_or(0));
        m_variablesEnd = m_code.top();
    } else if (counts) {
        limit = expr(*bound); // a variable's own slot, or the length word of one
    }
    const Label bodyLabel = m_code.label(), next = m_code.label(), end = m_code.label();
    const bool emptyLoop = !s.cond && s.body->stmts.empty() && !s.post;
    if (s.cond) {
        m_code.statement(s.cond->start);
        branchOn(*s.cond, false, end);
    }
    m_code.flushStatement();
    m_code.bind(bodyLabel, m_code.reachable());
    if (emptyLoop)
        m_code.statement(s.start);
    m_targets.push_back({&s, end, next});
    block(*s.body);
    m_targets.pop_back();
    m_code.flushStatement();
    m_code.bind(next);
    copyLoopVars(perIteration);
    if (counts) {
        m_code.statement(s.cond->start);
        if (m_code.reachable())
            m_code.branch(Op::ForLt, m_vars[counter].slot, limit, bodyLabel);
        m_code.flushStatement();
    } else {
        if (s.post && m_code.reachable()) {
            m_variablesEnd = m_code.top();
            if (s.cond)
                postStmt(*s.post);
            else
                stmt(*s.post);
        }
        if (s.cond) {
            m_code.statement(s.cond->start);
            if (m_code.reachable())
                branchOn(*s.cond, true, bodyLabel);
            m_code.flushStatement();
        } else {
            m_code.jump(bodyLabel);
        }
    }
    if (!s.cond)
        m_code.unreachable();
    m_code.bind(end);
    endScope();
}

/// The step of a loop: part of the stop at the condition that follows.
void FunctionCompiler::postStmt(const syntax::Stmt& s)
{
    Temps temps(m_code);
    m_code.at(s.start);
    if (const auto* step = dynCast<syntax::IncDecStmt>(&s))
        opAssign(*step->x, step->inc ? syntax::Op::Add : syntax::Op::Sub, nullptr, 1);
    else if (const auto* assign = dynCast<syntax::AssignStmt>(&s))
        assignStmt(*assign);
    else if (const auto* e = dynCast<syntax::ExprStmt>(&s))
        discard(*e->x);
    else if (const auto* send = dynCast<syntax::SendStmt>(&s))
        sendStmt(*send);
}

void FunctionCompiler::labeledStmt(const syntax::LabeledStmt& s)
{
    m_code.flushStatement();
    const auto [it, isNew] = m_gotoLabels.emplace(&s, Label{});
    if (isNew)
        it->second = m_code.label();
    m_code.bind(it->second, true); // a goto further down may lead here
    stmt(*s.stmt);
}

const FunctionCompiler::Target* FunctionCompiler::target(const syntax::Stmt* s) const
{
    if (const auto* labeled = dynCast<syntax::LabeledStmt>(static_cast<const syntax::Node*>(s)))
        s = labeled->stmt;
    for (auto it = m_targets.rbegin(); it != m_targets.rend(); ++it) {
        if (it->stmt == s)
            return &*it;
    }
    return nullptr;
}

void FunctionCompiler::branchStmt(const syntax::BranchStmt& s)
{
    switch (s.tok) {
    case syntax::BranchTok::Break:
        m_code.jump(target(s.target)->breakTo);
        break;
    case syntax::BranchTok::Continue:
        m_code.jump(target(s.target)->continueTo);
        break;
    case syntax::BranchTok::Goto: {
        const auto [it, isNew] = m_gotoLabels.emplace(s.target, Label{});
        if (isNew)
            it->second = m_code.label();
        m_code.jump(it->second);
        break;
    }
    case syntax::BranchTok::Fallthrough:
        m_code.jump(m_fallthrough.back());
        break;
    }
}

} // namespace unwind::compile
