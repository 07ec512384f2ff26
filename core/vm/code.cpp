#include "vm/code.h"

#include <algorithm>
#include <array>

namespace unwind::vm {

using bytecode::Op;

size_t instructionLength(const Instr* pc) {
    const auto op = static_cast<Op>(static_cast<uint16_t>(pc->op) & (kStatementMark - 1));
    if (op == Op::Select)
        return 1 + size_t{pc->b};
    if (op == Op::JumpTable)
        return 1 + static_cast<size_t>(pc->imm);
    static constexpr auto kLengths = [] {
        std::array<uint8_t, bytecode::kOpCount> lengths{};
        size_t i = 0;
        constexpr auto count = [](const char* operands) {
            uint8_t n = 1;
            for (char digit = '1'; digit <= '9'; ++digit)
                for (const char* p = operands; *p; ++p)
                    if (p[0] == 'e' && p[1] == digit) {
                        n = static_cast<uint8_t>(digit - '0' + 1);
                        break;
                    }
            return n;
        };
#define X(name, operands, meaning) lengths[i++] = count(operands);
        UNWIND_OPCODES(X)
#undef X
        return lengths;
    }();
    return kLengths[static_cast<size_t>(op)];
}

CodeStore::CodeStore(const bytecode::Program& program, bool statementsInStd) : m_program(program) {
    size_t total = 0;
    for (const auto& f : program.functions)
        total += f.native >= 0 ? 2 : f.code.size();
    m_code = std::make_unique<Instr[]>(total);
    m_functions.resize(program.functions.size());
    Instr* out = m_code.get();
    for (size_t i = 0; i < m_functions.size(); ++i)
        copyFunction(i, out);
    for (VmFunction& f : m_functions)
        linkCalls(const_cast<Instr*>(f.code), f.codeLength);
    for (size_t i = 0; i < m_functions.size(); ++i) {
        const bytecode::Function& fn = program.functions[i];
        if (fn.native >= 0 || (fn.isStd && !statementsInStd))
            continue;
        for (const bytecode::LineEntry& line : fn.lines)
            if (line.statement && line.pc < m_functions[i].codeLength) {
                Instr& at = const_cast<Instr*>(m_functions[i].code)[line.pc];
                at.op = static_cast<Op>(static_cast<uint16_t>(at.op) | kStatementMark);
            }
    }
    m_positions.resize(m_functions.size());
    const InternalOp internals[] = {InternalOp::GoroutineEnd, InternalOp::InitDone, InternalOp::DeferDone,
                                    InternalOp::PrintDone, InternalOp::NilFunc, InternalOp::RaisePending,
                                    InternalOp::PrintPending};
    for (size_t i = 0; i < std::size(internals); ++i)
        m_internal[i] = Instr{static_cast<Op>(internals[i]), 0, {}};
    m_nilFunc.code = &m_internal[4];
    m_nilFunc.codeLength = 1;
    m_nilFunc.isWrapper = true;
    m_nilFunc.index = ~0u;
}

void CodeStore::copyFunction(size_t index, Instr*& out) {
    const bytecode::Function& fn = m_program.functions[index];
    VmFunction& f = m_functions[index];
    f.fn = &fn;
    f.index = static_cast<uint32_t>(index);
    f.code = out;
    f.resultSlots = fn.resultSlots;
    f.paramSlots = fn.paramSlots;
    f.contextSlot = fn.contextSlot;
    f.zeroFrom = fn.zeroFrom;
    f.zeroCount = fn.zeroCount;
    f.isWrapper = fn.isWrapper;
    f.isStd = fn.isStd;
    const uint32_t least = uint32_t{fn.resultSlots} + fn.paramSlots + (fn.contextSlot != bytecode::kNoSlot ? 1 : 0);
    f.frameSlots = std::max(fn.frameSlots, least);
    if (fn.native >= 0) {
        // A native that is called through a func value or deferred gets a frame that does nothing else.
        out[0] = Instr{Op::CallNative, 0, {}};
        out[0].imm = fn.native;
        out[1] = Instr{Op::Return, 0, {}};
        f.codeLength = 2;
    } else {
        std::copy(fn.code.begin(), fn.code.end(), out);
        f.codeLength = static_cast<uint32_t>(fn.code.size());
    }
    out += f.codeLength;
}

/// Gives every interface call a method cache: the Ext word's number becomes the cache's.
void CodeStore::linkCalls(Instr* code, size_t length) {
    for (size_t i = 0; i < length; i += instructionLength(code + i)) {
        if (code[i].op != Op::CallIface)
            continue;
        MethodCache cache;
        cache.method = code[i + 1].imm;
        code[i + 1].imm = static_cast<int32_t>(m_caches.size());
        m_caches.push_back(cache);
    }
}

uint64_t CodeStore::position(const VmFunction& f, const Instr* pc) {
    if (!f.fn || f.index == ~0u || f.fn->lines.empty() || !f.inside(pc))
        return 0;
    auto& positions = m_positions[f.index];
    if (!positions) {
        positions = std::make_unique<std::vector<uint64_t>>(f.codeLength, 0);
        const auto& lines = f.fn->lines;
        for (size_t i = 0; i < lines.size(); ++i) {
            const size_t end = i + 1 < lines.size() ? lines[i + 1].pc : f.codeLength;
            const uint64_t packed = uint64_t{f.fn->pos.file.value} << 32 | uint64_t{lines[i].line & 0xfffff} << 12 |
                                    (lines[i].column & 0xfff);
            for (size_t p = lines[i].pc; p < end && p < positions->size(); ++p)
                (*positions)[p] = packed;
        }
    }
    return (*positions)[f.offsetOf(pc)];
}

} // namespace unwind::vm
