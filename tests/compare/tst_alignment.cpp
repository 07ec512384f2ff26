// One axis for two recordings: what must hold for any two, and what it looks like where two are known to part.
#ifndef Q_MOC_RUN // before Qt, whose keywords are names in the core
#include "compare/alignment.h"
#include "running.h"
#endif

#include <QtTest>

using namespace unwind;
using namespace unwind::compare;
using namespace unwind::test;

namespace {

/// A comparison of two goroutines' steps, given as letters; the events are numbered as they come.
Comparison ofLetters(const QString& a, const QString& b) {
    Comparison c;
    for (auto [course, letters] : {std::pair(&c.a, a), std::pair(&c.b, b)}) {
        Thread thread{1, GoId{1}, {}, true};
        for (qsizetype i = 0; i < letters.size(); ++i) thread.steps.push_back({letters[i].unicode(), Seq(i)});
        course->threadOf.emplace(1, 0);
        course->threads.push_back(std::move(thread));
    }
    return c;
}

/// Column by column what both sides do, '-' for nothing.
QStringList drawn(const Alignment& alignment, const QString& a, const QString& b) {
    QStringList rows;
    for (auto [side, letters] : {std::pair(Side::A, a), std::pair(Side::B, b)}) {
        QString row(qsizetype(alignment.columns()), '-');
        for (qsizetype i = 0; i < letters.size(); ++i) row[qsizetype(alignment.columnAfter(side, Seq(i) + 1)) - 1] = letters[i];
        rows << row;
    }
    return rows;
}

} // namespace

class TestAlignment : public QObject {
    Q_OBJECT

private slots:
    void letters_data();
    void letters();
    void shortestScripts();
    void goroutinesInAnotherOrder();
    void ofPrograms();
    void manyDifferences();
};

void TestAlignment::letters_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QStringList>("drawing");
    QTest::newRow("equal") << "abc" << "abc" << QStringList{"abc", "abc"};
    QTest::newRow("one more") << "abd" << "abcd" << QStringList{"ab-d", "abcd"};
    QTest::newRow("one less") << "abcd" << "abd" << QStringList{"abcd", "ab-d"};
    QTest::newRow("another") << "abc" << "axc" << QStringList{"ab-c", "a-xc"};
    QTest::newRow("ends early") << "abc" << "a" << QStringList{"abc", "a--"};
    QTest::newRow("middle kept") << "a12b34c" << "a2b4567c" << QStringList{"a12b34---c", "a-2b-4567c"};
    QTest::newRow("nothing") << "" << "ab" << QStringList{"--", "ab"};
}

void TestAlignment::letters() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QStringList, drawing);
    QCOMPARE(drawn(Alignment(ofLetters(a, b)), a, b), drawing);
}

// As many columns as a longest common subsequence leaves, found the slow way.
void TestAlignment::shortestScripts() {
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        QString texts[2];
        for (QString& text : texts)
            for (int i = random.bounded(14); i > 0; --i) text += QChar('a' + random.bounded(4));
        const auto n = size_t(texts[0].size()), m = size_t(texts[1].size());
        std::vector<std::vector<size_t>> common(n + 1, std::vector<size_t>(m + 1, 0));
        for (size_t i = 1; i <= n; ++i)
            for (size_t j = 1; j <= m; ++j)
                common[i][j] = texts[0][qsizetype(i) - 1] == texts[1][qsizetype(j) - 1] ? common[i - 1][j - 1] + 1
                                                                                    : std::max(common[i - 1][j], common[i][j - 1]);
        const Alignment alignment(ofLetters(texts[0], texts[1]));
        QVERIFY2(alignment.columns() == n + m - common[n][m], qPrintable(texts[0] + " " + texts[1]));
        for (Seq count = 1; count <= n; ++count) {
            const Seq other = alignment.partner(Side::A, count);
            QVERIFY(other <= m);
            const bool together = other && alignment.columnAfter(Side::B, other) == alignment.columnAfter(Side::A, count);
            if (together) QCOMPARE(texts[1][qsizetype(other) - 1], texts[0][qsizetype(count) - 1]);
        }
    }
}

// Two goroutines whose steps come in the other order: nobody is put on a column out of its own recording's order.
void TestAlignment::goroutinesInAnotherOrder() {
    Comparison c;
    for (Course* course : {&c.a, &c.b}) {
        const Seq first = course == &c.a ? 0 : 3, second = course == &c.a ? 3 : 0;
        for (uint64_t key : {1, 2}) {
            Thread thread{key, GoId{key}, {}, true};
            for (Seq i = 0; i < 3; ++i) thread.steps.push_back({key * 10 + i, (key == 1 ? first : second) + i});
            course->threadOf.emplace(key, course->threads.size());
            course->threads.push_back(thread);
        }
    }
    const Alignment alignment(c);
    for (Side side : {Side::A, Side::B})
        for (Seq count = 1; count <= 6; ++count) QVERIFY(alignment.columnAfter(side, count) > alignment.columnAfter(side, count - 1));
    QCOMPARE(alignment.columns(), size_t{9});
    // The cursor still goes to the very same step.
    for (Seq count = 1; count <= 6; ++count) QCOMPARE(alignment.partner(Side::A, count), count <= 3 ? count + 3 : count - 3);
}

void TestAlignment::ofPrograms() {
    const std::string source = "package main\n\nimport (\n\t\"fmt\"\n\t\"runtime\"\n)\n\nfunc main() {\n\tdone := make(chan bool)\n\tgo func() {\n"
                               "\t\tdefer close(done)\n\t\tdefer func() { fmt.Println(recover() != nil) }()\n\t\truntime.Goexit()\n\t}()\n"
                               "\t<-done\n\tfmt.Println(\"end\")\n}\n";
    const auto a = recorded(source, {}), b = recorded(source, {"article-1.25", {"process-exit=direct"}});
    const Comparison comparison = compare::compare(*a, *b);
    const Alignment alignment(comparison);
    QVERIFY(alignment.divergence());
    QCOMPARE(double(*alignment.divergence()) + 1, alignment.columnAfter(Side::A, comparison.divergence.a.seq + 1));
    // Up to the divergence everything stands together.
    for (Seq count = 0; count <= comparison.divergence.a.seq; ++count) {
        QCOMPARE(alignment.columnAfter(Side::A, count), alignment.columnAfter(Side::B, count));
    }
    // Both end with main's last line and together.
    QCOMPARE(alignment.columnAfter(Side::A, a->size()), double(alignment.columns()));
    QCOMPARE(alignment.columnAfter(Side::B, b->size()), double(alignment.columns()));
    QCOMPARE(alignment.partner(Side::A, a->size()), b->size());
    // Gaps and own steps together fill the axis.
    for (Side side : {Side::A, Side::B}) {
        size_t gap = 0, steps = 0;
        for (const auto& [from, to] : alignment.gaps(side)) gap += to - from;
        for (const Thread& thread : (side == Side::A ? comparison.a : comparison.b).threads) steps += thread.steps.size();
        QCOMPARE(gap + steps, alignment.columns());
        QVERIFY(gap > 0);
    }
}

// Past the bound on edits the middle stays unmatched, but its ends are, and it does not take for ever.
void TestAlignment::manyDifferences() {
    QString a("x"), b("x");
    for (int i = 0; i < 20000; ++i) a += QChar(0x1000 + i % 500), b += QChar(0x3000 + i % 500);
    a += "yz";
    b += "yz";
    const Alignment alignment(ofLetters(a, b));
    QCOMPARE(alignment.columns(), size_t(1 + 20000 + 20000 + 2));
    QCOMPARE(alignment.partner(Side::A, Seq(a.size())), Seq(b.size()));
}

QTEST_APPLESS_MAIN(TestAlignment)
#include "tst_alignment.moc"
