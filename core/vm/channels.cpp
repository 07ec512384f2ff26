// Channel operations: between frame slots and the runtime's bytes. Any of them may park the goroutine; its frames stay where
// they are meanwhile, so slots are read and written in place.
#include "vm/machine.h"

#include <alloca.h>

namespace unwind::vm {

using bytecode::kNoSlot;

namespace {
runtime::Hchan* channelIn(uint64_t slot) { return reinterpret_cast<runtime::Hchan*>(slot); }
constexpr size_t kCasesOnStack = 64;
} // namespace

bool Machine::opMakeChan(VmG& vg, uint64_t* fp, const Instr* pc) {
    const RtType& type = m_types[pc[1].imm];
    const RtType& elem = m_types[type.type->elem];
    const auto capacity = pc->b == kNoSlot ? 0 : static_cast<int64_t>(fp[pc->b]);
    uint64_t bytes = 0;
    if (capacity < 0 || __builtin_mul_overflow(static_cast<uint64_t>(capacity), uint64_t{elem.size}, &bytes) ||
        bytes > uint64_t{1} << 47)
        return raise(vg, ErrorType::Plain, "makechan: size out of range");
    const uint64_t name = m_options.sink ? intern(type.type->name) : 0;
    const uint64_t at = m_options.sink ? positionNow(vg) : 0;
    runtime::Hchan* c = runtime::makechan(m_sched, elem.size, static_cast<uint64_t>(capacity),
                                          const_cast<RtType*>(&elem), name, at);
    fp[pc->a] = reinterpret_cast<uint64_t>(c);
    return true;
}

bool Machine::opSend(VmG& vg, uint64_t* fp, const Instr* pc) {
    if (runtime::chansend(m_sched, channelIn(fp[pc->a]), &fp[pc->b]) == runtime::SendResult::SendOnClosed)
        return raise(vg, ErrorType::Plain, "send on closed channel");
    return true;
}

bool Machine::opRecv(VmG&, uint64_t* fp, const Instr* pc) {
    void* out = pc->a == kNoSlot ? nullptr : &fp[pc->a];
    const runtime::RecvResult result = runtime::chanrecv(m_sched, channelIn(fp[pc->b]), out);
    if (out)
        loadValue(m_types[pc[1].imm], &fp[pc->a], out);
    if (pc->c != kNoSlot)
        fp[pc->c] = result.received;
    return true;
}

bool Machine::opCloseChan(VmG& vg, uint64_t* fp, const Instr* pc) {
    switch (runtime::closechan(m_sched, channelIn(fp[pc->a]))) {
    case runtime::CloseResult::CloseOfNil: return raise(vg, ErrorType::Plain, "close of nil channel");
    case runtime::CloseResult::CloseOfClosed: return raise(vg, ErrorType::Plain, "close of closed channel");
    case runtime::CloseResult::Closed: break;
    }
    return true;
}

bool Machine::opSelect(VmG& vg, uint64_t* fp, const Instr* pc) {
    const size_t count = pc->b;
    const bool hasDefault = pc->c != 0;
    // No memory of its own: a program that ends abandons the stacks of its parked goroutines.
    runtime::Scase* cases = nullptr;
    if (count <= kCasesOnStack)
        cases = static_cast<runtime::Scase*>(alloca((count + 1) * sizeof(runtime::Scase)));
    else
        cases = static_cast<runtime::Scase*>(m_heap.allocate(count * sizeof(runtime::Scase), kNoPointers));
    for (size_t i = 0; i < count; ++i) {
        const Instr& word = pc[1 + i];
        const bool send = static_cast<uint16_t>(word.op) == 0;
        void* elem = word.b == kNoSlot ? nullptr : &fp[word.b];
        cases[i] = {channelIn(fp[word.a]), elem, send};
    }
    if (count > kCasesOnStack)
        m_heap.pins.push_back(cases);
    const runtime::SelectResult result = runtime::selectgo(m_sched, {cases, count}, !hasDefault);
    if (count > kCasesOnStack)
        std::erase(m_heap.pins, static_cast<const void*>(cases));
    if (result.sendOnClosed)
        return raise(vg, ErrorType::Plain, "send on closed channel");
    if (result.chosen >= 0) {
        const Instr& word = pc[1 + result.chosen];
        const bool isReceive = static_cast<uint16_t>(word.op) != 0;
        if (isReceive && word.b != kNoSlot)
            if (const runtime::Hchan* c = cases[result.chosen].c)
                loadValue(*static_cast<const RtType*>(c->elemType), &fp[word.b], &fp[word.b]);
    }
    fp[pc->a] = result.chosen < 0 ? count : static_cast<uint64_t>(result.chosen);
    fp[pc->a + 1] = result.received;
    return true;
}

} // namespace unwind::vm
