#include "lang/syntax/positions.h"

namespace unwind::syntax {
namespace {

const Expr* lastType(List<Field*> fields)
{
    return fields.empty() ? nullptr : fields.back()->type;
}

/// The part of x that x ends with, or null when x is the end itself.
const Expr* lastPart(const Expr& x)
{
    switch (x.kind) {
    case Kind::KeyValueExpr: return as<KeyValueExpr>(x).value;
    case Kind::ParenExpr: return as<ParenExpr>(x).x;
    case Kind::SelectorExpr: return as<SelectorExpr>(x).sel;
    case Kind::IndexExpr: return as<IndexExpr>(x).indices.back();
    case Kind::SliceExpr: return as<SliceExpr>(x).x;
    case Kind::TypeAssertExpr: return as<TypeAssertExpr>(x).type ? as<TypeAssertExpr>(x).type : as<TypeAssertExpr>(x).x;
    case Kind::StarExpr: return as<StarExpr>(x).x;
    case Kind::UnaryExpr: return as<UnaryExpr>(x).x;
    case Kind::BinaryExpr: return as<BinaryExpr>(x).y;
    case Kind::CallExpr: return as<CallExpr>(x).args.empty() ? as<CallExpr>(x).fun : as<CallExpr>(x).args.back();
    case Kind::Ellipsis: return as<Ellipsis>(x).elt;
    case Kind::ArrayType: return as<ArrayType>(x).elem;
    case Kind::StructType: return lastType(as<StructType>(x).fields);
    case Kind::FuncType: {
        const Expr* result = lastType(as<FuncType>(x).results);
        return result ? result : lastType(as<FuncType>(x).params);
    }
    case Kind::InterfaceType: return lastType(as<InterfaceType>(x).methods);
    case Kind::MapType: return as<MapType>(x).value;
    case Kind::ChanType: return as<ChanType>(x).elem;
    default: return nullptr;
    }
}

} // namespace

SourcePos compilerEndPos(const Expr& expr)
{
    const Expr* x = &expr;
    while (const Expr* part = lastPart(*x))
        x = part;
    switch (x->kind) {
    case Kind::Ident: return x->end;
    case Kind::BasicLit: { // as if it stood on one line
        SourcePos end = x->pos;
        end.column += static_cast<uint32_t>(as<BasicLit>(*x).text.size());
        return end;
    }
    case Kind::CompositeLit: return as<CompositeLit>(*x).rbrace;
    case Kind::FuncLit: return as<FuncLit>(*x).body->rbrace;
    default: return x->pos;
    }
}

} // namespace unwind::syntax
