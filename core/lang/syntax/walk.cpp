#include "lang/syntax/walk.h"

namespace unwind::syntax {
namespace {

/// Hands on those of its arguments that are there: nodes, lists of nodes.
class Visitor {
public:
    explicit Visitor(const std::function<void(const Node&)>& visit) : m_visit(visit) {}

    template <class... Parts>
    void operator()(const Parts&... parts) const
    {
        (part(parts), ...);
    }

private:
    void part(const Node* node) const
    {
        if (node)
            m_visit(*node);
    }
    template <class T>
    void part(List<T*> nodes) const
    {
        for (const T* node : nodes)
            part(node);
    }

    const std::function<void(const Node&)>& m_visit;
};

void visitExpr(const Node& node, const Visitor& visit)
{
    switch (node.kind) {
    case Kind::CompositeLit: return visit(as<CompositeLit>(node).type, as<CompositeLit>(node).elts);
    case Kind::FuncLit: return visit(as<FuncLit>(node).type, as<FuncLit>(node).body);
    case Kind::ParenExpr: return visit(as<ParenExpr>(node).x);
    case Kind::SelectorExpr: return visit(as<SelectorExpr>(node).x, as<SelectorExpr>(node).sel);
    case Kind::IndexExpr: return visit(as<IndexExpr>(node).x, as<IndexExpr>(node).indices);
    case Kind::SliceExpr: {
        const auto& slice = as<SliceExpr>(node);
        return visit(slice.x, slice.lo, slice.hi, slice.max);
    }
    case Kind::TypeAssertExpr: return visit(as<TypeAssertExpr>(node).x, as<TypeAssertExpr>(node).type);
    case Kind::CallExpr: return visit(as<CallExpr>(node).fun, as<CallExpr>(node).args);
    case Kind::StarExpr: return visit(as<StarExpr>(node).x);
    case Kind::UnaryExpr: return visit(as<UnaryExpr>(node).x);
    case Kind::BinaryExpr: return visit(as<BinaryExpr>(node).x, as<BinaryExpr>(node).y);
    case Kind::KeyValueExpr: return visit(as<KeyValueExpr>(node).key, as<KeyValueExpr>(node).value);
    case Kind::Ellipsis: return visit(as<Ellipsis>(node).elt);
    case Kind::ArrayType: return visit(as<ArrayType>(node).len, as<ArrayType>(node).elem);
    case Kind::StructType: return visit(as<StructType>(node).fields);
    case Kind::FuncType:
        return visit(as<FuncType>(node).params, as<FuncType>(node).results);
    case Kind::InterfaceType: return visit(as<InterfaceType>(node).methods);
    case Kind::MapType: return visit(as<MapType>(node).key, as<MapType>(node).value);
    case Kind::ChanType: return visit(as<ChanType>(node).elem);
    default: return;
    }
}

void visitDecl(const Node& node, const Visitor& visit)
{
    switch (node.kind) {
    case Kind::File:
        visit(as<File>(node).package);
        for (const Decl* decl : as<File>(node).decls)
            visit(decl);
        return;
    case Kind::ImportSpec: return visit(as<ImportSpec>(node).name, as<ImportSpec>(node).path);
    case Kind::ConstSpec: {
        const auto& spec = as<ConstSpec>(node);
        visit(spec.names);
        if (!spec.inherited)
            visit(spec.type, spec.values);
        return;
    }
    case Kind::TypeSpec: {
        const auto& spec = as<TypeSpec>(node);
        return visit(spec.name, spec.tparams, spec.type);
    }
    case Kind::VarSpec: return visit(as<VarSpec>(node).names, as<VarSpec>(node).type, as<VarSpec>(node).values);
    case Kind::GenDecl: return visit(as<GenDecl>(node).specs);
    case Kind::FuncDecl: {
        const auto& func = as<FuncDecl>(node);
        return visit(func.recv, func.name, func.tparams, func.type, func.body);
    }
    default: return;
    }
}

void visitStmt(const Node& node, const Visitor& visit)
{
    switch (node.kind) {
    case Kind::DeclStmt: return visit(as<DeclStmt>(node).decl);
    case Kind::LabeledStmt: return visit(as<LabeledStmt>(node).label, as<LabeledStmt>(node).stmt);
    case Kind::ExprStmt: return visit(as<ExprStmt>(node).x);
    case Kind::SendStmt: return visit(as<SendStmt>(node).chan, as<SendStmt>(node).value);
    case Kind::IncDecStmt: return visit(as<IncDecStmt>(node).x);
    case Kind::AssignStmt: return visit(as<AssignStmt>(node).lhs, as<AssignStmt>(node).rhs);
    case Kind::GoStmt: return visit(as<GoStmt>(node).call);
    case Kind::DeferStmt: return visit(as<DeferStmt>(node).call);
    case Kind::ReturnStmt: return visit(as<ReturnStmt>(node).results);
    case Kind::BranchStmt: return visit(as<BranchStmt>(node).label);
    case Kind::BlockStmt: return visit(as<BlockStmt>(node).stmts);
    case Kind::IfStmt: {
        const auto& stmt = as<IfStmt>(node);
        return visit(stmt.init, stmt.cond, stmt.body, stmt.orElse);
    }
    case Kind::CaseClause: return visit(as<CaseClause>(node).exprs, as<CaseClause>(node).body);
    case Kind::SwitchStmt: return visit(as<SwitchStmt>(node).init, as<SwitchStmt>(node).tag, as<SwitchStmt>(node).clauses);
    case Kind::TypeSwitchStmt: {
        const auto& stmt = as<TypeSwitchStmt>(node);
        return visit(stmt.init, stmt.lhs, stmt.guard, stmt.clauses);
    }
    case Kind::CommClause: return visit(as<CommClause>(node).comm, as<CommClause>(node).body);
    case Kind::SelectStmt: return visit(as<SelectStmt>(node).clauses);
    case Kind::ForStmt: {
        const auto& stmt = as<ForStmt>(node);
        return visit(stmt.init, stmt.cond, stmt.post, stmt.body);
    }
    case Kind::RangeStmt: {
        const auto& stmt = as<RangeStmt>(node);
        return visit(stmt.key, stmt.value, stmt.extra, stmt.x, stmt.body);
    }
    default: return;
    }
}

} // namespace

void forEachChild(const Node& node, const std::function<void(const Node&)>& function)
{
    const Visitor visit(function);
    if (isExpr(node))
        visitExpr(node, visit);
    else if (isStmt(node))
        visitStmt(node, visit);
    else if (node.kind != Kind::Field)
        visitDecl(node, visit);
    else if (const auto& field = as<Field>(node); field.typeFollows)
        visit(field.name);
    else
        visit(field.name, field.type, field.tag);
}

void inspect(const Node& node, const std::function<bool(const Node&)>& visit)
{
    if (visit(node))
        forEachChild(node, [&](const Node& child) { inspect(child, visit); });
}

} // namespace unwind::syntax
