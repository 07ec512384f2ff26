// go and defer: function, receiver and arguments are evaluated now and handed over as a prepared call.
#include "compile/function.h"
#include "compile/unit.h"

#include <fmt/format.h>

namespace unwind::compile {

void FunctionCompiler::goDefer(const syntax::Expr& callExpr, bool isDefer)
{
    Temps temps(m_code);
    const auto& e = syntax::as<syntax::CallExpr>(*syntax::unparen(&callExpr));
    if (const types::Builtin* b = m_unit.info().builtin(e)) {
        if (isDefer && b->id() == types::BuiltinId::Recover)
            m_code.emit(Op::DeferRecover);
        else
            goDeferBuiltin(e, *b, isDefer);
        return;
    }
    Callee c = callee(e);
    const Area area = openArea(c, kNoSlot, false);
    passReceiver(c, area);
    passArgs(e, c, static_cast<Slot>(area.params + c.recvSlots));
    if (c.kind == Callee::Kind::Native) {
        c.kind = Callee::Kind::Function;
        c.index = m_unit.function(*c.method);
    }
    spawn(c, area, isDefer);
}

void FunctionCompiler::spawn(const Callee& c, const Area& area, bool isDefer)
{
    const auto slots = static_cast<Slot>(area.slots);
    switch (c.kind) {
    case Callee::Kind::Closure:
        m_code.emit(isDefer ? Op::DeferClosure : Op::GoClosure, area.base, c.value, slots);
        break;
    case Callee::Kind::Iface:
        m_code.emit(isDefer ? Op::DeferIface : Op::GoIface, area.base, c.value, slots);
        m_code.ext(c.methodName, area.params);
        break;
    default:
        m_code.emit(isDefer ? Op::DeferCall : Op::GoCall, area.base, 0, slots);
        m_code.ext(c.index);
        break;
    }
}

void FunctionCompiler::goDeferBuiltin(const syntax::CallExpr& e, const types::Builtin& builtin, bool isDefer)
{
    const types::BuiltinId id = builtin.id();
    std::vector<GoType> args;
    std::string key = fmt::format("builtin {}", static_cast<int>(id));
    std::vector<bool> pointers;
    for (size_t i = 0; i < e.args.size(); ++i) {
        args.push_back(builtinArgType(e, id, i));
        key += fmt::format(" {}", m_unit.typeTable.index(args.back()));
        const auto& bits = pointersOf(args.back());
        pointers.insert(pointers.end(), bits.begin(), bits.begin() + static_cast<int64_t>(slotsOf(args.back())));
    }
    m_code.take(bytecode::kFrameHeaderSlots);
    Area area;
    area.slots = static_cast<uint32_t>(pointers.size());
    area.base = m_code.take(area.slots, &pointers);
    Slot at = area.base;
    for (size_t i = 0; i < e.args.size(); ++i) {
        Temps temps(m_code);
        exprAs(*e.args[i], args[i], at);
        at = static_cast<Slot>(at + slotsOf(args[i]));
    }
    Callee c;
    c.index = m_unit.synthetic(key, builtin.name(), [id, args](FunctionCompiler& f) { f.builtinCall(id, args); });
    m_code.at(e.start);
    spawn(c, area, isDefer);
}

} // namespace unwind::compile
