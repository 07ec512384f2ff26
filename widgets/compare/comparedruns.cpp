#include "widgets/compare/comparedruns.h"

#include "compare/report.h"
#include "widgets/common/text.h"

#include <unordered_map>

namespace unwind::widgets {

using state::LaneState;

ComparedRuns::ComparedRuns(Cursor* a, std::unique_ptr<Recording> b, CompareFindings findings)
    : m_a(a), m_recording(std::move(b)), m_b(std::make_unique<Cursor>()), m_findings(std::move(findings)) {
    m_recording->catchUp();
    m_b->setRecording(m_recording.get());
    for (Side side : {Side::A, Side::B}) {
        m_lanes[size_t(side)] = lanesOf(side);
        connect(cursor(side), &Cursor::cursorChanged, this, [this, side] { follow(side); });
    }
    goToDivergence();
}

QString ComparedRuns::label(Side side) const {
    return fromUtf8(compare::labels(log(Side::A).header(), log(Side::B).header())[size_t(side)]);
}

void ComparedRuns::goToDivergence() {
    const Seq a = place(Side::A).seq, b = place(Side::B).seq;
    if (a != kNoSeq) m_a->moveTo(a + 1);
    else if (b != kNoSeq) m_b->moveTo(b + 1);
    else m_a->moveTo(0);
    follow(a == kNoSeq && b != kNoSeq ? Side::B : Side::A); // also when the cursor stood there already
}

// At the divergence itself each side stands at its own event, though they are not the same step.
void ComparedRuns::follow(Side moved) {
    if (m_following || !m_a->recording()) return;
    m_following = true;
    const Side other = moved == Side::A ? Side::B : Side::A;
    const Seq count = cursor(moved)->count(), here = place(moved).seq, there = place(other).seq;
    const bool parting = here != kNoSeq && there != kNoSeq && count == here + 1;
    cursor(other)->moveTo(parting ? there + 1 : alignment().partner(moved, count));
    m_following = false;
}

std::vector<CompareLane> ComparedRuns::lanesOf(Side side) const {
    const Recording& recording = *cursor(side)->recording();
    const Seq size = recording.size();
    return recording.read([&](const state::History& history) {
        std::vector<CompareLane> lanes;
        std::unordered_map<GoId, size_t> laneOf;
        for (const state::Lane& lane : history.goroutineLanes()) {
            laneOf.emplace(lane.go, lanes.size());
            CompareLane made{lane.go, {}, {}};
            for (size_t i = 0; i < lane.spans.size(); ++i) {
                const state::Span& span = lane.spans[i];
                const double from = alignment().columnAfter(side, span.from);
                const double to = i + 1 < lane.spans.size() ? alignment().columnAfter(side, lane.spans[i + 1].from)
                                  : span.state == LaneState::Dead ? from
                                                                  : alignment().columnAfter(side, size);
                if (to > from) made.stretches.push_back({from, to, span.state, span.wait});
            }
            lanes.push_back(std::move(made));
        }
        for (const state::Mark& mark : history.marks()) {
            const auto lane = laneOf.find(mark.go);
            if (lane == laneOf.end() || mark.kind == state::MarkKind::Steal || mark.kind == state::MarkKind::Unblock) continue;
            lanes[lane->second].marks.push_back({alignment().columnAfter(side, mark.seq + 1) - 0.5, mark.kind});
        }
        return lanes;
    });
}

} // namespace unwind::widgets
