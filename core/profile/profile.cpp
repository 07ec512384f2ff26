#include "profile/profile.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::profile {
namespace {

Profile released(std::string name, RepanicPrint repanic, std::string description) {
    Profile p;
    p.name = std::move(name);
    p.description = std::move(description);
    p.repanicPrint = repanic;
    return p;
}

// §2.1 of the article runs deferred calls on Goexit, §2.2 says they are skipped. The first is what every release does,
// so it is the default of both article profiles; the second is a rule value to switch on.
Profile article124() {
    Profile p = released("article-1.24", RepanicPrint::TwoLines,
                         "Go 1.24 as the article describes it: recover gives nil outside deferred functions and during "
                         "Goexit; Goexit passes through runnable on its way to dead.");
    p.goexitStatusPath = GoexitStatusPath::ViaRunnable;
    return p;
}

// The title says that recover captures Goexit, §3.3's table that it gives nil: intercept is the title's reading.
Profile article125() {
    Profile p = released("article-1.25", RepanicPrint::Repanicked,
                         "Go 1.25 as the article describes it: recover outside a deferred function is a run-time error, "
                         "and recover during Goexit intercepts it.");
    p.recoverOutsideDeferred = RecoverOutsideDeferred::RuntimeError;
    p.recoverDuringGoexit = RecoverDuringGoexit::Intercept;
    p.goexitStatusPath = GoexitStatusPath::ViaRunnable;
    return p;
}

template <auto Member>
Rule rule(std::string_view name, std::string_view sentence, std::vector<RuleValue> values) {
    return {name, sentence, std::move(values), [](const Profile& p) { return uint8_t(p.*Member); },
            [](Profile& p, uint8_t v) { p.*Member = std::remove_reference_t<decltype(p.*Member)>(v); }};
}

} // namespace

std::span<const Profile> profiles() {
    static const std::vector<Profile> all{
        released("go1.25", RepanicPrint::Repanicked, "Go 1.25 as released."),
        released("go1.24", RepanicPrint::TwoLines, "Go 1.24 as released."),
        article125(),
        article124(),
    };
    return all;
}

std::span<const Rule> rules() {
    static const std::vector<Rule> all{
        rule<&Profile::recoverOutsideDeferred>(
            "recover-outside-deferred", "What recover does when its caller is not a deferred function.",
            {{"nil", "It returns nil and changes nothing.", "runtime/panic.go, gorecover"},
             {"runtime-error", "It raises a run-time error.", "article §1"}}),
        rule<&Profile::recoverDuringGoexit>(
            "recover-during-goexit", "What recover does in a deferred call that runs because of runtime.Goexit.",
            {{"nil", "It returns nil: Goexit is not a panic.", "runtime/panic.go, gorecover"},
             {"observe", "It returns a runtime.GoexitSignal, and the goroutine still exits.", "article §3"},
             {"intercept", "It returns a runtime.GoexitSignal and the goroutine goes on.", "article, title and §3"}}),
        rule<&Profile::goexitRunsDefers>("goexit-runs-defers", "Whether runtime.Goexit runs the deferred calls.",
                                         {{"yes", "All of them, last in first out.", "runtime/panic.go, Goexit"},
                                          {"no", "None of them.", "article §2.2"}}),
        rule<&Profile::goexitSurvivesRecover>(
            "goexit-survives-recover", "Whether a Goexit goes on after a panic in one of its deferred calls is recovered.",
            {{"yes", "The goroutine still exits.", "Go 1.14, issue 29226"},
             {"no", "The recovering frame returns normally.", "Go before 1.14"}}),
        rule<&Profile::goexitStatusPath>("goexit-status", "The status changes of a goroutine that ends.",
                                         {{"direct", "_Grunning to _Gdead.", "runtime/proc.go, goexit0"},
                                          {"via-runnable", "_Grunning to _Grunnable to _Gdead.", "article §2.1"}}),
        rule<&Profile::panicNil>("panic-nil", "What panic(nil) raises.",
                                 {{"error", "A *runtime.PanicNilError.", "Go 1.21 release notes"},
                                  {"nil", "The nil value itself.", "Go up to 1.20"}}),
        rule<&Profile::repanicPrint>("repanic-print", "How raising a recovered value again is printed.",
                                     {{"repanicked", "One line, marked [recovered, repanicked].", "Go 1.25 release notes"},
                                      {"two-lines", "Both panics, one line each.", "Go up to 1.24"}}),
    };
    return all;
}

Result<Profile> find(std::string_view name) {
    for (const Profile& p : profiles())
        if (p.name == name) return p;
    std::string names;
    for (const Profile& p : profiles()) names += (names.empty() ? "" : ", ") + p.name;
    return Error{fmt::format("There is no profile named {}; choose one of {}.", name, names)};
}

Status setRule(Profile& profile, std::string_view assignment) {
    size_t equals = assignment.find('=');
    std::string_view name = assignment.substr(0, equals);
    for (const Rule& r : rules()) {
        if (r.name != name) continue;
        std::string values;
        for (size_t i = 0; i < r.values.size(); ++i) {
            if (equals != assignment.npos && r.values[i].name == assignment.substr(equals + 1)) {
                r.set(profile, uint8_t(i));
                return ok();
            }
            values += (values.empty() ? "" : ", ") + std::string(r.values[i].name);
        }
        return Error{fmt::format("Rule {} takes one of {}; write --rule {}=VALUE.", name, values, name)};
    }
    return Error{fmt::format("There is no rule named {}; \"unwind profiles\" lists the rules and their values.", name)};
}

std::string_view requested(std::string_view text) {
    constexpr std::string_view mark = "//unwind:profile ";
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with("package ")) break;
        if (line.starts_with(mark)) {
            line.remove_prefix(mark.size());
            size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
            return line.substr(begin, line.find_first_of(" \t\r", begin) - begin);
        }
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return {};
}

} // namespace unwind::profile
