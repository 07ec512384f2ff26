// Every event of the log as a row: number, time, G, P, kind, arguments. Rows are decoded when they are asked for, a page of
// them at a time, so millions of events cost nothing until they are looked at.
#pragma once

#include "widgets/common/cursor.h"

#include <QAbstractTableModel>
#include <QHash>

namespace unwind::widgets {

class EventsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, TimeColumn, GoColumn, ProcColumn, KindColumn, ArgumentsColumn, ColumnCount };

    explicit EventsModel(const Cursor* cursor, QObject* parent = nullptr);
    void reset();
    void extend();
    /// The event's text as a row shows it, for searching.
    QString line(const trace::Event& event) const;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const trace::Event& event(int row) const;

    const Cursor* m_cursor;
    int m_rows = 0;
    mutable QHash<int, std::vector<trace::Event>> m_pages;
};

} // namespace unwind::widgets
