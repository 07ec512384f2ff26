// Go's scheduler as a discrete-event simulation on one host thread. Each P has a virtual clock; the P with the smallest one
// runs next, for a slice. The VM pays for instructions out of `budget` and calls sliceEnd() when it is below zero. Same
// options, same seed: the same events. Counterpart: runtime/proc.go, whose names and order of search are kept.
// A Sched is used from one thread; goroutine code calls it from its fiber, the host calls run().
#pragma once

#include "profile/profile.h"
#include "runtime/chan.h"
#include "runtime/g.h"
#include "runtime/hooks.h"
#include "runtime/sema.h"
#include "runtime/signal.h"
#include "trace/sink.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace unwind::runtime {

/// What scheduling costs in virtual nanoseconds, and its periods.
struct Costs {
    Time gopark = 60;
    Time newproc = 120;
    Time chanOp = 20;
    Time steal = 150;
    Time wake = 2'000;       ///< from startm until the M runs
    Time backoff = 3'000;    ///< a spinning M waits so long before it takes a runnext
    Time quantum = 1'000;    ///< how far a P may run ahead of the others
    Time preempt = 10'000'000;
};

/// How the scheduler intercepts Goexit, and whom it tells.
struct InterceptionOptions {
    Interception way = Interception::None;
    ExitHandler handler = nullptr;
    void* context = nullptr;
};

struct SchedOptions {
    int procs = 4;
    uint64_t seed = 1;
    profile::Profile profile;
    trace::Sink* sink = nullptr; ///< null: nothing is recorded
    size_t vmBytes = 0;          ///< room in each G's page for the VM
    Costs costs;
    bool awaitSignals = false;   ///< somebody may send signals: who waits for one is not asleep for ever
    InterceptionOptions interception;
};

struct Outcome {
    enum class Kind : uint8_t { Finished, Paused, Waiting /* for a signal, which only the host can send */ };
    Kind kind{};
    int exitCode = 0; ///< Finished
};

class Sched {
public:
    Sched(Hooks& hooks, const SchedOptions& options);
    ~Sched();
    Sched(const Sched&) = delete;
    Sched& operator=(const Sched&) = delete;

    // For the host
    /// Makes main (G1) and queues it. Once, before run().
    G* start(Body main, void* context, FuncId function = {}, uint64_t at = 0);
    /// Runs until the program ends or pauses. After Paused, goes on exactly there.
    Outcome run();
    /// A signal reaches the process at this virtual time, or now if that is past.
    void sendSignal(int number, Time when) { sendSignal({std::max(when, now()), number}); }
    /// A person sends one now; its event tells when that was.
    void injectSignal(int number) { sendSignal({now(), number, true}); }
    /// Makes the next slice end pause. May be called from a signal handler or another thread.
    void requestStop() { m_stopRequested.store(true, std::memory_order_relaxed); }

    // For the VM's loop, on a goroutine's fiber
    /// Virtual nanoseconds left of this slice. The VM subtracts what instructions cost and calls sliceEnd() below zero.
    int64_t budget = 0;
    /// Lets other Ps catch up, preempts, pauses; returns when the goroutine goes on.
    void sliceEnd();
    /// Returns to the host with Paused; comes back when run() is called again.
    void pauseHere();
    G* curg() const { return m_p ? m_p->curg : nullptr; }
    P* curp() const { return m_p; }
    /// Virtual time on the current P.
    Time now() const { return m_sliceEnd - budget; }

    // Goroutines
    /// A new goroutine, runnable, in the current P's runnext. Its g.vm may be prepared until the next call that blocks.
    G* newproc(Body body, void* context, FuncId function = {}, uint64_t at = 0);
    /// Parks the running goroutine until goready; object: id for the event (channel id, Hooks::objectId).
    void gopark(WaitReason reason, uint64_t object);
    void goready(G* g);
    void gosched();  ///< runtime.Gosched: to the global queue
    void goyield();  ///< to the local queue's tail
    /// A blocking system call that takes so long: the P is handed off, the goroutine comes back by the global queue.
    void syscallBlock(Time duration);
    size_t numGoroutine() const { return m_alive; }

    // Ends of the program; none returns
    [[noreturn]] void exit(int code);                  ///< os.Exit
    [[noreturn]] void fatal(std::string_view text);    ///< fatal error: TEXT, traces of all goroutines, status 2

    // Shared services
    void output(int fd, std::string_view text);        ///< event and Hooks::write
    uint32_t cheaprand();                              ///< the one source of randomness
    uint32_t cheaprandn(uint32_t n);                   ///< uniform in [0, n)
    std::string goroutineHeader(const G& g) const;     ///< "goroutine 7 [chan receive, 2 minutes]:"
    const profile::Profile& profile() const { return m_options.profile; }
    Hooks& hooks() { return m_hooks; }
    trace::Sink* sink() const { return m_sink; }
    const InterceptionOptions& interception() const { return m_options.interception; }
    const Costs& costs() const { return m_options.costs; }
    /// Records an event of the current P and G at the current virtual time.
    template <class... Args>
    void emit(trace::Kind kind, Args... args) {
        if (m_sink) [[unlikely]] emitNow(kind, curg() ? curg()->id : GoId{}, {asArg(args)...});
    }
    template <class... Args>
    void emitFor(const G& g, trace::Kind kind, Args... args) {
        if (m_sink) [[unlikely]] emitNow(kind, g.id, {asArg(args)...});
    }

    // For collectors and debuggers
    /// Calls f(G&) for each goroutine that is not dead, in order of creation of their Gs.
    template <class F>
    void forEachG(F&& f) {
        for (G* g : m_allgs)
            if (g->status != GStatus::Gdead && g->status != GStatus::Gidle) f(*g);
    }
    /// Calls f(Timer&) for each set timer.
    template <class F>
    void forEachTimer(F&& f) {
        for (auto& p : m_allp)
            for (Timer* t : p->timers) f(*t);
    }
    const std::vector<std::unique_ptr<P>>& allp() const { return m_allp; }
    /// Global queue, head first.
    std::vector<G*> globalQueue() const;

    // For the runtime's own files
    void casgstatus(G* g, GStatus from, GStatus to);   ///< asserts that the transition is legal
    void ready(G* g, bool next);
    Sudog* acquireSudog(G* g);
    void releaseSudog(Sudog* s);
    Defer* newDefer();
    void freeDefer(Defer* d);
    Panic* newPanic();
    void freePanic(Panic* p);
    void addTimer(Timer& timer);
    void removeTimer(Timer& timer);
    uint64_t nextChannel() { return ++m_nextChannel; }
    void spend(Time cost) { budget -= cost; }
    void emitStep(trace::StepName step, const G& g, uint64_t value = 0) { emit(trace::Kind::RuntimeStep, step, g.id, value); }
    /// Main returned: waits as Go does for running panics, then ends the program with 0.
    [[noreturn]] void mainReturned();
    /// Prints a fatal error and ends the program; leave() must follow on a fiber.
    void dieFatal(std::string_view text);
    /// Skips what is pending, tells the exit and makes run() return.
    void finish(int code, std::string_view reason, trace::SkipCause cause);
    /// Back to the host for good. The fiber is abandoned: its frames' destructors never run.
    [[noreturn]] void leave();
    std::unordered_map<uint32_t*, WaitQ>& semaphores() { return m_semaphores; }
    Signals& signals() { return m_signals; }
    int runningPanicDefers = 0;

private:
    template <class T>
    static uint64_t asArg(T value) {
        if constexpr (std::is_enum_v<T>) return uint64_t(value);
        else if constexpr (std::is_integral_v<T>) return uint64_t(value);
        else if constexpr (sizeof(value.value) == 4) return uint32_t(value.value);
        else return value.value;
    }
    void emitNow(trace::Kind kind, GoId go, std::initializer_list<uint64_t> args);

    // goroutines (proc.cpp)
    static void goroutineEntry(void* g);
    G* gfget();
    void gfput(G* g);
    void goexit1(G* g);
    void gdestroy(G* g);
    void switchTo(Fiber& target);
    void runNext();
    G* newG();
    void yieldTo(trace::StopReason reason, bool global);
    void unlockBeforePark(G* g);

    // the search for work (schedule.cpp)
    G* choose();
    G* findRunnable(P* p, bool& inheritTime);
    G* stealWork(P* p);
    bool maySpin(P* p);
    void execute(P* p, G* g, bool inheritTime);
    void wakep();
    void startm(P* p, bool spinning, Time at);
    void stopm(P* p);
    void resetspinning(P* p);
    void handoffp(P* p);
    void preempt(P* p);

    // the simulation (simulate.cpp)
    P* nextP();
    void beginSlice(P* p);
    void leaveSlice();
    void shortenSlice(Time end);
    Time earliestTimer() const;
    bool timersCanWake() const;
    void runTimers(P* owner);
    void fire(Timer& timer);
    bool checkdead();

    // signals (signal.cpp)
    void sendSignal(const Signals::Planned& signal);
    Time nextSignal() const;
    void deliverSignals();
    void deliver(const SignalFacts& signal, const G* interrupted, uint64_t sentAt = 0);
    void notifyExit();

    // run queues (runq.cpp)
    void runqput(P* p, G* g, bool next);
    void runqputslow(P* p, G* g);
    G* runqget(P* p, bool* inheritTime = nullptr);
    G* runqsteal(P* thief, P* victim, bool takeRunnext);
    void globrunqput(G* g);
    G* globrunqget(P* p, int max);

    // ends (end.cpp)
    std::string tracebackAll(const G* first);
    void skipDefers(trace::SkipCause cause);
    [[noreturn]] void doExit(int code);
    void checkExiting(G* g);
    void exitMain();

    Hooks& m_hooks;
    SchedOptions m_options;
    trace::Sink* m_sink;
    P* m_p = nullptr;
    Time m_sliceEnd = 0;
    Time m_logTime = 0;
    Fiber m_host;
    Fiber* m_fiber = &m_host;  ///< whose stack is running
    Fiber* m_paused = nullptr; ///< goes on there after a pause
    StackPool m_stacks;
    std::vector<std::unique_ptr<P>> m_allp;
    std::vector<P*> m_pidle;   ///< last-in first-out
    std::vector<std::unique_ptr<M>> m_allm;
    std::vector<M*> m_midle;
    int m_nmspinning = 0;
    std::deque<G*> m_runq; ///< the global queue
    std::vector<G*> m_allgs;
    std::vector<G*> m_gfree; ///< dead ones for reuse, the last first
    size_t m_alive = 0;
    uint64_t m_nextGo = 0, m_nextDefer = 0, m_nextPanic = 0, m_nextChannel = 0, m_nextTimer = 0, m_timerOrder = 0;
    size_t m_plainTimers = 0;  ///< set timers that are not of kind SendTime
    uint64_t m_random;
    Signals m_signals;
    Outcome m_outcome;
    bool m_ended = false;
    std::atomic<bool> m_stopRequested = false;
    bool m_exiting = false;    ///< a profile's os.Exit: the flag and the code
    int m_exitCode = 0;
    Defer* m_deferFree = nullptr;
    Panic* m_panicFree = nullptr;
    Sudog* m_sudogFree = nullptr;
    std::vector<std::unique_ptr<Defer[]>> m_deferBlocks;
    std::vector<std::unique_ptr<Panic>> m_panics;
    std::vector<std::unique_ptr<Sudog>> m_sudogs;
    std::unordered_map<uint32_t*, WaitQ> m_semaphores;
};

} // namespace unwind::runtime
