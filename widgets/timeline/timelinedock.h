// The timeline's dock: title with length and number of goroutines, legend, and the plot.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"

namespace unwind::widgets {

class TimelineView;

class TimelineDock : public Dock {
    Q_OBJECT

public:
    explicit TimelineDock(Cursor* cursor, QWidget* parent = nullptr);
    TimelineView* view() const { return m_view; }

protected:
    void refresh() override;
    void retranslate() override;

private:
    Cursor* m_cursor;
    TimelineView* m_view;
};

} // namespace unwind::widgets
