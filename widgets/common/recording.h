// A log and its folded history, shared by all views. A worker thread folds what the log has grown by; the window's thread
// looks every 16 ms how far it got. Two readers on the same file: one belongs to the worker (with the history, under
// m_mutex), one to the window's thread. The window's thread never waits for more than one slice of folding.
#pragma once

#include "state/timeline.h"
#include "trace/log.h"

#include <QObject>
#include <QTimer>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace unwind::widgets {

class Recording : public QObject {
    Q_OBJECT

public:
    /// Opens a saved recording or a log that still grows.
    static Result<std::unique_ptr<Recording>> open(const QString& path);
    ~Recording() override;

    QString path() const { return m_path; }
    /// The window thread's reader.
    const trace::LogReader& log() const { return *m_log; }
    /// Events folded and readable: cursor positions are 0 … size().
    Seq size() const { return m_size; }
    /// Events the engine has committed so far; size() follows.
    Seq committed();
    /// The log is complete and folded to its end.
    bool finished() const { return m_finished; }
    /// Time of the last event folded.
    Time endTime() const { return m_endTime; }
    /// Folds everything committed so far before it returns; for exports and tests.
    void catchUp();

    state::Snapshot at(Seq count) const;
    /// Calls f(const state::History&) with the history at rest; keep it short.
    template <class F>
    auto read(F&& f) const {
        const Guard guard(*this);
        return f(static_cast<const state::History&>(*m_history));
    }

Q_SIGNALS:
    /// size(), endTime() or finished() changed.
    void grew();

private:
    // Tells the worker to step aside, so that a busy worker can not keep the window's thread waiting.
    struct Guard {
        explicit Guard(const Recording& recording);
        ~Guard();
        const Recording& r;
    };
    Recording() = default;
    void work();
    void look();

    QString m_path;
    std::unique_ptr<trace::LogReader> m_log, m_workerLog;
    std::unique_ptr<state::History> m_history;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_wake;
    mutable std::atomic<int> m_waiting = 0;
    std::atomic<bool> m_stop = false, m_complete = false;
    std::atomic<Seq> m_folded = 0;
    std::thread m_worker;
    QTimer m_timer;
    Seq m_size = 0;
    Time m_endTime = 0;
    bool m_finished = false;
};

} // namespace unwind::widgets
