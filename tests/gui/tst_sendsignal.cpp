// Signals sent from the window: the button, the key and the menu; the cursor goes to the signal's event and steps go on from
// there; a recording of it compares like any other.
#include "app/window/mainwindow.h"
#include "app/window/theme.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;

namespace {

const char* const kGoexits = R"(package main

import (
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	defer fmt.Println("main returns")
	done := make(chan bool)
	go func() {
		defer close(done)
		fmt.Println("got", <-signals)
		defer func() { fmt.Println("recover:", recover()) }()
		runtime.Goexit()
	}()
	<-done
}
)";

} // namespace

class TestSendSignal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void demoStopsAtASignalFromTheButton();
    void waitingProgramTakesTheKey();
    void menuSendsTheOthers();
    void everySignalOfTheMenuIsKnown();
    void onlyALivingProgramTakesSignals();
    void recordingComparesWithItsSignal();

private:
    Session* session() { return m_window->session(); }
    widgets::Cursor* cursor() { return session()->cursor(); }
    QAction* action(const char* name) { return m_window->findChild<QAction*>(QLatin1String(name)); }
    QString write(const QString& name, const QByteArray& text);
    /// Opens the program and waits until it stands at the breakpoint.
    void stopAt(const QString& path, int line);
    void openWaiting();
    bool atSignal(const char* name) {
        return cursor()->event() && cursor()->event()->kind == trace::Kind::Signal &&
               cursor()->log()->string(cursor()->event()->args[1]) == name;
    }
    QString output();

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestSendSignal::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
}

void TestSendSignal::init() {
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QString TestSendSignal::write(const QString& name, const QByteArray& text) {
    QFile out(m_folder.filePath(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) qFatal("can not write %s", qPrintable(out.fileName()));
    return out.fileName();
}

void TestSendSignal::stopAt(const QString& path, int line) {
    session()->breakpoints()->toggle(QFileInfo(path).fileName(), line);
    m_window->openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Paused, 20000);
    QCOMPARE(session()->stopReason(), QStringLiteral("breakpoint"));
}

// All goroutines wait, and only a signal can make one run.
void TestSendSignal::openWaiting() {
    m_window->openFile(write(QStringLiteral("goexits.go"), kGoexits));
    auto waits = [this] {
        const state::Snapshot end = session()->recording() ? session()->recording()->at(session()->recording()->size()) : state::Snapshot();
        const state::Goroutine* main = end.find(GoId{1});
        return main && main->status == trace::GStatus::Gwaiting && main->wait == trace::WaitReason::ChanReceive;
    };
    QTRY_VERIFY_WITH_TIMEOUT(waits(), 20000);
    QCOMPARE(session()->state(), Session::State::Running);
}

QString TestSendSignal::output() {
    QString text;
    session()->recording()->read([&](const state::History& history) {
        for (const state::OutputSpan& span : history.output()) text += QString::fromUtf8(session()->recording()->log().string(span.text));
    });
    return text;
}

void TestSendSignal::demoStopsAtASignalFromTheButton() {
    QFile demo(QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/article/4.2a-graceful-stop.go"));
    QVERIFY(demo.open(QIODevice::ReadOnly));
    QByteArray text = demo.readAll();
    QVERIFY(text.contains("//unwind:signal SIGTERM@100ms\n"));
    text.replace("//unwind:signal SIGTERM@100ms\n", "\n"); // the one from the window is to be the only one
    stopAt(write(QStringLiteral("graceful.go"), text), 1 + int(text.left(text.indexOf("\tfmt.Println(\"Serve:\"")).count('\n')));
    const Seq stood = session()->recording()->size();
    session()->first(); // wherever the person looks
    auto* button = m_window->findChild<QToolButton*>(QStringLiteral("actionSignalButton"));
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    QTRY_VERIFY_WITH_TIMEOUT(session()->state() == Session::State::Paused && atSignal("SIGTERM"), 20000);
    QVERIFY(cursor()->event()->seq >= stood);
    QCOMPARE(trace::SignalAction(cursor()->event()->args[2]), trace::SignalAction::Notified);
    const Seq at = cursor()->count();
    action("actionEvent")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(session()->state() == Session::State::Paused && cursor()->count() > at, 20000);
    session()->last();
    session()->breakpoints()->clear();
    action("actionRun")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    const QString said = output();
    QVERIFY2(said.contains(QStringLiteral("received terminated\n")) && said.contains(QStringLiteral("GracefulStop has returned\n")) &&
             said.contains(QStringLiteral("late call: Unavailable\n")), qPrintable(said));
}

void TestSendSignal::waitingProgramTakesTheKey() {
    openWaiting();
    QTest::keyClick(m_window.get(), Qt::Key_F7);
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    QTRY_VERIFY(atSignal("SIGTERM"));
    QVERIFY(cursor()->event()->args[3] > 0); // when it was sent
    QCOMPARE(output(), QStringLiteral("got terminated\nrecover: <nil>\nmain returns\n"));
    const Seq at = cursor()->count();
    action("actionEvent")->trigger(); // through the recording now
    QCOMPARE(cursor()->count(), at + 1);
}

void TestSendSignal::menuSendsTheOthers() {
    openWaiting();
    for (QAction* item : m_window->findChild<QMenu*>(QStringLiteral("menuSignal"))->actions())
        if (item->text() == QLatin1String("SIGINT")) item->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    QTRY_VERIFY(atSignal("SIGINT"));
    QCOMPARE(trace::SignalAction(cursor()->event()->args[2]), trace::SignalAction::Killed);
    QCOMPARE(session()->exitCode(), 130);
    QCOMPARE(output(), QString()); // no deferred call runs
}

void TestSendSignal::everySignalOfTheMenuIsKnown() {
    stopAt(write(QStringLiteral("goexits.go"), kGoexits), 15);
    const auto items = m_window->findChild<QMenu*>(QStringLiteral("menuSignal"))->actions();
    int known = 0;
    for (QAction* item : items)
        session()->engine()->request(QStringLiteral("unwind/signal"), {{QStringLiteral("signal"), item->text()}}, [&](const QJsonObject&) { ++known; });
    QTRY_COMPARE(known, 13);
    QCOMPARE(items.size(), 13);
}

void TestSendSignal::onlyALivingProgramTakesSignals() {
    QVERIFY(!action("actionSignal")->isEnabled()); // the gallery
    openWaiting();
    QVERIFY(action("actionSignal")->isEnabled());
    QVERIFY(m_window->findChild<QMenu*>(QStringLiteral("menuSignal"))->isEnabled());
    session()->stop();
    QVERIFY(!action("actionSignal")->isEnabled());
    const Seq size = session()->recording()->size();
    session()->sendSignal(QStringLiteral("SIGTERM")); // nobody there
    QCOMPARE(session()->recording()->committed(), size);
}

void TestSendSignal::recordingComparesWithItsSignal() {
    openWaiting();
    QTest::keyClick(m_window.get(), Qt::Key_F7);
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    const QString path = m_folder.filePath(QStringLiteral("signalled.unwind"));
    QVERIFY(session()->recording()->log().save(path.toStdString()));
    auto diff = [&](const QStringList& words) {
        QProcess process;
        process.start(EngineClient::enginePath(), QStringList{QStringLiteral("diff"), QStringLiteral("--json"), path} + words);
        return process.waitForFinished(60000) ? QJsonDocument::fromJson(process.readAllStandardOutput()).object() : QJsonObject();
    };
    // Every goroutine does the same; only an idle P may look for work once more or less.
    QVERIFY(diff({QStringLiteral("--profile"), QStringLiteral("go1.25")})[QStringLiteral("difference")].toString() != QStringLiteral("behaviour"));
    const QJsonObject other = diff({QStringLiteral("--profile"), QStringLiteral("go1.25"), QStringLiteral("--rule"), QStringLiteral("recover-during-goexit=observe")});
    QCOMPARE(other[QStringLiteral("difference")].toString(), QStringLiteral("behaviour"));
    const QJsonObject cause = other[QStringLiteral("divergence")][QStringLiteral("cause")].toObject();
    QCOMPARE(cause[QStringLiteral("unknown")].toString(), QString());
    QCOMPARE(cause[QStringLiteral("settings")][0][QStringLiteral("rule")].toString(), QStringLiteral("recover-during-goexit"));
}

QTEST_MAIN(TestSendSignal)
#include "tst_sendsignal.moc"
