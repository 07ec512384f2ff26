// States at the cursor: the runtime's statuses of the selected goroutine, or the states that a part of the program reports.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"

class QComboBox;
class QScrollArea;

namespace unwind::widgets {

class StatesView;

class StatesDock : public Dock {
    Q_OBJECT

public:
    explicit StatesDock(Cursor* cursor, QWidget* parent = nullptr);
    StatesView* view() const { return m_view; }
    /// The part of the program that is shown; empty: the goroutine.
    QString machine() const;

protected:
    void refresh() override;
    void retranslate() override;

private:
    void listMachines();
    void choose();
    Cursor* m_cursor;
    QComboBox* m_choice;
    QScrollArea* m_area;
    StatesView* m_view;
    QString m_chosen; ///< shown as soon as a recording has it
};

} // namespace unwind::widgets
