// What did not run, as cards: deferred calls that were stored and never made, goroutines that had not ended, each with its cause.
#pragma once

#include "state/notrun.h"
#include "widgets/common/cards.h"

#include <QCoreApplication>

namespace unwind::widgets {

class NotRunCards {
    Q_DECLARE_TR_FUNCTIONS(NotRunCards)

public:
    /// end: the snapshot at the end of the log.
    static QList<Card> of(const trace::LogReader& log, const state::Snapshot& end);
};

} // namespace unwind::widgets
