// Conversions: numbers, strings, slices to arrays, values to interfaces. Everything else keeps its representation.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

namespace unwind::compile {

namespace {

bool isByteSlice(GoType t)
{
    const auto* s = types::as<types::Slice>(t);
    const auto* b = s ? types::as<types::Basic>(s->elem()) : nullptr;
    return b && b->basic() == types::BasicKind::Uint8;
}

bool isRuneSlice(GoType t)
{
    const auto* s = types::as<types::Slice>(t);
    const auto* b = s ? types::as<types::Basic>(s->elem()) : nullptr;
    return b && b->basic() == types::BasicKind::Int32;
}

/// Whether an integer's slot already is the converted value's.
bool keepsSlot(GoType source, GoType target)
{
    if (!types::isInteger(source) || !types::isInteger(target))
        return types::isFloat(source) && types::isFloat(target) && isFloat32(source) == isFloat32(target);
    const bool sameSign = types::isUnsigned(source) == types::isUnsigned(target);
    if (byteSize(target) == 8 || (byteSize(source) == byteSize(target) && sameSign))
        return true;
    return byteSize(source) < byteSize(target) && (types::isUnsigned(source) || sameSign);
}

} // namespace

Slot FunctionCompiler::toInterface(Slot from, GoType source, Slot want)
{
    m_unit.typeTable.boxed(source);
    m_code.emit(Op::MakeIface, want, from);
    m_code.ext(m_unit.typeTable.index(source));
    return want;
}

/// A constant as an interface value. Go keeps such a value in read-only memory, so that a panic with it, raised twice, counts
/// as raised again.
Slot FunctionCompiler::stringInterface(const std::string& text, GoType source, Slot to)
{
    m_unit.typeTable.boxed(source);
    m_code.emitImm(Op::StringIface, to, m_unit.string(text));
    m_code.ext(m_unit.typeTable.index(source));
    return to;
}

/// A value in slots as a value of another type it can be assigned to.
Slot FunctionCompiler::convertSlot(Slot from, GoType source, GoType target, Slot want)
{
    if (types::isInterface(target) && !types::isInterface(source)) {
        if (types::isUntyped(source))
            source = types::defaultType(source);
        return toInterface(from, source, dest(target, want));
    }
    return moved(from, target, want);
}

void FunctionCompiler::convertNumber(GoType source, GoType target, Slot to, Slot from)
{
    const bool fromFloat = types::isFloat(source), toFloat = types::isFloat(target);
    if (fromFloat && toFloat) {
        m_code.emit(isFloat32(target) ? Op::FToF32 : Op::F32ToF, to, from);
    } else if (toFloat) {
        const bool wide = types::isUnsigned(source) && byteSize(source) == 8;
        if (isFloat32(target))
            m_code.emit(wide ? Op::UintToF32 : Op::IntToF32, to, from);
        else
            m_code.emit(wide ? Op::UintToF : Op::IntToF, to, from);
    } else if (fromFloat) {
        if (isFloat32(source)) {
            m_code.emit(Op::F32ToF, to, from);
            from = to;
        }
        m_code.emit(types::isUnsigned(target) && byteSize(target) == 8 ? Op::FToUint : Op::FToInt, to, from);
        narrow(target, to);
    } else {
        extend(target, to, from);
    }
}

Slot FunctionCompiler::conversion(const syntax::CallExpr& call, Slot want)
{
    GoType target = typeOf(call);
    const syntax::Expr& arg = *syntax::unparen(call.args[0]);
    const types::TypeAndValue tv = m_unit.info().of(arg);
    GoType source = tv.type;
    if (tv.mode == types::Mode::NilValue)
        return zero(target, want);
    if (types::isInterface(target))
        return exprAs(arg, target, want);
    if (types::isUntyped(source))
        source = types::defaultType(source);
    if (types::isNumeric(source) && types::isNumeric(target)) {
        if (keepsSlot(source, target))
            return expr(arg, want);
        const Slot to = dest(target, want);
        Temps temps(m_code);
        const Slot from = expr(arg);
        m_code.at(call.start);
        convertNumber(source, target, to, from);
        return to;
    }
    Op op = Op::Nop;
    if (types::isString(target) && types::isInteger(source))
        op = Op::RuneToString;
    else if (types::isString(target) && isByteSlice(source))
        op = Op::BytesToString;
    else if (types::isString(target) && isRuneSlice(source))
        op = Op::RunesToString;
    else if (types::isString(source) && isByteSlice(target))
        op = Op::StringToBytes;
    else if (types::isString(source) && isRuneSlice(target))
        op = Op::StringToRunes;
    if (op != Op::Nop) {
        const Slot to = dest(target, want);
        Temps temps(m_code);
        const Slot from = expr(arg);
        m_code.at(call.start);
        m_code.emit(op, to, from);
        return to;
    }
    const auto* pointer = types::as<types::Pointer>(target);
    const auto* array = types::as<types::Array>(pointer ? pointer->base() : target);
    if (types::as<types::Slice>(source) && array) {
        const Slot to = dest(target, want);
        Temps temps(m_code);
        const Slot from = expr(arg);
        const Slot address = pointer ? to : m_code.takePointer();
        m_code.at(call.start);
        m_code.emit(Op::SliceToArray, address, from);
        m_code.ext(array->length());
        if (!pointer && byteSize(target) > 0)
            load(pointee(address, true), target, to);
        return to;
    }
    return expr(arg, want);
}

} // namespace unwind::compile
