#include "widgets/common/cursor.h"

#include <algorithm>

namespace unwind::widgets {

void Cursor::setRecording(Recording* recording) {
    if (m_recording) m_recording->disconnect(this);
    m_recording = recording;
    m_snapshot = {};
    m_event.reset();
    m_explanation = {};
    m_goroutine = GoId{1};
    m_range.reset();
    if (recording) {
        connect(recording, &Recording::grew, this, &Cursor::recordingGrew);
        m_snapshot = recording->at(0);
    }
    Q_EMIT recordingChanged();
    Q_EMIT rangeChanged();
    Q_EMIT goroutineChanged();
    Q_EMIT cursorChanged();
}

void Cursor::load(Seq count) {
    if (count == 0) {
        m_snapshot = m_recording->at(0);
        m_event.reset();
        m_explanation = {};
        return;
    }
    // One step forward is one fold; anything else is a seek to the event before.
    state::Snapshot before = count == m_snapshot.count + 1 ? std::move(m_snapshot) : m_recording->at(count - 1);
    m_event = m_recording->log().at(count - 1);
    m_snapshot = before;
    state::fold(m_snapshot, *m_event);
    m_explanation = state::explain(m_recording->log(), *m_event, before, m_snapshot);
}

void Cursor::moveTo(Seq count) {
    if (!m_recording) return;
    count = std::min(count, m_recording->size());
    if (count == m_snapshot.count) return;
    load(count);
    const GoId actor = lastActor();
    const bool selects = m_follows && actor && actor != m_goroutine && m_snapshot.find(actor);
    if (selects) m_goroutine = actor;
    Q_EMIT cursorChanged();
    if (selects) Q_EMIT goroutineChanged();
}

// Who ran last: the scheduler's own events belong to nobody, so the place alone decides, not the way there.
GoId Cursor::lastActor() const {
    constexpr Seq kFar = 256;
    const Seq count = m_snapshot.count;
    for (Seq n = count; n > 0 && n + kFar > count; --n)
        if (const GoId go = log()->at(n - 1).go) return go;
    return {};
}

void Cursor::select(GoId goroutine) {
    if (goroutine == m_goroutine) return;
    m_goroutine = goroutine;
    Q_EMIT goroutineChanged();
}

void Cursor::setRange(std::optional<TimeRange> range) {
    if (range == m_range) return;
    m_range = range;
    Q_EMIT rangeChanged();
}

} // namespace unwind::widgets
