#include "compare/cause.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::compare {
namespace {

using trace::Header;

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string_view valueOf(const Header& header, std::string_view rule) {
    for (std::string_view assignment : header.rules)
        if (const size_t equals = assignment.find('='); assignment.substr(0, equals) == rule) return assignment.substr(equals + 1);
    return {};
}

void setRule(Header& header, const std::string& name, const std::string& value) {
    for (std::string& assignment : header.rules)
        if (assignment.substr(0, assignment.find('=')) == name) assignment = name + "=" + value;
}

/// The base's settings, but those named with the values of the other header.
Header with(const Header& base, const std::vector<Setting>& settings, const Header& other) {
    Header header = base;
    for (const Setting& s : settings) {
        switch (s.kind) {
        case Setting::Kind::Rule: setRule(header, s.name, std::string(valueOf(other, s.name))); break;
        case Setting::Kind::Seed: header.seed = other.seed; break;
        case Setting::Kind::Procs: header.procs = other.procs; break;
        case Setting::Kind::Arguments: header.args = other.args; break;
        case Setting::Kind::Signals: header.signals = other.signals; break;
        }
    }
    return header;
}

class Search {
public:
    Search(const Comparison& c, Header a, Header b, const Rerun& rerun)
        : m_comparison(c), m_a(std::move(a)), m_b(std::move(b)), m_rerun(rerun), m_detail(std::min(m_a.detail, m_b.detail)) {}

    Cause run() {
        const std::vector<Setting> all = settingsThatDiffer(m_a, m_b);
        if (all.empty()) m_cause.unknown = Unknown::SameSettings;
        else if (!reproduces()) m_cause.unknown = m_cause.fault.empty() ? Unknown::NotReproduced : Unknown::NotRun;
        else search(all);
        return std::move(m_cause);
    }

private:
    /// Whether a run with these settings does at the place what side b does there.
    bool shows(const Header& header) {
        ++m_cause.runs;
        auto log = m_rerun(header);
        if (!log) {
            if (m_cause.fault.empty()) m_cause.fault = log.error();
            return false;
        }
        return showsB(m_comparison, readCourse(**log, m_detail, std::min(m_comparison.cut, (*log)->size())));
    }

    bool reproduces() { return !shows(m_a) && shows(m_b); }

    void search(const std::vector<Setting>& all) {
        if (all.size() == 1) {
            m_cause.settings = all;
            m_cause.undone = true; // that is the first recording itself
            return;
        }
        std::vector<Setting>& found = m_cause.settings;
        for (const Setting& s : all)
            if (shows(with(m_a, {s}, m_b))) found.push_back(s);
        m_cause.each = found.size() > 1;
        if (found.empty()) found = needed(all);
        m_cause.undone = found.size() == all.size() || !shows(with(m_b, found, m_a));
    }

    /// The smallest set of which nothing can be left out.
    std::vector<Setting> needed(std::vector<Setting> set) {
        for (size_t i = 0; i < set.size();) {
            std::vector<Setting> fewer = set;
            fewer.erase(fewer.begin() + ptrdiff_t(i));
            if (shows(with(m_a, fewer, m_b))) set = std::move(fewer);
            else ++i;
        }
        return set;
    }

    const Comparison& m_comparison;
    const Header m_a, m_b;
    const Rerun& m_rerun;
    trace::Detail m_detail;
    Cause m_cause;
};

} // namespace

Header settingsOf(const trace::LogReader& log) {
    Header header = log.header();
    log.forEach(0, log.size(), [&](const trace::Event& e) {
        if (e.kind == trace::Kind::Signal && e.args[3]) header.signals.push_back(fmt::format("{}@{}ns", log.string(e.args[1]), e.args[3] - 1));
        return true;
    });
    return header;
}

std::vector<Setting> settingsThatDiffer(const Header& a, const Header& b) {
    std::vector<Setting> list;
    for (std::string_view assignment : a.rules) {
        const std::string_view name = assignment.substr(0, assignment.find('='));
        const std::string_view mine = valueOf(a, name), other = valueOf(b, name);
        if (!other.empty() && mine != other)
            list.push_back({Setting::Kind::Rule, std::string(name), std::string(mine), std::string(other)});
    }
    if (a.seed != b.seed) list.push_back({Setting::Kind::Seed, "seed", std::to_string(a.seed), std::to_string(b.seed)});
    if (a.procs != b.procs) list.push_back({Setting::Kind::Procs, "procs", std::to_string(a.procs), std::to_string(b.procs)});
    if (a.args != b.args) list.push_back({Setting::Kind::Arguments, "arguments", joined(a.args), joined(b.args)});
    if (a.signals != b.signals) list.push_back({Setting::Kind::Signals, "signals", joined(a.signals), joined(b.signals)});
    return list;
}

Cause findCause(const Comparison& comparison, const trace::LogReader& a, const trace::LogReader& b, const Rerun& rerun) {
    if (!comparison.samePrograms) return {.unknown = Unknown::OtherPrograms};
    return Search(comparison, settingsOf(a), settingsOf(b), rerun).run();
}

} // namespace unwind::compare
