#include "session/engine.h"

#include "session/header.h"
#include "session/load.h"
#include "session/signals.h"

#include <csignal>
#include <fmt/format.h>
#include <fcntl.h>
#include <unistd.h>

namespace unwind::session {
namespace {

vm::Vm* g_running = nullptr; // what SIGIO stops

void onInput(int) {
    if (g_running) g_running->requestStop();
}

/// Has the kernel raise SIGIO when something arrives on a descriptor.
void signalOnInput(int fd) {
    std::signal(SIGIO, onInput);
    fcntl(fd, F_SETOWN, getpid());
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_ASYNC);
}

int threadId(GoId go) { return int(go.value); }

} // namespace

Engine::Engine(DapWire wire) : m_wire(std::move(wire)) {}
Engine::~Engine() { g_running = nullptr; }

int Engine::serve() {
    signalOnInput(m_wire.input());
    for (;;) {
        while (!m_quit) {
            auto request = m_wire.read(m_state != State::Running || m_waits || m_held);
            if (!request) break;
            handle(*request);
        }
        if (m_quit || m_wire.closed()) return 0;
        runProgram();
    }
}

void Engine::handle(const Json& request) {
    using Handler = void (Engine::*)(const Json&);
    static const std::map<std::string, Handler> handlers{
        {"initialize", &Engine::initialize},   {"launch", &Engine::launch},
        {"configurationDone", &Engine::configurationDone}, {"setBreakpoints", &Engine::setBreakpoints},
        {"threads", &Engine::threads},         {"stackTrace", &Engine::stackTrace},
        {"scopes", &Engine::scopes},           {"variables", &Engine::variables},
        {"pause", &Engine::pause},             {"restart", &Engine::restart},
        {"unwind/signal", &Engine::sendSignal}, {"unwind/hold", &Engine::hold},
        {"terminate", &Engine::terminate},     {"disconnect", &Engine::disconnect},
    };
    static const std::map<std::string, Debugger::Step> steps{
        {"continue", Debugger::Step::Continue}, {"next", Debugger::Step::Over},
        {"stepIn", Debugger::Step::Into},       {"stepOut", Debugger::Step::Out},
        {"unwind/stepEvent", Debugger::Step::Event},
    };
    if (!request.is_object()) return;
    const std::string command = request.value("command", "");
    try {
        if (auto step = steps.find(command); step != steps.end()) resume(request, step->second);
        else if (auto it = handlers.find(command); it != handlers.end()) (this->*it->second)(request);
        else m_wire.fail(request, "The request " + command + " is not known to this engine.");
    } catch (const Json::exception& fault) {
        m_wire.fail(request, "The request " + command + " has an argument of the wrong form: " + fault.what());
    }
}

void Engine::initialize(const Json& request) {
    m_wire.respond(request, {{"supportsConfigurationDoneRequest", true},
                             {"supportsRestartRequest", true},
                             {"supportsTerminateRequest", true}});
    m_wire.event("initialized");
}

void Engine::launch(const Json& request) {
    m_launchArguments = request.value("arguments", Json::object());
    if (Status status = prepare(m_launchArguments); !status) {
        m_state = State::Ended;
        m_wire.fail(request, status.error());
        m_wire.event("terminated");
        return;
    }
    m_wire.respond(request);
    m_state = State::Launched;
}

void Engine::configurationDone(const Json& request) {
    m_wire.respond(request);
    if (m_state == State::Launched) m_state = State::Running;
}

void Engine::setBreakpoints(const Json& request) {
    const Json& arguments = request.at("arguments");
    const std::string path = arguments.at("source").value("path", "");
    std::vector<uint32_t> lines;
    for (const Json& breakpoint : arguments.value("breakpoints", Json::array())) lines.push_back(breakpoint.at("line"));
    m_breakpoints[path] = lines;
    Json set = Json::array();
    if (m_debugger) {
        for (const Breakpoint& b : m_debugger->setBreakpoints(path, lines))
            set.push_back(b.line ? Json{{"id", b.id}, {"verified", true}, {"line", b.line}} : Json{{"verified", false}});
    } else {
        for (uint32_t line : lines) set.push_back({{"verified", false}, {"line", line}});
    }
    m_wire.respond(request, {{"breakpoints", set}});
}

void Engine::threads(const Json& request) {
    Json list = Json::array();
    if (m_vm)
        for (const auto& g : m_vm->goroutines()) {
            bool waits = g.status == trace::GStatus::Gwaiting;
            std::string_view status = waits ? trace::waitReasonText(g.waitReason) : trace::statusText(g.status).substr(2);
            list.push_back({{"id", threadId(g.id)}, {"name", fmt::format("G{} {} [{}]", g.id.value, g.name, status)}});
        }
    m_wire.respond(request, {{"threads", list}});
}

void Engine::stackTrace(const Json& request) {
    GoId go{request.at("arguments").at("threadId").get<uint64_t>()};
    Json list = Json::array();
    if (m_vm && m_state == State::Stopped)
        for (const auto& f : m_vm->frames(go)) {
            m_references.push_back({go, f.depth, {}});
            Json frame{{"id", m_references.size()}, {"name", f.name}, {"line", f.pos.line}, {"column", f.pos.column}};
            if (f.pos.file) frame["source"] = {{"path", m_program->files[f.pos.file.value - 1].path}};
            if (f.isStd) frame["presentationHint"] = "subtle";
            list.push_back(std::move(frame));
        }
    const size_t count = list.size();
    m_wire.respond(request, {{"stackFrames", std::move(list)}, {"totalFrames", count}});
}

void Engine::scopes(const Json& request) {
    Json list = Json::array();
    list.push_back({{"name", "Locals"}, {"variablesReference", request.at("arguments").at("frameId")}, {"expensive", false}});
    m_wire.respond(request, {{"scopes", list}});
}

void Engine::variables(const Json& request) {
    size_t id = request.at("arguments").at("variablesReference");
    Json list = Json::array();
    if (m_vm && id >= 1 && id <= m_references.size()) {
        const Reference at = m_references[id - 1];
        for (const auto& value : at.parent ? m_vm->children(*at.parent) : m_vm->locals(at.go, at.depth)) {
            if (value.hasChildren) m_references.push_back({at.go, at.depth, value});
            list.push_back({{"name", value.name},
                            {"value", value.value},
                            {"type", value.type},
                            {"variablesReference", value.hasChildren ? m_references.size() : 0}});
        }
    }
    m_wire.respond(request, {{"variables", list}});
}

void Engine::resume(const Json& request, Debugger::Step step) {
    if (m_state != State::Stopped) return m_wire.fail(request, "The program is not stopped; pause it first.");
    GoId go = m_debugger->stoppedGo();
    uint32_t depth = m_debugger->stoppedDepth();
    if (uint64_t wanted = request.value("arguments", Json::object()).value("threadId", uint64_t{0}); wanted && wanted != go.value) {
        go = GoId{wanted};
        auto frames = m_vm->frames(go);
        depth = frames.empty() ? 0 : frames.front().depth;
    }
    m_references.clear();
    m_debugger->resume(step, go, depth);
    m_wire.respond(request, {{"allThreadsContinued", true}});
    m_state = State::Running;
}

void Engine::pause(const Json& request) {
    m_wire.respond(request);
    if (m_state == State::Running && !m_hasRun) {
        m_vm->requestStop();
        runProgram(); // so that there is a place to be paused at
    }
    if (m_state != State::Running) return;
    // The goroutine that runs is the one to look at; when none does, main.
    GoId go{1};
    for (const auto& g : m_vm->goroutines())
        if (g.status == trace::GStatus::Grunning) go = g.id;
    auto frames = m_vm->frames(go);
    m_debugger->paused(go, frames.empty() ? 0 : frames.front().depth);
    reportStop();
}

void Engine::sendSignal(const Json& request) {
    auto number = signalNumber(request.at("arguments").value("signal", ""));
    if (!number) return m_wire.fail(request, number.error());
    if (!m_vm || m_state == State::Ended) return m_wire.fail(request, "The program has ended; run it again to send a signal.");
    m_vm->sendSignal(*number);
    m_waits = false;
    m_wire.respond(request);
}

void Engine::hold(const Json& request) {
    m_held = request.at("arguments").at("hold");
    m_wire.respond(request);
}

void Engine::restart(const Json& request) {
    Json arguments = request.value("arguments", Json::object()).value("arguments", Json::object());
    if (!arguments.empty()) m_launchArguments.update(arguments);
    end();
    if (Status status = prepare(m_launchArguments); !status) {
        m_state = State::Ended;
        return m_wire.fail(request, status.error());
    }
    m_wire.respond(request);
    m_state = State::Running;
}

void Engine::terminate(const Json& request) {
    m_wire.respond(request);
    if (m_state == State::Idle || m_state == State::Ended) return;
    end();
    m_wire.event("terminated");
}

void Engine::disconnect(const Json& request) {
    end();
    m_wire.respond(request);
    m_quit = true;
}

void Engine::runProgram() {
    g_running = m_vm.get();
    if (m_wire.hasInput()) m_vm->requestStop(); // its signal came before there was something to stop
    m_hasRun = true;
    vm::Outcome outcome = m_vm->run();
    g_running = nullptr;
    m_waits = outcome.kind == vm::Outcome::Kind::Waiting;
    m_log->commit();
    if (outcome.kind == vm::Outcome::Kind::Finished) return reportEnd(outcome.exitCode);
    if (m_debugger->takeStop()) reportStop();
}

void Engine::reportStop() {
    m_log->commit();
    m_state = State::Stopped;
    m_wire.event("stopped", {{"reason", stopReasonName(m_debugger->reason())},
                             {"threadId", threadId(m_debugger->stoppedGo())},
                             {"allThreadsStopped", true},
                             {"hitBreakpointIds", m_debugger->hitBreakpoints()}});
}

void Engine::reportEnd(int exitCode) {
    m_log->finish();
    m_state = State::Ended;
    m_wire.event("exited", {{"exitCode", exitCode}});
    m_wire.event("terminated");
}

void Engine::end() {
    m_references.clear();
    m_hasRun = m_waits = m_held = false;
    if (m_log && m_state != State::Ended) m_log->finish();
    m_vm.reset();
    m_debugger.reset();
    m_log.reset();
    m_program.reset();
    m_state = State::Ended;
}

} // namespace unwind::session
