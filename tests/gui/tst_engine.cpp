// The engine process under the window: a long run stays responsive and pauses at once, a killed engine leaves the window up.
#include "app/window/exportcommand.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"

#include <QtTest>
#include <csignal>

using namespace unwind;
using namespace unwind::app;

namespace {
const char* const kEndless = "package main\n\nfunc main() {\n\tn := 0\n\tfor {\n\t\tn++\n\t}\n}\n";
}

class TestEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endlessLoopPauses();
    void killedEngineLeavesTheWindow();
    void exportRefusesInWords();

private:
    void openEndless(MainWindow& window);
    QString file(const QString& name, const QByteArray& text);
    QTemporaryDir m_folder;
};

void TestEngine::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
}

QString TestEngine::file(const QString& name, const QByteArray& text) {
    QFile out(m_folder.filePath(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) qFatal("can not write %s", qPrintable(out.fileName()));
    return out.fileName();
}

void TestEngine::openEndless(MainWindow& window) {
    window.setAnimationDuration(0);
    window.show();
    window.openFile(file(QStringLiteral("endless.go"), kEndless));
    QTRY_COMPARE_WITH_TIMEOUT(window.session()->state(), Session::State::Running, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->cursor()->count() > 0, 20000);
}

void TestEngine::endlessLoopPauses() {
    MainWindow window;
    openEndless(window);
    auto* button = window.findChild<QToolButton*>(QStringLiteral("actionRunButton"));
    QCOMPARE(button->defaultAction()->objectName(), QStringLiteral("actionPause"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(window.session()->state(), Session::State::Paused, 20000);
    QCOMPARE(button->defaultAction()->objectName(), QStringLiteral("actionRun"));
    QVERIFY(window.session()->recording()->size() > 0);
    const Seq count = window.session()->cursor()->count();
    window.session()->eventForward();
    QCOMPARE(window.session()->cursor()->count(), count + 1);
    window.session()->stop();
    QCOMPARE(window.session()->state(), Session::State::Finished);
}

void TestEngine::killedEngineLeavesTheWindow() {
    MainWindow window;
    openEndless(window);
    ::kill(pid_t(window.session()->engine()->processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(window.session()->state(), Session::State::Broken, 20000);
    auto* sentence = window.findChild<QLabel*>(QStringLiteral("bannerSentence"));
    QVERIFY(sentence->isVisible());
    QVERIFY(sentence->text().startsWith(QStringLiteral("The engine stopped")));
    QVERIFY(window.session()->recording()->size() > 0); // the log so far
    window.session()->first();
    window.session()->eventForward();
    QCOMPARE(window.session()->cursor()->count(), Seq(1));
    auto* restart = window.findChild<QPushButton*>(QStringLiteral("bannerButton"));
    QVERIFY(restart->isVisible());
    QTest::mouseClick(restart, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(window.session()->state(), Session::State::Running, 20000);
    QVERIFY(!sentence->isVisible());
}

void TestEngine::exportRefusesInWords() {
    auto run = [](QStringList words) { return exportCommand(QStringList{QStringLiteral("unwind-gui"), QStringLiteral("export")} + words); };
    QCOMPARE(run({QStringLiteral("nowhere.go"), QStringLiteral("-o"), m_folder.filePath(QStringLiteral("x.png"))}), 1);
    QCOMPARE(run({QStringLiteral("a.go"), QStringLiteral("--view"), QStringLiteral("clouds"), QStringLiteral("-o"), QStringLiteral("x.png")}), 1);
    QCOMPARE(run({QStringLiteral("a.go")}), 1);
    const QString wrong = file(QStringLiteral("wrong.go"), "package main\n\nfunc main() { x }\n");
    QCOMPARE(run({wrong, QStringLiteral("-o"), m_folder.filePath(QStringLiteral("x.png"))}), 1);
}

QTEST_MAIN(TestEngine)
#include "tst_engine.moc"
