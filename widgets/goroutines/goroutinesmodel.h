// The goroutines at the cursor as a table: state, name, function, place, what it does, stored defers, parent.
// Rows keep their place while stepping: they are ordered by number, dead goroutines last in the same order.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/palette.h"

#include <QAbstractTableModel>

namespace unwind::widgets {

class GoroutinesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, FunctionColumn, PlaceColumn, DoesColumn, DefersColumn, ParentColumn, ColumnCount };
    enum Role { TokenRole = Qt::UserRole, GoRole };

    explicit GoroutinesModel(const Cursor* cursor, QObject* parent = nullptr);
    /// Reads the cursor again; rows are only added or removed when the set of goroutines changed.
    void refresh();
    int rowOf(GoId go) const;
    GoId goAt(int row) const { return m_order.value(row); }
    int live() const { return m_live; }
    int unwinding() const { return m_unwinding; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_order.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const state::Goroutine& goroutine, int column) const;

    const Cursor* m_cursor;
    state::Snapshot m_snapshot; ///< what the rows tell of; words are made for those in view alone
    QList<GoId> m_order;        ///< the dead last
    int m_live = 0, m_unwinding = 0;
};

} // namespace unwind::widgets
