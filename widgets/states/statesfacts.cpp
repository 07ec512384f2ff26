#include "widgets/states/statesfacts.h"

#include "widgets/common/text.h"

#include <algorithm>

namespace unwind::widgets {

using state::GStatus;
using state::PathStep;
using state::StepCause;
using trace::StepName;

namespace {

constexpr int kStatuses = int(GStatus::Gdead) + 1;

/// What released Go's runtime may do; what a profile does beyond appears when it is done.
constexpr std::pair<GStatus, GStatus> kPossible[] = {
    {GStatus::Gidle, GStatus::Grunnable},    {GStatus::Grunnable, GStatus::Grunning}, {GStatus::Grunning, GStatus::Grunnable},
    {GStatus::Grunning, GStatus::Gwaiting},  {GStatus::Gwaiting, GStatus::Grunnable}, {GStatus::Grunning, GStatus::Gsyscall},
    {GStatus::Gsyscall, GStatus::Grunnable}, {GStatus::Grunning, GStatus::Gdead},
};

Token tokenOf(GStatus status) {
    switch (status) {
    case GStatus::Grunnable: return Token::Runnable;
    case GStatus::Grunning: return Token::Running;
    case GStatus::Gsyscall: return Token::Sleeping;
    case GStatus::Gwaiting: return Token::Waiting;
    default: return Token::Dead;
    }
}

QString innerName(const PathStep& step) {
    switch (StepName(step.what)) {
    case StepName::Dropg: return QStringLiteral("dropg");
    case StepName::Schedule: return QStringLiteral("schedule");
    case StepName::StoreExiting: return QStringLiteral("exiting = %1").arg(step.who);
    case StepName::StoreExitCode: return QStringLiteral("exitCode = %1").arg(step.who);
    case StepName::SignalNotifyExit: return QStringLiteral("signalNotifyExit");
    case StepName::LoadExiting: return QStringLiteral("exiting == %1").arg(step.who);
    case StepName::ParkUnlock: return QStringLiteral("unlock");
    case StepName::ReadyTooEarly: return QStringLiteral("goready");
    case StepName::PanicwrapHook: return QStringLiteral("panicwrap");
    case StepName::StopForExit:
    case StepName::MainMExits: break;
    }
    return QStringLiteral("exit");
}

QString innerCause(const PathStep& step) {
    switch (StepName(step.what)) {
    case StepName::Dropg: return StatesFacts::tr("the M gives it up");
    case StepName::Schedule: return StatesFacts::tr("the P looks for another goroutine");
    case StepName::StoreExiting:
    case StepName::StoreExitCode: return QStringLiteral("os.Exit");
    case StepName::SignalNotifyExit: return StatesFacts::tr("SIGTERM goes to the main M");
    case StepName::LoadExiting: return StatesFacts::tr("read before it parks");
    case StepName::StopForExit: return StatesFacts::tr("it stops for good: the process is exiting");
    case StepName::ParkUnlock: return StatesFacts::tr("the lock is released, the status not stored yet");
    case StepName::ReadyTooEarly: return StatesFacts::tr("too early: the status not stored yet");
    case StepName::PanicwrapHook: return StatesFacts::tr("frames of package reflect left out: %1").arg(step.who);
    case StepName::MainMExits: break;
    }
    return {};
}

QString causeText(const PathStep& step) {
    const QString who = goName(GoId{step.who});
    switch (step.cause) {
    case StepCause::Created: return step.who ? StatesFacts::tr("go statement of %1").arg(who) : StatesFacts::tr("the program starts");
    case StepCause::Scheduled: return StatesFacts::tr("scheduled on %1").arg(procName(ProcId{int32_t(step.who)}));
    case StepCause::Parked: return fromUtf8(trace::waitReasonText(state::WaitReason(step.what)));
    case StepCause::Woken:
        return step.who ? StatesFacts::tr("made ready by %1").arg(who) : StatesFacts::tr("made ready by the scheduler");
    case StepCause::Yielded: return QStringLiteral("runtime.Gosched");
    case StepCause::Preempted: return StatesFacts::tr("its time slice is over");
    case StepCause::Syscall: return StatesFacts::tr("system call");
    case StepCause::SyscallEnd: return StatesFacts::tr("back from the system call");
    case StepCause::Goexit: return QStringLiteral("runtime.Goexit");
    case StepCause::Returned: return StatesFacts::tr("its function returned");
    case StepCause::TakenDead: return StatesFacts::tr("taken from a run queue, to be dead");
    case StepCause::Inner: return innerCause(step);
    case StepCause::Reported:
    case StepCause::Unknown: break;
    }
    return {};
}

/// A change that is not among those made so far.
void addPossible(StatesFacts& facts, int from, int to) {
    const auto same = [&](const StatesFacts::Change& c) { return c.from == from && c.to == to; };
    if (std::none_of(facts.changes.begin(), facts.changes.end(), same)) facts.changes.append({from, to});
}

int stateOf(uint8_t number) { return number == state::kNoState ? -1 : number; }

/// The changes made up to the cursor and the rows of the last of them. word: a step's cause.
template <class Word>
void addSteps(StatesFacts& facts, const state::Path& path, Seq count, size_t maxRows, Word&& word) {
    facts.steps = path.stepsAt(count);
    const std::vector<state::Taken> made = path.taken(facts.steps);
    const auto newest = std::max_element(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.last < b.last; });
    if (newest != made.end()) facts.current = newest->to;
    for (const state::Taken& taken : made) {
        const PathStep& last = path.steps()[taken.last];
        facts.changes.append({stateOf(taken.from), taken.to, taken.count, last.seq + 1, taken.last == newest->last, word(last)});
        if (taken.from != state::kNoState) facts.states[taken.from].entered = true;
        facts.states[taken.to].entered = true;
    }
    for (size_t i = facts.steps; i > 0 && facts.steps - i < maxRows; --i) {
        const PathStep& step = path.steps()[i - 1];
        const QString change = step.cause == StepCause::Inner ? innerName(step) : facts.changeText(stateOf(step.from), step.to);
        facts.rows.append({step.seq + 1, step.time, change, word(step)});
    }
}

const state::StateMachine* find(const state::History& history, const QString& name) {
    const auto& all = history.machines();
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& m) { return fromUtf8(m.name) == name; });
    return it == all.end() ? nullptr : &*it;
}

} // namespace

StatesFacts StatesFacts::ofGoroutine(const Cursor& cursor, GoId go, size_t maxRows) {
    StatesFacts facts;
    facts.go = go;
    for (int status = 0; status < kStatuses; ++status)
        facts.states.append({fromUtf8(trace::statusText(GStatus(status))), tokenOf(GStatus(status)), false});
    if (!cursor.recording()) return facts;
    cursor.recording()->read([&](const state::History& history) {
        if (const state::Path* path = history.path(go)) addSteps(facts, *path, cursor.count(), maxRows, causeText);
    });
    for (const auto& [from, to] : kPossible) addPossible(facts, int(from), int(to));
    const state::Goroutine* goroutine = cursor.snapshot().find(go);
    if (goroutine && facts.current == int(goroutine->status)) facts.states[facts.current].token = widgets::tokenOf(*goroutine);
    return facts;
}

StatesFacts StatesFacts::ofMachine(const Cursor& cursor, const QString& machine, size_t maxRows) {
    StatesFacts facts;
    facts.machine = machine;
    if (!cursor.recording()) return facts;
    cursor.recording()->read([&](const state::History& history) {
        const state::StateMachine* found = find(history, machine);
        if (!found) return;
        for (const std::string& name : found->states) facts.states.append({fromUtf8(name), Token::Recovered, false});
        addSteps(facts, found->path, cursor.count(), maxRows,
                 [&](const PathStep& step) { return fromUtf8(found->causes[step.what]); });
        for (const state::Taken& later : found->path.taken(found->path.steps().size())) addPossible(facts, stateOf(later.from), later.to);
    });
    return facts;
}

QStringList StatesFacts::machines(const Cursor& cursor) {
    QStringList names;
    if (cursor.recording())
        cursor.recording()->read([&](const state::History& history) {
            for (const state::StateMachine& machine : history.machines()) names << fromUtf8(machine.name);
        });
    return names;
}

Seq StatesFacts::timeBefore(const Cursor& cursor, Seq at, const Change& change) const {
    const auto from = change.from < 0 ? state::kNoState : uint8_t(change.from);
    return cursor.recording()->read([&](const state::History& history) {
        const state::StateMachine* found = isMachine() ? find(history, machine) : nullptr;
        const state::Path* path = found ? &found->path : history.path(go);
        return path && at > 0 ? path->lastBefore(at - 1, from, uint8_t(change.to)) + 1 : 0; // kNoSeq + 1 is 0
    });
}

QString StatesFacts::changeText(int from, int to) const {
    return (from < 0 ? QString() : states[from].name + QLatin1Char(' ')) + QStringLiteral("→ ") + states[to].name;
}

QString StatesFacts::text() const {
    QStringList lines;
    lines << (current < 0 ? tr("in no state yet") : tr("now %1").arg(states[current].name));
    for (const Change& change : changes)
        if (change.count > 0)
            lines << QStringLiteral("%1 ×%2").arg(changeText(change.from, change.to)).arg(change.count);
    for (const Row& row : rows)
        lines << QStringLiteral("#%1 %2 %3").arg(row.at).arg(row.change, row.cause.isEmpty() ? QString() : tr("(%1)").arg(row.cause)).trimmed();
    return lines.join(QLatin1Char('\n'));
}

} // namespace unwind::widgets
