// Declarations, and the one hard question among them: does "type T[P ..." declare an array or type parameters?
#include "lang/syntax/parserimpl.h"

namespace unwind::syntax {

/// State of a const declaration's group: which spec a bare list of names repeats.
struct Parser::Group {
    const ConstSpec* last = nullptr;
    uint32_t iota = 0;
};

GenDecl* Parser::genDecl(DeclTok declTok)
{
    auto* decl = make<GenDecl>(pos());
    decl->tok = declTok;
    decl->pragmas = takePragmas();
    next();
    Collector<Spec> specs(*this);
    Group group;
    if (at(Tok::Lparen)) {
        decl->grouped = true;
        dropPragmas();
        next();
        list("grouped declaration", Tok::Semi, Tok::Rparen, [&] {
            specs.add(spec(declTok, group));
            return false;
        });
    } else {
        specs.add(spec(declTok, group));
    }
    decl->specs = specs.take();
    return done(decl);
}

Spec* Parser::spec(DeclTok declTok, Group& group)
{
    switch (declTok) {
    case DeclTok::Import: return importSpec();
    case DeclTok::Const: return constSpec(group);
    case DeclTok::Type: return typeSpec();
    default: return varSpec();
    }
}

ImportSpec* Parser::importSpec()
{
    auto* spec = make<ImportSpec>(pos());
    if (at(Tok::Name)) {
        spec->name = name();
    } else if (at(Tok::Dot)) {
        spec->name = makeName(pos(), ".");
        next();
        done(spec->name);
    }
    spec->path = literalOrNull();
    m_file.imports.push_back(spec);
    if (!spec->path) {
        syntaxError("missing import path");
        advance({Tok::Semi, Tok::Rparen});
        return spec;
    }
    if (!spec->path->bad && spec->path->lit != LitKind::String) {
        syntaxErrorAt(spec->path->pos, "import path must be a string");
        spec->path->bad = true;
    }
    return done(spec);
}

ConstSpec* Parser::constSpec(Group& group)
{
    auto* spec = make<ConstSpec>(pos());
    spec->iota = group.iota++;
    spec->names = nameList(name());
    if (!at(Tok::Eof) && !at(Tok::Semi) && !at(Tok::Rparen)) {
        spec->type = typeOrNull();
        if (gotAssign())
            spec->values = exprList();
    }
    if (spec->type || !spec->values.empty()) {
        group.last = spec;
    } else if (group.last) {
        spec->type = group.last->type;
        spec->values = group.last->values;
        spec->inherited = true;
    }
    return done(spec);
}

VarSpec* Parser::varSpec()
{
    auto* spec = make<VarSpec>(pos());
    spec->names = nameList(name());
    if (gotAssign()) {
        spec->values = exprList();
    } else {
        spec->type = type();
        if (gotAssign())
            spec->values = exprList();
    }
    return done(spec);
}

TypeSpec* Parser::typeSpec()
{
    auto* spec = make<TypeSpec>(pos());
    spec->name = name();
    if (at(Tok::Lbrack)) {
        genericOrArray(spec);
    } else {
        spec->isAlias = gotAssign();
        spec->type = typeOrNull();
    }
    if (!spec->type) {
        spec->type = badExpr(pos());
        syntaxError("in type declaration");
        advance({Tok::Semi, Tok::Rparen});
    }
    return done(spec);
}

/// Behind "type T", at "[". After a name in the brackets everything up to "]" or "," is read as an expression and then
/// looked at: "P *C" could be a product, but "P *C," or "P []int" can only begin type parameters.
void Parser::genericOrArray(TypeSpec* spec)
{
    const SourcePos lbrack = pos();
    next();
    if (at(Tok::Rbrack)) {
        next();
        spec->type = sliceType(lbrack);
        return;
    }
    if (!at(Tok::Name)) {
        spec->type = arrayType(lbrack, nullptr);
        return;
    }
    Expr* x = name();
    if (!at(Tok::Lbrack)) { // "P [" can only begin a constraint
        ++m_exprLevel;
        x = binaryExpr(primaryExpr(x), 0);
        --m_exprLevel;
    }
    const NameAndType param = splitTypeParam(x, at(Tok::Comma));
    if (!param.name || (!param.type && at(Tok::Rbrack))) {
        spec->type = arrayType(lbrack, x);
        return;
    }
    spec->tparams = paramList(param.name, param.type, {Tok::Rbrack, true, false});
    spec->isAlias = gotAssign();
    spec->type = typeOrNull();
}

namespace {

/// True for what can only be a type, never a value.
bool isTypeElem(const Expr& x)
{
    switch (x.kind) {
    case Kind::ArrayType: case Kind::StructType: case Kind::FuncType: case Kind::InterfaceType: case Kind::MapType:
    case Kind::ChanType: return true;
    case Kind::BinaryExpr: return isTypeElem(*as<BinaryExpr>(x).x) || isTypeElem(*as<BinaryExpr>(x).y);
    case Kind::UnaryExpr: return as<UnaryExpr>(x).op == Op::Tilde || isTypeElem(*as<UnaryExpr>(x).x);
    case Kind::StarExpr: return isTypeElem(*as<StarExpr>(x).x);
    case Kind::ParenExpr: return isTypeElem(*as<ParenExpr>(x).x);
    default: return false;
    }
}

} // namespace

/// Splits "P *C", "P *C|D" and "P (C)" into name and constraint where the rest is a type for certain, or if forced.
/// A mere name gives the name alone; anything else nothing.
Parser::NameAndType Parser::splitTypeParam(Expr* x, bool force)
{
    if (x->kind == Kind::Ident)
        return {&as<Ident>(*x), nullptr};
    if (auto* binary = dynCast<BinaryExpr>(x)) {
        if (binary->op == Op::Mul && binary->x->kind == Kind::Ident && (force || isTypeElem(*binary->y)))
            return {&as<Ident>(*binary->x), star(binary->pos, binary->y)};
        if (binary->op == Op::Or) {
            const NameAndType left = splitTypeParam(binary->x, force || isTypeElem(*binary->y));
            if (left.name && left.type) {
                binary->x = left.type;
                binary->start = left.type->start;
                return {left.name, binary};
            }
        }
    }
    if (auto* call = dynCast<CallExpr>(x)) {
        if (call->fun->kind == Kind::Ident && call->args.size() == 1 && !call->hasDots
            && (force || isTypeElem(*call->args[0])))
            return {&as<Ident>(*call->fun), unparen(call->args[0])};
    }
    return {nullptr, nullptr};
}

FuncDecl* Parser::funcDecl()
{
    const SourcePos keyword = pos();
    const List<Pragma> pragmas = takePragmas();
    next();
    auto* func = make<FuncDecl>(pos());
    func->start = keyword;
    func->pragmas = pragmas;
    const bool isMethod = got(Tok::Lparen);
    if (isMethod)
        func->recv = receiver();
    if (at(Tok::Name)) {
        func->name = name();
        func->type = funcType(isMethod ? "method" : nullptr, &func->tparams);
    } else {
        func->name = makeName(pos(), "_");
        func->type = make<FuncType>(pos());
        syntaxError(isMethod ? "expected name" : "expected name or (");
        advance({Tok::Lbrace, Tok::Semi});
    }
    if (at(Tok::Lbrace))
        func->body = funcBody();
    return done(func);
}

Field* Parser::receiver()
{
    const List<Field*> receivers = paramList(nullptr, nullptr, {Tok::Rparen, false, false});
    if (receivers.empty()) {
        errorAt(pos(), "method has no receiver");
        return nullptr;
    }
    if (receivers.size() > 1)
        errorAt(pos(), "method has multiple receivers");
    return receivers[0];
}

/// Branches are checked only in a body that was read without a fault: others would follow from it.
BlockStmt* Parser::funcBody()
{
    const int errorsBefore = m_errorCount;
    ++m_funcNest;
    BlockStmt* body = block("");
    --m_funcNest;
    if (errorsBefore == m_errorCount)
        checkBranches(*body, m_source.path, m_errors);
    return body;
}

} // namespace unwind::syntax
