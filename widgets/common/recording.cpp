#include "widgets/common/recording.h"

#include <chrono>

namespace unwind::widgets {

namespace {
constexpr size_t kSlice = 4096; // events folded at a stretch, well below a millisecond
}

Recording::Guard::Guard(const Recording& recording) : r(recording) {
    r.m_waiting.fetch_add(1);
    r.m_mutex.lock();
}

Recording::Guard::~Guard() {
    r.m_mutex.unlock();
    if (r.m_waiting.fetch_sub(1) == 1) r.m_wake.notify_one();
}

Result<std::unique_ptr<Recording>> Recording::open(const QString& path) {
    const std::string file = path.toStdString();
    auto log = trace::LogReader::open(file);
    if (!log) return Error{log.error()};
    auto workerLog = trace::LogReader::open(file);
    if (!workerLog) return Error{workerLog.error()};
    std::unique_ptr<Recording> recording(new Recording);
    recording->m_path = path;
    recording->m_log = std::move(*log);
    recording->m_workerLog = std::move(*workerLog);
    recording->m_history = std::make_unique<state::History>(*recording->m_workerLog);
    recording->m_worker = std::thread([r = recording.get()] { r->work(); });
    connect(&recording->m_timer, &QTimer::timeout, recording.get(), &Recording::look);
    recording->m_timer.start(16);
    return recording;
}

Recording::~Recording() {
    m_stop = true;
    m_wake.notify_all();
    m_worker.join();
}

void Recording::work() {
    using namespace std::chrono_literals;
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        m_workerLog->refresh();
        const bool complete = m_workerLog->finished();
        const Seq before = m_folded;
        const Seq now = m_history->extend(kSlice);
        m_folded = now;
        if (complete && now >= m_workerLog->size()) {
            m_complete = true;
            return;
        }
        if (m_waiting > 0 || now == before) m_wake.wait_for(lock, now == before ? 8ms : 1ms);
    }
}

void Recording::look() {
    const bool complete = m_complete; // before m_folded: complete means nothing follows what is folded
    const Seq folded = m_folded;
    if (folded == m_size && complete == m_finished) return;
    m_log->refresh();
    m_size = std::min<Seq>(folded, m_log->size());
    m_endTime = m_size > 0 ? read([&](const state::History& history) { return history.timeAt(m_size - 1); }) : 0;
    m_finished = complete && m_size == folded;
    if (m_finished) m_timer.stop();
    Q_EMIT grew();
}

Seq Recording::committed() {
    m_log->refresh();
    return m_log->size();
}

void Recording::catchUp() {
    {
        const Guard guard(*this);
        m_workerLog->refresh();
        m_folded = m_history->extend();
        if (m_workerLog->finished()) m_complete = true;
    }
    look();
}

state::Snapshot Recording::at(Seq count) const {
    return read([&](const state::History& history) { return history.at(count); });
}

} // namespace unwind::widgets
