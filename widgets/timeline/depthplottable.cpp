#include "widgets/timeline/depthplottable.h"

#include "widgets/common/paint.h"

namespace unwind::widgets {

namespace {

struct Column {
    uint32_t deepest = 0;
    uint32_t last = 0;
};

// The depth in each pixel column, and the depth that goes on into the next.
std::vector<Column> columnsOf(const std::vector<state::DepthSample>& samples, double from, double perPixel, int width) {
    std::vector<Column> columns{size_t(width)};
    auto at = std::partition_point(samples.begin(), samples.end(), [&](const auto& s) { return double(s.time) <= from; });
    uint32_t depth = at == samples.begin() ? 0 : (at - 1)->depth;
    for (int x = 0; x < width; ++x) {
        Column& column = columns[size_t(x)];
        column.deepest = depth;
        const double to = from + (x + 1) * perPixel;
        for (; at != samples.end() && double(at->time) < to; ++at) column.deepest = std::max(column.deepest, depth = at->depth);
        column.last = depth;
    }
    return columns;
}

} // namespace

void DepthPlottable::draw(QCPPainter* painter) {
    if (!m_cursor->recording()) return;
    const QRectF rect = clipRect();
    const QCPRange range = mKeyAxis->range();
    const int width = int(rect.width());
    if (width <= 0) return;
    const auto columns = m_cursor->recording()->read([&](const state::History& history) {
        return columnsOf(history.queueDepth(), range.lower, range.size() / width, width);
    });
    const double end = (double(m_cursor->recording()->endTime()) - range.lower) / range.size() * width;
    uint32_t most = 1;
    for (const Column& column : columns) most = std::max(most, column.deepest);
    auto y = [&](uint32_t depth) { return rect.bottom() - 3 - (rect.height() - 8) * depth / most; };
    QPolygonF line;
    for (int x = 0; x < width && x <= end; ++x) {
        const Column& column = columns[size_t(x)];
        line << QPointF(rect.left() + x, y(column.deepest));
        if (column.last != column.deepest) line << QPointF(rect.left() + x + 0.5, y(column.last));
    }
    // Points in the middle of a level stretch say nothing: keep corners.
    QPolygonF corners;
    for (int i = 0; i < line.size(); ++i)
        if (i == 0 || i + 1 == line.size() || line[i - 1].y() != line[i].y() || line[i + 1].y() != line[i].y()) corners << line[i];
    painter->setAntialiasing(true);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_palette->fill(Token::Runnable), 1.4));
    painter->drawPolyline(corners);
    painter->setFont(uiFont(10));
    painter->setPen(m_palette->secondary);
    painter->drawText(QRectF(rect.left() + 2, rect.top(), 90, 14), Qt::AlignLeft | Qt::AlignTop, tr("most: %1").arg(most));
}

} // namespace unwind::widgets
