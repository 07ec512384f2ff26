// A comparison in words, translated: the sentences about the first divergence and its cause, and the countable facts.
#pragma once

#include "widgets/compare/comparedruns.h"

#include <QCoreApplication>
#include <functional>

namespace unwind::widgets {

/// An explanation as a sentence; the explanation view has them.
using Say = std::function<QString(const trace::LogReader&, const state::Explanation&)>;

class CompareText {
    Q_DECLARE_TR_FUNCTIONS(CompareText)

public:
    /// Where they part; what each side does there; why. Only the first when there is no difference.
    static QStringList sentences(const ComparedRuns& runs, const Say& say);
    /// "go1.25 ↔ article-1.25"
    static QString title(const ComparedRuns& runs);

    struct Fact {
        QString name, a, b;
        bool differs() const { return a != b; }
    };
    static QList<Fact> facts(const ComparedRuns& runs);
    struct Line {
        QString text;
        bool own = false; ///< the other side has no such line at its place
    };
    /// Standard output, then standard error where there is any.
    static QList<Line> output(const ComparedRuns& runs, Side side);

private:
    static QString headline(const ComparedRuns& runs);
    static QString happening(const ComparedRuns& runs, Side side, const Say& say);
    static QString cause(const ComparedRuns& runs);
    static QString setting(const ComparedRuns& runs, const compare::Setting& setting);
};

} // namespace unwind::widgets
