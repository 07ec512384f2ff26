#include "state/paths.h"

#include "trace/observability.h"

#include <algorithm>

namespace unwind::state {

using trace::Event;
using trace::Kind;
using trace::StopReason;

namespace {

constexpr size_t kSumSpacing = 1024; ///< steps between two sums

bool endsByGoexit(const Goroutine& g) {
    return std::any_of(g.panics.begin(), g.panics.end(),
                       [](const Panic& p) { return p.goexit && p.state == PanicState::Done; });
}

} // namespace

void Path::count(std::vector<Taken>& taken, const PathStep& step, size_t index) {
    auto it = std::find_if(taken.begin(), taken.end(), [&](const Taken& t) { return t.from == step.from && t.to == step.to; });
    if (it == taken.end()) it = taken.insert(it, Taken{.from = step.from, .to = step.to});
    ++it->count;
    it->last = index;
}

void Path::add(const PathStep& step) {
    if (step.to != kNoState) count(m_taken, step, m_steps.size());
    m_steps.push_back(step);
    if (m_steps.size() % kSumSpacing == 0) m_sums.push_back(m_taken);
}

size_t Path::stepsAt(Seq count) const {
    return size_t(std::partition_point(m_steps.begin(), m_steps.end(), [&](const PathStep& s) { return s.seq < count; }) -
                  m_steps.begin());
}

std::vector<Taken> Path::taken(size_t steps) const {
    steps = std::min(steps, m_steps.size());
    const size_t sums = steps / kSumSpacing;
    std::vector<Taken> sum = sums > 0 ? m_sums[sums - 1] : std::vector<Taken>();
    for (size_t i = sums * kSumSpacing; i < steps; ++i)
        if (m_steps[i].to != kNoState) count(sum, m_steps[i], i);
    return sum;
}

Seq Path::lastBefore(Seq seq, uint8_t from, uint8_t to) const {
    for (size_t i = stepsAt(seq); i > 0; --i)
        if (const PathStep& step = m_steps[i - 1]; step.from == from && step.to == to) return step.seq;
    return kNoSeq;
}

void PathIndex::add(const Event& e, const Snapshot& after) {
    switch (e.kind) {
    case Kind::GoStatus:
        if (e.args[0] && e.args[2] <= uint64_t(GStatus::Gdead)) goroutines[GoId{e.args[0]}].add(changed(e, after));
        break;
    case Kind::GoStop:
        m_stopSeq = e.seq;
        m_stopReason = StopReason(e.args[0]);
        break;
    case Kind::RuntimeStep:
        if (e.args[1])
            goroutines[GoId{e.args[1]}].add({.seq = e.seq, .time = e.time, .who = uint32_t(e.args[2]), .what = uint32_t(e.args[0]), .cause = StepCause::Inner});
        break;
    case Kind::Record:
        if (trace::RecordKind(e.args[0]) == trace::RecordKind::State) reported(e);
        break;
    default: break;
    }
}

// The runtime tells the cause in the event just before, or it stands in what the events so far have led to.
PathStep PathIndex::changed(const Event& e, const Snapshot& after) const {
    const auto from = GStatus(e.args[1]), to = GStatus(e.args[2]);
    const Goroutine* g = after.find(GoId{e.args[0]});
    PathStep step{.seq = e.seq, .time = e.time, .from = uint8_t(from), .to = uint8_t(to)};
    const auto because = [&](StepCause cause, uint64_t who = 0, uint64_t what = 0) {
        step.cause = cause;
        step.who = uint32_t(who);
        step.what = uint32_t(what);
        return step;
    };
    switch (to) {
    case GStatus::Grunning: return because(StepCause::Scheduled, uint64_t(e.proc.value));
    case GStatus::Gwaiting: return because(StepCause::Parked, 0, uint64_t(g->wait));
    case GStatus::Gsyscall: return because(StepCause::Syscall);
    case GStatus::Gdead:
        if (from == GStatus::Grunnable) return because(StepCause::TakenDead);
        return because(endsByGoexit(*g) ? StepCause::Goexit : StepCause::Returned);
    default: break;
    }
    if (from == GStatus::Gidle) return because(StepCause::Created, e.go.value);
    if (from == GStatus::Gwaiting) return because(StepCause::Woken, e.go.value);
    if (from == GStatus::Gsyscall) return because(StepCause::SyscallEnd);
    if (g->ended != kNoSeq) return because(StepCause::Goexit);
    if (m_stopSeq + 1 != e.seq) return because(StepCause::Unknown);
    return because(m_stopReason == StopReason::Preempted ? StepCause::Preempted : StepCause::Yielded);
}

void PathIndex::reported(const Event& e) {
    const trace::StateChange change = trace::stateChange(m_log, e);
    const auto [at, fresh] = m_machineOf.try_emplace(change.machine, machines.size());
    if (fresh) {
        machines.push_back({.name = change.machine});
        m_causeOf.emplace_back();
    }
    StateMachine& machine = machines[at->second];
    auto state = std::find(machine.states.begin(), machine.states.end(), change.state);
    if (state == machine.states.end()) {
        if (machine.states.size() == kMaxStates) return;
        state = machine.states.insert(state, change.state);
    }
    const auto [cause, unheard] = m_causeOf[at->second].try_emplace(change.cause, uint32_t(machine.causes.size()));
    if (unheard) machine.causes.push_back(change.cause);
    const auto& steps = machine.path.steps();
    machine.path.add({.seq = e.seq, .time = e.time, .who = uint32_t(e.go.value), .what = cause->second,
                      .from = steps.empty() ? kNoState : steps.back().to, .to = uint8_t(state - machine.states.begin()),
                      .cause = StepCause::Reported});
}

} // namespace unwind::state
