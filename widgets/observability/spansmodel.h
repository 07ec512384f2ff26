// A program's spans (unwind/trace) as trees: a trace after the other, a span's children below it, in the order they began. Of
// very many the ones around the cursor have rows; axis() is the time they cover together.
#pragma once

#include "widgets/observability/reportmodel.h"

namespace unwind::widgets {

struct SpanRow {
    trace::Reports::Span span;
    QString name;
    int depth = 0;            ///< of its parents, as far as they have rows
    bool firstOfTrace = false;
};

/// Spans in the order they began → the rows of their trees.
std::vector<SpanRow> spanTree(const std::vector<trace::Reports::Span>& spans);

class SpansModel : public ReportModel {
    Q_OBJECT

public:
    enum Column { TraceColumn, NameColumn, GoColumn, DurationColumn, BarColumn, ColumnCount };
    static constexpr size_t kMostRows = 1000;

    using ReportModel::ReportModel;
    void reset() override;
    void refresh() override;
    const SpanRow& row(int row) const { return m_rows[size_t(row)]; }
    TimeRange axis() const { return m_axis; }
    /// Where the cursor stands; a bar ends there as yet.
    Time now() const { return m_cursor->snapshot().time; }
    bool hasEnded(const SpanRow& row) const { return row.span.endSeq < m_cursor->count(); }
    size_t total() const { return m_total; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString duration(const SpanRow& row) const;
    QString attributes(const SpanRow& row) const;

    std::vector<SpanRow> m_rows;
    std::vector<trace::Reports::Span> m_spans; ///< what the rows are made of
    size_t m_total = 0;
    TimeRange m_axis;
};

} // namespace unwind::widgets
