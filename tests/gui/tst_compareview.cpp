// Comparing in the window, on the real engine: with a profile, with a recording, what the page says, cursors that follow each
// other, the end of it, cancelling; and the same picture from the window and the command line.
#include "app/window/comparedialog.h"
#include "app/window/exportcommand.h"
#include "app/window/exporter.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"
#include "widgets/compare/comparetimelines.h"
#include "widgets/compare/compareview.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;
using widgets::Side;

namespace {
const QString kDemo = QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/20-goexit-intercepted.go");
}

class TestCompareView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void withAProfile();
    void cursorsFollowEachOther();
    void clicksMoveBoth();
    void noDifference();
    void withARecording();
    void anotherRunEndsIt();
    void faultsAreTold();
    void inChinese();
    void dialogFlipsRules();
    void exportEqualsTheCommandLines_data();
    void exportEqualsTheCommandLines();
    void exportNeedsAComparison();

private:
    Session* session() { return m_window->session(); }
    template <class T>
    T* find(const char* name) {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    widgets::CompareView* view() { return find<widgets::CompareView>("compareView"); }
    QString sentences() { return find<QLabel>("compareHeadline")->text() + QLatin1Char('\n') + find<QLabel>("compareSentences")->text(); }
    void runUnder(const QString& profile, const QString& file = kDemo);
    bool compareWith(const CompareRequest& request);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestCompareView::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
}

void TestCompareView::init() {
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestCompareView::runUnder(const QString& profile, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no demo");
    session()->profile = profile;
    session()->open({QFileInfo(path).fileName(), path, QString::fromUtf8(file.readAll()), false});
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
}

bool TestCompareView::compareWith(const CompareRequest& request) {
    m_window->compareWith(request);
    return QTest::qWaitFor([this] { return view()->runs() && view()->isVisible(); }, 30000);
}

void TestCompareView::withAProfile() {
    runUnder(QStringLiteral("go1.25"));
    QVERIFY(find<QAction>("actionCompareProfile")->isEnabled());
    QVERIFY(compareWith({QStringLiteral("article-1.25"), {}, {}}));
    QVERIFY2(sentences().startsWith(QStringLiteral("go1.25 and article-1.25 part at 20-goexit-intercepted.go:13, in G2.")), qPrintable(sentences()));
    QVERIFY(sentences().contains(QStringLiteral("go1.25: recover() returns nil")));
    QVERIFY(sentences().contains(QStringLiteral("article-1.25: recover() stops the Goexit")));
    QVERIFY(sentences().contains(QStringLiteral("What makes the difference: the rule recover-during-goexit, nil in go1.25 and intercept in article-1.25.")));
    // Both cursors stand right behind where they part.
    const auto& runs = *view()->runs();
    for (Side side : {Side::A, Side::B}) QCOMPARE(runs.cursor(side)->count(), runs.place(side).seq + 1);
    QVERIFY(find<QLabel>("compareHereA")->text().contains(QStringLiteral("recover() returns nil")));
    QVERIFY(find<QLabel>("compareHereB")->text().contains(QStringLiteral("recover() stops the Goexit")));
    auto* facts = find<QTableWidget>("compareFacts");
    const auto row = facts->findItems(QStringLiteral("≠ Goexits intercepted"), Qt::MatchExactly);
    QCOMPARE(row.size(), 1);
    QCOMPARE(facts->item(row.first()->row(), 1)->text(), QStringLiteral("0"));
    QCOMPARE(facts->item(row.first()->row(), 2)->text(), QStringLiteral("1"));
    QCOMPARE(facts->findItems(QStringLiteral("Exit code"), Qt::MatchExactly).size(), 1); // without the mark: they agree
    QVERIFY(find<QPlainTextEdit>("compareOutputB")->toPlainText().contains(QStringLiteral("≠ the worker goes on: Goexit was intercepted")));
    QTest::mouseClick(find<QPushButton>("compareClose"), Qt::LeftButton);
    QVERIFY(!view()->runs());
    QVERIFY(!view()->isVisible());
}

void TestCompareView::cursorsFollowEachOther() {
    runUnder(QStringLiteral("go1.25"));
    QVERIFY(compareWith({QStringLiteral("article-1.25"), {}, {}}));
    const auto& runs = *view()->runs();
    widgets::Cursor *a = runs.cursor(Side::A), *b = runs.cursor(Side::B);
    a->moveTo(5);
    QCOMPARE(b->count(), runs.alignment().partner(Side::A, 5));
    find<QAction>("actionEvent")->trigger(); // the window's keys step side A
    QCOMPARE(a->count(), Seq{6});
    QCOMPARE(b->count(), runs.alignment().partner(Side::A, a->count()));
    b->moveTo(b->recording()->size());
    QCOMPARE(a->count(), a->recording()->size());
    QTest::mouseClick(find<QPushButton>("compareDivergence"), Qt::LeftButton);
    QCOMPARE(a->count(), runs.place(Side::A).seq + 1);
    QCOMPARE(b->count(), runs.place(Side::B).seq + 1);
}

void TestCompareView::clicksMoveBoth() {
    runUnder(QStringLiteral("go1.25"));
    QVERIFY(compareWith({QStringLiteral("article-1.25"), {}, {}}));
    auto* timelines = find<widgets::CompareTimelines>("compareTimelines");
    const auto& runs = *view()->runs();
    const widgets::CompareLayout layout(runs);
    const auto scale = timelines->scale();
    // On G2's lane of side B, at its last columns.
    const QPoint point(int(scale.x(double(runs.alignment().columns()) - 0.5)), int(layout.laneTop(Side::B, 1)) + 8);
    QTest::mouseClick(timelines, Qt::LeftButton, {}, point);
    QCOMPARE(runs.cursor(Side::B)->count(), runs.alignment().countAt(Side::B, scale.column(point.x())));
    QCOMPARE(runs.cursor(Side::B)->goroutine(), GoId{2});
    QCOMPARE(runs.cursor(Side::A)->count(), runs.alignment().partner(Side::B, runs.cursor(Side::B)->count()));
    QTest::keyClick(timelines, Qt::Key_W);
    QVERIFY(timelines->scale().to - timelines->scale().from < scale.to - scale.from);
    QTest::keyClick(timelines, Qt::Key_F);
    QCOMPARE(timelines->scale().to, scale.to);
}

void TestCompareView::noDifference() {
    runUnder(QStringLiteral("go1.25"), QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/03-recover-works.go"));
    QVERIFY(compareWith({QStringLiteral("go1.24"), {}, {}}));
    QCOMPARE(sentences().trimmed(), QStringLiteral("There is no difference: go1.25 and go1.24 do the same, event by event."));
    QVERIFY(!find<QPushButton>("compareDivergence")->isVisible());
}

void TestCompareView::withARecording() {
    runUnder(QStringLiteral("article-1.25"));
    const QString path = m_folder.filePath(QStringLiteral("other.unwind"));
    QVERIFY(session()->recording()->log().save(path.toStdString()));
    runUnder(QStringLiteral("go1.25"));
    QVERIFY(compareWith({{}, {}, path}));
    QVERIFY(sentences().contains(QStringLiteral("What makes the difference: the rule recover-during-goexit")));
}

void TestCompareView::anotherRunEndsIt() {
    runUnder(QStringLiteral("go1.25"));
    QVERIFY(compareWith({QStringLiteral("article-1.25"), {}, {}}));
    find<QAction>("actionRestart")->trigger();
    QVERIFY(!view()->runs());
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    // And one that is just being made is given up.
    m_window->compareWith({QStringLiteral("article-1.25"), {}, {}});
    find<QAction>("actionRestart")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(session()->state(), Session::State::Finished, 20000);
    QVERIFY(!view()->runs());
}

void TestCompareView::faultsAreTold() {
    runUnder(QStringLiteral("go1.25"));
    m_window->compareWith({QStringLiteral("no-such-profile"), {}, {}});
    auto* banner = find<QWidget>("banner");
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20000);
    QVERIFY(find<QLabel>("bannerSentence")->text().contains(QStringLiteral("There is no profile named no-such-profile")));
    QVERIFY(!view()->runs());
}

void TestCompareView::inChinese() {
    m_window->setLanguage(QStringLiteral("zh_CN"));
    runUnder(QStringLiteral("go1.25"));
    QVERIFY(compareWith({QStringLiteral("article-1.25"), {}, {}}));
    QVERIFY2(sentences().startsWith(QStringLiteral("go1.25 与 article-1.25 在 G2 的 20-goexit-intercepted.go:13 处分开。")), qPrintable(sentences()));
    QVERIFY(sentences().contains(QStringLiteral("规则 recover-during-goexit：在 go1.25 中为 nil，在 article-1.25 中为 intercept")));
    m_window->setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(sentences().startsWith(QStringLiteral("go1.25 and article-1.25 part at")));
}

void TestCompareView::dialogFlipsRules() {
    CompareDialog dialog(QStringLiteral("article-1.25"));
    QCOMPARE(dialog.request().profile, QStringLiteral("go1.25"));
    QVERIFY(dialog.request().rules.isEmpty());
    dialog.findChild<QComboBox*>(QStringLiteral("compareRule:panic-nil"))->setCurrentText(QStringLiteral("nil"));
    QCOMPARE(dialog.request().rules, QStringList{QStringLiteral("panic-nil=nil")});
    dialog.findChild<QComboBox*>(QStringLiteral("compareProfile"))->setCurrentText(QStringLiteral("Go 1.24"));
    QCOMPARE(dialog.request().profile, QStringLiteral("go1.24"));
    QVERIFY(dialog.request().rules.isEmpty()); // another profile begins anew
}

void TestCompareView::exportEqualsTheCommandLines_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("theme");
    QTest::newRow("svg, light") << "svg" << "light";
    QTest::newRow("png, dark") << "png" << "dark";
}

void TestCompareView::exportEqualsTheCommandLines() {
    QFETCH(QString, format);
    QFETCH(QString, theme);
    const QString byWindow = m_folder.filePath("window." + format), byCommand = m_folder.filePath("command." + format);
    runUnder(QStringLiteral("go1.25"));
    QVERIFY(compareWith({QStringLiteral("article-1.25"), {}, {}}));
    QVERIFY(m_window->exportTo({ExportView::Compare, *exportFormatFromName(format), theme == QLatin1String("dark"), byWindow}));
    QCOMPARE(exportCommand({"unwind-gui", "export", kDemo, "--view", "compare", "--profile", "go1.25", "--profile", "article-1.25",
                            "--theme", theme, "-o", byCommand}),
             0);
    QFile window(byWindow), command(byCommand);
    QVERIFY(window.open(QIODevice::ReadOnly) && command.open(QIODevice::ReadOnly));
    const QByteArray bytes = window.readAll();
    QVERIFY(bytes.size() > 10000);
    QCOMPARE(bytes, command.readAll());
    if (format == QLatin1String("svg")) QVERIFY(bytes.contains("here they part"));
}

void TestCompareView::exportNeedsAComparison() {
    runUnder(QStringLiteral("go1.25"));
    const Status status = m_window->exportTo({ExportView::Compare, ExportFormat::Svg, false, m_folder.filePath(QStringLiteral("none.svg"))});
    QVERIFY(!status);
    QVERIFY(QString::fromStdString(status.error()).contains(QStringLiteral("nothing to compare with")));
}

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
