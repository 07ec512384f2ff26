#include "app/window/session.h"

#include "widgets/common/text.h"

#include <QFileInfo>
#include <algorithm>

namespace unwind::app {

using widgets::StepGrain;

namespace {
constexpr int kPatience = 4000; // ms of a run without breakpoints, before it is paused to be looked at
// The engine waits when the window is so many events behind, and goes on from so many: Pause then shows its place at once.
constexpr Seq kHoldAt = 1'000'000, kGoOnAt = 250'000;
}

Session::Session(QObject* parent) : QObject(parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &Session::pause);
    connect(&m_cursor, &widgets::Cursor::recordingGrew, this, &Session::recordingGrew);
    connect(&m_breakpoints, &widgets::Breakpoints::changed, this, [this] {
        const bool live = m_engine && (m_state == State::Running || m_state == State::Paused);
        if (live) m_engine->setBreakpoints(m_program.name, m_breakpoints.lines(m_program.name));
    });
}

Session::~Session() {
    m_cursor.setRecording(nullptr);
}

void Session::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged();
}

void Session::dropRecording() {
    m_engine.reset();
    m_cursor.setRecording(nullptr);
    m_recording.reset();
    m_engineAt.reset();
    m_settleAt.reset();
    m_signalFrom.reset();
    m_stopReason.clear();
    m_exitCode = 0;
    m_patience.stop();
}

void Session::prepare(const Program& program) {
    dropRecording();
    m_program = program;
    setState(State::Empty);
    Q_EMIT programChanged();
}

void Session::open(const Program& program) {
    prepare(program);
    run();
}

Status Session::openRecording(const QString& path) {
    auto recording = widgets::Recording::open(path);
    if (!recording) return Error{recording.error()};
    dropRecording();
    m_recording = std::move(*recording);
    const trace::Header& header = m_recording->log().header();
    m_program = {QFileInfo(path).fileName(), {}, {}, true};
    for (const SourceFile& file : header.files) {
        if (file.isStd) continue;
        m_program.name = QFileInfo(QString::fromStdString(file.path)).fileName();
        m_program.source = QString::fromStdString(file.text);
        break;
    }
    Q_EMIT programChanged();
    m_seekFirst = true;
    m_cursor.setRecording(m_recording.get());
    setState(State::Finished);
    recordingGrew();
    return ok();
}

void Session::setPath(const QString& path, const QString& name) {
    m_program.path = path;
    m_program.name = name;
    m_program.isRecording = false;
}

void Session::start(std::optional<Place> place) {
    dropRecording();
    m_returnTo = place;
    m_seekFirst = true;
    m_goToEnd = false;
    setState(State::Starting);
    startEngine();
    if (m_breakpoints.lines(m_program.name).isEmpty()) m_patience.start();
}

void Session::startEngine() {
    m_engine = std::make_unique<EngineClient>();
    m_held = false;
    connectEngine();
    LaunchOptions options;
    options.program = m_program.name;
    options.source = m_program.source;
    options.profile = profile;
    options.procs = procs;
    options.seed = seed;
    options.rules = rules;
    options.logPath = m_folder.filePath(QStringLiteral("run-%1").arg(++m_runs));
    m_engine->launch(options, {{m_program.name, m_breakpoints.lines(m_program.name)}});
}

void Session::connectEngine() {
    EngineClient* engine = m_engine.get();
    connect(engine, &EngineClient::logOpened, this, &Session::openLog);
    connect(engine, &EngineClient::stopped, this, [this](const QString& reason) { settle(State::Paused, reason); });
    connect(engine, &EngineClient::continued, this, [this] {
        m_engineAt.reset();
        setState(State::Running);
    });
    connect(engine, &EngineClient::breakpointsBound, this,
            [this](const QString& path, const QSet<int>& asked, const QSet<int>& bound) {
                if (m_breakpoints.lines(path) == asked) m_breakpoints.setLines(path, bound);
            });
    connect(engine, &EngineClient::exited, this, [this](int code) {
        m_exitCode = code;
        settle(State::Finished, {});
    });
    connect(engine, &EngineClient::diagnosticsReported, this, &Session::diagnosticsReported);
    connect(engine, &EngineClient::failed, this, [this](const QString& sentence) {
        m_patience.stop();
        setState(State::Broken);
        Q_EMIT failed(sentence);
    });
    connect(engine, &EngineClient::died, this, [this](const QString& sentence) {
        m_patience.stop();
        m_engineAt.reset();
        setState(State::Broken);
        Q_EMIT engineDied(sentence);
    });
}

void Session::openLog(const QString& path) {
    auto recording = widgets::Recording::open(path);
    if (!recording) {
        Q_EMIT failed(widgets::fromUtf8(recording.error()));
        return;
    }
    m_recording = std::move(*recording);
    m_cursor.setRecording(m_recording.get());
    setState(State::Running);
}

// The engine says it stands still; the window catches up with what it committed before it says so too.
void Session::settle(State state, const QString& reason) {
    m_patience.stop();
    m_stopReason = reason;
    m_settleAs = state;
    m_settleAt = m_recording ? m_recording->committed() : 0;
    recordingGrew();
    if (m_settleAt) Q_EMIT stateChanged();
}

void Session::recordingGrew() {
    if (!m_recording) return;
    holdEngine();
    if (m_seekFirst && m_cursor.count() == 0) {
        if (const auto seq = widgets::firstStatement(*m_recording)) m_cursor.moveTo(*seq);
    }
    if (m_cursor.count() > 0) m_seekFirst = false;
    if (m_settleAt && m_recording->size() >= *m_settleAt) settled();
    if (m_signalFrom) awaitSignal();
}

void Session::settled() {
    const bool stoppedForPerson = m_settleAs == State::Paused && m_stopReason != QLatin1String("pause");
    const FoundPlace place = m_returnTo ? findPlace(*m_recording, *m_returnTo) : FoundPlace{};
    m_engineAt = m_settleAs == State::Paused ? m_settleAt : std::nullopt;
    m_settleAt.reset();
    if (m_returnTo && stoppedForPerson && !place.reached) return m_engine->resume(QStringLiteral("continue"), 0);
    if (m_seekFirst && m_cursor.count() == 0) m_cursor.moveTo(m_recording->size()); // no statement was recorded
    m_seekFirst = false;
    if (m_returnTo) m_cursor.moveTo(place.seq);
    else if (m_goToEnd || stoppedForPerson) m_cursor.moveTo(m_recording->size());
    m_returnTo.reset();
    m_goToEnd = false;
    setState(m_settleAs);
}

void Session::sendSignal(const QString& name) {
    if (!takesSignals()) return;
    m_signalFrom = m_recording->committed();
    m_engine->request(QStringLiteral("unwind/signal"), {{QStringLiteral("signal"), name}});
    if (m_state == State::Paused) m_engine->resume(QStringLiteral("unwind/stepEvent"), 0);
}

void Session::awaitSignal() {
    const Seq seq = m_recording->read([this](const state::History& history) {
        const std::vector<Seq>& all = history.signals();
        auto found = std::lower_bound(all.begin(), all.end(), *m_signalFrom);
        return found == all.end() ? kNoSeq : *found;
    });
    if (seq < m_recording->size()) {
        m_signalFrom.reset();
        m_goToEnd = m_seekFirst = false;
        m_cursor.moveTo(seq + 1);
    } else if (m_state == State::Paused && m_stopReason == QLatin1String("step")) {
        m_engine->resume(QStringLiteral("unwind/stepEvent"), 0); // it is not delivered in the midst of a slice
    } else if (m_state == State::Finished) {
        m_signalFrom.reset();
    }
}

void Session::holdEngine() {
    if (!m_engine) return;
    const Seq behind = m_recording->committed() - m_recording->size();
    const EngineClient::State state = m_engine->state();
    const bool hold = m_held ? behind > kGoOnAt : behind > kHoldAt && state == EngineClient::State::Running;
    if (hold == m_held || (state != EngineClient::State::Running && state != EngineClient::State::Stopped)) return;
    m_held = hold;
    m_engine->request(QStringLiteral("unwind/hold"), {{QStringLiteral("hold"), hold}});
}

void Session::stop() {
    m_patience.stop();
    if (m_engine) m_engine->terminate();
    m_engineAt.reset();
    if (m_state == State::Running || m_state == State::Paused || m_state == State::Starting) setState(State::Finished);
}

void Session::pause() {
    if (m_engine && m_state == State::Running) m_engine->pause();
}

bool Session::askEngine(const QString& command) {
    const bool atEnd = m_recording && m_cursor.count() >= m_recording->size();
    if (m_state != State::Paused || !atEnd) return false;
    m_goToEnd = true;
    m_engine->resume(command, command == QLatin1String("continue") ? 0 : m_cursor.goroutine().value);
    return true;
}

void Session::eventForward() {
    if (!m_recording || askEngine(QStringLiteral("unwind/stepEvent"))) return;
    m_cursor.moveTo(widgets::eventForward(m_cursor).value_or(m_cursor.count() + 1));
}

void Session::eventBack() {
    if (auto to = m_recording ? widgets::eventBack(m_cursor) : std::nullopt) m_cursor.moveTo(*to);
}

void Session::lineForward(StepGrain grain) {
    static const char* const commands[] = {"stepIn", "next", "stepOut"};
    if (!m_recording || askEngine(QLatin1String(commands[size_t(grain)]))) return;
    m_cursor.moveTo(widgets::lineForward(m_cursor, grain).value_or(m_recording->size()));
}

void Session::lineBack(StepGrain grain) {
    if (m_recording) m_cursor.moveTo(widgets::lineBack(m_cursor, grain).value_or(0));
}

void Session::runForward() {
    if (!m_recording || askEngine(QStringLiteral("continue"))) return;
    m_cursor.moveTo(widgets::runForward(m_cursor, m_breakpoints).value_or(m_recording->size()));
}

void Session::runBack() {
    if (m_recording) m_cursor.moveTo(widgets::runBack(m_cursor, m_breakpoints).value_or(0));
}

void Session::first() {
    if (m_recording) m_cursor.moveTo(0);
}

void Session::last() {
    if (m_recording) m_cursor.moveTo(m_recording->size());
}

} // namespace unwind::app
