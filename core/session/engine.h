// The debug adapter: one program, driven by DAP requests on a wire, until it is disconnected. Single-threaded: while the
// program runs, a byte on the wire raises SIGIO, the slice ends, and the request is answered.
// Beyond DAP: request unwind/stepEvent; unwind/signal {signal: "SIGTERM"} sends one now; unwind/hold {hold: true} lets the
// program wait until {hold: false}, for a client that has to read what was recorded first; arguments of launch: profile,
// rules, seed, procs, args, signals, detail, logPath, logBudget, heapLimit (MiB), stopOnEntry, stepIntoStd, source (text in
// place of the file's); events unwind/log {path} before the first event is recorded, unwind/diagnostics {diagnostics} when
// the program does not compile or vet warns (it runs all the same).
#pragma once

#include "session/dap.h"
#include "session/debugger.h"
#include "session/options.h"
#include "trace/log.h"
#include "vm/vm.h"

#include <map>
#include <memory>
#include <optional>

namespace unwind::session {

class Engine {
public:
    explicit Engine(DapWire wire);
    ~Engine();
    /// Serves requests until disconnect or the wire's end. Returns the process's exit code.
    int serve();

private:
    enum class State : uint8_t { Idle, Launched, Running, Stopped, Ended };

    void handle(const Json& request);
    void initialize(const Json& request);
    void launch(const Json& request);
    void configurationDone(const Json& request);
    void setBreakpoints(const Json& request);
    void threads(const Json& request);
    void stackTrace(const Json& request);
    void scopes(const Json& request);
    void variables(const Json& request);
    void resume(const Json& request, Debugger::Step step);
    void pause(const Json& request);
    void sendSignal(const Json& request);
    void hold(const Json& request);
    void restart(const Json& request);
    void terminate(const Json& request);
    void disconnect(const Json& request);

    /// Compiles and makes the VM ready. Sends the diagnostics and fails with a sentence when it can not.
    Status prepare(const Json& arguments);
    vm::VmOptions vmOptions(const Options& options, const profile::Profile& profile, trace::Sink& sink);
    void runProgram();
    void reportStop();
    void reportEnd(int exitCode);
    void end();

    DapWire m_wire;
    State m_state = State::Idle;
    bool m_quit = false;
    bool m_hasRun = false; ///< since the launch or restart
    bool m_waits = false;  ///< running, but only a signal can make something run
    bool m_held = false;   ///< running, but the client asked it to wait
    Json m_launchArguments;
    std::map<std::string, std::vector<uint32_t>> m_breakpoints; ///< asked for, by path; set again after a restart
    // Destroyed in reverse: the VM refers to all before it.
    std::unique_ptr<bytecode::Program> m_program;
    std::unique_ptr<trace::LogWriter> m_log;
    std::unique_ptr<Debugger> m_debugger;
    std::unique_ptr<vm::Vm> m_vm;
    /// What a variablesReference stands for; ids are index + 1, valid until the program goes on.
    struct Reference {
        GoId go;
        uint32_t depth = 0;
        std::optional<vm::Variable> parent; ///< absent: the frame's variables
    };
    std::vector<Reference> m_references;
};

} // namespace unwind::session
