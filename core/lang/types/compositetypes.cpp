// Struct, interface and function types, receivers and parameters. Counterpart: types2's struct.go, interface.go,
// signature.go.
#include "lang/types/checkerimpl.h"

#include "lang/syntax/literal.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {

const Ident* embeddedName(const Expr* e) {
    e = unparen(e);
    if (const auto* star = dynCast<StarExpr>(e))
        e = unparen(star->x);
    if (const auto* sel = dynCast<SelectorExpr>(e))
        return sel->sel;
    if (const auto* index = dynCast<IndexExpr>(e))
        return embeddedName(index->x);
    return dynCast<Ident>(e);
}

} // namespace

void Checker::structType(Struct* s, const StructType* e) {
    std::unordered_map<std::string_view, const Var*> known;
    std::vector<Var*> fields;
    std::vector<std::string> tags;
    const Expr* previous = nullptr;
    const Type* type = nullptr;
    for (const Field* f : e->fields) {
        if (f->type != previous) {
            type = varType(f->type);
            previous = f->type;
        }
        const Ident* name = f->name ? f->name : embeddedName(f->type);
        if (!name)
            continue; // the parser has reported it
        Var* field = newVar(name->pos, name->name, type);
        field->isField = true;
        field->embedded = !f->name;
        if (!f->name)
            later([this, type, pos = f->type->start] { checkEmbedded(type, pos); });
        if (name->name != "_") {
            const auto [it, isNew] = known.emplace(name->name, field);
            if (!isNew) {
                report("DuplicateDecl",
                       {{name->pos, fmt::format("{} redeclared", name->name)}, otherDeclaration(it->second)});
                continue;
            }
        }
        recordDef(name, field);
        fields.push_back(field);
        if (f->tag && !f->tag->bad) {
            tags.resize(fields.size());
            tags.back() = stringValue(*f->tag);
        }
    }
    s->m_fields = std::move(fields);
    s->m_tags = std::move(tags);
}

void Checker::checkEmbedded(const Type* type, SourcePos pos) {
    bool isPointer = false;
    const Type* t = deref(type, &isPointer);
    const Type* u = t->underlying();
    if (const auto* b = exactly<Basic>(u); b && b->basic() == BasicKind::UnsafePointer)
        errorf(pos, "InvalidPtrEmbed", "embedded field type cannot be unsafe.Pointer");
    else if (exactly<Pointer>(u))
        errorf(pos, "InvalidPtrEmbed", "embedded field type cannot be a pointer");
    else if (exactly<Interface>(u) && isPointer)
        errorf(pos, "InvalidPtrEmbed", "embedded field type cannot be a pointer to an interface");
}

void Checker::interfaceType(Interface* t, const InterfaceType* e, TypeName* def) {
    const auto* named = def ? exactly<Named>(def->type()) : nullptr;
    for (const Field* f : e->methods) {
        if (!f->name) {
            const auto* unary = dynCast<UnaryExpr>(f->type);
            const auto* binary = dynCast<BinaryExpr>(f->type);
            if ((unary && unary->op == Op::Tilde) || (binary && binary->op == Op::Or)) {
                errorf(f->type, "Unsupported", "type constraint {}: type parameters are not supported yet",
                       str(f->type));
                continue;
            }
            t->m_embedded.push_back({typ(f->type), f->type->start});
            continue;
        }
        if (f->name->name == "_") {
            errorf(f->name, "BlankIfaceMethod", "methods must have a unique non-blank name");
            continue;
        }
        auto* sig = const_cast<Signature*>(exactly<Signature>(typ(f->type)));
        if (!sig)
            continue;
        sig->m_recv = newVar(f->name->pos, "", named ? static_cast<const Type*>(named) : t);
        auto* m = make<Func>(f->name->pos, m_pkg, std::string(f->name->name), sig);
        recordDef(f->name, m);
        t->m_explicit.push_back(m);
    }
    t->m_declared = true;
    std::stable_sort(t->m_explicit.begin(), t->m_explicit.end(), Object::lessThan);
    if (!t->m_explicit.empty() || !t->m_embedded.empty())
        later([this, t] { checkInterface(t); });
}

// Methods must be unique; an embedded interface may bring a method again if its type is the same.
void Checker::checkInterface(Interface* t) {
    struct Known {
        const Func* method;
        SourcePos pos;
    };
    std::vector<Known> known;
    const auto add = [&](const Func* m, SourcePos pos, bool isExplicit) {
        const auto other = std::find_if(known.begin(), known.end(),
                                        [&](const Known& k) { return k.method->sameId(m->pkg(), m->name()); });
        if (other == known.end()) {
            known.push_back({m, pos});
            return;
        }
        if (isExplicit || !identical(m->type(), other->method->type()))
            report("DuplicateDecl", {{pos, fmt::format("duplicate method {}", m->name())},
                                     {other->pos, fmt::format("other declaration of method {}", m->name())}});
    };
    for (const Func* m : t->m_explicit)
        add(m, m->pos(), true);
    for (const auto& embedded : t->m_embedded) {
        const auto* inner = types::as<Interface>(embedded.type);
        if (!inner) {
            if (isValid(embedded.type) && isValid(embedded.type->underlying()))
                errorf(embedded.pos, "Unsupported", "type constraint {}: type parameters are not supported yet",
                       str(embedded.type));
            continue;
        }
        for (const Func* m : inner->methods())
            add(m, embedded.pos, false);
    }
    t->methods();
}

void Checker::funcType(Signature* sig, const Field* recvField, const FuncType* e) {
    Scope* outer = std::exchange(m_env.scope, make<Scope>(m_env.scope, true));
    sig->m_scope = m_env.scope;
    Var* recv = recvField ? collectRecv(recvField) : nullptr;
    bool variadic = false;
    std::vector<Var*> params = collectParams(e->params, false, &variadic);
    std::vector<Var*> results = collectParams(e->results, true, nullptr);
    const auto declareFields = [&](const List<Field*>& list, const std::vector<Var*>& vars) {
        for (size_t i = 0; i < list.size() && i < vars.size(); ++i) {
            if (list[i]->name)
                declare(m_env.scope, list[i]->name, vars[i]);
        }
    };
    if (recv && recvField->name)
        declare(m_env.scope, recvField->name, recv);
    declareFields(e->params, params);
    declareFields(e->results, results);
    sig->m_recv = recv;
    sig->m_params = make<Tuple>(std::move(params));
    sig->m_results = make<Tuple>(std::move(results));
    sig->m_variadic = variadic;
    m_env.scope = outer;
}

Var* Checker::collectRecv(const Field* field) {
    const Type* type = varType(field->type);
    Var* recv = newVar(field->name ? field->name->pos : field->start, field->name ? field->name->name : "", type);
    recv->isParam = true;
    if (!field->name)
        recordLink(field, recv);
    const Expr* base = unparen(field->type);
    if (const auto* star = dynCast<StarExpr>(base))
        base = unparen(star->x);
    later([this, base, recv] { validRecv(base, recv); });
    return recv;
}

void Checker::validRecv(const Expr* at, const Var* recv) {
    const Type* t = deref(recv->type());
    if (!isValid(t))
        return;
    if (const auto* named = exactly<Named>(t)) {
        if (named->obj()->pkg() != m_pkg) {
            errorf(at, "InvalidRecv", "cannot define new methods on non-local type {}", str(t));
            return;
        }
        const Type* u = named->underlying();
        const auto* b = exactly<Basic>(u);
        if (b && b->basic() == BasicKind::UnsafePointer)
            errorf(at, "InvalidRecv", "invalid receiver type {} (unsafe.Pointer)", str(t));
        else if (exactly<Pointer>(u) || exactly<Interface>(u))
            errorf(at, "InvalidRecv", "invalid receiver type {} (pointer or interface type)", str(t));
    } else if (exactly<Basic>(t))
        errorf(at, "InvalidRecv", "cannot define new methods on non-local type {}", str(t));
    else
        errorf(at, "InvalidRecv", "invalid receiver type {}", str(recv->type()));
}

std::vector<Var*> Checker::collectParams(const List<Field*>& list, bool results, bool* variadic) {
    std::vector<Var*> vars;
    const Expr* previous = nullptr;
    const Type* type = nullptr;
    for (size_t i = 0; i < list.size(); ++i) {
        const Field* f = list[i];
        if (f->type != previous) {
            previous = f->type;
            const Expr* e = f->type;
            if (const auto* dots = dynCast<Ellipsis>(e)) {
                if (variadic && i + 1 == list.size() && dots->elt)
                    *variadic = true;
                else
                    errorf(dots, "InvalidSyntaxTree", "invalid use of ...");
                e = dots->elt;
            }
            type = e ? varType(e) : invalidType();
        }
        Var* v = newVar(f->name ? f->name->pos : f->start, f->name ? f->name->name : "", type);
        v->isParam = true;
        v->isResult = results;
        if (!f->name)
            recordLink(f, v);
        vars.push_back(v);
    }
    if (variadic && *variadic && !vars.empty()) {
        vars.back()->m_type = make<Slice>(vars.back()->type());
        recordTypeAndValue(list[list.size() - 1]->type, Mode::TypExpr, vars.back()->type(), nullptr);
    }
    return vars;
}

} // namespace unwind::types
