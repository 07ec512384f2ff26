// Every Go file under src and test of an installed Go that gofmt accepts parses without a syntax error, quickly.
// Needs UNWIND_GO_ROOT.
#include <QtTest>

#include "parsing.h"

using namespace unwind::syntax;

class TestCorpus : public QObject {
    Q_OBJECT

private slots:
    void parsesWhatGofmtAccepts();
};

namespace {

/// Files gofmt reports a fault for.
QSet<QString> rejectedByGofmt(const QString& root)
{
    QProcess gofmt;
    gofmt.setWorkingDirectory(root);
    gofmt.start(root + "/bin/gofmt", {"-e", "-l", "src", "test"});
    gofmt.waitForFinished(-1);
    QSet<QString> rejected;
    for (const QString& line : QString::fromUtf8(gofmt.readAllStandardError()).split('\n'))
        rejected.insert(line.section(':', 0, 0));
    return rejected;
}

QStringList goFiles(const QString& root)
{
    QStringList files;
    for (const char* folder : {"src", "test"}) {
        QDirIterator it(root + '/' + folder, {"*.go"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files << it.next();
    }
    files.sort();
    return files;
}

} // namespace

void TestCorpus::parsesWhatGofmtAccepts()
{
    const QString root = qEnvironmentVariable("UNWIND_GO_ROOT");
    if (root.isEmpty())
        QSKIP("UNWIND_GO_ROOT is not set");
    const QSet<QString> rejected = rejectedByGofmt(root);
    NodeIds ids;
    int parsed = 0;
    qint64 bytes = 0;
    QStringList failed;
    for (const QString& path : goFiles(root)) {
        const QString name = QDir(root).relativeFilePath(path);
        QFile file(path);
        if (rejected.contains(name) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        const ParseResult result = parse({name.toStdString(), text.toStdString()}, unwind::FileId{1}, ids);
        ++parsed;
        bytes += text.size();
        if (!result.checkable && !text.startsWith("// errorcheck")) // gofmt lets a few wrong programs pass
            failed << name + ": " + QString::fromStdString(errorText(result));
    }
    qInfo("%d files, %lld bytes, %lld rejected by gofmt", parsed, bytes, static_cast<long long>(rejected.size()));
    QVERIFY(parsed > 5000);
    QCOMPARE(failed.join('\n'), QString());
}

QTEST_APPLESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
