// What the States view tells at the cursor, as words and counts: a goroutine's way through the runtime's statuses, or that of
// a part of the program which reports its states (unwind/states).
#pragma once

#include "state/paths.h"
#include "widgets/common/cursor.h"
#include "widgets/common/palette.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace unwind::widgets {

struct StatesFacts {
    Q_DECLARE_TR_FUNCTIONS(StatesFacts)

public:
    struct State {
        QString name;
        Token token{};
        bool entered = false;
    };
    struct Change {
        int from = -1, to = 0; ///< numbers into states; -1: it was in none yet
        uint32_t count = 0;    ///< 0: not made so far
        Seq at = 0;            ///< position behind the last time
        bool newest = false;
        QString cause;         ///< of the last time
    };
    struct Row {
        Seq at = 0; ///< position behind its event
        Time time = 0;
        QString change, cause;
    };

    GoId go;         ///< whose statuses these are, or
    QString machine; ///< whose states
    QList<State> states;
    int current = -1;
    QList<Change> changes;
    QList<Row> rows; ///< newest first
    size_t steps = 0;

    bool isMachine() const { return !machine.isEmpty(); }
    QString changeText(int from, int to) const; ///< "_Grunnable → _Grunning"
    /// As lines, for screen readers and tests.
    QString text() const;

    static StatesFacts ofGoroutine(const Cursor& cursor, GoId go, size_t maxRows);
    static StatesFacts ofMachine(const Cursor& cursor, const QString& machine, size_t maxRows);
    static QStringList machines(const Cursor& cursor);
    /// The position behind the last time before `at` that the change was made; 0 when it never was.
    Seq timeBefore(const Cursor& cursor, Seq at, const Change& change) const;
};

} // namespace unwind::widgets
