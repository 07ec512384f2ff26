// recover: when it stops a panic, and, when it does not, why. It is effective only when called directly by a deferred call
// that the newest record of the chain runs; that call is always the frame right above the one that panicked.
#include "runtime/unwinder.h"

namespace unwind::runtime {

using trace::DeferWhy;
using trace::RecoverVerdict;

namespace {

using Answer = RecoverAnswer;

/// What a profile lets recover do in a deferred call run by Goexit.
Answer duringGoexit(Sched& s, Panic& p, bool direct) {
    using Rule = profile::RecoverDuringGoexit;
    Rule rule = s.profile().recoverDuringGoexit;
    if (!direct || rule == Rule::Nil) return {Answer::Kind::Nil, RecoverVerdict::DuringGoexit, {}, p.id};
    if (rule == Rule::Intercept) p.recovered = true;
    return {Answer::Kind::GoexitSignal, RecoverVerdict::GoexitObserved, {}, p.id};
}

Answer answer(Sched& s, G& g, Frame frame, bool deferredBuiltin) {
    Unwinder u{s, g};
    Panic* p = g.panic;
    bool direct = p && g.printBase != p && frame == p->start + 1;
    bool bare = deferredBuiltin && g.running && g.running->why != DeferWhy::Return;
    auto nil = [&](RecoverVerdict verdict) { return Answer{Answer::Kind::Nil, verdict, {}, p ? p->id : PanicId{}}; };
    Defer* deferred = u.runningAt(frame);
    const profile::Profile& rules = s.profile();
    const bool strict = rules.recoverOutsideDeferred == profile::RecoverOutsideDeferred::RuntimeError &&
                        rules.strictRecovery == profile::StrictRecovery::On;
    if (strict && !deferred && !deferredBuiltin)
        return {Answer::Kind::RaiseError, RecoverVerdict::RaisedError, {}, p ? p->id : PanicId{}};
    if (!p) return nil(RecoverVerdict::NoPanic);
    if (p->goexit && p->recovered && direct) return nil(RecoverVerdict::AlreadyRecovered);
    if (p->goexit) return duringGoexit(s, *p, direct && !bare);
    if (bare) return nil(RecoverVerdict::DeferredDirectly);
    if (g.printBase == p) return nil(RecoverVerdict::NotDeferred);
    if (p->recovered) return nil(RecoverVerdict::AlreadyRecovered);
    if (!direct) {
        bool byReturn = deferred && deferred->why == DeferWhy::Return && deferred->frame == p->start + 1;
        return nil(byReturn ? RecoverVerdict::DeferredByDeferred : RecoverVerdict::NotDirect);
    }
    p->recovered = true;
    return {Answer::Kind::Value, RecoverVerdict::Recovered, p->value, p->id};
}

/// Where control resumes when the deferred call in which the chain's newest record was stopped is done: in the frame that
/// deferred it, unless a Goexit begun above that frame goes on.
uint64_t resumesAt(Sched& s, G& g) {
    Frame frame = Unwinder{s, g}.runningAt(g.panic->start + 1)->frame;
    bool survives = s.profile().goexitSurvivesRecover == profile::GoexitSurvivesRecover::Yes;
    for (const Panic* p = g.panic->link; p && p->start >= frame; p = p->link)
        if (survives && p->goexit && !p->aborted) return 0;
    return s.hooks().frameFacts(g, frame).at;
}

} // namespace

RecoverAnswer gorecover(Sched& s, G& g, Frame frame, bool deferredBuiltin, uint64_t at, std::optional<Frame> countsAs) {
    RecoverAnswer a = answer(s, g, countsAs.value_or(frame), deferredBuiltin);
    if (!s.sink()) return a;
    uint64_t text = a.kind == Answer::Kind::Value ? g.panic->valueText : 0;
    const Defer* d = deferredBuiltin ? g.running : Unwinder{s, g}.runningAt(frame);
    bool stops = a.kind != Answer::Kind::Nil && g.panic && g.panic->recovered;
    s.emit(trace::Kind::RecoverCall, a.verdict, a.panic, text, frame, at, d ? d->id : DeferId{},
           stops ? resumesAt(s, g) : 0);
    return a;
}

} // namespace unwind::runtime
