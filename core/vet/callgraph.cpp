#include "vet/callgraph.h"

#include "lang/syntax/walk.h"
#include "lang/types/scope.h"

#include <algorithm>

namespace unwind::vet {

using namespace syntax;
using types::object;

bool Function::isCalled(How how) const {
    return std::any_of(callers.begin(), callers.end(), [&](const CallSite* site) { return site->how == how; });
}

CallGraph::CallGraph(const types::Info& info, const types::Package& package, const std::vector<const File*>& files)
    : m_info(info), m_package(package) {
    Function* initializers = add(nullptr, nullptr, nullptr, nullptr);
    initializers->name = "package initialization";
    for (const File* file : files)
        for (const Decl* decl : file->decls) {
            const auto* func = dynCast<FuncDecl>(decl);
            if (!func) {
                walk(*decl, *initializers);
                continue;
            }
            const types::FuncInfo* facts = info.func(*func);
            if (!func->body || !facts) continue;
            Function* f = add(func, func->body, facts, nullptr);
            f->name = facts->object->fullName();
            f->name.erase(0, package.path().size() + 1);
            f->escapes = package.name() != "main" && facts->object->exported();
            m_bodies[facts->object] = f;
            walk(*func->body, *f);
        }
    resolve();
}

Function* CallGraph::add(const Node* node, const BlockStmt* body, const types::FuncInfo* info, Function* outer) {
    Function& f = m_functions.emplace_back();
    f.node = node;
    f.body = body;
    f.info = info;
    f.outer = outer;
    return &f;
}

void CallGraph::addLiteral(const FuncLit& literal, Function& in, bool escapes, CallSite* site) {
    Function* f = add(&literal, literal.body, m_info.func(literal), &in);
    f->escapes = escapes;
    if (site) site->callee = f;
    walk(*literal.body, *f);
}

void CallGraph::walkChildren(const Node& node, Function& in, bool isOperand) {
    forEachChild(node, [&](const Node& child) { walk(child, in, isOperand); });
}

void CallGraph::walk(const Node& node, Function& in, bool isOperand) {
    switch (node.kind) {
    case Kind::FuncLit: return addLiteral(as<FuncLit>(node), in, true);
    case Kind::CallExpr: return call(as<CallExpr>(node), How::Call, nullptr, in, isOperand);
    case Kind::DeferStmt:
    case Kind::GoStmt: {
        const bool defers = node.kind == Kind::DeferStmt;
        const Expr* expr = unparen(defers ? as<DeferStmt>(node).call : as<GoStmt>(node).call);
        return call(as<CallExpr>(*expr), defers ? How::Defer : How::Go, &as<Stmt>(node), in, false);
    }
    case Kind::Ident:
        if (const types::Object* used = m_info.use(as<Ident>(node))) m_values.insert(used);
        return;
    case Kind::AssignStmt: {
        const auto& assign = as<AssignStmt>(node);
        if (!assign.define || assign.lhs.size() != assign.rhs.size()) break;
        for (size_t i = 0; i < assign.lhs.size(); ++i) bind(*assign.lhs[i], *assign.rhs[i], in);
        return;
    }
    case Kind::VarSpec: {
        const auto& spec = as<VarSpec>(node);
        if (spec.names.size() != spec.values.size()) break;
        for (size_t i = 0; i < spec.names.size(); ++i) bind(*spec.names[i], *spec.values[i], in);
        return;
    }
    default: break;
    }
    walkChildren(node, in, isOperand);
}

void CallGraph::bind(const Expr& lhs, const Expr& rhs, Function& in) {
    const auto* literal = dynCast<FuncLit>(unparen(&rhs));
    const auto* id = dynCast<Ident>(&lhs);
    const auto* var = id ? object<types::Var>(m_info.def(*id)) : nullptr;
    if (!literal || !var || var->reassigned || var->addressTaken) return walk(rhs, in);
    Function* f = add(literal, literal->body, m_info.func(*literal), &in);
    m_bodies[var] = f;
    walk(*literal->body, *f);
}

void CallGraph::call(const CallExpr& expr, How how, const Stmt* stmt, Function& in, bool isOperand) {
    CallSite& site = m_sites.emplace_back();
    site.call = &expr;
    site.how = how;
    site.stmt = stmt;
    site.isOperand = isOperand;
    site.caller = &in;
    in.calls.push_back(&site);
    const Expr* fun = unparen(expr.fun);
    if (const auto* id = dynCast<Ident>(fun)) {
        site.target = m_info.use(*id);
    } else if (const auto* selector = dynCast<SelectorExpr>(fun)) {
        const types::Selection* selection = m_info.selection(*selector);
        site.target = selection ? selection->obj : m_info.use(*selector->sel);
        walk(*selector->x, in, isOperand || how != How::Call);
    } else if (const auto* literal = dynCast<FuncLit>(fun)) {
        addLiteral(*literal, in, false, &site);
    } else {
        walk(*fun, in, isOperand || how != How::Call);
    }
    for (const Expr* arg : expr.args) walk(*arg, in, isOperand || how != How::Call);
}

void CallGraph::resolve() {
    for (auto& [object, body] : m_bodies)
        if (m_values.contains(object)) body->escapes = true;
    for (CallSite& site : m_sites) {
        if (const auto body = m_bodies.find(site.target); body != m_bodies.end()) site.callee = body->second;
        if (site.callee) site.callee->callers.push_back(&site);
        const types::Func* func = calledFunc(site);
        if (func && site.how == How::Defer && !site.callee) m_deferredMethods.insert(func->name());
    }
}

bool CallGraph::mayBeDeferred(const Function& f) const {
    if (f.escapes || f.isCalled(How::Defer)) return true;
    const types::Func* func = f.info ? f.info->object : nullptr;
    return func && func->signature()->recv() && m_deferredMethods.contains(func->name());
}

std::vector<const Function*> CallGraph::entries() const {
    std::vector<const Function*> list;
    for (const Function& f : m_functions) {
        const bool starts = f.name == "main" || f.name == "init";
        if (!f.node || (m_package.name() == "main" && starts)) list.push_back(&f);
    }
    return list;
}

const types::Func* calledFunc(const CallSite& site) { return object<types::Func>(site.target); }

bool isBuiltin(const CallSite& site, types::BuiltinId id) {
    const auto* builtin = object<types::Builtin>(site.target);
    return builtin && builtin->id() == id;
}

bool isCallOf(const CallSite& site, std::string_view package, std::initializer_list<std::string_view> names) {
    const types::Func* func = calledFunc(site);
    return func && func->pkg() && func->pkg()->path() == package && std::find(names.begin(), names.end(), func->name()) != names.end();
}

} // namespace unwind::vet
