// The shape of a function: frame layout, parameters, captures, results, epilogue.
#include "compile/function.h"

#include "compile/unit.h"

namespace unwind::compile {

FunctionCompiler::FunctionCompiler(Unit& unit, const types::FuncInfo* info, bytecode::Function& fn, bool longJumps)
    : m_unit(unit), m_info(info), m_fn(fn), m_code(unit.program, longJumps)
{
    m_fn.hasDefer = info && info->hasDefer;
}

GoType FunctionCompiler::typeOf(const syntax::Expr& e) const
{
    return m_unit.info().typeOf(e);
}

const types::Object* FunctionCompiler::objectOf(const syntax::Ident& id) const
{
    return m_unit.info().objectOf(id);
}

void FunctionCompiler::declared(const syntax::FuncDecl& decl, const types::Func& func)
{
    const types::Signature& sig = *func.signature();
    m_fn.pos = decl.name->start;
    m_code.at(decl.body->start);
    layoutSignature(sig, sig.recv(), nullptr, 0);
    scanArrays(decl.body);
    beginScope();
    bindParams(sig);
    body(*decl.body);
}

void FunctionCompiler::literal(const syntax::FuncLit& lit)
{
    const types::Signature& sig = *m_info->type;
    m_fn.pos = lit.start;
    m_code.at(lit.body->start);
    layoutSignature(sig, nullptr, nullptr, 0);
    scanArrays(lit.body);
    beginScope();
    if (!m_info->captures.empty()) {
        m_fn.contextSlot = m_code.takePointer();
        loadCaptures();
    }
    bindParams(sig);
    body(*lit.body);
}

void FunctionCompiler::initializers(const std::vector<types::Initializer>& steps)
{
    beginScope();
    for (const types::Initializer& step : steps) {
        m_info = step.info;
        scanArrays(step.rhs);
        m_code.statement(step.lhs.empty() ? step.rhs->start : step.lhs[0]->pos());
        Temps temps(m_code);
        if (step.lhs.empty()) {
            discard(*step.rhs);
        } else if (step.lhs.size() == 1) {
            const types::Var& v = *step.lhs[0];
            if (v.name() == "_")
                exprAs(*step.rhs, v.type());
            else
                exprInto(*step.rhs, v.type(), placeOf(v), false);
        } else {
            const Values values = multiValue(*step.rhs, true);
            for (size_t i = 0; i < step.lhs.size(); ++i) {
                const types::Var& v = *step.lhs[i];
                if (v.name() != "_")
                    store(placeOf(v), v.type(), convertSlot(values.slots[i], values.types[i], v.type(), kNoSlot));
            }
        }
    }
    m_code.flushStatement();
    m_code.emit(Op::Return);
    endScope();
}

void FunctionCompiler::nativeStub(const types::Func& func, int32_t native)
{
    const types::Signature& sig = *func.signature();
    m_fn.pos = func.pos();
    m_fn.native = native;
    layoutSignature(sig, sig.recv(), nullptr, 0);
}

void FunctionCompiler::startUp(const std::vector<int32_t>& functions)
{
    m_fn.isWrapper = true;
    for (const int32_t index : functions) {
        const uint32_t at = m_code.top() + bytecode::kFrameHeaderSlots;
        m_code.cover(at);
        m_code.emitImm(Op::Call, static_cast<Slot>(at), index);
    }
    m_code.emit(Op::Return);
}

void FunctionCompiler::layoutSignature(const types::Signature& sig, const types::Var* recv, GoType plainRecv,
                                       uint32_t recvSlots)
{
    for (const types::Var* v : sig.results()->vars()) {
        m_resultTypes.push_back(v->type());
        m_resultSlots.push_back(take(v->type()));
        m_resultVars.push_back(v);
        m_named |= !v->name().empty();
    }
    m_fn.resultSlots = static_cast<uint16_t>(m_code.top());
    if (m_named || m_fn.hasDefer)
        m_fn.zeroCount = m_fn.resultSlots;
    GoType recvType = recv ? recv->type() : plainRecv;
    if (recvType)
        take(recvType);
    else
        m_code.take(recvSlots);
    for (const types::Var* v : sig.params()->vars())
        take(v->type());
    m_fn.paramSlots = static_cast<uint16_t>(m_code.top() - m_fn.resultSlots);
    m_fn.signature = m_unit.typeTable.functionType(sig, recvType);
}

/// Gives the named parameters and results their places; those that are shared or pointed to move to heap cells.
void FunctionCompiler::bindParams(const types::Signature& sig)
{
    const auto bind = [&](const types::Var& v, Slot slot, bool isResult) {
        if (v.name().empty() || v.name() == "_")
            return;
        VarLoc& loc = m_vars[&v];
        loc.slot = slot;
        if (boxes(v)) {
            loc.boxed = true;
            loc.slot = m_code.takePointer();
            loc.withLength = types::as<types::Array>(v.type()) && m_unit.indexedArrays.count(&v);
            if (loc.withLength)
                m_code.take(1);
            const VarLoc made = loc;
            allocateBox(v, made);
            if (!isResult)
                store(placeOf(made), v.type(), slot);
        }
        noteLocal(v, m_vars[&v]);
        bytecode::Local& local = m_fn.locals.back();
        local.isParam = !isResult;
        local.isResult = isResult;
    };
    uint32_t slot = m_fn.resultSlots;
    if (sig.recv()) {
        bind(*sig.recv(), static_cast<Slot>(slot), false);
        slot += slotsOf(sig.recv()->type());
    }
    for (const types::Var* v : sig.params()->vars()) {
        bind(*v, static_cast<Slot>(slot), false);
        slot += slotsOf(v->type());
    }
    for (size_t i = 0; i < m_resultVars.size(); ++i)
        bind(*m_resultVars[i], m_resultSlots[i], true);
}

/// Copies the words of the closure into the frame: the pointers of shared variables, the values of the others.
void FunctionCompiler::loadCaptures()
{
    uint32_t word = 0;
    m_fn.capturePointers.clear();
    for (const types::Var* v : m_info->captures) {
        VarLoc loc;
        loc.boxed = boxes(*v);
        const uint32_t words = loc.boxed ? 1 : slotsOf(v->type());
        loc.slot = loc.boxed ? m_code.takePointer() : take(v->type());
        for (uint32_t i = 0; i < words; ++i) {
            m_fn.capturePointers.push_back(loc.boxed || pointersOf(v->type())[i]);
            m_code.emit(Op::LoadCapture, static_cast<Slot>(loc.slot + i), m_fn.contextSlot, static_cast<Slot>(word++));
        }
        if (loc.boxed && types::as<types::Array>(v->type()) && m_unit.indexedArrays.count(v)) {
            loc.withLength = true;
            m_code.loadInt(m_code.take(1), types::as<types::Array>(v->type())->length());
        }
        m_vars[v] = loc;
        noteLocal(*v, loc);
    }
}

void FunctionCompiler::body(const syntax::BlockStmt& block)
{
    beginScope();
    stmtList(block.stmts);
    m_code.flushStatement();
    endScope();
    epilogue(block.rbrace);
    endScope();
}

/// The end of the function. With deferred calls it is also where a recovered panic resumes.
void FunctionCompiler::epilogue(SourcePos brace)
{
    if (!m_fn.hasDefer) {
        if (m_code.reachable()) {
            m_code.at(brace);
            m_code.emit(Op::Return);
        }
        return;
    }
    if (m_code.reachable())
        m_code.statement(brace);
    else
        m_code.at(brace);
    m_code.bind(m_code.label(), true);
    m_fn.epilogue = m_code.pc();
    returnNow();
}

void FunctionCompiler::returnNow()
{
    if (m_fn.hasDefer)
        m_code.emit(Op::RunDefers);
    copyBoxedResults();
    m_code.emit(Op::Return);
}

void FunctionCompiler::copyBoxedResults()
{
    for (size_t i = 0; i < m_resultVars.size(); ++i) {
        const auto it = m_vars.find(m_resultVars[i]);
        if (it != m_vars.end() && it->second.boxed)
            load(placeOf(it->second), m_resultTypes[i], m_resultSlots[i]);
    }
}

bool FunctionCompiler::finish()
{
    if (!m_code.finish())
        return false;
    m_fn.code = std::move(m_code.code);
    m_fn.lines = std::move(m_code.lines);
    m_fn.pointerSlots = std::move(m_code.pointerSlots);
    m_fn.frameSlots = m_code.frameSlots();
    m_fn.pointerSlots.resize(m_fn.frameSlots);
    return true;
}

Slot FunctionCompiler::moved(Slot from, GoType t, Slot want)
{
    if (want == kNoSlot)
        return from;
    m_code.move(want, from, slotsOf(t));
    return want;
}

bool FunctionCompiler::isVariableSlot(Slot slot) const
{
    return slot < m_variablesEnd;
}

/// The value in a slot that later assignments to variables do not touch.
Slot FunctionCompiler::stable(Slot slot, GoType t)
{
    return isVariableSlot(slot) ? moved(slot, t, take(t)) : slot;
}

void FunctionCompiler::returnStmt(const syntax::ReturnStmt& s)
{
    Temps temps(m_code);
    const size_t n = m_resultTypes.size();
    const auto slotPlace = [&](size_t i) {
        const auto it = m_vars.find(m_resultVars[i]);
        return it != m_vars.end() ? placeOf(it->second) : frameSlot(m_resultSlots[i]);
    };
    if (s.results.size() == 1 && n > 1) {
        const Values values = multiValue(*s.results[0], true);
        for (size_t i = 0; i < n; ++i) {
            const Place p = slotPlace(i);
            const bool inSlot = p.kind == Place::Kind::Frame;
            const Slot want = inSlot ? m_resultSlots[i] : kNoSlot;
            const Slot v = convertSlot(values.slots[i], values.types[i], m_resultTypes[i], want);
            if (!inSlot)
                store(p, m_resultTypes[i], v);
        }
    } else if (s.results.size() == 1) {
        exprInto(*s.results[0], m_resultTypes[0], slotPlace(0), !m_named && !m_fn.hasDefer);
    } else if (!m_named && !m_fn.hasDefer) {
        for (size_t i = 0; i < s.results.size(); ++i) {
            Temps inner(m_code);
            exprAs(*s.results[i], m_resultTypes[i], m_resultSlots[i]);
        }
    } else if (!s.results.empty()) {
        std::vector<Slot> values;
        for (size_t i = 0; i < n; ++i) {
            Slot v = exprAs(*s.results[i], m_resultTypes[i]);
            if (v < m_fn.resultSlots)
                v = moved(v, m_resultTypes[i], take(m_resultTypes[i])); // a result that is about to change
            values.push_back(v);
        }
        for (size_t i = 0; i < n; ++i)
            store(slotPlace(i), m_resultTypes[i], values[i]);
    }
    m_code.at(s.start);
    returnNow();
}

} // namespace unwind::compile
