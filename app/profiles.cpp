#include "app/commands.h"
#include "profile/profile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace unwind::app {
namespace {

nlohmann::json toJson(const profile::Profile& p) {
    nlohmann::json values;
    for (const auto& rule : profile::rules()) values[std::string(rule.name)] = rule.values[rule.get(p)].name;
    return {{"name", p.name}, {"description", p.description}, {"rules", values}};
}

nlohmann::json toJson(const profile::Rule& rule) {
    nlohmann::json values;
    for (const auto& v : rule.values) values.push_back({{"name", v.name}, {"meaning", v.sentence}, {"source", v.source}});
    return {{"name", rule.name}, {"about", rule.sentence}, {"values", values}};
}

int printJson() {
    nlohmann::json all{{"profiles", nlohmann::json::array()}, {"rules", nlohmann::json::array()}};
    for (const auto& p : profile::profiles()) all["profiles"].push_back(toJson(p));
    for (const auto& rule : profile::rules()) all["rules"].push_back(toJson(rule));
    fmt::print("{}\n", all.dump(2));
    return 0;
}

} // namespace

int profiles(const Arguments& arguments) {
    if (arguments.json) return printJson();
    for (const auto& p : profile::profiles()) {
        fmt::print("{}\n    {}\n", p.name, p.description);
        for (const auto& rule : profile::rules()) fmt::print("    {}={}\n", rule.name, rule.values[rule.get(p)].name);
    }
    fmt::print("\nRules\n");
    for (const auto& rule : profile::rules()) {
        fmt::print("  {}: {}\n", rule.name, rule.sentence);
        for (const auto& v : rule.values) fmt::print("    {:<14} {} ({})\n", v.name, v.sentence, v.source);
    }
    return 0;
}

} // namespace unwind::app
