// Variables of a function: their places, scopes, and what a debugger is told about them.
#include "compile/function.h"
#include "compile/unit.h"

namespace unwind::compile {

/// Whether a variable needs a heap cell: pointed to, shared with a closure and changed, indexed, or large.
bool FunctionCompiler::boxes(const types::Var& v) const
{
    if (v.needsBox() || (v.captured && v.isResult))
        return true;
    if (byteSize(v.type()) > bytecode::kMaxFrameValue && !v.isParam)
        return true;
    if (v.captured && slotsOf(v.type()) > 8)
        return true;
    return !m_unit.indexedArrays.empty() && m_unit.indexedArrays.count(&v) > 0;
}

void FunctionCompiler::beginScope()
{
    m_scopes.push_back(m_code.top());
    m_scopeLocals.push_back(m_openLocals.size());
}

void FunctionCompiler::endScope()
{
    const uint32_t pc = m_code.pc();
    while (m_openLocals.size() > m_scopeLocals.back()) {
        m_fn.locals[m_openLocals.back()].toPc = pc;
        m_openLocals.pop_back();
    }
    m_scopeLocals.pop_back();
    m_code.setTop(m_scopes.back());
    m_variablesEnd = m_scopes.back();
    m_scopes.pop_back();
}

void FunctionCompiler::noteLocal(const types::Var& v, const VarLoc& loc)
{
    bytecode::Local local;
    local.name = v.name();
    local.type = m_unit.typeTable.index(v.type());
    local.slot = loc.slot;
    local.boxed = loc.boxed;
    local.fromPc = m_code.pc();
    m_openLocals.push_back(m_fn.locals.size());
    m_fn.locals.push_back(std::move(local));
}

/// Takes the variable's slot; its first value is not set yet.
VarLoc& FunctionCompiler::declare(const types::Var& v)
{
    VarLoc loc;
    loc.boxed = boxes(v);
    if (loc.boxed) {
        loc.slot = m_code.takePointer();
        loc.withLength = types::as<types::Array>(v.type()) && m_unit.indexedArrays.count(&v) > 0;
        if (loc.withLength)
            m_code.take(1);
    } else {
        loc.slot = take(v.type());
    }
    m_variablesEnd = m_code.top();
    return m_vars[&v] = loc;
}

void FunctionCompiler::allocateBox(const types::Var& v, const VarLoc& loc)
{
    m_code.emitImm(Op::New, loc.slot, m_unit.typeTable.index(v.type()));
    if (loc.withLength)
        m_code.loadInt(static_cast<Slot>(loc.slot + 1), types::as<types::Array>(v.type())->length());
}

void FunctionCompiler::declareZero(const types::Var& v)
{
    const VarLoc loc = declare(v);
    if (loc.boxed)
        allocateBox(v, loc);
    else
        zero(v.type(), loc.slot);
    noteLocal(v, loc);
}

void FunctionCompiler::declareFromSlot(const types::Var& v, Slot value)
{
    declare(v);
    initDeclared(v, value);
}

/// The first value of a variable whose slot was taken before.
void FunctionCompiler::initDeclared(const types::Var& v, Slot value)
{
    const VarLoc loc = m_vars[&v];
    if (loc.boxed) {
        allocateBox(v, loc);
        store(placeOf(loc), v.type(), value);
    } else {
        m_code.move(loc.slot, value, slotsOf(v.type()));
    }
    noteLocal(v, loc);
}

void FunctionCompiler::declareFrom(const types::Var& v, const syntax::Expr& init)
{
    const syntax::Expr& plain = *syntax::unparen(&init);
    const auto* callee = syntax::dynCast<syntax::CallExpr>(&plain);
    const bool isCall = callee && !m_unit.info().of(*callee->fun).isType() && !m_unit.info().builtin(*callee) &&
                        !m_unit.info().valueOf(plain);
    if (isCall && !boxes(v) && types::isInterface(v.type()) == types::isInterface(typeOf(plain))) {
        // The variable lives where the call leaves its result.
        const Slot at = call(*callee, kNoSlot, true);
        VarLoc loc;
        loc.slot = at;
        m_code.setTop(at + slotsOf(v.type()));
        m_variablesEnd = m_code.top();
        m_vars[&v] = loc;
        noteLocal(v, loc);
        return;
    }
    if (!boxes(v)) {
        const VarLoc loc = declare(v);
        Temps temps(m_code);
        exprAs(init, v.type(), loc.slot);
        noteLocal(v, loc);
        return;
    }
    const VarLoc loc = declare(v);
    const uint32_t top = m_code.top();
    if (const auto* lit = syntax::dynCast<syntax::CompositeLit>(&plain); lit && isAggregate(v.type())) {
        // Elements are computed before the new cell replaces an earlier one of the same statement: they may use that.
        const Slot cell = m_code.takePointer();
        m_code.emitImm(Op::New, cell, m_unit.typeTable.index(v.type()));
        litInto(*lit, v.type(), pointee(cell, true), true);
        m_code.move(loc.slot, cell, 1);
        if (loc.withLength)
            m_code.loadInt(static_cast<Slot>(loc.slot + 1), types::as<types::Array>(v.type())->length());
    } else if (byteSize(v.type()) > bytecode::kMaxFrameValue) {
        allocateBox(v, loc);
        exprInto(init, v.type(), placeOf(loc), true);
    } else {
        const Slot value = exprAs(init, v.type());
        allocateBox(v, loc);
        store(placeOf(loc), v.type(), value);
    }
    m_code.setTop(top);
    noteLocal(v, loc);
}

} // namespace unwind::compile
