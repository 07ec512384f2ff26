// Contexts whose cancel function may be forgotten: they and their timers live until the parent ends. As go vet's lostcancel:
// a way through the function from where cancel is made to a return that mentions cancel nowhere. Beyond it: to a Goexit.
#include "vet/checks.h"

#include "lang/syntax/walk.h"
#include "lang/types/scope.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::vet {

using namespace syntax;
using types::object;
using types::Var;

namespace {

/// A statement ctx, cancel := context.WithX(…) of a function.
struct Cancel {
    const Node* stmt = nullptr; ///< AssignStmt, or the DeclStmt of var ctx, cancel = …
    const Node* shown = nullptr;
    const Ident* id = nullptr;
    const types::Object* maker = nullptr;
};

const types::Object* cancelMaker(const types::Info& info, const List<Expr*>& values) {
    const auto* call = values.size() == 1 ? dynCast<CallExpr>(unparen(values[0])) : nullptr;
    const auto* selector = call ? dynCast<SelectorExpr>(unparen(call->fun)) : nullptr;
    const types::Object* used = selector ? info.use(*selector->sel) : nullptr;
    const bool isContext = used && used->pkg() && used->pkg()->path() == "context";
    return isContext && used->name().starts_with("With") && used->name() != "WithValue" && used->name() != "WithoutCancel"
               ? used
               : nullptr;
}

std::vector<Cancel> cancelsIn(const types::Info& info, const BlockStmt& body) {
    std::vector<Cancel> found;
    const auto add = [&](const Node& stmt, const Node& shown, const Node* second, const List<Expr*>& values) {
        const types::Object* maker = cancelMaker(info, values);
        const auto* id = dynCast<Ident>(second);
        if (maker && id) found.push_back({&stmt, &shown, id, maker});
    };
    inspect(body, [&](const Node& n) {
        if (const auto* assign = dynCast<AssignStmt>(&n); assign && assign->lhs.size() == 2)
            add(n, n, assign->lhs[1], assign->rhs);
        if (const auto* decl = dynCast<DeclStmt>(&n))
            for (const Spec* spec : decl->decl->specs)
                if (const auto* var = dynCast<VarSpec>(spec); var && var->names.size() == 2) add(n, *var, var->names[1], var->values);
        return n.kind != Kind::FuncLit; // literals are functions of their own
    });
    return found;
}

bool mentions(const types::Info& info, const Var& cancel, const Node& node) {
    bool found = false;
    inspect(node, [&](const Node& n) {
        if (const auto* id = dynCast<Ident>(&n)) found |= info.use(*id) == &cancel;
        if (const auto* ret = dynCast<ReturnStmt>(&n)) found |= cancel.isResult && ret->results.empty();
        return !found;
    });
    return found;
}

bool endsInGoexit(const types::Info& info, const Block& block) {
    const auto* stmt = block.nodes.empty() || !block.next.empty() ? nullptr : dynCast<ExprStmt>(block.nodes.back());
    const auto* call = stmt ? dynCast<CallExpr>(unparen(stmt->x)) : nullptr;
    const auto* selector = call ? dynCast<SelectorExpr>(unparen(call->fun)) : nullptr;
    const types::Object* used = selector ? info.use(*selector->sel) : nullptr;
    return used && used->pkg() && used->pkg()->path() == "runtime" && used->name() == "Goexit";
}

/// A block where the function ends, on a way from the definition that mentions cancel nowhere; null if there is none.
const Block* lostAt(const types::Info& info, const Var& cancel, FlowPoint definition) {
    const auto ends = [&](const Block& block) { return block.returns() || endsInGoexit(info, block); };
    const auto uses = [&](const Block& block, size_t from) {
        return std::any_of(block.nodes.begin() + long(from), block.nodes.end(),
                           [&](const Node* node) { return mentions(info, cancel, *node); });
    };
    if (!definition.block || uses(*definition.block, definition.index + 1)) return nullptr;
    if (ends(*definition.block)) return definition.block;
    const Block* lost = nullptr;
    Flow::follow(*definition.block, [&](const Block& block) {
        if (lost || uses(block, 0)) return false;
        if (ends(block)) lost = &block;
        return true;
    });
    return lost;
}

} // namespace

void checkLostCancel(Checks& checks) {
    for (const Function& f : checks.graph.functions()) {
        if (!f.body) continue;
        for (const Cancel& cancel : cancelsIn(checks.info, *f.body)) {
            if (cancel.id->name == "_") {
                checks.report("lostcancel", *cancel.id,
                              fmt::format("the cancel function returned by context.{} should be called, not discarded, to avoid "
                                          "a context leak", cancel.maker->name()));
                continue;
            }
            const auto* var = object<Var>(checks.info.objectOf(*cancel.id));
            const bool endsProgram = f.name == "main" && !f.outer; // returning from main ends everything
            if (!var || var->owner != f.info || endsProgram) continue;
            const Block* lost = lostAt(checks.info, *var, checks.endings.flow(f).find(*cancel.stmt));
            if (!lost) continue;
            checks.report("lostcancel", *cancel.shown,
                          fmt::format("the {} function is not used on all paths (possible context leak)", var->name()));
            Node end = *f.body;
            end.start = f.body->rbrace;
            checks.report("lostcancel", lost->fallsOff ? end : *lost->nodes.back(),
                          fmt::format("this {} may be reached without using the {} var defined on line {}",
                                      lost->returns() ? "return statement" : "Goexit", var->name(), cancel.shown->start.line));
        }
    }
}

} // namespace unwind::vet
