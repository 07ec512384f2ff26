// Two runs and what comparing them has shown, in the form the Compare view and its export draw: lanes of goroutines over one
// axis of steps. Side A is the window's own run, side B the other one; each has a cursor, and moving one moves the other.
#pragma once

#include "compare/alignment.h"
#include "compare/cause.h"
#include "widgets/common/cursor.h"

#include <array>
#include <memory>

namespace unwind::widgets {

using compare::Side;

/// What a comparison finds out on a worker thread.
struct CompareFindings {
    compare::Comparison comparison;
    compare::Alignment alignment;
    compare::Cause cause;
};

/// A goroutine's lane; places are columns of the axis.
struct CompareLane {
    struct Stretch {
        double from = 0, to = 0;
        state::LaneState state{};
        state::WaitReason wait{};
    };
    struct Mark {
        double column = 0;
        state::MarkKind kind{};
    };
    GoId go;
    std::vector<Stretch> stretches;
    std::vector<Mark> marks;
};

class ComparedRuns : public QObject {
    Q_OBJECT

public:
    /// a: the window's cursor, on a complete recording.
    ComparedRuns(Cursor* a, std::unique_ptr<Recording> b, CompareFindings findings);

    Cursor* cursor(Side side) const { return side == Side::A ? m_a : m_b.get(); }
    const trace::LogReader& log(Side side) const { return *cursor(side)->log(); }
    const compare::Comparison& comparison() const { return m_findings.comparison; }
    const compare::Divergence& divergence() const { return m_findings.comparison.divergence; }
    const compare::Place& place(Side side) const { return side == Side::A ? divergence().a : divergence().b; }
    const compare::Facts& facts(Side side) const { return (side == Side::A ? comparison().a : comparison().b).facts; }
    const compare::Alignment& alignment() const { return m_findings.alignment; }
    const compare::Cause& cause() const { return m_findings.cause; }
    QString label(Side side) const;
    const std::vector<CompareLane>& lanes(Side side) const { return m_lanes[size_t(side)]; }
    /// Both cursors right behind the first divergence; to the start when there is none.
    void goToDivergence();

private:
    void follow(Side moved);
    std::vector<CompareLane> lanesOf(Side side) const;

    Cursor* m_a;
    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Cursor> m_b;
    CompareFindings m_findings;
    std::array<std::vector<CompareLane>, 2> m_lanes;
    bool m_following = false;
};

} // namespace unwind::widgets
