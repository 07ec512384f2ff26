// The course as a person goes through it, in both languages, on the real engine: text, predictions wrong and right, links that
// seek, progress that outlives the window, another profile, a teacher's own file.
#include "app/window/banner.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"
#include "widgets/common/text.h"
#include "widgets/lessons/lessonlist.h"
#include "widgets/lessons/lessonpage.h"
#include "widgets/lessons/lessonsdock.h"
#include "widgets/lessons/lessontext.h"
#include "widgets/lessons/predictioncard.h"
#include "widgets/source/sourcepanel.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;
using namespace unwind::widgets;

class TestLessons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void walkTheCourse_data();
    void walkTheCourse();
    void otherRulesOtherAnswers();
    void languageKeepsThePlace();
    void progressOutlivesTheWindow();
    void unansweredIsNotRight();
    void teachersFile();
    void closingRestoresThePanels();

private:
    template <class T>
    T* find(const char* name) {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    void openWindow(const QString& language);
    void click(const char* name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void openLesson(const QString& id);
    void run();
    void answer(bool right);
    QStringList feedback() const;
    QStringList links() const;
    void follow(const QString& link);
    LessonsDock* dock() { return find<LessonsDock>("lessonsDock"); }
    Cursor* cursor() { return m_window->session()->cursor(); }

    std::unique_ptr<MainWindow> m_window;
};

namespace {

const lesson::Lesson& lessonOf(const LessonsDock* dock) { return dock->page()->file().lesson; }

bool hasChinese(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

void TestLessons::initTestCase() {
    QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("unwind"), QStringLiteral("unwind")).clear();
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
}

void TestLessons::init() { openWindow(QStringLiteral("en")); }

void TestLessons::cleanup() { m_window.reset(); }

void TestLessons::openWindow(const QString& language) {
    m_window.reset();
    applyLanguage(language);
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->resize(1280, 800);
    m_window->resetLayout();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

// From the gallery, as a person comes: the button, then the row.
void TestLessons::openLesson(const QString& id) {
    m_window->showGallery();
    click("galleryLessons");
    if (dock()->page()) dock()->showList();
    auto* list = find<LessonList>("lessonList");
    QTRY_VERIFY(list->isVisible());
    for (int row = 0; row < dock()->entries().size(); ++row) {
        if (dock()->entries()[row].id != id) continue;
        list->scrollToItem(list->item(row));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
    }
    QVERIFY(dock()->page());
    QCOMPARE(dock()->page()->file().id, id);
}

void TestLessons::run() {
    click("lessonRunButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->state(), Session::State::Finished, 20000);
    for (PredictionCard* card : dock()->page()->predictions()) QTRY_VERIFY_WITH_TIMEOUT(card->isJudged(), 20000);
}

void TestLessons::answer(bool right) {
    const auto predictions = lessonOf(dock()).predictions();
    for (int i = 0; i < int(predictions.size()); ++i) {
        const auto& choices = predictions[size_t(i)]->choices;
        const auto wanted = std::find_if(choices.begin(), choices.end(), [right](const lesson::Choice& c) { return c.reference == right; });
        const QString name = QStringLiteral("choice:%1").arg(wanted - choices.begin());
        dock()->page()->predictions()[i]->findChild<QAbstractButton*>(name)->click();
    }
}

QStringList TestLessons::feedback() const {
    QStringList list;
    for (const PredictionCard* card : m_window->findChild<LessonsDock*>()->page()->predictions()) list << card->feedback();
    return list;
}

QStringList TestLessons::links() const {
    QStringList list;
    for (const LessonText* text : m_window->findChildren<LessonText*>())
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (it.fragment().charFormat().isAnchor()) list << it.fragment().charFormat().anchorHref();
    list.removeDuplicates();
    return list;
}

void TestLessons::follow(const QString& link) {
    auto* text = find<LessonText>("lessonText");
    QVERIFY(text);
    Q_EMIT text->anchorClicked(QUrl(link));
}

void TestLessons::walkTheCourse_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("id");
    for (const char* language : {"en", "zh_CN"})
        for (const CourseEntry& entry : course(QLatin1String(language)))
            QTest::addRow("%s %s", language, qPrintable(entry.id)) << QString::fromLatin1(language) << entry.id;
}

void TestLessons::walkTheCourse() {
    QFETCH(QString, language);
    QFETCH(QString, id);
    openWindow(language);
    openLesson(id);
    // The text is there, in the language; the program is shown and has not run.
    auto* title = find<QLabel>("lessonTitle");
    QCOMPARE(title->text(), QString::fromStdString(lessonOf(dock()).title));
    QCOMPARE(hasChinese(title->text()) || hasChinese(find<LessonText>("lessonText")->toPlainText()), language == QLatin1String("zh_CN"));
    for (const LessonText* text : m_window->findChildren<LessonText*>()) {
        QVERIFY2(!text->toPlainText().contains(QStringLiteral("**")), qPrintable(text->toPlainText()));
        QVERIFY(!text->isVisible() || text->height() >= 12);
    }
    QCOMPARE(find<SourcePanel>("sourcePanel")->programText(), QString::fromStdString(dock()->page()->file().program.text));
    QVERIFY(!cursor()->recording());
    // A link to a moment says that the program must run first. Some lessons have theirs only in the answers.
    const QStringList moments = links().filter(QRegularExpression(QStringLiteral("^unwind:event/")));
    if (!moments.isEmpty()) {
        follow(moments.first());
        QVERIFY(!dock()->page()->hint().isEmpty());
    }
    // Wrong answers: nothing is said before the run, and what really happened after it.
    answer(false);
    QCOMPARE(feedback().join(QString()), QString());
    run();
    QVERIFY(dock()->page()->hint().isEmpty());
    for (const QString& words : feedback()) QVERIFY2(words.startsWith(QStringLiteral("✗")), qPrintable(words));
    // Every link seeks the one cursor to an event of its kind.
    int sought = 0;
    for (const QString& link : links()) {
        if (!link.startsWith(QLatin1String("unwind:event/"))) continue;
        cursor()->moveTo(0);
        follow(link);
        QVERIFY2(cursor()->event(), qPrintable(link));
        QCOMPARE(widgets::fromUtf8(trace::kindName(cursor()->event()->kind)), link.section(QLatin1Char('/'), 1, 1));
        ++sought;
    }
    QVERIFY(sought >= int(lessonOf(dock()).predictions().size()));
    // Right answers.
    answer(true);
    QCOMPARE(feedback().join(QString()), QString());
    run();
    for (const QString& words : feedback()) QVERIFY2(words.startsWith(QStringLiteral("✓")), qPrintable(words));
    const int asked = int(lessonOf(dock()).predictions().size());
    click("lessonListButton");
    QTRY_VERIFY(!dock()->page());
    auto* list = find<LessonList>("lessonList");
    for (int row = 0; row < dock()->entries().size(); ++row)
        if (dock()->entries()[row].id == id)
            QVERIFY(list->item(row)->data(Qt::AccessibleTextRole).toString().endsWith(LessonList::progressText({true, true, asked, asked})));
}

void TestLessons::otherRulesOtherAnswers() {
    openLesson(QStringLiteral("14-goexit-intercepted"));
    answer(true);
    run();
    QVERIFY(feedback().first().startsWith(QStringLiteral("✓")));
    QCOMPARE(m_window->session()->recording()->log().header().profile, std::string("article-1.25"));
    follow(QStringLiteral("unwind:run/go1.25"));
    QTRY_VERIFY_WITH_TIMEOUT(dock()->page()->predictions().first()->isJudged(), 20000);
    QCOMPARE(m_window->session()->recording()->log().header().profile, std::string("go1.25"));
    QVERIFY2(feedback().first().startsWith(QStringLiteral("✗")), qPrintable(feedback().first()));
    QVERIFY(!feedback().first().contains(QStringLiteral("Under this profile"))); // the reason belongs to the other run
    follow(QStringLiteral("unwind:event/GoexitIntercepted/1"));
    QCOMPARE(dock()->page()->hint(), QStringLiteral("In this run there is no such moment."));
}

void TestLessons::languageKeepsThePlace() {
    openLesson(QStringLiteral("10-goexit-is-not-a-panic"));
    answer(true);
    run();
    const QList<int> choices = dock()->page()->choices();
    m_window->setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(hasChinese(find<QLabel>("lessonTitle")->text()));
    QCOMPARE(dock()->page()->choices(), choices);
    for (const QString& words : feedback()) QVERIFY2(words.startsWith(QStringLiteral("✓ 正确")), qPrintable(words));
    QVERIFY(cursor()->recording());
    m_window->setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(!hasChinese(find<QLabel>("lessonTitle")->text()));
}

void TestLessons::progressOutlivesTheWindow() {
    QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("unwind"), QStringLiteral("unwind")).clear();
    openWindow(QStringLiteral("en"));
    openLesson(QStringLiteral("02-last-in-first-out"));
    answer(true);
    run();
    click("lessonNextButton");
    QTRY_COMPARE(dock()->page()->file().id, QStringLiteral("03-defer-and-results"));
    openWindow(QStringLiteral("zh_CN")); // the language does not matter: a lesson is a lesson
    click("galleryLessons");
    auto* list = find<LessonList>("lessonList");
    auto facts = [&](int row) { return list->item(row)->data(Qt::AccessibleTextRole).toString().section(QStringLiteral(", "), 1); };
    QCOMPARE(facts(0), QString());
    QCOMPARE(facts(1), LessonList::progressText({true, true, 2, 2}));
    QCOMPARE(facts(2), LessonList::progressText({.opened = true}));
    QVERIFY(dock()->count().contains(QLatin1Char('1')));
}

void TestLessons::unansweredIsNotRight() {
    openLesson(QStringLiteral("01-what-defer-stores"));
    dock()->page()->predictions().first()->findChild<QAbstractButton*>(QStringLiteral("choice:0"))->click();
    run();
    QVERIFY(feedback()[0].startsWith(QStringLiteral("✓")));
    QVERIFY2(feedback()[1].startsWith(QStringLiteral("You made no prediction.")), qPrintable(feedback()[1]));
}

void TestLessons::teachersFile() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.md"));
    auto write = [&](const QByteArray& text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
    };
    QVERIFY(write("---\ntitle: Mine\n---\n```predict\nDoes it panic?\n* yes\n  when PanicBegins\n- no\n  when no PanicBegin\n```\n"));
    m_window->openFile(path);
    auto* banner = m_window->findChild<Banner*>();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->sentence(), QStringLiteral("mine.md:7: In the condition: there is no event \"PanicBegins\"; PanicBegin is meant, perhaps."));
    QVERIFY(write("---\ntitle: Mine\n---\nSee [it](unwind:event/PanicBegin/1).\n```predict\nDoes it panic?\n* yes\n  when PanicBegin\n"
                  "- no\n  when no PanicBegin\n```\n```go demo\npackage main\n\nfunc main() { panic(1) }\n```\n"));
    m_window->openFile(path);
    QVERIFY(!banner->isVisible());
    QVERIFY(dock()->isVisible());
    QCOMPARE(find<QLabel>("lessonTitle")->text(), QStringLiteral("Mine"));
    QVERIFY(!find<QAbstractButton>("lessonNextButton")->isVisible());
    answer(true);
    run();
    QVERIFY(feedback().first().startsWith(QStringLiteral("✓")));
    follow(QStringLiteral("unwind:event/PanicBegin/1"));
    QCOMPARE(cursor()->event()->kind, trace::Kind::PanicBegin);
}

void TestLessons::closingRestoresThePanels() {
    m_window->findChild<QAction*>(QStringLiteral("actionLessons"))->trigger();
    QVERIFY(dock()->isVisible());
    auto* goroutines = find<QDockWidget>("goroutinesDock");
    auto* stage = find<QMainWindow>("stage");
    QVERIFY(!stage->tabifiedDockWidgets(goroutines).isEmpty());
    click("lessonsCloseButton");
    QVERIFY(!dock()->isVisible());
    QVERIFY(stage->tabifiedDockWidgets(goroutines).isEmpty());
    QVERIFY(goroutines->isVisible());
}

QTEST_MAIN(TestLessons)
#include "tst_lessons.moc"
