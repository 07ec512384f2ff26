// Comparing the run at hand with another one: the page with both, the work that goes before it, and its end when the window
// runs something else.
#include "app/window/mainwindow.h"

#include "app/window/banner.h"
#include "app/window/comparedialog.h"
#include "widgets/common/text.h"
#include "widgets/compare/compareview.h"
#include "widgets/common/sentences.h"

#include <QFileDialog>
#include <QProgressDialog>
#include <QStackedWidget>
#include <QTimer>

namespace unwind::app {

void MainWindow::setupCompare() {
    m_compare = new widgets::CompareView(widgets::Sentences::plain);
    m_pages->addWidget(m_compare);
    connect(m_compare, &widgets::CompareView::closeRequested, this, &MainWindow::closeComparison);
    connect(&m_comparer, &Comparer::finished, this, &MainWindow::showComparison);
    connect(&m_comparer, &Comparer::failed, this, [this](const QString& sentence) {
        m_compareProgress->reset();
        m_banner->show(sentence);
    });
    // Another run in the window's place ends the comparison with the old one.
    connect(m_session.cursor(), &widgets::Cursor::recordingChanged, this, [this] {
        m_comparer.cancel();
        m_compareProgress->reset();
        if (m_compare->runs()) closeComparison();
    });
    m_compareProgress = new QProgressDialog(this);
    m_compareProgress->setObjectName(QStringLiteral("compareProgress"));
    m_compareProgress->setRange(0, 0);
    m_compareProgress->reset(); // else it comes up by itself
    connect(m_compareProgress, &QProgressDialog::canceled, &m_comparer, &Comparer::cancel);
}

void MainWindow::compareWithProfile() {
    CompareDialog dialog(widgets::fromUtf8(m_session.recording()->log().header().profile), this);
    if (dialog.exec() == QDialog::Accepted) compareWith(dialog.request());
}

void MainWindow::compareWithRecording() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare with a recording"), {}, tr("Recordings (*.unwind)"));
    if (!path.isEmpty()) compareWith({{}, {}, path});
}

void MainWindow::compareWith(const CompareRequest& request) {
    if (!m_session.recording() || m_session.state() != Session::State::Finished) return;
    m_banner->hide();
    m_session.recording()->catchUp();
    m_compareProgress->setWindowTitle(tr("Compare"));
    m_compareProgress->setLabelText(tr("Running the program again to find out where the two part and why…"));
    m_compareProgress->setCancelButtonText(tr("Cancel"));
    m_comparer.start(*m_session.recording(), request);
    QTimer::singleShot(400, this, [this] {
        if (m_comparer.isRunning()) m_compareProgress->show();
    });
}

void MainWindow::showComparison() {
    m_compareProgress->reset();
    auto runs = m_comparer.take(m_session.cursor());
    if (!runs) return m_banner->show(tr("The other recording can not be read."));
    m_compare->setRuns(std::move(runs));
    m_pages->setCurrentWidget(m_compare);
    updateActions();
}

void MainWindow::closeComparison() {
    m_compare->setRuns(nullptr);
    showProgram();
}

} // namespace unwind::app
