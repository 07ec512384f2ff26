// The syntax tree of Go 1.25. Node names follow go/ast; positions and shapes follow what the Go compiler needs
// for its messages. Nodes live in the arena of their File, point at each other with plain pointers and are
// switched on by Node::kind (use as<T>() and dynCast<T>()). The tree is not changed after parsing.
//
// Every node has a number, Node::id, unique over all files parsed with the same NodeIds counter and dense from 1,
// so what later stages find out about a node is kept in vectors indexed by id.
//
// Three positions: `pos` is the place the compiler keeps for the node (the operator of a binary expression, the
// "(" of a call, "[" of an index, "." of a selector, the operator of an assignment, otherwise the first token);
// `start` is its leftmost character, which is where type errors are reported (as in the compiler, a slice expression
// and what it begins count from its "["); `end` is just behind its last.
#pragma once

#include "base/source.h"
#include "lang/syntax/arena.h"

#include <string>
#include <string_view>
#include <vector>

namespace unwind::syntax {

/// Hands out the numbers of nodes; one for all files of a program, the standard library's included.
struct NodeIds {
    uint32_t next = 1;
    uint32_t take() { return next++; }
};

enum class Kind : uint8_t {
    // expressions and types
    BadExpr, Ident, BasicLit, CompositeLit, FuncLit, ParenExpr, SelectorExpr, IndexExpr, SliceExpr, TypeAssertExpr,
    CallExpr, StarExpr, UnaryExpr, BinaryExpr, KeyValueExpr, Ellipsis,
    ArrayType, StructType, FuncType, InterfaceType, MapType, ChanType,
    // parts
    Field, File,
    // declarations
    ImportSpec, ConstSpec, TypeSpec, VarSpec, GenDecl, FuncDecl,
    // statements
    DeclStmt, EmptyStmt, LabeledStmt, ExprStmt, SendStmt, IncDecStmt, AssignStmt, GoStmt, DeferStmt,
    ReturnStmt, BranchStmt, BlockStmt, IfStmt, CaseClause, SwitchStmt, TypeSwitchStmt, CommClause, SelectStmt,
    ForStmt, RangeStmt,
};

/// Operators of unary and binary expressions and of op= assignments.
enum class Op : uint8_t {
    None,
    Not, Recv, Tilde,                           // unary only: ! <- ~
    OrOr, AndAnd,                               // || &&
    Eql, Neq, Lss, Leq, Gtr, Geq,               // == != < <= > >=
    Add, Sub, Or, Xor,                          // + - | ^   (+ - ^ also unary)
    Mul, Div, Rem, And, AndNot, Shl, Shr,       // * / % & &^ << >>   (& also unary)
};
std::string_view opText(Op op);

struct Node {
    Kind kind;
    uint16_t height = 0; ///< of an expression's subtree, bounded by the parser, so that recursive walks are safe
    uint32_t id = 0;
    SourcePos pos;
    SourcePos start;
    SourcePos end; ///< exclusive
};

struct Expr : Node {};

template <class T>
T* dynCast(Node* node) { return node && node->kind == T::kKind ? static_cast<T*>(node) : nullptr; }
template <class T>
const T* dynCast(const Node* node) { return node && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr; }
/// The caller has looked at kind.
template <class T>
T& as(Node& node) { return static_cast<T&>(node); }
template <class T>
const T& as(const Node& node) { return static_cast<const T&>(node); }

inline bool isExpr(const Node& node) { return node.kind <= Kind::ChanType; }
inline bool isStmt(const Node& node) { return node.kind >= Kind::DeclStmt; }

struct BlockStmt;
struct FuncType;
struct Field;

// ---------------------------------------------------------------------------------------------- expressions

/// Stands where no expression could be read; a diagnostic was given.
struct BadExpr : Expr {
    static constexpr Kind kKind = Kind::BadExpr;
};

/// A name; "_" also stands for a name that was missing.
struct Ident : Expr {
    static constexpr Kind kKind = Kind::Ident;
    std::string_view name;
};

enum class LitKind : uint8_t { Int, Float, Imag, Rune, String };

/// A literal exactly as written; literal.h turns it into a value.
struct BasicLit : Expr {
    static constexpr Kind kKind = Kind::BasicLit;
    LitKind lit = LitKind::Int;
    bool bad = false;       ///< has a syntax error that was reported
    std::string_view text;
};

/// T{...}; pos is "{".
struct CompositeLit : Expr {
    static constexpr Kind kKind = Kind::CompositeLit;
    Expr* type = nullptr;   ///< null for an inner literal whose type is left out
    List<Expr*> elts;       ///< KeyValueExpr for key: value
    SourcePos lbrace, rbrace;
};

/// func(...) ... {...}
struct FuncLit : Expr {
    static constexpr Kind kKind = Kind::FuncLit;
    FuncType* type = nullptr;
    BlockStmt* body = nullptr;
};

/// (x); parentheses around types in type context are not kept.
struct ParenExpr : Expr {
    static constexpr Kind kKind = Kind::ParenExpr;
    Expr* x = nullptr;
};

/// x.sel; pos is ".".
struct SelectorExpr : Expr {
    static constexpr Kind kKind = Kind::SelectorExpr;
    Expr* x = nullptr;
    Ident* sel = nullptr;
};

/// x[i] or the instantiation x[T1, T2, ...]; pos is "[".
struct IndexExpr : Expr {
    static constexpr Kind kKind = Kind::IndexExpr;
    Expr* x = nullptr;
    List<Expr*> indices;    ///< one or more
};

/// x[lo:hi] or x[lo:hi:max]; pos is "[".
struct SliceExpr : Expr {
    static constexpr Kind kKind = Kind::SliceExpr;
    Expr* x = nullptr;
    Expr* lo = nullptr;
    Expr* hi = nullptr;
    Expr* max = nullptr;
    bool slice3 = false;    ///< there was a second colon
};

/// x.(T), or x.(type) when type is null; pos is ".".
struct TypeAssertExpr : Expr {
    static constexpr Kind kKind = Kind::TypeAssertExpr;
    Expr* x = nullptr;
    Expr* type = nullptr;
};

/// fun(args...) call or conversion; pos is "(".
struct CallExpr : Expr {
    static constexpr Kind kKind = Kind::CallExpr;
    Expr* fun = nullptr;
    List<Expr*> args;
    bool hasDots = false;   ///< the last argument is followed by "..."
    SourcePos rparen;
};

/// *x: a dereference or a pointer type.
struct StarExpr : Expr {
    static constexpr Kind kKind = Kind::StarExpr;
    Expr* x = nullptr;
};

/// op x, with op one of + - ! ^ & <- ~ (the last in constraints only).
struct UnaryExpr : Expr {
    static constexpr Kind kKind = Kind::UnaryExpr;
    Op op = Op::None;
    Expr* x = nullptr;
};

/// x op y; pos is the operator. Op::Or between types is a union in a constraint.
struct BinaryExpr : Expr {
    static constexpr Kind kKind = Kind::BinaryExpr;
    Op op = Op::None;
    Expr* x = nullptr;
    Expr* y = nullptr;
};

/// key: value in a composite literal; pos is ":".
struct KeyValueExpr : Expr {
    static constexpr Kind kKind = Kind::KeyValueExpr;
    Expr* key = nullptr;
    Expr* value = nullptr;
};

/// "...T" of a variadic parameter, or the bare "..." (elt null) of [...]T.
struct Ellipsis : Expr {
    static constexpr Kind kKind = Kind::Ellipsis;
    Expr* elt = nullptr;
};

/// [len]elem, [...]elem (len is an Ellipsis) or the slice type []elem (len is null).
struct ArrayType : Expr {
    static constexpr Kind kKind = Kind::ArrayType;
    Expr* len = nullptr;
    Expr* elem = nullptr;
    bool isSlice() const { return !len; }
};

/// struct { fields }
struct StructType : Expr {
    static constexpr Kind kKind = Kind::StructType;
    List<Field*> fields;    ///< one for each name; an embedded field has no name
};

/// func(params) results; a function's type parameters stand in FuncDecl.
struct FuncType : Expr {
    static constexpr Kind kKind = Kind::FuncType;
    List<Field*> params;
    List<Field*> results;
};

/// interface { methods and embedded elements }
struct InterfaceType : Expr {
    static constexpr Kind kKind = Kind::InterfaceType;
    List<Field*> methods;   ///< a method has a name and a FuncType; an embedded element or union has no name
};

/// map[key]value
struct MapType : Expr {
    static constexpr Kind kKind = Kind::MapType;
    Expr* key = nullptr;
    Expr* value = nullptr;
};

enum class ChanDir : uint8_t { Both, SendOnly, RecvOnly };

/// chan elem, chan<- elem or <-chan elem.
struct ChanType : Expr {
    static constexpr Kind kKind = Kind::ChanType;
    ChanDir dir = ChanDir::Both;
    Expr* elem = nullptr;
};

/// A parameter, result, receiver, type parameter, struct field or interface element: one node for each name.
/// Names declared together ("a, b int") share the very same type node: check it once.
struct Field : Node {
    static constexpr Kind kKind = Kind::Field;
    Ident* name = nullptr;  ///< null: unnamed parameter or embedded field or element
    Expr* type = nullptr;
    BasicLit* tag = nullptr;
    bool typeFollows = false; ///< "a" of "a, b int": type and tag are those of the next field
};

/// e without the parentheses around it.
inline const Expr* unparen(const Expr* e)
{
    while (const auto* paren = dynCast<ParenExpr>(e))
        e = paren->x;
    return e;
}
inline Expr* unparen(Expr* e)
{
    while (auto* paren = dynCast<ParenExpr>(e))
        e = paren->x;
    return e;
}

} // namespace unwind::syntax
