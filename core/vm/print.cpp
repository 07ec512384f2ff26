// The print and println builtins and the texts of panic values, as Go's runtime prints them.
#include "vm/machine.h"

#include <cmath>

#include <fmt/format.h>

namespace unwind::vm {

namespace {

template <class T>
T read(const void* p) {
    T v;
    std::memcpy(static_cast<void*>(&v), p, sizeof v);
    return v;
}

/// +1.500000e+000
std::string floatText(double v) {
    if (std::isnan(v))
        return "NaN";
    if (std::isinf(v))
        return v > 0 ? "+Inf" : "-Inf";
    std::string text = fmt::format("{:+.6e}", v);
    const size_t e = text.find('e');
    const std::string digits = text.substr(e + 2);
    return text.substr(0, e + 2) + std::string(3 - std::min<size_t>(3, digits.size()), '0') + digits;
}

std::string complexText(double re, double im) { return "(" + floatText(re) + floatText(im) + "i)"; }

/// The basic kinds; empty for the others.
std::string basicText(TypeKind kind, const void* p) {
    switch (kind) {
    case TypeKind::Bool: return read<uint8_t>(p) ? "true" : "false";
    case TypeKind::Int8: return std::to_string(read<int8_t>(p));
    case TypeKind::Int16: return std::to_string(read<int16_t>(p));
    case TypeKind::Int32: return std::to_string(read<int32_t>(p));
    case TypeKind::Int:
    case TypeKind::Int64: return std::to_string(read<int64_t>(p));
    case TypeKind::Uint8: return std::to_string(read<uint8_t>(p));
    case TypeKind::Uint16: return std::to_string(read<uint16_t>(p));
    case TypeKind::Uint32: return std::to_string(read<uint32_t>(p));
    case TypeKind::Uint:
    case TypeKind::Uintptr:
    case TypeKind::Uint64: return std::to_string(read<uint64_t>(p));
    case TypeKind::Float32: return floatText(read<float>(p));
    case TypeKind::Float64: return floatText(read<double>(p));
    case TypeKind::Complex64: return complexText(read<float>(p), read<float>(static_cast<const char*>(p) + 4));
    case TypeKind::Complex128: return complexText(read<double>(p), read<double>(static_cast<const char*>(p) + 8));
    default: return {};
    }
}

} // namespace

std::string Machine::printed(TypeIndex type, const void* memory) const {
    const RtType& t = m_types[type];
    const auto* words = static_cast<const uint64_t*>(memory);
    switch (t.kind) {
    case TypeKind::String: return std::string(read<GoString>(memory).view());
    case TypeKind::Slice: return fmt::format("[{}/{}]{:#x}", words[1], words[2], words[0]);
    case TypeKind::Interface: return fmt::format("({:#x},{:#x})", words[0], words[1]);
    default: break;
    }
    std::string text = basicText(t.kind, memory);
    return text.empty() ? fmt::format("{:#x}", words[0]) : text;
}

/// The words of one print or println stand in a row: they go out together.
bool Machine::opPrint(VmG&, uint64_t* fp, const Instr* pc) {
    switch (pc->b) {
    case 0: m_printing += printed(pc[1].imm, &fp[pc->a]); break;
    case 1: m_printing += ' '; break;
    default: m_printing += '\n'; break;
    }
    if (pc[2].op == bytecode::Op::Print)
        return true;
    m_sched.output(2, m_printing);
    m_printing.clear();
    return true;
}

std::string Machine::runtimeErrorText(GoIface value) const {
    if (value.isNil())
        return {};
    const RtType& t = m_types.ofWord(value.type);
    const std::string& name = t.type->name;
    if (!name.starts_with("runtime.") && !name.starts_with("*runtime."))
        return {};
    const auto text = [](uint64_t address) { return std::string(read<GoString>(reinterpret_cast<void*>(address)).view()); };
    if (name == "runtime.boundsError" || name == "runtime.errorString")
        return "runtime error: " + text(value.data);
    if (name == "runtime.plainError" || name == "*runtime.TypeAssertionError")
        return text(value.data);
    if (name == "*runtime.PanicNilError")
        return "panic called with nil argument";
    return {};
}

/// Values without methods: basic kinds plain, named ones with their type, all others as type and address.
std::string Machine::panicText(GoIface value) const {
    if (value.isNil())
        return "nil";
    const uint64_t words[2] = {value.type, value.data};
    const RtType& t = m_types.ofWord(value.type);
    const void* memory = m_types.ifaceValue(words);
    const std::string& name = t.type->name;
    if (t.kind == TypeKind::String) {
        const std::string text(read<GoString>(memory).view());
        return t.type->named && name != "string" ? fmt::format("{}(\"{}\")", name, text) : text;
    }
    const std::string text = basicText(t.kind, memory);
    if (text.empty())
        return fmt::format("({}) {:#x}", name, value.data);
    return name.find('.') != name.npos ? fmt::format("{}({})", name, text) : text;
}

std::string Machine::valueText(GoIface value) const {
    if (value.isNil())
        return "nil";
    if (std::string known = runtimeErrorText(value); !known.empty())
        return known;
    const uint64_t words[2] = {value.type, value.data};
    return m_renderer->text(value.typeIndex(), m_types.ifaceValue(words));
}

} // namespace unwind::vm
