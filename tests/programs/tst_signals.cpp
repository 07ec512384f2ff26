// Signals planned on the command line or in a file's header, as a person meets them. Real Go's exit codes, as a shell tells them.
#include <QtTest>

#include <QProcess>
#include <QTemporaryDir>

namespace {

const QByteArray kSleeper = R"(package main

import (
	"fmt"
	"time"
)

func main() {
	defer fmt.Println("deferred")
	fmt.Println("sleeps")
	time.Sleep(3 * time.Second)
	fmt.Println("awake")
}
)";

const QByteArray kHandler = R"(package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	start := time.Now()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, os.Interrupt)
	for range 2 {
		s := <-c
		fmt.Println(s, "after", time.Since(start).Round(time.Millisecond))
	}
}
)";

} // namespace

class TestSignals : public QObject {
    Q_OBJECT

    struct Ran {
        int exitCode = -1;
        QString out, err;
    };
    QTemporaryDir m_dir;

    Ran unwind(const QByteArray& source, QStringList words) {
        QFile file(m_dir.filePath("main.go"));
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(source);
        file.close();
        QProcess process;
        process.start(UNWIND_PROGRAM, words << file.fileName());
        if (!process.waitForFinished(60'000)) return {-1, "", "did not end"};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private slots:
    void byDefault_data() {
        QTest::addColumn<QString>("signal");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("faults");
        for (auto [signal, code] : {std::pair{"SIGHUP", 129}, {"SIGINT", 130}, {"SIGKILL", 137}, {"TERM", 143}})
            QTest::newRow(signal) << signal << code << "";
        QTest::newRow("SIGQUIT") << "SIGQUIT" << 2 << "SIGQUIT: quit\n\ngoroutine 1 [sleep]:\nmain.main()\n";
        QTest::newRow("SIGABRT") << "SIGABRT" << 2 << "SIGABRT: abort\n\ngoroutine 1 [sleep]:\nmain.main()\n";
        for (const char* harmless : {"SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGCHLD", "SIGURG", "SIGWINCH"})
            QTest::newRow(harmless) << harmless << 0 << "";
    }
    void byDefault() {
        QFETCH(QString, signal);
        QFETCH(int, exitCode);
        QFETCH(QString, faults);
        Ran ran = unwind(kSleeper, {"run", "--signal", signal + "@2s"});
        QCOMPARE(ran.exitCode, exitCode);
        QCOMPARE(ran.out, exitCode ? QString("sleeps\n") : QString("sleeps\nawake\ndeferred\n"));
        QVERIFY2(ran.err.left(faults.size()) == faults && ran.err.isEmpty() == faults.isEmpty(), qPrintable(ran.err));
    }

    void busyProgramsAreInterrupted() {
        Ran ran = unwind("package main\n\nfunc main() {\n\tfor {\n\t}\n}\n", {"run", "--procs", "1", "--signal", "SIGTERM@5ms"});
        QCOMPARE(ran.exitCode, 143);
    }

    void arriveAtTheirTime() {
        Ran ran = unwind(kHandler, {"run", "--signal", "SIGTERM@250ms", "--signal", "SIGINT@0.1s"});
        QCOMPARE(ran.err, QString());
        QCOMPARE(ran.out, QString("interrupt after 100ms\nterminated after 250ms\n"));
        Ran header = unwind("//unwind:signal SIGTERM@1s\n//unwind:signal SIGTERM@2s\n" + kHandler, {"run"});
        QCOMPARE(header.out, QString("terminated after 1s\nterminated after 2s\n"));
        Ran printed = unwind("//unwind:signal SIGTERM@1s\n//unwind:signal SIGTERM@2s\n" + kHandler, {"print"});
        QCOMPARE(printed.out.count(QRegularExpression("1000000\\.000us +P\\d +- +Signal +number=15 name=\"SIGTERM\" action=Notified")), 1);
    }

    void neverComing() {
        Ran waits = unwind(kHandler, {"run", "--signal", "SIGTERM@1s"});
        QCOMPARE(waits.exitCode, 2);
        QVERIFY2(waits.err.startsWith("fatal error: all goroutines wait for a signal, and none is planned"), qPrintable(waits.err));
        Ran deadlock = unwind("package main\n\nfunc main() { select {} }\n", {"run", "--signal", "SIGTERM@1s"});
        QVERIFY2(deadlock.err.startsWith("fatal error: all goroutines are asleep - deadlock!"), qPrintable(deadlock.err));
    }

    void wronglyPlanned() {
        for (const char* text : {"SIGTERM", "SIGTERM@", "SIGTERM@2", "SIGTERM@2h", "SIGTERM@-1s", "SIGTERM@x"}) {
            Ran ran = unwind(kSleeper, {"run", "--signal", text});
            QCOMPARE(ran.exitCode, 1);
            QCOMPARE(ran.err, QString("unwind: A signal is planned as SIGTERM@2s or SIGINT@150ms, not \"%1\".\n").arg(text));
        }
        QVERIFY(unwind(kSleeper, {"run", "--signal", "SIGSTOP@1s"}).err.startsWith("unwind: There is no signal SIGSTOP to send"));
    }
};

QTEST_GUILESS_MAIN(TestSignals)
#include "tst_signals.moc"
