// What the standard library of an older release lacks. since.go writes the table from the lists in Go's api folder.
#include "lang/types/checkerimpl.h"

#include <algorithm>

namespace unwind::types {

namespace {

using profile::Language;

struct Addition {
    std::string_view name; ///< "log/slog", "sync.OnceFunc", "sync.WaitGroup.Go"
    Language since;
};

constexpr Addition kAdditions[] = {
#include "lang/types/since.inc"
};
static_assert(std::is_sorted(std::begin(kAdditions), std::end(kAdditions),
                             [](const Addition& a, const Addition& b) { return a.name < b.name; }));

} // namespace

std::string Checker::laterRelease(std::string_view name) const {
    const auto at = std::lower_bound(std::begin(kAdditions), std::end(kAdditions), name,
                                     [](const Addition& a, std::string_view n) { return a.name < n; });
    if (at == std::end(kAdditions) || at->name != name || allowVersion(at->since))
        return {};
    return fmt::format(" (added in {})", profile::languageName(at->since));
}

std::string Checker::laterRelease(const Object& obj, const Type* of) const {
    if (!obj.pkg() || !obj.pkg()->isStd())
        return {};
    const auto* method = object<Func>(&obj);
    if (method && method->signature() && method->signature()->recv())
        of = method->signature()->recv()->type();
    std::string owner;
    if (of) {
        const auto* pointer = exactly<Pointer>(of);
        const auto* named = exactly<Named>(pointer ? pointer->base() : of);
        if (!named)
            return {};
        owner = named->obj()->name() + ".";
    }
    return laterRelease(obj.pkg()->path() + "." + owner + obj.name());
}

} // namespace unwind::types
