// What the letters and colours mean: a row of chips with words. In the timeline's title row, and painted into exports.
#pragma once

#include "widgets/common/palette.h"

#include <QWidget>

namespace unwind::widgets {

/// Paints the legend from x on, on a line; returns the width used. A null painter only measures.
double paintLegend(QPainter* painter, QPointF topLeft, const Palette& palette);

class Legend : public QWidget {
    Q_OBJECT

public:
    explicit Legend(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
};

} // namespace unwind::widgets
