// What the article claims, claim by claim: the demo and the rules that show it, what must stand in the recording and in the
// output, and what Go 1.25 as released does instead. resources/demos/article/README.md is this table in words.
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QStringList>

struct Claim {
    QString section; ///< "§2.1"
    QString text;    ///< the claim in one sentence
    QString demo;    ///< file name without .go
    QString profile;
    QStringList rules; ///< on top of the profile
    QString shows;     ///< what our run shows, in words
    QString released;  ///< what Go 1.25 does

    QStringList events; ///< patterns of events, found in this order; an event reads "G2 GoexitBegin panic=p1 …"
    QStringList never;  ///< patterns that no event matches
    QString output;     ///< all of standard output
    int exitCode = 0;
    QString error = {}; ///< pattern of standard error; empty: nothing stands there
    QString vet = {};   ///< pattern of what vet says about the demo; empty: not asked
};

/// The pattern of a state that the program reports.
inline QString entered(const QString& machine, const QString& state, const QString& cause) {
    return QString("Record kind=State name=\"%1\" .*%2.*%3").arg(machine, state, QRegularExpression::escape(cause));
}

QList<Claim> services();    ///< §4
QList<Claim> simulations(); ///< §5
/// All of them.
QList<Claim> claims();
