// The control-flow graph of one function body: blocks of statements and conditions, edges for every way to go on. Calls that
// do not come back (panic, os.Exit, runtime.Goexit, …) end a block without an edge.
// Counterpart: golang.org/x/tools/go/cfg, whose shape it keeps, because go vet's verdicts rest on it.
#pragma once

#include "lang/syntax/ast.h"

#include <deque>
#include <functional>
#include <map>
#include <vector>

namespace unwind::vet {

struct Block {
    std::vector<const syntax::Node*> nodes; ///< simple statements and conditions, in order of execution
    std::vector<const Block*> next;
    const syntax::ReturnStmt* ret = nullptr; ///< ends with this return
    bool fallsOff = false;                   ///< ends at the body's closing brace
    bool returns() const { return ret || fallsOff; }
};

/// A place in a block.
struct FlowPoint {
    const Block* block = nullptr;
    size_t index = 0;
};

class Flow {
public:
    /// neverReturns tells of a statement's call whether it comes back.
    using NeverReturns = std::function<bool(const syntax::CallExpr&)>;
    Flow(const syntax::BlockStmt& body, const NeverReturns& neverReturns);

    const Block& entry() const { return m_blocks.front(); }
    /// Where the statement or condition that contains this node runs; the block is null for what is in no block.
    FlowPoint find(const syntax::Node& node) const;
    /// Calls visit for every block that can be reached from the ends of this one, each once; visit returns false to go no
    /// further from there.
    static void follow(const Block& from, const std::function<bool(const Block&)>& visit);
    /// Whether `to` may run after `from`.
    static bool reaches(FlowPoint from, FlowPoint to);

private:
    friend class FlowBuilder;
    std::deque<Block> m_blocks;
};

} // namespace unwind::vet
