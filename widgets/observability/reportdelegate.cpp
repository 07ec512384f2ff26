#include "widgets/observability/reportdelegate.h"

#include "widgets/observability/reportmodel.h"

namespace unwind::widgets {

QColor ReportDelegate::textColour(const QModelIndex& index, const Palette& colours) const {
    const QString text = index.data().toString();
    QColor colour = colours.text;
    if (text.startsWith(QLatin1String("ERROR")) || text.startsWith(QStringLiteral("✕"))) colour = colours.error;
    else if (text.startsWith(QLatin1String("WARN"))) colour = colours.ink(Token::Sleeping);
    if (index.data(ReportModel::FutureRole).toBool()) colour.setAlpha(110);
    return colour;
}

} // namespace unwind::widgets
