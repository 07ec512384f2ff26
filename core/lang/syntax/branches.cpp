// One walk over a body. A goto forward waits in a list until its label comes by; leaving a block hands those still
// waiting to the block around it. A label that never comes by is undefined, or stands in a block that can not be
// jumped into. A goto jumps over a variable if it waited already when the declaration was passed in the label's block.
#include "lang/syntax/branches.h"

#include "lang/syntax/print.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <unordered_map>

namespace unwind::syntax {
namespace {

struct Block {
    const Block* parent;
    SourcePos start;
    const LabeledStmt* labeled; ///< the labelled statement whose block this is, or null
};

struct Label {
    const Block* block;
    SourcePos blockStart;
    LabeledStmt* stmt;
    bool used;
};

/// Where break, continue and fallthrough lead from a place.
struct Targets {
    Stmt* forBreak = nullptr;
    Stmt* forContinue = nullptr;
    int caseIndex = -1; ///< of the switch clause whose statements these are, -1 deeper inside
};

bool isLoop(const Stmt& stmt)
{
    return stmt.kind == Kind::ForStmt || stmt.kind == Kind::RangeStmt;
}

bool isBreakable(const Stmt& stmt)
{
    return isLoop(stmt) || stmt.kind == Kind::SwitchStmt || stmt.kind == Kind::TypeSwitchStmt
        || stmt.kind == Kind::SelectStmt;
}

using Gotos = std::vector<BranchStmt*>;

class BranchChecker {
public:
    BranchChecker(std::string_view path, ErrorList& errors) : m_path(path), m_errors(errors) {}
    void check(BlockStmt& body);

private:
    /// State of the walk through one block's statements.
    struct Walk {
        const Block& block;
        Targets targets;
        List<Stmt*> stmts;
        size_t index = 0;
        Gotos waiting;
        Gotos overVar;        ///< those waiting at the last variable declaration
        const Stmt* var = nullptr; ///< that declaration
    };

    Gotos walkBlock(const Block* parent, Targets targets, const LabeledStmt* labeled, SourcePos start,
                    List<Stmt*> stmts);
    void visit(Walk& walk, Stmt& stmt, const LabeledStmt* labeled);
    void inner(Walk& walk, Targets targets, const LabeledStmt* labeled, SourcePos start, List<Stmt*> stmts);
    template <class Clause>
    void clauses(Walk& walk, Stmt& stmt, const LabeledStmt* labeled, List<Clause*> list);
    void declare(Walk& walk, LabeledStmt& labeled);
    void recordVar(Walk& walk, const Stmt& declaration);
    void jumpsOver(const BranchStmt& jump, const Stmt& declaration);
    void branch(Walk& walk, BranchStmt& stmt);
    void plainBranch(const Walk& walk, BranchStmt& stmt);
    void fallthrough(const Walk& walk, const BranchStmt& stmt);
    void labeledBranch(const Walk& walk, BranchStmt& stmt);
    void gotoLabel(Walk& walk, BranchStmt& stmt);
    std::string place(SourcePos pos) const { return fmt::format("{}:{}:{}", m_path, pos.line, pos.column); }

    std::string_view m_path;
    ErrorList& m_errors;
    std::deque<Block> m_blocks; ///< all that were entered: their addresses tell them apart
    std::unordered_map<std::string_view, Label> m_labels;
    std::vector<Label*> m_order; ///< labels as they were declared
};

void BranchChecker::check(BlockStmt& body)
{
    for (const BranchStmt* jump : walkBlock(nullptr, {}, nullptr, body.pos, body.stmts)) {
        const std::string_view name = jump->label->name;
        if (const auto it = m_labels.find(name); it != m_labels.end()) {
            it->second.used = true;
            m_errors.add(jump->label->pos,
                         fmt::format("goto {} jumps into block starting at {}", name, place(it->second.blockStart)));
        } else {
            m_errors.add(jump->label->pos, fmt::format("label {} not defined", name));
        }
    }
    for (const Label* label : m_order) {
        if (!label->used)
            m_errors.add(label->stmt->label->pos,
                         fmt::format("label {} defined and not used", label->stmt->label->name));
    }
}

/// Returns the gotos that found no label here.
Gotos BranchChecker::walkBlock(const Block* parent, Targets targets, const LabeledStmt* labeled, SourcePos start,
                               List<Stmt*> stmts)
{
    const Block& block = m_blocks.emplace_back(Block{parent, start, labeled});
    Walk walk{block, targets, stmts, 0, {}, {}, nullptr};
    // a fallthrough counts as the last statement also in front of empty ones
    uint32_t size = stmts.size();
    while (size > 0 && stmts[size - 1]->kind == Kind::EmptyStmt)
        --size;
    walk.stmts = List<Stmt*>(stmts.begin(), size);
    for (; walk.index < size; ++walk.index)
        visit(walk, *walk.stmts[walk.index], nullptr);
    return std::move(walk.waiting);
}

void BranchChecker::inner(Walk& walk, Targets targets, const LabeledStmt* labeled, SourcePos start, List<Stmt*> stmts)
{
    const Gotos left = walkBlock(&walk.block, targets, labeled, start, stmts);
    walk.waiting.insert(walk.waiting.end(), left.begin(), left.end());
}

template <class Clause>
void BranchChecker::clauses(Walk& walk, Stmt& stmt, const LabeledStmt* labeled, List<Clause*> list)
{
    for (uint32_t i = 0; i < list.size(); ++i) {
        const int caseIndex = stmt.kind == Kind::SelectStmt ? -1 : static_cast<int>(i);
        inner(walk, {&stmt, walk.targets.forContinue, caseIndex}, labeled, list[i]->pos, list[i]->body);
    }
}

void BranchChecker::visit(Walk& walk, Stmt& stmt, const LabeledStmt* labeled)
{
    const Targets deeper{walk.targets.forBreak, walk.targets.forContinue, -1};
    switch (stmt.kind) {
    case Kind::DeclStmt: {
        const GenDecl& decl = *as<DeclStmt>(stmt).decl;
        if (decl.tok == DeclTok::Var && !decl.specs.empty())
            recordVar(walk, stmt);
        return;
    }
    case Kind::AssignStmt:
        if (as<AssignStmt>(stmt).define)
            recordVar(walk, stmt);
        return;
    case Kind::LabeledStmt: {
        auto& inside = as<LabeledStmt>(stmt);
        if (inside.label->name == "_")
            return visit(walk, *inside.stmt, nullptr);
        declare(walk, inside);
        return visit(walk, *inside.stmt, &inside);
    }
    case Kind::BranchStmt: return branch(walk, as<BranchStmt>(stmt));
    case Kind::BlockStmt: return inner(walk, deeper, labeled, stmt.pos, as<BlockStmt>(stmt).stmts);
    case Kind::IfStmt: {
        auto& choice = as<IfStmt>(stmt);
        inner(walk, deeper, labeled, choice.body->pos, choice.body->stmts);
        if (choice.orElse)
            inner(walk, deeper, labeled, choice.orElse->pos, List<Stmt*>(&choice.orElse, 1));
        return;
    }
    case Kind::ForStmt: {
        const BlockStmt& body = *as<ForStmt>(stmt).body;
        return inner(walk, {&stmt, &stmt, -1}, labeled, body.pos, body.stmts);
    }
    case Kind::RangeStmt: {
        const BlockStmt& body = *as<RangeStmt>(stmt).body;
        return inner(walk, {&stmt, &stmt, -1}, labeled, body.pos, body.stmts);
    }
    case Kind::SwitchStmt: return clauses(walk, stmt, labeled, as<SwitchStmt>(stmt).clauses);
    case Kind::TypeSwitchStmt: return clauses(walk, stmt, labeled, as<TypeSwitchStmt>(stmt).clauses);
    case Kind::SelectStmt: return clauses(walk, stmt, labeled, as<SelectStmt>(stmt).clauses);
    default: return;
    }
}

void BranchChecker::recordVar(Walk& walk, const Stmt& declaration)
{
    walk.var = &declaration;
    walk.overVar = walk.waiting;
}

void BranchChecker::jumpsOver(const BranchStmt& jump, const Stmt& declaration)
{
    std::string name;
    SourcePos pos = declaration.pos;
    if (const auto* assign = dynCast<AssignStmt>(&declaration)) {
        name = exprListString(assign->lhs);
    } else {
        const auto& spec = as<VarSpec>(*as<DeclStmt>(declaration).decl->specs[0]);
        name = spec.names[0]->name;
        pos = spec.pos;
    }
    m_errors.add(jump.label->pos,
                 fmt::format("goto {} jumps over declaration of {} at {}", jump.label->name, name, place(pos)));
}

void BranchChecker::declare(Walk& walk, LabeledStmt& labeled)
{
    const std::string_view name = labeled.label->name;
    const auto [it, isNew] = m_labels.try_emplace(name, Label{&walk.block, walk.block.start, &labeled, false});
    Label& label = it->second;
    if (isNew)
        m_order.push_back(&label);
    else
        m_errors.add(labeled.label->pos,
                     fmt::format("label {} already defined at {}", name, place(label.stmt->label->pos)));
    const auto reached = [&](BranchStmt* jump) {
        if (jump->label->name != name)
            return false;
        jump->target = &labeled;
        label.used = true;
        if (std::find(walk.overVar.begin(), walk.overVar.end(), jump) != walk.overVar.end())
            jumpsOver(*jump, *walk.var);
        return true;
    };
    std::erase_if(walk.waiting, reached);
}

void BranchChecker::branch(Walk& walk, BranchStmt& stmt)
{
    if (!stmt.label)
        plainBranch(walk, stmt);
    else if (stmt.tok == BranchTok::Goto)
        gotoLabel(walk, stmt);
    else
        labeledBranch(walk, stmt);
}

void BranchChecker::plainBranch(const Walk& walk, BranchStmt& stmt)
{
    if (stmt.tok == BranchTok::Fallthrough)
        return fallthrough(walk, stmt);
    const bool isBreak = stmt.tok == BranchTok::Break;
    stmt.target = isBreak ? walk.targets.forBreak : walk.targets.forContinue;
    if (!stmt.target)
        m_errors.add(stmt.pos, isBreak ? "break is not in a loop, switch, or select" : "continue is not in a loop");
}

void BranchChecker::fallthrough(const Walk& walk, const BranchStmt& stmt)
{
    const Stmt* around = walk.targets.forBreak;
    if (around && around->kind == Kind::TypeSwitchStmt) {
        m_errors.add(stmt.pos, "cannot fallthrough in type switch");
        return;
    }
    const auto* choice = dynCast<SwitchStmt>(around);
    if (!choice || walk.targets.caseIndex < 0 || walk.index + 1 < walk.stmts.size())
        m_errors.add(stmt.pos, "fallthrough statement out of place");
    else if (static_cast<uint32_t>(walk.targets.caseIndex) + 1 == choice->clauses.size())
        m_errors.add(stmt.pos, "cannot fallthrough final case in switch");
}

/// break L or continue L: L must label a statement around it.
void BranchChecker::labeledBranch(const Walk& walk, BranchStmt& stmt)
{
    const bool isBreak = stmt.tok == BranchTok::Break;
    const std::string_view word = isBreak ? "break" : "continue";
    const auto it = m_labels.find(stmt.label->name);
    if (it == m_labels.end()) {
        m_errors.add(stmt.label->pos, fmt::format("{} label not defined: {}", word, stmt.label->name));
        return;
    }
    it->second.used = true;
    for (const Block* block = &walk.block; block; block = block->parent) {
        if (block->labeled != it->second.stmt)
            continue;
        Stmt* target = it->second.stmt->stmt;
        if (isBreak ? isBreakable(*target) : isLoop(*target)) {
            stmt.target = target;
            return;
        }
        break;
    }
    m_errors.add(stmt.label->pos, fmt::format("invalid {} label {}", word, stmt.label->name));
}

/// A label passed already must stand in this block or one around it; any other may still come.
void BranchChecker::gotoLabel(Walk& walk, BranchStmt& stmt)
{
    if (const auto it = m_labels.find(stmt.label->name); it != m_labels.end()) {
        it->second.used = true;
        for (const Block* block = &walk.block; block; block = block->parent) {
            if (it->second.block == block) {
                stmt.target = it->second.stmt;
                return;
            }
        }
    }
    walk.waiting.push_back(&stmt);
}

} // namespace

void checkBranches(BlockStmt& body, std::string_view path, ErrorList& errors)
{
    BranchChecker(path, errors).check(body);
}

} // namespace unwind::syntax
