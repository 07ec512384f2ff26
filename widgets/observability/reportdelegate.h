// Rows of things reported: what comes after the cursor is pale, warnings and errors stand out.
#pragma once

#include "widgets/common/tables.h"

namespace unwind::widgets {

class ReportDelegate : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    QColor textColour(const QModelIndex& index, const Palette& colours) const override;
};

} // namespace unwind::widgets
