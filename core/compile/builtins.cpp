// The predeclared functions.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

namespace unwind::compile {

using types::BuiltinId;

Slot FunctionCompiler::builtin(const syntax::CallExpr& e, BuiltinId id, Slot want)
{
    switch (id) {
    case BuiltinId::Len: return lenCap(e, false, want);
    case BuiltinId::Cap: return lenCap(e, true, want);
    case BuiltinId::Append: return append(e, want);
    case BuiltinId::Copy: return copyBuiltin(e, want);
    case BuiltinId::Make: return make(e, want);
    case BuiltinId::Min: return minMax(e, false, want);
    case BuiltinId::Max: return minMax(e, true, want);
    case BuiltinId::New: {
        const Slot to = want == kNoSlot ? m_code.takePointer() : want;
        m_code.emitImm(Op::New, to, m_unit.typeTable.index(types::as<types::Pointer>(typeOf(e))->base()));
        return to;
    }
    case BuiltinId::Recover: {
        const Slot to = dest(types::anyType(), want);
        m_code.at(e.pos);
        m_code.emit(Op::Recover, to);
        return to;
    }
    case BuiltinId::Panic:
    case BuiltinId::Print:
    case BuiltinId::Println:
    case BuiltinId::Delete:
    case BuiltinId::Clear:
    case BuiltinId::Close: {
        Temps temps(m_code);
        const Operands args = builtinOperands(e, id);
        m_code.at(e.pos);
        statementBuiltin(id, args.types, args.slots);
        return want;
    }
    default:
        return unsafeBuiltin(e, id, want);
    }
}

/// The arguments of a builtin, which may be the results of one call.
FunctionCompiler::Operands FunctionCompiler::builtinOperands(const syntax::CallExpr& e, BuiltinId id)
{
    Operands args;
    if (e.args.size() == 1 && isTupleCall(*e.args[0])) {
        Values values = multiValue(*e.args[0], true);
        args.slots = std::move(values.slots);
        args.types = std::move(values.types);
        GoType first = args.types[0];
        for (size_t i = 1; i < args.slots.size(); ++i) {
            GoType t = args.types[i];
            if (id == BuiltinId::Delete)
                t = types::as<types::Map>(first)->key();
            else if (id == BuiltinId::Append)
                t = types::as<types::Slice>(first)->elem();
            args.slots[i] = convertSlot(args.slots[i], args.types[i], t, kNoSlot);
            args.types[i] = t;
        }
        return args;
    }
    for (size_t i = 0; i < e.args.size(); ++i) {
        args.types.push_back(builtinArgType(e, id, i));
        args.slots.push_back(exprAs(*e.args[i], args.types.back()));
    }
    return args;
}

/// The type an argument of a builtin has when it is passed.
GoType FunctionCompiler::builtinArgType(const syntax::CallExpr& e, BuiltinId id, size_t index) const
{
    if (id == BuiltinId::Panic)
        return types::anyType();
    if (id == BuiltinId::Delete && index == 1)
        return types::as<types::Map>(typeOf(*e.args[0]))->key();
    if (id == BuiltinId::Append)
        return index == 0 ? typeOf(e) : types::as<types::Slice>(typeOf(e))->elem();
    GoType t = typeOf(*syntax::unparen(e.args[index]));
    const auto* basic = types::exactly<types::Basic>(t);
    if (basic && basic->basic() == types::BasicKind::UntypedNil)
        return types::basic(types::BasicKind::UnsafePointer);
    return types::defaultType(t);
}

/// Builtins that go and defer may call, on arguments that are evaluated.
void FunctionCompiler::statementBuiltin(BuiltinId id, const std::vector<GoType>& args, const std::vector<Slot>& slots)
{
    switch (id) {
    case BuiltinId::Panic:
        m_code.emit(Op::Panic, slots[0]);
        break;
    case BuiltinId::Close:
        m_code.emit(Op::CloseChan, slots[0]);
        break;
    case BuiltinId::Delete:
        m_code.emit(Op::MapDelete, slots[0], slots[1]);
        m_code.ext(m_unit.typeTable.index(args[0]));
        break;
    case BuiltinId::Clear:
        if (const auto* s = types::as<types::Slice>(args[0])) {
            m_code.emit(Op::ClearSlice, slots[0]);
            m_code.ext(byteSize(s->elem()));
        } else {
            m_code.emit(Op::MapClear, slots[0]);
            m_code.ext(m_unit.typeTable.index(args[0]));
        }
        break;
    case BuiltinId::Copy: {
        const Slot count = m_code.take(1);
        const bool fromString = types::isString(args[1]);
        m_code.emit(fromString ? Op::CopyString : Op::CopySlice, count, slots[0], slots[1]);
        if (!fromString)
            m_code.ext(byteSize(types::as<types::Slice>(args[0])->elem()));
        break;
    }
    case BuiltinId::Recover: {
        const Slot to = m_code.take(2);
        m_code.emit(Op::Recover, to);
        break;
    }
    default:
        for (size_t i = 0; i < args.size(); ++i) {
            if (i > 0 && id == BuiltinId::Println)
                printWord(1, 0, kNoSlot);
            printWord(0, m_unit.typeTable.index(args[i]), slots[i]);
        }
        if (id == BuiltinId::Println)
            printWord(2, 0, kNoSlot);
        break;
    }
}

void FunctionCompiler::printWord(Slot what, bytecode::TypeIndex type, Slot value)
{
    m_code.emit(Op::Print, value, what);
    m_code.ext(type);
}

Slot FunctionCompiler::lenCap(const syntax::CallExpr& e, bool cap, Slot want)
{
    const syntax::Expr& x = *syntax::unparen(e.args[0]);
    GoType t = typeOf(x);
    GoType integer = types::basic(types::BasicKind::Int);
    const auto* pointer = types::as<types::Pointer>(t);
    if (const auto* array = types::as<types::Array>(pointer ? pointer->base() : t)) {
        if (hasCall(x))
            touch(x);
        const Slot to = dest(integer, want);
        m_code.loadInt(to, array->length());
        return to;
    }
    const Slot to = dest(integer, want);
    Temps temps(m_code);
    GoType u = t->underlying();
    if (u->kind() == types::Kind::Map || u->kind() == types::Kind::Chan) {
        const Op op = u->kind() == types::Kind::Map ? Op::MapLen : cap ? Op::ChanCap : Op::ChanLen;
        m_code.emit(op, to, expr(x));
        return to;
    }
    const int64_t word = cap ? 2 : 1;
    Place p = isPlaceExpr(x) ? place(x) : valuePlace(x);
    m_code.at(e.pos);
    if (p.kind == Place::Kind::Frame) {
        const auto slot = static_cast<Slot>(p.offset / 8 + word);
        return want == kNoSlot && slot < to ? slot : moved(slot, integer, to);
    }
    p.offset += word * 8; // only the word that is asked for
    return load(p, integer, to);
}

Slot FunctionCompiler::append(const syntax::CallExpr& e, Slot want)
{
    GoType t = typeOf(e);
    if (e.args.size() == 1 && !isTupleCall(*e.args[0]))
        return exprAs(*e.args[0], t, want);
    GoType elem = types::as<types::Slice>(t)->elem();
    const Slot to = dest(t, want);
    Temps temps(m_code);
    if (e.hasDots) {
        const Slot s = exprAs(*e.args[0], t);
        const syntax::Expr& tail = *syntax::unparen(e.args[1]);
        const bool isText = m_unit.info().of(tail).mode != types::Mode::NilValue && types::isString(typeOf(tail));
        const Slot y = isText ? expr(tail) : exprAs(tail, t);
        m_code.at(e.pos);
        m_code.emit(isText ? Op::AppendString : Op::AppendSlice, to, s, y);
        if (!isText)
            m_code.ext(m_unit.typeTable.index(elem));
        return to;
    }
    const Operands args = builtinOperands(e, BuiltinId::Append);
    const Slot s = args.slots[0];
    std::vector<Slot> values(args.slots.begin() + 1, args.slots.end());
    for (Slot& v : values) {
        if (v + slotsOf(elem) > to && v < to + 3u)
            v = moved(v, elem, take(elem)); // it is about to be overwritten
    }
    m_code.at(e.pos);
    m_code.emit(Op::Append, to, s, static_cast<Slot>(values.size()));
    m_code.ext(m_unit.typeTable.index(elem));
    if (byteSize(elem) == 0)
        return to;
    Place p;
    p.kind = Place::Kind::Slice;
    p.base = to;
    p.elemSize = byteSize(elem);
    p.index = m_code.take(1);
    m_code.emit(Op::AddImm, p.index, static_cast<Slot>(to + 1), static_cast<Slot>(-static_cast<int>(values.size())));
    if (values.size() > 1)
        p = settled(p);
    for (const Slot v : values) {
        store(p, elem, v);
        p.offset += byteSize(elem);
    }
    return to;
}

Slot FunctionCompiler::copyBuiltin(const syntax::CallExpr& e, Slot want)
{
    const Slot to = dest(types::basic(types::BasicKind::Int), want);
    Temps temps(m_code);
    const Operands args = builtinOperands(e, BuiltinId::Copy);
    m_code.at(e.pos);
    if (types::isString(args.types[1])) {
        m_code.emit(Op::CopyString, to, args.slots[0], args.slots[1]);
    } else {
        m_code.emit(Op::CopySlice, to, args.slots[0], args.slots[1]);
        m_code.ext(byteSize(types::as<types::Slice>(args.types[0])->elem()));
    }
    return to;
}

Slot FunctionCompiler::make(const syntax::CallExpr& e, Slot want)
{
    GoType t = typeOf(e);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    const auto size = [&](size_t i) {
        if (e.args.size() <= i)
            return kNoSlot;
        const types::constant::Value* v = m_unit.info().valueOf(*syntax::unparen(e.args[i]));
        return v ? constant(v->toInt(), types::basic(types::BasicKind::Int), kNoSlot) : expr(*e.args[i]);
    };
    const Slot first = size(1), second = size(2);
    m_code.at(e.pos);
    GoType u = t->underlying();
    if (const auto* s = types::exactly<types::Slice>(u)) {
        m_code.emit(Op::MakeSlice, to, first, second);
        m_code.ext(m_unit.typeTable.index(s->elem()));
    } else {
        m_code.emit(u->kind() == types::Kind::Map ? Op::MakeMap : Op::MakeChan, to, first);
        m_code.ext(m_unit.typeTable.index(t));
    }
    return to;
}

Slot FunctionCompiler::minMax(const syntax::CallExpr& e, bool max, Slot want)
{
    GoType t = typeOf(e);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    std::vector<Slot> values;
    for (const syntax::Expr* arg : e.args) {
        const types::constant::Value* v = m_unit.info().valueOf(*syntax::unparen(arg));
        values.push_back(v ? constant(*v, t, kNoSlot) : expr(*arg));
    }
    m_code.at(e.pos);
    const Slot best = take(t);
    m_code.move(best, values[0], slotsOf(t));
    for (size_t i = 1; i < values.size(); ++i) {
        if (types::isFloat(t) && !isFloat32(t)) {
            m_code.emit(max ? Op::MaxF : Op::MinF, best, best, values[i]);
        } else if (types::isFloat(t)) {
            const Slot x = m_code.take(1), y = m_code.take(1);
            m_code.emit(Op::F32ToF, x, best);
            m_code.emit(Op::F32ToF, y, values[i]);
            m_code.emit(max ? Op::MaxF : Op::MinF, x, x, y);
            m_code.emit(Op::FToF32, best, x);
        } else {
            const Label keep = m_code.label();
            branchCompare(max ? syntax::Op::Geq : syntax::Op::Leq, t, best, values[i], true, keep);
            m_code.move(best, values[i], slotsOf(t));
            m_code.bind(keep, true);
        }
    }
    m_code.move(to, best, slotsOf(t));
    return to;
}

Slot FunctionCompiler::unsafeBuiltin(const syntax::CallExpr& e, BuiltinId id, Slot want)
{
    GoType t = typeOf(e);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    const Slot x = expr(*e.args[0]);
    switch (id) {
    case BuiltinId::UnsafeAdd:
        m_code.emit(Op::Add, to, x, expr(*e.args[1]));
        break;
    case BuiltinId::UnsafeSlice:
    case BuiltinId::UnsafeString: {
        const Slot length = expr(*e.args[1]);
        m_code.move(to, x, 1);
        m_code.move(static_cast<Slot>(to + 1), length, 1);
        if (id == BuiltinId::UnsafeSlice)
            m_code.move(static_cast<Slot>(to + 2), length, 1);
        break;
    }
    default: // SliceData, StringData: the first word
        m_code.move(to, x, 1);
        break;
    }
    return to;
}

} // namespace unwind::compile
