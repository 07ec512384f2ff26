// Writing down what was found: Info's tables, the settling of untyped types, what functions use and capture.
// Counterpart: types2's recording.go and updateExprType.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {
constexpr uint8_t kPending = 1;  // untyped so far, its context may still give it a type
constexpr uint8_t kShiftLhs = 2; // left operand of a non-constant shift: its type must become an integer type
} // namespace

void Checker::ensure(uint32_t id) {
    Info& info = m_program.m_info;
    if (id < info.types.size())
        return;
    const size_t size = std::max<size_t>(id + 1, info.types.size() * 2);
    info.types.resize(size);
    info.defs.resize(size);
    info.uses.resize(size);
    info.links.resize(size);
    m_program.m_untyped.resize(size);
}

void Checker::recordTypeAndValue(const Expr* e, Mode mode, const Type* type, const constant::Value* value) {
    if (mode == Mode::Invalid)
        return;
    ensure(e->id);
    TypeAndValue& tv = m_program.m_info.types[e->id];
    tv.mode = mode;
    tv.type = type;
    if (mode != Mode::Constant)
        tv.value = nullptr;
    else if (tv.value != value)
        tv.value = value ? make<constant::Value>(*value) : nullptr;
    m_program.m_untyped[e->id] = 0;
}

void Checker::record(Operand& x) {
    const Type* type = x.type;
    if (x.mode == Mode::Invalid)
        type = invalidType();
    else if (x.mode == Mode::NoValue)
        type = make<Tuple>();
    if (x.mode == Mode::Invalid || !type)
        return;
    recordTypeAndValue(x.expr, x.mode, type, x.isConstant() ? &x.val : nullptr);
    if (isUntyped(type))
        m_program.m_untyped[x.expr->id] = kPending;
}

void Checker::recordDef(const Ident* id, Object* obj) {
    ensure(id->id);
    m_program.m_info.defs[id->id] = obj;
}

void Checker::recordUse(const Ident* id, Object* obj) {
    ensure(id->id);
    m_program.m_info.uses[id->id] = obj;
}

void Checker::recordLink(const Node* n, const void* what) {
    ensure(n->id);
    m_program.m_info.links[n->id] = what;
}

void Checker::recordSelection(const SelectorExpr* e, SelectionKind kind, const Type* recv, LookupResult& r) {
    recordUse(e->sel, r.obj);
    recordLink(e, make<Selection>(Selection{kind, recv, r.obj, r.index, r.indirect}));
}

void Checker::recordCommaOkTypes(const Expr* e, const Type* value, const Type* ok) {
    const auto* pair = make<Tuple>(std::vector<Var*>{newVar(e->start, "", value), newVar(e->start, "", ok)});
    for (;;) {
        ensure(e->id);
        m_program.m_info.types[e->id].type = pair;
        const auto* paren = dynCast<ParenExpr>(e);
        if (!paren)
            return;
        e = paren->x;
    }
}

void Checker::recordBuiltinType(const Expr* fun, const Type* sig) {
    recordTypeAndValue(fun, Mode::Builtin, sig, nullptr);
    while (const auto* paren = dynCast<ParenExpr>(fun)) {
        fun = paren->x;
        recordTypeAndValue(fun, Mode::Builtin, sig, nullptr);
    }
}

void Checker::updateExprVal(const Expr* e, const constant::Value& value) {
    if (e->id < m_program.m_untyped.size() && (m_program.m_untyped[e->id] & kPending)) {
        TypeAndValue& tv = m_program.m_info.types[e->id];
        tv.value = tv.mode == Mode::Constant ? make<constant::Value>(value) : nullptr;
    }
}

// The type an untyped expression gets from its context goes down to the operands it came from. Operands of a
// constant keep their own types: only the constant itself is ever materialized.
void Checker::updateExprType(const Expr* e, const Type* type, bool final) {
    if (e->id >= m_program.m_untyped.size() || !(m_program.m_untyped[e->id] & kPending))
        return;
    const TypeAndValue old = m_program.m_info.types[e->id];
    if (const auto* paren = dynCast<ParenExpr>(e))
        updateExprType(paren->x, type, final);
    else if (const auto* unary = dynCast<UnaryExpr>(e)) {
        if (!old.value)
            updateExprType(unary->x, type, final);
    } else if (const auto* binary = dynCast<BinaryExpr>(e); binary && !old.value && !isComparison(binary->op)) {
        updateExprType(binary->x, type, final);
        if (binary->op != Op::Shl && binary->op != Op::Shr)
            updateExprType(binary->y, type, final);
    }
    if (!final && isUntyped(type)) {
        m_program.m_info.types[e->id].type = type->underlying();
        return;
    }
    const bool shiftLhs = m_program.m_untyped[e->id] & kShiftLhs;
    m_program.m_untyped[e->id] = 0;
    if (shiftLhs && !isInteger(type)) {
        errorf(e, "InvalidShiftOperand", "invalid operation: shifted operand {} (type {}) must be integer", str(e),
               str(type));
        return;
    }
    if (old.value) {
        Operand c{old.mode, e, old.type, *old.value, {}};
        convertUntyped(c, type);
        if (!c.valid())
            return;
        recordTypeAndValue(e, old.mode, type, &c.val);
        return;
    }
    recordTypeAndValue(e, old.mode, type, old.value);
}

void Checker::markShiftLhs(const Expr* e) {
    if (e->id < m_program.m_untyped.size() && (m_program.m_untyped[e->id] & kPending))
        m_program.m_untyped[e->id] |= kShiftLhs;
}

void Checker::addDeclDep(Object* obj) {
    addUse(obj);
    if (!m_env.decl || !obj->m_declInfo || obj->m_pkg != m_pkg)
        return;
    if (m_env.decl->depSet.insert(obj).second)
        m_env.decl->deps.push_back(obj);
}

void Checker::addUse(Object* obj) {
    if (!m_env.decl || !m_env.decl->root || !obj->m_declInfo || obj->kind() == ObjectKind::Const)
        return;
    if (m_env.decl->useSet.insert(obj).second)
        m_env.decl->root->uses.push_back(obj);
}

void Checker::markBoxed(const Type* from, const Type* to) {
    if (!m_env.decl || !m_env.decl->root || !to || !isInterface(to) || isInterface(from) || isUntyped(from) ||
        !isValid(from))
        return;
    if (m_env.decl->useSet.insert(from).second)
        m_env.decl->root->boxed.push_back(from);
}

void Checker::markUsed(Var* v) {
    v->used = true;
    if (!v->owner || !m_env.func || v->owner == m_env.func)
        return;
    v->captured = true;
    for (FuncInfo* f = m_env.func; f && f != v->owner; f = f->outer) {
        if (std::find(f->captures.begin(), f->captures.end(), v) != f->captures.end())
            return;
        f->captures.push_back(v);
    }
}

// The variable that e is a part of, if e is addressed within it: v, v.f, v[i] of an array.
Var* Checker::rootVar(const Expr* e) const {
    for (;;) {
        e = unparen(e);
        if (const auto* id = dynCast<Ident>(e))
            return object<Var>(m_program.m_info.objectOf(*id));
        if (const auto* sel = dynCast<SelectorExpr>(e)) {
            const Selection* s = m_program.m_info.selection(*sel);
            if (!s)
                return object<Var>(m_program.m_info.use(*sel->sel)); // pkg.Var
            if (s->indirect || types::as<Pointer>(s->recv))
                return nullptr;
            e = sel->x;
        } else if (const auto* index = dynCast<IndexExpr>(e)) {
            const Type* t = m_program.m_info.typeOf(*index->x);
            if (!t || !types::as<Array>(t))
                return nullptr;
            e = index->x;
        } else
            return nullptr;
    }
}

void Checker::markAddressTaken(const Expr* e) {
    if (Var* v = rootVar(e))
        v->addressTaken = true;
}

void Checker::markReassigned(const Expr* e) {
    if (Var* v = rootVar(e))
        v->reassigned = true;
}

/// A variable of a for clause: before Go 1.22 there was one for the whole loop, which each iteration assigns to.
void Checker::markPerLoop(Var* v) {
    v->perLoop = !m_pkg->isStd() && m_program.m_rules.loopVariables == profile::LoopVariables::PerLoop;
    v->reassigned |= v->perLoop;
}

Var* Checker::newVar(SourcePos pos, std::string_view name, const Type* type) {
    return make<Var>(pos, m_pkg, std::string(name), type);
}

const Builtin* Info::builtin(const CallExpr& call) const {
    const Expr* fun = unparen(call.fun);
    if (const auto* id = dynCast<Ident>(fun))
        return object<Builtin>(use(*id));
    if (const auto* sel = dynCast<SelectorExpr>(fun))
        return object<Builtin>(use(*sel->sel));
    return nullptr;
}

} // namespace unwind::types
