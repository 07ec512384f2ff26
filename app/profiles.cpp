// profiles: every rule with its values, where each comes from and which profiles have it; or one profile, rule by rule.
#include "app/commands.h"
#include "profile/profile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace unwind::app {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const profile::Profile& p) {
    Json values = Json::object();
    for (const auto& rule : profile::rules()) values[std::string(rule.name)] = rule.valueIn(p).name;
    return {{"name", p.name}, {"description", p.description}, {"rules", values}};
}

Json toJson(const profile::Rule& rule) {
    Json values = Json::array();
    for (const auto& v : rule.values) values.push_back({{"name", v.name}, {"meaning", v.sentence}, {"source", v.source}});
    return {{"name", rule.name}, {"about", rule.sentence}, {"default", rule.valueIn({}).name}, {"values", values}};
}

void printJson() {
    Json all{{"profiles", Json::array()}, {"rules", Json::array()}};
    for (const auto& p : profile::profiles()) all["profiles"].push_back(toJson(p));
    for (const auto& rule : profile::rules()) all["rules"].push_back(toJson(rule));
    fmt::print("{}\n", all.dump(2));
}

/// The shipped profiles that have this value.
std::string holders(const profile::Rule& rule, size_t value) {
    std::string names;
    for (const auto& p : profile::profiles())
        if (rule.get(p) == value) names += (names.empty() ? "" : ", ") + p.name;
    return names.empty() ? "no profile" : names;
}

void printAll() {
    for (const auto& p : profile::profiles()) fmt::print("{}\n    {}\n", p.name, p.description);
    for (const auto& rule : profile::rules()) {
        fmt::print("\n{}: {}\n", rule.name, rule.sentence);
        for (size_t i = 0; i < rule.values.size(); ++i) {
            const auto& v = rule.values[i];
            fmt::print("    {:<16} {} ({})\n    {:<16} in {}\n", v.name, v.sentence, v.source, "", holders(rule, i));
        }
    }
}

void printOne(const profile::Profile& p) {
    fmt::print("{}\n    {}\n\n", p.name, p.description);
    for (const auto& rule : profile::rules()) {
        const auto& v = rule.valueIn(p);
        fmt::print("{}={}\n    {} {} ({})\n", rule.name, v.name, rule.sentence, v.sentence, v.source);
    }
}

} // namespace

int profiles(const Arguments& arguments) {
    if (arguments.files.empty()) {
        if (arguments.json) printJson();
        else printAll();
        return 0;
    }
    auto one = profile::find(arguments.files.front());
    if (!one) return fail(one.error());
    if (arguments.json) fmt::print("{}\n", toJson(*one).dump(2));
    else printOne(*one);
    return 0;
}

} // namespace unwind::app
