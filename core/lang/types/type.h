// Go types, named as in go/types. A type is immutable once the checker has finished it and lives in the Program's
// arena; types are handed round as const Type*. Two types may be identical without being the same object: compare
// with identical(), key maps with hash(). A user-written alias is replaced by what it stands for; byte and rune
// are objects of their own, identical to uint8 and int32, so that messages can spell them as the program does.
// Counterpart: go/types (Basic, Named, Pointer, …); type parameters are refused before they get here.
#pragma once

#include "base/source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::types {

class Checker;
class Func;
class Object;
class Package;
class Scope;
class TypeName;
class Var;

enum class Kind : uint8_t { Basic, Named, Pointer, Slice, Array, Struct, Tuple, Signature, Interface, Map, Chan };

class Type {
public:
    Kind kind() const { return m_kind; }
    /// The type itself, or for a Named type what its declaration finally leads to; never Named.
    const Type* underlying() const;

protected:
    explicit Type(Kind kind) : m_kind(kind) {}

private:
    const Type* resolveUnderlying() const;
    Kind m_kind;
};

enum class BasicKind : uint8_t {
    Invalid, ///< type of an erroneous expression
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128, ///< known by name, refused by the checker
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedString,
    UntypedNil,
};

enum BasicInfo : uint16_t {
    IsBoolean = 1,
    IsInteger = 2,
    IsUnsigned = 4,
    IsFloat = 8,
    IsComplex = 16,
    IsString = 32,
    IsUntyped = 64,
    IsOrdered = IsInteger | IsFloat | IsString,
    IsNumeric = IsInteger | IsFloat | IsComplex,
    IsConstType = IsBoolean | IsNumeric | IsString,
};

class Basic : public Type {
public:
    Basic(BasicKind basic, int info, std::string_view name)
        : Type(Kind::Basic), m_basic(basic), m_info(static_cast<uint16_t>(info)), m_name(name) {}
    BasicKind basic() const { return m_basic; }
    int info() const { return m_info; } ///< BasicInfo bits
    std::string_view name() const { return m_name; }

private:
    BasicKind m_basic;
    uint16_t m_info;
    std::string_view m_name;
};

class Pointer : public Type {
public:
    explicit Pointer(const Type* base) : Type(Kind::Pointer), m_base(base) {}
    const Type* base() const { return m_base; }

private:
    friend class Checker;
    const Type* m_base;
};

class Slice : public Type {
public:
    explicit Slice(const Type* elem) : Type(Kind::Slice), m_elem(elem) {}
    const Type* elem() const { return m_elem; }

private:
    friend class Checker;
    const Type* m_elem;
};

class Array : public Type {
public:
    Array(const Type* elem, int64_t length) : Type(Kind::Array), m_elem(elem), m_length(length) {}
    const Type* elem() const { return m_elem; }
    int64_t length() const { return m_length; } ///< negative only while the program is in error

private:
    friend class Checker;
    const Type* m_elem;
    int64_t m_length;
};

class Map : public Type {
public:
    Map(const Type* key, const Type* elem) : Type(Kind::Map), m_key(key), m_elem(elem) {}
    const Type* key() const { return m_key; }
    const Type* elem() const { return m_elem; }

private:
    friend class Checker;
    const Type* m_key;
    const Type* m_elem;
};

enum class ChanDir : uint8_t { SendRecv, SendOnly, RecvOnly };

class Chan : public Type {
public:
    Chan(ChanDir dir, const Type* elem) : Type(Kind::Chan), m_elem(elem), m_dir(dir) {}
    ChanDir dir() const { return m_dir; }
    const Type* elem() const { return m_elem; }

private:
    friend class Checker;
    const Type* m_elem;
    ChanDir m_dir;
};

class Struct : public Type {
public:
    Struct() : Type(Kind::Struct) {}
    const std::vector<Var*>& fields() const { return m_fields; }
    size_t numFields() const { return m_fields.size(); }
    const Var* field(size_t i) const { return m_fields[i]; }
    /// The field's tag, unquoted; empty if it has none.
    const std::string& tag(size_t i) const;

private:
    friend class Checker;
    std::vector<Var*> m_fields;
    std::vector<std::string> m_tags; ///< empty, or one for each field
};

/// Parameter and result lists; the type of a call with several results.
class Tuple : public Type {
public:
    explicit Tuple(std::vector<Var*> vars = {}) : Type(Kind::Tuple), m_vars(std::move(vars)) {}
    const std::vector<Var*>& vars() const { return m_vars; }
    size_t size() const { return m_vars.size(); }
    const Var* at(size_t i) const { return m_vars[i]; }

private:
    std::vector<Var*> m_vars;
};

class Signature : public Type {
public:
    Signature() : Type(Kind::Signature) {}
    const Var* recv() const { return m_recv; }         ///< null unless a method's declaration or an interface method
    const Tuple* params() const { return m_params; }   ///< never null; a variadic last parameter has slice type
    const Tuple* results() const { return m_results; } ///< never null
    bool variadic() const { return m_variadic; }

private:
    friend class Checker;
    friend class Universe;
    Var* m_recv = nullptr;
    Scope* m_scope = nullptr; ///< of parameters and results
    const Tuple* m_params = nullptr;
    const Tuple* m_results = nullptr;
    bool m_variadic = false;
};

class Interface : public Type {
public:
    Interface() : Type(Kind::Interface) {}
    /// All methods, embedded ones included, sorted by Object::lessThan (exported and unexported by name, then package).
    /// This order is the method table's order.
    const std::vector<Func*>& methods() const;
    size_t numMethods() const { return methods().size(); }
    const Func* method(size_t i) const { return methods()[i]; }
    bool empty() const { return methods().empty() && !isComparable(); }
    bool isComparable() const {
        methods();
        return m_comparable;
    }                                    ///< the constraint "comparable" or an interface embedding it
    bool isAny() const { return m_any; } ///< the predeclared any, for printing
    const std::vector<Func*>& explicitMethods() const { return m_explicit; }
    size_t numEmbedded() const { return m_embedded.size(); }
    const Type* embedded(size_t i) const { return m_embedded[i].type; }

private:
    friend class Checker;
    friend class Universe;
    struct Embedded {
        const Type* type;
        SourcePos pos;
    };
    std::vector<Func*> m_explicit;
    std::vector<Embedded> m_embedded;
    mutable std::vector<Func*> m_all;
    bool m_declared = false;         ///< m_explicit and m_embedded are final
    mutable bool m_complete = false; ///< m_all is final
    mutable bool m_comparable = false;
    bool m_constraint = false; ///< has type elements: may be a constraint only
    bool m_any = false;
};

/// A declared type: type T …
class Named : public Type {
public:
    explicit Named(TypeName* obj) : Type(Kind::Named), m_obj(obj) {}
    const TypeName* obj() const { return m_obj; }
    /// Methods declared with this type or a pointer to it as receiver, in source order. Embedded ones are not here.
    /// A method of the standard library that nothing has mentioned has no signature yet: Program::body gives it one.
    const std::vector<Func*>& methods() const { return m_methods; }

private:
    friend class Checker;
    friend class Type;
    friend class Universe;
    TypeName* m_obj;
    mutable const Type* m_underlying = nullptr; ///< null until resolved; then never Named
    const Type* m_fromRhs = nullptr;
    std::vector<Func*> m_methods;
    uint8_t m_valid = 0; ///< cycle check: not yet, running, valid, invalid
};

/// t's underlying type as a T, or null: as<Struct>(t).
template <class T> const T* as(const Type* t);
/// t itself as a T, or null: exactly<Pointer>(t) is null for a Named pointer type.
template <class T> const T* exactly(const Type* t);

/// Type identity as the language defines it.
bool identical(const Type* x, const Type* y);
/// The same, but struct tags do not count, as in conversions.
bool identicalIgnoreTags(const Type* x, const Type* y);
/// Equal for identical types.
size_t hash(const Type* t);

bool isNamed(const Type* t); ///< predeclared or declared: has a name
bool isBoolean(const Type* t);
bool isNumeric(const Type* t);
bool isString(const Type* t);
bool isInteger(const Type* t);
bool isUnsigned(const Type* t);
bool isFloat(const Type* t);
bool isComplex(const Type* t);
bool isUntyped(const Type* t);
bool isTyped(const Type* t);
bool isConstType(const Type* t);
bool isOrdered(const Type* t);
bool isInterface(const Type* t);
bool isValid(const Type* t);
bool hasNil(const Type* t);
/// Whether values may be compared with ==; interfaces may (and can panic).
bool comparable(const Type* t);
/// The type an untyped constant takes when nothing else is asked: int, rune, float64, string, bool; others unchanged.
const Type* defaultType(const Type* t);
/// *T → T for a pointer type that has no name of its own; others unchanged.
const Type* deref(const Type* t, bool* wasPointer = nullptr);

/// As messages and %T print it, packages by name: "[]main.T" relative to no package, "[]T" relative to its own.
std::string typeString(const Type* t, const Package* relativeTo = nullptr);
/// As reflect and %T print it: package name for every declared type, "interface {}" for any, no parameter names.
std::string runtimeTypeString(const Type* t);

template <> inline const Basic* exactly<Basic>(const Type* t) {
    return t && t->kind() == Kind::Basic ? static_cast<const Basic*>(t) : nullptr;
}
template <> inline const Named* exactly<Named>(const Type* t) {
    return t && t->kind() == Kind::Named ? static_cast<const Named*>(t) : nullptr;
}
template <> inline const Pointer* exactly<Pointer>(const Type* t) {
    return t && t->kind() == Kind::Pointer ? static_cast<const Pointer*>(t) : nullptr;
}
template <> inline const Slice* exactly<Slice>(const Type* t) {
    return t && t->kind() == Kind::Slice ? static_cast<const Slice*>(t) : nullptr;
}
template <> inline const Array* exactly<Array>(const Type* t) {
    return t && t->kind() == Kind::Array ? static_cast<const Array*>(t) : nullptr;
}
template <> inline const Struct* exactly<Struct>(const Type* t) {
    return t && t->kind() == Kind::Struct ? static_cast<const Struct*>(t) : nullptr;
}
template <> inline const Tuple* exactly<Tuple>(const Type* t) {
    return t && t->kind() == Kind::Tuple ? static_cast<const Tuple*>(t) : nullptr;
}
template <> inline const Signature* exactly<Signature>(const Type* t) {
    return t && t->kind() == Kind::Signature ? static_cast<const Signature*>(t) : nullptr;
}
template <> inline const Interface* exactly<Interface>(const Type* t) {
    return t && t->kind() == Kind::Interface ? static_cast<const Interface*>(t) : nullptr;
}
template <> inline const Map* exactly<Map>(const Type* t) {
    return t && t->kind() == Kind::Map ? static_cast<const Map*>(t) : nullptr;
}
template <> inline const Chan* exactly<Chan>(const Type* t) {
    return t && t->kind() == Kind::Chan ? static_cast<const Chan*>(t) : nullptr;
}

template <class T> const T* as(const Type* t) { return t ? exactly<T>(t->underlying()) : nullptr; }

inline const Type* Type::underlying() const {
    if (m_kind != Kind::Named)
        return this;
    const Type* u = static_cast<const Named*>(this)->m_underlying;
    return u && u->m_kind != Kind::Named ? u : resolveUnderlying();
}

} // namespace unwind::types
