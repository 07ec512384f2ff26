// The live defer stack of the selected goroutine. A click on a card goes to the defer statement that stored it.
#pragma once

#include "widgets/common/cards.h"
#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"

namespace unwind::widgets {

class DeferStackDock : public Dock {
    Q_OBJECT

public:
    explicit DeferStackDock(Cursor* cursor, QWidget* parent = nullptr);
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
