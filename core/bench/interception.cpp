#include "bench/interception.h"

#include "runtime/sched.h"
#include "vm/heap.h"

#include <ctime>

namespace unwind::bench {
namespace {

using runtime::G;
using runtime::Interception;
using runtime::Sched;

constexpr std::array<ArticleFigures, kWays> kArticle{{{8.2, 0.3}, {47.6, 2.1}, {12.9, 0.7}}};

double threadNanoseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e9 + double(now.tv_nsec);
}

/// What reading the clock itself takes: the least of many.
double clockCost() {
    double least = 1e9;
    for (int i = 0; i < 1000; ++i) {
        const double before = threadNanoseconds();
        least = std::min(least, threadNanoseconds() - before);
    }
    return least;
}

/// Memory from the VM's own heap, with its collector.
struct HeapHooks : runtime::Hooks {
    HeapHooks() : heap({}), layout(heap.addLayout(sizeof(runtime::ExitHook) / 8, {0})) {}
    void* allocate(size_t bytes) override {
        ++allocations;
        return heap.allocate(bytes, layout);
    }
    void write(int, std::string_view) override {}
    vm::Heap heap;
    vm::LayoutId layout;
    uint64_t allocations = 0; ///< the heap counts by the run of objects that it hands out
};

/// What has been counted since the start.
struct Counts {
    uint64_t allocations = 0, collections = 0, handled = 0;
};

/// One way, on a scheduler of its own whose main goroutine takes turns when it is told to.
class Bench {
public:
    Bench(Interception way, size_t goroutines)
        : m_goroutines(goroutines), m_sched(m_hooks, options(way)) {
        m_hooks.heap.scanRoots = [this] {
            m_sched.forEachG([this](G& g) { m_hooks.heap.mark(g.exitHooks); });
        };
        m_sched.start(
            [](G&, void* context) { static_cast<Bench*>(context)->main(); }, this);
    }

    /// Starts as many goroutines as agreed and lets them all exit; returns the CPU time of the latter.
    double turn() {
        m_sched.run(); // until main pauses again
        return m_nanoseconds;
    }
    Counts counts() const { return {m_hooks.allocations, m_hooks.heap.stats().collections, m_handled}; }

private:
    runtime::SchedOptions options(Interception way) {
        runtime::SchedOptions options;
        options.procs = 1;
        options.interception = {way, [](G&, void* context) { ++*static_cast<uint64_t*>(context); }, &m_handled};
        return options;
    }

    void main() {
        while (true) {
            for (size_t i = 0; i < m_goroutines; ++i) m_sched.newproc(exits, this);
            const double before = threadNanoseconds();
            while (m_sched.numGoroutine() > 1) m_sched.gosched();
            m_nanoseconds = threadNanoseconds() - before;
            m_sched.pauseHere();
        }
    }

    static void exits(G& g, void* context) {
        Sched& s = static_cast<Bench*>(context)->m_sched;
        runtime::interceptGoexit(s, g);
        runtime::goexit(s, g, 0, 0); // there are no deferred calls: the step is Exit, which leaves the body
    }

    size_t m_goroutines;
    uint64_t m_handled = 0;
    double m_nanoseconds = 0;
    HeapHooks m_hooks;
    Sched m_sched;
};

using Benches = std::array<std::unique_ptr<Bench>, kWays>;

/// Each way's time for a repetition. Who begins changes from turn to turn.
std::array<double, kWays> repetition(Benches& benches, size_t turns) {
    std::array<double, kWays> time{};
    for (size_t turn = 0; turn < turns; ++turn)
        for (size_t i = 0; i < kWays; ++i) {
            const size_t way = (turn + i) % kWays;
            time[way] += benches[way]->turn();
        }
    return time;
}

} // namespace

std::string_view wayName(Interception way) {
    static constexpr std::string_view names[kWays] = {"none", "hook", "stackguard"};
    return names[size_t(way)];
}

InterceptionResult measureInterception(const InterceptionOptions& options) {
    InterceptionResult result{options, uint64_t(options.repetitions) * options.turns * options.goroutines, {}};
    Benches benches;
    for (size_t i = 0; i < kWays; ++i) benches[i] = std::make_unique<Bench>(Interception(i), options.goroutines);
    const double clock = clockCost(), perRepetition = double(options.turns * options.goroutines);
    const size_t all = options.warmUp + options.repetitions;
    std::array<Counts, kWays> before{};
    for (size_t done = 0; done < all; ++done) {
        if (done == options.warmUp)
            for (size_t i = 0; i < kWays; ++i) before[i] = benches[i]->counts();
        const auto time = repetition(benches, options.turns);
        for (size_t i = 0; i < kWays && done >= options.warmUp; ++i)
            result.ways[i].samples.push_back((time[i] - clock * double(options.turns)) / perRepetition);
        if (options.progress) options.progress(done + 1, all);
    }
    for (size_t i = 0; i < kWays; ++i) {
        WayResult& way = result.ways[i];
        const Counts counts = benches[i]->counts();
        way.way = Interception(i);
        way.time = summarise(way.samples);
        way.ratio = summarise(ratios(way.samples, result.ways[0].samples));
        way.allocations = counts.allocations - before[i].allocations;
        way.collections = counts.collections - before[i].collections;
        way.handled = counts.handled - before[i].handled;
        way.article = kArticle[i];
    }
    return result;
}

} // namespace unwind::bench
