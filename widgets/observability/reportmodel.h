// What the three tables of the Observability dock have in common: each row is a thing reported, knows the event that a click
// leads to, and whether it comes after the cursor. refresh() follows the recording and the cursor.
#pragma once

#include "widgets/common/cursor.h"

#include <QAbstractTableModel>

namespace unwind::widgets {

class ReportModel : public QAbstractTableModel {
public:
    enum Role { EventRole = Qt::UserRole, FutureRole };

    explicit ReportModel(const Cursor* cursor, QObject* parent) : QAbstractTableModel(parent), m_cursor(cursor) {}
    /// Forgets the rows; the recording is another one.
    virtual void reset() = 0;
    virtual void refresh() = 0;
    Seq event(int row) const { return index(row, 0).data(EventRole).toULongLong(); }

protected:
    template <class F>
    auto readReports(F&& f) const {
        return m_cursor->recording()->read([&](const state::History& history) { return f(history.reports()); });
    }
    void allChanged() {
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    const Cursor* m_cursor;
};

} // namespace unwind::widgets
