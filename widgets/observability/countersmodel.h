// A program's counters (unwind/metrics) with their values at the cursor, by name and labels; those not yet counted stand at 0.
#pragma once

#include "widgets/observability/reportmodel.h"

namespace unwind::widgets {

class CountersModel : public ReportModel {
    Q_OBJECT

public:
    enum Column { NameColumn, LabelsColumn, ValueColumn, ColumnCount };
    static constexpr size_t kMostRows = 1000;

    using ReportModel::ReportModel;
    void reset() override;
    void refresh() override;
    /// All counters; the first kMostRows of them have rows.
    size_t total() const { return m_total; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        size_t counter = 0; ///< its index in the recording's reports
        QString name, labels;
        uint64_t value = 0;
        Seq event = 0;      ///< of the last count at the cursor, or of the first one
    };
    void addRows(const trace::Reports& reports);

    std::vector<Row> m_rows;
    size_t m_total = 0;
};

} // namespace unwind::widgets
