// The functions of package unsafe. Counterpart: types2's builtins.go.
#include "lang/types/checkerimpl.h"
#include "lang/types/sizes.h"

namespace unwind::types {

using namespace syntax;
using syntax::as;

bool Checker::builtinUnsafe(Operand& x, const CallExpr* call, BuiltinId id, std::vector<Operand>& args) {
    const Type* uintptr = basic(BasicKind::Uintptr);
    switch (id) {
    case BuiltinId::UnsafeAdd:
        assignment(x, basic(BasicKind::UnsafePointer), "argument to unsafe.Add");
        if (!x.valid() || !isValidIndex(args[1], "InvalidUnsafeAdd", "length", true))
            return false;
        x.mode = Mode::Value;
        x.type = basic(BasicKind::UnsafePointer);
        return true;
    case BuiltinId::UnsafeAlignof:
    case BuiltinId::UnsafeSizeof: {
        const bool size = id == BuiltinId::UnsafeSizeof;
        assignment(x, nullptr, size ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof");
        if (!x.valid())
            return false;
        const int64_t n = size ? sizeOf(x.type) : alignOf(x.type);
        if (n < 0) {
            errorf(x, "TypeTooLarge", "{} is too large", str(x));
            return false;
        }
        x.mode = Mode::Constant;
        x.val = constant::Value::ofInt(n);
        x.type = uintptr;
        return true;
    }
    case BuiltinId::UnsafeOffsetof: return builtinOffsetof(x, call);
    case BuiltinId::UnsafeSlice: {
        const auto* p = types::as<Pointer>(x.type);
        if (!p) {
            errorf(x, "InvalidUnsafeSlice", "invalid argument: {} is not a pointer", str(x));
            return false;
        }
        if (!isValidIndex(args[1], "InvalidUnsafeSlice", "length", false))
            return false;
        x.mode = Mode::Value;
        x.type = make<Slice>(p->base());
        return true;
    }
    case BuiltinId::UnsafeSliceData: {
        const auto* s = types::as<Slice>(x.type);
        if (!s) {
            errorf(x, "InvalidUnsafeSliceData", "invalid argument: {} is not a slice", str(x));
            return false;
        }
        x.mode = Mode::Value;
        x.type = make<Pointer>(s->elem());
        return true;
    }
    case BuiltinId::UnsafeString:
        assignment(x, make<Pointer>(byteType()), "argument to unsafe.String");
        if (!x.valid() || !isValidIndex(args[1], "InvalidUnsafeString", "length", false))
            return false;
        x.mode = Mode::Value;
        x.type = basic(BasicKind::String);
        return true;
    default:
        assignment(x, basic(BasicKind::String), "argument to unsafe.StringData");
        if (!x.valid())
            return false;
        x.mode = Mode::Value;
        x.type = make<Pointer>(byteType());
        return true;
    }
}

bool Checker::builtinOffsetof(Operand& x, const CallExpr* call) {
    const Expr* arg = call->args[0];
    const auto* sel = dynCast<SelectorExpr>(unparen(arg));
    if (!sel) {
        errorf(arg, "BadOffsetofSyntax", "invalid argument: {} is not a selector expression", str(arg));
        use(arg);
        return false;
    }
    expr(x, sel->x);
    if (!x.valid())
        return false;
    const Type* base = x.type;
    if (const auto* p = types::as<Pointer>(base); p && types::as<Struct>(p->base()))
        base = p->base();
    LookupResult r = lookupFieldOrMethod(base, false, m_pkg, sel->sel->name);
    if (!r.obj) {
        errorf(x, "MissingFieldOrMethod", "invalid argument: {} has no single field {}", str(base), sel->sel->name);
        return false;
    }
    if (r.obj->kind() == ObjectKind::Func) {
        errorf(arg, "InvalidOffsetof", "invalid argument: {} is a method value", str(arg));
        return false;
    }
    if (r.indirect) {
        errorf(x, "InvalidOffsetof", "invalid argument: field {} is embedded via a pointer in {}", sel->sel->name,
               str(base));
        return false;
    }
    const std::vector<int> path = r.index;
    recordSelection(sel, SelectionKind::FieldVal, base, r);
    const int64_t offset = offsetOf(base, path);
    if (offset < 0) {
        errorf(x, "TypeTooLarge", "{} is too large", str(x));
        return false;
    }
    x.mode = Mode::Constant;
    x.val = constant::Value::ofInt(offset);
    x.type = basic(BasicKind::Uintptr);
    return true;
}

} // namespace unwind::types
