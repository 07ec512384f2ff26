// Checks a program: the user's package completely, packages of the standard library as far as they are reached.
// Reads syntax trees, writes Info, Packages and Diagnostics worded as the Go compiler words them. What Unwind does
// not support (generics, complex numbers, range over functions) is refused by name and place.
// Usage: make a Program, checkMain, then (if there are no errors) reach() or body() for what is compiled.
// Counterpart: go/types' Config.Check, with lazily checked function bodies.
#pragma once

#include "base/diagnostic.h"
#include "base/result.h"
#include "lang/types/arena.h"
#include "lang/types/info.h"
#include "lang/types/scope.h"
#include "profile/profile.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace unwind::types {

/// Gives the parsed files of a package of the standard library; an empty list means that there is no such package.
using SourceLoader = std::function<std::vector<const syntax::File*>(std::string_view path)>;

/// What a program can run: everything else need not be compiled.
struct Reachable {
    std::vector<const Func*> funcs;       ///< functions and methods, natives included, first reached first
    std::vector<const Package*> packages; ///< in order of initialization, main last
};

class Program {
public:
    /// pathOf gives a file's name for messages that mention a second place ("other declaration of x").
    /// The rules decide which release's language the user's package may use, and how often its loop variables are made.
    explicit Program(SourceLoader loader, std::function<std::string(FileId)> pathOf = {}, const profile::Profile& rules = {});
    ~Program();

    /// Checks the user's package main. Faults are in diagnostics(); the tree must outlive the Program.
    Package* checkMain(const std::vector<const syntax::File*>& files);
    /// A package of the standard library by import path, its declarations collected. The error is worded as Go's.
    Result<Package*> import(std::string_view path);

    /// Checks the declaration of a package-level object that nothing has mentioned so far: afterwards its type is
    /// known.
    void resolve(const Object& obj);
    /// Facts about a function's body, which is checked now if it was not yet. Null for natives and interface methods.
    const FuncInfo* body(const Func* func);
    /// Facts about a package-level variable's initializer, checked now if it was not yet. Null if it has none.
    const FuncInfo* initializer(const Var* var);
    /// Every function that can run, found from main, init functions, package variables and the methods of types that
    /// are converted to interfaces; all functions of the user's package count. Checks the bodies on the way.
    Reachable reach();
    /// The package's variables in order of initialization. For a package of the standard library: only variables that
    /// checked code mentions, so call it after reach().
    std::vector<Initializer> initOrder(const Package& package);

    /// All faults so far in source order, each once.
    Diagnostics diagnostics() const;
    bool hasErrors() const { return !m_diagnostics.empty(); }
    const Info& info() const { return m_info; }
    /// Packages loaded so far, the user's first.
    const std::vector<Package*>& packages() const { return m_packages; }

private:
    friend class Checker;
    Arena m_arena;
    Info m_info;
    SourceLoader m_loader;
    std::function<std::string(FileId)> m_pathOf;
    const profile::Profile m_rules;
    std::vector<uint8_t> m_untyped; ///< by node id: how far the type of an untyped expression is settled
    std::vector<Package*> m_packages;
    std::vector<std::unique_ptr<Checker>> m_checkers;
    Diagnostics m_diagnostics;
    Package* m_main = nullptr;
};

/// Predeclared types: basic(BasicKind::Int); byteType() and runeType() are the aliases' own objects.
const Basic* basic(BasicKind kind);
const Basic* byteType();
const Basic* runeType();
const Named* errorType();
/// The predeclared any, and the plain interface{} that recover returns; identical, but messages tell them apart.
const Interface* anyType();
const Interface* emptyInterface();
/// The scope of predeclared names.
const Scope& universe();
/// Package unsafe.
Package& unsafePackage();

} // namespace unwind::types
