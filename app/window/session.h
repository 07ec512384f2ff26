// One program in the window: its text, the options of its run, the engine that runs it and the recording it leaves. Steps
// within the recording move the cursor; at the end of a recording whose engine is stopped they ask the engine to go on.
#pragma once

#include "app/window/engineclient.h"
#include "app/window/place.h"
#include "widgets/common/breakpoints.h"
#include "widgets/common/cursor.h"
#include "widgets/common/stepping.h"

#include <QTemporaryDir>
#include <QTimer>
#include <memory>

namespace unwind::app {

struct Program {
    QString name;   ///< shown, and the log's file name
    QString path;   ///< where it is saved; empty for demos and new texts
    QString source;
    bool isRecording = false; ///< opened from a .unwind file: its own text, no engine until it is run again
};

class Session : public QObject {
    Q_OBJECT

public:
    enum class State : uint8_t { Empty, Starting, Running, Paused, Finished, Broken };

    explicit Session(QObject* parent = nullptr);
    ~Session() override;
    widgets::Cursor* cursor() { return &m_cursor; }
    const widgets::Cursor* cursor() const { return &m_cursor; }
    widgets::Breakpoints* breakpoints() { return &m_breakpoints; }
    widgets::Recording* recording() const { return m_recording.get(); }
    EngineClient* engine() const { return m_engine.get(); }
    State state() const { return m_state; }
    const Program& program() const { return m_program; }
    /// Where the engine stands in the log; none while it runs or is gone.
    std::optional<Seq> engineAt() const { return m_engineAt; }
    /// The engine stands still, and the window still reads what it recorded before.
    bool isCatchingUp() const { return m_settleAt.has_value(); }
    /// Why the program is paused, as the engine named it; the exit code when it is finished.
    QString stopReason() const { return m_stopReason; }
    int exitCode() const { return m_exitCode; }

    /// Options of the next run.
    QString profile;
    int procs = 4;
    quint64 seed = 1;
    QStringList rules;

    /// Takes the program without running it.
    void prepare(const Program& program);
    void open(const Program& program);
    /// Opens a saved recording.
    Status openRecording(const QString& path);
    void setSource(const QString& source) { m_program.source = source; }
    void setPath(const QString& path, const QString& name);
    /// Compiles and runs the text from the beginning; the cursor goes to its first statement.
    void run() { start({}); }
    /// The same, but the cursor goes to where it stands now, as far as the new run has that place.
    void runToHere() { start(placeOf(m_cursor)); }
    void stop();
    void pause();
    bool takesSignals() const { return m_recording && (m_state == State::Running || m_state == State::Paused); }
    /// Sends the program a signal ("SIGTERM"); when it has arrived the cursor goes to its event. A program that stands still
    /// is stepped as far as that.
    void sendSignal(const QString& name);

public Q_SLOTS:
    void eventForward();
    void eventBack();
    void lineForward(widgets::StepGrain grain);
    void lineBack(widgets::StepGrain grain);
    /// To the next breakpoint, or as far as it goes.
    void runForward();
    void runBack();
    void first();
    void last();

Q_SIGNALS:
    void programChanged();
    void stateChanged();
    void diagnosticsReported(const QJsonArray& diagnostics);
    void failed(const QString& sentence);
    void engineDied(const QString& sentence);

private:
    void start(std::optional<Place> place);
    void startEngine();
    void connectEngine();
    void openLog(const QString& path);
    void dropRecording();
    void setState(State state);
    void recordingGrew();
    void settled();
    void holdEngine();
    void settle(State state, const QString& reason);
    bool askEngine(const QString& command);
    void awaitSignal();

    widgets::Cursor m_cursor;
    widgets::Breakpoints m_breakpoints;
    Program m_program;
    QTemporaryDir m_folder; ///< logs of this window's runs
    int m_runs = 0;
    std::unique_ptr<widgets::Recording> m_recording;
    std::unique_ptr<EngineClient> m_engine;
    QTimer m_patience; ///< a first run that does not end is paused, so that people can look at it
    State m_state = State::Empty, m_settleAs = State::Empty;
    std::optional<Seq> m_engineAt, m_settleAt;
    QString m_stopReason;
    int m_exitCode = 0;
    bool m_seekFirst = false; ///< put the cursor on the first statement as soon as it is there
    std::optional<Place> m_returnTo; ///< go there once the run has settled
    std::optional<Seq> m_signalFrom; ///< a signal was sent, its event comes at or behind this one
    bool m_held = false;      ///< the engine waits until the window has read what it recorded
    bool m_goToEnd = false;   ///< follow the engine: it was asked to go on from the end
};

} // namespace unwind::app
