// Shared by defer.cpp, panic.cpp and recover.cpp: the moves of the unwinding state machine.
#pragma once

#include "runtime/sched.h"

namespace unwind::runtime {

struct Unwinder {
    Sched& s;
    G& g;

    /// Takes the newest pending call into the running list.
    Defer* begin(trace::DeferWhy why, Panic* panic, Frame callFrame);
    /// The innermost running call is over.
    void end(trace::DeferEndHow how);
    /// The running deferred call that is frame, or null.
    Defer* runningAt(Frame frame) const;
    /// What the newest record of the chain does next.
    UnwindStep next();
    /// The recovered newest record's deferred call, of frame f, has returned.
    UnwindStep recovery(Frame f, uint64_t place);
    /// Nobody recovered: the next value to print, or the end.
    UnwindStep preprint();
    /// Drops the newest record.
    void pop();

private:
    void overtake(Panic* by, const Defer* nextCall);
    void abortRecord(Panic* older, Panic* by);
    UnwindStep endGoexit(Panic* p);
    void fatalpanic();
    std::string chainText() const;
};

} // namespace unwind::runtime
