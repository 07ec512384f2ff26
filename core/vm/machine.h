// The engine room of a Vm: everything the interpreter loop and its slow paths share. The loop (interpreter.cpp) keeps fp, pc
// and the slice's limit in registers; every function here finds them in the VmG, where the loop has written them back, and may
// change them there. Functions by concept: calls.cpp, unwind.cpp, errors.cpp, memory.cpp (slices, strings, maps), ifaces.cpp,
// channels.cpp, hooks.cpp (the runtime's questions, the collector's roots), traceback.cpp, print.cpp.
// An op… function returns true when the loop shall go on behind the instruction, false when it has set another place.
#pragma once

#include "runtime/defer.h"
#include "runtime/sched.h"
#include "vm/goroutine.h"
#include "vm/map.h"
#include "vm/mapping.h"
#include "vm/natives.h"
#include "vm/vm.h"

namespace unwind::vm {

/// Types of run-time errors; the standard library's runtime package defines them.
enum class ErrorType : uint8_t { Bounds, Error, Plain, Assertion };

class Machine final : public runtime::Hooks {
public:
    Machine(Vm& vm, const bytecode::Program& program, VmOptions options);
    ~Machine() override;

    void start();
    void setInstrumented(bool active);

    // Calls (calls.cpp)
    /// Puts function f on a fresh goroutine's segment with its arguments; closure goes to its context slot.
    void prepare(runtime::G& g, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count);
    /// Room for slots above vg.fp; false when the limit of Go's stack is reached (the program is then ended).
    void grow(VmG& vg, size_t slotsAboveFp);
    /// Pushes a frame that Go code did not call, on top of the newest one; it returns to `to`. Results and arguments: args.
    uint64_t* pushSpecial(VmG& vg, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count,
                          const Instr* to);
    bool opGo(VmG& vg, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count);
    bool opGoCall(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opGoClosure(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opGoIface(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opDeferCall(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opDeferClosure(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opDeferIface(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opDeferRecover(VmG& vg, uint64_t* fp, const Instr* pc);
    VmFunction* findMethod(uint64_t typeWord, bytecode::MethodIndex method);
    VmFunction* cacheMethod(MethodCache& cache, uint64_t typeWord);
    bool opCallNative(VmG& vg, uint64_t* fp, const Instr* pc);
    void noteCall(VmG& vg);
    void noteReturn(VmG& vg);
    void noteStatement(VmG& vg);

    // Unwinding (unwind.cpp)
    void opRunDefers(VmG& vg);
    void deferDone(VmG& vg);
    void printDone(VmG& vg);
    void initDone(VmG& vg);
    /// Asks for a panic; it begins at the next dispatch.
    void postPanic(VmG& vg, GoIface value, trace::PanicKind kind, bool signal = false, uint64_t address = 0);
    void raisePending(VmG& vg);
    void printPending(VmG& vg);
    void beginGoexit(VmG& vg);
    bool opPanic(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opRecover(VmG& vg, uint64_t* fp, const Instr* pc);
    trace::PanicKind panicKind(GoIface value) const;
    void noteRecover(VmG& vg, const runtime::RecoverAnswer& answer);
    bool opThrow(VmG& vg, uint64_t* fp, const Instr* pc);

    // Run-time errors (errors.cpp). They always return false, as an op… function does.
    bool raise(VmG& vg, ErrorType type, std::string_view text);
    bool raiseNil(VmG& vg, uint64_t address = 0);
    bool raiseDivide(VmG& vg);
    bool raiseShift(VmG& vg);
    bool raiseIndex(VmG& vg, int64_t index, int64_t length);
    bool raiseUnsignedIndex(VmG& vg, uint64_t index);
    bool raiseUncomparable(VmG& vg, TypeIndex type);
    bool raiseUnhashable(VmG& vg, TypeIndex type, bool emptyMap);
    bool raiseAssertion(VmG& vg, std::string text);
    [[noreturn]] void outOfMemory(size_t size);
    [[noreturn]] void stackOverflow(VmG& vg);
    GoIface errorValue(ErrorType type, std::string_view text);

    // Memory (memory.cpp)
    GoString newString(std::string_view text);
    GoString newUninitialized(size_t size);
    void* newValue(TypeIndex type);
    bool opMakeSlice(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opAppend(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opAppendSlice(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opAppendString(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opCopySlice(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opCopyString(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opClearSlice(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opSliceSlice(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opSliceString(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opSliceArray(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opSliceToArray(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opConcat(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opBytesToString(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opStringToBytes(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opRunesToString(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opStringToRunes(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opRuneToString(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opMakeMap(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opMapGet(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opMapGetOk(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opMapSet(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opMapDelete(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opMapIter(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opMakeClosure(VmG& vg, uint64_t* fp, const Instr* pc);

    // Interfaces (ifaces.cpp)
    bool opMakeIface(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opAssertFailed(VmG& vg, uint64_t* fp, const Instr* pc); ///< AssertType of another type
    bool opAssertIface(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opAssertIfaceOk(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opEqIface(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opEqType(VmG& vg, uint64_t* fp, const Instr* pc);
    GoIface box(TypeIndex type, const void* memory);

    // Channels (channels.cpp). They may switch to another goroutine.
    bool opMakeChan(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opSend(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opRecv(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opCloseChan(VmG& vg, uint64_t* fp, const Instr* pc);
    bool opSelect(VmG& vg, uint64_t* fp, const Instr* pc);

    // Text (print.cpp, traceback.cpp)
    bool opPrint(VmG& vg, uint64_t* fp, const Instr* pc);
    std::string printed(TypeIndex type, const void* memory) const;  ///< as the print builtin
    std::string valueText(GoIface value) const;                     ///< of a panic's value, for events
    /// What Error() of the runtime's own error types answers; empty for other values.
    std::string runtimeErrorText(GoIface value) const;
    std::string panicText(GoIface value) const;                     ///< as printpanicval, without calling methods
    /// cut: nothing below the innermost deferred call that a panic runs.
    std::string traceback(const VmG& vg, bool cut = false) const;
    std::vector<std::string> tracebackEntries(const VmG& vg, bool cut) const;
    /// Is it a frame of package reflect that a profile's panicwrap hook skips?
    bool isSkippedReflection(const bytecode::Function& fn) const;
    void runPanicwrapHook(const VmG& vg);
    /// Is this frame a deferred call that a panic or Goexit runs? Then Go's stack has a frame of the runtime's below it.
    bool isRunByUnwinding(const runtime::G& g, const FrameRef& frame) const;
    std::string_view creatorName(const runtime::G& g) const;
    /// What uncaught-panic printing needs of a value: the method to call for its text, or null.
    VmFunction* textMethod(GoIface value);

    // The runtime's questions (hooks.cpp)
    void* allocate(size_t bytes) override;
    void write(int fd, std::string_view text) override;
    std::string traceback(const runtime::G& g) override;
    runtime::FrameFacts frameFacts(const runtime::G& g, runtime::Frame frame) override;
    uint64_t objectId(const void* address) override;
    std::string printFaultText(const runtime::G& g, const runtime::Panic& panic) override;
    void timerFired(runtime::Timer& timer) override;
    void timeValue(Time now, void* out) override;
    void goroutineEnded(runtime::G& g) override;
    void scanRoots();
    void scanFrames(const VmG& vg);
    void scanGoroutine(runtime::G& g);

    // The loop (interpreter.cpp)
    static void body(runtime::G& g, void* machine);
    void interpret(VmG* vg);

    VmG& vmOf(const runtime::G& g) const { return *static_cast<VmG*>(g.vm); }
    uint64_t positionOf(const FrameRef& frame) const { return m_code->position(*frame.fn, frame.pc); }
    uint64_t positionNow(const VmG& vg) const { return m_code->position(*functionOf(vg.fp), vg.pc); }
    bool recording(trace::Detail level) const { return m_options.sink && m_options.sink->wants(level); }
    uint64_t intern(std::string_view text) const { return m_options.sink ? m_options.sink->intern(text) : 0; }

    const bytecode::Program& m_program;
    VmOptions m_options;
    std::string m_fault;
    Heap m_heap;
    Types m_types;
    Maps m_maps;
    std::unique_ptr<CodeStore> m_code;
    runtime::Sched m_sched;
    Mapping m_segment;                ///< data segment, string constants, func values without captures
    char* m_data = nullptr;
    void* m_zeroBase = nullptr;       ///< where values of size zero lie
    GoString* m_strings = nullptr;    ///< constants; interface values share them
    uint64_t* m_funcValues = nullptr; ///< word i: functions[i]
    std::vector<NativeFn> m_natives;
    std::unique_ptr<Renderer> m_renderer;
    const void* const* m_dispatch = nullptr; ///< the table in use
    const void* const* m_plain = nullptr;
    const void* const* m_instrumented = nullptr;
    bool m_hookActive = false;
    LayoutId m_chanLayout = kAllPointers;
    std::string m_pendingText;        ///< of a native's fatal()
    std::string m_printing;           ///< of a print builtin under way
    bytecode::MethodIndex m_errorMethod = -1, m_stringMethod = -1, m_runtimeErrorMethod = -1;
    Vm* m_vm = nullptr;

private:
    void apply(VmG& vg, runtime::UnwindStep&& step);
    void dropTo(VmG& vg, uint32_t depth);
    bool runDefer(VmG& vg, runtime::Defer& defer, runtime::UnwindStep& next);
    bool deferRecord(VmG& vg, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count, bool isNil);
    runtime::Frame recoverFrame(const VmG& vg) const;
    runtime::Frame deferredBelow(const VmG& vg, runtime::Frame caller) const;
    void raisePosted(VmG& vg);
    void layOutSegment();
    void bindNatives();
    bool bounds(VmG& vg, int64_t low, int64_t high, int64_t max, bool hasMax, int64_t capacity, bool isSlice);
    bool growSlice(VmG& vg, uint64_t* out, const uint64_t* in, int64_t added, TypeIndex elem);
    bool missing(VmG& vg, const uint64_t* value, TypeIndex target);
};

/// How many slots a special frame keeps free above the frame below: its header and the parked pc.
inline constexpr size_t kSpecialHeader = bytecode::kFrameHeaderSlots + 1;
/// Room for a callee's header that every frame's check includes.
inline constexpr size_t kFrameSlack = 16;

} // namespace unwind::vm
