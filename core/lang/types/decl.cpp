// Declarations, resolved on demand: the first use of a package-level name checks its declaration. The names being
// checked form a path; meeting one of them again is a cycle, valid through types or functions, invalid otherwise.
// Counterpart: types2's decl.go.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {
constexpr uint8_t kWhite = 0; // nobody has looked
constexpr uint8_t kBlack = 1; // done
constexpr uint8_t kGrey = 2;  // on the path
} // namespace

void Checker::resolve(Object* obj) {
    if (obj->m_color != kWhite || !obj->m_declInfo)
        return;
    Checker* owner = obj->m_pkg->m_checker;
    ++owner->m_depth;
    owner->objDecl(obj);
    if (--owner->m_depth == 0)
        owner->processDelayed(0);
}

void Checker::processDelayed(size_t top) {
    for (size_t i = top; i < m_delayed.size(); ++i) {
        const auto action = std::move(m_delayed[i]);
        action();
    }
    m_delayed.resize(top);
}

void Checker::declare(Scope* scope, const Ident* id, Object* obj) {
    if (obj->name() != "_") {
        if (const Object* other = scope->insert(obj)) {
            report("DuplicateDecl",
                   {{obj->pos(), fmt::format("{} redeclared in this block", obj->name())}, otherDeclaration(other)});
            return;
        }
        auto* v = object<Var>(obj);
        if (v && m_env.func && scope != &m_pkg->m_scope && !v->isParam) {
            v->owner = m_env.func;
            m_env.func->locals.push_back(v);
        }
    }
    if (id)
        recordDef(id, obj);
}

void Checker::objDecl(Object* obj) {
    if (obj->m_color == kBlack)
        return;
    if (obj->m_color == kGrey) {
        const bool valid = validCycle(obj);
        if (obj->kind() != ObjectKind::Func && (!valid || !obj->m_type))
            obj->m_type = invalidType();
        return;
    }
    DeclInfo* info = obj->m_declInfo;
    if (!info)
        return;
    obj->m_color = kGrey;
    obj->m_pathIndex = static_cast<uint32_t>(m_objPath.size());
    m_objPath.push_back(obj);
    Environment saved = std::exchange(m_env, Environment{});
    m_env.scope = info->file;
    switch (obj->kind()) {
    case ObjectKind::Const:
        m_env.decl = info;
        constDecl(static_cast<ConstObj*>(obj), info->vtyp, info->init, info->inherited, info->iota);
        break;
    case ObjectKind::Var:
        m_env.decl = info;
        if (!info->root) {
            info->root = make<FuncInfo>();
            info->root->node = info->init;
        }
        m_env.func = info->root;
        varDecl(static_cast<Var*>(obj), info->lhs, info->vtyp, info->init);
        break;
    case ObjectKind::TypeName:
        typeDecl(static_cast<TypeName*>(obj), info->tdecl);
        collectMethods(static_cast<TypeName*>(obj));
        break;
    default: funcDecl(static_cast<Func*>(obj), info); break;
    }
    m_env = std::move(saved);
    m_objPath.pop_back();
    obj->m_color = kBlack;
}

bool Checker::validCycle(Object* obj) {
    const std::vector<Object*> cycle(m_objPath.begin() + obj->m_pathIndex, m_objPath.end());
    size_t values = 0, definitions = 0;
    for (const Object* each : cycle) {
        if (each->kind() == ObjectKind::Const || each->kind() == ObjectKind::Var)
            ++values;
        else if (const auto* tname = object<TypeName>(each); tname && !tname->m_alias)
            ++definitions;
    }
    // A cycle of constants and variables alone is an initialization cycle, reported as such later.
    if (values == cycle.size() || (values == 0 && definitions > 0))
        return true;
    const auto first = std::min_element(cycle.begin(), cycle.end(),
                                        [](const Object* a, const Object* b) { return a->pos() < b->pos(); });
    cycleError(cycle, static_cast<size_t>(first - cycle.begin()));
    return false;
}

void Checker::cycleError(const std::vector<Object*>& cycle, size_t start) {
    const Object* obj = cycle[start];
    const bool isType = obj->kind() == ObjectKind::TypeName;
    if (cycle.size() == 1) {
        errorf(obj, "InvalidDeclCycle", "{}: {} refers to itself",
               isType ? "invalid recursive type" : "invalid cycle in declaration", qualified(obj));
        return;
    }
    std::vector<ErrorDesc> lines;
    lines.push_back(
        {obj->pos(),
         fmt::format("{} {}", isType ? "invalid recursive type" : "invalid cycle in declaration of", qualified(obj))});
    for (size_t i = 0; i < cycle.size(); ++i) {
        const Object* next = cycle[(start + i + 1) % cycle.size()];
        lines.push_back({obj->pos(), fmt::format("{} refers to {}", qualified(obj), qualified(next))});
        obj = next;
    }
    report("InvalidDeclCycle", std::move(lines));
}

void Checker::constDecl(ConstObj* obj, const Expr* typ, const Expr* init, bool inherited, int64_t iota) {
    const auto savedIota = std::exchange(m_env.iota, iota);
    const auto savedErrpos = std::exchange(m_env.errpos, SourcePos{});
    bool ok = true;
    if (typ) {
        const Type* t = this->typ(typ);
        if (!isConstType(t)) {
            if (isValid(t->underlying()))
                errorf(typ, "InvalidConstType", "invalid constant type {}", str(t));
            obj->m_type = invalidType();
            ok = false;
        } else
            obj->m_type = t;
    }
    if (ok) {
        Operand x;
        x.type = invalidType();
        if (init) {
            if (inherited)
                m_env.errpos = obj->pos();
            expr(x, init);
        }
        initConst(obj, x);
    }
    m_env.iota = savedIota;
    m_env.errpos = savedErrpos;
}

void Checker::varDecl(Var* obj, const std::vector<Var*>& lhs, const Expr* typ, const Expr* init) {
    if (typ)
        obj->m_type = varType(typ);
    if (!init) {
        if (!typ)
            obj->m_type = invalidType();
        return;
    }
    DeclInfo* info = obj->m_declInfo;
    if (m_lazy && typ && info) {
        info->initPending = true;
        for (Var* v : lhs)
            v->m_type = obj->m_type;
        return;
    }
    if (lhs.size() <= 1) {
        Operand x;
        expr(x, init);
        initVar(obj, x, "variable declaration");
        return;
    }
    if (typ) {
        for (Var* v : lhs)
            v->m_type = obj->m_type;
    }
    const Expr* one = init;
    auto* list = const_cast<Expr**>(&one);
    initVars(lhs, List<Expr*>(list, 1), nullptr);
}

void Checker::typeDecl(TypeName* obj, const TypeSpec* spec) {
    if (!spec->tparams.empty()) {
        errorf(spec->name, "Unsupported", "generic type {}: type parameters are not supported yet", obj->name());
        obj->m_type = invalidType();
        return;
    }
    later([this, obj] {
        if (const auto* named = exactly<Named>(obj->m_type)) {
            std::vector<Named*> path;
            validType(named, path);
        }
    });
    if (spec->isAlias) {
        obj->m_alias = true;
        const Type* rhs = typ(spec->type);
        obj->m_type = rhs;
        return;
    }
    auto* named = make<Named>(obj);
    obj->m_type = named;
    const Type* rhs = definedType(spec->type, obj);
    named->m_fromRhs = rhs;
    named->m_underlying = rhs;
}

// A type may not contain itself by value. path holds the types being looked into.
bool Checker::validType(const Type* t, std::vector<Named*>& path) {
    if (!t)
        return true;
    switch (t->kind()) {
    case Kind::Array: return validType(exactly<Array>(t)->elem(), path);
    case Kind::Struct: {
        const auto& fields = exactly<Struct>(t)->fields();
        return std::all_of(fields.begin(), fields.end(), [&](const Var* f) { return validType(f->type(), path); });
    }
    case Kind::Interface: {
        const auto& embedded = exactly<Interface>(t)->m_embedded;
        return std::all_of(embedded.begin(), embedded.end(), [&](const auto& e) { return validType(e.type, path); });
    }
    case Kind::Named: break;
    default: return true;
    }
    auto* named = const_cast<Named*>(exactly<Named>(t));
    if (named->m_valid || named->m_obj->m_pkg != m_pkg)
        return named->m_valid != 2;
    if (!isValid(named->underlying()) && !named->m_fromRhs)
        return false;
    const auto again = std::find(path.begin(), path.end(), named);
    if (again != path.end()) {
        std::vector<Object*> cycle;
        for (auto it = again; it != path.end(); ++it) {
            (*it)->m_valid = 2;
            cycle.push_back((*it)->m_obj);
        }
        named->m_underlying = invalidType();
        cycleError(cycle, 0);
        return false;
    }
    path.push_back(named);
    const bool valid = validType(named->m_fromRhs, path);
    path.pop_back();
    if (!named->m_valid)
        named->m_valid = valid ? 1 : 2;
    return valid;
}

void Checker::collectMethods(TypeName* obj) {
    const auto it = m_methods.find(obj);
    if (it == m_methods.end())
        return;
    const std::vector<Func*> methods = std::move(it->second);
    m_methods.erase(it);
    auto* base = const_cast<Named*>(exactly<Named>(obj->type()));
    if (base)
        later([this, base] { checkFieldUniqueness(base); });
    std::vector<Func*> known;
    for (Func* m : methods) {
        const auto other =
            std::find_if(known.begin(), known.end(), [&](const Func* o) { return o->name() == m->name(); });
        if (other != known.end()) {
            errorf(m, "DuplicateMethod", "method {}.{} already declared at {}", obj->name(), m->name(),
                   placeOf((*other)->pos()));
            continue;
        }
        known.push_back(m);
        if (base)
            base->m_methods.push_back(m);
    }
}

void Checker::checkFieldUniqueness(const Named* base) {
    const auto* s = types::as<Struct>(base);
    if (!s)
        return;
    for (const Var* f : s->fields()) {
        if (f->name() == "_")
            continue;
        for (const Func* m : base->methods()) {
            if (m->name() == f->name())
                report("DuplicateFieldAndMethod",
                       {{m->pos(), fmt::format("field and method with the same name {}", f->name())},
                        otherDeclaration(f)});
        }
    }
}

void Checker::funcDecl(Func* obj, DeclInfo* info) {
    const FuncDecl* decl = info->fdecl;
    const auto* recvBase = decl->recv ? unparen(decl->recv->type) : nullptr;
    if (const auto* star = dynCast<StarExpr>(recvBase))
        recvBase = unparen(star->x);
    if (!decl->tparams.empty() || dynCast<IndexExpr>(recvBase)) {
        if (!decl->tparams.empty())
            errorf(decl->name, "Unsupported", "generic function {}: type parameters are not supported yet",
                   obj->name());
        obj->m_type = invalidType();
        info->bodyChecked = true;
        return;
    }
    auto* sig = make<Signature>();
    sig->m_params = sig->m_results = make<Tuple>();
    obj->m_type = sig;
    const uint8_t color =
        std::exchange(obj->m_color, kBlack); // a function may mention itself in its signature's constants
    funcType(sig, decl->recv, decl->type);
    obj->m_color = color;
    if (!decl->body || m_lazy)
        return;
    later([this, obj] { body(obj); });
}

const FuncInfo* Checker::body(Func* func) {
    resolve(func);
    DeclInfo* info = func->m_declInfo;
    if (!info || !info->fdecl || !info->fdecl->body || !exactly<Signature>(func->m_type))
        return func->m_info;
    if (info->bodyChecked)
        return func->m_info;
    info->bodyChecked = true;
    auto* facts = make<FuncInfo>();
    facts->node = info->fdecl;
    facts->object = func;
    func->m_info = facts;
    info->root = facts;
    recordLink(info->fdecl, facts);
    ++m_depth;
    Environment saved = std::exchange(m_env, Environment{});
    m_env.scope = info->file;
    funcBody(facts, info, func->signature(), info->fdecl->body, std::nullopt);
    m_env = std::move(saved);
    if (--m_depth == 0)
        processDelayed(0);
    return facts;
}

const FuncInfo* Checker::initializer(Var* var) {
    resolve(var);
    DeclInfo* info = var->m_declInfo;
    if (!info || !info->init)
        return nullptr;
    if (info->initPending) {
        info->initPending = false;
        ++m_depth;
        Environment saved = std::exchange(m_env, Environment{});
        m_env.scope = info->file;
        m_env.decl = info;
        m_env.func = info->root;
        if (info->lhs.size() <= 1) {
            Operand x;
            expr(x, info->init);
            initVar(var, x, "variable declaration");
        } else {
            auto* one = const_cast<Expr*>(info->init);
            initVars(info->lhs, List<Expr*>(&one, 1), nullptr);
        }
        m_env = std::move(saved);
        if (--m_depth == 0)
            processDelayed(0);
    }
    return info->root;
}

void Checker::declStmt(const GenDecl* decl) {
    for (const Spec* spec : decl->specs) {
        const size_t top = m_delayed.size();
        if (const auto* s = dynCast<ConstSpec>(spec)) {
            std::vector<ConstObj*> consts;
            for (size_t i = 0; i < s->names.size(); ++i) {
                auto* obj =
                    make<ConstObj>(s->names[i]->pos, m_pkg, std::string(s->names[i]->name), nullptr, constant::Value());
                consts.push_back(obj);
                constDecl(obj, s->type, i < s->values.size() ? s->values[i] : nullptr, s->inherited, s->iota);
            }
            arity(s->pos, s->names, s->values, true, s->inherited);
            processDelayed(top);
            for (size_t i = 0; i < consts.size(); ++i)
                declare(m_env.scope, s->names[i], consts[i]);
        } else if (const auto* s = dynCast<VarSpec>(spec)) {
            std::vector<Var*> vars;
            for (const Ident* name : s->names)
                vars.push_back(newVar(name->pos, name->name, nullptr));
            for (size_t i = 0; i < vars.size(); ++i) {
                const bool shared = s->values.size() == 1 && vars.size() > 1;
                const Expr* init = shared ? s->values[0] : i < s->values.size() ? s->values[i] : nullptr;
                varDecl(vars[i], shared ? vars : std::vector<Var*>{}, s->type, init);
                if (shared)
                    break;
            }
            if (!s->type || !s->values.empty())
                arity(s->pos, s->names, s->values, false, false);
            processDelayed(top);
            for (size_t i = 0; i < vars.size(); ++i)
                declare(m_env.scope, s->names[i], vars[i]);
        } else if (const auto* s = dynCast<TypeSpec>(spec)) {
            auto* obj = make<TypeName>(s->name->pos, m_pkg, std::string(s->name->name), nullptr);
            obj->m_localIndex = ++m_localTypes;
            declare(m_env.scope, s->name, obj);
            obj->m_color = kGrey;
            obj->m_pathIndex = static_cast<uint32_t>(m_objPath.size());
            m_objPath.push_back(obj);
            typeDecl(obj, s);
            m_objPath.pop_back();
            obj->m_color = kBlack;
        }
    }
}

} // namespace unwind::types
