// Docks and where they stand. The stage is a main window inside the window, so that the gallery can take its whole place.
#include "app/window/mainwindow.h"

#include "app/window/demos.h"
#include "app/window/playbackbar.h"
#include "widgets/callstack/callstackdock.h"
#include "widgets/deferstack/deferstackdock.h"
#include "widgets/events/eventsdock.h"
#include "widgets/explanation/explanationstrip.h"
#include "widgets/goroutines/goroutinesdock.h"
#include "widgets/lessons/lessonsdock.h"
#include "widgets/notrun/notrundock.h"
#include "widgets/observability/observabilitydock.h"
#include "widgets/output/outputdock.h"
#include "widgets/panicchain/panicchaindock.h"
#include "widgets/profile/profiledock.h"
#include "widgets/scheduler/schedulerdock.h"
#include "widgets/scheduler/schedulerview.h"
#include "widgets/source/sourcepanel.h"
#include "widgets/states/statesdock.h"
#include "widgets/timeline/timelinedock.h"
#include "widgets/variables/variablesdock.h"
#include "widgets/verdict/verdictdock.h"

#include <QMouseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

namespace unwind::app {

namespace {
constexpr int kLayoutVersion = 4; // raise when docks come or go: an older layout is then not restored
}

void MainWindow::setupDocks() {
    widgets::Cursor* cursor = m_session.cursor();
    m_stage->setWindowFlags(Qt::Widget);
    m_stage->setObjectName(QStringLiteral("stage"));
    m_stage->installEventFilter(this);
    m_stage->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::GroupedDragging);
    m_stage->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_stage->setContentsMargins(10, 8, 10, 8);
    m_source = new widgets::SourcePanel(cursor, m_session.breakpoints(), m_stage);
    m_stage->setCentralWidget(m_source);
    m_explanation = new widgets::ExplanationStrip(cursor, m_stage);
    m_defers = new widgets::DeferStackDock(cursor, m_stage);
    m_panics = new widgets::PanicChainDock(cursor, m_stage);
    m_verdict = new widgets::VerdictDock(cursor, m_stage);
    m_notRun = new widgets::NotRunDock(cursor, m_stage);
    m_goroutines = new widgets::GoroutinesDock(cursor, m_stage);
    m_scheduler = new widgets::SchedulerDock(cursor, m_stage);
    m_timeline = new widgets::TimelineDock(cursor, m_stage);
    m_output = new widgets::OutputDock(cursor, m_stage);
    m_variables = new widgets::VariablesDock(cursor, m_stage);
    m_callStack = new widgets::CallStackDock(cursor, m_stage);
    m_events = new widgets::EventsDock(cursor, m_stage);
    m_observability = new widgets::ObservabilityDock(cursor, m_stage);
    m_profile = new widgets::ProfileDock(m_stage);
    m_states = new widgets::StatesDock(cursor, m_stage);
    m_lessons = new widgets::LessonsDock(cursor, m_stage);
    for (QDockWidget* dock : docks())
        connect(dock, &QDockWidget::topLevelChanged, this, [this] { m_sizesByDefault = false; }); // a dragged one floats first
    connect(m_observability, &widgets::ObservabilityDock::exportRequested, this, [this] { exportDialog(true); });
    connect(m_callStack, &widgets::CallStackDock::placeRequested, m_source, qOverload<SourcePos>(&widgets::SourcePanel::show));
    arrangeDocks();
}

QList<QDockWidget*> MainWindow::docks() const {
    return {m_explanation, m_defers,   m_panics, m_verdict, m_callStack, m_variables, m_goroutines,
            m_scheduler,   m_profile,  m_timeline, m_output, m_events, m_states, m_observability, m_notRun, m_lessons};
}

void MainWindow::arrangeDocks() {
    for (QDockWidget* dock : docks()) {
        dock->setFloating(false);
        m_stage->removeDockWidget(dock);
    }
    m_stage->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_stage->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_stage->addDockWidget(Qt::RightDockWidgetArea, m_defers);
    m_stage->splitDockWidget(m_defers, m_goroutines, Qt::Horizontal);
    m_stage->splitDockWidget(m_defers, m_panics, Qt::Vertical);
    m_stage->splitDockWidget(m_goroutines, m_scheduler, Qt::Vertical);
    m_stage->tabifyDockWidget(m_panics, m_verdict);
    m_stage->tabifyDockWidget(m_verdict, m_callStack);
    m_stage->tabifyDockWidget(m_callStack, m_variables);
    m_stage->tabifyDockWidget(m_scheduler, m_profile);
    m_stage->addDockWidget(Qt::BottomDockWidgetArea, m_explanation);
    m_stage->splitDockWidget(m_explanation, m_timeline, Qt::Vertical);
    m_stage->tabifyDockWidget(m_timeline, m_output);
    m_stage->tabifyDockWidget(m_output, m_events);
    m_stage->tabifyDockWidget(m_events, m_states);
    m_stage->tabifyDockWidget(m_states, m_observability);
    m_stage->tabifyDockWidget(m_observability, m_notRun);
    m_stage->addDockWidget(Qt::LeftDockWidgetArea, m_lessons);
    for (QDockWidget* dock : docks()) dock->setVisible(dock != m_lessons);
    m_panics->raise();
    m_scheduler->raise();
    m_timeline->raise();
    for (QTabBar* tabs : m_stage->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) tabs->setExpanding(false);
    m_sizesByDefault = true;
    sizeDocks();
}

// A dock can be sized only once its window is laid out on the screen.
void MainWindow::sizeDocks() {
    if (!m_sizesByDefault || !m_stage->isVisible()) return;
    if (m_lessons->isVisible()) return sizeLessons();
    const int width = std::max(1280, this->width()), height = std::max(800, this->height());
    m_stage->resizeDocks({m_defers, m_goroutines}, {int(width * 0.28), int(width * 0.33)}, Qt::Horizontal);
    m_stage->resizeDocks({m_defers, m_panics}, {int(height * 0.28), int(height * 0.17)}, Qt::Vertical);
    m_stage->resizeDocks({m_goroutines, m_scheduler}, {int(height * 0.2), int(height * 0.25)}, Qt::Vertical);
    m_stage->resizeDocks({m_timeline}, {height < 900 ? 268 : int(height * 0.31)}, Qt::Vertical);
}

// Room for a lesson at the left: the goroutines and the rules go behind the defer stack, the scheduler below.
void MainWindow::showLessons() {
    m_bar->setPlaying(false);
    m_pages->setCurrentWidget(m_stage);
    updateActions();
    if (m_lessons->isVisible()) return;
    m_layoutWithoutLessons = m_stage->saveState(kLayoutVersion);
    const std::initializer_list<QDockWidget*> moved{m_goroutines, m_scheduler, m_profile, m_lessons};
    for (QDockWidget* dock : moved) m_stage->removeDockWidget(dock);
    m_stage->tabifyDockWidget(m_defers, m_goroutines);
    m_stage->tabifyDockWidget(m_notRun, m_scheduler);
    m_stage->tabifyDockWidget(m_defers, m_profile);
    m_stage->addDockWidget(Qt::LeftDockWidgetArea, m_lessons);
    for (QDockWidget* dock : moved) dock->show();
    m_defers->raise();
    m_panics->raise();
    m_timeline->raise();
    for (QTabBar* tabs : m_stage->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) tabs->setExpanding(false);
    QTimer::singleShot(0, this, &MainWindow::sizeLessons);
}

void MainWindow::sizeLessons() {
    const int width = std::max(1280, this->width()), height = std::max(800, this->height());
    m_stage->resizeDocks({m_lessons, m_defers}, {int(width * 0.29), int(width * 0.27)}, Qt::Horizontal);
    m_stage->resizeDocks({m_defers, m_panics}, {int(height * 0.25), int(height * 0.2)}, Qt::Vertical);
    m_stage->resizeDocks({m_timeline}, {int(height * 0.27)}, Qt::Vertical);
}

void MainWindow::hideLessons() {
    m_lessons->hide();
    if (m_layoutWithoutLessons.isEmpty() || !m_stage->restoreState(m_layoutWithoutLessons, kLayoutVersion)) resetLayout();
    m_layoutWithoutLessons.clear();
    sizeDocks();
}

void MainWindow::connectLessons() {
    QHash<QString, widgets::LessonProgress> progress;
    const QHash<QString, QString> texts = m_settings.lessonProgress();
    for (auto it = texts.begin(); it != texts.end(); ++it) progress.insert(it.key(), widgets::progressFromText(it.value()));
    m_lessons->setProgress(progress);
    connect(m_lessons, &widgets::LessonsDock::progressChanged, this,
            [this](const QString& id, const QString& reached) { m_settings.setLessonProgress(id, reached); });
    connect(m_lessons, &widgets::LessonsDock::closeRequested, this, &MainWindow::hideLessons);
    auto take = [this](const QString& name, const QString& source, QString profile) {
        if (!mayDiscardText()) return false;
        if (profile.isEmpty()) profile = demoFromSource(name, source).profile;
        m_session.profile = profile;
        m_session.rules.clear();
        return true;
    };
    connect(m_lessons, &widgets::LessonsDock::programRequested, this, [this, take](const QString& name, const QString& source) {
        if (take(name, source, {})) m_session.prepare({name, {}, source, false});
    });
    connect(m_lessons, &widgets::LessonsDock::runRequested, this,
            [this, take](const QString& name, const QString& source, const QString& profile) {
                if (take(name, source, profile)) m_session.open({name, {}, source, false});
            });
}

void MainWindow::resetLayout() { arrangeDocks(); }

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    QTimer::singleShot(0, this, &MainWindow::sizeDocks);
}

// A press on the stage between its panels begins to move a separator.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_stage && event->type() == QEvent::MouseButtonPress && !m_stage->childAt(static_cast<QMouseEvent*>(event)->pos()))
        m_sizesByDefault = false;
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::restoreLayout() {
    const QByteArray geometry = m_settings.geometry(), layout = m_settings.layout();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    if (layout.isEmpty() || !m_stage->restoreState(layout, kLayoutVersion)) arrangeDocks();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayDiscardText()) return event->ignore();
    m_settings.setGeometry(saveGeometry());
    m_settings.setLayout(m_stage->saveState(kLayoutVersion));
    QMainWindow::closeEvent(event);
}

void MainWindow::setAnimationDuration(int milliseconds) {
    m_scheduler->view()->setAnimationDuration(milliseconds);
    m_stage->setAnimated(milliseconds > 0);
}

} // namespace unwind::app
