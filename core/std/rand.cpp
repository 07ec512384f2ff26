#include "std/natives.h"

#include "runtime/sched.h"

#include <cmath>

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

constexpr size_t kState = 607;
constexpr uint64_t kCooked[kState] = {
#include "std/tables/random.inc"
};

/// The seed drives a Lehmer generator, three of whose numbers make a word of the state.
void seeded(NativeCall& call) { // (state, seed)
    constexpr int64_t modulus = 2147483647;
    auto* state = static_cast<uint64_t*>(call.pointer(0));
    int64_t x = call.integer(1) % modulus;
    if (x < 0) x += modulus;
    if (x == 0) x = 89482311;
    const auto next = [&x] {
        x = x * 48271 % modulus;
        return static_cast<uint64_t>(x);
    };
    for (int i = 0; i < 20; ++i) next();
    for (size_t i = 0; i < kState; ++i) {
        uint64_t word = next() << 40;
        word ^= next() << 20;
        word ^= next();
        state[i] = word ^ kCooked[i];
    }
}

} // namespace

void registerRand(vm::NativeRegistry& natives) {
    natives.add("math/rand.next", [](NativeCall& call) {
        const uint64_t high = call.sched.cheaprand();
        call.setWord(0, high << 32 | call.sched.cheaprand());
    });
    natives.add("math/rand.seeded", seeded);
    natives.add("math/rand.polar", [](NativeCall& call) {
        const double s = call.number(1);
        call.setNumber(0, std::sqrt(-2 * std::log(s) / s));
    });
    natives.add("math/rand.log", [](NativeCall& call) { call.setNumber(0, std::log(call.number(1))); });
}

} // namespace unwind::stdlib
