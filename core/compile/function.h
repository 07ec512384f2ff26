// Compiles one function: a declared one, a literal, or one the compiler makes up. One class, its parts in files by
// concept (expr, place, assign, call, control, …).
//
// Expressions are compiled towards a wanted slot: expr(e, want) leaves the value at want; without one it returns the
// slot where the value is, which may be a variable's own. Temporaries live until the Temps object around them ends.
// A Place is something that can be loaded from and stored to; it keeps evaluated operands, so index and nil checks
// happen when it is used, as Go orders them.
#pragma once

#include "compile/emitter.h"
#include "compile/layout.h"
#include "lang/types/info.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace unwind::compile {

class Unit;

/// Where a local variable lives.
struct VarLoc {
    Slot slot = kNoSlot;
    bool boxed = false;      ///< slot holds the pointer to its heap cell
    bool withLength = false; ///< a boxed array: slot + 1 holds its length, so the pair is indexed like a slice
};

struct Place {
    enum class Kind : uint8_t { Blank, Frame, Mem, Global, Slice, Array, Map };
    Kind kind = Kind::Blank;
    bool whole = true;       ///< Frame: a complete value in slot format, not a part of an aggregate
    bool notNil = false;     ///< Mem: the pointer can not be nil
    bool isUnsigned = false; ///< Slice, Array: the index is a 64-bit unsigned integer
    Slot base = kNoSlot;     ///< Mem: pointer; Slice: slice; Array: pointer to the array; Map: map
    Slot index = kNoSlot;    ///< Slice, Array: index; Map: key
    int64_t offset = 0;      ///< bytes: from fp, from the pointer, in the data segment, or inside the element
    int64_t elemSize = 0;    ///< Slice, Array
    int64_t length = 0;      ///< Array
    GoType mapType = nullptr;
};

class FunctionCompiler {
public:
    FunctionCompiler(Unit& unit, const types::FuncInfo* info, bytecode::Function& fn, bool longJumps);

    // Bodies.
    void declared(const syntax::FuncDecl& decl, const types::Func& func);
    void literal(const syntax::FuncLit& lit);
    void initializers(const std::vector<types::Initializer>& steps);
    /// Receives a value as forward() says and hands the call on to the selected method.
    enum class Receiver : uint8_t { Param, DataWord, Capture };
    void forward(GoType recv, const types::Selection& selection, Receiver how);
    void boundMethod(const types::Func& method);
    void builtinCall(types::BuiltinId id, const std::vector<GoType>& args);
    /// Calls functions without parameters one after the other: what happens before main.
    void startUp(const std::vector<int32_t>& functions);
    /// A native as a function that can be stored, deferred or called through an interface.
    void nativeStub(const types::Func& func, int32_t native);
    bool finish();
    bool frameTooLarge() const { return m_code.frameTooLarge(); }

private:
    struct Temps {
        explicit Temps(Emitter& code) : m_code(code), m_top(code.top()) {}
        ~Temps() { m_code.setTop(m_top); }
        Temps(const Temps&) = delete;
        Temps& operator=(const Temps&) = delete;

    private:
        Emitter& m_code;
        uint32_t m_top;
    };
    struct Target {
        const syntax::Stmt* stmt;
        Label breakTo, continueTo;
    };
    struct Callee {
        enum class Kind : uint8_t { Function, Native, Closure, Iface };
        Kind kind = Kind::Function;
        int32_t index = -1;
        Slot value = kNoSlot;        ///< func value or interface
        const types::Signature* signature = nullptr;
        const syntax::SelectorExpr* receiver = nullptr; ///< of a static method call
        const types::Func* method = nullptr; ///< function or method that is called, if known
        int32_t methodName = 0;      ///< Iface
        uint32_t recvSlots = 0;
    };
    struct Area {
        Slot base = 0;
        Slot params = 0;             ///< first parameter slot
        uint32_t resultSlots = 0;
        uint32_t slots = 0;          ///< results and parameters
    };

    // Names and types.
    GoType typeOf(const syntax::Expr& e) const;
    const types::Object* objectOf(const syntax::Ident& id) const;
    bool isBlank(const syntax::Expr* e) const;

    // Slots.
    Slot take(GoType t) { return m_code.take(slotsOf(t), &pointersOf(t)); }
    Slot dest(GoType t, Slot want) { return want == kNoSlot ? take(t) : want; }
    Slot moved(Slot from, GoType t, Slot want);
    bool isVariableSlot(Slot slot) const;
    Slot stable(Slot slot, GoType t);

    // Functions.
    void layoutSignature(const types::Signature& sig, const types::Var* recv, GoType plainRecv, uint32_t recvSlots);
    void bindParams(const types::Signature& sig);
    void loadCaptures();
    void body(const syntax::BlockStmt& block);
    void epilogue(SourcePos brace);
    void returnNow();
    void copyBoxedResults();

    // Variables.
    bool boxes(const types::Var& v) const;
    VarLoc& declare(const types::Var& v);
    void declareZero(const types::Var& v);
    void declareFrom(const types::Var& v, const syntax::Expr& init);
    void declareFromSlot(const types::Var& v, Slot value);
    void initDeclared(const types::Var& v, Slot value);
    void allocateBox(const types::Var& v, const VarLoc& loc);
    Place placeOf(const types::Var& v);
    Place placeOf(const VarLoc& loc) const;
    void beginScope();
    void endScope();
    void noteLocal(const types::Var& v, const VarLoc& loc);
    void scanArrays(const syntax::Node* body);

    // Places.
    Place place(const syntax::Expr& e);
    Place identPlace(const syntax::Ident& id);
    Place fieldPlace(const syntax::SelectorExpr& e);
    Place indexPlace(const syntax::IndexExpr& e);
    Place field(Place p, GoType& t, int index);
    Place through(Place p, GoType& t, const std::vector<int>& index, size_t count);
    Place valuePlace(const syntax::Expr& e);
    Place pointee(Slot pointer, bool notNil = false) const;
    Place frameSlot(Slot slot) const;
    bool isPlaceExpr(const syntax::Expr& e) const;
    Place settled(Place p);
    Slot load(Place p, GoType t, Slot want = kNoSlot);
    void store(Place p, GoType t, Slot from);
    Slot addressOf(Place p, Slot want = kNoSlot);
    void storeZero(Place p, GoType t);
    /// Compiles e into the place. fresh: nothing can see the place before the value is complete.
    void exprInto(const syntax::Expr& e, GoType t, const Place& p, bool fresh);
    bool isSlotPlace(const Place& p, GoType t) const;
    Slot box(GoType t);

    // Expressions.
    Slot expr(const syntax::Expr& e, Slot want = kNoSlot);
    Slot exprAs(const syntax::Expr& e, GoType target, Slot want = kNoSlot);
    void discard(const syntax::Expr& e);
    void touch(const syntax::Expr& e);
    bool hasCall(const syntax::Expr& e) const;
    Slot constant(const types::constant::Value& v, GoType t, Slot want);
    Slot zero(GoType t, Slot want);
    Slot identExpr(const syntax::Ident& id, Slot want);
    Slot selectorExpr(const syntax::SelectorExpr& e, Slot want);
    Slot objectValue(const types::Object& obj, Slot want);
    Slot indexExpr(const syntax::IndexExpr& e, Slot want);
    Slot sliceExpr(const syntax::SliceExpr& e, Slot want);
    Slot unaryExpr(const syntax::UnaryExpr& e, Slot want);
    Slot addressExpr(const syntax::Expr& operand, Slot want);
    Slot assertExpr(const syntax::TypeAssertExpr& e, Slot want);
    bool writesEarly(const syntax::Expr& e) const;
    Slot indexOperand(const syntax::Expr& e, bool& isUnsigned);

    // Arithmetic and comparison.
    Slot binaryExpr(const syntax::BinaryExpr& e, Slot want);
    void arithmetic(syntax::Op op, GoType t, Slot to, Slot x, Slot y);
    bool arithmeticImm(syntax::Op op, GoType t, Slot to, Slot x, int64_t y);
    void narrow(GoType t, Slot slot);
    void extend(GoType t, Slot to, Slot from);
    void shift(syntax::Op op, GoType t, Slot to, Slot x, const syntax::Expr& count);
    void concat(const syntax::BinaryExpr& e, Slot to);
    void flattenConcat(const syntax::Expr& e, std::vector<const syntax::Expr*>& parts) const;
    void compareTo(syntax::Op op, GoType t, Slot to, Slot x, Slot y);
    bool smallConstant(const syntax::Expr& e, int64_t& value) const;
    void compareOperands(const syntax::BinaryExpr& e, GoType& t, Slot& x, Slot& y);
    Slot boolFromBranches(const syntax::Expr& e, Slot want);

    // Conditions.
    void branchOn(const syntax::Expr& e, bool sense, Label target);
    void branchOnCompare(const syntax::BinaryExpr& e, bool sense, Label target);
    void branchCompare(syntax::Op op, GoType t, Slot x, Slot y, bool sense, Label target);
    bool branchCompareImm(syntax::Op op, GoType t, Slot x, int64_t y, bool sense, Label target);

    // Conversions.
    Slot conversion(const syntax::CallExpr& call, Slot want);
    Slot convertSlot(Slot from, GoType source, GoType target, Slot want);
    void convertNumber(GoType source, GoType target, Slot to, Slot from);
    Slot toInterface(Slot from, GoType source, Slot want);
    Slot stringInterface(const std::string& text, GoType source, Slot to);

    // Literals.
    Slot compositeLit(const syntax::CompositeLit& lit, GoType t, Slot want);
    void litInto(const syntax::CompositeLit& lit, GoType t, const Place& p, bool zeroed);
    void structLit(const syntax::CompositeLit& lit, GoType t, const Place& p, bool zeroed);
    void elementsInto(const syntax::CompositeLit& lit, GoType elem, const Place& p, bool zeroed);
    Slot sliceLit(const syntax::CompositeLit& lit, GoType t, Slot want);
    Slot mapLit(const syntax::CompositeLit& lit, GoType t, Slot want);
    void elementInto(const syntax::Expr& e, GoType t, const Place& p, bool zeroed);

    // Closures and method values.
    Slot funcLit(const syntax::FuncLit& lit, Slot want);
    std::string literalName(const types::FuncInfo& info) const;
    Slot methodValue(const syntax::SelectorExpr& e, const types::Selection& sel, Slot want);
    Slot methodExpr(const types::Selection& sel, Slot want);
    Slot receiverOf(const syntax::SelectorExpr& e, const types::Selection& sel, Slot want);
    Slot receiverFrom(Place p, GoType t, const types::Func& method, Slot want);
    Callee calleeFor(const types::Func& method);
    void forwardCall(const Callee& c, const types::Signature& sig, Slot firstParam, Place recv, GoType recvType);

    // Calls.
    Slot call(const syntax::CallExpr& e, Slot want, bool keepResults);
    bool isSqrt(const syntax::CallExpr& e) const;
    Callee callee(const syntax::CallExpr& e);
    Area openArea(const Callee& c, Slot want, bool mayLand);
    void passReceiver(const Callee& c, const Area& area);
    void passArgs(const syntax::CallExpr& e, const Callee& c, Slot first);
    void passTuple(const syntax::CallExpr& e, const types::Signature& sig, Slot first);
    void packVariadic(const syntax::CallExpr& e, size_t from, GoType sliceType, Slot to);
    void emitCall(const Callee& c, const Area& area);
    bool isTupleCall(const syntax::Expr& e) const;

    // Builtins.
    Slot builtin(const syntax::CallExpr& e, types::BuiltinId id, Slot want);
    struct Operands {
        std::vector<Slot> slots;
        std::vector<GoType> types;
    };
    Operands builtinOperands(const syntax::CallExpr& e, types::BuiltinId id);
    Slot lenCap(const syntax::CallExpr& e, bool cap, Slot want);
    Slot append(const syntax::CallExpr& e, Slot want);
    Slot copyBuiltin(const syntax::CallExpr& e, Slot want);
    Slot make(const syntax::CallExpr& e, Slot want);
    Slot minMax(const syntax::CallExpr& e, bool max, Slot want);
    void printWord(Slot what, bytecode::TypeIndex type, Slot value);
    GoType builtinArgType(const syntax::CallExpr& e, types::BuiltinId id, size_t index) const;
    void statementBuiltin(types::BuiltinId id, const std::vector<GoType>& args, const std::vector<Slot>& slots);
    Slot unsafeBuiltin(const syntax::CallExpr& e, types::BuiltinId id, Slot want);

    // Go and defer.
    void goDefer(const syntax::Expr& call, bool isDefer);
    void goDeferBuiltin(const syntax::CallExpr& e, const types::Builtin& builtin, bool isDefer);
    void spawn(const Callee& c, const Area& area, bool isDefer);

    // Statements.
    void stmt(const syntax::Stmt& s);
    void stmtList(const syntax::List<syntax::Stmt*>& stmts);
    void block(const syntax::BlockStmt& s);
    void declStmt(const syntax::DeclStmt& s);
    void varSpec(const syntax::VarSpec& s);
    void assignStmt(const syntax::AssignStmt& s);
    void define(const syntax::AssignStmt& s);
    void assignOne(const syntax::Expr& lhs, const syntax::Expr& rhs);
    void assignMany(const syntax::List<syntax::Expr*>& lhs, const syntax::List<syntax::Expr*>& rhs);
    void holdOperands(std::vector<Place>& places);
    void opAssign(const syntax::Expr& lhs, syntax::Op op, const syntax::Expr* rhs, int64_t imm);
    /// The values of a call or comma-ok form: first slot of each and its type.
    struct Values {
        std::vector<Slot> slots;
        std::vector<GoType> types;
    };
    Values multiValue(const syntax::Expr& e, bool firstWanted);
    void assignValues(const syntax::AssignStmt& s);
    bool claimResults(const syntax::List<syntax::Expr*>& names, const syntax::Expr& rhs);
    const types::Var* newVar(const syntax::Expr& lhs) const;
    GoType operandType(const syntax::Expr& lhs) const;
    void ifStmt(const syntax::IfStmt& s);
    void forStmt(const syntax::ForStmt& s);
    bool countingLoop(const syntax::ForStmt& s, const types::Var*& var, const syntax::Expr*& bound) const;
    void postStmt(const syntax::Stmt& s);
    void copyLoopVars(const std::vector<const types::Var*>& vars);
    void rangeStmt(const syntax::RangeStmt& s);
    void rangeInt(const syntax::RangeStmt& s, GoType t);
    void countedLoop(const syntax::RangeStmt& s, GoType t, Slot count, const std::function<void(Slot)>& enter);
    void rangeArray(const syntax::RangeStmt& s, const types::Pointer* pointer, const types::Array* array, bool wantsValue,
                    Slot pair);
    void rangeIndexed(const syntax::RangeStmt& s, GoType t);
    void rangeString(const syntax::RangeStmt& s);
    void rangeMap(const syntax::RangeStmt& s, GoType t);
    void rangeChan(const syntax::RangeStmt& s, GoType t);
    void rangeAssign(const syntax::RangeStmt& s, Slot key, GoType keyType, Slot value, GoType valueType);
    void rangeVar(const syntax::RangeStmt& s, const syntax::Expr* e, Slot from, GoType t);
    bool definesAnew(const syntax::RangeStmt& s) const;
    const types::Var* ownRangeVar(const syntax::RangeStmt& s, const syntax::Expr* e) const;
    void rangeBody(const syntax::RangeStmt& s, Label breakTo, Label continueTo);
    void switchStmt(const syntax::SwitchStmt& s);
    bool switchTable(const syntax::SwitchStmt& s, Slot tag, GoType t, const std::vector<Label>& bodies, Label otherwise);
    void switchCase(const syntax::Expr& e, Slot tag, GoType tagType, Label body);
    void clauseBodies(const syntax::Stmt& s, const syntax::List<syntax::CaseClause*>& clauses,
                      const std::vector<Label>& bodies, Label end);
    void typeSwitchStmt(const syntax::TypeSwitchStmt& s);
    void typeCase(const syntax::Expr& e, Slot iface, bool sense, Label target);
    void bindClauseVar(const syntax::CaseClause& clause, Slot iface);
    void selectStmt(const syntax::SelectStmt& s);
    void selectOne(const syntax::CommClause& clause, Label end);
    void selectMany(const syntax::SelectStmt& s, Label end);
    void receiveAssign(const syntax::AssignStmt& s, Slot value, Slot ok, GoType elem);
    void sendStmt(const syntax::SendStmt& s);
    void returnStmt(const syntax::ReturnStmt& s);
    void branchStmt(const syntax::BranchStmt& s);
    void labeledStmt(const syntax::LabeledStmt& s);
    const Target* target(const syntax::Stmt* s) const;
    Slot receive(const syntax::Expr& channel, Slot want, Slot ok, bool keep);

    Unit& m_unit;
    const types::FuncInfo* m_info;
    bytecode::Function& m_fn;
    Emitter m_code;
    bool m_named = false;                      ///< results have names
    std::vector<GoType> m_resultTypes;
    std::vector<Slot> m_resultSlots;
    std::vector<const types::Var*> m_resultVars;
    std::unordered_map<const types::Var*, VarLoc> m_vars;
    std::vector<uint32_t> m_scopes;            ///< top of the slots at each scope's start
    std::vector<size_t> m_scopeLocals;         ///< first local of each scope
    std::vector<size_t> m_openLocals;          ///< into m_fn.locals
    uint32_t m_variablesEnd = 0;               ///< slots below belong to variables
    std::vector<Target> m_targets;
    std::unordered_map<const syntax::Stmt*, Label> m_gotoLabels;
    std::vector<Label> m_fallthrough;
    Slot m_landing = kNoSlot;                  ///< an outgoing argument slot where a nested call may put its frame
};

} // namespace unwind::compile
