// Semantics profiles: the rules of defer, panic, recover and Goexit that Go releases and the article disagree on, as data.
// A profile is a value for each rule. A rule has an enum, so that the code that acts on it reads like the rule's text.
// rules.cpp holds the rules with their sources, shipped.cpp the profiles shipped, userprofile.cpp those of JSON files.
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::profile {

enum class RecoverOutsideDeferred : uint8_t { Nil, RuntimeError };
enum class StrictRecovery : uint8_t { On, Off /* the article's -gcflags=-d=panicrecovery */ };
enum class RecoverCaller : uint8_t { Deferred, Any };
enum class VetRecover : uint8_t { On, Off };
enum class RecoverDuringGoexit : uint8_t { Nil, Observe, Intercept };
enum class GoexitRunsDefers : uint8_t { Yes, No };
enum class GoexitSurvivesRecover : uint8_t { Yes, No };
enum class GoexitStatusPath : uint8_t { Direct /* running→dead */, ViaRunnable /* running→runnable→dead */ };
enum class PanicNil : uint8_t { PanicNilError, Nil };
enum class RuntimeErrors : uint8_t { Panic, Fatal };
enum class RepanicPrint : uint8_t { Repanicked /* one line */, TwoLines };
enum class PanicIndent : uint8_t { Tab, None };
enum class RecoverStack : uint8_t { Full, Truncated };
enum class DeepStacks : uint8_t { BothEnds, Innermost };
enum class ReflectFrames : uint8_t { Shown, Skipped };
enum class CreatedBy : uint8_t { WithGoroutine, Plain };
enum class SyncWaitReasons : uint8_t { Named, NamedLocks, Semacquire };
enum class EmptyMapKeyText : uint8_t { Colon, RuntimeError };
enum class ArrayConversionText : uint8_t { ArrayOrPointer, Pointer };
enum class ParkStatus : uint8_t { BeforeUnlock, AfterUnlock };
enum class ProcessExit : uint8_t { Direct, Broadcast };
enum class TimerChannels : uint8_t { Synchronous, Buffered };
enum class LoopVariables : uint8_t { PerIteration, PerLoop };
enum class Language : uint8_t { Go1_19, Go1_20, Go1_21, Go1_22, Go1_23, Go1_24, Go1_25 };

/// The default values are those of the default profile, Go 1.25 as released.
struct Profile {
    std::string name = "go1.25";
    std::string description;
    RecoverOutsideDeferred recoverOutsideDeferred = RecoverOutsideDeferred::Nil;
    StrictRecovery strictRecovery = StrictRecovery::On;
    RecoverCaller recoverCaller = RecoverCaller::Deferred;
    VetRecover vetRecover = VetRecover::On;
    RecoverDuringGoexit recoverDuringGoexit = RecoverDuringGoexit::Nil;
    GoexitRunsDefers goexitRunsDefers = GoexitRunsDefers::Yes;
    GoexitSurvivesRecover goexitSurvivesRecover = GoexitSurvivesRecover::Yes;
    GoexitStatusPath goexitStatusPath = GoexitStatusPath::Direct;
    PanicNil panicNil = PanicNil::PanicNilError;
    RuntimeErrors runtimeErrors = RuntimeErrors::Panic;
    RepanicPrint repanicPrint = RepanicPrint::Repanicked;
    PanicIndent panicIndent = PanicIndent::Tab;
    RecoverStack recoverStack = RecoverStack::Full;
    DeepStacks deepStacks = DeepStacks::BothEnds;
    ReflectFrames reflectFrames = ReflectFrames::Shown;
    CreatedBy createdBy = CreatedBy::WithGoroutine;
    SyncWaitReasons syncWaitReasons = SyncWaitReasons::Named;
    EmptyMapKeyText emptyMapKeyText = EmptyMapKeyText::Colon;
    ArrayConversionText arrayConversionText = ArrayConversionText::ArrayOrPointer;
    ParkStatus parkStatus = ParkStatus::BeforeUnlock;
    ProcessExit processExit = ProcessExit::Direct;
    TimerChannels timerChannels = TimerChannels::Synchronous;
    LoopVariables loopVariables = LoopVariables::PerIteration;
    Language language = Language::Go1_25;
};

/// One rule: its spelling on the command line, its values, and one sentence with its source for each value.
struct RuleValue {
    std::string_view name;     ///< "nil", "observe"
    std::string_view sentence; ///< what it means
    std::string_view source;   ///< "runtime/panic.go", "article §1"
};
struct Rule {
    std::string_view name; ///< "recover-during-goexit"
    std::string_view sentence;
    std::vector<RuleValue> values;
    uint8_t (*get)(const Profile&);
    void (*set)(Profile&, uint8_t);

    const RuleValue& valueIn(const Profile& profile) const { return values[get(profile)]; }
};

/// The profiles shipped, default first.
std::span<const Profile> profiles();
std::span<const Rule> rules();
/// Null when there is no such rule.
const Rule* findRule(std::string_view name);

/// A shipped profile by name, or a user's by the path of its file (NAME.json); the error names those there are.
Result<Profile> find(std::string_view name);
/// "go1.21".
std::string languageName(Language language);
/// Sets "rule=value" in a profile.
Status setRule(Profile& profile, std::string_view assignment);
/// Every rule as "rule=value": what a recording carries.
std::vector<std::string> assignments(const Profile& profile);
/// What differs from another profile, as "rule=value".
std::vector<std::string> differences(const Profile& profile, const Profile& base);
/// The profile a file asks for with a line "//unwind:profile NAME" before its package clause, or empty.
std::string_view requested(std::string_view sourceText);

/// A user's profile as JSON: name, description, the shipped profile it is based on, and the rules that differ from it.
Result<Profile> fromJson(std::string_view text, std::string_view fileName);
std::string toJson(const Profile& profile, const Profile& base);

} // namespace unwind::profile
