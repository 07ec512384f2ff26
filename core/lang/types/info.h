// What the checker found out about the syntax tree: type, mode and constant value of every expression, the object of
// every identifier, selections, implicit objects, facts about every function body. Everything is indexed by
// syntax::Node::id, which is unique over all files of a program. Counterpart: go/types' Info.
// The types of untyped operands are final: an untyped constant has the type that its context gave it.
#pragma once

#include "lang/syntax/ast.h"
#include "lang/types/object.h"

#include <vector>

namespace unwind::types {

enum class Mode : uint8_t {
    Invalid,
    NoValue,  ///< call of a function without results
    Builtin,  ///< a built-in function, to be called
    TypExpr,  ///< a type
    Constant, ///< has a value
    Variable, ///< addressable
    MapIndex, ///< m[k]: assignable, usable as comma-ok
    Value,    ///< computed, not addressable
    NilValue, ///< nil; its type is the type it was converted to
    CommaOk,  ///< channel receive, type assertion: usable as comma-ok
};

/// type is a Tuple of (T, bool) where a map index, receive or assertion is used as comma-ok.
struct TypeAndValue {
    Mode mode = Mode::Invalid;
    const Type* type = nullptr;
    const constant::Value* value = nullptr; ///< of constants
    bool isType() const { return mode == Mode::TypExpr; }
    bool isConstant() const { return value != nullptr; }
    bool isAddressable() const { return mode == Mode::Variable; }
};

enum class SelectionKind : uint8_t {
    FieldVal,   ///< x.f
    MethodVal,  ///< x.m, called or not
    MethodExpr, ///< T.m
};

/// x.f where x is not a package. Qualified identifiers (pkg.Name) have no Selection; look at use(*e.sel).
struct Selection {
    SelectionKind kind = SelectionKind::FieldVal;
    const Type* recv = nullptr; ///< type of x, or T in T.m
    Object* obj = nullptr;      ///< Var (field) or Func
    /// Way to the field or method: indices of embedded fields, then of the field in its struct, or of the method
    /// in Named::methods() or Interface::methods().
    std::vector<int> index;
    bool indirect = false; ///< a pointer was followed on the way (x itself included)
    const Var* field() const { return object<Var>(obj); }
    const Func* method() const { return object<Func>(obj); }
};

/// Facts about one function body: a FuncDecl, a FuncLit, or the initializer of package-level variables.
struct FuncInfo {
    const syntax::Node* node = nullptr; ///< FuncDecl, FuncLit; the expression for an initializer
    Func* object = nullptr;             ///< null for literals and initializers
    const Signature* type = nullptr;    ///< null for initializers
    FuncInfo* outer = nullptr;          ///< function or initializer a literal stands in; null for these
    std::vector<Var*> captures; ///< variables of enclosing functions used here or in literals in here, first use first
    std::vector<Var*>
        locals; ///< variables declared here (receiver, parameters and results first), not those of literals
    std::vector<FuncInfo*> literals; ///< function literals directly in here
    std::vector<Object*> uses;       ///< package-level functions, methods and variables mentioned, those in literals
                                     ///< included; empty for a literal
    std::vector<const Type*> boxed;  ///< types whose values are converted to an interface, likewise
    bool hasDefer = false;
    bool hasRecover = false; ///< mentions the built-in recover
};

/// One step of a package's initialization: lhs = rhs.
struct Initializer {
    std::vector<Var*> lhs; ///< several for var a, b = f()
    const syntax::Expr* rhs = nullptr;
    const FuncInfo* info = nullptr;
};

struct Info {
    TypeAndValue of(const syntax::Expr& e) const { return e.id < types.size() ? types[e.id] : TypeAndValue{}; }
    const Type* typeOf(const syntax::Expr& e) const { return of(e).type; }
    const constant::Value* valueOf(const syntax::Expr& e) const { return of(e).value; }
    /// The object that an identifier declares; null if it declares none ("_" and symbolic variables of type switches
    /// too).
    Object* def(const syntax::Ident& id) const { return id.id < defs.size() ? defs[id.id] : nullptr; }
    /// The object that an identifier refers to. A variable redeclared by := is a use; so is a key of a struct literal.
    Object* use(const syntax::Ident& id) const { return id.id < uses.size() ? uses[id.id] : nullptr; }
    /// Either of them.
    Object* objectOf(const syntax::Ident& id) const { return def(id) ? def(id) : use(id); }
    const Selection* selection(const syntax::SelectorExpr& e) const { return static_cast<const Selection*>(link(e)); }
    /// The variable of a type switch's clause, the unnamed parameter or receiver of a Field, the package of an
    /// ImportSpec.
    Object* implicit(const syntax::CaseClause& n) const { return static_cast<Object*>(const_cast<void*>(link(n))); }
    Object* implicit(const syntax::Field& n) const { return static_cast<Object*>(const_cast<void*>(link(n))); }
    Object* implicit(const syntax::ImportSpec& n) const { return static_cast<Object*>(const_cast<void*>(link(n))); }
    const FuncInfo* func(const syntax::FuncLit& e) const { return static_cast<const FuncInfo*>(link(e)); }
    const FuncInfo* func(const syntax::FuncDecl& d) const { return static_cast<const FuncInfo*>(link(d)); }
    /// Which built-in a call's function is, if it is one.
    const Builtin* builtin(const syntax::CallExpr& call) const;

    std::vector<TypeAndValue> types;
    std::vector<Object*> defs;
    std::vector<Object*> uses;
    std::vector<const void*> links;

private:
    const void* link(const syntax::Node& n) const { return n.id < links.size() ? links[n.id] : nullptr; }
};

} // namespace unwind::types
