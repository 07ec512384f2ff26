// How functions and calls end: do they come back, and if not, does the goroutine end or the whole process? Keeps the
// control-flow graphs it needs for that. A function that defers something may be made to return by a recover.
#pragma once

#include "vet/callgraph.h"
#include "vet/flow.h"

namespace unwind::vet {

enum class Ending : uint8_t {
    Returns,   ///< or may
    Goroutine, ///< panics, calls Goexit, or loops for ever
    Process,   ///< os.Exit or log.Fatal, which run no deferred call
};

class Endings {
public:
    explicit Endings(const CallGraph& graph);
    Ending of(const CallSite& site);
    /// Of a function with a body.
    const Flow& flow(const Function& f);

private:
    Ending of(const Function& f);
    Ending compute(const Function& f);

    std::map<const syntax::CallExpr*, const CallSite*> m_sites;
    std::map<const Function*, Ending> m_endings;
    std::map<const Function*, Flow> m_flows;
};

} // namespace unwind::vet
