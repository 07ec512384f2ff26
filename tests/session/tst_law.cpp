// The law of the recording, on generated Go programs: folding the log to n = seeking to n from any keyframe = what the engine
// itself holds at n. The first is compared with the last at every event, while the program runs.
#ifndef Q_MOC_RUN // moc can not read <concepts>
#include "engineprobe.h"
#include "session/header.h"
#include "session/load.h"
#endif
#include "support/goprogram.h"

#include <QtTest>

using namespace unwind;
using state::Snapshot;
using unwind::test::EngineProbe;

namespace {

struct Case {
    uint64_t seed = 0;
    unsigned scale = 1;
    const char* profile = "go1.25";
    int procs = 4;
};

bytecode::Program compiled(uint64_t seed, unsigned scale) {
    auto built = session::build({{"generated.go", test::goProgram(seed, scale), false}});
    if (!built.ok())
        qFatal("seed %llu: %s", static_cast<unsigned long long>(seed), session::formatDiagnostics(built).c_str());
    return std::move(built.program);
}

/// Folds the log's own events from one snapshot on.
Snapshot foldedFrom(Snapshot from, const trace::LogReader& log, Seq to) {
    log.forEach(from.count, to, [&](const trace::Event& e) {
        state::fold(from, e);
        return true;
    });
    return from;
}

} // namespace

class TestLaw : public QObject {
    Q_OBJECT
private slots:
    void generatedPrograms_data();
    void generatedPrograms();
    void longPrograms_data();
    void longPrograms();

private:
    void check(const Case& c);
    size_t m_events = 0;
};

void TestLaw::check(const Case& c) {
    const bytecode::Program program = compiled(c.seed, c.scale);
    session::Options options;
    options.profile = c.profile;
    options.seed = c.seed;
    options.procs = c.procs;
    const auto profile = session::resolveProfile(options, "");
    QVERIFY(profile);
    auto log = trace::LogWriter::create({.budget = size_t{64} << 20}, session::makeHeader(program, *profile, options));
    QVERIFY(log);
    EngineProbe probe(**log, unsigned(c.seed), 100 * c.scale);
    {
        vm::Vm vm(program, {.profile = *profile, .seed = c.seed, .procs = c.procs, .sink = &probe});
        QVERIFY(vm.fault().empty());
        probe.attach(vm);
        vm.run();
    }
    (*log)->finish();
    QVERIFY2(probe.fault().empty(), qPrintable(QString("seed %1, %2: ").arg(c.seed).arg(c.profile) + probe.fault().c_str()));
    m_events += probe.compared;

    const auto reader = trace::LogReader::open((*log)->path());
    QVERIFY(reader);
    state::History history(**reader);
    QCOMPARE(history.extend(), (*log)->next());
    std::mt19937 random(unsigned(c.seed));
    const std::vector<Snapshot>& kept = probe.kept();
    for (size_t i = 0; i < kept.size(); ++i) {
        const Snapshot& wanted = kept[random() % kept.size()];
        QVERIFY2(history.at(wanted.count) == wanted, qPrintable(QString("seek to %1").arg(wanted.count)));
        const Snapshot& before = kept[random() % (i + 1)];
        QVERIFY(foldedFrom(before, **reader, kept[i].count) == kept[i]);
    }
    QVERIFY(kept.empty() || foldedFrom({}, **reader, kept.back().count) == kept.back());
}

void TestLaw::generatedPrograms_data() {
    QTest::addColumn<int>("first");
    for (int first = 0; first < 240; first += 40)
        QTest::addRow("seeds from %d", first) << first;
}

void TestLaw::generatedPrograms() {
    QFETCH(int, first);
    constexpr const char* kProfiles[] = {"go1.25", "go1.25", "go1.24", "article-1.25", "article-1.24"};
    constexpr int kProcs[] = {4, 1, 2};
    m_events = 0;
    for (int seed = first; seed < first + 40; ++seed) {
        check({uint64_t(seed), 1, kProfiles[seed % 5], kProcs[seed % 3]});
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_events > 20'000, qPrintable(QString("%1 events").arg(m_events)));
}

void TestLaw::longPrograms_data() {
    QTest::addColumn<uint64_t>("seed");
    for (uint64_t seed : {1001, 1002, 1003})
        QTest::addRow("seed %d", int(seed)) << seed;
}

/// Long enough for a history with several keyframes.
void TestLaw::longPrograms() {
    QFETCH(uint64_t, seed);
    m_events = 0;
    check({seed, 100});
    QVERIFY2(m_events > 25'000, qPrintable(QString("%1 events").arg(m_events)));
}

QTEST_APPLESS_MAIN(TestLaw)
#include "tst_law.moc"
