// What the window exports is byte for byte what `unwind export` writes: every view, every format, in both themes and languages,
// the command in a process of its own.
#include "app/window/exporter.h"
#include "app/window/mainwindow.h"
#include "app/window/matrixdialog.h"
#include "app/window/theme.h"
#include "widgets/compare/compareview.h"
#include "widgets/matrix/matrixview.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::app;

class TestExports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setupApplication(*qApp); }
    void windowEqualsCommandLine_data();
    void windowEqualsCommandLine();

private:
    /// As a person does: run, go to the step, export.
    Status exportFromWindow(const ExportOptions& options);
    QTemporaryDir m_folder;
};

namespace {

const QString kDemo = QStringLiteral(UNWIND_SOURCE_DIR "/resources/demos/20-goexit-intercepted.go");
constexpr Seq kStep = 60;

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestExports::windowEqualsCommandLine_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    int row = 0;
    for (const char* view : {"timeline", "defers", "panics", "scheduler", "explanation", "not-run", "states", "compare", "matrix"}) {
        for (const char* format : {"png", "svg", "pdf"}) {
            QTest::addRow("%s as %s", view, format)
                << QString::fromLatin1(view) << QString::fromLatin1(format) << (row % 2 == 1) << (row % 4 > 1 ? "zh_CN" : "en");
            ++row;
        }
    }
}

Status TestExports::exportFromWindow(const ExportOptions& options) {
    MainWindow window;
    window.setAnimationDuration(0);
    window.show();
    window.openFile(kDemo);
    Session* session = window.session();
    if (!QTest::qWaitFor([&] { return session->state() == Session::State::Finished; }, 20000)) return Error{"the program did not end"};
    if (options.view == ExportView::Matrix) {
        window.findChild<QAction*>(QStringLiteral("actionMatrix"))->trigger();
        auto* dialog = window.findChild<MatrixDialog*>();
        auto* table = dialog->findChild<widgets::MatrixView*>();
        if (!QTest::qWaitFor([&] { return table->hasTable(); }, 20000)) return Error{"the table did not come"};
        return dialog->exportTo(options);
    }
    if (options.view == ExportView::Compare) {
        window.compareWith({QStringLiteral("go1.25"), {}, {}});
        auto* view = window.findChild<widgets::CompareView*>();
        if (!QTest::qWaitFor([&] { return view->runs() != nullptr; }, 30000)) return Error{"the comparison did not come"};
    } else {
        session->cursor()->moveTo(kStep);
    }
    return window.exportTo(options);
}

void TestExports::windowEqualsCommandLine() {
    QFETCH(QString, view);
    QFETCH(QString, format);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    const QString name = view + QLatin1Char('.') + format;
    const QString byWindow = m_folder.filePath("window-" + name), byCommand = m_folder.filePath("command-" + name);
    QStringList words{"export", "--view", view, "--theme", dark ? "dark" : "light", "--language", language, "-o", byCommand};
    if (view == QLatin1String("matrix")) words << QStringLiteral("--profile") << QStringLiteral("article-1.25");
    else words << kDemo;
    if (view == QLatin1String("compare")) words << QStringLiteral("--profile") << QStringLiteral("go1.25");
    else if (view != QLatin1String("matrix")) words << QStringLiteral("--at") << QString::number(kStep);
    QProcess command;
    command.setProcessChannelMode(QProcess::ForwardedChannels);
    command.start(QStringLiteral(UNWIND_PROGRAM), words);

    applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    applyLanguage(language);
    const Status status = exportFromWindow({*exportViewFromName(view), *exportFormatFromName(format), dark, byWindow});
    QVERIFY2(status, status ? "" : status.error().c_str());
    QTRY_COMPARE_WITH_TIMEOUT(command.state(), QProcess::NotRunning, 60000);
    QCOMPARE(command.exitCode(), 0);
    const QByteArray picture = contents(byWindow);
    QVERIFY(picture.size() > 1000);
    QVERIFY(contents(byCommand) == picture);
}

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
