// Every claim of the article, run: its events and output under the rules that make it true, and what released Go does.
#include "claims.h"

#include <QtTest>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#ifndef Q_MOC_RUN
#include "session/header.h"
#include "session/load.h"
#include "session/run.h"
#include "trace/printer.h"
#endif

using namespace unwind;

namespace {

const QString kDemos = UNWIND_SOURCE_DIR "/resources/demos/article/";

QString text(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Ran {
    int exitCode = -1;
    QString out, err, vet;
    QStringList events; ///< without their number, time and P: "G2 GoexitBegin panic=p1 …"
};

QString lineOf(const trace::LogReader& log, const trace::Event& event) {
    static const QRegularExpression columns("^\\s*\\d+\\s+\\S+\\s+\\S+\\s+");
    return QString::fromStdString(trace::eventLine(log, event)).remove(columns).simplified();
}

/// Runs a demo in this process, recorded.
Ran run(const QString& demo, const QString& profileName, const QStringList& rules = {}) {
    session::Options options;
    options.profile = profileName.toStdString();
    for (const QString& rule : rules) options.rules.push_back(rule.toStdString());
    auto sources = session::readSources({(kDemos + demo + ".go").toStdString()});
    if (!sources) qFatal("%s", sources.error().c_str());
    const auto profile = session::resolveProfile(options, sources->front().text);
    if (!profile) qFatal("%s", profile.error().c_str());
    const auto built = session::buildVetted(std::move(*sources), *profile);
    if (!built.ok()) qFatal("%s", session::formatDiagnostics(built).c_str());
    Ran ran;
    for (const Diagnostic& d : built.warnings)
        ran.vet += QString("%1:%2: %3\n").arg(d.pos.line).arg(d.pos.column).arg(QString::fromStdString(d.message));

    QTemporaryDir folder;
    const std::string path = folder.filePath("log").toStdString();
    auto log = trace::LogWriter::create({path}, session::makeHeader(built.program, *profile, options));
    if (!log) qFatal("%s", log.error().c_str());
    QByteArray out, err;
    const auto code = session::run(built.program, *profile, options, log->get(), [&](int fd, std::string_view text) {
        (fd == 1 ? out : err).append(text.data(), qsizetype(text.size()));
    });
    (*log)->finish();
    if (!code) qFatal("%s", code.error().c_str());
    ran.exitCode = *code;
    ran.out = QString::fromUtf8(out);
    ran.err = QString::fromUtf8(err);
    const auto reader = trace::LogReader::open(path);
    if (!reader) qFatal("%s", reader.error().c_str());
    (*reader)->forEach(0, (*reader)->size(), [&](const trace::Event& event) {
        ran.events << lineOf(**reader, event);
        return true;
    });
    return ran;
}

bool matches(const QString& line, const QString& pattern) { return QRegularExpression(pattern).match(line).hasMatch(); }

/// Standard error up to the first empty line or stack, as record.py keeps it.
QStringList faultsOf(const QString& err) {
    QStringList lines;
    for (const QString& line : err.split('\n')) {
        if (line.isEmpty() || line.startsWith("goroutine ")) break;
        lines << line;
    }
    return lines;
}

QStringList demoNames() {
    QStringList names;
    for (const QFileInfo& file : QDir(kDemos).entryInfoList({"*.go"})) names << file.completeBaseName();
    return names;
}

QString rowOf(const Claim& c) {
    QString profile = '`' + c.profile + '`';
    for (const QString& rule : c.rules) profile += ", `" + rule + '`';
    return QString("| %1 | %2 | [%3](%3.go) | %4 | %5 | %6 |").arg(c.section, c.text, c.demo, profile, c.shows, c.released);
}

} // namespace

class TestArticle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void claimHolds_data() {
        QTest::addColumn<int>("row");
        const QList<Claim> all = claims();
        for (int i = 0; i < all.size(); ++i)
            QTest::addRow("%s %s: %s", qPrintable(all[i].section), qPrintable(all[i].demo), qPrintable(all[i].text)) << i;
    }
    void claimHolds() {
        QFETCH(int, row);
        const Claim claim = claims()[row];
        const Ran ran = run(claim.demo, claim.profile, claim.rules);
        const QStringList& happened = ran.events;
        qsizetype at = 0;
        for (const QString& pattern : claim.events) {
            while (at < happened.size() && !matches(happened[at], pattern)) ++at;
            QVERIFY2(at < happened.size(), qPrintable("not there, or not in this order: " + pattern));
            ++at;
        }
        for (const QString& pattern : claim.never)
            for (const QString& line : happened) QVERIFY2(!matches(line, pattern), qPrintable(line));
        QCOMPARE(ran.out, claim.output);
        QCOMPARE(ran.exitCode, claim.exitCode);
        QVERIFY2(claim.error.isEmpty() ? ran.err.isEmpty() : matches(ran.err, claim.error), qPrintable(ran.err));
        if (!claim.vet.isEmpty()) QVERIFY2(matches(ran.vet, claim.vet), qPrintable(ran.vet));
    }

    // Recorded from real Go 1.25 by tests/programs/record.py.
    void releasedGo_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : demoNames()) QTest::newRow(qPrintable(name)) << name;
    }
    void releasedGo() {
        QFETCH(QString, name);
        const QString recorded = text(UNWIND_SOURCE_DIR "/tests/article/" + name + ".expected.json");
        QVERIFY2(!recorded.isEmpty(), "no recorded results: run record.py");
        const QJsonObject wanted = QJsonDocument::fromJson(recorded.toUtf8()).object();
        const Ran ran = run(name, "go1.25");
        QCOMPARE(ran.out, wanted["stdout"].toString());
        QCOMPARE(ran.exitCode, wanted["exitCode"].toInt());
        QStringList faults;
        for (const QJsonValue& line : wanted["faults"].toArray()) faults << line.toString();
        QCOMPARE(faultsOf(ran.err), faults);
    }

    void everyDemoSaysWhatItClaims() {
        QMap<QString, QStringList> profiles;
        for (const Claim& claim : claims()) profiles[claim.demo] << claim.profile;
        QCOMPARE(profiles.keys(), demoNames());
        for (const QString& name : demoNames()) {
            const QStringList lines = text(kDemos + name + ".go").section("package main", 0, 0).split('\n');
            QVERIFY2(lines[0].startsWith("// §") && lines[1].startsWith("// Claim: ") && lines[2].startsWith("// Look at: "),
                     qPrintable(name));
            const QStringList asked = lines.filter("//unwind:profile ");
            QVERIFY2(asked.size() == 1 && profiles[name].contains(asked[0].section(' ', 1)), qPrintable(name));
            const QString section = lines[0].section(' ', 1, 1);
            for (const Claim& claim : claims())
                if (claim.demo == name) QCOMPARE(claim.section, section);
        }
    }

    void readmeHasEveryClaim() {
        const QStringList lines = text(kDemos + "README.md").split('\n');
        QStringList rows;
        for (const Claim& claim : claims()) rows << rowOf(claim);
        for (const QString& row : rows) QVERIFY2(lines.contains(row), qPrintable(row));
        QCOMPARE(lines.filter("| §"), QStringList{"| § | claim | demo | profile | our run shows | Go 1.25 |"} + rows);
    }
};

QTEST_GUILESS_MAIN(TestArticle)
#include "tst_article.moc"
