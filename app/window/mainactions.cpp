// The window's actions: what they are called, their keys, what they do, and the menus they stand in.
#include "app/window/mainwindow.h"

#include "app/window/commandpalette.h"
#include "app/window/icons.h"
#include "app/window/playbackbar.h"
#include "app/window/shortcutsheet.h"
#include "widgets/common/palette.h"
#include "widgets/events/eventsdock.h"
#include "widgets/source/sourcepanel.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>

namespace unwind::app {

using widgets::StepGrain;

QAction* MainWindow::addAction(const char* name, const QList<QKeySequence>& keys, std::function<void()> does) {
    auto* made = new QAction(this);
    made->setObjectName(QLatin1String(name));
    made->setShortcuts(keys);
    connect(made, &QAction::triggered, this, [does = std::move(does)] { does(); });
    QMainWindow::addAction(made);
    m_actions.insert(made->objectName(), made);
    m_actionOrder.append(made);
    return made;
}

void MainWindow::setupActions() {
    Session* s = &m_session;
    addAction("actionGallery", {QKeySequence(Qt::CTRL | Qt::Key_G)}, [this] { showGallery(); });
    addAction("actionLessons", {QKeySequence(Qt::CTRL | Qt::Key_L)}, [this] { showLessons(); });
    addAction("actionOpenLesson", {}, [this] { openLessonDialog(); });
    addAction("actionOpen", {QKeySequence::Open}, [this] { openDialog(); });
    addAction("actionSave", {QKeySequence::Save}, [this] { saveProgram(false); });
    addAction("actionSaveAs", {QKeySequence::SaveAs}, [this] { saveProgram(true); });
    addAction("actionSaveRecording", {}, [this] { saveRecording(); });
    addAction("actionExport", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, [this] { exportDialog(); });
    addAction("actionMatrix", {}, [this] { showMatrix(); });
    addAction("actionQuit", {QKeySequence::Quit}, [this] { close(); });

    addAction("actionEdit", {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { m_source->setEditing(!m_source->isEditing()); });
    action("actionEdit")->setCheckable(true);
    addAction("actionNextMessage", {QKeySequence(Qt::Key_F8)}, [this] { m_source->nextMessage(); });
    addAction("actionSearch", {QKeySequence(Qt::Key_Slash)}, [this] { m_events->startSearch(); });

    addAction("actionRun", {QKeySequence(Qt::Key_F5)}, [this] { continueForward(); });
    addAction("actionRunBack", {QKeySequence(Qt::ALT | Qt::Key_F5)}, [s] { s->runBack(); });
    addAction("actionPause", {QKeySequence(Qt::Key_F6)}, [s] { s->pause(); });
    addAction("actionStop", {QKeySequence(Qt::SHIFT | Qt::Key_F5)}, [s] { s->stop(); });
    addAction("actionSignal", {QKeySequence(Qt::Key_F7)}, [s] { s->sendSignal(QStringLiteral("SIGTERM")); });
    addAction("actionRestart", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5)}, [this] { runText(); });
    addAction("actionLine", {QKeySequence(Qt::Key_F10)}, [s] { s->lineForward(StepGrain::Over); });
    addAction("actionLineBack", {QKeySequence(Qt::ALT | Qt::Key_F10)}, [s] { s->lineBack(StepGrain::Over); });
    addAction("actionInto", {QKeySequence(Qt::Key_F11)}, [s] { s->lineForward(StepGrain::Into); });
    addAction("actionIntoBack", {QKeySequence(Qt::ALT | Qt::Key_F11)}, [s] { s->lineBack(StepGrain::Into); });
    addAction("actionOut", {QKeySequence(Qt::SHIFT | Qt::Key_F11)}, [s] { s->lineForward(StepGrain::Out); });
    addAction("actionOutBack", {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_F11)}, [s] { s->lineBack(StepGrain::Out); });
    addAction("actionEvent", {QKeySequence(Qt::Key_Period)}, [s] { s->eventForward(); });
    addAction("actionEventBack", {QKeySequence(Qt::Key_Comma)}, [s] { s->eventBack(); });
    addAction("actionFirst", {QKeySequence(Qt::CTRL | Qt::Key_Home)}, [s] { s->first(); });
    addAction("actionLast", {QKeySequence(Qt::CTRL | Qt::Key_End)}, [s] { s->last(); });
    addAction("actionPlay", {QKeySequence(Qt::CTRL | Qt::Key_Space)}, [this] { m_bar->setPlaying(!m_bar->isPlaying()); });
    addAction("actionBreakpoint", {QKeySequence(Qt::Key_F9)}, [this] { m_source->toggleBreakpoint(); });
    addAction("actionClearBreakpoints", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F9)}, [this] { m_session.breakpoints()->clear(); });
    addAction("actionFollow", {}, [this] { m_session.cursor()->setFollows(action("actionFollow")->isChecked()); });
    action("actionFollow")->setCheckable(true);
    action("actionFollow")->setChecked(true);

    addAction("actionCompareProfile", {}, [this] { compareWithProfile(); });
    addAction("actionCompareRecording", {}, [this] { compareWithRecording(); });
    addAction("actionBench", {}, [this] { showBench(); });

    addAction("actionLarger", {QKeySequence::ZoomIn}, [this] { m_source->editor()->zoomIn(); });
    addAction("actionSmaller", {QKeySequence::ZoomOut}, [this] { m_source->editor()->zoomOut(); });
    addAction("actionResetLayout", {}, [this] { resetLayout(); });
    addAction("actionCommands", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, [this] { CommandPalette(m_actionOrder, this).exec(); });
    addAction("actionShortcuts", {QKeySequence(Qt::Key_Question)}, [this] { ShortcutSheet(m_actionOrder, this).exec(); });
    addAction("actionAbout", {}, [this] {
        QMessageBox::about(this, tr("About Unwind"),
                           tr("Unwind %1 shows what Go's defer, panic, recover and runtime.Goexit do, step by step.")
                               .arg(QCoreApplication::applicationVersion()));
    });
    action("actionQuit")->setMenuRole(QAction::QuitRole);
    action("actionAbout")->setMenuRole(QAction::AboutRole);
    setupMenus();
    retranslateActions();
    updateIcons();
}

void MainWindow::setupMenus() {
    auto menu = [this](const char* name, std::initializer_list<const char*> names) {
        QMenu* made = menuBar()->addMenu(QString());
        made->setObjectName(QLatin1String(name));
        m_menus.insert(made->objectName(), made);
        for (const char* item : names) {
            if (*item) made->addAction(action(item));
            else made->addSeparator();
        }
        return made;
    };
    QMenu* file = menu("menuFile", {"actionGallery", "actionLessons", "", "actionOpen", "actionOpenLesson", "", "actionSave", "actionSaveAs", "actionSaveRecording", "",
                                    "actionExport", "", "actionQuit"});
    auto* recent = new QMenu(this);
    recent->setObjectName(QStringLiteral("menuRecent"));
    m_menus.insert(recent->objectName(), recent);
    connect(recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->insertMenu(action("actionSave"), recent);
    menu("menuEdit", {"actionEdit", "actionNextMessage", "", "actionSearch"});
    QMenu* run = menu("menuRun", {"actionRun", "actionPause", "actionSignal", "actionStop", "actionRestart", "", "actionLine", "actionInto", "actionOut",
                     "actionEvent", "", "actionRunBack", "actionLineBack", "actionIntoBack", "actionOutBack", "actionEventBack",
                     "", "actionFirst", "actionLast", "actionPlay", "", "actionBreakpoint", "actionClearBreakpoints", "actionFollow",
                     "", "actionCompareProfile", "actionCompareRecording", "", "actionBench"});
    m_signalMenu = makeSignalMenu();
    run->insertMenu(action("actionStop"), m_signalMenu);
    QMenu* view = menu("menuView", {"actionLarger", "actionSmaller", "", "actionMatrix", "", "actionResetLayout"});
    auto submenu = [&](const char* name) {
        auto* made = new QMenu(this);
        made->setObjectName(QLatin1String(name));
        m_menus.insert(made->objectName(), made);
        view->addMenu(made);
        return made;
    };
    m_docksMenu = submenu("menuDocks");
    for (QDockWidget* dock : docks()) m_docksMenu->addAction(dock->toggleViewAction());
    auto choices = [this](QMenu* in, std::initializer_list<const char*> names, auto chosen) {
        auto* group = new QActionGroup(this);
        int index = 0;
        for (const char* name : names) {
            QAction* made = addAction(name, {}, [chosen, index] { chosen(index); });
            made->setCheckable(true);
            group->addAction(made);
            in->addAction(made);
            ++index;
        }
        return group;
    };
    m_themeGroup = choices(submenu("menuTheme"), {"actionThemeSystem", "actionThemeLight", "actionThemeDark"},
                           [this](int i) { setTheme(ThemeChoice(i)); });
    m_languageGroup = choices(submenu("menuLanguage"), {"actionLanguageSystem", "actionLanguageEnglish", "actionLanguageChinese"},
                              [this](int i) { setLanguage(QStringList{QString(), QStringLiteral("en"), QStringLiteral("zh_CN")}[i]); });
    m_themeGroup->actions()[int(m_settings.theme())]->setChecked(true);
    const QString language = m_settings.language();
    m_languageGroup->actions()[language.isEmpty() ? 0 : language == QLatin1String("zh_CN") ? 2 : 1]->setChecked(true);
    menu("menuHelp", {"actionCommands", "actionShortcuts", "", "actionAbout"});
}

QMenu* MainWindow::makeSignalMenu() {
    auto* made = new QMenu(this);
    made->setObjectName(QStringLiteral("menuSignal"));
    m_menus.insert(made->objectName(), made);
    for (const char* name : {"SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGKILL", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGPIPE", "SIGCHLD",
                             "SIGWINCH", "SIGURG", "SIGABRT"}) {
        QAction* item = made->addAction(QLatin1String(name));
        connect(item, &QAction::triggered, this, [this, item] { m_session.sendSignal(item->text()); });
    }
    return made;
}

void MainWindow::retranslateActions() {
    const struct {
        const char* name;
        QString text, tip;
    } texts[] = {
        {"actionGallery", tr("Gallery"), tr("All demos")},
        {"actionLessons", tr("&Lessons"), tr("The course, beside the program")},
        {"actionOpen", tr("&Open…"), {}},
        {"actionOpenLesson", tr("Open l&esson…"), {}},
        {"actionSave", tr("&Save"), {}},
        {"actionSaveAs", tr("Save &as…"), {}},
        {"actionSaveRecording", tr("Save &recording…"), tr("Keep this run as a file that can be opened again")},
        {"actionExport", tr("Export…"), tr("Save a view as a picture, or what the program reports as text")},
        {"actionMatrix", tr("Trut&h table of recover…"), tr("recover in every place and situation, run under the rules in force")},
        {"actionQuit", tr("&Quit"), {}},
        {"actionEdit", tr("&Edit the program"), {}},
        {"actionNextMessage", tr("&Next warning or error"), {}},
        {"actionSearch", tr("&Search events"), {}},
        {"actionRun", tr("Run"), tr("Forward to the next breakpoint, or as far as it goes")},
        {"actionRunBack", tr("Run back"), tr("Back to the breakpoint before, or to the start")},
        {"actionPause", tr("&Pause"), tr("Stop the running program where it is")},
        {"actionStop", tr("&Stop"), tr("End the program; its recording stays")},
        {"actionSignal", tr("Send SI&GTERM"), tr("A signal reaches the program now; go on from its event")},
        {"actionRestart", tr("Run &again"), tr("Run the program again from the beginning")},
        {"actionLine", tr("line"), tr("To the next line of this goroutine, over calls")},
        {"actionLineBack", tr("line back"), tr("To the line before of this goroutine, over calls")},
        {"actionInto", tr("Step &into"), tr("To the next line, into calls")},
        {"actionIntoBack", tr("Step into, backwards"), {}},
        {"actionOut", tr("Step &out"), tr("To the line after this function")},
        {"actionOutBack", tr("Step out, backwards"), {}},
        {"actionEvent", tr("event"), tr("One micro-step of the machinery forward")},
        {"actionEventBack", tr("event back"), tr("One micro-step of the machinery back")},
        {"actionFirst", tr("To the start"), tr("To the start")},
        {"actionLast", tr("To the end"), tr("To the end")},
        {"actionPlay", tr("Play"), tr("Step by itself")},
        {"actionBreakpoint", tr("Toggle &breakpoint"), {}},
        {"actionClearBreakpoints", tr("Clear all breakpoints"), {}},
        {"actionFollow", tr("Select the goroutine of each step"), {}},
        {"actionCompareProfile", tr("Compare with profile…"), tr("Run the program under other rules too and show where the two part")},
        {"actionCompareRecording", tr("Compare with recording…"), tr("Show where this run and a saved one part")},
        {"actionBench", tr("Interception cost…"), tr("Measure what it costs to be told of a Goexit, in three ways")},
        {"actionLarger", tr("Larger code"), {}},
        {"actionSmaller", tr("Smaller code"), {}},
        {"actionResetLayout", tr("Reset the layout"), {}},
        {"actionCommands", tr("&Commands…"), {}},
        {"actionShortcuts", tr("&Keys"), {}},
        {"actionAbout", tr("&About Unwind"), {}},
        {"actionThemeSystem", tr("As the system"), {}},
        {"actionThemeLight", tr("Light"), {}},
        {"actionThemeDark", tr("Dark"), {}},
        {"actionLanguageSystem", tr("Language of the system"), {}},
        {"actionLanguageEnglish", QStringLiteral("English"), {}},
        {"actionLanguageChinese", QStringLiteral("简体中文"), {}},
    };
    for (const auto& [name, text, tip] : texts) {
        QAction* a = action(name);
        a->setText(text);
        const QString key = a->shortcut().toString(QKeySequence::NativeText);
        const QString words = tip.isEmpty() ? QString(text).remove(QLatin1Char('&')) : tip;
        a->setToolTip(key.isEmpty() ? words : words + QStringLiteral("  (") + key + QLatin1Char(')'));
    }
    action("actionLineBack")->setIconText(tr("line"));
    action("actionEventBack")->setIconText(tr("event"));
    retranslateMenus();
}

void MainWindow::retranslateMenus() {
    const std::pair<const char*, QString> titles[] = {
        {"menuFile", tr("&File")},       {"menuEdit", tr("&Edit")},   {"menuRun", tr("&Run")},
        {"menuView", tr("&View")},       {"menuHelp", tr("&Help")},   {"menuRecent", tr("Open &recent")},
        {"menuDocks", tr("&Panels")},    {"menuTheme", tr("&Theme")}, {"menuLanguage", tr("&Language")},
        {"menuSignal", tr("Send si&gnal")},
    };
    for (const auto& [name, title] : titles) {
        QMenu* menu = m_menus.value(QLatin1String(name));
        menu->setTitle(title);
        for (QAction* item : menu->actions()) item->setProperty("menuPath", QString(title).remove(QLatin1Char('&')));
    }
}

void MainWindow::updateIcons() {
    const widgets::Palette& colours = widgets::Palette::current();
    const QColor disabled = colours.toQt().color(QPalette::Disabled, QPalette::Text);
    const std::pair<const char*, Shape> shapes[] = {
        {"actionGallery", Shape::Gallery}, {"actionFirst", Shape::First},         {"actionRunBack", Shape::BackRun},
        {"actionLineBack", Shape::BackLine}, {"actionEventBack", Shape::BackEvent}, {"actionEvent", Shape::Event},
        {"actionLine", Shape::Line},       {"actionLast", Shape::Last},           {"actionSignal", Shape::Signal},
    };
    for (const auto& [name, shape] : shapes) action(name)->setIcon(makeIcon(shape, colours.text, disabled));
    action("actionPause")->setIcon(makeIcon(Shape::Pause, widgets::readableOn(colours.accent), colours.secondary));
    action("actionRun")->setIcon(makeIcon(Shape::Run, widgets::readableOn(colours.accent), colours.secondary));
    for (const char* name : {"actionPause", "actionRun"}) action(name)->setIconVisibleInMenu(false); // made for the coloured button
    const bool playing = m_bar && m_bar->isPlaying();
    action("actionPlay")->setIcon(makeIcon(playing ? Shape::Pause : Shape::Play, colours.text, disabled));
}

void MainWindow::fillRecentMenu() {
    QMenu* menu = m_menus.value(QStringLiteral("menuRecent"));
    menu->clear();
    for (const QString& path : m_settings.recentFiles())
        menu->addAction(QFileInfo(path).fileName(), this, [this, path] { openFile(path); })->setToolTip(path);
    if (menu->isEmpty()) menu->addAction(tr("No file was opened yet"))->setEnabled(false);
    else menu->addAction(tr("Forget these"), this, [this] { m_settings.clearRecentFiles(); });
}

} // namespace unwind::app
