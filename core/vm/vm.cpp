#include "vm/vm.h"

#include "vm/machine.h"

#include <fmt/format.h>

namespace unwind::vm {

DebugHook::~DebugHook() = default;
void DebugHook::atStatement(runtime::G&, uint64_t, uint32_t) {}
void DebugHook::atCall(runtime::G&, FuncId, uint32_t) {}
void DebugHook::atReturn(runtime::G&, FuncId, uint32_t) {}
void DebugHook::atHappening(runtime::G&, Happening) {}

namespace {

HeapOptions heapOptions(const VmOptions& options) {
    HeapOptions heap;
    heap.limit = options.heapLimit;
    heap.collectAlways = options.collectAlways;
    return heap;
}

runtime::SchedOptions schedOptions(const VmOptions& options) {
    runtime::SchedOptions sched;
    sched.procs = options.procs;
    sched.seed = options.seed;
    sched.profile = options.profile;
    sched.sink = options.sink;
    sched.awaitSignals = options.awaitSignals;
    sched.vmBytes = sizeof(VmG);
    return sched;
}

} // namespace

Machine::Machine(Vm& vm, const bytecode::Program& program, VmOptions options)
    : m_program(program), m_options(std::move(options)), m_heap(heapOptions(m_options)), m_types(program, m_heap),
      m_maps(m_heap, m_types, m_options.seed),
      m_code(std::make_unique<CodeStore>(program, m_options.statementsInStd)), m_sched(*this, schedOptions(m_options)),
      m_vm(&vm) {
    interpret(nullptr);
    m_dispatch = m_plain;
    m_heap.scanRoots = [this] { scanRoots(); };
    m_heap.onOutOfMemory = [this](size_t size) { outOfMemory(size); };
    m_heap.onCollected = [this](const HeapStats& stats) {
        m_sched.emit(trace::Kind::GcRun, stats.liveBytes, stats.freedBytes);
    };
    layOutSegment();
    bindNatives();
    m_errorMethod = m_types.methodIndex("Error");
    m_stringMethod = m_types.methodIndex("String");
    m_runtimeErrorMethod = m_types.methodIndex("RuntimeError");
    m_renderer = std::make_unique<Renderer>(m_types, m_heap, m_maps, m_data, program.dataSize);
    setInstrumented(m_options.hook != nullptr);
}

Machine::~Machine() {
    m_sched.forEachG([this](runtime::G& g) { goroutineEnded(g); });
}

/// Data segment, func values of functions without captures, and the bytes of string constants, at addresses that repeat.
void Machine::layOutSegment() {
    size_t text = 0;
    for (const std::string& s : m_program.strings)
        text += s.size();
    const size_t data = (size_t{m_program.dataSize} + 63) & ~size_t{63};
    const size_t funcs = m_program.functions.size() * 8;
    const size_t headers = m_program.strings.size() * sizeof(GoString);
    const size_t size = (64 + data + funcs + headers + text + kPageSize - 1) / kPageSize * kPageSize;
    m_segment = Mapping(kDataBase, size);
    m_zeroBase = m_segment.base();
    m_data = m_segment.base() + 64;
    m_funcValues = reinterpret_cast<uint64_t*>(m_data + data);
    for (size_t i = 0; i < m_program.functions.size(); ++i)
        m_funcValues[i] = reinterpret_cast<uint64_t>(m_code->function(i));
    m_strings = reinterpret_cast<GoString*>(m_data + data + funcs);
    char* out = m_data + data + funcs + headers;
    for (size_t i = 0; i < m_program.strings.size(); ++i) {
        const std::string& s = m_program.strings[i];
        std::memcpy(out, s.data(), s.size());
        m_strings[i] = {s.empty() ? nullptr : out, static_cast<int64_t>(s.size())};
        out += s.size();
    }
}

void Machine::bindNatives() {
    for (const std::string& name : m_program.natives) {
        NativeFn fn = NativeRegistry::global().find(name);
        if (!fn && m_fault.empty())
            m_fault = fmt::format("this build has no native function {}", name);
        m_natives.push_back(fn);
    }
    if (m_program.main < 0)
        m_fault = "function main is undeclared in the main package";
}

void Machine::setInstrumented(bool active) {
    m_hookActive = active && m_options.hook;
    m_dispatch = m_hookActive || recording(trace::Detail::Calls) ? m_instrumented : m_plain;
}

void Machine::start() {
    VmFunction* main = m_code->function(static_cast<size_t>(m_program.main));
    runtime::G* g = m_sched.start(body, this, main->id(), 0);
    for (const auto& [number, when] : m_options.signals) m_sched.sendSignal(number, when);
    if (m_program.init < 0) {
        prepare(*g, main, nullptr, nullptr, 0);
        return;
    }
    prepare(*g, m_code->function(static_cast<size_t>(m_program.init)), nullptr, nullptr, 0);
    vmOf(*g).fp[-1] = reinterpret_cast<uint64_t>(m_code->initDone());
}

// Vm -----------------------------------------------------------------------------------------------------------------

Vm::Vm(const bytecode::Program& program, VmOptions options)
    : m_machine(std::make_unique<Machine>(*this, program, std::move(options))) {
    if (m_machine->m_fault.empty())
        m_machine->start();
}

Vm::~Vm() = default;

const std::string& Vm::fault() const { return m_machine->m_fault; }

Outcome Vm::run() {
    const runtime::Outcome outcome = m_machine->m_sched.run();
    switch (outcome.kind) {
    case runtime::Outcome::Kind::Paused: return {Outcome::Kind::Paused, 0};
    case runtime::Outcome::Kind::Waiting: return {Outcome::Kind::Waiting, 0};
    case runtime::Outcome::Kind::Finished: break;
    }
    return {Outcome::Kind::Finished, outcome.exitCode};
}

void Vm::requestStop() { m_machine->m_sched.requestStop(); }
void Vm::sendSignal(int number) { m_machine->m_sched.injectSignal(number); }
void Vm::pause() { m_machine->m_sched.pauseHere(); }
void Vm::setHookActive(bool active) { m_machine->setInstrumented(active); }
runtime::Sched& Vm::sched() { return m_machine->m_sched; }

} // namespace unwind::vm
