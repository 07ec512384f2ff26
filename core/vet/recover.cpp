// Calls of recover that can never stop a panic. The Go specification ("Handling panics") asks for a deferred function that
// calls recover itself, and that is run by the panic.
#include "vet/checks.h"

#include "lang/syntax/walk.h"
#include "lang/types/scope.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::vet {

using namespace syntax;

namespace {

/// Whether running node can panic or end the goroutine, as far as that is not certainly false. Leaves out `except`.
class Harm {
public:
    Harm(const types::Info& info, const Node* except) : m_info(info), m_except(except) {}

    bool in(const Node& node) {
        inspect(node, [this](const Node& n) {
            if (&n == m_except || m_found) return false;
            m_found = does(n);
            return !m_found;
        });
        return m_found;
    }

private:
    bool does(const Node& n) const {
        switch (n.kind) {
        case Kind::CallExpr: return call(as<CallExpr>(n));
        case Kind::IndexExpr:
        case Kind::SliceExpr:
        case Kind::SendStmt: return true;
        case Kind::StarExpr: return !m_info.of(as<StarExpr>(n)).isType();
        case Kind::TypeAssertExpr: return as<TypeAssertExpr>(n).type && !types::exactly<types::Tuple>(m_info.typeOf(as<Expr>(n)));
        case Kind::SelectorExpr: {
            const types::Selection* selection = m_info.selection(as<SelectorExpr>(n));
            return selection && selection->indirect;
        }
        case Kind::BinaryExpr: return comparesInterfaces(as<BinaryExpr>(n)) || divides(as<BinaryExpr>(n).op);
        case Kind::AssignStmt: return divides(as<AssignStmt>(n).op);
        default: return false;
        }
    }

    static bool divides(Op op) { return op == Op::Div || op == Op::Rem || op == Op::Shl || op == Op::Shr; }
    bool comparesInterfaces(const BinaryExpr& e) const {
        const types::TypeAndValue x = m_info.of(*e.x), y = m_info.of(*e.y);
        const bool withNil = x.mode == types::Mode::NilValue || y.mode == types::Mode::NilValue;
        return (e.op == Op::Eql || e.op == Op::Neq) && !withNil && types::isInterface(x.type) && types::isInterface(y.type);
    }

    bool call(const CallExpr& call) const {
        const Expr* fun = unparen(call.fun);
        if (fun->kind == Kind::FuncLit || m_info.of(*fun).isType()) return false; // its body is looked at, too
        if (const types::Builtin* builtin = m_info.builtin(call)) return harmful(builtin->id());
        const auto* selector = dynCast<SelectorExpr>(fun);
        const types::Object* used = selector && !m_info.selection(*selector) ? m_info.use(*selector->sel) : nullptr;
        if (!used || !used->pkg()) return true;
        const std::string& path = used->pkg()->path();
        return !((path == "fmt" || path == "log") && used->name().find("rint") != std::string::npos); // Print, Sprint, Fprint
    }

    static bool harmful(types::BuiltinId id) {
        using enum types::BuiltinId;
        return id != Append && id != Cap && id != Copy && id != Delete && id != Len && id != Max && id != Min && id != New &&
               id != Print && id != Println && id != Recover;
    }

    const types::Info& m_info;
    const Node* m_except;
    bool m_found = false;
};

/// The function that some defer statement runs and that leads to f by plain calls alone, or null.
const Function* deferredCaller(const Function& f) {
    std::set<const Function*> seen{&f};
    std::vector<const Function*> waiting{&f};
    for (size_t i = 0; i < waiting.size(); ++i)
        for (const CallSite* site : waiting[i]->callers) {
            if (site->how != How::Call || !seen.insert(site->caller).second) continue;
            if (site->caller->isCalled(How::Defer)) return site->caller;
            waiting.push_back(site->caller);
        }
    return nullptr;
}

void reportNotDeferred(Checks& checks, const CallSite& site) {
    const Function& f = *site.caller;
    if (checks.profile.vetRecover == profile::VetRecover::Off && site.how != How::Defer) return;
    const bool isError = checks.profile.recoverOutsideDeferred == profile::RecoverOutsideDeferred::RuntimeError;
    const char* what = isError ? "recover() is a run-time error here" : "recover() stops no panic here";
    if (site.how == How::Go) {
        checks.report("recoveroutside", *site.call, "recover() in a goroutine of its own stops no panic");
    } else if (site.how == How::Defer) {
        checks.report("deferrecover", *site.call, "defer recover() stops no panic: no deferred function calls it");
    } else if (site.isOperand) {
        checks.report("recoveroutside", *site.call, "recover() is called at this statement already, before there is a panic");
    } else if (const Function* caller = deferredCaller(f)) {
        const std::string who = caller->name.empty() ? fmt::format("the deferred function of line {}", caller->node->pos.line)
                                                     : fmt::format("the deferred {}", caller->name);
        checks.report("helperrecover", *site.call,
                      fmt::format("{}: {} calls {}, which is not deferred itself", what, who, f.shownName()));
    } else {
        checks.report("recoveroutside", *site.call,
                      fmt::format("{}: {} is never deferred", what, f.shownName()));
    }
}

/// A deferred function of a deferred function runs when that one returns. Only a panic of its own would give it work.
void checkNested(Checks& checks, const CallSite& site) {
    const Function& f = *site.caller;
    if (f.escapes || f.callers.size() != 1) return;
    const CallSite& deferred = *f.callers[0];
    const Function& outer = *deferred.caller;
    const bool outerIsDeferred = outer.isCalled(How::Defer) && !outer.escapes;
    if (deferred.how != How::Defer || !outerIsDeferred || Harm(checks.info, deferred.stmt).in(*outer.body)) return;
    checks.report("nestedrecover", *site.call,
                  "recover() stops no panic here: a deferred call of a deferred function runs when that function returns");
}

} // namespace

bool callsRecover(const Function& f) {
    return std::any_of(f.calls.begin(), f.calls.end(), [](const CallSite* site) {
        return site->how == How::Call && !site->isOperand && isBuiltin(*site, types::BuiltinId::Recover);
    });
}

void checkRecover(Checks& checks) {
    for (const Function& f : checks.graph.functions())
        for (const CallSite* site : f.calls) {
            if (!isBuiltin(*site, types::BuiltinId::Recover)) continue;
            // `defer recover()` counts for the function it stands in, when that one is deferred.
            if (!checks.graph.mayBeDeferred(f) || site->how == How::Go) reportNotDeferred(checks, *site);
            else if (site->how == How::Call) checkNested(checks, *site);
        }
}

} // namespace unwind::vet
