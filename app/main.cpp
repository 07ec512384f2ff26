// unwind: the command line. Links no Qt, so that it starts in milliseconds; the window and the exports are unwind-gui's.
#include "app/commands.h"

#include <cstdio>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <unistd.h>

namespace unwind::app {
namespace {

constexpr const char* kHelp = R"(Unwind shows what Go's defer, panic, recover and runtime.Goexit do.

  unwind                      open the window on the gallery of demos
  unwind FILE                 open the window on a .go file, a recording or a lesson (.md)
  unwind run FILE.go [ARG…]   run a program: its output, its exit code, Go's panic text
  unwind record FILE.go [-o OUT.unwind] [ARG…]
                              run a program and keep its recording
  unwind print FILE           a recording (or a program's run) as text, an event a line
      --chrome                as trace-event JSON, for Perfetto
      --explain               with a card behind each recover(): why it answered so
      --not-run               only the deferred calls and goroutines that did not run to their end
  unwind export FILE --view timeline|defers|panics|scheduler|explanation|not-run|states [--at SEQ]
                --format png|svg|pdf -o OUT [--theme light|dark]
                              a view as a picture; needs no display. --view compare takes what diff
                              takes: two profiles, or two recordings; --view matrix is the truth table of
                              recover and takes no FILE; --goroutine N chooses a goroutine, --machine NAME
                              a part of the program that reports its states
  unwind export FILE --view observability --format jsonl|prometheus|otlp [--at SEQ] [-o OUT]
                              the log lines, counters and spans of a program
  unwind diff FILE.go --profile A --profile B [--json]
  unwind diff R1.unwind R2.unwind [--json]
                              where two runs first part, by which rule, and how they end; a --rule
                              counts for the --profile before it, one --profile is compared with the
                              file's own, -o keeps the second recording; exit code 0: no difference
  unwind bench interception [--json] [--progress]
                              what it costs to be told of a Goexit: none, by hook, by stack guard
  unwind vet FILE.go… [--json]
                              what the compiler finds wrong, and mistakes it lets pass: recovers that
                              stop no panic, lost cancels, skipped deferred calls, Goexit in main
  unwind lesson check FILE.md…
                              run a lesson's program and verify its links and predictions
  unwind profiles [NAME] [--json]
                              the semantics profiles and their rules, or what one of them says
  unwind table [--source] [--json]
                              recover in every place and situation, run: what it returns, what follows
  unwind engine               the debug adapter (DAP on standard input and output)

Options of run, record, print, diff, export, table, vet and lesson:
  --profile NAME|FILE.json    semantics profile (default: the file's //unwind:profile, else go1.25)
  --rule NAME=VALUE           one rule on top of the profile; may be repeated
  -gcflags=-d=panicrecovery   the article's switch: --rule strict-recovery=off
  --seed N                    seed of everything random (default 1)
  --procs N                   number of Ps (default 4)
  --signal SIGTERM@2s         a signal at a virtual time; may be repeated (default: the file's //unwind:signal)
  --detail scheduling|calls|statements
                              how much is recorded (default statements)
  --heap-limit MIB            memory the program may use (default 1024)
)";

using Command = int (*)(const Arguments&);
const std::map<std::string_view, Command> kCommands{
    {"run", run}, {"record", record}, {"print", print},   {"bench", bench},       {"diff", diff},
    {"vet", vet}, {"table", table},   {"lesson", lesson}, {"profiles", profiles}, {"engine", engine},
};

int help(int code) {
    fmt::print(code ? stderr : stdout, "{}", kHelp);
    return code;
}

} // namespace

int fail(const std::string& sentence) {
    fmt::print(stderr, "unwind: {}\n", sentence);
    return 1;
}

int openWindow(int argc, char** argv) {
    std::string self(4096, '\0');
    ssize_t length = readlink("/proc/self/exe", self.data(), self.size());
    if (length < 0) return fail("The place of this program can not be found out; start unwind-gui yourself.");
    self.resize(size_t(length));
    std::string window = self.substr(0, self.rfind('/')) + "/unwind-gui";
    std::vector<char*> words{window.data()};
    for (int i = 1; i < argc; ++i) words.push_back(argv[i]);
    words.push_back(nullptr);
    execv(window.c_str(), words.data());
    return fail("The window's program " + window + " can not be started; build the target unwind-gui.");
}

int dispatch(int argc, char** argv) {
    std::string_view name = argc > 1 ? argv[1] : "";
    if (name == "help" || name == "--help" || name == "-h") return help(0);
    if (auto it = kCommands.find(name); it != kCommands.end()) {
        auto arguments = parseArguments(argc - 1, argv + 1);
        return arguments ? it->second(*arguments) : fail(arguments.error());
    }
    if (name == "export") {
        auto arguments = parseArguments(argc - 1, argv + 1);
        if (arguments && arguments->view == "observability") return observability(*arguments);
    }
    if (name == "export" || name.empty() || name.ends_with(".go") || name.ends_with(".unwind") || name.ends_with(".md")) return openWindow(argc, argv);
    fmt::print(stderr, "unwind: there is no subcommand {}.\n", name);
    return help(2);
}

} // namespace unwind::app

int main(int argc, char** argv) { return unwind::app::dispatch(argc, argv); }
