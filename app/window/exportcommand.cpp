#include "app/window/exportcommand.h"

#include "app/window/comparer.h"
#include "app/window/exporter.h"
#include "app/window/recoverrun.h"
#include "app/window/session.h"
#include "app/window/theme.h"
#include "widgets/common/text.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <cstdio>

namespace unwind::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

int fail(const QString& sentence) {
    std::fprintf(stderr, "unwind: %s\n", sentence.toUtf8().constData());
    return 1;
}

// Runs until the program has come to its end or can not go on; false after a message.
bool runToEnd(Session& session) {
    QEventLoop loop;
    QString fault;
    QObject::connect(&session, &Session::diagnosticsReported, &loop, [](const QJsonArray& diagnostics) {
        for (const QJsonValue& d : diagnostics) {
            if (d[QStringLiteral("severity")].toString() == QLatin1String("warning")) continue; // the program runs
            std::fprintf(stderr, "%s:%d:%d: %s\n", qUtf8Printable(d[QStringLiteral("path")].toString()),
                         d[QStringLiteral("line")].toInt(), d[QStringLiteral("column")].toInt(),
                         qUtf8Printable(d[QStringLiteral("message")].toString()));
        }
    });
    QObject::connect(&session, &Session::failed, &loop, [&](const QString& sentence) {
        fault = sentence;
        loop.quit();
    });
    QObject::connect(&session, &Session::engineDied, &loop, [&](const QString& sentence) {
        fault = sentence;
        loop.quit();
    });
    QObject::connect(&session, &Session::stateChanged, &loop, [&] {
        const bool still = session.state() == Session::State::Finished || session.state() == Session::State::Paused;
        if (still) loop.quit();
    });
    session.run();
    loop.exec();
    if (!fault.isEmpty()) fail(fault);
    return fault.isEmpty();
}

bool load(Session& session, const QString& path) {
    if (path.endsWith(QLatin1String(".unwind"))) {
        Status status = session.openRecording(path);
        if (!status) fail(widgets::fromUtf8(status.error()));
        return bool(status);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(Words::tr("%1 can not be read: %2.").arg(path, file.errorString()));
        return false;
    }
    session.prepare({QFileInfo(path).fileName(), path, QString::fromUtf8(file.readAll()), false});
    return runToEnd(session);
}

void addOptions(QCommandLineParser& parser) {
    auto add = [&](const char* name, const char* value, const char* byDefault) {
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QLatin1String(value), QLatin1String(byDefault)));
    };
    add("view", "view", "timeline");
    add("format", "format", "");
    add("at", "seq", "");
    add("goroutine", "number", "");
    add("machine", "name", "");
    add("theme", "theme", "light");
    add("language", "language", "en");
    add("profile", "name", "");
    add("seed", "number", "1");
    add("procs", "number", "4");
    parser.addOption(QCommandLineOption(QStringLiteral("rule"), {}, QStringLiteral("rule=value")));
    parser.addOption(QCommandLineOption(QStringLiteral("o"), {}, QStringLiteral("file")));
    parser.addPositionalArgument(QStringLiteral("FILE"), {});
}

/// A --profile and the rules behind it; those before the first --profile are both sides'.
struct Side {
    QString profile;
    QStringList rules;
};

/// One --profile is compared with the file's own, as unwind diff does.
QList<Side> sidesOf(const QCommandLineParser& parser) {
    QList<Side> sides;
    QStringList common, profiles = parser.values(QStringLiteral("profile")), rules = parser.values(QStringLiteral("rule"));
    for (const QString& name : parser.optionNames()) {
        if (name == QLatin1String("profile")) sides.append({profiles.takeFirst(), {}});
        if (name == QLatin1String("rule")) (sides.isEmpty() ? common : sides.last().rules).append(rules.takeFirst());
    }
    if (sides.isEmpty()) return {{{}, {}}, {{}, common}};
    for (Side& side : sides) side.rules = common + side.rules;
    if (sides.size() == 1) sides.prepend({{}, common});
    return sides;
}

/// The session's run beside the other one; null after a message.
std::unique_ptr<widgets::ComparedRuns> compared(Session& session, const CompareRequest& request) {
    QEventLoop loop;
    Comparer comparer;
    QString fault;
    QObject::connect(&comparer, &Comparer::finished, &loop, &QEventLoop::quit);
    QObject::connect(&comparer, &Comparer::failed, &loop, [&](const QString& sentence) {
        fault = sentence;
        loop.quit();
    });
    comparer.start(*session.recording(), request);
    if (comparer.isRunning()) loop.exec();
    auto runs = fault.isEmpty() ? comparer.take(session.cursor()) : nullptr;
    if (!runs) fail(fault.isEmpty() ? Words::tr("The other recording can not be read.") : fault);
    return runs;
}

} // namespace

bool isExportCommand(const QStringList& words) {
    return words.size() > 1 && (words[1] == QLatin1String("export") || words[1] == QLatin1String("--export"));
}

int exportCommand(const QStringList& words) {
    QCommandLineParser parser;
    addOptions(parser);
    QStringList rest = words;
    rest.removeAt(1);
    rest.replaceInStrings(QRegularExpression(QStringLiteral("^--?gcflags=(all=)?-d=panicrecovery$")), QStringLiteral("--rule=strict-recovery=off"));
    if (!parser.parse(rest)) return fail(parser.errorText());
    const QStringList files = parser.positionalArguments();
    const bool compares = parser.value(QStringLiteral("view")) == QLatin1String("compare");
    const QList<Side> sides = sidesOf(parser);
    if (compares && sides.size() > 2) return fail(Words::tr("Two profiles can be compared; more are named."));
    const bool isMatrix = parser.value(QStringLiteral("view")) == QLatin1String("matrix");
    if (files.size() != (isMatrix ? 0 : 1) && !(compares && files.size() == 2))
        return fail(Words::tr("export needs one file, a .go program or a .unwind recording; the view matrix needs none."));
    const QString out = parser.value(QStringLiteral("o"));
    if (out.isEmpty()) return fail(Words::tr("export needs a file to write to: -o OUT."));
    QString formatName = parser.value(QStringLiteral("format"));
    if (formatName.isEmpty()) formatName = QFileInfo(out).suffix().toLower();
    const auto view = exportViewFromName(parser.value(QStringLiteral("view")));
    const auto format = exportFormatFromName(formatName);
    if (!view) return fail(Words::tr("There is no view %1; there are timeline, defers, panics, scheduler, explanation, not-run, states, compare and matrix.").arg(parser.value(QStringLiteral("view"))));
    if (!format) return fail(Words::tr("There is no format %1; there are png, svg and pdf.").arg(formatName));

    applyLanguage(parser.value(QStringLiteral("language")));
    Session session;
    session.profile = compares ? sides.first().profile : parser.value(QStringLiteral("profile"));
    session.rules = compares ? sides.first().rules : parser.values(QStringLiteral("rule"));
    session.seed = parser.value(QStringLiteral("seed")).toULongLong();
    session.procs = parser.value(QStringLiteral("procs")).toInt();
    if (isMatrix) session.prepare(recoverTableProgram());
    if (isMatrix ? !runToEnd(session) : !load(session, files.first())) return 1;
    session.recording()->catchUp();
    std::unique_ptr<widgets::ComparedRuns> runs;
    if (compares) {
        runs = compared(session, {sides.last().profile, sides.last().rules, files.size() == 2 ? files.last() : QString()});
        if (!runs) return 1;
    }
    const bool placed = parser.isSet(QStringLiteral("at"));
    const Seq end = session.recording()->size();
    if (placed || !compares) // a comparison stands where the two part
        session.cursor()->moveTo(placed ? parser.value(QStringLiteral("at")).toULongLong() : end);
    if (parser.isSet(QStringLiteral("goroutine"))) session.cursor()->select(GoId{parser.value(QStringLiteral("goroutine")).toULongLong()});
    const bool dark = parser.value(QStringLiteral("theme")) == QLatin1String("dark");
    const Status status = exportPicture(*session.cursor(), {*view, *format, dark, out, parser.value(QStringLiteral("machine"))}, runs.get());
    return status ? 0 : fail(widgets::fromUtf8(status.error()));
}

} // namespace unwind::app
