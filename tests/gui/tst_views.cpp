// Every view's model at every position of the synthetic recording, under Qt's model tester, and as text where it matters.
#include "app/window/theme.h"
#include "gui/syntheticlog.h"
#include "widgets/callstack/callstackmodel.h"
#include "widgets/common/sentences.h"
#include "widgets/common/stepping.h"
#include "widgets/deferstack/defercards.h"
#include "widgets/events/eventsmodel.h"
#include "widgets/goroutines/goroutinesmodel.h"
#include "widgets/notrun/notrundock.h"
#include "widgets/output/outputmodel.h"
#include "widgets/panicchain/paniccards.h"
#include "widgets/scheduler/schedulerlayout.h"
#include "widgets/variables/variablesmodel.h"
#include "widgets/verdict/verdictdock.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace unwind;
using namespace unwind::widgets;

namespace {

QString dump(const QAbstractItemModel& model) {
    QStringList rows;
    for (int r = 0; r < model.rowCount(); ++r) {
        QStringList cells;
        for (int c = 0; c < model.columnCount(); ++c) cells << model.index(r, c).data().toString();
        rows << cells.join(QLatin1Char('|'));
    }
    return rows.join(QLatin1Char('\n'));
}

QString dump(const QList<Card>& cards) {
    QStringList lines;
    for (const Card& card : cards) lines << cardText(card);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void modelsFollowEveryStep();
    void defersDuringGoexit();
    void panicIsRecovered();
    void everyRecoverHasItsCard();
    void notRunStandsThereAtTheEnd();
    void goroutinesTellTheirState();
    void schedulerPlacesEveryToken();
    void outputKnowsItsEvents();
    void stepsGoBothWays();
    void explanationsAreWhole();
    void variablesFetchChildren();

private:
    Seq after(trace::Kind kind, GoId go, int times = 1) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Cursor> m_cursor;
};

void TestViews::initTestCase() {
    app::applyLanguage(QStringLiteral("en"));
    const QString path = m_folder.filePath(QStringLiteral("synthetic.unwind"));
    const Seq count = test::writeSyntheticLog(path);
    auto recording = Recording::open(path);
    QVERIFY(recording);
    m_recording = std::move(*recording);
    m_recording->catchUp();
    QCOMPARE(m_recording->size(), count);
    QVERIFY(m_recording->finished());
    m_cursor = std::make_unique<Cursor>();
    m_cursor->setRecording(m_recording.get());
}

// The position just after the n-th event of a kind on a goroutine.
Seq TestViews::after(trace::Kind kind, GoId go, int times) const {
    Seq found = 0;
    m_recording->log().forEach(0, m_recording->size(), [&](const trace::Event& e) {
        if (e.kind == kind && e.go == go && --times == 0) found = e.seq + 1;
        return found == 0;
    });
    return found;
}

void TestViews::modelsFollowEveryStep() {
    GoroutinesModel goroutines(m_cursor.get());
    CallStackModel callStack(m_cursor.get());
    EventsModel events(m_cursor.get());
    CardModel defers, panics;
    QList<QAbstractItemModelTester*> testers;
    for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{&goroutines, &callStack, &events, &defers, &panics})
        testers << new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
    events.reset();
    QCOMPARE(events.rowCount(), int(m_recording->size()));
    auto visit = [&](Seq count) {
        m_cursor->moveTo(count);
        goroutines.refresh();
        callStack.refresh();
        defers.setCards(DeferCards::of(m_recording->log(), m_cursor->snapshot(), m_cursor->goroutine()));
        panics.setCards(PanicCards::of(m_recording->log(), m_cursor->snapshot(), m_cursor->goroutine()));
        return dump(goroutines) + dump(callStack) + dump(defers) + dump(panics);
    };
    m_cursor->moveTo(0);
    QStringList forward;
    for (Seq n = 0; n <= m_recording->size(); ++n) {
        forward << visit(n);
        QVERIFY(m_cursor->snapshot() == m_recording->at(n)); // one fold forward is the same as a seek
    }
    // Backwards shows the same, up to which goroutine is selected, which forward and back choose from the same event.
    for (Seq n = m_recording->size(); n > 0; --n) QCOMPARE(visit(n), forward[qsizetype(n)]);
}

void TestViews::defersDuringGoexit() {
    m_cursor->moveTo(after(trace::Kind::RecoverCall, GoId{7}));
    QCOMPARE(dump(DeferCards::of(m_recording->log(), m_cursor->snapshot(), GoId{7})),
             QStringLiteral("▶ RUNNING | worker.func1 | () | :14 | running because of runtime.Goexit · recover() at line 15 returned nil\n"
                            "PENDING | cleanup | (\"db\") | :13 | runs next · arguments evaluated at line 13\n"
                            "PENDING | sync.(*WaitGroup).Done | (0xc000010010) | :12 | runs after that · arguments evaluated at line 12\n"
                            "deferred by worker, now at line 18"));
    QCOMPARE(dump(PanicCards::of(m_recording->log(), m_cursor->snapshot(), GoId{7})),
             QStringLiteral("UNWINDING | runtime.Goexit | :18 | not a panic: nothing to recover · 1 deferred call begun"));
}

void TestViews::panicIsRecovered() {
    m_cursor->moveTo(after(trace::Kind::PanicBegin, GoId{8}));
    QVERIFY(dump(PanicCards::of(m_recording->log(), m_cursor->snapshot(), GoId{8})).startsWith(QStringLiteral("UNWINDING | panic(\"boom\") | :27")));
    QCOMPARE(tokenOf(*m_cursor->snapshot().find(GoId{8})), Token::Panicking);
    m_cursor->moveTo(after(trace::Kind::PanicRecovered, GoId{8}));
    const QString cards = dump(PanicCards::of(m_recording->log(), m_cursor->snapshot(), GoId{8}));
    QVERIFY2(cards.startsWith(QStringLiteral("✓ RECOVERED | panic(\"boom\") | :27 | control resumes in fails, :28")), qPrintable(cards));
    QCOMPARE(tokenOf(*m_cursor->snapshot().find(GoId{8})), Token::Running);
}

void TestViews::everyRecoverHasItsCard() {
    VerdictDock dock(m_cursor.get());
    dock.show();
    m_cursor->moveTo(after(trace::Kind::RecoverCall, GoId{7}) - 1);
    QVERIFY(dock.text().isEmpty());
    m_cursor->moveTo(after(trace::Kind::RecoverCall, GoId{7}));
    QCOMPARE(dock.text(), QStringLiteral("called by: main.worker.func1, directly; it is a deferred function, stored by main.worker\n"
                                         "runs because of: runtime.Goexit\n"
                                         "panic in progress: no\n"
                                         "Goexit in progress: yes\n"
                                         "already recovered: no\n"
                                         "returns: nil\n"
                                         "control resumes: nowhere new: main.worker.func1 goes on behind goexit-vs-panic.go:15\n"
                                         "rule: see recover-during-goexit=nil · runtime/panic.go, gorecover"));
    m_cursor->moveTo(after(trace::Kind::RecoverCall, GoId{8}));
    QVERIFY2(dock.text().contains(QStringLiteral("returns: the value \"boom\"\n"
                                                 "control resumes: when main.fails.func1 is done: main.fails returns to its caller, "
                                                 "at goexit-vs-panic.go:28\n")), qPrintable(dock.text()));
    m_cursor->moveTo(m_recording->size()); // it stays until the next one
    QVERIFY(dock.text().contains(QStringLiteral("boom")));
    QTest::mouseClick(dock.findChild<QWidget*>(QStringLiteral("verdictCanvas")), Qt::LeftButton);
    QCOMPARE(m_cursor->count(), after(trace::Kind::RecoverCall, GoId{8}));
}

void TestViews::notRunStandsThereAtTheEnd() {
    NotRunDock dock(m_cursor.get());
    dock.show();
    QAbstractItemModelTester tester(const_cast<CardModel*>(dock.model()), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(dump(dock.model()->cards()), QStringLiteral(""));
}

void TestViews::goroutinesTellTheirState() {
    GoroutinesModel model(m_cursor.get());
    m_cursor->moveTo(after(trace::Kind::GoexitBegin, GoId{7}));
    model.refresh();
    QCOMPARE(dump(model), QStringLiteral("W|G1|main.main|:35|sync.WaitGroup.Wait|0|\n"
                                         "X|G7|main.worker|:18|running on P0 · Goexit|3|G1\n"
                                         "R|G8|main.fails||running on P1|0|G1").replace(QStringLiteral("main.main"), QStringLiteral("main"))
                              .replace(QStringLiteral("main.worker"), QStringLiteral("worker"))
                              .replace(QStringLiteral("main.fails"), QStringLiteral("fails")));
    QCOMPARE(model.live(), 3);
    QCOMPARE(model.unwinding(), 1);
}

void TestViews::schedulerPlacesEveryToken() {
    for (Seq n = 0; n <= m_recording->size(); ++n) {
        m_cursor->moveTo(n);
        const SchedulerPicture picture = SchedulerLayout::of(m_cursor->snapshot(), 420);
        size_t expected = 0;
        for (const auto& p : m_cursor->snapshot().processors) expected += bool(p.running) + bool(p.runnext) + p.ring.size();
        expected += m_cursor->snapshot().globalQueue.size();
        for (const auto& [id, g] : m_cursor->snapshot().goroutines) expected += g.status == state::GStatus::Gwaiting;
        QCOMPARE(size_t(picture.tokens.size()), expected);
        for (int a = 0; a < picture.tokens.size(); ++a)
            for (int b = a + 1; b < picture.tokens.size(); ++b)
                QVERIFY(!picture.tokens[a].rect.intersects(picture.tokens[b].rect));
    }
}

void TestViews::outputKnowsItsEvents() {
    OutputModel model(m_cursor.get());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset();
    QCOMPARE(dump(model), QStringLiteral("recovered: <nil>\ncleanup db\nrecovered: boom\ndone"));
    QVERIFY(model.index(2).data(OutputModel::ErrorRole).toBool());
    m_cursor->moveTo(model.seqOf(1) + 1);
    QCOMPARE(model.rowAtCursor(), 1);
    QVERIFY(model.index(2).data(OutputModel::FutureRole).toBool());
}

void TestViews::stepsGoBothWays() {
    QCOMPARE(firstStatement(*m_recording).value_or(0), after(trace::Kind::Stmt, GoId{1}));
    m_cursor->moveTo(*firstStatement(*m_recording));
    QList<Seq> places{m_cursor->count()};
    while (const auto next = lineForward(*m_cursor, StepGrain::Over)) {
        m_cursor->moveTo(*next);
        QCOMPARE(m_cursor->goroutine(), GoId{1}); // over stays on its goroutine
        places << m_cursor->count();
    }
    QCOMPARE(places.size(), 6);
    for (qsizetype i = places.size() - 2; i >= 0; --i) {
        m_cursor->moveTo(lineBack(*m_cursor, StepGrain::Over).value_or(0));
        QCOMPARE(m_cursor->count(), places[i]);
    }
    Breakpoints breakpoints;
    breakpoints.toggle(QStringLiteral("goexit-vs-panic.go"), 24);
    m_cursor->moveTo(1);
    const auto hit = runForward(*m_cursor, breakpoints);
    QVERIFY(hit);
    m_cursor->moveTo(*hit);
    QCOMPARE(m_cursor->selected()->at.line, 24u);
    m_cursor->moveTo(m_recording->size());
    QCOMPARE(runBack(*m_cursor, breakpoints), hit);
}

void TestViews::explanationsAreWhole() {
    for (Seq n = 1; n <= m_recording->size(); ++n) {
        m_cursor->moveTo(n);
        const QString words = Sentences::plain(m_recording->log(), m_cursor->explanation());
        QVERIFY2(!words.isEmpty(), m_cursor->explanation().code.c_str());
        QVERIFY2(!words.contains(QRegularExpression(QStringLiteral("\\{\\d\\}"))), qPrintable(words));
    }
    m_cursor->moveTo(after(trace::Kind::RecoverCall, GoId{7}));
    QVERIFY(Sentences::html(m_recording->log(), m_cursor->explanation()).contains(QStringLiteral("<b>nil</b>")));
}

void TestViews::variablesFetchChildren() {
    VariablesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy asked(&model, &VariablesModel::childrenRequested);
    model.setScopes({{QStringLiteral("Locals"), {}, {}, 7}});
    const QModelIndex scope = model.index(0, 0);
    QVERIFY(model.hasChildren(scope));
    model.fetchMore(scope);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toInt(), 7);
    model.setChildren(7, {{QStringLiteral("r"), QStringLiteral("nil"), QStringLiteral("interface {}"), 0}});
    QCOMPARE(model.rowCount(scope), 1);
    QCOMPARE(model.index(0, VariablesModel::ValueColumn, scope).data().toString(), QStringLiteral("nil"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
