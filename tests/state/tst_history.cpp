#include "state/timeline.h"
#include "support/randomlog.h"

#include <QtTest>

using namespace unwind;
using namespace unwind::state;
using trace::Event;
using trace::Kind;
using unwind::test::LogBuilder;
using unwind::test::RandomLog;

namespace {

struct Statement {
    Seq seq;
    GoId go;
    int depth;
};

/// Every statement of a user file with its frame's index, found the slow way.
std::vector<Statement> statements(const trace::LogReader& log) {
    std::vector<Statement> all;
    Snapshot s;
    log.forEach(0, log.size(), [&](const Event& e) {
        fold(s, e);
        if (e.kind == Kind::Stmt && e.args[0] >> 32 == 1)
            all.push_back({e.seq, e.go, int(s.find(e.go)->frames.size()) - 1});
        return true;
    });
    return all;
}

bool matches(const Statement& s, GoId go, int maxDepth) {
    return !go || (s.go == go && (maxDepth < 0 || s.depth <= maxDepth));
}

void checkLane(const std::vector<Span>& spans) {
    for (size_t i = 0; i < spans.size(); ++i) {
        QVERIFY(spans[i].start <= spans[i].end);
        QVERIFY(spans[i].state != LaneState::None);
        if (i)
            QVERIFY(spans[i - 1].end <= spans[i].start);
    }
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void seekIsFold_data();
    void seekIsFold();
    void extendInSlices();
    void lanesFollowStates();
    void lanesOfRandomLogs();
    void marks();
    void queueDepth();
    void output();
    void timeAndSeq();
    void stepByStatement();
    void statementsOfRandomLogs();
    void gapOfLateReader();
    void gapOfFollowingReader();
    void manyGoroutines();
};

void TestHistory::seekIsFold_data() {
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<Seq>("count");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("short %u", seed) << seed << Seq(3000);
    QTest::addRow("long") << 7u << Seq(150'000);
}

/// The law: fold to n directly = seek to n from a keyframe, in any order of seeks.
void TestHistory::seekIsFold() {
    QFETCH(unsigned, seed);
    QFETCH(Seq, count);
    LogBuilder b;
    RandomLog(b, seed).run(count);
    const trace::LogReader& log = b.log();
    History history(log);
    QCOMPARE(history.extend(), log.size());
    std::mt19937 random(seed);
    std::vector<Seq> points{0, 1, log.size() - 1, log.size()};
    for (int i = 0; i < 60; ++i)
        points.push_back(random() % log.size());
    for (Seq keyframe : {32768, 65536, 98304}) {
        for (Seq at = keyframe - 1; at <= keyframe + 1 && at < log.size(); ++at)
            points.push_back(at);
    }
    std::vector<std::pair<Seq, Snapshot>> direct;
    std::vector<Seq> sorted = points;
    std::sort(sorted.begin(), sorted.end());
    Snapshot s;
    for (Seq point : sorted) {
        log.forEach(s.count, point, [&](const Event& e) {
            fold(s, e);
            return true;
        });
        direct.emplace_back(point, s);
    }
    const auto expected = [&](Seq point) -> const Snapshot& {
        return std::find_if(direct.begin(), direct.end(), [&](const auto& d) { return d.first == point; })->second;
    };
    for (Seq point : points) {
        const Snapshot sought = history.at(point);
        QCOMPARE(sought.count, point);
        QVERIFY2(sought == expected(point), qPrintable(QString("at %1").arg(point)));
    }
    for (Seq point : sorted)
        QVERIFY(history.at(point) == expected(point));
    QVERIFY(history.at(~Seq{0}) == expected(log.size()));
}

void TestHistory::extendInSlices() {
    LogBuilder b;
    RandomLog make(b, 3);
    make.run(1000);
    History sliced(b.log());
    QCOMPARE(sliced.extend(10), Seq(10));
    QCOMPARE(sliced.size(), Seq(10));
    for (Seq n = 1000; n <= 20'000; n += 1000) {
        make.run(n);
        b.log();
        sliced.extend(777);
    }
    while (sliced.size() < b.log().size())
        sliced.extend(5000);
    History whole(b.log());
    whole.extend();
    QVERIFY(sliced.at(12'345) == whole.at(12'345));
    QVERIFY(sliced.at(sliced.size()) == whole.at(whole.size()));
    QCOMPARE(sliced.goroutineLanes().size(), whole.goroutineLanes().size());
    for (size_t i = 0; i < whole.goroutineLanes().size(); ++i) {
        QVERIFY(sliced.goroutineLanes()[i].spans == whole.goroutineLanes()[i].spans);
    }
    for (size_t i = 0; i < whole.processorLanes().size(); ++i) {
        QVERIFY(sliced.processorLanes()[i].spans == whole.processorLanes()[i].spans);
    }
    QCOMPARE(sliced.marks().size(), whole.marks().size());
    QCOMPARE(sliced.queueDepth().size(), whole.queueDepth().size());
    QVERIFY(sliced.output() == whole.output());
}

void TestHistory::lanesFollowStates() {
    LogBuilder b;
    b.time(0).create(1).status(1, GStatus::Gidle, GStatus::Grunnable); // runnable at 10
    b.time(100).status(1, GStatus::Grunnable, GStatus::Grunning).event(Kind::GoStart, {1}).go(1);
    b.time(200).call(1, 0).deferPush(1, 0);
    b.time(300).panic(1, "x");
    b.time(400).deferBegin(1, DeferWhy::Panic, 1).call(3, 1);
    b.time(500).recover(RecoverVerdict::Recovered, 1);
    b.time(600).event(Kind::GoBlock, {uint64_t(WaitReason::Sleep), 0}).status(1, GStatus::Grunning, GStatus::Gwaiting);
    b.time(700).go(0).status(1, GStatus::Gwaiting, GStatus::Grunnable);
    b.time(800).status(1, GStatus::Grunnable, GStatus::Grunning).event(Kind::GoStart, {1}).go(1);
    b.time(900).goexit(2);
    b.time(1000).event(Kind::GoexitEnd, {2}).time(1000).status(1, GStatus::Grunning, GStatus::Gdead);
    b.time(1020).event(Kind::GoDestroy, {});
    b.time(2000).stmt(1);
    History history(b.log());
    history.extend();
    QCOMPARE(history.goroutineLanes().size(), size_t(1));
    std::string text;
    for (const Span& s : history.goroutineLanes()[0].spans)
        text += std::to_string(s.start) + ":" + std::to_string(int(s.state)) + " ";
    QCOMPARE(QString::fromStdString(text), QString("10:2 100:1 300:5 500:1 610:4 700:2 800:1 900:6 1000:7 "));
    checkLane(history.goroutineLanes()[0].spans);
    const auto& p = history.processorLanes();
    QCOMPARE(p.size(), size_t(1));
    text.clear();
    for (const Span& s : p[0].spans) {
        text += std::to_string(s.start) + "-" + std::to_string(s.end) + ":" + std::to_string(int(s.state)) + " ";
        QCOMPARE(s.go, GoId{1});
    }
    QCOMPARE(QString::fromStdString(text), QString("110-300:1 300-500:5 500-600:1 810-900:1 900-1000:6 1000-1020:1 "));
}

void TestHistory::lanesOfRandomLogs() {
    for (unsigned seed = 1; seed < 5; ++seed) {
        LogBuilder b;
        RandomLog(b, seed).run(8000);
        History history(b.log());
        history.extend();
        QCOMPARE(history.goroutineLanes().size(), history.at(history.size()).goroutines.size());
        for (const Lane& lane : history.goroutineLanes()) {
            checkLane(lane.spans);
            const GStatus status = history.at(history.size()).find(lane.go)->status;
            if (status == GStatus::Gdead) {
                QVERIFY(lane.spans.back().state == LaneState::Dead);
            } else {
                QCOMPARE(lane.spans.back().end, b.log().endTime());
            }
        }
        QCOMPARE(history.processorLanes().size(), size_t(3));
        for (const Lane& lane : history.processorLanes())
            checkLane(lane.spans);
    }
}

void TestHistory::marks() {
    LogBuilder b;
    b.running(1).create(2).deferPush(1, 0).panic(1, "x").deferBegin(1, DeferWhy::Panic, 1);
    b.recover(RecoverVerdict::NotDirect, 1).recover(RecoverVerdict::Recovered, 1).goexit(2);
    b.event(Kind::GoexitIntercepted, {2, 1, 0, 0}).event(Kind::Fatal, {b.text("x")}).event(Kind::GoUnblock, {2});
    b.proc(1).go(0).event(Kind::RunqSteal, {0, 2}).event(Kind::GoUnblock, {2});
    History history(b.log());
    history.extend();
    std::vector<MarkKind> kinds;
    for (const Mark& m : history.marks())
        kinds.push_back(m.kind);
    QVERIFY((kinds == std::vector{MarkKind::GoCreate, MarkKind::DeferPush, MarkKind::PanicBegin, MarkKind::DeferBegin,
                                  MarkKind::RecoverNil, MarkKind::Recovered, MarkKind::GoexitBegin,
                                  MarkKind::GoexitIntercepted, MarkKind::Fatal, MarkKind::Unblock, MarkKind::Steal}));
    QCOMPARE(history.marks()[0].go, GoId{1});
    QCOMPARE(history.marks()[0].other, GoId{2});
    QCOMPARE(history.marks().back().proc, ProcId{1});
    QCOMPARE(history.marks().back().otherProc, ProcId{0});
}

void TestHistory::queueDepth() {
    LogBuilder b;
    b.event(Kind::RunqPut, {0, 1, uint64_t(QueuePlace::RunNext)})
        .event(Kind::RunqPut, {0, 2, uint64_t(QueuePlace::RingTail)});
    b.event(Kind::RunqPut, {0, 3, uint64_t(QueuePlace::GlobalTail)})
        .event(Kind::RunqGet, {0, 1, uint64_t(QueuePlace::RunNext)});
    History history(b.log());
    history.extend();
    std::vector<uint32_t> depths;
    for (const DepthSample& d : history.queueDepth())
        depths.push_back(d.depth);
    QCOMPARE(depths, (std::vector<uint32_t>{1, 2, 3, 2}));
}

void TestHistory::output() {
    LogBuilder b;
    b.go(1).output("one\n").stmt(1).output("two\n", 2);
    History history(b.log());
    history.extend();
    QCOMPARE(history.output().size(), size_t(2));
    QCOMPARE(history.output()[1].fd, uint8_t(2));
    QCOMPARE(history.output()[1].seq, Seq(2));
    QCOMPARE(b.log().string(history.output()[1].text), std::string_view("two\n"));
}

void TestHistory::timeAndSeq() {
    LogBuilder b;
    RandomLog(b, 9).run(20'000);
    History history(b.log());
    QCOMPARE(history.seqAt(0), Seq(0));
    history.extend();
    for (Seq seq = 0; seq < history.size(); seq += 997) {
        const Time time = history.timeAt(seq);
        QCOMPARE(time, b.log().at(seq).time);
        const Seq found = history.seqAt(time);
        QVERIFY(found <= seq);
        QCOMPARE(history.timeAt(found), time);
        if (found > 0)
            QVERIFY(history.timeAt(found - 1) < time);
    }
    QCOMPARE(history.seqAt(b.log().endTime() + 1), history.size());
    QCOMPARE(history.timeAt(history.size()), b.log().endTime());
}

void TestHistory::stepByStatement() {
    LogBuilder b;
    b.running(1).call(1, 0).stmt(4); // 6 …
    const Seq first = b.writer().next() - 1;
    b.call(4, 1, 4).stmt(9, 2).ret(4, 1); // the standard library: not stepped into
    b.call(2, 1, 4).stmt(11);
    const Seq inner = b.writer().next() - 1;
    b.go(2).stmt(30);
    const Seq other = b.writer().next() - 1;
    b.go(1).ret(2, 1).stmt(5);
    const Seq last = b.writer().next() - 1;
    History h(b.log());
    h.extend();
    QCOMPARE(h.nextStatement(kNoSeq, GoId{1}, -1), first);
    QCOMPARE(h.nextStatement(first, GoId{1}, -1), inner);
    QCOMPARE(h.nextStatement(first, GoId{1}, 0), last);
    QCOMPARE(h.nextStatement(inner, GoId{1}, -1), last);
    QCOMPARE(h.nextStatement(inner, GoId{}, 0), other);
    QCOMPARE(h.nextStatement(last, GoId{1}, -1), kNoSeq);
    QCOMPARE(h.previousStatement(h.size(), GoId{1}, -1), last);
    QCOMPARE(h.previousStatement(last, GoId{1}, -1), inner);
    QCOMPARE(h.previousStatement(last, GoId{1}, 0), first);
    QCOMPARE(h.previousStatement(last, GoId{}, 0), other);
    QCOMPARE(h.previousStatement(first, GoId{1}, -1), kNoSeq);
    QCOMPARE(h.nextStatement(0, GoId{77}, -1), kNoSeq);
}

void TestHistory::statementsOfRandomLogs() {
    LogBuilder b;
    RandomLog(b, 21).run(60'000);
    const trace::LogReader& log = b.log();
    History history(log);
    history.extend();
    const std::vector<Statement> all = statements(log);
    std::mt19937 random(4);
    for (int i = 0; i < 300; ++i) {
        const Seq from = random() % log.size();
        const GoId go{random() % 40};
        const int maxDepth = int(random() % 6) - 1;
        const auto fits = [&](const Statement& s) { return matches(s, go, maxDepth); };
        const auto next =
            std::find_if(all.begin(), all.end(), [&](const Statement& s) { return s.seq > from && fits(s); });
        QCOMPARE(history.nextStatement(from, go, maxDepth), next == all.end() ? kNoSeq : next->seq);
        const auto previous =
            std::find_if(all.rbegin(), all.rend(), [&](const Statement& s) { return s.seq < from && fits(s); });
        QCOMPARE(history.previousStatement(from, go, maxDepth), previous == all.rend() ? kNoSeq : previous->seq);
    }
}

void TestHistory::gapOfLateReader() {
    LogBuilder b({.budget = 512 << 10});
    RandomLog(b, 5).run(400'000);
    const trace::LogReader& log = b.log();
    QCOMPARE(log.gaps().size(), size_t(1));
    const trace::Gap gap = log.gaps()[0];
    History history(log);
    QCOMPARE(history.extend(), log.size());
    const Snapshot before = history.at(gap.from), within = history.at(gap.from + 10), behind = history.at(gap.to + 1);
    QVERIFY(!before.afterGap);
    QCOMPARE(within.count, gap.from);
    QVERIFY(behind.afterGap);
    QCOMPARE(behind.count, gap.to + 1);
    QVERIFY(history.at(log.size()).afterGap);
    QVERIFY(history.nextStatement(gap.from, GoId{}, -1) >= gap.to);
    QVERIFY(history.previousStatement(gap.to, GoId{}, -1) < gap.from);
}

void TestHistory::gapOfFollowingReader() {
    LogBuilder b({.budget = 512 << 10});
    RandomLog make(b, 6);
    History history(b.log());
    for (Seq n = 1000; n <= 400'000; n += 1000) {
        make.run(n);
        b.log();
        history.extend();
    }
    QVERIFY(b.log().dropped() > 0);
    const Snapshot head = history.at(history.size());
    QVERIFY(!head.afterGap); // it saw everything, and knows it for good
    QCOMPARE(head.count, history.size());
    history.at(b.log().gaps()[0].from + 5);
    for (const Lane& lane : history.goroutineLanes())
        checkLane(lane.spans);
}

void TestHistory::manyGoroutines() {
    LogBuilder b;
    for (uint64_t g = 1; g <= 60'000; ++g) {
        b.go(1).create(g).status(g, GStatus::Gidle, GStatus::Grunnable);
        b.event(Kind::RunqPut, {0, g, uint64_t(QueuePlace::GlobalTail)});
    }
    for (uint64_t g = 1; g <= 60'000; ++g)
        b.event(Kind::RunqGet, {0, g, uint64_t(QueuePlace::GlobalHead)});
    History history(b.log());
    history.extend();
    QCOMPARE(history.at(90'000).goroutines.size(), size_t(30'000));
    QCOMPARE(history.at(180'000).globalQueue.size(), size_t(60'000));
    QVERIFY(history.at(240'000).globalQueue.empty());
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
