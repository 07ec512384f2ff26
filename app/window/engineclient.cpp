#include "app/window/engineclient.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace unwind::app {

EngineClient::EngineClient(QObject* parent) : QObject(parent) {
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineClient::readMessages);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] { m_process.readAllStandardError(); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) processGone(tr("%1 can not be started").arg(enginePath()));
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        readMessages();
        processGone(status == QProcess::CrashExit ? tr("it was killed or crashed") : tr("it left with code %1").arg(code));
    });
}

EngineClient::~EngineClient() {
    m_leaving = true;
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill(); // its log is committed as it goes; nothing of it is needed any more
    m_process.waitForFinished(1000);
}

QString EngineClient::enginePath() {
    const QString named = qEnvironmentVariable("UNWIND_ENGINE");
    return named.isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/unwind") : named;
}

void EngineClient::launch(const LaunchOptions& options, const QMap<QString, QSet<int>>& breakpoints) {
    m_process.start(enginePath(), {QStringLiteral("engine")});
    request(QStringLiteral("initialize"), {{QStringLiteral("adapterID"), QStringLiteral("unwind")}});
    QJsonObject arguments{{QStringLiteral("program"), options.program},
                          {QStringLiteral("source"), options.source},
                          {QStringLiteral("seed"), qint64(options.seed)},
                          {QStringLiteral("procs"), options.procs},
                          {QStringLiteral("logPath"), options.logPath},
                          {QStringLiteral("stopOnEntry"), options.stopOnEntry}};
    if (!options.profile.isEmpty()) arguments[QStringLiteral("profile")] = options.profile;
    if (!options.detail.isEmpty()) arguments[QStringLiteral("detail")] = options.detail;
    if (!options.rules.isEmpty()) arguments[QStringLiteral("rules")] = QJsonArray::fromStringList(options.rules);
    if (!options.args.isEmpty()) arguments[QStringLiteral("args")] = QJsonArray::fromStringList(options.args);
    request(QStringLiteral("launch"), arguments);
    for (auto it = breakpoints.begin(); it != breakpoints.end(); ++it) setBreakpoints(it.key(), it.value());
    request(QStringLiteral("configurationDone"), {}, [this](const QJsonObject&) {
        if (m_state == State::Starting) setState(State::Running);
    });
}

void EngineClient::setBreakpoints(const QString& path, const QSet<int>& lines) {
    QJsonArray list;
    for (int line : lines) list.append(QJsonObject{{QStringLiteral("line"), line}});
    request(QStringLiteral("setBreakpoints"),
            {{QStringLiteral("source"), QJsonObject{{QStringLiteral("path"), path}}}, {QStringLiteral("breakpoints"), list}},
            [this, path, lines](const QJsonObject& body) {
                const QJsonArray set = body[QStringLiteral("breakpoints")].toArray();
                QSet<int> bound;
                int i = 0;
                for (int line : lines) bound.insert(set[i++][QStringLiteral("line")].toInt(line));
                Q_EMIT breakpointsBound(path, lines, bound);
            });
}

void EngineClient::resume(const QString& command, quint64 threadId) {
    if (m_state != State::Stopped) return;
    setState(State::Running);
    request(command, {{QStringLiteral("threadId"), qint64(threadId ? threadId : m_stoppedThread)}});
    Q_EMIT continued();
}

void EngineClient::pause() { request(QStringLiteral("pause"), {{QStringLiteral("threadId"), qint64(m_stoppedThread)}}); }

void EngineClient::terminate() {
    m_leaving = true;
    if (m_state != State::Dead) request(QStringLiteral("terminate"), {});
}

void EngineClient::request(const QString& command, const QJsonObject& arguments, Answer answer) {
    const int seq = ++m_seq;
    m_commands.insert(seq, command);
    if (answer) m_answers.insert(seq, std::move(answer));
    send({{QStringLiteral("seq"), seq}, {QStringLiteral("type"), QStringLiteral("request")},
          {QStringLiteral("command"), command}, {QStringLiteral("arguments"), arguments}});
}

void EngineClient::send(QJsonObject message) {
    const QByteArray body = QJsonDocument(message).toJson(QJsonDocument::Compact);
    m_process.write("Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void EngineClient::readMessages() {
    m_buffer += m_process.readAllStandardOutput();
    qsizetype at = 0; // messages already taken; removed from the buffer once, at the end
    while (true) {
        const qsizetype head = m_buffer.indexOf("\r\n\r\n", at);
        if (head < 0) break;
        qsizetype length = 0;
        for (const QByteArray& line : m_buffer.mid(at, head - at).split('\n'))
            if (line.toLower().startsWith("content-length:")) length = line.mid(15).trimmed().toLongLong();
        if (m_buffer.size() < head + 4 + length) break;
        const QByteArray body = m_buffer.mid(head + 4, length);
        at = head + 4 + length;
        handle(QJsonDocument::fromJson(body).object());
    }
    m_buffer.remove(0, at);
}

void EngineClient::handle(const QJsonObject& message) {
    const QString type = message[QStringLiteral("type")].toString();
    const QJsonObject body = message[QStringLiteral("body")].toObject();
    if (type == QLatin1String("event")) return handleEvent(message[QStringLiteral("event")].toString(), body);
    if (type != QLatin1String("response")) return;
    const int seq = message[QStringLiteral("request_seq")].toInt();
    const Answer answer = m_answers.take(seq);
    const QString command = m_commands.take(seq);
    if (message[QStringLiteral("success")].toBool()) {
        if (answer) answer(body);
    } else if (command == QLatin1String("launch")) {
        setState(State::Ended);
        Q_EMIT failed(message[QStringLiteral("message")].toString());
    }
}

void EngineClient::handleEvent(const QString& name, const QJsonObject& body) {
    if (name == QLatin1String("unwind/log")) {
        Q_EMIT logOpened(body[QStringLiteral("path")].toString());
    } else if (name == QLatin1String("unwind/diagnostics")) {
        Q_EMIT diagnosticsReported(body[QStringLiteral("diagnostics")].toArray());
    } else if (name == QLatin1String("stopped")) {
        m_stoppedThread = quint64(body[QStringLiteral("threadId")].toInteger());
        setState(State::Stopped);
        Q_EMIT stopped(body[QStringLiteral("reason")].toString());
    } else if (name == QLatin1String("exited")) {
        setState(State::Ended);
        Q_EMIT exited(body[QStringLiteral("exitCode")].toInt());
    } else if (name == QLatin1String("terminated")) {
        setState(State::Ended);
    }
}

void EngineClient::setState(State state) {
    if (m_state != State::Dead) m_state = state;
}

void EngineClient::processGone(const QString& how) {
    const bool expected = m_leaving || m_state == State::Ended;
    if (m_state == State::Dead) return;
    m_state = State::Dead;
    if (!expected) Q_EMIT died(tr("The engine stopped: %1.").arg(how));
}

} // namespace unwind::app
