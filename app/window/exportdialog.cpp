#include "app/window/exportdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace unwind::app {

ExportDialog::ExportDialog(bool dark, ExportView proposed, QWidget* parent)
    : QDialog(parent), m_view(new QComboBox(this)), m_format(new QComboBox(this)), m_theme(new QComboBox(this)) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export a picture"));
    setMinimumWidth(320);
    m_view->setObjectName(QStringLiteral("exportView"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_theme->setObjectName(QStringLiteral("exportTheme"));
    m_view->addItems({tr("Timeline"), tr("Defer stack"), tr("Panic chain"), tr("Scheduler"), tr("Explanation"), tr("What did not run")});
    if (proposed == ExportView::Compare) m_view->addItem(tr("Comparison"));
    m_view->setCurrentIndex(int(proposed));
    m_format->addItems({tr("PNG, for slides and issues"), tr("SVG, text stays text"), tr("PDF, for papers")});
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(dark ? 1 : 0);
    auto* form = new QFormLayout(this);
    form->addRow(tr("View"), m_view);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Theme"), m_theme);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Export…"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

ExportOptions ExportDialog::options() const {
    return {ExportView(m_view->currentIndex()), ExportFormat(m_format->currentIndex()), m_theme->currentIndex() == 1, {}};
}

} // namespace unwind::app
