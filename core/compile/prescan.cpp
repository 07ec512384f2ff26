// Finds local arrays that are indexed by variables before the function is compiled: registers can not be indexed, so
// such arrays live in heap cells. Functions without local arrays are not looked at.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/syntax/walk.h"

namespace unwind::compile {

namespace {

bool containsArray(GoType t)
{
    GoType u = t->underlying();
    if (u->kind() == types::Kind::Array)
        return true;
    const auto* s = types::exactly<types::Struct>(u);
    if (!s)
        return false;
    for (const types::Var* f : s->fields()) {
        if (containsArray(f->type()))
            return true;
    }
    return false;
}

bool hasArrays(const types::FuncInfo& info)
{
    for (const types::Var* v : info.locals) {
        if (v->type() && containsArray(v->type()))
            return true;
    }
    for (const types::FuncInfo* literal : info.literals) {
        if (hasArrays(*literal))
            return true;
    }
    return false;
}

/// The variable whose own memory e is a part of.
const types::Var* rootOf(const types::Info& info, const syntax::Expr* e)
{
    for (;;) {
        e = syntax::unparen(e);
        if (const auto* id = syntax::dynCast<syntax::Ident>(e))
            return types::object<types::Var>(info.objectOf(*id));
        if (const auto* sel = syntax::dynCast<syntax::SelectorExpr>(e)) {
            const types::Selection* selection = info.selection(*sel);
            if (!selection || selection->kind != types::SelectionKind::FieldVal || selection->indirect)
                return nullptr;
            e = sel->x;
        } else if (const auto* index = syntax::dynCast<syntax::IndexExpr>(e)) {
            if (!types::as<types::Array>(info.typeOf(*index->x)))
                return nullptr;
            e = index->x;
        } else {
            return nullptr;
        }
    }
}

void scan(Unit& unit, const syntax::Node& body)
{
    const types::Info& info = unit.info();
    syntax::inspect(body, [&](const syntax::Node& node) {
        const auto* index = syntax::dynCast<syntax::IndexExpr>(&node);
        GoType t = index ? info.typeOf(*index->x) : nullptr;
        if (t && types::as<types::Array>(t) && !info.valueOf(*index->indices[0])) {
            const types::Var* v = rootOf(info, index->x);
            if (v && v->owner)
                unit.indexedArrays.insert(v);
        }
        return true;
    });
}

} // namespace

void FunctionCompiler::scanArrays(const syntax::Node* body)
{
    if (m_info && !m_info->outer && body && hasArrays(*m_info))
        scan(m_unit, *body);
}

} // namespace unwind::compile
