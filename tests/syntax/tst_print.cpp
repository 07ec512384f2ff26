// exprString: what is printed is what was written, but for shortened bodies.
#include <QtTest>

#include "parsing.h"

#include "lang/syntax/print.h"

using namespace unwind::syntax;

class TestPrint : public QObject {
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();
    void shortened_data();
    void shortened();
    void statements_data();
    void statements();
};

namespace {

QString printed(const QString& text)
{
    const ParseResult result = parseText("package p\nvar _ = " + text.toStdString() + "\n");
    if (!result.errors.empty())
        return QString::fromStdString(errorText(result));
    return QString::fromStdString(exprString(*first<VarSpec>(*result.file)->values[0]));
}

} // namespace

void TestPrint::expressions_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {
             "x", "1.5e3i", "'a'", "\"s\"", "a.b.c", "(x)", "a + b * c", "(a + b) * c", "-x", "!x", "^x", "*p", "&x",
             "<-c", "f()", "f(a, b...)", "f(a)(b)", "a[i]", "G[int, string]", "a[:]", "a[i:]", "a[:j]", "a[i:j:k]",
             "x.(T)", "x.(*T)", "[]int(x)", "[3]int{}", "[...]int{}", "map[string][]byte{}", "chan int(c)",
             "chan<- int(c)", "(<-chan int)(c)", "chan (<-chan int)(c)", "(func())(nil)", "func() {}",
             "func(a, b int, c ...string) (x, y T) {}", "func(int) error {}", "struct{}{}",
             "struct{a, b int; T; *U; c string \"tag\"}{}", "interface{}(x)",
             "interface{M(int) string; N(); E; ~int | string}(x)", "T{}", "&T{}", "a && b || c == d"})
        QTest::newRow(text) << QString(text);
}

void TestPrint::expressions()
{
    QFETCH(QString, text);
    QCOMPARE(printed(text), text);
}

void TestPrint::shortened_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("literal") << "T{1, 2}" << "T{…}";
    QTest::newRow("function") << "func() { return }" << "func() {…}";
    QTest::newRow("blanks") << "a+b" << "a + b";
    QTest::newRow("address of literal in parentheses") << "&(T{})" << "&T{}";
    QTest::newRow("type in parentheses") << "[](int)(x)" << "[]int(x)";
    QTest::newRow("arrow of channel type") << "<-chan int(x)" << "<-chan int(x)";
}

void TestPrint::shortened()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(text), expected);
}

void TestPrint::statements_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"x := 1", "a, b = b, a", "x += 2", "x &^= y", "x++", "x--", "c <- v", "f()"})
        QTest::newRow(text) << QString(text);
}

void TestPrint::statements()
{
    QFETCH(QString, text);
    const ParseResult result = parseText("package p\nfunc f() { " + text.toStdString() + " }\n");
    QCOMPARE(QString::fromStdString(errorText(result)), QString());
    QCOMPARE(QString::fromStdString(stmtString(*first<BlockStmt>(*result.file)->stmts[0])), text);
}

QTEST_APPLESS_MAIN(TestPrint)
#include "tst_print.moc"
