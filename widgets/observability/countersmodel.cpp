#include "widgets/observability/countersmodel.h"

#include "trace/observability.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <algorithm>
#include <tuple>

namespace unwind::widgets {

void CountersModel::reset() {
    beginResetModel();
    m_rows.clear();
    m_total = 0;
    endResetModel();
}

void CountersModel::addRows(const trace::Reports& reports) {
    for (size_t i = m_rows.size(); i < std::min(reports.counters().size(), kMostRows); ++i) {
        const trace::Reports::Counter& counter = reports.counters()[i];
        m_rows.push_back({i, fromUtf8(counter.name), fromUtf8(trace::attributeWords(counter.labels)), 0, 0});
    }
    std::sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return std::tie(a.name, a.labels) < std::tie(b.name, b.labels); });
}

void CountersModel::refresh() {
    if (!m_cursor->recording()) return;
    readReports([&](const trace::Reports& reports) {
        m_total = reports.counters().size();
        if (std::min(m_total, kMostRows) != m_rows.size()) {
            beginResetModel();
            addRows(reports);
            endResetModel();
        }
        for (Row& row : m_rows) {
            const auto& counter = reports.counters()[row.counter];
            const auto [seq, value] = counter.before(m_cursor->count());
            row.value = value;
            row.event = seq == kNoSeq ? counter.totals.front().first : seq;
        }
    });
    allChanged();
}

QVariant CountersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || size_t(index.row()) >= m_rows.size()) return {};
    const Row& row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case NameColumn: return row.name;
        case LabelsColumn: return row.labels;
        default: return grouped(row.value);
        }
    case Qt::TextAlignmentRole: return int((index.column() == ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: return index.column() == ValueColumn ? uiFont(12, QFont::DemiBold) : codeFont(12);
    case EventRole: return QVariant::fromValue<qulonglong>(row.event);
    case FutureRole: return row.value == 0;
    default: return {};
    }
}

QVariant CountersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section == ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case NameColumn: return tr("Counter");
    case LabelsColumn: return tr("Labels");
    default: return tr("Value");
    }
}

} // namespace unwind::widgets
