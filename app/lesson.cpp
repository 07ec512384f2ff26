// unwind lesson check: runs the program of each lesson and holds the lesson against that run.
#include "app/commands.h"
#include "lesson/lesson.h"
#include "session/header.h"
#include "session/load.h"
#include "session/run.h"
#include "state/timeline.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace unwind::app {
namespace {

using lesson::Problem;

Result<std::unique_ptr<trace::LogReader>> runProgram(const lesson::Lesson& lesson, const lesson::LessonProgram& program,
                                                     session::Options options) {
    if (!options.profile && !lesson.profile.empty()) options.profile = lesson.profile;
    auto profile = session::resolveProfile(options, program.text);
    if (!profile) return Error{profile.error()};
    compile::BuildResult built = session::build({{program.name, program.text}});
    if (!built.ok()) return Error{"The program does not compile.\n" + session::formatDiagnostics(built)};
    auto log = trace::LogWriter::create({"", options.logBudget}, session::makeHeader(built.program, *profile, options));
    if (!log) return Error{log.error()};
    (*log)->detail = options.detail;
    auto code = session::run(built.program, *profile, options, log->get(), [](int, std::string_view) {});
    (*log)->finish();
    if (!code) return Error{code.error()};
    return trace::LogReader::open((*log)->path());
}

std::vector<Problem> checkRun(const lesson::Lesson& lesson, const std::filesystem::path& path, const session::Options& options) {
    auto program = lesson::program(lesson, path.parent_path().empty() ? "." : path.parent_path(), path.stem());
    if (!program) return {{1, program.error()}};
    std::vector<Problem> problems;
    for (const lesson::RunLink& link : lesson.runs)
        if (auto profile = profile::find(link.profile); !profile) problems.push_back({link.line, profile.error()});
    auto log = runProgram(lesson, *program, options);
    if (!log) return {{1, log.error()}};
    state::History history(**log);
    history.extend();
    const lesson::Evidence evidence(**log, [&](Seq count) { return history.at(count); });
    std::vector<Problem> found = lesson::check(lesson, evidence);
    problems.insert(problems.end(), found.begin(), found.end());
    return problems;
}

bool checkFile(const std::string& path, const session::Options& options) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail(path + " can not be read."), false;
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    lesson::Parsed parsed = lesson::parse(text);
    if (parsed.problems.empty()) parsed.problems = checkRun(parsed.lesson, path, options);
    for (const Problem& problem : parsed.problems) fmt::print(stderr, "{}:{}: {}\n", path, problem.line, problem.sentence);
    if (!parsed.problems.empty()) return false;
    fmt::print("{}: links {}, predictions {}; all hold.\n", path, parsed.lesson.anchors.size(), parsed.lesson.predictions().size());
    return true;
}

} // namespace

int lesson(const Arguments& arguments) {
    std::vector<std::string> words = arguments.files;
    words.insert(words.end(), arguments.options.args.begin(), arguments.options.args.end());
    if (words.size() < 2 || words.front() != "check") return fail("Write: unwind lesson check FILE.md…");
    session::Options options = arguments.options;
    options.args.clear();
    bool good = true;
    for (size_t i = 1; i < words.size(); ++i) good &= checkFile(words[i], options);
    return good ? 0 : 1;
}

} // namespace unwind::app
