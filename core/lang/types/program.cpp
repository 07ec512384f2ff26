// Program: packages, what of them can run, and the faults found. Counterpart: go/types' Config and the go command's
// package loading.
#include "lang/types/checkerimpl.h"

#include "lang/syntax/literal.h"

#include <algorithm>

namespace unwind::types {

Program::Program(SourceLoader loader, std::function<std::string(FileId)> pathOf, const profile::Profile& rules)
    : m_loader(std::move(loader)), m_pathOf(std::move(pathOf)), m_rules(rules) {}

Program::~Program() = default;

Result<Package*> Program::import(std::string_view path) {
    if (path == "unsafe")
        return &unsafePackage();
    for (Package* pkg : m_packages) {
        if (pkg->path() == path && pkg != m_main)
            return pkg;
    }
    const auto files = m_loader ? m_loader(path) : std::vector<const syntax::File*>{};
    if (files.empty())
        return Error{missingPackage(path)};
    const std::string name = files[0]->package ? std::string(files[0]->package->name) : std::string(path);
    auto* pkg = m_arena.make<Package>(std::string(path), name, &universe());
    pkg->m_isStd = true;
    m_packages.push_back(pkg);
    auto& checker = m_checkers.emplace_back(std::make_unique<Checker>(*this, pkg, true));
    checker->collectObjects(files);
    return pkg;
}

Package* Program::checkMain(const std::vector<const syntax::File*>& files) {
    const std::string name = files.empty() || !files[0]->package ? "main" : std::string(files[0]->package->name);
    auto* pkg = m_arena.make<Package>("main", name, &universe());
    m_main = pkg;
    m_packages.insert(m_packages.begin(), pkg);
    auto& checker = m_checkers.emplace_back(std::make_unique<Checker>(*this, pkg, false));
    Checker* main = checker.get();
    // A package that does not exist ends the build before anything is checked, as with the go command.
    for (const syntax::File* file : files) {
        for (const syntax::ImportSpec* spec : file->imports) {
            if (!spec->path || spec->path->bad)
                continue;
            const std::string path = syntax::stringValue(*spec->path);
            const std::string added = main->laterRelease(path);
            const Result<Package*> imported = added.empty() ? import(path) : Error{missingInStd(path) + added};
            if (!imported)
                m_diagnostics.push_back({spec->path->start, {}, imported.error(), Severity::Error, "BrokenImport"});
        }
    }
    if (hasErrors())
        return pkg;
    if (name == "_")
        m_diagnostics.push_back(
            {files[0]->package->start, {}, "invalid package name _", Severity::Error, "BlankPkgName"});
    main->collectObjects(files);
    main->checkAll();
    if (!hasErrors() && pkg->name() == "main" && !object<Func>(pkg->scope().lookup("main")))
        m_diagnostics.push_back({{},
                                 {},
                                 "runtime.main_main·f: function main is undeclared in the main package",
                                 Severity::Error,
                                 "MissingMain"});
    return pkg;
}

void Program::resolve(const Object& obj) { Checker::resolve(const_cast<Object*>(&obj)); }

const FuncInfo* Program::body(const Func* func) {
    if (!func->package() || !func->decl())
        return nullptr;
    return func->package()->m_checker->body(const_cast<Func*>(func));
}

std::vector<Initializer> Program::initOrder(const Package& package) {
    return package.m_checker ? package.m_checker->initOrder() : std::vector<Initializer>{};
}

Diagnostics Program::diagnostics() const {
    Diagnostics sorted = m_diagnostics;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.pos < b.pos; });
    const auto same = [](const Diagnostic& a, const Diagnostic& b) {
        return a.pos.line == b.pos.line && a.pos.file == b.pos.file && a.message == b.message;
    };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
    return sorted;
}

} // namespace unwind::types
