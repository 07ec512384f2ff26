// What the runtime asks of whoever runs goroutines on it (the VM; a few lines of C++ in tests): memory that a collector
// can trace, text of values and frames, output. The runtime itself knows no values, no frames and no files.
#pragma once

#include "base/ids.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::runtime {

struct G;
struct Panic;
struct Timer;

/// A frame of a goroutine: its index on the goroutine's stack of frames, 0 is the goroutine's first function.
/// Deeper is larger. A deferred call run by a panic or Goexit lies directly on top of the frame that called panic or Goexit.
using Frame = uint32_t;

struct FrameFacts {
    FuncId function;
    uint64_t at = 0; ///< packed position where control resumes in it (its epilogue)
};

class Hooks {
public:
    Hooks() = default;
    Hooks(const Hooks&) = delete;
    Hooks& operator=(const Hooks&) = delete;
    virtual ~Hooks();
    /// Zeroed memory for a channel; the owner frees it when nothing refers to it. Default: kept until the hooks die.
    virtual void* allocate(size_t bytes);
    /// Bytes for standard output (1) or standard error (2).
    virtual void write(int fd, std::string_view text) = 0;
    /// The lines under "goroutine N [status]:" of a trace, each with its line feed, with the "created by" lines.
    virtual std::string traceback(const G& g);
    /// Function and position of a live frame, for events.
    virtual FrameFacts frameFacts(const G& g, Frame frame);
    /// A number for a sync object that is the same in every run (an address is not): its offset in the heap.
    virtual uint64_t objectId(const void* address);
    /// After "panic while printing panic value: ": the panic value's text when it is a string, or "type T".
    virtual std::string printFaultText(const G& g, const Panic& panic);
    /// A Timer of kind Func fired. Runs on no goroutine: must not block; may call newproc.
    virtual void timerFired(Timer& timer);
    /// Stores the value that a timer sends on its channel (time.Time for virtual time now), elemSize bytes.
    virtual void timeValue(Time now, void* out);
    /// The goroutine is dead: free what g.vm leads to. Its G may be reused at once.
    virtual void goroutineEnded(G& g);

private:
    std::vector<void*> m_blocks;
};

} // namespace unwind::runtime
