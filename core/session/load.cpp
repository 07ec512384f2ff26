#include "session/load.h"

#include "std/register.h"
#include "std/sources.h"
#include "vet/vet.h"
#include "vm/natives.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace unwind::session {
namespace {

constexpr uintmax_t kMaxSource = 16 << 20;

class EmbeddedStd : public compile::StdSource {
public:
    std::vector<SourceFile> files(std::string_view importPath) const override {
        std::vector<SourceFile> found;
        for (const auto& file : stdlib::files(importPath)) {
            std::string name(file.path.substr(file.path.rfind('/') + 1));
            found.push_back({fmt::format("$GOROOT/src/{}/{}", importPath, name), std::string(file.text), true});
        }
        return found;
    }
};

Result<SourceFile> readSource(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return Error{path + " is a folder; name a .go file in it."};
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{fmt::format("{} can not be read: {}; check the name.", path, std::strerror(errno))};
    if (std::filesystem::file_size(path, error) > kMaxSource && !error)
        return Error{fmt::format("{} is larger than {} MiB, more than Unwind reads; open a smaller file.", path, kMaxSource >> 20)};
    SourceFile file{path, std::string(std::istreambuf_iterator<char>(in), {}), false};
    if (in.bad()) return Error{path + " can not be read to its end; check the disk."};
    return file;
}

compile::BuildResult buildWith(std::vector<SourceFile> files, const compile::BuildOptions& options) {
    static const bool registered = (stdlib::registerNatives(vm::NativeRegistry::global()), true);
    static_cast<void>(registered);
    return compile::build(std::move(files), EmbeddedStd{}, options);
}

} // namespace

Result<std::vector<SourceFile>> readSources(const std::vector<std::string>& paths) {
    if (paths.empty()) return Error{"No file is named; give a .go file."};
    std::vector<SourceFile> files;
    for (const std::string& path : paths) {
        auto file = readSource(path);
        if (!file) return Error{file.error()};
        files.push_back(std::move(*file));
    }
    return files;
}

compile::BuildResult build(std::vector<SourceFile> files, const profile::Profile& profile, bool checkOnly) {
    return buildWith(std::move(files), {.checkOnly = checkOnly, .profile = profile});
}

compile::BuildResult buildVetted(std::vector<SourceFile> files, const profile::Profile& profile, bool checkOnly) {
    const auto inspect = [&](const types::Info& info, const types::Package& main, const std::vector<const syntax::File*>& trees) {
        return vet::check(info, main, trees, profile);
    };
    return buildWith(std::move(files), {.checkOnly = checkOnly, .inspect = inspect, .profile = profile});
}

std::string formatDiagnostic(const bytecode::Program& program, const Diagnostic& d) {
    std::string path = d.pos.file.value ? program.files[d.pos.file.value - 1].path : "";
    if (!path.starts_with('/') && !path.starts_with('.') && !path.starts_with('$')) path = "./" + path;
    return fmt::format("{}:{}:{}: {}", path, d.pos.line, d.pos.column, d.message);
}

std::string formatDiagnostics(const compile::BuildResult& result) {
    constexpr size_t kShown = 10;
    std::string text;
    for (size_t i = 0; i < std::min(result.errors.size(), kShown); ++i)
        text += formatDiagnostic(result.program, result.errors[i]) + "\n";
    if (result.errors.size() > kShown) text += "too many errors\n";
    return text;
}

} // namespace unwind::session
