// Functions as the interpreter runs them: a private copy of their code in one block, in which the first instruction of every
// statement is marked, so that the instrumented dispatch table sees statements and the plain one does not notice.
#pragma once

#include "bytecode/program.h"

#include "base/ids.h"

#include <iterator>
#include <memory>
#include <vector>

namespace unwind::vm {

using bytecode::Instr;

/// Instructions of the VM's own, behind those of the table; where frames return to that Go code did not call.
enum class InternalOp : uint16_t {
    First = bytecode::kOpCount,
    GoroutineEnd = First, ///< the goroutine's first function returned
    InitDone,             ///< the program's init function returned: main follows
    DeferDone,            ///< a deferred call returned
    PrintDone,            ///< Error() or String() of a dying panic's value returned
    NilFunc,              ///< a nil func value was deferred or started
    RaisePending,         ///< begins the panic that VmG::pending describes
    PrintPending,         ///< makes the text of the value that VmG::printing asks for
    Last
};
inline constexpr uint16_t kStatementMark = 0x100; ///< set in Instr::op
inline constexpr size_t kDispatchSize = 0x200;
static_assert(static_cast<size_t>(InternalOp::Last) <= kStatementMark);

struct alignas(64) VmFunction {
    const Instr* code = nullptr;
    uint32_t frameSlots = 0;
    uint16_t resultSlots = 0, paramSlots = 0;
    uint16_t contextSlot = bytecode::kNoSlot;
    uint16_t zeroFrom = 0, zeroCount = 0;
    bool isWrapper = false;
    bool isStd = false;
    const bytecode::Function* fn = nullptr;
    uint32_t index = 0;      ///< into Program::functions; ~0 for the VM's own
    uint32_t codeLength = 0;
    FuncId id() const { return fn && index != ~0u ? FuncId{index + 1} : FuncId{}; }
    bool inside(const Instr* pc) const { return pc >= code && pc < code + codeLength; }
    uint32_t offsetOf(const Instr* pc) const { return static_cast<uint32_t>(pc - code); }
};
static_assert(sizeof(VmFunction) == 64);

/// One call site's memory of the methods it found, by dynamic type.
struct MethodCache {
    struct Way {
        uint64_t type = 0;
        VmFunction* function = nullptr;
    };
    Way ways[4];
    bytecode::MethodIndex method = 0;
};

class CodeStore {
public:
    /// statementsInStd: statements of the standard library are marked too.
    CodeStore(const bytecode::Program& program, bool statementsInStd);

    VmFunction* function(size_t index) { return &m_functions[index]; }
    VmFunction* functions() { return m_functions.data(); }
    size_t size() const { return m_functions.size(); }
    MethodCache* caches() { return m_caches.data(); }
    /// Packed source position of an instruction of a function of the program; 0 if it has none.
    uint64_t position(const VmFunction& f, const Instr* pc);
    /// Does a statement begin at this instruction?
    static bool isStatement(const Instr* pc) { return (static_cast<uint16_t>(pc->op) & kStatementMark) != 0; }

    // The VM's own code.
    const Instr* goroutineEnd() const { return &m_internal[0]; }
    const Instr* initDone() const { return &m_internal[1]; }
    const Instr* deferDone() const { return &m_internal[2]; }
    const Instr* printDone() const { return &m_internal[3]; }
    const Instr* raisePending() const { return &m_internal[5]; }
    const Instr* printPending() const { return &m_internal[6]; }
    bool isInternal(const Instr* pc) const { return pc >= m_internal && pc < m_internal + std::size(m_internal); }
    VmFunction* nilFunc() { return &m_nilFunc; } ///< its frame raises the nil dereference

private:
    void copyFunction(size_t index, Instr*& out);
    void linkCalls(Instr* code, size_t length);

    const bytecode::Program& m_program;
    std::unique_ptr<Instr[]> m_code;
    std::vector<VmFunction> m_functions;
    std::vector<MethodCache> m_caches;
    std::vector<std::unique_ptr<std::vector<uint64_t>>> m_positions;
    Instr m_internal[8];
    VmFunction m_nilFunc;
};

/// Words of code an instruction takes with its Ext words.
size_t instructionLength(const Instr* pc);

} // namespace unwind::vm
