// Built-in functions. Counterpart: types2's builtins.go. Package unsafe's are in builtinsunsafe.cpp.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {

struct BuiltinRow {
    std::string_view name;
    size_t args;
    bool variadic;
};

// In the order of BuiltinId.
constexpr BuiltinRow kRows[] = {
    {"append", 1, true},    {"cap", 1, false},        {"clear", 1, false},  {"close", 1, false},
    {"complex", 2, false},  {"copy", 2, false},       {"delete", 2, false}, {"imag", 1, false},
    {"len", 1, false},      {"make", 1, true},        {"max", 1, true},     {"min", 1, true},
    {"new", 1, false},      {"panic", 1, false},      {"print", 0, true},   {"println", 0, true},
    {"real", 1, false},     {"recover", 0, false},    {"Add", 2, false},    {"Alignof", 1, false},
    {"Offsetof", 1, false}, {"Sizeof", 1, false},     {"Slice", 2, false},  {"SliceData", 1, false},
    {"String", 2, false},   {"StringData", 1, false},
};

const Type* arrayPtrDeref(const Type* t) {
    if (const auto* p = exactly<Pointer>(t)) {
        if (const auto* a = types::as<Array>(p->base()))
            return a;
    }
    return t;
}

} // namespace

bool Checker::builtin(Operand& x, const CallExpr* call, BuiltinId id) {
    const BuiltinRow& row = kRows[static_cast<size_t>(id)];
    if (id == BuiltinId::Complex || id == BuiltinId::Real || id == BuiltinId::Imag) {
        errorf(call, "Unsupported", "built-in {}: complex numbers are not supported yet", row.name);
        return false;
    }
    if (call->hasDots && id != BuiltinId::Append) {
        errorf(call, "InvalidDotDotDot", "invalid operation: invalid use of ... with built-in {}", row.name);
        useAll(call->args);
        return false;
    }
    const bool counts = id == BuiltinId::Len || id == BuiltinId::Cap;
    const bool evaluatedBefore = counts ? std::exchange(m_env.hasCallOrRecv, false) : m_env.hasCallOrRecv;
    std::vector<Operand> args;
    size_t nargs = call->args.size();
    if (id != BuiltinId::Make && id != BuiltinId::New && id != BuiltinId::UnsafeOffsetof) {
        args = exprList(call->args);
        nargs = args.size();
        if (std::any_of(args.begin(), args.end(), [](const Operand& a) { return !a.valid(); })) {
            m_env.hasCallOrRecv = evaluatedBefore;
            return false;
        }
        if (nargs > 0)
            x = args[0];
    }
    const bool evaluates = m_env.hasCallOrRecv;
    if (counts)
        m_env.hasCallOrRecv = evaluatedBefore;
    if (nargs < row.args || (!row.variadic && nargs > row.args)) {
        errorf(call, "WrongArgCount", "invalid operation: {} arguments for {} (expected {}, found {})",
               nargs < row.args ? "not enough" : "too many", str(call), row.args, nargs);
        return false;
    }
    switch (id) {
    case BuiltinId::Append: return builtinAppend(x, call, args);
    case BuiltinId::Cap:
    case BuiltinId::Len: return builtinLen(x, id, evaluates);
    case BuiltinId::Clear:
        verifyVersion(call->fun, profile::Language::Go1_21, "clear");
        if (!types::as<Map>(x.type) && !types::as<Slice>(x.type)) {
            errorf(x, "InvalidClear",
                   "invalid argument: cannot clear {}: argument must be (or constrained by) map or slice", str(x));
            return false;
        }
        x.mode = Mode::NoValue;
        return true;
    case BuiltinId::Close: {
        const auto* chan = types::as<Chan>(x.type);
        if (!chan || chan->dir() == ChanDir::RecvOnly) {
            errorf(x, "InvalidClose", "invalid operation: cannot close {} {}",
                   chan ? "receive-only channel" : "non-channel", str(x));
            return false;
        }
        x.mode = Mode::NoValue;
        return true;
    }
    case BuiltinId::Copy: return builtinCopy(x, args[1]);
    case BuiltinId::Delete: {
        const auto* m = types::as<Map>(x.type);
        if (!m) {
            errorf(x, "InvalidDelete", "invalid argument: {} is not a map", str(x));
            return false;
        }
        x = args[1];
        assignment(x, m->key(), "argument to delete");
        if (!x.valid())
            return false;
        x.mode = Mode::NoValue;
        return true;
    }
    case BuiltinId::Make: return builtinMake(x, call);
    case BuiltinId::Max:
    case BuiltinId::Min:
        verifyVersion(call->fun, profile::Language::Go1_21, fmt::format("built-in {}", row.name));
        return builtinMinMax(x, args, id);
    case BuiltinId::New: {
        const Type* T = varType(call->args[0]);
        if (!isValid(T))
            return false;
        x.mode = Mode::Value;
        x.type = make<Pointer>(T);
        return true;
    }
    case BuiltinId::Panic:
        m_panicCalls.insert(call);
        assignment(x, emptyInterface(), "argument to panic");
        if (!x.valid())
            return false;
        x.mode = Mode::NoValue;
        return true;
    case BuiltinId::Print:
    case BuiltinId::Println:
        for (Operand& a : args) {
            assignment(a, nullptr, fmt::format("argument to built-in {}", row.name));
            if (!a.valid())
                return false;
        }
        x.mode = Mode::NoValue;
        return true;
    case BuiltinId::Recover:
        x.mode = Mode::Value;
        x.type = emptyInterface();
        if (m_env.func)
            m_env.func->hasRecover = true;
        return true;
    default: return builtinUnsafe(x, call, id, args);
    }
}

// The element type of a slice argument, or null with a message.
const Type* Checker::sliceElem(const Operand& x, std::string_view what) {
    if (const auto* s = types::as<Slice>(x.type))
        return s->elem();
    errorf(x, what == "append" ? "InvalidAppend" : "InvalidCopy", "invalid {}: argument must be a slice; have {}", what,
           x.isNil() ? "untyped nil" : str(x));
    return nullptr;
}

bool Checker::builtinAppend(Operand& x, const CallExpr* call, std::vector<Operand>& args) {
    x.mode = x.valid() ? x.mode : Mode::Invalid;
    if (args.size() == 2 && call->hasDots && isString(args[1].type)) {
        if (assignableTo(x, make<Slice>(byteType()), nullptr) && types::as<Slice>(x.type)) {
            convertUntyped(args[1], basic(BasicKind::String)); // append([]byte, string...)
            x.mode = Mode::Value;
            return true;
        }
    }
    const Type* elem = sliceElem(x, "append");
    if (!elem)
        return false;
    auto* sig = make<Signature>();
    sig->m_params = make<Tuple>(std::vector<Var*>{newVar({}, "", x.type), newVar({}, "", make<Slice>(elem))});
    sig->m_results = make<Tuple>(std::vector<Var*>{newVar({}, "", x.type)});
    sig->m_variadic = true;
    arguments(call, sig, args);
    x.mode = Mode::Value;
    return true;
}

bool Checker::builtinLen(Operand& x, BuiltinId id, bool evaluates) {
    const bool isLen = id == BuiltinId::Len;
    const Type* t = arrayPtrDeref(x.type->underlying());
    Mode mode = Mode::Invalid;
    constant::Value value;
    if (const auto* a = exactly<Array>(t)) {
        mode = evaluates ? Mode::Value : Mode::Constant;
        if (a->length() >= 0)
            value = constant::Value::ofInt(a->length());
    } else if (exactly<Basic>(t) && isString(t) && isLen) {
        mode = x.isConstant() ? Mode::Constant : Mode::Value;
        if (x.isConstant())
            value = constant::Value::ofInt(static_cast<int64_t>(x.val.stringVal().size()));
        if (isUntyped(x.type) && !x.isConstant())
            convertUntyped(x, basic(BasicKind::String));
    } else if (exactly<Slice>(t) || exactly<Chan>(t) || (exactly<Map>(t) && isLen))
        mode = Mode::Value;
    if (mode == Mode::Invalid) {
        if (isValid(x.type->underlying()))
            errorf(x, isLen ? "InvalidLen" : "InvalidCap", "invalid argument: {} for built-in {}", str(x),
                   isLen ? "len" : "cap");
        return false;
    }
    x.mode = mode;
    x.type = basic(BasicKind::Int);
    x.val = value;
    return true;
}

bool Checker::builtinCopy(Operand& x, Operand& y) {
    const bool toBytes = types::as<Slice>(x.type) && identical(types::as<Slice>(x.type)->elem(), byteType());
    if (!(toBytes && isString(y.type))) {
        const Type* to = sliceElem(x, "copy");
        if (!to)
            return false;
        const Type* from = isString(y.type) ? byteType() : sliceElem(y, "copy");
        if (!from)
            return false;
        if (!identical(to, from)) {
            errorf(x, "InvalidCopy", "invalid copy: arguments {} and {} have different element types {} and {}", str(x),
                   str(y), str(to), str(from));
            return false;
        }
    } else if (isUntyped(y.type))
        convertUntyped(y, basic(BasicKind::String));
    x.mode = Mode::Value;
    x.type = basic(BasicKind::Int);
    return true;
}

bool Checker::builtinMake(Operand& x, const CallExpr* call) {
    const Expr* arg0 = call->args[0];
    const Type* T = varType(arg0);
    if (!isValid(T))
        return false;
    const Type* u = T->underlying();
    if (!exactly<Slice>(u) && !exactly<Map>(u) && !exactly<Chan>(u)) {
        errorf(arg0, "InvalidMake", "invalid argument: cannot make {}: type must be slice, map, or channel", str(arg0));
        return false;
    }
    const size_t min = exactly<Slice>(u) ? 2 : 1;
    const size_t nargs = call->args.size();
    if (nargs < min || nargs > min + 1) {
        errorf(call, "WrongArgCount", "invalid operation: {} expects {} or {} arguments; found {}", str(call), min,
               min + 1, nargs);
        return false;
    }
    std::vector<int64_t> sizes;
    for (size_t i = 1; i < nargs; ++i) {
        const int64_t size = index(call->args[i], -1).second;
        if (size >= 0)
            sizes.push_back(size);
    }
    if (sizes.size() == 2 && sizes[0] > sizes[1])
        errorf(call->args[1], "SwappedMakeArgs", "invalid argument: length and capacity swapped");
    x.mode = Mode::Value;
    x.type = T;
    return true;
}

bool Checker::builtinMinMax(Operand& x, std::vector<Operand>& args, BuiltinId id) {
    const bool isMax = id == BuiltinId::Max;
    for (size_t i = 0; i < args.size(); ++i) {
        Operand& a = args[i];
        if (!isOrdered(a.type)) {
            errorf(a, "InvalidMinMaxOperand", "invalid argument: {} cannot be ordered", str(a));
            return false;
        }
        if (i == 0)
            continue;
        matchTypes(x, a);
        if (!x.valid())
            return false;
        if (!identical(x.type, a.type)) {
            errorf(a, "MismatchedTypes",
                   "invalid argument: mismatched types {} (previous argument) and {} (type of {})", str(x.type),
                   str(a.type), str(a.expr));
            return false;
        }
        if (x.isConstant() && a.isConstant()) {
            if (constant::compare(a.val, isMax ? constant::Op::Gtr : constant::Op::Lss, x.val))
                x = a;
        } else
            x.mode = Mode::Value;
    }
    if (!x.isConstant()) {
        x.mode = Mode::Value;
        // A value that is still untyped (a shift) takes its default type.
        assignment(x, nullptr, isMax ? "argument to built-in max" : "argument to built-in min");
        if (!x.valid())
            return false;
    }
    for (const Operand& a : args)
        updateExprType(a.expr, x.type, true);
    return true;
}

} // namespace unwind::types
