// Expressions: the dispatch over kinds, unary operators, assertions. Counterpart: types2's expr.go.
#include "lang/types/checkerimpl.h"
#include "lang/types/sizes.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;

ExprKind Checker::rawExpr(Operand& x, const Expr* e, const Type* hint) {
    const ExprKind kind = exprInternal(x, e, hint);
    record(x);
    return kind;
}

ExprKind Checker::exprInternal(Operand& x, const Expr* e, const Type* hint) {
    x = Operand{};
    x.type = invalidType();
    ExprKind kind = ExprKind::Expression;
    switch (e->kind) {
    case syntax::Kind::BadExpr: break;
    case syntax::Kind::Ident: ident(x, &as<Ident>(*e), false); break;
    case syntax::Kind::BasicLit: basicLit(x, &as<BasicLit>(*e)); break;
    case syntax::Kind::FuncLit: funcLit(x, &as<FuncLit>(*e)); break;
    case syntax::Kind::CompositeLit: compositeLit(x, &as<CompositeLit>(*e), hint); break;
    case syntax::Kind::ParenExpr:
        kind = rawExpr(x, as<ParenExpr>(*e).x);
        x.expr = e;
        return kind;
    case syntax::Kind::SelectorExpr: selector(x, &as<SelectorExpr>(*e), nullptr, false); break;
    case syntax::Kind::IndexExpr: indexExpr(x, &as<IndexExpr>(*e)); break;
    case syntax::Kind::SliceExpr: sliceExpr(x, &as<SliceExpr>(*e)); break;
    case syntax::Kind::TypeAssertExpr: {
        const auto& assertion = as<TypeAssertExpr>(*e);
        expr(x, assertion.x);
        if (!x.valid())
            break;
        if (!assertion.type) {
            errorf(e, "InvalidSyntaxTree", "use of .(type) outside type switch");
            x.mode = Mode::Invalid;
            break;
        }
        if (!isInterface(x.type)) {
            errorf(x, "InvalidAssert", "invalid operation: {} is not an interface", str(x));
            x.mode = Mode::Invalid;
            break;
        }
        const Type* T = varType(assertion.type);
        if (!isValid(T)) {
            x.mode = Mode::Invalid;
            break;
        }
        typeAssertion(e, x, T, false);
        x.mode = Mode::CommaOk;
        x.type = T;
        break;
    }
    case syntax::Kind::CallExpr: return callExpr(x, &as<CallExpr>(*e));
    case syntax::Kind::StarExpr: star(x, &as<StarExpr>(*e)); break;
    case syntax::Kind::UnaryExpr:
        unary(x, &as<UnaryExpr>(*e));
        if (x.valid() && as<UnaryExpr>(*e).op == Op::Recv)
            kind = ExprKind::Statement;
        break;
    case syntax::Kind::BinaryExpr:
        binary(x, e, as<BinaryExpr>(*e).x, as<BinaryExpr>(*e).y, as<BinaryExpr>(*e).op);
        break;
    case syntax::Kind::KeyValueExpr: errorf(e, "InvalidSyntaxTree", "no key:value expected"); break;
    case syntax::Kind::Ellipsis: errorf(e, "InvalidSyntaxTree", "invalid use of ..."); break;
    default: x.mode = Mode::TypExpr; x.type = typ(e);
    }
    x.expr = e;
    return x.valid() ? kind : ExprKind::Statement;
}

void Checker::expr(Operand& x, const Expr* e) {
    rawExpr(x, e);
    excludeNonValues(x, true);
    singleValue(x);
}

void Checker::exprWithHint(Operand& x, const Expr* e, const Type* hint) {
    rawExpr(x, e, hint);
    excludeNonValues(x, true);
    singleValue(x);
}

void Checker::exprOrType(Operand& x, const Expr* e) {
    rawExpr(x, e);
    excludeNonValues(x, false);
    singleValue(x);
}

void Checker::excludeNonValues(Operand& x, bool typesToo) {
    if (x.mode == Mode::NoValue)
        errorf(x, "TooManyValues", "{} used as value{}", str(x), typesToo ? "" : " or type");
    else if (x.mode == Mode::Builtin && typesToo)
        errorf(x, "UncalledBuiltin", "{} must be called", str(x));
    else if (x.mode == Mode::TypExpr && typesToo)
        errorf(x, "NotAnExpr", "{} is not an expression", str(x));
    else
        return;
    x.mode = Mode::Invalid;
}

void Checker::singleValue(Operand& x) {
    if (x.mode == Mode::Value && exactly<Tuple>(x.type)) {
        errorf(x, "TooManyValues", "multiple-value {} in single-value context", str(x));
        x.mode = Mode::Invalid;
    }
}

std::vector<Operand> Checker::multiExpr(const Expr* e, bool allowCommaOk, bool* commaOk) {
    Operand x;
    rawExpr(x, e);
    excludeNonValues(x, true);
    std::vector<Operand> list;
    if (const auto* t = exactly<Tuple>(x.type); t && x.valid()) {
        for (const Var* v : t->vars())
            list.push_back({Mode::Value, e, v->type(), {}, {}});
        return list;
    }
    list.push_back(x);
    if (allowCommaOk && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk)) {
        list.push_back({Mode::Value, e, basic(BasicKind::UntypedBool), {}, {}});
        *commaOk = true;
    }
    return list;
}

std::vector<Operand> Checker::exprList(const List<Expr*>& exprs) {
    bool commaOk = false;
    if (exprs.size() == 1)
        return multiExpr(exprs[0], false, &commaOk);
    std::vector<Operand> list(exprs.size());
    for (size_t i = 0; i < list.size(); ++i)
        expr(list[i], exprs[i]);
    return list;
}

// Checks an expression for its faults and its uses alone, after something around it went wrong.
bool Checker::use(const Expr* e, bool lhs) {
    Operand x;
    const auto* id = dynCast<Ident>(unparen(e));
    if (!id) {
        if (const auto* kv = dynCast<KeyValueExpr>(e))
            return use(kv->value, lhs);
        rawExpr(x, e);
        return x.valid();
    }
    if (id->name == "_")
        return true;
    auto* v = lhs ? object<Var>(lookup(id->name)) : nullptr;
    const bool used = v && v->used;
    exprOrType(x, id);
    if (v && v->pkg() == m_pkg)
        v->used = used;
    return x.valid();
}

bool Checker::useAll(const List<Expr*>& list, bool lhs) {
    bool ok = true;
    for (const Expr* e : list)
        ok &= use(e, lhs);
    return ok;
}

void Checker::star(Operand& x, const StarExpr* e) {
    exprOrType(x, e->x);
    if (x.mode == Mode::TypExpr) {
        validVarType(e->x, x.type);
        x.type = isValid(x.type) ? make<Pointer>(x.type) : x.type;
        return;
    }
    if (!x.valid())
        return;
    const auto* p = types::as<Pointer>(x.type);
    if (!p) {
        errorf(x, "InvalidIndirection", "invalid operation: cannot indirect {}", str(x));
        x.mode = Mode::Invalid;
        return;
    }
    x.mode = Mode::Variable;
    x.type = p->base();
}

void Checker::unary(Operand& x, const UnaryExpr* e) {
    expr(x, e->x);
    if (!x.valid())
        return;
    Op op = e->op;
    if (op == Op::And) {
        if (!dynCast<CompositeLit>(unparen(e->x)) && x.mode != Mode::Variable) {
            errorf(x, "UnaddressableOperand", "invalid operation: cannot take address of {}", str(x));
            x.mode = Mode::Invalid;
            return;
        }
        markAddressTaken(e->x);
        x.mode = Mode::Value;
        x.type = make<Pointer>(x.type);
        return;
    }
    if (op == Op::Recv) {
        const Type* elem = chanElem(x, x, true);
        x.mode = elem ? Mode::CommaOk : Mode::Invalid;
        if (elem)
            x.type = elem;
        m_env.hasCallOrRecv = true;
        return;
    }
    if (op == Op::Tilde) {
        const bool integer = isInteger(x.type);
        errorf(e, "UndefinedOp", "cannot use ~ outside of interface or type constraint{}",
               integer ? " (use ^ for bitwise complement)" : "");
        if (!integer) {
            x.mode = Mode::Invalid;
            return;
        }
        op = Op::Xor;
    }
    if (!opDefined(x, op, true)) {
        x.mode = Mode::Invalid;
        return;
    }
    if (!x.isConstant()) {
        x.mode = Mode::Value;
        return;
    }
    if (!x.val.known())
        return;
    const unsigned bits = isUnsigned(x.type) ? static_cast<unsigned>(8 * sizeOf(x.type)) : 0;
    x.val = constant::unaryOp(constantOp(op), x.val, bits);
    x.expr = e;
    overflow(x, e->pos);
}

const Type* Checker::chanElem(At at, const Operand& x, bool recv) {
    const auto* chan = types::as<Chan>(x.type);
    std::string_view cause;
    if (!chan)
        cause = "non-channel";
    else if (recv && chan->dir() == ChanDir::SendOnly)
        cause = "send-only channel";
    else if (!recv && chan->dir() == ChanDir::RecvOnly)
        cause = "receive-only channel";
    else
        return chan->elem();
    errorf(at, recv ? "InvalidReceive" : "InvalidSend", "invalid operation: cannot {} {} {} {}",
           recv ? "receive from" : "send to", cause, str(x.type), str(x));
    return nullptr;
}

void Checker::typeAssertion(const Expr* e, const Operand& x, const Type* T, bool typeSwitch) {
    if (isInterface(T) || !isValid(T))
        return;
    std::string cause;
    if (!missingMethodCause(T, types::as<Interface>(x.type), false, &cause))
        return;
    if (typeSwitch)
        errorf(e, "ImpossibleAssert", "impossible type switch case: {}\n\t{} cannot have dynamic type {} {}", str(e),
               str(x), str(T), cause);
    else
        errorf(e, "ImpossibleAssert", "impossible type assertion: {}\n\t{} does not implement {} {}", str(e), str(T),
               str(x.type), cause);
}

} // namespace unwind::types
