// The profiles shipped. Releases are told backwards: each changes what the next newer one brought.
#include "profile/profile.h"

namespace unwind::profile {
namespace {

Profile go125() {
    Profile p;
    p.description = "Go 1.25 as released.";
    return p;
}

Profile go124() {
    Profile p;
    p.name = "go1.24";
    p.description = "Go 1.24 as released.";
    p.repanicPrint = RepanicPrint::TwoLines;
    p.emptyMapKeyText = EmptyMapKeyText::RuntimeError;
    p.language = Language::Go1_24;
    return p;
}

Profile go121() {
    Profile p = go124();
    p.name = "go1.21";
    p.description = "Go 1.21 as released: one variable a loop, timer channels with a buffer, panic texts without indent.";
    p.panicIndent = PanicIndent::None;
    p.syncWaitReasons = SyncWaitReasons::NamedLocks;
    p.timerChannels = TimerChannels::Buffered;
    p.loopVariables = LoopVariables::PerLoop;
    p.language = Language::Go1_21;
    return p;
}

Profile go119() {
    Profile p = go121();
    p.name = "go1.19";
    p.description = "Go 1.19 as released: panic(nil) raises nil, and stacks do not tell which goroutine created another.";
    p.panicNil = PanicNil::Nil;
    p.deepStacks = DeepStacks::Innermost;
    p.createdBy = CreatedBy::Plain;
    p.syncWaitReasons = SyncWaitReasons::Semacquire;
    p.arrayConversionText = ArrayConversionText::Pointer;
    p.language = Language::Go1_19;
    return p;
}

Profile article124() {
    Profile p = go124();
    p.name = "article-1.24";
    p.description =
        "Go 1.24 as the article describes it. §2.1 says that Goexit runs the deferred calls, §2.2 that it skips them: the "
        "first is the default, as every release does it and as the article's own listings need it; goexit-runs-defers=no is "
        "the other. §2.1 sends a goroutine that exits through _Grunnable, §2.2 goes straight to goexit0: goexit-status=direct "
        "is the second.";
    p.vetRecover = VetRecover::Off;
    p.goexitStatusPath = GoexitStatusPath::ViaRunnable;
    p.recoverStack = RecoverStack::Truncated;
    p.reflectFrames = ReflectFrames::Skipped; // the article dates the hook to 1.22
    p.parkStatus = ParkStatus::AfterUnlock;
    return p;
}

Profile article125() {
    Profile p = go125();
    p.name = "article-1.25";
    p.description =
        "Go 1.25 as the article describes it. Its title and §3 say that recover captures Goexit, §3.3 that it gives nil "
        "then: intercept is the default, as the title promises that the goroutine can be caught; "
        "recover-during-goexit=observe lets it exit all the same, =nil is §3.3. §1 makes recover outside a deferred function a "
        "run-time error; -gcflags=-d=panicrecovery, or strict-recovery=off, takes the check out.";
    p.recoverOutsideDeferred = RecoverOutsideDeferred::RuntimeError;
    p.recoverDuringGoexit = RecoverDuringGoexit::Intercept;
    p.goexitStatusPath = GoexitStatusPath::ViaRunnable;
    p.reflectFrames = ReflectFrames::Skipped;
    p.processExit = ProcessExit::Broadcast;
    return p;
}

Profile tinygo033() {
    Profile p = go124();
    p.name = "tinygo-0.33";
    p.description =
        "TinyGo 0.33 where it supports recover, as its runtime's source tells. Its own rules: Goexit runs no deferred calls; "
        "run-time errors end the program; recover also works in what a deferred function calls; panic(nil) raises nil. "
        "Everything else stays Go 1.24: texts, stacks and exit codes (TinyGo prints one line, no stack, and aborts) and the "
        "scheduler (TinyGo's has one thread and does not preempt).";
    p.goexitRunsDefers = GoexitRunsDefers::No;
    p.runtimeErrors = RuntimeErrors::Fatal;
    p.recoverCaller = RecoverCaller::Any;
    p.panicNil = PanicNil::Nil;
    p.language = Language::Go1_23;
    return p;
}

} // namespace

std::span<const Profile> profiles() {
    static const std::vector<Profile> all{go125(), go124(), go121(), go119(), article125(), article124(), tinygo033()};
    return all;
}

} // namespace unwind::profile
