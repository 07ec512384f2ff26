// Calls that are not a plain jump: new goroutines, frames the VM itself pushes, growing segments, natives, defer statements.
#include "vm/machine.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <fmt/format.h>

namespace unwind::vm {

namespace {

/// What a stored deferred call's second payload word says about the first.
enum DeferPayload : uint64_t { kFunction, kClosure, kRecord, kBuiltinRecover, kNil };

/// A deferred call with operands, in the Go heap: function, closure, then the operands' slots.
struct DeferRecord {
    VmFunction* function;
    uint64_t closure;
    uint64_t count;
    uint64_t* slots() { return reinterpret_cast<uint64_t*>(this + 1); }
};

VmFunction* functionOfClosure(uint64_t closure) { return *reinterpret_cast<VmFunction* const*>(closure); }

/// The newest frame's place in its segment, which may move.
uint64_t placeOf(const VmG& vg) { return static_cast<uint64_t>(vg.fp - vg.base); }

/// Fills a frame's header, operands, context and zeroed results.
void fillFrame(uint64_t* fp, VmFunction* f, uint64_t closure, const uint64_t* args, size_t count) {
    fp[-3] = reinterpret_cast<uint64_t>(f);
    if (count)
        std::memmove(fp, args, count * 8);
    if (f->contextSlot != bytecode::kNoSlot)
        fp[f->contextSlot] = closure;
    std::fill_n(fp + f->zeroFrom, f->zeroCount, 0);
}

} // namespace

void Machine::grow(VmG& vg, size_t slotsAboveFp) {
    const auto used = static_cast<size_t>(vg.fp - vg.base);
    const size_t least = used + slotsAboveFp;
    const auto old = static_cast<size_t>(vg.end - vg.base);
    if (least <= old)
        return;
    if (least * 8 > m_options.stackLimit)
        stackOverflow(vg);
    const size_t size = std::min(std::max(old * 2, least * 2), std::max(m_options.stackLimit / 8, least));
    // Zeroed, so that slots not yet written are the same in every run.
    auto* base = static_cast<uint64_t*>(std::calloc(size, 8));
    if (!base)
        outOfMemory(size * 8);
    std::memcpy(base, vg.base, old * 8);
    if (!vg.isInline())
        std::free(vg.base);
    vg.base = base;
    vg.end = base + size;
    vg.fp = base + used;
}

void Machine::prepare(runtime::G& g, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count) {
    VmG& vg = vmOf(g);
    if (!vg.base) {
        new (&vg) VmG;
        vg.base = vg.inlineSlots;
        vg.end = vg.inlineSlots + VmG::kInlineSlots;
    }
    vg.g = &g;
    vg.machine = this;
    vg.first = f;
    vg.creator = nullptr;
    vg.fp = vg.base + kHeaderSlots;
    grow(vg, f->frameSlots + kFrameSlack);
    vg.pc = f->code;
    vg.fp[-1] = reinterpret_cast<uint64_t>(m_code->goroutineEnd());
    vg.fp[-2] = 0;
    vg.fp[-4] = 0;
    fillFrame(vg.fp, f, reinterpret_cast<uint64_t>(closure), args, count);
}

uint64_t* Machine::pushSpecial(VmG& vg, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count,
                               const Instr* to) {
    const size_t distance = functionOf(vg.fp)->frameSlots + kSpecialHeader;
    grow(vg, distance + std::max<size_t>(f->frameSlots, count) + kFrameSlack);
    parkedPc(vg.fp) = reinterpret_cast<uint64_t>(vg.pc);
    uint64_t* fp = vg.fp + distance;
    fp[-1] = reinterpret_cast<uint64_t>(to);
    fp[-2] = distance;
    fp[-4] = vg.fp[-4] + 1;
    fillFrame(fp, f, reinterpret_cast<uint64_t>(closure), args, count);
    vg.fp = fp;
    vg.pc = f->code;
    if (m_dispatch == m_instrumented)
        noteCall(vg);
    return fp;
}

// Recording ----------------------------------------------------------------------------------------------------------

void Machine::noteCall(VmG& vg) {
    const VmFunction* f = functionOf(vg.fp);
    if (!f->id())
        return;
    if (recording(trace::Detail::Calls)) {
        uint64_t at = 0;
        FrameWalk walk(vg, *m_code);
        walk.next();
        if (!walk.atEnd())
            at = positionOf(*walk);
        m_sched.emit(trace::Kind::Call, f->id(), depthOf(vg.fp), at);
    }
    if (m_hookActive)
        m_options.hook->atCall(*vg.g, f->id(), depthOf(vg.fp));
}

void Machine::noteReturn(VmG& vg) {
    const VmFunction* f = functionOf(vg.fp);
    if (!f->id())
        return;
    if (recording(trace::Detail::Calls))
        m_sched.emit(trace::Kind::Return, f->id(), depthOf(vg.fp));
    if (m_hookActive)
        m_options.hook->atReturn(*vg.g, f->id(), depthOf(vg.fp));
}

void Machine::noteStatement(VmG& vg) {
    const uint64_t at = positionNow(vg);
    if (recording(trace::Detail::Statements))
        m_sched.emit(trace::Kind::Stmt, at);
    if (m_hookActive)
        m_options.hook->atStatement(*vg.g, at, depthOf(vg.fp));
}

// go -----------------------------------------------------------------------------------------------------------------

// A goroutine's memory is not the heap's, so its number is limited: a million for a heap limit of 1 GiB.
constexpr size_t kHeapPerGoroutine = 1024;

bool Machine::opGo(VmG& vg, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count) {
    if (m_sched.numGoroutine() >= m_options.heapLimit / kHeapPerGoroutine)
        m_sched.fatal(fmt::format("out of memory: {} goroutines are alive", m_sched.numGoroutine()));
    runtime::G* g = m_sched.newproc(body, this, f->id(), m_code->position(*functionOf(vg.fp), vg.pc));
    prepare(*g, f, closure, args, count);
    FrameWalk creator(vg, *m_code);
    while (creator->fn->isWrapper && creator->depth > 0)
        creator.next();
    vmOf(*g).creator = creator->fn;
    if (m_hookActive)
        m_options.hook->atHappening(*vg.g, DebugHook::Happening::GoCreate);
    return true;
}

bool Machine::opGoCall(VmG& vg, uint64_t* fp, const Instr* pc) {
    return opGo(vg, m_code->function(static_cast<size_t>(pc[1].imm)), nullptr, &fp[pc->a], pc->c);
}

bool Machine::opGoClosure(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t closure = fp[pc->b];
    if (!closure) {
        if (pc->c == 0)
            m_sched.fatal("go of nil func value");
        return opGo(vg, m_code->nilFunc(), nullptr, nullptr, 0);
    }
    return opGo(vg, functionOfClosure(closure), reinterpret_cast<const uint64_t*>(closure), &fp[pc->a], pc->c);
}

bool Machine::opGoIface(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t type = fp[pc->b];
    if (!type)
        return raiseNil(vg);
    fp[pc[1].a] = fp[pc->b + 1];
    return opGo(vg, findMethod(type, pc[1].imm), nullptr, &fp[pc->a], pc->c);
}

// defer --------------------------------------------------------------------------------------------------------------

bool Machine::deferRecord(VmG& vg, VmFunction* f, const uint64_t* closure, const uint64_t* args, size_t count,
                          bool isNil) {
    const auto closureWord = reinterpret_cast<uint64_t>(closure);
    uint64_t payload[2] = {reinterpret_cast<uint64_t>(f), kFunction};
    if (isNil) {
        payload[1] = kNil;
    } else if (count > 0) {
        auto* record = static_cast<DeferRecord*>(m_heap.allocate(sizeof(DeferRecord) + count * 8, kAllPointers));
        *record = {f, closureWord, count};
        std::memcpy(record->slots(), args, count * 8);
        payload[0] = reinterpret_cast<uint64_t>(record);
        payload[1] = kRecord;
    } else if (closure) {
        payload[0] = closureWord;
        payload[1] = kClosure;
    }
    runtime::DeferFacts facts;
    if (m_options.sink) {
        facts.function = f->id();
        facts.at = positionNow(vg);
        if (f->fn && f->fn->signature != bytecode::kNoType && count > f->resultSlots)
            facts.args = intern(m_renderer->arguments(*m_types[f->fn->signature].type, args + f->resultSlots));
    }
    runtime::deferproc(m_sched, *vg.g, depthOf(vg.fp), payload[0], payload[1], facts)->place = placeOf(vg);
    return true;
}

bool Machine::opDeferCall(VmG& vg, uint64_t* fp, const Instr* pc) {
    return deferRecord(vg, m_code->function(static_cast<size_t>(pc[1].imm)), nullptr, &fp[pc->a], pc->c, false);
}

bool Machine::opDeferClosure(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t closure = fp[pc->b];
    if (!closure)
        return deferRecord(vg, m_code->nilFunc(), nullptr, nullptr, 0, true);
    return deferRecord(vg, functionOfClosure(closure), reinterpret_cast<const uint64_t*>(closure), &fp[pc->a], pc->c,
                       false);
}

bool Machine::opDeferIface(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t type = fp[pc->b];
    if (!type)
        return raiseNil(vg);
    fp[pc[1].a] = fp[pc->b + 1];
    return deferRecord(vg, findMethod(type, pc[1].imm), nullptr, &fp[pc->a], pc->c, false);
}

bool Machine::opDeferRecover(VmG& vg, uint64_t*, const Instr*) {
    runtime::DeferFacts facts;
    if (m_options.sink)
        facts.at = positionNow(vg);
    runtime::deferproc(m_sched, *vg.g, depthOf(vg.fp), 0, kBuiltinRecover, facts)->place = placeOf(vg);
    return true;
}

/// Begins a stored call. False when it was over at once: next tells how it goes on.
bool Machine::runDefer(VmG& vg, runtime::Defer& defer, runtime::UnwindStep& next) {
    const uint64_t word = defer.payload[0];
    switch (static_cast<DeferPayload>(defer.payload[1])) {
    case kFunction:
        pushSpecial(vg, reinterpret_cast<VmFunction*>(word), nullptr, nullptr, 0, m_code->deferDone());
        return true;
    case kClosure:
        pushSpecial(vg, functionOfClosure(word), reinterpret_cast<const uint64_t*>(word), nullptr, 0,
                    m_code->deferDone());
        return true;
    case kRecord: {
        auto* record = reinterpret_cast<DeferRecord*>(word);
        pushSpecial(vg, record->function, reinterpret_cast<const uint64_t*>(record->closure), record->slots(),
                    record->count, m_code->deferDone());
        return true;
    }
    case kNil: pushSpecial(vg, m_code->nilFunc(), nullptr, nullptr, 0, m_code->deferDone()); return true;
    case kBuiltinRecover: {
        const uint64_t at = m_options.sink ? positionNow(vg) : 0;
        const runtime::RecoverAnswer answer = runtime::gorecover(m_sched, *vg.g, defer.frame, true, at);
        noteRecover(vg, answer);
        next = runtime::deferDone(m_sched, *vg.g);
        return false;
    }
    }
    return true;
}

// Natives ------------------------------------------------------------------------------------------------------------

bool Machine::opCallNative(VmG& vg, uint64_t* fp, const Instr* pc) {
    NativeCall call{&fp[pc->a], *m_vm, m_heap, m_types, m_sched, vg.g};
    m_natives[static_cast<size_t>(pc->imm)](call);
    if (call.then == NativeCall::Then::Return) [[likely]]
        return true;
    switch (call.then) {
    case NativeCall::Then::Return: return true;
    case NativeCall::Then::Panic:
        postPanic(vg, call.panicIface, call.isRuntimeError ? trace::PanicKind::RuntimeError : panicKind(call.panicIface),
                   call.isNilDereference);
        return false;
    case NativeCall::Then::Fatal: m_sched.fatal(m_pendingText);
    case NativeCall::Then::Exit: m_sched.exit(call.exitCode);
    case NativeCall::Then::Goexit: beginGoexit(vg); return false;
    }
    return true;
}

} // namespace unwind::vm
