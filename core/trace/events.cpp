#include "trace/events.h"

#include <span>

namespace unwind::trace {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kNames[] = {
#define X(name, args, sentence) #name,
    UNWIND_EVENTS(X)
#undef X
};
constexpr std::string_view kArgs[] = {
#define X(name, args, sentence) args,
    UNWIND_EVENTS(X)
#undef X
};
constexpr std::string_view kSentences[] = {
#define X(name, args, sentence) sentence,
    UNWIND_EVENTS(X)
#undef X
};
constexpr std::string_view kWaitTexts[] = {
#define X(name, text) text,
    UNWIND_WAIT_REASONS(X)
#undef X
};
constexpr std::string_view kWaitNames[] = {
#define X(name, text) #name,
    UNWIND_WAIT_REASONS(X)
#undef X
};
constexpr std::string_view kStatusTexts[] = {"_Gidle", "_Grunnable", "_Grunning", "_Gsyscall", "_Gwaiting", "_Gdead"};
constexpr std::string_view kStopNames[] = {"Gosched", "Preempted", "Syscall"};
constexpr std::string_view kPlaceNames[] = {"RunNext", "RingTail", "RingHead", "GlobalTail", "GlobalHead"};
constexpr std::string_view kWhyNames[] = {"Return", "Panic", "Goexit"};
constexpr std::string_view kEndNames[] = {"Returned", "Panicked", "Goexited", "RecoveredAway"};
constexpr std::string_view kSkipNames[] = {"OsExit", "MainReturned", "Fatal", "UncaughtPanic", "GoexitRule", "Signal"};
constexpr std::string_view kPanicNames[] = {"Value", "Error", "RuntimeError"};
constexpr std::string_view kVerdictNames[] = {
    "Recovered",          "GoexitObserved",   "NoPanic",      "NotDeferred",      "NotDirect",
    "DeferredByDeferred", "DeferredDirectly", "DuringGoexit", "AlreadyRecovered", "RaisedError"};
constexpr std::string_view kChanNames[] = {"Buffered", "Handoff", "AfterPark", "Closed"};
constexpr std::string_view kSyncNames[] = {"Mutex",     "RWMutexRead", "RWMutexWrite", "WaitGroup",
                                           "Semaphore", "Cond",        "Once"};
constexpr std::string_view kSysmonNames[] = {"Preempt", "Retake"};
constexpr std::string_view kSignalNames[] = {"Notified", "Ignored", "NoEffect", "Killed", "Dumped"};
constexpr std::string_view kRecordNames[] = {"Log", "Count", "SpanBegin", "SpanEnd", "State"};
constexpr std::string_view kStepNames[] = {"Dropg",       "Schedule",    "StoreExiting", "StoreExitCode", "SignalNotifyExit",
                                           "LoadExiting", "StopForExit", "MainMExits",   "ParkUnlock",    "ReadyTooEarly",
                                           "PanicwrapHook"};

Names codeNames(Kind kind) {
    switch (kind) {
    case Kind::GoStatus: return kStatusTexts;
    case Kind::GoStop: return kStopNames;
    case Kind::GoBlock: return kWaitNames;
    case Kind::RunqPut:
    case Kind::RunqGet: return kPlaceNames;
    case Kind::DeferBegin: return kWhyNames;
    case Kind::DeferEnd: return kEndNames;
    case Kind::DeferSkip:
    case Kind::ProgramExit: return kSkipNames;
    case Kind::PanicBegin: return kPanicNames;
    case Kind::RecoverCall: return kVerdictNames;
    case Kind::ChanSend:
    case Kind::ChanRecv: return kChanNames;
    case Kind::SyncAcquire:
    case Kind::SyncRelease: return kSyncNames;
    case Kind::Sysmon: return kSysmonNames;
    case Kind::Signal: return kSignalNames;
    case Kind::Record: return kRecordNames;
    case Kind::RuntimeStep: return kStepNames;
    default: return {};
    }
}

/// "i:fd s:text", 1 → "s:text"
std::string_view argSpec(Kind kind, size_t index) {
    std::string_view rest = kindArgs(kind);
    for (; index > 0 && !rest.empty(); --index) {
        const size_t space = rest.find(' ');
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
    return rest.substr(0, rest.find(' '));
}

std::string_view pick(Names names, uint64_t index) { return index < names.size() ? names[index] : std::string_view{}; }

} // namespace

std::string_view kindName(Kind kind) { return pick(kNames, uint64_t(kind)); }
std::string_view kindArgs(Kind kind) { return pick(kArgs, uint64_t(kind)); }
std::string_view kindSentence(Kind kind) { return pick(kSentences, uint64_t(kind)); }

size_t kindArgCount(Kind kind) {
    size_t count = 0;
    for (char c : kindArgs(kind))
        count += c == ':';
    return count;
}

std::string_view kindArgName(Kind kind, size_t index) {
    const std::string_view spec = argSpec(kind, index);
    return spec.size() > 2 ? spec.substr(2) : std::string_view{};
}

char kindArgTag(Kind kind, size_t index) {
    const std::string_view spec = argSpec(kind, index);
    return spec.empty() ? '\0' : spec[0];
}

std::string_view codeText(Kind kind, size_t index, uint64_t value) {
    return kindArgTag(kind, index) == 'c' ? pick(codeNames(kind), value) : std::string_view{};
}

std::string_view waitReasonText(WaitReason reason) { return pick(kWaitTexts, uint64_t(reason)); }
std::string_view statusText(GStatus status) { return pick(kStatusTexts, uint64_t(status)); }

} // namespace unwind::trace
