// A compiled program: what the compiler makes and the VM runs. Plain data, read only once made.
#pragma once

#include "base/source.h"
#include "bytecode/opcodes.h"

#include <string>
#include <vector>

namespace unwind::bytecode {

using TypeIndex = int32_t;   ///< into Program::types; identical Go types have one index
using MethodIndex = int32_t; ///< into Program::methodNames: a method's name, with its package if unexported
inline constexpr TypeIndex kNoType = -1;

/// Go's kinds, in reflect's order.
enum class TypeKind : uint8_t {
    Invalid, Bool, Int, Int8, Int16, Int32, Int64, Uint, Uint8, Uint16, Uint32, Uint64, Uintptr, Float32, Float64,
    Complex64, Complex128, Array, Chan, Func, Interface, Map, Pointer, Slice, String, Struct, UnsafePointer
};

struct Field {
    std::string name;
    std::string package;   ///< of an unexported name
    TypeIndex type = kNoType;
    uint32_t offset = 0;   ///< bytes
    bool embedded = false;
    std::string tag;
};

struct Method {
    MethodIndex name = 0;
    TypeIndex signature = kNoType; ///< without receiver
    int32_t function = -1;         ///< for concrete types: takes the interface's data word as receiver, 1 slot;
                                   ///< -1 when no call in the program can reach it (the type has the method all the same)
};

/// Run-time type descriptor, laid out by Go's amd64 rules.
struct Type {
    TypeKind kind{};
    std::string name;          ///< as %T prints it: "main.T", "[]int", "func(int) string"
    std::string package;       ///< of a named type; empty otherwise
    bool named = false;
    bool comparable = true;    ///< statically; interfaces may still fail at run time
    bool directIface = false;  ///< pointer-shaped or at most one slot: the data word is the value itself
    uint32_t size = 0, align = 1;
    TypeIndex elem = kNoType;  ///< array, chan, map value, pointer, slice
    TypeIndex key = kNoType;   ///< map
    int64_t length = 0;        ///< array
    uint8_t chanDir = 3;       ///< 1 receive, 2 send, 3 both
    bool variadic = false;     ///< func
    std::vector<TypeIndex> params, results; ///< func
    std::vector<Field> fields;              ///< struct
    std::vector<Method> methods;            ///< method set (concrete) or requirements (interface), ordered by name index
    TypeIndex pointerTo = kNoType;          ///< *T if the program needs it
    std::vector<bool> pointers;             ///< one bit an 8-byte word of the value: may hold a pointer (an interface's data word too)
    uint32_t slots() const { return (size + 7) / 8; }
};

/// A variable as a debugger shows it.
struct Local {
    std::string name;
    TypeIndex type = kNoType;
    uint16_t slot = 0;
    bool boxed = false;        ///< the slot holds a pointer to the value
    bool captured = false;     ///< slot is a capture word of the context (the compiler copies captures into slots: false)
    uint32_t fromPc = 0, toPc = 0;
    bool isParam = false, isResult = false;
};

struct LineEntry {
    uint32_t pc = 0;           ///< first instruction
    uint32_t line = 0, column = 0;
    bool statement = false;    ///< a statement begins here: a step stops, an event is recorded
};

struct Function {
    std::string name;          ///< "main.worker", "main.(*T).M", "main.main.func1"
    SourcePos pos;
    uint32_t frameSlots = 0;   ///< including outgoing calls' argument slots, not their frames
    uint16_t resultSlots = 0, paramSlots = 0;
    uint16_t contextSlot = kNoSlot;   ///< where CallClosure puts the func value
    std::vector<bool> pointerSlots;   ///< one bit a slot: may hold a pointer
    std::vector<bool> capturePointers; ///< one bit a capture word of its closures
    std::vector<Instr> code;
    std::vector<LineEntry> lines;     ///< by pc
    std::vector<Local> locals;
    TypeIndex signature = kNoType;    ///< with the receiver as first parameter
    uint32_t epilogue = 0;     ///< pc of RunDefers where a recovered panic resumes; 0 when the function defers nothing
    bool hasDefer = false;
    bool isStd = false;
    bool isWrapper = false;    ///< made by the compiler: not a frame for recover, not shown in traces
    int32_t native = -1;       ///< index into Program::natives when it has no Go body
    uint16_t zeroFrom = 0, zeroCount = 0; ///< slots the VM zeroes on entry (result slots)
};

struct Program {
    std::vector<SourceFile> files;         ///< FileId is index + 1
    std::vector<Function> functions;       ///< FuncId is index + 1
    std::vector<Type> types;
    std::vector<uint64_t> constants;
    std::vector<std::string> strings;
    std::vector<std::string> methodNames;  ///< "Error", "main.hidden"
    std::vector<std::string> natives;      ///< "math.Sqrt": bound by name by the VM
    uint32_t dataSize = 0;                 ///< bytes of the data segment
    std::vector<bool> dataPointers;        ///< one bit an 8-byte word
    struct Global { std::string name; TypeIndex type; uint32_t offset; };
    std::vector<Global> globals;           ///< for the debugger
    int32_t init = -1;                     ///< function: package variables and init functions of all packages, in order
    int32_t main = -1;
    /// Types the VM itself makes values of, by name: "runtime.boundsError", "runtime.errorString", "runtime.plainError",
    /// "*runtime.TypeAssertionError", "*runtime.PanicNilError", "runtime.errorAddressString", "runtime.GoexitSignal", "string", "error", …
    TypeIndex findType(std::string_view name) const;
};

std::string disassemble(const Program& program, const Function& function);
const char* opName(Op op);

} // namespace unwind::bytecode
