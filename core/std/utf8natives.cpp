#include "std/natives.h"
#include "std/utf8.h"

namespace unwind::stdlib {
namespace {

using vm::NativeCall;
using Text = std::string_view (*)(const NativeCall&, int);

std::string_view stringAt(const NativeCall& call, int slot) { return call.text(slot); }

template <Text text, Rune (*decode)(std::string_view)>
void decodeCall(NativeCall& call) {
    const Rune r = decode(text(call, 2));
    call.setInteger(0, r.value);
    call.setInteger(1, r.size);
}

template <Text text, bool (*test)(std::string_view)>
void testCall(NativeCall& call) {
    call.setBoolean(0, test(text(call, 1)));
}

template <Text text>
void countCall(NativeCall& call) {
    call.setInteger(0, static_cast<int64_t>(runeCount(text(call, 1))));
}

} // namespace

void registerUtf8(vm::NativeRegistry& natives) {
    natives.add("unicode/utf8.DecodeRune", decodeCall<bytesAt, decodeRune>);
    natives.add("unicode/utf8.DecodeRuneInString", decodeCall<stringAt, decodeRune>);
    natives.add("unicode/utf8.DecodeLastRune", decodeCall<bytesAt, decodeLastRune>);
    natives.add("unicode/utf8.DecodeLastRuneInString", decodeCall<stringAt, decodeLastRune>);
    natives.add("unicode/utf8.FullRune", testCall<bytesAt, fullRune>);
    natives.add("unicode/utf8.FullRuneInString", testCall<stringAt, fullRune>);
    natives.add("unicode/utf8.RuneCount", countCall<bytesAt>);
    natives.add("unicode/utf8.RuneCountInString", countCall<stringAt>);
    natives.add("unicode/utf8.Valid", testCall<bytesAt, validUtf8>);
    natives.add("unicode/utf8.ValidString", testCall<stringAt, validUtf8>);
}

} // namespace unwind::stdlib
