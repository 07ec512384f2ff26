#include "widgets/observability/spandelegate.h"

#include "widgets/common/paint.h"

#include <QPainter>

namespace unwind::widgets {

double spanX(const QRectF& cell, TimeRange axis, Time time) {
    if (axis.to <= axis.from) return cell.left();
    const double share = double(time - axis.from) / double(axis.to - axis.from);
    return cell.left() + std::clamp(share, 0.0, 1.0) * cell.width();
}

void SpanDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.column() != SpansModel::BarColumn) return ReportDelegate::paint(painter, option, index);
    const Palette& colours = Palette::current();
    paintRow(painter, option, colours);
    paintBar(painter, QRectF(option.rect).adjusted(6, 5, -8, -5), m_model->row(index.row()), colours);
}

void SpanDelegate::paintBar(QPainter* painter, const QRectF& cell, const SpanRow& row, const Palette& colours) const {
    const TimeRange axis = m_model->axis();
    const bool ended = row.span.endSeq != kNoSeq;
    const Time end = ended ? row.span.end : axis.to;
    QRectF whole = cell;
    whole.setLeft(spanX(cell, axis, row.span.begin));
    whole.setRight(std::max(whole.left() + 3, spanX(cell, axis, end)));
    QRectF reached = whole;
    if (!m_model->hasEnded(row)) reached.setRight(spanX(cell, axis, std::min(end, m_model->now())));

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (reached.width() > 0)
        fillToken(*painter, reached, row.span.failed && m_model->hasEnded(row) ? Token::Panicking : Token::Runnable, colours, 2);
    painter->setPen(QPen(colours.secondary, 1, ended ? Qt::SolidLine : Qt::DashLine));
    painter->setBrush(Qt::NoBrush);
    if (!m_model->hasEnded(row)) painter->drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    const Time now = m_model->now();
    if (now >= axis.from && now <= axis.to) {
        const double x = spanX(cell, axis, now);
        painter->setPen(QPen(colours.accent, 1));
        painter->drawLine(QPointF(x, cell.top() - 5), QPointF(x, cell.bottom() + 5));
    }
    painter->restore();
}

} // namespace unwind::widgets
