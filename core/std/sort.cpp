#include "std/natives.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

template <class T, class Less>
void sortSlice(NativeCall& call, Less less) {
    const vm::GoSlice s = call.slice(0);
    auto* data = static_cast<T*>(s.data);
    std::sort(data, data + s.length, less);
}

/// The slice header in an interface.
vm::GoSlice sliceIn(const NativeCall& call, const vm::GoIface& x) {
    vm::GoSlice s;
    std::memcpy(&s, call.valueOf(x), sizeof s);
    return s;
}

void swap(NativeCall& call) { // (x, i, j)
    const vm::GoIface x = call.iface(0);
    const vm::GoSlice s = sliceIn(call, x);
    const size_t size = call.type(call.type(x.typeIndex()).elem).size;
    auto* data = static_cast<char*>(s.data);
    char* a = data + static_cast<size_t>(call.integer(2)) * size;
    char* b = data + static_cast<size_t>(call.integer(3)) * size;
    std::swap_ranges(a, a + size, b);
}

void length(NativeCall& call) { // (x) int
    const vm::GoIface x = call.iface(1);
    if (x.isNil() || call.type(x.typeIndex()).kind != bytecode::TypeKind::Slice)
        return call.panicString("reflect: call of Swapper on a value that is no slice");
    call.setInteger(0, sliceIn(call, x).length);
}

} // namespace

void registerSort(vm::NativeRegistry& natives) {
    natives.add("sort.Ints", [](NativeCall& call) { sortSlice<int64_t>(call, std::less<>{}); });
    natives.add("sort.Float64s", [](NativeCall& call) {
        sortSlice<double>(call, [](double a, double b) { return a < b || (std::isnan(a) && !std::isnan(b)); });
    });
    natives.add("sort.Strings", [](NativeCall& call) {
        sortSlice<vm::GoString>(call, [](const vm::GoString& a, const vm::GoString& b) { return a.view() < b.view(); });
    });
    natives.add("sort.length", length);
    natives.add("sort.swap", swap);
}

} // namespace unwind::stdlib
