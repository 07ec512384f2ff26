// The shape of the code where speed depends on it: calls without moves, fused loops, jumps without booleans.
#include "compiled.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::test;

class tst_codegen : public QObject {
    Q_OBJECT

private slots:
    void fibMovesNothing();
    void countingLoopIsOneInstruction();
    void rangeUsesItsVariableAsCounter();
    void conditionsJump();
    void nestedCallLandsInItsArgument();
    void resultsStayWhereTheCallLeftThem();
    void fieldsAreReadThroughPointers();
    void swapTakesThreeMoves();
    void capturedConstantIsCopied();
    void denseSwitchIsATable();
    void farJumps();
    void emptyProgramIsSmall();
    void unreachableMethodsAreNotCompiled();
    void refusesHugeFrames();
    void literalFaultsDoNotHideTypeFaults();
};

void tst_codegen::fibMovesNothing()
{
    const auto r = compiled("func fib(n int) int {\n if n < 2 { return n }\n return fib(n-1) + fib(n-2)\n}\n"
                            "func main() { fib(3) }\n");
    QVERIFY(r.ok());
    QCOMPARE(code(r.program, "main.fib"), QStringLiteral("JGeImm r1, 2, ->3\n"
                                                         "Move r0, r1\n"
                                                         "Return\n"
                                                         "AddImm r7, r1, -1\n"
                                                         "Call r6, 1\n"
                                                         "AddImm r12, r1, -2\n"
                                                         "Call r11, 1\n"
                                                         "Add r0, r6, r11\n"
                                                         "Return"));
}

void tst_codegen::countingLoopIsOneInstruction()
{
    const auto r = compiled("func f(n int) (s int) {\n for i := 0; i < n; i++ { s += i }\n return\n}\nfunc main() { f(3) }\n");
    QCOMPARE(code(r.program, "main.f"), QStringLiteral("LoadImm r2, 0\n"
                                                       "JLeS r1, r2, ->4\n"
                                                       "Add r0, r0, r2\n"
                                                       "ForLt r2, r1, ->2\n"
                                                       "Return"));
}

void tst_codegen::rangeUsesItsVariableAsCounter()
{
    const auto r = compiled("func f(x []int) (s int) {\n for i, v := range x { s += i * v }\n return\n}\n"
                            "func main() { f(nil) }\n");
    QCOMPARE(code(r.program, "main.f"), QStringLiteral("Move3 r4, r1\n"
                                                       "LoadImm r7, 0\n"
                                                       "JLeImm r5, 0, ->7\n"
                                                       "SliceLoad64 r8, r4, r7\n"
                                                       "Mul r9, r7, r8\n"
                                                       "Add r0, r0, r9\n"
                                                       "ForLt r7, r5, ->3\n"
                                                       "Return"));
}

void tst_codegen::conditionsJump()
{
    const auto r = compiled("func f(a, b int, ok bool) int {\n if a < b && !ok || a == 7 { return 1 }\n return 2\n}\n"
                            "func main() { f(1, 2, true) }\n");
    QCOMPARE(code(r.program, "main.f"), QStringLiteral("JLeS r2, r1, ->2\n"
                                                       "JumpIfNot r3, ->3\n"
                                                       "JNeImm r1, 7, ->5\n"
                                                       "LoadImm r0, 1\n"
                                                       "Return\n"
                                                       "LoadImm r0, 2\n"
                                                       "Return"));
}

void tst_codegen::nestedCallLandsInItsArgument()
{
    const auto r = compiled("func g(x int) int { return x }\nfunc main() { g(g(1)) }\n");
    QCOMPARE(code(r.program, "main.main"), QStringLiteral("LoadImm r6, 1\nCall r5, 1\nCall r4, 1\nReturn"));
}

void tst_codegen::resultsStayWhereTheCallLeftThem()
{
    const auto r = compiled("func g() (int, int) { return 1, 2 }\nfunc f() int {\n a, b := g()\n return a + b\n}\n"
                            "func main() { f() }\n");
    QCOMPARE(code(r.program, "main.f"), QStringLiteral("Call r5, 2\nAdd r0, r5, r6\nReturn"));
}

void tst_codegen::fieldsAreReadThroughPointers()
{
    const auto r = compiled("type T struct { a int; x, y float64 }\nfunc f(p *T) { p.x += p.y }\nfunc main() { f(nil) }\n");
    QCOMPARE(code(r.program, "main.f"), QStringLiteral("Load64 r2, r0, 16\n"
                                                       "Load64 r1, r0, 8\n"
                                                       "AddF r1, r1, r2\n"
                                                       "Store64 r0, r1, 8\n"
                                                       "Return"));
}

void tst_codegen::swapTakesThreeMoves()
{
    const auto r = compiled("func f(a, b int) int {\n a, b = b, a\n return a - b\n}\nfunc main() { f(1, 2) }\n");
    QCOMPARE(code(r.program, "main.f"), QStringLiteral("Move r3, r1\nMove r1, r2\nMove r2, r3\nSub r0, r1, r2\nReturn"));
}

void tst_codegen::capturedConstantIsCopied()
{
    const auto r = compiled("func f(a int) func() int { return func() int { return a } }\nfunc main() { f(1) }\n");
    QCOMPARE(code(r.program, "main.f"), QStringLiteral("MakeClosure r0, 1, r1, main.f.func1\nReturn"));
    QCOMPARE(code(r.program, "main.f.func1"), QStringLiteral("LoadCapture r2, r1, 0\nMove r0, r2\nReturn"));
}

void tst_codegen::denseSwitchIsATable()
{
    const auto r = compiled("func f(x int) int {\n switch x {\n case 1: return 10\n case 2: return 20\n case 3: return 30\n"
                            " case 4: return 40\n case 5: return 50\n }\n return 0\n}\nfunc main() { f(1) }\n");
    QVERIFY(code(r.program, "main.f").contains(QStringLiteral("JumpTable")));
}

void tst_codegen::farJumps()
{
    std::string body = "func f(x int) int {\n s := 0\n for i := 0; i < x; i++ {\n";
    for (int i = 0; i < 20000; ++i)
        body += "  if s > x { s -= i }\n";
    body += " }\n return s\n}\nfunc main() { f(1) }\n";
    const auto r = compiled(body.c_str());
    QVERIFY(r.ok());
    QVERIFY(function(r.program, "main.f")->code.size() > 40000);
}

void tst_codegen::emptyProgramIsSmall()
{
    const auto r = compiled("func main() {}\n");
    QVERIFY(r.ok());
    QCOMPARE(code(r.program, "main.main"), QStringLiteral("Return"));
    QCOMPARE(r.program.functions.size(), size_t{2}); // main.main and what runs before it
}

void tst_codegen::unreachableMethodsAreNotCompiled()
{
    const auto r = compiled("type T struct{}\nfunc (T) Called() {}\nfunc (T) NotCalled() {}\n"
                            "type I interface { Called(); NotCalled() }\nfunc main() { var i I = T{}; i.Called() }\n");
    QVERIFY(r.ok());
    QVERIFY(function(r.program, "main.T.Called"));
    QVERIFY(!function(r.program, "main.T.NotCalled"));
    const bytecode::TypeIndex t = r.program.findType("main.T");
    QCOMPARE(r.program.types[static_cast<size_t>(t)].methods.size(), size_t{2});
}

void tst_codegen::refusesHugeFrames()
{
    const auto r = compiled("func f(a [100000]int) {}\nfunc main() { f([100000]int{}) }\n");
    QVERIFY(!r.ok());
    QVERIFY(QString::fromStdString(r.errors[0].message).contains(QStringLiteral("stack frame larger than 512 KB")));
}

void tst_codegen::literalFaultsDoNotHideTypeFaults()
{
    const auto r = compiled("func main() {\n x := 'ab'\n var s string = 1\n println(x, s)\n}\n");
    QStringList messages;
    for (const Diagnostic& d : r.errors)
        messages << QString::fromStdString(d.message);
    QCOMPARE(messages, (QStringList{QStringLiteral("more than one character in rune literal"),
                                    QStringLiteral("cannot use 1 (untyped int constant) as string value in variable declaration")}));
}

QTEST_APPLESS_MAIN(tst_codegen)
#include "tst_codegen.moc"
