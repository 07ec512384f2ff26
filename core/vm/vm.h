// A Go program running: bytecode on the scheduler, with its heap. Made for one run from one Program; run() goes to the end or
// to the next pause and can be called again after a pause. While it is paused the goroutines' frames and variables can be read.
// Nothing here is thread-safe but requestStop().
#pragma once

#include "bytecode/program.h"
#include "profile/profile.h"
#include "trace/sink.h"
#include "vm/render.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::runtime {
class Sched;
struct G;
} // namespace unwind::runtime

namespace unwind::vm {

class Machine;

/// What a debugger is told of, at a safe point, with the goroutine's frames readable. It may call Vm::pause() inside; nothing
/// else of Vm that changes the run.
class DebugHook {
public:
    enum class Happening : uint8_t { Panic, RecoverNil, Goexit, GoCreate };
    virtual ~DebugHook();
    /// A statement is about to run.
    virtual void atStatement(runtime::G& g, uint64_t position, uint32_t depth);
    virtual void atCall(runtime::G& g, FuncId function, uint32_t depth);
    virtual void atReturn(runtime::G& g, FuncId function, uint32_t depth);
    virtual void atHappening(runtime::G& g, Happening what);
};

struct VmOptions {
    profile::Profile profile;
    uint64_t seed = 1;
    int procs = 4;
    size_t heapLimit = size_t{1} << 30;
    size_t stackLimit = size_t{256} << 20; ///< bytes of one goroutine's frames
    bool collectAlways = false;            ///< a collection at every allocation: for tests
    bool statementsInStd = false;          ///< statements of the standard library are recorded and stepped into too
    trace::Sink* sink = nullptr;
    DebugHook* hook = nullptr;
    std::function<void(int fd, std::string_view bytes)> write; ///< standard output (1) and error (2)
    std::vector<std::string> args;         ///< os.Args
    std::vector<std::pair<int, Time>> signals; ///< by number, each at its virtual time
    bool awaitSignals = false;             ///< run() answers Waiting instead of a deadlock when only a signal can help
};

struct Outcome {
    enum class Kind : uint8_t { Finished, Paused, Waiting };
    Kind kind{};
    int exitCode = 0;
};

/// One frame of a goroutine, for a call stack.
struct FrameView {
    FuncId function;
    std::string name;
    SourcePos pos;
    uint32_t depth = 0;
    bool isStd = false;
    bool isDeferredCall = false;
};

struct GoroutineView {
    GoId id;
    GoId parent;
    trace::GStatus status{};
    trace::WaitReason waitReason{};
    std::string name;  ///< of its first function
    SourcePos pos;     ///< of its innermost frame
};

class Vm {
public:
    /// Program must outlive the Vm. valid() tells whether it can run.
    Vm(const bytecode::Program& program, VmOptions options);
    ~Vm();
    Vm(const Vm&) = delete;
    Vm& operator=(const Vm&) = delete;

    /// Empty, or one sentence: why this program can not be run (a native that is missing, no main function).
    const std::string& fault() const;
    Outcome run();
    /// The run stops at the next safe point. From any thread or signal handler.
    void requestStop();
    /// Only inside a DebugHook's call: run() returns Paused; the call returns when run() is called again.
    void pause();
    /// A signal reaches the program now. Not while run() is at work.
    void sendSignal(int number);
    /// Whether the hook is told of statements, calls and returns; off, they cost nothing. On at first if there is a hook.
    void setHookActive(bool active);

    // Reading a paused program.
    std::vector<GoroutineView> goroutines() const;
    /// Innermost first. The compiler's wrappers are left out.
    std::vector<FrameView> frames(GoId go) const;
    /// Parameters, results and variables in scope of a frame.
    std::vector<Variable> locals(GoId go, uint32_t depth) const;
    std::vector<Variable> globals() const;
    std::vector<Variable> children(const Variable& variable) const;

    runtime::Sched& sched();
    Machine& machine() { return *m_machine; }

private:
    std::unique_ptr<Machine> m_machine;
};

} // namespace unwind::vm
