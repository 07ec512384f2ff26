#include "std/natives.h"

#include "runtime/sched.h"
#include "vm/heap.h"
#include "vm/machine.h"

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

// A program counter of Go's is the function's number and the word of its code, the same in every run.
constexpr int kOffsetBits = 24;

uint64_t counterOf(const vm::FrameRef& frame) {
    const uint64_t offset = frame.fn->inside(frame.pc) ? frame.fn->offsetOf(frame.pc) : 0;
    return uint64_t{frame.fn->id().value} << kOffsetBits | offset;
}

void callerPc(NativeCall& call) { // (skip) pc
    vm::Machine& machine = call.vm.machine();
    int64_t skip = call.integer(1);
    for (vm::FrameWalk walk(machine.vmOf(*call.g), *machine.m_code); !walk.atEnd(); walk.next()) {
        const bool counts = walk->fn->fn && !walk->fn->fn->isWrapper;
        if (counts && skip-- == 0) return call.setWord(0, counterOf(*walk));
        if (machine.isRunByUnwinding(*call.g, *walk) && skip-- == 0) break; // the runtime's own frame
    }
    call.setWord(0, 0);
}

void pcInfo(NativeCall& call) { // (pc) function, file, line, entry
    const bytecode::Program& program = call.program();
    const uint64_t pc = call.word(6);
    const uint64_t id = pc >> kOffsetBits;
    call.setText(0, "");
    call.setText(2, "");
    call.setInteger(4, 0);
    call.setWord(5, 0);
    if (id == 0 || id > program.functions.size()) return;
    const bytecode::Function& fn = program.functions[id - 1];
    const auto offset = static_cast<uint32_t>(pc & ((1u << kOffsetBits) - 1));
    uint32_t line = fn.pos.line;
    for (const bytecode::LineEntry& entry : fn.lines) {
        if (entry.pc > offset) break;
        line = entry.line;
    }
    call.setText(0, fn.name);
    if (fn.pos.file.value) call.setText(2, program.files[fn.pos.file.value - 1].path);
    call.setInteger(4, line);
    call.setWord(5, id << kOffsetBits);
}

/// The trace begins with the caller of runtime.Stack.
void stack(NativeCall& call) { // (all) string
    std::string text = call.stackTrace();
    const size_t header = text.find('\n') + 1;
    if (text.compare(header, 14, "runtime.Stack(") == 0) {
        const size_t end = text.find('\n', text.find('\n', header) + 1) + 1;
        text.erase(header, end - header);
    }
    if (call.boolean(2)) {
        call.sched.forEachG([&](runtime::G& g) {
            if (&g != call.g) text += '\n' + call.sched.goroutineHeader(g) + '\n' + call.sched.hooks().traceback(g);
        });
    }
    call.setText(0, text);
}

void memStats(NativeCall& call) { // live, total, mallocs, collections
    const vm::HeapStats stats = call.heap.stats();
    call.setWord(0, call.heap.bytesInUse());
    call.setWord(1, stats.totalAllocated);
    call.setWord(2, stats.mallocs);
    call.setWord(3, stats.collections);
}

void version(NativeCall& call) {
    call.setText(0, profile::languageName(call.sched.profile().language));
}

} // namespace

void registerRuntime(vm::NativeRegistry& natives) {
    natives.add("runtime.Gosched", [](NativeCall& call) { call.sched.gosched(); });
    natives.add("runtime.Goexit", [](NativeCall& call) { call.goexit(); });
    natives.add("runtime.NumGoroutine", [](NativeCall& call) {
        call.setInteger(0, static_cast<int64_t>(call.sched.numGoroutine()));
    });
    natives.add("runtime.GOMAXPROCS", [](NativeCall& call) {
        call.setInteger(0, static_cast<int64_t>(call.sched.allp().size()));
    });
    natives.add("runtime.NumCPU", [](NativeCall& call) {
        call.setInteger(0, static_cast<int64_t>(call.sched.allp().size()));
    });
    natives.add("runtime.GC", [](NativeCall& call) { call.heap.collect(); });
    natives.add("runtime.Breakpoint", [](NativeCall& call) { call.fatal("SIGTRAP: trace trap"); });
    natives.add("runtime.Version", version);
    natives.add("runtime.stack", stack);
    natives.add("runtime.memStats", memStats);
    natives.add("runtime.callerPC", callerPc);
    natives.add("runtime.pcInfo", pcInfo);
    natives.add("runtime/debug.setStackLimit", [](NativeCall& call) {
        constexpr int64_t most = int64_t{256} << 20;
        call.vm.machine().m_options.stackLimit = static_cast<size_t>(std::min(std::max<int64_t>(call.integer(0), 4096), most));
    });
}

} // namespace unwind::stdlib
