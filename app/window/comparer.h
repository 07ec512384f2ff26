// Compares the window's run with another one: `unwind diff` runs the program as often as it takes to find the responsible
// setting, a worker thread aligns the two recordings, and the window goes on meanwhile. The command line's export uses it too.
#pragma once

#include "widgets/compare/comparedruns.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <optional>

namespace unwind::app {

/// With what a run is compared: its program under a profile, or another recording.
struct CompareRequest {
    QString profile;    ///< empty: what the program's file asks for
    QStringList rules;  ///< "rule=value", on top of the profile
    QString recording;  ///< path; then the others are not looked at
};

class Comparer : public QObject {
    Q_OBJECT

public:
    explicit Comparer(QObject* parent = nullptr);
    ~Comparer() override;
    /// a must be complete. What was going on before is cancelled.
    void start(const widgets::Recording& a, const CompareRequest& request);
    void cancel();
    bool isRunning() const { return m_running; }
    /// After finished(): the comparison, for a's cursor.
    std::unique_ptr<widgets::ComparedRuns> take(widgets::Cursor* a);

Q_SIGNALS:
    void finished();
    void failed(const QString& sentence);

private:
    void processEnded();
    void align(compare::Cause cause);
    void fail(const QString& sentence);

    QTemporaryDir m_folder;
    QString m_pathA, m_pathB;
    int m_runs = 0;
    bool m_running = false;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QThread> m_thread;
    std::optional<widgets::CompareFindings> m_findings;
    QString m_fault;
};

} // namespace unwind::app
