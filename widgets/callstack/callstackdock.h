// The call stack of the selected goroutine; a double click on a frame shows its place in the source.
#pragma once

#include "widgets/callstack/callstackmodel.h"
#include "widgets/common/dock.h"

class QTableView;

namespace unwind::widgets {

class CallStackDock : public Dock {
    Q_OBJECT

public:
    explicit CallStackDock(Cursor* cursor, QWidget* parent = nullptr);

Q_SIGNALS:
    void placeRequested(unwind::SourcePos pos);

protected:
    void refresh() override;
    void retranslate() override;

private:
    Cursor* m_cursor;
    CallStackModel* m_model;
    QTableView* m_view;
};

} // namespace unwind::widgets
