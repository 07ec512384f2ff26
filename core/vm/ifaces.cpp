// Interface values: boxing, assertions, comparisons.
#include "vm/machine.h"

#include <fmt/format.h>

namespace unwind::vm {

GoIface Machine::box(TypeIndex type, const void* memory) {
    const RtType& t = m_types[type];
    const uint64_t word = static_cast<uint64_t>(type) + 1;
    if (t.direct) {
        uint64_t slots[4] = {};
        if (t.slots)
            loadValue(t, slots, memory);
        return {word, slots[0]};
    }
    void* copy = newValue(type);
    std::memcpy(copy, memory, t.size);
    return {word, reinterpret_cast<uint64_t>(copy)};
}

bool Machine::opMakeIface(VmG&, uint64_t* fp, const Instr* pc) {
    const RtType& t = m_types[pc[1].imm];
    uint64_t data = 0;
    if (t.direct) {
        data = t.slots ? fp[pc->b] : 0;
    } else {
        void* copy = newValue(pc[1].imm);
        storeValue(t, copy, &fp[pc->b]);
        data = reinterpret_cast<uint64_t>(copy);
    }
    fp[pc->a] = static_cast<uint64_t>(pc[1].imm) + 1;
    fp[pc->a + 1] = data;
    return true;
}

bool Machine::opAssertFailed(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t word = fp[pc->b];
    const bytecode::Type& wanted = *m_types[pc[1].imm].type;
    const std::string_view is = word ? std::string_view(m_types.ofWord(word).type->name) : "nil";
    std::string text = fmt::format("interface conversion: {} is {}, not {}", m_types.name(pc[2].imm), is, wanted.name);
    if (word && is == wanted.name)
        text += m_types.ofWord(word).type->package != wanted.package ? " (types from different packages)"
                                                                      : " (types from different scopes)";
    return raiseAssertion(vg, std::move(text));
}

bool Machine::missing(VmG& vg, const uint64_t* value, TypeIndex target) {
    if (value[0] == 0)
        return raiseAssertion(vg, fmt::format("interface conversion: interface is nil, not {}", m_types.name(target)));
    const TypeIndex type = static_cast<TypeIndex>(value[0]) - 1;
    const bytecode::MethodIndex method = m_types.missingMethod(type, target);
    if (method < 0)
        return true;
    std::string_view name = m_program.methodNames[static_cast<size_t>(method)];
    if (const size_t dot = name.rfind('.'); dot != name.npos)
        name.remove_prefix(dot + 1);
    return raiseAssertion(vg, fmt::format("interface conversion: {} is not {}: missing method {}", m_types.name(type),
                                          m_types.name(target), name));
}

bool Machine::opAssertIface(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t value[2] = {fp[pc->b], fp[pc->b + 1]};
    if (!missing(vg, value, pc[1].imm))
        return false;
    fp[pc->a] = value[0];
    fp[pc->a + 1] = value[1];
    return true;
}

bool Machine::opAssertIfaceOk(VmG&, uint64_t* fp, const Instr* pc) {
    const uint64_t value[2] = {fp[pc->b], fp[pc->b + 1]};
    const bool ok = value[0] != 0 && m_types.missingMethod(static_cast<TypeIndex>(value[0]) - 1, pc[1].imm) < 0;
    if (pc->a != bytecode::kNoSlot) {
        fp[pc->a] = ok ? value[0] : 0;
        fp[pc->a + 1] = ok ? value[1] : 0;
    }
    fp[pc->c] = ok;
    return true;
}

bool Machine::opEqIface(VmG& vg, uint64_t* fp, const Instr* pc) {
    TypeIndex bad = bytecode::kNoType;
    const bool equal = m_types.equalIface(&fp[pc->b], &fp[pc->c], bad);
    if (bad != bytecode::kNoType)
        return raiseUncomparable(vg, bad);
    fp[pc->a] = equal;
    return true;
}

bool Machine::opEqType(VmG& vg, uint64_t* fp, const Instr* pc) {
    TypeIndex bad = bytecode::kNoType;
    const bool equal = m_types.equal(m_types[pc[1].imm], &fp[pc->b], &fp[pc->c], bad);
    if (bad != bytecode::kNoType)
        return raiseUncomparable(vg, bad);
    fp[pc->a] = equal;
    return true;
}

VmFunction* Machine::findMethod(uint64_t typeWord, bytecode::MethodIndex method) {
    const int32_t function = m_types.method(static_cast<TypeIndex>(typeWord) - 1, method);
    return function < 0 ? m_code->nilFunc() : m_code->function(static_cast<size_t>(function));
}

VmFunction* Machine::cacheMethod(MethodCache& cache, uint64_t typeWord) {
    MethodCache::Way& way = cache.ways[typeWord & 3];
    way.type = typeWord;
    way.function = findMethod(typeWord, cache.method);
    return way.function;
}

} // namespace unwind::vm
