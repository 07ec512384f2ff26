#include "widgets/scheduler/schedulerdock.h"

#include "widgets/scheduler/schedulerview.h"

#include <QScrollArea>

namespace unwind::widgets {

SchedulerDock::SchedulerDock(Cursor* cursor, QWidget* parent)
    : Dock(QStringLiteral("schedulerDock"), parent), m_cursor(cursor), m_view(new SchedulerView(cursor)) {
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_view);
    scroll->viewport()->setAutoFillBackground(false);
    m_view->setAutoFillBackground(false);
    setView(scroll);
    connect(cursor, &Cursor::cursorChanged, this, &SchedulerDock::changed);
    connect(cursor, &Cursor::goroutineChanged, this, &SchedulerDock::changed);
    retranslate();
    changed();
}

void SchedulerDock::refresh() {
    const state::Snapshot& snapshot = m_cursor->snapshot();
    setEmpty(snapshot.processors.empty());
    size_t busy = 0;
    for (const state::Processor& p : snapshot.processors) busy += bool(p.running);
    setCount(snapshot.processors.empty() ? QString()
                                         : tr("%1 of %n P busy", nullptr, int(snapshot.processors.size())).arg(busy));
    m_view->refresh();
}

void SchedulerDock::retranslate() {
    setTitle(tr("Scheduler"));
    setEmptySentence(tr("Processors and run queues appear here once a program runs."));
}

} // namespace unwind::widgets
