// The waterfall: each span a bar from its begin to its end, all on one axis of virtual time, with a line where the cursor stands.
// A bar is filled as far as the cursor has come; a span that has not ended is open at its right, a failed one hatched.
#pragma once

#include "widgets/observability/reportdelegate.h"
#include "widgets/observability/spansmodel.h"

namespace unwind::widgets {

/// Where a time lies in a cell.
double spanX(const QRectF& cell, TimeRange axis, Time time);

class SpanDelegate : public ReportDelegate {
    Q_OBJECT

public:
    SpanDelegate(const SpansModel* model, QObject* parent) : ReportDelegate(parent), m_model(model) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBar(QPainter* painter, const QRectF& cell, const SpanRow& row, const Palette& colours) const;
    const SpansModel* m_model;
};

} // namespace unwind::widgets
