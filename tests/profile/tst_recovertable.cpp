// The truth table of recover under every profile; for released profiles it is real Go's (record.sh).
#ifndef Q_MOC_RUN
#include "session/load.h"
#include "session/run.h"
#include "state/recovertable.h"
#endif

#include <QFile>
#include <QTest>

using namespace unwind;

namespace {

std::string output(const profile::Profile& profile, int procs = 4) {
    const auto built = session::build({{"recover.go", state::recoverTableSource(), false}}, profile);
    session::Options options;
    options.procs = procs;
    std::string text;
    const auto code =
        session::run(built.program, profile, options, nullptr, [&](int, std::string_view bytes) { text += bytes; });
    return code && *code == 0 ? text : "did not end well: " + text;
}

size_t indexOf(std::span<const state::RecoverAxis> axis, std::string_view key) {
    for (size_t i = 0; i < axis.size(); ++i)
        if (axis[i].key == key) return i;
    return axis.size();
}

/// "what recover returned, what followed" of a combination.
std::string cell(const state::RecoverTable& table, const char* place, const char* progress, const char* already = "no") {
    const state::RecoverCell* found =
        table.cell(indexOf(state::recoverPlaces(), place), indexOf(state::recoverProgress(), progress),
                   indexOf(state::recoverAlready(), already));
    return found ? found->got + ", " + found->end : "none";
}

state::RecoverTable tableOf(profile::Profile profile, std::initializer_list<const char*> rules = {}) {
    for (const char* rule : rules)
        if (!profile::setRule(profile, rule)) qFatal("%s", rule);
    auto table = state::RecoverTable::parse(output(profile));
    if (!table) qFatal("%s", table.error().c_str());
    return *table;
}

} // namespace

class TestRecoverTable : public QObject {
    Q_OBJECT

private slots:
    void releasesAreRealGo_data();
    void releasesAreRealGo();
    void article125();
    void switchedOff();
    void observed();
    void goexitThatSkipsDefers();
    void tinyGo();
    void boundaries();
    void brokenOutputIsRefused();
};

void TestRecoverTable::releasesAreRealGo_data() {
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("recorded");
    QTest::newRow("go1.25") << "go1.25" << "recover.go1.25.txt";
    QTest::newRow("go1.24") << "go1.24" << "recover.go1.24.txt";
    QTest::newRow("go1.21") << "go1.21" << "recover.go1.24.txt"; // recover has not changed since
    QTest::newRow("go1.19") << "go1.19" << "recover.go1.24.txt";
    QTest::newRow("article-1.24") << "article-1.24" << "recover.go1.24.txt"; // the article agrees here
}

void TestRecoverTable::releasesAreRealGo() {
    QFETCH(QString, profile);
    QFETCH(QString, recorded);
    QFile file(QStringLiteral(UNWIND_SOURCE_DIR "/tests/profile/") + recorded);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString wanted = QString::fromUtf8(file.readAll());
    for (int procs : {1, 4}) QCOMPARE(QString::fromStdString(output(*profile::find(profile.toStdString()), procs)), wanted);
}

void TestRecoverTable::article125() {
    const state::RecoverTable table = tableOf(*profile::find("article-1.25"));
    QCOMPARE(cell(table, "direct", "nothing"), std::string("nil, returns"));
    QCOMPARE(cell(table, "direct", "panic"), std::string("the panic, returns"));
    QCOMPARE(cell(table, "direct", "goexit"), std::string("runtime.GoexitSignal, returns"));
    QCOMPARE(cell(table, "direct", "goexit", "same"), std::string("nil, returns"));
    QCOMPARE(cell(table, "body", "nothing"), std::string("raises an error, goes on: a run-time error"));
    QCOMPARE(cell(table, "helper", "panic"), std::string("raises an error, goes on: a run-time error"));
    QCOMPARE(cell(table, "nested", "panic"), std::string("nil, goes on: the panic"));
    QCOMPARE(cell(table, "builtin", "panic"), std::string("no result, goes on: the panic"));
    QCOMPARE(cell(table, "body", "panic", "same"), std::string("none"));
}

void TestRecoverTable::switchedOff() {
    const state::RecoverTable table = tableOf(*profile::find("article-1.25"), {"strict-recovery=off"});
    QCOMPARE(cell(table, "body", "nothing"), std::string("nil, returns"));
    QCOMPARE(cell(table, "helper", "panic"), std::string("nil, goes on: the panic"));
}

void TestRecoverTable::observed() {
    const state::RecoverTable table = tableOf({}, {"recover-during-goexit=observe"});
    // The caller's deferred calls are told too, as the Goexit goes on.
    QCOMPARE(cell(table, "direct", "goexit"), std::string("runtime.GoexitSignal, goes on: runtime.GoexitSignal"));
    QCOMPARE(cell(table, "helper", "goexit"), std::string("nil, goes on: runtime.GoexitSignal"));
}

void TestRecoverTable::goexitThatSkipsDefers() {
    const state::RecoverTable table = tableOf({}, {"goexit-runs-defers=no"});
    QCOMPARE(cell(table, "direct", "goexit"), std::string("not called, exits"));
    QCOMPARE(cell(table, "direct", "panic"), std::string("the panic, returns"));
}

void TestRecoverTable::tinyGo() {
    const state::RecoverTable table = tableOf(*profile::find("tinygo-0.33"));
    QCOMPARE(cell(table, "direct", "panic"), std::string("the panic, returns"));
    QCOMPARE(cell(table, "helper", "panic"), std::string("the panic, returns"));
    QCOMPARE(cell(table, "nested", "panic"), std::string("nil, goes on: the panic"));
    QCOMPARE(cell(table, "builtin", "panic"), std::string("no result, goes on: the panic"));
    QCOMPARE(cell(table, "called", "nothing"), std::string("nil, returns"));
    QCOMPARE(cell(table, "direct", "goexit"), std::string("not called, exits"));
}

void TestRecoverTable::boundaries() {
    const auto released = boundaryMatrix(tableOf({}));
    QCOMPARE(released[1].panic, std::string("the panic"));
    QCOMPARE(released[1].goexit, std::string("nil"));
    QCOMPARE(released[3].panic, std::string("the function returns to its caller"));
    QCOMPARE(released[3].goexit, std::string("the goroutine exits"));
    const auto article = boundaryMatrix(tableOf(*profile::find("article-1.25")));
    QCOMPARE(article[1].goexit, std::string("runtime.GoexitSignal"));
    QCOMPARE(article[3].goexit, std::string("the function returns to its caller"));
    for (const state::BoundaryRow& row : boundaryMatrix(tableOf(*profile::find("article-1.24"), {"goexit-runs-defers=no"})))
        if (row.question == "The deferred calls run") QCOMPARE(row.goexit, std::string("no"));
}

void TestRecoverTable::brokenOutputIsRefused() {
    std::string text = output({});
    text.resize(text.size() / 2);
    const auto table = state::RecoverTable::parse(text);
    QVERIFY(!table);
    QVERIFY(QString::fromStdString(table.error()).startsWith("The table of recover breaks off before "));
}

QTEST_APPLESS_MAIN(TestRecoverTable)
#include "tst_recovertable.moc"
