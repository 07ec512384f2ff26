// The rules: what each of them says, its values, and where each value comes from. A rule stands here only with code that
// acts on it; tests/profile flips every one.
#include "profile/profile.h"

namespace unwind::profile {
namespace {

template <auto Member>
Rule rule(std::string_view name, std::string_view sentence, std::vector<RuleValue> values) {
    return {name, sentence, std::move(values), [](const Profile& p) { return uint8_t(p.*Member); },
            [](Profile& p, uint8_t v) { p.*Member = std::remove_reference_t<decltype(p.*Member)>(v); }};
}

void addRecover(std::vector<Rule>& all) {
    all.push_back(rule<&Profile::recoverOutsideDeferred>(
        "recover-outside-deferred", "What recover does when its caller is not a deferred function.",
        {{"nil", "It returns nil and changes nothing.", "runtime/panic.go, gorecover"},
         {"runtime-error", "It raises a run-time error.", "article §1"}}));
    all.push_back(rule<&Profile::strictRecovery>(
        "strict-recovery", "Whether the check of recover outside deferred functions is compiled in.",
        {{"on", "It is, where recover-outside-deferred asks for it.", "article §1"},
         {"off", "It is left out, as -gcflags=-d=panicrecovery asks: recover returns nil.", "article §1"}}));
    all.push_back(rule<&Profile::recoverCaller>(
        "recover-caller", "Which function's recover can stop a panic.",
        {{"deferred", "The deferred function's own.", "Go specification, Handling panics"},
         {"any", "Also that of a function it calls, unless a function between has deferred calls of its own.",
          "TinyGo 0.33, runtime/panic.go, _recover"}}));
    all.push_back(rule<&Profile::vetRecover>(
        "vet-recover", "Whether vet reports recover in functions that are never deferred.",
        {{"on", "It does. Under released Go this is Unwind's own check: no go vet has it.", "article §1 for 1.25"},
         {"off", "It does not.", "cmd/vet; article §1 for 1.24"}}));
    all.push_back(rule<&Profile::recoverDuringGoexit>(
        "recover-during-goexit", "What recover does in a deferred call that runs because of runtime.Goexit.",
        {{"nil", "It returns nil: Goexit is not a panic.", "runtime/panic.go, gorecover"},
         {"observe", "It returns a runtime.GoexitSignal, and the goroutine still exits.", "article §3"},
         {"intercept", "It returns a runtime.GoexitSignal and the goroutine goes on.", "article, title and §3"}}));
}

void addGoexit(std::vector<Rule>& all) {
    all.push_back(rule<&Profile::goexitRunsDefers>("goexit-runs-defers", "Whether runtime.Goexit runs the deferred calls.",
                                                   {{"yes", "All of them, last in first out.", "runtime/panic.go, Goexit; article §2.1"},
                                                    {"no", "None of them.", "article §2.2"}}));
    all.push_back(rule<&Profile::goexitSurvivesRecover>(
        "goexit-survives-recover", "Whether a Goexit goes on after a panic in one of its deferred calls is recovered.",
        {{"yes", "The goroutine still exits.", "Go 1.14, issue 29226"},
         {"no", "The recovering frame returns normally.", "Go before 1.14"}}));
    all.push_back(rule<&Profile::goexitStatusPath>(
        "goexit-status", "The status changes of a goroutine that ends by Goexit.",
        {{"direct", "_Grunning to _Gdead.", "runtime/proc.go, goexit0"},
         {"via-runnable", "casgstatus to _Grunnable, dropg, schedule; _Gdead when it is taken from the queue.", "article §2.1"}}));
}

void addPanic(std::vector<Rule>& all) {
    all.push_back(rule<&Profile::panicNil>("panic-nil", "What panic(nil) raises.",
                                           {{"error", "A *runtime.PanicNilError.", "Go 1.21 release notes"},
                                            {"nil", "The nil value itself.", "Go up to 1.20"}}));
    all.push_back(rule<&Profile::runtimeErrors>(
        "runtime-errors", "What a run-time error does, such as an index out of range.",
        {{"panic", "It panics with a runtime.Error.", "Go specification, Run-time panics"},
         {"fatal", "It ends the program: no deferred call runs, and nothing recovers it.",
          "TinyGo 0.33, runtime/panic.go, runtimePanicAt; its issue 3510"}}));
    all.push_back(rule<&Profile::repanicPrint>("repanic-print", "How raising a recovered value again is printed.",
                                               {{"repanicked", "One line, marked [recovered, repanicked].", "Go 1.25 release notes"},
                                                {"two-lines", "Both panics, one line each.", "Go up to 1.24"}}));
    all.push_back(rule<&Profile::panicIndent>("panic-indent", "How later lines of an uncaught panic's text are printed.",
                                              {{"tab", "Indented by a tab.", "Go 1.23 release notes, issue 64590"},
                                               {"none", "As they are.", "Go up to 1.22"}}));
    all.push_back(rule<&Profile::emptyMapKeyText>(
        "empty-map-key-text", "How an unhashable key for an empty map is worded.",
        {{"colon", "hash of unhashable type: T, without a prefix.", "Go 1.25, internal/runtime/maps"},
         {"runtime-error", "runtime error: hash of unhashable type T, as for any map.", "Go up to 1.24"}}));
    all.push_back(rule<&Profile::arrayConversionText>(
        "array-conversion-text", "How a slice too short for its conversion to an array is worded.",
        {{"array-or-pointer", "... to array or pointer to array with length N.", "Go 1.20, runtime/panic.go"},
         {"pointer", "... to pointer to array with length N.", "Go up to 1.19"}}));
}

void addStacks(std::vector<Rule>& all) {
    all.push_back(rule<&Profile::recoverStack>(
        "recover-stack", "What debug.PrintStack and runtime.Stack show in a deferred call that a panic runs.",
        {{"full", "Everything, with the frames that panicked.", "runtime/traceback.go; article §1 for 1.25"},
         {"truncated", "Nothing below the deferred call: the panic and where it began are missing.", "article §1 for 1.24"}}));
    all.push_back(rule<&Profile::deepStacks>("deep-stacks", "Which frames of a stack deeper than 100 are printed.",
                                             {{"both-ends", "The innermost 50 and the outermost 50.", "Go 1.21 release notes, issue 7181"},
                                              {"innermost", "The innermost 100.", "Go up to 1.20"}}));
    all.push_back(rule<&Profile::reflectFrames>(
        "reflect-frames", "Whether stacks show the frames of package reflect.",
        {{"shown", "As any other frame.", "runtime/traceback.go"},
         {"skipped", "A panic runs the panicwrap hook, which skips them.", "article §2.4"}}));
    all.push_back(rule<&Profile::createdBy>("created-by", "How the last lines of a goroutine's stack name who created it.",
                                            {{"with-goroutine", "created by F in goroutine N.", "Go 1.21 release notes"},
                                             {"plain", "created by F.", "Go up to 1.20"}}));
    all.push_back(rule<&Profile::syncWaitReasons>(
        "sync-wait-reasons", "The wait reasons that stacks show for goroutines that wait in package sync.",
        {{"named", "sync.Mutex.Lock, sync.RWMutex.RLock, sync.WaitGroup.Wait.", "Go 1.24, runtime/runtime2.go"},
         {"named-locks", "Named for locks, semacquire for wait groups.", "Go 1.20 to 1.23"},
         {"semacquire", "semacquire for all of them.", "Go up to 1.19"}}));
}

void addScheduling(std::vector<Rule>& all) {
    all.push_back(rule<&Profile::parkStatus>(
        "park-status", "When the status of a goroutine that parks becomes _Gwaiting.",
        {{"before-unlock", "Before the lock of what it waits on is released.", "runtime/proc.go, park_m; article §2.4 for 1.25"},
         {"after-unlock", "Afterwards: until then another P sees a waiting goroutine as _Grunning.", "article §2.4 for 1.24"}}));
    all.push_back(rule<&Profile::processExit>(
        "process-exit", "What os.Exit does.",
        {{"direct", "The calling thread ends the process.", "os/proc.go, Exit"},
         {"broadcast",
          "It stores the exiting flag and the exit code and sends SIGTERM to the main M, which ends the process; whoever is "
          "about to park checks the flag and stops.",
          "article §2.3"}}));
    all.push_back(rule<&Profile::timerChannels>(
        "timer-channels", "Whether a timer's channel can hold a value that Stop or Reset came too late for.",
        {{"synchronous", "No: after Stop or Reset no stale value is received; len and cap are 0.", "Go 1.23 release notes"},
         {"buffered", "Yes: the channel has a buffer of one.", "Go up to 1.22"}}));
}

void addLanguage(std::vector<Rule>& all) {
    all.push_back(rule<&Profile::loopVariables>("loop-variables", "How often the variables of a for statement are made.",
                                                {{"per-iteration", "Anew for each iteration.", "Go 1.22 release notes"},
                                                 {"per-loop", "Once for the whole loop.", "Go up to 1.21"}}));
    all.push_back(rule<&Profile::language>(
        "language", "Which release's language and standard library the program may use.",
        {{"go1.19", "No slice to array conversion.", "Go 1.19 release notes"},
         {"go1.20", "No min, max and clear.", "Go 1.20 release notes"},
         {"go1.21", "No range over integers.", "Go 1.21 release notes"},
         {"go1.22", "No range over functions.", "Go 1.22 release notes"},
         {"go1.23", "All that Go 1.23 has.", "Go 1.23 release notes"},
         {"go1.24", "All that Go 1.24 has.", "Go 1.24 release notes"},
         {"go1.25", "All that Go 1.25 has.", "Go 1.25 release notes"}}));
}

} // namespace

std::span<const Rule> rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list;
        addRecover(list);
        addGoexit(list);
        addPanic(list);
        addStacks(list);
        addScheduling(list);
        addLanguage(list);
        return list;
    }();
    return all;
}

} // namespace unwind::profile
