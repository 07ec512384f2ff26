// The interception chart: it shows the figures of the command's JSON, measures in a process of its own, and can be cancelled.
#include "app/window/benchdialog.h"
#include "app/window/engineclient.h"
#include "app/window/theme.h"
#include "widgets/common/plot.h"

#include <QtTest>

using namespace unwind::app;

class TestBenchDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void measuresAndShowsTheJson();
    void shownFiguresAreTheJsons();
    void canBeCancelled();
    void aFaultIsTold();

private:
    static QJsonObject byCommand();
    static QCPBars* bars(BenchDialog& dialog, const char* name) { return dialog.findChild<QCPBars*>(QLatin1String(name)); }
};

void TestBenchDialog::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
}

QJsonObject TestBenchDialog::byCommand() {
    QProcess process;
    process.start(EngineClient::enginePath(), {"bench", "interception", "--json"});
    if (!process.waitForFinished(120000)) qFatal("the measurement does not end");
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

void TestBenchDialog::measuresAndShowsTheJson() {
    BenchDialog dialog;
    dialog.show();
    auto* progress = dialog.findChild<QProgressBar*>(QStringLiteral("benchProgress"));
    QSignalSpy measured(&dialog, &BenchDialog::measured);
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("benchStart")), Qt::LeftButton);
    QVERIFY(dialog.isRunning() && progress->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(progress->maximum() > 0 || !dialog.isRunning(), 60000);
    QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 1, 120000);
    QVERIFY(!dialog.isRunning() && !progress->isVisible());
    QCOMPARE(dialog.result()[QStringLiteral("mechanisms")].toArray().size(), 3);
    QCOMPARE(bars(dialog, "benchMeasured")->dataCount(), 3);
}

void TestBenchDialog::shownFiguresAreTheJsons() {
    BenchDialog dialog;
    const QJsonObject json = byCommand();
    dialog.showResult(json);
    const QJsonArray mechanisms = json[QStringLiteral("mechanisms")].toArray();
    auto* whiskers = dialog.findChild<QCPErrorBars*>(QStringLiteral("benchMeasuredDeviation"));
    auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("benchTable"));
    for (int i = 0; i < 3; ++i) {
        const QJsonValue m = mechanisms[i];
        QCOMPARE(bars(dialog, "benchMeasured")->data()->at(i)->value, m["nanoseconds"]["mean"].toDouble());
        QCOMPARE(whiskers->data()->at(i).errorPlus, m["nanoseconds"]["deviation"].toDouble());
        QCOMPARE(bars(dialog, "benchArticle")->data()->at(i)->value, m["article"]["mean"].toDouble());
        QCOMPARE(table->item(i, 4)->text(), QString::number(m["ratio"]["median"].toDouble(), 'f', 2));
        QCOMPARE(table->item(i, 5)->text(), QString::number(m["allocations"].toInteger()));
        QCOMPARE(table->item(i, 6)->text(), QString::number(m["collections"].toInteger()));
    }
    QCOMPARE(table->item(1, 0)->text(), QStringLiteral("hook"));
}

void TestBenchDialog::canBeCancelled() {
    BenchDialog dialog;
    dialog.show();
    dialog.start();
    QVERIFY(dialog.isRunning());
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("benchStart")), Qt::LeftButton);
    QVERIFY(!dialog.isRunning());
    QVERIFY(dialog.result().isEmpty());
    QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("benchWords"))->text(), QStringLiteral("The measurement was given up."));
    dialog.start();
    dialog.reject(); // closing gives up too
    QVERIFY(!dialog.isRunning());
}

void TestBenchDialog::aFaultIsTold() {
    const QByteArray engine = qgetenv("UNWIND_ENGINE");
    qputenv("UNWIND_ENGINE", "/nowhere/unwind");
    BenchDialog dialog;
    dialog.start();
    QTRY_VERIFY(dialog.findChild<QLabel*>(QStringLiteral("benchWords"))->text().contains(QStringLiteral("can not be started")));
    QVERIFY(!dialog.isRunning());
    qputenv("UNWIND_ENGINE", engine);
}

QTEST_MAIN(TestBenchDialog)
#include "tst_benchdialog.moc"
