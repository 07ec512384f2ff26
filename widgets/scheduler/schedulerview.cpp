#include "widgets/scheduler/schedulerview.h"

#include "widgets/common/names.h"
#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace unwind::widgets {

namespace {

void paintToken(QPainter& painter, const SchedulerPicture::TokenBox& box, const QRectF& rect, const Palette& palette,
                bool selected) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (box.solid) {
        fillToken(painter, rect, box.token, palette, 4);
        painter.setPen(palette.letter(box.token));
    } else {
        painter.setPen(QPen(palette.fill(box.token), 1.2));
        painter.setBrush(palette.panel);
        painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4);
        painter.setPen(palette.ink(box.token));
    }
    painter.setFont(uiFont(11, QFont::DemiBold));
    painter.drawText(rect, Qt::AlignCenter, goName(box.go));
    if (!selected) return;
    painter.setPen(QPen(palette.text, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-1.2, -1.2, 1.2, 1.2), 5, 5);
}

} // namespace

void paintScheduler(QPainter& painter, const SchedulerPicture& picture, const Palette& palette, GoId selected,
                    const QHash<quint64, QPointF>& moved) {
    for (const QRectF& box : picture.boxes) paintCard(painter, box, palette.card, palette.line);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.line, 1, Qt::DashLine));
    for (const QRectF& place : picture.empties) painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    for (const auto& label : picture.labels) {
        painter.setFont(label.strong ? uiFont(12, QFont::DemiBold) : uiFont(11));
        painter.setPen(label.strong ? palette.text : palette.secondary);
        const QString text = QFontMetricsF(painter.font()).elidedText(label.text, Qt::ElideRight, label.rect.width());
        painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    for (const auto& token : picture.tokens) {
        const auto at = moved.find(token.go.value);
        const QRectF rect = at == moved.end() ? token.rect : QRectF(*at, token.rect.size());
        paintToken(painter, token, rect, palette, token.go == selected);
    }
}

SchedulerView::SchedulerView(Cursor* cursor, QWidget* parent) : QWidget(parent), m_cursor(cursor) {
    setObjectName(QStringLiteral("schedulerView"));
    setAccessibleName(tr("Scheduler"));
    setMinimumWidth(180);
    m_animation.setDuration(150);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_animation, &QVariantAnimation::finished, this, [this] {
        m_from.clear();
        update();
    });
}

void SchedulerView::refresh() {
    QHash<quint64, QPointF> before;
    for (const auto& token : m_picture.tokens) before.insert(token.go.value, token.rect.topLeft());
    relayout();
    m_from.clear();
    if (m_animation.duration() > 0 && isVisible()) {
        for (const auto& token : m_picture.tokens) {
            const auto at = before.find(token.go.value);
            if (at != before.end() && *at != token.rect.topLeft()) m_from.insert(token.go.value, *at);
        }
    }
    if (!m_from.isEmpty()) {
        m_animation.stop();
        m_animation.start();
    }
    update();
}

void SchedulerView::relayout() {
    m_picture = SchedulerLayout::of(m_cursor->snapshot(), width());
    setMinimumHeight(int(m_picture.height));
}

void SchedulerView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QHash<quint64, QPointF> moved;
    const double t = m_animation.currentValue().toDouble();
    for (const auto& token : m_picture.tokens) {
        const auto from = m_from.find(token.go.value);
        if (from != m_from.end()) moved.insert(token.go.value, *from + (token.rect.topLeft() - *from) * t);
    }
    paintScheduler(painter, m_picture, Palette::current(), m_cursor->goroutine(), moved);
}

void SchedulerView::resizeEvent(QResizeEvent*) { relayout(); }

const SchedulerPicture::TokenBox* SchedulerView::tokenAt(QPointF point) const {
    for (const auto& token : m_picture.tokens)
        if (token.rect.contains(point)) return &token;
    return nullptr;
}

void SchedulerView::mousePressEvent(QMouseEvent* event) {
    if (const auto* token = tokenAt(event->position())) m_cursor->select(token->go);
}

bool SchedulerView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto* token = tokenAt(help->pos());
        const state::Goroutine* goroutine = token ? m_cursor->snapshot().find(token->go) : nullptr;
        if (goroutine && m_cursor->log()) {
            const QString words = goName(token->go) + QLatin1Char(' ') + functionName(*m_cursor->log(), goroutine->function);
            QToolTip::showText(help->globalPos(), words + QLatin1Char('\n') + Text::goroutineState(*goroutine), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace unwind::widgets
