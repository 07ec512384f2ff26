// A finished run, asked by a lesson: where are the events of a pattern, does a condition hold? Reads the log and, only where a
// pattern asks for the function that ran, the folded state at the event. Events that the standard library causes for itself
// (the defer and recover inside fmt) do not count unless the pattern says std=yes.
#pragma once

#include "lesson/pattern.h"
#include "state/snapshot.h"
#include "trace/log.h"

#include <functional>
#include <optional>
#include <unordered_map>

namespace unwind::lesson {

struct Condition {
    enum class Op : uint8_t {
        Some,   ///< at least one event of the pattern
        Count,  ///< exactly `count` of them
        First,  ///< the first event of the kind is one of the pattern
        Last,   ///< the last event of the kind is
        Before, ///< the first of the pattern happens before the first of `other`
    };
    Op op{};
    Pattern pattern, other;
    size_t count = 0;
    int line = 0; ///< in the lesson's file
    bool operator==(const Condition& c) const { return op == c.op && pattern == c.pattern && other == c.other && count == c.count; }
};

/// "RecoverCall verdict=Recovered count=1", "no PanicFatal", "first DeferBegin func=c", "GoexitEnd before ProgramExit".
Result<Condition> parseCondition(std::string_view text);

class Evidence {
public:
    /// The state after so many events; asked for only when a pattern needs it.
    using At = std::function<state::Snapshot(Seq)>;
    Evidence(const trace::LogReader& log, At at);

    /// The n-th event of the pattern, from 1.
    std::optional<Seq> find(const Pattern& pattern, size_t nth = 1) const;
    size_t count(const Pattern& pattern) const;
    bool holds(const Condition& condition) const;

private:
    struct Deferred {
        FuncId function;
        SourcePos at; ///< the defer statement
    };
    bool matches(const Pattern& pattern, const trace::Event& event) const;
    bool matches(const Filter& filter, const trace::Event& event) const;
    bool isLibrary(const trace::Event& event) const;
    bool isLibrary(SourcePos pos) const;
    const Deferred* deferredOf(const trace::Event& event) const;
    bool isNamed(FuncId function, const Filter& filter) const;
    template <class F>
    void forEach(const Pattern& pattern, F&& f) const;

    const trace::LogReader& m_log;
    At m_at;
    std::unordered_map<uint64_t, Deferred> m_defers; ///< by DeferId
};

} // namespace unwind::lesson
