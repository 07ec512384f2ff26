// Reading a paused program: goroutines, frames, variables.
#include "vm/machine.h"

namespace unwind::vm {

namespace {

runtime::G* findG(Machine& machine, GoId id) {
    runtime::G* found = nullptr;
    machine.m_sched.forEachG([&](runtime::G& g) {
        if (g.id == id)
            found = &g;
    });
    return found;
}

} // namespace

std::vector<GoroutineView> Vm::goroutines() const {
    std::vector<GoroutineView> views;
    Machine& machine = *m_machine;
    machine.m_sched.forEachG([&](runtime::G& g) {
        GoroutineView view{g.id, g.parent, g.status, g.waitReason, {}, {}};
        const VmG& vg = machine.vmOf(g);
        if (vg.first && vg.first->fn)
            view.name = vg.first->fn->name;
        for (FrameWalk walk(vg, *machine.m_code); !walk.atEnd(); walk.next()) {
            if (const uint64_t at = machine.positionOf(*walk)) {
                view.pos = trace::unpackPos(at);
                break;
            }
        }
        views.push_back(std::move(view));
    });
    return views;
}

std::vector<FrameView> Vm::frames(GoId go) const {
    std::vector<FrameView> views;
    const runtime::G* g = findG(*m_machine, go);
    if (!g)
        return views;
    for (FrameWalk walk(m_machine->vmOf(*g), *m_machine->m_code); !walk.atEnd(); walk.next()) {
        const bytecode::Function* fn = walk->fn->fn;
        if (!fn || fn->isWrapper)
            continue;
        views.push_back({walk->fn->id(), fn->name, trace::unpackPos(m_machine->positionOf(*walk)), walk->depth, fn->isStd,
                         walk->special});
    }
    return views;
}

std::vector<Variable> Vm::locals(GoId go, uint32_t depth) const {
    std::vector<Variable> out;
    const runtime::G* g = findG(*m_machine, go);
    if (!g)
        return out;
    for (FrameWalk walk(m_machine->vmOf(*g), *m_machine->m_code); !walk.atEnd(); walk.next()) {
        if (walk->depth != depth || !walk->fn->fn)
            continue;
        const uint32_t pc = walk->fn->inside(walk->pc) ? walk->fn->offsetOf(walk->pc) : 0;
        for (const bytecode::Local& local : walk->fn->fn->locals) {
            if (local.name.empty() || local.name == "_" || pc < local.fromPc || pc >= local.toPc)
                continue;
            const uint64_t* place = walk->fp + local.slot;
            if (local.captured) {
                const auto* context = reinterpret_cast<const uint64_t*>(walk->fp[walk->fn->contextSlot]);
                place = context + 1 + local.slot;
            }
            const void* memory = local.boxed ? reinterpret_cast<const void*>(*place) : place;
            if (memory)
                out.push_back(m_machine->m_renderer->variable(local.name, local.type, memory));
        }
        break;
    }
    return out;
}

std::vector<Variable> Vm::globals() const {
    std::vector<Variable> out;
    for (const auto& global : m_machine->m_program.globals)
        out.push_back(m_machine->m_renderer->variable(global.name, global.type, m_machine->m_data + global.offset));
    return out;
}

std::vector<Variable> Vm::children(const Variable& variable) const { return m_machine->m_renderer->children(variable); }

} // namespace unwind::vm
