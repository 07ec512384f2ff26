// Expressions. A "{" behind an operand is the hard question: a composite literal or the block of an if, for or switch.
#include "lang/syntax/parserimpl.h"
#include "lang/syntax/print.h"

#include <fmt/format.h>

namespace unwind::syntax {

/// x, if given, is the operand already read; operators that bind closer than `prec` are taken.
Expr* Parser::binaryExpr(Expr* x, int prec)
{
    if (!x)
        x = unaryExpr();
    while ((at(Tok::Operator) || at(Tok::Star)) && m_scan.prec > prec) {
        auto* binary = make<BinaryExpr>(pos());
        binary->op = m_scan.op;
        const int operatorPrec = m_scan.prec;
        next();
        binary->x = x;
        binary->start = x->start;
        binary->y = binaryExpr(nullptr, operatorPrec);
        grow(binary, binary->x);
        grow(binary, binary->y);
        x = done(binary);
    }
    return x;
}

Expr* Parser::star(SourcePos at, Expr* x)
{
    auto* node = make<StarExpr>(at);
    node->x = x;
    grow(node, x);
    return done(node);
}

Expr* Parser::unaryExpr()
{
    const Nesting nesting(*this);
    if (at(Tok::Star)) {
        const SourcePos at = pos();
        next();
        return star(at, unaryExpr());
    }
    if (at(Tok::Arrow))
        return receiveOrChan();
    if (!at(Tok::Operator))
        return primaryExpr(nullptr);
    switch (m_scan.op) {
    case Op::Add: case Op::Sub: case Op::Not: case Op::Xor: case Op::Tilde: case Op::And: break;
    default: return primaryExpr(nullptr);
    }
    auto* unary = make<UnaryExpr>(pos());
    unary->op = m_scan.op;
    next();
    unary->x = unaryExpr();
    if (unary->op == Op::And)
        unary->x = unparen(unary->x); // &(T{}) is &T{}
    grow(unary, unary->x);
    return done(unary);
}

/// At "<-": a receive, or "<-chan T", which is known only when what follows turns out to be a channel type; then the
/// arrow belongs to that type: <-(chan<- T) is <-chan (<-T).
Expr* Parser::receiveOrChan()
{
    const SourcePos arrow = pos();
    next();
    Expr* x = unaryExpr();
    if (x->kind == Kind::ChanType) {
        ChanDir dir = ChanDir::SendOnly;
        Expr* t = x;
        while (dir == ChanDir::SendOnly && t->kind == Kind::ChanType) {
            auto& chan = as<ChanType>(*t);
            dir = chan.dir;
            if (dir == ChanDir::RecvOnly)
                syntaxError("unexpected <-, expected chan");
            chan.dir = ChanDir::RecvOnly;
            t = chan.elem;
        }
        if (dir == ChanDir::SendOnly)
            syntaxError(fmt::format("unexpected {}, expected chan", exprString(*t)));
        return x;
    }
    auto* receive = make<UnaryExpr>(arrow);
    receive->op = Op::Recv;
    receive->x = x;
    grow(receive, x);
    return done(receive);
}

Expr* Parser::operand()
{
    switch (tok()) {
    case Tok::Name: return name();
    case Tok::Literal: return literalOrNull();
    case Tok::Func: return funcLitOrType();
    case Tok::Lbrack: case Tok::Chan: case Tok::Map: case Tok::Struct: case Tok::Interface: return type();
    case Tok::Lparen: {
        auto* paren = make<ParenExpr>(pos());
        next();
        ++m_exprLevel;
        paren->x = expr();
        --m_exprLevel;
        want(Tok::Rparen);
        grow(paren, paren->x);
        return done(paren);
    }
    default: {
        Expr* bad = badExpr(pos());
        syntaxError("expected expression");
        advance({Tok::Rparen, Tok::Rbrack, Tok::Rbrace});
        return bad;
    }
    }
}

Expr* Parser::funcLitOrType()
{
    const SourcePos keyword = pos();
    next();
    FuncType* signature = funcType("function type");
    if (!at(Tok::Lbrace))
        return signature;
    auto* func = make<FuncLit>(keyword);
    func->type = signature;
    const uint16_t outside = std::exchange(m_highest, signature->height);
    ++m_exprLevel;
    func->body = funcBody();
    --m_exprLevel;
    func->height = static_cast<uint16_t>(m_highest + 1);
    m_highest = std::max(outside, func->height);
    return done(func);
}

Expr* Parser::primaryExpr(Expr* x)
{
    if (!x)
        x = operand();
    for (;;) {
        switch (tok()) {
        case Tok::Dot: x = selectorOrAssert(x); break;
        case Tok::Lbrack: x = indexOrSlice(x); break;
        case Tok::Lparen: x = call(x); break;
        case Tok::Lbrace: {
            const Expr* plain = unparen(x);
            if (!mayBeLiteralType(plain))
                return x;
            if (plain != x)
                syntaxError("cannot parenthesize type in composite literal");
            x = compositeLit(x);
            break;
        }
        default: return x;
        }
    }
}

Expr* Parser::selectorOrAssert(Expr* x)
{
    const SourcePos dot = pos();
    next();
    if (at(Tok::Name)) {
        auto* selector = make<SelectorExpr>(dot);
        selector->x = x;
        selector->start = x->start;
        selector->sel = name();
        grow(selector, x);
        return done(selector);
    }
    if (got(Tok::Lparen)) {
        auto* assertion = make<TypeAssertExpr>(dot);
        assertion->x = x;
        assertion->start = x->start;
        if (!got(Tok::Type))
            assertion->type = type();
        want(Tok::Rparen);
        grow(assertion, x);
        grow(assertion, assertion->type);
        return done(assertion);
    }
    syntaxError("expected name or (");
    advance({Tok::Semi, Tok::Rparen});
    return x;
}

Expr* Parser::indexOrSlice(Expr* x)
{
    const SourcePos lbrack = pos();
    next();
    if (at(Tok::Colon))
        return sliceRest(x, lbrack, nullptr);
    List<Expr*> indices;
    bool comma = false;
    if (at(Tok::Rbrack)) {
        syntaxError("expected operand");
        Collector<Expr> bad(*this);
        bad.add(badExpr(pos()));
        indices = bad.take();
    } else {
        indices = typeList(false, comma);
    }
    if (!comma && !at(Tok::Rbrack))
        return sliceRest(x, lbrack, indices[0]);
    want(Tok::Rbrack);
    auto* index = make<IndexExpr>(lbrack);
    index->x = x;
    index->start = x->start;
    index->indices = indices;
    grow(index, x);
    grow(index, indices);
    return done(index);
}

/// Behind "x[lo", at the first colon.
Expr* Parser::sliceRest(Expr* x, SourcePos lbrack, Expr* lo)
{
    if (!got(Tok::Colon)) {
        syntaxError("expected comma, : or ]");
        advance({Tok::Comma, Tok::Colon, Tok::Rbrack});
    }
    ++m_exprLevel;
    auto* slice = make<SliceExpr>(lbrack);
    slice->x = x;
    slice->lo = lo;
    if (!at(Tok::Colon) && !at(Tok::Rbrack))
        slice->hi = expr();
    if (at(Tok::Colon)) {
        slice->slice3 = true;
        if (!slice->hi) {
            errorAt(pos(), "middle index required in 3-index slice");
            slice->hi = badExpr(pos());
        }
        next();
        if (at(Tok::Rbrack)) {
            errorAt(pos(), "final index required in 3-index slice");
            slice->max = badExpr(pos());
        } else {
            slice->max = expr();
        }
    }
    --m_exprLevel;
    want(Tok::Rbrack);
    for (const Expr* child : {x, slice->lo, slice->hi, slice->max})
        grow(slice, child);
    return done(slice);
}

Expr* Parser::call(Expr* x)
{
    auto* node = make<CallExpr>(pos());
    next();
    node->fun = x;
    node->start = x->start;
    Collector<Expr> args(*this);
    ++m_exprLevel;
    node->rparen = list("argument list", Tok::Comma, Tok::Rparen, [&] {
        args.add(expr());
        node->hasDots = got(Tok::DotDotDot);
        return node->hasDots;
    });
    --m_exprLevel;
    node->args = args.take();
    grow(node, x);
    grow(node, node->args);
    return done(node);
}

namespace {

/// True for what can only be a value, never a type.
bool isValue(const Expr& x)
{
    switch (x.kind) {
    case Kind::BasicLit: case Kind::CompositeLit: case Kind::FuncLit: case Kind::SliceExpr: case Kind::TypeAssertExpr:
    case Kind::CallExpr: case Kind::UnaryExpr: case Kind::BinaryExpr: return true;
    case Kind::ParenExpr: return isValue(*as<ParenExpr>(x).x);
    case Kind::IndexExpr: {
        const auto& index = as<IndexExpr>(x);
        return isValue(*index.x) || (index.indices.size() == 1 && isValue(*index.indices[0]));
    }
    default: return false;
    }
}

} // namespace

bool Parser::mayBeLiteralType(const Expr* x) const
{
    switch (x->kind) {
    case Kind::Ident: case Kind::SelectorExpr: return m_exprLevel >= 0;
    case Kind::IndexExpr: return m_exprLevel >= 0 && !isValue(*x);
    case Kind::ArrayType: case Kind::StructType: case Kind::MapType: return true;
    default: return false;
    }
}

/// At "{"; type may be null.
CompositeLit* Parser::compositeLit(Expr* type)
{
    const Nesting nesting(*this);
    auto* literal = make<CompositeLit>(pos());
    literal->type = type;
    if (type)
        literal->start = type->start;
    literal->lbrace = pos();
    ++m_exprLevel;
    want(Tok::Lbrace);
    Collector<Expr> elements(*this);
    literal->rbrace = list("composite literal", Tok::Comma, Tok::Rbrace, [&] {
        Expr* x = element();
        if (at(Tok::Colon)) {
            auto* pair = make<KeyValueExpr>(pos());
            next();
            pair->key = x;
            pair->start = x->start;
            pair->value = element();
            grow(pair, pair->key);
            grow(pair, pair->value);
            x = done(pair);
        }
        elements.add(x);
        return false;
    });
    --m_exprLevel;
    literal->elts = elements.take();
    grow(literal, type);
    grow(literal, literal->elts);
    return done(literal);
}

Expr* Parser::element()
{
    return at(Tok::Lbrace) ? compositeLit(nullptr) : expr();
}

List<Expr*> Parser::exprList()
{
    Collector<Expr> exprs(*this);
    exprs.add(expr());
    while (got(Tok::Comma))
        exprs.add(expr());
    return exprs.take();
}

/// Types separated by commas, one at the end allowed. Unless strict, the first may be any expression. `comma` tells
/// whether there was one.
List<Expr*> Parser::typeList(bool strict, bool& comma)
{
    Collector<Expr> types(*this);
    ++m_exprLevel;
    types.add(strict ? type() : expr());
    comma = at(Tok::Comma);
    while (got(Tok::Comma)) {
        Expr* t = typeOrNull();
        if (!t)
            break;
        types.add(t);
    }
    --m_exprLevel;
    return types.take();
}

BasicLit* Parser::literalOrNull()
{
    if (!at(Tok::Literal))
        return nullptr;
    auto* literal = make<BasicLit>(pos());
    literal->lit = m_scan.kind;
    literal->bad = m_scan.bad;
    literal->text = m_scan.lit;
    next();
    return done(literal);
}

} // namespace unwind::syntax
