// What did not run, in the window: deferred calls and goroutines that a program's end leaves behind, each with its cause and a
// click that goes to where it was stored.
#include "app/window/exporter.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"
#include "widgets/notrun/notrundock.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;
using widgets::Card;

namespace {

const char* const kLeaves = R"(package main

import (
	"fmt"
	"os"
)

func worker(c chan int) {
	defer fmt.Println("worker cleans up", 7)
	c <- 1
	<-c
}

func main() {
	defer fmt.Println("main cleans up")
	c := make(chan int)
	go worker(c)
	<-c
	os.Exit(3)
}
)";

} // namespace

class TestNotRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEntryHasItsCause();
    void clickGoesToWhereItWasStored();
    void inChinese();
    void exportShowsTheSame();
    void nothingWhileItRunsOrWhenAllHasRun();

private:
    widgets::NotRunDock* dock() { return m_window->findChild<widgets::NotRunDock*>(); }
    void open(const char* name, const QByteArray& text);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestNotRun::open(const char* name, const QByteArray& text) {
    const QString path = m_folder.filePath(QLatin1String(name));
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
    out.close();
    m_window->openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->state(), Session::State::Finished, 20000);
}

void TestNotRun::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->show();
    open("leaves.go", kLeaves);
    dock()->raise();
    QTRY_VERIFY(!dock()->isEmpty());
}

void TestNotRun::everyEntryHasItsCause() {
    QStringList lines;
    for (const Card& card : dock()->model()->cards()) lines << widgets::cardText(card);
    qInfo("%s", qPrintable(lines.join(QLatin1Char('\n'))));
    QCOMPARE(dock()->count(), QString::number(lines.size()));
}

void TestNotRun::clickGoesToWhereItWasStored() {}
void TestNotRun::inChinese() {}
void TestNotRun::exportShowsTheSame() {}
void TestNotRun::nothingWhileItRunsOrWhenAllHasRun() {}

QTEST_MAIN(TestNotRun)
#include "tst_notrun.moc"
