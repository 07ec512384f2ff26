// Declarations, statements and files: the second half of the syntax tree. What holds for all nodes stands in exprs.h,
// which is the first half and comes with this header.
#pragma once

#include "lang/syntax/exprs.h"

namespace unwind::syntax {

struct Decl : Node {};
struct Spec : Node {};
struct Stmt : Node {};

// ---------------------------------------------------------------------------------------------- declarations

/// A comment that is meant for tools: "//go:noinline", "//unwind:expect ...", the text without the slashes.
struct Pragma {
    SourcePos pos;
    std::string_view text;
};

/// import "path", import name "path"
struct ImportSpec : Spec {
    static constexpr Kind kKind = Kind::ImportSpec;
    Ident* name = nullptr;  ///< null without a rename; may be "." or "_"
    BasicLit* path = nullptr; ///< null when it was missing
};

/// names [type] [= values] of a const declaration, its place in the group resolved.
struct ConstSpec : Spec {
    static constexpr Kind kKind = Kind::ConstSpec;
    List<Ident*> names;
    Expr* type = nullptr;   ///< as written, or repeated from the spec before (shared nodes)
    List<Expr*> values;     ///< as written, or repeated from the spec before (shared nodes: an id may have several types)
    bool inherited = false; ///< type and values are repeated; errors are then reported at the name
    uint32_t iota = 0;
};

/// name [tparams] type, or the alias name [tparams] = type.
struct TypeSpec : Spec {
    static constexpr Kind kKind = Kind::TypeSpec;
    Ident* name = nullptr;
    List<Field*> tparams;
    bool isAlias = false;
    Expr* type = nullptr;
};

/// names [type] [= values] of a var declaration.
struct VarSpec : Spec {
    static constexpr Kind kKind = Kind::VarSpec;
    List<Ident*> names;
    Expr* type = nullptr;
    List<Expr*> values;
};

enum class DeclTok : uint8_t { Import, Const, Type, Var };

/// import, const, type or var with one spec, or with several in parentheses.
struct GenDecl : Decl {
    static constexpr Kind kKind = Kind::GenDecl;
    DeclTok tok = DeclTok::Var;
    bool grouped = false;   ///< has parentheses
    List<Spec*> specs;
    List<Pragma> pragmas;   ///< those directly in front
};

/// func (recv) name[tparams](...) ... {...}; pos is the token after "func", as in the compiler.
struct FuncDecl : Decl {
    static constexpr Kind kKind = Kind::FuncDecl;
    Field* recv = nullptr;  ///< null for a plain function
    Ident* name = nullptr;
    List<Field*> tparams;
    FuncType* type = nullptr;
    BlockStmt* body = nullptr; ///< null when it has none
    List<Pragma> pragmas;   ///< those directly in front
};

// ---------------------------------------------------------------------------------------------- statements

/// A const, type or var declaration in a function.
struct DeclStmt : Stmt {
    static constexpr Kind kKind = Kind::DeclStmt;
    GenDecl* decl = nullptr;
};

/// Nothing, where a statement could be.
struct EmptyStmt : Stmt {
    static constexpr Kind kKind = Kind::EmptyStmt;
};

/// label: stmt; pos is ":".
struct LabeledStmt : Stmt {
    static constexpr Kind kKind = Kind::LabeledStmt;
    Ident* label = nullptr;
    Stmt* stmt = nullptr;
};

/// An expression used as a statement.
struct ExprStmt : Stmt {
    static constexpr Kind kKind = Kind::ExprStmt;
    Expr* x = nullptr;
};

/// chan <- value; pos is "<-".
struct SendStmt : Stmt {
    static constexpr Kind kKind = Kind::SendStmt;
    Expr* chan = nullptr;
    Expr* value = nullptr;
};

/// x++ or x--; pos is the operator.
struct IncDecStmt : Stmt {
    static constexpr Kind kKind = Kind::IncDecStmt;
    Expr* x = nullptr;
    bool inc = true;
};

/// lhs = rhs, lhs := rhs or lhs op= rhs; pos is the operator.
struct AssignStmt : Stmt {
    static constexpr Kind kKind = Kind::AssignStmt;
    List<Expr*> lhs;
    List<Expr*> rhs;
    bool define = false;    ///< :=
    Op op = Op::None;       ///< of op=, with one expression on each side
};

/// go call
struct GoStmt : Stmt {
    static constexpr Kind kKind = Kind::GoStmt;
    Expr* call = nullptr;   ///< a CallExpr in a correct program
};

/// defer call
struct DeferStmt : Stmt {
    static constexpr Kind kKind = Kind::DeferStmt;
    Expr* call = nullptr;   ///< a CallExpr in a correct program
};

/// return [results]
struct ReturnStmt : Stmt {
    static constexpr Kind kKind = Kind::ReturnStmt;
    List<Expr*> results;
};

enum class BranchTok : uint8_t { Break, Continue, Goto, Fallthrough };

/// break, continue, goto or fallthrough.
struct BranchStmt : Stmt {
    static constexpr Kind kKind = Kind::BranchStmt;
    BranchTok tok = BranchTok::Break;
    Ident* label = nullptr;
    Stmt* target = nullptr; ///< LabeledStmt of a goto; the statement left or continued; null for fallthrough
};

/// { stmts }
struct BlockStmt : Stmt {
    static constexpr Kind kKind = Kind::BlockStmt;
    List<Stmt*> stmts;
    SourcePos rbrace;
};

/// if [init;] cond {...} [else ...]
struct IfStmt : Stmt {
    static constexpr Kind kKind = Kind::IfStmt;
    Stmt* init = nullptr;
    Expr* cond = nullptr;
    BlockStmt* body = nullptr;
    Stmt* orElse = nullptr; ///< null, IfStmt or BlockStmt
};

/// case exprs: or default: with its statements.
struct CaseClause : Stmt {
    static constexpr Kind kKind = Kind::CaseClause;
    List<Expr*> exprs;      ///< types in a type switch
    bool isDefault = false;
    List<Stmt*> body;
    SourcePos colon;
};

/// switch [init;] [tag] {...}
struct SwitchStmt : Stmt {
    static constexpr Kind kKind = Kind::SwitchStmt;
    Stmt* init = nullptr;
    Expr* tag = nullptr;
    List<CaseClause*> clauses;
    SourcePos rbrace;
};

/// switch [init;] [lhs :=] guard {...}, the guard being x.(type)
struct TypeSwitchStmt : Stmt {
    static constexpr Kind kKind = Kind::TypeSwitchStmt;
    Stmt* init = nullptr;
    Ident* lhs = nullptr;
    TypeAssertExpr* guard = nullptr;
    List<CaseClause*> clauses;
    SourcePos rbrace;
};

/// case send or receive: or default: with its statements.
struct CommClause : Stmt {
    static constexpr Kind kKind = Kind::CommClause;
    Stmt* comm = nullptr;   ///< null for default; SendStmt, ExprStmt or AssignStmt in a correct program
    bool isDefault = false;
    List<Stmt*> body;
    SourcePos colon;
};

/// select {...}
struct SelectStmt : Stmt {
    static constexpr Kind kKind = Kind::SelectStmt;
    List<CommClause*> clauses;
    SourcePos rbrace;
};

/// for [init]; [cond]; [post] {...} and for [cond] {...}
struct ForStmt : Stmt {
    static constexpr Kind kKind = Kind::ForStmt;
    Stmt* init = nullptr;
    Expr* cond = nullptr;
    Stmt* post = nullptr;
    BlockStmt* body = nullptr;
};

/// for [key[, value] (= or :=)] range x {...}; pos is "for", rangePos is "range".
struct RangeStmt : Stmt {
    static constexpr Kind kKind = Kind::RangeStmt;
    Expr* key = nullptr;
    Expr* value = nullptr;
    Expr* extra = nullptr;  ///< the first of too many iteration variables
    bool define = false;
    SourcePos rangePos;
    Expr* x = nullptr;
    BlockStmt* body = nullptr;
};

// ---------------------------------------------------------------------------------------------- files

/// One source file: package clause and declarations, and owner of all its nodes.
struct File : Node {
    static constexpr Kind kKind = Kind::File;
    FileId fileId;
    Ident* package = nullptr;
    std::vector<Decl*> decls;          ///< GenDecl and FuncDecl in source order
    std::vector<ImportSpec*> imports;  ///< those of decls
    std::vector<Pragma> pragmas;       ///< every "//go:" and "//unwind:" comment in source order
    Arena arena;
    File() : Node{Kind::File} {}
};

/// The files of one package.
struct Package {
    std::string path;
    std::vector<const File*> files;
};

} // namespace unwind::syntax
