// Calls and conversions. Counterpart: types2's call.go.
#include "lang/types/checkerimpl.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {

// Whether a call to this built-in may stand as a statement.
ExprKind builtinKind(BuiltinId id) {
    switch (id) {
    case BuiltinId::Clear:
    case BuiltinId::Close:
    case BuiltinId::Copy:
    case BuiltinId::Delete:
    case BuiltinId::Panic:
    case BuiltinId::Print:
    case BuiltinId::Println:
    case BuiltinId::Recover: return ExprKind::Statement;
    default: return ExprKind::Expression;
    }
}

} // namespace

ExprKind Checker::conversionCall(Operand& x, const CallExpr* e) {
    const Type* T = x.type;
    x.mode = Mode::Invalid;
    if (!isValid(T)) {
        useAll(e->args);
        x.expr = e;
        return ExprKind::Conversion;
    }
    if (e->args.empty())
        errorf(e, "WrongArgCount", "missing argument in conversion to {}", str(T));
    else if (e->args.size() == 1) {
        expr(x, e->args[0]);
        if (x.valid()) {
            const auto* t = types::as<Interface>(T);
            if (t && t->isComparable()) {
                errorf(e, "MisplacedConstraintIface",
                       "cannot use interface {} in conversion (contains specific type constraints or is comparable)",
                       str(T));
                x.mode = Mode::Invalid;
            } else if (e->hasDots) {
                errorf(e->args[0], "BadDotDotDotSyntax", "invalid use of ... in conversion to {}", str(T));
                x.mode = Mode::Invalid;
            } else
                conversion(x, T);
        }
    } else {
        useAll(e->args);
        errorf(e->args.back(), "WrongArgCount", "too many arguments in conversion to {}", str(T));
    }
    x.expr = e;
    return ExprKind::Conversion;
}

ExprKind Checker::callExpr(Operand& x, const CallExpr* e) {
    exprOrType(x, e->fun);
    switch (x.mode) {
    case Mode::Invalid:
        useAll(e->args);
        x.expr = e;
        return ExprKind::Statement;
    case Mode::TypExpr: return conversionCall(x, e);
    case Mode::Builtin: {
        const BuiltinId id = x.id;
        x.mode = Mode::Invalid;
        Operand result;
        result.type = invalidType();
        if (builtin(result, e, id))
            x = result;
        x.expr = e;
        if (x.valid() && !x.isConstant())
            m_env.hasCallOrRecv = true;
        return builtinKind(id);
    }
    default: break;
    }
    const auto* sig = types::as<Signature>(x.type);
    if (!sig) {
        errorf(x, "InvalidCall", "invalid operation: cannot call {}: {} is not a function", str(x), str(x.type));
        useAll(e->args);
        x.mode = Mode::Invalid;
        x.expr = e;
        return ExprKind::Statement;
    }
    std::vector<Operand> args = exprList(e->args);
    arguments(e, sig, args);
    const Tuple* results = sig->results();
    if (results->size() == 0)
        x.mode = Mode::NoValue;
    else {
        x.mode = Mode::Value;
        x.type = results->size() == 1 ? results->at(0)->type() : results;
    }
    x.expr = e;
    m_env.hasCallOrRecv = true;
    return ExprKind::Statement;
}

// Checks arguments against parameters; a variadic parameter takes any number, or a slice with "...".
bool Checker::arguments(const CallExpr* call, const Signature* sig, std::vector<Operand>& args) {
    const size_t nargs = args.size();
    size_t npars = sig->params()->size();
    const bool spread = sig->variadic() && !call->hasDots;
    if (sig->variadic() && call->hasDots && call->args.size() == 1 && nargs > 1) {
        errorf(call, "InvalidDotDotDot", "cannot use ... with {}-valued {}", nargs, str(call->args[0]));
        return false;
    }
    if (!sig->variadic() && call->hasDots) {
        errorf(call, "NonVariadicDotDotDot", "cannot use ... in call to non-variadic {}", str(call->fun));
        return false;
    }
    if (spread)
        npars = nargs + 1 >= npars ? nargs : npars - 1;
    if (nargs != npars) {
        SourcePos at = call->start;
        if (nargs > npars)
            at = args[npars].expr->start;
        else if (nargs > 0)
            at = args[nargs - 1].expr->start;
        std::vector<const Type*> have, want;
        for (const Operand& x : args)
            have.push_back(x.type);
        for (const Var* v : sig->params()->vars())
            want.push_back(v->type());
        report("WrongArgCount", {{at, fmt::format("{} arguments in call to {}",
                                                  nargs > npars ? "too many" : "not enough", str(call->fun))},
                                 {{}, "have " + typesSummary(have, false, call->hasDots)},
                                 {{}, "want " + typesSummary(want, sig->variadic(), false)}});
        return false;
    }
    const std::string context = args.empty() ? "" : "argument to " + str(call->fun);
    const size_t last = sig->params()->size() - 1;
    for (size_t i = 0; i < nargs; ++i) {
        const Type* T = sig->params()->at(std::min(i, last))->type();
        if (spread && i >= last) {
            if (const auto* s = exactly<Slice>(T))
                T = s->elem();
        }
        assignment(args[i], T, context);
    }
    return true;
}

} // namespace unwind::types
