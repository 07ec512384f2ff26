// Types as written, and names.
#include "lang/syntax/parserimpl.h"

namespace unwind::syntax {

Ident* Parser::name()
{
    if (at(Tok::Name)) {
        Ident* ident = makeName(pos(), m_scan.lit);
        next();
        return done(ident);
    }
    Ident* missing = makeName(pos(), "_");
    syntaxError("expected name");
    skipOne();
    return missing;
}

List<Ident*> Parser::nameList(Ident* first)
{
    Collector<Ident> names(*this);
    names.add(first);
    while (got(Tok::Comma))
        names.add(name());
    return names.take();
}

/// name, package.name, either with type arguments; the first name may have been read.
Expr* Parser::qualifiedName(Ident* first)
{
    Expr* x = first;
    if (!first && at(Tok::Name)) {
        x = name();
    } else if (!first) {
        x = makeName(pos(), "_");
        syntaxError("expected name");
        advance({Tok::Dot, Tok::Semi, Tok::Rbrace});
    }
    if (at(Tok::Dot)) {
        auto* selector = make<SelectorExpr>(pos());
        next();
        selector->x = x;
        selector->start = x->start;
        selector->sel = name();
        grow(selector, x);
        x = done(selector);
    }
    return at(Tok::Lbrack) ? typeInstance(x) : x;
}

Expr* Parser::typeInstance(Expr* generic)
{
    auto* instance = make<IndexExpr>(pos());
    instance->x = generic;
    instance->start = generic->start;
    want(Tok::Lbrack);
    if (at(Tok::Rbrack)) {
        syntaxError("expected type argument list");
        Collector<Expr> bad(*this);
        bad.add(badExpr(pos()));
        instance->indices = bad.take();
    } else {
        bool comma = false;
        instance->indices = typeList(true, comma);
    }
    want(Tok::Rbrack);
    grow(instance, generic);
    grow(instance, instance->indices);
    return done(instance);
}

Expr* Parser::type()
{
    if (Expr* t = typeOrNull())
        return t;
    Expr* bad = badExpr(pos());
    syntaxError("expected type");
    advance({Tok::Comma, Tok::Colon, Tok::Semi, Tok::Rparen, Tok::Rbrack, Tok::Rbrace});
    return bad;
}

Expr* Parser::typeOrNull()
{
    const Nesting nesting(*this);
    const SourcePos start = pos();
    switch (tok()) {
    case Tok::Star:
        next();
        return star(start, type());
    case Tok::Arrow: case Tok::Chan: return chanType();
    case Tok::Func:
        next();
        return funcType("function type");
    case Tok::Lbrack:
        next();
        return got(Tok::Rbrack) ? sliceType(start) : arrayType(start, nullptr);
    case Tok::Map: return mapType();
    case Tok::Struct: return structType();
    case Tok::Interface: return interfaceType();
    case Tok::Name: return qualifiedName(nullptr);
    case Tok::Lparen: {
        next();
        Expr* t = type();
        want(Tok::Rparen);
        return t;
    }
    default: return nullptr;
    }
}

/// Behind "[" at `start`; the length may have been read.
Expr* Parser::arrayType(SourcePos start, Expr* len)
{
    if (!len && at(Tok::DotDotDot)) {
        auto* dots = make<Ellipsis>(pos());
        next();
        len = done(dots);
    } else if (!len) {
        ++m_exprLevel;
        len = expr();
        --m_exprLevel;
    }
    if (at(Tok::Comma)) { // fine behind type parameters, not here
        syntaxError("unexpected comma; expected ]");
        next();
    }
    want(Tok::Rbrack);
    auto* array = make<ArrayType>(start);
    array->len = len;
    array->elem = type();
    grow(array, len);
    grow(array, array->elem);
    return done(array);
}

/// Behind "[]".
Expr* Parser::sliceType(SourcePos start)
{
    auto* slice = make<ArrayType>(start);
    slice->elem = type();
    grow(slice, slice->elem);
    return done(slice);
}

Expr* Parser::chanType()
{
    auto* chan = make<ChanType>(pos());
    if (got(Tok::Arrow)) {
        want(Tok::Chan);
        chan->dir = ChanDir::RecvOnly;
    } else {
        next();
        if (got(Tok::Arrow))
            chan->dir = ChanDir::SendOnly;
    }
    chan->elem = chanElem();
    grow(chan, chan->elem);
    return done(chan);
}

Expr* Parser::chanElem()
{
    if (Expr* t = typeOrNull())
        return t;
    Expr* bad = badExpr(pos());
    syntaxError("missing channel element type");
    return bad;
}

Expr* Parser::mapType()
{
    auto* map = make<MapType>(pos());
    next();
    want(Tok::Lbrack);
    map->key = type();
    want(Tok::Rbrack);
    map->value = type();
    grow(map, map->key);
    grow(map, map->value);
    return done(map);
}

// ---------------------------------------------------------------------------------------------- structs

Expr* Parser::structType()
{
    auto* node = make<StructType>(pos());
    want(Tok::Struct);
    want(Tok::Lbrace);
    std::vector<Field*> fields;
    list("struct type", Tok::Semi, Tok::Rbrace, [&] {
        fieldDecl(fields);
        return false;
    });
    node->fields = m_arena.list(fields);
    for (const Field* field : fields)
        grow(node, field->type);
    return done(node);
}

void Parser::fieldDecl(std::vector<Field*>& fields)
{
    const SourcePos start = pos();
    switch (tok()) {
    case Tok::Name: return namedFields(fields);
    case Tok::Lparen: return parenthesizedField(fields);
    case Tok::Star: {
        next();
        Expr* embedded = nullptr;
        if (at(Tok::Lparen)) {
            syntaxError("cannot parenthesize embedded type");
            next();
            embedded = qualifiedName(nullptr);
            got(Tok::Rparen);
        } else {
            embedded = qualifiedName(nullptr);
        }
        Field* field = makeField(start, nullptr, star(start, embedded));
        field->tag = literalOrNull();
        fields.push_back(field);
        return;
    }
    default:
        syntaxError("expected field name or embedded type");
        advance({Tok::Semi, Tok::Rbrace});
    }
}

void Parser::namedFields(std::vector<Field*>& fields)
{
    const SourcePos start = pos();
    Ident* first = name();
    const auto embed = [&](Expr* embedded) {
        Field* field = makeField(start, nullptr, embedded);
        field->tag = literalOrNull();
        fields.push_back(field);
    };
    if (at(Tok::Dot) || at(Tok::Literal) || at(Tok::Semi) || at(Tok::Rbrace))
        return embed(qualifiedName(first));
    const List<Ident*> names = nameList(first);
    Expr* fieldType = nullptr;
    if (names.size() == 1 && at(Tok::Lbrack)) {
        // a field of array type, or an embedded type with type arguments
        fieldType = arrayOrTypeArgs();
        if (auto* instance = dynCast<IndexExpr>(fieldType)) {
            instance->x = first;
            instance->start = first->start;
            return embed(instance);
        }
    } else {
        fieldType = type();
    }
    BasicLit* tag = literalOrNull();
    for (Ident* ident : names) {
        Field* field = makeField(ident->pos, ident, fieldType);
        field->tag = tag;
        field->typeFollows = ident != names.back();
        fields.push_back(field);
    }
}

void Parser::parenthesizedField(std::vector<Field*>& fields)
{
    const SourcePos start = pos();
    syntaxError("cannot parenthesize embedded type");
    next();
    Expr* embedded = nullptr;
    if (at(Tok::Star)) {
        const SourcePos at = pos();
        next();
        embedded = star(at, qualifiedName(nullptr));
    } else {
        embedded = qualifiedName(nullptr);
    }
    got(Tok::Rparen);
    Field* field = makeField(start, nullptr, embedded);
    field->tag = literalOrNull();
    fields.push_back(field);
}

/// At "[" behind a name: "[]E", "[n]E", or type arguments, in which case the caller fills in what they belong to.
Expr* Parser::arrayOrTypeArgs()
{
    const SourcePos lbrack = pos();
    want(Tok::Lbrack);
    if (got(Tok::Rbrack))
        return sliceType(lbrack);
    bool comma = false;
    const List<Expr*> indices = typeList(false, comma);
    want(Tok::Rbrack);
    if (!comma) {
        if (Expr* elem = typeOrNull()) {
            auto* array = make<ArrayType>(lbrack);
            array->len = indices[0];
            array->elem = elem;
            grow(array, array->len);
            grow(array, elem);
            return done(array);
        }
    }
    auto* instance = make<IndexExpr>(lbrack);
    instance->indices = indices;
    grow(instance, indices);
    return done(instance);
}

// ---------------------------------------------------------------------------------------------- interfaces

Expr* Parser::interfaceType()
{
    auto* node = make<InterfaceType>(pos());
    want(Tok::Interface);
    want(Tok::Lbrace);
    Collector<Field> methods(*this);
    list("interface type", Tok::Semi, Tok::Rbrace, [&] {
        Field* field = at(Tok::Name) ? methodOrEmbedded() : nullptr;
        if (!field || !field->name)
            field = embeddedElem(field);
        grow(node, field->type);
        methods.add(field);
        return false;
    });
    node->methods = methods.take();
    return done(node);
}

Field* Parser::methodOrEmbedded()
{
    Field* field = makeField(pos(), nullptr, nullptr);
    Ident* ident = name();
    if (at(Tok::Lparen)) {
        field->name = ident;
        field->type = funcType("interface method");
    } else if (at(Tok::Lbrack)) {
        bracketedMethod(field, ident);
    } else {
        field->type = qualifiedName(ident);
    }
    return done(field);
}

/// "m[" may begin a method with type parameters, which is wrong but understood, or an embedded "T[A, B]".
void Parser::bracketedMethod(Field* field, Ident* ident)
{
    const SourcePos lbrack = pos();
    next();
    const auto plain = [&] {
        field->name = at(Tok::Lparen) ? ident : nullptr;
        field->type = at(Tok::Lparen) ? static_cast<Expr*>(funcType("interface method")) : ident;
    };
    if (at(Tok::Rbrack)) {
        const SourcePos rbrack = pos();
        next();
        errorAt(rbrack, at(Tok::Lparen) ? "empty type parameter list" : "empty type argument list");
        return plain();
    }
    const List<Field*> params = paramList(nullptr, nullptr, {Tok::Rbrack, false, false});
    if (params.empty())
        return plain();
    if (params[0]->name) {
        field->name = ident;
        field->type = funcType("interface method");
        errorAt(lbrack, "interface method must have no type parameters");
        return;
    }
    auto* instance = make<IndexExpr>(lbrack);
    instance->x = ident;
    instance->start = ident->start;
    Collector<Expr> types(*this);
    for (const Field* param : params)
        types.add(param->type);
    instance->indices = types.take();
    grow(instance, instance->indices);
    field->type = done(instance);
}

/// term { "|" term }; the first term may have been read.
Field* Parser::embeddedElem(Field* field)
{
    if (!field) {
        field = makeField(pos(), nullptr, nullptr);
        field->type = embeddedTerm();
    }
    while (atOp(Op::Or)) {
        auto* unionExpr = make<BinaryExpr>(pos());
        unionExpr->op = Op::Or;
        next();
        unionExpr->x = field->type;
        unionExpr->start = field->type->start;
        unionExpr->y = embeddedTerm();
        grow(unionExpr, unionExpr->x);
        grow(unionExpr, unionExpr->y);
        field->type = done(unionExpr);
    }
    return done(field);
}

Expr* Parser::embeddedTerm()
{
    if (atOp(Op::Tilde)) {
        auto* tilde = make<UnaryExpr>(pos());
        tilde->op = Op::Tilde;
        next();
        tilde->x = type();
        grow(tilde, tilde->x);
        return done(tilde);
    }
    if (Expr* t = typeOrNull())
        return t;
    Expr* bad = badExpr(pos());
    syntaxError("expected ~ term or type");
    advance({Tok::Operator, Tok::Semi, Tok::Rparen, Tok::Rbrack, Tok::Rbrace});
    return bad;
}

} // namespace unwind::syntax
