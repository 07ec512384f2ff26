#include "vet/vet.h"

#include "vet/checks.h"

#include <algorithm>

namespace unwind::vet {

std::span<const Check> checks() {
    static const Check all[] = {
        {"recoveroutside", "Only a deferred function that calls recover itself can stop a panic. Anywhere else recover returns nil, "
                           "or raises an error under rules that say so. Call it in a function literal after defer."},
        {"deferrecover", "recover must be called by the deferred function, not be the deferred function. Write "
                         "defer func() { recover() }()."},
        {"helperrecover", "recover works only in the deferred function itself, not in what that one calls. Defer the helper, or "
                          "call recover in the deferred function and pass the value on."},
        {"nestedrecover", "The inner deferred call runs when the deferred function returns. The panic did not begin in that "
                          "function, so recover returns nil. Call recover one level further out."},
        {"lostcancel", "A context that is never cancelled stays in memory with its timer until its parent ends, and its goroutines "
                       "wait. Write defer cancel() right after making it."},
        {"maingoexit", "Goexit ends only the goroutine. When main is gone and no other goroutine can run, the program dies with "
                       "exit code 2. Return from main, or call Goexit in another goroutine."},
        {"skippeddefer", "os.Exit and log.Fatal run no deferred calls: locks, files and buffers stay as they are. Return to main "
                         "first and exit there, or do the work before the call."},
        {"testinggoroutine", "FailNow, Fatal and Skip end the goroutine that calls them. From another goroutine the test goes on. "
                             "Call t.Error there and return, or send the error to the test."},
    };
    return all;
}

std::string_view explanation(std::string_view code) {
    const auto all = checks();
    const auto check = std::find_if(all.begin(), all.end(), [&](const Check& c) { return c.code == code; });
    return check == all.end() ? std::string_view() : check->explanation;
}

void Checks::report(std::string_view code, const syntax::Node& at, std::string message) {
    found.push_back({at.start, at.end, std::move(message), Severity::Warning, std::string(code)});
}

Diagnostics check(const types::Info& info, const types::Package& package, const std::vector<const syntax::File*>& files,
                  const profile::Profile& profile) {
    Diagnostics found;
    const CallGraph graph(info, package, files);
    Endings endings(graph);
    Checks checks{graph, endings, info, profile, found};
    checkRecover(checks);
    checkLostCancel(checks);
    checkGoexit(checks);
    checkExit(checks);
    checkTesting(checks);
    std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.pos < b.pos; });
    return found;
}

} // namespace unwind::vet
