#include "widgets/compare/comparetext.h"

#include "widgets/common/names.h"
#include "widgets/common/text.h"

namespace unwind::widgets {

using compare::Difference;
using compare::Facts;
using compare::Setting;
using compare::Unknown;

namespace {

QStringList linesOf(const Facts& facts) {
    QString text = fromUtf8(facts.out);
    if (!text.isEmpty() && !text.endsWith(QLatin1Char('\n')) && !facts.err.empty()) text += QLatin1Char('\n');
    text += fromUtf8(facts.err);
    if (text.endsWith(QLatin1Char('\n'))) text.chop(1);
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n'));
}

} // namespace

QString CompareText::title(const ComparedRuns& runs) {
    return runs.label(Side::A) + QStringLiteral("  ↔  ") + runs.label(Side::B);
}

QStringList CompareText::sentences(const ComparedRuns& runs, const Say& say) {
    QStringList list{headline(runs)};
    if (runs.divergence().difference == Difference::None) return list;
    for (Side side : {Side::A, Side::B}) list << tr("%1: %2").arg(runs.label(side), happening(runs, side, say));
    return list << cause(runs);
}

QString CompareText::headline(const ComparedRuns& runs) {
    const compare::Divergence& d = runs.divergence();
    const QString a = runs.label(Side::A), b = runs.label(Side::B);
    if (d.difference == Difference::None) {
        const Seq cut = runs.comparison().cut;
        return cut == kNoSeq ? tr("There is no difference: %1 and %2 do the same, event by event.").arg(a, b)
                             : tr("There is no difference in the first %1 events; what follows was not kept.").arg(grouped(cut));
    }
    if (d.difference == Difference::Schedule)
        return tr("Every goroutine does the same in %1 and %2; their order parts at event #%3.").arg(a, b, grouped(d.index + 1));
    const QString placeA = placeName(runs.log(Side::A), d.a.at), placeB = placeName(runs.log(Side::B), d.b.at);
    if (placeA.isEmpty() && placeB.isEmpty()) return tr("%1 and %2 part at the program's end.").arg(a, b);
    const QString place = placeA == placeB || placeB.isEmpty() ? placeA
                          : placeA.isEmpty()                   ? placeB
                                                               : tr("%1 and %2").arg(placeA, placeB);
    const GoId go = d.a.go ? d.a.go : d.b.go;
    return tr("%1 and %2 part at %3, in %4.").arg(a, b, place, goName(go));
}

QString CompareText::happening(const ComparedRuns& runs, Side side, const Say& say) {
    const compare::Place& place = runs.place(side);
    if (place.seq != kNoSeq) return say(runs.log(side), place.explanation);
    if (!place.go) return tr("There is no such event.");
    return place.programOver ? tr("The program ends before %1 comes here.").arg(goName(place.go))
                             : tr("%1 has ended and does not come here.").arg(goName(place.go));
}

QString CompareText::setting(const ComparedRuns& runs, const Setting& s) {
    QString name;
    switch (s.kind) {
    case Setting::Kind::Rule: name = tr("the rule %1").arg(fromUtf8(s.name)); break;
    case Setting::Kind::Seed: name = tr("the seed"); break;
    case Setting::Kind::Procs: name = tr("the number of Ps"); break;
    case Setting::Kind::Arguments: name = tr("the arguments"); break;
    case Setting::Kind::Signals: name = tr("the signals"); break;
    }
    auto value = [](const std::string& text) { return text.empty() ? tr("none") : fromUtf8(text); };
    return tr("%1, %2 in %3 and %4 in %5").arg(name, value(s.a), runs.label(Side::A), value(s.b), runs.label(Side::B));
}

QString CompareText::cause(const ComparedRuns& runs) {
    const compare::Cause& cause = runs.cause();
    switch (cause.unknown) {
    case Unknown::None: break;
    case Unknown::SameSettings: return tr("Both were run with the same settings.");
    case Unknown::OtherPrograms: return tr("The programs themselves differ.");
    case Unknown::NotReproduced:
        return tr("Run again, the program does not do what the recordings hold; they come from another version of Unwind or "
                  "had other limits.");
    case Unknown::NotRun: return fromUtf8(cause.fault);
    }
    QStringList list;
    for (const Setting& s : cause.settings) list << setting(runs, s);
    const QString words = list.join(tr("; "));
    return list.size() == 1 ? tr("What makes the difference: %1.").arg(words)
           : cause.each     ? tr("Each of these alone makes the difference: %1.").arg(words)
                            : tr("Only together these make the difference: %1.").arg(words);
}

QList<CompareText::Fact> CompareText::facts(const ComparedRuns& runs) {
    const Facts &a = runs.facts(Side::A), &b = runs.facts(Side::B);
    auto code = [](const Facts& f) { return f.exited ? QString::number(f.exitCode) : tr("does not end"); };
    auto reason = [](const Facts& f) { return f.exitReason.empty() ? f.exited ? tr("return or os.Exit") : QString() : fromUtf8(f.exitReason); };
    auto number = [&](const QString& name, size_t Facts::*fact) {
        return Fact{name, grouped(a.*fact), grouped(b.*fact)};
    };
    return {{tr("Exit code"), code(a), code(b)},
            {tr("Ends by"), reason(a), reason(b)},
            number(tr("Deferred calls stored"), &Facts::defersStored),
            number(tr("Deferred calls run"), &Facts::defersRun),
            number(tr("Deferred calls skipped"), &Facts::defersSkipped),
            number(tr("Panics"), &Facts::panics),
            number(tr("Panics recovered"), &Facts::recovered),
            number(tr("Goexits"), &Facts::goexits),
            number(tr("Goexits intercepted"), &Facts::intercepted),
            number(tr("Goroutines"), &Facts::goroutines),
            number(tr("Goroutines finished"), &Facts::finished)};
}

QList<CompareText::Line> CompareText::output(const ComparedRuns& runs, Side side) {
    const QStringList mine = linesOf(runs.facts(side)), other = linesOf(runs.facts(side == Side::A ? Side::B : Side::A));
    auto steps = [](const QStringList& lines) {
        std::vector<compare::Step> list;
        for (const QString& line : lines) list.push_back({qHash(line), 0});
        return list;
    };
    QList<Line> lines;
    for (const QString& line : mine) lines.append({line, true});
    for (const auto& [i, j] : compare::matchSteps(steps(mine), steps(other))) lines[qsizetype(i)].own = false;
    return lines;
}

} // namespace unwind::widgets
