// Saved recordings in the window: opening, looking, exporting; a long one stays seekable; a damaged one is refused in words.
#include "app/window/exporter.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"
#include "gui/syntheticlog.h"
#include "widgets/deferstack/deferstackdock.h"
#include "widgets/explanation/explanationstrip.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;

class TestRecordings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensARecording();
    void exportsEveryViewAndFormat();
    void exportsTheSameTwice();
    void seeksInALongRecording();
    void refusesADamagedFile();
    void layoutIsRestored();

private:
    void open(MainWindow& window, const QString& path);
    QTemporaryDir m_folder;
    QString m_path;
};

void TestRecordings::initTestCase() {
    setupApplication(*qApp);
    applyTheme(ThemeChoice::Light);
    applyLanguage(QStringLiteral("en"));
    m_path = m_folder.filePath(QStringLiteral("synthetic.unwind"));
    test::writeSyntheticLog(m_path);
}

void TestRecordings::open(MainWindow& window, const QString& path) {
    window.setAnimationDuration(0);
    window.resize(1280, 800);
    window.show();
    window.openFile(path);
    QVERIFY(window.session()->recording());
    QTRY_VERIFY(window.session()->recording()->finished());
}

void TestRecordings::opensARecording() {
    MainWindow window;
    open(window, m_path);
    QTRY_VERIFY(window.session()->cursor()->count() > 0);
    QCOMPARE(window.session()->program().name, QStringLiteral("goexit-vs-panic.go"));
    window.session()->last();
    QCOMPARE(window.session()->cursor()->count(), window.session()->recording()->size());
    QVERIFY(window.findChild<widgets::ExplanationStrip*>()->sentence().contains(QStringLiteral("exit code")));
    window.session()->eventBack();
    QCOMPARE(window.session()->cursor()->count() + 1, window.session()->recording()->size());
}

void TestRecordings::exportsEveryViewAndFormat() {
    MainWindow window;
    open(window, m_path);
    window.session()->cursor()->moveTo(62);
    for (int view = 0; view < 7; ++view) {
        for (ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf}) {
            const QString path = m_folder.filePath(QStringLiteral("export-%1.%2").arg(view).arg(exportFormatName(format)));
            const Status status = window.exportTo({ExportView(view), format, view % 2 == 1, path});
            QVERIFY2(status, status ? "" : status.error().c_str());
            QVERIFY(QFileInfo(path).size() > 800);
            if (format != ExportFormat::Svg) continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray svg = file.readAll();
            QVERIFY(svg.contains("<text"));
            QVERIFY(svg.contains("goexit-vs-panic.go"));
            if (view == 0) QVERIFY(svg.contains("R worker") || svg.contains("worker"));
        }
    }
}

void TestRecordings::exportsTheSameTwice() {
    auto bytes = [&](const QString& name, ExportFormat format) {
        MainWindow window;
        open(window, m_path);
        window.session()->cursor()->moveTo(57);
        const QString path = m_folder.filePath(name);
        if (!window.exportTo({ExportView::Timeline, format, false, path})) return QByteArray();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    for (ExportFormat format : {ExportFormat::Png, ExportFormat::Svg}) {
        const QByteArray first = bytes(QStringLiteral("a"), format);
        QVERIFY(!first.isEmpty());
        QCOMPARE(bytes(QStringLiteral("b"), format), first);
    }
}

void TestRecordings::seeksInALongRecording() {
    const QString path = m_folder.filePath(QStringLiteral("long.unwind"));
    const Seq count = test::writeLongLog(path, 200000);
    MainWindow window;
    open(window, path);
    QCOMPARE(window.session()->recording()->size(), count);
    for (int i = 1; i <= 10; ++i) {
        window.session()->cursor()->moveTo(count * Seq(i) / 11);
        QCOMPARE(window.session()->cursor()->count(), count * Seq(i) / 11);
    }
}

void TestRecordings::refusesADamagedFile() {
    const QString path = m_folder.filePath(QStringLiteral("damaged.unwind"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no recording");
    file.close();
    MainWindow window;
    window.show();
    window.openFile(path);
    auto* sentence = window.findChild<QLabel*>(QStringLiteral("bannerSentence"));
    QVERIFY(sentence->isVisible());
    QVERIFY(!sentence->text().isEmpty());
}

void TestRecordings::layoutIsRestored() {
    {
        MainWindow window;
        open(window, m_path);
        window.findChild<QDockWidget*>(QStringLiteral("panicChainDock"))->hide();
        window.close();
    }
    MainWindow window;
    open(window, m_path);
    QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("panicChainDock"))->isHidden());
    window.resetLayout();
    QVERIFY(!window.findChild<QDockWidget*>(QStringLiteral("panicChainDock"))->isHidden());
    window.close();
}

QTEST_MAIN(TestRecordings)
#include "tst_recordings.moc"
