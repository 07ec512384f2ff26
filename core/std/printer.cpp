#include "std/printer.h"

#include "std/typefacts.h"
#include "std/utf8.h"

namespace unwind::stdlib {
namespace {

template <class T>
T load(const void* memory, size_t offset = 0) {
    T v;
    std::memcpy(&v, static_cast<const char*>(memory) + offset, sizeof v);
    return v;
}

bool isComposite(TypeKind k) {
    return k == TypeKind::Array || k == TypeKind::Slice || k == TypeKind::Struct || k == TypeKind::Map;
}

} // namespace

void ValueWriter::argument(Ref v, int32_t verb) {
    m_arg = v;
    if (v.type < 0) {
        if (verb == 'T' || verb == 'v') padText(out, m_d, "<nil>");
        else badVerb(verb);
    } else if (verb == 'T') {
        writeString(out, m_d, type(v.type).name);
    } else if (verb == 'p') {
        pointer(v, verb);
    } else {
        value(v, verb, 0, false);
    }
}

void ValueWriter::badVerb(int32_t verb) {
    out += "%!";
    appendRune(out, verb);
    out += '(';
    if (m_arg.type >= 0) {
        out += type(m_arg.type).name;
        out += '=';
        const Ref blamed = m_arg;
        value(blamed, 'v', 0, false);
    } else {
        out += "<nil>";
    }
    out += ')';
}

void ValueWriter::value(Ref v, int32_t verb, int depth, bool hidden) {
    if (v.type < 0) {
        if (verb == 'v') out += "<nil>";
        else badVerb(verb);
        return;
    }
    if (depth > 0) m_arg = v;
    const bytecode::Type& t = type(v.type);
    switch (t.kind) {
    case TypeKind::Bool: return boolean(load<uint8_t>(v.memory) != 0, verb);
    case TypeKind::Float32: return floating(static_cast<double>(load<float>(v.memory)), 32, verb);
    case TypeKind::Float64: return floating(load<double>(v.memory), 64, verb);
    case TypeKind::Complex64:
        return complex(static_cast<double>(load<float>(v.memory)), static_cast<double>(load<float>(v.memory, 4)), 32, verb);
    case TypeKind::Complex128: return complex(load<double>(v.memory), load<double>(v.memory, 8), 64, verb);
    case TypeKind::String: return text(load<vm::GoString>(v.memory).view(), verb);
    case TypeKind::Map: return map(v, verb, depth, hidden);
    case TypeKind::Struct: return structure(v, verb, depth, hidden);
    case TypeKind::Interface: return interfaceValue(v, verb, depth, hidden);
    case TypeKind::Array:
    case TypeKind::Slice: return list(v, verb, depth, hidden);
    case TypeKind::Pointer: {
        const void* target = load<const void*>(v.memory);
        if (depth == 0 && target && isComposite(type(t.elem).kind)) {
            out += '&';
            return value({t.elem, target}, verb, depth + 1, hidden);
        }
        return pointer(v, verb);
    }
    case TypeKind::Chan:
    case TypeKind::Func:
    case TypeKind::UnsafePointer: return pointer(v, verb);
    default: return integer(readBits(t, v.memory), isSignedKind(t.kind), verb);
    }
}

void ValueWriter::boolean(bool v, int32_t verb) {
    if (verb == 't' || verb == 'v') padText(out, m_d, v ? "true" : "false");
    else badVerb(verb);
}

void ValueWriter::hex0x(uint64_t v, bool prefix) {
    Directive d = m_d;
    d.sharp = prefix;
    writeInteger(out, d, v, 16, false, 'v', false);
}

void ValueWriter::integer(uint64_t v, bool isSigned, int32_t verb) {
    const auto digits = [&](int base, bool upper = false) {
        writeInteger(out, m_d, v, base, isSigned, static_cast<char>(verb), upper);
    };
    switch (verb) {
    case 'v': return m_d.sharpV && !isSigned ? hex0x(v, true) : digits(10);
    case 'd': return digits(10);
    case 'b': return digits(2);
    case 'o':
    case 'O': return digits(8);
    case 'x': return digits(16);
    case 'X': return digits(16, true);
    case 'c': return writeChar(out, m_d, v);
    case 'q': return writeQuotedChar(out, m_d, v);
    case 'U': return writeUnicode(out, m_d, v);
    default: return badVerb(verb);
    }
}

void ValueWriter::floating(double v, int bits, int32_t verb) {
    const char letter = static_cast<char>(verb);
    switch (verb) {
    case 'v': return writeFloat(out, m_d, v, bits, 'g', -1);
    case 'b':
    case 'g':
    case 'G':
    case 'x':
    case 'X': return writeFloat(out, m_d, v, bits, letter, -1);
    case 'f':
    case 'e':
    case 'E': return writeFloat(out, m_d, v, bits, letter, 6);
    case 'F': return writeFloat(out, m_d, v, bits, 'f', 6);
    default: return badVerb(verb);
    }
}

void ValueWriter::complex(double re, double im, int bits, int32_t verb) {
    if (std::string_view("vbgGxXfFeE").find(static_cast<char>(verb)) == std::string_view::npos) return badVerb(verb);
    const bool plus = m_d.plus;
    out += '(';
    floating(re, bits, verb);
    m_d.plus = true;
    floating(im, bits, verb);
    out += "i)";
    m_d.plus = plus;
}

void ValueWriter::text(std::string_view text, int32_t verb) {
    switch (verb) {
    case 'v': return m_d.sharpV ? writeQuoted(out, m_d, text) : writeString(out, m_d, text);
    case 's': return writeString(out, m_d, text);
    case 'x':
    case 'X': return writeHexString(out, m_d, text, verb == 'X');
    case 'q': return writeQuoted(out, m_d, text);
    default: return badVerb(verb);
    }
}

void ValueWriter::pointer(Ref v, int32_t verb) {
    const bytecode::Type& t = type(v.type);
    if (!isPointerKind(t.kind)) return badVerb(verb);
    const auto address = load<uint64_t>(v.memory);
    switch (verb) {
    case 'v':
        if (m_d.sharpV) {
            out += '(' + t.name + ")(";
            if (address == 0) out += "nil";
            else hex0x(address, true);
            out += ')';
        } else if (address == 0) {
            padText(out, m_d, "<nil>");
        } else {
            hex0x(address, !m_d.sharp);
        }
        return;
    case 'p': return hex0x(address, !m_d.sharp);
    case 'b':
    case 'o':
    case 'd':
    case 'x':
    case 'X': return integer(address, false, verb);
    default: return badVerb(verb);
    }
}

void ValueWriter::bytes(std::string_view bytes, int32_t verb) {
    if (verb == 's') writeString(out, m_d, bytes);
    else if (verb == 'q') writeQuoted(out, m_d, bytes);
    else writeHexString(out, m_d, bytes, verb == 'X');
}

void ValueWriter::list(Ref v, int32_t verb, int depth, bool hidden) {
    const bytecode::Type& t = type(v.type);
    const bool isSlice = t.kind == TypeKind::Slice;
    const vm::GoSlice s = isSlice ? load<vm::GoSlice>(v.memory) : vm::GoSlice{const_cast<void*>(v.memory), t.length, t.length};
    const bytecode::Type& elem = type(t.elem);
    const bool isBytes = elem.kind == TypeKind::Uint8;
    if (isBytes && (verb == 's' || verb == 'q' || verb == 'x' || verb == 'X'))
        return bytes({static_cast<const char*>(s.data), static_cast<size_t>(s.length)}, verb);
    const bool isByteArgument = isBytes && isSlice && !t.named && depth == 0;
    const bool go = m_d.sharpV;
    if (go) {
        out += isByteArgument ? "[]byte" : t.name;
        if (isSlice && !s.data) {
            out += "(nil)";
            return;
        }
    }
    out += go ? '{' : '[';
    for (int64_t i = 0; i < s.length; ++i) {
        if (i > 0) out += go ? ", " : " ";
        value({t.elem, static_cast<const char*>(s.data) + static_cast<size_t>(i) * elem.size}, verb, depth + 1, hidden);
    }
    out += go ? '}' : ']';
}

void ValueWriter::map(Ref v, int32_t verb, int depth, bool hidden) {
    const bytecode::Type& t = type(v.type);
    const void* map = load<const void*>(v.memory);
    if (m_d.sharpV) {
        out += t.name;
        if (!map) {
            out += "(nil)";
            return;
        }
        out += '{';
    } else {
        out += "map[";
    }
    bool first = true;
    for (const MapEntryRef& e : sortedEntries(m_call, t, map)) {
        if (!first) out += m_d.sharpV ? ", " : " ";
        first = false;
        value({t.key, e.key}, verb, depth + 1, hidden);
        out += ':';
        value({t.elem, e.value}, verb, depth + 1, hidden);
    }
    out += m_d.sharpV ? '}' : ']';
}

void ValueWriter::structure(Ref v, int32_t verb, int depth, bool hidden) {
    const bytecode::Type& t = type(v.type);
    if (m_d.sharpV) out += t.name;
    out += '{';
    for (size_t i = 0; i < t.fields.size(); ++i) {
        const bytecode::Field& f = t.fields[i];
        if (i > 0) out += m_d.sharpV ? ", " : " ";
        if (m_d.plusV || m_d.sharpV) out += f.name + ':';
        Ref field{f.type, static_cast<const char*>(v.memory) + f.offset};
        if (type(f.type).kind == TypeKind::Interface)
            if (const Ref inner = held(field.memory); inner.type >= 0) field = inner;
        value(field, verb, depth + 1, hidden || !f.package.empty());
    }
    out += '}';
}

void ValueWriter::interfaceValue(Ref v, int32_t verb, int depth, bool hidden) {
    const Ref inner = held(v.memory);
    if (inner.type >= 0) return value(inner, verb, depth + 1, hidden);
    if (m_d.sharpV) out += type(v.type).name + "(nil)";
    else out += "<nil>";
}

ValueWriter::Ref ValueWriter::held(const void* iface) {
    const auto inner = load<vm::GoIface>(iface);
    if (inner.isNil()) return {};
    m_held.push_back(inner);
    return {inner.typeIndex(), m_call.valueOf(m_held.back())};
}

} // namespace unwind::stdlib
