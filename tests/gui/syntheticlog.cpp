#include "gui/syntheticlog.h"

namespace unwind::test {

using trace::GStatus;
using trace::Kind;
using trace::QueuePlace;

namespace {

constexpr uint64_t code(auto value) { return uint64_t(value); }

const char* const kSource = R"(package main

import (
	"fmt"
	"runtime"
	"sync"
)

func cleanup(name string) { fmt.Println("cleanup", name) }

func worker(wg *sync.WaitGroup) {
	defer wg.Done()
	defer cleanup("db")
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
	}()
	runtime.Goexit()
}

func fails(wg *sync.WaitGroup) {
	defer wg.Done()
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
	}()
	panic("boom")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go worker(&wg)
	go fails(&wg)
	wg.Wait()
	fmt.Println("done")
}
)";

enum Function : uint64_t { Main = 1, Worker, Fails, Cleanup, WorkerFunc, FailsFunc, Done };

trace::Header header() {
    trace::Header h;
    h.program = "goexit-vs-panic.go";
    h.files = {{"goexit-vs-panic.go", kSource, false}};
    auto function = [&](const char* name, uint32_t line) { h.functions.push_back({name, {FileId{1}, line, 1}, false, false}); };
    function("main.main", 30);
    function("main.worker", 11);
    function("main.fails", 21);
    function("main.cleanup", 9);
    function("main.worker.func1", 14);
    function("main.fails.func1", 23);
    function("sync.(*WaitGroup).Done", 1);
    h.functions.back().isStd = true;
    h.profile = "go1.25";
    h.rules = {"recover-during-goexit=nil", "goexit-runs-defers=yes"};
    return h;
}

// The story, told in order; each helper is one goroutine's part.
class Story {
public:
    explicit Story(const QString& path) : m(path, header()) {}

    Seq tell() {
        start();
        spawn(7, Worker, 33);
        spawn(8, Fails, 34);
        mainWaits();
        worker();
        fails();
        end();
        const Seq count = m.count();
        m.finish();
        return count;
    }

private:
    void start() {
        m.emitEvent(Kind::ProgramStart, {4});
        m.go(0, 0);
        m.emitEvent(Kind::ProcStart, {0});
        m.emitEvent(Kind::GoCreate, {1, Main, LogMaker::at(30)});
        m.emitEvent(Kind::GoStatus, {1, code(GStatus::Gidle), code(GStatus::Grunnable)});
        run(1, 0);
        m.emitEvent(Kind::Call, {Main, 0, LogMaker::at(30)});
        for (uint32_t line : {31u, 32u}) m.stmt(line);
    }

    void run(uint64_t go, int proc) {
        m.go(0, proc);
        m.emitEvent(Kind::GoStatus, {go, code(GStatus::Grunnable), code(GStatus::Grunning)});
        m.emitEvent(Kind::GoStart, {go});
        m.go(go, proc);
        m.wait(200);
    }

    void spawn(uint64_t go, Function function, uint32_t line) {
        m.stmt(line);
        m.emitEvent(Kind::GoCreate, {go, function, LogMaker::at(line)});
        m.emitEvent(Kind::GoStatus, {go, code(GStatus::Gidle), code(GStatus::Grunnable)});
        m.emitEvent(Kind::RunqPut, {0, go, code(QueuePlace::RingTail)});
        m.wait(4000);
    }

    void mainWaits() {
        m.go(0, 1);
        m.emitEvent(Kind::ProcStart, {3});
        m.emitEvent(Kind::SpinBegin, {});
        m.wait(2000);
        m.go(1, 0);
        m.stmt(35);
        m.emitEvent(Kind::GoStatus, {1, code(GStatus::Grunning), code(GStatus::Gwaiting)});
        m.emitEvent(Kind::GoBlock, {code(trace::WaitReason::SyncWaitGroupWait), 5});
        m.go(0, 0);
        m.emitEvent(Kind::RunqGet, {0, 7, code(QueuePlace::RingHead)});
        run(7, 0);
        m.go(0, 1);
        m.emitEvent(Kind::RunqSteal, {0, 1});
        m.emitEvent(Kind::RunqGet, {0, 8, code(QueuePlace::RingHead)});
        m.emitEvent(Kind::SpinEnd, {});
        run(8, 1);
    }

    void push(uint64_t id, Function function, uint32_t line, const char* args) {
        m.stmt(line);
        m.emitEvent(Kind::DeferPush, {id, function, 0, LogMaker::at(line), *args ? m.text(args) : 0});
        m.wait(1500);
    }

    void deferred(uint64_t id, Function function, trace::DeferWhy why, uint64_t panic) {
        m.emitEvent(Kind::DeferBegin, {id, code(why), panic});
        m.emitEvent(Kind::Call, {function, 1, 0});
        m.wait(2500);
    }

    void deferredEnds(uint64_t id, Function function) {
        m.emitEvent(Kind::Return, {function, 1});
        m.emitEvent(Kind::DeferEnd, {id, code(trace::DeferEndHow::Returned)});
        m.wait(1000);
    }

    void print(int fd, const char* words) { m.emitEvent(Kind::Output, {uint64_t(fd), m.text(words)}); }

    void worker() {
        m.go(7, 0);
        m.emitEvent(Kind::Call, {Worker, 0, LogMaker::at(11)});
        push(1, Done, 12, "0xc000010010");
        push(2, Cleanup, 13, "\"db\"");
        push(3, WorkerFunc, 14, "");
        m.stmt(18);
        m.wait(8000);
        m.emitEvent(Kind::GoexitBegin, {1, LogMaker::at(18), 0});
        deferred(3, WorkerFunc, trace::DeferWhy::Goexit, 1);
        m.stmt(15);
        m.emitEvent(Kind::RecoverCall, {code(trace::RecoverVerdict::DuringGoexit), 0, 0, 1, LogMaker::at(15), 3, 0});
        m.stmt(16);
        print(1, "recovered: <nil>\n");
        deferredEnds(3, WorkerFunc);
        deferred(2, Cleanup, trace::DeferWhy::Goexit, 1);
        m.stmt(9);
        print(1, "cleanup db\n");
        deferredEnds(2, Cleanup);
    }

    void fails() {
        m.go(8, 1);
        m.emitEvent(Kind::Call, {Fails, 0, LogMaker::at(21)});
        push(4, Done, 22, "0xc000010010");
        push(5, FailsFunc, 23, "");
        m.stmt(27);
        m.emitEvent(Kind::PanicBegin, {2, m.text("\"boom\""), m.text("string"), LogMaker::at(27), code(trace::PanicKind::Value), 0});
        m.wait(3000);
        deferred(5, FailsFunc, trace::DeferWhy::Panic, 2);
        m.stmt(24);
        m.emitEvent(Kind::RecoverCall, {code(trace::RecoverVerdict::Recovered), 2, m.text("\"boom\""), 1, LogMaker::at(24), 5, LogMaker::at(28)});
        m.stmt(25);
        print(2, "recovered: boom\n");
        deferredEnds(5, FailsFunc);
        m.emitEvent(Kind::PanicRecovered, {2, Fails, 0, LogMaker::at(28)});
        m.wait(2000);
        deferred(4, Done, trace::DeferWhy::Return, 0);
        deferredEnds(4, Done);
        m.emitEvent(Kind::Return, {Fails, 0});
        dies(8, 1);
    }

    void dies(uint64_t go, int proc) {
        m.emitEvent(Kind::GoStatus, {go, code(GStatus::Grunning), code(GStatus::Gdead)});
        m.emitEvent(Kind::GoDestroy, {});
        m.wait(1500);
        m.go(0, proc);
    }

    void end() {
        m.go(0, 1);
        m.emitEvent(Kind::ProcStop, {});
        m.go(7, 0);
        deferred(1, Done, trace::DeferWhy::Goexit, 1);
        m.emitEvent(Kind::GoStatus, {1, code(GStatus::Gwaiting), code(GStatus::Grunnable)});
        m.emitEvent(Kind::GoUnblock, {1});
        m.emitEvent(Kind::RunqPut, {0, 1, code(QueuePlace::RunNext)});
        deferredEnds(1, Done);
        m.emitEvent(Kind::GoexitEnd, {1});
        m.emitEvent(Kind::FrameDiscard, {Worker, 0});
        dies(7, 0);
        m.emitEvent(Kind::RunqGet, {0, 1, code(QueuePlace::RunNext)});
        run(1, 0);
        m.stmt(36);
        print(1, "done\n");
        m.wait(6000);
        m.emitEvent(Kind::Return, {Main, 0});
        m.emitEvent(Kind::ProgramExit, {0, 0, code(trace::SkipCause::MainReturned)});
    }

    LogMaker m;
};

} // namespace

LogMaker::LogMaker(const QString& path, trace::Header header) {
    auto log = trace::LogWriter::create({path.toStdString(), size_t{256} << 20}, header);
    if (!log) qFatal("%s", log.error().c_str());
    m_log = std::move(*log);
}

LogMaker::~LogMaker() = default;

void LogMaker::emitEvent(Kind kind, std::initializer_list<uint64_t> args) {
    m_time += 100;
    m_log->emit(kind, m_time, m_proc, m_go, args);
}

void LogMaker::stmt(uint32_t line) {
    emitEvent(Kind::Stmt, {at(line)});
    wait(700);
}

void LogMaker::finish() {
    m_log->commit();
    m_log->finish();
}

QString syntheticSource() { return QString::fromUtf8(kSource); }

Seq writeSyntheticLog(const QString& path) { return Story(path).tell(); }

Seq writeLongLog(const QString& path, int statements) {
    LogMaker m(path, header());
    m.emitEvent(Kind::ProgramStart, {4});
    m.go(0, 0);
    m.emitEvent(Kind::ProcStart, {0});
    m.emitEvent(Kind::GoCreate, {1, Main, LogMaker::at(30)});
    m.emitEvent(Kind::GoStatus, {1, code(GStatus::Gidle), code(GStatus::Grunnable)});
    m.emitEvent(Kind::GoStatus, {1, code(GStatus::Grunnable), code(GStatus::Grunning)});
    m.emitEvent(Kind::GoStart, {1});
    m.go(1, 0);
    m.emitEvent(Kind::Call, {Main, 0, LogMaker::at(30)});
    for (int i = 0; i < statements; ++i) {
        m.stmt(31 + uint32_t(i % 6));
        if (i % 20 != 19) continue;
        m.emitEvent(Kind::GoStatus, {1, code(GStatus::Grunning), code(GStatus::Grunnable)});
        m.emitEvent(Kind::GoStop, {code(trace::StopReason::Preempted)});
        m.go(0, 0);
        m.emitEvent(Kind::GoStatus, {1, code(GStatus::Grunnable), code(GStatus::Grunning)});
        m.emitEvent(Kind::GoStart, {1});
        m.go(1, 0);
    }
    m.emitEvent(Kind::ProgramExit, {0, 0, code(trace::SkipCause::MainReturned)});
    const Seq count = m.count();
    m.finish();
    return count;
}

} // namespace unwind::test
