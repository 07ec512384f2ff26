// Ways through states against the fold: what was taken how often up to any position, and in which state that ends.
#include "state/paths.h"
#include "state/timeline.h"
#include "support/randomlog.h"

#include <QtTest>

#include <map>

using namespace unwind;
using namespace unwind::state;
using trace::Event;
using trace::Kind;
using trace::RecordKind;
using trace::StopReason;
using unwind::test::LogBuilder;
using unwind::test::RandomLog;

namespace {

using Counts = std::map<std::pair<uint8_t, uint8_t>, uint32_t>;

Counts countsOf(const std::vector<Taken>& taken) {
    Counts counts;
    for (const Taken& t : taken) counts[{t.from, t.to}] = t.count;
    return counts;
}

LogBuilder& enter(LogBuilder& b, const char* machine, const char* state, const char* cause) {
    const std::string attributes = std::string("{\"state\":\"") + state + "\",\"cause\":\"" + cause + "\"}";
    return b.event(Kind::Record, {uint64_t(RecordKind::State), b.text(machine), b.text(attributes), 0});
}

} // namespace

class TestPaths : public QObject {
    Q_OBJECT

private slots:
    void pathIsFold_data();
    void pathIsFold();
    void manyStepsOfOneGoroutine();
    void causes();
    void machines();
};

void TestPaths::pathIsFold_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed) QTest::addRow("seed %u", seed) << seed;
}

/// Law: at every event, the path's last step leads to the status that the fold has, and what was taken is what was seen.
void TestPaths::pathIsFold() {
    QFETCH(unsigned, seed);
    LogBuilder b;
    RandomLog(b, seed).run(6000);
    History history(b.log());
    history.extend();
    Snapshot s;
    std::map<GoId, Counts> seen;
    b.log().forEach(0, b.log().size(), [&](const Event& e) {
        fold(s, e);
        if (e.kind == Kind::GoStatus) ++seen[GoId{e.args[0]}][{uint8_t(e.args[1]), uint8_t(e.args[2])}];
        for (const auto& [go, counts] : seen) {
            const Path* path = history.path(go);
            if (!path) qFatal("no path of G%llu", static_cast<unsigned long long>(go.value));
            const size_t steps = path->stepsAt(s.count);
            const std::vector<Taken> taken = path->taken(steps);
            const PathStep& last = path->steps()[steps - 1];
            const bool right = last.to == uint8_t(s.find(go)->status) && last.time == s.find(go)->statusSince && countsOf(taken) == counts;
            if (!right) qFatal("G%llu differs at %llu", static_cast<unsigned long long>(go.value), static_cast<unsigned long long>(s.count));
            for (const Taken& t : taken)
                if (path->lastBefore(s.count, t.from, t.to) != path->steps()[t.last].seq) qFatal("another step was the last one");
        }
        return true;
    });
    QVERIFY(seen.size() > 3);
    QVERIFY(!history.path(GoId{9999}));
}

/// More steps than lie between two sums.
void TestPaths::manyStepsOfOneGoroutine() {
    Path path;
    Counts counts;
    for (uint32_t i = 0; i < 5000; ++i) {
        const PathStep step{.seq = 2 * i, .from = uint8_t(i % 3), .to = uint8_t(i % 7 == 0 ? 5 : (i + 1) % 3)};
        path.add(step);
        ++counts[{step.from, step.to}];
        if (i % 97 == 0 || i % 1024 < 2 || i % 1024 == 1023) QCOMPARE(countsOf(path.taken(path.stepsAt(2 * i + 1))), counts);
    }
    QCOMPARE(countsOf(path.taken(~size_t{0})), counts);
    QCOMPARE(path.stepsAt(0), size_t{0});
    QVERIFY(path.taken(0).empty());
    QCOMPARE(path.lastBefore(0, 0, 1), kNoSeq);
    QCOMPARE(path.lastBefore(9000, 0, 5), Seq(2 * 4494)); // 4494 = 0 mod 3 and 7
}

void TestPaths::causes() {
    LogBuilder b;
    b.go(1).proc(0).create(2).status(2, GStatus::Gidle, GStatus::Grunnable);
    b.go(0).proc(3).status(2, GStatus::Grunnable, GStatus::Grunning).event(Kind::GoStart, {2});
    b.go(2).event(Kind::GoStop, {uint64_t(StopReason::Preempted)}).status(2, GStatus::Grunning, GStatus::Grunnable);
    b.go(0).status(2, GStatus::Grunnable, GStatus::Grunning).event(Kind::GoStart, {2});
    b.go(2).event(Kind::GoBlock, {uint64_t(WaitReason::ChanReceive), 1}).status(2, GStatus::Grunning, GStatus::Gwaiting);
    b.go(1).event(Kind::GoUnblock, {2}).status(2, GStatus::Gwaiting, GStatus::Grunnable);
    b.go(0).status(2, GStatus::Grunnable, GStatus::Grunning).event(Kind::GoStart, {2});
    b.go(2).event(Kind::GoexitBegin, {1, LogBuilder::at(1), 0}).event(Kind::GoexitEnd, {1}).event(Kind::GoDestroy, {});
    b.status(2, GStatus::Grunning, GStatus::Grunnable).event(Kind::RuntimeStep, {uint64_t(trace::StepName::Dropg), 2, 0});
    b.go(0).status(2, GStatus::Grunnable, GStatus::Gdead);
    History history(b.log());
    history.extend();
    std::vector<StepCause> causes;
    const Path* path = history.path(GoId{2});
    QVERIFY(path);
    for (const PathStep& step : path->steps()) causes.push_back(step.cause);
    QCOMPARE(causes, (std::vector{StepCause::Created, StepCause::Scheduled, StepCause::Preempted, StepCause::Scheduled, StepCause::Parked,
                                  StepCause::Woken, StepCause::Scheduled, StepCause::Goexit, StepCause::Inner, StepCause::TakenDead}));
    QCOMPARE(path->steps()[0].who, 1u);
    QCOMPARE(path->steps()[1].who, 3u);
    QCOMPARE(path->steps()[4].what, uint32_t(WaitReason::ChanReceive));
    QCOMPARE(path->steps()[5].who, 1u);
    QCOMPARE(countsOf(path->taken(~size_t{0})).size(), size_t{6}); // the inner step leads nowhere
}

void TestPaths::machines() {
    LogBuilder b;
    b.go(2).proc(0);
    enter(b, "worker", "Running", "go statement");
    enter(b, "server", "open", "");
    enter(b, "worker", "Paused", "no tasks");
    enter(b, "worker", "Running", "a task");
    b.go(1);
    enter(b, "worker", "Stopped", "no tasks");
    History history(b.log());
    history.extend();
    QCOMPARE(history.machines().size(), size_t{2});
    const StateMachine& worker = history.machines()[0];
    QCOMPARE(worker.name, std::string("worker"));
    QCOMPARE(worker.states, (std::vector<std::string>{"Running", "Paused", "Stopped"}));
    QCOMPARE(worker.causes, (std::vector<std::string>{"go statement", "no tasks", "a task"}));
    QCOMPARE(countsOf(worker.path.taken(worker.path.stepsAt(4))), (Counts{{{kNoState, 0}, 1}, {{0, 1}, 1}, {{1, 0}, 1}}));
    const PathStep& last = worker.path.steps().back();
    QCOMPARE(last.who, 1u);
    QCOMPARE(worker.causes[last.what], std::string("no tasks"));
    QCOMPARE(history.machines()[1].path.steps().size(), size_t{1});
}

QTEST_APPLESS_MAIN(TestPaths)
#include "tst_paths.moc"
