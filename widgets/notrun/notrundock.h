// What had not run when the program ended. A click on a deferred call goes to where it was stored, on a goroutine to the end.
#pragma once

#include "widgets/common/cards.h"
#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"

namespace unwind::widgets {

class NotRunDock : public Dock {
    Q_OBJECT

public:
    explicit NotRunDock(Cursor* cursor, QWidget* parent = nullptr);
    const CardModel* model() const { return m_model; }

protected:
    void refresh() override;
    void retranslate() override;

private:
    Cursor* m_cursor;
    CardModel* m_model;
    CardView* m_view;
};

} // namespace unwind::widgets
