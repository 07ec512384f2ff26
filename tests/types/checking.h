// Checks Go programs for the tests of the type checker, with the standard library under resources/std or a fake one.
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 does not parse what these include

#include "lang/syntax/parser.h"
#include "lang/syntax/print.h"
#include "lang/syntax/walk.h"
#include "lang/types/checker.h"
#include "lang/types/lookup.h"
#include "lang/types/sizes.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace checking {

using namespace unwind;

inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// One checked program; everything found about it lives as long as this.
class Checked {
public:
    /// packages: sources of imported packages by path; empty: those under resources/std.
    explicit Checked(const std::string& text, const std::string& name = "prog.go",
                     std::map<std::string, std::string> packages = {})
        : m_packages(std::move(packages)), program([this](std::string_view path) { return load(path); },
                                                   [this](FileId id) { return m_paths[id.value - 1]; }) {
        file = parse(name, text, false);
        const bool syntaxFault = std::any_of(syntaxErrors.begin(), syntaxErrors.end(),
                                             [](const Diagnostic& d) { return d.message.starts_with("syntax error"); });
        if (!syntaxFault)
            main = program.checkMain({file});
    }

    /// "prog.go:3:5: message" a fault, as the go command prints them.
    std::string messages() const {
        Diagnostics all = syntaxErrors;
        const Diagnostics found = program.diagnostics();
        all.insert(all.end(), found.begin(), found.end());
        std::stable_sort(all.begin(), all.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.pos < b.pos; });
        std::string out;
        for (const Diagnostic& d : all) {
            if (d.pos.isValid())
                out += fmt::format("{}:{}:{}: ", m_paths[d.pos.file.value - 1], d.pos.line, d.pos.column);
            out += d.message + "\n";
        }
        return out;
    }

    template <class T> T* object(std::string_view name) const { return types::object<T>(main->scope().lookup(name)); }

private:
    const syntax::File* parse(const std::string& path, const std::string& text, bool isStd) {
        m_paths.push_back(path);
        auto result = syntax::parse({path, text, isStd}, FileId(static_cast<uint32_t>(m_paths.size())), m_ids);
        syntaxErrors.insert(syntaxErrors.end(), result.errors.begin(), result.errors.end());
        m_files.push_back(std::move(result.file));
        return m_files.back().get();
    }

    std::vector<const syntax::File*> load(std::string_view path) {
        if (const auto fake = m_packages.find(std::string(path)); fake != m_packages.end())
            return {parse(fake->first + ".go", fake->second, true)};
        std::vector<std::string> names;
        std::error_code none;
        const auto folder = std::filesystem::path(UNWIND_SOURCE_DIR) / "resources/std" / path;
        for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
            if (entry.path().extension() == ".go")
                names.push_back(entry.path().string());
        }
        std::sort(names.begin(), names.end());
        std::vector<const syntax::File*> files;
        for (const std::string& name : names)
            files.push_back(parse(name, readFile(name), true));
        return files;
    }

    std::map<std::string, std::string> m_packages;
    syntax::NodeIds m_ids;
    std::vector<std::string> m_paths;
    std::vector<std::unique_ptr<syntax::File>> m_files;

public:
    Diagnostics syntaxErrors;
    types::Program program;
    const syntax::File* file = nullptr;
    types::Package* main = nullptr;
};

inline std::filesystem::path dataFolder() { return std::filesystem::path(UNWIND_SOURCE_DIR) / "tests/types/data"; }

/// "name value" lines as data/*.txt has them.
inline std::vector<std::pair<std::string, std::string>> recorded(const std::string& file) {
    std::vector<std::pair<std::string, std::string>> out;
    std::istringstream in(readFile(dataFolder() / file));
    std::string name, value;
    while (in >> name >> value)
        out.emplace_back(name, value);
    return out;
}

} // namespace checking

#endif
