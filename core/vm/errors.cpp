// Run-time errors: the value each panics with and its text, as Go words them.
#include "vm/machine.h"

#include <fmt/format.h>

namespace unwind::vm {

namespace {
const char* errorTypeName(ErrorType type) {
    switch (type) {
    case ErrorType::Bounds: return "runtime.boundsError";
    case ErrorType::Error: return "runtime.errorString";
    case ErrorType::Plain: return "runtime.plainError";
    case ErrorType::Assertion: return "*runtime.TypeAssertionError";
    }
    return "";
}
} // namespace

GoIface Machine::errorValue(ErrorType type, std::string_view text) {
    TypeIndex index = m_types.find(errorTypeName(type));
    GoString value = newString(text);
    if (index == bytecode::kNoType) {
        // A program without the runtime package (made by hand): a plain string tells the same.
        const bool prefixed = type == ErrorType::Bounds || type == ErrorType::Error;
        value = newString(prefixed ? fmt::format("runtime error: {}", text) : std::string(text));
        index = m_types.find("string");
        if (index == bytecode::kNoType)
            return {};
    }
    const Pin pin(m_heap, value.data);
    if (type != ErrorType::Assertion || m_types[index].kind != TypeKind::Pointer)
        return box(index, &value);
    void* error = newValue(m_types[index].type->elem);
    std::memcpy(error, &value, sizeof value);
    return {static_cast<uint64_t>(index) + 1, reinterpret_cast<uint64_t>(error)};
}

bool Machine::raise(VmG& vg, ErrorType type, std::string_view text) {
    postPanic(vg, errorValue(type, text), trace::PanicKind::RuntimeError);
    return false;
}

bool Machine::raiseNil(VmG& vg, uint64_t address) {
    const GoIface value = errorValue(ErrorType::Error, "invalid memory address or nil pointer dereference");
    postPanic(vg, value, trace::PanicKind::RuntimeError, true, address);
    return false;
}

bool Machine::raiseDivide(VmG& vg) { return raise(vg, ErrorType::Error, "integer divide by zero"); }
bool Machine::raiseShift(VmG& vg) { return raise(vg, ErrorType::Error, "negative shift amount"); }

bool Machine::raiseIndex(VmG& vg, int64_t index, int64_t length) {
    if (index < 0)
        return raise(vg, ErrorType::Bounds, fmt::format("index out of range [{}]", index));
    return raise(vg, ErrorType::Bounds, fmt::format("index out of range [{}] with length {}", index, length));
}

/// The operand is unsigned and beyond every length: what is indexed is told by the check that follows.
bool Machine::raiseUnsignedIndex(VmG& vg, uint64_t index) {
    const Instr* check = vg.pc + 1;
    const uint64_t* fp = vg.fp;
    int64_t length = 0;
    const auto sliced = [&](const char* limit, int64_t most) {
        return raise(vg, ErrorType::Bounds, fmt::format("slice bounds out of range [:{}] with {} {}", index, limit, most));
    };
    switch (static_cast<bytecode::Op>(static_cast<uint16_t>(check->op) & (kStatementMark - 1))) {
    case bytecode::Op::CheckIndex: length = check->imm; break;
    case bytecode::Op::ArrayAddr: length = check[2].imm; break;
    case bytecode::Op::SliceStore8:
    case bytecode::Op::SliceStore16:
    case bytecode::Op::SliceStore32:
    case bytecode::Op::SliceStore64: length = static_cast<int64_t>(fp[check->a + 1]); break;
    case bytecode::Op::SliceSlice: return sliced("capacity", static_cast<int64_t>(fp[check->b + 2]));
    case bytecode::Op::SliceString: return sliced("length", static_cast<int64_t>(fp[check->b + 1]));
    case bytecode::Op::SliceArray: return sliced("length", check[3].imm);
    default: length = static_cast<int64_t>(fp[check->b + 1]); break;
    }
    return raise(vg, ErrorType::Bounds, fmt::format("index out of range [{}] with length {}", index, length));
}

bool Machine::raiseUncomparable(VmG& vg, TypeIndex type) {
    return raise(vg, ErrorType::Error, fmt::format("comparing uncomparable type {}", m_types.name(type)));
}

/// Go 1.25 asks an empty map for its key's fitness in another place, which words the error in its own way.
bool Machine::raiseUnhashable(VmG& vg, TypeIndex type, bool emptyMap) {
    if (emptyMap && m_sched.profile().emptyMapKeyText == profile::EmptyMapKeyText::Colon)
        return raise(vg, ErrorType::Plain, fmt::format("hash of unhashable type: {}", m_types.name(type)));
    return raise(vg, ErrorType::Error, fmt::format("hash of unhashable type {}", m_types.name(type)));
}

bool Machine::raiseAssertion(VmG& vg, std::string text) { return raise(vg, ErrorType::Assertion, text); }

void Machine::outOfMemory(size_t size) {
    m_sched.output(2, fmt::format("runtime: out of memory: cannot allocate {}-byte block ({} in use)\n", size,
                                  m_heap.bytesInUse()));
    m_sched.fatal("out of memory");
}

void Machine::stackOverflow(VmG& vg) {
    m_sched.output(2, "runtime: goroutine stack exceeds 1000000000-byte limit\n");
    const uint64_t sp = 0xc020000000 + static_cast<uint64_t>(vg.fp - vg.base) % 0x1000;
    m_sched.output(2, fmt::format("runtime: sp={:#x} stack=[0xc020000000, 0xc040000000]\n", sp));
    m_sched.fatal("stack overflow");
}

} // namespace unwind::vm
