// Functions that only hand a call on: entries of interface method tables, promoted methods, method expressions, bound
// method values, deferred builtins. They are marked as wrappers: no frame of their own for recover and traces.
#include "compile/function.h"
#include "compile/unit.h"

#include <fmt/format.h>

namespace unwind::compile {

/// Takes the receiver as the interface's data word, as first parameter or from the closure, and calls the method.
void FunctionCompiler::forward(GoType recv, const types::Selection& selection, Receiver how)
{
    const types::Func& method = *selection.method();
    const types::Signature& sig = *method.signature();
    m_fn.isWrapper = true;
    m_code.at(method.pos());
    layoutSignature(sig, nullptr, how == Receiver::Param ? recv : nullptr, how == Receiver::DataWord ? 1 : 0);
    const auto recvSlot = static_cast<Slot>(m_fn.resultSlots);
    const uint32_t recvSlots = how == Receiver::Param ? slotsOf(recv) : 1;
    if (recvSlots > 0)
        m_code.notePointers(recvSlot, how == Receiver::DataWord ? std::vector<bool>{true} : pointersOf(recv));
    Place p = frameSlot(recvSlot);
    if (how == Receiver::DataWord && !fitsIfaceWord(recv))
        p = pointee(recvSlot, true);
    const auto* pointer = types::as<types::Pointer>(recv);
    if (pointer && selection.index.size() == 1 && method.decl() && !method.hasPointerRecv()) {
        const auto* named = types::exactly<types::Named>(pointer->base());
        const Label fine = m_code.label();
        m_code.branch(Op::JNeImm, recvSlot, 0, fine);
        m_code.emitImm(Op::PanicPlain, 0,
                       m_unit.string(fmt::format("value method {} called using nil *{} pointer", method.fullName(),
                                                 named ? named->obj()->name() : std::string())));
        m_code.bind(fine);
    }
    GoType t = recv;
    p = through(p, t, selection.index, selection.index.size() - 1);
    forwardCall(calleeFor(method), sig, static_cast<Slot>(recvSlot + recvSlots), p, t);
}

/// The function of a method value: the receiver stands in the closure.
void FunctionCompiler::boundMethod(const types::Func& method)
{
    const types::Signature& sig = *method.signature();
    m_fn.isWrapper = true;
    m_code.at(method.pos());
    layoutSignature(sig, nullptr, nullptr, 0);
    const auto firstParam = static_cast<Slot>(m_fn.resultSlots);
    m_fn.contextSlot = m_code.takePointer();
    uint32_t words = 2;
    Slot recv = kNoSlot;
    if (method.decl()) {
        GoType t = sig.recv()->type();
        words = slotsOf(t);
        recv = take(t);
        m_fn.capturePointers = words ? pointersOf(t) : std::vector<bool>{};
    } else {
        m_fn.capturePointers = {false, true};
        recv = m_code.take(2, &m_fn.capturePointers);
    }
    for (uint32_t i = 0; i < words; ++i)
        m_code.emit(Op::LoadCapture, static_cast<Slot>(recv + i), m_fn.contextSlot, static_cast<Slot>(i));
    forwardCall(calleeFor(method), sig, firstParam, frameSlot(recv), nullptr);
}

FunctionCompiler::Callee FunctionCompiler::calleeFor(const types::Func& method)
{
    Callee c;
    c.method = &method;
    c.signature = method.signature();
    if (!method.decl()) {
        c.kind = Callee::Kind::Iface;
        c.methodName = m_unit.typeTable.called(method);
        c.recvSlots = 1;
        return c;
    }
    if (c.signature->recv())
        c.recvSlots = slotsOf(c.signature->recv()->type());
    c.kind = method.hasBody() ? Callee::Kind::Function : Callee::Kind::Native;
    c.index = method.hasBody() ? m_unit.function(method) : m_unit.native(method.fullName());
    return c;
}

/// Calls with the frame's own parameters; recvType is the type at recv, null if it is the receiver as the method takes it.
void FunctionCompiler::forwardCall(const Callee& callee, const types::Signature& sig, Slot firstParam, Place recv,
                                   GoType recvType)
{
    Callee c = callee;
    if (c.kind == Callee::Kind::Iface)
        c.value = recvType ? load(recv, recvType) : static_cast<Slot>(recv.offset / 8);
    const Area area = openArea(c, kNoSlot, false);
    if (c.kind != Callee::Kind::Iface) {
        Temps temps(m_code);
        if (recvType)
            receiverFrom(recv, recvType, *c.method, area.params);
        else
            m_code.move(area.params, static_cast<Slot>(recv.offset / 8), c.recvSlots);
    }
    uint32_t params = 0;
    for (const types::Var* v : sig.params()->vars())
        params += slotsOf(v->type());
    m_code.move(static_cast<Slot>(area.params + c.recvSlots), firstParam, params);
    emitCall(c, area);
    m_code.move(0, area.base, area.resultSlots);
    m_code.emit(Op::Return);
}

/// The function that go and defer call in place of a builtin; its parameters are the builtin's arguments.
void FunctionCompiler::builtinCall(types::BuiltinId id, const std::vector<GoType>& args)
{
    m_fn.isWrapper = true;
    m_fn.signature = m_unit.typeTable.builtinType(args);
    std::vector<Slot> slots;
    for (GoType t : args)
        slots.push_back(take(t));
    m_fn.paramSlots = static_cast<uint16_t>(m_code.top());
    statementBuiltin(id, args, slots);
    if (m_code.reachable())
        m_code.emit(Op::Return);
}

} // namespace unwind::compile
