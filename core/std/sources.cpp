#include "std/sources.h"

namespace unwind::stdlib {

std::vector<EmbeddedFile> package(std::string_view importPath) {
    std::vector<EmbeddedFile> found;
    for (const EmbeddedFile& file : files())
        if (file.importPath() == importPath) found.push_back(file);
    return found;
}

} // namespace unwind::stdlib
