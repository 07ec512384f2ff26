// The parser's inside, shared by parser.cpp (errors, files, declarations), expressions.cpp, typeexprs.cpp,
// parameters.cpp and statements.cpp. Recursive descent with one token of look-ahead.
// Functions named …OrNull return null when what they parse is not there; all others never do.
#pragma once

#include "lang/syntax/branches.h"
#include "lang/syntax/errorlist.h"
#include "lang/syntax/scanner.h"

#include <initializer_list>

namespace unwind::syntax {

class Parser {
public:
    Parser(const SourceFile& source, std::string_view text, File& file, NodeIds& ids, ErrorList& errors);
    void parseFile();

private:
    struct Group;
    struct Header;
    struct Nesting;
    template <class T>
    class Collector;

    // tokens
    Tok tok() const { return m_scan.tok; }
    bool at(Tok tok) const { return m_scan.tok == tok; }
    bool atOp(Op op) const { return m_scan.tok == Tok::Operator && m_scan.op == op; }
    SourcePos pos() const { return {m_file.fileId, m_scan.line, m_scan.column}; }
    void next();
    bool got(Tok tok);
    void want(Tok tok);
    bool gotAssign();

    // errors
    void errorAt(SourcePos at, const std::string& message);
    void syntaxErrorAt(SourcePos at, std::string message);
    void syntaxError(const std::string& message) { syntaxErrorAt(pos(), message); }
    std::string currentToken() const;
    void skipOne();
    void advance(std::initializer_list<Tok> follow);
    void tooDeep();

    // nodes
    template <class T>
    T* make(SourcePos at);
    template <class T>
    T* done(T* node);
    void grow(Expr* node, const Expr* child);
    void grow(Expr* node, List<Expr*> children);
    Ident* makeName(SourcePos at, std::string_view name);
    Expr* badExpr(SourcePos at) { return make<BadExpr>(at); }

    // declarations
    template <class F>
    SourcePos list(const char* context, Tok separator, Tok close, F element);
    void topLevel();
    void packageClause();
    List<Pragma> takePragmas();
    void dropPragmas() { m_pragmaStart = m_file.pragmas.size(); }
    GenDecl* genDecl(DeclTok tok);
    Spec* spec(DeclTok tok, Group& group);
    ImportSpec* importSpec();
    ConstSpec* constSpec(Group& group);
    TypeSpec* typeSpec();
    void genericOrArray(TypeSpec* spec);
    VarSpec* varSpec();
    FuncDecl* funcDecl();
    Field* receiver();
    BlockStmt* funcBody();
    struct NameAndType {
        Ident* name;
        Expr* type;
    };
    NameAndType splitTypeParam(Expr* x, bool force);

    // expressions
    Expr* expr() { return binaryExpr(nullptr, 0); }
    Expr* binaryExpr(Expr* x, int prec);
    Expr* unaryExpr();
    Expr* receiveOrChan();
    Expr* operand();
    Expr* funcLitOrType();
    Expr* primaryExpr(Expr* x);
    Expr* selectorOrAssert(Expr* x);
    Expr* indexOrSlice(Expr* x);
    Expr* sliceRest(Expr* x, SourcePos lbrack, Expr* lo);
    Expr* call(Expr* x);
    bool mayBeLiteralType(const Expr* x) const;
    CompositeLit* compositeLit(Expr* type);
    Expr* element();
    List<Expr*> exprList();
    List<Expr*> typeList(bool strict, bool& comma);
    BasicLit* literalOrNull();

    // types
    Expr* type();
    Expr* typeOrNull();
    Expr* typeInstance(Expr* generic);
    Expr* arrayType(SourcePos at, Expr* len);
    Expr* sliceType(SourcePos at);
    Expr* chanType();
    Expr* chanElem();
    Expr* mapType();
    Expr* structType();
    void fieldDecl(std::vector<Field*>& fields);
    void namedFields(std::vector<Field*>& fields);
    void parenthesizedField(std::vector<Field*>& fields);
    Expr* star(SourcePos at, Expr* x);
    Expr* interfaceType();
    Field* methodOrEmbedded();
    void bracketedMethod(Field* field, Ident* name);
    Field* embeddedElem(Field* field);
    Expr* embeddedTerm();
    Expr* arrayOrTypeArgs();
    Expr* qualifiedName(Ident* name);
    Ident* name();
    List<Ident*> nameList(Ident* first);

    // parameters
    FuncType* funcType(const char* context, List<Field*>* typeParams = nullptr);
    List<Field*> funcResult();
    Field* makeField(SourcePos at, Ident* name, Expr* type);
    Field* paramDeclOrNull(Ident* name, Tok follow);
    bool namedParam(Field*& field, Ident* name, bool typeSets);
    struct ParamRules {
        Tok close;
        bool requireNames;
        bool dotsAllowed;
    };
    List<Field*> paramList(Ident* name, Expr* type, ParamRules rules);
    void distributeTypes(std::vector<Field*>& params, ParamRules rules, SourcePos close);
    void checkDots(std::vector<Field*>& params, ParamRules rules);

    // statements
    Stmt* simpleStmt(Tok keyword) { return simpleStmt(List<Expr*>(), keyword); }
    Stmt* simpleStmt(List<Expr*> lhs, Tok keyword);
    Stmt* exprStmt(Expr* x);
    Stmt* assignOrDefine(List<Expr*> lhs, Tok keyword);
    RangeStmt* rangeClause(List<Expr*> lhs, bool define);
    Stmt* labeledOrNull(Ident* label);
    BlockStmt* block(const char* context);
    Stmt* declStmt(DeclTok tok);
    Stmt* forStmt();
    Header header(Tok keyword);
    void headerRest(Header& header, Tok keyword);
    void conditionOf(Header& header, Tok keyword);
    Stmt* ifStmt();
    Stmt* switchStmt();
    Stmt* selectStmt();
    CaseClause* caseClause();
    CommClause* commClause();
    Stmt* callStmt();
    Stmt* branchStmt(BranchTok tok);
    Stmt* returnStmt();
    Stmt* stmtOrNull();
    List<Stmt*> stmtList();

    const SourceFile& m_source;
    File& m_file;
    Arena& m_arena;
    NodeIds& m_ids;
    ErrorList& m_errors;
    Scanner m_scan;
    SourcePos m_prevEnd;         ///< just behind the last token taken
    int m_errorCount = 0;        ///< reported by scanner and parser, shown or not
    int m_funcNest = 0;          ///< functions we are in; statement keywords stop skipping only there
    int m_exprLevel = 0;         ///< < 0: in a control clause, where "{" begins the block
    int m_depth = 0;             ///< of the recursion
    uint16_t m_highest = 0;      ///< greatest height of an expression in the current function
    size_t m_pragmaStart = 0;    ///< first pragma not yet given to a declaration
    Ident* m_guardName = nullptr; ///< x of "x := y.(type)" just read
    std::vector<void*> m_scratch; ///< elements of the lists being read, innermost last
};

/// Elements of a list being parsed, kept on the parser's scratch stack until their number is known.
template <class T>
class Parser::Collector {
public:
    explicit Collector(Parser& parser) : m_parser(parser), m_from(parser.m_scratch.size()) {}
    Collector(const Collector&) = delete;
    ~Collector() { m_parser.m_scratch.resize(m_from); }
    void add(T* node) { m_parser.m_scratch.push_back(node); }
    List<T*> take()
    {
        const size_t size = m_parser.m_scratch.size() - m_from;
        if (size == 0)
            return {};
        T** to = m_parser.m_arena.template array<T*>(size);
        for (size_t i = 0; i < size; ++i)
            to[i] = static_cast<T*>(m_parser.m_scratch[m_from + i]);
        return {to, static_cast<uint32_t>(size)};
    }

private:
    Parser& m_parser;
    size_t m_from;
};

/// Counts one level of recursion while it lives.
struct Parser::Nesting {
    explicit Nesting(Parser& p) : parser(p)
    {
        static constexpr int kMaxDepth = 1000;
        if (++parser.m_depth > kMaxDepth)
            parser.tooDeep();
    }
    Nesting(const Nesting&) = delete;
    ~Nesting() { --parser.m_depth; }
    Parser& parser;
};

template <class T>
T* Parser::make(SourcePos at)
{
    T* node = m_arena.make<T>();
    node->kind = T::kKind;
    node->id = m_ids.take();
    node->pos = node->start = node->end = at;
    return node;
}

/// The node ends with the last token taken.
template <class T>
T* Parser::done(T* node)
{
    node->end = m_prevEnd;
    return node;
}

/// Parses elements separated by `separator` up to and with `close`; element returns true to be the last one.
/// Returns the place of the closing token.
template <class F>
SourcePos Parser::list(const char* context, Tok separator, Tok close, F element)
{
    bool last = false;
    while (!at(Tok::Eof) && !at(close) && !last) {
        last = element();
        if (!got(separator) && !at(close)) {
            syntaxError(std::string("in ") + context + "; possibly missing " + tokName(separator) + " or "
                        + tokName(close));
            advance({Tok::Rparen, Tok::Rbrack, Tok::Rbrace});
            if (!at(close))
                return pos();
        }
    }
    const SourcePos end = pos();
    want(close);
    return end;
}

} // namespace unwind::syntax
