#include "runtime/g.h"

#include <cstdlib>

namespace unwind::runtime {

void Sudog::reserve(size_t bytes) {
    if (bytes > kInline) heapElem = static_cast<std::byte*>(std::malloc(bytes));
}

void Sudog::clear() {
    if (heapElem) std::free(heapElem);
    heapElem = nullptr;
    c = nullptr;
    waitlink = nullptr;
}

Frame G::deferDepth() const {
    Frame n = 0;
    for (const Defer* d = defers; d; d = d->link) ++n;
    return n;
}

} // namespace unwind::runtime
