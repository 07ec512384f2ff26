// The program's output. A click on a line moves the cursor to the moment it was printed; what is printed later is pale.
#pragma once

#include "widgets/common/dock.h"
#include "widgets/output/outputmodel.h"

class QListView;

namespace unwind::widgets {

class OutputDock : public Dock {
    Q_OBJECT

public:
    explicit OutputDock(Cursor* cursor, QWidget* parent = nullptr);
    const OutputModel* model() const { return m_model; }

protected:
    void refresh() override;
    void retranslate() override;

private:
    Cursor* m_cursor;
    OutputModel* m_model;
    QListView* m_view;
};

} // namespace unwind::widgets
