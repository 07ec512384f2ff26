// What recording and looking back cost: an event emitted, decoded, folded; a seek in a log of ten million events.
#include "state/timeline.h"
#include "support/randomlog.h"
#include "trace/log.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <random>

#include <unistd.h>

using namespace unwind;
using namespace unwind::trace;
using unwind::test::LogBuilder;
using unwind::test::RandomLog;
using unwind::test::sampleHeader;

namespace {

std::unique_ptr<LogWriter> writer(size_t budget) {
    return std::move(*LogWriter::create({.budget = budget}, sampleHeader()));
}

void statement(LogWriter& w, uint64_t n) {
    w.emit(Kind::Stmt, Time(n * 5), ProcId{0}, GoId{1}, {packPos({FileId{1}, uint32_t(10 + n % 12), 5})});
}

/// What there is to compare with: a plain record of 16 bytes stored into memory that is used again.
void storeRecord(benchmark::State& state) {
    struct Record {
        uint64_t time, pos;
    };
    std::vector<Record> ring(4096);
    uint64_t n = 0;
    for (auto _ : state) {
        ring[n % 4096] = {n * 5, packPos({FileId{1}, uint32_t(10 + n % 12), 5})};
        benchmark::ClobberMemory();
        ++n;
    }
}
BENCHMARK(storeRecord);

/// Statements of a loop, in a ring that was filled before: no page is touched for the first time.
void emitStatement(benchmark::State& state) {
    auto w = writer(size_t{4} << 20);
    uint64_t n = 0;
    for (; n < 3'000'000; ++n)
        statement(*w, n);
    for (auto _ : state)
        statement(*w, n++);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(emitStatement);

/// The same into fresh memory.
void emitStatementFresh(benchmark::State& state) {
    auto w = writer(size_t{4} << 30);
    uint64_t n = 0;
    for (auto _ : state)
        statement(*w, n++);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(emitStatementFresh)->Iterations(50'000'000);

void emitCallReturn(benchmark::State& state) {
    auto w = writer(size_t{4} << 20);
    Time time = 0;
    for (auto _ : state) {
        w->emit(Kind::Call, time += 5, ProcId{0}, GoId{1}, {7, 3, packPos({FileId{1}, 22, 9})});
        w->emit(Kind::Return, time += 5, ProcId{0}, GoId{1}, {7, 3});
    }
    state.SetItemsProcessed(state.iterations() * 2);
}
BENCHMARK(emitCallReturn);

void internKnown(benchmark::State& state) {
    auto w = writer(size_t{4} << 20);
    for (auto _ : state)
        benchmark::DoNotOptimize(w->intern("main.worker"));
}
BENCHMARK(internKnown);

/// Ten million statements and calls of one goroutine, as a program records them.
LogBuilder& statementLog() {
    static LogBuilder* log = [] {
        auto* b = new LogBuilder;
        b->running(1).call(1, 0);
        for (int n = 0; n < 2'000'000; ++n) {
            b->stmt(4).call(2, 1, 4).stmt(11 + n % 7).stmt(20).ret(2, 1);
        }
        b->log();
        return b;
    }();
    return *log;
}

/// Ten million events of many goroutines that call, defer, panic, wait.
LogBuilder& randomLog() {
    static LogBuilder* log = [] {
        auto* b = new LogBuilder;
        RandomLog(*b, 1).run(10'000'000);
        b->log();
        return b;
    }();
    return *log;
}

LogBuilder& sample(const benchmark::State& state) { return state.range(0) ? randomLog() : statementLog(); }

void decode(benchmark::State& state) {
    const LogReader& log = sample(state).log();
    for (auto _ : state) {
        uint64_t sum = 0;
        log.forEach(0, log.size(), [&](const Event& e) {
            sum += e.args[0];
            return true;
        });
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(int64_t(state.iterations() * log.size()));
}
BENCHMARK(decode)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void fold(benchmark::State& state) {
    const LogReader& log = sample(state).log();
    for (auto _ : state) {
        state::Snapshot s;
        log.forEach(0, log.size(), [&](const Event& e) {
            state::fold(s, e);
            return true;
        });
        benchmark::DoNotOptimize(s.count);
    }
    state.SetItemsProcessed(int64_t(state.iterations() * log.size()));
}
BENCHMARK(fold)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void history(benchmark::State& state) {
    const LogReader& log = sample(state).log();
    for (auto _ : state) {
        state::History h(log);
        benchmark::DoNotOptimize(h.extend());
    }
    state.SetItemsProcessed(int64_t(state.iterations() * log.size()));
}
BENCHMARK(history)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// The slowest of the seeks is told as well.
void seek(benchmark::State& state) {
    const LogReader& log = sample(state).log();
    state::History h(log);
    h.extend();
    std::mt19937_64 random(1);
    double slowest = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(h.at(random() % log.size()));
        slowest = std::max(slowest,
                           std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    state.counters["slowest_ms"] = slowest;
}
BENCHMARK(seek)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// Over a call from anywhere, forwards and backwards.
void stepOver(benchmark::State& state) {
    const LogReader& log = sample(state).log();
    state::History h(log);
    h.extend();
    std::mt19937_64 random(1);
    for (auto _ : state) {
        const Seq from = random() % log.size();
        benchmark::DoNotOptimize(h.nextStatement(from, GoId{1}, 0));
        benchmark::DoNotOptimize(h.previousStatement(from, GoId{1}, 0));
    }
}
BENCHMARK(stepOver)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void saveAndOpen(benchmark::State& state) {
    const LogReader& log = sample(state).log();
    const std::string path = "/tmp/bm_trace." + std::to_string(getpid()) + ".unwind";
    for (auto _ : state) {
        if (!log.save(path))
            state.SkipWithError("can not save");
        benchmark::DoNotOptimize(LogReader::open(path));
    }
    std::FILE* file = std::fopen(path.c_str(), "rb");
    std::fseek(file, 0, SEEK_END);
    state.counters["bytes_per_event"] = double(std::ftell(file)) / double(log.size());
    std::fclose(file);
    std::remove(path.c_str());
}
BENCHMARK(saveAndOpen)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
