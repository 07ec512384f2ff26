#include "state/fold.h"

#include <algorithm>

namespace unwind::state {

constexpr int32_t kMaxProcs = 4096;

Processor* editProcessor(Snapshot& s, ProcId id) {
    if (id.value < 0 || id.value >= kMaxProcs)
        return nullptr;
    while (s.processors.size() <= size_t(id.value)) {
        s.processors.push_back(Processor{.id = ProcId{int32_t(s.processors.size())}});
    }
    return &s.processors[size_t(id.value)];
}

Goroutine* editGoroutine(Snapshot& s, GoId id) {
    if (!id)
        return nullptr;
    Goroutine& g = s.goroutines.edit(id);
    g.id = id;
    return &g;
}

const Processor* Snapshot::find(ProcId id) const {
    return id.value >= 0 && size_t(id.value) < processors.size() ? &processors[size_t(id.value)] : nullptr;
}

const Panic* Goroutine::unwinding() const {
    for (auto it = panics.rbegin(); it != panics.rend(); ++it) {
        if (it->state == PanicState::Running)
            return &*it;
    }
    return nullptr;
}

bool Goroutine::unwindingPanic() const {
    const Panic* p = unwinding();
    return p ? !p->goexit : !panics.empty() && panics.back().state == PanicState::Fatal;
}

bool Goroutine::unwindingGoexit() const {
    const Panic* p = unwinding();
    return p && p->goexit;
}

const Defer* Goroutine::findDefer(DeferId id) const {
    auto it = std::find_if(defers.rbegin(), defers.rend(), [&](const Defer& d) { return d.id == id; });
    return it == defers.rend() ? nullptr : &*it;
}

const Panic* Goroutine::findPanic(PanicId id) const {
    auto it = std::find_if(panics.rbegin(), panics.rend(), [&](const Panic& p) { return p.id == id; });
    return it == panics.rend() ? nullptr : &*it;
}

void foldGap(Snapshot& s, Seq to) {
    if (to <= s.count)
        return;
    s.count = to;
    s.afterGap = true;
    s.globalQueue.clear();
    for (Processor& p : s.processors) {
        p.ring.clear();
        p.runnext = {};
        p.running = {};
        p.spinning = false;
    }
    s.timers.clear();
}

void fold(Snapshot& s, const trace::Event& e) {
    if (e.seq > s.count)
        foldGap(s, e.seq);
    s.time = e.time;
    if (!foldUnwinding(s, e) && !foldQueues(s, e))
        foldGoroutines(s, e);
    s.count = e.seq + 1;
}

} // namespace unwind::state
