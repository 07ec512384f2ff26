// The list of goroutines; choosing a row selects that goroutine for all views.
#pragma once

#include "widgets/common/dock.h"
#include "widgets/goroutines/goroutinesmodel.h"

class QTableView;

namespace unwind::widgets {

class GoroutinesDock : public Dock {
    Q_OBJECT

public:
    explicit GoroutinesDock(Cursor* cursor, QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupView();
    void showSelection();

    Cursor* m_cursor;
    GoroutinesModel* m_model;
    QTableView* m_view;
};

} // namespace unwind::widgets
