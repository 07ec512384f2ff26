// A fault of the Go program found before it runs. Data, never an exception; worded as the Go compiler words it.
#pragma once

#include "base/source.h"

#include <string>
#include <vector>

namespace unwind {

enum class Severity : uint8_t { Error, Warning };

struct Diagnostic {
    SourcePos pos;
    SourcePos end;             ///< exclusive; invalid when only the start is known
    std::string message;       ///< without position, e.g. "declared and not used: x"
    Severity severity = Severity::Error;
    std::string code;          ///< short stable name, e.g. "UnusedVar"; empty for syntax errors
};

using Diagnostics = std::vector<Diagnostic>;

} // namespace unwind
