#include "app/window/shortcutsheet.h"

#include "widgets/common/paint.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace unwind::app {

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keys"));
    auto* box = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    QList<std::pair<QString, QString>> rows;
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty())
            rows.append({action->shortcut().toString(QKeySequence::NativeText), action->text().remove(QLatin1Char('&'))});
    rows.append({QStringLiteral("W / S"), tr("Timeline: zoom in and out")});
    rows.append({QStringLiteral("A / D"), tr("Timeline: to the left and right")});
    rows.append({QStringLiteral("F"), tr("Timeline: show everything, or the range")});
    rows.append({QStringLiteral("Ctrl+") + tr("wheel"), tr("Timeline: zoom at the pointer")});
    rows.append({tr("drag"), tr("Timeline: select a range of time")});
    const int half = int(rows.size() + 1) / 2;
    for (int i = 0; i < rows.size(); ++i) {
        auto* key = new QLabel(rows[i].first, this);
        key->setFont(widgets::codeFont(12));
        key->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(key, i % half, i < half ? 0 : 3);
        grid->addWidget(new QLabel(rows[i].second, this), i % half, i < half ? 1 : 4);
    }
    grid->setColumnMinimumWidth(2, 24);
    box->addLayout(grid);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    box->addWidget(buttons);
}

} // namespace unwind::app
