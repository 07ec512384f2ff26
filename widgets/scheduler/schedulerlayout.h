// Where everything of the scheduler's picture stands: boxes of the Ps, goroutine tokens, slots, words. Pure geometry from a
// snapshot and a width, so that it is tested without a window and painted alike in the window and in exports.
#pragma once

#include "state/snapshot.h"
#include "widgets/common/palette.h"

#include <QCoreApplication>
#include <QList>
#include <QRectF>
#include <QString>

namespace unwind::widgets {

struct SchedulerPicture {
    struct TokenBox {
        GoId go;
        QRectF rect;
        Token token{};
        bool solid = false; ///< running or parked: filled; queued: outlined
    };
    struct Label {
        QRectF rect;
        QString text;
        bool strong = false;
    };
    QList<QRectF> boxes;
    QList<QRectF> empties; ///< empty places of runnext and ring
    QList<TokenBox> tokens;
    QList<Label> labels;
    double height = 0;
};

class SchedulerLayout {
    Q_DECLARE_TR_FUNCTIONS(SchedulerLayout)

public:
    static SchedulerPicture of(const state::Snapshot& snapshot, double width);
};

} // namespace unwind::widgets
