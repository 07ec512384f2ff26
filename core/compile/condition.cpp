// Conditions: jumps on an expression's truth without making a bool of it.
#include "compile/function.h"
#include "compile/unit.h"

namespace unwind::compile {

using syntax::dynCast;
using SynOp = syntax::Op;

namespace {

SynOp mirrored(SynOp op)
{
    switch (op) {
    case SynOp::Lss: return SynOp::Gtr;
    case SynOp::Leq: return SynOp::Geq;
    case SynOp::Gtr: return SynOp::Lss;
    case SynOp::Geq: return SynOp::Leq;
    default: return op;
    }
}

SynOp negated(SynOp op)
{
    switch (op) {
    case SynOp::Eql: return SynOp::Neq;
    case SynOp::Neq: return SynOp::Eql;
    case SynOp::Lss: return SynOp::Geq;
    case SynOp::Leq: return SynOp::Gtr;
    case SynOp::Gtr: return SynOp::Leq;
    default: return SynOp::Lss;
    }
}

bool isWordComparable(GoType t)
{
    return isScalar(t) && !types::isFloat(t);
}

} // namespace

void FunctionCompiler::branchOn(const syntax::Expr& expression, bool sense, Label target)
{
    const syntax::Expr& e = *syntax::unparen(&expression);
    if (const auto* v = m_unit.info().valueOf(e)) {
        if (v->boolVal() == sense)
            m_code.jump(target);
        return;
    }
    if (const auto* u = dynCast<syntax::UnaryExpr>(&e); u && u->op == SynOp::Not) {
        branchOn(*u->x, !sense, target);
        return;
    }
    if (const auto* b = dynCast<syntax::BinaryExpr>(&e)) {
        if (b->op == SynOp::AndAnd || b->op == SynOp::OrOr) {
            if ((b->op == SynOp::OrOr) == sense) { // either side alone decides
                branchOn(*b->x, sense, target);
                branchOn(*b->y, sense, target);
            } else {
                const Label skip = m_code.label();
                branchOn(*b->x, !sense, skip);
                branchOn(*b->y, sense, target);
                m_code.bind(skip);
            }
            return;
        }
        branchOnCompare(*b, sense, target);
        return;
    }
    Temps temps(m_code);
    m_code.jumpIf(expr(e), sense, target);
}

void FunctionCompiler::branchOnCompare(const syntax::BinaryExpr& e, bool sense, Label target)
{
    Temps temps(m_code);
    const types::Info& info = m_unit.info();
    const bool nilX = info.of(*syntax::unparen(e.x)).mode == types::Mode::NilValue;
    const bool nilY = info.of(*syntax::unparen(e.y)).mode == types::Mode::NilValue;
    if (nilX != nilY) { // the first word of anything that can be nil tells
        const Slot x = expr(nilX ? *e.y : *e.x);
        m_code.at(e.pos);
        m_code.branch((e.op == SynOp::Eql) == sense ? Op::JEqImm : Op::JNeImm, x, 0, target);
        return;
    }
    int64_t imm = 0;
    GoType tx = typeOf(*e.x), ty = typeOf(*e.y);
    if (smallConstant(*e.y, imm) && isWordComparable(tx)) {
        const Slot x = expr(*e.x);
        m_code.at(e.pos);
        if (branchCompareImm(e.op, tx, x, imm, sense, target))
            return;
        branchCompare(e.op, tx, x, expr(*e.y), sense, target);
        return;
    }
    if (smallConstant(*e.x, imm) && isWordComparable(ty)) {
        const Slot y = expr(*e.y);
        m_code.at(e.pos);
        if (branchCompareImm(mirrored(e.op), ty, y, imm, sense, target))
            return;
        branchCompare(mirrored(e.op), ty, y, expr(*e.x), sense, target);
        return;
    }
    GoType t = nullptr;
    Slot x = 0, y = 0;
    compareOperands(e, t, x, y);
    m_code.at(e.pos);
    branchCompare(e.op, t, x, y, sense, target);
}

bool FunctionCompiler::branchCompareImm(SynOp op, GoType t, Slot x, int64_t y, bool sense, Label target)
{
    if (!sense)
        op = negated(op);
    const bool equality = op == SynOp::Eql || op == SynOp::Neq;
    if (types::isUnsigned(t) && !equality)
        return false;
    Op jump = Op::JEqImm;
    switch (op) {
    case SynOp::Neq: jump = Op::JNeImm; break;
    case SynOp::Lss: jump = Op::JLtImm; break;
    case SynOp::Leq: jump = Op::JLeImm; break;
    case SynOp::Gtr: jump = Op::JGtImm; break;
    case SynOp::Geq: jump = Op::JGeImm; break;
    default: break;
    }
    m_code.branch(jump, x, static_cast<Slot>(static_cast<int16_t>(y)), target);
    return true;
}

void FunctionCompiler::branchCompare(SynOp op, GoType t, Slot x, Slot y, bool sense, Label target)
{
    if (types::isFloat(t) && !isFloat32(t)) {
        if (op == SynOp::Eql || op == SynOp::Neq) {
            m_code.branch((op == SynOp::Eql) == sense ? Op::JEqF : Op::JNeF, x, y, target);
            return;
        }
        if (op == SynOp::Gtr || op == SynOp::Geq) {
            std::swap(x, y);
            op = mirrored(op);
        }
        const bool less = op == SynOp::Lss;
        m_code.branch(sense ? (less ? Op::JLtF : Op::JLeF) : (less ? Op::JNotLtF : Op::JNotLeF), x, y, target);
        return;
    }
    if (!isWordComparable(t)) {
        const Slot truth = m_code.take(1);
        compareTo(op, t, truth, x, y);
        m_code.jumpIf(truth, sense, target);
        return;
    }
    if (!sense)
        op = negated(op);
    if (op == SynOp::Gtr || op == SynOp::Geq) {
        std::swap(x, y);
        op = mirrored(op);
    }
    const bool isUnsigned = types::isUnsigned(t);
    Op jump = Op::JEq;
    switch (op) {
    case SynOp::Neq: jump = Op::JNe; break;
    case SynOp::Lss: jump = isUnsigned ? Op::JLtU : Op::JLtS; break;
    case SynOp::Leq: jump = isUnsigned ? Op::JLeU : Op::JLeS; break;
    default: break;
    }
    m_code.branch(jump, x, y, target);
}

} // namespace unwind::compile
