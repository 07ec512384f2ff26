// Function bodies and statements. Where break, continue, goto and fallthrough may stand is the parser's business.
// Counterpart: types2's stmt.go.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

// m_env.scope is the scope around the function.
void Checker::funcBody(FuncInfo* info, DeclInfo* decl, const Signature* sig, const BlockStmt* body,
                       std::optional<int64_t> iota) {
    info->type = sig;
    const auto own = [&](Var* v) {
        if (!v)
            return;
        v->owner = info;
        if (!v->name().empty() && v->name() != "_")
            info->locals.push_back(v);
    };
    own(const_cast<Var*>(sig->recv()));
    for (Var* v : sig->params()->vars())
        own(v);
    for (Var* v : sig->results()->vars())
        own(v);
    m_env.decl = decl;
    m_env.scope = sig->m_scope;
    m_env.iota = iota;
    m_env.sig = sig;
    m_env.func = info;
    const size_t top = m_delayed.size();
    stmtList(body->stmts);
    processDelayed(top);
    if (sig->results()->size() > 0 && !isTerminating(body, ""))
        errorf(body->rbrace, "MissingReturn", "missing return");
    usage(info);
}

void Checker::usage(FuncInfo* info) {
    for (const Var* v : info->locals) {
        if (!v->isParam && !v->used)
            errorf(v, "UnusedVar", "declared and not used: {}", v->name());
    }
}

Scope* Checker::openScope() {
    m_env.scope = make<Scope>(m_env.scope);
    return m_env.scope;
}

void Checker::closeScope() { m_env.scope = const_cast<Scope*>(m_env.scope->parent()); }

void Checker::stmtList(const List<Stmt*>& list) {
    for (const Stmt* s : list)
        stmt(s);
}

void Checker::stmt(const Stmt* s) {
    if (!s)
        return;
    const size_t top = m_delayed.size();
    stmtInternal(s);
    processDelayed(top); // function literals, while the scope is as they see it
}

void Checker::stmtInternal(const Stmt* s) {
    switch (s->kind) {
    case syntax::Kind::DeclStmt: declStmt(as<DeclStmt>(*s).decl); break;
    case syntax::Kind::LabeledStmt: stmt(as<LabeledStmt>(*s).stmt); break;
    case syntax::Kind::ExprStmt: exprStmt(&as<ExprStmt>(*s)); break;
    case syntax::Kind::SendStmt: {
        const auto& send = as<SendStmt>(*s);
        Operand chan, value;
        expr(chan, send.chan);
        expr(value, send.value);
        if (!chan.valid() || !value.valid())
            break;
        if (const Type* elem = chanElem(s, chan, false))
            assignment(value, elem, "send");
        break;
    }
    case syntax::Kind::IncDecStmt: incDecStmt(&as<IncDecStmt>(*s)); break;
    case syntax::Kind::AssignStmt: assignStmt(&as<AssignStmt>(*s)); break;
    case syntax::Kind::GoStmt: suspendedCall("go", as<GoStmt>(*s).call); break;
    case syntax::Kind::DeferStmt:
        m_env.func->hasDefer = true;
        suspendedCall("defer", as<DeferStmt>(*s).call);
        break;
    case syntax::Kind::ReturnStmt: returnStmt(&as<ReturnStmt>(*s)); break;
    case syntax::Kind::BlockStmt:
        openScope();
        stmtList(as<BlockStmt>(*s).stmts);
        closeScope();
        break;
    case syntax::Kind::IfStmt: ifStmt(&as<IfStmt>(*s)); break;
    case syntax::Kind::SwitchStmt:
        openScope();
        switchStmt(&as<SwitchStmt>(*s));
        closeScope();
        break;
    case syntax::Kind::TypeSwitchStmt:
        openScope();
        typeSwitchStmt(&as<TypeSwitchStmt>(*s));
        closeScope();
        break;
    case syntax::Kind::SelectStmt: selectStmt(&as<SelectStmt>(*s)); break;
    case syntax::Kind::ForStmt: forStmt(&as<ForStmt>(*s)); break;
    case syntax::Kind::RangeStmt: rangeStmt(&as<RangeStmt>(*s)); break;
    default: break; // empty and branch statements
    }
}

void Checker::exprStmt(const ExprStmt* s) {
    Operand x;
    const ExprKind kind = rawExpr(x, s->x);
    if (x.mode == Mode::Builtin)
        errorf(x, "UncalledBuiltin", "{} must be called", str(x));
    else if (x.mode == Mode::TypExpr)
        errorf(x, "NotAnExpr", "{} is not an expression", str(x));
    else if (kind != ExprKind::Statement && x.valid())
        errorf(x, "UnusedExpr", "{} is not used", str(x));
}

void Checker::incDecStmt(const IncDecStmt* s) {
    Operand x;
    expr(x, s->x);
    if (!x.valid())
        return;
    if (!isNumeric(x.type)) {
        errorf(s->x, "NonNumericIncDec", "invalid operation: {}{} (non-numeric type {})", str(s->x),
               s->inc ? "++" : "--", str(x.type));
        return;
    }
    assignVar(s->x, nullptr, &x, "assignment");
}

void Checker::assignStmt(const AssignStmt* s) {
    if (s->define) {
        shortVarDecl(s->pos, s->lhs, s->rhs);
        return;
    }
    if (s->op == Op::None) {
        assignVars(s->lhs, s->rhs);
        return;
    }
    if (s->lhs.size() != 1 || s->rhs.size() != 1) {
        errorf(s, "MultiValAssignOp", "assignment operation {} requires single-valued expressions", opText(s->op));
        return;
    }
    Operand x;
    binary(x, nullptr, s->lhs[0], s->rhs[0], s->op);
    assignVar(s->lhs[0], nullptr, &x, "assignment operation");
}

void Checker::suspendedCall(std::string_view keyword, const Expr* call) {
    const std::string_view code = keyword == "go" ? "InvalidGo" : "InvalidDefer";
    if (!dynCast<CallExpr>(call)) {
        errorf(call, code, "expression in {} must be function call", keyword);
        use(call);
        return;
    }
    Operand x;
    const ExprKind kind = rawExpr(x, call);
    if (kind == ExprKind::Statement)
        return;
    errorf(x, code, "{} {} {}", keyword,
           kind == ExprKind::Conversion ? "requires function call, not conversion" : "discards result of", str(x));
}

void Checker::returnStmt(const ReturnStmt* s) {
    const auto& results = m_env.sig->results()->vars();
    if (!s->results.empty() || results.empty() || results[0]->name().empty()) {
        if (results.empty() && !s->results.empty()) {
            if (useAll(s->results))
                report("WrongResultCount", {{s->results[0]->start, "too many return values"},
                                            {{},
                                             "have " +
                                                 [&] {
                                                     std::vector<const Type*> have;
                                                     for (const Operand& x : exprList(s->results))
                                                         have.push_back(x.type);
                                                     return typesSummary(have, false, false);
                                                 }()},
                                            {{}, "want ()"}});
            return;
        }
        if (!results.empty())
            initVars(results, s->results, s);
        for (Var* v : results)
            v->reassigned = true; // seen by deferred functions
        return;
    }
    for (const Var* v : results) {
        const Object* other = lookup(v->name());
        if (other && other != v && v->name() != "_")
            report("OutOfScopeResult",
                   {{s->start, fmt::format("result parameter {} not in scope at return", v->name())},
                    {other->pos(), fmt::format("inner declaration of {}", objectString(v))}});
    }
}

void Checker::ifStmt(const IfStmt* s) {
    openScope();
    stmt(s->init);
    Operand x;
    if (s->cond) {
        expr(x, s->cond);
        if (x.valid() && !isBoolean(x.type))
            errorf(s->cond, "InvalidCond", "non-boolean condition in if statement");
    }
    stmt(s->body);
    stmt(s->orElse);
    closeScope();
}

void Checker::forStmt(const ForStmt* s) {
    openScope();
    stmt(s->init);
    if (const auto* assign = dynCast<AssignStmt>(s->init); assign && assign->define) {
        for (const Expr* lhs : assign->lhs) {
            const auto* id = dynCast<Ident>(lhs);
            if (Var* v = id ? object<Var>(m_program.m_info.def(*id)) : nullptr)
                markPerLoop(v);
        }
    }
    if (s->cond) {
        Operand x;
        expr(x, s->cond);
        if (x.valid() && !isBoolean(x.type))
            errorf(s->cond, "InvalidCond", "non-boolean condition in for statement");
    }
    stmt(s->post);
    stmt(s->body);
    closeScope();
}

void Checker::selectStmt(const SelectStmt* s) {
    const CommClause* first = nullptr;
    for (const CommClause* c : s->clauses) {
        if (!c->isDefault)
            continue;
        if (first)
            errorf(c, "DuplicateDefault", "multiple defaults (first at {})", placeOf(first->pos));
        else
            first = c;
    }
    for (const CommClause* c : s->clauses) {
        const Expr* rhs = nullptr;
        if (const auto* assign = dynCast<AssignStmt>(c->comm); assign && assign->rhs.size() == 1)
            rhs = assign->rhs[0];
        else if (const auto* single = dynCast<ExprStmt>(c->comm))
            rhs = single->x;
        const auto* recv = rhs ? dynCast<UnaryExpr>(unparen(rhs)) : nullptr;
        const bool valid = !c->comm || dynCast<SendStmt>(c->comm) || (recv && recv->op == Op::Recv);
        if (!valid) {
            errorf(dynCast<ExprStmt>(c->comm) ? At(rhs->pos) : At(c->comm), "InvalidSelectCase",
                   "select case must be send or receive (possibly with assignment)");
            continue;
        }
        openScope();
        stmt(c->comm);
        stmtList(c->body);
        closeScope();
    }
}

} // namespace unwind::types
