// The form of a lesson: what is read, which mistakes are reported and where, and what patterns and conditions mean on a log.
#ifndef Q_MOC_RUN
#include "lesson/demos.h"
#include "lesson/lesson.h"
#include "state/timeline.h"
#include "support/logbuilder.h"
#endif

#include <QtTest>

using namespace unwind;
using namespace unwind::lesson;
using trace::DeferWhy;
using trace::RecoverVerdict;
using unwind::test::LogBuilder;

namespace {

const std::string kHead = "---\ntitle: T\ndemo: 01-defer-order.go\n---\n";
const std::string kGoodAnswers = "* a\n  when PanicBegin\n- b\n  when no PanicBegin\n";

QString problemsOf(const std::string& text) {
    QStringList list;
    for (const Problem& p : parse(text).problems) list << QStringLiteral("%1: %2").arg(p.line).arg(QString::fromStdString(p.sentence));
    return list.join(QLatin1Char('\n'));
}

QString predict(const std::string& body) { return problemsOf(kHead + "Text.\n```predict\n" + body + "```\n"); }

Condition condition(const char* text) {
    auto parsed = parseCondition(text);
    if (!parsed) qFatal("%s: %s", text, parsed.error().c_str());
    return *parsed;
}

} // namespace

class TestLesson : public QObject {
    Q_OBJECT

private slots:
    void readsAWholeLesson();
    void keepsOrdinaryCodeBlocks();
    void reportsMistakes_data();
    void reportsMistakes();
    void anchors();
    void wrongAnchors_data();
    void wrongAnchors();
    void conditionsOnALog_data();
    void conditionsOnALog();
    void theLibraryDoesNotCount();
    void checkFindsWhatDoesNotHold();
    void findsPrograms();
};

void TestLesson::readsAWholeLesson() {
    const Parsed parsed = parse("---\ntitle: Who stops it?\ndemo: a.go\nprofile: go1.24\n---\n"
                                "See [there](unwind:event/PanicBegin/1).\n\n"
                                "```predict\nWhat is\nprinted?\n* one\n  line more\n  when PanicBegin count=1\n  when no Fatal\n"
                                "- two\n  when PanicBegin count=2\nbecause [so](unwind:event/DeferBegin/2?why=Panic)\nit is.\n```\n"
                                "```article 2.1\nIt says.\n---\nIt does, [here](unwind:run/go1.25).\n```\nThe end.\n");
    QVERIFY(parsed.problems.empty());
    const Lesson& lesson = parsed.lesson;
    QCOMPARE(lesson.title, std::string("Who stops it?"));
    QCOMPARE(lesson.profile, std::string("go1.24"));
    QCOMPARE(lesson.parts.size(), size_t(4));
    const Prediction& prediction = std::get<Prediction>(lesson.parts[1]);
    QCOMPARE(prediction.question, std::string("What is printed?"));
    QCOMPARE(prediction.choices.size(), size_t(2));
    QCOMPARE(prediction.choices[0].text, std::string("one line more"));
    QVERIFY(prediction.choices[0].reference && !prediction.choices[1].reference);
    QCOMPARE(prediction.choices[0].conditions.size(), size_t(2));
    QCOMPARE(prediction.choices[0].conditions[1].line, 14);
    QCOMPARE(prediction.because, std::string("[so](unwind:event/DeferBegin/2?why=Panic) it is."));
    const ArticleBox& box = std::get<ArticleBox>(lesson.parts[2]);
    QCOMPARE(box.section, std::string("2.1"));
    QCOMPARE(box.article, std::string("It says."));
    QCOMPARE(lesson.anchors.size(), size_t(2));
    QCOMPARE(lesson.anchors[1].line, 17);
    QCOMPARE(lesson.runs.size(), size_t(1));
    QCOMPARE(lesson.runs[0].profile, std::string("go1.25"));
}

void TestLesson::keepsOrdinaryCodeBlocks() {
    const Parsed parsed = parse("---\ntitle: T\n---\n```go\nx := \"](unwind:nothing)\"\n```\n```go demo\npackage main\n```\n");
    QVERIFY(parsed.problems.empty());
    QCOMPARE(std::get<Text>(parsed.lesson.parts[0]).markdown, std::string("```go\nx := \"](unwind:nothing)\"\n```\n"));
    QCOMPARE(parsed.lesson.program, std::string("package main\n"));
}

void TestLesson::reportsMistakes_data() {
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("wanted");
    auto row = [](const char* name, const QString& found, const char* wanted) { QTest::newRow(name) << found << QString::fromUtf8(wanted); };
    row("no head", problemsOf("# Title\n"), "1: A lesson begins with a line --- and its title and demo; write those first.");
    row("empty", problemsOf(""), "1: A lesson begins with a line --- and its title and demo; write those first.");
    row("open head", problemsOf("---\ntitle: T\n"),
        "1: The part between the two lines --- has no end; close it with a second line ---.");
    row("key", problemsOf("---\ntitel: T\n---\nText\n"), "2: There is no key \"titel\"; the keys are title, demo and profile.");
    row("twice", problemsOf("---\ntitle: T\ntitle: U\n---\nText\n"), "3: title is given twice.");
    row("no title", problemsOf("---\ndemo: x.go\n---\nText\n"), "1: The lesson has no title; write title: above the second line ---.");
    row("no program", problemsOf("---\ntitle: T\n---\nText\n"),
        "1: The lesson has no program; write demo: and a name above the second line ---, or a block ```go demo.");
    row("open block", problemsOf(kHead + "Text\n```predict\nQ?\n" + kGoodAnswers), "6: This block has no end; close it with a line ```.");
    row("no question", predict(kGoodAnswers), "6: The prediction asks no question; write it above the choices.");
    row("one answer", predict("Q?\n* a\n  when PanicBegin\n"), "6: A prediction needs two choices or more; a choice begins with * or -.");
    row("no right answer", predict("Q?\n- a\n  when PanicBegin\n- b\n  when Fatal\n"),
        "6: One choice begins with *, the answer that is right; here none does.");
    row("two right answers", predict("Q?\n* a\n  when PanicBegin\n* b\n  when Fatal\n"),
        "6: One choice begins with *, the answer that is right; here several do.");
    row("no condition", predict("Q?\n* a\n  when PanicBegin\n- b\n"),
        "10: Nothing tells when this choice is right; write a line \"when\" with a condition below it.");
    row("early condition", predict("when PanicBegin\nQ?\n" + kGoodAnswers),
        "7: This condition stands before the first choice; a choice begins with * or -.");
    row("unknown event", predict("Q?\n* a\n  when PanicBegins\n- b\n  when no PanicBegin\n"),
        "9: In the condition: there is no event \"PanicBegins\"; PanicBegin is meant, perhaps.");
    row("unknown name", predict("Q?\n* a\n  when DeferBegin wy=Panic\n- b\n  when no PanicBegin\n"),
        "9: In the condition: DeferBegin has no \"wy\"; it has defer, why, panic, func, in, line, go.");
    row("unknown value", predict("Q?\n* a\n  when DeferBegin why=Panicking\n- b\n  when no PanicBegin\n"),
        "9: In the condition: why of DeferBegin is never \"Panicking\"; it is one of Return, Panic, Goexit.");
    row("not a filter", predict("Q?\n* a\n  when DeferBegin Panic\n- b\n  when no PanicBegin\n"),
        "9: In the condition: \"Panic\" is not of the form name=value.");
    row("bad count", predict("Q?\n* a\n  when DeferBegin count=two\n- b\n  when no PanicBegin\n"),
        "9: In the condition: count takes a number, not \"two\".");
    row("open quote", predict("Q?\n* a\n  when PanicBegin value=\"x\n- b\n  when no PanicBegin\n"),
        "9: In the condition: a quotation mark is not closed.");
    row("no and count", predict("Q?\n* a\n  when no DeferBegin count=2\n- b\n  when no PanicBegin\n"),
        "9: In the condition: \"no\" and \"count\" do not go together.");
    row("article", problemsOf(kHead + "Text\n```article 1\nOnly this.\n```\n"),
        "6: An article block holds what the article says, a line ---, and what Go does.");
    row("two programs", problemsOf(kHead + "Text\n```go demo\npackage main\n```\n"),
        "6: The lesson names a demo already; it can not hold a program, too.");
    row("link", problemsOf(kHead + "[x](unwind:evnt/PanicBegin/1)\n"),
        "5: There is no link unwind:evnt/PanicBegin/1; write unwind:event/KIND/NUMBER or unwind:run/PROFILE.");
    row("link in a prediction", predict("Q [x](unwind:event/PanicBegin/0)?\n" + kGoodAnswers),
        "7: In the link unwind:event/PanicBegin/0: \"0\" is not a number from 1: a link to an event is unwind:event/KIND/NUMBER.");
}

void TestLesson::reportsMistakes() {
    QFETCH(QString, found);
    QFETCH(QString, wanted);
    QCOMPARE(found, wanted);
}

void TestLesson::anchors() {
    const auto anchor = parseAnchor("RecoverCall/2?verdict=NotDirect&value~a%20b&go=3");
    QVERIFY(anchor);
    QCOMPARE(anchor->nth, size_t(2));
    QCOMPARE(anchor->pattern.kind, trace::Kind::RecoverCall);
    QCOMPARE(anchor->pattern.filters.size(), size_t(3));
    QCOMPARE(anchor->pattern.filters[1].value, std::string("a b"));
    QVERIFY(anchor->pattern.filters[1].contains);
    QCOMPARE(anchor->pattern.filters[2].value, std::string("G3"));
}

void TestLesson::wrongAnchors_data() {
    QTest::addColumn<QString>("target");
    for (const char* target : {"PanicBegin", "PanicBegin/", "PanicBegin/x", "PanicBegin/1?", "Panik/1", "PanicBegin/1?line=here", "Output/1?line=3"})
        QTest::newRow(target) << QString::fromLatin1(target);
}

void TestLesson::wrongAnchors() {
    QFETCH(QString, target);
    QVERIFY(!parseAnchor(target.toStdString()));
}

namespace {

// main.main calls f; f defers func1 (line 12) and panics (15); func1 recovers (17).
void build(LogBuilder& b) {
    b.running(1).call(1, 0).call(2, 1).stmt(12).deferPush(1, 1, 3, "1, \"x y\"").stmt(15).panic(1, "\"boom\"");
    b.deferBegin(1, DeferWhy::Panic, 1).call(3, 2).recover(RecoverVerdict::Recovered, 1, "\"boom\"").ret(3, 2);
    b.deferEnd(1).recovered(1).ret(2, 1).event(trace::Kind::ProgramExit, {0, 0, 0});
}

struct Run {
    LogBuilder builder;
    std::unique_ptr<state::History> history;
    explicit Run(void (*fill)(LogBuilder&)) {
        fill(builder);
        history = std::make_unique<state::History>(builder.log());
        history->extend();
    }
    Evidence evidence() {
        return {builder.log(), [this](Seq count) { return history->at(count); }};
    }
};

} // namespace

void TestLesson::conditionsOnALog_data() {
    QTest::addColumn<bool>("holds");
    auto row = [](const char* condition, bool holds) { QTest::newRow(condition) << holds; };
    row("PanicBegin", true);
    row("Fatal", false);
    row("no Fatal", true);
    row("no PanicBegin", false);
    row("PanicBegin count=1", true);
    row("PanicBegin count=2", false);
    row("PanicBegin value~boom type=string", true);
    row("PanicBegin value=boom", false);
    row("PanicBegin value=\"\\\"boom\\\"\" kind=Value", true);
    row("DeferPush args~\"x y\"", true);
    row("DeferPush args~\"x  y\"", false);
    row("DeferPush func=f.func1 line=12", true);
    row("DeferBegin func=main.f.func1 line=12 why=Panic", true);
    row("DeferBegin func=f", false);
    row("DeferEnd line=12 how=Returned", true);
    row("RecoverCall in=f.func1 verdict=Recovered", true);
    row("RecoverCall in=f", false);
    row("PanicBegin in=f go=1 panic=1", true);
    row("PanicBegin go=2", false);
    row("PanicRecovered func=f line=18", true);
    row("first Stmt line=12", true);
    row("first Stmt line=15", false);
    row("last Stmt line=15", true);
    row("last Fatal", false);
    row("DeferPush before PanicBegin", true);
    row("RecoverCall before PanicBegin", false);
    row("PanicBegin before Fatal", false);
    row("ProgramExit code=0", true);
}

void TestLesson::conditionsOnALog() {
    QFETCH(bool, holds);
    Run run(build);
    QCOMPARE(run.evidence().holds(condition(QTest::currentDataTag())), holds);
}

void TestLesson::theLibraryDoesNotCount() {
    Run run([](LogBuilder& b) {
        b.running(1).call(1, 0).call(4, 1, 5);
        b.event(trace::Kind::DeferPush, {1, 4, 1, LogBuilder::at(7, 2, 2), b.text("")}).stmt(7, 2);
        b.event(trace::Kind::DeferBegin, {1, 0, 0}).event(trace::Kind::RecoverCall, {2, 0, b.text(""), 2, LogBuilder::at(8, 2, 2), 1, 0});
        b.event(trace::Kind::DeferEnd, {1, 0}).ret(4, 1);
    });
    for (const char* none : {"no DeferPush", "no DeferBegin", "no DeferEnd", "no RecoverCall", "no Stmt", "no Return",
                             "Call func=sync.(*Once).Do count=1", "DeferBegin std=yes count=1", "RecoverCall std=yes", "Stmt std=yes count=1"})
        QVERIFY2(run.evidence().holds(condition(none)), none);
}

void TestLesson::checkFindsWhatDoesNotHold() {
    const Parsed parsed = parse(kHead + "[a](unwind:event/PanicBegin/1) [b](unwind:event/PanicBegin/2)\n"
                                        "```predict\nQ?\n* a\n  when PanicBegin\n  when Fatal\n- b\n  when RecoverCall\n```\n");
    QVERIFY(parsed.problems.empty());
    Run run(build);
    const std::vector<Problem> problems = check(parsed.lesson, run.evidence());
    QCOMPARE(problems.size(), size_t(3));
    QCOMPARE(problems[0].line, 5);
    QCOMPARE(problems[0].sentence, std::string("The link leads to PanicBegin number 2, but the run has 1 of them."));
    QCOMPARE(problems[1].line, 10);
    QCOMPARE(problems[1].sentence, std::string("This condition of the right answer does not hold in the run."));
    QCOMPARE(problems[2].line, 11);
    QCOMPARE(problems[2].sentence, std::string("This answer counts as wrong, but what it says holds in the run."));
}

void TestLesson::findsPrograms() {
    Lesson lesson;
    lesson.demo = "01-defer-order.go";
    auto found = program(lesson, "", "x");
    QVERIFY(found);
    QVERIFY(found->text.find("package main") != std::string::npos);
    QTemporaryDir folder; // a file beside the lesson comes before a demo of that name
    QFile own(folder.filePath(QStringLiteral("01-defer-order.go")));
    QVERIFY(own.open(QIODevice::WriteOnly) && own.write("own") == 3);
    own.close();
    found = program(lesson, folder.path().toStdString(), "x");
    QVERIFY(found);
    QCOMPARE(found->text, std::string("own"));
    lesson.demo = "no-such.go";
    QVERIFY(!program(lesson, folder.path().toStdString(), "x"));
    lesson.program = "package main\n";
    found = program(lesson, "", "mine");
    QVERIFY(found);
    QCOMPARE(found->name, std::string("mine.go"));
}

QTEST_APPLESS_MAIN(TestLesson)
#include "tst_lesson.moc"
