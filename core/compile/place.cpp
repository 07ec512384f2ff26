// Places: variables, fields, elements, what pointers lead to. A place keeps its evaluated operands and does its nil and
// range checks when it is loaded from or stored to.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/sizes.h"

namespace unwind::compile {

using syntax::dynCast;

Place FunctionCompiler::frameSlot(Slot slot) const
{
    Place p;
    p.kind = Place::Kind::Frame;
    p.offset = int64_t{slot} * 8;
    return p;
}

Place FunctionCompiler::pointee(Slot pointer, bool notNil) const
{
    Place p;
    p.kind = Place::Kind::Mem;
    p.base = pointer;
    p.notNil = notNil;
    return p;
}

Place FunctionCompiler::placeOf(const VarLoc& loc) const
{
    return loc.boxed ? pointee(loc.slot, true) : frameSlot(loc.slot);
}

Place FunctionCompiler::placeOf(const types::Var& v)
{
    if (const auto it = m_vars.find(&v); it != m_vars.end())
        return placeOf(it->second);
    Place p;
    p.kind = Place::Kind::Global;
    p.offset = m_unit.global(v);
    return p;
}

bool FunctionCompiler::isBlank(const syntax::Expr* e) const
{
    const auto* id = e ? dynCast<syntax::Ident>(syntax::unparen(e)) : nullptr;
    return id && id->name == "_";
}

/// Whether e denotes memory: evaluating it as a place does not copy its value.
bool FunctionCompiler::isPlaceExpr(const syntax::Expr& e) const
{
    const syntax::Expr& x = *syntax::unparen(&e);
    if (m_unit.info().valueOf(x))
        return false;
    if (const auto* id = dynCast<syntax::Ident>(&x))
        return types::object<types::Var>(objectOf(*id)) != nullptr;
    if (const auto* sel = dynCast<syntax::SelectorExpr>(&x)) {
        const types::Selection* selection = m_unit.info().selection(*sel);
        if (!selection)
            return types::object<types::Var>(objectOf(*sel->sel)) != nullptr;
        return selection->kind == types::SelectionKind::FieldVal;
    }
    if (const auto* index = dynCast<syntax::IndexExpr>(&x)) {
        GoType t = typeOf(*index->x)->underlying();
        return t->kind() == types::Kind::Array || t->kind() == types::Kind::Slice || t->kind() == types::Kind::Pointer;
    }
    return x.kind == syntax::Kind::StarExpr;
}

Place FunctionCompiler::place(const syntax::Expr& expression)
{
    const syntax::Expr& e = *syntax::unparen(&expression);
    if (isBlank(&e))
        return {};
    if (const auto* id = dynCast<syntax::Ident>(&e))
        return identPlace(*id);
    if (const auto* sel = dynCast<syntax::SelectorExpr>(&e))
        return fieldPlace(*sel);
    if (const auto* index = dynCast<syntax::IndexExpr>(&e))
        return indexPlace(*index);
    if (const auto* star = dynCast<syntax::StarExpr>(&e))
        return pointee(expr(*star->x));
    return valuePlace(e);
}

Place FunctionCompiler::identPlace(const syntax::Ident& id)
{
    return placeOf(*types::object<types::Var>(objectOf(id)));
}

/// The place of a value that is not a variable: where it was computed.
Place FunctionCompiler::valuePlace(const syntax::Expr& e)
{
    return frameSlot(expr(e));
}

/// Field number index of the struct (or of the struct a pointer leads to) of type t at p; t becomes the field's type.
Place FunctionCompiler::field(Place p, GoType& t, int index)
{
    if (const auto* pointer = types::as<types::Pointer>(t)) {
        const Slot base = load(p, t);
        p = pointee(base);
        t = pointer->base();
    }
    const auto* s = types::as<types::Struct>(t);
    t = s->field(static_cast<size_t>(index))->type();
    p.offset += types::fieldOffsets(s)[static_cast<size_t>(index)];
    if (p.kind == Place::Kind::Frame)
        p.whole = false;
    return p;
}

Place FunctionCompiler::through(Place p, GoType& t, const std::vector<int>& index, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        p = field(p, t, index[i]);
    return p;
}

Place FunctionCompiler::fieldPlace(const syntax::SelectorExpr& e)
{
    const types::Selection* sel = m_unit.info().selection(e);
    if (!sel) // a package's variable
        return placeOf(*types::object<types::Var>(objectOf(*e.sel)));
    GoType t = typeOf(*e.x);
    Place p = isPlaceExpr(*e.x) ? place(*e.x) : valuePlace(*e.x);
    return through(p, t, sel->index, sel->index.size());
}

/// An index: its slot, and whether an unsigned value may have its top bit set.
Slot FunctionCompiler::indexOperand(const syntax::Expr& e, bool& isUnsigned)
{
    GoType t = typeOf(e);
    isUnsigned = !m_unit.info().valueOf(e) && types::isUnsigned(t) && byteSize(t) == 8;
    return expr(e);
}

Place FunctionCompiler::indexPlace(const syntax::IndexExpr& e)
{
    GoType t = typeOf(*e.x);
    const syntax::Expr& indexExpr = *e.indices[0];
    Place p;
    if (const auto* m = types::as<types::Map>(t)) {
        p.kind = Place::Kind::Map;
        p.base = expr(*e.x);
        p.index = exprAs(indexExpr, m->key());
        p.mapType = t;
        return p;
    }
    if (const auto* s = types::as<types::Slice>(t)) {
        p.kind = Place::Kind::Slice;
        p.base = expr(*e.x);
        p.index = indexOperand(indexExpr, p.isUnsigned);
        p.elemSize = byteSize(s->elem());
        return p;
    }
    const auto* pointer = types::as<types::Pointer>(t);
    const auto* array = types::as<types::Array>(pointer ? pointer->base() : t);
    const int64_t size = byteSize(array->elem());
    if (const auto* value = m_unit.info().valueOf(indexExpr)) {
        p = pointer ? pointee(expr(*e.x)) : isPlaceExpr(*e.x) ? place(*e.x) : valuePlace(*e.x);
        p.offset += value->int64Val().value_or(0) * size;
        p.whole = false;
        return p;
    }
    if (!pointer) {
        const auto* id = dynCast<syntax::Ident>(syntax::unparen(e.x));
        const auto* v = id ? types::object<types::Var>(objectOf(*id)) : nullptr;
        const auto it = v ? m_vars.find(v) : m_vars.end();
        if (it != m_vars.end() && it->second.withLength) {
            p.kind = Place::Kind::Slice;
            p.base = it->second.slot;
            p.index = indexOperand(indexExpr, p.isUnsigned);
            p.elemSize = size;
            return p;
        }
    }
    p.kind = Place::Kind::Array;
    p.length = array->length();
    p.elemSize = size;
    if (pointer) {
        p.base = expr(*e.x);
    } else {
        Place whole = isPlaceExpr(*e.x) ? place(*e.x) : valuePlace(*e.x);
        if (whole.kind == Place::Kind::Frame) { // a value that is in no memory: give it some
            const Slot cell = box(t);
            store(pointee(cell, true), t, load(whole, t));
            whole = pointee(cell, true);
        }
        p.base = addressOf(whole);
    }
    p.index = indexOperand(indexExpr, p.isUnsigned);
    return p;
}

/// A new heap cell for a value of type t.
Slot FunctionCompiler::box(GoType t)
{
    const Slot cell = m_code.takePointer();
    m_code.emitImm(Op::New, cell, m_unit.typeTable.index(t));
    return cell;
}

/// An element's place as a pointer, its check done; and an offset too large for an instruction made small.
Place FunctionCompiler::settled(Place p)
{
    Place at = p;
    if (p.kind == Place::Kind::Slice || p.kind == Place::Kind::Array) {
        at = pointee(m_code.takePointer(), true);
        at.offset = p.offset;
        if (p.isUnsigned)
            m_code.emit(Op::CheckUnsigned, p.index);
        m_code.emit(p.kind == Place::Kind::Slice ? Op::SliceAddr : Op::ArrayAddr, at.base, p.base, p.index);
        m_code.ext(p.elemSize);
        if (p.kind == Place::Kind::Array)
            m_code.ext(p.length);
    } else if (p.kind == Place::Kind::Global) {
        at = pointee(m_code.takePointer(), true);
        m_code.emitImm(Op::GlobalAddr, at.base, p.offset);
    }
    if (at.kind == Place::Kind::Mem && at.offset > 0xffff - 8) {
        const Slot pointer = m_code.takePointer();
        m_code.emit(Op::AddPtrWide, pointer, at.base);
        m_code.ext(at.offset);
        at = pointee(pointer, true);
    }
    return at;
}

/// Whether a value of type t at p stands in slots of its own, in slot format.
bool FunctionCompiler::isSlotPlace(const Place& p, GoType t) const
{
    if (p.kind != Place::Kind::Frame)
        return false;
    if (p.whole)
        return true;
    return p.offset % 8 == 0 && byteSize(t) % 8 == 0;
}

Slot FunctionCompiler::load(Place p, GoType t, Slot want)
{
    const Rep rep = repOf(t);
    if (isSlotPlace(p, t))
        return moved(static_cast<Slot>(p.offset / 8), t, want);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    switch (p.kind) {
    case Place::Kind::Frame:
        if (rep == Rep::Empty)
            break;
        m_code.emitImm(rep == Rep::Bytes ? Op::FLoadBytes : frameLoadOp(rep), to, p.offset);
        if (rep == Rep::Bytes)
            m_code.ext(byteSize(t));
        return to;
    case Place::Kind::Map:
        m_code.emit(Op::MapGet, to, p.base, p.index);
        m_code.ext(m_unit.typeTable.index(p.mapType));
        return to;
    case Place::Kind::Slice:
        if (p.offset == 0 && rep < Rep::Words && rep != Rep::Empty && p.elemSize == byteSize(t)) {
            if (p.isUnsigned)
                m_code.emit(Op::CheckUnsigned, p.index);
            m_code.emit(sliceLoadOp(rep), to, p.base, p.index);
            return to;
        }
        if (p.offset == 0 && p.elemSize == 16 && byteSize(t) == 16) {
            if (p.isUnsigned)
                m_code.emit(Op::CheckUnsigned, p.index);
            m_code.emit(Op::SliceLoadPair, to, p.base, p.index);
            return to;
        }
        break;
    case Place::Kind::Global:
        if ((rep == Rep::Word || rep == Rep::Words) && slotsOf(t) <= 3) {
            for (uint32_t i = 0; i < slotsOf(t); ++i)
                m_code.emitImm(Op::GLoad64, static_cast<Slot>(to + i), p.offset + i * 8);
            return to;
        }
        break;
    default:
        break;
    }
    const Place at = settled(p);
    const auto offset = static_cast<Slot>(at.offset);
    if (rep == Rep::Empty) {
        if (at.kind == Place::Kind::Mem && !at.notNil)
            m_code.emit(Op::NilCheck, at.base);
    } else if (rep == Rep::Words || rep == Rep::Bytes) {
        m_code.emit(rep == Rep::Words ? Op::LoadWords : Op::LoadBytes, to, at.base, offset);
        m_code.ext(rep == Rep::Words ? slotsOf(t) : byteSize(t));
    } else {
        m_code.emit(loadOp(rep), to, at.base, offset);
    }
    return to;
}

void FunctionCompiler::store(Place p, GoType t, Slot from)
{
    const Rep rep = repOf(t);
    Temps temps(m_code);
    if (isSlotPlace(p, t)) {
        m_code.move(static_cast<Slot>(p.offset / 8), from, slotsOf(t));
        return;
    }
    switch (p.kind) {
    case Place::Kind::Blank:
        return;
    case Place::Kind::Frame:
        if (rep == Rep::Empty)
            return;
        m_code.emitImm(rep == Rep::Bytes ? Op::FStoreBytes : frameStoreOp(rep), from, p.offset);
        if (rep == Rep::Bytes)
            m_code.ext(byteSize(t));
        return;
    case Place::Kind::Map:
        m_code.emit(Op::MapSet, p.base, p.index, from);
        m_code.ext(m_unit.typeTable.index(p.mapType));
        return;
    case Place::Kind::Slice:
        if (p.offset == 0 && rep < Rep::Words && rep != Rep::Empty && p.elemSize == byteSize(t)) {
            if (p.isUnsigned)
                m_code.emit(Op::CheckUnsigned, p.index);
            m_code.emit(sliceStoreOp(rep), p.base, p.index, from);
            return;
        }
        break;
    case Place::Kind::Global:
        if ((rep == Rep::Word || rep == Rep::Words) && slotsOf(t) <= 3) {
            for (uint32_t i = 0; i < slotsOf(t); ++i)
                m_code.emitImm(Op::GStore64, static_cast<Slot>(from + i), p.offset + i * 8);
            return;
        }
        break;
    default:
        break;
    }
    const Place at = settled(p);
    const auto offset = static_cast<Slot>(at.offset);
    if (rep == Rep::Empty) {
        if (!at.notNil)
            m_code.emit(Op::NilCheck, at.base);
    } else if (rep == Rep::Words || rep == Rep::Bytes) {
        m_code.emit(rep == Rep::Words ? Op::StoreWords : Op::StoreBytes, at.base, from, offset);
        m_code.ext(rep == Rep::Words ? slotsOf(t) : byteSize(t));
    } else {
        m_code.emit(storeOp(rep), at.base, from, offset);
    }
}

void FunctionCompiler::storeZero(Place p, GoType t)
{
    if (isSlotPlace(p, t)) {
        zero(t, static_cast<Slot>(p.offset / 8));
        return;
    }
    Temps temps(m_code);
    if (slotsOf(t) <= 4) {
        store(p, t, zero(t, kNoSlot));
        return;
    }
    if (p.kind == Place::Kind::Frame || p.kind == Place::Kind::Map || p.kind == Place::Kind::Blank) {
        store(p, t, zero(t, kNoSlot));
        return;
    }
    m_code.emit(Op::ZeroMem, addressOf(p));
    m_code.ext(byteSize(t));
}

/// A pointer to the place, its checks done.
Slot FunctionCompiler::addressOf(Place p, Slot want)
{
    const Slot to = want == kNoSlot ? m_code.takePointer() : want;
    if (p.kind == Place::Kind::Global) {
        m_code.emitImm(Op::GlobalAddr, to, p.offset);
        return to;
    }
    Temps temps(m_code);
    const Place at = settled(p);
    if (at.offset == 0 && at.notNil)
        m_code.move(to, at.base, 1);
    else
        m_code.emit(Op::AddPtr, to, at.base, static_cast<Slot>(at.offset));
    return to;
}

/// Assigns the value of e to a place of type t whose operands are evaluated.
void FunctionCompiler::exprInto(const syntax::Expr& e, GoType t, const Place& p, bool fresh)
{
    Temps temps(m_code);
    if (isSlotPlace(p, t)) {
        const auto slot = static_cast<Slot>(p.offset / 8);
        if (fresh || !writesEarly(e))
            exprAs(e, t, slot);
        else
            m_code.move(slot, exprAs(e, t), slotsOf(t));
        return;
    }
    if (p.kind != Place::Kind::Frame && p.kind != Place::Kind::Map && p.kind != Place::Kind::Blank &&
        byteSize(t) > 64 && isAggregate(t) && isPlaceExpr(e)) {
        const Place from = place(e);
        if (from.kind != Place::Kind::Frame) { // memory to memory
            const Slot source = addressOf(from);
            const Slot to = addressOf(p);
            m_code.emit(Op::CopyMem, to, source);
            m_code.ext(byteSize(t));
            return;
        }
        store(p, t, load(from, t));
        return;
    }
    if (byteSize(t) > bytecode::kMaxFrameValue && syntax::unparen(&e)->kind == syntax::Kind::CompositeLit &&
        p.kind != Place::Kind::Frame) {
        const Slot cell = box(t);
        litInto(syntax::as<syntax::CompositeLit>(*syntax::unparen(&e)), t, pointee(cell, true), true);
        m_code.emit(Op::CopyMem, addressOf(p), cell);
        m_code.ext(byteSize(t));
        return;
    }
    store(p, t, exprAs(e, t));
}

} // namespace unwind::compile
