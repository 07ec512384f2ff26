// The demos and the test programs, run as a person runs them, against what real Go printed (record.py).
#include <QtTest>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace {

struct Ran {
    int exitCode = -1;
    QString out, err;
};

Ran unwind(const QStringList& words) {
    QProcess process;
    process.start(UNWIND_PROGRAM, words);
    if (!process.waitForFinished(120'000)) return {-1, "", "did not end"};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// Standard error up to the first empty line, without the program counter that only a real machine has.
QStringList faults(const QString& err) {
    QStringList lines;
    for (const QString& line : err.split('\n')) {
        if (line.isEmpty()) break;
        lines << line.section(" pc=0x", 0, 0);
    }
    return lines;
}

} // namespace

class TestPrograms : public QObject {
    Q_OBJECT
private slots:
    void asRealGo_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("expected");
        const QString root = UNWIND_SOURCE_DIR;
        auto addFolder = [](const QString& programs, const QString& expected) {
            for (const QFileInfo& file : QDir(programs).entryInfoList({"*.go"}))
                QTest::newRow(qPrintable(file.completeBaseName()))
                    << file.filePath() << expected + "/" + file.completeBaseName() + ".expected.json";
        };
        addFolder(root + "/resources/demos", root + "/tests/programs/demos");
        addFolder(root + "/tests/programs", root + "/tests/programs");
    }
    void asRealGo() {
        QFETCH(QString, program);
        QFETCH(QString, expected);
        QFile file(expected);
        QVERIFY2(file.open(QIODevice::ReadOnly), "no recorded results: run record.py");
        QJsonObject wanted = QJsonDocument::fromJson(file.readAll()).object();
        Ran ran = unwind({"run", "--profile", "go1.25", program});
        QCOMPARE(ran.out, wanted["stdout"].toString());
        QCOMPARE(ran.exitCode, wanted["exitCode"].toInt());
        QStringList wantedFaults;
        for (const QJsonValue& line : wanted["faults"].toArray()) wantedFaults << line.toString();
        QCOMPARE(faults(ran.err), wantedFaults);
    }

    void articleProfilesDiffer() {
        const QString demos = QString(UNWIND_SOURCE_DIR) + "/resources/demos/";
        Ran intercepted = unwind({"run", demos + "20-goexit-intercepted.go"});
        QCOMPARE(intercepted.out,
                 QString("first recovered: true\nthe worker goes on: Goexit was intercepted\nmain ends\n"));
        Ran outside = unwind({"run", demos + "21-recover-outside.go"});
        QCOMPARE(outside.out, QString("error: runtime error: recover called outside deferred function\n"));
        Ran older = unwind({"run", "--profile", "go1.24", demos + "06-repanic-chain.go"});
        QCOMPARE(faults(older.err), QStringList({"panic: disk full [recovered]", "\tpanic: layer 3: disk full [recovered]",
                                                 "\tpanic: layer 3: disk full [recovered]",
                                                 "\tpanic: layer 1: layer 3: disk full"}));
    }

    void recordingsRepeat_data() {
        QTest::addColumn<QString>("program");
        for (const char* name : {"06-repanic-chain", "14-worker-pool", "17-work-stealing", "18-mutex-convoy"})
            QTest::newRow(name) << QString(UNWIND_SOURCE_DIR) + "/resources/demos/" + name + ".go";
    }
    void recordingsRepeat() {
        QFETCH(QString, program);
        QTemporaryDir dir;
        auto record = [&](const QString& name, const QString& seed) {
            unwind({"record", "--seed", seed, program, "-o", dir.filePath(name)});
            QFile file(dir.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QByteArray first = record("a.unwind", "1");
        QVERIFY(!first.isEmpty());
        QVERIFY(first == record("b.unwind", "1"));
        QVERIFY(first != record("c.unwind", "2"));
        QCOMPARE(unwind({"run", "--seed", "1", program}).out, unwind({"run", "--seed", "2", program}).out);
    }

    void faultsOfTheOutsideWorldAreOneSentence() {
        QTemporaryDir dir;
        Ran missing = unwind({"run", dir.filePath("none.go")});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY2(missing.err.contains("none.go can not be read: No such file or directory"), qPrintable(missing.err));
        Ran folder = unwind({"print", dir.path() + "/x.unwind"});
        QCOMPARE(folder.exitCode, 1);
        QCOMPARE(folder.err.count('\n'), 1);
        Ran option = unwind({"run", "--procs", "0", "x.go"});
        QVERIFY2(option.err.contains("--procs takes a number from 1 to 64"), qPrintable(option.err));
        Ran profile = unwind({"run", "--profile", "go9", UNWIND_SOURCE_DIR "/resources/demos/01-defer-order.go"});
        QVERIFY2(profile.err.contains("There is no profile named go9"), qPrintable(profile.err));
    }

    void runawayProgramsEnd_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("fault");
        QTest::newRow("goroutines") << "for { go func() { select {} }() }" << "fatal error: out of memory: 8192 goroutines are alive";
        QTest::newRow("memory") << "var s [][]int\n\tfor { s = append(s, make([]int, 1<<16)) }" << "fatal error: out of memory";
        QTest::newRow("stack") << "var f func(int) int\n\tf = func(n int) int { return f(n+1) + 1 }\n\tf(0)"
                               << "fatal error: stack overflow";
    }
    void runawayProgramsEnd() {
        QFETCH(QString, body);
        QFETCH(QString, fault);
        QTemporaryDir dir;
        QFile file(dir.filePath("runaway.go"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(("package main\n\nfunc main() {\n\t" + body + "\n}\n").toUtf8());
        file.close();
        Ran ran = unwind({"run", "--heap-limit", "8", file.fileName()});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.err.contains(fault + "\n"), qPrintable(ran.err.left(300)));
    }

    void compileErrorsAllReported() {
        QTemporaryDir dir;
        QFile file(dir.filePath("wrong.go"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("package main\n\nfunc main() {\n\tx := 1\n\tvar y int = \"a\"\n}\n");
        file.close();
        Ran ran = unwind({"vet", file.fileName()});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains(":4:2: declared and not used: x"), qPrintable(ran.err));
        QVERIFY2(ran.err.contains(":5:14: cannot use \"a\" (untyped string constant) as int value in variable declaration"),
                 qPrintable(ran.err));
        QVERIFY2(ran.err.contains(":5:6: declared and not used: y"), qPrintable(ran.err));
    }
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
