// The instruction set: the contract between compiler and VM. One table; a missing case in the VM does not compile.
//
// Frame. A function's frame is an array of 8-byte slots fp[0 …). Slots: results first, then parameters (receiver first), then
// the closure context (if any), then variables and temporaries. Below fp lie kFrameHeaderSlots slots that belong to the VM.
// A caller prepares a call at slot A: A is the callee's fp; slots A-kFrameHeaderSlots … A-1 must be free, everything from there
// upwards is the callee's. After the call the results stand at A.
//
// Values in slots. Signed integers are sign-extended, unsigned ones, bool (0/1) and float32 (its bits) zero-extended to
// 64 bits. A string is 2 slots (pointer, length), a slice 3 (pointer, length, capacity), an interface 2 (type, data; the data
// word is the VM's business, read it with Unbox), func, map, chan, pointer 1. A struct or array is its memory image (Go's amd64
// layout) in ceil(size/8) slots, so an 8-byte field is itself a slot and narrower ones are read with FLoad*. The low bytes of a
// scalar's slot are its memory image. Function::pointerSlots tells which slots may hold pointers; a slot is shared by temporaries
// and a slot not yet written holds what an earlier callee left, so the collector takes a frame word as a candidate: it marks
// the object the word points into, if there is one. While a call at A is under way the slots from A-kFrameHeaderSlots up are
// the callee's.
//
// Variables whose address is taken, that closures share and change, arrays indexed by variables, and anything over
// kMaxFrameValue bytes live in heap cells (New) and are reached through their pointer.
//
// Encoding: 8 bytes: op:16 a:16 then b:16 c:16, or a signed imm:32 in place of b and c. Ext words follow some instructions:
// same shape, never executed. Jump offsets are relative to the next instruction (after Ext words).
// Columns: X(Name, operands, "meaning"). Operand letters: a b c slots unless said otherwise; i = imm; e1 e2 … Ext words.
#pragma once

#include <cstddef>
#include <cstdint>

namespace unwind::bytecode {

inline constexpr int kFrameHeaderSlots = 4;
inline constexpr int kMaxFrameValue = 4096;   ///< bytes; larger variables live on the heap
inline constexpr uint16_t kNoSlot = 0xffff;

#define UNWIND_OPCODES(X)                                                                                              \
    X(Nop, "", "nothing")                                                                                              \
    X(Ext, "", "operand word of the instruction before; never executed")                                               \
    /* moves */                                                                                                        \
    X(Move, "a b", "a = b, one slot")                                                                                  \
    X(Move2, "a b", "two slots")                                                                                       \
    X(Move3, "a b", "three slots")                                                                                     \
    X(MoveN, "a b c#", "c slots, overlap allowed")                                                                     \
    X(LoadImm, "a i", "a = sign-extended imm")                                                                         \
    X(LoadConst, "a i", "a = constants[i]")                                                                            \
    X(LoadString, "a i", "a, a+1 = strings[i]")                                                                        \
    X(LoadFunc, "a i", "a = func value of functions[i], without captures")                                             \
    X(Zero, "a i", "i slots from a are zeroed")                                                                        \
    /* 64-bit integers; narrower types follow with Sext/Zext */                                                        \
    X(Add, "a b c", "a = b + c")                                                                                       \
    X(Sub, "a b c", "a = b - c")                                                                                       \
    X(Mul, "a b c", "a = b * c")                                                                                       \
    X(DivS, "a b c", "signed quotient; panics on 0; MinInt / -1 wraps")                                                \
    X(DivU, "a b c", "unsigned quotient; panics on 0")                                                                 \
    X(RemS, "a b c", "signed remainder; panics on 0")                                                                  \
    X(RemU, "a b c", "unsigned remainder; panics on 0")                                                                \
    X(And, "a b c", "a = b & c")                                                                                       \
    X(Or, "a b c", "a = b | c")                                                                                        \
    X(Xor, "a b c", "a = b ^ c")                                                                                       \
    X(AndNot, "a b c", "a = b &^ c")                                                                                   \
    X(Shl, "a b c", "a = b << c; c unsigned, 0 from 64 on")                                                            \
    X(ShrS, "a b c", "arithmetic shift; sign from 64 on")                                                              \
    X(ShrU, "a b c", "logical shift; 0 from 64 on")                                                                    \
    X(CheckShift, "a", "panics with negative shift amount if a < 0")                                                   \
    X(AddImm, "a b c$", "a = b + signed 16-bit c")                                                                     \
    X(MulImm, "a b c$", "a = b * signed 16-bit c")                                                                     \
    X(DivSImm, "a b c$", "signed quotient by a positive constant")                                                     \
    X(RemSImm, "a b c$", "signed remainder by a positive constant")                                                    \
    X(AndImm, "a b c$", "a = b & signed 16-bit c")                                                                     \
    X(ShlImm, "a b c#", "a = b << c, c < 64")                                                                          \
    X(ShrSImm, "a b c#", "arithmetic, c < 64")                                                                         \
    X(ShrUImm, "a b c#", "logical, c < 64")                                                                            \
    X(Neg, "a b", "a = -b")                                                                                            \
    X(Not, "a b", "a = ^b")                                                                                            \
    X(NotBool, "a b", "a = !b")                                                                                        \
    X(Sext8, "a b", "sign-extend the low 8 bits")                                                                      \
    X(Sext16, "a b", "")                                                                                               \
    X(Sext32, "a b", "")                                                                                               \
    X(Zext8, "a b", "zero-extend the low 8 bits")                                                                      \
    X(Zext16, "a b", "")                                                                                               \
    X(Zext32, "a b", "")                                                                                               \
    /* floating point */                                                                                               \
    X(AddF, "a b c", "float64")                                                                                        \
    X(SubF, "a b c", "float64")                                                                                        \
    X(MulF, "a b c", "float64")                                                                                        \
    X(DivF, "a b c", "float64")                                                                                        \
    X(NegF, "a b", "float64")                                                                                          \
    X(SqrtF, "a b", "square root of a float64")                                                                        \
    X(AddF32, "a b c", "float32")                                                                                      \
    X(SubF32, "a b c", "float32")                                                                                      \
    X(MulF32, "a b c", "float32")                                                                                      \
    X(DivF32, "a b c", "float32")                                                                                      \
    X(NegF32, "a b", "float32")                                                                                        \
    X(MinF, "a b c", "builtin min of float64: NaN if one is, -0 below 0")                                              \
    X(MaxF, "a b c", "builtin max of float64: NaN if one is, 0 above -0")                                              \
    X(IntToF, "a b", "int64 to float64")                                                                               \
    X(UintToF, "a b", "uint64 to float64")                                                                             \
    X(FToInt, "a b", "float64 to int64, as amd64 (out of range gives MinInt64)")                                       \
    X(FToUint, "a b", "float64 to uint64, as Go on amd64")                                                             \
    X(FToF32, "a b", "float64 to float32")                                                                             \
    X(F32ToF, "a b", "float32 to float64")                                                                             \
    X(IntToF32, "a b", "int64 to float32, rounded once")                                                               \
    X(UintToF32, "a b", "uint64 to float32, rounded once")                                                             \
    /* comparisons to bool */                                                                                          \
    X(Eq, "a b c", "one slot each")                                                                                    \
    X(Ne, "a b c", "")                                                                                                 \
    X(LtS, "a b c", "signed")                                                                                          \
    X(LeS, "a b c", "signed")                                                                                          \
    X(LtU, "a b c", "unsigned")                                                                                        \
    X(LeU, "a b c", "unsigned")                                                                                        \
    X(EqF, "a b c", "float64")                                                                                         \
    X(NeF, "a b c", "float64")                                                                                         \
    X(LtF, "a b c", "float64")                                                                                         \
    X(LeF, "a b c", "float64")                                                                                         \
    X(EqF32, "a b c", "float32")                                                                                       \
    X(NeF32, "a b c", "float32")                                                                                       \
    X(LtF32, "a b c", "float32")                                                                                       \
    X(LeF32, "a b c", "float32")                                                                                       \
    X(EqStr, "a b c", "strings")                                                                                       \
    X(NeStr, "a b c", "")                                                                                              \
    X(LtStr, "a b c", "")                                                                                              \
    X(LeStr, "a b c", "")                                                                                              \
    X(EqIface, "a b c", "two interfaces; panics if the dynamic type is the same and can not be compared")              \
    X(EqType, "a b c e1.i=type", "two values of any comparable type held in slots at b and c; may panic")              \
    /* jumps */                                                                                                        \
    /* a jump backwards, by whichever of these, ForLt or a loop's JumpIf, is where the time slice is checked */        \
    X(Jump, "i", "relative")                                                                                           \
    X(JumpIf, "a i", "if a")                                                                                           \
    X(JumpIfNot, "a i", "if !a")                                                                                       \
    X(JEq, "a b c@", "if a == b; c is a signed 16-bit offset, here and below")                                         \
    X(JNe, "a b c@", "")                                                                                               \
    X(JLtS, "a b c@", "")                                                                                              \
    X(JLeS, "a b c@", "")                                                                                              \
    X(JLtU, "a b c@", "")                                                                                              \
    X(JLeU, "a b c@", "")                                                                                              \
    X(JEqImm, "a b$ c@", "a against signed 16-bit b")                                                                  \
    X(JNeImm, "a b$ c@", "")                                                                                           \
    X(JLtImm, "a b$ c@", "signed")                                                                                     \
    X(JLeImm, "a b$ c@", "signed")                                                                                     \
    X(JGtImm, "a b$ c@", "signed")                                                                                     \
    X(JGeImm, "a b$ c@", "signed")                                                                                     \
    X(JLtF, "a b c@", "float64: if a < b")                                                                             \
    X(JLeF, "a b c@", "")                                                                                              \
    X(JNotLtF, "a b c@", "if !(a < b), true for NaN")                                                                  \
    X(JNotLeF, "a b c@", "")                                                                                           \
    X(JEqF, "a b c@", "")                                                                                              \
    X(JNeF, "a b c@", "")                                                                                              \
    X(ForLt, "a b c@", "a++; if a < b (signed) jump by c, negative for a loop: the bottom of a counting loop")          \
    X(JumpTable, "a i e1…ei.i=offset", "if 0 <= a < i jump by Ext word a's imm, else fall through behind the table")   \
    /* memory: pointer b, byte offset c (unsigned 16); nil panics */                                                   \
    X(Load8, "a b c#", "zero-extended")                                                                                \
    X(Load8S, "a b c#", "sign-extended")                                                                               \
    X(Load16, "a b c#", "")                                                                                            \
    X(Load16S, "a b c#", "")                                                                                           \
    X(Load32, "a b c#", "")                                                                                            \
    X(Load32S, "a b c#", "")                                                                                           \
    X(Load64, "a b c#", "")                                                                                            \
    X(LoadWords, "a b c# e1.i=words", "that many 8-byte words")                                                        \
    X(LoadBytes, "a b c# e1.i=bytes", "a memory image whose size is no multiple of 8; the last slot's rest is zeroed") \
    X(Store8, "a b c#", "*(a + byte offset c) = b; nil panics")                                                                                \
    X(Store16, "a b c#", "")                                                                                           \
    X(Store32, "a b c#", "")                                                                                           \
    X(Store64, "a b c#", "")                                                                                           \
    X(StoreWords, "a b c# e1.i=words", "from slots b …")                                                               \
    X(StoreBytes, "a b c# e1.i=bytes", "")                                                                             \
    X(CopyMem, "a b e1.i=bytes", "*(a) = *(b), may overlap; nil panics")                                               \
    X(ZeroMem, "a e1.i=bytes", "*(a) zeroed")                                                                          \
    X(NilCheck, "a", "panics if a is nil")                                                                             \
    X(AddPtr, "a b c# ", "a = b + c bytes; nil b panics: the address of a field")                                      \
    X(AddPtrWide, "a b e1.i=offset", "the same with a 32-bit offset")                                                  \
    /* narrow parts of aggregates in the frame: byte offset i from fp */                                               \
    X(FLoad8, "a i", "")                                                                                               \
    X(FLoad8S, "a i", "")                                                                                              \
    X(FLoad16, "a i", "")                                                                                              \
    X(FLoad16S, "a i", "")                                                                                             \
    X(FLoad32, "a i", "")                                                                                              \
    X(FLoad32S, "a i", "")                                                                                             \
    X(FLoadBytes, "a i e1.i=bytes", "an aggregate that starts or ends inside a slot")                                  \
    X(FStore8, "a i", "frame byte i = a")                                                                              \
    X(FStore16, "a i", "")                                                                                             \
    X(FStore32, "a i", "")                                                                                             \
    X(FStoreBytes, "a i e1.i=bytes", "")                                                                               \
    /* globals: byte offset i in the program's data segment */                                                         \
    X(GlobalAddr, "a i", "a = address")                                                                                \
    X(GLoad64, "a i", "")                                                                                              \
    X(GStore64, "a i", "")                                                                                             \
    /* allocation and closures */                                                                                      \
    X(New, "a i=type", "a = pointer to a zeroed value of types[i]")                                                    \
    X(MakeClosure, "a b#=captures c e1.i=function", "captures: b words from slots c …; 1 slot each")                   \
    X(LoadCapture, "a b c#", "a = capture word c of the closure context in slot b")                                    \
    /* slices, strings, arrays: indices are signed 64-bit unless e says unsigned */                                    \
    X(SliceLoad8, "a b c", "a = b[c], zero-extended; panics out of range")                                             \
    X(SliceLoad8S, "a b c", "")                                                                                        \
    X(SliceLoad16, "a b c", "")                                                                                        \
    X(SliceLoad16S, "a b c", "")                                                                                       \
    X(SliceLoad32, "a b c", "")                                                                                        \
    X(SliceLoad32S, "a b c", "")                                                                                       \
    X(SliceLoad64, "a b c", "")                                                                                        \
    X(SliceLoadPair, "a b c", "a, a+1 = b[c], an element of 16 bytes: a string, an interface")                         \
    X(SliceStore8, "a b c", "a[b] = c; a is the slice")                                                                \
    X(SliceStore16, "a b c", "")                                                                                       \
    X(SliceStore32, "a b c", "")                                                                                       \
    X(SliceStore64, "a b c", "")                                                                                       \
    X(SliceAddr, "a b c e1.i=elemsize", "a = &b[c]")                                                                   \
    X(StrIndex, "a b c", "a = b[c], a byte of string b")                                                               \
    X(ArrayAddr, "a b c e1.i=elemsize e2.i=length", "a = &(*b)[c]; nil and range panic")                               \
    X(CheckIndex, "a i", "panics if a is not in 0 … i-1: index of an array of length i")                               \
    X(CheckUnsigned, "a", "the next index check is about an unsigned operand: panics now if a >= 1<<63, printing it so")\
    X(SliceSlice, "a b c# e1.a=lo e1.b=hi e1.c=max e2.i=elemsize", "a = b[lo:hi:max]; kNoSlot where absent; c unused") \
    X(SliceString, "a b e1.a=lo e1.b=hi", "a = b[lo:hi]")                                                              \
    X(SliceArray, "a b e1.a=lo e1.b=hi e1.c=max e2.i=elemsize e3.i=length", "of the array *b")                         \
    X(SliceToArray, "a b e1.i=length", "a = pointer to the array under slice b; panics if shorter")                    \
    X(MakeSlice, "a b c e1.i=elemtype", "length b, capacity c (kNoSlot: as b); panics as makeslice; never a nil slice") \
    X(Append, "a b c# e1.i=elemtype", "a = b grown by c elements, zeroed; the code stores them afterwards")            \
    X(AppendSlice, "a b c e1.i=elemtype", "a = append(b, c...)")                                                       \
    X(AppendString, "a b c", "a = append([]byte b, string c...)")                                                      \
    X(CopySlice, "a b c e1.i=elemsize", "a = copy(b, c)")                                                              \
    X(CopyString, "a b c", "a = copy([]byte b, string c)")                                                             \
    X(ClearSlice, "a e1.i=elemsize", "clear(a)")                                                                       \
    X(Concat, "a b c#", "a = the c strings at b … (2 slots each) in a row")                                            \
    X(BytesToString, "a b", "")                                                                                        \
    X(StringToBytes, "a b", "")                                                                                        \
    X(RunesToString, "a b", "")                                                                                        \
    X(StringToRunes, "a b", "")                                                                                        \
    X(RuneToString, "a b", "string(rune)")                                                                             \
    X(StringNext, "a b c@", "range over string b: a index of the rune to decode; at the end jump by c; else a+1 = rune, a+2 = next index") \
    /* maps */                                                                                                         \
    X(MakeMap, "a b e1.i=type", "hint in b or kNoSlot")                                                             \
    X(MapGet, "a b c e1.i=type", "a … = b[c] or zero; b nil is empty; may panic on the key's type")                    \
    X(MapGetOk, "a b c e1.i=type e2.a=ok", "")                                                                         \
    X(MapSet, "a b c e1.i=type", "a[b] = c; nil map panics")                                                           \
    X(MapDelete, "a b e1.i=type", "delete(a, b)")                                                                      \
    X(MapLen, "a b", "")                                                                                               \
    X(MapClear, "a e1.i=type", "")                                                                                     \
    X(MapIter, "a b e1.i=type", "a = iterator over b, its start drawn from the run's randomness")                      \
    X(MapNext, "a b c e1.i=type e2.i=offset", "iterator a: b … = key, c … = value (kNoSlot drops either); at the end jump") \
    /* interfaces */                                                                                                   \
    X(MakeIface, "a b e1.i=type", "a, a+1 = value at b … of concrete type")                                            \
    X(StringIface, "a i e1.i=type", "a, a+1 = strings[i] of that string type, in its one box: equal constants are identical") \
    X(Unbox, "a b e1.i=type", "a … = value behind interface data word b, known to be of this type")                    \
    X(AssertType, "a b e1.i=type e2.i=iface", "a … = b.(concrete); panics; iface is b's static type")                  \
    X(AssertTypeOk, "a b c e1.i=type", "c = ok; a may be kNoSlot")                                                     \
    X(AssertIface, "a b e1.i=type", "a, a+1 = b.(interface); panics")                                                  \
    X(AssertIfaceOk, "a b c e1.i=type", "")                                                                            \
    X(JNotType, "a e1.i=type e2.i=offset", "jump if the dynamic type of a is not this concrete type")                  \
    /* calls; see the frame comment */                                                                                 \
    X(Call, "a i", "functions[i]")                                                                                     \
    X(CallClosure, "a b", "func value b; nil panics in the callee's place")                                            \
    X(CallIface, "a b e1.i=method e1.a=receiver slot", "method of interface b; the data word goes to e1.a; nil panics")\
    X(CallNative, "a i", "natives[i], same layout of results and parameters, no frame of its own")                     \
    X(Return, "", "to the caller; results stand in the first slots")                                                   \
    X(RunDefers, "", "runs what this frame deferred, newest first, then goes on: before every Return of a function that defers") \
    /* go and defer: arguments stand as for a call at a, c slots counted from a (results, then parameters) */          \
    X(GoCall, "a c# e1.i=function", "")                                                                                \
    X(GoClosure, "a b c#", "")                                                                                         \
    X(GoIface, "a b c# e1.i=method e1.a=receiver slot", "")                                                            \
    X(DeferCall, "a c# e1.i=function", "")                                                                             \
    X(DeferClosure, "a b c#", "nil b is stored and panics when run")                                                   \
    X(DeferIface, "a b c# e1.i=method e1.a=receiver slot", "")                                                         \
    X(DeferRecover, "", "defer recover(): counts for the frame that defers it")                                        \
    X(Panic, "a", "panic(interface at a)")                                                                             \
    X(PanicPlain, "i", "panics with a runtime.plainError of text strings[i]")                                          \
    X(Recover, "a", "a, a+1 = recover()")                                                                              \
    X(Throw, "i", "strings[i]: a fatal error of the program")                                                          \
    /* channels */                                                                                                     \
    X(MakeChan, "a b e1.i=chantype", "capacity in b or kNoSlot")                                                       \
    X(Send, "a b e1.i=elemtype", "a <- b")                                                                             \
    X(Recv, "a b c e1.i=elemtype", "a … = <-b; a may be kNoSlot; c = ok or kNoSlot")                                   \
    X(CloseChan, "a", "")                                                                                              \
    X(ChanLen, "a b", "")                                                                                              \
    X(ChanCap, "a b", "")                                                                                              \
    X(Select, "a b#=cases c#=has default e1…eb", "a = chosen index in source order (cases if default), a+1 = ok. " \
      "Case word: op field 0 send 1 receive; a channel, b value or destination (kNoSlot to drop), c ok unused; " \
      "element types come from the channel")                                                                           \
    X(Print, "a b#=what e1.i=type", "print builtin to stderr; what: 0 the value at a of this type, 1 a space, 2 a newline")

enum class Op : uint16_t {
#define X(name, operands, meaning) name,
    UNWIND_OPCODES(X)
#undef X
};
inline constexpr size_t kOpCount = 0
#define X(name, operands, meaning) +1
    UNWIND_OPCODES(X)
#undef X
    ;

struct Instr {
    Op op;
    uint16_t a;
    union {
        struct {
            uint16_t b, c;
        };
        int32_t imm;
    };
};
static_assert(sizeof(Instr) == 8);

} // namespace unwind::bytecode
