#include "compare/report.h"

#include "profile/profile.h"
#include "trace/printer.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::compare {
namespace {

using trace::LogReader;

std::string labelOf(const trace::Header& header) {
    std::string label = header.profile;
    const auto named = profile::find(header.profile);
    if (!named) return label;
    const char* joint = " with ";
    for (const std::string& assignment : header.rules) {
        profile::Profile changed = *named;
        if (!profile::setRule(changed, assignment)) continue; // a rule of another version
        for (const profile::Rule& rule : profile::rules()) {
            if (rule.get(changed) == rule.get(*named)) continue;
            label += joint + assignment;
            joint = ", ";
        }
    }
    return label;
}

std::string_view meaning(const Setting& setting, const std::string& value, std::string_view profile::RuleValue::*fact) {
    for (const profile::Rule& rule : profile::rules())
        for (const profile::RuleValue& v : rule.values)
            if (rule.name == setting.name && v.name == value) return v.*fact;
    return {};
}

std::string valueText(const Setting& s, const std::string& value) {
    if (s.kind != Setting::Kind::Rule) return value.empty() ? "none" : value;
    std::string sentence(meaning(s, value, &profile::RuleValue::sentence));
    if (sentence.ends_with('.')) sentence.pop_back();
    return fmt::format("{} ({}; {})", value, sentence, meaning(s, value, &profile::RuleValue::source));
}

std::string settingText(const Setting& s, const std::array<std::string, 2>& labels) {
    return fmt::format("{}{} is {} in {} and {} in {}", s.kind == Setting::Kind::Rule ? "the rule " : "", s.name,
                       valueText(s, s.a), labels[0], valueText(s, s.b), labels[1]);
}

std::string eventNumber(const Place& place) {
    return place.seq == kNoSeq ? "none" : fmt::format("#{}", place.seq + 1);
}

std::string headline(const Comparison& c, const LogReader& a, const LogReader& b) {
    const Divergence& d = c.divergence;
    const auto [labelA, labelB] = labels(a.header(), b.header());
    if (d.difference == Difference::None)
        return c.cut == kNoSeq ? "no difference"
                               : fmt::format("no difference in the first {} events; what follows was not kept", c.cut);
    if (d.difference == Difference::Schedule)
        return fmt::format("Every goroutine does the same in {} and {}; their order parts at event #{}.", labelA, labelB, d.index + 1);
    std::string place = placeText(a, d.a);
    if (const std::string other = placeText(b, d.b); other != place) place += fmt::format(" and {}", other);
    const GoId go = d.a.go ? d.a.go : d.b.go;
    return fmt::format("{} and {} part at {}{} (events {} and {}).", labelA, labelB, place,
                       go ? fmt::format(", in G{}", go.value) : "", eventNumber(d.a), eventNumber(d.b));
}

std::string outputLines(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        lines += fmt::format("    {}\n", line);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return lines.empty() ? "    (nothing)\n" : lines;
}

std::string outputs(std::string_view name, const std::string& a, const std::string& b, const std::array<std::string, 2>& labels) {
    if (a == b) return a.empty() ? "" : fmt::format("{} (the same)\n{}", name, outputLines(a));
    return fmt::format("{} in {}\n{}{} in {}\n{}", name, labels[0], outputLines(a), name, labels[1], outputLines(b));
}

} // namespace

std::array<std::string, 2> labels(const trace::Header& a, const trace::Header& b) {
    std::array<std::string, 2> names{labelOf(a), labelOf(b)};
    if (names[0] == names[1]) {
        for (size_t i = 0; i < 2; ++i) {
            const trace::Header& h = i ? b : a;
            if (a.seed != b.seed) names[i] += fmt::format(", seed {}", h.seed);
            if (a.procs != b.procs) names[i] += fmt::format(", {} P", h.procs);
        }
    }
    if (names[0] == names[1]) names[0] += " (first)", names[1] += " (second)";
    return names;
}

std::string placeText(const LogReader& log, const Place& place) {
    if (!place.at.line) return "the program's end";
    const std::string text = trace::positionText(log, place.at);
    return text.substr(0, text.rfind(':')); // a line is enough
}

std::string happening(const LogReader& log, const Place& place) {
    if (place.seq != kNoSeq) return state::sentence(log, place.explanation);
    if (!place.go) return "There is no such event.";
    if (place.programOver) return fmt::format("The program ends before G{} comes here.", place.go.value);
    return fmt::format("G{} has ended and does not come here.", place.go.value);
}

std::string causeSentence(const Cause& cause, const std::array<std::string, 2>& labels) {
    switch (cause.unknown) {
    case Unknown::None: break;
    case Unknown::SameSettings: return "Both were run with the same settings.";
    case Unknown::OtherPrograms: return "The programs themselves differ.";
    case Unknown::NotReproduced:
        return "Run again, the program does not do what the recordings hold; they come from another version of Unwind or had "
               "other limits.";
    case Unknown::NotRun: return cause.fault;
    }
    std::string text;
    for (const Setting& s : cause.settings) text += (text.empty() ? "" : "; ") + settingText(s, labels);
    const std::string proof = cause.runs ? fmt::format(" Found by running the program {} times.", cause.runs) : "";
    if (cause.settings.size() == 1) return fmt::format("The cause: {}.{}", text, proof);
    return fmt::format("{}: {}.{}", cause.each ? "Each of these alone is cause enough" : "The cause is all of these together", text,
                       proof);
}

std::vector<FactRow> factRows(const Facts& a, const Facts& b) {
    std::vector<FactRow> rows;
    auto row = [&](const char* name, auto value) { rows.push_back({name, value(a), value(b)}); };
    auto number = [&](const char* name, size_t Facts::*fact) {
        row(name, [&](const Facts& f) { return fmt::format("{}", f.*fact); });
    };
    row("exit code", [](const Facts& f) { return f.exited ? fmt::format("{}", f.exitCode) : "does not end"; });
    row("ends by", [](const Facts& f) { return f.exitReason.empty() ? f.exited ? "return or os.Exit" : "-" : f.exitReason; });
    number("deferred calls stored", &Facts::defersStored);
    number("deferred calls run", &Facts::defersRun);
    number("deferred calls skipped", &Facts::defersSkipped);
    number("panics", &Facts::panics);
    number("panics recovered", &Facts::recovered);
    number("Goexits", &Facts::goexits);
    number("Goexits intercepted", &Facts::intercepted);
    number("goroutines", &Facts::goroutines);
    number("goroutines finished", &Facts::finished);
    return rows;
}

std::string report(const Comparison& c, const LogReader& a, const LogReader& b, const Cause& cause) {
    const auto names = labels(a.header(), b.header());
    std::string text = headline(c, a, b) + "\n";
    if (c.divergence.difference == Difference::None) return text;
    text += fmt::format("  {}: {}\n", names[0], happening(a, c.divergence.a));
    text += fmt::format("  {}: {}\n", names[1], happening(b, c.divergence.b));
    text += causeSentence(cause, names) + "\n\n";
    size_t width = std::max<size_t>(names[0].size(), 16);
    text += fmt::format("{:<26}{:<{}}  {}\n", "", names[0], width, names[1]);
    for (const FactRow& row : factRows(c.a.facts, c.b.facts))
        text += fmt::format("{:<2}{:<24}{:<{}}  {}\n", row.differs() ? "*" : "", row.name, row.a, width, row.b);
    text += "\n" + outputs("standard output", c.a.facts.out, c.b.facts.out, names);
    text += outputs("standard error", c.a.facts.err, c.b.facts.err, names);
    return text;
}

} // namespace unwind::compare
