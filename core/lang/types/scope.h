// Scopes map names to objects; a package is a scope with a path. Counterpart: go/types' Scope and Package.
#pragma once

#include "lang/types/object.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unwind::types {

class Scope {
public:
    explicit Scope(const Scope* parent, bool isFunc = false) : m_parent(parent), m_isFunc(isFunc) {}
    const Scope* parent() const { return m_parent; }
    bool isFunc() const { return m_isFunc; } ///< the outermost scope of a function
    /// The object declared here under that name, or null.
    Object* lookup(std::string_view name) const;
    /// The object that name means at pos: this scope, then outwards; local ones count only once declared.
    Object* lookupParent(std::string_view name, SourcePos pos) const;
    /// Declares obj and returns null, or returns what already has that name.
    Object* insert(Object* obj);
    const std::vector<Object*>& objects() const { return m_objects; } ///< in order of insertion

private:
    const Scope* m_parent;
    std::vector<Object*> m_objects;
    std::unique_ptr<std::unordered_map<std::string_view, Object*>>
        m_index; ///< once a scope has more than a few objects
    bool m_isFunc;
};

class Package {
public:
    Package(std::string path, std::string name, const Scope* universe)
        : m_path(std::move(path)), m_name(std::move(name)), m_scope(universe) {}
    const std::string& path() const { return m_path; } ///< "main", "net/http"
    const std::string& name() const { return m_name; } ///< "http"
    const Scope& scope() const { return m_scope; }
    bool isStd() const { return m_isStd; }
    /// Packages imported directly, in order of first import.
    const std::vector<Package*>& imports() const { return m_imports; }
    /// What is known about the package's syntax; expressions of its files index it.
    const Info& info() const { return *m_info; }
    /// Functions declared in the package, methods and init functions included, in source order.
    const std::vector<Func*>& funcs() const { return m_funcs; }
    /// init functions in source order.
    const std::vector<Func*>& inits() const { return m_inits; }

private:
    friend class Checker;
    friend class Program;
    friend class Universe;
    std::string m_path;
    std::string m_name;
    Scope m_scope;
    bool m_isStd = false;
    bool m_complete = false;
    std::vector<Package*> m_imports;
    std::vector<Func*> m_funcs;
    std::vector<Func*> m_inits;
    Info* m_info = nullptr;
    Checker* m_checker = nullptr;
};

} // namespace unwind::types
