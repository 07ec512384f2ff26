// Expression and type switches. Counterpart: types2's stmt.go.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {

template <class Clauses> const CaseClause* secondDefault(const Clauses& clauses, const CaseClause*& first) {
    first = nullptr;
    for (const CaseClause* c : clauses) {
        if (!c->isDefault)
            continue;
        if (first)
            return c;
        first = c;
    }
    return nullptr;
}

} // namespace

void Checker::switchStmt(const SwitchStmt* s) {
    stmt(s->init);
    Operand x;
    if (s->tag) {
        expr(x, s->tag);
        assignment(x, nullptr, "switch expression");
        if (x.valid() && !comparable(x.type) && !hasNil(x.type)) {
            errorf(x, "InvalidExprSwitch", "cannot switch on {} ({} is not comparable)", str(x), str(x.type));
            x.mode = Mode::Invalid;
        }
    } else {
        x.mode = Mode::Constant;
        x.type = basic(BasicKind::Bool);
        x.val = constant::Value::ofBool(true);
        auto* name = make<Ident>();
        name->kind = syntax::Kind::Ident;
        name->name = "true";
        name->pos = name->start = s->clauses.empty() ? s->rbrace : s->clauses[0]->pos;
        x.expr = name;
    }
    const CaseClause* first = nullptr;
    if (const CaseClause* second = secondDefault(s->clauses, first))
        errorf(second, "DuplicateDefault", "multiple defaults (first at {})", placeOf(first->pos));
    SeenCases seen;
    for (const CaseClause* c : s->clauses) {
        caseValues(x, c, seen);
        openScope();
        stmtList(c->body);
        closeScope();
    }
}

void Checker::caseValues(Operand& x, const CaseClause* clause, SeenCases& seen) {
    for (const Expr* e : clause->exprs) {
        Operand v;
        expr(v, e);
        if (!x.valid() || !v.valid())
            continue;
        convertUntyped(v, x.type);
        if (!v.valid())
            continue;
        Operand result = v;
        comparison(result, x, Op::Eql, true);
        if (!result.valid() || !v.isConstant() || v.val.kind() == constant::Kind::Bool)
            continue;
        auto& same = seen[v.val.exactString()];
        const auto other =
            std::find_if(same.begin(), same.end(), [&](const SeenCase& c) { return identical(c.type, v.type); });
        if (other != same.end())
            report("DuplicateCase", {{e->start, fmt::format("duplicate case {} in expression switch", str(v))},
                                     {other->pos, "previous case"}});
        else
            same.push_back({v.val, v.type, e->pos});
    }
}

const Type* Checker::caseTypes(const Operand* x, const CaseClause* clause, SeenTypes& seen) {
    const Type* T = nullptr;
    for (const Expr* e : clause->exprs) {
        const auto* id = dynCast<Ident>(unparen(e));
        const Object* named = id ? lookup(id->name) : nullptr;
        if (named && named->kind() == ObjectKind::Nil) {
            T = nullptr;
            Operand ignored;
            expr(ignored, e);
        } else {
            T = varType(e);
            if (!isValid(T))
                continue;
        }
        const auto other = std::find_if(seen.begin(), seen.end(),
                                        [&](const auto& s) { return T ? s.first && identical(s.first, T) : !s.first; });
        if (other != seen.end()) {
            report("DuplicateCase", {{e->start, fmt::format("duplicate case {} in type switch", T ? str(T) : "nil")},
                                     {other->second->start, "previous case"}});
            continue;
        }
        seen.emplace_back(T, e);
        if (x && T)
            typeAssertion(e, *x, T, true);
    }
    if (clause->exprs.size() != 1 || !T)
        T = x ? x->type : invalidType();
    return T;
}

void Checker::typeSwitchStmt(const TypeSwitchStmt* s) {
    stmt(s->init);
    const Ident* lhs = s->lhs;
    if (lhs && lhs->name == "_") {
        errorf(lhs, "NoNewVar", "no new variable on left side of :=");
        lhs = nullptr;
    }
    Operand x;
    expr(x, s->guard->x);
    const Operand* sx = nullptr;
    if (x.valid()) {
        if (isInterface(x.type))
            sx = &x;
        else
            errorf(x, "InvalidTypeSwitch", "{} is not an interface", str(x));
    }
    const CaseClause* first = nullptr;
    if (const CaseClause* second = secondDefault(s->clauses, first))
        errorf(second, "DuplicateDefault", "multiple defaults (first at {})", placeOf(first->pos));
    std::vector<Var*> vars;
    SeenTypes seen;
    for (const CaseClause* c : s->clauses) {
        const Type* T = caseTypes(sx, c, seen);
        openScope();
        if (lhs) {
            Var* v = newVar(lhs->pos, lhs->name, T);
            declare(m_env.scope, nullptr, v);
            recordLink(c, v);
            vars.push_back(v);
        }
        stmtList(c->body);
        closeScope();
    }
    if (!lhs)
        return;
    bool used = false;
    for (Var* v : vars) {
        used = used || v->used;
        v->used = true;
    }
    if (!used)
        errorf(lhs, "UnusedVar", "{} declared and not used", lhs->name);
}

} // namespace unwind::types
