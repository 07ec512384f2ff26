// Calls. Arguments are computed straight into the callee's frame; a first argument that is a call itself puts its own
// frame where its result is wanted.
#include "compile/function.h"
#include "compile/unit.h"
#include "lang/types/checker.h"

namespace unwind::compile {

using syntax::dynCast;

bool FunctionCompiler::isTupleCall(const syntax::Expr& e) const
{
    GoType t = typeOf(*syntax::unparen(&e));
    return t && t->kind() == types::Kind::Tuple && syntax::unparen(&e)->kind == syntax::Kind::CallExpr;
}

Slot FunctionCompiler::call(const syntax::CallExpr& e, Slot want, bool keepResults)
{
    const bool mayLand = want != kNoSlot && m_landing == want;
    m_landing = kNoSlot;
    if (m_unit.info().of(*syntax::unparen(e.fun)).isType())
        return conversion(e, want);
    if (const types::Builtin* b = m_unit.info().builtin(e))
        return builtin(e, b->id(), want);
    if (isSqrt(e)) {
        const Slot to = dest(typeOf(e), want);
        Temps temps(m_code);
        const Slot x = expr(*e.args[0]);
        m_code.at(e.pos);
        m_code.emit(Op::SqrtF, to, x);
        return to;
    }
    const uint32_t top = m_code.top();
    const Callee c = callee(e);
    const Area area = openArea(c, want, mayLand);
    passReceiver(c, area);
    passArgs(e, c, static_cast<Slot>(area.params + c.recvSlots));
    m_code.at(e.pos);
    emitCall(c, area);
    if (!keepResults || want != kNoSlot) {
        if (keepResults)
            m_code.move(want, area.base, area.resultSlots);
        m_code.setTop(top);
        return want;
    }
    m_code.setTop(area.base + area.resultSlots);
    return area.base;
}

/// math.Sqrt has an instruction.
bool FunctionCompiler::isSqrt(const syntax::CallExpr& e) const
{
    const auto* sel = dynCast<syntax::SelectorExpr>(syntax::unparen(e.fun));
    if (!sel || sel->sel->name != "Sqrt" || m_unit.info().selection(*sel) || isTupleCall(*e.args[0]))
        return false;
    const auto* func = types::object<types::Func>(objectOf(*sel->sel));
    return func && func->pkg() && func->pkg()->path() == "math";
}

FunctionCompiler::Callee FunctionCompiler::callee(const syntax::CallExpr& e)
{
    const syntax::Expr& fun = *syntax::unparen(e.fun);
    const types::Func* known = nullptr;
    Callee c;
    if (const auto* id = dynCast<syntax::Ident>(&fun)) {
        known = types::object<types::Func>(objectOf(*id));
    } else if (const auto* sel = dynCast<syntax::SelectorExpr>(&fun)) {
        const types::Selection* selection = m_unit.info().selection(*sel);
        if (!selection) {
            known = types::object<types::Func>(objectOf(*sel->sel));
        } else if (selection->kind == types::SelectionKind::MethodVal) {
            c = calleeFor(*selection->method());
            if (c.kind == Callee::Kind::Iface)
                c.value = receiverOf(*sel, *selection, kNoSlot);
            else
                c.receiver = sel;
            return c;
        }
    } else if (const auto* lit = dynCast<syntax::FuncLit>(&fun)) {
        const types::FuncInfo& info = *m_unit.info().func(*lit);
        if (info.captures.empty()) {
            c.index = m_unit.literal(info, *lit, [&] { return literalName(info); });
            c.signature = info.type;
            return c;
        }
    }
    if (known)
        return calleeFor(*known);
    c.kind = Callee::Kind::Closure;
    c.signature = types::as<types::Signature>(typeOf(fun));
    c.value = expr(fun);
    return c;
}

FunctionCompiler::Area FunctionCompiler::openArea(const Callee& c, Slot want, bool mayLand)
{
    Area area;
    std::vector<bool> pointers;
    const auto add = [&](GoType t) {
        const auto& bits = pointersOf(t);
        pointers.insert(pointers.end(), bits.begin(), bits.begin() + static_cast<int64_t>(slotsOf(t)));
    };
    for (const types::Var* v : c.signature->results()->vars())
        add(v->type());
    area.resultSlots = static_cast<uint32_t>(pointers.size());
    if (c.kind == Callee::Kind::Iface)
        pointers.push_back(true);
    else if (c.recvSlots)
        add(c.signature->recv()->type());
    for (const types::Var* v : c.signature->params()->vars())
        add(v->type());
    area.slots = static_cast<uint32_t>(pointers.size());
    const uint32_t base = mayLand ? want : m_code.top() + bytecode::kFrameHeaderSlots;
    m_code.cover(base + area.slots);
    if (m_code.frameTooLarge())
        return area;
    area.base = static_cast<Slot>(base);
    area.params = static_cast<Slot>(base + area.resultSlots);
    m_code.setTop(std::max(m_code.top(), base + area.slots));
    m_code.notePointers(area.base, pointers);
    return area;
}

void FunctionCompiler::passReceiver(const Callee& c, const Area& area)
{
    if (!c.receiver)
        return;
    Temps temps(m_code);
    const types::Selection& sel = *m_unit.info().selection(*c.receiver);
    receiverOf(*c.receiver, sel, area.params);
}

void FunctionCompiler::passArgs(const syntax::CallExpr& e, const Callee& c, Slot first)
{
    const types::Signature& sig = *c.signature;
    const bool hasReceiver = c.recvSlots && c.kind != Callee::Kind::Iface;
    if (e.args.size() == 1 && isTupleCall(*e.args[0])) {
        passTuple(e, sig, first);
        return;
    }
    const auto& params = sig.params()->vars();
    const size_t fixed = params.size() - (sig.variadic() ? 1 : 0);
    Slot at = first;
    for (size_t i = 0; i < fixed; ++i) {
        Temps temps(m_code);
        const syntax::Expr& arg = *syntax::unparen(e.args[i]);
        // Its frame's header then covers our results and header only: there must be no receiver before it.
        if (i == 0 && !hasReceiver && arg.kind == syntax::Kind::CallExpr && !m_unit.info().valueOf(arg) &&
            types::isInterface(params[i]->type()) == types::isInterface(typeOf(arg)))
            m_landing = at;
        exprAs(arg, params[i]->type(), at);
        m_landing = kNoSlot;
        at = static_cast<Slot>(at + slotsOf(params[i]->type()));
    }
    if (!sig.variadic())
        return;
    Temps temps(m_code);
    if (e.hasDots)
        exprAs(*e.args[fixed], params[fixed]->type(), at);
    else
        packVariadic(e, fixed, params[fixed]->type(), at);
}

void FunctionCompiler::packVariadic(const syntax::CallExpr& e, size_t from, GoType sliceType, Slot to)
{
    GoType elem = types::as<types::Slice>(sliceType)->elem();
    const size_t count = e.args.size() - from;
    if (count == 0) {
        zero(sliceType, to);
        return;
    }
    const Slot length = m_code.take(1);
    m_code.loadInt(length, static_cast<int64_t>(count));
    m_code.emit(Op::MakeSlice, to, length, kNoSlot);
    m_code.ext(m_unit.typeTable.index(elem));
    for (size_t i = 0; i < count; ++i) {
        Place p = pointee(to, true);
        p.offset = static_cast<int64_t>(i) * byteSize(elem);
        exprInto(*e.args[from + i], elem, p, true);
    }
}

/// f(g()) where g has several results.
void FunctionCompiler::passTuple(const syntax::CallExpr& e, const types::Signature& sig, Slot first)
{
    Temps temps(m_code);
    const Values values = multiValue(*e.args[0], true);
    const auto& params = sig.params()->vars();
    const size_t fixed = params.size() - (sig.variadic() ? 1 : 0);
    Slot at = first;
    for (size_t i = 0; i < fixed; ++i) {
        convertSlot(values.slots[i], values.types[i], params[i]->type(), at);
        at = static_cast<Slot>(at + slotsOf(params[i]->type()));
    }
    if (!sig.variadic())
        return;
    GoType elem = types::as<types::Slice>(params[fixed]->type())->elem();
    const size_t count = values.slots.size() - fixed;
    if (count == 0) {
        zero(params[fixed]->type(), at);
        return;
    }
    const Slot length = m_code.take(1);
    m_code.loadInt(length, static_cast<int64_t>(count));
    m_code.emit(Op::MakeSlice, at, length, kNoSlot);
    m_code.ext(m_unit.typeTable.index(elem));
    for (size_t i = 0; i < count; ++i) {
        Temps inner(m_code);
        Place p = pointee(at, true);
        p.offset = static_cast<int64_t>(i) * byteSize(elem);
        store(p, elem, convertSlot(values.slots[fixed + i], values.types[fixed + i], elem, kNoSlot));
    }
}

void FunctionCompiler::emitCall(const Callee& c, const Area& area)
{
    switch (c.kind) {
    case Callee::Kind::Function:
        m_code.emitImm(Op::Call, area.base, c.index);
        break;
    case Callee::Kind::Native:
        m_code.emitImm(Op::CallNative, area.base, c.index);
        break;
    case Callee::Kind::Closure:
        m_code.emit(Op::CallClosure, area.base, c.value);
        break;
    case Callee::Kind::Iface:
        m_code.emit(Op::CallIface, area.base, c.value);
        m_code.ext(c.methodName, area.params);
        break;
    }
}

/// The values of a call with several results or of a comma-ok form.
FunctionCompiler::Values FunctionCompiler::multiValue(const syntax::Expr& expression, bool firstWanted)
{
    const syntax::Expr& e = *syntax::unparen(&expression);
    Values values;
    GoType type = typeOf(e);
    const auto* tuple = types::exactly<types::Tuple>(type);
    if (e.kind == syntax::Kind::CallExpr) {
        Slot at = call(syntax::as<syntax::CallExpr>(e), kNoSlot, true);
        for (const types::Var* v : tuple->vars()) {
            values.slots.push_back(at);
            values.types.push_back(v->type());
            at = static_cast<Slot>(at + slotsOf(v->type()));
        }
        return values;
    }
    GoType first = tuple ? tuple->at(0)->type() : type;
    GoType boolean = types::basic(types::BasicKind::Bool);
    const Slot to = take(first);
    const Slot ok = take(boolean);
    values.slots = {to, ok};
    values.types = {first, boolean};
    Temps temps(m_code);
    if (const auto* index = dynCast<syntax::IndexExpr>(&e)) {
        const Place p = indexPlace(*index);
        m_code.at(e.pos);
        m_code.emit(Op::MapGetOk, to, p.base, p.index);
        m_code.ext(m_unit.typeTable.index(p.mapType));
        m_code.ext(0, ok);
    } else if (const auto* assertion = dynCast<syntax::TypeAssertExpr>(&e)) {
        const Slot iface = expr(*assertion->x);
        m_code.at(e.pos);
        const bool toIface = types::isInterface(first);
        m_code.emit(toIface ? Op::AssertIfaceOk : Op::AssertTypeOk, firstWanted || toIface ? to : kNoSlot, iface, ok);
        m_code.ext(m_unit.typeTable.index(first));
    } else {
        receive(*syntax::as<syntax::UnaryExpr>(e).x, to, ok, firstWanted);
    }
    return values;
}

} // namespace unwind::compile
