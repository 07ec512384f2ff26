#include "std/natives.h"
#include "std/numbers.h"
#include "std/quote.h"

namespace unwind::stdlib {
namespace {

using vm::NativeCall;

void itoa(NativeCall& call) {
    const uint64_t v = call.word(2);
    const bool negative = call.integer(2) < 0;
    call.setText(0, formatInteger(negative ? -v : v, negative, 10));
}

template <bool isSigned>
void formatBase(NativeCall& call) {
    const int64_t base = call.integer(3);
    if (base < 2 || base > 36) return call.panicString("strconv: illegal AppendInt/FormatInt base");
    const bool negative = isSigned && call.integer(2) < 0;
    call.setText(0, formatInteger(negative ? -call.word(2) : call.word(2), negative, static_cast<int>(base)));
}

void formatFloatCall(NativeCall& call) {
    const int64_t bits = call.integer(5);
    if (bits != 32 && bits != 64) return call.panicString("strconv: illegal AppendFloat/FormatFloat bitSize");
    const double value = bits == 32 ? static_cast<double>(static_cast<float>(call.number(2))) : call.number(2);
    call.setText(0, formatFloat(value, static_cast<char>(call.integer(3)), static_cast<int>(call.integer(4)),
                                static_cast<int>(bits)));
}

void parseIntCall(NativeCall& call) {
    int64_t value = 0;
    const Parse how = parseSigned(call.text(2), call.integer(4), call.integer(5), value);
    call.setInteger(0, value);
    call.setInteger(1, static_cast<int64_t>(how));
}

void parseUintCall(NativeCall& call) {
    uint64_t value = 0;
    const Parse how = parseUnsigned(call.text(2), call.integer(4), call.integer(5), value);
    call.setWord(0, value);
    call.setInteger(1, static_cast<int64_t>(how));
}

void parseFloatCall(NativeCall& call) {
    double value = 0;
    const Parse how = parseFloat(call.text(2), static_cast<int>(call.integer(4)), value);
    call.setNumber(0, value);
    call.setInteger(1, static_cast<int64_t>(how));
}

void unquotedCall(NativeCall& call) {
    const auto text = unquoted(call.text(3));
    call.setText(0, text.value_or(""));
    call.setBoolean(2, text.has_value());
}

void unquoteCharCall(NativeCall& call) {
    const UnquotedChar c = unquoteChar(call.text(3), static_cast<char>(call.integer(5)));
    call.setInteger(0, c.value);
    call.setBoolean(1, c.multibyte);
    call.setInteger(2, c.size);
}

} // namespace

void registerStrconv(vm::NativeRegistry& natives) {
    natives.add("strconv.Itoa", itoa);
    natives.add("time.decimal", itoa);
    natives.add("strconv.FormatInt", formatBase<true>);
    natives.add("strconv.FormatUint", formatBase<false>);
    natives.add("strconv.FormatFloat", formatFloatCall);
    natives.add("strconv.parseInt", parseIntCall);
    natives.add("strconv.parseUint", parseUintCall);
    natives.add("strconv.parseFloat", parseFloatCall);
    natives.add("strconv.quote", [](NativeCall& call) {
        call.setText(0, quoted(call.text(2), static_cast<Keep>(call.integer(4))));
    });
    natives.add("time.quote", [](NativeCall& call) { call.setText(0, quoted(call.text(2), Keep::OnlyAscii)); });
    natives.add("strconv.quoteRune", [](NativeCall& call) {
        call.setText(0, quotedRune(static_cast<int32_t>(call.integer(2)), static_cast<Keep>(call.integer(3))));
    });
    natives.add("strconv.unquoted", unquotedCall);
    natives.add("strconv.quotedPrefix", [](NativeCall& call) { call.setInteger(0, quotedPrefix(call.text(1))); });
    natives.add("strconv.unquoteChar", unquoteCharCall);
    natives.add("strconv.CanBackquote", [](NativeCall& call) { call.setBoolean(0, canBackquote(call.text(1))); });
}

} // namespace unwind::stdlib
