#include "lesson/evidence.h"

#include "trace/printer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace unwind::lesson {

using trace::Event;
using trace::Kind;

namespace {

// The index of the first argument with a tag, or -1.
int argumentTagged(Kind kind, char tag) {
    for (size_t i = 0; i < trace::kindArgCount(kind); ++i)
        if (trace::kindArgTag(kind, i) == tag) return int(i);
    return -1;
}

bool fits(const Filter& filter, std::string_view actual) {
    return filter.contains ? actual.find(filter.value) != actual.npos : actual == filter.value;
}

} // namespace

Evidence::Evidence(const trace::LogReader& log, At at) : m_log(log), m_at(std::move(at)) {
    log.forEach(0, log.size(), [this](const Event& e) {
        if (e.kind == Kind::DeferPush) m_defers[e.args[0]] = {FuncId{uint32_t(e.args[1])}, trace::unpackPos(e.args[3])};
        return true;
    });
}

bool Evidence::isLibrary(SourcePos pos) const {
    const auto& files = m_log.header().files;
    return pos.file && (pos.file.value > files.size() || files[pos.file.value - 1].isStd);
}

bool Evidence::isLibrary(const Event& event) const {
    switch (event.kind) {
    case Kind::DeferPush:
    case Kind::DeferBegin:
    case Kind::DeferEnd:
    case Kind::DeferSkip: {
        const Deferred* deferred = deferredOf(event);
        return deferred && isLibrary(deferred->at);
    }
    case Kind::RecoverCall: return isLibrary(trace::unpackPos(event.args[4]));
    case Kind::Stmt: return isLibrary(trace::unpackPos(event.args[0]));
    case Kind::Call:
        if (const SourcePos at = trace::unpackPos(event.args[2]); at.isValid()) return isLibrary(at);
        [[fallthrough]];
    case Kind::Return:
    case Kind::FrameDiscard: {
        const trace::FunctionInfo* function = m_log.function(FuncId{uint32_t(event.args[0])});
        return function && function->isStd;
    }
    default: return false;
    }
}

const Evidence::Deferred* Evidence::deferredOf(const Event& event) const {
    const auto it = m_defers.find(event.args[size_t(argumentTagged(event.kind, 'd'))]);
    return it == m_defers.end() ? nullptr : &it->second;
}

bool Evidence::isNamed(FuncId function, const Filter& filter) const {
    if (!function) return false;
    std::string_view name = m_log.functionName(function);
    if (fits(filter, name)) return true;
    constexpr std::string_view package = "main.";
    return name.starts_with(package) && fits(filter, name.substr(package.size()));
}

bool Evidence::matches(const Filter& filter, const Event& event) const {
    if (filter.argument >= 0) {
        const size_t index = size_t(filter.argument);
        const char tag = trace::kindArgTag(event.kind, index);
        if (tag == 's') return fits(filter, m_log.string(event.args[index]));
        if (tag == 'f') return isNamed(FuncId{uint32_t(event.args[index])}, filter);
        return fits(filter, trace::argumentText(m_log, event, index));
    }
    if (filter.name == "go") return fits(filter, event.go ? fmt::format("G{}", event.go.value) : "-");
    if (filter.name == "line") {
        const int at = argumentTagged(event.kind, 'l');
        if (at >= 0) return fits(filter, fmt::format("{}", trace::unpackPos(event.args[size_t(at)]).line));
        const Deferred* deferred = deferredOf(event);
        return deferred && fits(filter, fmt::format("{}", deferred->at.line));
    }
    if (filter.name == "func") {
        if (const int at = argumentTagged(event.kind, 'f'); at >= 0) return isNamed(FuncId{uint32_t(event.args[size_t(at)])}, filter);
        const Deferred* deferred = deferredOf(event);
        return deferred && isNamed(deferred->function, filter);
    }
    const state::Snapshot before = m_at(event.seq); // "in"
    const state::Goroutine* goroutine = before.find(event.go);
    return goroutine && !goroutine->frames.empty() && isNamed(goroutine->frames.back().function, filter);
}

bool Evidence::matches(const Pattern& pattern, const Event& event) const {
    if (event.kind != pattern.kind || (!pattern.std && isLibrary(event))) return false;
    return std::all_of(pattern.filters.begin(), pattern.filters.end(), [&](const Filter& filter) { return matches(filter, event); });
}

template <class F>
void Evidence::forEach(const Pattern& pattern, F&& f) const {
    m_log.forEach(0, m_log.size(), [&](const Event& event) { return event.kind != pattern.kind || !matches(pattern, event) || f(event); });
}

std::optional<Seq> Evidence::find(const Pattern& pattern, size_t nth) const {
    std::optional<Seq> found;
    forEach(pattern, [&](const Event& event) {
        if (--nth == 0) found = event.seq;
        return nth > 0;
    });
    return found;
}

size_t Evidence::count(const Pattern& pattern) const {
    size_t n = 0;
    forEach(pattern, [&](const Event&) { return ++n; });
    return n;
}

bool Evidence::holds(const Condition& c) const {
    switch (c.op) {
    case Condition::Op::Some: return find(c.pattern).has_value();
    case Condition::Op::Count: return count(c.pattern) == c.count;
    case Condition::Op::First: {
        const auto first = find({c.pattern.kind, {}, c.pattern.std});
        return first && first == find(c.pattern);
    }
    case Condition::Op::Last: {
        std::optional<Event> last;
        forEach({c.pattern.kind, {}, c.pattern.std}, [&](const Event& event) {
            last = event;
            return true;
        });
        return last && matches(c.pattern, *last);
    }
    case Condition::Op::Before: {
        const auto a = find(c.pattern), b = find(c.other);
        return a && b && *a < *b;
    }
    }
    return false;
}

Result<Condition> parseCondition(std::string_view text) {
    auto split = splitWords(text);
    if (!split) return Error{split.error()};
    std::vector<std::string> words = std::move(*split);
    if (words.empty()) return Error{"a condition is missing behind \"when\""};
    Condition condition{Condition::Op::Some};
    size_t from = 1, to = words.size();
    if (words[0] == "no") condition.op = Condition::Op::Count;
    else if (words[0] == "first") condition.op = Condition::Op::First;
    else if (words[0] == "last") condition.op = Condition::Op::Last;
    else from = 0;
    if (const auto before = std::find(words.begin(), words.end(), "before"); before != words.end()) {
        if (from != 0) return Error{fmt::format("\"{}\" and \"before\" do not go together", words[0])};
        condition.op = Condition::Op::Before;
        to = size_t(before - words.begin());
        auto other = parsePattern(words, to + 1, words.size());
        if (!other) return Error{other.error()};
        condition.other = std::move(*other);
    } else if (words.back().starts_with("count=")) {
        const std::string_view number = std::string_view(words.back()).substr(6);
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), condition.count);
        if (error != std::errc() || end != number.data() + number.size()) return Error{fmt::format("count takes a number, not \"{}\"", number)};
        if (from != 0) return Error{fmt::format("\"{}\" and \"count\" do not go together", words[0])};
        condition.op = Condition::Op::Count;
        --to;
    }
    auto pattern = parsePattern(words, from, to);
    if (!pattern) return Error{pattern.error()};
    condition.pattern = std::move(*pattern);
    return condition;
}

} // namespace unwind::lesson
