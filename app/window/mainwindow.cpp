#include "app/window/mainwindow.h"

#include "app/window/banner.h"
#include "app/window/benchdialog.h"
#include "app/window/exportdialog.h"
#include "app/window/gallery.h"
#include "app/window/playbackbar.h"
#include "app/window/profiles.h"
#include "app/window/theme.h"
#include "widgets/common/names.h"
#include "widgets/common/text.h"
#include "widgets/compare/compareview.h"
#include "widgets/lessons/lessonsdock.h"
#include "widgets/source/sourcepanel.h"
#include "widgets/states/statesdock.h"
#include "widgets/variables/variablesdock.h"

#include <QTimer>
#include <QActionGroup>
#include <QCloseEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonObject>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace unwind::app {

using State = Session::State;

namespace {
constexpr qint64 kLargestProgram = qint64{16} << 20; // bytes; a slip of the hand should not cost minutes
} // namespace

MainWindow::MainWindow() : m_pages(new QStackedWidget), m_gallery(new Gallery), m_stage(new QMainWindow), m_banner(new Banner) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(900, 600);
    setupDocks();
    setupActions();
    setupBar();
    setupStatus();
    connectSession();
    connectProfile();
    connectLessons();
    restoreLayout();
    m_session.procs = m_settings.procs();
    m_bar->setProcs(m_session.procs);
    showGallery();
    m_gallery->setFocus();
    updateActions();
}

MainWindow::~MainWindow() {
    m_session.cursor()->disconnect(); // views go first and must not be told about it
}

void MainWindow::setupBar() {
    auto* page = new QWidget(this);
    auto* box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    m_bar = new PlaybackBar(m_session.cursor(), m_actions, page);
    m_bar->setSignalMenu(m_signalMenu);
    box->addWidget(m_bar);
    box->addWidget(m_banner);
    box->addWidget(m_pages, 1);
    m_pages->addWidget(m_gallery);
    m_pages->addWidget(m_stage);
    setupCompare();
    setCentralWidget(page);
    connect(m_gallery, &Gallery::demoChosen, this, &MainWindow::openDemo);
    connect(m_gallery, &Gallery::openRequested, this, &MainWindow::openDialog);
    connect(m_gallery, &Gallery::lessonsRequested, this, &MainWindow::showLessons);
    connect(m_bar, &PlaybackBar::playStep, &m_session, &Session::eventForward);
    connect(m_bar, &PlaybackBar::playingChanged, this, &MainWindow::updateIcons);
    connect(m_bar, &PlaybackBar::profileChosen, this, &MainWindow::chooseProfile);
    connect(m_bar, &PlaybackBar::procsChosen, this, [this](int procs) {
        m_session.procs = procs;
        m_settings.setProcs(procs);
        if (m_session.state() != State::Empty) runText();
    });
}

void MainWindow::setupStatus() {
    m_stateLabel = new QLabel(this);
    m_runLabel = new QLabel(this);
    m_outputLabel = new QLabel(this);
    m_stateLabel->setObjectName(QStringLiteral("stateLabel"));
    statusBar()->addWidget(m_stateLabel);
    statusBar()->addWidget(m_runLabel, 1);
    statusBar()->addPermanentWidget(m_outputLabel);
    statusBar()->setSizeGripEnabled(false);
    m_stateLabel->setContentsMargins(10, 0, 12, 0);
    m_outputLabel->setContentsMargins(0, 0, 10, 0);
}

void MainWindow::connectSession() {
    connect(&m_session, &Session::programChanged, this, &MainWindow::programChanged);
    connect(&m_session, &Session::stateChanged, this, &MainWindow::stateChanged);
    connect(&m_session, &Session::diagnosticsReported, this, &MainWindow::showDiagnostics);
    connect(&m_session, &Session::failed, this, [this](const QString& sentence) { m_banner->show(sentence); });
    connect(&m_session, &Session::engineDied, this, [this](const QString& sentence) {
        m_banner->show(sentence + QLatin1Char(' ') + tr("What was recorded so far can still be looked at."), tr("Restart"));
    });
    connect(&m_reportExporter, &ReportExporter::finished, this, &MainWindow::showSaved);
    connect(&m_reportExporter, &ReportExporter::failed, m_banner, [this](const QString& sentence) { m_banner->show(sentence); });
    connect(m_banner, &Banner::buttonClicked, this, [this] { runText(); });
    connect(m_session.cursor(), &widgets::Cursor::cursorChanged, this, &MainWindow::updateStatus);
    connect(m_session.cursor(), &widgets::Cursor::recordingGrew, this, &MainWindow::updateStatus);
    connect(m_session.cursor(), &widgets::Cursor::cursorChanged, this, &MainWindow::updateActions);
    connect(m_source, &widgets::SourcePanel::editingChanged, this, [this](bool editing) {
        action("actionEdit")->setChecked(editing);
        // Keys without a modifier belong to the text while it is edited.
        for (const char* name : {"actionEvent", "actionEventBack", "actionSearch", "actionShortcuts"})
            action(name)->setShortcutContext(editing ? Qt::WidgetShortcut : Qt::WindowShortcut);
    });
    connect(m_source->editor(), &QsciScintillaBase::SCN_URIDROPPED, this, [this](const QUrl& url) { openFile(url.toLocalFile()); });
    connect(m_source, &widgets::SourcePanel::editedChanged, this, &MainWindow::updateActions);
    connect(m_variables->model(), &widgets::VariablesModel::childrenRequested, this, [this](int reference) {
        if (!m_session.engine()) return;
        m_session.engine()->request(
            QStringLiteral("variables"), {{QStringLiteral("variablesReference"), reference}}, [this, reference](const QJsonObject& body) {
                QList<widgets::Variable> list;
                for (const QJsonValue& v : body[QStringLiteral("variables")].toArray())
                    list.append({v[QStringLiteral("name")].toString(), v[QStringLiteral("value")].toString(),
                                 v[QStringLiteral("type")].toString(), v[QStringLiteral("variablesReference")].toInt()});
                m_variables->model()->setChildren(reference, list);
            });
    });
}

// --- programs and files

void MainWindow::showGallery() {
    m_bar->setPlaying(false);
    m_pages->setCurrentWidget(m_gallery);
    updateActions();
}

void MainWindow::showProgram() {
    m_pages->setCurrentWidget(m_stage);
    m_source->editor()->setFocus();
    updateActions();
    QTimer::singleShot(0, this, &MainWindow::sizeDocks);
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    QTimer::singleShot(0, this, &MainWindow::sizeDocks);
}

bool MainWindow::mayDiscardText() {
    if (!m_source->editor()->isModified() || !m_source->isEdited()) return true;
    const auto answer = QMessageBox::question(this, tr("Unsaved text"), tr("%1 was edited and not saved.").arg(m_session.program().name),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Save) return saveProgram(false);
    return answer == QMessageBox::Discard;
}

void MainWindow::openDemo(const Demo& demo) {
    if (!mayDiscardText()) return;
    m_session.profile = demo.profile;
    m_session.rules.clear();
    m_session.open({demo.fileName, {}, demo.source, false});
}

void MainWindow::openFile(const QString& path) {
    if (path.endsWith(QLatin1String(".json"))) return openProfile(path);
    if (!mayDiscardText()) return;
    if (path.endsWith(QLatin1String(".md"))) {
        const Status status = m_lessons->openFile(path);
        if (!status) return m_banner->show(widgets::fromUtf8(status.error()));
        showLessons();
    } else if (path.endsWith(QLatin1String(".unwind"))) {
        const Status status = m_session.openRecording(path);
        if (!status) return m_banner->show(widgets::fromUtf8(status.error()));
        takeRulesOfRecording();
    } else {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return m_banner->show(tr("%1 can not be read: %2.").arg(path, file.errorString()));
        if (file.size() > kLargestProgram)
            return m_banner->show(tr("%1 has %2 MB: a Go file may have up to %3 MB here.")
                                      .arg(path).arg(file.size() >> 20).arg(kLargestProgram >> 20));
        const QString source = QString::fromUtf8(file.readAll());
        m_session.profile = demoFromSource(path, source).profile;
        m_session.rules.clear();
        m_session.open({QFileInfo(path).fileName(), path, source, false});
    }
    m_settings.addRecentFile(QFileInfo(path).absoluteFilePath());
}

void MainWindow::openDialog() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a program or a recording"), {},
                                                      tr("Go programs and recordings (*.go *.unwind)"));
    if (!path.isEmpty()) openFile(path);
}

void MainWindow::openLessonDialog() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a lesson"), {}, tr("Lessons (*.md)"));
    if (!path.isEmpty()) openFile(path);
}

bool MainWindow::saveProgram(bool askPath) {
    QString path = m_session.program().path;
    if (askPath || path.isEmpty())
        path = QFileDialog::getSaveFileName(this, tr("Save the program"), m_session.program().name, tr("Go programs (*.go)"));
    if (path.isEmpty()) return false;
    QFile file(path);
    const QByteArray text = m_source->programText().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        m_banner->show(tr("%1 can not be written: %2.").arg(path, file.errorString()));
        return false;
    }
    m_session.setPath(path, QFileInfo(path).fileName());
    m_source->editor()->setModified(false);
    m_settings.addRecentFile(path);
    updateStatus();
    return true;
}

void MainWindow::saveRecording() {
    if (!m_session.recording()) return;
    const QString name = QFileInfo(m_session.program().name).completeBaseName() + QStringLiteral(".unwind");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the recording"), name, tr("Recordings (*.unwind)"));
    if (path.isEmpty()) return;
    const Status status = m_session.recording()->log().save(path.toStdString());
    if (!status) m_banner->show(widgets::fromUtf8(status.error()));
}

Status MainWindow::exportTo(const ExportOptions& options) {
    return exportPicture(*m_session.cursor(), options, m_compare->runs());
}

void MainWindow::exportDialog(bool reports) {
    const bool compares = m_pages->currentWidget() == m_compare;
    ExportDialog dialog(widgets::Palette::current().dark, compares ? ExportView::Compare : ExportView::Timeline, this);
    if (reports) dialog.proposeReports();
    if (dialog.exec() != QDialog::Accepted) return;
    ExportOptions options = dialog.options();
    if (options.view == ExportView::States) options.machine = m_states->machine();
    const auto reportFormat = dialog.reportFormat();
    const QString ending = reportFormat ? reportFileEnding(*reportFormat) : exportFormatName(options.format);
    const QString name = QFileInfo(m_session.program().name).completeBaseName() + QLatin1Char('.') + ending;
    options.path = QFileDialog::getSaveFileName(this, tr("Export"), name, QStringLiteral("*.%1").arg(ending));
    if (options.path.isEmpty() || !m_session.recording()) return;
    if (reportFormat) return m_reportExporter.start(*m_session.recording(), m_session.cursor()->count(), *reportFormat, options.path);
    const Status status = exportTo(options);
    if (!status) m_banner->show(widgets::fromUtf8(status.error()));
    else showSaved(options.path);
}

void MainWindow::showSaved(const QString& path) { statusBar()->showMessage(tr("Saved %1").arg(path), 4000); }

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        for (const char* ending : {".go", ".unwind", ".md", ".json"})
            if (url.fileName().endsWith(QLatin1String(ending))) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty()) openFile(urls.first().toLocalFile());
}

void MainWindow::showBench() {
    if (!m_bench) m_bench = new BenchDialog(this);
    m_bench->open();
    if (m_bench->result().isEmpty() && !m_bench->isRunning()) m_bench->start();
}

// --- running

void MainWindow::programChanged() {
    const Program& program = m_session.program();
    m_banner->hide();
    m_bar->setPlaying(false);
    m_source->setProgram(program.name, program.source);
    updateProfile();
    setWindowTitle(tr("%1 – Unwind").arg(program.name));
    showProgram();
}

void MainWindow::runText(bool toHere) {
    m_banner->hide();
    m_bar->setPlaying(false);
    const QString text = m_source->programText();
    if (!toHere) followHeader(text);
    m_session.setSource(text);
    m_source->setMessages({});
    m_source->setEditing(false);
    m_source->setRan();
    if (toHere) m_session.runToHere();
    else m_session.run();
}

void MainWindow::continueForward() {
    const bool again = m_source->isEdited() || m_session.state() == State::Broken || !m_session.recording();
    const bool atEnd = m_session.state() == State::Finished && m_session.cursor()->count() >= m_session.recording()->size();
    if (again || atEnd) return runText();
    m_session.runForward();
}

void MainWindow::stateChanged() {
    updateActions();
    updateStatus();
    updateVariables();
    if (m_session.state() == State::Starting) m_variables->setEngineAt({}, {});
}

void MainWindow::showDiagnostics(const QJsonArray& diagnostics) {
    QList<widgets::SourceMessage> messages;
    bool hasErrors = false;
    for (const QJsonValue& d : diagnostics) {
        const bool isError = d[QStringLiteral("severity")].toString() != QLatin1String("warning");
        hasErrors |= isError;
        messages.append({d[QStringLiteral("line")].toInt(), d[QStringLiteral("column")].toInt(), d[QStringLiteral("endLine")].toInt(),
                         d[QStringLiteral("endColumn")].toInt(), d[QStringLiteral("message")].toString(),
                         isError, d[QStringLiteral("explanation")].toString()});
    }
    m_source->setMessages(messages);
    if (hasErrors) m_source->setEditing(true);
}

void MainWindow::updateVariables() {
    EngineClient* engine = m_session.engine();
    if (m_session.state() != State::Paused || !engine || !m_session.engineAt()) {
        if (m_session.state() != State::Paused) m_variables->setEngineAt({}, {});
        return;
    }
    const Seq at = *m_session.engineAt();
    engine->request(QStringLiteral("stackTrace"), {{QStringLiteral("threadId"), qint64(engine->stoppedThread())}}, [this, at](const QJsonObject& body) {
        const QJsonValue frame = body[QStringLiteral("stackFrames")].toArray().at(0);
        if (frame.isUndefined() || m_session.engineAt() != at) return;
        const QString place = frame[QStringLiteral("name")].toString() + QStringLiteral(", ") +
                              tr("line %1").arg(frame[QStringLiteral("line")].toInt());
        m_session.engine()->request(QStringLiteral("scopes"), {{QStringLiteral("frameId"), frame[QStringLiteral("id")]}},
                                    [this, at, place](const QJsonObject& scopes) {
            QList<widgets::Variable> list;
            for (const QJsonValue& scope : scopes[QStringLiteral("scopes")].toArray())
                list.append({scope[QStringLiteral("name")].toString(), {}, {}, scope[QStringLiteral("variablesReference")].toInt()});
            m_variables->setEngineAt(at, place);
            m_variables->model()->setScopes(list);
            m_variables->expandScopes();
        });
    });
}

void MainWindow::updateActions() {
    const bool staged = m_pages->currentWidget() != m_gallery;
    const widgets::Recording* recording = m_session.recording();
    const Seq count = m_session.cursor()->count();
    const State state = m_session.state();
    const bool has = staged && recording;
    const bool more = has && (count < recording->size() || state == State::Paused);
    for (const char* name : {"actionLine", "actionInto", "actionOut", "actionEvent", "actionLast", "actionPlay"}) action(name)->setEnabled(more);
    for (const char* name : {"actionLineBack", "actionIntoBack", "actionOutBack", "actionEventBack", "actionRunBack", "actionFirst"})
        action(name)->setEnabled(has && count > 0);
    action("actionPlay")->setEnabled(more || m_bar->isPlaying());
    action("actionRun")->setEnabled(staged && !m_session.program().source.isEmpty() && state != State::Starting);
    action("actionRestart")->setEnabled(staged && state != State::Empty);
    const bool running = staged && state == State::Running && !m_session.isCatchingUp();
    action("actionPause")->setEnabled(running);
    m_bar->setRunning(running);
    const bool takesSignals = staged && m_session.takesSignals() && !m_session.isCatchingUp();
    action("actionSignal")->setEnabled(takesSignals);
    m_signalMenu->setEnabled(takesSignals);
    action("actionStop")->setEnabled(staged && (state == State::Running || state == State::Paused));
    for (const char* name : {"actionCompareProfile", "actionCompareRecording"}) action(name)->setEnabled(has && state == State::Finished);
    for (const char* name : {"actionExport", "actionSaveRecording", "actionSearch"}) action(name)->setEnabled(has);
    for (const char* name : {"actionEdit", "actionNextMessage", "actionSave", "actionSaveAs", "actionBreakpoint", "actionClearBreakpoints"})
        action(name)->setEnabled(staged && state != State::Empty);
}

void MainWindow::updateStatus() {
    const widgets::Recording* recording = m_session.recording();
    QString words;
    switch (m_session.state()) {
    case State::Empty: break;
    case State::Starting: words = tr("Compiling and starting"); break;
    case State::Running:
        words = m_session.isCatchingUp() ? tr("Stopped; its last events are being read") : tr("Running");
        break;
    case State::Paused: {
        const QString reason = m_session.stopReason();
        words = reason == QLatin1String("breakpoint") ? tr("Paused at a breakpoint")
                : reason == QLatin1String("pause")    ? tr("Paused; it can go on from the end (F5)")
                                                      : tr("Paused after a step");
        break;
    }
    case State::Finished:
        words = m_session.program().isRecording ? tr("A saved recording") : tr("Finished with exit code %1").arg(m_session.exitCode());
        break;
    case State::Broken: words = m_session.engine() && recording ? tr("The engine is gone") : tr("The program does not run"); break;
    }
    m_stateLabel->setText(words);
    if (!recording) {
        m_runLabel->clear();
        m_outputLabel->clear();
        return;
    }
    const trace::Header& header = recording->log().header();
    QStringList facts{tr("%1 events").arg(widgets::grouped(recording->size())),
                      tr("seed %1").arg(header.seed), tr("%1 P").arg(header.procs), profileText(header)};
    if (const uint64_t dropped = recording->log().dropped()) facts << tr("%1 events did not fit").arg(widgets::grouped(dropped));
    m_runLabel->setText(facts.join(QStringLiteral("   ·   ")));
    m_outputLabel->setText(lastOutput());
}

// Of a traceback its first line says most, of other output the last.
QString MainWindow::lastOutput() const {
    const widgets::Recording* recording = m_session.recording();
    const size_t printed = m_session.cursor()->snapshot().outputCount;
    if (printed == 0) return {};
    return recording->read([&](const state::History& history) {
        if (printed > history.output().size()) return QString();
        const state::OutputSpan& output = history.output()[printed - 1];
        const QString text = widgets::logString(recording->log(), output.text).trimmed();
        return tr("Output: %1").arg(text.section(QLatin1Char('\n'), output.fd == 2 ? 0 : -1, output.fd == 2 ? 0 : -1).left(60));
    });
}

// --- theme and language

void MainWindow::setTheme(ThemeChoice theme) {
    m_settings.setTheme(theme);
    applyTheme(theme);
    updateIcons();
}

void MainWindow::setLanguage(const QString& language) {
    m_settings.setLanguage(language);
    applyLanguage(language);
    if (QLocale(language).language() == QLocale::Chinese && !hasChineseFont())
        m_banner->show(tr("No font for Chinese is installed: install one, for example the package fonts-wqy-microhei."));
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_actions.isEmpty()) {
        retranslateActions();
        updateStatus();
        updateProfile();
    }
}

} // namespace unwind::app
