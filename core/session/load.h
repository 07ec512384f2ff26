// From paths on the disk to a program: reads the person's files, adds the standard library, compiles, vets.
#pragma once

#include "base/result.h"
#include "compile/build.h"
#include "profile/profile.h"

#include <string>
#include <vector>

namespace unwind::session {

/// Reads source files. Refuses what can not be one: missing, unreadable, a folder, or larger than 16 MiB.
Result<std::vector<SourceFile>> readSources(const std::vector<std::string>& paths);

/// Compiles against the standard library that Unwind carries, by the profile's rules of the language.
compile::BuildResult build(std::vector<SourceFile> files, const profile::Profile& profile = {}, bool checkOnly = false);
/// The same, with what vet finds under the profile as warnings.
compile::BuildResult buildVetted(std::vector<SourceFile> files, const profile::Profile& profile, bool checkOnly = false);

/// A diagnostic as go build prints it: "./file.go:3:5: message".
std::string formatDiagnostic(const bytecode::Program& program, const Diagnostic& diagnostic);
/// All of them, at most ten and then "too many errors", as go build does.
std::string formatDiagnostics(const compile::BuildResult& result);

} // namespace unwind::session
