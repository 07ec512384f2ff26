// What a program reports of itself, in the window: log lines, counters and spans at the cursor, clicks that go to the events, and
// the export, byte for byte the command line's.
#include "app/window/engineclient.h"
#include "app/window/exportdialog.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"
#include "gui/syntheticlog.h"
#include "widgets/observability/observabilitydock.h"
#include "widgets/observability/spandelegate.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace unwind;
using namespace unwind::app;
using namespace unwind::widgets;

namespace {

const QString kDemo = QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/article/4.4-safe-exit-hook.go");

QString dump(const QAbstractItemModel& model) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) cells << model.index(row, column).data().toString();
        const bool future = model.index(row, 0).data(ReportModel::FutureRole).toBool();
        lines << (future ? QStringLiteral("later: ") : QString()) + cells.join(QLatin1Char('|'));
    }
    return lines.join(QLatin1Char('\n'));
}

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

void put(test::LogMaker& log, trace::RecordKind kind, const char* name, const char* attributes, uint64_t value) {
    log.emitEvent(trace::Kind::Record, {uint64_t(kind), log.text(name), log.text(attributes), value});
}

/// Two traces that overlap: "serve" with "read", in which "parse" fails, and "write" that does not end; and "tick".
Seq writeSpans(const QString& path) {
    test::LogMaker log(path, trace::Header{});
    log.go(2, 0);
    put(log, trace::RecordKind::SpanBegin, "serve", R"({"trace":1})", 1);
    put(log, trace::RecordKind::SpanBegin, "read", R"({"parent":1,"trace":1})", 2);
    log.go(3, 0);
    put(log, trace::RecordKind::SpanBegin, "tick", R"({"trace":3})", 3);
    log.go(2, 0);
    put(log, trace::RecordKind::SpanBegin, "parse", R"({"parent":2,"trace":1})", 4);
    put(log, trace::RecordKind::SpanEnd, "parse", R"({"error":"bad input"})", 4);
    put(log, trace::RecordKind::SpanEnd, "read", "{}", 2);
    put(log, trace::RecordKind::SpanBegin, "write", R"({"parent":1,"trace":1})", 5);
    put(log, trace::RecordKind::SpanEnd, "tick", R"({"n":1})", 3);
    put(log, trace::RecordKind::SpanEnd, "serve", "{}", 1);
    log.finish();
    return log.count();
}

} // namespace

class TestObservabilityDock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void demoReportsItself();
    void clicksGoToTheEvents();
    void spansStandInTheirTrees();
    void ofManySpansThoseAtTheCursorAreShown();
    void manyLinesAreReadWhenLookedAt();
    void nothingReportedIsSaid();
    void exportEqualsTheCommandLines_data();
    void exportEqualsTheCommandLines();
    void exportedThroughTheDialogs();
    void exportSaysWhatWentWrong();

private:
    void open(const QString& path, Seq events);
    ObservabilityDock* dock() { return m_window->findChild<ObservabilityDock*>(); }
    Cursor* cursor() { return m_window->session()->cursor(); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Cursor> m_cursor;
};

void TestObservabilityDock::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
    m_window = std::make_unique<MainWindow>();
    m_window->setAnimationDuration(0);
    m_window->show();
    m_window->openFile(kDemo);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->state(), Session::State::Finished, 20000);
    dock()->raise();
    QTRY_VERIFY(dock()->findChild<QTableView*>(QStringLiteral("spansView"))->isVisible());
}

void TestObservabilityDock::open(const QString& path, Seq events) {
    m_cursor.reset();
    auto recording = Recording::open(path);
    QVERIFY(recording);
    m_recording = std::move(*recording);
    m_recording->catchUp();
    QCOMPARE(m_recording->size(), events);
    m_cursor = std::make_unique<Cursor>();
    m_cursor->setRecording(m_recording.get());
}

void TestObservabilityDock::demoReportsItself() {
    m_window->session()->last();
    QCOMPARE(dump(*dock()->counters()), QStringLiteral("goroutine_exits_total|reason=cleanup|2\ngoroutine_exits_total|reason=timeout|1"));
    QCOMPARE(dock()->lines()->rowCount(), 3);
    QCOMPARE(dock()->lines()->index(1, LogLinesModel::LineColumn).data().toString(), QStringLiteral("goroutine exits  reason=timeout"));
    QCOMPARE(dock()->lines()->index(1, LogLinesModel::LevelColumn).data().toString(), QStringLiteral("INFO"));
    QCOMPARE(dock()->spans()->rowCount(), 4);
    QVERIFY(dock()->spans()->index(3, SpansModel::DurationColumn).data().toString().endsWith(QStringLiteral("open")));
    QCOMPARE(dock()->count(), QStringLiteral("3 of 3 log lines · 2 counters · 4 spans"));
    m_window->session()->first();
    QCOMPARE(dump(*dock()->counters()), QStringLiteral("later: goroutine_exits_total|reason=cleanup|0\nlater: goroutine_exits_total|reason=timeout|0"));
    QCOMPARE(dock()->count(), QStringLiteral("0 of 3 log lines · 2 counters · 4 spans"));
    QCOMPARE(dock()->spans()->index(0, SpansModel::DurationColumn).data().toString(), QString());
}

void TestObservabilityDock::clicksGoToTheEvents() {
    auto click = [this](const char* view, int row) {
        auto* table = dock()->findChild<QTableView*>(QLatin1String(view));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, 1)).center());
        return *cursor()->event();
    };
    trace::Event e = click("logLinesView", 1);
    QCOMPARE(e.kind, trace::Kind::Record);
    QCOMPARE(trace::RecordKind(e.args[0]), trace::RecordKind::Log);
    QCOMPARE(e.go, GoId{3});
    QCOMPARE(dump(*dock()->counters()).count(QStringLiteral("later")), 1); // timeout is counted after its line
    e = click("spansView", 2);
    QCOMPARE(trace::RecordKind(e.args[0]), trace::RecordKind::SpanBegin);
    QCOMPARE(e.args[3], uint64_t{3});
    e = click("countersView", 0); // its last count up to here
    QCOMPARE(trace::RecordKind(e.args[0]), trace::RecordKind::Count);
    QCOMPARE(e.go, GoId{2});
    m_window->session()->last();
    e = click("countersView", 0);
    QCOMPARE(e.go, GoId{4});
}

void TestObservabilityDock::spansStandInTheirTrees() {
    const QString path = m_folder.filePath(QStringLiteral("spans"));
    open(path, writeSpans(path));
    SpansModel spans(m_cursor.get(), nullptr);
    QAbstractItemModelTester tester(&spans, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_cursor->moveTo(m_recording->size());
    spans.refresh();
    QStringList rows;
    for (int i = 0; i < spans.rowCount(); ++i)
        rows << spans.index(i, SpansModel::TraceColumn).data().toString() + QLatin1Char('|') + spans.index(i, SpansModel::NameColumn).data().toString();
    QCOMPARE(rows, (QStringList{QStringLiteral("1|serve"), QStringLiteral("|   read"), QStringLiteral("|      parse"), QStringLiteral("|   write"), QStringLiteral("3|tick")}));
    QVERIFY(spans.index(2, SpansModel::DurationColumn).data().toString().startsWith(QStringLiteral("✕")));
    QVERIFY(spans.index(2, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("error=\"bad input\"")));
    QVERIFY(spans.index(3, SpansModel::DurationColumn).data().toString().endsWith(QStringLiteral("open")));
    QCOMPARE(spans.axis(), (TimeRange{spans.row(0).span.begin, m_recording->endTime()}));

    m_cursor->moveTo(3); // serve, read and tick have begun
    spans.refresh();
    QCOMPARE(spans.rowCount(), 5);
    QVERIFY(!spans.index(4, 0).data(ReportModel::FutureRole).toBool());
    QVERIFY(spans.index(2, 0).data(ReportModel::FutureRole).toBool());
    QVERIFY(!spans.hasEnded(spans.row(1)));

    const QRectF cell(10, 0, 100, 20);
    QCOMPARE(spanX(cell, {100, 300}, 100), 10.0);
    QCOMPARE(spanX(cell, {100, 300}, 200), 60.0);
    QCOMPARE(spanX(cell, {100, 300}, 400), 110.0);
    QCOMPARE(spanX(cell, {100, 100}, 100), 10.0);
}

void TestObservabilityDock::ofManySpansThoseAtTheCursorAreShown() {
    const QString path = m_folder.filePath(QStringLiteral("many"));
    {
        test::LogMaker log(path, trace::Header{});
        log.go(2, 0);
        for (uint64_t i = 1; i <= 5000; ++i) {
            put(log, trace::RecordKind::SpanBegin, "work", R"({"trace":1})", i);
            put(log, trace::RecordKind::SpanEnd, "work", "{}", i);
            put(log, trace::RecordKind::Count, "work_total", QStringLiteral("{\"n\":\"%1\"}").arg(i).toUtf8().constData(), 1);
        }
        log.finish();
    }
    open(path, 15000);
    SpansModel spans(m_cursor.get(), nullptr);
    CountersModel counters(m_cursor.get(), nullptr);
    for (Seq at : {Seq(0), Seq(6000), Seq(15000)}) {
        m_cursor->moveTo(at);
        spans.refresh();
        counters.refresh();
        QCOMPARE(spans.rowCount(), int(SpansModel::kMostRows));
        QVERIFY(spans.row(0).span.seq <= at && spans.row(999).span.seq + 3 >= at);
        QCOMPARE(counters.rowCount(), int(CountersModel::kMostRows));
    }
    QCOMPARE(spans.total(), size_t{5000});
    QCOMPARE(counters.total(), size_t{5000});
    QCOMPARE(spans.row(999).span.number, uint64_t{5000});
}

void TestObservabilityDock::manyLinesAreReadWhenLookedAt() {
    const QString path = m_folder.filePath(QStringLiteral("lines"));
    test::LogMaker log(path, trace::Header{});
    log.go(2, 0);
    auto write = [&](int from, int to) {
        for (int i = from; i < to; ++i)
            put(log, trace::RecordKind::Log, QStringLiteral("line %1").arg(i).toUtf8().constData(), R"({"level":"WARN","disk":"full"})", 4);
    };
    write(0, 10000);
    log.finish();
    open(path, 10000);
    LogLinesModel lines(m_cursor.get(), nullptr);
    QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_cursor->moveTo(7000);
    lines.refresh();
    QCOMPARE(lines.rowCount(), 10000);
    QCOMPARE(lines.rowAtCursor(), 6999);
    for (int row : {0, 63, 64, 9999, 5000})
        QCOMPARE(lines.index(row, LogLinesModel::LineColumn).data().toString(), QStringLiteral("line %1  disk=full").arg(row));
    QVERIFY(lines.index(7000, 0).data(ReportModel::FutureRole).toBool());
    QVERIFY(!lines.index(6999, 0).data(ReportModel::FutureRole).toBool());
    QCOMPARE(lines.event(7000), Seq(7000));
    lines.reset();
    QCOMPARE(lines.rowCount(), 0);
}

void TestObservabilityDock::nothingReportedIsSaid() {
    const QString path = m_folder.filePath(QStringLiteral("silent"));
    open(path, test::writeSyntheticLog(path));
    ObservabilityDock silent(m_cursor.get());
    silent.show();
    QVERIFY(silent.isEmpty());
    QVERIFY(silent.count().isEmpty());
    QVERIFY(!silent.findChild<QToolButton*>(QStringLiteral("observabilityExport"))->isVisible());
    auto* sentence = silent.findChild<QStackedWidget*>()->currentWidget();
    for (const char* package : {"log/slog", "unwind/metrics", "unwind/trace"})
        QVERIFY(qobject_cast<QLabel*>(sentence)->text().contains(QLatin1String(package)));
}

void TestObservabilityDock::exportEqualsTheCommandLines_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<Seq>("at");
    const char* const names[] = {"jsonl", "prometheus", "otlp"};
    for (int format = 0; format < 3; ++format)
        for (Seq at : {Seq(0), Seq(500)}) QTest::addRow("%s at %d", names[format], int(at)) << format << at;
}

void TestObservabilityDock::exportEqualsTheCommandLines() {
    QFETCH(int, format);
    QFETCH(Seq, at);
    const char* const names[] = {"jsonl", "prometheus", "otlp"};
    const QString byCommand = m_folder.filePath(QStringLiteral("command")), byWindow = m_folder.filePath(QStringLiteral("window"));
    QStringList words{QStringLiteral("export"), kDemo, QStringLiteral("--view"), QStringLiteral("observability"), QStringLiteral("--format"),
                      QLatin1String(names[format]), QStringLiteral("-o"), byCommand};
    if (at > 0) words << QStringLiteral("--at") << QString::number(at);
    QCOMPARE(QProcess::execute(EngineClient::enginePath(), words), 0);
    if (at > 0) cursor()->moveTo(at);
    else m_window->session()->last();
    ReportExporter exporter;
    QSignalSpy finished(&exporter, &ReportExporter::finished);
    exporter.start(*m_window->session()->recording(), cursor()->count(), ReportFormat(format), byWindow);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(readAll(byWindow).size() > 50);
    QCOMPARE(readAll(byWindow), readAll(byCommand));
}

void TestObservabilityDock::exportedThroughTheDialogs() {
    const QString path = m_folder.filePath(QStringLiteral("counters.prom"));
    m_window->session()->last();
    QTimer person;
    connect(&person, &QTimer::timeout, this, [&] {
        if (auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget())) {
            auto* format = dialog->findChild<QComboBox*>(QStringLiteral("exportFormat"));
            QVERIFY(!dialog->findChild<QComboBox*>(QStringLiteral("exportTheme"))->isVisible());
            format->setCurrentIndex(int(ReportFormat::Prometheus));
            dialog->accept();
        } else if (auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            files->selectFile(path);
            files->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
        }
    });
    person.start(10);
    QTest::mouseClick(dock()->findChild<QToolButton*>(QStringLiteral("observabilityExport")), Qt::LeftButton);
    QTRY_COMPARE(readAll(path), QByteArray("# TYPE goroutine_exits_total counter\n"
                                           "goroutine_exits_total{reason=\"cleanup\"} 2\ngoroutine_exits_total{reason=\"timeout\"} 1\n"));
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(path));

    ExportDialog dialog(false, ExportView::Timeline);
    auto* view = dialog.findChild<QComboBox*>(QStringLiteral("exportView"));
    auto* format = dialog.findChild<QComboBox*>(QStringLiteral("exportFormat"));
    QVERIFY(!dialog.reportFormat());
    format->setCurrentIndex(2);
    view->setCurrentIndex(1);
    QCOMPARE(dialog.options().view, ExportView::Defers);
    QCOMPARE(dialog.options().format, ExportFormat::Pdf); // stays from picture to picture
    dialog.proposeReports();
    QVERIFY(dialog.reportFormat() == ReportFormat::JsonLines);
    view->setCurrentIndex(0);
    QVERIFY(!dialog.reportFormat());
    QCOMPARE(dialog.options().format, ExportFormat::Png);
}

void TestObservabilityDock::exportSaysWhatWentWrong() {
    ReportExporter exporter;
    QSignalSpy failed(&exporter, &ReportExporter::failed);
    exporter.start(*m_window->session()->recording(), 0, ReportFormat::Otlp, m_folder.filePath(QStringLiteral("no/such/folder")));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("no/such/folder")));
}

QTEST_MAIN(TestObservabilityDock)
#include "tst_observabilitydock.moc"
