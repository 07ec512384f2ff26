// A goroutine's deferred calls as cards: newest on top, grouped by the frame that deferred them; each says how far it has
// got, with which arguments it was stored, and why it runs or does not.
#pragma once

#include "state/snapshot.h"
#include "trace/log.h"
#include "widgets/common/cards.h"

#include <QCoreApplication>

namespace unwind::widgets {

class DeferCards {
    Q_DECLARE_TR_FUNCTIONS(DeferCards)

public:
    static QList<Card> of(const trace::LogReader& log, const state::Snapshot& snapshot, GoId go);
    /// "3 records" / "2 of 3 pending".
    static QString count(const state::Goroutine& goroutine);
};

} // namespace unwind::widgets
