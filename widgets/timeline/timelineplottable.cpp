#include "widgets/timeline/timelineplottable.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"
#include "widgets/timeline/timelinemarks.h"

namespace unwind::widgets {

namespace {
constexpr int kWide = 4;             // a run of at least this many pixels is a shape of its own
constexpr size_t kMarksShown = 1500; // above this only the important ones
constexpr size_t kArrowsShown = 120; // arrows are drawn when there are at most this many in view
} // namespace

struct TimelinePlottable::View {
    QCPPainter* painter;
    QRectF rect;     ///< the axis rect
    PixelScale scale;
    int scroll;
    bool vector;     ///< shapes only
    const TimelineRows& rows;
    double top(int row) const { return rect.top() + rows.top(row, scroll, int(rect.height())); }
    double centre(int row) const { return top(row) + TimelineRows::kRow / 2.0; }
    bool isShown(int row) const { return rows.isShown(row, scroll, int(rect.height())); }
    double x(double pixel) const { return rect.left() + pixel; }
};

TimelinePlottable::TimelinePlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, const Cursor* cursor)
    : QCPAbstractPlottable(keyAxis, valueAxis), m_cursor(cursor), m_palette(&Palette::light()) {}

void TimelinePlottable::reset() {
    m_rows.clear();
    m_goIndex.clear();
    m_procIndex.clear();
}

void TimelinePlottable::update() {
    if (!m_cursor->recording()) return;
    m_cursor->recording()->read([this](const state::History& history) {
        const auto& goLanes = history.goroutineLanes();
        const auto& procLanes = history.processorLanes();
        m_goIndex.resize(goLanes.size());
        m_procIndex.resize(procLanes.size());
        m_rows.setCounts(int(goLanes.size()), int(procLanes.size()));
        for (size_t i = 0; i < goLanes.size(); ++i) {
            m_goIndex[i].update(goLanes[i].spans);
            m_rows.place(goLanes[i].go, int(i));
        }
        for (size_t i = 0; i < procLanes.size(); ++i) {
            m_procIndex[i].update(procLanes[i].spans);
            m_rows.place(procLanes[i].proc, int(goLanes.size() + i));
        }
    });
}

QCPRange TimelinePlottable::getKeyRange(bool& found, QCP::SignDomain) const {
    found = m_cursor->recording() != nullptr;
    return found ? QCPRange(0, double(m_cursor->recording()->endTime())) : QCPRange();
}

QCPRange TimelinePlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = true;
    return {0, double(m_rows.height())};
}

void TimelinePlottable::draw(QCPPainter* painter) {
    if (!m_cursor->recording() || m_rows.count() == 0) return;
    const QRect rect = clipRect();
    const QCPRange range = mKeyAxis->range();
    View view{painter, rect, {range.lower, range.size() / std::max(1, rect.width()), rect.width()}, m_scroll,
              painter->modes().testFlag(QCPPainter::pmVectorized), m_rows};
    m_cursor->recording()->read([&](const state::History& history) {
        const int goroutines = m_rows.goroutines();
        for (int row = 0; row < m_rows.count(); ++row) {
            if (!view.isShown(row)) continue;
            if (row < goroutines) drawLane(view, history.goroutineLanes()[size_t(row)], m_goIndex[size_t(row)], row);
            else drawLane(view, history.processorLanes()[size_t(row - goroutines)], m_procIndex[size_t(row - goroutines)], row);
        }
        drawMarks(view, history);
    });
}

void TimelinePlottable::drawLane(View& view, const state::Lane& lane, const LaneIndex& index, int row) const {
    const double top = view.top(row);
    if (lane.go && lane.go == m_cursor->goroutine())
        view.painter->fillRect(QRectF(view.rect.left(), top, view.rect.width(), TimelineRows::kRow), m_palette->selection);
    view.painter->setPen(m_palette->line);
    const double bottom = top + TimelineRows::kRow;
    view.painter->drawLine(QPointF(view.rect.left(), bottom), QPointF(view.rect.right(), bottom));
    const double inset = (TimelineRows::kRow - TimelineRows::kBar) / 2.0 + 1;
    const QRectF bar(view.rect.left(), top + inset, view.rect.width(), TimelineRows::kBar);
    const std::vector<LaneRun> runs = index.rasterise(lane.spans, view.scale);
    drawStrip(view, runs, bar);
    for (const LaneRun& run : runs)
        if (run.x1 - run.x0 >= kWide && run.state != state::LaneState::None) drawRun(view, lane, run, bar);
}

void TimelinePlottable::drawStrip(View& view, const std::vector<LaneRun>& runs, const QRectF& bar) const {
    auto narrow = [](const LaneRun& run) { return run.x1 - run.x0 < kWide && run.state != state::LaneState::None; };
    if (view.vector) {
        for (size_t i = 0; i < runs.size(); ++i) {
            if (!narrow(runs[i])) continue;
            size_t j = i; // neighbours in the same state become one rectangle
            while (j + 1 < runs.size() && narrow(runs[j + 1]) && runs[j + 1].x0 == runs[j].x1 && runs[j + 1].state == runs[i].state) ++j;
            view.painter->fillRect(QRectF(view.x(runs[i].x0), bar.top(), runs[j].x1 - runs[i].x0, bar.height()),
                                   m_palette->fill(tokenOf(runs[i].state)));
            i = j;
        }
        return;
    }
    if (std::none_of(runs.begin(), runs.end(), narrow)) return;
    QImage strip(view.scale.width, 1, QImage::Format_ARGB32_Premultiplied);
    strip.fill(Qt::transparent);
    auto* pixels = reinterpret_cast<QRgb*>(strip.scanLine(0));
    for (const LaneRun& run : runs)
        if (narrow(run)) std::fill(pixels + run.x0, pixels + run.x1, m_palette->fill(tokenOf(run.state)).rgb());
    view.painter->drawImage(bar, strip);
}

void TimelinePlottable::drawRun(View& view, const state::Lane& lane, const LaneRun& run, const QRectF& bar) const {
    const Token token = tokenOf(run.state);
    const QRectF rect(view.x(run.x0), bar.top(), std::max(2, run.x1 - run.x0 - 1), bar.height());
    fillToken(*view.painter, rect, token, *m_palette, 2.5);
    if (rect.width() < 14) return;
    QString text = tokenLetter(token);
    if (run.index != LaneRun::kMixed) {
        const state::Span& span = lane.spans[run.index];
        const QString words = runText(lane, span);
        text = lane.go && !words.isEmpty() ? text + QLatin1Char(' ') + words : lane.go ? text : words;
    }
    const QFont font = uiFont(10, QFont::DemiBold);
    const QRectF inner = rect.adjusted(5, 0, -3, 0);
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(text) > inner.width()) {
        const QString elided = metrics.elidedText(text, Qt::ElideRight, inner.width());
        text = elided.size() > 3 ? elided : metrics.horizontalAdvance(text.left(1)) <= inner.width() ? tokenLetter(token) : QString();
    }
    view.painter->setFont(font);
    view.painter->setPen(m_palette->letter(token));
    view.painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text);
}

QString TimelinePlottable::runText(const state::Lane& lane, const state::Span& span) const {
    using state::LaneState;
    if (!lane.go) return goName(span.go);
    switch (span.state) {
    case LaneState::Waiting:
    case LaneState::Sleeping: return fromUtf8(trace::waitReasonText(span.wait));
    case LaneState::Panicking: return tr("panicking");
    case LaneState::Goexit: return tr("Goexit: unwinding");
    case LaneState::Running: {
        const state::Goroutine* goroutine = m_cursor->snapshot().find(lane.go);
        return goroutine ? shortFunctionName(*m_cursor->log(), goroutine->function) : QString();
    }
    default: return {};
    }
}

void TimelinePlottable::drawMarks(View& view, const state::History& history) const {
    const auto marks = marksBetween(history.marks(), view.scale.from, view.scale.timeOf(view.scale.width));
    const size_t arrows = marks.size() > kMarksShown
                              ? marks.size()
                              : size_t(std::count_if(marks.begin(), marks.end(), [](const auto& m) { return isArrow(m.kind); }));
    const double half = TimelineRows::kBar / 2.0;
    auto inView = [&](int row) { return row >= 0 && view.isShown(row); };
    for (const state::Mark& mark : marks) {
        const double x = view.x(view.scale.xOf(mark.time));
        if (isArrow(mark.kind)) {
            if (arrows > kArrowsShown) continue;
            const bool steal = mark.kind == state::MarkKind::Steal;
            const int from = steal ? m_rows.rowOf(mark.otherProc) : m_rows.rowOf(mark.go);
            const int to = steal ? m_rows.rowOf(mark.proc) : m_rows.rowOf(mark.other);
            if (from == to || !inView(from) || !inView(to)) continue;
            const double way = to > from ? 1 : -1;
            const double y0 = view.centre(from) + 1 + way * half, y1 = view.centre(to) + 1 - way * half;
            paintArrow(*view.painter, mark, {x, y0}, {x + 4, y1}, *m_palette);
            continue;
        }
        if (marks.size() > kMarksShown && !isImportant(mark.kind)) continue;
        const int row = m_rows.rowOf(mark.go);
        if (inView(row)) paintMark(*view.painter, mark, {x, view.centre(row) - half}, *m_palette);
    }
}

} // namespace unwind::widgets
