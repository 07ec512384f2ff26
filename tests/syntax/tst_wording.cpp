// Wrong programs under data/errors: each begins with the faults the Go compiler reports, as "// ERROR line:column: text".
// With UNWIND_GO_ROOT set to an installed Go 1.25 those lines are themselves compared with what its compiler prints.
#include <QtTest>

#include "parsing.h"

using namespace unwind::syntax;

namespace {

const QString kFolder = QStringLiteral(UNWIND_SOURCE_DIR "/tests/syntax/data/errors");

QByteArray contents(const QString& name)
{
    QFile file(kFolder + '/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString expectations(const QByteArray& text)
{
    QString lines;
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("// ERROR "))
            lines += QString::fromUtf8(line.mid(9)) + '\n';
    }
    return lines;
}

} // namespace

class TestErrors : public QObject {
    Q_OBJECT

private slots:
    void wording_data() { programs(); }
    void wording();
    void compiler_data() { programs(); }
    void compiler();

private:
    void programs();
};

void TestErrors::programs()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(kFolder).entryList({"*.go"}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 40);
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestErrors::wording()
{
    QFETCH(QString, name);
    const QByteArray text = contents(name);
    const ParseResult result = parseText(text.toStdString(), name.toStdString());
    QCOMPARE(QString::fromStdString(errorText(result)), expectations(text));
}

void TestErrors::compiler()
{
    QFETCH(QString, name);
    const QString root = qEnvironmentVariable("UNWIND_GO_ROOT");
    if (root.isEmpty())
        QSKIP("UNWIND_GO_ROOT is not set");
    QTemporaryDir folder; // the compiler removes its output file after a fault
    QVERIFY(folder.isValid());
    QProcess go;
    go.setWorkingDirectory(kFolder);
    go.setProcessChannelMode(QProcess::MergedChannels);
    go.start(root + "/bin/go", {"tool", "compile", "-o", folder.filePath("p.o"), "-p", "p", name});
    QVERIFY(go.waitForFinished());
    QString printed = QString::fromUtf8(go.readAll());
    printed.replace(QRegularExpression("^" + QRegularExpression::escape(name) + ":", QRegularExpression::MultilineOption), "");
    QCOMPARE(printed, expectations(contents(name)));
}

QTEST_APPLESS_MAIN(TestErrors)
#include "tst_wording.moc"
