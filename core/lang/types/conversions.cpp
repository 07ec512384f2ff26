// Conversions, assignability and interface satisfaction with the reasons why not.
// Counterpart: types2's conversions.go, operand.go, lookup.go.
#include "lang/types/checkerimpl.h"

#include "lang/syntax/unicode.h"

namespace unwind::types {

using namespace syntax;

namespace {

bool isBytesOrRunes(const Type* t) {
    const auto* s = types::as<Slice>(t);
    const auto* b = s ? types::as<Basic>(s->elem()) : nullptr;
    return b && (b->basic() == BasicKind::Uint8 || b->basic() == BasicKind::Int32);
}

bool isBasicKind(const Type* t, BasicKind kind) {
    const auto* b = types::as<Basic>(t);
    return b && b->basic() == kind;
}

bool isInterfacePointer(const Type* t) {
    const auto* p = types::as<Pointer>(t);
    return p && isInterface(p->base());
}

} // namespace

void Checker::conversion(Operand& x, const Type* T) {
    const bool constArg = x.isConstant();
    bool ok = false;
    std::string cause;
    if (constArg && isConstType(T)) {
        const auto* b = types::as<Basic>(T);
        ok = representableConst(x.val, b, &x.val);
        if (!ok && isInteger(x.type) && isString(b)) {
            const auto rune = x.val.uint64Val();
            std::string text;
            const bool valid = rune && *rune <= 0x10FFFF && !(*rune >= 0xD800 && *rune <= 0xDFFF);
            appendUtf8(text, valid ? static_cast<char32_t>(*rune) : char32_t{0xFFFD});
            x.val = constant::Value::ofString(text);
            ok = true;
        }
        if (!ok && isInteger(x.type) && isInteger(T)) {
            errorf(x, "InvalidConversion", "constant {} overflows {}", x.val.toString(), str(T));
            x.mode = Mode::Invalid;
            return;
        }
    } else if (convertibleTo(x, T, &cause)) {
        ok = true;
        markBoxed(isUntyped(x.type) ? defaultType(x.type) : x.type, T);
        x.mode = Mode::Value;
    }
    if (!ok) {
        if (!cause.empty())
            errorf(x, "InvalidConversion", "cannot convert {} to type {}: {}", str(x), str(T), cause);
        else
            errorf(x, "InvalidConversion", "cannot convert {} to type {}", str(x), str(T));
        x.mode = Mode::Invalid;
        return;
    }
    if (isUntyped(x.type)) {
        const Type* final = T;
        if (isBasicKind(x.type, BasicKind::UntypedNil)) {
            // nil takes the type it is converted to
        } else if (isInterface(T) || (constArg && !isConstType(T)))
            final = defaultType(x.type);
        else if (x.isConstant() && isInteger(x.type) && isString(T))
            final = x.type;
        updateExprType(x.expr, final, true);
    }
    x.type = T;
}

bool Checker::convertibleTo(const Operand& x, const Type* T, std::string* cause) {
    if (assignableTo(x, T, cause))
        return true;
    const Type* V = x.type;
    const Type* Vu = V->underlying();
    const Type* Tu = T->underlying();
    if (identicalIgnoreTags(Vu, Tu))
        return true;
    const auto *vp = exactly<Pointer>(V), *tp = exactly<Pointer>(T);
    if (vp && tp && identicalIgnoreTags(vp->base()->underlying(), tp->base()->underlying()))
        return true;
    if ((isInteger(Vu) || isFloat(Vu)) && (isInteger(Tu) || isFloat(Tu)))
        return true;
    if ((isInteger(Vu) || isBytesOrRunes(Vu)) && isString(Tu))
        return true;
    if (isString(Vu) && isBytesOrRunes(Tu))
        return true;
    const auto addressLike = [](const Type* t) { return exactly<Pointer>(t) || isBasicKind(t, BasicKind::Uintptr); };
    if ((addressLike(Vu) && isBasicKind(Tu, BasicKind::UnsafePointer)) ||
        (isBasicKind(Vu, BasicKind::UnsafePointer) && addressLike(Tu)))
        return true;
    if (const auto* s = exactly<Slice>(Vu)) {
        const auto* a = exactly<Array>(Tu);
        if (const auto* p = exactly<Pointer>(Tu))
            a = types::as<Array>(p->base());
        if (!a || !identical(s->elem(), a->elem()))
            return false;
        if (exactly<Array>(Tu) && !allowVersion(profile::Language::Go1_20)) {
            if (cause)
                *cause = fmt::format("conversion of slice to array {}", requiresVersion(profile::Language::Go1_20));
            return false;
        }
        return true;
    }
    return false;
}

bool Checker::assignableTo(const Operand& x, const Type* T, std::string* cause) {
    if (!x.valid() || !isValid(T) || !isValid(x.type))
        return true;
    const Type* V = x.type;
    if (identical(V, T))
        return true;
    const Type* Vu = V->underlying();
    const Type* Tu = T->underlying();
    if (isUntyped(Vu)) {
        std::optional<constant::Value> value;
        std::string_view code;
        return implicitType(x, T, value, code) != nullptr;
    }
    if (identical(Vu, Tu) && (!isNamed(V) || !isNamed(T)))
        return true;
    if (exactly<Interface>(Tu) || isInterfacePointer(Tu))
        return implementsType(V, T, cause);
    if (exactly<Interface>(Vu) && implementsType(T, V, nullptr)) {
        if (cause)
            *cause = "need type assertion";
        return false;
    }
    const auto *vc = exactly<Chan>(Vu), *tc = exactly<Chan>(Tu);
    if (vc && tc && vc->dir() == ChanDir::SendRecv && identical(vc->elem(), tc->elem()))
        return !isNamed(V) || !isNamed(T);
    return false;
}

bool Checker::implementsType(const Type* V, const Type* T, std::string* cause) {
    const Type* Vu = V->underlying();
    const Type* Tu = T->underlying();
    if (!isValid(Vu) || !isValid(Tu))
        return true;
    if (const auto* p = exactly<Pointer>(Vu); p && !isValid(p->base()->underlying()))
        return true;
    const auto* Ti = exactly<Interface>(Tu);
    if (!Ti) {
        if (cause) {
            const std::string detail = isInterfacePointer(Tu)
                                           ? fmt::format("type {} is pointer to interface, not interface", str(T))
                                           : fmt::format("{} is not an interface", str(T));
            *cause = fmt::format("{} does not implement {} ({})", str(V), str(T), detail);
        }
        return false;
    }
    if (Ti->empty())
        return true;
    std::string why;
    if (missingMethodCause(V, Ti, true, cause ? &why : nullptr)) {
        if (cause) {
            if (isInterfacePointer(V) && why.starts_with("(missing"))
                why = fmt::format("(type {} is pointer to interface, not interface)", str(V));
            *cause = fmt::format("{} does not implement {} {}", str(V), str(T), why);
        }
        return false;
    }
    if (Ti->isComparable() && !comparable(V)) {
        if (cause)
            *cause = fmt::format("{} does not implement comparable", str(V));
        return false;
    }
    return true;
}

namespace {

bool hasInvalidEmbedded(const Type* t, int depth) {
    const auto* p = types::as<Pointer>(t);
    const auto* s = types::as<Struct>(p ? p->base() : t);
    if (!s || depth > 20)
        return false;
    for (const Var* f : s->fields()) {
        if (f->embedded && (!isValid(f->type()) || hasInvalidEmbedded(f->type(), depth + 1)))
            return true;
    }
    return false;
}

} // namespace

// The first method of T that V lacks. isStatic: an interface V must have the method itself; otherwise (type
// assertions) a value in it may have it.
const Func* Checker::missingMethodCause(const Type* V, const Interface* T, bool isStatic, std::string* cause) {
    if (!T || !isValid(V))
        return nullptr;
    const bool fromInterface = isInterface(V);
    for (const Func* m : T->methods()) {
        LookupResult r = lookupFieldOrMethod(V, false, m->pkg(), m->name());
        if (fromInterface && !r.obj && !isStatic)
            continue;
        auto* f = object<Func>(r.obj);
        if (f) {
            resolve(f);
            if (identical(f->type(), m->type()))
                continue;
        }
        if (hasInvalidEmbedded(V, 0))
            return nullptr;
        if (!cause)
            return m;
        const std::string& name = m->name();
        if (f) {
            std::string have = funcString(f, false), want = funcString(m, false);
            if (have == want) {
                have = funcString(f, true);
                want = funcString(m, true);
            }
            *cause = have == want
                         ? fmt::format("(wrong type for method {})", name)
                         : fmt::format("(wrong type for method {})\n\t\thave {}\n\t\twant {}", name, have, want);
        } else if (r.obj)
            *cause = fmt::format("({}.{} is a field, not a method)", str(V), name);
        else if (!r.index.empty())
            *cause = fmt::format("(ambiguous selector {}.{})", str(V), name);
        else if (r.indirect)
            *cause = fmt::format("(method {} has pointer receiver)", name);
        else {
            auto* other =
                fromInterface ? nullptr : object<Func>(lookupFieldOrMethod(V, false, m->pkg(), name, true).obj);
            if (other)
                resolve(other);
            if (other && other->name() == name)
                *cause = fmt::format("(unexported method {})", name);
            else if (other)
                *cause = fmt::format("(missing method {})\n\t\thave {}\n\t\twant {}", name, funcString(other, false),
                                     funcString(m, false));
            else
                *cause = fmt::format("(missing method {})", name);
        }
        return m;
    }
    return nullptr;
}

} // namespace unwind::types
