#include "widgets/compare/comparetimelines.h"

#include "widgets/common/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

namespace unwind::widgets {

namespace {
constexpr double kFewest = 6; // columns in view at the closest zoom
}

CompareTimelines::CompareTimelines(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("compareTimelines"));
    setAccessibleName(tr("Two timelines"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void CompareTimelines::setRuns(ComparedRuns* runs) {
    m_runs = runs;
    if (!runs) return update();
    for (Side side : {Side::A, Side::B}) {
        connect(runs->cursor(side), &Cursor::cursorChanged, this, qOverload<>(&QWidget::update));
        connect(runs->cursor(side), &Cursor::goroutineChanged, this, qOverload<>(&QWidget::update));
    }
    fit();
    updateGeometry();
}

QSize CompareTimelines::sizeHint() const { return {600, m_runs ? CompareLayout(*m_runs).height() : 100}; }
QSize CompareTimelines::minimumSizeHint() const { return {300, sizeHint().height()}; }

CompareScale CompareTimelines::scale() const {
    return {m_from, m_to, double(CompareLayout::kLeft), double(width() - CompareLayout::kRight)};
}

void CompareTimelines::fit() {
    const auto [from, to] = wholeAxis(*m_runs);
    setRange(from, to);
}

void CompareTimelines::setRange(double from, double to) {
    const auto [first, last] = wholeAxis(*m_runs);
    const double size = std::clamp(to - from, std::min(kFewest, last - first), last - first);
    m_from = std::clamp(from, first, last - size);
    m_to = m_from + size;
    update();
}

void CompareTimelines::zoom(double factor, double at) { setRange(at - (at - m_from) * factor, at + (m_to - at) * factor); }

void CompareTimelines::pan(double fraction) {
    const double by = (m_to - m_from) * fraction;
    setRange(m_from + by, m_to + by);
}

void CompareTimelines::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Palette& colours = Palette::current();
    painter.fillRect(rect(), colours.panel);
    if (m_runs && m_runs->cursor(Side::A)->recording()) ComparePicture(*m_runs, colours).paintTimelines(painter, CompareLayout(*m_runs), scale());
}

void CompareTimelines::mousePressEvent(QMouseEvent* event) {
    const CompareLayout layout(*m_runs);
    const auto side = layout.sideAt(event->position().y());
    if (event->button() != Qt::LeftButton || !side) return;
    Cursor* cursor = m_runs->cursor(*side);
    cursor->moveTo(m_runs->alignment().countAt(*side, std::max(0.0, scale().column(event->position().x()))));
    if (const auto lane = layout.laneAt(*side, event->position().y())) cursor->select(m_runs->lanes(*side)[*lane].go);
}

void CompareTimelines::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier) zoom(std::pow(0.8, notches), scale().column(event->position().x()));
    else if (event->modifiers() & Qt::ShiftModifier) pan(-notches * 0.1);
    else if (event->angleDelta().x() != 0) pan(-event->angleDelta().x() / 1200.0);
    else return event->ignore(); // the page scrolls
    event->accept();
}

void CompareTimelines::keyPressEvent(QKeyEvent* event) {
    const double cursor = m_runs->alignment().columnAfter(Side::A, m_runs->cursor(Side::A)->count());
    const double at = cursor >= m_from && cursor <= m_to ? cursor : (m_from + m_to) / 2;
    switch (event->key()) {
    case Qt::Key_W: return zoom(0.7, at);
    case Qt::Key_S: return zoom(1 / 0.7, at);
    case Qt::Key_A: return pan(-0.15);
    case Qt::Key_D: return pan(0.15);
    case Qt::Key_F: return fit();
    case Qt::Key_Home: return m_runs->goToDivergence();
    default: QWidget::keyPressEvent(event);
    }
}

QString CompareTimelines::hint(QPointF position) const {
    const CompareLayout layout(*m_runs);
    const auto side = layout.sideAt(position.y());
    const auto lane = side ? layout.laneAt(*side, position.y()) : std::nullopt;
    if (!lane) return {};
    const double column = scale().column(position.x());
    const CompareLane& found = m_runs->lanes(*side)[*lane];
    for (const CompareLane::Stretch& s : found.stretches) {
        if (column < s.from || column >= s.to) continue;
        QString words = goName(found.go) + QStringLiteral(" · ") + Text::token(tokenOf(s.state));
        if (s.state == state::LaneState::Waiting) words += QStringLiteral(" · ") + fromUtf8(trace::waitReasonText(s.wait));
        return words;
    }
    return {};
}

bool CompareTimelines::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_runs) {
        auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), hint(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace unwind::widgets
