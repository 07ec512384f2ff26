#include "compile/emitter.h"

#include <limits>

namespace unwind::compile {

void Emitter::statement(SourcePos pos)
{
    flushStatement();
    m_pos = pos;
    m_pending = true;
    m_pendingPos = pos;
}

void Emitter::flushStatement()
{
    if (m_pending && m_reachable)
        emit(Op::Nop);
    m_pending = false;
}

void Emitter::word(const Instr& instr)
{
    if (instr.op != Op::Ext || lines.empty()) {
        const bool moved = lines.empty() || lines.back().line != m_pos.line || lines.back().column != m_pos.column;
        if (m_pending)
            lines.push_back({pc(), m_pendingPos.line, m_pendingPos.column, true});
        else if (moved && m_pos.isValid())
            lines.push_back({pc(), m_pos.line, m_pos.column, false});
        m_pending = false;
    }
    code.push_back(instr);
}

size_t Emitter::emit(Op op, Slot a, Slot b, Slot c)
{
    Instr instr{};
    instr.op = op;
    instr.a = a;
    instr.b = b;
    instr.c = c;
    word(instr);
    if (op == Op::Return || op == Op::Panic || op == Op::Throw)
        m_reachable = false;
    return code.size() - 1;
}

size_t Emitter::emitImm(Op op, Slot a, int64_t imm)
{
    Instr instr{};
    instr.op = op;
    instr.a = a;
    instr.imm = static_cast<int32_t>(imm);
    word(instr);
    if (op == Op::PanicPlain)
        m_reachable = false;
    return code.size() - 1;
}

void Emitter::ext(int64_t imm, Slot a)
{
    Instr instr{};
    instr.op = Op::Ext;
    instr.a = a;
    instr.imm = static_cast<int32_t>(imm);
    code.push_back(instr);
}

void Emitter::extSlots(Slot a, Slot b, Slot c, uint16_t opField)
{
    Instr instr{};
    instr.op = static_cast<Op>(opField);
    instr.a = a;
    instr.b = b;
    instr.c = c;
    code.push_back(instr);
}

Label Emitter::label()
{
    m_labels.push_back({});
    return {static_cast<int>(m_labels.size()) - 1};
}

void Emitter::bind(Label label, bool reachedLater)
{
    LabelState& state = m_labels[static_cast<size_t>(label.id)];
    state.pc = pc();
    if (state.used || reachedLater)
        m_reachable = true;
}

void Emitter::jump(Label target)
{
    if (!m_reachable)
        return;
    use(target);
    const size_t at = emitImm(Op::Jump, 0, 0);
    m_fixes.push_back({target.id, static_cast<uint32_t>(at), pc(), FixKind::Imm});
    m_reachable = false;
}

void Emitter::jumpIf(Slot condition, bool sense, Label target)
{
    use(target);
    const size_t at = emitImm(sense ? Op::JumpIf : Op::JumpIfNot, condition, 0);
    m_fixes.push_back({target.id, static_cast<uint32_t>(at), pc(), FixKind::Imm});
}

void Emitter::branch(Op op, Slot a, Slot b, Label target)
{
    use(target);
    if (m_longJumps) {
        emit(op, a, b, 1);           // over the next jump, to the far one
        emitImm(Op::Jump, 0, 1);
        const size_t far = emitImm(Op::Jump, 0, 0);
        m_fixes.push_back({target.id, static_cast<uint32_t>(far), pc(), FixKind::Imm});
        return;
    }
    const size_t at = emit(op, a, b, 0);
    m_fixes.push_back({target.id, static_cast<uint32_t>(at), pc(), FixKind::Short});
}

void Emitter::extOffset(Label target, int wordsBehind, Slot a)
{
    use(target);
    ext(0, a);
    m_fixes.push_back({target.id, pc() - 1, pc() + static_cast<uint32_t>(wordsBehind), FixKind::Ext});
}

void Emitter::loadInt(Slot to, int64_t value)
{
    if (value >= std::numeric_limits<int32_t>::min() && value <= std::numeric_limits<int32_t>::max())
        emitImm(Op::LoadImm, to, value);
    else
        loadBits(to, static_cast<uint64_t>(value));
}

void Emitter::loadBits(Slot to, uint64_t bits)
{
    auto& constants = m_program.constants;
    size_t i = 0;
    const size_t from = constants.size() > 64 ? constants.size() - 64 : 0; // recent ones are worth sharing
    for (i = from; i < constants.size() && constants[i] != bits; ++i) {}
    if (i == constants.size())
        constants.push_back(bits);
    emitImm(Op::LoadConst, to, static_cast<int64_t>(i));
}

void Emitter::move(Slot to, Slot from, uint32_t slots)
{
    if (to == from || slots == 0)
        return;
    if (slots == 1)
        emit(Op::Move, to, from);
    else if (slots == 2)
        emit(Op::Move2, to, from);
    else if (slots == 3)
        emit(Op::Move3, to, from);
    else
        emit(Op::MoveN, to, from, static_cast<Slot>(slots));
}

Slot Emitter::take(uint32_t slots, const std::vector<bool>* pointers)
{
    const uint32_t from = m_top;
    cover(m_top + slots);
    if (m_tooLarge)
        return 0;
    m_top += slots;
    if (pointers)
        notePointers(static_cast<Slot>(from), *pointers);
    return static_cast<Slot>(from);
}

Slot Emitter::takePointer()
{
    static const std::vector<bool> one{true};
    return take(1, &one);
}

void Emitter::notePointers(Slot from, const std::vector<bool>& pointers)
{
    for (size_t i = 0; i < pointers.size(); ++i) {
        if (pointers[i] && from + i < pointerSlots.size())
            pointerSlots[from + i] = true;
    }
}

void Emitter::cover(uint32_t end)
{
    if (end >= kNoSlot - 64u) {
        m_tooLarge = true;
        return;
    }
    if (end > m_frame)
        m_frame = end;
    if (end > pointerSlots.size())
        pointerSlots.resize(end);
}

bool Emitter::finish()
{
    for (const Fix& fix : m_fixes) {
        const int64_t offset = m_labels[static_cast<size_t>(fix.label)].pc - static_cast<int64_t>(fix.next);
        if (fix.kind == FixKind::Short) {
            if (offset < std::numeric_limits<int16_t>::min() || offset > std::numeric_limits<int16_t>::max())
                return false;
            code[fix.at].c = static_cast<uint16_t>(static_cast<int16_t>(offset));
        } else {
            code[fix.at].imm = static_cast<int32_t>(offset);
        }
    }
    return true;
}

} // namespace unwind::compile
