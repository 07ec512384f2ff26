// How two compared runs are drawn: two blocks of lanes over one axis of steps, the divergence through both, a cursor in each;
// below, for exports, the facts and outputs side by side. Plain painter calls, so that pictures come out right in SVG too.
#pragma once

#include "widgets/common/palette.h"
#include "widgets/compare/comparetext.h"

class QPainter;

namespace unwind::widgets {

/// Which columns stand where.
struct CompareScale {
    double from = 0, to = 1; ///< columns in view
    double left = 0, right = 1; ///< pixels they fill
    double x(double column) const { return left + (column - from) / (to - from) * (right - left); }
    double column(double x) const { return from + (x - left) / (right - left) * (to - from); }
};

/// Where the blocks and their lanes are, from the top of the timelines. maxLanes: per side, the rest is counted in a line.
class CompareLayout {
public:
    static constexpr int kHead = 26, kRow = 20, kBar = 14, kAxis = 24, kBetween = 10, kLeft = 56, kRight = 14, kTop = 18;
    explicit CompareLayout(const ComparedRuns& runs, size_t maxLanes = ~size_t{0});
    int height() const { return m_height; }
    double blockTop(Side side) const { return m_top[size_t(side)]; }
    double laneTop(Side side, size_t lane) const { return blockTop(side) + kHead + double(lane) * kRow; }
    double blockBottom(Side side) const { return laneTop(side, shown(side)) + (hidden(side) ? kRow : 0); }
    double axisTop() const { return m_height - kAxis; }
    size_t shown(Side side) const { return m_shown[size_t(side)]; }
    size_t hidden(Side side) const { return m_hidden[size_t(side)]; }
    std::optional<Side> sideAt(double y) const;
    /// The lane at a height in a side's block.
    std::optional<size_t> laneAt(Side side, double y) const;

private:
    std::array<double, 2> m_top{};
    std::array<size_t, 2> m_shown{}, m_hidden{};
    int m_height = 0;
};

class ComparePicture {
    Q_DECLARE_TR_FUNCTIONS(ComparePicture)

public:
    ComparePicture(const ComparedRuns& runs, const Palette& palette) : m_runs(runs), m_palette(palette) {}
    void paintTimelines(QPainter& painter, const CompareLayout& layout, const CompareScale& scale) const;
    /// The whole comparison in a column of this width; returns its height. painter may be null.
    double paint(QPainter* painter, QRectF column, const Say& say) const;

private:
    void paintBlock(QPainter& painter, const CompareLayout& layout, const CompareScale& scale, Side side) const;
    void paintGaps(QPainter& painter, const CompareLayout& layout, const CompareScale& scale, Side side) const;
    void paintLane(QPainter& painter, const CompareLane& lane, double top, const CompareScale& scale) const;
    double textStart(const CompareLane& lane, double barLeft, const CompareScale& scale) const;
    void paintMarks(QPainter& painter, const CompareLane& lane, double top, const CompareScale& scale) const;
    void paintDivergence(QPainter& painter, const CompareLayout& layout, const CompareScale& scale) const;
    void paintCursor(QPainter& painter, const CompareLayout& layout, const CompareScale& scale, Side side) const;
    void paintAxis(QPainter& painter, const CompareLayout& layout, const CompareScale& scale) const;
    void paintFlag(QPainter& painter, QPointF bottom, const QString& text, const QColor& fill, const CompareScale& scale) const;
    double paintFacts(QPainter* painter, QRectF column) const;
    double paintOutputs(QPainter* painter, QRectF column) const;

    const ComparedRuns& m_runs;
    const Palette& m_palette;
};

/// The columns that show everything.
std::pair<double, double> wholeAxis(const ComparedRuns& runs);

} // namespace unwind::widgets
