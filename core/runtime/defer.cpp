// Deferred calls: stored per goroutine, newest first and ordered by frame; those in progress form a second list.
#include "runtime/unwinder.h"

namespace unwind::runtime {

using trace::DeferEndHow;
using trace::DeferWhy;
using trace::Kind;

Defer* deferproc(Sched& s, G& g, Frame frame, uint64_t payload0, uint64_t payload1, const DeferFacts& facts) {
    Defer* d = s.newDefer();
    d->frame = frame;
    d->payload[0] = payload0;
    d->payload[1] = payload1;
    d->panic = nullptr;
    Defer** at = &g.defers;
    while (*at && (*at)->frame > frame) at = &(*at)->link;
    d->link = *at;
    *at = d;
    s.emit(Kind::DeferPush, d->id, facts.function, frame, facts.at, facts.args);
    return d;
}

UnwindStep deferreturn(Sched& s, G& g, Frame frame) {
    if (!g.hasDefers(frame)) return {UnwindStep::Kind::Return, frame};
    Defer* d = Unwinder{s, g}.begin(DeferWhy::Return, nullptr, frame + 1);
    return {UnwindStep::Kind::RunDefer, frame, d};
}

UnwindStep deferDone(Sched& s, G& g) {
    Unwinder u{s, g};
    DeferWhy why = g.running->why;
    Frame frame = g.running->frame;
    uint64_t place = g.running->place;
    u.end(DeferEndHow::Returned);
    if (why == DeferWhy::Return) return deferreturn(s, g, frame);
    return g.panic->recovered ? u.recovery(frame, place) : u.next();
}

Defer* Unwinder::begin(DeferWhy why, Panic* panic, Frame callFrame) {
    Defer* d = g.defers;
    g.defers = d->link;
    d->why = why;
    d->panic = panic;
    d->callFrame = callFrame;
    d->link = g.running;
    g.running = d;
    s.emit(Kind::DeferBegin, d->id, why, panic ? panic->id : PanicId{});
    return d;
}

void Unwinder::end(DeferEndHow how) {
    Defer* d = g.running;
    g.running = d->link;
    s.emit(Kind::DeferEnd, d->id, how);
    s.freeDefer(d);
}

Defer* Unwinder::runningAt(Frame frame) const {
    for (Defer* d = g.running; d; d = d->link)
        if (d->callFrame == frame) return d;
    return nullptr;
}

} // namespace unwind::runtime
