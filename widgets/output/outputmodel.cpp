#include "widgets/output/outputmodel.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"

#include <algorithm>

namespace unwind::widgets {

OutputModel::OutputModel(const Cursor* cursor, QObject* parent) : QAbstractListModel(parent), m_cursor(cursor) {}

void OutputModel::reset() {
    beginResetModel();
    m_lines.clear();
    m_spans = 0;
    endResetModel();
    extend();
}

void OutputModel::extend() {
    const Recording* recording = m_cursor->recording();
    if (!recording) return;
    std::vector<state::OutputSpan> fresh = recording->read([&](const state::History& history) {
        const auto& all = history.output();
        return std::vector<state::OutputSpan>(all.begin() + std::ptrdiff_t(std::min(m_spans, all.size())), all.end());
    });
    std::erase_if(fresh, [&](const state::OutputSpan& span) { return span.seq >= recording->size(); });
    if (fresh.empty()) return;
    m_spans += fresh.size();

    QList<Line> added;
    const int oldCount = int(m_lines.size());
    bool lastChanged = false;
    auto last = [&]() -> Line* { return !added.isEmpty() ? &added.last() : oldCount > 0 ? &m_lines.last() : nullptr; };
    for (const state::OutputSpan& span : fresh) {
        const QStringList parts = logString(recording->log(), span.text).split(QLatin1Char('\n'));
        for (int i = 0; i < parts.size(); ++i) {
            const bool ends = i + 1 < parts.size();
            if (!ends && parts[i].isEmpty()) break;
            Line* open = last();
            if (open && !open->ended && open->fd == span.fd) {
                open->text += parts[i];
                open->seq = span.seq;
                open->ended = ends;
                lastChanged |= added.isEmpty();
            } else {
                added.append({parts[i], span.seq, span.fd, ends});
            }
        }
    }
    if (lastChanged) Q_EMIT dataChanged(index(oldCount - 1), index(oldCount - 1));
    if (added.isEmpty()) return;
    beginInsertRows({}, oldCount, oldCount + int(added.size()) - 1);
    m_lines += added;
    endInsertRows();
}

void OutputModel::cursorMoved() {
    if (!m_lines.isEmpty()) Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1), {FutureRole});
}

int OutputModel::rowAtCursor() const {
    auto after = std::partition_point(m_lines.begin(), m_lines.end(),
                                      [this](const Line& line) { return line.seq < m_cursor->count(); });
    return int(after - m_lines.begin()) - 1;
}

QVariant OutputModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_lines.size()) return {};
    const Line& line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return line.text;
    case Qt::FontRole: return codeFont(13);
    case Qt::AccessibleTextRole: return line.fd == 2 ? tr("standard error: %1").arg(line.text) : line.text;
    case SeqRole: return QVariant::fromValue<qulonglong>(line.seq);
    case ErrorRole: return line.fd == 2;
    case FutureRole: return line.seq >= m_cursor->count();
    default: return {};
    }
}

} // namespace unwind::widgets
