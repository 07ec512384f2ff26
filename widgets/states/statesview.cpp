#include "widgets/states/statesview.h"

#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPathStroker>
#include <QToolTip>

namespace unwind::widgets {

StatesView::StatesView(Cursor* cursor, QWidget* parent) : QWidget(parent), m_cursor(cursor) {
    setObjectName(QStringLiteral("statesView"));
    setMinimumWidth(300);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void StatesView::show(const StatesFacts& facts) {
    const bool moved = facts.steps != m_facts.steps || facts.go != m_facts.go || facts.machine != m_facts.machine;
    m_facts = facts;
    m_marked = -1;
    setAccessibleName(facts.text());
    relayout();
    update();
    if (!moved || m_facts.current < 0) return;
    const bool keepsDiagram = m_picture.beside && m_picture.diagramHeight <= visibleRegion().boundingRect().height();
    Q_EMIT sightRequested(keepsDiagram ? QRect(0, 0, 1, 1) : m_picture.nodes[m_facts.current].rect.toRect());
}

void StatesView::relayout() {
    m_picture = StatesLayout::of(m_facts, width());
    setMinimumHeight(int(m_picture.height));
}

double StatesView::diagramTop() const {
    const QRect visible = visibleRegion().boundingRect();
    return m_picture.beside && m_picture.diagramHeight <= visible.height() ? visible.top() : 0;
}

void StatesView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintList(painter, m_picture, m_facts, Palette::current(), m_marked);
    painter.translate(0, diagramTop());
    paintDiagram(painter, m_picture, m_facts, Palette::current());
}

void StatesView::resizeEvent(QResizeEvent*) { relayout(); }

int StatesView::rowAt(QPointF point) const {
    for (qsizetype i = 0; i < m_picture.rows.size(); ++i)
        if (m_picture.rows[i].rect.contains(point)) return int(i);
    return -1;
}

const StatesPicture::Arrow* StatesView::arrowAt(QPointF point) const {
    QPainterPathStroker wide;
    wide.setWidth(9);
    point.ry() -= diagramTop();
    for (const auto& arrow : m_picture.arrows)
        if (arrow.made && arrow.labelRect.contains(point)) return &arrow;
    for (const auto& arrow : m_picture.arrows)
        if (arrow.made && wide.createStroke(arrow.line).contains(point)) return &arrow;
    return nullptr;
}

// The event may be another goroutine's, as when that one made this one ready: the view keeps to its own.
void StatesView::goTo(Seq at) {
    const GoId go = m_facts.go; // the facts change on the way
    m_cursor->moveTo(at);
    if (go) m_cursor->select(go);
}

void StatesView::mark(int row) {
    if (row == m_marked) return;
    m_marked = row;
    update();
}

void StatesView::mouseMoveEvent(QMouseEvent* event) {
    mark(rowAt(event->position()));
    if (m_marked >= 0 || arrowAt(event->position())) setCursor(Qt::PointingHandCursor);
    else unsetCursor();
}

void StatesView::leaveEvent(QEvent*) { mark(-1); }

void StatesView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const int row = rowAt(event->position()); row >= 0) return goTo(m_facts.rows[row].at);
    const auto* arrow = arrowAt(event->position());
    if (!arrow) return;
    const StatesFacts::Change change = m_facts.changes[arrow->change];
    const Seq earlier = change.at == m_cursor->count() ? m_facts.timeBefore(*m_cursor, change.at, change) : 0;
    goTo(earlier > 0 ? earlier : change.at);
}

void StatesView::keyPressEvent(QKeyEvent* event) {
    const int last = int(m_facts.rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down: mark(std::min(m_marked + 1, last)); break;
    case Qt::Key_Up: mark(std::max(m_marked - 1, std::min(0, last))); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0) goTo(m_facts.rows[m_marked].at);
        return;
    default: return QWidget::keyPressEvent(event);
    }
    if (m_marked >= 0) Q_EMIT sightRequested(m_picture.rows[m_marked].rect.toRect());
}

QString StatesView::tipAt(QPointF point) const {
    if (const int row = rowAt(point); row >= 0) {
        const StatesFacts::Row& r = m_facts.rows[row];
        const StatesPicture::Row& place = m_picture.rows[row];
        const bool whole = QFontMetricsF(codeFont(12)).horizontalAdvance(r.change) <= place.change.width() + 1 &&
                           QFontMetricsF(uiFont(12)).horizontalAdvance(r.cause) <= place.cause.width() + 1;
        return whole ? QString() : r.change + QLatin1Char('\n') + r.cause;
    }
    const auto* arrow = arrowAt(point);
    if (!arrow) return {};
    const StatesFacts::Change& c = m_facts.changes[arrow->change];
    const QString times = tr("%n time(s), last at #%1", nullptr, int(c.count)).arg(grouped(c.at));
    const QString change = m_facts.changeText(c.from, c.to);
    return c.cause.isEmpty() ? change + QLatin1Char('\n') + times : QStringList{change, c.cause, times}.join(QLatin1Char('\n'));
}

bool StatesView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

} // namespace unwind::widgets
