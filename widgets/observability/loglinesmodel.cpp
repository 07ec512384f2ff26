#include "widgets/observability/loglinesmodel.h"

#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <algorithm>
#include <climits>

namespace unwind::widgets {

namespace {
constexpr int kPage = 64; // lines read together
constexpr int kPagesKept = 32;

int before(const std::vector<trace::Reports::Line>& lines, Seq end) {
    auto behind = std::partition_point(lines.begin(), lines.end(), [&](const auto& line) { return line.seq < end; });
    return int(std::min<ptrdiff_t>(behind - lines.begin(), INT_MAX / 2));
}
} // namespace

void LogLinesModel::reset() {
    beginResetModel();
    m_rows = m_reached = 0;
    m_pages.clear();
    endResetModel();
}

void LogLinesModel::refresh() {
    if (!m_cursor->recording()) return;
    const auto [rows, reached] = readReports([&](const trace::Reports& reports) {
        return std::pair{before(reports.lines(), m_cursor->recording()->size()), before(reports.lines(), m_cursor->count())};
    });
    m_reached = reached;
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_pages.remove(m_rows / kPage); // it may have been read when it was not full
        m_rows = rows;
        endInsertRows();
    }
    allChanged();
}

const trace::LogLine* LogLinesModel::line(int row) const {
    const int number = row / kPage;
    auto page = m_pages.find(number);
    if (page == m_pages.end()) {
        if (m_pages.size() >= kPagesKept) m_pages.clear();
        const auto found = readReports([&](const trace::Reports& reports) {
            const auto from = reports.lines().begin() + number * kPage;
            return std::vector<trace::Reports::Line>(from, from + std::min(kPage, m_rows - number * kPage));
        });
        std::vector<trace::LogLine> lines;
        for (const trace::Reports::Line& l : found) lines.push_back(trace::logLine(*m_cursor->log(), l));
        page = m_pages.insert(number, std::move(lines));
    }
    const size_t at = size_t(row % kPage);
    return at < page->size() ? &(*page)[at] : nullptr;
}

QVariant LogLinesModel::data(const QModelIndex& index, int role) const {
    const trace::LogLine* l = index.isValid() && m_cursor->log() ? line(index.row()) : nullptr;
    if (!l) return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case TimeColumn: return formatTime(l->time);
        case GoColumn: return goName(l->go);
        case LevelColumn: return fromUtf8(l->level);
        default: return QStringLiteral("%1  %2").arg(fromUtf8(l->message), fromUtf8(trace::attributeWords(l->attributes))).trimmed();
        }
    case Qt::TextAlignmentRole: return int((index.column() == TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: return index.column() == LineColumn ? codeFont(12) : uiFont(12);
    case EventRole: return QVariant::fromValue<qulonglong>(l->seq);
    case FutureRole: return index.row() >= m_reached;
    default: return {};
    }
}

QVariant LogLinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section == TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case GoColumn: return QStringLiteral("G");
    case LevelColumn: return tr("Level");
    default: return tr("Log line");
    }
}

} // namespace unwind::widgets
