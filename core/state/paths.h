// Ways through states: each goroutine's through the runtime's statuses, with the cause of each change, and those that the
// program tells of its own parts (unwind/states). Collected by History while it folds, so that what was taken how often up to
// any position is found without a look at the log.
#pragma once

#include "state/snapshot.h"
#include "trace/log.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace unwind::state {

inline constexpr uint8_t kNoState = 0xff;
inline constexpr size_t kMaxStates = 64; ///< of a machine; unwind/states allows fewer

/// Why a goroutine changed its status, and what PathStep::who and what are then.
enum class StepCause : uint8_t {
    Unknown,    ///< the event before, which tells, was dropped
    Created,    ///< who: the goroutine with the go statement; none for main
    Scheduled,  ///< who: the P
    Parked,     ///< what: WaitReason
    Woken,      ///< who: the goroutine that made it ready; none: the scheduler did
    Yielded,    ///< runtime.Gosched
    Preempted,  ///< its time slice was over
    Syscall,    ///< it enters a system call
    SyscallEnd, ///< it is back from it
    Goexit,     ///< it ends because of runtime.Goexit
    Returned,   ///< it ends because its function returned
    TakenDead,  ///< a profile's path of Goexit: it was taken from a run queue only to be dead
    Inner,      ///< a step of the runtime that changes no status; what: trace::StepName, who: its value
    Reported    ///< a machine's: who: the goroutine that told it, what: number of its text in StateMachine::causes
};

struct PathStep {
    Seq seq = 0;
    Time time = 0;
    uint32_t who = 0;
    uint32_t what = 0;
    uint8_t from = kNoState; ///< kNoState: it was in none yet
    uint8_t to = kNoState;   ///< a GStatus, or a number into StateMachine::states; kNoState of an inner step
    StepCause cause{};
    bool operator==(const PathStep&) const = default;
};

/// How often the same change was made, and the number of the last such step.
struct Taken {
    uint8_t from = kNoState, to = kNoState;
    uint32_t count = 0;
    size_t last = 0;
    bool operator==(const Taken&) const = default;
};

class Path {
public:
    void add(const PathStep& step);
    const std::vector<PathStep>& steps() const { return m_steps; }
    /// How many of the steps have happened after `count` events.
    size_t stepsAt(Seq count) const;
    /// The changes among the first `steps` steps, each once, as they were first made.
    std::vector<Taken> taken(size_t steps) const;
    /// The last step from → to whose event comes before `seq`; kNoSeq when there is none.
    Seq lastBefore(Seq seq, uint8_t from, uint8_t to) const;

private:
    static void count(std::vector<Taken>& taken, const PathStep& step, size_t index);
    std::vector<PathStep> m_steps;
    std::vector<std::vector<Taken>> m_sums; ///< taken(), every so many steps
    std::vector<Taken> m_taken;             ///< of all steps
};

/// A part of the program that reports its states.
struct StateMachine {
    std::string name;
    std::vector<std::string> states; ///< as they were first entered
    std::vector<std::string> causes;
    Path path;
};

/// Inside History.
class PathIndex {
public:
    explicit PathIndex(const trace::LogReader& log) : m_log(log) {}
    /// Takes in one event; after is the snapshot it led to.
    void add(const trace::Event& event, const Snapshot& after);

    std::unordered_map<GoId, Path> goroutines;
    std::vector<StateMachine> machines; ///< as they first told of themselves

private:
    PathStep changed(const trace::Event& event, const Snapshot& after) const;
    void reported(const trace::Event& event);

    const trace::LogReader& m_log;
    Seq m_stopSeq = kNoSeq; ///< the last GoStop, and its reason
    trace::StopReason m_stopReason{};
    std::unordered_map<std::string, size_t> m_machineOf;
    std::vector<std::unordered_map<std::string, uint32_t>> m_causeOf; ///< by machine
};

} // namespace unwind::state
