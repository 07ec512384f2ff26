#include "vm/render.h"

#include "vm/map.h"
#include "vm/natives.h"
#include "vm/utf8.h"

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

/// The shortest text that reads back as the same number, as Go's %v.
std::string floatText(double v) {
    if (std::isnan(v))
        return "NaN";
    if (std::isinf(v))
        return v > 0 ? "+Inf" : "-Inf";
    return fmt::format("{}", v);
}

/// Boolean and numeric kinds; empty for the others.
std::string numberText(TypeKind kind, const void* p) {
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
    case TypeKind::Uint64: return std::to_string(read<uint64_t>(p));
    case TypeKind::Uintptr: return fmt::format("{:#x}", read<uint64_t>(p));
    case TypeKind::Float32: return fmt::format("{}", read<float>(p));
    case TypeKind::Float64: return floatText(read<double>(p));
    case TypeKind::Complex64:
        return fmt::format("({}{:+}i)", read<float>(p), read<float>(static_cast<const char*>(p) + 4));
    case TypeKind::Complex128:
        return fmt::format("({}{:+}i)", read<double>(p), read<double>(static_cast<const char*>(p) + 8));
    default: return {};
    }
}

void pointerText(std::string& out, uint64_t address) {
    out += address ? fmt::format("{:#x}", address) : "nil";
}

/// Errors of the standard library that keep their message as their first field: they read as that message.
bool isPlainError(std::string_view type) {
    return type == "errors.errorString" || type == "fmt.wrapError" || type == "fmt.wrapErrors";
}

} // namespace

std::string quoted(std::string_view text, size_t limit) {
    std::string out = "\"";
    size_t i = 0;
    while (i < text.size() && out.size() < limit) {
        const Rune r = decodeRune(text.data() + i, text.size() - i);
        const bool broken = r.code == kRuneError && r.bytes == 1;
        if (r.code == '"' || r.code == '\\')
            out += fmt::format("\\{}", static_cast<char>(r.code));
        else if (r.code == '\n')
            out += "\\n";
        else if (r.code == '\t')
            out += "\\t";
        else if (r.code == '\r')
            out += "\\r";
        else if (broken || r.code < 0x20 || r.code == 0x7f)
            out += fmt::format("\\x{:02x}", static_cast<uint8_t>(text[i]));
        else
            out += text.substr(i, static_cast<size_t>(r.bytes));
        i += static_cast<size_t>(r.bytes);
    }
    if (i < text.size())
        out += "…";
    return out + "\"";
}

Renderer::Renderer(const Types& types, const Heap& heap, const Maps& maps, const void* data, size_t dataSize)
    : m_types(types), m_heap(heap), m_maps(maps), m_data(static_cast<const char*>(data)), m_dataSize(dataSize) {}

bool Renderer::readable(const void* memory, size_t size) const {
    const auto* p = static_cast<const char*>(memory);
    return m_heap.contains(p) || (p >= m_data && p + size <= m_data + m_dataSize);
}

std::string Renderer::text(TypeIndex type, const void* memory, const RenderLimits& limits) const {
    std::string out;
    value(out, type, memory, limits, 0);
    return out;
}

std::string Renderer::arguments(const bytecode::Type& signature, const uint64_t* slots) const {
    std::string out;
    for (size_t i = 0; i < signature.params.size(); ++i) {
        const RtType& t = m_types[signature.params[i]];
        const bool rest = signature.variadic && i + 1 == signature.params.size();
        if (rest && read<GoSlice>(slots).length == 0)
            break;
        if (i > 0)
            out += ", ";
        if (rest) {
            const auto s = read<GoSlice>(slots);
            sequence(out, m_types[t.type->elem], static_cast<const char*>(s.data), s.length, {}, 0);
        } else {
            value(out, signature.params[i], slots, {}, 0);
        }
        slots += t.slots;
    }
    return out;
}

void Renderer::value(std::string& out, TypeIndex type, const void* memory, const RenderLimits& limits, int depth) const {
    const RtType& t = m_types[type];
    if (std::string number = numberText(t.kind, memory); !number.empty()) {
        out += number;
        return;
    }
    switch (t.kind) {
    case TypeKind::String: {
        const auto s = read<GoString>(memory);
        out += quoted(s.view(), limits.length > out.size() + 8 ? limits.length - out.size() : 8);
        return;
    }
    case TypeKind::Interface: {
        const auto* words = static_cast<const uint64_t*>(memory);
        if (words[0] == 0)
            out += "nil";
        else
            value(out, static_cast<TypeIndex>(words[0]) - 1, m_types.ifaceValue(words), limits, depth);
        return;
    }
    case TypeKind::Pointer: {
        const auto address = read<uint64_t>(memory);
        const auto* there = reinterpret_cast<const void*>(address);
        const RtType* target = t.type->elem >= 0 ? &m_types[t.type->elem] : nullptr;
        const bool isStruct = target && target->kind == TypeKind::Struct && address && readable(there, target->size);
        if (isStruct && isPlainError(target->type->name)) {
            value(out, target->type->fields[0].type, there, limits, depth);
        } else if (isStruct && depth == 0) {
            out += '&';
            value(out, t.type->elem, there, limits, depth + 1);
        } else {
            pointerText(out, address);
        }
        return;
    }
    case TypeKind::Func: out += read<uint64_t>(memory) ? "func" : "nil"; return;
    case TypeKind::Chan:
    case TypeKind::UnsafePointer: pointerText(out, read<uint64_t>(memory)); return;
    default: composite(out, type, memory, limits, depth);
    }
}

void Renderer::composite(std::string& out, TypeIndex type, const void* memory, const RenderLimits& limits,
                         int depth) const {
    const RtType& t = m_types[type];
    const char* p = static_cast<const char*>(memory);
    if ((t.kind == TypeKind::Slice || t.kind == TypeKind::Map) && read<uint64_t>(p) == 0) {
        out += "nil";
        return;
    }
    out += t.type->name;
    if (depth >= limits.depth || out.size() >= limits.length) {
        out += "{…}";
        return;
    }
    out += '{';
    switch (t.kind) {
    case TypeKind::Struct: {
        bool first = true;
        for (const bytecode::Field& field : t.type->fields) {
            if (out.size() >= limits.length) {
                out += first ? "…" : ", …";
                break;
            }
            out += first ? "" : ", ";
            first = false;
            out += field.name + ":";
            value(out, field.type, p + field.offset, limits, depth + 1);
        }
        break;
    }
    case TypeKind::Array: sequence(out, m_types[t.type->elem], p, t.type->length, limits, depth); break;
    case TypeKind::Slice: {
        const auto s = read<GoSlice>(p);
        sequence(out, m_types[t.type->elem], static_cast<const char*>(s.data), s.length, limits, depth);
        break;
    }
    case TypeKind::Map: mapEntries(out, t, read<const void*>(p), limits, depth); break;
    default: break;
    }
    out += '}';
}

void Renderer::sequence(std::string& out, const RtType& elem, const char* data, int64_t length,
                        const RenderLimits& limits, int depth) const {
    const auto type = static_cast<TypeIndex>(&elem - &m_types[0]);
    for (int64_t i = 0; i < length; ++i) {
        if (static_cast<size_t>(i) >= limits.elements || out.size() >= limits.length) {
            out += i ? ", …" : "…";
            return;
        }
        if (i)
            out += ", ";
        value(out, type, data + i * elem.size, limits, depth + 1);
    }
}

void Renderer::mapEntries(std::string& out, const RtType& t, const void* map, const RenderLimits& limits,
                          int depth) const {
    size_t count = 0;
    Maps::forEach(t, static_cast<const GoMap*>(map), [&](const void* key, const void* entry) {
        if (count++ >= limits.elements)
            return;
        if (count > 1)
            out += ", ";
        value(out, t.type->key, key, limits, depth + 1);
        out += ": ";
        value(out, t.type->elem, entry, limits, depth + 1);
    });
    if (count > limits.elements)
        out += ", …";
}

Variable Renderer::variable(std::string name, TypeIndex type, const void* memory) const {
    Variable v;
    v.name = std::move(name);
    v.typeIndex = type;
    v.memory = memory;
    const RtType& t = m_types[type];
    v.type = t.type->name;
    v.value = text(type, memory);
    const auto word = t.size >= 8 ? read<uint64_t>(memory) : 0;
    switch (t.kind) {
    case TypeKind::Struct: v.hasChildren = !t.type->fields.empty(); break;
    case TypeKind::Array: v.hasChildren = t.type->length > 0; break;
    case TypeKind::Slice: v.hasChildren = read<GoSlice>(memory).length > 0; break;
    case TypeKind::Map: v.hasChildren = word && reinterpret_cast<const GoMap*>(word)->count > 0; break;
    case TypeKind::Pointer: {
        const size_t size = t.type->elem >= 0 ? m_types[t.type->elem].size : 0;
        v.hasChildren = word && size && readable(reinterpret_cast<const void*>(word), size);
        break;
    }
    case TypeKind::Interface: v.hasChildren = word != 0; break;
    default: break;
    }
    return v;
}

std::vector<Variable> Renderer::children(const Variable& parent) const {
    constexpr int64_t kMost = 1000;
    std::vector<Variable> out;
    if (parent.typeIndex == bytecode::kNoType || !parent.memory || !parent.hasChildren)
        return out;
    const RtType& t = m_types[parent.typeIndex];
    const char* p = static_cast<const char*>(parent.memory);
    const auto elements = [&](const char* data, int64_t length) {
        for (int64_t i = 0; i < std::min(length, kMost); ++i)
            out.push_back(variable(fmt::format("[{}]", i), t.type->elem, data + i * m_types[t.type->elem].size));
    };
    switch (t.kind) {
    case TypeKind::Struct:
        for (const bytecode::Field& field : t.type->fields)
            out.push_back(variable(field.name, field.type, p + field.offset));
        break;
    case TypeKind::Array: elements(p, t.type->length); break;
    case TypeKind::Slice: {
        const auto s = read<GoSlice>(p);
        elements(static_cast<const char*>(s.data), s.length);
        break;
    }
    case TypeKind::Map:
        Maps::forEach(t, read<const GoMap*>(p), [&](const void* key, const void* value) {
            if (static_cast<int64_t>(out.size()) < kMost)
                out.push_back(variable("[" + text(t.type->key, key) + "]", t.type->elem, value));
        });
        break;
    case TypeKind::Pointer: out.push_back(variable("*" + parent.name, t.type->elem, read<const void*>(p))); break;
    case TypeKind::Interface: {
        const auto* words = reinterpret_cast<const uint64_t*>(p);
        out.push_back(variable("value", static_cast<TypeIndex>(words[0]) - 1, m_types.ifaceValue(words)));
        break;
    }
    default: break;
    }
    return out;
}

} // namespace unwind::vm
