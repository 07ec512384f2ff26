#ifndef Q_MOC_RUN
#include "session/debugger.h"
#include "session/load.h"
#endif

#include <QtTest>

using namespace unwind;

class TestDebugger : public QObject {
    Q_OBJECT
private slots:
    void breakpointsMoveToTheNextStatement() {
        auto built = session::build({{"a.go", "package main\n\nfunc main() {\n\n\tprintln(1)\n\tprintln(2)\n}\n", false}});
        QVERIFY(built.ok());
        session::Debugger debugger(built.program);
        auto set = debugger.setBreakpoints("a.go", {4, 6, 40});
        QCOMPARE(set.size(), size_t(3));
        QCOMPARE(set[0].line, 5u);
        QCOMPARE(set[1].line, 6u);
        QCOMPARE(set[2].line, 0u);
        QCOMPARE(debugger.setBreakpoints("b.go", {5})[0].line, 0u);
    }
    void diagnosticsReadAsGoBuildPrintsThem() {
        auto built = session::build({{"a.go", "package main\n\nfunc main() {\n\tx := 1\n}\n", false}}, {}, true);
        QCOMPARE(QString::fromStdString(session::formatDiagnostics(built)), QString("./a.go:4:2: declared and not used: x\n"));
    }
    void onlyTenDiagnosticsAreShown() {
        std::string text = "package main\n\nfunc main() {\n";
        for (int i = 0; i < 12; ++i) text += "\tundefined" + std::to_string(i) + "()\n";
        auto built = session::build({{"a.go", text + "}\n", false}}, {}, true);
        QCOMPARE(built.errors.size(), size_t(12));
        QStringList lines = QString::fromStdString(session::formatDiagnostics(built)).split('\n');
        QCOMPARE(lines.size(), 12);
        QCOMPARE(lines[10], QString("too many errors"));
    }
};

QTEST_APPLESS_MAIN(TestDebugger)
#include "tst_debugger.moc"
