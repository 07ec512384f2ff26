#include "vm/goroutine.h"

namespace unwind::vm {

FrameWalk::FrameWalk(const VmG& vg, const CodeStore& code) : m_code(code) {
    m_end = vg.fp == nullptr;
    if (m_end)
        return;
    m_frame.fp = vg.fp;
    m_frame.pc = vg.pc;
    describe();
}

void FrameWalk::describe() {
    m_frame.fn = functionOf(m_frame.fp);
    m_frame.depth = depthOf(m_frame.fp);
    m_frame.special = m_frame.depth != 0 && m_code.isInternal(returnPc(m_frame.fp));
}

void FrameWalk::next() {
    if (m_frame.depth == 0) {
        m_end = true;
        return;
    }
    const uint64_t* below = callerOf(m_frame.fp);
    m_frame.pc = m_frame.special ? reinterpret_cast<const Instr*>(m_frame.fp[-5]) : returnPc(m_frame.fp) - 1;
    m_frame.fp = below;
    describe();
}

} // namespace unwind::vm
