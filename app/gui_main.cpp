// unwind-gui: the window, and the renderer of exports. `unwind`, `unwind FILE` and `unwind export …` exec this program.
#include "app/window/exportcommand.h"
#include "app/window/mainwindow.h"
#include "app/window/theme.h"

#include <QApplication>
#include <cstring>
#include <unistd.h>

namespace {

void nameApplication() {
    QCoreApplication::setApplicationName(QStringLiteral("Unwind"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UNWIND_VERSION));
}

// Where nothing names the folder for run-time files Qt complains on standard error and takes one like this.
void nameRuntimeFolder() {
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", "/tmp/runtime-unwind-" + QByteArray::number(getuid()));
}

} // namespace

int main(int argc, char** argv) {
    using namespace unwind::app;
    nameRuntimeFolder();
    const bool exports = argc > 1 && (!std::strcmp(argv[1], "export") || !std::strcmp(argv[1], "--export"));
    if (exports) qputenv("QT_QPA_PLATFORM", "offscreen"); // pictures need no display, and look the same with and without one
    QApplication application(argc, argv);
    nameApplication();
    setupApplication(application);
    if (exports) return exportCommand(QCoreApplication::arguments());
    const Settings settings;
    applyTheme(settings.theme());
    applyLanguage(settings.language());
    MainWindow window;
    window.show();
    const QStringList words = QCoreApplication::arguments();
    if (words.size() > 1) window.openFile(words.last());
    return QApplication::exec();
}
