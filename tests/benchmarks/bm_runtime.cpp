// The runtime alone: switches, channels, spawns, unwinding, memory of parked goroutines. One P, nothing recorded, unless the
// name says otherwise. Compare with Go's figures of the same machine in the same minutes.
#include "runtime/sched.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <functional>
#include <string>

using namespace unwind;
using namespace unwind::runtime;

namespace {

struct NullHooks : Hooks {
    void write(int, std::string_view) override {}
};

/// Counts what is recorded.
struct CountingSink : trace::Sink {
    Seq count = 0;
    uint64_t intern(std::string_view) override { return 0; }
    void emit(trace::Kind, Time, ProcId, GoId, std::initializer_list<uint64_t>) override { ++count; }
    Seq next() const override { return count; }
};

void body(G&, void* context) {
    (*static_cast<std::function<void()>*>(context))();
}

/// Runs f as main of a fresh scheduler.
template <class F>
void asMain(int procs, trace::Sink* sink, F f) {
    NullHooks hooks;
    SchedOptions options;
    options.procs = procs;
    options.sink = sink;
    Sched s(hooks, options);
    std::function<void()> main = [&] { f(s); };
    s.start(body, &main);
    s.run();
}

void gosched(benchmark::State& state) {
    asMain(1, nullptr, [&](Sched& s) {
        bool done = false;
        std::function<void()> spin = [&] {
            while (!done) s.gosched();
        };
        for (int64_t i = 1; i < state.range(0); ++i) s.newproc(body, &spin);
        for (auto _ : state) s.gosched();
        done = true;
        state.SetItemsProcessed(int64_t(state.iterations()) * state.range(0));
    });
}
BENCHMARK(gosched)->Arg(2)->Arg(1000);

void roundTrips(benchmark::State& state, int procs, trace::Sink* sink, uint64_t capacity = 0) {
    asMain(procs, sink, [&](Sched& s) {
        Hchan* there = makechan(s, 8, capacity, nullptr, 0, 0);
        Hchan* back = makechan(s, 8, capacity, nullptr, 0, 0);
        std::function<void()> echo = [&] {
            uint64_t v = 0;
            while (chanrecv(s, there, &v).received) chansend(s, back, &v);
        };
        s.newproc(body, &echo);
        uint64_t v = 0;
        for (auto _ : state) {
            chansend(s, there, &v);
            chanrecv(s, back, &v);
        }
        closechan(s, there);
    });
}
void chanRoundTrip(benchmark::State& state) {
    roundTrips(state, int(state.range(0)), nullptr);
}
BENCHMARK(chanRoundTrip)->Arg(1)->Arg(4);

void chanRoundTripEmitting(benchmark::State& state) {
    CountingSink sink;
    roundTrips(state, 1, &sink);
    state.counters["events"] = double(sink.count) / double(state.iterations());
}
BENCHMARK(chanRoundTripEmitting);

void chanBuffered(benchmark::State& state) {
    asMain(1, nullptr, [&](Sched& s) {
        Hchan* c = makechan(s, 8, 128, nullptr, 0, 0);
        std::function<void()> producer = [&] {
            for (uint64_t v = 0; chansend(s, c, &v) == SendResult::Sent; ++v) {}
        };
        s.newproc(body, &producer);
        uint64_t v = 0;
        for (auto _ : state) chanrecv(s, c, &v);
        closechan(s, c);
        s.gosched();
    });
}
BENCHMARK(chanBuffered);

void selectOfTwo(benchmark::State& state) {
    asMain(1, nullptr, [&](Sched& s) {
        Hchan* a = makechan(s, 8, 0, nullptr, 0, 0);
        Hchan* b = makechan(s, 8, 0, nullptr, 0, 0);
        bool done = false;
        std::function<void()> producer = [&] {
            uint64_t v = 0;
            while (!done) {
                Scase cases[] = {{a, &v, true}, {b, &v, true}};
                selectgo(s, cases, true);
            }
        };
        s.newproc(body, &producer);
        uint64_t v = 0;
        for (auto _ : state) {
            Scase cases[] = {{a, &v, false}, {b, &v, false}};
            selectgo(s, cases, true);
        }
        done = true;
    });
}
BENCHMARK(selectOfTwo);

void spawn(benchmark::State& state) {
    asMain(1, nullptr, [&](Sched& s) {
        int64_t left = 0;
        uint32_t sema = 0;
        std::function<void()> child = [&] {
            if (--left == 0) semrelease(s, &sema);
        };
        for (auto _ : state) {
            left = state.range(0);
            for (int64_t i = 0; i < state.range(0); ++i) s.newproc(body, &child);
            semacquire(s, &sema);
        }
        state.SetItemsProcessed(int64_t(state.iterations()) * state.range(0));
    });
}
BENCHMARK(spawn)->Arg(1)->Arg(100)->Arg(10'000);

/// A panic through n frames, each with one deferred call; the outermost recovers.
void panicRecover(benchmark::State& state) {
    asMain(1, nullptr, [&](Sched& s) {
        G& g = *s.curg();
        Frame n = Frame(state.range(0));
        for (auto _ : state) {
            for (Frame frame = 0; frame < n; ++frame) deferproc(s, g, frame, frame, 0, {});
            UnwindStep step = gopanic(s, g, n, {1, 2}, {});
            while (step.kind == UnwindStep::Kind::RunDefer) {
                if (step.defer->payload[0] == 0) gorecover(s, g, step.top + 1, false, 0);
                step = deferDone(s, g);
            }
            benchmark::DoNotOptimize(deferreturn(s, g, step.top));
        }
    });
}
BENCHMARK(panicRecover)->Arg(1)->Arg(10)->Arg(100);

void deferReturn(benchmark::State& state) {
    asMain(1, nullptr, [&](Sched& s) {
        G& g = *s.curg();
        for (auto _ : state) {
            deferproc(s, g, 1, 0, 0, {});
            deferreturn(s, g, 1);
            benchmark::DoNotOptimize(deferDone(s, g));
        }
    });
}
BENCHMARK(deferReturn);

int64_t residentBytes() {
    std::ifstream statm("/proc/self/statm");
    int64_t size = 0, resident = 0;
    statm >> size >> resident;
    return resident * 4096;
}

/// Bytes of a goroutine parked on a channel.
void parked(benchmark::State& state) {
    for (auto _ : state)
        asMain(1, nullptr, [&](Sched& s) {
            Hchan* gate = makechan(s, 0, 0, nullptr, 0, 0);
            std::function<void()> wait = [&] { chanrecv(s, gate, nullptr); };
            int64_t before = residentBytes();
            for (int64_t i = 0; i < state.range(0); ++i) s.newproc(body, &wait);
            s.goyield();
            timeSleep(s, 1'000'000'000);
            state.counters["bytes"] = double(residentBytes() - before) / double(state.range(0));
        });
}
BENCHMARK(parked)->Arg(100'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
