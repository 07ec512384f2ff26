#include "state/fold.h"

#include <algorithm>

namespace unwind::state {
namespace {

using trace::Event;
using trace::Kind;

void create(Snapshot& s, const Event& e) {
    Goroutine* g = editGoroutine(s, GoId{e.args[0]});
    if (!g)
        return;
    g->parent = e.go;
    g->function = FuncId{uint32_t(e.args[1])};
    g->created = trace::unpackPos(e.args[2]);
    g->createdSeq = e.seq;
    g->statusSince = e.time;
}

void changeStatus(Snapshot& s, const Event& e) {
    Goroutine* g = editGoroutine(s, GoId{e.args[0]});
    if (!g || e.args[2] > uint64_t(GStatus::Gdead))
        return;
    if (g->status == GStatus::Gwaiting && GStatus(e.args[2]) != GStatus::Gwaiting) {
        g->wait = WaitReason::None;
        g->waitObject = 0;
    }
    g->status = GStatus(e.args[2]);
    g->statusSince = e.time;
    if (g->status == GStatus::Gdead)
        g->ended = e.seq;
}

void start(Snapshot& s, const Event& e) {
    const GoId id{e.args[0]};
    if (Processor* p = editProcessor(s, e.proc))
        p->running = id;
    if (Goroutine* g = editGoroutine(s, id))
        g->proc = e.proc;
}

/// The running goroutine leaves its P.
Goroutine* leave(Snapshot& s, const Event& e) {
    Goroutine* g = editGoroutine(s, e.go);
    const ProcId proc = g && e.proc == kNoProc ? g->proc : e.proc;
    if (Processor* p = editProcessor(s, proc)) {
        if (!g || p->running == g->id)
            p->running = {};
    }
    if (g)
        g->proc = kNoProc;
    return g;
}

void block(Snapshot& s, const Event& e) {
    if (Goroutine* g = leave(s, e)) {
        g->wait = WaitReason(e.args[0]);
        g->waitObject = e.args[1];
    }
}

/// What it was, how its panics ended and which of its deferred calls never ran stays.
void destroy(Snapshot& s, const Event& e) {
    Goroutine* g = leave(s, e);
    if (!g)
        return;
    g->frames.clear();
    g->beginning = {};
    std::erase_if(g->defers, [](const Defer& d) { return d.state != DeferState::Skipped; });
    if (g->ended == kNoSeq)
        g->ended = e.seq;
}

bool foldProcessors(Snapshot& s, const Event& e) {
    switch (e.kind) {
    case Kind::ProcStart:
    case Kind::ProcStop:
    case Kind::SpinBegin:
    case Kind::SpinEnd: break;
    default: return false;
    }
    Processor* p = editProcessor(s, e.proc);
    if (!p)
        return true;
    switch (e.kind) {
    case Kind::ProcStart: p->machine = MachineId{int32_t(e.args[0])}; break;
    case Kind::ProcStop:
        p->machine = kNoMachine;
        p->running = {};
        p->spinning = false;
        break;
    default: p->spinning = e.kind == Kind::SpinBegin; break;
    }
    return true;
}

bool foldObjects(Snapshot& s, const Event& e) {
    switch (e.kind) {
    case Kind::ChanMake:
        s.channels.edit(e.args[0]) =
            Channel{.id = e.args[0], .capacity = e.args[1], .type = e.args[2], .made = trace::unpackPos(e.args[3])};
        return true;
    case Kind::ChanSend:
    case Kind::ChanRecv:
        if (Channel* c = s.channels.editIfThere(e.args[0]))
            c->length = e.args[2];
        return true;
    case Kind::ChanClose:
        if (Channel* c = s.channels.editIfThere(e.args[0]))
            c->closed = true;
        return true;
    case Kind::TimerStart: s.timers.edit(e.args[0]) = Time(e.args[1]); return true;
    case Kind::TimerStop:
    case Kind::TimerFire: s.timers.erase(e.args[0]); return true;
    default: return false;
    }
}

} // namespace

bool foldGoroutines(Snapshot& s, const Event& e) {
    switch (e.kind) {
    case Kind::ProgramStart:
        if (e.args[0] > 0)
            editProcessor(s, ProcId{int32_t(std::min<uint64_t>(e.args[0], 4096)) - 1});
        return true;
    case Kind::ProgramExit:
        s.exited = true;
        s.exitCode = int(int64_t(e.args[0]));
        s.exitReason = e.args[1];
        s.exitCause = SkipCause(e.args[2]);
        s.exitedBy = e.go;
        return true;
    case Kind::Output: ++s.outputCount; return true;
    case Kind::GoCreate: create(s, e); return true;
    case Kind::GoStatus: changeStatus(s, e); return true;
    case Kind::GoStart: start(s, e); return true;
    case Kind::GoStop: leave(s, e); return true;
    case Kind::GoBlock: block(s, e); return true;
    case Kind::GoUnblock: return true; // its status follows
    case Kind::GoDestroy: destroy(s, e); return true;
    default: return foldProcessors(s, e) || foldObjects(s, e);
    }
}

} // namespace unwind::state
