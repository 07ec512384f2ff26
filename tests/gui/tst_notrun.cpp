// What did not run, in the window: deferred calls and goroutines that a program's end leaves behind, each with its cause and a
// click that goes to where it was stored.
#include "app/window/exportcommand.h"
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
    void nothingWhenAllHasRun();

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
    QCOMPARE(lines, (QStringList{
        QStringLiteral("NEVER CALLED | defer fmt.Println | (\"main cleans up\") | :15 | stored by G1, never made: G1 called os.Exit, which runs no deferred calls."),
        QStringLiteral("G2 | worker | :11 | G2 had not ended: it waited (chan receive) when G1 called os.Exit."),
        QStringLiteral("NEVER CALLED | defer fmt.Println | (\"worker cleans up\", 7) | :9 | stored by G2, never made: G1 called os.Exit, which runs no deferred calls.")}));
    QCOMPARE(dock()->count(), QStringLiteral("3"));
}

void TestNotRun::clickGoesToWhereItWasStored() {
    auto* view = dock()->findChild<QListView*>(QStringLiteral("notRunView"));
    const widgets::Cursor* cursor = m_window->session()->cursor();
    auto click = [&](int row) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(row, 0)).center());
        return *cursor->event();
    };
    for (const auto& [row, go] : {std::pair{2, 2}, std::pair{0, 1}}) {
        view->scrollTo(view->model()->index(row, 0));
        const trace::Event e = click(row);
        QCOMPARE(e.kind, trace::Kind::DeferPush);
        QCOMPARE(e.go, GoId{uint64_t(go)});
    }
    QCOMPARE(click(1).kind, trace::Kind::ProgramExit); // a goroutine, to the end
    QCOMPARE(dock()->count(), QStringLiteral("3"));     // wherever the cursor stands
}

void TestNotRun::inChinese() {
    m_window->setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(dock()->windowTitle(), QStringLiteral("未运行"));
    QTRY_VERIFY(!dock()->model()->cards().first().detail.contains(QStringLiteral("stored by")));
    for (const Card& card : dock()->model()->cards()) {
        QVERIFY2(card.detail.contains(QRegularExpression(QStringLiteral("\\p{Han}"))), qPrintable(card.detail));
        QVERIFY(card.detail.contains(QStringLiteral("os.Exit")));
    }
    m_window->setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(dock()->windowTitle(), QStringLiteral("Not run"));
}

void TestNotRun::exportShowsTheSame() {
    const QString byCommand = m_folder.filePath(QStringLiteral("command.svg")), byWindow = m_folder.filePath(QStringLiteral("window.svg"));
    QCOMPARE(exportCommand({QStringLiteral("unwind-gui"), QStringLiteral("--export"), m_folder.filePath(QStringLiteral("leaves.go")), QStringLiteral("--view"),
                            QStringLiteral("not-run"), QStringLiteral("-o"), byCommand}), 0);
    m_window->session()->last();
    QVERIFY(m_window->exportTo({ExportView::NotRun, ExportFormat::Svg, false, byWindow}));
    QFile a(byCommand), b(byWindow);
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    const QByteArray picture = b.readAll();
    QVERIFY(picture.contains("worker cleans up") && picture.contains("main cleans up"));
    QCOMPARE(picture, a.readAll());
}

void TestNotRun::nothingWhenAllHasRun() {
    open("tidy.go", "package main\n\nfunc main() {\n\tdefer println(\"bye\")\n}\n");
    QTRY_VERIFY(dock()->isEmpty());
    QCOMPARE(dock()->count(), QString());
    QCOMPARE(dock()->model()->rowCount(), 0);
}

QTEST_MAIN(TestNotRun)
#include "tst_notrun.moc"
