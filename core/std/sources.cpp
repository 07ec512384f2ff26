#include "std/sources.h"

namespace unwind::stdlib {

std::vector<EmbeddedFile> files(std::string_view importPath) {
    std::vector<EmbeddedFile> found;
    for (const EmbeddedFile& file : allFiles())
        if (file.importPath() == importPath) found.push_back(file);
    return found;
}

} // namespace unwind::stdlib
