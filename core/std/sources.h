// The Go files of the standard library (resources/std), embedded in the program.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace unwind::stdlib {

struct EmbeddedFile {
    std::string_view path; ///< "strings/builder.go"
    std::string_view text;
    /// "strings": what an import names.
    std::string_view importPath() const { return path.substr(0, path.rfind('/')); }
};

/// All files, ordered by path.
std::span<const EmbeddedFile> allFiles();
/// The files of one package, none if there is no such package.
std::vector<EmbeddedFile> files(std::string_view importPath);

} // namespace unwind::stdlib
