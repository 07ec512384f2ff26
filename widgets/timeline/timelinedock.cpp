#include "widgets/timeline/timelinedock.h"

#include "widgets/common/text.h"
#include "widgets/timeline/legend.h"
#include "widgets/timeline/timelineplottable.h"
#include "widgets/timeline/timelineview.h"

namespace unwind::widgets {

TimelineDock::TimelineDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("timelineDock"), parent), m_cursor(cursor), m_view(new TimelineView(cursor, this)) {
    titleRow()->addTool(new Legend(this));
    setView(m_view);
    connect(cursor, &Cursor::recordingChanged, this, &TimelineDock::changed);
    connect(cursor, &Cursor::recordingGrew, this, &TimelineDock::changed);
    retranslate();
    changed();
}

void TimelineDock::refresh() {
    const Recording* recording = m_cursor->recording();
    setEmpty(!recording);
    if (!recording) return setCount({});
    const size_t goroutines = recording->read([](const state::History& history) { return history.goroutineLanes().size(); });
    setCount(formatTime(recording->endTime()) + QStringLiteral(" · ") + tr("%n goroutine(s)", nullptr, int(goroutines)));
}

void TimelineDock::retranslate() {
    setTitle(tr("Timeline"));
    setEmptySentence(tr("Every goroutine and processor over virtual time appears here once a program runs."));
}

} // namespace unwind::widgets
