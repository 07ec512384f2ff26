// Assignments, initializations, return values. Counterpart: types2's assignments.go.
#include "lang/types/checkerimpl.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;

// Checks that x can be assigned to a T (null: to the blank identifier) and gives an untyped x its type.
void Checker::assignment(Operand& x, const Type* T, std::string_view context) {
    singleValue(x);
    if (!x.valid())
        return;
    if (x.mode == Mode::NoValue || x.mode == Mode::Builtin || x.mode == Mode::TypExpr) {
        errorf(x, "IncompatibleAssign", "cannot assign {} to {} in {}", str(x), T ? str(T) : "_", context);
        x.mode = Mode::Invalid;
        return;
    }
    if (isUntyped(x.type)) {
        const Type* target = T;
        if (x.isNil()) {
            if (!T) {
                errorf(x, "UntypedNilUse", "use of untyped nil in {}", context);
                x.mode = Mode::Invalid;
                return;
            }
        } else if (!T || isInterface(T))
            target = defaultType(x.type);
        std::optional<constant::Value> value;
        std::string_view code;
        const Type* type = implicitType(x, target, value, code);
        if (!code.empty()) {
            const std::string_view why = code == "TruncatedFloat"    ? " (truncated)"
                                         : code == "NumericOverflow" ? " (overflows)"
                                                                     : "";
            errorf(x, why.empty() ? "IncompatibleAssign" : code, "cannot use {} as {} value in {}{}", str(x),
                   str(target), context, why);
            x.mode = Mode::Invalid;
            return;
        }
        if (value) {
            x.val = *value;
            updateExprVal(x.expr, *value);
        }
        if (type != x.type) {
            x.type = type;
            updateExprType(x.expr, type, false);
        }
    }
    if (!T)
        return;
    std::string cause;
    if (assignableTo(x, T, &cause)) {
        markBoxed(x.type, T);
        return;
    }
    if (!cause.empty())
        errorf(x, "IncompatibleAssign", "cannot use {} as {} value in {}: {}", str(x), str(T), context, cause);
    else
        errorf(x, "IncompatibleAssign", "cannot use {} as {} value in {}", str(x), str(T), context);
    x.mode = Mode::Invalid;
}

void Checker::initConst(ConstObj* lhs, Operand& x) {
    if (!x.valid() || !isValid(x.type) || (lhs->m_type && !isValid(lhs->m_type))) {
        if (!lhs->m_type)
            lhs->m_type = invalidType();
        return;
    }
    if (!x.isConstant()) {
        errorf(x, "InvalidConstInit", "{} is not constant", str(x));
        if (!lhs->m_type)
            lhs->m_type = invalidType();
        return;
    }
    if (!lhs->m_type)
        lhs->m_type = x.type;
    assignment(x, lhs->m_type, "constant declaration");
    if (x.valid())
        lhs->m_value = x.val;
}

void Checker::initVar(Var* lhs, Operand& x, std::string_view context) {
    if (!x.valid() || !isValid(x.type) || (lhs->m_type && !isValid(lhs->m_type))) {
        if (!lhs->m_type)
            lhs->m_type = invalidType();
        x.mode = Mode::Invalid;
        return;
    }
    if (!lhs->m_type) {
        const Type* type = x.type;
        if (isUntyped(type)) {
            if (x.isNil()) {
                errorf(x, "UntypedNilUse", "use of untyped nil in {}", context);
                lhs->m_type = invalidType();
                x.mode = Mode::Invalid;
                return;
            }
            type = defaultType(type);
        }
        lhs->m_type = type;
    }
    assignment(x, lhs->m_type, context);
}

// The type of an expression on the left of an assignment; null for the blank identifier, invalid after a fault.
// Assigning to a variable does not count as using it.
const Type* Checker::lhsVar(const Expr* lhs) {
    const auto* id = dynCast<Ident>(unparen(lhs));
    if (id && id->name == "_") {
        recordDef(id, nullptr);
        return nullptr;
    }
    auto* v = id ? object<Var>(lookup(id->name)) : nullptr;
    const bool used = v && v->used;
    Operand x;
    expr(x, lhs);
    if (v && v->pkg() == m_pkg)
        v->used = used;
    if (!x.valid() || !isValid(x.type))
        return invalidType();
    if (x.mode == Mode::Variable || x.mode == Mode::MapIndex) {
        markReassigned(lhs);
        return x.type;
    }
    if (const auto* sel = dynCast<SelectorExpr>(x.expr)) {
        Operand op;
        expr(op, sel->x);
        if (op.mode == Mode::MapIndex) {
            errorf(x, "UnaddressableFieldAssign", "cannot assign to struct field {} in map", str(x.expr));
            return invalidType();
        }
    }
    errorf(x, "UnassignableOperand", "cannot assign to {} (neither addressable nor a map index expression)",
           str(x.expr));
    return invalidType();
}

void Checker::assignVar(const Expr* lhs, const Expr* rhs, Operand* x, std::string_view context) {
    const Type* T = lhsVar(lhs);
    if (T && !isValid(T)) {
        if (x)
            x->mode = Mode::Invalid;
        else
            use(rhs);
        return;
    }
    Operand made;
    if (!x) {
        x = &made;
        expr(*x, rhs);
    }
    assignment(*x, T, !T && context == "assignment" ? "assignment to _ identifier" : context);
}

void Checker::assignError(const List<Expr*>& rhs, size_t l, size_t r) {
    const std::string vars = fmt::format("{} variable{}", l, l == 1 ? "" : "s");
    const std::string vals = fmt::format("{} value{}", r, r == 1 ? "" : "s");
    const auto* call = rhs.size() == 1 ? dynCast<CallExpr>(unparen(rhs[0])) : nullptr;
    if (call)
        errorf(rhs[0], "WrongAssignCount", "assignment mismatch: {} but {} returns {}", vars, str(call->fun), vals);
    else
        errorf(rhs[0], "WrongAssignCount", "assignment mismatch: {} but {}", vars, vals);
}

void Checker::returnError(const Node* at, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs) {
    SourcePos pos = at->start;
    if (rhs.size() > lhs.size())
        pos = At(rhs[lhs.size()]).pos;
    else if (!rhs.empty())
        pos = At(rhs.back()).pos;
    std::vector<const Type*> have, want;
    for (const Operand& x : rhs)
        have.push_back(x.type);
    for (const Var* v : lhs)
        want.push_back(v->type());
    report("WrongResultCount",
           {{pos, fmt::format("{} return values", rhs.size() > lhs.size() ? "too many" : "not enough")},
            {{}, "have " + typesSummary(have, false, false)},
            {{}, "want " + typesSummary(want, false, false)}});
}

void Checker::initVars(const std::vector<Var*>& lhs, const List<Expr*>& rhs, const Stmt* returnStmt) {
    const std::string_view context = returnStmt ? "return statement" : "assignment";
    const bool isCall = rhs.size() == 1 && dynCast<CallExpr>(unparen(rhs[0]));
    if (lhs.size() == rhs.size() && !isCall) {
        for (size_t i = 0; i < lhs.size(); ++i) {
            Operand x;
            expr(x, rhs[i]);
            initVar(lhs[i], x, context);
        }
        return;
    }
    const auto giveUp = [&] {
        for (Var* v : lhs) {
            if (!v->m_type)
                v->m_type = invalidType();
        }
    };
    if (rhs.size() != 1) {
        if (useAll(rhs)) {
            if (returnStmt)
                returnError(returnStmt, lhs, exprList(rhs));
            else
                assignError(rhs, lhs.size(), rhs.size());
        }
        giveUp();
        return;
    }
    bool commaOk = false;
    std::vector<Operand> values = multiExpr(rhs[0], lhs.size() == 2 && !returnStmt, &commaOk);
    if (values.size() == lhs.size()) {
        for (size_t i = 0; i < lhs.size(); ++i)
            initVar(lhs[i], values[i], context);
        if (commaOk && values[0].valid() && values[1].valid())
            recordCommaOkTypes(rhs[0], values[0].type, values[1].type);
        return;
    }
    if (values[0].valid()) {
        if (returnStmt)
            returnError(returnStmt, lhs, values);
        else
            assignError(rhs, lhs.size(), values.size());
    }
    giveUp();
}

void Checker::assignVars(const List<Expr*>& lhs, const List<Expr*>& rhs) {
    const bool isCall = rhs.size() == 1 && dynCast<CallExpr>(unparen(rhs[0]));
    if (lhs.size() == rhs.size() && !isCall) {
        for (size_t i = 0; i < lhs.size(); ++i)
            assignVar(lhs[i], rhs[i], nullptr, "assignment");
        return;
    }
    if (rhs.size() != 1) {
        const bool okLhs = useAll(lhs, true);
        const bool okRhs = useAll(rhs);
        if (okLhs && okRhs)
            assignError(rhs, lhs.size(), rhs.size());
        return;
    }
    bool commaOk = false;
    std::vector<Operand> values = multiExpr(rhs[0], lhs.size() == 2, &commaOk);
    if (values.size() == lhs.size()) {
        for (size_t i = 0; i < lhs.size(); ++i)
            assignVar(lhs[i], nullptr, &values[i], "assignment");
        if (commaOk && values[0].valid() && values[1].valid())
            recordCommaOkTypes(rhs[0], values[0].type, values[1].type);
        return;
    }
    if (values[0].valid())
        assignError(rhs, lhs.size(), values.size());
    useAll(lhs, true);
}

void Checker::shortVarDecl(SourcePos pos, const List<Expr*>& lhs, const List<Expr*>& rhs) {
    const size_t top = m_delayed.size();
    Scope* scope = m_env.scope;
    std::unordered_set<std::string_view> seen;
    std::vector<Var*> vars(lhs.size()), fresh;
    bool hasError = false;
    for (size_t i = 0; i < lhs.size(); ++i) {
        const auto* id = dynCast<Ident>(lhs[i]);
        if (!id) {
            use(lhs[i], true);
            errorf(lhs[i], "BadDecl", "non-name {} on left side of :=", str(lhs[i]));
            hasError = true;
            continue;
        }
        if (id->name != "_" && !seen.insert(id->name).second) {
            errorf(id, "RepeatedDecl", "{} repeated on left side of :=", id->name);
            hasError = true;
            continue;
        }
        if (Object* other = scope->lookup(id->name)) {
            recordUse(id, other);
            vars[i] = object<Var>(other);
            if (vars[i])
                vars[i]->reassigned = true;
            else {
                errorf(id, "UnassignableOperand", "cannot assign to {}", id->name);
                hasError = true;
            }
            continue;
        }
        vars[i] = newVar(id->pos, id->name, nullptr);
        if (id->name != "_")
            fresh.push_back(vars[i]);
        recordDef(id, vars[i]);
    }
    for (size_t i = 0; i < vars.size(); ++i) {
        if (!vars[i])
            vars[i] = newVar(lhs[i]->pos, "_", nullptr);
    }
    initVars(vars, rhs, nullptr);
    processDelayed(top);
    if (fresh.empty() && !hasError) {
        errorf(pos, "NoNewVar", "no new variables on left side of :=");
        return;
    }
    for (Var* v : fresh)
        declare(scope, nullptr, v);
}

} // namespace unwind::types
