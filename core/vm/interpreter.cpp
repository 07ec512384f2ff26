// The loop. fp, pc, limit and the dispatch table live in registers; SAVE writes them back before anything that may look at them
// or change them, LOAD takes them again.
//
// Time. One word of code costs one virtual nanosecond (an Ext word too). limit is the address at which the slice would end if
// the code went straight on: limit - pc is what is left of it. A jump moves both by the same distance, less the word it cost;
// so does a call. Straight code costs nothing to account for, and every instruction has a stamp of its own for the recorder.
//
// Two dispatch tables: the plain one treats a marked instruction (the start of a statement) like the same one unmarked, the
// instrumented one goes through the note… functions first. What is not asked for costs nothing.
#include "vm/convert.h"
#include "vm/machine.h"
#include "vm/utf8.h"

#include <bit>
#include <cmath>

namespace unwind::vm {

using bytecode::kNoSlot;
using bytecode::Op;

namespace {

double f64(uint64_t v) { return std::bit_cast<double>(v); }
uint64_t bits(double v) { return std::bit_cast<uint64_t>(v); }
float f32(uint64_t v) { return std::bit_cast<float>(static_cast<uint32_t>(v)); }
uint64_t bits(float v) { return std::bit_cast<uint32_t>(v); }
int64_t s64(uint64_t v) { return static_cast<int64_t>(v); }
uint64_t u64(const void* p) { return reinterpret_cast<uint64_t>(p); }

template <class T>
T peek(uint64_t address) {
    T v;
    std::memcpy(&v, reinterpret_cast<const void*>(address), sizeof v);
    return v;
}
template <class T>
void poke(uint64_t address, uint64_t value) {
    const T v = static_cast<T>(value);
    std::memcpy(reinterpret_cast<void*>(address), &v, sizeof v);
}

bool sameString(const uint64_t* a, const uint64_t* b) {
    return a[1] == b[1] && (a[0] == b[0] || a[1] == 0 || std::memcmp(reinterpret_cast<const void*>(a[0]),
                                                        reinterpret_cast<const void*>(b[0]), a[1]) == 0);
}

int compareStrings(const uint64_t* a, const uint64_t* b) {
    const uint64_t n = std::min(a[1], b[1]);
    const int order = n ? std::memcmp(reinterpret_cast<const void*>(a[0]), reinterpret_cast<const void*>(b[0]), n) : 0;
    return order ? order : a[1] < b[1] ? -1 : a[1] > b[1];
}

void unbox(const RtType& t, uint64_t* out, uint64_t data) {
    if (!t.direct)
        loadValue(t, out, reinterpret_cast<const void*>(data));
    else if (t.slots)
        *out = data;
}

void zeroSlots(uint64_t* p, size_t n) {
    for (size_t i = 0; i < n; ++i)
        p[i] = 0;
}

} // namespace

#define A fp[pc->a]
#define B fp[pc->b]
#define C fp[pc->c]
#define SIMM(x) static_cast<int64_t>(static_cast<int16_t>(x))
#define DISPATCH() goto* dispatch[static_cast<uint16_t>(pc->op)]
#define NEXT(n)                                                                                                        \
    do {                                                                                                               \
        pc += (n);                                                                                                     \
        DISPATCH();                                                                                                    \
    } while (0)
#define SAVE() (vg->fp = fp, vg->pc = pc, sched.budget = s64(limit - u64(pc)) >> 3)
#define LOAD() (fp = vg->fp, pc = vg->pc, limit = u64(pc) + (static_cast<uint64_t>(sched.budget) << 3), dispatch = m_dispatch)
/// A jump by offset words from behind an instruction of n words.
#define JUMP(n, offset)                                                                                                \
    do {                                                                                                               \
        const int64_t jump_ = (offset);                                                                                \
        pc += (n) + jump_;                                                                                             \
        limit += static_cast<uint64_t>(jump_ * 8);                                                                     \
        if (s64(limit - u64(pc)) < 0) [[unlikely]]                                                                     \
            goto slice;                                                                                                \
        DISPATCH();                                                                                                    \
    } while (0)
#define JUMP_IF(condition)                                                                                             \
    do {                                                                                                               \
        if (condition)                                                                                                 \
            JUMP(1, SIMM(pc->c));                                                                                      \
        NEXT(1);                                                                                                       \
    } while (0)
/// An op… function that does not switch goroutines.
#define SLOW(call, n)                                                                                                  \
    do {                                                                                                               \
        SAVE();                                                                                                        \
        if (call(*vg, fp, pc)) [[likely]]                                                                              \
            NEXT(n);                                                                                                   \
        LOAD();                                                                                                        \
        DISPATCH();                                                                                                    \
    } while (0)
/// One that may: what is left of the slice has changed.
#define BLOCKING(call, n)                                                                                              \
    do {                                                                                                               \
        SAVE();                                                                                                        \
        if (call(*vg, fp, pc)) {                                                                                       \
            LOAD();                                                                                                    \
            NEXT(n);                                                                                                   \
        }                                                                                                              \
        LOAD();                                                                                                        \
        DISPATCH();                                                                                                    \
    } while (0)
/// Something that sets the next place itself.
#define DIVERT(call)                                                                                                   \
    do {                                                                                                               \
        SAVE();                                                                                                        \
        call;                                                                                                          \
        LOAD();                                                                                                        \
        DISPATCH();                                                                                                    \
    } while (0)
#define OP(name) L_##name:
#define BINARY(name, expression)                                                                                       \
    OP(name) A = (expression);                                                                                         \
    NEXT(1)
#define LOAD_MEMORY(name, type)                                                                                        \
    OP(name) {                                                                                                         \
        const uint64_t p = B;                                                                                          \
        if (!p) [[unlikely]]                                                                                           \
            DIVERT(raiseNil(*vg, pc->c));                                                                              \
        A = static_cast<uint64_t>(peek<type>(p + pc->c));                                                              \
        NEXT(1);                                                                                                       \
    }
#define STORE_MEMORY(name, type)                                                                                       \
    OP(name) {                                                                                                         \
        const uint64_t p = A;                                                                                          \
        if (!p) [[unlikely]]                                                                                           \
            DIVERT(raiseNil(*vg, pc->c));                                                                              \
        poke<type>(p + pc->c, B);                                                                                      \
        NEXT(1);                                                                                                       \
    }
#define SLICE_LOAD(name, type)                                                                                         \
    OP(name) {                                                                                                         \
        const uint64_t i = C;                                                                                          \
        const uint64_t* s = &B;                                                                                        \
        if (i >= s[1]) [[unlikely]]                                                                                    \
            DIVERT(raiseIndex(*vg, s64(i), s64(s[1])));                                                                \
        A = static_cast<uint64_t>(peek<type>(s[0] + i * sizeof(type)));                                                \
        NEXT(1);                                                                                                       \
    }
#define SLICE_STORE(name, type)                                                                                        \
    OP(name) {                                                                                                         \
        const uint64_t i = B;                                                                                          \
        const uint64_t* s = &A;                                                                                        \
        if (i >= s[1]) [[unlikely]]                                                                                    \
            DIVERT(raiseIndex(*vg, s64(i), s64(s[1])));                                                                \
        poke<type>(s[0] + i * sizeof(type), C);                                                                        \
        NEXT(1);                                                                                                       \
    }
/// Enters f, whose frame lies at slot a, with `words` words of call instruction. again: the label to come back to when the
/// segment had to grow; prologue runs with fp and pc already the callee's.
#define ENTER(f, words, again, prologue)                                                                               \
    do {                                                                                                               \
        uint64_t* callee = fp + pc->a;                                                                                 \
        if (callee + (f)->frameSlots + kFrameSlack > vg->end) [[unlikely]] {                                           \
            SAVE();                                                                                                    \
            grow(*vg, pc->a + size_t{(f)->frameSlots} + kFrameSlack);                                                  \
            LOAD();                                                                                                    \
            goto again;                                                                                                \
        }                                                                                                              \
        callee[-1] = u64(pc + (words));                                                                                \
        callee[-2] = pc->a;                                                                                            \
        callee[-3] = u64(f);                                                                                           \
        callee[-4] = fp[-4] + 1;                                                                                       \
        limit += u64((f)->code) - u64(pc + 1);                                                                         \
        pc = (f)->code;                                                                                                \
        fp = callee;                                                                                                   \
        for (uint32_t z_ = 0; z_ < (f)->zeroCount; ++z_)                                                               \
            fp[(f)->zeroFrom + z_] = 0;                                                                                \
        prologue;                                                                                                      \
        if (s64(limit - u64(pc)) < 0) [[unlikely]]                                                                     \
            goto slice;                                                                                                \
        DISPATCH();                                                                                                    \
    } while (0)
#define NOTE_CALL()                                                                                                    \
    do {                                                                                                               \
        SAVE();                                                                                                        \
        noteCall(*vg);                                                                                                 \
        LOAD();                                                                                                        \
    } while (0)
#define CALL_OPS(suffix, note)                                                                                         \
    OP(Call##suffix) {                                                                                                 \
        VmFunction* f = functions + pc->imm;                                                                           \
        ENTER(f, 1, L_Call##suffix, note);                                                                             \
    }                                                                                                                  \
    OP(CallClosure##suffix) {                                                                                          \
        const uint64_t closure = B;                                                                                    \
        if (!closure) [[unlikely]]                                                                                     \
            DIVERT(raiseNil(*vg));                                                                                     \
        auto* f = peek<VmFunction*>(closure);                                                                          \
        ENTER(f, 1, L_CallClosure##suffix, {                                                                           \
            if (f->contextSlot != kNoSlot)                                                                             \
                fp[f->contextSlot] = closure;                                                                          \
            note;                                                                                                      \
        });                                                                                                            \
    }                                                                                                                  \
    OP(CallIface##suffix) {                                                                                            \
        const uint64_t type = B;                                                                                       \
        if (!type) [[unlikely]]                                                                                        \
            DIVERT(raiseNil(*vg));                                                                                     \
        MethodCache& cache = caches[pc[1].imm];                                                                        \
        const MethodCache::Way& way = cache.ways[type & 3];                                                            \
        VmFunction* f = way.type == type ? way.function : cacheMethod(cache, type);                                    \
        fp[pc[1].a] = fp[pc->b + 1];                                                                                   \
        ENTER(f, 2, L_CallIface##suffix, note);                                                                        \
    }                                                                                                                  \
    OP(Return##suffix) {                                                                                               \
        note##Return();                                                                                                \
        const Instr* to = returnPc(fp);                                                                                \
        limit += u64(to) - u64(pc + 1);                                                                                \
        fp -= fp[-2];                                                                                                  \
        pc = to;                                                                                                       \
        DISPATCH();                                                                                                    \
    }
#define PLAINReturn()
#define PLAIN
#define RECORDEDReturn()                                                                                               \
    do {                                                                                                               \
        SAVE();                                                                                                        \
        noteReturn(*vg);                                                                                               \
        LOAD();                                                                                                        \
    } while (0)
#define RECORDED NOTE_CALL()

void Machine::body(runtime::G& g, void* machine) {
    auto& self = *static_cast<Machine*>(machine);
    VmG& vg = self.vmOf(g);
    if (self.m_dispatch == self.m_instrumented)
        self.noteCall(vg);
    self.interpret(&vg);
}

__attribute__((noinline, noclone)) void Machine::interpret(VmG* vg) {
    if (!vg) [[unlikely]] {
        static const void* plain[kDispatchSize];
        static const void* instrumented[kDispatchSize];
        static const void* const labels[] = {
#define X(name, operands, meaning) &&L_##name,
            UNWIND_OPCODES(X)
#undef X
            &&L_GoroutineEnd, &&L_InitDone, &&L_DeferDone, &&L_PrintDone, &&L_NilFunc, &&L_RaisePending, &&L_PrintPending};
        static_assert(std::size(labels) == static_cast<size_t>(InternalOp::Last));
        for (size_t i = 0; i < kDispatchSize; ++i) {
            const size_t op = i & (kStatementMark - 1);
            plain[i] = op < std::size(labels) ? labels[op] : &&L_Nop;
            instrumented[i] = i < kStatementMark ? plain[i] : &&statement;
        }
        instrumented[static_cast<size_t>(Op::Call)] = &&L_CallNoted;
        instrumented[static_cast<size_t>(Op::CallClosure)] = &&L_CallClosureNoted;
        instrumented[static_cast<size_t>(Op::CallIface)] = &&L_CallIfaceNoted;
        instrumented[static_cast<size_t>(Op::Return)] = &&L_ReturnNoted;
        m_plain = plain;
        m_instrumented = instrumented;
        return;
    }
    runtime::Sched& sched = m_sched;
    VmFunction* const functions = m_code->functions();
    MethodCache* const caches = m_code->caches();
    const uint64_t* const constants = m_program.constants.data();
    uint64_t* fp;
    const Instr* pc;
    uint64_t limit;
    const void* const* dispatch;
    LOAD();
    DISPATCH();

slice:
    SAVE();
    sched.sliceEnd();
    LOAD();
    DISPATCH();
statement:
    SAVE();
    noteStatement(*vg);
    LOAD();
    goto* dispatch[static_cast<uint16_t>(pc->op) & (kStatementMark - 1)];

    // Moves
    OP(Nop) OP(Ext) NEXT(1);
    BINARY(Move, B);
    OP(Move2) {
        const uint64_t x = fp[pc->b], y = fp[pc->b + 1];
        fp[pc->a] = x;
        fp[pc->a + 1] = y;
        NEXT(1);
    }
    OP(Move3) {
        const uint64_t x = fp[pc->b], y = fp[pc->b + 1], z = fp[pc->b + 2];
        fp[pc->a] = x;
        fp[pc->a + 1] = y;
        fp[pc->a + 2] = z;
        NEXT(1);
    }
    OP(MoveN) {
        std::memmove(&A, &B, size_t{pc->c} * 8);
        NEXT(1);
    }
    BINARY(LoadImm, static_cast<uint64_t>(int64_t{pc->imm}));
    BINARY(LoadConst, constants[pc->imm]);
    OP(LoadString) {
        std::memcpy(&A, &m_strings[static_cast<size_t>(pc->imm)], 16);
        NEXT(1);
    }
    BINARY(LoadFunc, u64(m_funcValues + pc->imm));
    OP(Zero) {
        zeroSlots(&A, static_cast<size_t>(pc->imm));
        NEXT(1);
    }

    // Integers
    BINARY(Add, B + C);
    BINARY(Sub, B - C);
    BINARY(Mul, B* C);
    OP(DivS) {
        const int64_t d = s64(C);
        if (d == 0) [[unlikely]]
            DIVERT(raiseDivide(*vg));
        A = d == -1 ? 0 - B : static_cast<uint64_t>(s64(B) / d);
        NEXT(1);
    }
    OP(DivU) {
        if (C == 0) [[unlikely]]
            DIVERT(raiseDivide(*vg));
        A = B / C;
        NEXT(1);
    }
    OP(RemS) {
        const int64_t d = s64(C);
        if (d == 0) [[unlikely]]
            DIVERT(raiseDivide(*vg));
        A = d == -1 ? 0 : static_cast<uint64_t>(s64(B) % d);
        NEXT(1);
    }
    OP(RemU) {
        if (C == 0) [[unlikely]]
            DIVERT(raiseDivide(*vg));
        A = B % C;
        NEXT(1);
    }
    BINARY(And, B& C);
    BINARY(Or, B | C);
    BINARY(Xor, B ^ C);
    BINARY(AndNot, B & ~C);
    BINARY(Shl, C < 64 ? B << C : 0);
    BINARY(ShrS, static_cast<uint64_t>(s64(B) >> (C < 64 ? C : 63)));
    BINARY(ShrU, C < 64 ? B >> C : 0);
    OP(CheckShift) {
        if (s64(A) < 0) [[unlikely]]
            DIVERT(raiseShift(*vg));
        NEXT(1);
    }
    BINARY(AddImm, B + static_cast<uint64_t>(SIMM(pc->c)));
    BINARY(MulImm, B* static_cast<uint64_t>(SIMM(pc->c)));
    BINARY(DivSImm, static_cast<uint64_t>(s64(B) / SIMM(pc->c)));
    BINARY(RemSImm, static_cast<uint64_t>(s64(B) % SIMM(pc->c)));
    BINARY(AndImm, B& static_cast<uint64_t>(SIMM(pc->c)));
    BINARY(ShlImm, B << pc->c);
    BINARY(ShrSImm, static_cast<uint64_t>(s64(B) >> pc->c));
    BINARY(ShrUImm, B >> pc->c);
    BINARY(Neg, 0 - B);
    BINARY(Not, ~B);
    BINARY(NotBool, B ^ 1);
    BINARY(Sext8, static_cast<uint64_t>(int64_t{static_cast<int8_t>(B)}));
    BINARY(Sext16, static_cast<uint64_t>(int64_t{static_cast<int16_t>(B)}));
    BINARY(Sext32, static_cast<uint64_t>(int64_t{static_cast<int32_t>(B)}));
    BINARY(Zext8, static_cast<uint8_t>(B));
    BINARY(Zext16, static_cast<uint16_t>(B));
    BINARY(Zext32, static_cast<uint32_t>(B));

    // Floating point
    BINARY(AddF, bits(f64(B) + f64(C)));
    BINARY(SubF, bits(f64(B) - f64(C)));
    BINARY(MulF, bits(f64(B) * f64(C)));
    BINARY(DivF, bits(divide(f64(B), f64(C))));
    BINARY(SqrtF, bits(std::sqrt(f64(B))));
    BINARY(NegF, B ^ (uint64_t{1} << 63));
    BINARY(AddF32, bits(f32(B) + f32(C)));
    BINARY(SubF32, bits(f32(B) - f32(C)));
    BINARY(MulF32, bits(f32(B) * f32(C)));
    BINARY(DivF32, bits(divide(f32(B), f32(C))));
    BINARY(NegF32, (B ^ 0x80000000u) & 0xffffffffu);
    BINARY(MinF, bits(minFloat(f64(B), f64(C))));
    BINARY(MaxF, bits(maxFloat(f64(B), f64(C))));
    BINARY(IntToF, bits(static_cast<double>(s64(B))));
    BINARY(UintToF, bits(static_cast<double>(B)));
    BINARY(FToInt, static_cast<uint64_t>(floatToInt(f64(B))));
    BINARY(FToUint, floatToUint(f64(B)));
    BINARY(FToF32, bits(narrow(f64(B))));
    BINARY(F32ToF, bits(static_cast<double>(f32(B))));
    BINARY(IntToF32, bits(static_cast<float>(s64(B))));
    BINARY(UintToF32, bits(static_cast<float>(B)));

    // Comparisons
    BINARY(Eq, B == C);
    BINARY(Ne, B != C);
    BINARY(LtS, s64(B) < s64(C));
    BINARY(LeS, s64(B) <= s64(C));
    BINARY(LtU, B < C);
    BINARY(LeU, B <= C);
    BINARY(EqF, f64(B) == f64(C));
    BINARY(NeF, f64(B) != f64(C));
    BINARY(LtF, f64(B) < f64(C));
    BINARY(LeF, f64(B) <= f64(C));
    BINARY(EqF32, f32(B) == f32(C));
    BINARY(NeF32, f32(B) != f32(C));
    BINARY(LtF32, f32(B) < f32(C));
    BINARY(LeF32, f32(B) <= f32(C));
    BINARY(EqStr, sameString(&B, &C));
    BINARY(NeStr, !sameString(&B, &C));
    BINARY(LtStr, compareStrings(&B, &C) < 0);
    BINARY(LeStr, compareStrings(&B, &C) <= 0);
    OP(EqIface) SLOW(opEqIface, 1);
    OP(EqType) SLOW(opEqType, 2);

    // Jumps
    OP(Jump) JUMP(1, pc->imm);
    OP(JumpIf) {
        if (A)
            JUMP(1, pc->imm);
        NEXT(1);
    }
    OP(JumpIfNot) {
        if (!A)
            JUMP(1, pc->imm);
        NEXT(1);
    }
    OP(JEq) JUMP_IF(A == B);
    OP(JNe) JUMP_IF(A != B);
    OP(JLtS) JUMP_IF(s64(A) < s64(B));
    OP(JLeS) JUMP_IF(s64(A) <= s64(B));
    OP(JLtU) JUMP_IF(A < B);
    OP(JLeU) JUMP_IF(A <= B);
    OP(JEqImm) JUMP_IF(s64(A) == SIMM(pc->b));
    OP(JNeImm) JUMP_IF(s64(A) != SIMM(pc->b));
    OP(JLtImm) JUMP_IF(s64(A) < SIMM(pc->b));
    OP(JLeImm) JUMP_IF(s64(A) <= SIMM(pc->b));
    OP(JGtImm) JUMP_IF(s64(A) > SIMM(pc->b));
    OP(JGeImm) JUMP_IF(s64(A) >= SIMM(pc->b));
    OP(JLtF) JUMP_IF(f64(A) < f64(B));
    OP(JLeF) JUMP_IF(f64(A) <= f64(B));
    OP(JNotLtF) JUMP_IF(!(f64(A) < f64(B)));
    OP(JNotLeF) JUMP_IF(!(f64(A) <= f64(B)));
    OP(JEqF) JUMP_IF(f64(A) == f64(B));
    OP(JNeF) JUMP_IF(f64(A) != f64(B));
    OP(ForLt) {
        const int64_t i = s64(++A);
        JUMP_IF(i < s64(B));
    }
    OP(JumpTable) {
        const auto words = static_cast<uint64_t>(pc->imm);
        const uint64_t i = A;
        if (i < words)
            JUMP(static_cast<int64_t>(words) + 1, pc[1 + i].imm);
        NEXT(static_cast<int64_t>(words) + 1);
    }

    // Memory
    LOAD_MEMORY(Load8, uint8_t)
    LOAD_MEMORY(Load8S, int8_t)
    LOAD_MEMORY(Load16, uint16_t)
    LOAD_MEMORY(Load16S, int16_t)
    LOAD_MEMORY(Load32, uint32_t)
    LOAD_MEMORY(Load32S, int32_t)
    LOAD_MEMORY(Load64, uint64_t)
    OP(LoadWords) {
        const uint64_t p = B;
        if (!p) [[unlikely]]
            DIVERT(raiseNil(*vg, pc->c));
        std::memmove(&A, reinterpret_cast<const void*>(p + pc->c), static_cast<size_t>(pc[1].imm) * 8);
        NEXT(2);
    }
    OP(LoadBytes) {
        const uint64_t p = B;
        if (!p) [[unlikely]]
            DIVERT(raiseNil(*vg, pc->c));
        loadBytes(&A, reinterpret_cast<const void*>(p + pc->c), static_cast<size_t>(pc[1].imm));
        NEXT(2);
    }
    STORE_MEMORY(Store8, uint8_t)
    STORE_MEMORY(Store16, uint16_t)
    STORE_MEMORY(Store32, uint32_t)
    STORE_MEMORY(Store64, uint64_t)
    OP(StoreWords) {
        const uint64_t p = A;
        if (!p) [[unlikely]]
            DIVERT(raiseNil(*vg, pc->c));
        std::memmove(reinterpret_cast<void*>(p + pc->c), &B, static_cast<size_t>(pc[1].imm) * 8);
        NEXT(2);
    }
    OP(StoreBytes) {
        const uint64_t p = A;
        if (!p) [[unlikely]]
            DIVERT(raiseNil(*vg, pc->c));
        std::memmove(reinterpret_cast<void*>(p + pc->c), &B, static_cast<size_t>(pc[1].imm));
        NEXT(2);
    }
    OP(CopyMem) {
        if (!A || !B) [[unlikely]]
            DIVERT(raiseNil(*vg));
        std::memmove(reinterpret_cast<void*>(A), reinterpret_cast<const void*>(B), static_cast<size_t>(pc[1].imm));
        NEXT(2);
    }
    OP(ZeroMem) {
        if (!A) [[unlikely]]
            DIVERT(raiseNil(*vg));
        std::memset(reinterpret_cast<void*>(A), 0, static_cast<size_t>(pc[1].imm));
        NEXT(2);
    }
    OP(NilCheck) {
        if (!A) [[unlikely]]
            DIVERT(raiseNil(*vg));
        NEXT(1);
    }
    OP(AddPtr) {
        const uint64_t p = B;
        if (!p) [[unlikely]]
            DIVERT(raiseNil(*vg, pc->c));
        A = p + pc->c;
        NEXT(1);
    }
    OP(AddPtrWide) {
        const uint64_t p = B;
        if (!p) [[unlikely]]
            DIVERT(raiseNil(*vg, static_cast<uint32_t>(pc[1].imm)));
        A = p + static_cast<uint32_t>(pc[1].imm);
        NEXT(2);
    }

    // Narrow parts of aggregates in the frame
    BINARY(FLoad8, peek<uint8_t>(u64(fp) + static_cast<uint32_t>(pc->imm)));
    BINARY(FLoad8S, static_cast<uint64_t>(int64_t{peek<int8_t>(u64(fp) + static_cast<uint32_t>(pc->imm))}));
    BINARY(FLoad16, peek<uint16_t>(u64(fp) + static_cast<uint32_t>(pc->imm)));
    BINARY(FLoad16S, static_cast<uint64_t>(int64_t{peek<int16_t>(u64(fp) + static_cast<uint32_t>(pc->imm))}));
    BINARY(FLoad32, peek<uint32_t>(u64(fp) + static_cast<uint32_t>(pc->imm)));
    BINARY(FLoad32S, static_cast<uint64_t>(int64_t{peek<int32_t>(u64(fp) + static_cast<uint32_t>(pc->imm))}));
    OP(FLoadBytes) {
        loadBytes(&A, reinterpret_cast<const char*>(fp) + pc->imm, static_cast<size_t>(pc[1].imm));
        NEXT(2);
    }
    OP(FStore8) {
        poke<uint8_t>(u64(fp) + static_cast<uint32_t>(pc->imm), A);
        NEXT(1);
    }
    OP(FStore16) {
        poke<uint16_t>(u64(fp) + static_cast<uint32_t>(pc->imm), A);
        NEXT(1);
    }
    OP(FStore32) {
        poke<uint32_t>(u64(fp) + static_cast<uint32_t>(pc->imm), A);
        NEXT(1);
    }
    OP(FStoreBytes) {
        std::memmove(reinterpret_cast<char*>(fp) + pc->imm, &A, static_cast<size_t>(pc[1].imm));
        NEXT(2);
    }

    // Globals, allocation, closures
    BINARY(GlobalAddr, u64(m_data + pc->imm));
    BINARY(GLoad64, peek<uint64_t>(u64(m_data + pc->imm)));
    OP(GStore64) {
        poke<uint64_t>(u64(m_data + pc->imm), A);
        NEXT(1);
    }
    OP(New) {
        SAVE();
        A = u64(newValue(pc->imm));
        NEXT(1);
    }
    OP(MakeClosure) SLOW(opMakeClosure, 2);
    BINARY(LoadCapture, reinterpret_cast<const uint64_t*>(B)[1 + pc->c]);

    // Slices, arrays, strings
    SLICE_LOAD(SliceLoad8, uint8_t)
    SLICE_LOAD(SliceLoad8S, int8_t)
    SLICE_LOAD(SliceLoad16, uint16_t)
    SLICE_LOAD(SliceLoad16S, int16_t)
    SLICE_LOAD(SliceLoad32, uint32_t)
    SLICE_LOAD(SliceLoad32S, int32_t)
    SLICE_LOAD(SliceLoad64, uint64_t)
    OP(SliceLoadPair) {
        const uint64_t i = C;
        const uint64_t* s = &B;
        if (i >= s[1]) [[unlikely]]
            DIVERT(raiseIndex(*vg, s64(i), s64(s[1])));
        const uint64_t at = s[0] + i * 16;
        const uint64_t first = peek<uint64_t>(at), second = peek<uint64_t>(at + 8);
        (&A)[0] = first;
        (&A)[1] = second;
        NEXT(1);
    }
    SLICE_STORE(SliceStore8, uint8_t)
    SLICE_STORE(SliceStore16, uint16_t)
    SLICE_STORE(SliceStore32, uint32_t)
    SLICE_STORE(SliceStore64, uint64_t)
    OP(SliceAddr) {
        const uint64_t i = C;
        const uint64_t* s = &B;
        if (i >= s[1]) [[unlikely]]
            DIVERT(raiseIndex(*vg, s64(i), s64(s[1])));
        A = s[0] + i * static_cast<uint32_t>(pc[1].imm);
        NEXT(2);
    }
    OP(StrIndex) {
        const uint64_t i = C;
        const uint64_t* s = &B;
        if (i >= s[1]) [[unlikely]]
            DIVERT(raiseIndex(*vg, s64(i), s64(s[1])));
        A = peek<uint8_t>(s[0] + i);
        NEXT(1);
    }
    OP(ArrayAddr) {
        const uint64_t p = B;
        if (!p) [[unlikely]]
            DIVERT(raiseNil(*vg));
        const uint64_t i = C;
        if (i >= static_cast<uint64_t>(pc[2].imm)) [[unlikely]]
            DIVERT(raiseIndex(*vg, s64(i), pc[2].imm));
        A = p + i * static_cast<uint32_t>(pc[1].imm);
        NEXT(3);
    }
    OP(CheckIndex) {
        if (A >= static_cast<uint64_t>(pc->imm)) [[unlikely]]
            DIVERT(raiseIndex(*vg, s64(A), pc->imm));
        NEXT(1);
    }
    OP(CheckUnsigned) {
        if (s64(A) < 0) [[unlikely]]
            DIVERT(raiseUnsignedIndex(*vg, A));
        NEXT(1);
    }
    OP(SliceSlice) SLOW(opSliceSlice, 3);
    OP(SliceString) SLOW(opSliceString, 2);
    OP(SliceArray) SLOW(opSliceArray, 4);
    OP(SliceToArray) SLOW(opSliceToArray, 2);
    OP(MakeSlice) SLOW(opMakeSlice, 2);
    OP(Append) SLOW(opAppend, 2);
    OP(AppendSlice) SLOW(opAppendSlice, 2);
    OP(AppendString) SLOW(opAppendString, 1);
    OP(CopySlice) SLOW(opCopySlice, 2);
    OP(CopyString) SLOW(opCopyString, 1);
    OP(ClearSlice) SLOW(opClearSlice, 2);
    OP(Concat) SLOW(opConcat, 1);
    OP(BytesToString) SLOW(opBytesToString, 1);
    OP(StringToBytes) SLOW(opStringToBytes, 1);
    OP(RunesToString) SLOW(opRunesToString, 1);
    OP(StringToRunes) SLOW(opStringToRunes, 1);
    OP(RuneToString) SLOW(opRuneToString, 1);
    OP(StringNext) {
        uint64_t* out = &A;
        const uint64_t* s = &B;
        const uint64_t i = out[0];
        if (i >= s[1])
            JUMP(1, SIMM(pc->c));
        const auto first = peek<uint8_t>(s[0] + i);
        if (first < 0x80) {
            out[1] = first;
            out[2] = i + 1;
        } else {
            const Rune r = decodeRune(reinterpret_cast<const char*>(s[0] + i), s[1] - i);
            out[1] = static_cast<uint64_t>(int64_t{r.code});
            out[2] = i + static_cast<uint64_t>(r.bytes);
        }
        NEXT(1);
    }

    // Maps
    OP(MakeMap) SLOW(opMakeMap, 2);
    OP(MapGet) SLOW(opMapGet, 2);
    OP(MapGetOk) SLOW(opMapGetOk, 3);
    OP(MapSet) SLOW(opMapSet, 2);
    OP(MapDelete) SLOW(opMapDelete, 2);
    BINARY(MapLen, B ? static_cast<uint64_t>(reinterpret_cast<const GoMap*>(B)->count) : 0);
    OP(MapClear) {
        m_maps.clear(reinterpret_cast<GoMap*>(A));
        NEXT(2);
    }
    OP(MapIter) SLOW(opMapIter, 2);
    OP(MapNext) {
        const RtType& t = m_types[pc[1].imm];
        const uint64_t* key;
        const uint64_t* value;
        if (!m_maps.next(t, *reinterpret_cast<GoMapIterator*>(A), key, value))
            JUMP(3, pc[2].imm);
        if (pc->b != kNoSlot)
            std::memcpy(&B, key, size_t{m_types[t.type->key].slots} * 8);
        if (pc->c != kNoSlot)
            std::memcpy(&C, value, size_t{m_types[t.type->elem].slots} * 8);
        NEXT(3);
    }

    // Interfaces
    OP(MakeIface) SLOW(opMakeIface, 2);
    OP(StringIface) {
        (&A)[1] = reinterpret_cast<uint64_t>(&m_strings[static_cast<size_t>(pc->imm)]);
        A = static_cast<uint64_t>(pc[1].imm) + 1;
        NEXT(2);
    }
    OP(Unbox) {
        unbox(m_types[pc[1].imm], &A, B);
        NEXT(2);
    }
    OP(AssertType) {
        const uint64_t* v = &B;
        if (v[0] != static_cast<uint64_t>(pc[1].imm) + 1) [[unlikely]]
            DIVERT(opAssertFailed(*vg, fp, pc));
        unbox(m_types[pc[1].imm], &A, v[1]);
        NEXT(3);
    }
    OP(AssertTypeOk) {
        const RtType& t = m_types[pc[1].imm];
        const uint64_t data = fp[pc->b + 1];
        const bool is = B == static_cast<uint64_t>(pc[1].imm) + 1;
        if (pc->a != kNoSlot) {
            if (is)
                unbox(t, &A, data);
            else
                zeroSlots(&A, t.slots);
        }
        C = is;
        NEXT(2);
    }
    OP(AssertIface) SLOW(opAssertIface, 2);
    OP(AssertIfaceOk) SLOW(opAssertIfaceOk, 2);
    OP(JNotType) {
        if (A != static_cast<uint64_t>(pc[1].imm) + 1)
            JUMP(3, pc[2].imm);
        NEXT(3);
    }

    // Calls
    CALL_OPS(, PLAIN)
    CALL_OPS(Noted, RECORDED)
    OP(CallNative) BLOCKING(opCallNative, 1);
    OP(RunDefers) {
        const runtime::G& g = *vg->g;
        if (!g.hasDefers(depthOf(fp)))
            NEXT(1);
        DIVERT(opRunDefers(*vg));
    }
    OP(GoCall) BLOCKING(opGoCall, 2);
    OP(GoClosure) BLOCKING(opGoClosure, 1);
    OP(GoIface) BLOCKING(opGoIface, 2);
    OP(DeferCall) SLOW(opDeferCall, 2);
    OP(DeferClosure) SLOW(opDeferClosure, 1);
    OP(DeferIface) SLOW(opDeferIface, 2);
    OP(DeferRecover) SLOW(opDeferRecover, 1);
    OP(Panic) DIVERT(opPanic(*vg, fp, pc));
    OP(PanicPlain) DIVERT(raise(*vg, ErrorType::Plain, m_program.strings[static_cast<size_t>(pc->imm)]));
    OP(Recover) BLOCKING(opRecover, 1);
    OP(Throw) DIVERT(opThrow(*vg, fp, pc));

    // Channels
    OP(MakeChan) SLOW(opMakeChan, 2);
    OP(Send) BLOCKING(opSend, 2);
    OP(Recv) BLOCKING(opRecv, 2);
    OP(CloseChan) BLOCKING(opCloseChan, 1);
    BINARY(ChanLen, runtime::chanlen(reinterpret_cast<const runtime::Hchan*>(B)));
    BINARY(ChanCap, runtime::chancap(reinterpret_cast<const runtime::Hchan*>(B)));
    OP(Select) BLOCKING(opSelect, 1 + int64_t{pc->b});
    OP(Print) SLOW(opPrint, 2);

    // The VM's own
    OP(InitDone) DIVERT(initDone(*vg));
    OP(DeferDone) DIVERT(deferDone(*vg));
    OP(PrintDone) DIVERT(printDone(*vg));
    OP(NilFunc) DIVERT(raiseNil(*vg));
    OP(RaisePending) DIVERT(raisePosted(*vg));
    OP(PrintPending) DIVERT(printPending(*vg));
    OP(GoroutineEnd) SAVE();
}

} // namespace unwind::vm
