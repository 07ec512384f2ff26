// The window's side of the engine process: `unwind engine`, driven by the Debug Adapter Protocol on its standard input and
// output. One client is one process and one run; a new run is a new client. It knows requests and events, not the log.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QProcess>
#include <QSet>
#include <functional>

namespace unwind::app {

struct LaunchOptions {
    QString program;  ///< name or path of the source file
    QString source;   ///< its text
    QString profile;  ///< empty: what the file asks for
    quint64 seed = 1;
    int procs = 4;
    QString detail;   ///< "scheduling", "calls" or "statements"; empty: the engine's choice
    QStringList rules, args;
    QString logPath;
    bool stopOnEntry = false;
};

class EngineClient : public QObject {
    Q_OBJECT

public:
    enum class State : uint8_t { Starting, Running, Stopped, Ended, Dead };

    explicit EngineClient(QObject* parent = nullptr);
    ~EngineClient() override;
    /// Where the engine's executable is: $UNWIND_ENGINE, or beside this program.
    static QString enginePath();

    void launch(const LaunchOptions& options, const QMap<QString, QSet<int>>& breakpoints);
    void setBreakpoints(const QString& path, const QSet<int>& lines);
    /// continue, next, stepIn, stepOut, unwind/stepEvent; only while stopped.
    void resume(const QString& command, quint64 threadId);
    void pause();
    void terminate();
    State state() const { return m_state; }
    qint64 processId() const { return m_process.processId(); }
    quint64 stoppedThread() const { return m_stoppedThread; }

    /// Asks and calls back with the answer's body; not at all when the request fails.
    using Answer = std::function<void(const QJsonObject& body)>;
    void request(const QString& command, const QJsonObject& arguments, Answer answer = {});

Q_SIGNALS:
    void logOpened(const QString& path);
    void stopped(const QString& reason);
    void continued();
    /// Where the lines asked for begin a statement: a line without one binds to the next that has.
    void breakpointsBound(const QString& path, const QSet<int>& asked, const QSet<int>& bound);
    /// The program came to its end.
    void exited(int exitCode);
    void diagnosticsReported(const QJsonArray& diagnostics);
    /// A request failed; one sentence.
    void failed(const QString& sentence);
    /// The process is gone although nobody asked it to go.
    void died(const QString& sentence);

private:
    void send(QJsonObject message);
    void readMessages();
    void handle(const QJsonObject& message);
    void handleEvent(const QString& name, const QJsonObject& body);
    void setState(State state);
    void processGone(const QString& how);

    QProcess m_process;
    QByteArray m_buffer;
    QMap<int, Answer> m_answers;
    QMap<int, QString> m_commands;
    State m_state = State::Starting;
    int m_seq = 0;
    quint64 m_stoppedThread = 0;
    bool m_leaving = false;
};

} // namespace unwind::app
