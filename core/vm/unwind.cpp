// Panics, recover, Goexit and deferred calls: the runtime's state machine decides (runtime/defer.h), this file moves frames.
#include "vm/machine.h"

#include <fmt/format.h>

namespace unwind::vm {

using Step = runtime::UnwindStep::Kind;

/// Pops frames until `depth` is the newest; they are over without returning.
void Machine::dropTo(VmG& vg, uint32_t depth) {
    const bool record = recording(trace::Detail::Calls);
    const uint64_t* last = nullptr;
    while (depthOf(vg.fp) > depth) {
        if (record) {
            if (const VmFunction* f = functionOf(vg.fp); f->id())
                m_sched.emit(trace::Kind::FrameDiscard, f->id(), depthOf(vg.fp));
        }
        last = vg.fp;
        vg.fp = callerOf(vg.fp);
    }
    if (!last)
        return;
    const Instr* to = returnPc(last);
    vg.pc = m_code->isInternal(to) ? reinterpret_cast<const Instr*>(last[-5]) : to - 1;
}

/// Does what the runtime decided, until Go code is to run.
void Machine::apply(VmG& vg, runtime::UnwindStep&& step) {
    for (;;) {
        switch (step.kind) {
        case Step::RunDefer:
            dropTo(vg, step.top);
            if (runDefer(vg, *step.defer, step))
                return;
            break;
        case Step::PrintValue:
            dropTo(vg, step.top);
            vg.printing = step.panic;
            vg.heldPc = vg.pc;
            vg.pc = m_code->printPending();
            return;
        case Step::Return:
            // The frame is at its RunDefers; go on behind it.
            dropTo(vg, step.top);
            ++vg.pc;
            return;
        case Step::Resume: {
            if (recording(trace::Detail::Calls))
                dropTo(vg, step.top);
            vg.fp = vg.base + step.place;
            const VmFunction* f = functionOf(vg.fp);
            vg.pc = f->code + f->fn->epilogue;
            return;
        }
        case Step::Exit: {
            dropTo(vg, 0);
            const VmFunction* f = functionOf(vg.fp);
            if (recording(trace::Detail::Calls) && f->id())
                m_sched.emit(trace::Kind::FrameDiscard, f->id(), 0);
            vg.pc = m_code->goroutineEnd();
            return;
        }
        case Step::Fatal: return;
        }
    }
}

void Machine::opRunDefers(VmG& vg) { apply(vg, runtime::deferreturn(m_sched, *vg.g, depthOf(vg.fp))); }

/// A deferred call has returned to the VM: vg.fp is the frame below already.
void Machine::deferDone(VmG& vg) {
    vg.pc = reinterpret_cast<const Instr*>(parkedPc(vg.fp));
    apply(vg, runtime::deferDone(m_sched, *vg.g));
}

void Machine::initDone(VmG& vg) {
    VmFunction* f = m_code->function(static_cast<size_t>(m_program.main));
    prepare(*vg.g, f, nullptr, nullptr, 0);
    if (m_dispatch == m_instrumented)
        noteCall(vg);
}

trace::PanicKind Machine::panicKind(GoIface value) const {
    if (value.isNil())
        return trace::PanicKind::Value;
    if (m_runtimeErrorMethod >= 0 && m_types.hasMethod(value.typeIndex(), m_runtimeErrorMethod))
        return trace::PanicKind::RuntimeError;
    if (m_errorMethod >= 0 && m_types.hasMethod(value.typeIndex(), m_errorMethod))
        return trace::PanicKind::Error;
    return trace::PanicKind::Value;
}

void Machine::postPanic(VmG& vg, GoIface value, trace::PanicKind kind, bool signal, uint64_t address) {
    vg.pending = {value.type, value.data, kind, address, signal};
    vg.heldPc = vg.pc;
    vg.pc = m_code->raisePending();
}

/// What the machine itself has posted: by a profile's rule its run-time errors are no panics.
void Machine::raisePosted(VmG& vg) {
    if (vg.pending.kind != trace::PanicKind::RuntimeError ||
        m_sched.profile().runtimeErrors == profile::RuntimeErrors::Panic)
        return raisePending(vg);
    vg.pc = vg.heldPc;
    m_pendingText = valueText({vg.pending.type, vg.pending.data});
    m_sched.fatal(m_pendingText);
}

void Machine::raisePending(VmG& vg) {
    vg.pc = vg.heldPc;
    const VmFunction* f = functionOf(vg.fp);
    const GoIface value{vg.pending.type, vg.pending.data};
    runtime::PanicFacts facts;
    facts.kind = vg.pending.kind;
    facts.signal = vg.pending.signal;
    facts.signalAddress = vg.pending.address;
    if (facts.signal)
        facts.signalPc = 0x480000 + (f->index & 0xffff) * 0x100 + (f->inside(vg.pc) ? f->offsetOf(vg.pc) % 0x100 : 0);
    if (m_options.sink) {
        facts.at = positionNow(vg);
        facts.valueText = intern(valueText(value));
        facts.typeText = value.isNil() ? 0 : intern(m_types.name(value.typeIndex()));
    }
    runPanicwrapHook(vg);
    runtime::UnwindStep step =
        runtime::gopanic(m_sched, *vg.g, depthOf(vg.fp), runtime::Value{value.type, value.data}, facts);
    if (m_hookActive)
        m_options.hook->atHappening(*vg.g, DebugHook::Happening::Panic);
    apply(vg, std::move(step));
}

void Machine::beginGoexit(VmG& vg) {
    // A native behind a func value has a frame that only calls it: Goexit was called by the one below.
    const VmFunction* f = functionOf(vg.fp);
    uint32_t depth = depthOf(vg.fp);
    if (f->fn && f->fn->native >= 0 && depth > 0)
        --depth;
    const uint64_t at = m_options.sink ? positionNow(vg) : 0;
    runtime::UnwindStep step = runtime::goexit(m_sched, *vg.g, depth, at);
    if (m_hookActive)
        m_options.hook->atHappening(*vg.g, DebugHook::Happening::Goexit);
    apply(vg, std::move(step));
}

bool Machine::opPanic(VmG& vg, uint64_t* fp, const Instr* pc) {
    GoIface value{fp[pc->a], fp[pc->a + 1]};
    if (value.isNil() && m_sched.profile().panicNil == profile::PanicNil::PanicNilError) {
        const TypeIndex type = m_types.find("*runtime.PanicNilError");
        if (type != bytecode::kNoType)
            value = {static_cast<uint64_t>(type) + 1, reinterpret_cast<uint64_t>(newValue(m_types[type].type->elem))};
        postPanic(vg, value, trace::PanicKind::RuntimeError);
    } else {
        postPanic(vg, value, m_options.sink ? panicKind(value) : trace::PanicKind::Value);
    }
    raisePending(vg); // at once: nothing here owns memory
    return false;
}

/// The frame recover counts for: compiler-made wrappers around its caller are no level of their own.
runtime::Frame Machine::recoverFrame(const VmG& vg) const {
    FrameWalk walk(vg, *m_code);
    uint32_t depth = walk->depth;
    while (!walk->special && walk->depth > 0) {
        walk.next();
        if (!walk->fn->isWrapper)
            break;
        depth = walk->depth;
    }
    return depth;
}

/// A profile's rule: the deferred call that caller runs on, unless a function between has deferred calls of its own.
runtime::Frame Machine::deferredBelow(const VmG& vg, runtime::Frame caller) const {
    FrameWalk walk(vg, *m_code);
    while (walk->depth > caller)
        walk.next();
    while (!walk->special && walk->depth > 0) {
        walk.next();
        if (walk->fn->fn && walk->fn->fn->hasDefer)
            return caller;
    }
    return walk->depth;
}

void Machine::noteRecover(VmG& vg, const runtime::RecoverAnswer& answer) {
    if (m_hookActive && answer.kind == runtime::RecoverAnswer::Kind::Nil)
        m_options.hook->atHappening(*vg.g, DebugHook::Happening::RecoverNil);
}

bool Machine::opRecover(VmG& vg, uint64_t* fp, const Instr* pc) {
    using Kind = runtime::RecoverAnswer::Kind;
    const uint64_t at = m_options.sink ? positionNow(vg) : 0;
    const runtime::Frame caller = recoverFrame(vg);
    const bool any = m_sched.profile().recoverCaller == profile::RecoverCaller::Any;
    const runtime::RecoverAnswer answer =
        runtime::gorecover(m_sched, *vg.g, caller, false, at, any ? deferredBelow(vg, caller) : caller);
    GoIface value;
    switch (answer.kind) {
    case Kind::Nil: break;
    case Kind::Value: value = {answer.value.type, answer.value.data}; break;
    case Kind::GoexitSignal: {
        const TypeIndex type = m_types.find("runtime.GoexitSignal");
        if (type != bytecode::kNoType)
            value = box(type, std::array<uint64_t, 16>{}.data());
        break;
    }
    case Kind::RaiseError: return raise(vg, ErrorType::Error, runtime::kRecoverOutsideDeferred);
    }
    fp[pc->a] = value.type;
    fp[pc->a + 1] = value.data;
    noteRecover(vg, answer);
    return true;
}

bool Machine::opThrow(VmG&, uint64_t*, const Instr* pc) {
    m_sched.fatal(m_program.strings[static_cast<size_t>(pc->imm)]);
}

// The end of a program by an uncaught panic ---------------------------------------------------------------------------

/// A method without parameters whose result is a string, of the value's type.
VmFunction* Machine::textMethod(GoIface value) {
    if (value.isNil())
        return nullptr;
    for (const bytecode::MethodIndex name : {m_errorMethod, m_stringMethod}) {
        if (name < 0)
            continue;
        const int32_t function = m_types.method(value.typeIndex(), name);
        if (function < 0)
            continue;
        const bytecode::Function& fn = m_program.functions[static_cast<size_t>(function)];
        if (fn.resultSlots == 2 && fn.paramSlots == 1)
            return m_code->function(static_cast<size_t>(function));
    }
    return nullptr;
}

void Machine::printPending(VmG& vg) {
    vg.pc = vg.heldPc;
    const GoIface value{vg.printing->value.type, vg.printing->value.data};
    std::string known = runtimeErrorText(value);
    VmFunction* method = known.empty() ? textMethod(value) : nullptr;
    if (method) {
        const uint64_t args[3] = {0, 0, value.data};
        pushSpecial(vg, method, nullptr, args, 3, m_code->printDone());
        return;
    }
    if (known.empty())
        known = panicText(value);
    apply(vg, runtime::panicPrinted(m_sched, *vg.g, std::move(known)));
}

void Machine::printDone(VmG& vg) {
    const uint64_t* results = vg.fp + functionOf(vg.fp)->frameSlots + kSpecialHeader;
    GoString text;
    std::memcpy(static_cast<void*>(&text), results, sizeof text);
    vg.pc = reinterpret_cast<const Instr*>(parkedPc(vg.fp));
    apply(vg, runtime::panicPrinted(m_sched, *vg.g, std::string(text.view())));
}

} // namespace unwind::vm
