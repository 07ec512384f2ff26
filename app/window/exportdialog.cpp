#include "app/window/exportdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace unwind::app {

namespace {
constexpr int kReports = -1; // beside the ExportViews
}

ExportDialog::ExportDialog(bool dark, ExportView proposed, QWidget* parent)
    : QDialog(parent), m_view(new QComboBox(this)), m_format(new QComboBox(this)), m_theme(new QComboBox(this)) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    setMinimumWidth(320);
    m_view->setObjectName(QStringLiteral("exportView"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_theme->setObjectName(QStringLiteral("exportTheme"));
    const QString views[] = {tr("Timeline"), tr("Defer stack"), tr("Panic chain"), tr("Scheduler"), tr("Explanation"), tr("What did not run"), tr("States")};
    for (const QString& view : views) m_view->addItem(view, m_view->count());
    if (proposed == ExportView::Compare) m_view->addItem(tr("Comparison"), int(ExportView::Compare));
    m_view->addItem(tr("Log lines, counters and spans"), kReports);
    m_view->setCurrentIndex(m_view->findData(int(proposed)));
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(dark ? 1 : 0);
    auto* form = new QFormLayout(this);
    form->addRow(tr("View"), m_view);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Theme"), m_theme);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Export…"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    connect(m_view, &QComboBox::currentIndexChanged, this, &ExportDialog::viewChosen);
    viewChosen();
}

// Reports are texts, everything else is a picture.
void ExportDialog::viewChosen() {
    const bool reports = m_view->currentData() == kReports;
    static_cast<QFormLayout*>(layout())->setRowVisible(m_theme, !reports);
    if (m_format->count() > 0 && m_format->property("reports") == reports) return;
    m_format->setProperty("reports", reports);
    m_format->clear();
    if (reports) m_format->addItems({tr("JSON lines"), tr("Prometheus text, the counters"), tr("OTLP, for the OpenTelemetry Collector")});
    else m_format->addItems({tr("PNG, for slides and issues"), tr("SVG, text stays text"), tr("PDF, for papers")});
}

void ExportDialog::proposeReports() { m_view->setCurrentIndex(m_view->findData(kReports)); }

std::optional<ReportFormat> ExportDialog::reportFormat() const {
    if (m_view->currentData() != kReports) return {};
    return ReportFormat(m_format->currentIndex());
}

ExportOptions ExportDialog::options() const {
    return {ExportView(m_view->currentData().toInt()), ExportFormat(m_format->currentIndex()), m_theme->currentIndex() == 1, {}};
}

} // namespace unwind::app
