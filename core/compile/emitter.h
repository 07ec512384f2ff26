// Writes one function's instructions: labels and jumps, immediates that may not fit, line entries, frame slots.
// Slots are a stack: variables of a block and temporaries of an expression are taken at the top and given back in
// reverse, so an outgoing call's arguments always stand above everything that is alive.
// A fused compare-and-branch reaches 32 K instructions; a function that needs more is compiled again with long jumps.
#pragma once

#include "bytecode/program.h"

#include <vector>

namespace unwind::compile {

using bytecode::Instr;
using bytecode::kNoSlot;
using bytecode::Op;
using Slot = uint16_t;

/// A place in the code that jumps lead to; a number until it is bound.
struct Label {
    int id = -1;
    bool valid() const { return id >= 0; }
};

class Emitter {
public:
    Emitter(bytecode::Program& program, bool longJumps) : m_program(program), m_longJumps(longJumps) {}

    uint32_t pc() const { return static_cast<uint32_t>(code.size()); }
    /// Where instructions from now on come from; statement makes the next one a stop of the debugger.
    void at(SourcePos pos) { m_pos = pos; }
    SourcePos position() const { return m_pos; }
    void statement(SourcePos pos);
    /// A statement that made no code still is a stop: puts a Nop there.
    void flushStatement();

    size_t emit(Op op, Slot a = 0, Slot b = 0, Slot c = 0);
    size_t emitImm(Op op, Slot a, int64_t imm);
    void ext(int64_t imm, Slot a = 0);
    void extSlots(Slot a, Slot b = 0, Slot c = 0, uint16_t opField = static_cast<uint16_t>(Op::Ext));

    Label label();
    /// Binds here. reachedLater: a jump that is not written yet leads here.
    void bind(Label label, bool reachedLater = false);
    bool isBound(Label label) const { return m_labels[static_cast<size_t>(label.id)].pc >= 0; }
    void jump(Label target);
    void jumpIf(Slot condition, bool sense, Label target);
    /// A jump whose 16-bit offset stands in c.
    void branch(Op op, Slot a, Slot b, Label target);
    /// An Ext word whose imm is an offset from behind the instruction's last word, which is words words further on.
    void extOffset(Label target, int wordsBehind, Slot a = 0);
    bool reachable() const { return m_reachable; }
    void unreachable() { m_reachable = false; }

    void loadInt(Slot to, int64_t value);
    void loadBits(Slot to, uint64_t bits);
    void move(Slot to, Slot from, uint32_t slots);

    /// Takes slots at the top. pointers has a bit a slot; null when none of them holds one.
    Slot take(uint32_t slots, const std::vector<bool>* pointers = nullptr);
    Slot takePointer();
    void notePointers(Slot from, const std::vector<bool>& pointers);
    uint32_t top() const { return m_top; }
    void setTop(uint32_t top) { m_top = top; }
    void cover(uint32_t end);

    /// Writes the jumps' offsets. False when one does not fit: compile again with long jumps.
    bool finish();
    bool frameTooLarge() const { return m_tooLarge; }
    uint32_t frameSlots() const { return m_frame; }

    std::vector<Instr> code;
    std::vector<bytecode::LineEntry> lines;
    std::vector<bool> pointerSlots;

private:
    enum class FixKind : uint8_t { Imm, Short, Ext };
    struct Fix {
        int label;
        uint32_t at;    ///< instruction word to patch
        uint32_t next;  ///< the offset counts from here
        FixKind kind;
    };
    struct LabelState {
        int64_t pc = -1;
        bool used = false;
    };
    void word(const Instr& instr);
    void use(Label target) { m_labels[static_cast<size_t>(target.id)].used = true; }

    bytecode::Program& m_program;
    bool m_longJumps;
    bool m_reachable = true;
    bool m_tooLarge = false;
    bool m_pending = false;
    SourcePos m_pos;
    SourcePos m_pendingPos;
    uint32_t m_top = 0;
    uint32_t m_frame = 0;
    std::vector<LabelState> m_labels;
    std::vector<Fix> m_fixes;
};

} // namespace unwind::compile
