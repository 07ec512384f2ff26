// The main window: where views, cursor and session are put together. Views know only the cursor; requests go to the session.
// mainwindow.cpp holds the window's behaviour, mainactions.cpp its actions and menus, mainlayout.cpp docks and their places.
#pragma once

#include "app/window/comparer.h"
#include "app/window/reportexporter.h"
#include "app/window/session.h"
#include "app/window/settings.h"

#include <QHash>
#include <QMainWindow>

class QActionGroup;
class QLabel;
class QProgressDialog;
class QStackedWidget;

namespace unwind::widgets {
class CallStackDock;
class CompareView;
class DeferStackDock;
class Dock;
class EventsDock;
class ExplanationStrip;
class GoroutinesDock;
class LessonsDock;
class NotRunDock;
class ObservabilityDock;
class OutputDock;
class PanicChainDock;
class ProfileDock;
class SchedulerDock;
class SourcePanel;
class StatesDock;
class TimelineDock;
class VariablesDock;
class VerdictDock;
} // namespace unwind::widgets

namespace unwind::app {

class Banner;
class BenchDialog;
class Gallery;
class PlaybackBar;
struct Demo;
class MatrixDialog;
struct ExportOptions;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;
    Session* session() { return &m_session; }
    /// A .go file, a recording, a lesson or a profile; a fault is told in the window.
    void openFile(const QString& path);
    void openDemo(const Demo& demo);
    void showGallery();
    /// Shows the run beside another one, once that is found out; needs a run that has ended.
    void compareWith(const CompareRequest& request);
    /// The course, beside the program.
    void showLessons();
    /// Writes a picture of what is shown; what the Export dialog ends in.
    Status exportTo(const ExportOptions& options);
    /// Keeps the rules in force as a profile of the person's own, named as its file, and takes it; false after a message.
    bool saveProfileAs(const QString& path);
    /// The animations of the views; 0 turns them off.
    void setAnimationDuration(int milliseconds);
    void setTheme(ThemeChoice theme);
    void setLanguage(const QString& language);
    /// Puts every dock back to where it was at first.
    void resetLayout();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // mainactions.cpp
    void setupActions();
    void setupMenus();
    QMenu* makeSignalMenu();
    void retranslateActions();
    void retranslateMenus();
    QAction* addAction(const char* name, const QList<QKeySequence>& keys, std::function<void()> does);
    QAction* action(const char* name) const { return m_actions.value(QLatin1String(name)); }
    void updateIcons();
    void updateActions();
    void fillRecentMenu();
    // mainlayout.cpp
    void setupDocks();
    void arrangeDocks();
    void sizeDocks();
    void restoreLayout();
    void hideLessons();
    void sizeLessons();
    void connectLessons();
    QList<QDockWidget*> docks() const;
    // maincompare.cpp
    void setupCompare();
    void compareWithProfile();
    void compareWithRecording();
    void showComparison();
    void closeComparison();
    void showBench();
    // mainprofile.cpp
    void connectProfile();
    void updateProfile();
    void chooseProfile(const QString& name);
    void followHeader(const QString& text);
    void flipRule(const QString& rule, const QString& value);
    void saveProfileDialog();
    void openProfileDialog();
    void openProfile(const QString& path);
    void takeRulesOfRecording();
    void showMatrix();
    // mainwindow.cpp
    void setupBar();
    void setupStatus();
    void connectSession();
    bool mayDiscardText();
    void showProgram();
    void programChanged();
    void stateChanged();
    void showDiagnostics(const QJsonArray& diagnostics);
    void runText(bool toHere = false);
    void continueForward();
    void openDialog();
    void openLessonDialog();
    bool saveProgram(bool askPath);
    void saveRecording();
    void exportDialog(bool reports = false);
    void showSaved(const QString& path);
    void updateVariables();
    void updateStatus();
    QString lastOutput() const;

    Settings m_settings;
    Session m_session;
    QHash<QString, QAction*> m_actions;
    QList<QAction*> m_actionOrder;
    QHash<QString, QMenu*> m_menus;
    QActionGroup* m_themeGroup = nullptr;
    QActionGroup* m_languageGroup = nullptr;
    QMenu* m_docksMenu = nullptr;
    QMenu* m_signalMenu = nullptr;
    QStackedWidget* m_pages;
    Gallery* m_gallery;
    widgets::CompareView* m_compare = nullptr;
    Comparer m_comparer;
    ReportExporter m_reportExporter;
    QProgressDialog* m_compareProgress = nullptr;
    BenchDialog* m_bench = nullptr;
    QMainWindow* m_stage; ///< the page with the docks
    bool m_sizesByDefault = false; ///< docks share the window as at first, until a person moves a separator
    Banner* m_banner;
    PlaybackBar* m_bar = nullptr;
    widgets::SourcePanel* m_source;
    widgets::ExplanationStrip* m_explanation;
    widgets::DeferStackDock* m_defers;
    widgets::PanicChainDock* m_panics;
    widgets::VerdictDock* m_verdict;
    widgets::NotRunDock* m_notRun;
    widgets::GoroutinesDock* m_goroutines;
    widgets::SchedulerDock* m_scheduler;
    widgets::TimelineDock* m_timeline;
    widgets::OutputDock* m_output;
    widgets::VariablesDock* m_variables;
    widgets::CallStackDock* m_callStack;
    widgets::EventsDock* m_events;
    widgets::ObservabilityDock* m_observability;
    widgets::ProfileDock* m_profile;
    MatrixDialog* m_matrix = nullptr;
    widgets::StatesDock* m_states;
    widgets::LessonsDock* m_lessons;
    QByteArray m_layoutWithoutLessons; ///< while they are shown
    QLabel* m_stateLabel = nullptr;
    QLabel* m_runLabel = nullptr;
    QLabel* m_outputLabel = nullptr;
};

} // namespace unwind::app
