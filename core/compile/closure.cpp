// Function literals, method values and method expressions: functions as values.
#include "compile/function.h"
#include "compile/unit.h"

#include <fmt/format.h>

namespace unwind::compile {

std::string FunctionCompiler::literalName(const types::FuncInfo& info) const
{
    int number = 0;
    if (m_info && m_info->outer == nullptr && m_info->object == nullptr)
        return fmt::format("{}.func{}", m_fn.name, m_unit.nextInitLiteral(m_fn.name));
    for (const types::FuncInfo* other : m_info->literals) {
        ++number;
        if (other == &info)
            break;
    }
    return fmt::format("{}{}{}", m_fn.name, m_info->outer ? "." : ".func", number);
}

Slot FunctionCompiler::funcLit(const syntax::FuncLit& lit, Slot want)
{
    const types::FuncInfo& info = *m_unit.info().func(lit);
    const Slot to = want == kNoSlot ? m_code.takePointer() : want;
    const int32_t function = m_unit.literal(info, lit, [&] { return literalName(info); });
    if (info.captures.empty()) {
        m_code.emitImm(Op::LoadFunc, to, function);
        return to;
    }
    Temps temps(m_code);
    uint32_t words = 0;
    for (const types::Var* v : info.captures)
        words += boxes(*v) ? 1 : slotsOf(v->type());
    Slot first = kNoSlot;
    if (info.captures.size() == 1) {
        first = m_vars[info.captures[0]].slot; // contiguous as it stands
    } else {
        first = m_code.take(words);
        Slot at = first;
        for (const types::Var* v : info.captures) {
            const VarLoc& loc = m_vars[v];
            const uint32_t n = loc.boxed ? 1 : slotsOf(v->type());
            if (loc.boxed)
                m_code.notePointers(at, {true});
            else
                m_code.notePointers(at, pointersOf(v->type()));
            m_code.move(at, loc.slot, n);
            at = static_cast<Slot>(at + n);
        }
    }
    m_code.emit(Op::MakeClosure, to, static_cast<Slot>(words), first);
    m_code.ext(function);
    return to;
}

/// The receiver a method takes, from the value or place p of type t that holds it.
Slot FunctionCompiler::receiverFrom(Place p, GoType t, const types::Func& method, Slot want)
{
    if (!method.decl()) // an interface's method: the interface itself
        return load(p, t, want);
    const auto* pointer = types::as<types::Pointer>(t);
    if (method.hasPointerRecv())
        return pointer ? load(p, t, want) : addressOf(p, want);
    if (!pointer)
        return load(p, t, want);
    const Slot to = dest(pointer->base(), want);
    Temps temps(m_code);
    return load(pointee(load(p, t)), pointer->base(), to);
}

Slot FunctionCompiler::receiverOf(const syntax::SelectorExpr& e, const types::Selection& sel, Slot want)
{
    GoType t = typeOf(*e.x);
    Place p = isPlaceExpr(*e.x) ? place(*e.x) : valuePlace(*e.x);
    p = through(p, t, sel.index, sel.index.size() - 1);
    m_code.at(e.pos);
    return receiverFrom(p, t, *sel.method(), want);
}

Slot FunctionCompiler::methodValue(const syntax::SelectorExpr& e, const types::Selection& sel, Slot want)
{
    const types::Func& method = *sel.method();
    const Slot to = want == kNoSlot ? m_code.takePointer() : want;
    Temps temps(m_code);
    const Slot recv = receiverOf(e, sel, kNoSlot);
    uint32_t words = 2;
    if (!method.decl())
        m_code.emit(Op::NilCheck, recv); // the type word
    else
        words = method.hasPointerRecv() ? 1 : slotsOf(method.signature()->recv()->type());
    const int32_t function = m_unit.synthetic(
        fmt::format("bound {}", static_cast<const void*>(&method)), method.fullName() + "-fm",
        [&method](FunctionCompiler& f) { f.boundMethod(method); });
    m_code.emit(Op::MakeClosure, to, static_cast<Slot>(words), recv);
    m_code.ext(function);
    return to;
}

Slot FunctionCompiler::methodExpr(const types::Selection& sel, Slot want)
{
    const types::Func& method = *sel.method();
    const Slot to = want == kNoSlot ? m_code.takePointer() : want;
    const bool isPointer = types::as<types::Pointer>(sel.recv) != nullptr;
    int32_t function = -1;
    if (method.decl() && sel.index.size() == 1 && isPointer == method.hasPointerRecv()) {
        function = m_unit.function(method);
    } else {
        const auto type = m_unit.typeTable.index(sel.recv);
        function = m_unit.synthetic(
            fmt::format("expr {} {}", static_cast<const void*>(&method), type), method.fullName(),
            [sel](FunctionCompiler& f) { f.forward(sel.recv, sel, Receiver::Param); });
    }
    m_code.emitImm(Op::LoadFunc, to, function);
    return to;
}

} // namespace unwind::compile
