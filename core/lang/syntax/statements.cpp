// Statements.
#include "lang/syntax/parserimpl.h"
#include "lang/syntax/print.h"

#include <fmt/format.h>

namespace unwind::syntax {

Stmt* Parser::exprStmt(Expr* x)
{
    auto* stmt = make<ExprStmt>(x->pos);
    stmt->start = x->start;
    stmt->x = x;
    return done(stmt);
}

/// An expression, send, ++, --, assignment or definition. Its left side may have been read. The keyword of the clause
/// it stands in (For, Switch, If; Eof for none) permits "range" and ".(type)".
Stmt* Parser::simpleStmt(List<Expr*> lhs, Tok keyword)
{
    if (keyword == Tok::For && at(Tok::Range))
        return rangeClause({}, false);
    if (lhs.empty())
        lhs = exprList();
    if (lhs.size() > 1 || at(Tok::Assign) || at(Tok::Define))
        return assignOrDefine(lhs, keyword);
    Expr* x = lhs[0];
    const SourcePos operatorPos = pos();
    switch (tok()) {
    case Tok::AssignOp: {
        auto* assign = make<AssignStmt>(operatorPos);
        assign->op = m_scan.op;
        next();
        assign->lhs = lhs;
        assign->start = x->start;
        Collector<Expr> rhs(*this);
        rhs.add(expr());
        assign->rhs = rhs.take();
        return done(assign);
    }
    case Tok::IncOp: {
        auto* step = make<IncDecStmt>(operatorPos);
        step->inc = m_scan.op == Op::Add;
        step->x = x;
        step->start = x->start;
        next();
        return done(step);
    }
    case Tok::Arrow: {
        auto* send = make<SendStmt>(operatorPos);
        next();
        send->chan = x;
        send->start = x->start;
        send->value = expr();
        return done(send);
    }
    default: return exprStmt(x);
    }
}

Stmt* Parser::assignOrDefine(List<Expr*> lhs, Tok keyword)
{
    if (!at(Tok::Assign) && !at(Tok::Define)) {
        syntaxError("expected := or = or comma");
        advance({Tok::Semi, Tok::Rbrace});
        return exprStmt(lhs[0]);
    }
    const SourcePos operatorPos = pos();
    const bool define = at(Tok::Define);
    next();
    if (keyword == Tok::For && at(Tok::Range))
        return rangeClause(lhs, define);
    const List<Expr*> rhs = exprList();
    const auto* guard = dynCast<TypeAssertExpr>(rhs[0]);
    if (define && keyword == Tok::Switch && rhs.size() == 1 && guard && !guard->type && lhs.size() == 1
        && lhs[0]->kind == Kind::Ident) {
        m_guardName = &as<Ident>(*lhs[0]);
        return exprStmt(rhs[0]);
    }
    auto* assign = make<AssignStmt>(operatorPos);
    assign->define = define;
    assign->lhs = lhs;
    assign->rhs = rhs;
    assign->start = lhs[0]->start;
    return done(assign);
}

/// At "range".
RangeStmt* Parser::rangeClause(List<Expr*> lhs, bool define)
{
    auto* range = make<RangeStmt>(pos());
    range->rangePos = pos();
    range->define = define;
    range->key = !lhs.empty() ? lhs[0] : nullptr;
    range->value = lhs.size() > 1 ? lhs[1] : nullptr;
    range->extra = lhs.size() > 2 ? lhs[2] : nullptr;
    next();
    range->x = expr();
    return done(range);
}

Stmt* Parser::labeledOrNull(Ident* label)
{
    auto* labeled = make<LabeledStmt>(pos());
    labeled->label = label;
    labeled->start = label->start;
    want(Tok::Colon);
    if (at(Tok::Rbrace)) {
        labeled->stmt = make<EmptyStmt>(pos());
        return done(labeled);
    }
    labeled->stmt = stmtOrNull();
    if (labeled->stmt)
        return done(labeled);
    syntaxErrorAt(labeled->pos, "missing statement after label");
    return nullptr;
}

/// `context` names what a "{" is missed behind.
BlockStmt* Parser::block(const char* context)
{
    auto* node = make<BlockStmt>(pos());
    if (!got(Tok::Lbrace)) {
        syntaxError(std::string("expected { after ") + context);
        advance({Tok::Name, Tok::Rbrace});
        node->rbrace = pos();
        if (got(Tok::Rbrace))
            return done(node);
    }
    node->stmts = stmtList();
    node->rbrace = pos();
    want(Tok::Rbrace);
    return done(node);
}

Stmt* Parser::declStmt(DeclTok declTok)
{
    auto* stmt = make<DeclStmt>(pos());
    stmt->decl = genDecl(declTok);
    return done(stmt);
}

// ---------------------------------------------------------------------------------------------- control clauses

/// What stands between the keyword and "{" of an if, for or switch.
struct Parser::Header {
    Stmt* init = nullptr;
    Expr* cond = nullptr;
    Stmt* post = nullptr;
    RangeStmt* range = nullptr;
    Ident* guardName = nullptr;
    Stmt* condStmt = nullptr;  ///< cond before it is known to be an expression
    SourcePos semi;            ///< of the ";" behind init
    std::string_view semiText;
};

Parser::Header Parser::header(Tok keyword)
{
    Header header;
    next();
    if (at(Tok::Lbrace)) {
        if (keyword == Tok::If) {
            syntaxError("missing condition in if statement");
            header.cond = badExpr(pos());
        }
        return header;
    }
    const int outer = std::exchange(m_exprLevel, -1);
    m_guardName = nullptr;
    if (!at(Tok::Semi)) {
        if (got(Tok::Var))
            syntaxError(fmt::format("var declaration not allowed in {} initializer", tokText(keyword)));
        header.init = simpleStmt(keyword);
        header.range = dynCast<RangeStmt>(header.init);
    }
    if (!header.range) {
        headerRest(header, keyword);
        conditionOf(header, keyword);
        header.guardName = m_guardName;
    }
    m_exprLevel = outer;
    return header;
}

/// Behind the first statement, which was the condition if no ";" follows.
void Parser::headerRest(Header& header, Tok keyword)
{
    if (at(Tok::Lbrace)) {
        header.condStmt = std::exchange(header.init, nullptr);
        return;
    }
    m_guardName = nullptr;
    if (at(Tok::Semi)) {
        header.semi = pos();
        header.semiText = m_scan.lit;
        next();
    } else {
        want(Tok::Lbrace);
        if (!at(Tok::Lbrace))
            advance({Tok::Lbrace, Tok::Rbrace});
    }
    if (keyword != Tok::For) {
        if (!at(Tok::Lbrace))
            header.condStmt = simpleStmt(keyword);
        return;
    }
    if (!at(Tok::Semi)) {
        if (at(Tok::Lbrace)) {
            syntaxError("expected for loop condition");
            return;
        }
        header.condStmt = simpleStmt(Tok::Eof);
    }
    want(Tok::Semi);
    if (!at(Tok::Lbrace)) {
        header.post = simpleStmt(Tok::Eof);
        const auto* assign = dynCast<AssignStmt>(header.post);
        if (assign && assign->define)
            syntaxErrorAt(assign->pos, "cannot declare in post statement of for loop");
    }
}

namespace {

/// In "a + b = c" the parts are put in parentheses, so that the "=" stands out.
std::string emphasized(const Expr& x)
{
    const std::string text = exprString(x);
    return x.kind == Kind::BinaryExpr ? "(" + text + ")" : text;
}

std::string assignmentText(const Stmt& stmt)
{
    const auto* assign = dynCast<AssignStmt>(&stmt);
    if (assign && !assign->define && assign->op == Op::None && assign->lhs.size() == 1 && assign->rhs.size() == 1)
        return "assignment " + emphasized(*assign->lhs[0]) + " = " + emphasized(*assign->rhs[0]);
    return (assign && !assign->define && assign->op == Op::None ? "assignment " : "") + stmtString(stmt);
}

} // namespace

void Parser::conditionOf(Header& header, Tok keyword)
{
    if (!header.condStmt) {
        if (keyword != Tok::If || !header.semi.isValid())
            return;
        if (header.semiText != "semicolon")
            syntaxErrorAt(header.semi, fmt::format("unexpected {}, expected {{ after if clause", header.semiText));
        else
            syntaxErrorAt(header.semi, "missing condition in if statement");
        header.cond = badExpr(header.semi);
        return;
    }
    if (const auto* stmt = dynCast<ExprStmt>(header.condStmt)) {
        header.cond = stmt->x;
        return;
    }
    syntaxErrorAt(header.condStmt->pos, fmt::format("cannot use {} as value", assignmentText(*header.condStmt)));
}

Stmt* Parser::forStmt()
{
    const SourcePos start = pos();
    const Header clause = header(Tok::For);
    if (clause.range) {
        clause.range->pos = clause.range->start = start;
        clause.range->body = block("for clause");
        return done(clause.range);
    }
    auto* loop = make<ForStmt>(start);
    loop->init = clause.init;
    loop->cond = clause.cond;
    loop->post = clause.post;
    loop->body = block("for clause");
    return done(loop);
}

Stmt* Parser::ifStmt()
{
    const Nesting nesting(*this);
    auto* stmt = make<IfStmt>(pos());
    const Header clause = header(Tok::If);
    stmt->init = clause.init;
    stmt->cond = clause.cond;
    stmt->body = block("if clause");
    if (got(Tok::Else)) {
        if (at(Tok::If)) {
            stmt->orElse = ifStmt();
        } else if (at(Tok::Lbrace)) {
            stmt->orElse = block("");
        } else {
            syntaxError("else must be followed by if or statement block");
            advance({Tok::Name, Tok::Rbrace});
        }
    }
    return done(stmt);
}

Stmt* Parser::switchStmt()
{
    const SourcePos start = pos();
    const Header clause = header(Tok::Switch);
    if (!got(Tok::Lbrace)) {
        syntaxError("missing { after switch clause");
        advance({Tok::Case, Tok::Default, Tok::Rbrace});
    }
    Collector<CaseClause> clauses(*this);
    while (!at(Tok::Eof) && !at(Tok::Rbrace))
        clauses.add(caseClause());
    const SourcePos rbrace = pos();
    want(Tok::Rbrace);
    auto* guard = dynCast<TypeAssertExpr>(clause.cond);
    if (guard && !guard->type) {
        auto* stmt = make<TypeSwitchStmt>(start);
        stmt->init = clause.init;
        stmt->lhs = clause.guardName;
        stmt->guard = guard;
        stmt->clauses = clauses.take();
        stmt->rbrace = rbrace;
        return done(stmt);
    }
    auto* stmt = make<SwitchStmt>(start);
    stmt->init = clause.init;
    stmt->tag = clause.cond;
    stmt->clauses = clauses.take();
    stmt->rbrace = rbrace;
    return done(stmt);
}

CaseClause* Parser::caseClause()
{
    auto* clause = make<CaseClause>(pos());
    if (got(Tok::Case)) {
        clause->exprs = exprList();
    } else if (got(Tok::Default)) {
        clause->isDefault = true;
    } else {
        clause->isDefault = true;
        syntaxError("expected case or default or }");
        advance({Tok::Colon, Tok::Case, Tok::Default, Tok::Rbrace});
    }
    clause->colon = pos();
    want(Tok::Colon);
    clause->body = stmtList();
    return done(clause);
}

Stmt* Parser::selectStmt()
{
    auto* stmt = make<SelectStmt>(pos());
    next();
    if (!got(Tok::Lbrace)) {
        syntaxError("missing { after select clause");
        advance({Tok::Case, Tok::Default, Tok::Rbrace});
    }
    Collector<CommClause> clauses(*this);
    while (!at(Tok::Eof) && !at(Tok::Rbrace))
        clauses.add(commClause());
    stmt->clauses = clauses.take();
    stmt->rbrace = pos();
    want(Tok::Rbrace);
    return done(stmt);
}

CommClause* Parser::commClause()
{
    auto* clause = make<CommClause>(pos());
    if (got(Tok::Case)) {
        clause->comm = simpleStmt(Tok::Eof);
    } else if (got(Tok::Default)) {
        clause->isDefault = true;
    } else {
        clause->isDefault = true;
        syntaxError("expected case or default or }");
        advance({Tok::Colon, Tok::Case, Tok::Default, Tok::Rbrace});
    }
    clause->colon = pos();
    want(Tok::Colon);
    clause->body = stmtList();
    return done(clause);
}

// ---------------------------------------------------------------------------------------------- statements

/// go or defer.
Stmt* Parser::callStmt()
{
    const SourcePos start = pos();
    const bool isGo = at(Tok::Go);
    next();
    Expr* x = primaryExpr(nullptr);
    if (x->kind == Kind::ParenExpr) {
        errorAt(x->pos, fmt::format("expression in {} must not be parenthesized", isGo ? "go" : "defer"));
        x = unparen(x);
    }
    if (isGo) {
        auto* stmt = make<GoStmt>(start);
        stmt->call = x;
        return done(stmt);
    }
    auto* stmt = make<DeferStmt>(start);
    stmt->call = x;
    return done(stmt);
}

Stmt* Parser::branchStmt(BranchTok branchTok)
{
    auto* stmt = make<BranchStmt>(pos());
    stmt->tok = branchTok;
    next();
    if (branchTok == BranchTok::Goto || (at(Tok::Name) && branchTok != BranchTok::Fallthrough))
        stmt->label = name();
    return done(stmt);
}

Stmt* Parser::returnStmt()
{
    auto* stmt = make<ReturnStmt>(pos());
    next();
    if (!at(Tok::Semi) && !at(Tok::Rbrace))
        stmt->results = exprList();
    return done(stmt);
}

Stmt* Parser::stmtOrNull()
{
    const Nesting nesting(*this);
    if (at(Tok::Name)) {
        const List<Expr*> lhs = exprList();
        if (lhs.size() == 1 && lhs[0]->kind == Kind::Ident && at(Tok::Colon))
            return labeledOrNull(&as<Ident>(*lhs[0]));
        return simpleStmt(lhs, Tok::Eof);
    }
    switch (tok()) {
    case Tok::Var: return declStmt(DeclTok::Var);
    case Tok::Const: return declStmt(DeclTok::Const);
    case Tok::Type: return declStmt(DeclTok::Type);
    case Tok::Lbrace: return block("");
    case Tok::Operator:
        switch (m_scan.op) {
        case Op::Add: case Op::Sub: case Op::And: case Op::Xor: case Op::Not: return simpleStmt(Tok::Eof);
        default: return nullptr;
        }
    case Tok::Star: case Tok::Literal: case Tok::Func: case Tok::Lparen: case Tok::Lbrack: case Tok::Struct:
    case Tok::Map: case Tok::Chan: case Tok::Interface: case Tok::Arrow: return simpleStmt(Tok::Eof);
    case Tok::For: return forStmt();
    case Tok::Switch: return switchStmt();
    case Tok::Select: return selectStmt();
    case Tok::If: return ifStmt();
    case Tok::Fallthrough: return branchStmt(BranchTok::Fallthrough);
    case Tok::Break: return branchStmt(BranchTok::Break);
    case Tok::Continue: return branchStmt(BranchTok::Continue);
    case Tok::Goto: return branchStmt(BranchTok::Goto);
    case Tok::Go: case Tok::Defer: return callStmt();
    case Tok::Return: return returnStmt();
    case Tok::Semi: return make<EmptyStmt>(pos());
    default: return nullptr;
    }
}

List<Stmt*> Parser::stmtList()
{
    Collector<Stmt> stmts(*this);
    while (!at(Tok::Eof) && !at(Tok::Rbrace) && !at(Tok::Case) && !at(Tok::Default)) {
        Stmt* stmt = stmtOrNull();
        if (!stmt)
            break;
        stmts.add(stmt);
        if (!got(Tok::Semi) && !at(Tok::Rbrace)) {
            syntaxError("at end of statement");
            advance({Tok::Semi, Tok::Rbrace, Tok::Case, Tok::Default});
            got(Tok::Semi);
        }
    }
    return stmts.take();
}

} // namespace unwind::syntax
