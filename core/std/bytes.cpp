#include "std/natives.h"

#include <algorithm>

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

int64_t place(size_t at) { return at == std::string_view::npos ? -1 : static_cast<int64_t>(at); }

void count(NativeCall& call) { // (s, sep)
    const std::string_view s = bytesAt(call, 1), part = bytesAt(call, 4);
    int64_t n = 0;
    if (part.empty()) n = 1 + std::ranges::count_if(s, [](char c) { return (static_cast<uint8_t>(c) & 0xC0) != 0x80; });
    else
        for (size_t at = s.find(part); at != std::string_view::npos; at = s.find(part, at + part.size())) ++n;
    call.setInteger(0, n);
}

} // namespace

void registerBytes(vm::NativeRegistry& natives) {
    natives.add("bytes.Compare", [](NativeCall& call) {
        const int c = bytesAt(call, 1).compare(bytesAt(call, 4));
        call.setInteger(0, c < 0 ? -1 : c > 0 ? 1 : 0);
    });
    natives.add("bytes.Equal", [](NativeCall& call) { call.setBoolean(0, bytesAt(call, 1) == bytesAt(call, 4)); });
    natives.add("bytes.Index", [](NativeCall& call) { call.setInteger(0, place(bytesAt(call, 1).find(bytesAt(call, 4)))); });
    natives.add("bytes.LastIndex", [](NativeCall& call) {
        call.setInteger(0, place(bytesAt(call, 1).rfind(bytesAt(call, 4))));
    });
    natives.add("bytes.IndexByte", [](NativeCall& call) {
        call.setInteger(0, place(bytesAt(call, 1).find(static_cast<char>(call.integer(4)))));
    });
    natives.add("bytes.Count", count);
}

} // namespace unwind::stdlib
