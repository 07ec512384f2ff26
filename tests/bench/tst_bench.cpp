// The benchmark of interception: its statistics, what it counts, and its JSON. How long anything takes is not tested here.
#ifndef Q_MOC_RUN
#include "bench/report.h"
#endif

#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace unwind;
using namespace unwind::bench;

namespace {

InterceptionOptions small() {
    InterceptionOptions options;
    options.warmUp = 2;
    options.repetitions = 7;
    options.turns = 3;
    options.goroutines = 50;
    return options;
}

QJsonObject parsed(const std::string& json) { return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object(); }

} // namespace

class TestBench : public QObject {
    Q_OBJECT

private slots:
    void summaries();
    void ratiosElementByElement();
    void everyGoexitIsHandledOrNot();
    void progressIsTold();
    void jsonHasTheFigures();
    void tableHasTheFigures();
    void collectionsAreCounted();
    void commandLine();
};

void TestBench::summaries() {
    const Summary s = summarise(std::vector<double>{2, 4, 4, 4, 5, 5, 7, 9});
    QCOMPARE(s.mean, 5.0);
    QVERIFY(qAbs(s.deviation - 2.13808993529940) < 1e-12); // of the sample: sqrt(32 / 7)
    QCOMPARE(s.median, 4.5);
    QCOMPARE(s.low, 2.0);
    QCOMPARE(s.high, 9.0);
    QCOMPARE(summarise(std::vector<double>{9, 1, 5}).median, 5.0);
    const Summary one = summarise(std::vector<double>{3});
    QCOMPARE(one.mean, 3.0);
    QCOMPARE(one.deviation, 0.0);
    QCOMPARE(summarise({}).mean, 0.0);
}

void TestBench::ratiosElementByElement() {
    QCOMPARE(ratios(std::vector<double>{2, 9, 1}, std::vector<double>{1, 3, 4}), (std::vector<double>{2, 3, 0.25}));
    QCOMPARE(ratios(std::vector<double>{2, 9}, std::vector<double>{4}), std::vector<double>{0.5});
}

void TestBench::everyGoexitIsHandledOrNot() {
    const InterceptionResult result = measureInterception(small());
    QCOMPARE(result.goexits, uint64_t{7 * 3 * 50});
    const auto& [none, hook, guard] = result.ways;
    QCOMPARE(none.handled, uint64_t{0});
    QCOMPARE(hook.handled, result.goexits);
    QCOMPARE(guard.handled, result.goexits);
    QCOMPARE(none.allocations, uint64_t{0});
    QCOMPARE(hook.allocations, result.goexits);
    QCOMPARE(guard.allocations, uint64_t{0});
    for (const WayResult& way : result.ways) {
        QCOMPARE(way.samples.size(), size_t{7});
        for (double sample : way.samples) QVERIFY(sample > 0);
    }
    QCOMPARE(none.ratio.low, 1.0);
    QCOMPARE(none.ratio.high, 1.0);
}

void TestBench::progressIsTold() {
    InterceptionOptions options = small();
    std::vector<size_t> told;
    options.progress = [&](size_t done, size_t all) {
        told.push_back(done);
        QCOMPARE(all, size_t{9});
    };
    measureInterception(options);
    QCOMPARE(told, (std::vector<size_t>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void TestBench::jsonHasTheFigures() {
    const InterceptionResult result = measureInterception(small());
    const QJsonObject json = parsed(interceptionJson(result));
    QCOMPARE(json["benchmark"].toString(), "interception");
    QCOMPARE(json["repetitions"].toInt(), 7);
    QCOMPARE(json["warmUp"].toInt(), 2);
    QCOMPARE(json["goexits"].toInteger(), qint64(result.goexits));
    const QJsonArray ways = json["mechanisms"].toArray();
    QCOMPARE(ways.size(), 3);
    const char* const names[] = {"none", "hook", "stackguard"};
    const double article[] = {8.2, 47.6, 12.9};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(ways[i]["name"].toString(), names[i]);
        QCOMPARE(ways[i]["article"]["mean"].toDouble(), article[i]);
        QCOMPARE(ways[i]["samples"].toArray().size(), 7);
        QVERIFY(qAbs(ways[i]["nanoseconds"]["mean"].toDouble() - result.ways[size_t(i)].time.mean) < 0.001);
        QVERIFY(qAbs(ways[i]["nanoseconds"]["deviation"].toDouble() - result.ways[size_t(i)].time.deviation) < 0.001);
        QVERIFY(qAbs(ways[i]["ratio"]["median"].toDouble() - result.ways[size_t(i)].ratio.median) < 0.001);
        QCOMPARE(ways[i]["allocations"].toInteger(), qint64(result.ways[size_t(i)].allocations));
        QCOMPARE(ways[i]["handled"].toInteger(), qint64(result.ways[size_t(i)].handled));
    }
}

void TestBench::tableHasTheFigures() {
    const InterceptionResult result = measureInterception(small());
    const QString table = QString::fromStdString(interceptionTable(result));
    for (const WayResult& way : result.ways)
        QVERIFY2(table.contains(QString::number(way.time.mean, 'f', 1)), qPrintable(table));
    QVERIFY(table.contains("47.6"));
}

// Records of hooks that have run are garbage: with enough of them the collector runs, and it is only the hooks' heap.
void TestBench::collectionsAreCounted() {
    InterceptionOptions options = small();
    options.turns = 400;
    options.goroutines = 120;
    const InterceptionResult result = measureInterception(options);
    QVERIFY(result.ways[1].collections > 0);
    QCOMPARE(result.ways[0].collections + result.ways[2].collections, uint64_t{0});
}

void TestBench::commandLine() {
    QProcess process;
    process.start(UNWIND_PROGRAM, {"bench", "interception", "--json", "--progress"});
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(json["mechanisms"].toArray().size(), 3);
    const QStringList progress = QString::fromUtf8(process.readAllStandardError()).trimmed().split('\n');
    const int all = json["repetitions"].toInt() + json["warmUp"].toInt();
    QCOMPARE(progress.size(), all);
    QCOMPARE(progress.last(), QString("%1 of %1").arg(all));
    process.start(UNWIND_PROGRAM, {"bench", "nothing"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("There is one benchmark"));
}

QTEST_APPLESS_MAIN(TestBench)
#include "tst_bench.moc"
