// The debug adapter, driven over its standard input and output as an editor drives it.
#ifndef Q_MOC_RUN
#include "compare/cause.h"
#include "session/rerun.h"
#endif

#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#undef signals // Qt's word, and a header's

using namespace unwind;

namespace {

/// A DAP client: sends requests, waits for the response or event that is asked for.
class Client {
public:
    Client() {
        m_process.start(UNWIND_PROGRAM, {"engine"});
        m_process.waitForStarted();
    }
    ~Client() {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000)) m_process.kill();
    }

    QJsonObject request(const QString& command, const QJsonObject& arguments = {}) {
        const int seq = ++m_seq;
        write(QJsonDocument(QJsonObject{{"seq", seq}, {"type", "request"}, {"command", command}, {"arguments", arguments}})
                  .toJson(QJsonDocument::Compact));
        return wait([&](const QJsonObject& m) { return m["type"] == "response" && m["request_seq"].toInt() == seq; });
    }
    QJsonObject event(const QString& name) {
        return wait([&](const QJsonObject& m) { return m["type"] == "event" && m["event"] == name; })["body"].toObject();
    }
    /// An event that came already.
    QJsonObject seen(const QString& name) const {
        for (const QJsonObject& m : m_seen)
            if (m["event"] == name) return m["body"].toObject();
        return {};
    }
    void write(const QByteArray& json) {
        m_process.write("Content-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json);
    }
    QString output(const QString& category) const {
        QString text;
        for (const QJsonObject& m : m_seen)
            if (m["event"] == "output" && m["body"].toObject()["category"] == category) text += m["body"].toObject()["output"].toString();
        return text;
    }
    void start(const QString& source, QJsonObject arguments, const QList<int>& breakpoints = {}) {
        request("initialize", {{"adapterID", "unwind"}});
        event("initialized");
        arguments["program"] = "/prog/main.go";
        arguments["source"] = source;
        m_launched = request("launch", arguments);
        QJsonArray lines;
        for (int line : breakpoints) lines.append(QJsonObject{{"line", line}});
        if (!breakpoints.isEmpty())
            m_set = request("setBreakpoints", {{"source", QJsonObject{{"path", "/prog/main.go"}}}, {"breakpoints", lines}});
        if (m_launched["success"].toBool()) request("configurationDone");
    }
    QJsonArray stack(int thread) { return request("stackTrace", {{"threadId", thread}})["body"].toObject()["stackFrames"].toArray(); }
    QJsonArray variables(int reference) {
        return request("variables", {{"variablesReference", reference}})["body"].toObject()["variables"].toArray();
    }
    const QJsonObject& launched() const { return m_launched; }
    const QJsonObject& breakpointsSet() const { return m_set; }

private:
    template <class Match>
    QJsonObject wait(Match match) {
        for (;;) {
            for (; m_next < m_seen.size(); ++m_next)
                if (match(m_seen[m_next])) return m_seen[m_next++];
            if (!readMore()) return {};
        }
    }
    bool readMore() {
        while (true) {
            int header = m_buffer.indexOf("\r\n\r\n");
            if (header >= 0) {
                int length = m_buffer.left(header).mid(15).trimmed().toInt();
                if (m_buffer.size() >= header + 4 + length) {
                    m_seen.append(QJsonDocument::fromJson(m_buffer.mid(header + 4, length)).object());
                    m_buffer.remove(0, header + 4 + length);
                    return true;
                }
            }
            if (!m_process.waitForReadyRead(30'000)) return false;
            m_buffer += m_process.readAllStandardOutput();
        }
    }

    QProcess m_process;
    QByteArray m_buffer;
    QList<QJsonObject> m_seen;
    qsizetype m_next = 0;
    int m_seq = 0;
    QJsonObject m_launched, m_set;
};

const QString kProgram = R"(package main

import "fmt"

type point struct{ x, y int }

func add(a, b int) int {
	sum := a + b
	return sum
}

func main() {
	p := point{3, 4}
	total := add(p.x, p.y)
	fmt.Println("total", total)
}
)";

const QString kWaiter = R"(package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	fmt.Println("ready")
	fmt.Println("got", <-c)
	fmt.Println("got", <-c)
}
)";

} // namespace

class TestAdapter : public QObject {
    Q_OBJECT
private slots:
    void runsToTheEnd() {
        Client client;
        client.start(kProgram, {});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 0);
        client.event("terminated");
        QCOMPARE(client.output("stdout"), QString("total 7\n"));
    }

    void signalsReachTheProgram() {
        Client client;
        client.start(kWaiter, {{"signals", QJsonArray{"SIGTERM@5ms"}}});
        QCOMPARE(client.event("output")["output"].toString(), QString("ready\n"));
        QCOMPARE(client.event("output")["output"].toString(), QString("got terminated\n"));
        // Nothing can run now, and that is no deadlock: the engine answers and the program goes on with the signal.
        QCOMPARE(client.request("threads")["body"].toObject()["threads"].toArray().size(), 2);
        QVERIFY(client.request("unwind/signal", {{"signal", "SIGUSR1"}})["success"].toBool());
        const QJsonObject none = client.request("unwind/signal", {{"signal", "SIGNONE"}});
        QVERIFY2(none["message"].toString().startsWith("There is no signal SIGNONE"), qPrintable(none["message"].toString()));
        client.request("pause");
        QCOMPARE(client.event("stopped")["reason"].toString(), QString("pause"));
        QVERIFY(client.request("unwind/signal", {{"signal", "SIGTERM"}})["success"].toBool());
        client.request("continue", {{"threadId", 1}});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 0);
        QCOMPARE(client.output("stdout"), QString("ready\ngot terminated\ngot terminated\n"));
        QVERIFY(!client.request("unwind/signal", {{"signal", "SIGTERM"}})["success"].toBool());
    }

    // What a person sent is in the recording, with its time: run again with it, the program does the same.
    void recordingTellsWhatAPersonSent() {
        Client client;
        QTemporaryDir folder;
        const QString path = folder.filePath("log");
        client.start(kWaiter, {{"signals", QJsonArray{"SIGTERM@5ms"}}, {"logPath", path}});
        client.event("output");
        client.event("output");
        client.request("unwind/signal", {{"signal", "SIGTERM"}});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 0);
        auto log = trace::LogReader::open(path.toStdString());
        QVERIFY(log);
        QCOMPARE((*log)->header().signals, std::vector<std::string>{"SIGTERM@5ms"});
        const trace::Header settings = compare::settingsOf(**log);
        QCOMPARE(settings.signals.size(), size_t{2});
        auto again = session::rerun(settings);
        QVERIFY(again);
        // An idle P may look for work once more or less; what the goroutines do, and when, is the same.
        auto done = [](const trace::LogReader& recording) {
            std::vector<std::tuple<Time, uint64_t, trace::Kind, std::array<uint64_t, trace::kMaxArgs>>> events;
            recording.forEach(0, recording.size(), [&](const trace::Event& e) {
                if (e.go) events.emplace_back(e.time, e.go.value, e.kind, e.args);
                return true;
            });
            return events;
        };
        QVERIFY(done(**log) == done(**again));
        QVERIFY(done(**log).size() > 100);
    }

    void signalsEndAProgramByDefault() {
        Client client;
        client.start(kProgram, {{"stopOnEntry", true}});
        client.event("stopped");
        client.request("unwind/signal", {{"signal", "TERM"}});
        client.request("continue", {{"threadId", 1}});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 143);
        QCOMPARE(client.output("stdout"), QString());
    }

    void stopsAtEntryAndSteps() {
        Client client;
        client.start(kProgram, {{"stopOnEntry", true}});
        QJsonObject stopped = client.event("stopped");
        QCOMPARE(stopped["reason"].toString(), QString("entry"));
        int thread = stopped["threadId"].toInt();
        QCOMPARE(client.stack(thread)[0].toObject()["line"].toInt(), 13);
        client.request("next", {{"threadId", thread}});
        client.event("stopped");
        QCOMPARE(client.stack(thread)[0].toObject()["line"].toInt(), 14);
        client.request("stepIn", {{"threadId", thread}});
        client.event("stopped");
        QJsonArray frames = client.stack(thread);
        QCOMPARE(frames[0].toObject()["name"].toString(), QString("main.add"));
        QCOMPARE(frames[0].toObject()["line"].toInt(), 8);
        QCOMPARE(frames[1].toObject()["line"].toInt(), 14);
        client.request("stepOut", {{"threadId", thread}});
        client.event("stopped");
        QCOMPARE(client.stack(thread)[0].toObject()["name"].toString(), QString("main.main"));
        client.request("continue", {{"threadId", thread}});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 0);
    }

    void stopsAtBreakpointAndShowsVariables() {
        Client client;
        client.start(kProgram, {{"stopOnEntry", true}}, {14});
        QJsonObject breakpoint = client.breakpointsSet()["body"].toObject()["breakpoints"].toArray()[0].toObject();
        QCOMPARE(breakpoint["verified"].toBool(), true);
        QCOMPARE(breakpoint["line"].toInt(), 14);
        client.event("stopped");
        client.request("continue", {{"threadId", 1}});
        QJsonObject stopped = client.event("stopped");
        QCOMPARE(stopped["reason"].toString(), QString("breakpoint"));
        int frame = client.stack(1)[0].toObject()["id"].toInt();
        int scope = client.request("scopes", {{"frameId", frame}})["body"].toObject()["scopes"].toArray()[0].toObject()["variablesReference"].toInt();
        QJsonObject p;
        for (const QJsonValue& v : client.variables(scope))
            if (v["name"] == "p") p = v.toObject();
        QCOMPARE(p["type"].toString(), QString("main.point"));
        QJsonArray fields = client.variables(p["variablesReference"].toInt());
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[1].toObject()["name"].toString(), QString("y"));
        QCOMPARE(fields[1].toObject()["value"].toString(), QString("4"));
    }

    void pausesAnEndlessLoop_data() {
        QTest::addColumn<QString>("body");
        QTest::newRow("counting") << "n := 0\n\tfor { n++ }";
        QTest::newRow("empty") << "for { }";
        QTest::newRow("waiting on the clock") << "for { time.Sleep(time.Millisecond) }";
    }
    void pausesAnEndlessLoop() {
        QFETCH(QString, body);
        Client client;
        client.start("package main\n\nimport \"time\"\n\nvar _ = time.Now\n\nfunc main() {\n\t" + body + "\n}\n",
                     {{"logBudget", 1 << 20}});
        client.request("pause", {{"threadId", 1}});
        QCOMPARE(client.event("stopped")["reason"].toString(), QString("pause"));
        QCOMPARE(client.stack(1).last().toObject()["name"].toString(), QString("main.main"));
        client.request("terminate");
        client.event("terminated");
    }

    void heldProgramWaitsAndStillPauses() {
        Client client;
        client.start("package main\n\nfunc main() {\n\tprintln(1)\n\tprintln(2)\n}\n", {{"stopOnEntry", true}});
        client.event("stopped");
        QVERIFY(client.request("unwind/hold", {{"hold", true}})["success"].toBool());
        client.request("continue", {{"threadId", 1}});
        client.request("pause");
        QCOMPARE(client.event("stopped")["reason"].toString(), QString("pause"));
        QCOMPARE(client.output("stderr"), QString());
        client.request("continue", {{"threadId", 1}});
        client.request("unwind/hold", {{"hold", false}});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 0);
        QCOMPARE(client.output("stderr"), QString("1\n2\n"));
    }

    void compileErrorsAreDiagnostics() {
        Client client;
        client.start("package main\n\nfunc main() {\n\tx := 1\n}\n", {});
        QVERIFY(!client.launched()["success"].toBool());
        QVERIFY2(client.launched()["message"].toString().endsWith("main.go:4:2: declared and not used: x"),
                 qPrintable(client.launched()["message"].toString()));
    }

    void warningsDoNotStopTheProgram() {
        Client client;
        client.start("package main\n\nfunc main() {\n\tdefer recover()\n}\n", {});
        const QJsonArray found = client.seen("unwind/diagnostics")["diagnostics"].toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0]["severity"].toString(), QString("warning"));
        QCOMPARE(found[0]["code"].toString(), QString("deferrecover"));
        QCOMPARE(found[0]["line"].toInt(), 4);
        QVERIFY(found[0]["explanation"].toString().startsWith("recover must be called by the deferred function"));
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 0);
    }

    void restartRunsAgainWithOtherOptions() {
        Client client;
        client.start("package main\n\nfunc f() { println(recover() == nil) }\n\nfunc main() {\n\tf()\n}\n", {});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 0);
        client.request("restart", {{"arguments", QJsonObject{{"profile", "article-1.25"}}}});
        QCOMPARE(client.event("exited")["exitCode"].toInt(-1), 2);
        QVERIFY2(client.output("stderr").contains("recover called outside deferred function"),
                 qPrintable(client.output("stderr")));
    }

    void nonsenseIsRefusedAndTheEngineLives() {
        Client client;
        client.write("{not json");
        client.write("[1,2]");
        QCOMPARE(client.request("fly")["success"].toBool(true), false);
        QCOMPARE(client.request("setBreakpoints")["success"].toBool(true), false);
        QCOMPARE(client.request("continue")["success"].toBool(true), false);
        QCOMPARE(client.request("threads")["success"].toBool(), true);
        QVERIFY(client.request("launch", {{"program", "/none/x.go"}})["message"].toString().contains("can not be read"));
        QCOMPARE(client.request("disconnect")["success"].toBool(), true);
    }
};

QTEST_GUILESS_MAIN(TestAdapter)
#include "tst_adapter.moc"
