// First divergences that are known by hand: each program marks with "// here" the line where its two runs part, and says
// which setting is responsible. And programs whose runs do not part.
#ifndef Q_MOC_RUN // before Qt, whose keywords are names in the core
#include "compare/report.h"
#include "running.h"
#endif

#include <QtTest>

using namespace unwind;
using namespace unwind::compare;
using namespace unwind::test;

namespace {

const char* const kRecoverOutside = R"(package main

import "fmt"

func ask() any {
	return recover() // here
}

func main() {
	defer func() { fmt.Println("caught", recover()) }()
	fmt.Println("asked", ask())
}
)";

const char* const kGoexitAndRecover = R"(package main

import (
	"fmt"
	"runtime"
)

func work(done chan bool) {
	defer close(done)
	defer func() {
		r := recover() // here
		fmt.Println(r != nil)
	}()
	runtime.Goexit()
}

func main() {
	done := make(chan bool)
	go work(done)
	<-done
}
)";

const char* const kExit = R"(package main

import "os"

func main() {
	defer println("never")
	os.Exit(3) // here
}
)";

const char* const kGoexitAlone = R"(package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool, 1)
	go func() {
		defer func() { done <- true }()
		defer fmt.Println("deferred")
		runtime.Goexit() // here
	}()
	for i := 0; i < 3; i++ {
		runtime.Gosched()
	}
	fmt.Println(len(done))
}
)";

// The goroutine's last statement is the one before it dies.
const char* const kGoexitStatus = R"(package main

import "runtime"

func main() {
	done := make(chan bool)
	go func() {
		defer func() {
			close(done) // here
		}()
		runtime.Goexit()
	}()
	<-done
}
)";

const char* const kGoexitSurvives = R"(package main

import (
	"fmt"
	"runtime"
)

func leave() {
	defer func() {
		recover() // here
		fmt.Println("recovered")
	}()
	defer func() { panic("in a deferred call") }()
	runtime.Goexit()
}

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		leave()
		fmt.Println("goes on")
	}()
	<-done
}
)";

const char* const kPanicNil = R"(package main

import "fmt"

func main() {
	defer func() { fmt.Println(recover()) }()
	panic(nil) // here
}
)";

const char* const kRepanic = R"(package main

func main() {
	defer func() {
		panic(recover()) // here
	}()
	panic("again")
}
)";

// The text of an error raised again is asked for twice when both panics are printed.
const char* const kRepanicError = R"(package main

type fault struct{}

func (fault) Error() string {
	println("asked")
	return "fault"
}

func main() {
	defer func() { panic(recover()) }() // here
	panic(fault{})
}
)";

const char* const kNilThenOutside = R"(package main

import "fmt"

func main() {
	defer func() { fmt.Println(recover()) }()
	defer func() {
		recover()
		func() { recover() }()
	}()
	panic(nil) // here
}
)";

const char* const kNestedHelper = R"(package main

import "fmt"

func helper() any { return recover() } // here

func main() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() { fmt.Println("inner", helper()) }()
	panic("boom")
}
)";

const char* const kArguments = R"(package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) > 1 {
		fmt.Println("with") // nothing marks where the other run has gone
		return
	}
	fmt.Println("without") // here
}
)";

const char* const kSelect = R"(package main

import "fmt"

func main() {
	a, b, c := make(chan int, 1), make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	c <- 3
	select { // here
	case v := <-a:
		fmt.Println(v)
	case v := <-b:
		fmt.Println(v)
	case v := <-c:
		fmt.Println(v)
	}
}
)";

const char* const kWorkers = R"(package main

import "sync"

func main() {
	var wait sync.WaitGroup
	results := make([]int, 6)
	for i := range results {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for j := 0; j < 20000; j++ {
				results[i] += j
			}
		}()
	}
	wait.Wait()
	println(results[0])
}
)";

int markedLine(const std::string& source) {
    const QStringList lines = QString::fromStdString(source).split('\n');
    for (int i = 0; i < lines.size(); ++i)
        if (lines[i].contains("// here")) return i + 1;
    qFatal("no line is marked");
}

QStringList names(const Cause& cause) {
    QStringList list;
    for (const Setting& s : cause.settings) list << QString::fromStdString(s.name);
    return list;
}

Result<std::unique_ptr<trace::LogReader>> again(const trace::Header& header) { return session::rerun(header); }

struct Run {
    std::unique_ptr<trace::LogReader> a, b;
    Comparison comparison;
    Cause cause() const { return findCause(comparison, *a, *b, again); }
};

Run run(const std::string& source, const Asked& a, const Asked& b) {
    Run made{recorded(source, a), recorded(source, b), {}};
    made.comparison = compare::compare(*made.a, *made.b);
    return made;
}

} // namespace

Q_DECLARE_METATYPE(Asked)

class TestCompare : public QObject {
    Q_OBJECT

private slots:
    void placeAndCause_data();
    void placeAndCause();
    void noDifference_data();
    void noDifference();
    void onlyTheScheduleDiffers();
    void numbersOfGoroutinesDoNotMatter();
    void factsAreCounted();
    void severalSettingsAreNeeded();
    void eachSettingIsEnough();
    void whatCanNotBeReproducedIsSaid();
    void otherProgramsHaveNoCause();
    void labelsTellTheSidesApart();
};

void TestCompare::placeAndCause_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<Asked>("a");
    QTest::addColumn<Asked>("b");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<int>("goroutine");
    const Asked go125, go124{"go1.24"}, article125{"article-1.25"}, article124{"article-1.24"};
    auto with = [](std::vector<std::string> rules) { return Asked{"go1.25", std::move(rules)}; };
    auto row = [](const char* name, const char* source, const Asked& a, const Asked& b, const char* cause, int go) {
        QTest::newRow(name) << QString(source) << a << b << QString(cause) << go;
    };
    row("recover outside", kRecoverOutside, go125, article125, "recover-outside-deferred", 1);
    row("recover outside, the other way round", kRecoverOutside, article125, go125, "recover-outside-deferred", 1);
    row("nested helper", kNestedHelper, go125, with({"recover-outside-deferred=runtime-error"}), "recover-outside-deferred", 1);
    row("Goexit intercepted", kGoexitAndRecover, go125, article125, "recover-during-goexit", 2);
    row("Goexit observed", kGoexitAndRecover, go125, with({"recover-during-goexit=observe"}), "recover-during-goexit", 2);
    row("Goexit skips deferred calls", kGoexitAlone, go125, with({"goexit-runs-defers=no"}), "goexit-runs-defers", 2);
    row("Goexit skips deferred calls, among others", kGoexitAlone, go125,
        Asked{"article-1.25", {"goexit-runs-defers=no", "panic-nil=nil"}}, "goexit-runs-defers", 2);
    row("Goexit's way to dead", kGoexitStatus, go124, article124, "goexit-status", 2);
    row("Goexit cancelled by a recovered panic", kGoexitSurvives, go125, with({"goexit-survives-recover=no"}),
        "goexit-survives-recover", 2);
    row("panic(nil)", kPanicNil, go125, with({"panic-nil=nil"}), "panic-nil", 1);
    row("panic raised again", kRepanic, go125, go124, "repanic-print", 1);
    row("error raised again", kRepanicError, go125, go124, "repanic-print", 1);
    row("the first of two", kNilThenOutside, go125, Asked{"article-1.25", {"panic-nil=nil"}}, "panic-nil", 1);
    row("arguments", kArguments, go125, Asked{"go1.25", {}, 1, 4, {"word"}}, "arguments", 1);
    row("os.Exit", kExit, go125, article125, "process-exit", 1);
    row("seed", kSelect, go125, Asked{"go1.25", {}, 3}, "seed", 1);
    row("seed, not the profile", kSelect, go125, Asked{"article-1.25", {}, 3}, "seed", 1);
}

void TestCompare::placeAndCause() {
    QFETCH(QString, source);
    QFETCH(Asked, a);
    QFETCH(Asked, b);
    QFETCH(QString, cause);
    QFETCH(int, goroutine);
    const std::string text = source.toStdString();
    const Run made = run(text, a, b);
    const Divergence& d = made.comparison.divergence;
    QCOMPARE(d.difference, Difference::Behaviour);
    // Where one side has gone elsewhere, the other's place is the marked one.
    const uint32_t line = uint32_t(markedLine(text));
    QVERIFY2(d.a.at.line == line || d.b.at.line == line, qPrintable(QString("%1, %2").arg(d.a.at.line).arg(d.b.at.line)));
    QCOMPARE(int(d.a.go.value), goroutine);
    const Cause found = made.cause();
    QCOMPARE(names(found), QStringList{cause});
    QVERIFY(found.undone);
    QVERIFY(!state::sentence(*made.a, d.a.explanation).empty() || d.a.seq == kNoSeq);
    QVERIFY(QString::fromStdString(report(made.comparison, *made.a, *made.b, found)).contains(cause));
}

void TestCompare::noDifference_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const QString demos = QString(UNWIND_SOURCE_DIR) + "/resources/demos/";
    for (const char* demo : {"01-defer-order", "02-arguments-early", "03-recover-works", "05-defer-recover",
                             "07-panic-replaces-panic", "12-named-results", "14-worker-pool", "15-ping-pong",
                             "17-work-stealing", "18-mutex-convoy", "19-timers-and-select"})
        QTest::newRow(demo) << demos + demo + ".go" << "go1.25" << "article-1.25";
    for (const char* demo : {"08-goexit-runs-defers", "10-recovered-panic-in-goexit", "16-deadlock", "21-recover-outside"})
        QTest::newRow(demo) << demos + demo + ".go" << "go1.25" << "go1.24";
}

void TestCompare::noDifference() {
    QFETCH(QString, path);
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Run made = run(file.readAll().toStdString(), {a.toStdString()}, {b.toStdString()});
    QCOMPARE(made.comparison.divergence.difference, Difference::None);
    QCOMPARE(made.comparison.a.facts, made.comparison.b.facts);
    QCOMPARE(report(made.comparison, *made.a, *made.b, {}), std::string("no difference\n"));
}

void TestCompare::onlyTheScheduleDiffers() {
    const Run made = run(kWorkers, {}, {"go1.25", {}, 1, 2});
    const Divergence& d = made.comparison.divergence;
    QCOMPARE(d.difference, Difference::Schedule);
    QCOMPARE(made.comparison.a.facts, made.comparison.b.facts);
    QCOMPARE(d.a.seq, Seq{d.index});
    QCOMPARE(names(made.cause()), QStringList{"procs"});
    const std::string text = report(made.comparison, *made.a, *made.b, made.cause());
    QVERIFY(text.starts_with("Every goroutine does the same in go1.25, 4 P and go1.25, 2 P"));
}

void TestCompare::numbersOfGoroutinesDoNotMatter() {
    // Both makers make one goroutine each; which of the two is G4 depends on who comes first.
    const std::string head = "package main\n\nimport \"runtime\"\n\nfunc leaf(n int, c chan int) { c <- n }\n\n"
                             "func maker(n, turns int, c chan int) {\n\tfor i := 0; i < turns; i++ {\n\t\truntime.Gosched()\n\t}\n"
                             "\tgo leaf(n, c)\n}\n\nfunc main() {\n\tc := make(chan int)\n";
    const std::string tail = "\tn := <-c\n\tprintln(n + <-c)\n}\n";
    const auto a = recorded(head + "\tgo maker(1, 0, c)\n\tgo maker(2, 9, c)\n" + tail, {"go1.25", {}, 1, 1});
    const auto b = recorded(head + "\tgo maker(1, 9, c)\n\tgo maker(2, 0, c)\n" + tail, {"go1.25", {}, 1, 1});
    const Course courseA = readCourse(*a, trace::Detail::Scheduling, a->size());
    const Course courseB = readCourse(*b, trace::Detail::Scheduling, b->size());
    QCOMPARE(courseA.threads.size(), courseB.threads.size());
    bool renumbered = false;
    for (const Thread& thread : courseA.threads) {
        const Thread* other = courseB.find(thread.key);
        QVERIFY(other);
        renumbered |= other->go != thread.go;
    }
    QVERIFY(renumbered);
}

void TestCompare::factsAreCounted() {
    const Run made = run(kGoexitAndRecover, {}, {"article-1.25"});
    const Facts &a = made.comparison.a.facts, &b = made.comparison.b.facts;
    QCOMPARE(a.out, std::string("false\n"));
    QCOMPARE(b.out, std::string("true\n"));
    QCOMPARE(a.defersStored, size_t{2});
    QCOMPARE(a.defersRun, size_t{2});
    QCOMPARE(a.goexits, size_t{1});
    QCOMPARE(a.intercepted, size_t{0});
    QCOMPARE(b.intercepted, size_t{1});
    QCOMPARE(a.goroutines, size_t{2});
    QCOMPARE(a.finished, size_t{2});
    QVERIFY(a.exited && a.exitCode == 0);
    const Run dies = run(kRepanic, {}, {"go1.24"});
    QCOMPARE(dies.comparison.a.facts.exitCode, 2);
    QCOMPARE(dies.comparison.a.facts.panics, size_t{2});
    QVERIFY(dies.comparison.a.facts.err.starts_with("panic: again [recovered, repanicked]"));
    QVERIFY(dies.comparison.b.facts.err.starts_with("panic: again [recovered]\n\tpanic: again"));
}

// A runner that gives recording b exactly when the asked-for settings satisfy a condition.
static Rerun pretending(const Run& made, std::function<bool(const std::vector<std::string>&)> isB) {
    return [&made, isB](const trace::Header& header) -> Result<std::unique_ptr<trace::LogReader>> {
        return session::rerun(isB(header.rules) ? made.b->header() : made.a->header());
    };
}

static bool has(const std::vector<std::string>& rules, const char* rule) {
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

void TestCompare::severalSettingsAreNeeded() {
    const Run made = run(kRecoverOutside, {}, {"article-1.25"});
    const Rerun both = pretending(made, [](const auto& rules) {
        return has(rules, "recover-outside-deferred=runtime-error") && has(rules, "goexit-status=via-runnable");
    });
    const Cause cause = findCause(made.comparison, *made.a, *made.b, both);
    QCOMPARE(names(cause), (QStringList{"recover-outside-deferred", "goexit-status"}));
    QVERIFY(!cause.each && cause.undone);
    QVERIFY(causeSentence(cause, {"a", "b"}).starts_with("The cause is all of these together: "));
}

void TestCompare::eachSettingIsEnough() {
    const Run made = run(kRecoverOutside, {}, {"article-1.25"});
    const Rerun either = pretending(made, [](const auto& rules) {
        return has(rules, "recover-outside-deferred=runtime-error") || has(rules, "goexit-status=via-runnable");
    });
    const Cause cause = findCause(made.comparison, *made.a, *made.b, either);
    QCOMPARE(names(cause), (QStringList{"recover-outside-deferred", "goexit-status"}));
    QVERIFY(cause.each && cause.undone);
    QVERIFY(causeSentence(cause, {"a", "b"}).starts_with("Each of these alone is cause enough: "));
}

void TestCompare::whatCanNotBeReproducedIsSaid() {
    const Run made = run(kRecoverOutside, {}, {"article-1.25"});
    const Cause cause = findCause(made.comparison, *made.a, *made.b, pretending(made, [](const auto&) { return false; }));
    QVERIFY(cause.settings.empty());
    QCOMPARE(cause.unknown, Unknown::NotReproduced);
}

void TestCompare::otherProgramsHaveNoCause() {
    const auto a = recorded(kPanicNil, {}), b = recorded(kRepanic, {"article-1.25"});
    const Comparison comparison = compare::compare(*a, *b);
    QVERIFY(!comparison.samePrograms);
    QCOMPARE(comparison.divergence.difference, Difference::Behaviour);
    QCOMPARE(findCause(comparison, *a, *b, again).unknown, Unknown::OtherPrograms);
}

void TestCompare::labelsTellTheSidesApart() {
    auto texts = [](const Asked& a, const Asked& b) {
        const auto both = labels(headOf(kPanicNil, a), headOf(kPanicNil, b));
        return QStringList{QString::fromStdString(both[0]), QString::fromStdString(both[1])};
    };
    QCOMPARE(texts({}, {"article-1.25"}), (QStringList{"go1.25", "article-1.25"}));
    QCOMPARE(texts({}, {"go1.25", {"panic-nil=nil"}}), (QStringList{"go1.25", "go1.25 with panic-nil=nil"}));
    QCOMPARE(texts({}, {"go1.25", {}, 2}), (QStringList{"go1.25, seed 1", "go1.25, seed 2"}));
    QCOMPARE(texts({}, {}), (QStringList{"go1.25 (first)", "go1.25 (second)"}));
}

QTEST_APPLESS_MAIN(TestCompare)
#include "tst_compare.moc"
