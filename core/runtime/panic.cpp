// Panics and Goexit. The chain's newest record drives: it takes deferred calls from the frames outwards, each run on top of
// the frame that panicked. A deferred call that panics or Goexits puts a newer record on the chain; when that one goes on to
// frames below the call, the call is over and its record is overtaken. Recovery returns to the deferring frame, unless a
// Goexit lies between: a recovered panic does not cancel a Goexit.
#include "runtime/unwinder.h"

#include <fmt/format.h>

namespace unwind::runtime {

using trace::DeferEndHow;
using trace::DeferWhy;
using trace::Kind;
using Step = UnwindStep::Kind;

UnwindStep gopanic(Sched& s, G& g, Frame frame, Value value, const PanicFacts& facts) {
    Panic* p = s.newPanic();
    Panic* older = g.panic;
    p->value = value;
    p->start = frame;
    if (facts.signal) {
        g.signal = true;
        g.signalAddress = facts.signalAddress;
        g.signalPc = facts.signalPc;
    }
    p->valueText = facts.valueText;
    p->link = older;
    g.panic = p;
    ++s.runningPanicDefers;
    s.emit(Kind::PanicBegin, p->id, facts.valueText, facts.typeText, facts.at, facts.kind, older ? older->id : PanicId{});
    if (older && older->recovered && !older->goexit && older->value == value) s.emit(Kind::PanicRepanic, p->id, older->id);
    return Unwinder{s, g}.next();
}

UnwindStep goexit(Sched& s, G& g, Frame frame, uint64_t at) {
    Panic* p = s.newPanic();
    p->goexit = true;
    p->start = frame;
    p->link = g.panic;
    g.panic = p;
    s.emit(Kind::GoexitBegin, p->id, at, p->link ? p->link->id : PanicId{});
    switch (s.interception().way) {
    case Interception::None: break;
    case Interception::Hook: runExitHooks(s, g); break;
    case Interception::StackGuard:
        if (g.stackguard == kExitGuard) [[unlikely]] atExitGuard(s, g);
        break;
    }
    if (s.profile().goexitRunsDefers == profile::GoexitRunsDefers::No) {
        while (Defer* d = g.defers) {
            g.defers = d->link;
            s.emit(Kind::DeferSkip, d->id, trace::SkipCause::GoexitRule);
            s.freeDefer(d);
        }
    }
    return Unwinder{s, g}.next();
}

UnwindStep panicPrinted(Sched& s, G& g, std::string text) {
    // Later lines are indented, so that they can not be taken for lines of the trace.
    const bool indent = s.profile().panicIndent == profile::PanicIndent::Tab;
    for (size_t i = indent ? text.find('\n') : std::string::npos; i != std::string::npos; i = text.find('\n', i + 1))
        text.insert(i + 1, 1, '\t');
    g.printing->text = std::make_unique<std::string>(std::move(text));
    g.printing = g.printBase = nullptr;
    return Unwinder{s, g}.preprint();
}

UnwindStep Unwinder::next() {
    Panic* p = g.panic;
    Defer* d = g.defers;
    // While Error() or String() is run for printing, only frames above the panicking one are unwound.
    bool printing = g.printBase && !p->goexit;
    if (printing && d && d->frame <= g.printBase->start) d = nullptr;
    overtake(p, d);
    if (d) return {Step::RunDefer, p->start, begin(p->goexit ? DeferWhy::Goexit : DeferWhy::Panic, p, p->start + 1)};
    if (p->goexit) return endGoexit(p);
    if (printing) {
        s.dieFatal("panic while printing panic value: " + s.hooks().printFaultText(g, *p));
        s.leave();
    }
    return preprint();
}

/// Ends the running deferred calls whose frames the unwinding leaves for nextCall's (null: all of them).
void Unwinder::overtake(Panic* by, const Defer* nextCall) {
    while (Defer* d = g.running) {
        if (nextCall && d->callFrame <= nextCall->frame) break;
        Panic* older = d->panic;
        end(by->goexit ? DeferEndHow::Goexited : DeferEndHow::Panicked);
        if (older && older != by) abortRecord(older, by);
    }
}

void Unwinder::abortRecord(Panic* older, Panic* by) {
    if (older->aborted || (older->goexit && !by->goexit)) return; // a Goexit goes on if the panic is recovered
    older->aborted = true;
    bool raisedAgain = older->recovered && !older->goexit && by->link == older && by->value == older->value && !by->goexit;
    if (!raisedAgain) s.emit(Kind::PanicAborted, older->id, by->id);
}

void Unwinder::pop() {
    Panic* p = g.panic;
    g.panic = p->link;
    if (!p->goexit) --s.runningPanicDefers;
    p->text.reset();
    s.freePanic(p);
}

UnwindStep Unwinder::endGoexit(Panic* p) {
    const PanicId id = p->id;
    while (g.panic) pop();
    s.emit(Kind::GoexitEnd, id);
    g.printing = g.printBase = nullptr;
    g.signal = false;
    g.goexited = true;
    return {Step::Exit, 0};
}

UnwindStep Unwinder::recovery(Frame f, uint64_t place) {
    Panic* p = g.panic;
    PanicId id = p->id;
    FrameFacts facts = s.sink() ? s.hooks().frameFacts(g, f) : FrameFacts{};
    const Kind kind = p->goexit ? Kind::GoexitIntercepted : Kind::PanicRecovered;
    pop();
    s.emit(kind, id, facts.function, f, facts.at);
    bool survives = s.profile().goexitSurvivesRecover == profile::GoexitSurvivesRecover::Yes;
    while (g.panic && g.panic->start >= f) {
        Panic* older = g.panic;
        if (older->goexit && !older->aborted) {
            if (survives) {
                s.emit(Kind::GoexitResume, older->id, id);
                return next();
            }
            const PanicId cancelled = older->id;
            pop();
            s.emit(Kind::PanicAborted, cancelled, id);
        } else {
            pop();
        }
    }
    g.signal = g.signal && g.panic;
    return {Step::Resume, f, nullptr, nullptr, place};
}

/// Values are made text newest first; one identical to the next older is not, as that one stands for both.
UnwindStep Unwinder::preprint() {
    bool merge = s.profile().repanicPrint == profile::RepanicPrint::Repanicked;
    for (Panic* p = g.panic; p; p = p->link) {
        if (merge && p->link && !p->link->goexit && !p->goexit && p->link->value == p->value) {
            p->link->repanicked = true;
            continue;
        }
        if (p->goexit || p->text) continue;
        g.printing = p;
        g.printBase = g.panic;
        return {Step::PrintValue, g.panic->start, nullptr, p};
    }
    fatalpanic();
    s.leave();
}

std::string Unwinder::chainText() const {
    std::vector<const Panic*> chain;
    for (const Panic* p = g.panic; p; p = p->link) chain.push_back(p);
    std::string text;
    for (size_t i = chain.size(); i-- > 0;) {
        const Panic& p = *chain[i];
        if (p.link && p.link->repanicked) continue;
        if (p.link && !p.link->goexit) text += '\t';
        if (p.goexit) continue;
        std::string_view mark = p.repanicked ? " [recovered, repanicked]" : p.recovered ? " [recovered]" : "";
        text += fmt::format("panic: {}{}\n", *p.text, mark);
    }
    return text;
}

void Unwinder::fatalpanic() {
    std::string text = chainText();
    const Panic* newest = g.panic;
    std::string first = text.substr(0, text.find('\n'));
    s.emit(Kind::PanicFatal, newest->id, s.sink() ? s.sink()->intern(text) : 0);
    if (g.signal)
        text += fmt::format("[signal SIGSEGV: segmentation violation code=0x1 addr={:#x} pc={:#x}]\n", g.signalAddress,
                            g.signalPc);
    text += fmt::format("\n{}\n{}", s.goroutineHeader(g), s.hooks().traceback(g));
    s.output(2, text);
    s.finish(2, first, trace::SkipCause::UncaughtPanic);
}

} // namespace unwind::runtime
