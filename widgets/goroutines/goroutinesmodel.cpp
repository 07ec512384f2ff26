#include "widgets/goroutines/goroutinesmodel.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/tables.h"
#include "widgets/common/text.h"

#include <algorithm>

namespace unwind::widgets {

GoroutinesModel::GoroutinesModel(const Cursor* cursor, QObject* parent) : QAbstractTableModel(parent), m_cursor(cursor) {}

void GoroutinesModel::refresh() {
    QList<Row> rows;
    m_live = m_unwinding = 0;
    if (const trace::LogReader* log = m_cursor->log()) {
        for (const auto& [id, goroutine] : m_cursor->snapshot().goroutines) {
            Row row{id, goroutine.parent, tokenOf(goroutine), shortFunctionName(*log, goroutine.function),
                    shortPlaceName(*log, goroutine.at), Text::goroutineState(goroutine), 0,
                    goroutine.status == state::GStatus::Gdead};
            row.defers = int(std::count_if(goroutine.defers.begin(), goroutine.defers.end(), [](const state::Defer& d) {
                return d.state == state::DeferState::Pending || d.state == state::DeferState::Running;
            }));
            m_live += !row.dead;
            m_unwinding += row.token == Token::Panicking || row.token == Token::Goexit;
            rows.append(row);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.dead < b.dead; });
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const Row& a, const Row& b) { return a.go == b.go; });
    if (!same) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i]) continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

int GoroutinesModel::rowOf(GoId go) const {
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].go == go) return i;
    return -1;
}

QString GoroutinesModel::text(const Row& row, int column) const {
    switch (column) {
    case StateColumn: return tokenLetter(row.token);
    case NameColumn: return goName(row.go);
    case FunctionColumn: return row.function;
    case PlaceColumn: return row.place;
    case DoesColumn: return row.does;
    case DefersColumn: return QString::number(row.defers);
    case ParentColumn: return row.parent ? goName(row.parent) : QString();
    default: return {};
    }
}

QVariant GoroutinesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size()) return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == StateColumn ? Text::token(row.token) : text(row, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == DefersColumn) return int(Qt::AlignRight | Qt::AlignVCenter);
        if (index.column() == StateColumn) return int(Qt::AlignCenter);
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        if (index.column() == NameColumn) return uiFont(13, QFont::DemiBold);
        if (index.column() == FunctionColumn) return codeFont(12);
        return {};
    case kPlaceRole: return index.column() == PlaceColumn;
    case TokenRole: return int(row.token);
    case GoRole: return QVariant::fromValue<qulonglong>(row.go.value);
    default: return {};
    }
}

QVariant GoroutinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return section == DefersColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case FunctionColumn: return tr("Function");
    case PlaceColumn: return tr("Place");
    case DoesColumn: return tr("State");
    case DefersColumn: return tr("Defers");
    case ParentColumn: return tr("Parent");
    default: return QString();
    }
}

} // namespace unwind::widgets
