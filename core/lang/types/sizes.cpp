// Sizes as the Go compiler lays values out on amd64: a struct is padded to its alignment, and a struct that ends in a
// zero-size field gets a byte, so that the field's address does not point past the value.
#include "lang/types/sizes.h"

#include "lang/types/object.h"

#include <algorithm>

namespace unwind::types {

namespace {

constexpr int64_t kWord = 8;
constexpr int64_t kMaxSize = int64_t{1} << 50; // as the compiler: what can be addressed

int64_t basicSize(BasicKind kind) {
    switch (kind) {
    case BasicKind::Bool:
    case BasicKind::Int8:
    case BasicKind::Uint8: return 1;
    case BasicKind::Int16:
    case BasicKind::Uint16: return 2;
    case BasicKind::Int32:
    case BasicKind::Uint32:
    case BasicKind::Float32: return 4;
    case BasicKind::String:
    case BasicKind::Complex128: return 16;
    default: return 8;
    }
}

int64_t alignUp(int64_t x, int64_t alignment) { return (x + alignment - 1) & ~(alignment - 1); }

int64_t structSize(const Struct* s, std::vector<int64_t>* offsets) {
    int64_t end = 0, alignment = 1, lastSize = 1;
    for (const Var* f : s->fields()) {
        const int64_t a = alignOf(f->type());
        alignment = std::max(alignment, a);
        end = alignUp(end, a);
        if (offsets)
            offsets->push_back(end);
        lastSize = sizeOf(f->type());
        if (lastSize < 0 || end + lastSize > kMaxSize)
            return -1;
        end += lastSize;
    }
    if (end > 0 && lastSize == 0)
        ++end;
    return alignUp(end, alignment);
}

} // namespace

int64_t alignOf(const Type* t) {
    const Type* u = t->underlying();
    switch (u->kind()) {
    case Kind::Basic: {
        const BasicKind kind = exactly<Basic>(u)->basic();
        return kind == BasicKind::Complex64 ? 4 : std::min(basicSize(kind), kWord);
    }
    case Kind::Array: return alignOf(exactly<Array>(u)->elem());
    case Kind::Struct: {
        int64_t alignment = 1;
        for (const Var* f : exactly<Struct>(u)->fields())
            alignment = std::max(alignment, alignOf(f->type()));
        return alignment;
    }
    default: return kWord;
    }
}

int64_t sizeOf(const Type* t) {
    const Type* u = t->underlying();
    switch (u->kind()) {
    case Kind::Basic: return basicSize(exactly<Basic>(u)->basic());
    case Kind::Array: {
        const auto* a = exactly<Array>(u);
        const int64_t n = std::max<int64_t>(a->length(), 0);
        const int64_t elem = sizeOf(a->elem());
        if (elem < 0 && n > 0)
            return -1;
        if (elem > 0 && n > kMaxSize / elem)
            return -1;
        return n * std::max<int64_t>(elem, 0);
    }
    case Kind::Struct: return structSize(exactly<Struct>(u), nullptr);
    case Kind::Slice: return 3 * kWord;
    case Kind::Interface: return 2 * kWord;
    default: return kWord;
    }
}

std::vector<int64_t> fieldOffsets(const Struct* s) {
    std::vector<int64_t> offsets;
    offsets.reserve(s->numFields());
    structSize(s, &offsets);
    return offsets;
}

int64_t offsetOf(const Type* t, const std::vector<int>& path) {
    int64_t offset = 0;
    for (int i : path) {
        const auto* s = as<Struct>(t);
        const auto offsets = fieldOffsets(s);
        if (static_cast<size_t>(i) >= offsets.size())
            return -1; // the struct is too large before it gets there
        offset += offsets[static_cast<size_t>(i)];
        t = s->field(static_cast<size_t>(i))->type();
    }
    return offset;
}

} // namespace unwind::types
