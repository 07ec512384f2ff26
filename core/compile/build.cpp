#include "compile/build.h"

#include "compile/unit.h"
#include "lang/syntax/parser.h"
#include "lang/types/checker.h"

#include <algorithm>
#include <memory>

namespace unwind::compile {

namespace {

/// Parses files as they are asked for and keeps their trees.
class Sources {
public:
    Sources(const StdSource& std, std::vector<SourceFile>& files, Diagnostics& errors)
        : m_std(std), m_files(files), m_errors(errors)
    {
    }

    const syntax::File* parse(SourceFile source)
    {
        m_files.push_back(std::move(source));
        const FileId id{static_cast<uint32_t>(m_files.size())};
        syntax::ParseResult result = syntax::parse(m_files.back(), id, m_ids);
        m_errors.insert(m_errors.end(), result.errors.begin(), result.errors.end());
        m_trees.push_back(std::move(result.file));
        return m_trees.back().get();
    }

    std::vector<const syntax::File*> package(std::string_view path)
    {
        std::vector<const syntax::File*> trees;
        for (SourceFile& file : m_std.files(path)) {
            file.isStd = true;
            trees.push_back(parse(std::move(file)));
        }
        return trees;
    }

private:
    const StdSource& m_std;
    std::vector<SourceFile>& m_files;
    Diagnostics& m_errors;
    syntax::NodeIds m_ids;
    std::vector<std::unique_ptr<syntax::File>> m_trees;
};

void sortErrors(Diagnostics& errors)
{
    std::erase_if(errors, [](const Diagnostic& d) { return d.severity != Severity::Error; });
    std::stable_sort(errors.begin(), errors.end(),
                     [](const Diagnostic& x, const Diagnostic& y) { return x.pos < y.pos; });
}

} // namespace

BuildResult build(std::vector<SourceFile> userFiles, const StdSource& std, const BuildOptions& options)
{
    BuildResult result;
    std::vector<SourceFile>& files = result.program.files;
    Sources sources(std, files, result.errors);
    std::vector<const syntax::File*> trees;
    for (SourceFile& file : userFiles)
        trees.push_back(sources.parse(std::move(file)));
    // As gc: a misspelt literal does not keep the types from being checked, a syntax error does.
    const bool parsed = std::none_of(result.errors.begin(), result.errors.end(), [](const Diagnostic& d) {
        return d.message.starts_with("syntax error");
    });
    if (parsed) {
        types::Program checked([&](std::string_view path) { return sources.package(path); }, {}, options.profile);
        types::Package* main = checked.checkMain(trees);
        Diagnostics found = checked.diagnostics();
        result.errors.insert(result.errors.end(), found.begin(), found.end());
        if (result.errors.empty() && options.inspect)
            result.warnings = options.inspect(checked.info(), *main, trees);
        if (result.errors.empty() && main && !options.checkOnly) {
            Unit unit(checked, result.program, result.errors);
            unit.run(*main);
            found = checked.diagnostics(); // of bodies that were checked on the way
            result.errors.insert(result.errors.end(), found.begin(), found.end());
        }
    }
    sortErrors(result.errors);
    return result;
}

} // namespace unwind::compile
