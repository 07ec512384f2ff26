#include "app/window/exportcommand.h"

#include "app/window/exporter.h"
#include "app/window/session.h"
#include "app/window/theme.h"
#include "widgets/common/text.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
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
        for (const QJsonValue& d : diagnostics)
            std::fprintf(stderr, "%s:%d:%d: %s\n", qUtf8Printable(d[QStringLiteral("path")].toString()),
                         d[QStringLiteral("line")].toInt(), d[QStringLiteral("column")].toInt(),
                         qUtf8Printable(d[QStringLiteral("message")].toString()));
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
    add("theme", "theme", "light");
    add("language", "language", "en");
    add("profile", "name", "");
    add("seed", "number", "1");
    add("procs", "number", "4");
    parser.addOption(QCommandLineOption(QStringLiteral("rule"), {}, QStringLiteral("rule=value")));
    parser.addOption(QCommandLineOption(QStringLiteral("o"), {}, QStringLiteral("file")));
    parser.addPositionalArgument(QStringLiteral("FILE"), {});
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
    if (!parser.parse(rest)) return fail(parser.errorText());
    if (parser.positionalArguments().size() != 1) return fail(Words::tr("export needs one file: a .go program or a .unwind recording."));
    const QString out = parser.value(QStringLiteral("o"));
    if (out.isEmpty()) return fail(Words::tr("export needs a file to write to: -o OUT."));
    QString formatName = parser.value(QStringLiteral("format"));
    if (formatName.isEmpty()) formatName = QFileInfo(out).suffix().toLower();
    const auto view = exportViewFromName(parser.value(QStringLiteral("view")));
    const auto format = exportFormatFromName(formatName);
    if (!view) return fail(Words::tr("There is no view %1; there are timeline, defers, panics and scheduler.").arg(parser.value(QStringLiteral("view"))));
    if (!format) return fail(Words::tr("There is no format %1; there are png, svg and pdf.").arg(formatName));

    applyLanguage(parser.value(QStringLiteral("language")));
    Session session;
    session.profile = parser.value(QStringLiteral("profile"));
    session.rules = parser.values(QStringLiteral("rule"));
    session.seed = parser.value(QStringLiteral("seed")).toULongLong();
    session.procs = parser.value(QStringLiteral("procs")).toInt();
    if (!load(session, parser.positionalArguments().first())) return 1;
    session.recording()->catchUp();
    const bool placed = parser.isSet(QStringLiteral("at"));
    session.cursor()->moveTo(placed ? parser.value(QStringLiteral("at")).toULongLong() : session.recording()->size());
    if (parser.isSet(QStringLiteral("goroutine"))) session.cursor()->select(GoId{parser.value(QStringLiteral("goroutine")).toULongLong()});
    const bool dark = parser.value(QStringLiteral("theme")) == QLatin1String("dark");
    const Status status = exportPicture(*session.cursor(), {*view, *format, dark, out});
    return status ? 0 : fail(widgets::fromUtf8(status.error()));
}

} // namespace unwind::app
