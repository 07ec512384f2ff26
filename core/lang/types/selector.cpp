// Selectors: pkg.Name, x.f, x.m, T.m. Counterpart: types2's call.go.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {

bool equalFold(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

} // namespace

// pkg.Name. Returns false after a fault.
bool Checker::qualifiedIdent(Operand& x, const SelectorExpr* e, PkgName* name) {
    recordUse(static_cast<const Ident*>(e->x), name);
    name->used = true;
    Package* pkg = name->imported();
    const std::string_view sel = e->sel->name;
    Object* obj = pkg->scope().lookup(sel);
    if (!obj) {
        if (sel == "_")
            return false;
        const auto& all = pkg->scope().objects();
        const auto other = std::find_if(all.begin(), all.end(),
                                        [&](const Object* o) { return o->exported() && equalFold(o->name(), sel); });
        if (other != all.end())
            errorf(e->sel, "UndeclaredImportedName", "undefined: {} (but have {})", str(e), (*other)->name());
        else
            errorf(e->sel, "UndeclaredImportedName", "undefined: {}", str(e));
        return false;
    }
    if (!obj->exported())
        errorf(e->sel, "UnexportedName", "name {} not exported by package {}", sel, pkg->name());
    if (const std::string added = laterRelease(*obj); !added.empty()) {
        errorf(e->sel, "UndeclaredImportedName", "undefined: {}{}", str(e), added);
        return false;
    }
    recordUse(e->sel, obj);
    resolve(obj);
    addUse(obj);
    x.type = obj->type();
    switch (obj->kind()) {
    case ObjectKind::Const:
        x.mode = Mode::Constant;
        x.val = static_cast<ConstObj*>(obj)->value();
        break;
    case ObjectKind::TypeName: x.mode = Mode::TypExpr; break;
    case ObjectKind::Var: x.mode = Mode::Variable; break;
    case ObjectKind::Func: x.mode = Mode::Value; break;
    case ObjectKind::Builtin:
        x.mode = Mode::Builtin;
        x.id = static_cast<Builtin*>(obj)->id();
        x.type = invalidType();
        break;
    default: return false;
    }
    return x.mode == Mode::Builtin || (x.type && isValid(x.type));
}

void Checker::selector(Operand& x, const SelectorExpr* e, TypeName* def, bool wantType) {
    x.mode = Mode::Invalid;
    if (const auto* id = dynCast<Ident>(e->x)) {
        if (auto* name = object<PkgName>(lookup(id->name))) {
            if (!qualifiedIdent(x, e, name))
                x.mode = Mode::Invalid;
            x.expr = e;
            return;
        }
    }
    exprOrType(x, e->x);
    if (x.mode == Mode::TypExpr && def && def->type() == x.type) {
        cycleError({def}, 0);
        x.mode = Mode::Invalid;
    } else if (x.mode == Mode::Builtin) {
        errorf(e->pos, "UncalledBuiltin", "invalid use of {} in selector expression", str(x));
        x.mode = Mode::Invalid;
    } else if (x.valid() && wantType) {
        errorf(e->sel, "NotAType", "{} is not a type", str(e));
        x.mode = Mode::Invalid;
    }
    if (!x.valid() || !isValid(x.type)) {
        x.mode = Mode::Invalid;
        x.expr = e;
        return;
    }
    LookupResult r = lookupFieldOrMethod(x.type, x.mode == Mode::Variable, m_pkg, e->sel->name);
    if (!r.obj) {
        if (isValid(x.type->underlying()))
            selectorError(x, e, r);
        x.mode = Mode::Invalid;
    } else {
        if (r.obj->kind() == ObjectKind::Func)
            resolve(r.obj);
        const std::string added = laterRelease(*r.obj, x.type);
        if (!added.empty())
            errorf(e->sel, "MissingFieldOrMethod", "{}.{} undefined ({}){}", str(x.expr), e->sel->name,
                   lookupError(x.type, e->sel->name, nullptr, false), added);
        if (!added.empty() || !isValid(r.obj->type()))
            x.mode = Mode::Invalid;
        else if (x.mode == Mode::TypExpr)
            methodExpr(x, e, r);
        else
            selectMember(x, e, r);
    }
    x.expr = e;
}

void Checker::selectorError(const Operand& x, const SelectorExpr* e, const LookupResult& r) {
    const std::string_view sel = e->sel->name;
    const std::string T = str(x.type);
    if (!r.index.empty()) {
        errorf(e->sel, "AmbiguousSelector", "ambiguous selector {}.{}", str(x.expr), sel);
        return;
    }
    if (r.indirect) {
        if (x.mode == Mode::TypExpr)
            errorf(e->sel, "InvalidMethodExpr", "invalid method expression {}.{} (needs pointer receiver (*{}).{})", T,
                   sel, T, sel);
        else
            errorf(e->sel, "InvalidMethodExpr", "cannot call pointer method {} on {}", sel, T);
        return;
    }
    std::string why;
    const auto* p = types::as<Pointer>(x.type);
    if (p && isInterface(p->base()))
        why = fmt::format("type {} is pointer to interface, not interface", T);
    else {
        const LookupResult alt = lookupFieldOrMethod(x.type, x.mode == Mode::Variable, m_pkg, sel, true);
        why = lookupError(x.type, sel, alt.obj, false);
    }
    errorf(e->sel, "MissingFieldOrMethod", "{}.{} undefined ({})", str(x.expr), sel, why);
}

void Checker::methodExpr(Operand& x, const SelectorExpr* e, LookupResult& r) {
    auto* m = object<Func>(r.obj);
    const std::string_view sel = e->sel->name;
    if (!m) {
        errorf(e->sel, "MissingFieldOrMethod", "{}.{} undefined (type {} has no method {})", str(x.expr), sel,
               str(x.type), sel);
        x.mode = Mode::Invalid;
        return;
    }
    recordSelection(e, SelectionKind::MethodExpr, x.type, r);
    const Signature* sig = m->signature();
    if (!sig->recv()) {
        errorf(e, "InvalidDeclCycle", "illegal cycle in method declaration");
        x.mode = Mode::Invalid;
        return;
    }
    std::vector<Var*> params = sig->params()->vars();
    std::string name;
    if (!params.empty() && !params[0]->name().empty())
        name = sig->recv()->name().empty() ? "_" : sig->recv()->name();
    params.insert(params.begin(), newVar(sig->recv()->pos(), name, x.type));
    auto* full = make<Signature>();
    full->m_params = make<Tuple>(std::move(params));
    full->m_results = sig->results();
    full->m_variadic = sig->variadic();
    x.mode = Mode::Value;
    x.type = full;
    addDeclDep(m);
}

void Checker::selectMember(Operand& x, const SelectorExpr* e, LookupResult& r) {
    if (auto* f = object<Var>(r.obj)) {
        recordSelection(e, SelectionKind::FieldVal, x.type, r);
        x.mode = x.mode == Mode::Variable || r.indirect ? Mode::Variable : Mode::Value;
        x.type = f->type();
        return;
    }
    auto* m = object<Func>(r.obj);
    if (m->hasPointerRecv() && !r.indirect && x.mode == Mode::Variable)
        markAddressTaken(e->x);
    recordSelection(e, SelectionKind::MethodVal, x.type, r);
    auto* plain = make<Signature>(*m->signature());
    plain->m_recv = nullptr;
    x.mode = Mode::Value;
    x.type = plain;
    addDeclDep(m);
}

} // namespace unwind::types
