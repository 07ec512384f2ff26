// The selected goroutine's frames at the cursor, innermost first: function, place, and whether it is a deferred call.
#pragma once

#include "widgets/common/cursor.h"

#include <QAbstractTableModel>

namespace unwind::widgets {

class CallStackModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FunctionColumn, PlaceColumn, WhyColumn, ColumnCount };

    explicit CallStackModel(const Cursor* cursor, QObject* parent = nullptr);
    void refresh();
    /// Where a row's frame stands.
    SourcePos place(int row) const { return m_rows.value(row).at; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString function, place, why;
        SourcePos at;
        bool operator==(const Row&) const = default;
    };
    const Cursor* m_cursor;
    QList<Row> m_rows;
};

} // namespace unwind::widgets
