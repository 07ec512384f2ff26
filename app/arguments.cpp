#include "app/arguments.h"

#include <charconv>
#include <fmt/format.h>
#include <getopt.h>

namespace unwind::app {
namespace {

enum Option { Profile = 256, Rule, Seed, Procs, Detail, HeapLimit, View, Format, At, Theme, JsonOption, Chrome,
               Explain, NotRun, Signal, Progress, Source };

const option kOptions[] = {
    {"profile", required_argument, nullptr, Profile}, {"rule", required_argument, nullptr, Rule},
    {"seed", required_argument, nullptr, Seed},       {"procs", required_argument, nullptr, Procs},
    {"detail", required_argument, nullptr, Detail},   {"heap-limit", required_argument, nullptr, HeapLimit},
    {"view", required_argument, nullptr, View},       {"format", required_argument, nullptr, Format},
    {"at", required_argument, nullptr, At},           {"theme", required_argument, nullptr, Theme},
    {"json", no_argument, nullptr, JsonOption},       {"chrome", no_argument, nullptr, Chrome},
    {"explain", no_argument, nullptr, Explain},       {"not-run", no_argument, nullptr, NotRun},
    {"signal", required_argument, nullptr, Signal},   {"progress", no_argument, nullptr, Progress},
    {"source", no_argument, nullptr, Source},         {"output", required_argument, nullptr, 'o'},
    {nullptr, 0, nullptr, 0},
};

template <class T>
Status number(const char* option, const char* text, T low, T high, T& value) {
    const char* end = text + std::string_view(text).size();
    auto [at, error] = std::from_chars(text, end, value);
    if (error == std::errc() && at == end && value >= low && value <= high) return ok();
    return Error{fmt::format("--{} takes a number from {} to {}, not \"{}\".", option, low, high, text)};
}

Status detail(std::string_view text, trace::Detail& value) {
    if (text == "scheduling") value = trace::Detail::Scheduling;
    else if (text == "calls") value = trace::Detail::Calls;
    else if (text == "statements") value = trace::Detail::Statements;
    else return Error{fmt::format("--detail takes scheduling, calls or statements, not \"{}\".", text)};
    return ok();
}

Status apply(int option, const char* value, Arguments& a) {
    switch (option) {
    case Profile:
        a.options.profile = value;
        a.sides.push_back({value, {}});
        break;
    case Rule:
        a.options.rules.push_back(value);
        (a.sides.empty() ? a.commonRules : a.sides.back().rules).push_back(value);
        break;
    case Seed: return number<uint64_t>("seed", value, 0, ~uint64_t{0}, a.options.seed);
    case Procs: return number("procs", value, 1, 64, a.options.procs);
    case Detail: return detail(value, a.options.detail);
    case HeapLimit: {
        size_t mebibytes = 0;
        Status status = number<size_t>("heap-limit", value, 1, 1 << 20, mebibytes);
        a.options.heapLimit = mebibytes << 20;
        return status;
    }
    case View: a.view = value; break;
    case Format: a.format = value; break;
    case At: a.at = value; break;
    case Theme: a.theme = value; break;
    case JsonOption: a.json = true; break;
    case Chrome: a.chrome = true; break;
    case Explain: a.explain = true; break;
    case NotRun: a.notRun = true; break;
    case Signal: a.options.signals.push_back(value); break;
    case Progress: a.progress = true; break;
    case Source: a.source = true; break;
    case 'o': a.output = value; break;
    default: return Error{"Unknown or incomplete option; \"unwind help\" lists them all."};
    }
    return ok();
}

/// Go's own spelling of the switch that the article gives: -gcflags=-d=panicrecovery, perhaps with a package pattern.
Status compilerFlags(std::string_view word, Arguments& a) {
    const std::string_view flags = word.substr(word.find('=') + 1);
    if (flags != "-d=panicrecovery" && flags != "all=-d=panicrecovery")
        return Error{fmt::format("{}: the only compiler flag that Unwind knows is -d=panicrecovery.", word)};
    return apply(Rule, "strict-recovery=off", a);
}

bool isCompilerFlags(std::string_view word) { return word.starts_with("-gcflags=") || word.starts_with("--gcflags="); }

} // namespace

Result<Arguments> parseArguments(int argc, char** argv) {
    Arguments a;
    opterr = 0;
    optind = 1;
    // Options may stand before and between files; behind the first .go file that is followed by other words, those are the
    // Go program's. A lone "--" ends the options.
    while (optind < argc) {
        if (isCompilerFlags(argv[optind])) {
            if (Status status = compilerFlags(argv[optind++], a); !status) return Error{status.error()};
            continue;
        }
        int option = getopt_long(argc, argv, "+o:", kOptions, nullptr);
        if (option == '?')
            return Error{fmt::format("{}: unknown option, or its value is missing; \"unwind help\" lists them all.", argv[optind - 1])};
        if (option != -1) {
            if (Status status = apply(option, optarg, a); !status) return Error{status.error()};
            continue;
        }
        std::string_view word = optind < argc ? argv[optind] : "";
        bool isFile = word.ends_with(".go") || word.ends_with(".unwind");
        if (!isFile && !a.files.empty()) break;
        if (optind >= argc) break;
        a.files.emplace_back(word);
        ++optind;
    }
    for (int i = optind; i < argc; ++i) a.options.args.emplace_back(argv[i]);
    return a;
}

} // namespace unwind::app
