// Decides where a running program stops: breakpoints by line, single steps, one event of the machinery, a pause.
// Fed by the VM's hook; holds no program state of its own beyond what the step began with.
#pragma once

#include "vm/vm.h"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace unwind::session {

struct Breakpoint {
    int id = 0;
    uint32_t line = 0;          ///< where it took effect
    std::string path;
};

enum class StopReason : uint8_t { Entry, Step, Breakpoint, Pause };
/// The word the protocol has for it.
const char* stopReasonName(StopReason reason);

class Debugger : public vm::DebugHook {
public:
    /// The program whose lines breakpoints are set on; it must outlive this.
    explicit Debugger(const bytecode::Program& program);

    /// The program's run, which this pauses.
    void attach(vm::Vm& vm) { m_vm = &vm; }

    /// Replaces the breakpoints of a file. A line without a statement moves to the next that has one; the answer has an
    /// entry for each asked line, with line 0 where none follows.
    std::vector<Breakpoint> setBreakpoints(const std::string& path, const std::vector<uint32_t>& lines);

    enum class Step : uint8_t { Continue, Into, Over, Out, Event };
    /// How to go on. go and depth are where the program stands now. Steps into the standard library stop there only if
    /// stepIntoStd. Event stops as soon as eventCount() has grown.
    void resume(Step step, GoId go, uint32_t depth);
    void stopAtEntry() { m_entry = true; }
    bool stepIntoStd = false;
    std::function<Seq()> eventCount; ///< the log's length

    /// Whether the hook has stopped the program since the last call.
    bool takeStop() { return std::exchange(m_stopped, false); }
    StopReason reason() const { return m_reason; }
    const std::vector<int>& hitBreakpoints() const { return m_hit; }
    GoId stoppedGo() const { return m_go; }
    uint32_t stoppedDepth() const { return m_depth; }
    /// For a stop that the hook did not make: the person asked for it.
    void paused(GoId go, uint32_t depth);

    void atStatement(runtime::G& g, uint64_t position, uint32_t depth) override;
    void atHappening(runtime::G& g, Happening what) override;

private:
    bool stepEnds(GoId go, uint32_t depth, bool isStd) const;
    void stop(StopReason reason, GoId go, uint32_t depth);

    const bytecode::Program& m_program;
    vm::Vm* m_vm = nullptr;
    std::unordered_map<uint64_t, int> m_lines; ///< file << 32 | line → breakpoint id
    int m_nextId = 0;
    Step m_step = Step::Continue;
    bool m_entry = false;
    bool m_stopped = false;
    GoId m_stepGo;
    uint32_t m_stepDepth = 0;
    Seq m_stepFrom = 0;
    StopReason m_reason = StopReason::Entry;
    std::vector<int> m_hit;
    GoId m_go;
    uint32_t m_depth = 0;
};

} // namespace unwind::session
