// The log lines a program wrote with log/slog or log. Rows are copied a page at a time when they are looked at.
#pragma once

#include "trace/observability.h"
#include "widgets/observability/reportmodel.h"

#include <QHash>

namespace unwind::widgets {

class LogLinesModel : public ReportModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, GoColumn, LevelColumn, LineColumn, ColumnCount };

    using ReportModel::ReportModel;
    void reset() override;
    void refresh() override;
    /// The last line at or before the cursor, or -1.
    int rowAtCursor() const { return m_reached - 1; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const trace::LogLine* line(int row) const;

    int m_rows = 0, m_reached = 0;
    mutable QHash<int, std::vector<trace::LogLine>> m_pages;
};

} // namespace unwind::widgets
