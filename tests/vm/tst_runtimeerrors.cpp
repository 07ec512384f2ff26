// Each run-time error's text, as semantics.md lists them, by the instruction that raises it.
#include "assembler.h"

#include <QTest>

using namespace unwind;
using namespace unwind::test;

namespace {

struct Case {
    const char* name;
    std::vector<Instr> code;
    const char* text;
};

std::vector<Case> cases(Assembler& a) {
    const TypeIndex integer = a.find("int"), any = a.find("interface {}"), string = a.find("string");
    const TypeIndex slice = a.sliceOf(integer), map = a.mapOf(any, integer), chan = a.chanOf(integer);
    Type named;
    named.kind = TypeKind::Interface;
    named.name = "main.Stringer";
    named.size = 16;
    named.align = 8;
    named.pointers = {false, true};
    a.program().methodNames.push_back("String");
    named.methods.push_back({0, bytecode::kNoType, -1});
    const TypeIndex stringer = a.add(named);
    const int32_t abc5 = a.string("abcde");
    const auto n = [](uint16_t slot, int32_t v) { return imm(Op::LoadImm, slot, v); };
    // slots 0…2: a slice of length 3 and capacity 5; 10, 11: operands
    const std::vector<Instr> s = {n(10, 3), n(11, 5), abc(Op::MakeSlice, 0, 10, 11), ext(integer)};
    const auto with = [](std::vector<Instr> first, std::vector<Instr> rest) {
        first.insert(first.end(), rest.begin(), rest.end());
        return first;
    };
    const auto cut = [&](uint16_t lo, uint16_t hi, uint16_t max) {
        return std::vector<Instr>{abc(Op::SliceSlice, 3, 0), extSlots(lo, hi, max), ext(8)};
    };
    const std::vector<Instr> boxedSlice = with(s, {abc(Op::MakeIface, 6, 0), ext(slice)});
    return {
        {"index", with(s, {n(12, 5), abc(Op::SliceLoad64, 3, 0, 12)}), "runtime error: index out of range [5] with length 3"},
        {"negative index", with(s, {n(12, -1), abc(Op::SliceLoad64, 3, 0, 12)}), "runtime error: index out of range [-1]"},
        {"huge index", with(s, {imm(Op::LoadConst, 12, a.constant(uint64_t{1} << 63)), abc(Op::CheckUnsigned, 12), abc(Op::SliceLoad64, 3, 0, 12)}), "runtime error: index out of range [9223372036854775808] with length 3"},
        {"store", with(s, {n(12, 3), abc(Op::SliceStore64, 0, 12, 12)}), "runtime error: index out of range [3] with length 3"},
        {"high", with(s, with({n(12, 6)}, cut(kNone, 12, kNone))), "runtime error: slice bounds out of range [:6] with capacity 5"},
        {"string high", {imm(Op::LoadString, 0, abc5), n(12, 6), abc(Op::SliceString, 3, 0), extSlots(kNone, 12, 0)}, "runtime error: slice bounds out of range [:6] with length 5"},
        {"low", with(s, with({n(12, 4)}, cut(12, kNone, kNone))), "runtime error: slice bounds out of range [4:3]"},
        {"low high", with(s, with({n(12, 2), n(13, 1)}, cut(12, 13, kNone))), "runtime error: slice bounds out of range [2:1]"},
        {"low < 0", with(s, with({n(12, -1)}, cut(12, kNone, kNone))), "runtime error: slice bounds out of range [-1:]"},
        {"high < 0", with(s, with({n(12, -1)}, cut(kNone, 12, kNone))), "runtime error: slice bounds out of range [:-1]"},
        {"max", with(s, with({n(12, 6), n(13, 0)}, cut(13, 13, 12))), "runtime error: slice bounds out of range [::6] with capacity 5"},
        {"high max", with(s, with({n(12, 2), n(13, 4)}, cut(kNone, 13, 12))), "runtime error: slice bounds out of range [:4:2]"},
        {"low high max", with(s, with({n(12, 4), n(13, 2)}, cut(12, 13, 12))), "runtime error: slice bounds out of range [4:2:]"},
        {"array max", {imm(Op::New, 0, integer), n(12, 6), abc(Op::SliceArray, 3, 0), extSlots(kNone, 12, 12), ext(8), ext(4)}, "runtime error: slice bounds out of range [::6] with length 4"},
        {"to array", with(s, {abc(Op::SliceToArray, 3, 0), ext(5)}), "runtime error: cannot convert slice with length 3 to array or pointer to array with length 5"},
        {"nil", {n(0, 0), abc(Op::Load64, 1, 0, 8)}, "runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc="},
        {"nil func", {n(0, 0), abc(Op::CallClosure, 8, 0)}, "runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc="},
        {"divide", {n(0, 0), n(1, 1), abc(Op::DivS, 2, 1, 0)}, "runtime error: integer divide by zero"},
        {"makeslice", {n(0, -1), abc(Op::MakeSlice, 1, 0, kNone), ext(integer)}, "runtime error: makeslice: len out of range"},
        {"makeslice cap", {n(0, 2), n(1, 1), abc(Op::MakeSlice, 2, 0, 1), ext(integer)}, "runtime error: makeslice: cap out of range"},
        {"makechan", {n(0, -1), abc(Op::MakeChan, 1, 0), ext(chan)}, "makechan: size out of range"},
        {"shift", {n(0, -1), abc(Op::CheckShift, 0)}, "runtime error: negative shift amount"},
        {"compare", with(boxedSlice, {abc(Op::EqIface, 8, 6, 6)}), "runtime error: comparing uncomparable type []int"},
        {"hash", with(boxedSlice, {abc(Op::MakeMap, 4, kNone), ext(map), abc(Op::MapGet, 8, 4, 6), ext(map)}), "hash of unhashable type: []int"},
        {"hash assign", with(boxedSlice, {abc(Op::MakeMap, 4, kNone), ext(map), abc(Op::MapSet, 4, 6, 10), ext(map)}), "runtime error: hash of unhashable type []int"},
        {"nil map", {n(0, 0), n(2, 0), n(3, 0), abc(Op::MapSet, 0, 2, 1), ext(map)}, "assignment to entry in nil map"},
        {"close nil", {n(0, 0), abc(Op::CloseChan, 0)}, "close of nil channel"},
        {"close twice", {abc(Op::MakeChan, 0, kNone), ext(chan), abc(Op::CloseChan, 0), abc(Op::CloseChan, 0)}, "close of closed channel"},
        {"send", {abc(Op::MakeChan, 0, kNone), ext(chan), abc(Op::CloseChan, 0), abc(Op::Send, 0, 1), ext(integer)}, "send on closed channel"},
        {"assert", {imm(Op::LoadString, 0, abc5), abc(Op::MakeIface, 2, 0), ext(string), abc(Op::AssertType, 4, 2), ext(integer), ext(any)}, "interface conversion: interface {} is string, not int"},
        {"assert nil", {imm(Op::Zero, 2, 2), abc(Op::AssertType, 4, 2), ext(integer), ext(any)}, "interface conversion: interface {} is nil, not int"},
        {"assert nil iface", {imm(Op::Zero, 2, 2), abc(Op::AssertIface, 4, 2), ext(stringer)}, "interface conversion: interface is nil, not main.Stringer"},
        {"missing method", {n(0, 1), abc(Op::MakeIface, 2, 0), ext(integer), abc(Op::AssertIface, 4, 2), ext(stringer)}, "interface conversion: int is not main.Stringer: missing method String"},
    };
}

} // namespace

class TestRuntimeErrors : public QObject {
    Q_OBJECT

private slots:
    void texts() {
        Assembler list;
        const size_t count = cases(list).size();
        for (size_t i = 0; i < count; ++i) {
            Assembler a;
            Case c = cases(a)[i];
            c.code.push_back(abc(Op::Return));
            a.main(20, c.code);
            for (const bool always : {false, true}) {
                vm::VmOptions options;
                options.collectAlways = always;
                const Run r = run(a.program(), options);
                const std::string expected = std::string("panic: ") + c.text;
                const std::string got = head(r.err).substr(0, expected.size() + (expected.back() == '=' ? 0 : 100));
                QVERIFY2(got == expected, (std::string(c.name) + ": " + r.err).c_str());
                QCOMPARE(r.code, 2);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRuntimeErrors)
#include "tst_runtimeerrors.moc"
