// The verdict on the newest recover() at the cursor, as a card: what decided it, what it returned, where control resumes. A
// click goes to the call.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"

class QScrollArea;

namespace unwind::widgets {

class VerdictDock : public Dock {
    Q_OBJECT

public:
    explicit VerdictDock(Cursor* cursor, QWidget* parent = nullptr);
    /// The card as lines of text.
    QString text() const;

protected:
    void refresh() override;
    void retranslate() override;

private:
    class Canvas;
    Cursor* m_cursor;
    Canvas* m_canvas;
    QScrollArea* m_area;
};

} // namespace unwind::widgets
