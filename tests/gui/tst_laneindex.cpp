// The level-of-detail index against a plain walk over all spans.
#include "widgets/timeline/laneindex.h"

#include <QtTest>
#include <random>

using namespace unwind;
using state::LaneState;
using state::Span;
using widgets::LaneIndex;
using widgets::LaneRun;
using widgets::PixelScale;

namespace {

std::vector<Span> randomSpans(std::mt19937& random, int count, bool gaps) {
    std::vector<Span> spans;
    Time at = Time(random() % 50);
    for (int i = 0; i < count; ++i) {
        Span span;
        span.start = at;
        span.end = at + 1 + Time(random() % 40);
        span.state = random() % 200 == 0 ? LaneState::Panicking : LaneState(1 + random() % 4);
        spans.push_back(span);
        at = span.end + (gaps && random() % 4 == 0 ? Time(random() % 60) : 0);
    }
    return spans;
}

bool overlaps(const Span& span, double from, double to) { return double(span.start) < to && double(span.end) > from; }

} // namespace

class TestLaneIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coversWhatIsThere();
    void neverHidesPanics();
    void growsWithTheSpans();
    void oneSpanIsOneRun();
};

void TestLaneIndex::coversWhatIsThere() {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        const auto spans = randomSpans(random, 1 + int(random() % 900), round % 2);
        LaneIndex index;
        index.update(spans);
        const double length = double(spans.back().end);
        PixelScale scale{length * 0.8 * double(random() % 100) / 100, length / 300 * (0.01 + double(random() % 300) / 100), 300};
        std::vector<int> covered(size_t(scale.width), 0);
        int last = 0;
        for (const LaneRun& run : index.rasterise(spans, scale)) {
            QVERIFY(run.x0 >= last && run.x1 > run.x0 && run.x1 <= scale.width);
            last = run.x1;
            for (int x = run.x0; x < run.x1; ++x) covered[size_t(x)] = 1;
            if (run.index != LaneRun::kMixed) QCOMPARE(run.state, spans[run.index].state);
        }
        for (int x = 0; x < scale.width; ++x) {
            const double from = scale.timeOf(x), to = scale.timeOf(x + 1);
            const bool there = std::any_of(spans.begin(), spans.end(), [&](const Span& s) { return overlaps(s, from + 1e-6, to - 1e-6); });
            if (there) QVERIFY2(covered[size_t(x)], qPrintable(QString::number(x)));
        }
    }
}

void TestLaneIndex::neverHidesPanics() {
    std::mt19937 random(11);
    const auto spans = randomSpans(random, 20000, false);
    LaneIndex index;
    index.update(spans);
    const PixelScale scale{0, double(spans.back().end) / 400, 400};
    std::vector<LaneState> shown(400, LaneState::None);
    for (const LaneRun& run : index.rasterise(spans, scale))
        for (int x = run.x0; x < run.x1; ++x) shown[size_t(x)] = run.state;
    for (const Span& span : spans) {
        if (span.state != LaneState::Panicking) continue;
        const size_t x = std::min<size_t>(399, size_t(scale.xOf(span.start)));
        QVERIFY(shown[x] == LaneState::Panicking || (x > 0 && shown[x - 1] == LaneState::Panicking));
    }
}

void TestLaneIndex::growsWithTheSpans() {
    std::mt19937 random(3);
    const auto all = randomSpans(random, 3000, true);
    LaneIndex grown, whole;
    for (size_t n = 1; n <= all.size(); n += 1 + random() % 50) grown.update({all.data(), n});
    grown.update(all);
    whole.update(all);
    const PixelScale scale{0, double(all.back().end) / 500, 500};
    QVERIFY(grown.rasterise(all, scale) == whole.rasterise(all, scale));
}

void TestLaneIndex::oneSpanIsOneRun() {
    const std::vector<Span> spans{{.start = 100, .end = 900, .state = LaneState::Running}};
    LaneIndex index;
    index.update(spans);
    const auto runs = index.rasterise(spans, {0, 10, 100});
    QCOMPARE(runs.size(), size_t(1));
    QCOMPARE(runs[0].x0, 10);
    QCOMPARE(runs[0].x1, 90);
    QCOMPARE(runs[0].index, 0u);
    QVERIFY(index.rasterise({}, {0, 10, 100}).empty());
}

QTEST_APPLESS_MAIN(TestLaneIndex)
#include "tst_laneindex.moc"
