// What a person waits for in the window, offscreen: a seek anywhere in a recording of more than 1,000,000 statements until
// every view is painted, a single step, and how long opening it keeps the window from answering.
#include "app/window/mainwindow.h"
#include "app/window/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>
#include <random>

using namespace unwind;
using namespace unwind::app;

namespace {

constexpr const char* kProgram = R"(package main

func step(i, sum int) int {
	defer func() { recover() }()
	if i%3 == 0 {
		return sum + i
	}
	return sum ^ i
}

func main() {
	sum := 0
	for i := range 200000 {
		sum = step(i, sum)
	}
	println(sum)
}
)";

QString recordingPath() {
    static const QTemporaryDir folder;
    static const QString path = [] {
        QFile program(folder.filePath(QStringLiteral("loop.go")));
        if (!program.open(QIODevice::WriteOnly)) qFatal("no place for the program");
        program.write(kProgram);
        program.close();
        const QString recording = folder.filePath(QStringLiteral("loop.unwind"));
        if (QProcess::execute(EngineClient::enginePath(), {QStringLiteral("record"), program.fileName(), QStringLiteral("-o"), recording}))
            qFatal("the program can not be recorded");
        return recording;
    }();
    return path;
}

// Handles events until the recording is folded; returns the longest time a single round took, in seconds.
double readAll(MainWindow& window) {
    double longest = 0;
    while (!window.session()->recording()->finished()) {
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, double(timer.nsecsElapsed()) * 1e-9);
    }
    return longest;
}

MainWindow& openedWindow() {
    static MainWindow window;
    if (!window.session()->recording()) {
        window.resize(1920, 1080);
        window.show();
        window.setAnimationDuration(0);
        window.openFile(recordingPath());
        readAll(window);
        QCoreApplication::processEvents();
    }
    return window;
}

void seekAnywhere(benchmark::State& state) {
    MainWindow& window = openedWindow();
    widgets::Cursor* cursor = window.session()->cursor();
    std::mt19937_64 random(1);
    const Seq size = window.session()->recording()->size();
    double longest = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        cursor->moveTo(random() % size);
        QCoreApplication::processEvents();
        longest = std::max(longest, double(timer.nsecsElapsed()) * 1e-6);
    }
    state.counters["events"] = double(size);
    state.counters["longest_ms"] = longest;
}
BENCHMARK(seekAnywhere)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(200);

void stepForward(benchmark::State& state) {
    MainWindow& window = openedWindow();
    window.session()->cursor()->moveTo(window.session()->recording()->size() / 2);
    for (auto _ : state) {
        window.session()->lineForward(widgets::StepGrain::Into);
        QCoreApplication::processEvents();
    }
}
BENCHMARK(stepForward)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(200);

void open(benchmark::State& state) {
    MainWindow& window = openedWindow();
    double longest = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        window.openFile(recordingPath());
        longest = std::max(longest, double(timer.nsecsElapsed()) * 1e-6);
        longest = std::max(longest, readAll(window) * 1e3);
    }
    state.counters["longest_wait_ms"] = longest;
}
BENCHMARK(open)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    QApplication application(argc, argv);
    setupApplication(application);
    applyTheme(ThemeChoice::Light);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
