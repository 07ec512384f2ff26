#include "compile/layout.h"

#include "lang/types/object.h"
#include "lang/types/sizes.h"

#include <algorithm>

namespace unwind::compile {

using bytecode::Op;

uint32_t byteSize(GoType t)
{
    if (types::isUntyped(t))
        t = types::defaultType(t);
    return static_cast<uint32_t>(types::sizeOf(t));
}

uint32_t slotsOf(GoType t)
{
    return (byteSize(t) + 7) / 8;
}

bool isAggregate(GoType t)
{
    const types::Kind kind = t->underlying()->kind();
    return kind == types::Kind::Struct || kind == types::Kind::Array;
}

bool isSigned(GoType t)
{
    return types::isInteger(t) && !types::isUnsigned(t);
}

bool isFloat32(GoType t)
{
    const auto* basic = types::as<types::Basic>(t);
    return basic && basic->basic() == types::BasicKind::Float32;
}

bool isScalar(GoType t)
{
    return !isAggregate(t) && byteSize(t) <= 8;
}

bool isPointerShaped(GoType t)
{
    switch (t->underlying()->kind()) {
    case types::Kind::Pointer:
    case types::Kind::Signature:
    case types::Kind::Map:
    case types::Kind::Chan:
        return true;
    case types::Kind::Basic:
        return types::as<types::Basic>(t)->basic() == types::BasicKind::UnsafePointer;
    default:
        return false;
    }
}

Rep repOf(GoType t)
{
    const uint32_t size = byteSize(t);
    const bool sign = isSigned(t);
    switch (size) {
    case 0: return Rep::Empty;
    case 1: return sign ? Rep::Int8 : Rep::Uint8;
    case 2: return sign ? Rep::Int16 : Rep::Uint16;
    case 4: return sign ? Rep::Int32 : Rep::Uint32;
    case 8: return Rep::Word;
    default: return size % 8 == 0 ? Rep::Words : Rep::Bytes;
    }
}

bool fitsIfaceWord(GoType t)
{
    return slotsOf(t) <= 1;
}

namespace {

void addPointers(GoType t, uint32_t offset, std::vector<bool>& bits)
{
    const auto set = [&](uint32_t at) {
        if (at / 8 < bits.size())
            bits[at / 8] = true;
    };
    GoType u = t->underlying();
    if (isPointerShaped(t)) {
        set(offset);
    } else if (u->kind() == types::Kind::Slice || types::isString(t)) {
        set(offset);
    } else if (u->kind() == types::Kind::Interface) {
        set(offset + 8); // the type word is a number
    } else if (const auto* s = types::exactly<types::Struct>(u)) {
        const std::vector<int64_t> offsets = types::fieldOffsets(s);
        for (size_t i = 0; i < s->numFields(); ++i)
            addPointers(s->field(i)->type(), offset + static_cast<uint32_t>(offsets[i]), bits);
    } else if (const auto* a = types::exactly<types::Array>(u)) {
        const uint32_t size = byteSize(a->elem());
        std::vector<bool> one((size + 7) / 8);
        if (size == 0)
            return;
        addPointers(a->elem(), 0, one);
        if (std::find(one.begin(), one.end(), true) == one.end())
            return; // elements with pointers are a whole number of words
        for (int64_t i = 0; i < a->length(); ++i) {
            const size_t first = (offset + static_cast<uint32_t>(i) * size) / 8;
            for (size_t k = 0; k < one.size(); ++k) {
                if (one[k] && first + k < bits.size())
                    bits[first + k] = true;
            }
        }
    }
}

} // namespace

const std::vector<bool>& pointersOf(GoType t)
{
    static const std::vector<bool> none(1), pointer{true}, string{true, false}, slice{true, false, false},
        iface{false, true};
    GoType u = t->underlying();
    if (isPointerShaped(t))
        return pointer;
    if (types::isString(t))
        return string;
    if (u->kind() == types::Kind::Slice)
        return slice;
    if (u->kind() == types::Kind::Interface)
        return iface;
    if (!isAggregate(t))
        return none;
    static thread_local std::vector<bool> bits; // valid until the next question about an aggregate
    bits.assign(slotsOf(t), false);
    addPointers(t, 0, bits);
    return bits;
}

Op loadOp(Rep rep)
{
    switch (rep) {
    case Rep::Int8: return Op::Load8S;
    case Rep::Uint8: return Op::Load8;
    case Rep::Int16: return Op::Load16S;
    case Rep::Uint16: return Op::Load16;
    case Rep::Int32: return Op::Load32S;
    case Rep::Uint32: return Op::Load32;
    default: return Op::Load64;
    }
}

Op storeOp(Rep rep)
{
    switch (rep) {
    case Rep::Int8:
    case Rep::Uint8: return Op::Store8;
    case Rep::Int16:
    case Rep::Uint16: return Op::Store16;
    case Rep::Int32:
    case Rep::Uint32: return Op::Store32;
    default: return Op::Store64;
    }
}

Op frameLoadOp(Rep rep)
{
    switch (rep) {
    case Rep::Int8: return Op::FLoad8S;
    case Rep::Uint8: return Op::FLoad8;
    case Rep::Int16: return Op::FLoad16S;
    case Rep::Uint16: return Op::FLoad16;
    case Rep::Int32: return Op::FLoad32S;
    default: return Op::FLoad32;
    }
}

Op frameStoreOp(Rep rep)
{
    switch (rep) {
    case Rep::Int8:
    case Rep::Uint8: return Op::FStore8;
    case Rep::Int16:
    case Rep::Uint16: return Op::FStore16;
    default: return Op::FStore32;
    }
}

Op sliceLoadOp(Rep rep)
{
    switch (rep) {
    case Rep::Int8: return Op::SliceLoad8S;
    case Rep::Uint8: return Op::SliceLoad8;
    case Rep::Int16: return Op::SliceLoad16S;
    case Rep::Uint16: return Op::SliceLoad16;
    case Rep::Int32: return Op::SliceLoad32S;
    case Rep::Uint32: return Op::SliceLoad32;
    default: return Op::SliceLoad64;
    }
}

Op sliceStoreOp(Rep rep)
{
    switch (rep) {
    case Rep::Int8:
    case Rep::Uint8: return Op::SliceStore8;
    case Rep::Int16:
    case Rep::Uint16: return Op::SliceStore16;
    case Rep::Int32:
    case Rep::Uint32: return Op::SliceStore32;
    default: return Op::SliceStore64;
    }
}

} // namespace unwind::compile
