// Inside explain only: gathers what explanations are made of.
#pragma once

#include "state/explain.h"

#include <initializer_list>

namespace unwind::state {

class Explainer {
public:
    Explainer(const trace::LogReader& l, const trace::Event& e, const Snapshot& b, const Snapshot& a)
        : log(l), event(e), before(b), after(a) {}

    Explanation make(std::string_view code, std::initializer_list<ExplainArg> args, std::string rule = {}) const;

    ExplainArg go(GoId id) const { return {ExplainArg::Type::Go, id.value, {}}; }
    ExplainArg go() const { return go(event.go); }
    ExplainArg goArg(size_t i) const { return go(GoId{event.args[i]}); }
    ExplainArg proc(ProcId id) const { return {ExplainArg::Type::Proc, trace::packProc(id), {}}; }
    ExplainArg proc() const { return proc(event.proc); }
    ExplainArg procArg(size_t i) const { return {ExplainArg::Type::Proc, event.args[i], {}}; }
    ExplainArg function(FuncId id) const { return {ExplainArg::Type::Function, id.value, {}}; }
    ExplainArg functionArg(size_t i) const { return function(FuncId{uint32_t(event.args[i])}); }
    ExplainArg positionArg(size_t i) const { return {ExplainArg::Type::Position, event.args[i], {}}; }
    ExplainArg text(std::string_view t) const { return {ExplainArg::Type::Text, 0, std::string(t)}; }
    ExplainArg textArg(size_t i) const { return text(log.string(event.args[i])); }
    ExplainArg number(uint64_t n) const { return {ExplainArg::Type::Number, n, {}}; }
    ExplainArg numberArg(size_t i) const { return number(event.args[i]); }
    ExplainArg panic(PanicId id) const;
    ExplainArg panicArg(size_t i) const { return panic(PanicId{event.args[i]}); }

    /// The event's goroutine before and after; null when unknown.
    const Goroutine* was() const { return before.find(event.go); }
    const Goroutine* is() const { return after.find(event.go); }
    /// The function of the frame with this index, before the event.
    ExplainArg functionAt(uint64_t depth) const;
    /// The deferred call with this id, before or after the event; null when unknown.
    const Defer* defer(DeferId id) const;
    ExplainArg deferredFunction(DeferId id) const;
    /// "recover-during-goexit=nil · runtime/panic.go": the value the log's profile has, and where it comes from.
    std::string rule(std::string_view name, std::string_view source) const;
    /// The rule's value in the log's profile, or empty.
    std::string_view ruleValue(std::string_view name) const;

    const trace::LogReader& log;
    const trace::Event& event;
    const Snapshot& before;
    const Snapshot& after;
};

Explanation explainScheduling(const Explainer& x);
Explanation explainUnwinding(const Explainer& x);
Explanation explainObjects(const Explainer& x);

} // namespace unwind::state
