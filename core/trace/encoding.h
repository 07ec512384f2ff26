// How one event becomes bytes and bytes an event. A kind byte (kind << 1 | context), then, when context is set, a byte
// telling whether P and G changed and their new values; then the delta of time and the arguments as varints. Positions are
// deltas to the last position, defer ids to the last defer id, Ps are stored plus one. What deltas refer to is the Context,
// which starts afresh in every block: reading can begin at any block. Decoding never reads more than kMaxEventBytes, and
// any bytes at all decode to something or to false: damage is an answer, not a crash.
#pragma once

#include "trace/events.h"

#include <bit>
#include <cstddef>
#include <cstring>
#include <initializer_list>

namespace unwind::trace {

static_assert(std::endian::native == std::endian::little, "logs are little-endian");

inline constexpr size_t kMaxEventBytes = 160;

/// What the next event's deltas refer to.
struct Context {
    Time time = 0;
    ProcId proc = kNoProc;
    GoId go;
    uint64_t line = 0, file = 0; ///< of the last position
    uint64_t defer = 0;          ///< the last defer id
};

/// How an argument is written.
enum class ArgCoding : uint8_t { Plain, Position, Defer, Proc };

struct KindSpec {
    uint8_t count = 0;
    std::array<ArgCoding, kMaxArgs> coding{};
};

constexpr KindSpec makeKindSpec(std::string_view args) {
    KindSpec spec;
    for (size_t i = 0; i + 1 < args.size(); ++i) {
        if (args[i + 1] != ':') continue;
        const char tag = args[i];
        spec.coding[spec.count++] = tag == 'l'   ? ArgCoding::Position
                                    : tag == 'd' ? ArgCoding::Defer
                                    : tag == 'p' ? ArgCoding::Proc
                                                 : ArgCoding::Plain;
    }
    return spec;
}

inline constexpr std::array<KindSpec, kKindCount> kKindSpecs = {
#define X(name, args, sentence) makeKindSpec(args),
    UNWIND_EVENTS(X)
#undef X
};
static_assert(kKindCount < 128, "the kind shares its byte with one flag");

inline std::byte* putVarint(std::byte* at, uint64_t v) {
    while (v >= 0x80) {
        *at++ = std::byte(v | 0x80);
        v >>= 7;
    }
    *at++ = std::byte(v);
    return at;
}

/// Reads at most 10 bytes.
inline const std::byte* getVarint(const std::byte* at, uint64_t& v) {
    uint64_t byte = uint64_t(*at++);
    v = byte & 0x7f;
    for (int shift = 7; byte >= 0x80 && shift < 70; shift += 7) {
        byte = uint64_t(*at++);
        v |= shift < 64 ? (byte & 0x7f) << shift : 0;
    }
    return at;
}

constexpr uint64_t zigzag(uint64_t delta) { return delta << 1 ^ uint64_t(int64_t(delta) >> 63); }
constexpr uint64_t unzigzag(uint64_t v) { return v >> 1 ^ (~(v & 1) + 1); }

/// The most frequent event in its most frequent form, a statement near the last position, is four bytes: one store.
/// Null when it does not fit; what is written is what encode() writes.
[[gnu::always_inline]] inline std::byte* encodeNearStatement(std::byte* at, Context& context, Time time, uint64_t pos) {
    const uint64_t delta = uint64_t(time) - uint64_t(context.time);
    const uint64_t line = pos >> 12 & 0xfffff, column = pos & 0xfff;
    const uint64_t lines = zigzag(line - context.line);
    if ((delta | column) >= 0x80 || lines >= 0x40 || pos >> 32 != context.file) return nullptr;
    const uint32_t word = uint32_t(Kind::Stmt) << 1 | uint32_t(delta) << 8 | uint32_t(lines << 1) << 16 | uint32_t(column) << 24;
    std::memcpy(at, &word, sizeof word);
    context.time = time;
    context.line = line;
    return at + sizeof word;
}

/// Appends one event; the room must be kMaxEventBytes. args.size() must be the kind's.
[[gnu::always_inline]] inline std::byte* encode(std::byte* at, Context& context, Kind kind, Time time, ProcId proc, GoId go,
                                                std::initializer_list<uint64_t> args) {
    const bool newProc = proc != context.proc, newGo = go != context.go;
    if (kind == Kind::Stmt && !(newProc | newGo)) {
        if (std::byte* end = encodeNearStatement(at, context, time, *args.begin())) return end;
    }
    *at++ = std::byte(uint8_t(kind) << 1 | uint8_t(newProc | newGo));
    if (newProc | newGo) {
        *at++ = std::byte(uint8_t(newProc) | uint8_t(newGo) << 1);
        if (newProc) at = putVarint(at, packProc(proc) + 1);
        if (newGo) at = putVarint(at, go.value);
        context.proc = proc;
        context.go = go;
    }
    at = putVarint(at, uint64_t(time) - uint64_t(context.time));
    context.time = time;
    const KindSpec& spec = kKindSpecs[size_t(kind)];
    const ArgCoding* coding = spec.coding.data();
    for (uint64_t arg : args) {
        switch (*coding++) {
        case ArgCoding::Plain: at = putVarint(at, arg); break;
        case ArgCoding::Position: {
            const uint64_t file = arg >> 32, line = arg >> 12 & 0xfffff;
            at = putVarint(at, zigzag(line - context.line) << 1 | uint64_t(file != context.file));
            if (file != context.file) at = putVarint(at, file);
            at = putVarint(at, arg & 0xfff);
            context.line = line;
            context.file = file;
            break;
        }
        case ArgCoding::Defer:
            at = putVarint(at, zigzag(arg - context.defer));
            context.defer = arg;
            break;
        case ArgCoding::Proc: at = putVarint(at, arg + 1); break;
        }
    }
    return at;
}

/// Decodes one event; seq is left alone. Null when the bytes are no event. May read kMaxEventBytes from `at`.
inline const std::byte* decode(const std::byte* at, Context& context, Event& event) {
    const uint8_t first = uint8_t(*at++);
    const size_t kind = first >> 1;
    if (kind >= kKindCount) return nullptr;
    uint64_t v;
    if (first & 1) {
        const uint8_t changed = uint8_t(*at++);
        if (changed & 1) {
            at = getVarint(at, v);
            context.proc = unpackProc(v - 1);
        }
        if (changed & 2) {
            at = getVarint(at, v);
            context.go = GoId{v};
        }
    }
    at = getVarint(at, v);
    context.time = Time(uint64_t(context.time) + v);
    event.kind = Kind(kind);
    event.time = context.time;
    event.proc = context.proc;
    event.go = context.go;
    const KindSpec& spec = kKindSpecs[kind];
    for (size_t i = 0; i < spec.count; ++i) {
        at = getVarint(at, v);
        switch (spec.coding[i]) {
        case ArgCoding::Plain: break;
        case ArgCoding::Position: {
            context.line = (context.line + unzigzag(v >> 1)) & 0xfffff;
            uint64_t column;
            if (v & 1) at = getVarint(at, context.file);
            at = getVarint(at, column);
            v = context.file << 32 | context.line << 12 | (column & 0xfff);
            break;
        }
        case ArgCoding::Defer: v = context.defer += unzigzag(v); break;
        case ArgCoding::Proc: v -= 1; break;
        }
        event.args[i] = v;
    }
    for (size_t i = spec.count; i < kMaxArgs; ++i) event.args[i] = 0;
    return at;
}

} // namespace unwind::trace
