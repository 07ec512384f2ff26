#include "assembler.h"

#include <QTest>

using namespace unwind;
using namespace unwind::test;

namespace {

/// print(slot) as an int, then a newline.
void printInt(std::vector<Instr>& code, const Assembler& a, uint16_t slot) {
    code.insert(code.end(), {abc(Op::Print, slot, 0), ext(a.find("int")), abc(Op::Print, 0, 2), ext(0)});
}

/// func fib(n int) int
int32_t addFib(Assembler& a) {
    const int32_t fib = a.declare();
    a.define(fib, "main.fib", 1, 1, 12,
             {offset(Op::JGeImm, 1, 2, 2), abc(Op::Move, 0, 1), abc(Op::Return), abc(Op::AddImm, 8, 1, uint16_t(-1)),
              imm(Op::Call, 7, fib), abc(Op::Move, 2, 7), abc(Op::AddImm, 8, 1, uint16_t(-2)), imm(Op::Call, 7, fib),
              abc(Op::Add, 0, 2, 7), abc(Op::Return)});
    return fib;
}

} // namespace

class TestVm : public QObject {
    Q_OBJECT

private slots:
    void loop() {
        Assembler a;
        std::vector<Instr> code = {imm(Op::LoadImm, 0, 0), imm(Op::LoadImm, 1, 0), imm(Op::LoadImm, 2, 100000),
                                   abc(Op::Add, 0, 0, 1), offset(Op::ForLt, 1, 2, -2)};
        printInt(code, a, 0);
        code.push_back(abc(Op::Return));
        a.main(4, code);
        const Run r = run(a.program());
        QCOMPARE(r.err, std::string("4999950000\n"));
        QCOMPARE(r.code, 0);
    }

    void calls() {
        Assembler a;
        const int32_t fib = addFib(a);
        std::vector<Instr> code = {imm(Op::LoadImm, 9, 20), imm(Op::Call, 8, fib)};
        printInt(code, a, 8);
        code.push_back(abc(Op::Return));
        a.main(10, code);
        QCOMPARE(run(a.program()).err, std::string("6765\n"));
    }

    void deferAndRecover() {
        Assembler a;
        // func handler() { r := recover(); print(r.(int)) }
        const int32_t handler = a.function("main.f.func1", 0, 0, 6,
                                           {abc(Op::Recover, 0), abc(Op::AssertType, 2, 0), ext(a.find("int")),
                                            ext(a.find("interface {}")), abc(Op::Print, 2, 0), ext(a.find("int")),
                                            abc(Op::Return)});
        // func f() (result int) { result = 5; defer handler(); panic(42) }
        const int32_t f = a.function("main.f", 1, 0, 8,
                                     {imm(Op::LoadImm, 0, 5), abc(Op::DeferCall, 7, 0, 0), ext(handler),
                                      imm(Op::LoadImm, 1, 42), abc(Op::MakeIface, 2, 1), ext(a.find("int")),
                                      abc(Op::Panic, 2), abc(Op::RunDefers), abc(Op::Return)});
        std::vector<Instr> code = {imm(Op::Call, 6, f)};
        printInt(code, a, 6);
        code.push_back(abc(Op::Return));
        a.main(8, code);
        const Run r = run(a.program());
        QCOMPARE(r.err, std::string("425\n"));
        QCOMPARE(r.code, 0);
    }

    void deferredArgumentsAreCopies() {
        Assembler a;
        const int32_t show = a.function("main.show", 0, 1, 2,
                                        {abc(Op::Print, 0, 0), ext(a.find("int")), abc(Op::Return)});
        a.main(12, {imm(Op::LoadImm, 0, 0), imm(Op::LoadImm, 1, 3), abc(Op::Move, 8, 0), abc(Op::DeferCall, 8, 0, 1),
                    ext(show), offset(Op::ForLt, 0, 1, -4), imm(Op::LoadImm, 0, 77), abc(Op::RunDefers),
                    abc(Op::Return)});
        QCOMPARE(run(a.program()).err, std::string("210"));
    }

    void uncaughtPanic() {
        Assembler a;
        a.main(8, {imm(Op::LoadString, 0, a.string("boom")), abc(Op::MakeIface, 2, 0), ext(a.find("string")),
                   abc(Op::Panic, 2), abc(Op::Return)});
        const Run r = run(a.program());
        QCOMPARE(head(r.err), std::string("panic: boom"));
        QVERIFY(r.err.find("\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:4 +0x") != r.err.npos);
        QCOMPARE(r.code, 2);
    }

    void goroutinesAndChannels() {
        Assembler a;
        const TypeIndex chan = a.chanOf(a.find("int"));
        // func produce(c chan int) { for i := 0; i < 5; i++ { c <- i }; close(c) }
        const int32_t produce = a.function("main.produce", 0, 1, 4,
                                           {imm(Op::LoadImm, 1, 0), imm(Op::LoadImm, 2, 5), abc(Op::Send, 0, 1),
                                            ext(a.find("int")), offset(Op::ForLt, 1, 2, -3), abc(Op::CloseChan, 0),
                                            abc(Op::Return)});
        const Instr go = abc(Op::GoCall, 10, 0, 1);
        a.main(14, {abc(Op::MakeChan, 0, kNone), ext(chan), abc(Op::Move, 10, 0), go, ext(produce),
                    abc(Op::Recv, 1, 0, 2), ext(a.find("int")), imm(Op::JumpIfNot, 2, 3), abc(Op::Print, 1, 0),
                    ext(a.find("int")), imm(Op::Jump, 0, -6), abc(Op::Return)});
        const Run r = run(a.program());
        QCOMPARE(r.err, std::string("01234"));
        QCOMPARE(r.code, 0);
    }

    void deadlock() {
        Assembler a;
        const TypeIndex chan = a.chanOf(a.find("int"));
        a.main(4, {abc(Op::MakeChan, 0, kNone), ext(chan), abc(Op::Recv, 1, 0, kNone), ext(a.find("int")),
                   abc(Op::Return)});
        const Run r = run(a.program());
        QVERIFY(r.err.starts_with("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\n"
                                  "main.main()\n\tmain.go:3"));
        QCOMPARE(r.code, 2);
    }

    void stackOverflow() {
        Assembler a;
        const int32_t f = a.declare();
        a.define(f, "main.f", 0, 0, 8, {imm(Op::Call, 6, f), abc(Op::Return)});
        a.main(8, {imm(Op::Call, 6, f), abc(Op::Return)});
        vm::VmOptions options;
        options.stackLimit = 4 << 20;
        const Run r = run(a.program(), options);
        QVERIFY(r.err.starts_with("runtime: goroutine stack exceeds 1000000000-byte limit\n"));
        QVERIFY(r.err.find("fatal error: stack overflow\n") != r.err.npos);
        QVERIFY(r.err.find(" frames elided...\n") != r.err.npos);
        QCOMPARE(r.code, 2);
    }

    void outOfMemory() {
        Assembler a;
        const TypeIndex bytes = a.find("uint8");
        a.main(8, {imm(Op::LoadImm, 0, 1 << 30), abc(Op::MakeSlice, 1, 0, kNone), ext(bytes), abc(Op::Return)});
        vm::VmOptions options;
        options.heapLimit = 16 << 20;
        const Run r = run(a.program(), options);
        QVERIFY(r.err.find("fatal error: out of memory\n") != r.err.npos);
        QCOMPARE(r.code, 2);
    }

    /// A list of 2,000 nodes built while everything else is garbage, with a collection at every allocation.
    void collectionKeepsWhatFramesHold() {
        Assembler a;
        Type node;
        node.kind = TypeKind::Struct;
        node.name = "main.node";
        node.size = 16;
        node.align = 8;
        node.pointers = {true, false};
        const TypeIndex nodeType = a.add(node);
        std::vector<Instr> code = {
            imm(Op::LoadImm, 0, 0),  imm(Op::LoadImm, 1, 0),      imm(Op::LoadImm, 2, 2000),
            imm(Op::New, 3, nodeType), abc(Op::Store64, 3, 0, 0), abc(Op::Store64, 3, 1, 8),
            abc(Op::Move, 0, 3),     imm(Op::New, 4, nodeType),   offset(Op::ForLt, 1, 2, -6),
            imm(Op::LoadImm, 5, 0),  offset(Op::JEqImm, 0, 0, 4), abc(Op::Load64, 6, 0, 8),
            abc(Op::Add, 5, 5, 6),   abc(Op::Load64, 0, 0, 0),    imm(Op::Jump, 0, -5)};
        printInt(code, a, 5);
        code.push_back(abc(Op::Return));
        a.main(8, code);
        for (const bool always : {false, true}) {
            vm::VmOptions options;
            options.collectAlways = always;
            QCOMPARE(run(a.program(), options).err, std::string("1999000\n"));
        }
    }

    void appendGrowsAsGo() {
        Assembler a;
        std::vector<Instr> code = {imm(Op::Zero, 0, 3), imm(Op::LoadImm, 4, 0), imm(Op::LoadImm, 5, 1000),
                                   abc(Op::Append, 0, 0, 1), ext(a.find("int")), abc(Op::AddImm, 6, 1, uint16_t(-1)),
                                   abc(Op::SliceStore64, 0, 6, 4), offset(Op::ForLt, 4, 5, -5)};
        printInt(code, a, 1);
        printInt(code, a, 2);
        code.insert(code.end(), {imm(Op::LoadImm, 6, 999), abc(Op::SliceLoad64, 7, 0, 6)});
        printInt(code, a, 7);
        code.push_back(abc(Op::Return));
        a.main(10, code);
        QCOMPARE(run(a.program()).err, std::string("1000\n1280\n999\n"));
    }

    /// The schedule, and so the log's order, is the same whatever is recorded; statements have growing stamps.
    void recordingChangesNothing() {
        Assembler a;
        const int32_t fib = addFib(a);
        std::vector<Instr> code = {imm(Op::LoadImm, 9, 10), imm(Op::Call, 8, fib)};
        printInt(code, a, 8);
        code.push_back(abc(Op::Return));
        a.main(10, code);
        std::vector<std::pair<trace::Kind, Time>> coarse[2];
        for (int run_ = 0; run_ < 2; ++run_) {
            Recorder recorder;
            recorder.detail = run_ ? trace::Detail::Statements : trace::Detail::Scheduling;
            vm::VmOptions options;
            options.sink = &recorder;
            QCOMPARE(run(a.program(), options).err, std::string("55\n"));
            Time last = -1;
            for (const auto& e : recorder.events) {
                if (e.kind == trace::Kind::Stmt) {
                    QVERIFY(e.time > last);
                    last = e.time;
                } else if (e.kind != trace::Kind::Call && e.kind != trace::Kind::Return) {
                    coarse[run_].emplace_back(e.kind, e.time);
                }
            }
            if (run_) {
                QCOMPARE(recorder.count(trace::Kind::Call), size_t{178}); // 177 fibs and main
                QCOMPARE(recorder.count(trace::Kind::Return), size_t{178});
            }
        }
        QVERIFY(coarse[0] == coarse[1]);
    }

    void hookStepsAndReadsVariables() {
        Assembler a;
        const int32_t add = a.function("main.add", 1, 1, 4, {abc(Op::AddImm, 0, 1, 1), abc(Op::Return)});
        bytecode::Local n;
        n.name = "n";
        n.type = a.find("int");
        n.slot = 1;
        n.toPc = 2;
        n.isParam = true;
        a.program().functions[size_t(add)].locals.push_back(n);
        a.main(10, {imm(Op::LoadImm, 9, 41), imm(Op::Call, 8, add), abc(Op::Return)});
        struct Hook : vm::DebugHook {
            vm::Vm* vm = nullptr;
            void atStatement(runtime::G&, uint64_t, uint32_t) override { vm->pause(); }
        } hook;
        vm::VmOptions options;
        options.hook = &hook;
        vm::Vm machine(a.program(), options);
        hook.vm = &machine;
        std::vector<std::string> stops;
        while (machine.run().kind == vm::Outcome::Kind::Paused) {
            const auto frames = machine.frames(GoId{1});
            std::string stop = frames[0].name + ":" + std::to_string(frames[0].pos.line);
            for (const auto& v : machine.locals(GoId{1}, frames[0].depth))
                stop += " " + v.name + "=" + v.value;
            stops.push_back(stop);
        }
        const std::vector<std::string> expected = {"main.main:1", "main.main:2", "main.add:1 n=41", "main.add:2 n=41",
                                                   "main.main:3"};
        QCOMPARE(stops, expected);
    }
};

QTEST_APPLESS_MAIN(TestVm)
#include "tst_vm.moc"
