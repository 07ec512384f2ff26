// What a debugger sees of a running program, and how it stops it. The VM calls the hook only while its instrumented dispatch
// is on; the hook answers at once and never blocks: to stop it says so, the VM then pauses the scheduler on this very spot
// (Sched::pauseHere), run() returns Paused to the host, and the next run() goes on there.
#pragma once

#include "base/ids.h"
#include "base/source.h"
#include "bytecode/program.h"

#include <cstdint>
#include <string>
#include <vector>

namespace unwind::vm {

enum class HookAnswer : uint8_t { GoOn, Stop };

/// Things that happen and that a breakpoint can be set on.
enum class Happening : uint8_t { Panic, UncaughtPanic, RecoverNil, Recovered, Goexit, GoCreate, Fatal };

class DebugHook {
public:
    virtual ~DebugHook() = default;
    /// A statement is about to run. depth is its frame's index, 0 is the goroutine's first; isStd: of the standard library.
    virtual HookAnswer atStatement(GoId go, uint32_t depth, SourcePos at, bool isStd) = 0;
    virtual HookAnswer atHappening(GoId go, Happening happening, SourcePos at) = 0;
};

/// One value as the debugger shows it. Children are made when asked for: see Vm::children.
struct ShownValue {
    std::string name;
    std::string value;             ///< short Go text
    std::string type;              ///< as %T
    uint64_t childrenOf = 0;       ///< handle for Vm::children, 0 when it has none; valid until the program goes on
    size_t childCount = 0;
};

struct ShownFrame {
    FuncId function;
    SourcePos at;
    uint32_t depth = 0;            ///< index in the goroutine's frames
    bool isStd = false;
};

struct ShownGoroutine {
    GoId id;
    std::string name;              ///< function of its go statement
    std::string status;            ///< "running", "chan receive", …
};

} // namespace unwind::vm
