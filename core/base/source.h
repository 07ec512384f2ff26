// Source files and positions. A file's text is held once, by the program that was compiled from it.
#pragma once

#include "base/ids.h"

#include <string>

namespace unwind {

/// A place in a source file. line and column count from 1, the column in bytes, as Go's tools print them.
struct SourcePos {
    FileId file;
    uint32_t line = 0;
    uint32_t column = 0;
    friend constexpr auto operator<=>(const SourcePos&, const SourcePos&) = default;
    constexpr bool isValid() const { return line != 0; }
};

/// One file of a program: a user's file, or one of the standard library's under resources/std.
struct SourceFile {
    std::string path;    ///< as the person named it, or "$GOROOT/src/<package>/<file>.go" for the standard library
    std::string text;    ///< UTF-8
    bool isStd = false;  ///< of the standard library: not stepped into unless asked for
};

} // namespace unwind
