#include "app/commands.h"
#include "session/engine.h"

#include <csignal>
#include <sys/resource.h>

namespace unwind::app {

int engine(const Arguments&) {
    std::signal(SIGPIPE, SIG_IGN);
    rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    return session::Engine(session::DapWire(0, 1)).serve();
}

} // namespace unwind::app
