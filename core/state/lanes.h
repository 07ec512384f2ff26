// Inside History: spans, marks, queue depth and output, collected while the log is folded once from front to back.
#pragma once

#include "state/timeline.h"

#include <unordered_map>

namespace unwind::state {

class LaneBuilder {
public:
    /// Takes in one event; after is the snapshot it led to.
    void add(const trace::Event& event, const Snapshot& after);
    /// Lets the spans that are still open end now.
    void settle(Time now);

    std::vector<Lane> goroutines, processors;
    std::vector<Mark> marks;
    std::vector<DepthSample> depth;
    std::vector<OutputSpan> output;

private:
    Lane& goroutineLane(GoId go);
    void goroutineChanged(const trace::Event& event, const Snapshot& after, GoId go);
    void processorChanged(const trace::Event& event, ProcId proc, const Goroutine* running);
    void addMark(const trace::Event& event);
    void addDepth(const trace::Event& event, const Snapshot& after);

    std::unordered_map<GoId, size_t> m_laneOf;
    std::vector<size_t> m_open;        ///< goroutine lanes whose goroutine lives
    std::vector<bool> m_procOpen;
};

/// What a goroutine's lane shows in this state.
LaneState laneState(const Goroutine& g);

} // namespace unwind::state
