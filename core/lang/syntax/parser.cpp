#include "lang/syntax/parser.h"

#include "lang/syntax/parserimpl.h"

#include <fmt/format.h>

namespace unwind::syntax {
namespace {

constexpr uint16_t kMaxHeight = 2000;

/// Keywords that begin a statement: good places to go on after a fault.
constexpr uint64_t kStatementStarts = tokBit(Tok::Break) | tokBit(Tok::Const) | tokBit(Tok::Continue)
    | tokBit(Tok::Defer) | tokBit(Tok::Fallthrough) | tokBit(Tok::For) | tokBit(Tok::Go) | tokBit(Tok::Goto)
    | tokBit(Tok::If) | tokBit(Tok::Return) | tokBit(Tok::Select) | tokBit(Tok::Switch) | tokBit(Tok::Type)
    | tokBit(Tok::Var);

} // namespace

ParseResult parse(const SourceFile& source, FileId fileId, NodeIds& ids)
{
    ParseResult result;
    result.file = std::make_unique<File>();
    result.file->fileId = fileId;
    result.file->id = ids.take();
    result.file->pos = result.file->start = {fileId, 1, 1};
    ErrorList errors;
    Parser(source, result.file->arena.text(source.text), *result.file, ids, errors).parseFile();
    result.checkable = result.file->package && !errors.hasSyntaxErrors();
    result.errors = errors.take();
    return result;
}

Parser::Parser(const SourceFile& source, std::string_view text, File& file, NodeIds& ids, ErrorList& errors)
    : m_source(source)
    , m_file(file)
    , m_arena(file.arena)
    , m_ids(ids)
    , m_errors(errors)
    , m_scan(
          text,
          [this](uint32_t line, uint32_t column, const std::string& message) {
              errorAt({m_file.fileId, line, column}, message);
          },
          [this](uint32_t line, uint32_t column, std::string_view comment) {
              m_file.pragmas.push_back({{m_file.fileId, line, column}, comment});
          })
{
}

// ---------------------------------------------------------------------------------------------- tokens and errors

void Parser::next()
{
    m_prevEnd = {m_file.fileId, m_scan.endLine(), m_scan.endColumn()};
    m_scan.next();
}

bool Parser::got(Tok tok)
{
    if (!at(tok))
        return false;
    next();
    return true;
}

void Parser::want(Tok tok)
{
    if (got(tok))
        return;
    syntaxError("expected " + tokName(tok));
    skipOne();
}

/// "=", and also ":=" with a complaint.
bool Parser::gotAssign()
{
    if (at(Tok::Define))
        syntaxError("expected =");
    else if (!at(Tok::Assign))
        return false;
    next();
    return true;
}

void Parser::errorAt(SourcePos at, const std::string& message)
{
    ++m_errorCount;
    m_errors.add(at, message);
    if (m_errors.full())
        m_scan.stop();
}

/// Messages that begin with "in", "at", "after" or "expected" get the current token in front.
void Parser::syntaxErrorAt(SourcePos at, std::string message)
{
    if (tok() == Tok::Eof && m_errorCount > 0)
        return; // follows from what was reported
    if (message.starts_with("in ") || message.starts_with("at ") || message.starts_with("after "))
        message = "unexpected " + currentToken() + " " + message;
    else if (message.starts_with("expected "))
        message = "unexpected " + currentToken() + ", " + message;
    errorAt(at, "syntax error: " + message);
}

std::string Parser::currentToken() const
{
    switch (tok()) {
    case Tok::Name: return fmt::format("name {}", m_scan.lit);
    case Tok::Literal: return fmt::format("literal {}", m_scan.lit);
    case Tok::Semi: return std::string(m_scan.lit);
    case Tok::Operator: return std::string(opText(m_scan.op));
    case Tok::AssignOp: return fmt::format("{}=", opText(m_scan.op));
    case Tok::IncOp: return fmt::format("{0}{0}", opText(m_scan.op));
    default: return tokName(tok());
    }
}

void Parser::skipOne()
{
    if (!at(Tok::Eof))
        next();
}

/// Skips to a token of `follow` or, in a function, to one that begins a statement.
void Parser::advance(std::initializer_list<Tok> follow)
{
    uint64_t stops = tokBit(Tok::Eof) | (m_funcNest > 0 ? kStatementStarts : 0);
    for (Tok tok : follow)
        stops |= tokBit(tok);
    while (!(stops & tokBit(tok())))
        next();
}

void Parser::tooDeep()
{
    if (at(Tok::Eof) && m_errorCount > 0)
        return;
    errorAt(pos(), "syntax error: nested too deeply; split the expression or statement");
    m_scan.stop();
    m_scan.next();
}

// ---------------------------------------------------------------------------------------------- nodes

void Parser::grow(Expr* node, const Expr* child)
{
    if (!child || child->height < node->height)
        return;
    node->height = static_cast<uint16_t>(child->height + 1);
    m_highest = std::max(m_highest, node->height);
    if (node->height >= kMaxHeight)
        tooDeep();
}

void Parser::grow(Expr* node, List<Expr*> children)
{
    for (const Expr* child : children)
        grow(node, child);
}

Ident* Parser::makeName(SourcePos at, std::string_view name)
{
    Ident* ident = make<Ident>(at);
    ident->name = name;
    return ident;
}

// ---------------------------------------------------------------------------------------------- files

void Parser::parseFile()
{
    m_scan.next();
    packageClause();
    if (m_errorCount == 0) {
        topLevel();
        m_file.end = pos();
    } else {
        m_file.package = nullptr;
    }
}

void Parser::packageClause()
{
    m_file.pos = pos();
    if (!got(Tok::Package)) {
        syntaxError("package statement must be first");
        return;
    }
    dropPragmas();
    m_file.package = name();
    want(Tok::Semi);
}

void Parser::topLevel()
{
    Tok previous = Tok::Import;
    bool bodyMayFollow = false;
    while (!at(Tok::Eof)) {
        if (at(Tok::Import) && previous != Tok::Import)
            syntaxError("imports must appear before other declarations");
        previous = tok();
        Decl* decl = nullptr;
        switch (tok()) {
        case Tok::Import: decl = genDecl(DeclTok::Import); break;
        case Tok::Const: decl = genDecl(DeclTok::Const); break;
        case Tok::Type: decl = genDecl(DeclTok::Type); break;
        case Tok::Var: decl = genDecl(DeclTok::Var); break;
        case Tok::Func: decl = funcDecl(); break;
        default:
            syntaxError(at(Tok::Lbrace) && bodyMayFollow ? "unexpected semicolon or newline before {"
                                                         : "non-declaration statement outside function body");
            advance({Tok::Import, Tok::Const, Tok::Type, Tok::Var, Tok::Func});
            continue;
        }
        m_file.decls.push_back(decl);
        const auto* func = dynCast<FuncDecl>(decl);
        bodyMayFollow = func && !func->body;
        dropPragmas(); // before the ";" is passed: what stands behind it belongs to the next declaration
        if (!at(Tok::Eof) && !got(Tok::Semi)) {
            syntaxError("after top level declaration");
            advance({Tok::Import, Tok::Const, Tok::Type, Tok::Var, Tok::Func});
        }
    }
}

List<Pragma> Parser::takePragmas()
{
    const std::vector<Pragma> taken(m_file.pragmas.begin() + static_cast<ptrdiff_t>(m_pragmaStart),
                                    m_file.pragmas.end());
    dropPragmas();
    return m_arena.list(taken);
}

} // namespace unwind::syntax
