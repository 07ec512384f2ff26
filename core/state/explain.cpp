#include "state/explainer.h"

#include <fmt/format.h>

namespace unwind::state {

using trace::Kind;

Explanation Explainer::make(std::string_view code, std::initializer_list<ExplainArg> args, std::string rule) const {
    return {std::string(code), args, std::move(rule), event.go};
}

ExplainArg Explainer::panic(PanicId id) const {
    ExplainArg arg{ExplainArg::Type::Panic, id.value, {}};
    for (const Goroutine* g : {is(), was()}) {
        const Panic* p = g ? g->findPanic(id) : nullptr;
        if (!p)
            continue;
        arg.text = p->goexit ? "runtime.Goexit" : std::string(log.string(p->value));
        break;
    }
    return arg;
}

ExplainArg Explainer::functionAt(uint64_t depth) const {
    for (const Goroutine* g : {was(), is()}) {
        if (g && depth < g->frames.size())
            return function(g->frames[depth].function);
    }
    return text("the function");
}

const Defer* Explainer::defer(DeferId id) const {
    for (const Goroutine* g : {is(), was()}) {
        if (const Defer* d = g ? g->findDefer(id) : nullptr)
            return d;
    }
    return nullptr;
}

ExplainArg Explainer::deferredFunction(DeferId id) const {
    const Defer* d = defer(id);
    return d ? function(d->function) : text("the deferred call");
}

std::string_view Explainer::ruleValue(std::string_view name) const {
    for (const std::string& rule : log.header().rules) {
        if (rule.size() > name.size() && rule.starts_with(name) && rule[name.size()] == '=') {
            return std::string_view(rule).substr(name.size() + 1);
        }
    }
    return {};
}

std::string Explainer::rule(std::string_view name, std::string_view source) const {
    const std::string_view value = ruleValue(name);
    return value.empty() ? std::string(source) : fmt::format("{}={} · {}", name, value, source);
}

Explanation explain(const trace::LogReader& log, const trace::Event& event, const Snapshot& before,
                    const Snapshot& after) {
    const Explainer x(log, event, before, after);
    if (event.kind <= Kind::TimerFire)
        return explainScheduling(x);
    if (event.kind <= Kind::Throw)
        return explainUnwinding(x);
    return explainObjects(x);
}

std::string argumentText(const trace::LogReader& log, const ExplainArg& arg) {
    switch (arg.type) {
    case ExplainArg::Type::Go: return arg.value ? fmt::format("G{}", arg.value) : "the scheduler";
    case ExplainArg::Type::Proc: {
        const ProcId proc = trace::unpackProc(arg.value);
        return proc == kNoProc ? "no P" : fmt::format("P{}", proc.value);
    }
    case ExplainArg::Type::Function: return std::string(log.functionName(FuncId{uint32_t(arg.value)}));
    case ExplainArg::Type::Position: {
        const SourcePos pos = trace::unpackPos(arg.value);
        if (!pos.isValid())
            return "?";
        std::string_view path = log.filePath(pos.file);
        path.remove_prefix(path.rfind('/') + 1); // npos + 1 is 0
        return fmt::format("{}:{}", path, pos.line);
    }
    case ExplainArg::Type::Number: return fmt::format("{}", int64_t(arg.value));
    case ExplainArg::Type::Panic: return arg.text.empty() ? fmt::format("#{}", arg.value) : arg.text;
    case ExplainArg::Type::Text:
    case ExplainArg::Type::Code: break;
    }
    return arg.text;
}

std::string fillTemplate(std::string_view pattern, std::span<const std::string> args) {
    std::string out;
    for (size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                           size_t(pattern[i + 1] - '0') < args.size();
        if (!place) {
            out += pattern[i];
            continue;
        }
        out += args[size_t(pattern[i + 1] - '0')];
        i += 2;
    }
    return out;
}

std::string sentence(const trace::LogReader& log, const Explanation& explanation) {
    std::vector<std::string> args;
    for (const ExplainArg& arg : explanation.args)
        args.push_back(argumentText(log, arg));
    return fillTemplate(englishTemplate(explanation.code), args);
}

} // namespace unwind::state
