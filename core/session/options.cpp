#include "session/options.h"

namespace unwind::session {

Result<profile::Profile> resolveProfile(const Options& options, std::string_view sourceText) {
    std::string_view name = profile::requested(sourceText);
    if (options.profile) name = *options.profile;
    if (name.empty()) name = profile::profiles().front().name;
    auto profile = profile::find(name);
    if (!profile) return profile;
    for (const std::string& rule : options.rules)
        if (Status status = profile::setRule(*profile, rule); !status) return Error{status.error()};
    return profile;
}

} // namespace unwind::session
