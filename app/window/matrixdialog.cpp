#include "app/window/matrixdialog.h"

#include "app/window/exporter.h"
#include "app/window/profiles.h"
#include "app/window/recoverrun.h"
#include "widgets/common/text.h"
#include "widgets/matrix/matrixview.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace unwind::app {

using State = Session::State;

MatrixDialog::MatrixDialog(QWidget* parent)
    : QDialog(parent), m_words(new QLabel(this)), m_view(new widgets::MatrixView), m_scroll(new QScrollArea(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this)) {
    setObjectName(QStringLiteral("matrixDialog"));
    resize(QSize(1260, 800).boundedTo(screen()->availableSize() - QSize(20, 60)));
    m_words->setObjectName(QStringLiteral("matrixWords"));
    m_words->setWordWrap(true);
    m_scroll->setWidget(m_view);
    m_export = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    auto* box = new QVBoxLayout(this);
    box->addWidget(m_words);
    box->addWidget(m_scroll, 1);
    box->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &MatrixDialog::exportPressed);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state() == State::Finished) showTable();
    });
    connect(&m_session, &Session::failed, m_words, &QLabel::setText);
    connect(&m_session, &Session::engineDied, m_words, &QLabel::setText);
}

void MatrixDialog::run(const QString& profile, const QStringList& rules, int procs) {
    m_view->setTable({});
    m_export->setEnabled(false);
    m_session.profile = profile;
    m_session.rules = rules;
    m_session.procs = procs;
    retranslate();
    m_session.open(recoverTableProgram());
}

void MatrixDialog::retranslate() {
    setWindowTitle(tr("Truth table of recover"));
    m_export->setText(tr("Export…"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_words->setText(tr("Every place of recover in every situation, run under %1.")
                         .arg((QStringList(profileLabel(m_session.profile)) + m_session.rules).join(QStringLiteral(" + "))));
}

void MatrixDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void MatrixDialog::showTable() {
    m_session.recording()->catchUp();
    auto table = recoverTableOf(*m_session.cursor());
    if (!table) return m_words->setText(widgets::fromUtf8(table.error()));
    m_view->setTable(std::move(*table));
    m_export->setEnabled(true);
}

Status MatrixDialog::exportTo(const ExportOptions& options) {
    m_session.cursor()->moveTo(m_session.recording()->size());
    return exportPicture(*m_session.cursor(), options);
}

void MatrixDialog::exportPressed() {
    ExportOptions options{ExportView::Matrix, ExportFormat::Svg, widgets::Palette::current().dark, {}};
    options.path = QFileDialog::getSaveFileName(this, tr("Export a picture"), QStringLiteral("recover.svg"),
                                                QStringLiteral("*.svg *.png *.pdf"));
    if (options.path.isEmpty()) return;
    options.format = exportFormatFromName(QFileInfo(options.path).suffix().toLower()).value_or(ExportFormat::Svg);
    if (const Status status = exportTo(options); !status) m_words->setText(widgets::fromUtf8(status.error()));
}

} // namespace unwind::app
