#include "widgets/timeline/timelinemarks.h"

#include "widgets/common/paint.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace unwind::widgets {

using state::Mark;
using state::MarkKind;

std::span<const Mark> marksBetween(const std::vector<Mark>& marks, double from, double to) {
    auto first = std::partition_point(marks.begin(), marks.end(), [&](const Mark& m) { return double(m.time) < from; });
    auto last = std::partition_point(first, marks.end(), [&](const Mark& m) { return double(m.time) <= to; });
    return {first, last};
}

bool isArrow(MarkKind kind) { return kind == MarkKind::GoCreate || kind == MarkKind::Steal || kind == MarkKind::Unblock; }

bool isImportant(MarkKind kind) {
    switch (kind) {
    case MarkKind::PanicBegin:
    case MarkKind::Recovered:
    case MarkKind::GoexitBegin:
    case MarkKind::GoexitIntercepted:
    case MarkKind::Fatal: return true;
    default: return false;
    }
}

namespace {

void paintDisc(QPainter& painter, QPointF centre, const QString& letter, const QColor& fill, const QColor& ink, const QColor& edge) {
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawEllipse(centre, 5, 5);
    painter.setPen(ink);
    painter.setFont(uiFont(8, QFont::Bold));
    painter.drawText(QRectF(centre.x() - 6, centre.y() - 6, 12, 12), Qt::AlignCenter, letter);
}

void paintTriangle(QPainter& painter, QPointF tip, const QColor& fill) {
    QPainterPath path(tip);
    path.lineTo(tip + QPointF(-5, -8));
    path.lineTo(tip + QPointF(5, -8));
    path.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPath(path);
}

} // namespace

void paintMark(QPainter& painter, const Mark& mark, QPointF at, const Palette& palette) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF disc = at - QPointF(0, 1);
    auto token = [&](Token t, const QString& letter) { paintDisc(painter, disc, letter, palette.fill(t), palette.letter(t), palette.panel); };
    switch (mark.kind) {
    case MarkKind::DeferPush: paintDisc(painter, disc, QStringLiteral("d"), palette.panel, palette.text, palette.secondary); break;
    case MarkKind::DeferBegin: paintDisc(painter, disc, QStringLiteral("d"), palette.text, palette.panel, palette.panel); break;
    case MarkKind::PanicBegin: paintTriangle(painter, at + QPointF(0, 3), palette.ink(Token::Panicking)); break;
    case MarkKind::GoexitBegin: paintTriangle(painter, at + QPointF(0, 3), palette.ink(Token::Goexit)); break;
    case MarkKind::Recovered:
    case MarkKind::GoexitIntercepted: token(Token::Recovered, QStringLiteral("✓")); break;
    case MarkKind::RecoverNil: paintDisc(painter, disc, QStringLiteral("∅"), palette.panel, palette.ink(Token::Recovered), palette.fill(Token::Recovered)); break;
    case MarkKind::Fatal: token(Token::Panicking, QStringLiteral("!")); break;
    default: break;
    }
}

void paintArrow(QPainter& painter, const Mark& mark, QPointF from, QPointF to, const Palette& palette) {
    const QColor colour = mark.kind == MarkKind::Unblock ? palette.secondary : palette.accent;
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, 1.2);
    if (mark.kind == MarkKind::Steal) pen.setStyle(Qt::DashLine);
    if (mark.kind == MarkKind::Unblock) pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(from, to);
    const double angle = std::atan2(to.y() - from.y(), to.x() - from.x());
    auto wing = [&](double turn) { return to - QPointF(std::cos(angle + turn), std::sin(angle + turn)) * 7; };
    QPainterPath head(to);
    head.lineTo(wing(0.42));
    head.lineTo(wing(-0.42));
    head.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(head);
}

} // namespace unwind::widgets
