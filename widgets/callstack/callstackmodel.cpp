#include "widgets/callstack/callstackmodel.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/tables.h"

namespace unwind::widgets {

CallStackModel::CallStackModel(const Cursor* cursor, QObject* parent) : QAbstractTableModel(parent), m_cursor(cursor) {}

void CallStackModel::refresh() {
    QList<Row> rows;
    const state::Goroutine* goroutine = m_cursor->selected();
    if (goroutine && m_cursor->log()) {
        const trace::LogReader& log = *m_cursor->log();
        for (auto frame = goroutine->frames.rbegin(); frame != goroutine->frames.rend(); ++frame) {
            Row row{functionName(log, frame->function), placeName(log, frame->at), {}, frame->at};
            if (frame->deferred) row.why = tr("deferred call");
            rows.append(row);
        }
        if (!rows.isEmpty() && goroutine->parent)
            rows.append({tr("created by a go statement"), placeName(log, goroutine->created), {}, goroutine->created});
    }
    if (rows == m_rows) return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QVariant CallStackModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size()) return {};
    const Row& row = m_rows[index.row()];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return index.column() == FunctionColumn ? row.function : index.column() == PlaceColumn ? row.place : row.why;
    if (role == kPlaceRole) return index.column() == PlaceColumn;
    if (role == Qt::FontRole && index.column() == FunctionColumn) return codeFont(12);
    return {};
}

QVariant CallStackModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == FunctionColumn ? tr("Function") : section == PlaceColumn ? tr("Place") : tr("Runs as");
}

} // namespace unwind::widgets
