// Profiles of people's own: {"name": …, "description": …, "base": "go1.25", "rules": {"panic-nil": "nil"}}. Everything but
// the name may be left out. What is wrong is told in one sentence with the key and what may stand there.
#include "profile/profile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace unwind::profile {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kKeys = {"name", "description", "base", "rules"};

/// The text of a key, or a sentence why it can not be had.
Result<std::string> text(const Json& json, const char* key, std::string_view file) {
    if (!json.contains(key)) return std::string();
    if (json[key].is_string()) return json[key].get<std::string>();
    return Error{fmt::format("{}: the value of \"{}\" is {}; it must be a text in quotes.", file, key, json[key].dump())};
}

Status checkKeys(const Json& json, std::string_view file) {
    for (const auto& [key, value] : json.items())
        if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
            return Error{fmt::format("{}: there is no key \"{}\"; the keys are {}.", file, key, fmt::join(kKeys, ", "))};
    return ok();
}

Status setRules(Profile& profile, const Json& json, std::string_view file) {
    if (!json.contains("rules")) return ok();
    const Json& rules = json["rules"];
    if (!rules.is_object())
        return Error{fmt::format("{}: the value of \"rules\" is {}; it must be an object of rules and values.", file, rules.dump())};
    for (const auto& [name, value] : rules.items()) {
        const std::string word = value.is_string() ? value.get<std::string>() : value.dump();
        if (Status status = setRule(profile, name + "=" + word); !status)
            return Error{fmt::format("{}: {}", file, status.error())};
    }
    return ok();
}

} // namespace

Result<Profile> fromJson(std::string_view source, std::string_view file) {
    const Json json = Json::parse(source, nullptr, false);
    if (json.is_discarded()) return Error{fmt::format("{} is not valid JSON; mend it, or save the profile again.", file)};
    if (!json.is_object()) return Error{fmt::format("{}: a profile is an object with the keys {}.", file, fmt::join(kKeys, ", "))};
    if (Status status = checkKeys(json, file); !status) return Error{status.error()};
    auto name = text(json, "name", file), description = text(json, "description", file), base = text(json, "base", file);
    for (const auto* value : {&name, &description, &base})
        if (!*value) return Error{value->error()};
    if (name->empty()) return Error{fmt::format("{}: the key \"name\" is missing; give the profile a name.", file)};
    if (base->empty()) *base = profiles().front().name;
    if (base->ends_with(".json"))
        return Error{fmt::format("{}: the base \"{}\" is a file; it must be a profile that Unwind brings along.", file, *base)};
    auto profile = find(*base);
    if (!profile) return Error{fmt::format("{}: {}", file, profile.error())};
    for (const Profile& shipped : profiles())
        if (shipped.name == *name) return Error{fmt::format("{}: the name \"{}\" is taken; choose another one.", file, *name)};
    profile->name = *name;
    profile->description = *description;
    if (Status status = setRules(*profile, json, file); !status) return Error{status.error()};
    return profile;
}

std::string toJson(const Profile& profile, const Profile& base) {
    Json json{{"name", profile.name}, {"description", profile.description}, {"base", base.name}, {"rules", Json::object()}};
    for (const Rule& r : rules())
        if (r.get(profile) != r.get(base)) json["rules"][std::string(r.name)] = r.valueIn(profile).name;
    return json.dump(2) + "\n";
}

} // namespace unwind::profile
