// The interpreter alone: programs assembled by hand, so that no compiler is measured.
#include "../vm/assembler.h"

#include <benchmark/benchmark.h>

using namespace unwind;
using namespace unwind::test;

namespace {

/// Builds a program whose main does `repeat` units of work.
void measure(benchmark::State& state, Assembler& a, double units, trace::Sink* sink = nullptr) {
    for (auto _ : state) {
        vm::VmOptions options;
        options.sink = sink;
        benchmark::DoNotOptimize(run(a.program(), options).code);
    }
    state.counters["unit"] = benchmark::Counter(units * double(state.iterations()),
                                                benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void fib(benchmark::State& state) {
    Assembler a;
    const int32_t f = a.declare();
    a.define(f, "main.fib", 1, 1, 12,
             {offset(Op::JGeImm, 1, 2, 2), abc(Op::Move, 0, 1), abc(Op::Return), abc(Op::AddImm, 8, 1, uint16_t(-1)),
              imm(Op::Call, 7, f), abc(Op::Move, 2, 7), abc(Op::AddImm, 8, 1, uint16_t(-2)), imm(Op::Call, 7, f),
              abc(Op::Add, 0, 2, 7), abc(Op::Return)});
    a.main(10, {imm(Op::LoadImm, 9, 27), imm(Op::Call, 8, f), abc(Op::Return)});
    measure(state, a, 832'040);
}
BENCHMARK(fib)->Unit(benchmark::kMillisecond);

void loop(benchmark::State& state) {
    Assembler a;
    a.main(4, {imm(Op::LoadImm, 0, 0), imm(Op::LoadImm, 1, 0), imm(Op::LoadImm, 2, 5'000'000), abc(Op::Add, 0, 0, 1),
               offset(Op::ForLt, 1, 2, -2), abc(Op::Return)});
    measure(state, a, 5e6);
}
BENCHMARK(loop)->Unit(benchmark::kMillisecond);

void allocate(benchmark::State& state) {
    Assembler a;
    a.main(4, {imm(Op::LoadImm, 1, 0), imm(Op::LoadImm, 2, 1'000'000), imm(Op::New, 0, a.find("interface {}")),
               offset(Op::ForLt, 1, 2, -2), abc(Op::Return)});
    measure(state, a, 1e6);
}
BENCHMARK(allocate)->Unit(benchmark::kMillisecond);

void mapSet(benchmark::State& state) {
    Assembler a;
    const TypeIndex map = a.mapOf(a.find("int"), a.find("int"));
    a.main(6, {imm(Op::LoadImm, 1, 0), imm(Op::LoadImm, 2, 200'000), abc(Op::MakeMap, 0, kNone), ext(map),
               abc(Op::MapSet, 0, 1, 1), ext(map), offset(Op::ForLt, 1, 2, -3), abc(Op::Return)});
    measure(state, a, 2e5);
}
BENCHMARK(mapSet)->Unit(benchmark::kMillisecond);

void start(benchmark::State& state) {
    Assembler a;
    a.main(2, {abc(Op::Return)});
    measure(state, a, 1);
}
BENCHMARK(start);

} // namespace

BENCHMARK_MAIN();
