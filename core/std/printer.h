// fmt's walk over values that have no methods of interest. Counterpart: fmt/print.go's printArg and printValue.
#pragma once

#include "std/directive.h"
#include "vm/natives.h"

#include <deque>

namespace unwind::stdlib {

/// fmt's Go struct printer, down to what the machine uses.
struct GoPrinter {
    vm::GoSlice buf;
    Directive d;
    bool reordered, erroring, panicking, wraps;
    int64_t pos, next, stage;
    vm::GoIface arg;
};
static_assert(sizeof(GoPrinter) == 104);

/// Writes values to a string. arg is what a bad verb is blamed on: p.arg of the Go side. A type of -1 is no value: nil.
class ValueWriter {
public:
    struct Ref {
        bytecode::TypeIndex type = bytecode::kNoType;
        const void* memory = nullptr;
    };

    ValueWriter(const vm::NativeCall& call, const Directive& d, Ref arg) : m_call(call), m_d(d), m_arg(arg) {}

    /// A whole argument: nil, %T and %p too.
    void argument(Ref v, int32_t verb);
    void value(Ref v, int32_t verb, int depth, bool hidden);
    void badVerb(int32_t verb);
    /// A string by a verb for strings.
    void text(std::string_view text, int32_t verb);
    std::string out;

private:
    void boolean(bool v, int32_t verb);
    void integer(uint64_t v, bool isSigned, int32_t verb);
    void floating(double v, int bits, int32_t verb);
    void complex(double re, double im, int bits, int32_t verb);
    void pointer(Ref v, int32_t verb);
    void list(Ref v, int32_t verb, int depth, bool hidden);
    void bytes(std::string_view bytes, int32_t verb);
    void map(Ref v, int32_t verb, int depth, bool hidden);
    void structure(Ref v, int32_t verb, int depth, bool hidden);
    void interfaceValue(Ref v, int32_t verb, int depth, bool hidden);
    void hex0x(uint64_t v, bool prefix);
    /// What an interface in memory holds; stays readable as long as the writer.
    Ref held(const void* iface);
    const bytecode::Type& type(bytecode::TypeIndex index) const { return m_call.type(index); }

    const vm::NativeCall& m_call;
    Directive m_d;
    Ref m_arg;
    std::deque<vm::GoIface> m_held;
};

} // namespace unwind::stdlib
