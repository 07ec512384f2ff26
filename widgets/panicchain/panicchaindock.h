// The panic chain of the selected goroutine. A click on a record goes to where it began.
#pragma once

#include "widgets/common/cards.h"
#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"

namespace unwind::widgets {

class PanicChainDock : public Dock {
    Q_OBJECT

public:
    explicit PanicChainDock(Cursor* cursor, QWidget* parent = nullptr);
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
