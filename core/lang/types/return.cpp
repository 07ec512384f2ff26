// Terminating statements: a function with results must end in one. Counterpart: types2's return.go.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

using namespace syntax;
using syntax::as;

namespace {

bool hasBreak(const Stmt* s, std::string_view label, bool implicit);

bool hasBreakIn(const List<Stmt*>& list, std::string_view label, bool implicit) {
    return std::any_of(list.begin(), list.end(), [&](const Stmt* s) { return hasBreak(s, label, implicit); });
}

// implicit: an unlabelled break counts; label: so does a break with this label.
bool hasBreak(const Stmt* s, std::string_view label, bool implicit) {
    if (!s)
        return false;
    switch (s->kind) {
    case syntax::Kind::LabeledStmt: return hasBreak(as<LabeledStmt>(*s).stmt, label, implicit);
    case syntax::Kind::BranchStmt: {
        const auto& b = as<BranchStmt>(*s);
        if (b.tok != BranchTok::Break)
            return false;
        return b.label ? b.label->name == label : implicit;
    }
    case syntax::Kind::BlockStmt: return hasBreakIn(as<BlockStmt>(*s).stmts, label, implicit);
    case syntax::Kind::IfStmt:
        return hasBreak(as<IfStmt>(*s).body, label, implicit) || hasBreak(as<IfStmt>(*s).orElse, label, implicit);
    default: break;
    }
    if (label.empty())
        return false;
    const auto inClauses = [&](const auto& clauses) {
        return std::any_of(clauses.begin(), clauses.end(),
                           [&](const auto* c) { return hasBreakIn(c->body, label, false); });
    };
    switch (s->kind) {
    case syntax::Kind::SwitchStmt: return inClauses(as<SwitchStmt>(*s).clauses);
    case syntax::Kind::TypeSwitchStmt: return inClauses(as<TypeSwitchStmt>(*s).clauses);
    case syntax::Kind::SelectStmt: return inClauses(as<SelectStmt>(*s).clauses);
    case syntax::Kind::ForStmt: return hasBreak(as<ForStmt>(*s).body, label, false);
    case syntax::Kind::RangeStmt: return hasBreak(as<RangeStmt>(*s).body, label, false);
    default: return false;
    }
}

} // namespace

bool Checker::isTerminatingList(const List<Stmt*>& list) const {
    for (size_t i = list.size(); i > 0; --i) {
        if (list[i - 1]->kind != syntax::Kind::EmptyStmt)
            return isTerminating(list[i - 1], "");
    }
    return false;
}

bool Checker::isTerminating(const Stmt* s, std::string_view label) const {
    const auto allEnd = [&](const auto& clauses) {
        return std::all_of(clauses.begin(), clauses.end(), [&](const auto* c) {
            return isTerminatingList(c->body) && !hasBreakIn(c->body, label, true);
        });
    };
    const auto switchEnds = [&](const auto& clauses) {
        return std::any_of(clauses.begin(), clauses.end(), [](const auto* c) { return c->isDefault; }) &&
               allEnd(clauses);
    };
    switch (s->kind) {
    case syntax::Kind::LabeledStmt: return isTerminating(as<LabeledStmt>(*s).stmt, as<LabeledStmt>(*s).label->name);
    case syntax::Kind::ExprStmt: {
        const auto* call = dynCast<CallExpr>(unparen(as<ExprStmt>(*s).x));
        return call && m_panicCalls.count(call) > 0;
    }
    case syntax::Kind::ReturnStmt: return true;
    case syntax::Kind::BranchStmt:
        return as<BranchStmt>(*s).tok == BranchTok::Goto || as<BranchStmt>(*s).tok == BranchTok::Fallthrough;
    case syntax::Kind::BlockStmt: return isTerminatingList(as<BlockStmt>(*s).stmts);
    case syntax::Kind::IfStmt: {
        const auto& i = as<IfStmt>(*s);
        return i.orElse && isTerminating(i.body, "") && isTerminating(i.orElse, "");
    }
    case syntax::Kind::SwitchStmt: return switchEnds(as<SwitchStmt>(*s).clauses);
    case syntax::Kind::TypeSwitchStmt: return switchEnds(as<TypeSwitchStmt>(*s).clauses);
    case syntax::Kind::SelectStmt: return allEnd(as<SelectStmt>(*s).clauses);
    case syntax::Kind::ForStmt: return !as<ForStmt>(*s).cond && !hasBreak(as<ForStmt>(*s).body, label, true);
    default: return false;
    }
}

} // namespace unwind::types
