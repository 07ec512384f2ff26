// The list of events; the current row is the cursor. "/" searches: the search reads the log in short slices, so that a
// search through millions of events does not hold up the window.
#pragma once

#include "widgets/common/dock.h"
#include "widgets/events/eventsmodel.h"

#include <QTimer>

class QLineEdit;
class QTableView;

namespace unwind::widgets {

class EventsDock : public Dock {
    Q_OBJECT

public:
    explicit EventsDock(Cursor* cursor, QWidget* parent = nullptr);

public Q_SLOTS:
    /// Puts the keyboard into the search field.
    void startSearch();
    /// Moves to the next event whose row contains the text, from the one after the cursor, around the end.
    void searchNext();

protected:
    void refresh() override;
    void retranslate() override;

private:
    void setupView();
    void searchSlice();

    Cursor* m_cursor;
    EventsModel* m_model;
    QTableView* m_view;
    QLineEdit* m_search;
    QTimer m_searchTimer;
    Seq m_searchAt = 0, m_searchLeft = 0;
};

} // namespace unwind::widgets
