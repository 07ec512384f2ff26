// What the runtime asks the VM, and what the collector starts from.
#include "vm/machine.h"

#include <algorithm>
#include <cstdlib>

namespace unwind::vm {

void* Machine::allocate(size_t bytes) { return m_heap.allocate(bytes, m_chanLayout); }

void Machine::write(int fd, std::string_view text) {
    if (m_options.write)
        m_options.write(fd, text);
}

std::string Machine::traceback(const runtime::G& g) { return traceback(vmOf(g)); }

/// Where control resumes in a frame when a panic is recovered: its epilogue.
runtime::FrameFacts Machine::frameFacts(const runtime::G& g, runtime::Frame frame) {
    for (FrameWalk walk(vmOf(g), *m_code); !walk.atEnd(); walk.next()) {
        if (walk->depth != frame)
            continue;
        const Instr* resume = walk->fn->fn ? walk->fn->code + walk->fn->fn->epilogue : walk->pc;
        return {walk->fn->id(), m_code->position(*walk->fn, resume)};
    }
    return {};
}

uint64_t Machine::objectId(const void* address) {
    return reinterpret_cast<uint64_t>(address) & 0xffffffffff;
}

std::string Machine::printFaultText(const runtime::G&, const runtime::Panic& panic) {
    if (panic.value.type == 0)
        return "nil";
    const uint64_t words[2] = {panic.value.type, panic.value.data};
    const RtType& t = m_types.ofWord(words[0]);
    if (t.kind != TypeKind::String)
        return "type " + t.type->name;
    GoString text;
    std::memcpy(static_cast<void*>(&text), m_types.ifaceValue(words), sizeof text);
    return std::string(text.view());
}

/// A timer of kind Func: its payload is a func() of Go, which gets a goroutine of its own.
void Machine::timerFired(runtime::Timer& timer) {
    if (!timer.payload)
        return;
    auto* f = *reinterpret_cast<VmFunction* const*>(timer.payload);
    runtime::G* g = m_sched.newproc(body, this, f->id(), 0);
    prepare(*g, f, reinterpret_cast<const uint64_t*>(timer.payload), nullptr, 0);
}

void Machine::timeValue(Time now, void* out) {
    if (const auto store = NativeRegistry::global().timeValue)
        store(now, out);
    else
        Hooks::timeValue(now, out);
}

void Machine::goroutineEnded(runtime::G& g) {
    VmG& vg = vmOf(g);
    if (vg.base && !vg.isInline()) {
        std::free(vg.base);
        vg.base = vg.inlineSlots;
        vg.end = vg.inlineSlots + VmG::kInlineSlots;
    }
    vg.fp = nullptr;
}

// Roots --------------------------------------------------------------------------------------------------------------

void Machine::scanFrames(const VmG& vg) {
    const uint64_t* above = vg.end;
    for (FrameWalk walk(vg, *m_code); !walk.atEnd(); walk.next()) {
        const VmFunction* f = walk->fn;
        // Slots from the frame above on are that frame's; the newest frame ends with its own.
        const auto count = static_cast<size_t>(above - walk->fp);
        if (f->fn && f->fn->native < 0) {
            const auto& pointers = f->fn->pointerSlots;
            for (size_t i = 0, n = std::min(pointers.size(), count); i < n; ++i)
                if (pointers[i])
                    m_heap.mark(walk->fp[i]);
        } else if (f->fn) {
            for (size_t i = 0, n = std::min<size_t>(f->frameSlots, count); i < n; ++i)
                m_heap.mark(walk->fp[i]);
        }
        above = walk->fp - kHeaderSlots;
    }
}

void Machine::scanGoroutine(runtime::G& g) {
    scanFrames(vmOf(g));
    for (const runtime::Defer* list : {g.defers, g.running})
        for (const runtime::Defer* d = list; d; d = d->link)
            m_heap.mark(d->payload[0]);
    for (const runtime::Panic* p = g.panic; p; p = p->link)
        m_heap.mark(p->value.data);
    for (runtime::Sudog* s = g.waiting; s; s = s->waitlink) {
        m_heap.mark(s->c);
        if (!s->c || !s->c->elemType)
            continue;
        const auto* words = reinterpret_cast<const uint64_t*>(s->elem());
        for (size_t i = 0; i < s->c->elemSize / 8; ++i)
            m_heap.mark(words[i]);
    }
}

void Machine::scanRoots() {
    m_sched.forEachG([this](runtime::G& g) { scanGoroutine(g); });
    m_sched.forEachTimer([this](runtime::Timer& timer) {
        m_heap.mark(&timer);
        m_heap.mark(timer.payload);
    });
    if (m_data)
        m_heap.markWords(reinterpret_cast<const uint64_t*>(m_data), m_program.dataPointers);
}

} // namespace unwind::vm
