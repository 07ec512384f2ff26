// os/signal and syscall: the process's signals.
#include "std/natives.h"

#include "runtime/sched.h"
#include "runtime/signal.h"

namespace unwind::stdlib {

using runtime::SignalWish;
using vm::NativeCall;

void registerSignal(vm::NativeRegistry& natives) {
    natives.add("os/signal.receive", [](NativeCall& call) { call.setInteger(0, runtime::signalRecv(call.sched)); });
    natives.add("os/signal.want", [](NativeCall& call) { // (n, wish); the wishes in the order of resources/std/os/signal
        runtime::signalSetWish(call.sched, static_cast<int>(call.integer(0)), static_cast<SignalWish>(call.integer(1)));
    });
    natives.add("os/signal.ignored", [](NativeCall& call) {
        call.setBoolean(0, runtime::signalIsIgnored(call.sched, static_cast<int>(call.integer(1))));
    });
    natives.add("syscall.raise", [](NativeCall& call) { // (n) bool
        const auto* signal = runtime::findSignal(static_cast<int>(call.integer(1)));
        if (signal) call.sched.sendSignal(signal->number, 0);
        call.setBoolean(0, signal != nullptr);
    });
}

} // namespace unwind::stdlib
