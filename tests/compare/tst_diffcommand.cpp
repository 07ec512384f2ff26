// unwind diff as a person uses it: what may stand on the command line, what is printed, how it exits.
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace {

struct Ran {
    int exitCode = -1;
    QString out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Ran unwind(const QStringList& words) {
    QProcess process;
    process.start(UNWIND_PROGRAM, words);
    if (!process.waitForFinished(60'000)) return {-1, "", "did not end"};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString demo(const QString& name) { return QString(UNWIND_SOURCE_DIR) + "/resources/demos/" + name + ".go"; }

} // namespace

class TestDiffCommand : public QObject {
    Q_OBJECT

private slots:
    void twoProfiles() {
        const Ran ran = unwind({"diff", demo("20-goexit-intercepted"), "--profile", "go1.25", "--profile", "article-1.25"});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.out.startsWith("go1.25 and article-1.25 part at 20-goexit-intercepted.go:13, in G2 (events #"), qPrintable(ran.out));
        QVERIFY(ran.out.contains("The cause: the rule recover-during-goexit is nil ("));
        QVERIFY(ran.out.contains("standard output in article-1.25"));
    }
    void asJson() {
        const Ran ran = unwind({"diff", "--json", demo("21-recover-outside"), "--profile", "go1.25", "--profile", "article-1.25"});
        QCOMPARE(ran.exitCode, 1);
        const QJsonObject json = ran.json();
        QCOMPARE(json["difference"].toString(), "behaviour");
        const QJsonObject divergence = json["divergence"].toObject();
        for (const char* side : {"a", "b"}) {
            QVERIFY(divergence[side]["file"].toString().endsWith("21-recover-outside.go"));
            QCOMPARE(divergence[side]["line"].toInt(), 10);
            QCOMPARE(divergence[side]["kind"].toString(), "RecoverCall");
        }
        const QJsonArray settings = divergence["cause"]["settings"].toArray();
        QCOMPARE(settings.size(), 1);
        QCOMPARE(settings[0]["rule"].toString(), "recover-outside-deferred");
        QCOMPARE(settings[0]["a"].toString(), "nil");
        QCOMPARE(settings[0]["b"].toString(), "runtime-error");
        QCOMPARE(json["b"]["panics"]["recovered"].toInt(), 1);
        QCOMPARE(json["a"]["exitCode"].toInt(), 0);
    }
    void noDifference() {
        const Ran ran = unwind({"diff", demo("03-recover-works"), "--profile", "go1.25", "--profile", "article-1.25"});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.out, "no difference\n");
        QCOMPARE(unwind({"diff", "--json", demo("03-recover-works"), "--profile", "go1.24"}).json()["difference"].toString(), "none");
    }
    // A rule counts for the profile before it; one that stands before all profiles counts for both.
    void rulesPerSide() {
        const QString file = demo("20-goexit-intercepted");
        const QStringList undoes{"--rule", "recover-during-goexit=nil", "--rule", "recover-outside-deferred=nil", "--rule", "goexit-status=direct"};
        const Ran second = unwind(QStringList{"diff", file, "--profile", "go1.25", "--profile", "article-1.25"} + undoes);
        QVERIFY2(!second.out.contains("recover-during-goexit is"), qPrintable(second.out));
        const Ran first = unwind(QStringList{"diff", file, "--profile", "go1.25", "--rule", "recover-during-goexit=intercept",
                                             "--profile", "go1.25"});
        QVERIFY2(first.out.startsWith("go1.25 with recover-during-goexit=intercept and go1.25 part at"), qPrintable(first.out));
        QCOMPARE(unwind({"diff", file, "--rule", "recover-during-goexit=observe", "--profile", "go1.25", "--profile", "go1.24"}).exitCode, 0);
        // The file asks for article-1.25 itself.
        const Ran own = unwind({"diff", file, "--rule", "recover-during-goexit=nil"});
        QCOMPARE(own.exitCode, 1);
        QVERIFY2(own.out.startsWith("article-1.25 and article-1.25 with recover-during-goexit=nil part at"), qPrintable(own.out));
    }
    void recordings() {
        QTemporaryDir folder;
        const QString a = folder.filePath("a.unwind"), b = folder.filePath("b.unwind"), kept = folder.filePath("kept.unwind");
        const QString file = demo("08-goexit-runs-defers");
        QCOMPARE(unwind({"record", file, "-o", a, "--profile", "go1.25"}).exitCode, 0);
        QCOMPARE(unwind({"record", file, "-o", b, "--profile", "go1.25", "--rule", "goexit-runs-defers=no"}).exitCode, 2);
        const Ran ran = unwind({"diff", a, b});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.out.contains("The cause: the rule goexit-runs-defers is yes ("), qPrintable(ran.out));
        QCOMPARE(unwind({"diff", a, a}).out, "no difference\n");
        // A recording against its own program under another profile, whose recording is kept.
        const Ran profile = unwind({"diff", a, "--profile", "go1.25", "--rule", "goexit-runs-defers=no", "-o", kept});
        QCOMPARE(profile.out, ran.out);
        QCOMPARE(unwind({"diff", b, kept}).out, "no difference\n");
    }
    // What a recording was told by signals it is told again, at the same virtual times.
    void recordingsWithSignals() {
        QTemporaryDir folder;
        const QString file = folder.filePath("waits.go");
        QFile source(file);
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write("package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"os/signal\"\n\t\"runtime\"\n\t\"syscall\"\n)\n\n"
                     "func main() {\n\tc := make(chan os.Signal, 1)\n\tsignal.Notify(c, syscall.SIGTERM)\n\tdone := make(chan bool)\n"
                     "\tgo func() {\n\t\tdefer close(done)\n\t\tdefer func() { fmt.Println(recover()) }()\n\t\t<-c\n\t\truntime.Goexit()\n"
                     "\t}()\n\t<-done\n}\n");
        source.close();
        auto record = [&](const char* name, const QStringList& words, int code) {
            const QString path = folder.filePath(name);
            const Ran ran = unwind(QStringList{"record", file, "-o", path, "--profile", "go1.25"} + words);
            return ran.exitCode == code ? path : ran.err;
        };
        const QString told = record("told.unwind", {"--signal", "SIGTERM@5ms"}, 0);
        const QString observes = record("observes.unwind", {"--signal", "SIGTERM@5ms", "--rule", "recover-during-goexit=observe"}, 0);
        const QString later = record("later.unwind", {"--signal", "SIGTERM@7ms"}, 0);
        const QString killed = record("killed.unwind", {"--signal", "SIGINT@5ms"}, 130);
        const Ran byRule = unwind({"diff", told, observes});
        QVERIFY2(byRule.out.contains("The cause: the rule recover-during-goexit is nil ("), qPrintable(byRule.out));
        QCOMPARE(unwind({"diff", told, later}).out, "no difference\n"); // what it does is the same
        const Ran bySignal = unwind({"diff", told, killed});
        QVERIFY2(bySignal.out.contains("The cause: signals is SIGTERM@5ms in go1.25"), qPrintable(bySignal.out));
        const QJsonArray settings = unwind({"diff", "--json", told, killed}).json()["divergence"].toObject()["cause"].toObject()["settings"].toArray();
        QCOMPARE(settings[0]["option"].toString(), "signals");
        QCOMPARE(settings[0]["b"].toString(), "SIGINT@5ms");
        // Its own program under another profile meets the same signal.
        QCOMPARE(unwind({"diff", told, "--profile", "go1.25"}).out, "no difference\n");
    }
    void faults_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        const QString file = demo("03-recover-works");
        QTest::newRow("nothing") << QStringList{} << "diff needs a program and two profiles";
        QTest::newRow("no profile") << QStringList{file} << "diff needs something to compare";
        QTest::newRow("three") << QStringList{file, "--profile", "go1.25", "--profile", "go1.24", "--profile", "go1.25"} << "more than two";
        QTest::newRow("no such profile") << QStringList{file, "--profile", "go1.25", "--profile", "go9"} << "There is no profile named go9";
        QTest::newRow("no such file") << QStringList{"no.go", "--profile", "go1.24"} << "no.go";
        QTest::newRow("no such recording") << QStringList{"no.unwind", "also-no.unwind"} << "no.unwind";
    }
    void faults() {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const Ran ran = unwind(QStringList{"diff"} + words);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
        QVERIFY(ran.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDiffCommand)
#include "tst_diffcommand.moc"
