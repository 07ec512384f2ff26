// From Go text to a program that can run: parses and checks the user's files and what they import, then compiles
// what is reachable. The one entry for everybody who has source text; everything it finds wrong is a diagnostic.
#pragma once

#include "base/diagnostic.h"
#include "bytecode/program.h"

#include <string_view>
#include <vector>

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
    bool ok() const { return errors.empty(); }
};

struct BuildOptions {
    bool checkOnly = false; ///< stop after the type check: what vet needs
};

/// userFiles are the files of package main.
BuildResult build(std::vector<SourceFile> userFiles, const StdSource& std, const BuildOptions& options = {});

} // namespace unwind::compile
