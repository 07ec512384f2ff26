// Static checks on a program that compiles: mistakes with defer, recover, Goexit, contexts and process exit that run without
// any complaint. Reads the typed tree and the profile, writes warnings; a check speaks only where it is sure.
// Counterpart: go vet's analyzers, of which lostcancel and testinggoroutine are the same checks with the same words.
#pragma once

#include "base/diagnostic.h"
#include "lang/types/info.h"
#include "profile/profile.h"

#include <span>

namespace unwind::vet {

/// One check. The explanation says why it is wrong and what to do; it is the same for all findings of the check.
struct Check {
    std::string_view code; ///< stable, in Diagnostic::code: "lostcancel"
    std::string_view explanation;
};
std::span<const Check> checks();
/// Of the check with this code; empty if there is none.
std::string_view explanation(std::string_view code);

/// Findings in a package whose bodies have all been checked, sorted by position; all of them are warnings.
Diagnostics check(const types::Info& info, const types::Package& package,
                  const std::vector<const syntax::File*>& files, const profile::Profile& profile);

} // namespace unwind::vet
