// How a function of the standard library is written in C++: it reads its parameters from the slots the Go caller filled and
// writes its results there. Natives never call back into Go; what must do so is written in Go under resources/std.
// A native may park the goroutine through the scheduler (other goroutines run meanwhile), raise a Go panic or end the program;
// after panic…() or exit() it returns at once and the VM does the rest. It may not keep slots or heap pointers after it returns,
// unless it registers them as roots. The collector runs only inside alloc…(): everything a native holds across two allocations
// must be reachable from its slots or held by a Pin.
#pragma once

#include "bytecode/program.h"
#include "vm/heap.h"

#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::runtime {
class Sched;
struct G;
} // namespace unwind::runtime

namespace unwind::vm {

class Types;
class Vm;

/// Go's slice header, as it lies in three slots or 24 bytes of memory.
struct GoSlice {
    void* data = nullptr;
    int64_t length = 0, capacity = 0;
};

/// Go's string header: two slots or 16 bytes. The bytes are not zero-terminated and never change.
struct GoString {
    const char* data = nullptr;
    int64_t length = 0;
    std::string_view view() const { return {data, static_cast<size_t>(length)}; }
};

/// An interface value: two slots or 16 bytes. type is 0 for nil, else TypeIndex + 1; data is the value itself if Type::directIface,
/// else a pointer to a box that nobody changes.
struct GoIface {
    uint64_t type = 0;
    uint64_t data = 0;
    bool isNil() const { return type == 0; }
    bytecode::TypeIndex typeIndex() const { return static_cast<bytecode::TypeIndex>(type) - 1; }
};

/// One call of a native. slots[0 …) are the result slots, then the parameters, laid out as opcodes.h says: an int one slot, a
/// string two, a slice three, an interface two, a struct its memory image. The result slots hold garbage until they are set.
struct NativeCall {
    uint64_t* slots = nullptr;
    Vm& vm;
    Heap& heap;
    Types& types;
    runtime::Sched& sched;
    runtime::G* g = nullptr;

    // Reading parameters and writing results, by slot number.
    int64_t integer(int slot) const { return static_cast<int64_t>(slots[slot]); }
    uint64_t word(int slot) const { return slots[slot]; }
    double number(int slot) const { return as<double>(slot); }
    bool boolean(int slot) const { return (slots[slot] & 0xff) != 0; }
    void* pointer(int slot) const { return reinterpret_cast<void*>(slots[slot]); }
    GoString string(int slot) const { return as<GoString>(slot); }
    std::string_view text(int slot) const { return string(slot).view(); }
    GoSlice slice(int slot) const { return as<GoSlice>(slot); }
    GoIface iface(int slot) const { return as<GoIface>(slot); }
    void setInteger(int slot, int64_t v) { slots[slot] = static_cast<uint64_t>(v); }
    void setWord(int slot, uint64_t v) { slots[slot] = v; }
    void setNumber(int slot, double v) { set(slot, v); }
    void setBoolean(int slot, bool v) { slots[slot] = v ? 1 : 0; }
    void setPointer(int slot, const void* p) { slots[slot] = reinterpret_cast<uint64_t>(p); }
    void setString(int slot, GoString s) { set(slot, s); }
    void setSlice(int slot, GoSlice s) { set(slot, s); }
    void setIface(int slot, GoIface v) { set(slot, v); }
    /// Copies text into the heap and writes the two slots.
    void setText(int slot, std::string_view text) { set(slot, newString(text)); }

    // Allocation. Memory is zeroed.
    GoString newString(std::string_view text);
    /// Bytes without pointers, for []byte and string contents.
    char* newBytes(size_t size);
    /// A value of this type (count of them in a row).
    void* newValue(bytecode::TypeIndex type, size_t count = 1);
    GoSlice newSlice(bytecode::TypeIndex elem, int64_t length, int64_t capacity);
    /// []string, the common case.
    GoSlice newStrings(const std::vector<std::string>& texts);

    // Types and values by type: what fmt, errors and reflection-like natives need.
    const bytecode::Program& program() const;
    const bytecode::Type& type(bytecode::TypeIndex index) const;
    /// Where the value of a non-nil interface lies: its box, or the data word itself (so v must outlive the pointer).
    const void* valueOf(const GoIface& v) const;
    /// The value of a type that lies at memory, as an interface value: copied into a box if need be. An interface-typed value
    /// gives the interface it holds.
    GoIface makeIface(bytecode::TypeIndex type, const void* memory);
    /// Does the type's method set have a method of this name (as in Program::methodNames)? -1 if not.
    int32_t findMethod(bytecode::TypeIndex type, std::string_view name) const;
    /// == of Go on two interface values. Panics (and returns false) if the values can not be compared.
    bool equal(const GoIface& a, const GoIface& b);
    /// Entries of a map in its storage order; key and value lie in memory. The map must not change meanwhile.
    void forEachEntry(const void* map, bytecode::TypeIndex mapType,
                      const std::function<void(const void* key, const void* value)>& visit) const;
    int64_t mapLength(const void* map) const;

    // Ends.
    /// panic(text) with a plain Go string.
    void panicString(std::string_view text);
    /// A run-time error of type runtime.errorString: text without the prefix "runtime error: ".
    void panicRuntime(std::string_view text);
    /// A run-time error of type runtime.plainError: text as printed.
    void panicPlain(std::string_view text);
    void panicValue(GoIface value);
    /// A nil pointer was followed: the run-time error, with its SIGSEGV line when nobody recovers.
    void panicNil();
    /// fatal error: text. No deferred call runs.
    void fatal(std::string_view text);
    /// os.Exit.
    void exit(int code);
    /// runtime.Goexit of the calling goroutine.
    void goexit();
    /// Writes to the program's standard output (1) or standard error (2).
    void write(int fd, std::string_view bytes);
    /// The stack of the calling goroutine as debug.Stack prints it.
    std::string stackTrace() const;

    /// What the native asked for; the interpreter looks when the native has returned.
    enum class Then : uint8_t { Return, Panic, Fatal, Exit, Goexit };
    Then then = Then::Return;
    GoIface panicIface;
    int exitCode = 0;
    bool isNilDereference = false;
    bool isRuntimeError = false;

private:
    template <class T>
    T as(int slot) const {
        T v;
        std::memcpy(static_cast<void*>(&v), slots + slot, sizeof v);
        return v;
    }
    template <class T>
    void set(int slot, const T& v) {
        std::memcpy(slots + slot, &v, sizeof v);
    }
};

using NativeFn = void (*)(NativeCall&);

/// The natives of the standard library, by name ("math.Sqrt", "strconv.formatFloat", "time.Sleep", methods as
/// "sync.(*Mutex).Lock"). core/std registers each package's in one function; the VM binds Program::natives when it starts
/// and refuses a program that names one that is missing.
class NativeRegistry {
public:
    static NativeRegistry& global();
    void add(std::string_view name, NativeFn fn);
    NativeFn find(std::string_view name) const;

    /// Stores the value a timer sends on its channel, a time.Time for virtual time now. Set by core/std.
    void (*timeValue)(int64_t now, void* out) = nullptr;

private:
    std::vector<std::pair<std::string, NativeFn>> m_entries; ///< ordered by name
};

} // namespace unwind::vm
