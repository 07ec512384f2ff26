#include "state/verdict.h"

#include "state/explainer.h"

#include <fmt/format.h>

#include <algorithm>

namespace unwind::state {
namespace {

class CardMaker {
public:
    explicit CardMaker(const Explainer& explainer);
    VerdictCard make();

private:
    Explanation say(std::string_view code, std::initializer_list<ExplainArg> args = {}) const { return x.make(code, args); }
    void row(std::string_view label, Explanation answer) { card.rows.push_back({say(label), std::move(answer)}); }
    void findFacts();
    Explanation whoCalls() const;
    Explanation whyItRuns() const;
    Explanation value() const;
    Explanation resumption() const;
    bool goexitGoesOn() const { return card.verdict == RecoverVerdict::Recovered && !card.resumeAt.isValid(); }

    const Explainer& x;
    VerdictCard card;
    const Goroutine* g = nullptr;      ///< before the call
    const Defer* deferred = nullptr;   ///< the deferred call that called recover, or that recover itself is
    const Defer* stopper = nullptr;    ///< the deferred call that the panic or Goexit runs
    ExplainArg caller, owner;          ///< owner: the function that deferred it
};

CardMaker::CardMaker(const Explainer& explainer) : x(explainer), g(explainer.was()) {
    const auto& args = x.event.args;
    card.seq = x.event.seq;
    card.go = x.event.go;
    card.verdict = RecoverVerdict(args[0]);
    card.at = trace::unpackPos(args[4]);
    card.resumeAt = trace::unpackPos(args[6]);
    deferred = g && args[5] ? g->findDefer(DeferId{args[5]}) : nullptr;
    caller = x.functionAt(args[3]);
    owner = deferred ? x.functionAt(deferred->depth) : x.text("");
    for (size_t i = 0; g && i < g->defers.size(); ++i) {
        if (g->defers[i].state == DeferState::Running && args[1] && g->defers[i].panic == PanicId{args[1]})
            stopper = &g->defers[i];
    }
}

/// The newest record decides; one that was recovered before is still there while its deferred call runs.
void CardMaker::findFacts() {
    const auto& args = x.event.args;
    card.isDeferredCall = deferred && !deferred->function;
    card.direct = args[5] != 0 && !card.isDeferredCall;
    card.caller = FuncId{caller.type == ExplainArg::Type::Function ? uint32_t(caller.value) : 0};
    if (card.isDeferredCall)
        card.at = deferred->at;
    if (card.resumeAt.isValid() && stopper)
        card.resumeFunction = FuncId{uint32_t(x.functionAt(stopper->depth).value)};
    if (!g)
        return;
    for (const Panic& p : g->panics) {
        const bool running = p.state == PanicState::Running;
        const bool deferredRuns = std::any_of(g->defers.begin(), g->defers.end(), [&](const Defer& d) {
            return d.state == DeferState::Running && d.panic == p.id;
        });
        card.goexiting |= running && p.goexit;
        if (running && !p.goexit)
            card.panicking = p.id;
        if (p.state == PanicState::Recovered && deferredRuns)
            card.recovered = p.id;
    }
    if (card.verdict == RecoverVerdict::AlreadyRecovered)
        card.recovered = PanicId{args[1]}; // also a Goexit that was intercepted
}

Explanation CardMaker::whoCalls() const {
    if (card.isDeferredCall)
        return say("card.caller.itself", {owner});
    if (card.direct)
        return say("card.caller.direct", {caller, owner});
    const bool below = g && std::any_of(g->defers.begin(), g->defers.end(),
                                        [](const Defer& d) { return d.state == DeferState::Running; });
    return say(below ? "card.caller.nested" : "card.caller.plain", {caller});
}

Explanation CardMaker::whyItRuns() const {
    if (!deferred)
        return say("card.runs.called");
    switch (deferred->why) {
    case DeferWhy::Panic: return say("card.runs.panic", {x.panic(deferred->panic)});
    case DeferWhy::Goexit: return say("card.runs.goexit");
    default: return say("card.runs.return", {owner});
    }
}

Explanation CardMaker::value() const {
    switch (card.verdict) {
    case RecoverVerdict::RaisedError: return say("card.value.raised");
    case RecoverVerdict::Recovered:
    case RecoverVerdict::GoexitObserved: return say("card.value", {x.text(card.value)});
    default: return say("card.value.nil");
    }
}

Explanation CardMaker::resumption() const {
    if (stopper && card.resumeAt.isValid())
        return say("card.resumes", {x.function(stopper->function), x.functionAt(stopper->depth), x.positionArg(6)});
    if (stopper && goexitGoesOn())
        return say("card.resumes.goexit", {x.function(stopper->function), x.go()});
    if (card.verdict == RecoverVerdict::RaisedError)
        return say("card.resumes.raised");
    if (card.isDeferredCall)
        return say("card.resumes.itself");
    return say("card.resumes.here", {caller, x.positionArg(4)});
}

VerdictCard CardMaker::make() {
    findFacts();
    const bool returnsValue = card.verdict == RecoverVerdict::Recovered || card.verdict == RecoverVerdict::GoexitObserved;
    const std::string_view text = x.log.string(x.event.args[2]);
    card.value = !returnsValue ? "nil" : !text.empty() ? text : "runtime.GoexitSignal";
    card.sentence = explain(x.log, x.event, x.before, x.after);
    const auto yesOrNo = [&](bool yes, PanicId panic) {
        return yes ? say("card.yes.panic", {x.panic(panic)}) : say("card.no");
    };
    row("card.caller.label", whoCalls());
    row("card.runs.label", whyItRuns());
    row("card.panic.label", yesOrNo(bool(card.panicking), card.panicking));
    row("card.goexit.label", say(card.goexiting ? "card.yes" : "card.no"));
    row("card.recovered.label", yesOrNo(bool(card.recovered), card.recovered));
    row("card.value.label", value());
    row("card.resumes.label", resumption());
    row("card.rule.label", say("card.rule", {x.text(card.sentence.rule)}));
    return std::move(card);
}

} // namespace

std::optional<VerdictCard> verdictCard(const trace::LogReader& log, const trace::Event& event, const Snapshot& before,
                                       const Snapshot& after) {
    if (event.kind != trace::Kind::RecoverCall)
        return {};
    const Explainer x(log, event, before, after);
    return CardMaker(x).make();
}

std::string cardText(const trace::LogReader& log, const VerdictCard& card, std::string_view indent) {
    size_t width = 0;
    for (const VerdictCard::Row& row : card.rows)
        width = std::max(width, sentence(log, row.label).size());
    std::string text = fmt::format("{}{}\n", indent, sentence(log, card.sentence));
    for (const VerdictCard::Row& row : card.rows)
        text += fmt::format("{}  {:<{}}  {}\n", indent, sentence(log, row.label), width, sentence(log, row.answer));
    return text;
}

} // namespace unwind::state
