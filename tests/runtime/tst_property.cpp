// Laws on random programs: every registered deferred call ends as run or skipped with a cause, calls of a frame run last-in
// first-out, every runnable goroutine is in exactly one queue, statuses follow each other, runs repeat.
#include "support.h"

#include <QtTest>

#include <random>

using namespace unwind;
using namespace unwind::runtime;
using namespace unwind::runtime::test;

class TestProperty : public QObject {
    Q_OBJECT

private slots:
    void randomPrograms_data();
    void randomPrograms();
};

namespace {

/// Functions call only functions with larger numbers, so that every program ends.
struct RandomProgram {
    World& w;
    MiniVm vm;
    std::deque<Fn> fns;
    std::mt19937 rng;
    Hchan* c = nullptr;

    RandomProgram(World& world, unsigned seed) : w(world), vm(world), rng(seed) {
        constexpr size_t kFns = 14;
        fns.resize(kFns);
        for (size_t i = 0; i < kFns; ++i) fill(i);
    }
    unsigned pick(unsigned n) { return rng() % n; }
    void fill(size_t i) {
        auto later = [&]() -> const Fn& { return fns[i + 1 + pick(unsigned(fns.size() - i - 1))]; };
        bool leaf = i + 1 == fns.size();
        for (unsigned n = 1 + pick(5); n > 0; --n) {
            std::vector<Op>& ops = fns[i].ops;
            switch (pick(leaf ? 4 : 12)) {
            case 0: ops.push_back(recover()); break;
            case 1: ops.push_back(test::run([this] { w.s.gosched(); })); break;
            case 2: ops.push_back(pick(2) ? panic(pick(5)) : recoverPanicAgain()); break;
            case 3: ops.push_back(pick(3) ? test::run([this] { timeSleep(w.s, 1'000 + pick(20'000)); }) : doGoexit()); break;
            case 4:
            case 5:
            case 6: ops.push_back(defer(later())); break;
            case 7: ops.push_back(deferRecover()); break;
            case 8: ops.push_back(test::run([this, f = &later()] { vm.go(*f); })); break;
            case 9: ops.push_back(test::run([this] { w.work(2'000); })); break;
            default: ops.push_back(call(later())); break;
            }
        }
    }
    int go() { return vm.main(fns[0]); }
};

/// Follows the queues and statuses that a log tells of.
struct Checker {
    std::map<uint64_t, trace::GStatus> status;
    std::map<uint64_t, std::pair<int, size_t>> queued; // goroutine: queue, how often
    std::map<uint64_t, char> defers;                   // pushed, begun, ended, skipped
    std::map<uint64_t, uint64_t> frameOf;              // defer: depth
    std::map<uint64_t, std::vector<uint64_t>> pending; // goroutine: its defers, oldest first
    std::string fault;

    void check(bool ok, const trace::Event& e, const char* what) {
        if (!ok && fault.empty())
            fault = std::string(what) + " at " + std::to_string(e.seq) + " " + std::string(trace::kindName(e.kind));
    }
    void see(const trace::Event& e) {
        uint64_t a = e.args[0], b = e.args[1], c = e.args[2];
        switch (e.kind) {
        case Kind::GoStatus:
            check(status[a] == trace::GStatus(b), e, "status does not follow");
            status[a] = trace::GStatus(c);
            break;
        case Kind::RunqPut:
            check(status[b] == trace::GStatus::Grunnable, e, "queued though not runnable");
            check(!queued.contains(b), e, "in two queues");
            queued[b] = {int(a), 1};
            break;
        case Kind::RunqGet:
            check(queued.contains(b) && queued[b].first == int(a), e, "not in this queue");
            queued.erase(b);
            break;
        case Kind::GoStart:
            check(!queued.contains(a), e, "runs though queued");
            check(status[a] == trace::GStatus::Grunning, e, "started but not running");
            for (auto& [g, s] : status)
                check(s != trace::GStatus::Grunnable || queued.contains(g), e, "runnable but in no queue");
            break;
        case Kind::DeferPush:
            defers[a] = 'p';
            frameOf[a] = c;
            pending[e.go.value].push_back(a);
            break;
        case Kind::DeferBegin: {
            auto& list = pending[e.go.value];
            check(defers[a] == 'p', e, "begun twice");
            check(!list.empty() && list.back() == a, e, "not last in, first out");
            if (!list.empty()) list.pop_back();
            defers[a] = 'b';
            break;
        }
        case Kind::DeferEnd:
            check(defers[a] == 'b', e, "ended but not begun");
            defers[a] = 'e';
            break;
        case Kind::DeferSkip:
            check(defers[a] == 'p', e, "skipped but not pending");
            defers[a] = 's';
            break;
        case Kind::ProgramExit:
            for (auto& [id, state] : defers) check(state != 'p', e, "neither run nor skipped");
            break;
        default: break;
        }
    }
};

} // namespace

void TestProperty::randomPrograms_data() {
    QTest::addColumn<int>("procs");
    QTest::addColumn<int>("profile");
    for (int procs : {1, 4})
        for (int profile = 0; profile < 4; ++profile)
            QTest::addRow("procs %d profile %d", procs, profile) << procs << profile;
}

void TestProperty::randomPrograms() {
    QFETCH(int, procs);
    QFETCH(int, profile);
    unwind::profile::Profile rules;
    if (profile == 1) rules.recoverDuringGoexit = unwind::profile::RecoverDuringGoexit::Intercept;
    if (profile == 2) rules.recoverOutsideDeferred = unwind::profile::RecoverOutsideDeferred::RuntimeError;
    if (profile == 2) rules.goexitSurvivesRecover = unwind::profile::GoexitSurvivesRecover::No;
    if (profile == 3) rules.goexitRunsDefers = unwind::profile::GoexitRunsDefers::No;
    if (profile == 3) rules.goexitStatusPath = unwind::profile::GoexitStatusPath::ViaRunnable;
    std::map<int, int> codes;
    for (unsigned seed = 0; seed < 150; ++seed) {
        World w(procs, seed, rules), again(procs, seed, rules);
        RandomProgram program(w, seed), same(again, seed);
        ++codes[program.go()];
        same.go();
        QVERIFY2(w.sink.dump() == again.sink.dump(), qPrintable(QString("seed %1 does not repeat").arg(seed)));
        Checker checker;
        for (auto& e : w.sink.events) checker.see(e);
        QVERIFY2(checker.fault.empty(), qPrintable(QString("seed %1: %2").arg(seed).arg(checker.fault.c_str())));
    }
    QVERIFY(codes[0] > 0 && codes[2] > 0);
}

QTEST_APPLESS_MAIN(TestProperty)
#include "tst_property.moc"
