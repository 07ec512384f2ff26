// The one plottable of the timeline: paints the lanes of a history from their level-of-detail indices, with letters in wide
// spans, patterns for unwindings, marks and arrows. Narrow spans become one pixel-high strip image per lane, scaled up;
// wide ones are shapes, so a picture of a few spans is as sharp in SVG as in the window.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/palette.h"
#include "widgets/common/plot.h"
#include "widgets/timeline/laneindex.h"
#include "widgets/timeline/timelinerows.h"

namespace unwind::widgets {

class TimelinePlottable : public QCPAbstractPlottable {
    Q_OBJECT

public:
    TimelinePlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, const Cursor* cursor);

    /// Reads lanes and spans added since the last call.
    void update();
    void reset();
    const TimelineRows& rows() const { return m_rows; }
    void setPalette(const Palette* palette) { m_palette = palette; }
    void setScroll(int pixels) { m_scroll = pixels; }
    int scroll() const { return m_scroll; }

    double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain = QCP::sdBoth, const QCPRange& = QCPRange()) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    struct View; // what one draw() needs
    void drawLane(View& view, const state::Lane& lane, const LaneIndex& index, int row) const;
    void drawStrip(View& view, const std::vector<LaneRun>& runs, const QRectF& bar) const;
    void drawRun(View& view, const state::Lane& lane, const LaneRun& run, const QRectF& bar) const;
    QString runText(const state::Lane& lane, const state::Span& span) const;
    void drawMarks(View& view, const state::History& history) const;

    const Cursor* m_cursor;
    const Palette* m_palette;
    TimelineRows m_rows;
    std::vector<LaneIndex> m_goIndex, m_procIndex;
    int m_scroll = 0;
};

} // namespace unwind::widgets
