// What a program reports of itself: log lines, counts, spans, states, as events. unwind/internal/record, on which log/slog,
// unwind/metrics, unwind/trace and unwind/states are written.
#include "std/natives.h"

#include "runtime/sched.h"

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

void put(NativeCall& call) { // (kind, name, attributes, value)
    trace::Sink* sink = call.sched.sink();
    if (!sink) return;
    call.sched.emit(trace::Kind::Record, call.integer(0), sink->intern(call.text(1)), sink->intern(call.text(3)), call.integer(5));
}

} // namespace

void registerRecord(vm::NativeRegistry& natives) { natives.add("unwind/internal/record.put", put); }

} // namespace unwind::stdlib
