// The VM's part of a goroutine: its segment of frames. It lies in the G's own page with room for a few frames; deeper ones move
// to a block of their own that doubles by copying, so nothing may keep a pointer into it across a call.
//
// Header of a frame, below fp: [-1] where the caller goes on, [-2] distance to the caller's fp, [-3] the function, [-4] the
// frame's index (runtime::Frame). A frame that Go code did not call (a deferred call, Error() of a dying panic) lies one slot
// further up: [-5], which is the slot behind the frame below, holds the instruction that frame is at.
#pragma once

#include "runtime/g.h"
#include "vm/code.h"

namespace unwind::vm {

class Machine;

/// A panic that an instruction asks for. It begins when the loop is back: what raised it may own memory, and a program that
/// dies of a panic abandons this stack.
struct PendingPanic {
    uint64_t type = 0, data = 0;
    trace::PanicKind kind{};
    uint64_t address = 0;
    bool signal = false; // not beside kind: two bytes written apart and read as one word would wait for both stores
};

inline constexpr ptrdiff_t kHeaderSlots = bytecode::kFrameHeaderSlots;

struct VmG {
    static constexpr size_t kInlineSlots = 112;
    uint64_t* fp = nullptr;      ///< of the newest frame; true whenever the goroutine is not inside the interpreter loop
    const Instr* pc = nullptr;   ///< the instruction it is at, or goes on at
    uint64_t* base = nullptr;    ///< of the segment
    uint64_t* end = nullptr;
    runtime::G* g = nullptr;
    Machine* machine = nullptr;
    const VmFunction* first = nullptr;   ///< its first function
    const VmFunction* creator = nullptr; ///< the function whose go statement made it
    const Instr* heldPc = nullptr;       ///< where the frame is while pc is one of the VM's own instructions
    PendingPanic pending;
    runtime::Panic* printing = nullptr;
    uint64_t inlineSlots[kInlineSlots] = {};

    bool isInline() const { return base == inlineSlots; }
};

inline VmFunction* functionOf(const uint64_t* fp) { return reinterpret_cast<VmFunction*>(fp[-3]); }
inline uint32_t depthOf(const uint64_t* fp) { return static_cast<uint32_t>(fp[-4]); }
inline const Instr* returnPc(const uint64_t* fp) { return reinterpret_cast<const Instr*>(fp[-1]); }
inline uint64_t* callerOf(uint64_t* fp) { return fp - fp[-2]; }
inline const uint64_t* callerOf(const uint64_t* fp) { return fp - fp[-2]; }
/// Where the instruction of a frame with a special frame on top is kept.
inline uint64_t& parkedPc(uint64_t* fp) { return fp[functionOf(fp)->frameSlots]; }

/// A frame as a walk sees it. pc lies inside the instruction that is running or calls.
struct FrameRef {
    const uint64_t* fp = nullptr;
    const Instr* pc = nullptr;
    VmFunction* fn = nullptr;
    uint32_t depth = 0;
    bool special = false; ///< not called by Go code: returns to the VM
};

/// Walks from the newest frame to the oldest.
class FrameWalk {
public:
    FrameWalk(const VmG& vg, const CodeStore& code);
    bool atEnd() const { return m_end; }
    const FrameRef& operator*() const { return m_frame; }
    const FrameRef* operator->() const { return &m_frame; }
    void next();

private:
    void describe();
    const CodeStore& m_code;
    FrameRef m_frame;
    bool m_end = false;
};

} // namespace unwind::vm
