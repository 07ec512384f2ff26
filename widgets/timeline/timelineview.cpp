#include "widgets/timeline/timelineview.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"
#include "widgets/timeline/depthplottable.h"
#include "widgets/timeline/timelineplottable.h"
#include "widgets/timeline/timeticker.h"

namespace unwind::widgets {

namespace {
constexpr int kLeft = 64, kRight = 16, kTop = 20, kDepthHeight = 30, kAxisHeight = 22;
constexpr double kShortest = 20; // ns in view at the closest zoom
constexpr double kLeast = 100;   // ns the axis has for a program that has hardly begun
constexpr int kBarWidth = 10;
} // namespace

TimelineView::TimelineView(Cursor* cursor, QWidget* parent)
    : QCustomPlot(parent), m_cursor(cursor), m_colours(&Palette::current()), m_scrollBar(new QScrollBar(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline"));
    setMinimumHeight(120);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    m_scrollBar->setObjectName(QStringLiteral("timelineScrollBar"));
    m_scrollBar->hide();
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) { scrollBy(value - m_lanes->scroll()); });
    setupAxes();
    setupCursor();
    connectCursor();
    setTheme(*m_colours);
    recordingChanged();
}

void TimelineView::setupAxes() {
    plotLayout()->clear();
    plotLayout()->setRowSpacing(2);
    m_laneRect = new QCPAxisRect(this, false);
    m_depthRect = new QCPAxisRect(this, false);
    plotLayout()->addElement(0, 0, m_laneRect);
    plotLayout()->addElement(1, 0, m_depthRect);
    for (QCPAxisRect* rect : {m_laneRect, m_depthRect}) {
        rect->setAutoMargins(QCP::msNone);
        rect->addAxes(QCPAxis::atLeft | QCPAxis::atBottom);
        for (QCPAxis* axis : rect->axes()) {
            axis->grid()->setVisible(false);
            axis->setBasePen(Qt::NoPen);
            axis->setTickPen(Qt::NoPen);
            axis->setSubTickPen(Qt::NoPen);
        }
        rect->axis(QCPAxis::atBottom)->setTicker(QSharedPointer<TimeTicker>::create());
    }
    m_laneRect->setMargins({kLeft, kTop, kRight, 0});
    m_laneRect->axis(QCPAxis::atBottom)->setTickLabels(false);
    m_laneRect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    m_laneRect->axis(QCPAxis::atLeft)->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    m_depthRect->setMargins({kLeft, 0, kRight, kAxisHeight});
    m_depthRect->setSizeConstraintRect(QCPLayoutElement::scrOuterRect);
    m_depthRect->setMinimumSize(0, kDepthHeight + kAxisHeight);
    m_depthRect->setMaximumSize(QWIDGETSIZE_MAX, kDepthHeight + kAxisHeight);
    m_depthRect->axis(QCPAxis::atBottom)->setTicks(true);
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    names->addTick(0.5, tr("queue"));
    m_depthRect->axis(QCPAxis::atLeft)->setTicker(names);
    m_depthRect->axis(QCPAxis::atLeft)->setRange(0, 1);
    m_lanes = new TimelinePlottable(m_laneRect->axis(QCPAxis::atBottom), m_laneRect->axis(QCPAxis::atLeft), m_cursor);
    m_depth = new DepthPlottable(m_depthRect->axis(QCPAxis::atBottom), m_depthRect->axis(QCPAxis::atLeft), m_cursor);
    connect(this, &QCustomPlot::afterLayout, this, &TimelineView::layoutRows);
}

// The cursor has a buffered layer of its own: moving it does not paint the lanes again.
void TimelineView::setupCursor() {
    addLayer(QStringLiteral("cursor"), layer(QStringLiteral("overlay")), limAbove);
    layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
    auto line = [this](QCPAxisRect* rect) {
        auto* item = new QCPItemLine(this);
        item->setLayer(QStringLiteral("cursor"));
        item->setClipAxisRect(rect);
        for (QCPItemPosition* end : {item->start, item->end}) {
            end->setTypeX(QCPItemPosition::ptPlotCoords);
            end->setTypeY(QCPItemPosition::ptAxisRectRatio);
            end->setAxisRect(rect);
            end->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        }
        return item;
    };
    m_laneLine = line(m_laneRect);
    m_depthLine = line(m_depthRect);
    m_flag = new QCPItemText(this);
    m_flag->setLayer(QStringLiteral("cursor"));
    m_flag->setClipToAxisRect(false);
    m_flag->setPadding({8, 2, 8, 2});
    m_flag->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    m_flag->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_flag->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_flag->position->setAxisRect(m_laneRect);
    m_flag->position->setAxes(m_laneRect->axis(QCPAxis::atBottom), m_laneRect->axis(QCPAxis::atLeft));
    m_band = new QCPItemRect(this);
    m_band->setLayer(QStringLiteral("background"));
    m_band->setClipAxisRect(m_laneRect);
    for (QCPItemPosition* corner : {m_band->topLeft, m_band->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        corner->setAxisRect(m_laneRect);
        corner->setAxes(m_laneRect->axis(QCPAxis::atBottom), m_laneRect->axis(QCPAxis::atLeft));
    }
    m_band->setVisible(false);
}

void TimelineView::connectCursor() {
    m_growTimer.setSingleShot(true);
    m_growTimer.setInterval(60); // a growing log is painted some 15 times a second
    connect(&m_growTimer, &QTimer::timeout, this, &TimelineView::recordingGrew);
    connect(m_cursor, &Cursor::recordingChanged, this, &TimelineView::recordingChanged);
    connect(m_cursor, &Cursor::recordingGrew, this, [this] {
        if (!m_growTimer.isActive()) m_growTimer.start();
    });
    connect(m_cursor, &Cursor::cursorChanged, this, &TimelineView::moveCursorLine);
    connect(m_cursor, &Cursor::rangeChanged, this, &TimelineView::moveRange);
    connect(m_cursor, &Cursor::goroutineChanged, this, [this] {
        revealSelected();
        replot(rpQueuedReplot);
    });
}

void TimelineView::recordingChanged() {
    m_lanes->reset();
    m_lanes->setScroll(0);
    m_fitted = true;
    recordingGrew();
}

void TimelineView::recordingGrew() { refreshNow(); }

void TimelineView::refreshNow() {
    m_lanes->update();
    if (m_fitted) fit();
    moveCursorLine();
    replot(rpQueuedReplot);
}

void TimelineView::fit() {
    const auto range = m_cursor->range();
    const Time end = m_cursor->recording() ? m_cursor->recording()->endTime() : 0;
    const bool shown = range && visibleRange() == *range; // a second time shows everything again
    if (range && !m_fitted && !shown) {
        setVisibleRange(double(range->from), double(range->to));
        m_fitted = false;
        return;
    }
    const double last = std::max(double(end), kLeast);
    setVisibleRange(-last * 0.005, last * 1.02);
    m_fitted = true;
}

void TimelineView::setVisibleRange(double from, double to) {
    const double last = m_cursor->recording() ? std::max(double(m_cursor->recording()->endTime()), kLeast) : kLeast;
    double size = std::clamp(to - from, kShortest, last * 1.1);
    from = std::clamp(from, -last * 0.04, std::max(-last * 0.04, last * 1.06 - size));
    for (QCPAxisRect* rect : {m_laneRect, m_depthRect}) rect->axis(QCPAxis::atBottom)->setRange(from, from + size);
    m_fitted = false;
    moveCursorLine();
    replot(rpQueuedReplot);
}

void TimelineView::zoom(double factor, double atTime) {
    const QCPRange now = m_laneRect->axis(QCPAxis::atBottom)->range();
    setVisibleRange(atTime - (atTime - now.lower) * factor, atTime + (now.upper - atTime) * factor);
}

void TimelineView::pan(double fraction) {
    const QCPRange now = m_laneRect->axis(QCPAxis::atBottom)->range();
    const double by = now.size() * fraction;
    setVisibleRange(now.lower + by, now.upper + by);
}

TimeRange TimelineView::visibleRange() const {
    const QCPRange now = m_laneRect->axis(QCPAxis::atBottom)->range();
    return {Time(now.lower), Time(now.upper)};
}

int TimelineView::fullHeight() const { return kTop + m_lanes->rows().height() + 6 + kDepthHeight + kAxisHeight + 6; }

double TimelineView::pixelOf(Time time) const { return m_laneRect->axis(QCPAxis::atBottom)->coordToPixel(double(time)); }

int TimelineView::rowAt(double y) const {
    return m_lanes->rows().rowAt(y - m_laneRect->top(), m_lanes->scroll(), m_laneRect->height());
}

double TimelineView::timeAt(double x) const { return m_laneRect->axis(QCPAxis::atBottom)->pixelToCoord(x); }

// The value axis counts pixels of rows; ticks are the names of the rows that can be seen.
void TimelineView::layoutRows() {
    const TimelineRows& rows = m_lanes->rows();
    const int height = m_laneRect->height();
    m_lanes->setScroll(std::clamp(m_lanes->scroll(), 0, rows.maxScroll(height)));
    const int scroll = m_lanes->scroll();
    layoutScrollBar();
    m_laneRect->axis(QCPAxis::atLeft)->setRange(0, std::max(1, height));
    QMap<double, QString> names;
    if (m_cursor->recording()) {
        m_cursor->recording()->read([&](const state::History& history) {
            for (int row = 0; row < rows.count(); ++row) {
                if (!rows.isShown(row, scroll, height)) continue;
                const double centre = rows.centre(row, scroll, height) + 1;
                const bool go = row < rows.goroutines();
                const auto& lanes = go ? history.goroutineLanes() : history.processorLanes();
                const auto& lane = lanes[size_t(go ? row : row - rows.goroutines())];
                names.insert(centre, go ? goName(lane.go) : procName(lane.proc));
            }
        });
    }
    qSharedPointerCast<QCPAxisTickerText>(m_laneRect->axis(QCPAxis::atLeft)->ticker())->setTicks(names);
    m_laneRect->update(QCPLayoutElement::upPreparation); // ticks were made before the height was known
}

void TimelineView::layoutScrollBar() {
    const QSignalBlocker block(m_scrollBar);
    const int height = m_laneRect->height(), most = m_lanes->rows().maxScroll(height);
    m_scrollBar->setRange(0, most);
    m_scrollBar->setPageStep(m_lanes->rows().scrolledHeight(height));
    m_scrollBar->setSingleStep(TimelineRows::kRow);
    m_scrollBar->setValue(m_lanes->scroll());
    m_scrollBar->setGeometry(width() - kBarWidth - 2, m_laneRect->top(), kBarWidth, m_scrollBar->pageStep());
    m_scrollBar->setVisible(most > 0);
}

void TimelineView::moveCursorLine() {
    const double time = double(m_cursor->snapshot().time);
    for (QCPItemLine* line : {m_laneLine, m_depthLine}) {
        line->start->setCoords(time, 0);
        line->end->setCoords(time, 1);
    }
    m_laneLine->start->setCoords(time, -0.01);
    m_flag->position->setCoords(time, -0.01);
    m_flag->setText(QLatin1Char('#') + grouped(m_cursor->count()));
    const QCPRange seen = m_laneRect->axis(QCPAxis::atBottom)->range();
    m_flag->setVisible(m_cursor->recording() && seen.contains(time));
    layer(QStringLiteral("cursor"))->replot();
}

void TimelineView::moveRange() {
    const auto range = m_cursor->range();
    m_band->setVisible(range.has_value());
    if (range) {
        m_band->topLeft->setCoords(double(range->from), 0);
        m_band->bottomRight->setCoords(double(range->to), 1);
    }
    replot(rpQueuedReplot);
}

void TimelineView::revealSelected() {
    const TimelineRows& rows = m_lanes->rows();
    const int row = rows.rowOf(m_cursor->goroutine());
    if (row < 0) return;
    const int top = rows.top(row), bottom = top + TimelineRows::kRow, height = rows.scrolledHeight(m_laneRect->height());
    if (top < m_lanes->scroll()) m_lanes->setScroll(top);
    else if (bottom > m_lanes->scroll() + height) m_lanes->setScroll(bottom - height);
}

void TimelineView::scrollBy(int pixels) {
    m_lanes->setScroll(m_lanes->scroll() + pixels);
    replot(rpQueuedReplot);
}

void TimelineView::moveTo(QPointF position) {
    if (!m_cursor->recording()) return;
    const Time time = Time(std::max(0.0, timeAt(position.x())));
    const Seq seq = m_cursor->recording()->read([&](const state::History& history) { return history.seqAt(time); });
    const int row = rowAt(position.y());
    m_cursor->moveTo(seq == kNoSeq ? m_cursor->recording()->size() : seq + 1);
    if (row < 0 || row >= m_lanes->rows().goroutines()) return;
    m_cursor->select(m_cursor->recording()->read(
        [&](const state::History& history) { return history.goroutineLanes()[size_t(row)].go; }));
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = event->position();
    m_dragging = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    if (std::abs(event->position().x() - m_pressed.x()) > 4) m_dragging = true;
    if (!m_dragging) return;
    const Time a = Time(timeAt(m_pressed.x())), b = Time(timeAt(event->position().x()));
    m_cursor->setRange(TimeRange{std::min(a, b), std::max(a, b)});
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_dragging) return;
    m_cursor->setRange({});
    moveTo(event->position());
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier) zoom(std::pow(0.8, notches), timeAt(event->position().x()));
    else if (event->modifiers() & Qt::ShiftModifier) pan(-notches * 0.1);
    else if (event->angleDelta().x() != 0) pan(-event->angleDelta().x() / 1200.0);
    else scrollBy(int(-notches * TimelineRows::kRow * 2));
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const QCPRange now = m_laneRect->axis(QCPAxis::atBottom)->range();
    const double cursorTime = double(m_cursor->snapshot().time);
    const double at = now.contains(cursorTime) ? cursorTime : now.center();
    switch (event->key()) {
    case Qt::Key_W: return zoom(0.7, at);
    case Qt::Key_S: return zoom(1 / 0.7, at);
    case Qt::Key_A: return pan(-0.15);
    case Qt::Key_D: return pan(0.15);
    case Qt::Key_F: return fit();
    case Qt::Key_Escape: return m_cursor->setRange({});
    case Qt::Key_Up: return scrollBy(-TimelineRows::kRow);
    case Qt::Key_Down: return scrollBy(TimelineRows::kRow);
    default: QCustomPlot::keyPressEvent(event);
    }
}

QString TimelineView::hint(QPoint position) const {
    if (!m_cursor->recording()) return {};
    const int row = rowAt(position.y());
    if (row < 0 || !m_laneRect->rect().contains(position)) return {};
    const double time = timeAt(position.x());
    return m_cursor->recording()->read([&](const state::History& history) -> QString {
        const bool go = row < m_lanes->rows().goroutines();
        const auto& lane = go ? history.goroutineLanes()[size_t(row)]
                              : history.processorLanes()[size_t(row - m_lanes->rows().goroutines())];
        auto span = std::partition_point(lane.spans.begin(), lane.spans.end(),
                                         [&](const state::Span& s) { return double(s.end) <= time; });
        if (span == lane.spans.end() || double(span->start) > time) return {};
        QString words = go ? goName(lane.go) : procName(lane.proc) + QStringLiteral(" · ") + goName(span->go);
        words += QStringLiteral(" · ") + Text::token(tokenOf(span->state));
        if (span->state == state::LaneState::Waiting) words += QStringLiteral(" · ") + fromUtf8(trace::waitReasonText(span->wait));
        return words + QLatin1Char('\n') + tr("%1 from %2, event #%3")
            .arg(formatTime(span->end - span->start), formatTime(span->start), grouped(span->from + 1));
    });
}

bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), hint(help->pos()), this);
        return true;
    }
    return QCustomPlot::event(event);
}

void TimelineView::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) setTheme(Palette::current());
}

void TimelineView::setTheme(const Palette& palette) {
    m_colours = &palette;
    setBackground(QBrush(palette.panel));
    m_lanes->setPalette(&palette);
    m_depth->setPalette(&palette);
    for (QCPAxisRect* rect : {m_laneRect, m_depthRect}) {
        for (QCPAxis* axis : rect->axes()) {
            axis->setTickLabelColor(palette.secondary);
            axis->setTickLabelFont(uiFont(11));
        }
    }
    m_laneRect->axis(QCPAxis::atLeft)->setTickLabelColor(palette.text);
    QPen line(palette.accent, 1.5);
    m_laneLine->setPen(line);
    m_depthLine->setPen(line);
    m_flag->setBrush(palette.accent);
    m_flag->setPen(Qt::NoPen);
    m_flag->setColor(readableOn(palette.accent));
    m_flag->setFont(uiFont(10, QFont::Bold));
    QColor band = palette.accent;
    band.setAlpha(28);
    m_band->setBrush(band);
    m_band->setPen(QPen(palette.accent, 1, Qt::DotLine));
    replot(rpQueuedReplot);
}

} // namespace unwind::widgets
