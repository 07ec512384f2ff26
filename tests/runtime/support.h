// Plays the VM in tests of the runtime: collects events in memory, runs C++ callables as goroutines, and MiniVm, a machine
// of a dozen instructions whose functions defer, panic, recover and Goexit.
#pragma once

#include "runtime/sched.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace unwind::runtime::test {

using trace::Kind;

struct MemorySink : trace::Sink {
    std::vector<trace::Event> events;
    std::vector<std::string> strings{""};
    std::map<std::string, uint64_t, std::less<>> ids;

    uint64_t intern(std::string_view text) override {
        if (text.empty()) return 0;
        auto [it, isNew] = ids.try_emplace(std::string(text), strings.size());
        if (isNew) strings.emplace_back(text);
        return it->second;
    }
    void emit(Kind kind, Time time, ProcId proc, GoId go, std::initializer_list<uint64_t> args) override {
        trace::Event e{events.size(), time, kind, proc, go, {}};
        std::copy(args.begin(), args.end(), e.args.begin());
        events.push_back(e);
    }
    Seq next() const override { return events.size(); }

    std::vector<trace::Event> of(Kind kind) const {
        std::vector<trace::Event> found;
        for (auto& e : events)
            if (e.kind == kind) found.push_back(e);
        return found;
    }
    size_t count(Kind kind) const { return of(kind).size(); }
    /// One line an event, all of them: equal for equal runs.
    std::string dump() const {
        std::string text;
        for (auto& e : events) {
            text += std::to_string(e.time) + ' ' + std::to_string(e.proc.value) + ' ' + std::to_string(e.go.value) + ' ' +
                    std::string(trace::kindName(e.kind));
            for (size_t i = 0; i < trace::kindArgCount(e.kind); ++i) text += ' ' + std::to_string(e.args[i]);
            text += '\n';
        }
        return text;
    }
};

struct TestHooks : Hooks {
    std::string out, err;
    std::function<void(Timer&)> onTimer;
    void write(int fd, std::string_view text) override { (fd == 1 ? out : err) += text; }
    std::string traceback(const G& g) override { return "main.f" + std::to_string(g.id.value) + "()\n"; }
    std::string printFaultText(const G&, const Panic& p) override { return "from " + std::to_string(p.value.data); }
    void timerFired(Timer& timer) override {
        if (onTimer) onTimer(timer);
    }
};

/// A scheduler whose goroutines are C++ callables.
struct World {
    MemorySink sink;
    TestHooks hooks;
    std::deque<std::function<void()>> bodies;
    Sched s;

    explicit World(int procs = 4, uint64_t seed = 1, profile::Profile profile = {}, bool record = true,
                   const InterceptionOptions& interception = {})
        : s(hooks, SchedOptions{procs, seed, profile, record ? &sink : nullptr, 0, {}, false, interception}) {}
    static void body(G&, void* context) { (*static_cast<std::function<void()>*>(context))(); }
    G* go(std::function<void()> f) {
        bodies.push_back(std::move(f));
        return s.newproc(body, &bodies.back());
    }
    int run(std::function<void()> main) {
        bodies.push_back(std::move(main));
        s.start(body, &bodies.back());
        return s.run().exitCode;
    }
    /// Costs virtual time as a VM's instructions do.
    void work(Time ns, Time step = 100) {
        for (; ns > 0; ns -= step) {
            s.budget -= step;
            if (s.budget < 0) s.sliceEnd();
        }
    }
};

/// A function of the tiny machine.
struct Fn;
struct Op {
    enum class Kind { Log, Call, Defer, DeferRecover, Panic, Goexit, Recover, RecoverPanicAgain, Do };
    Kind kind{};
    std::string text;
    const Fn* fn = nullptr;
    uint64_t value = 0;
    std::function<void()> run;
};
struct Fn {
    std::vector<Op> ops;
    bool wrapper = false;
};

inline Op log(std::string text) { return {Op::Kind::Log, std::move(text)}; }
inline Op call(const Fn& fn) { return {Op::Kind::Call, "", &fn}; }
inline Op defer(const Fn& fn) { return {Op::Kind::Defer, "", &fn}; }
inline Op deferRecover() { return {Op::Kind::DeferRecover}; }
inline Op panic(uint64_t v) { return {Op::Kind::Panic, "", nullptr, v}; }
inline Op doGoexit() { return {Op::Kind::Goexit}; }
inline Op recover(std::string tag = "r") { return {Op::Kind::Recover, std::move(tag)}; }
inline Op recoverPanicAgain() { return {Op::Kind::RecoverPanicAgain}; }
inline Op run(std::function<void()> f) { return {Op::Kind::Do, "", nullptr, 0, std::move(f)}; }

/// Runs Fns on a World. log() and recover results are collected, space separated.
struct MiniVm {
    World& w;
    std::string trace;                          ///< what the programs logged
    std::map<uint64_t, const Fn*> printMethods; ///< values whose text is made by running a function

    struct VmFrame {
        const Fn* fn = nullptr;
        size_t pc = 0;
        enum class Role { Plain, Deferred, Print } role = Role::Plain;
        bool leaving = false;
    };
    struct Body {
        MiniVm* vm;
        const Fn* fn;
    };
    std::deque<Body> bodies;

    explicit MiniVm(World& world) : w(world) {}
    static void entry(G& g, void* context) {
        auto* body = static_cast<Body*>(context);
        body->vm->interpret(g, *body->fn);
    }
    int main(const Fn& fn) {
        bodies.push_back({this, &fn});
        w.s.start(entry, &bodies.back());
        return w.s.run().exitCode;
    }
    G* go(const Fn& fn) {
        bodies.push_back({this, &fn});
        return w.s.newproc(entry, &bodies.back());
    }
    void note(const std::string& text) { trace += trace.empty() ? text : " " + text; }

    using Frames = std::deque<VmFrame>;
    std::map<G*, Frames> stacks; ///< not on the fiber: an ended program abandons fibers

    void interpret(G& g, const Fn& first) {
        Frames& frames = stacks[&g];
        frames.clear();
        frames.push_back({&first});
        while (!frames.empty()) {
            VmFrame& f = frames.back();
            Frame index = Frame(frames.size() - 1);
            if (f.leaving || f.pc == f.fn->ops.size()) {
                f.leaving = true;
                follow(g, frames, deferreturn(w.s, g, index));
                continue;
            }
            execute(g, frames, index, f.fn->ops[f.pc++]);
        }
    }

    void execute(G& g, Frames& frames, Frame index, const Op& op) {
        w.s.budget -= 10;
        switch (op.kind) {
        case Op::Kind::Log: note(op.text); break;
        case Op::Kind::Call: frames.push_back({op.fn}); break;
        case Op::Kind::Defer: deferproc(w.s, g, index, reinterpret_cast<uint64_t>(op.fn), 0, {}); break;
        case Op::Kind::DeferRecover: deferproc(w.s, g, index, 0, 0, {}); break;
        case Op::Kind::Panic: follow(g, frames, gopanic(w.s, g, index, {1, op.value}, {})); break;
        case Op::Kind::Goexit: follow(g, frames, goexit(w.s, g, index, 0)); break;
        case Op::Kind::Recover:
        case Op::Kind::RecoverPanicAgain: doRecover(g, frames, index, op); break;
        case Op::Kind::Do: op.run(); break;
        }
        if (w.s.budget < 0) w.s.sliceEnd();
    }

    void doRecover(G& g, Frames& frames, Frame index, const Op& op) {
        Frame caller = index;
        while (caller > 0 && frames[caller - 1].fn->wrapper) --caller;
        RecoverAnswer a = gorecover(w.s, g, caller, false, 0);
        if (a.kind == RecoverAnswer::Kind::RaiseError) {
            follow(g, frames, gopanic(w.s, g, index, {2, 0}, {}));
        } else if (op.kind == Op::Kind::RecoverPanicAgain) {
            follow(g, frames, gopanic(w.s, g, index, a.value, {}));
        } else {
            note(op.text + "=" + (a.kind == RecoverAnswer::Kind::Value          ? std::to_string(a.value.data)
                                  : a.kind == RecoverAnswer::Kind::GoexitSignal ? "goexit"
                                                                                : "nil"));
        }
    }

    void follow(G& g, Frames& frames, UnwindStep step) {
        for (;;) {
            frames.resize(std::min(frames.size(), size_t(step.top) + 1));
            switch (step.kind) {
            case UnwindStep::Kind::RunDefer:
                if (auto* fn = reinterpret_cast<const Fn*>(step.defer->payload[0])) {
                    frames.push_back({fn, 0, VmFrame::Role::Deferred});
                    return;
                }
                note("dr=" + std::to_string(gorecover(w.s, g, step.defer->frame, true, 0).value.data));
                step = deferDone(w.s, g);
                continue;
            case UnwindStep::Kind::PrintValue:
                if (auto it = printMethods.find(step.panic->value.data); it != printMethods.end()) {
                    frames.push_back({it->second, 0, VmFrame::Role::Print});
                    return;
                }
                step = panicPrinted(w.s, g, "v" + std::to_string(step.panic->value.data));
                continue;
            case UnwindStep::Kind::Return: {
                VmFrame::Role role = frames.back().role;
                frames.pop_back();
                if (role == VmFrame::Role::Plain) return;
                step = role == VmFrame::Role::Deferred ? deferDone(w.s, g) : panicPrinted(w.s, g, "made");
                continue;
            }
            case UnwindStep::Kind::Resume: frames.back().leaving = true; return;
            case UnwindStep::Kind::Exit: frames.clear(); return;
            case UnwindStep::Kind::Fatal: return;
            }
        }
    }

    /// The unwinding events, one word each: "Push1 Begin1:Panic:p1 Recover:Recovered:p1 End1:Returned PanicRecovered1 …".
    std::string story() const;
};

inline std::string MiniVm::story() const {
    static const char* const why[] = {"Return", "Panic", "Goexit"};
    static const char* const how[] = {"Returned", "Panicked", "Goexited", "RecoveredAway"};
    static const char* const skip[] = {"OsExit", "MainReturned", "Fatal", "UncaughtPanic", "GoexitRule"};
    static const char* const verdict[] = {"Recovered",          "GoexitObserved",   "NoPanic",       "NotDeferred",      "NotDirect",
                                          "DeferredByDeferred", "DeferredDirectly", "DuringGoexit", "AlreadyRecovered", "RaisedError"};
    std::string text;
    for (auto& e : w.sink.events) {
        auto n = [&](size_t i) { return std::to_string(e.args[i]); };
        std::string word;
        switch (e.kind) {
        case Kind::DeferPush: word = "Push" + n(0); break;
        case Kind::DeferBegin: word = "Begin" + n(0) + ":" + why[e.args[1]] + (e.args[2] ? n(2) : ""); break;
        case Kind::DeferEnd: word = "End" + n(0) + ":" + how[e.args[1]]; break;
        case Kind::DeferSkip: word = "Skip" + n(0) + ":" + skip[e.args[1]]; break;
        case Kind::PanicBegin: word = "Panic" + n(0) + (e.args[5] ? "<" + n(5) : ""); break;
        case Kind::RecoverCall: word = "Recover:" + std::string(verdict[e.args[0]]) + (e.args[1] ? n(1) : ""); break;
        case Kind::PanicRecovered: word = "Recovered" + n(0) + "@" + n(2); break;
        case Kind::PanicAborted: word = "Aborted" + n(0) + "by" + n(1); break;
        case Kind::PanicRepanic: word = "Repanic" + n(0) + "of" + n(1); break;
        case Kind::PanicFatal: word = "Fatal" + n(0); break;
        case Kind::GoexitBegin: word = "Goexit" + n(0) + (e.args[2] ? "<" + n(2) : ""); break;
        case Kind::GoexitResume: word = "GoexitResume" + n(0) + "after" + n(1); break;
        case Kind::GoexitEnd: word = "GoexitEnd" + n(0); break;
        case Kind::GoexitIntercepted: word = "Intercepted" + n(0) + "@" + n(2); break;
        default: continue;
        }
        text += text.empty() ? word : " " + word;
    }
    return text;
}

} // namespace unwind::runtime::test
