#include "runtime/intercept.h"

#include "runtime/sched.h"

namespace unwind::runtime {

void interceptGoexit(Sched& s, G& g) {
    switch (s.interception().way) {
    case Interception::None: break;
    case Interception::Hook: {
        auto* hook = static_cast<ExitHook*>(s.hooks().allocate(sizeof(ExitHook)));
        *hook = {g.exitHooks, s.interception().handler, s.interception().context};
        g.exitHooks = hook;
        break;
    }
    case Interception::StackGuard: g.stackguard = kExitGuard; break;
    }
}

void runExitHooks(Sched&, G& g) {
    while (ExitHook* hook = g.exitHooks) {
        g.exitHooks = hook->next;
        hook->run(g, hook->context);
    }
}

void atExitGuard(Sched& s, G& g) {
    g.stackguard = 0; // first: the handler may arm it anew
    s.interception().handler(g, s.interception().context);
}

} // namespace unwind::runtime
