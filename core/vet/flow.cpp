#include "vet/flow.h"

#include "lang/syntax/walk.h"

#include <set>

namespace unwind::vet {

using namespace syntax;

class FlowBuilder {
public:
    FlowBuilder(Flow& flow, const Flow::NeverReturns& neverReturns)
        : m_flow(flow), m_neverReturns(neverReturns), m_current(block()) {}

    void run(const BlockStmt& body) {
        stmts(body.stmts);
        m_current->fallsOff = true;
    }

private:
    Block* block() { return &m_flow.m_blocks.emplace_back(); }
    void add(const Node* node) {
        if (node) m_current->nodes.push_back(node);
    }
    void jump(Block* to) { m_current->next.push_back(to); }
    void enter(Block* at) { m_current = at; }
    /// What follows has no way in, until a label gives it one.
    void leave() { m_current = block(); }
    void branch(Block* then, Block* otherwise) {
        jump(then);
        jump(otherwise);
    }

    template <class T> void stmts(const List<T*>& list) {
        for (const T* s : list) stmt(s);
    }

    void stmt(const Stmt* s) {
        if (!s) return;
        switch (s->kind) {
        case Kind::BlockStmt: return stmts(as<BlockStmt>(*s).stmts);
        case Kind::LabeledStmt: return labeled(as<LabeledStmt>(*s));
        case Kind::IfStmt: return ifStmt(as<IfStmt>(*s));
        case Kind::SwitchStmt: return switchStmt(as<SwitchStmt>(*s));
        case Kind::TypeSwitchStmt: return typeSwitch(as<TypeSwitchStmt>(*s));
        case Kind::SelectStmt: return select(as<SelectStmt>(*s));
        case Kind::ForStmt: return forStmt(as<ForStmt>(*s));
        case Kind::RangeStmt: return range(as<RangeStmt>(*s));
        case Kind::BranchStmt: return branchStmt(as<BranchStmt>(*s));
        case Kind::ReturnStmt:
            add(s);
            m_current->ret = &as<ReturnStmt>(*s);
            return leave();
        case Kind::ExprStmt: {
            add(s);
            const auto* call = dynCast<CallExpr>(unparen(as<ExprStmt>(*s).x));
            if (call && m_neverReturns(*call)) leave();
            return;
        }
        default: return add(s);
        }
    }

    void labeled(const LabeledStmt& s) {
        Block* at = target(s);
        jump(at);
        enter(at);
        stmt(s.stmt);
    }

    Block* target(const Stmt& label) {
        Block*& at = m_labels[&label];
        return at ? at : at = block();
    }

    void branchStmt(const BranchStmt& s) {
        add(&s);
        switch (s.tok) {
        case BranchTok::Goto: jump(target(*s.target)); break;
        case BranchTok::Break: jump(m_breaks.at(s.target)); break;
        case BranchTok::Continue: jump(m_continues.at(s.target)); break;
        case BranchTok::Fallthrough: jump(m_fallthrough); break;
        }
        leave();
    }

    // A condition is one node, && and || included: what it mentions counts as mentioned.
    void condition(const Expr* e, Block* then, Block* otherwise) {
        add(e);
        branch(then, otherwise);
    }

    void ifStmt(const IfStmt& s) {
        stmt(s.init);
        Block *then = block(), *done = block(), *otherwise = s.orElse ? block() : done;
        condition(s.cond, then, otherwise);
        enter(then);
        stmt(s.body);
        jump(done);
        if (s.orElse) {
            enter(otherwise);
            stmt(s.orElse);
            jump(done);
        }
        enter(done);
    }

    void forStmt(const ForStmt& s) {
        stmt(s.init);
        Block *body = block(), *done = block(), *head = s.cond ? block() : body, *post = s.post ? block() : head;
        jump(head);
        if (s.cond) {
            enter(head);
            condition(s.cond, body, done);
        }
        m_breaks[&s] = done;
        m_continues[&s] = post;
        enter(body);
        stmt(s.body);
        jump(post);
        if (s.post) {
            enter(post);
            stmt(s.post);
            jump(head);
        }
        enter(done);
    }

    void range(const RangeStmt& s) {
        add(s.x);
        Block *head = block(), *body = block(), *done = block();
        jump(head);
        enter(head);
        add(s.key);
        add(s.value);
        branch(body, done);
        m_breaks[&s] = done;
        m_continues[&s] = head;
        enter(body);
        stmt(s.body);
        jump(head);
        enter(done);
    }

    void switchStmt(const SwitchStmt& s) {
        stmt(s.init);
        add(s.tag);
        Block* done = m_breaks[&s] = block();
        std::vector<Block*> bodies;
        Block* otherwise = done;
        for (const CaseClause* clause : s.clauses) {
            bodies.push_back(block());
            if (clause->isDefault) otherwise = bodies.back();
        }
        for (size_t i = 0; i < bodies.size(); ++i)
            for (const Expr* e : s.clauses[i]->exprs) {
                add(e);
                Block* next = block();
                branch(bodies[i], next);
                enter(next);
            }
        jump(otherwise);
        for (size_t i = 0; i < bodies.size(); ++i) {
            enter(bodies[i]);
            Block* outer = m_fallthrough;
            m_fallthrough = i + 1 < bodies.size() ? bodies[i + 1] : done;
            stmts(s.clauses[i]->body);
            m_fallthrough = outer;
            jump(done);
        }
        enter(done);
    }

    void typeSwitch(const TypeSwitchStmt& s) {
        stmt(s.init);
        add(s.guard);
        Block *done = m_breaks[&s] = block(), *head = m_current;
        bool hasDefault = false;
        for (const CaseClause* clause : s.clauses) {
            hasDefault |= clause->isDefault;
            Block* body = block();
            head->next.push_back(body);
            enter(body);
            stmts(clause->body);
            jump(done);
        }
        if (!hasDefault) head->next.push_back(done);
        enter(done);
    }

    void select(const SelectStmt& s) {
        Block *done = m_breaks[&s] = block(), *head = m_current;
        for (const CommClause* clause : s.clauses) {
            Block* body = block();
            head->next.push_back(body);
            enter(body);
            stmt(clause->comm);
            stmts(clause->body);
            jump(done);
        }
        enter(done);
    }

    Flow& m_flow;
    const Flow::NeverReturns& m_neverReturns;
    Block* m_current;
    Block* m_fallthrough = nullptr;
    std::map<const Stmt*, Block*> m_breaks, m_continues, m_labels;
};

Flow::Flow(const BlockStmt& body, const NeverReturns& neverReturns) { FlowBuilder(*this, neverReturns).run(body); }

FlowPoint Flow::find(const Node& node) const {
    for (const Block& block : m_blocks)
        for (size_t i = 0; i < block.nodes.size(); ++i)
            if (block.nodes[i]->start <= node.start && node.end <= block.nodes[i]->end) return {&block, i};
    return {};
}

void Flow::follow(const Block& from, const std::function<bool(const Block&)>& visit) {
    std::set<const Block*> seen;
    std::vector<const Block*> waiting(from.next.rbegin(), from.next.rend());
    while (!waiting.empty()) {
        const Block* at = waiting.back();
        waiting.pop_back();
        if (!seen.insert(at).second || !visit(*at)) continue;
        waiting.insert(waiting.end(), at->next.rbegin(), at->next.rend());
    }
}

bool Flow::reaches(FlowPoint from, FlowPoint to) {
    if (!from.block || !to.block) return false;
    if (from.block == to.block && from.index < to.index) return true;
    bool found = false;
    follow(*from.block, [&](const Block& block) {
        found |= &block == to.block;
        return !found;
    });
    return found;
}

} // namespace unwind::vet
