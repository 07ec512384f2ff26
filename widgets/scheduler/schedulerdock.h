// The scheduler at the cursor: every P with what it runs, runnext and ring; the global queue; who waits, by reason.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"

namespace unwind::widgets {

class SchedulerView;

class SchedulerDock : public Dock {
    Q_OBJECT

public:
    explicit SchedulerDock(Cursor* cursor, QWidget* parent = nullptr);
    SchedulerView* view() const { return m_view; }

protected:
    void refresh() override;
    void retranslate() override;

private:
    Cursor* m_cursor;
    SchedulerView* m_view;
};

} // namespace unwind::widgets
