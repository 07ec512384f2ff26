// Binary operators that make a value: arithmetic with immediates, narrowing, shifts, concatenation, comparison.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

namespace unwind::compile {

using syntax::dynCast;
using SynOp = syntax::Op;

namespace {

bool isComparison(SynOp op)
{
    return op >= SynOp::Eql && op <= SynOp::Geq;
}

bool fits16(int64_t v)
{
    return v >= INT16_MIN && v <= INT16_MAX;
}

Op integerOp(SynOp op, bool isUnsigned)
{
    switch (op) {
    case SynOp::Add: return Op::Add;
    case SynOp::Sub: return Op::Sub;
    case SynOp::Mul: return Op::Mul;
    case SynOp::Div: return isUnsigned ? Op::DivU : Op::DivS;
    case SynOp::Rem: return isUnsigned ? Op::RemU : Op::RemS;
    case SynOp::And: return Op::And;
    case SynOp::Or: return Op::Or;
    case SynOp::Xor: return Op::Xor;
    default: return Op::AndNot;
    }
}

Op floatOp(SynOp op, bool is32)
{
    switch (op) {
    case SynOp::Add: return is32 ? Op::AddF32 : Op::AddF;
    case SynOp::Sub: return is32 ? Op::SubF32 : Op::SubF;
    case SynOp::Mul: return is32 ? Op::MulF32 : Op::MulF;
    default: return is32 ? Op::DivF32 : Op::DivF;
    }
}

} // namespace

/// The value of an integer constant that fits a 16-bit immediate.
bool FunctionCompiler::smallConstant(const syntax::Expr& e, int64_t& value) const
{
    const types::constant::Value* v = m_unit.info().valueOf(*syntax::unparen(&e));
    if (!v || (v->kind() != types::constant::Kind::Int && v->kind() != types::constant::Kind::Float))
        return false;
    GoType t = typeOf(*syntax::unparen(&e));
    const auto i = types::isInteger(t) || types::isUntyped(t) ? v->int64Val() : std::nullopt;
    if (!i || !fits16(*i))
        return false;
    value = *i;
    return true;
}

/// to = the low bits of from as a value of t, which is narrower than a slot.
void FunctionCompiler::extend(GoType t, Slot to, Slot from)
{
    switch (repOf(t)) {
    case Rep::Int8: m_code.emit(Op::Sext8, to, from); break;
    case Rep::Uint8: m_code.emit(Op::Zext8, to, from); break;
    case Rep::Int16: m_code.emit(Op::Sext16, to, from); break;
    case Rep::Uint16: m_code.emit(Op::Zext16, to, from); break;
    case Rep::Int32: m_code.emit(Op::Sext32, to, from); break;
    case Rep::Uint32: m_code.emit(Op::Zext32, to, from); break;
    default: m_code.move(to, from, 1); break;
    }
}

/// Brings the result of 64-bit arithmetic back into t's range.
void FunctionCompiler::narrow(GoType t, Slot slot)
{
    if (byteSize(t) < 8)
        extend(t, slot, slot);
}

void FunctionCompiler::arithmetic(SynOp op, GoType t, Slot to, Slot x, Slot y)
{
    if (types::isFloat(t)) {
        m_code.emit(floatOp(op, isFloat32(t)), to, x, y);
        return;
    }
    const bool isUnsigned = types::isUnsigned(t);
    m_code.emit(integerOp(op, isUnsigned), to, x, y);
    const bool overflows = op == SynOp::Add || op == SynOp::Sub || op == SynOp::Mul ||
                           (op == SynOp::Div && !isUnsigned);
    if (overflows)
        narrow(t, to);
}

bool FunctionCompiler::arithmeticImm(SynOp op, GoType t, Slot to, Slot x, int64_t y)
{
    if (!types::isInteger(t))
        return false;
    if (op == SynOp::Sub) {
        op = SynOp::Add;
        y = -y;
    } else if (op == SynOp::AndNot) {
        op = SynOp::And;
        y = ~y;
        if (types::isUnsigned(t) && byteSize(t) < 8)
            return false;
    }
    if (op == SynOp::Div || op == SynOp::Rem) { // values that fit in int64 divide alike, signed or not
        if (y <= 0 || y > INT16_MAX || (types::isUnsigned(t) && byteSize(t) == 8))
            return false;
        m_code.emit(op == SynOp::Div ? Op::DivSImm : Op::RemSImm, to, x, static_cast<Slot>(y));
        return true;
    }
    if (!fits16(y))
        return false;
    const auto imm = static_cast<Slot>(static_cast<int16_t>(y));
    switch (op) {
    case SynOp::Add: m_code.emit(Op::AddImm, to, x, imm); break;
    case SynOp::Mul: m_code.emit(Op::MulImm, to, x, imm); break;
    case SynOp::And: m_code.emit(Op::AndImm, to, x, imm); return true;
    default: return false;
    }
    narrow(t, to);
    return true;
}

void FunctionCompiler::shift(SynOp op, GoType t, Slot to, Slot x, const syntax::Expr& count)
{
    const bool isUnsigned = types::isUnsigned(t);
    const SourcePos pos = m_code.position();
    if (const auto* v = m_unit.info().valueOf(*syntax::unparen(&count))) {
        const uint64_t n = v->uint64Val().value_or(64);
        const auto c = static_cast<Slot>(n < 64 ? n : 63);
        if (n >= 64 && (op == SynOp::Shl || isUnsigned)) {
            m_code.emitImm(Op::LoadImm, to, 0);
            return;
        }
        m_code.emit(op == SynOp::Shl ? Op::ShlImm : isUnsigned ? Op::ShrUImm : Op::ShrSImm, to, x, c);
    } else {
        const Slot c = expr(count);
        m_code.at(pos);
        if (!types::isUnsigned(typeOf(count)))
            m_code.emit(Op::CheckShift, c);
        m_code.emit(op == SynOp::Shl ? Op::Shl : isUnsigned ? Op::ShrU : Op::ShrS, to, x, c);
    }
    if (op == SynOp::Shl)
        narrow(t, to);
}

void FunctionCompiler::flattenConcat(const syntax::Expr& expression, std::vector<const syntax::Expr*>& parts) const
{
    const syntax::Expr& e = *syntax::unparen(&expression);
    const auto* b = dynCast<syntax::BinaryExpr>(&e);
    if (b && b->op == SynOp::Add && !m_unit.info().valueOf(e)) {
        flattenConcat(*b->x, parts);
        flattenConcat(*b->y, parts);
    } else {
        parts.push_back(&e);
    }
}

void FunctionCompiler::concat(const syntax::BinaryExpr& e, Slot to)
{
    std::vector<const syntax::Expr*> parts;
    flattenConcat(e, parts);
    GoType t = types::basic(types::BasicKind::String);
    const Slot first = take(t);
    for (size_t i = 1; i < parts.size(); ++i)
        take(t);
    for (size_t i = 0; i < parts.size(); ++i)
        expr(*parts[i], static_cast<Slot>(first + 2 * i));
    m_code.at(e.pos);
    m_code.emit(Op::Concat, to, first, static_cast<Slot>(parts.size()));
}

Slot FunctionCompiler::boolFromBranches(const syntax::Expr& e, Slot want)
{
    const Slot to = dest(types::basic(types::BasicKind::Bool), want);
    const Label no = m_code.label();
    const Label end = m_code.label();
    branchOn(e, false, no);
    m_code.emitImm(Op::LoadImm, to, 1);
    m_code.jump(end);
    m_code.bind(no);
    m_code.emitImm(Op::LoadImm, to, 0);
    m_code.bind(end, true);
    return to;
}

Slot FunctionCompiler::binaryExpr(const syntax::BinaryExpr& e, Slot want)
{
    if (e.op == SynOp::AndAnd || e.op == SynOp::OrOr)
        return boolFromBranches(e, want);
    GoType t = typeOf(e);
    const Slot to = dest(t, want);
    Temps temps(m_code);
    if (isComparison(e.op)) {
        GoType operands = nullptr;
        Slot x = 0, y = 0;
        compareOperands(e, operands, x, y);
        m_code.at(e.pos);
        compareTo(e.op, operands, to, x, y);
        return to;
    }
    if (types::isString(t)) {
        concat(e, to);
        return to;
    }
    if (e.op == SynOp::Shl || e.op == SynOp::Shr) {
        const Slot x = expr(*e.x);
        m_code.at(e.pos);
        shift(e.op, t, to, x, *e.y);
        return to;
    }
    int64_t imm = 0;
    if (types::isInteger(t) && e.op != SynOp::Or && e.op != SynOp::Xor && smallConstant(*e.y, imm)) {
        const Slot x = expr(*e.x);
        m_code.at(e.pos);
        if (arithmeticImm(e.op, t, to, x, imm))
            return to;
        arithmetic(e.op, t, to, x, expr(*e.y));
        return to;
    }
    const bool commutes = e.op == SynOp::Add || e.op == SynOp::Mul || e.op == SynOp::And;
    if (commutes && types::isInteger(t) && smallConstant(*e.x, imm)) {
        const Slot y = expr(*e.y);
        m_code.at(e.pos);
        if (arithmeticImm(e.op, t, to, y, imm))
            return to;
    }
    const Slot x = expr(*e.x);
    const Slot y = expr(*e.y);
    m_code.at(e.pos);
    arithmetic(e.op, t, to, x, y);
    return to;
}

/// Evaluates both operands of a comparison and makes them of one type.
void FunctionCompiler::compareOperands(const syntax::BinaryExpr& e, GoType& t, Slot& x, Slot& y)
{
    const types::Info& info = m_unit.info();
    const types::TypeAndValue tx = info.of(*syntax::unparen(e.x)), ty = info.of(*syntax::unparen(e.y));
    t = tx.mode == types::Mode::NilValue ? ty.type : tx.type;
    if (ty.mode != types::Mode::NilValue && types::isInterface(ty.type))
        t = ty.type;
    if (tx.mode != types::Mode::NilValue && types::isInterface(tx.type))
        t = tx.type;
    if (types::isUntyped(t))
        t = types::isUntyped(ty.type) ? types::defaultType(t) : ty.type;
    x = exprAs(*e.x, t);
    y = exprAs(*e.y, t);
}

void FunctionCompiler::compareTo(SynOp op, GoType t, Slot to, Slot x, Slot y)
{
    const bool negate = op == SynOp::Neq;
    const bool equality = op == SynOp::Eql || op == SynOp::Neq;
    if (op == SynOp::Gtr || op == SynOp::Geq) {
        std::swap(x, y);
        op = op == SynOp::Gtr ? SynOp::Lss : SynOp::Leq;
    }
    const auto pick = [&](Op eq, Op ne, Op lt, Op le) {
        m_code.emit(equality ? (negate ? ne : eq) : op == SynOp::Lss ? lt : le, to, x, y);
    };
    GoType u = t->underlying();
    if (types::isString(t)) {
        pick(Op::EqStr, Op::NeStr, Op::LtStr, Op::LeStr);
    } else if (types::isFloat(t)) {
        if (isFloat32(t))
            pick(Op::EqF32, Op::NeF32, Op::LtF32, Op::LeF32);
        else
            pick(Op::EqF, Op::NeF, Op::LtF, Op::LeF);
    } else if (u->kind() == types::Kind::Interface || isAggregate(t)) {
        if (u->kind() == types::Kind::Interface) {
            m_code.emit(Op::EqIface, to, x, y);
        } else {
            m_code.emit(Op::EqType, to, x, y);
            m_code.ext(m_unit.typeTable.index(t));
        }
        if (negate)
            m_code.emit(Op::NotBool, to, to);
    } else if (types::isUnsigned(t)) {
        pick(Op::Eq, Op::Ne, Op::LtU, Op::LeU);
    } else {
        pick(Op::Eq, Op::Ne, Op::LtS, Op::LeS); // slices and functions are compared with nil only: by their pointer
    }
}

} // namespace unwind::compile
