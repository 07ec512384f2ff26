#include "profile/profile.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace unwind::profile {
namespace {

Result<Profile> readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{fmt::format("The profile {} can not be read: {}; check the name.", path, std::strerror(errno))};
    const std::string text(std::istreambuf_iterator<char>(in), {});
    return fromJson(text, path.substr(path.rfind('/') + 1));
}

} // namespace

const Rule* findRule(std::string_view name) {
    for (const Rule& r : rules())
        if (r.name == name) return &r;
    return nullptr;
}

Result<Profile> find(std::string_view name) {
    if (name.ends_with(".json")) return readFile(std::string(name));
    std::string names;
    for (const Profile& p : profiles()) {
        if (p.name == name) return p;
        names += (names.empty() ? "" : ", ") + p.name;
    }
    return Error{fmt::format("There is no profile named {}; choose one of {}, or a file that ends with .json.", name, names)};
}

std::string languageName(Language language) {
    return fmt::format("go1.{}", 19 + int(language));
}

Status setRule(Profile& profile, std::string_view assignment) {
    const size_t equals = assignment.find('=');
    const std::string_view name = assignment.substr(0, equals);
    const Rule* rule = findRule(name);
    if (!rule) {
        std::string names;
        for (const Rule& r : rules()) names += (names.empty() ? "" : ", ") + std::string(r.name);
        return Error{fmt::format("There is no rule named {}; the rules are {}.", name, names)};
    }
    const std::string_view value = equals == assignment.npos ? "" : assignment.substr(equals + 1);
    std::string values;
    for (size_t i = 0; i < rule->values.size(); ++i) {
        if (equals != assignment.npos && rule->values[i].name == value) {
            rule->set(profile, uint8_t(i));
            return ok();
        }
        values += (values.empty() ? "" : ", ") + std::string(rule->values[i].name);
    }
    return Error{fmt::format("Rule {} can not be \"{}\"; it takes one of {}.", name, value, values)};
}

std::vector<std::string> assignments(const Profile& profile) {
    std::vector<std::string> list;
    for (const Rule& r : rules()) list.push_back(fmt::format("{}={}", r.name, r.valueIn(profile).name));
    return list;
}

std::vector<std::string> differences(const Profile& profile, const Profile& base) {
    std::vector<std::string> list;
    for (const Rule& r : rules())
        if (r.get(profile) != r.get(base)) list.push_back(fmt::format("{}={}", r.name, r.valueIn(profile).name));
    return list;
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
