#include "widgets/goroutines/goroutinesmodel.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/tables.h"
#include "widgets/common/text.h"

#include <algorithm>

namespace unwind::widgets {

GoroutinesModel::GoroutinesModel(const Cursor* cursor, QObject* parent) : QAbstractTableModel(parent), m_cursor(cursor) {}

void GoroutinesModel::refresh() {
    QList<GoId> order, dead;
    m_unwinding = 0;
    m_snapshot = m_cursor->snapshot();
    for (const auto& [id, goroutine] : m_snapshot.goroutines) {
        const Token token = tokenOf(goroutine);
        m_unwinding += token == Token::Panicking || token == Token::Goexit;
        (goroutine.status == state::GStatus::Gdead ? dead : order).append(id);
    }
    m_live = int(order.size());
    order += dead;
    if (order != m_order) {
        beginResetModel();
        m_order = order;
        endResetModel();
    } else if (!m_order.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, ColumnCount - 1));
    }
}

int GoroutinesModel::rowOf(GoId go) const { return int(m_order.indexOf(go)); }

QString GoroutinesModel::text(const state::Goroutine& goroutine, int column) const {
    const trace::LogReader* log = m_cursor->log();
    switch (column) {
    case StateColumn: return tokenLetter(tokenOf(goroutine));
    case NameColumn: return goName(goroutine.id);
    case FunctionColumn: return log ? shortFunctionName(*log, goroutine.function) : QString();
    case PlaceColumn: return log ? shortPlaceName(*log, goroutine.at) : QString();
    case DoesColumn: return Text::goroutineState(goroutine);
    case DefersColumn:
        return QString::number(std::count_if(goroutine.defers.begin(), goroutine.defers.end(), [](const state::Defer& d) {
            return d.state == state::DeferState::Pending || d.state == state::DeferState::Running;
        }));
    case ParentColumn: return goroutine.parent ? goName(goroutine.parent) : QString();
    default: return {};
    }
}

QVariant GoroutinesModel::data(const QModelIndex& index, int role) const {
    const state::Goroutine* goroutine = index.isValid() ? m_snapshot.find(goAt(index.row())) : nullptr;
    if (!goroutine) return {};
    switch (role) {
    case Qt::DisplayRole: return text(*goroutine, index.column());
    case Qt::ToolTipRole:
        return index.column() == StateColumn ? Text::token(tokenOf(*goroutine)) : text(*goroutine, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == DefersColumn) return int(Qt::AlignRight | Qt::AlignVCenter);
        if (index.column() == StateColumn) return int(Qt::AlignCenter);
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        if (index.column() == NameColumn) return uiFont(13, QFont::DemiBold);
        if (index.column() == FunctionColumn) return codeFont(12);
        return {};
    case kPlaceRole: return index.column() == PlaceColumn;
    case TokenRole: return int(tokenOf(*goroutine));
    case GoRole: return QVariant::fromValue<qulonglong>(goroutine->id.value);
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
