#include "lesson/pattern.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace unwind::lesson {
namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<size_t> row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0]++;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row[b.size()];
}

// "2" for a goroutine means "G2": values are compared with how the log prints them.
std::string printed(char tag, std::string value) {
    constexpr std::string_view tags = "gpmdn", prefixes = "GPMdp";
    const size_t at = tags.find(tag);
    return at != tags.npos && isNumber(value) ? prefixes[at] + value : value;
}

Status checkCode(trace::Kind kind, size_t argument, const std::string& value) {
    std::vector<std::string_view> names;
    for (uint64_t code = 0; !trace::codeText(kind, argument, code).empty(); ++code) names.push_back(trace::codeText(kind, argument, code));
    if (std::find(names.begin(), names.end(), value) != names.end()) return ok();
    return Error{fmt::format("{} of {} is never \"{}\"; it is one of {}", trace::kindArgName(kind, argument), trace::kindName(kind), value,
                             fmt::join(names, ", "))};
}

bool hasTag(trace::Kind kind, std::string_view tags) {
    for (size_t i = 0; i < trace::kindArgCount(kind); ++i)
        if (tags.find(trace::kindArgTag(kind, i)) != tags.npos) return true;
    return false;
}

bool hasSpecial(trace::Kind kind, std::string_view name) {
    if (name == "func") return hasTag(kind, "fd");
    if (name == "line") return hasTag(kind, "ld");
    return name == "in" || name == "go";
}

Error unknownName(trace::Kind kind, std::string_view name) {
    std::vector<std::string_view> names;
    for (size_t i = 0; i < trace::kindArgCount(kind); ++i) names.push_back(trace::kindArgName(kind, i));
    for (std::string_view special : {"func", "in", "line", "go"})
        if (hasSpecial(kind, special)) names.push_back(special);
    return Error{fmt::format("{} has no \"{}\"; it has {}", trace::kindName(kind), name, fmt::join(names, ", "))};
}

std::string decoded(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        uint8_t byte = 0;
        const char* digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            out += char(byte);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace

Result<std::vector<std::string>> splitWords(std::string_view text) {
    std::vector<std::string> words;
    bool quoted = false, open = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!quoted && (c == ' ' || c == '\t')) {
            open = false;
            continue;
        }
        if (!open) words.emplace_back();
        open = true;
        if (c == '"') quoted = !quoted;
        else if (c == '\\' && quoted && i + 1 < text.size()) words.back() += text[++i];
        else words.back() += c;
    }
    if (quoted) return Error{"a quotation mark is not closed"};
    return words;
}

Result<trace::Kind> kindNamed(std::string_view name) {
    std::string_view nearest;
    size_t least = 4;
    for (size_t i = 0; i < trace::kKindCount; ++i) {
        const std::string_view known = trace::kindName(trace::Kind(i));
        if (known == name) return trace::Kind(i);
        if (const size_t distance = editDistance(known, name); distance < least) {
            least = distance;
            nearest = known;
        }
    }
    if (nearest.empty()) return Error{fmt::format("there is no event \"{}\"; the README of the lessons lists them", name)};
    return Error{fmt::format("there is no event \"{}\"; {} is meant, perhaps", name, nearest)};
}

Status addFilter(Pattern& pattern, std::string_view word) {
    const size_t at = word.find_first_of("=~");
    if (at == word.npos) return Error{fmt::format("\"{}\" is not of the form name=value", word)};
    Filter filter{std::string(word.substr(0, at)), std::string(word.substr(at + 1)), word[at] == '~'};
    if (filter.value.empty()) return Error{fmt::format("\"{}\" has no value", word)};
    if (filter.name == "std") {
        pattern.std = filter.value == "yes";
        if (pattern.std) return ok();
        return Error{"std takes only the value yes"};
    }
    for (size_t i = 0; i < trace::kindArgCount(pattern.kind); ++i) {
        if (trace::kindArgName(pattern.kind, i) != filter.name) continue;
        const char tag = trace::kindArgTag(pattern.kind, i);
        filter.argument = int(i);
        if (tag == 'c' && !filter.contains)
            if (Status status = checkCode(pattern.kind, i, filter.value); !status) return status;
        filter.value = printed(tag, std::move(filter.value));
        pattern.filters.push_back(std::move(filter));
        return ok();
    }
    if (!hasSpecial(pattern.kind, filter.name)) return unknownName(pattern.kind, filter.name);
    if (filter.name == "line" && !isNumber(filter.value)) return Error{fmt::format("line takes a number, not \"{}\"", filter.value)};
    if (filter.name == "go") filter.value = printed('g', std::move(filter.value));
    pattern.filters.push_back(std::move(filter));
    return ok();
}

Result<Pattern> parsePattern(const std::vector<std::string>& words, size_t from, size_t to) {
    if (from >= to) return Error{"the name of an event is missing"};
    auto kind = kindNamed(words[from]);
    if (!kind) return Error{kind.error()};
    Pattern pattern{*kind};
    for (size_t i = from + 1; i < to; ++i)
        if (Status status = addFilter(pattern, words[i]); !status) return Error{status.error()};
    return pattern;
}

Result<Anchor> parseAnchor(std::string_view target) {
    const size_t query = std::min(target.find('?'), target.size());
    const std::string_view path = target.substr(0, query);
    const size_t slash = path.find('/');
    if (slash == path.npos) return Error{"a link to an event is unwind:event/KIND/NUMBER"};
    auto kind = kindNamed(path.substr(0, slash));
    if (!kind) return Error{kind.error()};
    Anchor anchor{Pattern{*kind}};
    const std::string_view number = path.substr(slash + 1);
    if (!isNumber(number) || std::from_chars(number.data(), number.data() + number.size(), anchor.nth).ec != std::errc() || anchor.nth == 0)
        return Error{fmt::format("\"{}\" is not a number from 1: a link to an event is unwind:event/KIND/NUMBER", number)};
    for (std::string_view rest = target.substr(query); !rest.empty();) {
        rest.remove_prefix(1);
        const std::string_view word = rest.substr(0, rest.find('&'));
        if (Status status = addFilter(anchor.pattern, decoded(word)); !status) return Error{status.error()};
        rest.remove_prefix(word.size());
    }
    return anchor;
}

} // namespace unwind::lesson
