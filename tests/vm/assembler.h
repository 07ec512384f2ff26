// Programs written by hand, instruction by instruction, for tests of the VM without a compiler.
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 does not parse what these include
#include "bytecode/program.h"
#include "vm/vm.h"

#include <algorithm>
#include <string>
#include <vector>
#endif

namespace unwind::test {

using bytecode::Function;
using bytecode::Instr;
using bytecode::Op;
using bytecode::Type;
using bytecode::TypeIndex;
using bytecode::TypeKind;

inline constexpr uint16_t kNone = bytecode::kNoSlot;

inline Instr abc(Op op, uint16_t a = 0, uint16_t b = 0, uint16_t c = 0) {
    Instr i{op, a, {}};
    i.b = b;
    i.c = c;
    return i;
}
inline Instr imm(Op op, uint16_t a, int32_t value) {
    Instr i{op, a, {}};
    i.imm = value;
    return i;
}
inline Instr ext(int32_t value, uint16_t a = 0) { return imm(Op::Ext, a, value); }
inline Instr extSlots(uint16_t a, uint16_t b, uint16_t c) { return abc(Op::Ext, a, b, c); }
inline Instr offset(Op op, uint16_t a, uint16_t b, int16_t c) { return abc(op, a, b, static_cast<uint16_t>(c)); }

class Assembler {
public:
    Assembler() {
        m_program.files.push_back({"main.go", "package main\n", false});
        basic("int", TypeKind::Int, 8);
        basic("uint8", TypeKind::Uint8, 1);
        basic("float64", TypeKind::Float64, 8);
        basic("bool", TypeKind::Bool, 1);
        TypeIndex string = basic("string", TypeKind::String, 16);
        m_program.types[size_t(string)].pointers = {true, false};
        m_program.types[size_t(string)].directIface = false;
        TypeIndex any = basic("interface {}", TypeKind::Interface, 16);
        m_program.types[size_t(any)].pointers = {false, true};
        for (const char* name : {"runtime.boundsError", "runtime.errorString", "runtime.plainError"}) {
            Type t = m_program.types[size_t(string)];
            t.name = name;
            t.named = true;
            add(t);
        }
        Type failure;
        failure.name = "runtime.TypeAssertionError";
        failure.kind = TypeKind::Struct;
        failure.size = 16;
        failure.align = 8;
        failure.fields.push_back({"text", "runtime", string, 0, false, ""});
        failure.pointers = {true, false};
        pointerTo(add(failure));
    }

    TypeIndex add(Type type) {
        m_program.types.push_back(std::move(type));
        return TypeIndex(m_program.types.size()) - 1;
    }
    TypeIndex basic(const std::string& name, TypeKind kind, uint32_t size) {
        Type t;
        t.kind = kind;
        t.name = name;
        t.size = size;
        t.align = std::min(size, 8u);
        t.directIface = size <= 8;
        t.pointers.assign(t.slots(), false);
        return add(t);
    }
    TypeIndex pointerTo(TypeIndex elem) {
        Type t;
        t.kind = TypeKind::Pointer;
        t.name = "*" + m_program.types[size_t(elem)].name;
        t.size = t.align = 8;
        t.elem = elem;
        t.directIface = true;
        t.pointers = {true};
        return add(t);
    }
    TypeIndex sliceOf(TypeIndex elem) {
        Type t;
        t.kind = TypeKind::Slice;
        t.name = "[]" + m_program.types[size_t(elem)].name;
        t.size = 24;
        t.align = 8;
        t.elem = elem;
        t.comparable = false;
        t.pointers = {true, false, false};
        return add(t);
    }
    TypeIndex mapOf(TypeIndex key, TypeIndex elem) {
        Type t;
        t.kind = TypeKind::Map;
        t.name = "map";
        t.size = t.align = 8;
        t.key = key;
        t.elem = elem;
        t.comparable = false;
        t.directIface = true;
        t.pointers = {true};
        return add(t);
    }
    TypeIndex chanOf(TypeIndex elem) {
        Type t;
        t.kind = TypeKind::Chan;
        t.name = "chan " + m_program.types[size_t(elem)].name;
        t.size = t.align = 8;
        t.elem = elem;
        t.directIface = true;
        t.pointers = {true};
        return add(t);
    }
    TypeIndex find(const char* name) const { return m_program.findType(name); }

    int32_t string(const std::string& text) {
        m_program.strings.push_back(text);
        return int32_t(m_program.strings.size()) - 1;
    }
    int32_t constant(uint64_t value) {
        m_program.constants.push_back(value);
        return int32_t(m_program.constants.size()) - 1;
    }

    /// Adds a function; every instruction that `statements` names begins one, on line pc + 1.
    int32_t function(const std::string& name, uint16_t results, uint16_t params, uint32_t frameSlots,
                     std::vector<Instr> code) {
        Function f;
        f.name = name;
        f.pos = {FileId{1}, 1, 1};
        f.resultSlots = results;
        f.paramSlots = params;
        f.frameSlots = frameSlots;
        f.pointerSlots.assign(frameSlots, true);
        f.zeroCount = results;
        for (uint32_t pc = 0; pc < code.size(); ++pc) {
            if (code[pc].op != Op::Ext)
                f.lines.push_back({pc, pc + 1, 1, true});
            if (code[pc].op == Op::RunDefers && f.epilogue == 0) {
                f.epilogue = pc;
                f.hasDefer = true;
            }
        }
        f.code = std::move(code);
        m_program.functions.push_back(std::move(f));
        return int32_t(m_program.functions.size()) - 1;
    }
    /// A function to be given its code later, so that others can call it.
    int32_t declare() { return function("", 0, 0, 0, {}); }
    void define(int32_t index, const std::string& name, uint16_t results, uint16_t params, uint32_t frameSlots,
                std::vector<Instr> code) {
        function(name, results, params, frameSlots, std::move(code));
        m_program.functions[size_t(index)] = std::move(m_program.functions.back());
        m_program.functions.pop_back();
    }
    void main(uint32_t frameSlots, std::vector<Instr> code) {
        m_program.main = function("main.main", 0, 0, frameSlots, std::move(code));
    }
    bytecode::Program& program() { return m_program; }

private:
    bytecode::Program m_program;
};

struct Run {
    std::string out, err;
    int code = -1;
};

inline Run run(const bytecode::Program& program, vm::VmOptions options = {}) {
    Run result;
    options.write = [&](int fd, std::string_view text) { (fd == 1 ? result.out : result.err) += text; };
    vm::Vm machine(program, options);
    if (!machine.fault().empty()) {
        result.err = machine.fault();
        return result;
    }
    result.code = machine.run().exitCode;
    return result;
}

/// Keeps events in memory. (Here and not in a test: Qt makes a macro of emit.)
class Recorder : public trace::Sink {
public:
    uint64_t intern(std::string_view text) override {
        if (text.empty())
            return 0;
        strings.emplace_back(text);
        return strings.size();
    }
    void emit(trace::Kind kind, Time time, ProcId, GoId, std::initializer_list<uint64_t> args) override {
        events.push_back({kind, time, args});
    }
    Seq next() const override { return events.size(); }
    size_t count(trace::Kind kind) const {
        return size_t(std::count_if(events.begin(), events.end(), [&](const auto& e) { return e.kind == kind; }));
    }
    struct Entry {
        trace::Kind kind;
        Time time;
        std::vector<uint64_t> args;
    };
    std::vector<Entry> events;
    std::vector<std::string> strings;
};

/// The part before the goroutine's trace.
inline std::string head(const std::string& err) { return err.substr(0, err.find("\n\ngoroutine")); }

} // namespace unwind::test
