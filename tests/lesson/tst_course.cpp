// The course that Unwind carries: every lesson is run, in both languages, and says and asks the same in both.
#ifndef Q_MOC_RUN
#include "lesson/lesson.h"
#endif

#include <QtTest>

using namespace unwind::lesson;

namespace {

const QString kFolder = QStringLiteral(UNWIND_SOURCE_DIR "/resources/lessons/");

QStringList names(const QString& language) { return QDir(kFolder + language).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name); }

QString read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Lesson lesson(const QString& language, const QString& name) {
    Parsed parsed = parse(read(kFolder + language + QLatin1Char('/') + name).toStdString());
    if (!parsed.problems.empty()) qFatal("%s:%d: %s", qPrintable(name), parsed.problems[0].line, parsed.problems[0].sentence.c_str());
    return std::move(parsed.lesson);
}

// All links of the scheme unwind:, sorted: a translation may turn sentences round.
QStringList links(const QString& language, const QString& name) {
    static const QRegularExpression link(QStringLiteral("\\]\\((unwind:[^)]*)\\)"));
    QStringList list;
    const QString text = read(kFolder + language + QLatin1Char('/') + name);
    for (auto it = link.globalMatch(text); it.hasNext();) list << it.next().captured(1);
    list.sort();
    return list;
}

struct Outcome {
    int code;
    QString output, errors;
};

Outcome runUnwind(const QStringList& words) {
    QProcess process;
    process.start(QStringLiteral(UNWIND_PROGRAM), words);
    if (!process.waitForFinished(60000)) return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestCourse : public QObject {
    Q_OBJECT

private slots:
    void thereIsACourse();
    void sameInBothLanguages_data() { addLessons(); }
    void sameInBothLanguages();
    void holdsInItsRun_data() { addLessons(); }
    void holdsInItsRun();
    void namesTheSectionWhereArticleAndGoDiffer();
    void reportsAWrongLesson();

private:
    void addLessons() {
        QTest::addColumn<QString>("name");
        for (const QString& name : names(QStringLiteral("en"))) QTest::newRow(qPrintable(name)) << name;
    }
};

void TestCourse::thereIsACourse() {
    QVERIFY(names(QStringLiteral("en")).size() >= 14);
    QCOMPARE(names(QStringLiteral("zh_CN")), names(QStringLiteral("en")));
}

void TestCourse::sameInBothLanguages() {
    QFETCH(QString, name);
    const Lesson english = lesson(QStringLiteral("en"), name), chinese = lesson(QStringLiteral("zh_CN"), name);
    QVERIFY(english.title != chinese.title);
    QCOMPARE(chinese.demo, english.demo);
    QCOMPARE(chinese.program, english.program);
    QCOMPARE(chinese.profile, english.profile);
    QCOMPARE(links(QStringLiteral("zh_CN"), name), links(QStringLiteral("en"), name));
    QCOMPARE(chinese.parts.size(), english.parts.size());
    const auto here = english.predictions(), there = chinese.predictions();
    QVERIFY(!here.empty());
    QCOMPARE(there.size(), here.size());
    for (size_t i = 0; i < here.size(); ++i) {
        QCOMPARE(there[i]->choices.size(), here[i]->choices.size());
        for (size_t c = 0; c < here[i]->choices.size(); ++c) {
            QVERIFY(there[i]->choices[c].conditions == here[i]->choices[c].conditions);
            QCOMPARE(there[i]->choices[c].reference, here[i]->choices[c].reference);
        }
    }
}

// Whatever the number of Ps: the lessons are about what the language promises, not about a schedule.
void TestCourse::holdsInItsRun() {
    QFETCH(QString, name);
    const QStringList files{kFolder + QStringLiteral("en/") + name, kFolder + QStringLiteral("zh_CN/") + name};
    for (const char* procs : {"1", "4"}) {
        const Outcome outcome = runUnwind(QStringList{"lesson", "--procs", procs, "check"} + files);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.errors));
        QCOMPARE(outcome.output.count(QStringLiteral("hold.\n")), 2);
    }
}

void TestCourse::namesTheSectionWhereArticleAndGoDiffer() {
    int boxes = 0;
    for (const QString& name : names(QStringLiteral("en")))
        for (const Part& part : lesson(QStringLiteral("en"), name).parts)
            if (const auto* box = std::get_if<ArticleBox>(&part)) {
                ++boxes;
                QVERIFY2(!box->section.empty(), qPrintable(name));
            }
    QVERIFY(boxes >= 6);
}

void TestCourse::reportsAWrongLesson() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.md"));
    auto check = [&](const QByteArray& text) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return Outcome{-1, {}, {}};
        file.write(text);
        file.close();
        return runUnwind({"lesson", "check", path});
    };
    const QByteArray head = "---\ntitle: T\n---\n[x](unwind:event/PanicBegin/1) [y](unwind:run/go9)\n";
    Outcome outcome = check(head + "```go demo\npackage main\n\nfunc main() {}\n```\n");
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.errors.contains(path + QStringLiteral(":4: The link leads to PanicBegin number 1, but the run has 0 of them.")),
             qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains(path + QStringLiteral(":4: There is no profile named go9")), qPrintable(outcome.errors));
    outcome = check(head + "```go demo\npackage main\n\nfunc main() { x }\n```\n");
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.errors.contains(QStringLiteral("mine.go:3:15")), qPrintable(outcome.errors));
    outcome = check("---\ntitle: T\ndemo: missing.go\n---\nText\n");
    QVERIFY2(outcome.errors.contains(QStringLiteral("There is no demo missing.go")), qPrintable(outcome.errors));
    outcome = runUnwind({"lesson", "check", folder.filePath(QStringLiteral("none.md"))});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.errors.contains(QStringLiteral("can not be read")));
    QCOMPARE(runUnwind({"lesson"}).code, 1);
}

QTEST_APPLESS_MAIN(TestCourse)
#include "tst_course.moc"
