// Rules in the window: the Profile dock flips one and the program runs again to the same place; profiles of one's own are kept;
// the truth table of recover is exported byte for byte as on the command line.
#include "app/window/exporter.h"
#include "app/window/mainwindow.h"
#include "app/window/matrixdialog.h"
#include "app/window/profiles.h"
#include "app/window/theme.h"
#include "widgets/matrix/matrixview.h"
#include "widgets/profile/profiledock.h"
#include "widgets/source/sourceeditor.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;

class TestProfileDock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void dockShowsRulesAndSources();
    void flippingARuleGoesToTheSamePlace();
    void resetBringsTheProfileBack();
    void profilesOfOnesOwnAreKept();
    void profileFilesAreOpened();
    void recordingBringsItsRules();
    void editedHeaderChoosesTheProfile();
    void boxTellsOfFlippedRules();
    void flippingGoesPastBreakpoints();
    void searchFindsRules();
    void matrixIsExportedAsOnTheCommandLine();

private:
    template <class T>
    T* find(const QString& name) {
        return m_window->findChild<T*>(name);
    }
    Session* session() { return m_window->session(); }
    void finish() { QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000); }
    void openGoexit();
    void choose(const QString& rule, const QString& value);
    QString output();

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const char* const kGoexit = R"(package main

import (
	"fmt"
	"runtime"
)

func exits() {
	defer func() {
		fmt.Printf("recovered %T\n", recover())
	}()
	runtime.Goexit()
}

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		exits()
		fmt.Println("goes on")
	}()
	<-done
}
)";

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestProfileDock::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
    QFile::remove(profileFolder() + QStringLiteral("/mine.json"));
}

void TestProfileDock::init() {
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->resize(1280, 800);
    m_window->resetLayout();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    openGoexit();
    find<QDockWidget>(QStringLiteral("profileDock"))->raise();
}

void TestProfileDock::openGoexit() {
    QFile file(m_folder.filePath(QStringLiteral("exits.go")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kGoexit);
    file.close();
    m_window->openFile(file.fileName());
    finish();
}

void TestProfileDock::choose(const QString& rule, const QString& value) {
    auto* box = find<QComboBox>(QStringLiteral("ruleBox:") + rule);
    QVERIFY(box);
    box->setCurrentIndex(box->findText(value));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(session()->state() != Session::State::Finished);
    finish();
}

QString TestProfileDock::output() {
    QString text;
    session()->recording()->read([&](const state::History& history) {
        for (const state::OutputSpan& span : history.output())
            text += QString::fromStdString(std::string(session()->cursor()->log()->string(span.text)));
    });
    return text;
}

void TestProfileDock::dockShowsRulesAndSources() {
    auto* dock = find<widgets::ProfileDock>(QStringLiteral("profileDock"));
    QCOMPARE(size_t(dock->rules().size()), profile::rules().size());
    QTRY_COMPARE(dock->count(), QStringLiteral("Go 1.25"));
    auto* card = find<widgets::RuleCard>(QStringLiteral("rule:recover-during-goexit"));
    QStringList words;
    for (const QLabel* label : card->findChildren<QLabel*>()) words << label->text();
    QVERIFY(words.join('\n').contains(QStringLiteral("It returns nil: Goexit is not a panic.")));
    QVERIFY(words.join('\n').contains(QStringLiteral("runtime/panic.go, gorecover")));
}

void TestProfileDock::flippingARuleGoesToTheSamePlace() {
    QCOMPARE(output(), QStringLiteral("recovered <nil>\n"));
    widgets::Cursor* cursor = session()->cursor();
    while (cursor->count() < session()->recording()->size() && !(cursor->event() && cursor->event()->kind == trace::Kind::RecoverCall))
        cursor->moveTo(cursor->count() + 1);
    QCOMPARE(cursor->event()->kind, trace::Kind::RecoverCall);
    choose(QStringLiteral("recover-during-goexit"), QStringLiteral("intercept"));
    QTRY_VERIFY(cursor->event() && cursor->event()->kind == trace::Kind::RecoverCall);
    QCOMPARE(trace::RecoverVerdict(cursor->event()->args[0]), trace::RecoverVerdict::GoexitObserved);
    QCOMPARE(output(), QStringLiteral("recovered runtime.GoexitSignal\ngoes on\n"));
    QCOMPARE(session()->rules, QStringList{QStringLiteral("recover-during-goexit=intercept")});
    QTRY_COMPARE(find<widgets::ProfileDock>(QStringLiteral("profileDock"))->count(), QStringLiteral("Go 1.25 + 1"));
}

void TestProfileDock::resetBringsTheProfileBack() {
    choose(QStringLiteral("recover-during-goexit"), QStringLiteral("observe"));
    QCOMPARE(output(), QStringLiteral("recovered runtime.GoexitSignal\n"));
    auto* reset = find<QPushButton>(QStringLiteral("profileReset"));
    QTRY_VERIFY(reset->isEnabled());
    reset->click();
    QTRY_VERIFY(session()->state() != Session::State::Finished);
    finish();
    QCOMPARE(output(), QStringLiteral("recovered <nil>\n"));
    QVERIFY(session()->rules.isEmpty());
}

void TestProfileDock::profilesOfOnesOwnAreKept() {
    choose(QStringLiteral("recover-during-goexit"), QStringLiteral("intercept"));
    QVERIFY(!m_window->saveProfileAs(profileFolder() + QStringLiteral("/go1.24.json"))); // taken
    QVERIFY(m_window->saveProfileAs(profileFolder() + QStringLiteral("/mine.json")));
    auto* box = find<QComboBox>(QStringLiteral("profileBox"));
    QCOMPARE(box->currentText(), QStringLiteral("mine"));
    QTRY_COMPARE(find<widgets::ProfileDock>(QStringLiteral("profileDock"))->count(), QStringLiteral("mine"));
    QVERIFY(session()->rules.isEmpty());
    m_window.reset();
    init();
    box = find<QComboBox>(QStringLiteral("profileBox"));
    const int mine = box->findText(QStringLiteral("mine"));
    QVERIFY(mine >= 0);
    box->setCurrentIndex(mine);
    Q_EMIT box->activated(mine);
    QTRY_VERIFY(session()->state() != Session::State::Finished);
    finish();
    QCOMPARE(output(), QStringLiteral("recovered runtime.GoexitSignal\ngoes on\n"));
}

void TestProfileDock::recordingBringsItsRules() {
    choose(QStringLiteral("recover-during-goexit"), QStringLiteral("observe"));
    const QString path = m_folder.filePath(QStringLiteral("kept.unwind"));
    QVERIFY(bool(session()->recording()->log().save(path.toStdString())));
    m_window.reset();
    init();
    m_window->openFile(path);
    QCOMPARE(session()->rules, QStringList{QStringLiteral("recover-during-goexit=observe")});
    find<QAction>(QStringLiteral("actionRestart"))->trigger();
    QTRY_VERIFY(session()->state() != Session::State::Finished);
    finish();
    QCOMPARE(output(), QStringLiteral("recovered runtime.GoexitSignal\n"));
}

void TestProfileDock::profileFilesAreOpened() {
    const auto write = [this](const char* name, const char* json) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(json) > 0 ? file.fileName() : QString();
    };
    auto* box = find<QComboBox>(QStringLiteral("profileBox"));
    m_window->openFile(write("wrong.json", R"({"name": "wrong", "rules": {"recover-during-goexit": "perhaps"}})"));
    auto* sentence = find<QLabel>(QStringLiteral("bannerSentence"));
    QVERIFY(sentence->isVisible() && sentence->text().contains(QStringLiteral("wrong.json")));
    QCOMPARE(box->currentText(), QStringLiteral("Go 1.25"));
    m_window->openFile(write("other.json", R"({"name": "theirs", "base": "go1.24", "rules": {"recover-during-goexit": "observe"}})"));
    QTRY_VERIFY(session()->state() != Session::State::Finished);
    finish();
    QCOMPARE(box->currentText(), QStringLiteral("theirs"));
    QCOMPARE(output(), QStringLiteral("recovered runtime.GoexitSignal\n"));
}

void TestProfileDock::editedHeaderChoosesTheProfile() {
    auto* box = find<QComboBox>(QStringLiteral("profileBox"));
    find<QAction>(QStringLiteral("actionEdit"))->trigger();
    auto* editor = find<widgets::SourceEditor>(QStringLiteral("sourceEditor"));
    editor->setText(QStringLiteral("//unwind:profile article-1.25\n") + QLatin1String(kGoexit));
    find<QAction>(QStringLiteral("actionRestart"))->trigger();
    finish();
    QCOMPARE(box->currentText(), QStringLiteral("Article 1.25"));
    QCOMPARE(output(), QStringLiteral("recovered runtime.GoexitSignal\ngoes on\n"));
    box->setCurrentText(QStringLiteral("Go 1.24"));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(session()->state() != Session::State::Finished);
    finish();
    find<QAction>(QStringLiteral("actionRestart"))->trigger(); // the line was not edited since: what was chosen stays
    finish();
    QCOMPARE(box->currentText(), QStringLiteral("Go 1.24"));
}

void TestProfileDock::boxTellsOfFlippedRules() {
    choose(QStringLiteral("recover-during-goexit"), QStringLiteral("observe"));
    auto* box = find<QComboBox>(QStringLiteral("profileBox"));
    QCOMPARE(box->currentText(), QStringLiteral("Go 1.25 + 1"));
    QCOMPARE(box->toolTip(), QStringLiteral("recover-during-goexit=observe"));
    Q_EMIT box->activated(box->currentIndex()); // what is in force already
    QCOMPARE(session()->state(), Session::State::Finished);
    box->setCurrentText(QStringLiteral("Go 1.25"));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(session()->state() != Session::State::Finished);
    finish();
    QVERIFY(session()->rules.isEmpty());
    QCOMPARE(box->currentText(), QStringLiteral("Go 1.25"));
}

void TestProfileDock::flippingGoesPastBreakpoints() {
    session()->breakpoints()->toggle(QStringLiteral("exits.go"), 12); // runtime.Goexit(), before the recover
    widgets::Cursor* cursor = session()->cursor();
    while (cursor->count() < session()->recording()->size() && !(cursor->event() && cursor->event()->kind == trace::Kind::RecoverCall))
        cursor->moveTo(cursor->count() + 1);
    auto* box = find<QComboBox>(QStringLiteral("ruleBox:recover-during-goexit"));
    box->setCurrentText(QStringLiteral("intercept"));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(cursor->event() && cursor->event()->kind == trace::Kind::RecoverCall);
    QTRY_COMPARE(session()->state(), Session::State::Finished);
    QCOMPARE(trace::RecoverVerdict(cursor->event()->args[0]), trace::RecoverVerdict::GoexitObserved);
}

void TestProfileDock::searchFindsRules() {
    find<QLineEdit>(QStringLiteral("ruleSearch"))->setText(QStringLiteral("printstack"));
    QVERIFY(!find<QWidget>(QStringLiteral("rule:recover-stack"))->isHidden());
    QVERIFY(find<QWidget>(QStringLiteral("rule:panic-nil"))->isHidden());
}

void TestProfileDock::matrixIsExportedAsOnTheCommandLine() {
    session()->profile = QStringLiteral("article-1.25");
    find<QAction>(QStringLiteral("actionMatrix"))->trigger();
    auto* dialog = find<MatrixDialog>(QStringLiteral("matrixDialog"));
    QVERIFY(dialog);
    auto* view = dialog->findChild<widgets::MatrixView*>(QStringLiteral("matrixView"));
    QTRY_VERIFY_WITH_TIMEOUT(view->hasTable(), 20000);
    const QString window = m_folder.filePath(QStringLiteral("window.svg")), command = m_folder.filePath(QStringLiteral("command.svg"));
    QVERIFY(bool(dialog->exportTo({ExportView::Matrix, ExportFormat::Svg, false, window})));
    QProcess process;
    process.start(QStringLiteral(UNWIND_GUI_PROGRAM),
                  {"export", "--view", "matrix", "--profile", "article-1.25", "-o", command});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray picture = contents(window);
    QVERIFY(picture.contains("runtime.GoexitSignal") && picture.contains("raises an error"));
    QCOMPARE(contents(command), picture);
}

QTEST_MAIN(TestProfileDock)
#include "tst_profiledock.moc"
