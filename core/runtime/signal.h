// Signals of a process that has none of its own: they come at planned virtual times or when a person sends one. What a signal
// does by default, and how os/signal takes it over, is as in runtime/sigtab_linux_generic.go and runtime/sigqueue.go; real Go's
// exit codes are those a shell tells (128 + number; 2 after a dump).
#pragma once

#include "runtime/g.h"

#include <cstdint>
#include <limits>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace unwind::runtime {

class Sched;

inline constexpr Time kNoSignal = std::numeric_limits<Time>::max();

struct SignalFacts {
    int number;
    std::string_view name; ///< "SIGTERM"
    std::string_view text; ///< "terminated", what String() says
    trace::SignalAction byDefault;
};

/// Those that can be sent, by number. Stop and continue of a terminal's jobs are not among them.
std::span<const SignalFacts> signalTable();
/// By name, with or without SIG, or null.
const SignalFacts* findSignal(std::string_view name);
const SignalFacts* findSignal(int number);

/// What a program has asked of signals, and what is on its way to it.
struct Signals {
    struct Planned {
        Time when = 0;
        int number = 0;
        bool byPerson = false; ///< sent while the program runs, not planned before
        auto operator<=>(const Planned&) const = default;
    };
    std::set<Planned> planned;
    Time exit = kNoSignal; ///< a profile's os.Exit: when the main M hears of it
    uint64_t notified = 0; ///< bit n: os/signal wants signal n
    uint64_t ignored = 0;
    uint64_t pending = 0;  ///< arrived, not yet taken by os/signal
    bool watched = false;  ///< os/signal's goroutine takes signals: nobody is for ever asleep
    G* receiver = nullptr; ///< that goroutine while it waits
};

enum class SignalWish : uint8_t { Default, Notify, Ignore };
/// What shall become of a signal from now on.
void signalSetWish(Sched& s, int number, SignalWish wish);
bool signalIsIgnored(Sched& s, int number);
/// Waits for the next signal that is wanted.
int signalRecv(Sched& s);

} // namespace unwind::runtime
