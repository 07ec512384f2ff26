#include "runtime/hooks.h"

#include <cstdlib>
#include <cstring>

namespace unwind::runtime {

Hooks::~Hooks() {
    for (void* block : m_blocks) std::free(block);
}

void* Hooks::allocate(size_t bytes) {
    m_blocks.push_back(std::calloc(1, bytes));
    return m_blocks.back();
}

std::string Hooks::traceback(const G&) {
    return {};
}

FrameFacts Hooks::frameFacts(const G&, Frame) {
    return {};
}

uint64_t Hooks::objectId(const void*) {
    return 0;
}

std::string Hooks::printFaultText(const G&, const Panic&) {
    return "type unknown";
}

void Hooks::timerFired(Timer&) {}

void Hooks::timeValue(Time now, void* out) {
    std::memcpy(out, &now, sizeof now);
}

void Hooks::goroutineEnded(G&) {}

} // namespace unwind::runtime
