// Where the runtime and the VM put what happens. The engine's sink is trace::Log; tests collect events in memory;
// a program that runs without a recorder has none. Callers test enabled(kind) before they build arguments.
#pragma once

#include "trace/events.h"

#include <initializer_list>
#include <string_view>

#pragma push_macro("emit") // Qt's empty macro, if it is there
#undef emit

namespace unwind::trace {

/// How much is recorded. Each level contains those before it.
enum class Detail : uint8_t { None, Scheduling /* and unwinding, output */, Calls, Statements };

class Sink {
public:
    virtual ~Sink() = default;
    /// The id of a string in this log; equal strings have equal ids, the empty string is 0.
    virtual uint64_t intern(std::string_view text) = 0;
    /// Appends one event. time is clamped so that it never runs backwards. args in the table's order.
    virtual void emit(Kind kind, Time time, ProcId proc, GoId go, std::initializer_list<uint64_t> args) = 0;
    /// The number of events so far: the Seq that the next event will have.
    virtual Seq next() const = 0;

    Detail detail = Detail::Statements;
    bool wants(Detail level) const { return detail >= level; }
};

} // namespace unwind::trace

#pragma pop_macro("emit")
