// A goroutine's panics and Goexits as linked cards, newest on top: what was raised where, how far it has unwound, what
// became of it, and where control resumes.
#pragma once

#include "state/snapshot.h"
#include "trace/log.h"
#include "widgets/common/cards.h"

#include <QCoreApplication>

namespace unwind::widgets {

class PanicCards {
    Q_DECLARE_TR_FUNCTIONS(PanicCards)

public:
    static QList<Card> of(const trace::LogReader& log, const state::Snapshot& snapshot, GoId go);
};

} // namespace unwind::widgets
