// Semantics profiles: the rules of defer, panic, recover and Goexit that Go releases and the article disagree on, as data.
// A profile is a value for each rule. A rule has an enum, so that the runtime's code reads like the rule's text.
// Released Go's values come from the release notes and the runtime sources named in rules(); the article's from its sections.
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unwind::profile {

enum class RecoverOutsideDeferred : uint8_t { Nil, RuntimeError };
enum class RecoverDuringGoexit : uint8_t { Nil, Observe, Intercept };
enum class GoexitRunsDefers : uint8_t { Yes, No };
enum class GoexitSurvivesRecover : uint8_t { Yes, No };
enum class GoexitStatusPath : uint8_t { Direct /* running→dead */, ViaRunnable /* running→runnable→dead */ };
enum class PanicNil : uint8_t { PanicNilError, Nil };
enum class RepanicPrint : uint8_t { Repanicked /* one line */, TwoLines };

struct Profile {
    std::string name = "go1.25";
    std::string description;
    RecoverOutsideDeferred recoverOutsideDeferred = RecoverOutsideDeferred::Nil;
    RecoverDuringGoexit recoverDuringGoexit = RecoverDuringGoexit::Nil;
    GoexitRunsDefers goexitRunsDefers = GoexitRunsDefers::Yes;
    GoexitSurvivesRecover goexitSurvivesRecover = GoexitSurvivesRecover::Yes;
    GoexitStatusPath goexitStatusPath = GoexitStatusPath::Direct;
    PanicNil panicNil = PanicNil::PanicNilError;
    RepanicPrint repanicPrint = RepanicPrint::Repanicked;
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
};

/// The profiles shipped, default first.
std::span<const Profile> profiles();
std::span<const Rule> rules();

/// A shipped profile by name; the error names those there are.
Result<Profile> find(std::string_view name);
/// Sets "rule=value" in a profile.
Status setRule(Profile& profile, std::string_view assignment);
/// The profile a file asks for with a line "//unwind:profile NAME" before its package clause, or empty.
std::string_view requested(std::string_view sourceText);

} // namespace unwind::profile
