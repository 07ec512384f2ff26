// Wrong programs: every message, its place and its wording as recorded from real Go (see record.sh).
#include "checking.h"

#include <QTest>

using namespace checking;

class TestDiagnostics : public QObject {
    Q_OBJECT
private slots:
    void asGo_data();
    void asGo();
    void unsupported_data();
    void unsupported();
};

void TestDiagnostics::asGo_data() {
    QTest::addColumn<QString>("path");
    std::vector<std::filesystem::path> programs;
    for (const auto& entry : std::filesystem::directory_iterator(dataFolder() / "wrong")) {
        if (entry.path().extension() == ".go")
            programs.push_back(entry.path());
    }
    std::sort(programs.begin(), programs.end());
    QVERIFY(programs.size() >= 120);
    for (const auto& path : programs)
        QTest::newRow(path.stem().c_str()) << QString::fromStdString(path.string());
}

void TestDiagnostics::asGo() {
    QFETCH(QString, path);
    const std::filesystem::path go = path.toStdString();
    const Checked program(readFile(go), go.filename());
    const std::string expected = readFile(std::filesystem::path(go).replace_extension(".txt"));
    QCOMPARE(QString::fromStdString(program.messages()), QString::fromStdString(expected));
}

void TestDiagnostics::unsupported_data() {
    QTest::addColumn<QString>("declaration");
    QTest::addColumn<QString>("message");
    QTest::newRow("generic function") << "func Map[T any](x T) T { return x }"
                                      << "prog.go:2:6: generic function Map: type parameters are not supported yet\n";
    QTest::newRow("generic type")
        << "type List[T any] struct{ next *List[T] }\n\nfunc (l *List[T]) Len() int { return 0 }\n\nvar l List[int]"
        << "prog.go:2:6: generic type List: type parameters are not supported yet\n";
    QTest::newRow("constraint")
        << "type Number interface{ ~int | ~float64 }"
        << "prog.go:2:24: type constraint ~int | ~float64: type parameters are not supported yet\n";
    QTest::newRow("complex type") << "var c complex128"
                                  << "prog.go:2:7: type complex128: complex numbers are not supported yet\n";
    QTest::newRow("imaginary") << "var c = 2i"
                               << "prog.go:2:9: imaginary literal 2i: complex numbers are not supported yet\n";
    QTest::newRow("range over function") << "func seq(yield func(int) bool) {}\n\nfunc f() {\n\tfor range seq {\n\t}\n}"
                                         << "prog.go:5:12: cannot range over seq (value of type func(yield func(int) "
                                            "bool)): range over functions is not supported yet\n";
    QTest::newRow("package") << "import \"slices\""
                             << "prog.go:2:8: package slices is not supported yet\n";
    QTest::newRow("module") << "import \"example.com/x\""
                            << "prog.go:2:8: no required module provides package example.com/x: programs of several "
                               "modules are not supported\n";
}

void TestDiagnostics::unsupported() {
    QFETCH(QString, declaration);
    QFETCH(QString, message);
    const Checked program("package main\n" + declaration.toStdString() + "\n\nfunc main() {}\n", "prog.go",
                          {{"-", ""}});
    QCOMPARE(QString::fromStdString(program.messages()), message);
}

QTEST_APPLESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
