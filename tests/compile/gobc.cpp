// gobc FILE.go [NAME]: prints the bytecode of a program's own functions, or of those whose name contains NAME.
#include "compile/build.h"
#include "std/sources.h"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

using namespace unwind;

namespace {

class Embedded : public compile::StdSource {
public:
    std::vector<SourceFile> files(std::string_view importPath) const override
    {
        std::vector<SourceFile> out;
        for (const stdlib::EmbeddedFile& file : stdlib::files(importPath))
            out.push_back({"$GOROOT/src/" + std::string(file.path), std::string(file.text), true});
        return out;
    }
};

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: gobc FILE.go [NAME]\n", stderr);
        return 2;
    }
    std::ifstream in(argv[1]);
    std::stringstream text;
    text << in.rdbuf();
    const compile::BuildResult result = compile::build({{argv[1], text.str()}}, Embedded());
    for (const Diagnostic& d : result.errors) {
        const size_t file = d.pos.file.value;
        fmt::print(stderr, "{}:{}:{}: {}\n", file ? result.program.files[file - 1].path : argv[1], d.pos.line,
                   d.pos.column, d.message);
    }
    if (!result.ok())
        return 1;
    for (const bytecode::Function& function : result.program.functions) {
        const bool wanted = argc > 2 ? function.name.find(argv[2]) != std::string::npos : !function.isStd;
        if (wanted)
            fmt::print("{}\n", bytecode::disassemble(result.program, function));
    }
    size_t instructions = 0;
    for (const bytecode::Function& function : result.program.functions)
        instructions += function.code.size();
    fmt::print("{} functions, {} instructions, {} types\n", result.program.functions.size(), instructions,
               result.program.types.size());
    return 0;
}
