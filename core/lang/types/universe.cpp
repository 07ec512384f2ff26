// The predeclared names. Made once, shared by all programs, never changed after.
#include "lang/types/checker.h"

#include <array>

namespace unwind::types {

class Universe {
public:
    static Universe& instance() {
        static Universe universe;
        return universe;
    }

    std::array<const Basic*, static_cast<size_t>(BasicKind::UntypedNil) + 1> basics{};
    const Basic* byte = nullptr;
    const Basic* rune = nullptr;
    Named* error = nullptr;
    Interface* any = nullptr;
    Interface* empty = nullptr;
    Scope scope{nullptr};
    Package unsafe{"unsafe", "unsafe", &scope};

private:
    Universe();
    template <class T, class... Args> void declare(Scope& to, Args&&... args) {
        to.insert(m_arena.make<T>(std::forward<Args>(args)...));
    }
    void declareBasics();
    void declareError();
    void declareBuiltins();

    Arena m_arena;
};

namespace {

struct BasicRow {
    BasicKind kind;
    int info;
    std::string_view name;
};

constexpr BasicRow kBasics[] = {
    {BasicKind::Invalid, 0, "invalid type"},
    {BasicKind::Bool, IsBoolean, "bool"},
    {BasicKind::Int, IsInteger, "int"},
    {BasicKind::Int8, IsInteger, "int8"},
    {BasicKind::Int16, IsInteger, "int16"},
    {BasicKind::Int32, IsInteger, "int32"},
    {BasicKind::Int64, IsInteger, "int64"},
    {BasicKind::Uint, IsInteger | IsUnsigned, "uint"},
    {BasicKind::Uint8, IsInteger | IsUnsigned, "uint8"},
    {BasicKind::Uint16, IsInteger | IsUnsigned, "uint16"},
    {BasicKind::Uint32, IsInteger | IsUnsigned, "uint32"},
    {BasicKind::Uint64, IsInteger | IsUnsigned, "uint64"},
    {BasicKind::Uintptr, IsInteger | IsUnsigned, "uintptr"},
    {BasicKind::Float32, IsFloat, "float32"},
    {BasicKind::Float64, IsFloat, "float64"},
    {BasicKind::Complex64, IsComplex, "complex64"},
    {BasicKind::Complex128, IsComplex, "complex128"},
    {BasicKind::String, IsString, "string"},
    {BasicKind::UnsafePointer, 0, "Pointer"},
    {BasicKind::UntypedBool, IsBoolean | IsUntyped, "untyped bool"},
    {BasicKind::UntypedInt, IsInteger | IsUntyped, "untyped int"},
    {BasicKind::UntypedRune, IsInteger | IsUntyped, "untyped rune"},
    {BasicKind::UntypedFloat, IsFloat | IsUntyped, "untyped float"},
    {BasicKind::UntypedString, IsString | IsUntyped, "untyped string"},
    {BasicKind::UntypedNil, IsUntyped, "untyped nil"},
};

struct BuiltinRow {
    std::string_view name;
    BuiltinId id;
};

constexpr BuiltinRow kBuiltins[] = {
    {"append", BuiltinId::Append},   {"cap", BuiltinId::Cap},         {"clear", BuiltinId::Clear},
    {"close", BuiltinId::Close},     {"complex", BuiltinId::Complex}, {"copy", BuiltinId::Copy},
    {"delete", BuiltinId::Delete},   {"imag", BuiltinId::Imag},       {"len", BuiltinId::Len},
    {"make", BuiltinId::Make},       {"max", BuiltinId::Max},         {"min", BuiltinId::Min},
    {"new", BuiltinId::New},         {"panic", BuiltinId::Panic},     {"print", BuiltinId::Print},
    {"println", BuiltinId::Println}, {"real", BuiltinId::Real},       {"recover", BuiltinId::Recover},
};

constexpr BuiltinRow kUnsafeBuiltins[] = {
    {"Add", BuiltinId::UnsafeAdd},           {"Alignof", BuiltinId::UnsafeAlignof},
    {"Offsetof", BuiltinId::UnsafeOffsetof}, {"Sizeof", BuiltinId::UnsafeSizeof},
    {"Slice", BuiltinId::UnsafeSlice},       {"SliceData", BuiltinId::UnsafeSliceData},
    {"String", BuiltinId::UnsafeString},     {"StringData", BuiltinId::UnsafeStringData},
};

} // namespace

Universe::Universe() {
    declareBasics();
    declareError();
    declareBuiltins();
}

void Universe::declareBasics() {
    for (const BasicRow& row : kBasics) {
        const auto* made = m_arena.make<Basic>(row.kind, row.info, row.name);
        basics[static_cast<size_t>(row.kind)] = made;
        if (row.kind == BasicKind::UnsafePointer)
            declare<TypeName>(unsafe.m_scope, SourcePos{}, &unsafe, std::string(row.name), made);
        else if (row.kind != BasicKind::Invalid && (row.info & IsUntyped) == 0)
            declare<TypeName>(scope, SourcePos{}, nullptr, std::string(row.name), made);
    }
    byte = m_arena.make<Basic>(BasicKind::Uint8, IsInteger | IsUnsigned, "byte");
    rune = m_arena.make<Basic>(BasicKind::Int32, IsInteger, "rune");
    declare<TypeName>(scope, SourcePos{}, nullptr, "byte", byte);
    declare<TypeName>(scope, SourcePos{}, nullptr, "rune", rune);
    const Basic* untypedBool = basics[static_cast<size_t>(BasicKind::UntypedBool)];
    declare<ConstObj>(scope, SourcePos{}, nullptr, "true", untypedBool, constant::Value::ofBool(true));
    declare<ConstObj>(scope, SourcePos{}, nullptr, "false", untypedBool, constant::Value::ofBool(false));
    declare<ConstObj>(scope, SourcePos{}, nullptr, "iota", basics[static_cast<size_t>(BasicKind::UntypedInt)],
                      constant::Value::ofInt(0));
    declare<Nil>(scope, basics[static_cast<size_t>(BasicKind::UntypedNil)]);
}

void Universe::declareError() {
    any = m_arena.make<Interface>();
    any->m_any = any->m_declared = any->m_complete = true;
    declare<TypeName>(scope, SourcePos{}, nullptr, "any", any);
    empty = m_arena.make<Interface>();
    empty->m_declared = empty->m_complete = true;

    auto* comparableName = m_arena.make<TypeName>(SourcePos{}, nullptr, "comparable", nullptr);
    auto* comparableNamed = m_arena.make<Named>(comparableName);
    auto* constraint = m_arena.make<Interface>();
    constraint->m_comparable = constraint->m_declared = constraint->m_complete = true;
    comparableNamed->m_underlying = constraint;
    comparableName->m_type = comparableNamed;
    scope.insert(comparableName);

    auto* name = m_arena.make<TypeName>(SourcePos{}, nullptr, "error", nullptr);
    error = m_arena.make<Named>(name);
    name->m_type = error;
    auto* result = m_arena.make<Var>(SourcePos{}, nullptr, "", basics[static_cast<size_t>(BasicKind::String)]);
    auto* signature = m_arena.make<Signature>();
    signature->m_params = m_arena.make<Tuple>();
    signature->m_results = m_arena.make<Tuple>(std::vector<Var*>{result});
    signature->m_recv = m_arena.make<Var>(SourcePos{}, nullptr, "", error);
    auto* interface = m_arena.make<Interface>();
    interface->m_explicit = {m_arena.make<Func>(SourcePos{}, nullptr, "Error", signature)};
    interface->m_declared = true;
    interface->methods();
    error->m_underlying = interface;
    scope.insert(name);
}

void Universe::declareBuiltins() {
    for (const BuiltinRow& row : kBuiltins)
        declare<Builtin>(scope, std::string(row.name), row.id);
    for (const BuiltinRow& row : kUnsafeBuiltins)
        declare<Builtin>(unsafe.m_scope, std::string(row.name), row.id);
}

const Basic* basic(BasicKind kind) { return Universe::instance().basics[static_cast<size_t>(kind)]; }
const Basic* byteType() { return Universe::instance().byte; }
const Basic* runeType() { return Universe::instance().rune; }
const Named* errorType() { return Universe::instance().error; }
const Interface* anyType() { return Universe::instance().any; }
const Interface* emptyInterface() { return Universe::instance().empty; }
const Scope& universe() { return Universe::instance().scope; }
Package& unsafePackage() { return Universe::instance().unsafe; }

} // namespace unwind::types
