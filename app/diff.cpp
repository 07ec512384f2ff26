#include "app/commands.h"
#include "compare/report.h"
#include "session/load.h"
#include "session/rerun.h"

#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace unwind::app {
namespace {

using Log = std::unique_ptr<trace::LogReader>;

struct Sides {
    Log a, b;
};

bool isRecording(const std::string& path) { return path.ends_with(".unwind"); }

/// The head of the named program under one side's profile and rules.
Result<trace::Header> headerOf(const Arguments& arguments, const std::vector<SourceFile>& sources, const SideArguments& side) {
    session::Options options = arguments.options;
    options.profile.reset();
    if (!side.profile.empty()) options.profile = side.profile;
    options.rules = side.rules;
    return session::headerOf(sources, options);
}

/// A recording as it is, and its program under another profile.
Result<Sides> recordingAndProfile(const Arguments& arguments, const std::vector<SideArguments>& sides) {
    auto a = trace::LogReader::open(arguments.files.front());
    if (!a) return Error{a.error()};
    std::vector<SourceFile> sources;
    for (const SourceFile& file : (*a)->header().files)
        if (!file.isStd) sources.push_back(file);
    auto header = headerOf(arguments, sources, sides.back());
    if (!header) return Error{header.error()};
    const trace::Header own = compare::settingsOf(**a);
    header->seed = own.seed;
    header->procs = own.procs;
    header->args = own.args;
    header->signals = own.signals;
    header->detail = own.detail;
    auto b = session::rerun(*header, arguments.options);
    if (!b) return Error{b.error()};
    return Sides{std::move(*a), std::move(*b)};
}

Result<Sides> program(const Arguments& arguments, const std::vector<SideArguments>& sides) {
    auto sources = session::readSources(arguments.files);
    if (!sources) return Error{sources.error()};
    Sides made;
    for (Log* log : {&made.a, &made.b}) {
        auto header = headerOf(arguments, *sources, log == &made.a ? sides.front() : sides.back());
        if (!header) return Error{header.error()};
        auto run = session::rerun(*header, arguments.options);
        if (!run) return Error{run.error()};
        *log = std::move(*run);
    }
    return made;
}

Result<Sides> recordings(const std::vector<std::string>& files) {
    auto a = trace::LogReader::open(files[0]);
    if (!a) return Error{a.error()};
    auto b = trace::LogReader::open(files[1]);
    if (!b) return Error{b.error()};
    return Sides{std::move(*a), std::move(*b)};
}

/// One --profile, or only rules, are compared with the file's own profile.
std::vector<SideArguments> sidesOf(const Arguments& arguments) {
    std::vector<SideArguments> sides = arguments.sides;
    if (sides.empty()) return {{}, {{}, arguments.commonRules}};
    for (SideArguments& side : sides) side.rules.insert(side.rules.begin(), arguments.commonRules.begin(), arguments.commonRules.end());
    if (sides.size() == 1) sides.insert(sides.begin(), SideArguments{{}, arguments.commonRules});
    return sides;
}

Result<Sides> load(const Arguments& arguments) {
    const auto& files = arguments.files;
    if (files.empty()) return Error{"diff needs a program and two profiles, or two recordings; \"unwind help\" shows how."};
    const bool hasSides = !arguments.sides.empty() || !arguments.commonRules.empty();
    if (arguments.sides.size() > 2) return Error{"diff compares two profiles; more than two are named."};
    if (files.size() == 2 && isRecording(files[0]) && isRecording(files[1])) {
        if (hasSides) return Error{"Two recordings are compared as they are; leave --profile and --rule out."};
        return recordings(files);
    }
    if (!hasSides) return Error{"diff needs something to compare: --profile A --profile B, one of them, or --rule NAME=VALUE."};
    if (!isRecording(files[0])) return program(arguments, sidesOf(arguments));
    if (files.size() > 1 || arguments.sides.size() > 1) return Error{"One recording is compared with one profile."};
    return recordingAndProfile(arguments, sidesOf(arguments));
}

nlohmann::json toJson(const trace::LogReader& log, const compare::Place& place) {
    nlohmann::json json{{"happening", compare::happening(log, place)}};
    json["event"] = place.seq == kNoSeq ? nlohmann::json() : nlohmann::json(place.seq + 1);
    if (place.seq != kNoSeq) json["kind"] = trace::kindName(place.kind);
    if (place.go) json["goroutine"] = place.go.value;
    if (!place.at.line) return json;
    json["file"] = log.filePath(place.at.file);
    json["line"] = place.at.line;
    json["column"] = place.at.column;
    return json;
}

nlohmann::json toJson(const compare::Cause& cause) {
    nlohmann::json settings = nlohmann::json::array();
    for (const compare::Setting& s : cause.settings)
        settings.push_back({{s.kind == compare::Setting::Kind::Rule ? "rule" : "option", s.name}, {"a", s.a}, {"b", s.b}});
    static const char* const unknown[] = {"", "same settings", "other programs", "not reproduced", "not run"};
    return {{"settings", settings},     {"each", cause.each},   {"undone", cause.undone},
            {"runs", cause.runs},       {"fault", cause.fault}, {"unknown", unknown[size_t(cause.unknown)]}};
}

nlohmann::json toJson(const trace::LogReader& log, const std::string& label, const compare::Facts& f) {
    return {{"label", label},
            {"profile", log.header().profile},
            {"events", log.size()},
            {"stdout", f.out},
            {"stderr", f.err},
            {"exitCode", f.exited ? nlohmann::json(f.exitCode) : nlohmann::json()},
            {"exitReason", f.exitReason},
            {"defers", {{"stored", f.defersStored}, {"run", f.defersRun}, {"skipped", f.defersSkipped}}},
            {"panics", {{"begun", f.panics}, {"recovered", f.recovered}}},
            {"goexits", {{"begun", f.goexits}, {"intercepted", f.intercepted}}},
            {"goroutines", {{"made", f.goroutines}, {"finished", f.finished}}}};
}

nlohmann::json toJson(const compare::Comparison& c, const Sides& sides, const compare::Cause& cause) {
    static const char* const kinds[] = {"none", "schedule", "behaviour"};
    const auto labels = compare::labels(sides.a->header(), sides.b->header());
    nlohmann::json json{{"difference", kinds[size_t(c.divergence.difference)]},
                        {"a", toJson(*sides.a, labels[0], c.a.facts)},
                        {"b", toJson(*sides.b, labels[1], c.b.facts)}};
    if (c.divergence.difference == compare::Difference::None) return json;
    json["divergence"] = {{"a", toJson(*sides.a, c.divergence.a)},
                          {"b", toJson(*sides.b, c.divergence.b)},
                          {"cause", toJson(cause)},
                          {"sentence", compare::causeSentence(cause, labels)}};
    return json;
}

/// As diff does, 1 means that there is a difference and 2 that it could not be looked for.
int trouble(const std::string& sentence) {
    fail(sentence);
    return 2;
}

} // namespace

int diff(const Arguments& arguments) {
    auto sides = load(arguments);
    if (!sides) return trouble(sides.error());
    if (!arguments.output.empty())
        if (Status status = sides->b->save(arguments.output); !status) return trouble(status.error());
    const compare::Comparison comparison = compare::compare(*sides->a, *sides->b);
    const bool differs = comparison.divergence.difference != compare::Difference::None;
    compare::Cause cause;
    auto rerun = [&](const trace::Header& header) { return session::rerun(header, arguments.options); };
    if (differs) cause = compare::findCause(comparison, *sides->a, *sides->b, rerun);
    // Texts of programs need not be UTF-8.
    const auto replace = nlohmann::json::error_handler_t::replace;
    if (arguments.json) fmt::print("{}\n", toJson(comparison, *sides, cause).dump(2, ' ', false, replace));
    else fmt::print("{}", compare::report(comparison, *sides->a, *sides->b, cause));
    return differs;
}

} // namespace unwind::app
