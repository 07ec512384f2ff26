// Slices, strings, maps and closures: what allocates.
#include "vm/machine.h"
#include "vm/utf8.h"

#include <algorithm>

#include <fmt/format.h>

namespace unwind::vm {

using bytecode::kNoSlot;

namespace {

constexpr uint64_t kMaxAllocation = uint64_t{1} << 48; ///< bytes, as Go on amd64: more is a panic, not a lack of memory

/// Go's rule for the capacity of a grown slice, before rounding up to a size class.
int64_t nextCapacity(int64_t length, int64_t oldCapacity) {
    if (length > oldCapacity * 2)
        return length;
    constexpr int64_t kThreshold = 256;
    if (oldCapacity < kThreshold)
        return oldCapacity * 2;
    int64_t capacity = oldCapacity;
    while (capacity < length)
        capacity += (capacity + 3 * kThreshold) >> 2;
    return capacity;
}

bool tooLarge(int64_t count, uint32_t size) {
    uint64_t bytes = 0;
    return count < 0 || __builtin_mul_overflow(static_cast<uint64_t>(count), uint64_t{size}, &bytes) ||
           bytes > kMaxAllocation;
}

std::string_view view(const uint64_t* s) { return {reinterpret_cast<const char*>(s[0]), s[1]}; }
void put(uint64_t* out, GoString s) { std::memcpy(out, &s, sizeof s); }
void put(uint64_t* out, const void* data, uint64_t length, uint64_t capacity) {
    out[0] = reinterpret_cast<uint64_t>(data);
    out[1] = length;
    out[2] = capacity;
}
void move(void* to, uint64_t from, size_t size) {
    if (size)
        std::memmove(to, reinterpret_cast<const void*>(from), size);
}

} // namespace

GoString Machine::newUninitialized(size_t size) {
    if (size == 0)
        return {};
    return {static_cast<const char*>(m_heap.allocate(size, kNoPointers)), static_cast<int64_t>(size)};
}

GoString Machine::newString(std::string_view text) {
    const GoString s = newUninitialized(text.size());
    if (s.length)
        std::memcpy(const_cast<char*>(s.data), text.data(), text.size());
    return s;
}

void* Machine::newValue(TypeIndex type) {
    const RtType& t = m_types[type];
    return t.size ? m_heap.allocate(t.size, t.layout) : m_zeroBase;
}

bool Machine::opMakeSlice(VmG& vg, uint64_t* fp, const Instr* pc) {
    const RtType& elem = m_types[pc[1].imm];
    const auto length = static_cast<int64_t>(fp[pc->b]);
    const auto capacity = pc->c == kNoSlot ? length : static_cast<int64_t>(fp[pc->c]);
    if (tooLarge(length, elem.size))
        return raise(vg, ErrorType::Error, "makeslice: len out of range");
    if (tooLarge(capacity, elem.size) || length > capacity)
        return raise(vg, ErrorType::Error, "makeslice: cap out of range");
    const size_t bytes = static_cast<size_t>(capacity) * elem.size;
    put(&fp[pc->a], bytes ? m_heap.allocate(bytes, elem.layout) : m_zeroBase, static_cast<uint64_t>(length),
        static_cast<uint64_t>(capacity));
    return true;
}

/// out = in with room for added more elements, its length raised by them.
bool Machine::growSlice(VmG& vg, uint64_t* out, const uint64_t* in, int64_t added, TypeIndex elemType) {
    const RtType& elem = m_types[elemType];
    const auto oldLength = static_cast<int64_t>(in[1]), oldCapacity = static_cast<int64_t>(in[2]);
    int64_t length = 0;
    if (__builtin_add_overflow(oldLength, added, &length))
        return raise(vg, ErrorType::Error, "growslice: len out of range");
    const uint64_t data = in[0];
    if (length <= oldCapacity) {
        put(out, reinterpret_cast<void*>(data), static_cast<uint64_t>(length), static_cast<uint64_t>(oldCapacity));
        return true;
    }
    if (elem.size == 0) {
        put(out, m_zeroBase, static_cast<uint64_t>(length), static_cast<uint64_t>(length));
        return true;
    }
    int64_t capacity = nextCapacity(length, oldCapacity);
    if (tooLarge(capacity, elem.size))
        return raise(vg, ErrorType::Error, "growslice: len out of range");
    const size_t bytes = roundUpSize(static_cast<size_t>(capacity) * elem.size, elem.layout != kNoPointers);
    capacity = static_cast<int64_t>(bytes / elem.size);
    void* grown = m_heap.allocate(bytes, elem.layout);
    move(grown, data, static_cast<size_t>(oldLength) * elem.size);
    put(out, grown, static_cast<uint64_t>(length), static_cast<uint64_t>(capacity));
    return true;
}

bool Machine::opAppend(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t* in = &fp[pc->b];
    const auto length = static_cast<int64_t>(in[1]), capacity = static_cast<int64_t>(in[2]);
    const bool fits = length + pc->c <= capacity;
    if (!growSlice(vg, &fp[pc->a], in, pc->c, pc[1].imm))
        return false;
    const RtType& elem = m_types[pc[1].imm];
    if (fits && elem.size)
        std::memset(reinterpret_cast<char*>(fp[pc->a]) + static_cast<size_t>(length) * elem.size, 0,
                    size_t{pc->c} * elem.size);
    return true;
}

bool Machine::opAppendSlice(VmG& vg, uint64_t* fp, const Instr* pc) {
    const RtType& elem = m_types[pc[1].imm];
    const uint64_t from = fp[pc->c], count = fp[pc->c + 1], at = fp[pc->b + 1];
    if (!growSlice(vg, &fp[pc->a], &fp[pc->b], static_cast<int64_t>(count), pc[1].imm))
        return false;
    move(reinterpret_cast<char*>(fp[pc->a]) + at * elem.size, from, count * elem.size);
    return true;
}

bool Machine::opAppendString(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t from = fp[pc->c], count = fp[pc->c + 1], at = fp[pc->b + 1];
    const TypeIndex byte = m_types.find("uint8");
    if (byte != bytecode::kNoType) {
        if (!growSlice(vg, &fp[pc->a], &fp[pc->b], static_cast<int64_t>(count), byte))
            return false;
    }
    move(reinterpret_cast<char*>(fp[pc->a]) + at, from, count);
    return true;
}

bool Machine::opCopySlice(VmG&, uint64_t* fp, const Instr* pc) {
    const uint64_t count = std::min(fp[pc->b + 1], fp[pc->c + 1]);
    move(reinterpret_cast<void*>(fp[pc->b]), fp[pc->c], count * static_cast<uint32_t>(pc[1].imm));
    fp[pc->a] = count;
    return true;
}

bool Machine::opCopyString(VmG&, uint64_t* fp, const Instr* pc) {
    const uint64_t count = std::min(fp[pc->b + 1], fp[pc->c + 1]);
    move(reinterpret_cast<void*>(fp[pc->b]), fp[pc->c], count);
    fp[pc->a] = count;
    return true;
}

bool Machine::opClearSlice(VmG&, uint64_t* fp, const Instr* pc) {
    if (const size_t bytes = fp[pc->a + 1] * static_cast<uint32_t>(pc[1].imm))
        std::memset(reinterpret_cast<void*>(fp[pc->a]), 0, bytes);
    return true;
}

/// Checks low:high:max as Go does, upper bounds first. isSlice: bounds are told as of a capacity.
bool Machine::bounds(VmG& vg, int64_t low, int64_t high, int64_t max, bool hasMax, int64_t capacity, bool isSlice) {
    const auto fail = [&](const std::string& text) {
        return raise(vg, ErrorType::Bounds, "slice bounds out of range " + text);
    };
    const char* limit = isSlice ? "capacity" : "length";
    const auto above = [](int64_t a, int64_t b) { return static_cast<uint64_t>(a) > static_cast<uint64_t>(b); };
    if (hasMax) {
        if (max < 0)
            return fail(fmt::format("[::{}]", max));
        if (above(max, capacity))
            return fail(fmt::format("[::{}] with {} {}", max, limit, capacity));
        if (high < 0)
            return fail(fmt::format("[:{}:]", high));
        if (above(high, max))
            return fail(fmt::format("[:{}:{}]", high, max));
        if (low < 0)
            return fail(fmt::format("[{}::]", low));
        if (above(low, high))
            return fail(fmt::format("[{}:{}:]", low, high));
        return true;
    }
    if (high < 0)
        return fail(fmt::format("[:{}]", high));
    if (above(high, capacity))
        return fail(fmt::format("[:{}] with {} {}", high, limit, capacity));
    if (low < 0)
        return fail(fmt::format("[{}:]", low));
    if (above(low, high))
        return fail(fmt::format("[{}:{}]", low, high));
    return true;
}

bool Machine::opSliceSlice(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t* in = &fp[pc->b];
    const auto length = static_cast<int64_t>(in[1]), capacity = static_cast<int64_t>(in[2]);
    const auto low = pc[1].a == kNoSlot ? 0 : static_cast<int64_t>(fp[pc[1].a]);
    const auto high = pc[1].b == kNoSlot ? length : static_cast<int64_t>(fp[pc[1].b]);
    const bool hasMax = pc[1].c != kNoSlot;
    const auto max = hasMax ? static_cast<int64_t>(fp[pc[1].c]) : capacity;
    if (!bounds(vg, low, high, max, hasMax, capacity, true))
        return false;
    const uint64_t offset = max - low ? static_cast<uint64_t>(low) * static_cast<uint32_t>(pc[2].imm) : 0;
    put(&fp[pc->a], reinterpret_cast<void*>(in[0] + offset), static_cast<uint64_t>(high - low),
        static_cast<uint64_t>(max - low));
    return true;
}

bool Machine::opSliceString(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t data = fp[pc->b], length = fp[pc->b + 1];
    const uint64_t low = pc[1].a == kNoSlot ? 0 : fp[pc[1].a];
    const uint64_t high = pc[1].b == kNoSlot ? length : fp[pc[1].b];
    if (high > length || low > high)
        return bounds(vg, static_cast<int64_t>(low), static_cast<int64_t>(high), 0, false, static_cast<int64_t>(length),
                      false);
    fp[pc->a] = high > low ? data + low : data;
    fp[pc->a + 1] = high - low;
    return true;
}

bool Machine::opSliceArray(VmG& vg, uint64_t* fp, const Instr* pc) {
    const uint64_t data = fp[pc->b];
    if (!data)
        return raiseNil(vg);
    const int64_t length = pc[3].imm;
    const auto low = pc[1].a == kNoSlot ? 0 : static_cast<int64_t>(fp[pc[1].a]);
    const auto high = pc[1].b == kNoSlot ? length : static_cast<int64_t>(fp[pc[1].b]);
    const bool hasMax = pc[1].c != kNoSlot;
    const auto max = hasMax ? static_cast<int64_t>(fp[pc[1].c]) : length;
    if (!bounds(vg, low, high, max, hasMax, length, false))
        return false;
    const uint64_t offset = max - low ? static_cast<uint64_t>(low) * static_cast<uint32_t>(pc[2].imm) : 0;
    put(&fp[pc->a], reinterpret_cast<void*>(data + offset), static_cast<uint64_t>(high - low),
        static_cast<uint64_t>(max - low));
    return true;
}

bool Machine::opSliceToArray(VmG& vg, uint64_t* fp, const Instr* pc) {
    const auto length = static_cast<int64_t>(fp[pc->b + 1]);
    if (length < pc[1].imm)
        return raise(vg, ErrorType::Error,
                     fmt::format("cannot convert slice with length {} to {}pointer to array with length {}", length,
                                 m_sched.profile().arrayConversionText == profile::ArrayConversionText::Pointer ? "" : "array or ",
                                 pc[1].imm));
    fp[pc->a] = fp[pc->b];
    return true;
}

bool Machine::opConcat(VmG&, uint64_t* fp, const Instr* pc) {
    const uint64_t* parts = &fp[pc->b];
    size_t total = 0, nonEmpty = 0, last = 0;
    for (size_t i = 0; i < pc->c; ++i)
        if (const uint64_t n = parts[i * 2 + 1]) {
            total += n;
            ++nonEmpty;
            last = i;
        }
    if (nonEmpty <= 1) {
        const uint64_t data = nonEmpty ? parts[last * 2] : 0;
        fp[pc->a] = data;
        fp[pc->a + 1] = total;
        return true;
    }
    const GoString joined = newUninitialized(total);
    char* out = const_cast<char*>(joined.data);
    for (size_t i = 0; i < pc->c; ++i) {
        const std::string_view part = view(parts + i * 2);
        if (!part.empty())
            std::memcpy(out, part.data(), part.size());
        out += part.size();
    }
    put(&fp[pc->a], joined);
    return true;
}

bool Machine::opBytesToString(VmG&, uint64_t* fp, const Instr* pc) {
    put(&fp[pc->a], newString(view(&fp[pc->b])));
    return true;
}

bool Machine::opStringToBytes(VmG&, uint64_t* fp, const Instr* pc) {
    const uint64_t length = fp[pc->b + 1];
    const size_t capacity = length ? roundUpSize(length, false) : 0;
    void* bytes = length ? m_heap.allocate(capacity, kNoPointers) : m_zeroBase;
    move(bytes, fp[pc->b], length);
    put(&fp[pc->a], bytes, length, capacity);
    return true;
}

bool Machine::opRunesToString(VmG&, uint64_t* fp, const Instr* pc) {
    const auto* runes = reinterpret_cast<const int32_t*>(fp[pc->b]);
    const uint64_t count = fp[pc->b + 1];
    char buffer[4];
    size_t size = 0;
    for (uint64_t i = 0; i < count; ++i)
        size += static_cast<size_t>(encodeRune(runes[i], buffer));
    const GoString s = newUninitialized(size);
    char* out = const_cast<char*>(s.data);
    for (uint64_t i = 0; i < count; ++i)
        out += encodeRune(runes[i], out);
    put(&fp[pc->a], s);
    return true;
}

bool Machine::opStringToRunes(VmG&, uint64_t* fp, const Instr* pc) {
    const std::string_view text = view(&fp[pc->b]);
    size_t count = 0;
    for (size_t i = 0; i < text.size(); ++count)
        i += static_cast<size_t>(decodeRune(text.data() + i, text.size() - i).bytes);
    const size_t bytes = count ? roundUpSize(count * 4, false) : 0;
    auto* runes = static_cast<int32_t*>(bytes ? m_heap.allocate(bytes, kNoPointers) : m_zeroBase);
    for (size_t i = 0, at = 0; i < count; ++i) {
        const Rune r = decodeRune(text.data() + at, text.size() - at);
        runes[i] = r.code;
        at += static_cast<size_t>(r.bytes);
    }
    put(&fp[pc->a], runes, count, bytes / 4);
    return true;
}

bool Machine::opRuneToString(VmG&, uint64_t* fp, const Instr* pc) {
    char buffer[4];
    const auto size = static_cast<size_t>(encodeRune(static_cast<int64_t>(fp[pc->b]), buffer));
    put(&fp[pc->a], newString({buffer, size}));
    return true;
}

// Maps ---------------------------------------------------------------------------------------------------------------

bool Machine::opMakeMap(VmG&, uint64_t* fp, const Instr* pc) {
    const auto hint = pc->b == kNoSlot ? 0 : static_cast<int64_t>(fp[pc->b]);
    fp[pc->a] = reinterpret_cast<uint64_t>(m_maps.make(m_types[pc[1].imm], hint));
    return true;
}

bool Machine::opMapGet(VmG& vg, uint64_t* fp, const Instr* pc) {
    const RtType& t = m_types[pc[1].imm];
    TypeIndex bad = bytecode::kNoType;
    const auto* map = reinterpret_cast<const GoMap*>(fp[pc->b]);
    const void* value = m_maps.find(t, map, &fp[pc->c], bad);
    if (bad != bytecode::kNoType)
        return raiseUnhashable(vg, bad, !map || map->count == 0);
    const size_t bytes = size_t{m_types[t.type->elem].slots} * 8;
    if (value)
        std::memcpy(&fp[pc->a], value, bytes);
    else
        std::memset(&fp[pc->a], 0, bytes);
    return true;
}

bool Machine::opMapGetOk(VmG& vg, uint64_t* fp, const Instr* pc) {
    const RtType& t = m_types[pc[1].imm];
    TypeIndex bad = bytecode::kNoType;
    const auto* map = reinterpret_cast<const GoMap*>(fp[pc->b]);
    const void* value = m_maps.find(t, map, &fp[pc->c], bad);
    if (bad != bytecode::kNoType)
        return raiseUnhashable(vg, bad, !map || map->count == 0);
    if (pc->a != kNoSlot) {
        const size_t bytes = size_t{m_types[t.type->elem].slots} * 8;
        if (value)
            std::memcpy(&fp[pc->a], value, bytes);
        else
            std::memset(&fp[pc->a], 0, bytes);
    }
    fp[pc[2].a] = value != nullptr;
    return true;
}

bool Machine::opMapSet(VmG& vg, uint64_t* fp, const Instr* pc) {
    auto* map = reinterpret_cast<GoMap*>(fp[pc->a]);
    if (!map)
        return raise(vg, ErrorType::Plain, "assignment to entry in nil map");
    const RtType& t = m_types[pc[1].imm];
    TypeIndex bad = bytecode::kNoType;
    void* value = m_maps.assign(t, map, &fp[pc->b], bad);
    if (!value)
        return raiseUnhashable(vg, bad, false);
    std::memcpy(value, &fp[pc->c], size_t{m_types[t.type->elem].slots} * 8);
    return true;
}

bool Machine::opMapDelete(VmG& vg, uint64_t* fp, const Instr* pc) {
    TypeIndex bad = bytecode::kNoType;
    auto* map = reinterpret_cast<GoMap*>(fp[pc->a]);
    m_maps.erase(m_types[pc[1].imm], map, &fp[pc->b], bad);
    return bad == bytecode::kNoType || raiseUnhashable(vg, bad, !map || map->count == 0);
}

bool Machine::opMapIter(VmG&, uint64_t* fp, const Instr* pc) {
    fp[pc->a] = reinterpret_cast<uint64_t>(m_maps.iterate(m_types[pc[1].imm], reinterpret_cast<GoMap*>(fp[pc->b])));
    return true;
}

bool Machine::opMakeClosure(VmG&, uint64_t* fp, const Instr* pc) {
    const size_t captures = pc->b;
    VmFunction* f = m_code->function(static_cast<size_t>(pc[1].imm));
    const auto& pointers = f->fn->capturePointers;
    const bool hasPointers = pointers.empty() || std::find(pointers.begin(), pointers.end(), true) != pointers.end();
    auto* object = static_cast<uint64_t*>(
        m_heap.allocate((1 + captures) * 8, hasPointers && captures ? kAllPointers : kNoPointers));
    object[0] = reinterpret_cast<uint64_t>(f);
    std::memcpy(object + 1, &fp[pc->c], captures * 8);
    fp[pc->a] = reinterpret_cast<uint64_t>(object);
    return true;
}

} // namespace unwind::vm
