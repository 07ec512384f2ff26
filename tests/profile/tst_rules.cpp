// Every value of every rule acts: a program under the default profile with that one rule set, and what it prints and records.
#ifndef Q_MOC_RUN
#include "session/header.h"
#include "session/load.h"
#include "session/run.h"
#include "trace/printer.h"
#endif

#include <QTest>

using namespace unwind;

namespace {

struct Ran {
    QString out, err, events, vet;
    int code = -1;
};

/// Runs a program of package main and records it; a program that does not compile prints its diagnostics.
Ran run(const QByteArray& source, const profile::Profile& profile, int procs) {
    Ran ran;
    auto built = session::buildVetted({{"t.go", source.toStdString(), false}}, profile);
    ran.err = QString::fromStdString(session::formatDiagnostics(built));
    if (!built.ok()) return ran;
    for (const Diagnostic& d : built.warnings)
        ran.vet += QString::fromStdString(session::formatDiagnostic(built.program, d)) + '\n';
    session::Options options;
    options.procs = procs;
    auto log = trace::LogWriter::create({"", 16 << 20}, session::makeHeader(built.program, profile, options));
    auto code = session::run(built.program, profile, options, log->get(), [&](int fd, std::string_view text) {
        (fd == 2 ? ran.err : ran.out) += QString::fromUtf8(text.data(), qsizetype(text.size()));
    });
    ran.code = code ? *code : -1;
    (*log)->finish();
    auto reader = trace::LogReader::open((*log)->path());
    (*reader)->forEach(0, (*reader)->size(), [&](const trace::Event& event) {
        ran.events += QString::fromStdString(trace::eventLine(**reader, event)) + '\n';
        return true;
    });
    return ran;
}

/// What a row expects: texts that one of output, diagnostics and events must contain, or must not (written "!…").
using Wanted = QStringList;

const char* const kRecoverOutside = R"(
func main() {
	defer func() { println("caught", recover() != nil) }()
	println("body", recover() == nil)
})";

// A helper; and one behind a function with a deferred call of its own, which no rule lets stop the panic.
const char* const kRecoverBelow = R"(
import "fmt"
func helper() any { return recover() }
func between() any { defer fmt.Print(); return helper() }
func work() {
	defer func() {
		fmt.Println("between", between() == nil)
		if r := helper(); r != nil { fmt.Println("stopped", r) }
	}()
	panic("one")
}
func main() {
	defer func() { fmt.Println("caught", recover()) }()
	work()
})";

const char* const kRuntimeError = R"(
import "fmt"
func main() {
	defer func() { fmt.Println("caught", recover()) }()
	defer fmt.Println("deferred")
	fmt.Println([]int{1, 2}[len("abc")])
})";

const char* const kRecoverHelper = R"(
func helper() { recover() }
func main() {
	func() { println("outside", recover() == nil) }()
	defer func() { helper() }()
	defer recover()
})";

const char* const kGoexit = R"(
import ("fmt"; "runtime")
func worker(done chan bool) {
	defer close(done)
	func() {
		defer func() { fmt.Printf("got %T\n", recover()) }()
		runtime.Goexit()
	}()
	fmt.Println("worker goes on")
}
func main() {
	done := make(chan bool)
	go worker(done)
	<-done
})";

const char* const kGoexitDefers = R"(
import "runtime"
func main() {
	go func() {
		defer println("deferred")
		runtime.Goexit()
	}()
	for runtime.NumGoroutine() > 1 { runtime.Gosched() }
})";

const char* const kGoexitPanics = R"(
import "runtime"
func worker() {
	func() {
		defer func() { recover() }()
		defer func() { panic("in a deferred call") }()
		runtime.Goexit()
	}()
	println("worker goes on")
}
func main() {
	go worker()
	for runtime.NumGoroutine() > 1 { runtime.Gosched() }
})";

const char* const kPanicNil = R"(
import "fmt"
func main() {
	defer func() { fmt.Printf("%T\n", recover()) }()
	panic(nil)
})";

const char* const kRepanic = R"(
func main() {
	defer func() { panic(recover()) }()
	panic("one")
})";

const char* const kTwoLines = "func main() { panic(\"first\\nsecond\") }";

const char* const kStack = R"(
import "runtime/debug"
func culprit() { panic("x") }
func main() {
	defer func() {
		recover()
		debug.PrintStack()
	}()
	culprit()
})";

const char* const kDeep = R"(
func down(n int) {
	if n == 0 { panic("deep") }
	down(n - 1)
}
func main() { down(300) })";

const char* const kReflect = R"(
import "reflect"
func main() { reflect.TypeOf(1).Elem() })";

const char* const kCreated = R"(
func main() {
	go func() { panic("x") }()
	select {}
})";

const char* const kWaits = R"(
import "sync"
func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Add(1)
	go mu.Lock()
	wg.Wait()
})";

const char* const kKey = R"(
func main() {
	defer func() { println(recover().(error).Error()) }()
	m := map[any]int{}
	_ = m[[]int{}]
})";

const char* const kArray = R"(
func main() {
	defer func() { println(recover().(error).Error()) }()
	s := []int{1, 2, 3}
	_ = (*[5]int)(s)
})";

// A sender on one P meets a receiver that is just parking on another.
const char* const kParking = R"(
import "sync"
func main() {
	var wg sync.WaitGroup
	c := make(chan int)
	for g := 0; g < 4; g++ {
		wg.Add(2)
		go func() { defer wg.Done(); for i := 0; i < 50; i++ { c <- i } }()
		go func() { defer wg.Done(); for i := 0; i < 50; i++ { <-c } }()
	}
	wg.Wait()
	println("done")
})";

const char* const kExit = R"(
import ("os"; "time")
func main() {
	go func() {
		defer println("never")
		for { time.Sleep(500 * time.Nanosecond) }
	}()
	time.Sleep(time.Millisecond)
	os.Exit(7)
})";

const char* const kLibrary = R"(package main
import ("context"; "net/http"; . "strings"; "sync")
func main() {
	var wg sync.WaitGroup; _ = wg.Go
	_ = context.WithCancelCause
	_ = sync.OnceFunc
	ContainsFunc(ToLower(""), nil)
	_ = http.Request{Pattern: ""}
})";

const char* const kTimer = R"(
import "time"
func main() {
	t := time.NewTimer(time.Millisecond)
	time.Sleep(2 * time.Millisecond)
	println("stopped", t.Stop(), "len", len(t.C), "cap", cap(t.C))
})";

const char* const kLoops = R"(
func main() {
	var fs []func() int
	for i := 0; i < 3; i++ { fs = append(fs, func() int { return i }) }
	for _, v := range []int{4, 5, 6} { fs = append(fs, func() int { return v }) }
	for k := range map[int]bool{7: true} { fs = append(fs, func() int { return k }) }
	for i, c := range "ab" { fs = append(fs, func() int { return i*100 + int(c) }) }
	ch := make(chan int, 2)
	ch <- 8
	ch <- 9
	close(ch)
	for x := range ch { fs = append(fs, func() int { return x }) }
	for _, f := range fs { print(f(), " ") }
})";

const char* const kArrayLanguage = "func main() { s := []int{1}; _ = [1]int(s) }";
const char* const kMin = "func main() { println(min(1, 2), max(3, 4)); clear([]int{}) }";
const char* const kRangeInt = "func main() { for i := range 3 { print(i) } }";
const char* const kRangeFunc = "func main() { for range func(func() bool) {} {} }";
const char* const kVersion = "import \"runtime\"\nfunc main() { println(runtime.Version()) }";

struct Row {
    const char* rule;
    const char* source;
    Wanted wanted;
};

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {"recover-outside-deferred=nil", kRecoverOutside, {"body true", "caught false", "verdict=NoPanic"}},
        {"recover-outside-deferred=runtime-error", kRecoverOutside, {"!body", "caught true", "verdict=RaisedError"}},
        {"strict-recovery=on", kRecoverOutside, {"!body", "verdict=RaisedError"}},
        {"strict-recovery=off", kRecoverOutside, {"body true", "verdict=NoPanic"}},
        {"recover-caller=deferred", kRecoverBelow, {"between true", "caught one", "!stopped", "verdict=NotDirect"}},
        {"recover-caller=any", kRecoverBelow, {"between true", "stopped one", "caught <nil>", "verdict=Recovered"}},
        {"vet-recover=on", kRecoverHelper, {"t.go:3:17: recover() stops no panic here", "t.go:5:30: recover() stops no panic here", "t.go:7:8: defer recover() stops"}},
        {"vet-recover=off", kRecoverHelper, {"!panic here", "defer recover() stops"}},
        {"recover-during-goexit=nil", kGoexit, {"got <nil>", "!worker goes on", "verdict=DuringGoexit", "GoexitEnd"}},
        {"recover-during-goexit=observe", kGoexit,
            {"got runtime.GoexitSignal", "!worker goes on", "verdict=GoexitObserved", "GoexitEnd"}},
        {"recover-during-goexit=intercept", kGoexit,
            {"got runtime.GoexitSignal", "worker goes on", "GoexitIntercepted", "!GoexitEnd"}},
        {"goexit-runs-defers=yes", kGoexitDefers, {"deferred", "!DeferSkip"}},
        {"goexit-runs-defers=no", kGoexitDefers, {"!deferred\n", "cause=GoexitRule"}},
        {"goexit-survives-recover=yes", kGoexitPanics, {"!worker goes on", "GoexitResume"}},
        {"goexit-survives-recover=no", kGoexitPanics, {"worker goes on", "!GoexitResume"}},
        {"goexit-status=direct", kGoexitDefers, {"goroutine=G2 from=_Grunning to=_Gdead", "!step=Dropg"}},
        {"goexit-status=via-runnable", kGoexitDefers,
            {"goroutine=G2 from=_Grunning to=_Grunnable", "step=Dropg goroutine=G2", "step=Schedule goroutine=G2",
             "goroutine=G2 from=_Grunnable to=_Gdead"}},
        {"panic-nil=error", kPanicNil, {"*runtime.PanicNilError", "type=\"*runtime.PanicNilError\""}},
        {"panic-nil=nil", kPanicNil, {"<nil>\n", "!PanicNilError"}},
        {"runtime-errors=panic", kRuntimeError, {"deferred\n", "caught runtime error: index out of range [3] with length 2\n", "kind=RuntimeError"}},
        {"runtime-errors=fatal", kRuntimeError,
            {"!deferred\n", "!caught", "!PanicBegin", "fatal error: runtime error: index out of range [3] with length 2\n\n",
             "defer=d2 cause=Fatal", "code=2"}},
        {"repanic-print=repanicked", kRepanic, {"panic: one [recovered, repanicked]\n\n", "PanicFatal"}},
        {"repanic-print=two-lines", kRepanic, {"panic: one [recovered]\n\tpanic: one\n\n"}},
        {"panic-indent=tab", kTwoLines, {"panic: first\n\tsecond\n", "text=\"panic: first\\n\\tsecond"}},
        {"panic-indent=none", kTwoLines, {"panic: first\nsecond\n", "text=\"panic: first\\nsecond"}},
        {"recover-stack=full", kStack, {"main.main.func1()", "panic({", "main.culprit()", "!elided"}},
        {"recover-stack=truncated", kStack, {"main.main.func1()", "!panic({", "!main.culprit()", "...additional frames elided..."}},
        {"deep-stacks=both-ends", kDeep, {"...202 frames elided...", "main.main()"}},
        {"deep-stacks=innermost", kDeep, {"...additional frames elided...", "!main.main()"}},
        {"reflect-frames=shown", kReflect, {"reflect.rtype.Elem(", "!PanicwrapHook"}},
        {"reflect-frames=skipped", kReflect, {"!reflect.rtype.Elem(...)\n", "main.main()", "step=PanicwrapHook goroutine=G1 value=1"}},
        {"created-by=with-goroutine", kCreated, {"created by main.main in goroutine 1\n"}},
        {"created-by=plain", kCreated, {"created by main.main\n"}},
        {"sync-wait-reasons=named", kWaits, {"goroutine 1 [sync.WaitGroup.Wait]:", "[sync.Mutex.Lock]:", "reason=SyncWaitGroupWait"}},
        {"sync-wait-reasons=named-locks", kWaits, {"goroutine 1 [semacquire]:", "[sync.Mutex.Lock]:", "reason=SyncMutexLock"}},
        {"sync-wait-reasons=semacquire", kWaits, {"goroutine 1 [semacquire]:", "!sync.Mutex.Lock]", "!reason=Sync"}},
        {"empty-map-key-text=colon", kKey, {"hash of unhashable type: []int\n", "!runtime error: hash"}},
        {"empty-map-key-text=runtime-error", kKey, {"runtime error: hash of unhashable type []int\n"}},
        {"array-conversion-text=array-or-pointer", kArray, {"length 3 to array or pointer to array with length 5"}},
        {"array-conversion-text=pointer", kArray, {"length 3 to pointer to array with length 5"}},
        {"park-status=before-unlock", kParking, {"done", "!step=ParkUnlock"}},
        {"park-status=after-unlock", kParking, {"done", "step=ParkUnlock", "step=ReadyTooEarly"}},
        {"process-exit=direct", kExit, {"!step=", "!text=\"never", "cause=OsExit", "code=7"}},
        {"process-exit=broadcast", kExit,
            {"step=LoadExiting goroutine=G2 value=0", "step=StoreExiting goroutine=G1 value=1",
             "step=StoreExitCode goroutine=G1 value=7", "step=SignalNotifyExit", "step=LoadExiting goroutine=G2 value=1",
             "step=StopForExit goroutine=G1", "step=StopForExit goroutine=G2", "step=MainMExits", "!text=\"never", "cause=OsExit", "code=7"}},
        {"timer-channels=synchronous", kTimer, {"stopped true len 0 cap 0"}},
        {"timer-channels=buffered", kTimer, {"stopped false len 1 cap 1"}},
        {"loop-variables=per-iteration", kLoops, {"0 1 2 4 5 6 7 97 198 8 9 "}},
        {"loop-variables=per-loop", kLoops, {"3 3 3 6 6 6 7 198 198 9 9 "}},
        {"language=go1.19", kArrayLanguage,
            {"cannot convert s (variable of type []int) to type [1]int: conversion of slice to array requires go1.20 or later "
             "(-lang was set to go1.19; check go.mod)"}},
        {"language=go1.20", kMin,
            {"built-in min requires go1.21 or later (-lang was set to go1.20; check go.mod)", "built-in max requires go1.21",
             ": clear requires go1.21 or later"}},
        {"language=go1.21", kRangeInt,
            {"cannot range over 3 (untyped int constant): requires go1.22 or later (-lang was set to go1.21; check go.mod)"}},
        {"language=go1.22", kRangeFunc, {"requires go1.23 or later (-lang was set to go1.22; check go.mod)"}},
        {"language=go1.23", kVersion, {"go1.23"}},
        {"language=go1.24", kVersion, {"go1.24"}},
        {"language=go1.25", kVersion, {"go1.25"}},
    };
    return all;
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private slots:
    void everyValueIsTested();
    void acts_data();
    void acts();
    void libraryIsThatOfTheRelease_data();
    void libraryIsThatOfTheRelease();
    void exitsAgreeOnCodeAndOutput();
    void parkingLateChangesNoResult();
};

void TestRules::acts_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QStringList>("wanted");
    for (const Row& row : rows()) QTest::newRow(row.rule) << row.rule << QByteArray("package main\n") + row.source << row.wanted;
}

void TestRules::acts() {
    QFETCH(QString, rule);
    QFETCH(QByteArray, source);
    QFETCH(QStringList, wanted);
    profile::Profile profile;
    if (rule.startsWith("strict-recovery")) profile.recoverOutsideDeferred = profile::RecoverOutsideDeferred::RuntimeError;
    const Status status = profile::setRule(profile, rule.toStdString());
    QVERIFY2(bool(status), qPrintable(rule));
    const Ran ran = run(source, profile, 4);
    const QString all = ran.out + ran.err + ran.vet + ran.events;
    for (const QString& text : wanted) {
        const bool absent = text.startsWith('!');
        QVERIFY2(all.contains(absent ? text.mid(1) : text) != absent, qPrintable(text + "\n--- in\n" + all.left(6000)));
    }
}

// What Go's own compiler of the release says of names that its library lacks; the hint is ours.
void TestRules::libraryIsThatOfTheRelease_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("wanted");
    const QString go = "4:32: wg.Go undefined (type \"sync\".WaitGroup has no field or method Go) (added in go1.25)";
    const QString dot = "7:2: undefined: ContainsFunc", cause = "5:14: undefined: context.WithCancelCause (added in go1.20)",
                  once = "6:11: undefined: sync.OnceFunc (added in go1.21)",
                  field = "8:19: unknown field Pattern in struct literal of type http.Request (added in go1.23)";
    QTest::newRow("1.19") << "go1.19" << QStringList{go, cause, once, dot, field};
    QTest::newRow("1.20") << "go1.20" << QStringList{go, once, dot, field};
    QTest::newRow("1.21") << "go1.21" << QStringList{go, field};
    QTest::newRow("1.24") << "go1.24" << QStringList{go};
    QTest::newRow("1.25") << "go1.25" << QStringList{};
}

void TestRules::libraryIsThatOfTheRelease() {
    QFETCH(QString, language);
    QFETCH(QStringList, wanted);
    profile::Profile profile;
    QVERIFY(profile::setRule(profile, "language=" + language.toStdString()));
    const Ran ran = run(kLibrary, profile, 1);
    QStringList lines = ran.err.split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), wanted.size());
    for (int i = 0; i < wanted.size(); ++i) QCOMPARE(lines[i], "./t.go:" + wanted[i]);
    const Ran whole = run("package main\nimport _ \"log/slog\"\nfunc main() {}\n", profile, 1);
    const bool lacks = profile.language < profile::Language::Go1_21;
    QCOMPARE(whole.err, QString(lacks ? "./t.go:2:10: package log/slog is not in std (added in go1.21)\n" : ""));
}

void TestRules::everyValueIsTested() {
    for (const profile::Rule& rule : profile::rules())
        for (const profile::RuleValue& value : rule.values) {
            const std::string assignment = std::string(rule.name) + "=" + std::string(value.name);
            QVERIFY2(std::any_of(rows().begin(), rows().end(), [&](const Row& row) { return row.rule == assignment; }),
                     assignment.c_str());
        }
}

void TestRules::exitsAgreeOnCodeAndOutput() {
    for (const char* rule : {"process-exit=direct", "process-exit=broadcast"}) {
        profile::Profile profile;
        QVERIFY(profile::setRule(profile, rule));
        for (int procs : {1, 2, 4}) {
            const Ran ran = run(QByteArray("package main\n") + kExit, profile, procs);
            QCOMPARE(ran.code, 7);
            QCOMPARE(ran.out + ran.err, QString());
            QVERIFY(ran.events.trimmed().section(QChar(10), -1).contains("ProgramExit")); // nothing is told behind ProgramExit
        }
    }
}

void TestRules::parkingLateChangesNoResult() {
    const QByteArray source = QByteArray("package main\n") + kParking;
    for (int procs : {1, 2, 4, 8}) {
        profile::Profile late;
        late.parkStatus = profile::ParkStatus::AfterUnlock;
        const Ran ran = run(source, late, procs);
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, QString("done\n"));
        QCOMPARE(run(source, late, procs).events, ran.events);
    }
}

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
