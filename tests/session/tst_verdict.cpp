// The card of every recover() of the truth table, against what the language says; what recover answers there stands in
// recover_table.expected.json, as real Go printed it. And what did not run, for each way a program can end.
#ifndef Q_MOC_RUN // moc can not read <concepts>
#include "session/header.h"
#include "session/load.h"
#include "session/run.h"
#include "state/notrun.h"
#include "state/timeline.h"
#include "state/verdict.h"
#endif

#include <QFile>
#include <QtTest>

using namespace unwind;
using state::VerdictCard;

namespace {

struct Recorded {
    std::unique_ptr<trace::LogWriter> writer;
    std::unique_ptr<trace::LogReader> log;
    std::string output;
};

Recorded record(std::string text, session::Options options = {}) {
    auto built = session::build({{"program.go", std::move(text), false}});
    if (!built.ok())
        qFatal("%s", session::formatDiagnostics(built).c_str());
    const auto profile = session::resolveProfile(options, "");
    auto writer = trace::LogWriter::create({.budget = size_t{64} << 20}, session::makeHeader(built.program, *profile, options));
    Recorded recorded{std::move(*writer), {}, {}};
    const auto code = session::run(built.program, *profile, options, recorded.writer.get(), [&](int fd, std::string_view bytes) {
        if (fd == 1)
            recorded.output += bytes;
    });
    if (!code)
        qFatal("%s", code.error().c_str());
    recorded.writer->finish();
    recorded.log = std::move(*trace::LogReader::open(recorded.writer->path()));
    return recorded;
}

std::vector<VerdictCard> cardsOf(const trace::LogReader& log) {
    std::vector<VerdictCard> cards;
    state::Snapshot before, now;
    log.forEach(0, log.size(), [&](const trace::Event& e) {
        if (e.kind == trace::Kind::RecoverCall)
            before = now;
        state::fold(now, e);
        if (auto card = state::verdictCard(log, e, before, now))
            cards.push_back(std::move(*card));
        return true;
    });
    return cards;
}

QStringList notRunOf(const trace::LogReader& log) {
    state::Snapshot end;
    log.forEach(0, log.size(), [&](const trace::Event& e) {
        state::fold(end, e);
        return true;
    });
    QStringList lines;
    for (const state::NotRun& entry : state::notRun(log, end))
        lines << QString::fromStdString(state::notRunText(log, entry));
    return lines;
}

QString answer(const trace::LogReader& log, const VerdictCard& card, std::string_view label) {
    for (const VerdictCard::Row& row : card.rows) {
        if (row.label.code == label)
            return QString::fromStdString(state::sentence(log, row.answer));
    }
    return {};
}

std::string tableText() {
    QFile file(UNWIND_SOURCE_DIR "/tests/programs/recover_table.go");
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT
private slots:
    void truthTable();
    void goexitUnderOtherRules();
    void cardAsText();
    void notRun_data();
    void notRun();
    void everythingRan();
    void builtinsAreCalledByName();
};

/// The cases run one after the other, each with one call marked "probe": its card must say what the case's name means.
void TestVerdict::truthTable() {
    const std::string text = tableText();
    QVERIFY(!text.empty());
    const QStringList source = QString::fromStdString(text).split('\n');
    const Recorded recorded = record(text);
    const QStringList cases = QString::fromStdString(recorded.output).split('\n', Qt::SkipEmptyParts);
    std::vector<VerdictCard> probes;
    for (VerdictCard& card : cardsOf(*recorded.log)) {
        if (source.value(int(card.at.line) - 1).endsWith("// probe"))
            probes.push_back(std::move(card));
    }
    QCOMPARE(qsizetype(probes.size()), cases.size());
    QVERIFY(cases.size() > 100);
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const QStringList name = cases[i].section(':', 0, 0).split(' ');
        const QString place = name[0], what = name[1];
        const VerdictCard& card = probes[size_t(i)];
        const bool panics = (what.contains("panic") && !what.startsWith("goexit")) || what == "fault";
        const bool again = name[2] == "true";
        const bool builtin = place.startsWith("defer-recover");
        const bool direct = place == "closure" || place == "named" || place == "method";
        const bool panicking = panics && !again;
        const bool goexiting = what.contains("goexit");
        const bool stops = panicking && (direct || place == "defer-recover-in-deferred");
        const char* context = qPrintable(cases[i] + '\n' + QString::fromStdString(state::cardText(*recorded.log, card, "")));
        QVERIFY2(card.direct == (direct || place == "deferred-by-deferred"), context);
        QVERIFY2(card.isDeferredCall == builtin, context);
        QVERIFY2(bool(card.panicking) == panicking, context);
        QVERIFY2(card.goexiting == goexiting, context);
        QVERIFY2(bool(card.recovered) == (panics && again), context);
        QVERIFY2((card.value != "nil") == stops, context);
        if (stops && !builtin)
            QVERIFY2(cases[i].contains("value " + QString::fromStdString(card.value).remove('"')), context);
        QVERIFY2(card.resumeAt.isValid() == (stops && what != "panic-over-goexit"), context);
        QVERIFY2(card.resumeAt.isValid() == bool(card.resumeFunction), context);
        if (what == "panic" && stops)
            QCOMPARE(recorded.log->functionName(card.resumeFunction), std::string_view("main.panics"));
        QVERIFY2(!card.sentence.rule.empty(), context);
    }
}

/// The rules of the article: a Goexit seen, a Goexit cancelled, a call outside a deferred function refused.
void TestVerdict::goexitUnderOtherRules() {
    const std::string text = tableText();
    const auto count = [&](std::vector<std::string> rules, state::RecoverVerdict verdict, bool resumes) {
        session::Options options;
        options.rules = std::move(rules);
        const Recorded recorded = record(text, options);
        size_t found = 0;
        for (const VerdictCard& card : cardsOf(*recorded.log))
            found += card.verdict == verdict && card.resumeAt.isValid() == resumes && card.value != "nil";
        return found;
    };
    QVERIFY(count({"recover-during-goexit=observe"}, state::RecoverVerdict::GoexitObserved, false) >= 6);
    QVERIFY(count({"recover-during-goexit=intercept"}, state::RecoverVerdict::GoexitObserved, true) >= 6);
    const Recorded refused = record("package main\n\nfunc main() {\n\tdefer func() { recover() }()\n\trecover()\n}\n",
                                    {.rules = {"recover-outside-deferred=runtime-error"}});
    const std::vector<VerdictCard> cards = cardsOf(*refused.log);
    QCOMPARE(cards.size(), size_t(2));
    QCOMPARE(answer(*refused.log, cards[0], "card.value.label"), QString("nothing: it raises a run-time error"));
    QVERIFY(cards[0].sentence.rule.starts_with("recover-outside-deferred=runtime-error"));
    QVERIFY(cards[1].resumeAt.isValid());
}

void TestVerdict::cardAsText() {
    const Recorded recorded = record("package main\n\n"
                                     "func f() {\n"
                                     "\tdefer func() {\n"
                                     "\t\tprintln(recover())\n"
                                     "\t}()\n"
                                     "\tpanic(\"boom\")\n"
                                     "}\n\n"
                                     "func main() {\n"
                                     "\tf()\n"
                                     "}\n");
    const std::vector<VerdictCard> cards = cardsOf(*recorded.log);
    QCOMPARE(cards.size(), size_t(1));
    QCOMPARE(QString::fromStdString(state::cardText(*recorded.log, cards[0], "  ")),
             QString("  recover() returns \"boom\" and stops the panic: main.f.func1, which calls it, is itself a deferred "
                     "call run by this panic. main.f.func1 goes on to its end, then main.f returns to its caller.\n"
                     "    called by           main.f.func1, directly; it is a deferred function, stored by main.f\n"
                     "    runs because of     the panic \"boom\"\n"
                     "    panic in progress   yes: \"boom\"\n"
                     "    Goexit in progress  no\n"
                     "    already recovered   no\n"
                     "    returns             the value \"boom\"\n"
                     "    control resumes     when main.f.func1 is done: main.f returns to its caller, at program.go:8\n"
                     "    rule                see Go specification, Handling panics · runtime/panic.go, gorecover\n"));
}

void TestVerdict::notRun_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QStringList>("lines");
    const QString worker = "\tgo func() {\n\t\tdefer note(\"worker\")\n\t\tselect {}\n\t}()\n\truntime.Gosched()\n";
    const QString blocked = "G2 main.main.func1 at program.go:8:3: G2 had not ended: it ";
    const QString call = "G2 defer main.note at program.go:7:3: stored by G2, never made: ";
    QTest::newRow("main returned") << worker << QStringList()
                                   << QStringList{blocked + "waited (select (no cases)) when main returned.",
                                                  call + "main returned, and the program does not wait for others."};
    QTest::newRow("os.Exit") << worker + "\tdefer note(\"main\")\n\tos.Exit(3)\n" << QStringList()
                             << QStringList{"G1 defer main.note at program.go:11:2: stored by G1, never made: G1 called "
                                            "os.Exit, which runs no deferred calls.",
                                            blocked + "waited (select (no cases)) when G1 called os.Exit.",
                                            call + "G1 called os.Exit, which runs no deferred calls."};
    QTest::newRow("panic of another goroutine")
        << worker + "\tpanic(\"boom\")\n" << QStringList()
        << QStringList{blocked + "waited (select (no cases)) when the panic of G1 ended the program (panic: boom).",
                       call + "nobody recovered the panic of G1 (panic: boom)."};
    QTest::newRow("fatal error") << worker + "\tvar mu sync.Mutex\n\tmu.Unlock()\n" << QStringList()
                                 << QStringList{blocked + "waited (select (no cases)) when the program died: fatal error: sync: "
                                                          "unlock of unlocked mutex.",
                                                call + "fatal error: sync: unlock of unlocked mutex, which runs no deferred calls."};
    QTest::newRow("deadlock") << worker + "\t<-make(chan int)\n" << QStringList()
                              << QStringList{"G1 main.main at program.go:11:2: G1 had not ended: it waits for ever (chan receive), "
                                             "nobody is left who could wake it.",
                                             blocked + "waits for ever (select (no cases)), nobody is left who could wake it.",
                                             call + "fatal error: all goroutines are asleep - deadlock!, which runs no deferred calls."};
    QTest::newRow("Goexit without deferred calls")
        << "\tdone := make(chan int)\n\tgo func() {\n\t\tdefer note(\"worker\")\n\t\tgo close(done)\n\t\truntime.Goexit()\n\t}()\n"
           "\t<-done\n\truntime.Gosched()\n"
        << QStringList{"goexit-runs-defers=no"}
        << QStringList{"G2 defer main.note at program.go:8:3: stored by G2, never made: under this profile "
                       "runtime.Goexit runs no deferred calls."};
}

void TestVerdict::notRun() {
    QFETCH(QString, body);
    QFETCH(QStringList, rules);
    QFETCH(QStringList, lines);
    session::Options options;
    options.procs = 1;
    for (const QString& rule : rules)
        options.rules.push_back(rule.toStdString());
    const QString text = "package main\n\nimport (\"os\"; \"runtime\"; \"sync\")\n\nfunc main() {\n" + body +
                         "}\n\nfunc note(what string) {}\n\nvar _, _, _ = os.Args, runtime.Gosched, sync.NewCond\n";
    const Recorded recorded = record(text.toStdString(), options);
    QCOMPARE(notRunOf(*recorded.log), lines);
}

void TestVerdict::everythingRan() {
    const Recorded recorded = record("package main\n\nfunc main() {\n\tdone := make(chan int)\n"
                                     "\tgo func() {\n\t\tdefer close(done)\n\t}()\n\t<-done\n\tfor range 1000 {\n\t}\n}\n",
                                     {.procs = 1});
    QCOMPARE(notRunOf(*recorded.log), QStringList());
}

void TestVerdict::builtinsAreCalledByName() {
    const Recorded recorded = record("package main\n\nimport \"os\"\n\nfunc main() {\n\tm := map[string]int{\"a\": 1}\n"
                                     "\tdefer delete(m, \"a\")\n\tdefer println(\"x\", 1)\n\tos.Exit(0)\n}\n");
    QStringList stored;
    recorded.log->forEach(0, recorded.log->size(), [&](const trace::Event& e) {
        if (e.kind == trace::Kind::DeferPush)
            stored << QString::fromUtf8(recorded.log->functionName(FuncId{uint32_t(e.args[1])}).data()) + '(' +
                          QString::fromStdString(std::string(recorded.log->string(e.args[4]))) + ')';
        return true;
    });
    QCOMPARE(stored, QStringList({"delete(map[string]int{\"a\": 1}, \"a\")", "println(\"x\", 1)"}));
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
