// The checker of one package: all that checker.h does not show. One instance lives as long as its package, because
// declarations and bodies of the standard library are checked when they are first needed.
// The methods are spread over .cpp files by concept: resolver, decl, typexpr, expr, call, builtins, stmt, …
// Counterpart: types2.Checker; functions with a counterpart there keep its name.
#pragma once

#include "lang/types/checker.h"
#include "lang/types/lookup.h"
#include "lang/types/operand.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace unwind::types {

/// How a package-level object or a method is declared.
struct DeclInfo {
    Scope* file = nullptr;
    std::vector<Var*> lhs; ///< of var a, b = f(); empty for one variable with one value
    const syntax::Expr* vtyp = nullptr;
    const syntax::Expr* init = nullptr;
    bool inherited = false;
    int64_t iota = 0;
    const syntax::TypeSpec* tdecl = nullptr;
    const syntax::FuncDecl* fdecl = nullptr;
    std::vector<Object*> deps; ///< package-level objects mentioned, in order of mention
    std::unordered_set<Object*> depSet;
    std::unordered_set<const void*> useSet; ///< members of root->uses and root->boxed
    FuncInfo* root = nullptr;               ///< of a function's body or a variable's initializer
    bool bodyChecked = false;
    bool initPending = false; ///< type known, initializer not checked yet
};

/// Where an error is reported: a position, or the start of a node or operand.
struct At {
    At(SourcePos p) : pos(p) {}
    At(const Operand& x) : pos(x.expr ? x.expr->start : SourcePos{}) {}
    At(const syntax::Node* n) : pos(n->start) {}
    At(const Object* o) : pos(o->pos()) {}
    SourcePos pos;
};

/// One message in the making: its first line and further lines with places of their own.
struct ErrorDesc {
    SourcePos pos;
    std::string message;
};

enum class ExprKind : uint8_t { Conversion, Expression, Statement };

class Checker {
public:
    Checker(Program& program, Package* pkg, bool lazy);

    /// Makes obj's type known if it is declared at package level and nobody has asked before.
    static void resolve(Object* obj);

    void collectObjects(const std::vector<const syntax::File*>& files);
    void checkAll();
    const FuncInfo* body(Func* func);
    const FuncInfo* initializer(Var* var);
    std::vector<Initializer> initOrder();
    void reportInitCycles();
    Package* pkg() const { return m_pkg; }
    /// " (added in go1.21)" for what the standard library of the program's release lacks ("log/slog", "sync.OnceFunc",
    /// "sync.WaitGroup.Go"); empty if it is there.
    std::string laterRelease(std::string_view name) const;

private:
    struct Environment {
        DeclInfo* decl = nullptr;
        Scope* scope = nullptr;
        std::optional<int64_t> iota;
        SourcePos errpos;
        const Signature* sig = nullptr;
        FuncInfo* func = nullptr;
        bool hasCallOrRecv = false;
    };
    struct Method {
        Func* func;
        bool pointer;
        const syntax::Ident* recv;
    };

    // errors.cpp
    template <class... Args>
    void errorf(At at, std::string_view code, fmt::format_string<Args...> format, Args&&... args) {
        report(code, {{at.pos, fmt::format(format, std::forward<Args>(args)...)}});
    }
    void report(std::string_view code, std::vector<ErrorDesc> lines);
    std::string placeOf(SourcePos pos) const;
    std::string str(const Operand& x) const;
    std::string str(const Type* t) const;
    std::string str(const syntax::Expr* e) const;
    std::string objectString(const Object* obj) const;
    std::string qualified(const Object* obj) const;
    std::string funcString(const Func* f, bool packagePath) const;
    std::string typesSummary(const std::vector<const Type*>& list, bool variadic, bool hasDots) const;
    std::string lookupError(const Type* type, std::string_view sel, const Object* alt, bool structLit) const;
    ErrorDesc otherDeclaration(const Object* obj) const;
    void unsupported(At at, std::string_view what);
    /// May the package use what came with this release?
    bool allowVersion(profile::Language since) const;
    std::string requiresVersion(profile::Language since) const;
    void verifyVersion(At at, profile::Language since, std::string_view what);
    /// The same for an object; `of`: the type that a field or method is selected from.
    std::string laterRelease(const Object& obj, const Type* of = nullptr) const;

    // recording.cpp
    void ensure(uint32_t id);
    void record(Operand& x);
    void recordTypeAndValue(const syntax::Expr* e, Mode mode, const Type* type, const constant::Value* value);
    void recordDef(const syntax::Ident* id, Object* obj);
    void recordUse(const syntax::Ident* id, Object* obj);
    void recordLink(const syntax::Node* n, const void* what);
    void recordSelection(const syntax::SelectorExpr* e, SelectionKind kind, const Type* recv, LookupResult& r);
    void recordCommaOkTypes(const syntax::Expr* e, const Type* value, const Type* ok);
    void recordBuiltinType(const syntax::Expr* fun, const Type* sig);
    void updateExprType(const syntax::Expr* e, const Type* type, bool final);
    void updateExprVal(const syntax::Expr* e, const constant::Value& value);
    void markShiftLhs(const syntax::Expr* e);
    void addDeclDep(Object* obj);
    void addUse(Object* obj);
    void markBoxed(const Type* from, const Type* to);
    void markUsed(Var* v);
    Var* rootVar(const syntax::Expr* e) const;
    void markAddressTaken(const syntax::Expr* e);
    void markReassigned(const syntax::Expr* e);
    void markPerLoop(Var* v);
    Var* newVar(SourcePos pos, std::string_view name, const Type* type);

    // resolver.cpp
    void makeRoom(const syntax::File* file);
    void collectImport(const syntax::ImportSpec* spec, Scope* file);
    void collectConst(const syntax::ConstSpec* spec, Scope* file);
    void collectVar(const syntax::VarSpec* spec, Scope* file);
    void collectFunc(const syntax::FuncDecl* decl, Scope* file);
    void declarePkgObj(const syntax::Ident* id, Object* obj, DeclInfo* info);
    void checkFileScopes();
    void associateMethods();
    void unusedImports();
    void arity(SourcePos pos, const syntax::List<syntax::Ident*>& names, const syntax::List<syntax::Expr*>& values,
               bool isConst, bool inherited);
    std::pair<bool, TypeName*> resolveBaseTypeName(bool ptr, const syntax::Ident* name);

    // decl.cpp
    void declare(Scope* scope, const syntax::Ident* id, Object* obj);
    void objDecl(Object* obj);
    bool validCycle(Object* obj);
    void cycleError(const std::vector<Object*>& cycle, size_t start);
    void constDecl(ConstObj* obj, const syntax::Expr* typ, const syntax::Expr* init, bool inherited, int64_t iota);
    void varDecl(Var* obj, const std::vector<Var*>& lhs, const syntax::Expr* typ, const syntax::Expr* init);
    void checkInit(Var* obj, const DeclInfo* info);
    void typeDecl(TypeName* obj, const syntax::TypeSpec* spec);
    void funcDecl(Func* obj, DeclInfo* info);
    void collectMethods(TypeName* obj);
    void checkFieldUniqueness(const Named* base);
    void declStmt(const syntax::GenDecl* decl);
    bool validType(const Type* t, std::vector<Named*>& path);
    template <class F> void later(F&& action) { m_delayed.emplace_back(std::forward<F>(action)); }
    void processDelayed(size_t top);

    // typexpr.cpp
    void ident(Operand& x, const syntax::Ident* e, bool wantType);
    const Type* typ(const syntax::Expr* e) { return definedType(e, nullptr); }
    const Type* varType(const syntax::Expr* e);
    void validVarType(const syntax::Expr* e, const Type* type);
    const Type* definedType(const syntax::Expr* e, TypeName* def);
    const Type* typInternal(const syntax::Expr* e, TypeName* def);
    const Type* namedTypeExpr(const syntax::Expr* e, TypeName* def);
    const Type* arrayType(const syntax::ArrayType* e, TypeName* def);
    const Type* mapType(const syntax::MapType* e, TypeName* def);
    void setDefType(TypeName* def, const Type* type);
    int64_t arrayLength(const syntax::Expr* e);
    void structType(Struct* s, const syntax::StructType* e);
    void checkEmbedded(const Type* type, SourcePos pos);
    void interfaceType(Interface* t, const syntax::InterfaceType* e, TypeName* def);
    void checkInterface(Interface* t);
    void funcType(Signature* sig, const syntax::Field* recv, const syntax::FuncType* e);
    Var* collectRecv(const syntax::Field* field);
    void validRecv(const syntax::Expr* base, const Var* recv);
    std::vector<Var*> collectParams(const syntax::List<syntax::Field*>& list, bool results, bool* variadic);

    // expr.cpp, const.cpp, binary.cpp, index.cpp, literals.cpp
    ExprKind rawExpr(Operand& x, const syntax::Expr* e, const Type* hint = nullptr);
    ExprKind exprInternal(Operand& x, const syntax::Expr* e, const Type* hint);
    void expr(Operand& x, const syntax::Expr* e);
    void exprWithHint(Operand& x, const syntax::Expr* e, const Type* hint);
    void exprOrType(Operand& x, const syntax::Expr* e);
    std::vector<Operand> multiExpr(const syntax::Expr* e, bool allowCommaOk, bool* commaOk);
    std::vector<Operand> exprList(const syntax::List<syntax::Expr*>& list);
    void excludeNonValues(Operand& x, bool typesToo);
    void singleValue(Operand& x);
    bool use(const syntax::Expr* e, bool lhs = false);
    bool useAll(const syntax::List<syntax::Expr*>& list, bool lhs = false);
    void star(Operand& x, const syntax::StarExpr* e);
    void unary(Operand& x, const syntax::UnaryExpr* e);
    const Type* chanElem(At at, const Operand& x, bool recv);
    bool opDefined(const Operand& x, syntax::Op op, bool unary);
    void binary(Operand& x, const syntax::Expr* e, const syntax::Expr* lhs, const syntax::Expr* rhs, syntax::Op op);
    void comparison(Operand& x, Operand& y, syntax::Op op, bool switchCase);
    std::string incomparableCause(const Type* t) const;
    void shift(Operand& x, Operand& y, const syntax::Expr* e, syntax::Op op);
    bool constantShift(Operand& x, Operand& y, const syntax::Expr* e, syntax::Op op);
    void matchTypes(Operand& x, Operand& y);
    bool mayConvert(const Operand& x, const Operand& y) const;
    void typeAssertion(const syntax::Expr* e, const Operand& x, const Type* T, bool typeSwitch);
    void overflow(Operand& x, SourcePos opPos);
    bool representableConst(const constant::Value& x, const Basic* type, constant::Value* rounded) const;
    void representable(Operand& x, const Basic* type);
    std::string_view representation(const Operand& x, const Basic* type, constant::Value& out) const;
    void invalidConversion(std::string_view code, const Operand& x, const Type* target);
    void convertUntyped(Operand& x, const Type* target);
    const Type* implicitType(const Operand& x, const Type* target, std::optional<constant::Value>& value,
                             std::string_view& code) const;
    void indexExpr(Operand& x, const syntax::IndexExpr* e);
    void sliceExpr(Operand& x, const syntax::SliceExpr* e);
    std::pair<const Type*, int64_t> index(const syntax::Expr* e, int64_t max);
    bool isValidIndex(Operand& x, std::string_view code, std::string_view what, bool allowNegative);
    void basicLit(Operand& x, const syntax::BasicLit* e);
    void funcLit(Operand& x, const syntax::FuncLit* e);
    void compositeLit(Operand& x, const syntax::CompositeLit* e, const Type* hint);
    void structLit(Operand& x, const syntax::CompositeLit* e, const Struct* s, const Type* base);
    void keyedStructLit(Operand& x, const syntax::CompositeLit* e, const Struct* s, const Type* base);
    void mapLit(Operand& x, const syntax::CompositeLit* e, const Map* m);
    int64_t indexedElts(const syntax::List<syntax::Expr*>& elts, const Type* elem, int64_t length);

    // conversions.cpp, assignments.cpp
    void conversion(Operand& x, const Type* T);
    bool convertibleTo(const Operand& x, const Type* T, std::string* cause);
    bool assignableTo(const Operand& x, const Type* T, std::string* cause);
    bool implementsType(const Type* V, const Type* T, std::string* cause);
    const Func* missingMethodCause(const Type* V, const Interface* T, bool isStatic, std::string* cause);
    void assignment(Operand& x, const Type* T, std::string_view context);
    void initConst(ConstObj* lhs, Operand& x);
    void initVar(Var* lhs, Operand& x, std::string_view context);
    const Type* lhsVar(const syntax::Expr* lhs);
    void assignVar(const syntax::Expr* lhs, const syntax::Expr* rhs, Operand* x, std::string_view context);
    void initVars(const std::vector<Var*>& lhs, const syntax::List<syntax::Expr*>& rhs, const syntax::Stmt* returnStmt);
    void assignVars(const syntax::List<syntax::Expr*>& lhs, const syntax::List<syntax::Expr*>& rhs);
    void assignError(const syntax::List<syntax::Expr*>& rhs, size_t l, size_t r);
    void returnError(const syntax::Node* at, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs);
    void shortVarDecl(SourcePos pos, const syntax::List<syntax::Expr*>& lhs, const syntax::List<syntax::Expr*>& rhs);

    // call.cpp, selector.cpp, builtins.cpp
    ExprKind callExpr(Operand& x, const syntax::CallExpr* e);
    ExprKind conversionCall(Operand& x, const syntax::CallExpr* e);
    bool arguments(const syntax::CallExpr* call, const Signature* sig, std::vector<Operand>& args);
    void selector(Operand& x, const syntax::SelectorExpr* e, TypeName* def, bool wantType);
    bool qualifiedIdent(Operand& x, const syntax::SelectorExpr* e, PkgName* name);
    void selectMember(Operand& x, const syntax::SelectorExpr* e, LookupResult& r);
    void methodExpr(Operand& x, const syntax::SelectorExpr* e, LookupResult& r);
    void selectorError(const Operand& x, const syntax::SelectorExpr* e, const LookupResult& r);
    bool builtin(Operand& x, const syntax::CallExpr* call, BuiltinId id);
    bool builtinAppend(Operand& x, const syntax::CallExpr* call, std::vector<Operand>& args);
    bool builtinLen(Operand& x, BuiltinId id, bool evaluates);
    bool builtinCopy(Operand& x, Operand& y);
    bool builtinMake(Operand& x, const syntax::CallExpr* call);
    bool builtinMinMax(Operand& x, std::vector<Operand>& args, BuiltinId id);
    bool builtinUnsafe(Operand& x, const syntax::CallExpr* call, BuiltinId id, std::vector<Operand>& args);
    bool builtinOffsetof(Operand& x, const syntax::CallExpr* call);
    const Type* sliceElem(const Operand& x, std::string_view what);

    // stmt.cpp, switch.cpp, range.cpp, return.cpp
    void funcBody(FuncInfo* info, DeclInfo* decl, const Signature* sig, const syntax::BlockStmt* body,
                  std::optional<int64_t> iota);
    void usage(FuncInfo* info);
    void stmtList(const syntax::List<syntax::Stmt*>& list);
    void stmt(const syntax::Stmt* s);
    void stmtInternal(const syntax::Stmt* s);
    void exprStmt(const syntax::ExprStmt* s);
    void assignStmt(const syntax::AssignStmt* s);
    void incDecStmt(const syntax::IncDecStmt* s);
    void returnStmt(const syntax::ReturnStmt* s);
    void ifStmt(const syntax::IfStmt* s);
    void forStmt(const syntax::ForStmt* s);
    void suspendedCall(std::string_view keyword, const syntax::Expr* call);
    void selectStmt(const syntax::SelectStmt* s);
    void switchStmt(const syntax::SwitchStmt* s);
    void typeSwitchStmt(const syntax::TypeSwitchStmt* s);
    struct SeenCase {
        constant::Value value;
        const Type* type;
        SourcePos pos;
    };
    using SeenCases = std::unordered_map<std::string, std::vector<SeenCase>>;
    void caseValues(Operand& x, const syntax::CaseClause* clause, SeenCases& seen);
    using SeenTypes = std::vector<std::pair<const Type*, const syntax::Expr*>>;
    const Type* caseTypes(const Operand* x, const syntax::CaseClause* clause, SeenTypes& seen);
    void rangeStmt(const syntax::RangeStmt* s);
    struct RangeTypes {
        const Type* key = nullptr;
        const Type* value = nullptr;
        std::string cause;
        bool ok = false;
    };
    RangeTypes rangeKeyVal(const Type* t);
    void rangeDefine(const syntax::RangeStmt* s, Operand& x, const RangeTypes& types);
    void rangeAssign(const syntax::RangeStmt* s, Operand& x, const RangeTypes& types);
    Scope* openScope();
    void closeScope();
    Object* lookup(std::string_view name) const { return m_env.scope->lookupParent(name, {}); }
    bool isTerminating(const syntax::Stmt* s, std::string_view label) const;
    bool isTerminatingList(const syntax::List<syntax::Stmt*>& list) const;

    // initorder.cpp
    const std::vector<Object*>* depsOf(Object* obj) const;

    Arena& arena() { return m_program.m_arena; }
    template <class T, class... Args> T* make(Args&&... args) { return arena().make<T>(std::forward<Args>(args)...); }
    static const Type* invalidType() { return basic(BasicKind::Invalid); }

    Program& m_program;
    Package* m_pkg;
    bool m_lazy;
    int m_depth = 0; ///< nesting of entries from outside, so that the outermost one finishes delayed work
    Environment m_env;
    std::vector<std::function<void()>> m_delayed;
    std::vector<Object*> m_objPath;
    std::vector<Object*> m_objects; ///< declared at package level, and methods, in source order
    std::vector<Scope*> m_fileScopes;
    std::vector<Method> m_collected;
    std::unordered_map<TypeName*, std::vector<Func*>> m_methods;
    std::vector<PkgName*> m_imports;
    std::unordered_map<const Object*, PkgName*> m_dotImports;
    std::unordered_set<const syntax::CallExpr*> m_panicCalls;
    uint32_t m_localTypes = 0;
};

/// The message for an import path that can not be loaded.
std::string missingPackage(std::string_view path);
std::string missingInStd(std::string_view path);

/// The operator of constant arithmetic for an operator of the language.
constant::Op constantOp(syntax::Op op);
bool isComparison(syntax::Op op);

} // namespace unwind::types
