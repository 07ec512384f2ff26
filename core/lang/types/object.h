// What identifiers stand for: packages, constants, types, variables, functions, labels, builtins, nil.
// Counterpart: go/types' Object and its kinds. Objects live in the Program's arena; an object is one declaration,
// so pointers compare. Facts about use that the compiler needs (captured, address taken) stand on Var.
#pragma once

#include "base/source.h"
#include "lang/types/constant.h"
#include "lang/types/type.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::syntax {
struct Node;
struct FuncDecl;
} // namespace unwind::syntax

namespace unwind::types {

class Checker;
class Scope;
struct DeclInfo;
struct FuncInfo;
struct Info;

enum class ObjectKind : uint8_t { PkgName, Const, TypeName, Var, Func, Label, Builtin, Nil };

class Object {
public:
    ObjectKind kind() const { return m_kind; }
    const std::string& name() const { return m_name; }
    const Type* type() const { return m_type; }
    SourcePos pos() const { return m_pos; }
    const Package* pkg() const { return m_pkg; }     ///< null for the universe's objects
    const Scope* parent() const { return m_parent; } ///< null for fields and methods
    bool exported() const;
    bool isPackageLevel() const;
    /// Go's order of methods: exported before unexported, then by name, then by package path.
    static bool lessThan(const Object* a, const Object* b);
    /// Whether this is the field or method that name means when written in package pkg.
    bool sameId(const Package* pkg, std::string_view name) const;

protected:
    Object(ObjectKind kind, SourcePos pos, Package* pkg, std::string name, const Type* type)
        : m_kind(kind), m_pos(pos), m_pkg(pkg), m_name(std::move(name)), m_type(type) {}

private:
    friend class Checker;
    friend class Scope;
    friend class Universe;
    ObjectKind m_kind;
    uint8_t m_color = 0; ///< resolution: white, black, or on the checker's path
    uint32_t m_pathIndex = 0;
    uint32_t m_order = 0; ///< declaration order in the package, from 1; 0 for local objects
    SourcePos m_pos;
    SourcePos m_scopePos; ///< a local object is visible from here on
    Package* m_pkg;
    std::string m_name;
    const Type* m_type;
    const Scope* m_parent = nullptr;
    DeclInfo* m_declInfo = nullptr; ///< of package-level objects and methods, for resolving them when first needed

public:
    uint32_t order() const { return m_order; }
    Package* package() const { return m_pkg; }
};

class PkgName : public Object {
public:
    PkgName(SourcePos pos, Package* pkg, std::string name, Package* imported)
        : Object(ObjectKind::PkgName, pos, pkg, std::move(name), nullptr), m_imported(imported) {}
    Package* imported() const { return m_imported; }
    bool used = false;

private:
    Package* m_imported;
};

class ConstObj : public Object {
public:
    ConstObj(SourcePos pos, Package* pkg, std::string name, const Type* type, constant::Value value)
        : Object(ObjectKind::Const, pos, pkg, std::move(name), type), m_value(std::move(value)) {}
    const constant::Value& value() const { return m_value; }

private:
    friend class Checker;
    constant::Value m_value;
};

class TypeName : public Object {
public:
    TypeName(SourcePos pos, Package* pkg, std::string name, const Type* type)
        : Object(ObjectKind::TypeName, pos, pkg, std::move(name), type) {}
    bool isAlias() const { return m_alias; }
    /// Number of this type among the types declared inside functions; 0 for a package-level type.
    uint32_t localIndex() const { return m_localIndex; }

private:
    friend class Checker;
    bool m_alias = false;
    uint32_t m_localIndex = 0;
};

class Var : public Object {
public:
    Var(SourcePos pos, Package* pkg, std::string name, const Type* type)
        : Object(ObjectKind::Var, pos, pkg, std::move(name), type) {}
    bool isField = false;
    bool embedded = false;
    bool isParam = false; ///< parameter, result or receiver
    bool isResult = false;
    bool used = false; ///< read somewhere; for the "declared and not used" check
    /// Facts for the compiler; final once the function that declares the variable has been checked.
    bool captured = false;     ///< used in a function literal inside the one that declares it
    bool addressTaken = false; ///< &v, &v.f, v[:] of an array, or a pointer method called on it
    bool perLoop = false;      ///< a for clause's variable that all iterations share (Go before 1.22)
    bool reassigned = false;   ///< assigned to anywhere but in its declaration (op=, ++, range and select included)
    FuncInfo* owner = nullptr; ///< function that declares it; null for package-level variables and fields
    /// A captured variable that may be copied into the closure: nothing writes to it after the closure was made.
    bool reassignedAfterCapture() const { return captured && (reassigned || addressTaken); }
    /// Must live in a heap cell of its own when captured by reference or pointed to.
    bool needsBox() const { return addressTaken || reassignedAfterCapture(); }
};

class Func : public Object {
public:
    Func(SourcePos pos, Package* pkg, std::string name, const Signature* signature)
        : Object(ObjectKind::Func, pos, pkg, std::move(name), signature) {}
    const Signature* signature() const { return static_cast<const Signature*>(type()); }
    const syntax::FuncDecl* decl() const { return m_decl; } ///< null for interface methods and error.Error
    /// "main.F", "main.(*T).M", "main.T.M": as stack traces print it.
    std::string fullName() const;
    bool hasBody() const { return m_hasBody; } ///< false: a native of the standard library
    bool hasPointerRecv() const { return m_pointerRecv; }
    /// What checking the body found; null before Program::checkBody and for natives.
    const FuncInfo* info() const { return m_info; }

private:
    friend class Checker;
    friend class Program;
    friend class Universe;
    const syntax::FuncDecl* m_decl = nullptr;
    FuncInfo* m_info = nullptr;
    bool m_hasBody = false;
    bool m_pointerRecv = false;
};

class Label : public Object {
public:
    Label(SourcePos pos, Package* pkg, std::string name)
        : Object(ObjectKind::Label, pos, pkg, std::move(name), nullptr) {}
    bool used = false;
};

enum class BuiltinId : uint8_t {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
    UnsafeAdd,
    UnsafeAlignof,
    UnsafeOffsetof,
    UnsafeSizeof,
    UnsafeSlice,
    UnsafeSliceData,
    UnsafeString,
    UnsafeStringData,
};

class Builtin : public Object {
public:
    Builtin(std::string name, BuiltinId id)
        : Object(ObjectKind::Builtin, {}, nullptr, std::move(name), nullptr), m_id(id) {}
    BuiltinId id() const { return m_id; }

private:
    BuiltinId m_id;
};

class Nil : public Object {
public:
    explicit Nil(const Type* untypedNil) : Object(ObjectKind::Nil, {}, nullptr, "nil", untypedNil) {}
};

template <class T> struct ObjectKindOf;
template <> struct ObjectKindOf<PkgName> { static constexpr ObjectKind value = ObjectKind::PkgName; };
template <> struct ObjectKindOf<ConstObj> { static constexpr ObjectKind value = ObjectKind::Const; };
template <> struct ObjectKindOf<TypeName> { static constexpr ObjectKind value = ObjectKind::TypeName; };
template <> struct ObjectKindOf<Var> { static constexpr ObjectKind value = ObjectKind::Var; };
template <> struct ObjectKindOf<Func> { static constexpr ObjectKind value = ObjectKind::Func; };
template <> struct ObjectKindOf<Label> { static constexpr ObjectKind value = ObjectKind::Label; };
template <> struct ObjectKindOf<Builtin> { static constexpr ObjectKind value = ObjectKind::Builtin; };
template <> struct ObjectKindOf<Nil> { static constexpr ObjectKind value = ObjectKind::Nil; };

/// Whether a name starts with an upper-case letter.
bool isExported(std::string_view name);

/// obj as a T, or null: object<Var>(obj).
template <class T> T* object(Object* obj) {
    return obj && obj->kind() == ObjectKindOf<T>::value ? static_cast<T*>(obj) : nullptr;
}
template <class T> const T* object(const Object* obj) {
    return obj && obj->kind() == ObjectKindOf<T>::value ? static_cast<const T*>(obj) : nullptr;
}

} // namespace unwind::types
