#include "widgets/timeline/legend.h"

#include "widgets/common/paint.h"
#include "widgets/common/text.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

namespace unwind::widgets {

double paintLegend(QPainter* painter, QPointF topLeft, const Palette& palette) {
    const QFont font = uiFont(11);
    const QFontMetricsF metrics(font);
    double x = topLeft.x();
    for (size_t i = 0; i < kTokenCount; ++i) {
        const Token token = Token(i);
        const QString word = Text::token(token);
        if (painter) {
            const QRectF chip(x, topLeft.y() + 2, 16, 16);
            fillToken(*painter, chip, token, palette, 3);
            painter->setPen(palette.letter(token));
            painter->setFont(uiFont(10, QFont::Bold));
            painter->drawText(chip, Qt::AlignCenter, tokenLetter(token));
            painter->setFont(font);
            painter->setPen(palette.secondary);
            painter->drawText(QPointF(x + 21, topLeft.y() + 14), word);
        }
        x += 21 + metrics.horizontalAdvance(word) + 12;
    }
    return x - topLeft.x() - 12;
}

Legend::Legend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
}

QSize Legend::sizeHint() const { return {int(paintLegend(nullptr, {}, Palette::current())) + 2, 20}; }

void Legend::paintEvent(QPaintEvent*) {
    if (width() + 2 < sizeHint().width()) return; // a cut legend would mislead
    QPainter painter(this);
    paintLegend(&painter, {0, 0}, Palette::current());
}

void Legend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) updateGeometry();
}

} // namespace unwind::widgets
