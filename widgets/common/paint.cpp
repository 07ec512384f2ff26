#include "widgets/common/paint.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace unwind::widgets {

namespace {

// Diagonals are cut to the rectangle by arithmetic: QSvgGenerator knows no clipping.
void paintDiagonals(QPainter& painter, const QRectF& r, const QColor& colour) {
    painter.setPen(QPen(colour, 1.2));
    const double step = 6;
    for (double c = r.left() - r.height() + step; c < r.right(); c += step) {
        double x0 = c, y0 = r.bottom(), x1 = c + r.height(), y1 = r.top();
        if (x0 < r.left()) { y0 -= r.left() - x0; x0 = r.left(); }
        if (x1 > r.right()) { y1 += x1 - r.right(); x1 = r.right(); }
        if (y0 > y1) painter.drawLine(QPointF(x0, y0), QPointF(x1, y1));
    }
}

void paintDots(QPainter& painter, const QRectF& r, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (double y = r.top() + 4; y <= r.bottom() - 2; y += 4)
        for (double x = r.left() + 4; x <= r.right() - 2; x += 5) painter.drawEllipse(QPointF(x, y), 0.7, 0.7);
}

} // namespace

QFont uiFont(int pixelSize, QFont::Weight weight) {
    QFont font = QApplication::font();
    font.setPixelSize(pixelSize);
    // Few fonts have a semibold; the others' bold comes closer to it than their regular.
    const bool semibold = weight == QFont::DemiBold && font.families().value(0) != QLatin1String("Inter");
    font.setWeight(semibold ? QFont::Bold : weight);
    return font;
}

QFont codeFont(int pixelSize) {
    static const QStringList families = [] {
        QStringList found;
        const QStringList known = QFontDatabase::families();
        for (const char* name : {"JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono"})
            if (known.contains(QLatin1String(name))) found << QLatin1String(name);
        found << QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
        for (const char* name : {"Noto Sans Mono CJK SC", "WenQuanYi Micro Hei Mono"})
            if (known.contains(QLatin1String(name))) found << QLatin1String(name);
        return found;
    }();
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(pixelSize);
    return font;
}

void fillToken(QPainter& painter, const QRectF& rect, Token token, const Palette& palette, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.fill(token));
    painter.drawRoundedRect(rect, radius, radius);
    QColor mark = palette.letter(token);
    mark.setAlpha(70);
    if (rect.width() > 8) {
        if (tokenPattern(token) == Pattern::Lines) paintDiagonals(painter, rect, mark);
        if (tokenPattern(token) == Pattern::Dots) paintDots(painter, rect, mark);
    }
    painter.restore();
}

QFont chipFont() { return uiFont(10, QFont::Bold); }

int chipWidth(const QString& text) { return std::max(18, QFontMetrics(chipFont()).horizontalAdvance(text) + 10); }

void paintChip(QPainter& painter, const QRectF& rect, const QString& text, Token token, const Palette& palette) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.fill(token));
    painter.drawRoundedRect(rect, 3, 3);
    painter.setPen(palette.letter(token));
    painter.setFont(chipFont());
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

void paintCard(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

} // namespace unwind::widgets
