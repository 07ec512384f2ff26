// The depth of all run queues over time, as steps; a pixel that covers several samples shows the deepest.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/palette.h"
#include "widgets/common/plot.h"

namespace unwind::widgets {

class DepthPlottable : public QCPAbstractPlottable {
    Q_OBJECT

public:
    DepthPlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, const Cursor* cursor)
        : QCPAbstractPlottable(keyAxis, valueAxis), m_cursor(cursor), m_palette(&Palette::light()) {}
    void setPalette(const Palette* palette) { m_palette = palette; }
    double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain = QCP::sdBoth) const override {
        found = false;
        return {};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain = QCP::sdBoth, const QCPRange& = QCPRange()) const override {
        found = false;
        return {};
    }

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    const Cursor* m_cursor;
    const Palette* m_palette;
};

} // namespace unwind::widgets
