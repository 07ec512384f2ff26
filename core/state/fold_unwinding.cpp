// Frames, deferred calls and panics of the goroutine an event happened on. Depth is the index of a frame; an event
// tells its depth, so that a list that lost its beginning (a late start, a gap) heals itself.
#include "state/fold.h"

#include <algorithm>

namespace unwind::state {
namespace {

using trace::Event;
using trace::Kind;

constexpr uint64_t kMaxFrames = uint64_t{1} << 24;
constexpr uint64_t kMaxMissing = 4096; ///< frames that are made up when a log tells of a depth never reached

Panic* editPanic(Goroutine& g, PanicId id) { return const_cast<Panic*>(g.findPanic(id)); }
Defer* editDefer(Goroutine& g, DeferId id) { return const_cast<Defer*>(g.findDefer(id)); }

/// The frames from this index on are gone, and with them their deferred calls; those that will never run stay, as a fact.
void dropFrames(Goroutine& g, uint64_t depth) {
    if (g.frames.size() > depth)
        g.frames.resize(size_t(depth));
    while (!g.defers.empty() && g.defers.back().depth >= depth && g.defers.back().state != DeferState::Skipped)
        g.defers.pop_back();
}

/// Deferred calls that ended, from this depth on, whose frames must be gone though no event told (no calls recorded).
void dropDone(Goroutine& g, uint64_t depth) {
    while (!g.defers.empty() && g.defers.back().depth >= depth && g.defers.back().state == DeferState::Done) {
        g.defers.pop_back();
    }
}

void call(Goroutine& g, const Event& e) {
    const uint64_t depth = e.args[1];
    if (depth >= kMaxFrames || depth > g.frames.size() + kMaxMissing)
        return;
    dropFrames(g, depth);
    g.frames.resize(size_t(depth));
    const SourcePos at = trace::unpackPos(e.args[2]);
    if (at.isValid() && !g.beginning && depth > 0)
        g.frames.back().at = at;
    g.frames.push_back(Frame{.function = FuncId{uint32_t(e.args[0])}, .deferred = g.beginning});
    g.beginning = {};
}

void statement(Goroutine& g, const Event& e) {
    g.at = trace::unpackPos(e.args[0]);
    if (!g.frames.empty())
        g.frames.back().at = g.at;
}

/// Calls stand by frame, then by age: one may be deferred for a frame that is not the newest (a loop body over a
/// function).
void pushDefer(Goroutine& g, const Event& e) {
    const uint64_t depth = std::min<uint64_t>(e.args[2], kMaxFrames);
    dropDone(g, depth);
    auto place = g.defers.end();
    while (place != g.defers.begin() && std::prev(place)->depth > depth)
        --place;
    g.defers.insert(place, Defer{.id = DeferId{e.args[0]},
                                 .function = FuncId{uint32_t(e.args[1])},
                                 .depth = uint32_t(depth),
                                 .at = trace::unpackPos(e.args[3]),
                                 .args = e.args[4],
                                 .pushed = e.seq});
}

void beginDefer(Goroutine& g, const Event& e) {
    g.beginning = DeferId{e.args[0]};
    Defer* d = editDefer(g, DeferId{e.args[0]});
    if (!d)
        return;
    d->state = DeferState::Running;
    d->why = DeferWhy(e.args[1]);
    d->panic = PanicId{e.args[2]};
    d->begun = e.seq;
    if (Panic* p = editPanic(g, d->panic))
        ++p->deferredBegun;
    if (d->why == DeferWhy::Return)
        dropDone(g, uint64_t{d->depth} + 1);
}

/// The call of a nil func has a frame that no event tells of. It is made up when something is called on it, and gone with that.
void dropUntold(const Snapshot& s, Goroutine& g) {
    if (!s.afterGap && !g.frames.empty() && !g.frames.back().function)
        g.frames.pop_back();
}

void endDefer(Goroutine& g, const Event& e) {
    if (g.beginning == DeferId{e.args[0]})
        g.beginning = {};
    if (Defer* d = editDefer(g, DeferId{e.args[0]})) {
        d->state = DeferState::Done;
        d->how = DeferEndHow(e.args[1]);
        d->ended = e.seq;
    }
}

void skipDefer(Snapshot& s, const Event& e) {
    const DeferId id{e.args[0]};
    GoId owner = e.go;
    if (const Goroutine* g = s.find(owner); !g || !g->findDefer(id)) {
        for (const auto& [other, goroutine] : s.goroutines) {
            if (goroutine.findDefer(id))
                owner = other;
        }
    }
    Goroutine* g = editGoroutine(s, owner);
    Defer* d = g ? editDefer(*g, id) : nullptr;
    if (!d)
        return;
    d->state = DeferState::Skipped;
    d->skipped = SkipCause(e.args[1]);
    d->ended = e.seq;
}

Panic& beginRecord(Goroutine& g, const Event& e, PanicId link) {
    if (!g.unwinding() && !link)
        g.panics.clear();
    g.beginning = {};
    Panic& p = g.panics.emplace_back();
    p.id = PanicId{e.args[0]};
    p.link = link;
    p.begun = e.seq;
    return p;
}

void beginPanic(Goroutine& g, const Event& e) {
    Panic& p = beginRecord(g, e, PanicId{e.args[5]});
    p.value = e.args[1];
    p.type = e.args[2];
    p.at = trace::unpackPos(e.args[3]);
    p.kind = PanicKind(e.args[4]);
}

void beginGoexit(Goroutine& g, const Event& e) {
    Panic& p = beginRecord(g, e, PanicId{e.args[2]});
    p.goexit = true;
    p.at = trace::unpackPos(e.args[1]);
}

void endRecord(Goroutine& g, uint64_t id, PanicState state, Seq seq, PanicId by = {}) {
    Panic* p = editPanic(g, PanicId{id});
    if (!p)
        return;
    if (by)
        p->by = by;
    if (state == PanicState::Aborted && p->state != PanicState::Running)
        return; // recovered before: it stays that
    p->state = state;
    if (p->ended == kNoSeq || state == PanicState::Fatal)
        p->ended = seq;
}

void resumeAt(Goroutine& g, const Event& e, bool intercepted) {
    endRecord(g, e.args[0], PanicState::Recovered, e.seq);
    if (Panic* p = editPanic(g, PanicId{e.args[0]})) {
        p->intercepted = intercepted;
        p->resumeFunction = FuncId{uint32_t(e.args[1])};
        p->resumeAt = trace::unpackPos(e.args[3]);
    }
}

void recoverCall(Snapshot& s, Goroutine& g, const Event& e) {
    s.lastRecover = RecoverFact{.seq = e.seq,
                                .go = e.go,
                                .verdict = RecoverVerdict(e.args[0]),
                                .panic = PanicId{e.args[1]},
                                .value = e.args[2],
                                .at = trace::unpackPos(e.args[4])};
    const Panic* p = g.findPanic(PanicId{e.args[1]});
    if (s.lastRecover.verdict == RecoverVerdict::Recovered && p && !p->goexit) {
        endRecord(g, e.args[1], PanicState::Recovered, e.seq);
    }
}

void resumeGoexit(Goroutine& g, const Event& e) {
    if (Panic* p = editPanic(g, PanicId{e.args[0]})) {
        p->state = PanicState::Running;
        p->ended = kNoSeq;
        p->by = {};
    }
}

bool foldPanics(Snapshot& s, Goroutine& g, const Event& e) {
    switch (e.kind) {
    case Kind::PanicBegin: beginPanic(g, e); return true;
    case Kind::GoexitBegin: beginGoexit(g, e); return true;
    case Kind::RecoverCall: recoverCall(s, g, e); return true;
    case Kind::PanicRecovered: resumeAt(g, e, false); return true;
    case Kind::GoexitIntercepted: resumeAt(g, e, true); return true;
    case Kind::PanicAborted: endRecord(g, e.args[0], PanicState::Aborted, e.seq, PanicId{e.args[1]}); return true;
    case Kind::PanicRepanic: endRecord(g, e.args[1], PanicState::Repanicked, e.seq, PanicId{e.args[0]}); return true;
    case Kind::PanicFatal: endRecord(g, e.args[0], PanicState::Fatal, e.seq); return true;
    case Kind::GoexitResume: resumeGoexit(g, e); return true;
    case Kind::GoexitEnd: endRecord(g, e.args[0], PanicState::Done, e.seq); return true;
    default: return false;
    }
}

} // namespace

bool foldUnwinding(Snapshot& s, const Event& e) {
    if (e.kind < Kind::Call || e.kind > Kind::GoexitIntercepted)
        return false;
    if (e.kind == Kind::DeferSkip) {
        skipDefer(s, e);
        return true;
    }
    Goroutine* g = editGoroutine(s, e.go);
    if (!g)
        return true;
    switch (e.kind) {
    case Kind::Call: call(*g, e); return true;
    case Kind::Return:
    case Kind::FrameDiscard:
        dropFrames(*g, e.args[1]);
        dropUntold(s, *g);
        return true;
    case Kind::Stmt: statement(*g, e); return true;
    case Kind::DeferPush: pushDefer(*g, e); return true;
    case Kind::DeferBegin: beginDefer(*g, e); return true;
    case Kind::DeferEnd:
        endDefer(*g, e);
        dropUntold(s, *g);
        return true;
    default: return foldPanics(s, *g, e);
    }
}

} // namespace unwind::state
