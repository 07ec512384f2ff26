// The one shared cursor of the window: a position in the log, the selected goroutine, a range of time, and what is true
// there. Views read it and follow cursorChanged(); they move it with moveTo() and select(), and know nothing of each other.
// Position n means: the first n events have happened; event() is the last of them.
#pragma once

#include "state/explain.h"
#include "widgets/common/recording.h"

#include <QObject>
#include <optional>

namespace unwind::widgets {

struct TimeRange {
    Time from = 0, to = 0;
    bool operator==(const TimeRange&) const = default;
};

class Cursor : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null when no program was run yet. The cursor does not own it.
    void setRecording(Recording* recording);
    Recording* recording() const { return m_recording; }
    const trace::LogReader* log() const { return m_recording ? &m_recording->log() : nullptr; }

    Seq count() const { return m_snapshot.count; }
    const state::Snapshot& snapshot() const { return m_snapshot; }
    /// The event that led here; none at position 0.
    const std::optional<trace::Event>& event() const { return m_event; }
    const state::Explanation& explanation() const { return m_explanation; }
    GoId goroutine() const { return m_goroutine; }
    /// The selected goroutine's facts; null when it does not exist (yet) here.
    const state::Goroutine* selected() const { return m_snapshot.find(m_goroutine); }
    std::optional<TimeRange> range() const { return m_range; }
    bool follows() const { return m_follows; }

public Q_SLOTS:
    /// Clamped to the recording. When following, selects the goroutine of the event.
    void moveTo(Seq count);
    void select(GoId goroutine);
    void setRange(std::optional<TimeRange> range);
    /// Whether moving selects the goroutine of the event.
    void setFollows(bool follows) { m_follows = follows; }

Q_SIGNALS:
    void recordingChanged();
    /// The recording has more events, or is complete.
    void recordingGrew();
    void cursorChanged();
    void goroutineChanged();
    void rangeChanged();

private:
    void load(Seq count);
    GoId lastActor() const;

    Recording* m_recording = nullptr;
    state::Snapshot m_snapshot;
    std::optional<trace::Event> m_event;
    state::Explanation m_explanation;
    GoId m_goroutine{1};
    std::optional<TimeRange> m_range;
    bool m_follows = true;
};

} // namespace unwind::widgets
