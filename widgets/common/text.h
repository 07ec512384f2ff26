// Enums as words for people, translated. Go's own words (status, wait reasons) stay Go's.
#pragma once

#include "state/snapshot.h"
#include "widgets/common/palette.h"

#include <QCoreApplication>
#include <QString>

namespace unwind::widgets {

class Text {
    Q_DECLARE_TR_FUNCTIONS(Text)

public:
    static QString token(Token token);
    static QString deferState(state::DeferState state);
    static QString deferEnd(state::DeferEndHow how);
    static QString skipCause(state::SkipCause cause);
    static QString panicState(state::PanicState state);
    static QString panicKind(state::PanicKind kind);
    /// "running on P0", "runnable", "chan receive", "dead".
    static QString goroutineState(const state::Goroutine& goroutine);
};

/// 74211 → "74.2 µs"
QString formatTime(Time time);
/// Digits in groups of three, with narrow spaces.
QString grouped(uint64_t number);
QString goName(GoId go);     ///< "G7"
QString procName(ProcId p);  ///< "P0"
QString fromUtf8(std::string_view text);

} // namespace unwind::widgets
