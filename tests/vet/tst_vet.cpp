// vet: each check on wrong and right programs, silence on what is right, and the command line's forms.
#include <QtTest>

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#ifndef Q_MOC_RUN
#include "lang/syntax/parser.h"
#include "lang/types/checker.h"
#include "session/load.h"
#include "std/sources.h"
#include "vet/vet.h"
#endif

using namespace unwind;

namespace {

const QString kRoot = UNWIND_SOURCE_DIR;

QString text(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Diagnostics vetted(const QString& source, const char* profile = "go1.25") {
    const auto built = session::buildVetted({{"a.go", source.toStdString(), false}}, *profile::find(profile), true);
    if (!built.ok()) qFatal("%s", session::formatDiagnostics(built).c_str());
    return built.warnings;
}

QString message(const Diagnostic& d) { return QString::fromStdString(d.message); }

/// "12 lostcancel" a finding.
QStringList places(const Diagnostics& found) {
    QStringList list;
    for (const Diagnostic& d : found) list << QString("%1 %2").arg(d.pos.line).arg(QString::fromStdString(d.code));
    return list;
}

struct Ran {
    int exitCode = -1;
    QString out, err;
};

Ran command(const QStringList& words) {
    QProcess process;
    process.start(UNWIND_PROGRAM, words);
    if (!process.waitForFinished(60'000)) return {-1, "", "did not end"};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A package of the standard library with all its bodies checked, and what vet says about it.
class Library {
public:
    QStringList vet(const std::string& path) {
        auto package = m_program.import(path);
        if (!package) return {QString::fromStdString(package.error())};
        for (types::Func* func : (*package)->funcs()) m_program.body(func);
        QStringList lines;
        for (const Diagnostic& d : vet::check(m_program.info(), **package, m_files[path], profile::Profile{}))
            lines << QString("%1:%2: %3").arg(QString::fromStdString(m_paths[d.pos.file.value - 1])).arg(d.pos.line).arg(message(d));
        return lines;
    }

private:
    std::vector<const syntax::File*> load(std::string_view path) {
        std::vector<const syntax::File*>& files = m_files[std::string(path)];
        for (const auto& file : stdlib::files(path)) {
            m_paths.emplace_back(file.path);
            auto parsed = syntax::parse({std::string(file.path), std::string(file.text), true}, FileId(uint32_t(m_paths.size())), m_ids);
            m_trees.push_back(std::move(parsed.file));
            files.push_back(m_trees.back().get());
        }
        return files;
    }

    syntax::NodeIds m_ids;
    std::vector<std::string> m_paths;
    std::vector<std::unique_ptr<syntax::File>> m_trees;
    std::map<std::string, std::vector<const syntax::File*>> m_files;
    types::Program m_program{[this](std::string_view path) { return load(path); }};
};

} // namespace

class TestVet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongAndRight_data() {
        QTest::addColumn<QString>("path");
        for (const QFileInfo& file : QDir(kRoot + "/tests/vet/programs").entryInfoList({"*.go"}))
            QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
    }
    // A line's finding stands behind it as // want "pattern"; lines without one have none.
    void wrongAndRight() {
        QFETCH(QString, path);
        static const QRegularExpression want("// want \"(.*)\"$");
        const QString source = text(path);
        QMap<int, QString> wanted;
        const QStringList lines = source.split('\n');
        for (int i = 0; i < lines.size(); ++i)
            if (const auto match = want.match(lines[i]); match.hasMatch()) wanted[i + 1] = match.captured(1);
        for (const Diagnostic& d : vetted(source)) {
            const QString pattern = wanted.take(int(d.pos.line));
            QVERIFY2(!pattern.isEmpty() && QRegularExpression(pattern).match(message(d)).hasMatch(),
                     qPrintable(QString("line %1: %2").arg(d.pos.line).arg(message(d))));
            QCOMPARE(d.severity, Severity::Warning);
            QVERIFY(d.end > d.pos);
            QVERIFY(!vet::explanation(d.code).empty());
        }
        QVERIFY2(wanted.isEmpty(), qPrintable(QString("nothing found on line %1").arg(wanted.isEmpty() ? 0 : wanted.firstKey())));
    }

    void everyCheckIsTried() {
        QSet<QString> tried;
        for (const QFileInfo& file : QDir(kRoot + "/tests/vet/programs").entryInfoList({"*.go"}))
            for (const Diagnostic& d : vetted(text(file.filePath()))) tried.insert(QString::fromStdString(d.code));
        for (const vet::Check& check : vet::checks()) QVERIFY2(tried.contains(QString::fromUtf8(check.code.data())), check.code.data());
    }

    void rulesOfTheProfileCount() {
        const QString outside = "package main\n\nfunc main() {\n\trecover()\n}\n";
        QCOMPARE(message(vetted(outside).at(0)), QString("recover() stops no panic here: main is never deferred"));
        QCOMPARE(message(vetted(outside, "article-1.25").at(0)), QString("recover() is a run-time error here: main is never deferred"));
        QCOMPARE(places(vetted(outside, "article-1.24")), QStringList());
        const QString guarded = "package main\n\nimport \"runtime\"\n\nfunc f() {\n\tdefer func() { recover() }()\n\truntime.Goexit()\n}\n\n"
                                "func main() { f() }\n";
        QCOMPARE(places(vetted(guarded)), QStringList{"7 maingoexit"});
        QCOMPARE(places(vetted(guarded, "article-1.25")), QStringList{});
    }

    // Only the programs that demonstrate a fault are warned about, and only where they do.
    void demosAndTestPrograms_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("expected");
        static const QMap<QString, QStringList> faults{
            {"04-recovers-that-do-not", {"8 helperrecover", "18 recoveroutside", "30 nestedrecover"}},
            {"21-recover-outside", {"10 recoveroutside"}},
            {"1a-recover-outside", {"12 recoveroutside"}},
            {"1e-vet-check", {"11 recoveroutside"}},
            {"2.3b-exit-code", {"25 skippeddefer"}},
            {"3.2b-only-goexit", {"22 lostcancel", "26 lostcancel"}},
            {"4.2b-goexit-of-main", {"47 maingoexit"}},
            {"recover_table", {"37 recoveroutside", "151 deferrecover", "162 recoveroutside"}},
            {"defer_rules", {"179 skippeddefer"}},
            {"goexit_rules", {"115 maingoexit"}},
            {"recover_rules", {"129 nestedrecover", "156 recoveroutside", "172 recoveroutside"}},
            {"logging", {"38 skippeddefer"}},
            {"runtimes", {"45 recoveroutside"}},
            {"testing", {"45 testinggoroutine"}},
        };
        for (const char* folder : {"/resources/demos", "/resources/demos/article", "/tests/programs", "/tests/std/programs"})
            for (const QFileInfo& file : QDir(kRoot + folder).entryInfoList({"*.go"}))
                QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath() << faults.value(file.completeBaseName());
    }
    void demosAndTestPrograms() {
        QFETCH(QString, path);
        QFETCH(QStringList, expected);
        const Diagnostics found = vetted(text(path));
        QStringList words;
        for (const Diagnostic& d : found) words << QString("%1: %2").arg(d.pos.line).arg(message(d));
        QVERIFY2(places(found) == expected, qPrintable('\n' + words.join('\n')));
    }

    void standardLibrary_data() {
        QTest::addColumn<QString>("path");
        const QDir root(kRoot + "/resources/std");
        QDirIterator it(root.path(), QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (it.hasNext())
            if (const QString path = it.next(); !QDir(path).entryList({"*.go"}).isEmpty())
                QTest::newRow(qPrintable(root.relativeFilePath(path))) << root.relativeFilePath(path);
    }
    void standardLibrary() {
        QFETCH(QString, path);
        QCOMPARE(Library().vet(path.toStdString()), QStringList{});
    }

    void commandLine() {
        QTemporaryDir dir;
        QFile file(dir.filePath("a.go"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("package main\n\nfunc main() {\n\tdefer recover()\n}\n");
        file.close();
        const Ran lines = command({"vet", file.fileName()});
        QCOMPARE(lines.err, file.fileName() + ":4:8: defer recover() stops no panic: no deferred function calls it\n");
        QCOMPARE(lines.out, QString());
        QCOMPARE(lines.exitCode, 1);
        const Ran json = command({"vet", "--json", file.fileName()});
        const QJsonObject expected{{"path", file.fileName()}, {"line", 4}, {"column", 8}, {"endLine", 4}, {"endColumn", 17},
                                   {"severity", "warning"}, {"code", "deferrecover"},
                                   {"message", "defer recover() stops no panic: no deferred function calls it"},
                                   {"explanation", QString::fromUtf8(vet::explanation("deferrecover").data())}};
        QCOMPARE(QJsonDocument::fromJson(json.out.toUtf8()).array(), QJsonArray{expected});
        QCOMPARE(json.exitCode, 0);
        const Ran clean = command({"vet", kRoot + "/resources/demos/03-recover-works.go"});
        QCOMPARE(clean.exitCode, 0);
        QCOMPARE(clean.out + clean.err, QString());
    }
};

QTEST_GUILESS_MAIN(TestVet)
#include "tst_vet.moc"
