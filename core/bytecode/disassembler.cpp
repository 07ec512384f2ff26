// Instructions as text, driven by the operand column of the opcode table: the table's letters say what a field is.
#include "bytecode/program.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace unwind::bytecode {

namespace {

struct OpInfo {
    const char* name;
    std::string_view operands;
};

constexpr std::array<OpInfo, kOpCount> kOps = {{
#define X(name, operands, meaning) {#name, operands},
    UNWIND_OPCODES(X)
#undef X
}};

std::string slot(uint16_t s)
{
    return s == kNoSlot ? std::string("_") : fmt::format("r{}", s);
}

std::string field(char letter, char mark, const Instr& instr)
{
    const uint16_t value = letter == 'a' ? instr.a : letter == 'b' ? instr.b : instr.c;
    if (mark == '#')
        return std::to_string(value);
    if (mark == '$')
        return std::to_string(static_cast<int16_t>(value));
    return slot(value);
}

/// What an immediate of this instruction is an index into, as a comment behind it.
std::string note(const Program& program, Op op, int32_t imm)
{
    const auto index = static_cast<size_t>(imm);
    switch (op) {
    case Op::Call:
    case Op::LoadFunc:
        return index < program.functions.size() ? program.functions[index].name : std::string();
    case Op::CallNative:
        return index < program.natives.size() ? program.natives[index] : std::string();
    case Op::New:
        return index < program.types.size() ? program.types[index].name : std::string();
    case Op::LoadString:
    case Op::StringIface:
        return index < program.strings.size() ? fmt::format("\"{}\"", program.strings[index]) : std::string();
    case Op::LoadConst:
        return index < program.constants.size() ? fmt::format("{:#x}", program.constants[index]) : std::string();
    default:
        return {};
    }
}

std::string noteOfExt(const Program& program, std::string_view what, int32_t imm)
{
    const auto index = static_cast<size_t>(imm);
    if (what == "function" && index < program.functions.size())
        return program.functions[index].name;
    if (what == "method" && index < program.methodNames.size())
        return program.methodNames[index];
    if (what.find("type") != what.npos && index < program.types.size())
        return program.types[index].name;
    return std::to_string(imm);
}

int extWords(const Function& function, size_t pc)
{
    size_t next = pc + 1;
    while (next < function.code.size() && function.code[next].op == Op::Ext)
        ++next;
    return static_cast<int>(next - pc - 1);
}

/// Words behind an instruction; those of Select keep a direction in the op field, so they are counted, not recognised.
int wordsBehind(const Function& function, size_t pc)
{
    return function.code[pc].op == Op::Select ? function.code[pc].b : extWords(function, pc);
}

std::string operandsText(const Program& program, const Function& function, size_t pc, int words)
{
    const Instr& instr = function.code[pc];
    const auto next = static_cast<int64_t>(pc) + 1 + words;
    std::string out;
    std::string comment = note(program, instr.op, instr.imm);
    std::string_view rest = kOps[static_cast<size_t>(instr.op)].operands;
    while (!rest.empty()) {
        const size_t space = rest.find(' ');
        const std::string_view token = rest.substr(0, space);
        rest = space == rest.npos ? std::string_view{} : rest.substr(space + 1);
        const char letter = token.empty() ? 0 : token[0];
        const char mark = token.size() > 1 ? token[1] : 0;
        std::string text;
        const bool jumps = instr.op == Op::Jump || instr.op == Op::JumpIf || instr.op == Op::JumpIfNot;
        if (letter == 'i')
            text = jumps ? fmt::format("->{}", next + instr.imm) : std::to_string(instr.imm);
        else if (letter == 'e' && token.size() > 4 && token[1] >= '1' && token[1] <= '9' && token[2] == '.') {
            const Instr& word = function.code[pc + static_cast<size_t>(token[1] - '0')];
            const std::string_view what = token.substr(5);
            if (token[3] != 'i')
                text = field(token[3], 0, word);
            else if (what == "offset")
                text = fmt::format("->{}", next + word.imm);
            else
                text = noteOfExt(program, what, word.imm);
        } else if ((letter == 'a' || letter == 'b' || letter == 'c') && mark == '@')
            text = fmt::format("->{}", next + static_cast<int16_t>(instr.c));
        else if (letter == 'a' || letter == 'b' || letter == 'c')
            text = field(letter, mark, instr);
        else
            continue;
        out += (out.empty() ? "" : ", ") + text;
    }
    if (instr.op == Op::JumpTable) {
        for (int i = 0; i < words; ++i)
            out += fmt::format(", ->{}", next + function.code[pc + 1 + static_cast<size_t>(i)].imm);
    }
    if (instr.op == Op::Select) {
        for (int i = 0; i < words; ++i) {
            const Instr& word = function.code[pc + 1 + static_cast<size_t>(i)];
            out += fmt::format(", {} {} {}", static_cast<int>(word.op) == 0 ? "send" : "receive", slot(word.a), slot(word.b));
        }
    }
    return comment.empty() ? out : out + " ; " + comment;
}

} // namespace

const char* opName(Op op)
{
    const auto index = static_cast<size_t>(op);
    return index < kOpCount ? kOps[index].name : "?";
}

std::string disassemble(const Program& program, const Function& function)
{
    std::string out = fmt::format("{}: results {} params {} frame {}\n", function.name, function.resultSlots,
                                  function.paramSlots, function.frameSlots);
    size_t line = 0;
    for (size_t pc = 0; pc < function.code.size();) {
        std::string mark;
        while (line < function.lines.size() && function.lines[line].pc <= pc) {
            const LineEntry& entry = function.lines[line++];
            mark = fmt::format("{}{}:{}", entry.statement ? "* " : "", entry.line, entry.column);
        }
        const int words = wordsBehind(function, pc);
        out += fmt::format("{:5} {:12} {:14} {}\n", pc, mark, opName(function.code[pc].op),
                           operandsText(program, function, pc, words));
        pc += static_cast<size_t>(words) + 1;
    }
    return out;
}

} // namespace unwind::bytecode
