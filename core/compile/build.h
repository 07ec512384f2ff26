// From Go text to a program that can run: parses and checks the user's files and what they import, then compiles
// what is reachable. The one entry for everybody who has source text; everything it finds wrong is a diagnostic.
#pragma once

#include "base/diagnostic.h"
#include "bytecode/program.h"
#include "profile/profile.h"

#include <functional>
#include <string_view>
#include <vector>

namespace unwind::syntax {
struct File;
}
namespace unwind::types {
class Package;
struct Info;
} // namespace unwind::types

namespace unwind::compile {

/// Where the standard library's Go files come from. Implementations are cheap to ask twice.
class StdSource {
public:
    virtual ~StdSource() = default;
    /// The files of the package with this import path (SourceFile::isStd set); empty when there is no such package.
    virtual std::vector<SourceFile> files(std::string_view importPath) const = 0;
};

struct BuildResult {
    bytecode::Program program; ///< with errors only its files are there, so that positions can be shown
    Diagnostics errors;        ///< sorted by position, all of them; warnings never stand here
    Diagnostics warnings;      ///< what the inspector found in a program without errors
    bool ok() const { return errors.empty(); }
};

/// Looks at package main and its files once they are free of errors.
using Inspector =
    std::function<Diagnostics(const types::Info&, const types::Package&, const std::vector<const syntax::File*>&)>;

struct BuildOptions {
    bool checkOnly = false; ///< stop after the type check: what vet needs
    Inspector inspect = {};
    profile::Profile profile; ///< rules of the language
};

/// userFiles are the files of package main.
BuildResult build(std::vector<SourceFile> userFiles, const StdSource& std, const BuildOptions& options = {});

} // namespace unwind::compile
