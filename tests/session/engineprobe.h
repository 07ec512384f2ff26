// A sink that looks at the engine while it records: at every event it folds the event into a snapshot of its own and compares
// that with what scheduler and VM really hold. Tests only; the engine knows nothing of it.
//
// A change that takes several steps is told when it is done, with three exceptions, where one fact is not compared:
//   a goroutine that gives up its P (GoBlock, GoStop, GoDestroy, then its GoStatus): its P still has it,
//   an M that begins to run a P (ProcStart): that it spins is told next,
//   a frame that is left (Return, FrameDiscard): it is still there.
#pragma once

#include "state/timeline.h"
#include "trace/log.h"
#include "vm/vm.h"

#include <random>
#include <set>
#include <string>
#include <vector>

namespace unwind::test {

class EngineProbe : public trace::Sink {
public:
    /// keep: about one snapshot in so many events is kept.
    EngineProbe(trace::LogWriter& log, unsigned seed, unsigned keep) : m_log(log), m_random(seed), m_keep(keep) {}
    void attach(vm::Vm& vm) { m_vm = &vm; }

    uint64_t intern(std::string_view text) override { return m_log.intern(text); }
    void emit(trace::Kind kind, Time time, ProcId proc, GoId go, std::initializer_list<uint64_t> args) override;
    Seq next() const override { return m_log.next(); }

    /// The first thing fold and engine disagree about, or empty.
    const std::string& fault() const { return m_fault; }
    const std::vector<state::Snapshot>& kept() const { return m_kept; }
    size_t compared = 0; ///< events

private:
    std::string difference(const trace::Event& e);

    trace::LogWriter& m_log;
    std::mt19937 m_random;
    unsigned m_keep;
    vm::Vm* m_vm = nullptr;
    state::Snapshot m_now;
    std::vector<state::Snapshot> m_kept;
    std::string m_fault;
};

} // namespace unwind::test
