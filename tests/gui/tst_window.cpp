// The window as a person uses it, on the real engine: gallery to stepping, forwards and back through a panic with every view
// looked at, breakpoints, a program that does not compile, another profile.
#include "app/window/gallery.h"
#include "app/window/mainwindow.h"
#include "app/window/playbackbar.h"
#include "app/window/theme.h"
#include "widgets/common/cards.h"
#include "widgets/common/text.h"
#include "widgets/deferstack/deferstackdock.h"
#include "widgets/explanation/explanationstrip.h"
#include "widgets/panicchain/panicchaindock.h"
#include "widgets/source/sourcepanel.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;

namespace {

const char* const kPanics = R"(package main

import "fmt"

func fails() (result int) {
	defer fmt.Println("first stored, runs last")
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		result = 7
	}()
	panic("boom")
}

func main() {
	fmt.Println("result:", fails())
}
)";

const char* const kValues = R"(package main

import (
	"errors"
	"fmt"
)

func main() {
	defer fmt.Println("leaving", 3)
	panic(errors.New("no disk"))
}
)";

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void galleryToStepping();
    void articleHasAGroupOfItsOwn();
    void everyDemoOpens();
    void throughAPanicAndBack();
    void everyPanicOfAChainIsShown();
    void valuesReadAsInGo();
    void docksKeepTheirSharesOfTheWindow();
    void sliderGoesWhereItIsClicked();
    void droppedFilesAreOpened();
    void hugeFilesAreRefused();
    void breakpointsStopTheProgram();
    void breakpointsMoveToTheNextStatement();
    void syntaxErrorIsShownInTheSource();
    void warningsAreShownAndTheProgramRuns();
    void profileChangeRunsAgain();
    void editAndRun();

private:
    Session* session() { return m_window->session(); }
    widgets::Cursor* cursor() { return session()->cursor(); }
    template <class T>
    T* find(const char* name) {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    void trigger(const char* action) { find<QAction>(action)->trigger(); }
    QString write(const QString& name, const QByteArray& text);
    void openAndFinish(const QString& path);
    QString output() const;
    static QStringList cards(const widgets::CardModel* model);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
    QVERIFY2(QFile::exists(EngineClient::enginePath()), qPrintable(EngineClient::enginePath()));
}

void TestWindow::init() {
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->resize(1280, 800);
    m_window->resetLayout();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWindow::cleanup() { m_window.reset(); }

QString TestWindow::write(const QString& name, const QByteArray& text) {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("can not write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestWindow::openAndFinish(const QString& path) {
    m_window->openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
}

QString TestWindow::output() const {
    QString text;
    const widgets::Recording* recording = m_window->session()->recording();
    recording->read([&](const state::History& history) {
        for (const state::OutputSpan& span : history.output()) text += widgets::fromUtf8(recording->log().string(span.text));
    });
    return text;
}

void TestWindow::galleryToStepping() {
    auto* card = find<QAbstractButton>("demo:01-defer-order.go");
    QVERIFY(card && card->isVisible());
    QTest::mouseClick(card, Qt::LeftButton); // the first click
    QTRY_VERIFY_WITH_TIMEOUT(session()->recording() && cursor()->count() > 0, 20000);
    const Seq before = cursor()->count();
    auto* line = find<QToolButton>("actionLineButton");
    QTRY_VERIFY(line->isEnabled());
    QTest::mouseClick(line, Qt::LeftButton); // the second steps
    QVERIFY(cursor()->count() > before);
    QTest::mouseClick(find<QToolButton>("actionLineBackButton"), Qt::LeftButton);
    QCOMPARE(cursor()->count(), before);
    QVERIFY(find<widgets::SourceEditor>("sourceEditor")->currentLine() > 0);
}

void TestWindow::articleHasAGroupOfItsOwn() {
    auto* gallery = find<Gallery>("gallery");
    auto* heading = gallery->findChild<QLabel*>(QStringLiteral("galleryArticleHeading"));
    QCOMPARE(heading->text(), QStringLiteral("The article"));
    for (const Demo& demo : demos()) {
        const auto* card = gallery->findChild<DemoCard*>(QStringLiteral("demo:") + demo.fileName);
        QVERIFY2(card, qPrintable(demo.fileName));
        QVERIFY2((demo.group == QLatin1String("article")) == (card->y() > heading->y()), qPrintable(demo.fileName));
        if (!demo.group.isEmpty()) QVERIFY2(demo.title.startsWith(QStringLiteral("§")) && !demo.profile.isEmpty(), qPrintable(demo.fileName));
    }
}

void TestWindow::everyDemoOpens() {
    for (const Demo& demo : demos()) {
        m_window->openDemo(demo);
        QTRY_VERIFY2_WITH_TIMEOUT(session()->state() == Session::State::Finished, qPrintable(demo.fileName), 30000);
        QVERIFY2(session()->recording() && session()->recording()->size() > 10, qPrintable(demo.fileName));
        QVERIFY2(cursor()->count() > 0, qPrintable(demo.fileName));
    }
}

void TestWindow::throughAPanicAndBack() {
    openAndFinish(write(QStringLiteral("panics.go"), kPanics));
    auto* defers = m_window->findChild<widgets::DeferStackDock*>();
    auto* panics = m_window->findChild<widgets::PanicChainDock*>();
    auto* strip = m_window->findChild<widgets::ExplanationStrip*>();
    auto* editor = find<widgets::SourceEditor>("sourceEditor");
    auto* goroutines = find<QTableView>("goroutinesView");
    auto* slider = find<QSlider>("positionSlider");
    struct Shown {
        QString defers, panics, sentence, goroutines;
        int line = 0, slider = 0;
        bool operator==(const Shown&) const = default;
    };
    auto look = [&] {
        Shown shown;
        for (const auto& card : defers->model()->cards()) shown.defers += widgets::cardText(card) + QLatin1Char('\n');
        for (const auto& card : panics->model()->cards()) shown.panics += widgets::cardText(card) + QLatin1Char('\n');
        shown.sentence = strip->sentence();
        for (int row = 0; row < goroutines->model()->rowCount(); ++row)
            for (int column = 0; column < goroutines->model()->columnCount(); ++column)
                shown.goroutines += goroutines->model()->index(row, column).data().toString() + QLatin1Char('|');
        shown.line = editor->currentLine();
        shown.slider = slider->value();
        return shown;
    };
    trigger("actionFirst");
    cursor()->select(GoId{1});
    cursor()->setFollows(false);
    QList<Shown> forward{look()};
    bool panicking = false, recovered = false, running = false;
    while (cursor()->count() < session()->recording()->size()) {
        trigger("actionEvent");
        forward << look();
        const Shown& now = forward.last();
        QCOMPARE(now.slider, int(cursor()->count()));
        QVERIFY(!now.sentence.isEmpty());
        const state::Goroutine* g = cursor()->selected();
        if (g) QCOMPARE(defers->model()->cards().isEmpty(), g->defers.empty());
        panicking |= now.panics.startsWith(QStringLiteral("UNWINDING | panic(\"boom\")"));
        recovered |= now.panics.startsWith(QStringLiteral("✓ RECOVERED | panic(\"boom\")"));
        running |= now.defers.contains(QStringLiteral("▶ RUNNING | fails.func1")) && now.defers.contains(QStringLiteral("because of panic"));
    }
    QVERIFY(panicking);
    QVERIFY(running);
    QVERIFY(recovered);
    for (qsizetype at = forward.size() - 1; at > 0; --at) {
        trigger("actionEventBack");
        QVERIFY(look() == forward[at - 1]);
    }
    QCOMPARE(output(), QStringLiteral("recovered: boom\nfirst stored, runs last\nresult: 7\n"));
}

QStringList TestWindow::cards(const widgets::CardModel* model) {
    QStringList texts;
    for (const widgets::Card& card : model->cards()) texts << widgets::cardText(card);
    return texts;
}

void TestWindow::everyPanicOfAChainIsShown() {
    openAndFinish(QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/06-repanic-chain.go"));
    trigger("actionLast");
    const QStringList chain = cards(m_window->findChild<widgets::PanicChainDock*>()->model());
    QCOMPARE(chain.size(), 4);
    QVERIFY(chain[0].startsWith(QStringLiteral("FATAL | panic(\"layer 1: layer 3: disk full\")")));
    QVERIFY(chain[1].contains(QStringLiteral("recovered, then overtaken by panic(\"layer 1: layer 3: disk full\")")));
    QVERIFY(chain[2].startsWith(QStringLiteral("RAISED AGAIN | panic(\"layer 3: disk full\")")));
    QVERIFY(chain[3].startsWith(QStringLiteral("✓ RECOVERED | panic(\"disk full\")")));
}

void TestWindow::valuesReadAsInGo() {
    openAndFinish(write(QStringLiteral("values.go"), kValues));
    auto* defers = m_window->findChild<widgets::DeferStackDock*>()->model();
    auto* panics = m_window->findChild<widgets::PanicChainDock*>()->model();
    auto* strip = m_window->findChild<widgets::ExplanationStrip*>();
    QVERIFY(strip->sentence().endsWith(QStringLiteral("values.go:9: defer fmt.Println(\"leaving\", 3)")));
    while (panics->cards().isEmpty()) trigger("actionEvent");
    QVERIFY(cards(panics).first().startsWith(QStringLiteral("UNWINDING | panic(\"no disk\") | *errors.errorString")));
    QVERIFY(cards(defers).first().contains(QStringLiteral("fmt.Println | (\"leaving\", 3)")));
    QVERIFY(strip->sentence().startsWith(QStringLiteral("G1 panics with \"no disk\":")));
}

void TestWindow::docksKeepTheirSharesOfTheWindow() {
    openAndFinish(write(QStringLiteral("panics.go"), kPanics));
    m_window->resetLayout();
    auto* defers = m_window->findChild<widgets::DeferStackDock*>();
    m_window->resize(1280, 800);
    QTRY_VERIFY(std::abs(defers->width() - 1280 * 28 / 100) < 8);
    m_window->resize(1900, 1000);
    QTRY_VERIFY(std::abs(defers->width() - 1900 * 28 / 100) < 8);
}

void TestWindow::sliderGoesWhereItIsClicked() {
    openAndFinish(QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/17-work-stealing.go"));
    auto* slider = find<QSlider>("positionSlider");
    QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
    const double share = double(cursor()->count()) / double(session()->recording()->size());
    QVERIFY2(share > 0.4 && share < 0.6, qPrintable(QString::number(share)));
}

void TestWindow::droppedFilesAreOpened() {
    openAndFinish(write(QStringLiteral("first.go"), kPanics));
    trigger("actionEdit"); // the editor must not take the file's name for text
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(QStringLiteral("dropped.go"), kValues))});
    auto* editor = find<widgets::SourceEditor>("sourceEditor");
    const QPoint at = editor->viewport()->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(editor->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(editor->viewport(), &drop);
    QCOMPARE(session()->program().name, QStringLiteral("dropped.go"));
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
}

void TestWindow::hugeFilesAreRefused() {
    QFile file(m_folder.filePath(QStringLiteral("huge.go")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(17 << 20));
    file.close();
    const QString before = session()->program().name;
    m_window->openFile(file.fileName());
    QCOMPARE(session()->program().name, before);
    QVERIFY(find<QLabel>("bannerSentence")->text().contains(QStringLiteral("17 MB")));
}

void TestWindow::breakpointsMoveToTheNextStatement() {
    const QString name = QStringLiteral("panics.go");
    session()->breakpoints()->setLines(name, {13, 14, 15});
    m_window->openFile(write(name, kPanics));
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Paused, 20000);
    QCOMPARE(session()->breakpoints()->lines(name), QSet<int>({16}));
    QCOMPARE(find<widgets::SourceEditor>("sourceEditor")->currentLine(), 16);
    session()->first();
    session()->runForward();
    QCOMPARE(find<widgets::SourceEditor>("sourceEditor")->currentLine(), 16);
    session()->breakpoints()->clear();
}

void TestWindow::breakpointsStopTheProgram() {
    const QString path = write(QStringLiteral("panics.go"), kPanics);
    session()->breakpoints()->toggle(QStringLiteral("panics.go"), 9);
    m_window->openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Paused, 20000);
    QCOMPARE(session()->stopReason(), QStringLiteral("breakpoint"));
    QCOMPARE(cursor()->count(), session()->recording()->size());
    QCOMPARE(find<widgets::SourceEditor>("sourceEditor")->currentLine(), 9);
    auto* variables = find<QTreeView>("variablesView");
    QTRY_VERIFY_WITH_TIMEOUT(variables->model()->rowCount() > 0, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(variables->model()->rowCount(variables->model()->index(0, 0)) > 0, 5000);
    // A step at the end of what was recorded asks the engine to go on.
    const Seq before = session()->recording()->size();
    trigger("actionLine");
    QTRY_VERIFY_WITH_TIMEOUT(session()->state() == Session::State::Paused && session()->recording()->size() > before, 5000);
    QCOMPARE(find<widgets::SourceEditor>("sourceEditor")->currentLine(), 10);
    trigger("actionRun");
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    QTRY_COMPARE(cursor()->count(), session()->recording()->size());
    trigger("actionRunBack"); // on the recording now
    QCOMPARE(find<widgets::SourceEditor>("sourceEditor")->currentLine(), 9);
}

void TestWindow::syntaxErrorIsShownInTheSource() {
    m_window->openFile(write(QStringLiteral("wrong.go"), "package main\n\nfunc main() {\n\tx := 1\n\tprintln(y)\n}\n"));
    auto* editor = find<widgets::SourceEditor>("sourceEditor");
    QTRY_VERIFY_WITH_TIMEOUT(!editor->messages().isEmpty(), 20000);
    QSet<int> lines;
    for (const auto& message : editor->messages()) lines.insert(message.line);
    QCOMPARE(lines, (QSet<int>{4, 5}));
    QTRY_COMPARE(session()->state(), Session::State::Broken);
    QVERIFY(editor->annotation(4).contains(QStringLiteral("undefined")));
    QVERIFY(!editor->isReadOnly()); // ready to be corrected
}

void TestWindow::warningsAreShownAndTheProgramRuns() {
    openAndFinish(write("careless.go", "package main\n\nfunc f() {\n\tdefer recover()\n\tprintln(1)\n}\n\nfunc main() { f() }\n"));
    QCOMPARE(session()->exitCode(), 0);
    auto* panel = find<widgets::SourcePanel>("sourcePanel");
    widgets::SourceEditor* editor = panel->editor();
    QCOMPARE(editor->messages().size(), 1);
    QVERIFY(!editor->messages()[0].error);
    QVERIFY(!panel->isEditing());
    QCOMPARE(editor->annotation(3), QString()); // an error's message would stand there
    trigger("actionNextMessage");
    int line = 0, column = 0;
    editor->getCursorPosition(&line, &column);
    QCOMPARE(line, 3);
    QCOMPARE(column, 7);
    const auto* shown = editor->findChild<QLabel*>(QStringLiteral("messageTip"));
    QVERIFY(shown->isVisible() && shown->text().contains("defer recover() stops no panic"));
    const long at = editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
    const QPoint point(int(editor->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0, at)) + 2,
                       int(editor->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0, at)) + 4);
    const QString tip = editor->tipAt(point);
    QVERIFY2(tip.contains("defer recover() stops no panic") && tip.contains("Write defer func() { recover() }()."), qPrintable(tip));
    QCOMPARE(editor->tipAt(point - QPoint(0, 60)), QString());

    panel->setEditing(true);
    editor->insertAt("// ", 3, 1);
    QVERIFY(editor->messages().isEmpty());
}

void TestWindow::profileChangeRunsAgain() {
    openAndFinish(QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/08-goexit-runs-defers.go"));
    QCOMPARE(session()->recording()->log().header().profile, std::string("go1.25"));
    auto* box = find<QComboBox>("profileBox");
    const int article = box->findData(QStringLiteral("article-1.25"));
    QVERIFY(article >= 0);
    box->setCurrentIndex(article);
    Q_EMIT box->activated(article);
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    QCOMPARE(session()->recording()->log().header().profile, std::string("article-1.25"));
}

void TestWindow::editAndRun() {
    openAndFinish(write(QStringLiteral("edit.go"), "package main\n\nfunc main() {\n\tprintln(\"one\")\n}\n"));
    trigger("actionEdit");
    auto* editor = find<widgets::SourceEditor>("sourceEditor");
    QVERIFY(!editor->isReadOnly());
    editor->setText(QStringLiteral("package main\n\nfunc main() {\n\tprintln(\"two\")\n}\n"));
    QCOMPARE(editor->currentLine(), 0); // places would be wrong
    trigger("actionRun");
    QTRY_VERIFY_WITH_TIMEOUT(session()->state() == Session::State::Finished && output() == QStringLiteral("two\n"), 20000);
    QTRY_VERIFY(editor->currentLine() > 0);
    QVERIFY(editor->isReadOnly());
    editor->setModified(false);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
