// What a debugger is told: names, statement marks, scopes of variables, wrappers, epilogues.
#include "compiled.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::test;

class tst_debuginfo : public QObject {
    Q_OBJECT

private slots:
    void statementsOfALoop();
    void statementsOfADeferringFunction();
    void localsHaveScopes();
    void sharedVariablesAreBoxed();
    void namesOfLiterals();
    void methodsBehindInterfaces();
    void diagnosticsAreSorted();
};

void tst_debuginfo::statementsOfALoop()
{
    const auto r = compiled("func f(n int) {\n\tfor i := 0; i < n; i++ {\n\t\tif i == 3 {\n\t\t\tbreak\n\t\t}\n\t}\n}\n"
                            "func main() { f(1) }\n");
    // init, condition before the loop, if, break, condition after each iteration
    QCOMPARE(statements(r.program, "main.f"), QStringLiteral("3:6 3:14 4:3 5:4 3:14"));
}

void tst_debuginfo::statementsOfADeferringFunction()
{
    const auto r = compiled("func f() {\n\tdefer func() {}()\n\tprintln(1)\n}\nfunc main() { f() }\n");
    QCOMPARE(statements(r.program, "main.f"), QStringLiteral("3:2 4:2 5:1"));
    const bytecode::Function& f = *function(r.program, "main.f");
    QVERIFY(f.hasDefer);
    QVERIFY(f.code[f.epilogue].op == bytecode::Op::RunDefers);
}

void tst_debuginfo::localsHaveScopes()
{
    const auto r = compiled("func f(p int) (r string) {\n\tx := p\n\tif x > 1 {\n\t\ty := x\n\t\t_ = y\n\t}\n\treturn\n}\n"
                            "func main() { f(1) }\n");
    const bytecode::Function& f = *function(r.program, "main.f");
    QCOMPARE(f.locals.size(), size_t{4});
    QCOMPARE(f.locals[0].name, std::string("p"));
    QVERIFY(f.locals[0].isParam && f.locals[1].isResult);
    QCOMPARE(f.locals[3].name, std::string("y"));
    QVERIFY(f.locals[3].toPc < f.locals[2].toPc);
    QCOMPARE(f.locals[2].toPc, static_cast<uint32_t>(f.code.size()));
}

void tst_debuginfo::sharedVariablesAreBoxed()
{
    const auto r = compiled("func f() int {\n\tn, m := 0, 1\n\tinc := func() { n += m }\n\tinc()\n\treturn n\n}\n"
                            "func main() { f() }\n");
    const bytecode::Function& f = *function(r.program, "main.f");
    QVERIFY(f.locals[0].boxed);   // n changes after the closure is made
    QVERIFY(!f.locals[1].boxed);  // m does not
}

void tst_debuginfo::namesOfLiterals()
{
    const auto r = compiled("type T struct{}\nfunc (t *T) M() { func() { func() {}() }() }\nvar g = func() int { return 1 }()\n"
                            "func init() { func() {}() }\nfunc main() { new(T).M(); _ = g; func() {}(); func() {}() }\n");
    QVERIFY(r.ok());
    for (const char* name : {"main.(*T).M.func1", "main.(*T).M.func1.1", "main.init.func1", "main.init.0.func1",
                             "main.main.func1", "main.main.func2"})
        QVERIFY2(function(r.program, name), name);
}

void tst_debuginfo::methodsBehindInterfaces()
{
    const auto r = compiled("type A struct { x, y int }\nfunc (a A) M() int { return a.x }\ntype B struct { *A }\n"
                            "type I interface { M() int }\n"
                            "func main() { var i I = A{}; i.M(); i = &A{}; i.M(); i = B{}; i.M(); f := i.M; f(); g := A.M; g(A{}) }\n");
    QVERIFY(r.ok());
    int wrappers = 0;
    for (const bytecode::Function& f : r.program.functions)
        wrappers += f.isWrapper && f.name != "runtime.doInit";
    QCOMPARE(wrappers, 4); // A, *A and B behind the interface, and i.M as a value; A.M needs none
}

void tst_debuginfo::diagnosticsAreSorted()
{
    const auto r = compiled("func main() {\n\tx := 1\n\ty := 2\n\tz()\n}\n");
    QCOMPARE(r.errors.size(), size_t{3});
    QCOMPARE(r.errors[0].pos.line, 3u);
    QCOMPARE(r.errors[2].pos.line, 5u);
    QCOMPARE(r.program.files.size(), size_t{1});
}

QTEST_APPLESS_MAIN(tst_debuginfo)
#include "tst_debuginfo.moc"
