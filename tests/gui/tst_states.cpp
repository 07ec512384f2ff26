// The States dock on the real engine: statuses and machines at the cursor, seeking by rows and arrows, the same picture from the
// window and the command line, and that it stays quick on a long recording.
#include "app/window/exportcommand.h"
#include "app/window/exporter.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"
#include "gui/syntheticlog.h"
#include "widgets/states/statesdock.h"
#include "widgets/states/statesview.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;
using widgets::StatesPicture;

namespace {
const QString kDemos = QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/article/");
}

class TestStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void goexitPath();
    void releasedPath();
    void machineAtTheCursor();
    void rowsSeek();
    void arrowsSeek();
    void keysSeek();
    void choiceFollowsTheRecording();
    void nothingOverlaps();
    void listStandsBesideOrBelow();
    void exportEqualsTheCommandLines_data();
    void exportEqualsTheCommandLines();
    void exportRefusesAnUnknownMachine();
    void quickOnALongRecording();

private:
    void run(const QString& demo, const QString& profile = QStringLiteral("article-1.25"));
    widgets::Cursor* cursor() { return m_window->session()->cursor(); }
    widgets::StatesDock* dock() { return m_window->findChild<widgets::StatesDock*>(); }
    const widgets::StatesView* view() { return dock()->view(); }
    QStringList lines() { return view()->facts().text().split(QLatin1Char('\n')); }
    void choose(const QString& machine) { dock()->findChild<QComboBox*>(QStringLiteral("statesChoice"))->setCurrentText(machine); }
    void click(QPointF point) { QTest::mouseClick(dock()->view(), Qt::LeftButton, {}, point.toPoint()); }
    const StatesPicture::Arrow* arrow(const QString& from, const QString& to);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestStates::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
}

void TestStates::init() {
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestStates::run(const QString& demo, const QString& profile) {
    QFile file(kDemos + demo + QStringLiteral(".go"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no demo");
    m_window->session()->profile = profile;
    m_window->session()->open({demo, {}, QString::fromUtf8(file.readAll()), false});
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->state(), Session::State::Finished, 20000);
    dock()->raise();
    QTRY_VERIFY(view()->isVisible());
    cursor()->moveTo(m_window->session()->recording()->size());
}

const StatesPicture::Arrow* TestStates::arrow(const QString& from, const QString& to) {
    const auto& facts = view()->facts();
    for (const auto& a : view()->picture().arrows) {
        const auto& change = facts.changes[a.change];
        if (change.from >= 0 && facts.states[change.from].name == from && facts.states[change.to].name == to) return &a;
    }
    return nullptr;
}

void TestStates::goexitPath() {
    run(QStringLiteral("2.1b-goexit-states"));
    cursor()->select(GoId{2});
    QCOMPARE(dock()->count(), QStringLiteral("G2 · _Gdead"));
    QStringList words = lines();
    QCOMPARE(words.takeFirst(), QStringLiteral("now _Gdead"));
    QCOMPARE(words.mid(0, 4), (QStringList{QStringLiteral("_Gidle → _Grunnable ×1"), QStringLiteral("_Grunnable → _Grunning ×1"),
                                           QStringLiteral("_Grunning → _Grunnable ×1"), QStringLiteral("_Grunnable → _Gdead ×1")}));
    const QStringList rows = words.mid(4).replaceInStrings(QRegularExpression(QStringLiteral("^#\\d+ ")), {});
    QCOMPARE(rows, (QStringList{QStringLiteral("_Grunnable → _Gdead (taken from a run queue, to be dead)"),
                                QStringLiteral("schedule (the P looks for another goroutine)"),
                                QStringLiteral("dropg (the M gives it up)"), QStringLiteral("_Grunning → _Grunnable (runtime.Goexit)"),
                                QStringLiteral("_Grunnable → _Grunning (scheduled on P0)"),
                                QStringLiteral("_Gidle → _Grunnable (go statement of G1)")}));
    QVERIFY(arrow(QStringLiteral("_Grunnable"), QStringLiteral("_Gdead"))->newest);
    QVERIFY(!arrow(QStringLiteral("_Grunning"), QStringLiteral("_Gdead"))->made);
}

void TestStates::releasedPath() {
    run(QStringLiteral("2.1b-goexit-states"), QStringLiteral("go1.25"));
    cursor()->select(GoId{2});
    QVERIFY(arrow(QStringLiteral("_Grunning"), QStringLiteral("_Gdead"))->newest);
    QVERIFY(!arrow(QStringLiteral("_Grunnable"), QStringLiteral("_Gdead")));
    cursor()->moveTo(1);
    cursor()->select(GoId{2});
    QCOMPARE(lines(), QStringList{QStringLiteral("in no state yet")}); // it does not exist yet
}

void TestStates::machineAtTheCursor() {
    run(QStringLiteral("3.1b-worker-life-cycle"));
    choose(QStringLiteral("worker"));
    QCOMPARE(dock()->count(), QStringLiteral("worker · Stopped"));
    QCOMPARE(view()->facts().rows.size(), 3);
    cursor()->moveTo(view()->facts().rows[1].at); // Running → Stopping
    QCOMPARE(dock()->count(), QStringLiteral("worker · Stopping"));
    QCOMPARE(view()->facts().rows[0].cause, QStringLiteral("ctx.Done()"));
    QCOMPARE(arrow(QStringLiteral("Running"), QStringLiteral("Stopping"))->label, QStringLiteral("ctx.Done()"));
    QVERIFY(!arrow(QStringLiteral("Stopping"), QStringLiteral("Stopped"))->made); // known from later, not made yet
    QVERIFY(!view()->facts().states[2].entered);
    cursor()->moveTo(1);
    QCOMPARE(dock()->count(), QStringLiteral("worker"));
}

void TestStates::rowsSeek() {
    run(QStringLiteral("2.1b-goexit-states"));
    cursor()->select(GoId{1});
    const auto& rows = view()->facts().rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [](const auto& r) { return r.cause == QStringLiteral("made ready by G2"); });
    QVERIFY(found != rows.end()); // it is an event of G2
    const auto row = *found;
    click(view()->picture().rows[found - rows.begin()].rect.center());
    QCOMPARE(cursor()->count(), row.at);
    QCOMPARE(cursor()->goroutine(), GoId{1});
    QCOMPARE(dock()->count(), QStringLiteral("G1 · _Grunnable"));
}

void TestStates::arrowsSeek() {
    run(QStringLiteral("3.1b-worker-life-cycle"));
    choose(QStringLiteral("service"));
    const auto probes = [&] { return arrow(QStringLiteral("traffic"), QStringLiteral("probe")); };
    QCOMPARE(probes()->label, QStringLiteral("×2 is it healthy?"));
    QList<Seq> times;
    for (const auto& row : view()->facts().rows)
        if (row.change == QStringLiteral("traffic → probe")) times << row.at;
    QCOMPARE(times.size(), 2);
    click(probes()->labelRect.center());
    QCOMPARE(cursor()->count(), times[0]);
    click(probes()->line.pointAtPercent(0.5)); // once more: the time before
    QCOMPARE(cursor()->count(), times[1]);
}

void TestStates::keysSeek() {
    run(QStringLiteral("3.1b-worker-life-cycle"));
    cursor()->select(GoId{2});
    const auto rows = view()->facts().rows;
    dock()->view()->setFocus();
    for (const int key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Up}) QTest::keyClick(dock()->view(), Qt::Key(key));
    QTest::keyClick(dock()->view(), Qt::Key_Return);
    QCOMPARE(cursor()->count(), rows[1].at);
    QCOMPARE(view()->facts().rows.first().at, rows[1].at);
}

void TestStates::choiceFollowsTheRecording() {
    run(QStringLiteral("3.1b-worker-life-cycle"));
    auto* choice = dock()->findChild<QComboBox*>(QStringLiteral("statesChoice"));
    QCOMPARE(choice->count(), 3);
    choose(QStringLiteral("worker"));
    run(QStringLiteral("3.1b-worker-life-cycle"), QStringLiteral("go1.25")); // the same part is shown again
    QTRY_COMPARE(dock()->machine(), QStringLiteral("worker"));
    run(QStringLiteral("2.1b-goexit-states"));
    QCOMPARE(choice->count(), 1);
    QVERIFY(dock()->machine().isEmpty());
}

void TestStates::nothingOverlaps() {
    run(QStringLiteral("3.1b-worker-life-cycle"));
    for (const char* machine : {"", "worker", "service"}) {
        choose(*machine ? QLatin1String(machine) : QStringLiteral("G status"));
        for (const double width : {320.0, 420.0, 760.0, 1260.0}) {
            const StatesPicture picture = widgets::StatesLayout::of(view()->facts(), width);
            QList<QRectF> rects;
            for (const auto& node : picture.nodes) rects << node.rect;
            for (const auto& a : picture.arrows)
                if (!a.label.isEmpty()) rects << a.labelRect;
            for (const auto& row : picture.rows) rects << row.rect;
            const QRectF all(0, 0, width, picture.height);
            for (int i = 0; i < rects.size(); ++i) {
                QVERIFY2(all.contains(rects[i]), qPrintable(QStringLiteral("%1 at %2: %3").arg(QLatin1String(machine)).arg(width).arg(i)));
                for (int j = i + 1; j < rects.size(); ++j)
                    QVERIFY2(!rects[i].intersects(rects[j]), qPrintable(QStringLiteral("%1 at %2: %3, %4").arg(QLatin1String(machine)).arg(width).arg(i).arg(j)));
            }
        }
    }
}

void TestStates::listStandsBesideOrBelow() {
    run(QStringLiteral("2.1b-goexit-states"));
    const StatesPicture wide = widgets::StatesLayout::of(view()->facts(), 1000), narrow = widgets::StatesLayout::of(view()->facts(), 500);
    QVERIFY(wide.rows.first().rect.left() > wide.nodes[int(state::GStatus::Gdead)].rect.right());
    QVERIFY(narrow.rows.first().rect.top() > narrow.nodes[int(state::GStatus::Gsyscall)].rect.bottom());
}

void TestStates::exportEqualsTheCommandLines_data() {
    QTest::addColumn<QString>("machine");
    QTest::addColumn<QString>("format");
    QTest::newRow("G2, svg") << "" << "svg";
    QTest::newRow("G2, png") << "" << "png";
    QTest::newRow("worker, svg") << "worker" << "svg";
}

void TestStates::exportEqualsTheCommandLines() {
    QFETCH(QString, machine);
    QFETCH(QString, format);
    const QString demo = kDemos + QStringLiteral("3.1b-worker-life-cycle.go");
    const QString byWindow = m_folder.filePath("window-" + machine + '.' + format), byCommand = m_folder.filePath("command-" + machine + '.' + format);
    run(QStringLiteral("3.1b-worker-life-cycle"));
    m_window->session()->setPath(demo, QFileInfo(demo).fileName());
    m_window->session()->run();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->state(), Session::State::Finished, 20000);
    cursor()->moveTo(300);
    cursor()->select(GoId{2});
    const Status written = m_window->exportTo({ExportView::States, *exportFormatFromName(format), false, byWindow, machine});
    QVERIFY2(written, written ? "" : written.error().c_str());
    QStringList words{"unwind-gui", "export", demo, "--view", "states", "--at", "300", "-o", byCommand, "--goroutine", "2"};
    if (!machine.isEmpty()) words << "--machine" << machine;
    QCOMPARE(exportCommand(words), 0);
    QFile window(byWindow), command(byCommand);
    QVERIFY(window.open(QIODevice::ReadOnly) && command.open(QIODevice::ReadOnly));
    const QByteArray bytes = window.readAll();
    QVERIFY(bytes.size() > 5000);
    QCOMPARE(bytes, command.readAll());
    if (format == QLatin1String("svg")) QVERIFY(bytes.contains(machine.isEmpty() ? "_Grunnable" : "Running"));
}

void TestStates::exportRefusesAnUnknownMachine() {
    run(QStringLiteral("3.1b-worker-life-cycle"));
    const QString path = m_folder.filePath(QStringLiteral("none.svg"));
    const Status unknown = m_window->exportTo({ExportView::States, ExportFormat::Svg, false, path, QStringLiteral("nobody")});
    QVERIFY(!unknown);
    QCOMPARE(QString::fromStdString(unknown.error()), QStringLiteral("There is no machine nobody; there are service, worker."));
    QVERIFY(!QFileInfo::exists(path));
}

// A step of the cursor must leave time for the other views in a frame of 16 ms; ten times that is never right.
void TestStates::quickOnALongRecording() {
    const QString path = m_folder.filePath(QStringLiteral("long.unwind"));
    test::writeLongLog(path, 100000);
    m_window->openFile(path);
    m_window->session()->recording()->catchUp();
    dock()->raise();
    QTRY_VERIFY(view()->isVisible());
    const Seq size = m_window->session()->recording()->size();
    qint64 slowest = 0;
    for (int i = 1; i <= 20; ++i) {
        cursor()->moveTo(size * Seq(i) / 21);
        QElapsedTimer timer;
        timer.start();
        const auto facts = widgets::StatesFacts::ofGoroutine(*cursor(), cursor()->goroutine(), 200);
        widgets::StatesLayout::of(facts, 1200);
        slowest = std::max(slowest, timer.elapsed());
        QVERIFY(facts.steps > 0);
    }
    QVERIFY2(slowest < 160, qPrintable(QStringLiteral("%1 ms").arg(slowest)));
}

QTEST_MAIN(TestStates)
#include "tst_states.moc"
