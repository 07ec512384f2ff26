#include "widgets/observability/spansmodel.h"

#include "trace/observability.h"
#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <algorithm>
#include <map>

namespace unwind::widgets {

using Span = trace::Reports::Span;

namespace {

/// Spans [first, last) of all get rows: all, or those around the cursor, in steps, so that small moves change nothing.
std::pair<size_t, size_t> window(const std::vector<Span>& spans, size_t size, Seq cursor) {
    if (size <= SpansModel::kMostRows) return {0, size};
    constexpr size_t kStep = SpansModel::kMostRows / 2;
    auto behind = std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.seq < cursor; });
    const size_t at = size_t(behind - spans.begin()) / kStep * kStep;
    const size_t first = std::min(at - std::min(at, kStep), size - SpansModel::kMostRows);
    return {first, first + SpansModel::kMostRows};
}

bool same(const std::vector<Span>& a, const std::vector<Span>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Span& x, const Span& y) { return x.seq == y.seq && x.endSeq == y.endSeq; });
}

} // namespace

std::vector<SpanRow> spanTree(const std::vector<Span>& spans) {
    std::map<uint64_t, size_t> byNumber;
    std::map<uint64_t, std::vector<size_t>> rootsOf; // by trace
    std::vector<std::vector<size_t>> children(spans.size());
    std::vector<uint64_t> traces;
    for (size_t i = 0; i < spans.size(); ++i) {
        auto parent = byNumber.find(spans[i].parent);
        byNumber[spans[i].number] = i;
        if (parent != byNumber.end() && parent->second != i) {
            children[parent->second].push_back(i);
            continue;
        }
        std::vector<size_t>& roots = rootsOf[spans[i].trace];
        if (roots.empty()) traces.push_back(spans[i].trace);
        roots.push_back(i);
    }
    std::vector<SpanRow> rows;
    for (uint64_t trace : traces) {
        const size_t first = rows.size();
        std::vector<std::pair<size_t, int>> open; // newest last: the next row, and its depth
        const std::vector<size_t>& roots = rootsOf[trace];
        for (auto it = roots.rbegin(); it != roots.rend(); ++it) open.emplace_back(*it, 0);
        while (!open.empty()) {
            const auto [at, depth] = open.back();
            open.pop_back();
            rows.push_back({spans[at], {}, depth, rows.size() == first});
            for (auto it = children[at].rbegin(); it != children[at].rend(); ++it) open.emplace_back(*it, depth + 1);
        }
    }
    return rows;
}

void SpansModel::reset() {
    beginResetModel();
    m_rows.clear();
    m_spans.clear();
    m_total = 0;
    endResetModel();
}

void SpansModel::refresh() {
    const Recording* recording = m_cursor->recording();
    if (!recording) return;
    std::vector<Span> spans;
    readReports([&](const trace::Reports& reports) {
        const auto& all = reports.spans();
        auto behind = std::partition_point(all.begin(), all.end(), [&](const Span& span) { return span.seq < recording->size(); });
        m_total = size_t(behind - all.begin());
        const auto [first, last] = window(all, m_total, m_cursor->count());
        spans.assign(all.begin() + ptrdiff_t(first), all.begin() + ptrdiff_t(last));
    });
    if (!same(spans, m_spans)) {
        beginResetModel();
        m_rows = spanTree(spans);
        for (SpanRow& row : m_rows) row.name = logString(recording->log(), row.span.name);
        m_spans = std::move(spans);
        endResetModel();
    }
    if (m_rows.empty()) return;
    m_axis = {m_spans.front().begin, m_spans.front().begin};
    for (const Span& span : m_spans) m_axis.to = std::max(m_axis.to, span.endSeq == kNoSeq ? recording->endTime() : span.end);
    Q_EMIT headerDataChanged(Qt::Horizontal, BarColumn, BarColumn);
    allChanged();
}

QString SpansModel::duration(const SpanRow& row) const {
    if (row.span.seq >= m_cursor->count()) return {};
    if (!hasEnded(row)) return tr("%1, open").arg(formatTime(now() - row.span.begin));
    const QString time = formatTime(row.span.end - row.span.begin);
    return row.span.failed ? QStringLiteral("✕ ") + time : time;
}

QString SpansModel::attributes(const SpanRow& row) const {
    const QString words = hasEnded(row) ? fromUtf8(trace::attributeWords(m_cursor->log()->string(row.span.attributes))) : QString();
    return tr("trace %1, span %2").arg(row.span.trace).arg(row.span.number) + (words.isEmpty() ? QString() : QLatin1Char('\n') + words);
}

QVariant SpansModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || size_t(index.row()) >= m_rows.size() || !m_cursor->log()) return {};
    const SpanRow& row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case TraceColumn: return row.firstOfTrace ? QString::number(row.span.trace) : QString();
        case NameColumn: return QString(3 * row.depth, QLatin1Char(' ')) + row.name;
        case GoColumn: return goName(row.span.go);
        case DurationColumn: return duration(row);
        default: return {};
        }
    case Qt::ToolTipRole: return attributes(row);
    case Qt::TextAlignmentRole: return int((index.column() == DurationColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: return index.column() == NameColumn ? codeFont(12) : uiFont(12);
    case EventRole: return QVariant::fromValue<qulonglong>(row.span.seq);
    case FutureRole: return row.span.seq >= m_cursor->count();
    default: return {};
    }
}

QVariant SpansModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section == DurationColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case TraceColumn: return tr("Trace");
    case NameColumn: return tr("Span");
    case GoColumn: return QStringLiteral("G");
    case DurationColumn: return tr("Duration");
    default: return m_rows.empty() ? QString() : tr("%1 to %2").arg(formatTime(m_axis.from), formatTime(m_axis.to));
    }
}

} // namespace unwind::widgets
