// Range loops over integers, strings, arrays, slices, maps and channels. Counterpart: types2's range.go.
#include "lang/types/checkerimpl.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;

Checker::RangeTypes Checker::rangeKeyVal(const Type* t) {
    const Type* u = t->underlying();
    if (const auto* p = exactly<Pointer>(u)) {
        if (const auto* a = types::as<Array>(p->base()))
            return {basic(BasicKind::Int), a->elem(), {}, true};
        return {};
    }
    switch (u->kind()) {
    case Kind::Basic:
        if (isString(u))
            return {basic(BasicKind::Int), runeType(), {}, true};
        if (isInteger(u) && !allowVersion(profile::Language::Go1_22))
            return {nullptr, nullptr, requiresVersion(profile::Language::Go1_22), false};
        if (isInteger(u))
            return {t, nullptr, {}, true};
        return {};
    case Kind::Array: return {basic(BasicKind::Int), exactly<Array>(u)->elem(), {}, true};
    case Kind::Slice: return {basic(BasicKind::Int), exactly<Slice>(u)->elem(), {}, true};
    case Kind::Map: return {exactly<Map>(u)->key(), exactly<Map>(u)->elem(), {}, true};
    case Kind::Chan:
        if (exactly<Chan>(u)->dir() == ChanDir::SendOnly)
            return {nullptr, nullptr, fmt::format("receive from send-only channel {}", str(t)), false};
        return {exactly<Chan>(u)->elem(), nullptr, {}, true};
    case Kind::Signature: {
        if (!allowVersion(profile::Language::Go1_23))
            return {nullptr, nullptr, requiresVersion(profile::Language::Go1_23), false};
        const auto* sig = exactly<Signature>(u);
        constexpr std::string_view shape = "func must be func(yield func(...) bool): ";
        if (sig->params()->size() != 1)
            return {nullptr, nullptr, fmt::format("{}wrong argument count", shape), false};
        if (sig->results()->size() != 0)
            return {nullptr, nullptr, fmt::format("{}unexpected results", shape), false};
        if (!types::as<Signature>(sig->params()->at(0)->type()))
            return {nullptr, nullptr, fmt::format("{}argument is not func", shape), false};
        return {nullptr, nullptr, "range over functions is not supported yet", false};
    }
    default: return {};
    }
}

void Checker::rangeStmt(const RangeStmt* s) {
    Operand x;
    expr(x, s->x);
    RangeTypes types;
    if (x.valid()) {
        types = rangeKeyVal(x.type);
        if (!types.ok && !types.cause.empty())
            errorf(x, "InvalidRangeExpr", "cannot range over {}: {}", str(x), types.cause);
        else if (!types.ok)
            errorf(x, "InvalidRangeExpr", "cannot range over {}", str(x));
        else if (!types.key && s->key)
            errorf(s->key, "InvalidIterVar", "range over {} permits no iteration variables", str(x));
        else if (!types.value && s->value)
            errorf(s->value, "InvalidIterVar", "range over {} permits only one iteration variable", str(x));
        else if (s->extra)
            errorf(s->extra, "InvalidIterVar", "range clause permits at most two iteration variables");
    }
    openScope();
    if (s->define)
        rangeDefine(s, x, types);
    else if (s->key)
        rangeAssign(s, x, types);
    else if (x.valid() && isInteger(x.type))
        assignment(x, nullptr, "range clause");
    stmt(s->body);
    closeScope();
}

void Checker::rangeDefine(const RangeStmt* s, Operand& x, const RangeTypes& types) {
    std::vector<Var*> vars;
    const Expr* sides[2] = {s->key, s->value};
    const Type* sideTypes[2] = {types.key, types.value};
    const bool overInt = x.valid() && isInteger(x.type);
    for (int i = 0; i < 2; ++i) {
        if (!sides[i])
            continue;
        const auto* id = dynCast<Ident>(sides[i]);
        if (!id)
            errorf(sides[i], "InvalidSyntaxTree", "cannot declare {}", str(sides[i]));
        Var* v = newVar(sides[i]->pos, id ? id->name : "_", nullptr);
        if (id) {
            recordDef(id, v);
            if (id->name != "_")
                vars.push_back(v);
            markPerLoop(v);
        }
        if (!sideTypes[i] || !isValid(sideTypes[i])) {
            v->m_type = invalidType();
            v->used = true;
            continue;
        }
        if (overInt)
            initVar(v, x, "range clause");
        else {
            Operand y{Mode::Value, sides[i], sideTypes[i], {}, {}};
            initVar(v, y, "assignment");
        }
    }
    if (vars.empty())
        errorf(s, "NoNewVar", "no new variables on left side of :=");
    for (Var* v : vars)
        declare(m_env.scope, nullptr, v);
}

void Checker::rangeAssign(const RangeStmt* s, Operand& x, const RangeTypes& types) {
    const Expr* sides[2] = {s->key, s->value};
    const Type* sideTypes[2] = {types.key, types.value};
    const bool overInt = x.valid() && isInteger(x.type);
    for (int i = 0; i < 2; ++i) {
        if (!sides[i] || !sideTypes[i] || !isValid(sideTypes[i]))
            continue;
        if (overInt) {
            assignVar(sides[i], nullptr, &x, "range clause");
            if (x.valid() && !isInteger(x.type))
                errorf(sides[i], "InvalidRangeExpr", "cannot use iteration variable of type {}", str(x.type));
        } else {
            Operand y{Mode::Value, sides[i], sideTypes[i], {}, {}};
            assignVar(sides[i], nullptr, &y, "assignment");
        }
    }
}

} // namespace unwind::types
