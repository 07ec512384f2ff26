#include "app/window/icons.h"

#include <QPainter>
#include <QPainterPath>

namespace unwind::app {

namespace {

void triangle(QPainter& p, double x, bool forward) {
    QPainterPath path;
    path.moveTo(forward ? x : x + 8, 3);
    path.lineTo(forward ? x + 8 : x, 8);
    path.lineTo(forward ? x : x + 8, 13);
    path.closeSubpath();
    p.fillPath(path, p.pen().color());
}

void chevron(QPainter& p, bool forward) {
    p.drawPolyline(QPolygonF{QPointF(forward ? 6 : 10, 4), QPointF(forward ? 10 : 6, 8), QPointF(forward ? 6 : 10, 12)});
}

// An arc that hops over a dot: a step over a line.
void hop(QPainter& p, bool forward) {
    p.drawArc(QRectF(3, 4, 10, 10), 0, 180 * 16);
    const double x = forward ? 13 : 3;
    p.drawPolyline(QPolygonF{QPointF(x - 2.5, 7), QPointF(x, 10), QPointF(x + 2.5, 7)});
    p.setBrush(p.pen().color());
    p.drawEllipse(QPointF(8, 11.5), 1.2, 1.2);
}

void draw(QPainter& p, Shape shape) {
    switch (shape) {
    case Shape::Gallery:
        for (double x : {3.0, 9.0})
            for (double y : {3.0, 9.0}) p.drawRoundedRect(QRectF(x, y, 4, 4), 1, 1);
        break;
    case Shape::First: p.drawLine(QPointF(3.5, 3.5), QPointF(3.5, 12.5)); triangle(p, 5, false); break;
    case Shape::Last: p.drawLine(QPointF(12.5, 3.5), QPointF(12.5, 12.5)); triangle(p, 3, true); break;
    case Shape::BackRun: triangle(p, 4, false); break;
    case Shape::Run: triangle(p, 4, true); break;
    case Shape::Play:
        p.drawEllipse(QPointF(8, 8), 6.2, 6.2);
        p.translate(3.6, 3.2);
        p.scale(0.6, 0.6);
        triangle(p, 4.5, true);
        break;
    case Shape::Pause:
        p.fillRect(QRectF(4.5, 3.5, 2.5, 9), p.pen().color());
        p.fillRect(QRectF(9, 3.5, 2.5, 9), p.pen().color());
        break;
    case Shape::BackLine: hop(p, false); break;
    case Shape::Line: hop(p, true); break;
    case Shape::BackEvent: chevron(p, false); break;
    case Shape::Event: chevron(p, true); break;
    case Shape::Signal: // a flash
        p.drawPolygon(QPolygonF{QPointF(9, 2.5), QPointF(4, 9), QPointF(7.5, 9), QPointF(6.5, 13.5), QPointF(12, 6.5), QPointF(8.3, 6.5)});
        break;
    }
}

QPixmap pixmap(Shape shape, const QColor& colour, int scale) {
    QPixmap picture(16 * scale, 16 * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    draw(painter, shape);
    return picture;
}

} // namespace

QIcon makeIcon(Shape shape, const QColor& colour, const QColor& disabled) {
    QIcon icon;
    for (int scale : {1, 2}) {
        icon.addPixmap(pixmap(shape, colour, scale), QIcon::Normal);
        icon.addPixmap(pixmap(shape, disabled, scale), QIcon::Disabled);
    }
    return icon;
}

} // namespace unwind::app
