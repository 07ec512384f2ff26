#include "widgets/events/eventsmodel.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <climits>

namespace unwind::widgets {

namespace {
constexpr int kPage = 256;      // rows decoded together
constexpr int kPagesKept = 32;
} // namespace

EventsModel::EventsModel(const Cursor* cursor, QObject* parent) : QAbstractTableModel(parent), m_cursor(cursor) {}

void EventsModel::reset() {
    beginResetModel();
    m_rows = 0;
    m_pages.clear();
    if (const Recording* recording = m_cursor->recording()) m_rows = int(std::min<Seq>(recording->size(), INT_MAX / 2));
    endResetModel();
}

void EventsModel::extend() {
    const Recording* recording = m_cursor->recording();
    const int rows = recording ? int(std::min<Seq>(recording->size(), INT_MAX / 2)) : 0;
    if (rows <= m_rows) return;
    beginInsertRows({}, m_rows, rows - 1);
    m_pages.remove(m_rows / kPage); // it may have been read when it was not full
    m_rows = rows;
    endInsertRows();
}

const trace::Event& EventsModel::event(int row) const {
    const int number = row / kPage;
    auto page = m_pages.find(number);
    if (page == m_pages.end()) {
        if (m_pages.size() >= kPagesKept) m_pages.clear();
        std::vector<trace::Event> events;
        events.reserve(kPage);
        const Seq from = Seq(number) * kPage, to = std::min<Seq>(from + kPage, Seq(m_rows));
        m_cursor->log()->forEach(from, to, [&](const trace::Event& e) {
            events.push_back(e);
            return true;
        });
        page = m_pages.insert(number, std::move(events));
    }
    static const trace::Event kNone;
    const size_t at = size_t(row % kPage);
    return at < page->size() ? (*page)[at] : kNone;
}

QString EventsModel::line(const trace::Event& event) const {
    return goName(event.go) + QLatin1Char(' ') + procName(event.proc) + QLatin1Char(' ') + fromUtf8(trace::kindName(event.kind)) +
           QLatin1Char(' ') + eventArguments(*m_cursor->log(), event);
}

QVariant EventsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows || !m_cursor->log()) return {};
    const trace::Event& e = event(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NumberColumn: return grouped(uint64_t(index.row()) + 1);
        case TimeColumn: return formatTime(e.time);
        case GoColumn: return goName(e.go);
        case ProcColumn: return procName(e.proc);
        case KindColumn: return fromUtf8(trace::kindName(e.kind));
        case ArgumentsColumn: return eventArguments(*m_cursor->log(), e);
        default: return {};
        }
    case Qt::ToolTipRole: return fromUtf8(trace::kindSentence(e.kind));
    case Qt::TextAlignmentRole:
        return int((index.column() <= TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        if (index.column() == KindColumn) return uiFont(12, QFont::DemiBold);
        return index.column() == ArgumentsColumn ? codeFont(12) : uiFont(12);
    default: return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section <= TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case NumberColumn: return QStringLiteral("#");
    case TimeColumn: return tr("Time");
    case GoColumn: return QStringLiteral("G");
    case ProcColumn: return QStringLiteral("P");
    case KindColumn: return tr("Event");
    default: return tr("Arguments");
    }
}

} // namespace unwind::widgets
