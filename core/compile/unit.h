// One compilation: the tables of the program being made and the work list of functions that something can call.
// Asking for a function's number puts it on the list; run() compiles until the list is empty.
#pragma once

#include "base/diagnostic.h"
#include "bytecode/program.h"
#include "compile/typetable.h"
#include "lang/types/checker.h"

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace unwind::compile {

class FunctionCompiler;

class Unit {
public:
    Unit(types::Program& checked, bytecode::Program& program, Diagnostics& errors);

    /// Compiles package main (checked, without errors) and everything it reaches.
    void run(const types::Package& main);

    // Numbers, made when first asked for.
    int32_t function(const types::Func& func);
    /// The function of a literal.
    int32_t literal(const types::FuncInfo& info, const syntax::FuncLit& lit, const std::function<std::string()>& name);
    /// A function that the compiler makes up; key is its identity.
    int32_t synthetic(const std::string& key, const std::string& name, std::function<void(FunctionCompiler&)> body);
    int32_t native(const std::string& name);
    int32_t string(const std::string& text);
    /// Offset in the data segment.
    uint32_t global(const types::Var& var);

    bool isStd(SourcePos pos) const;
    const types::FuncInfo* body(const types::Func& func) { return m_checked.body(&func); }
    const types::Info& info() const { return m_checked.info(); }
    void error(SourcePos pos, std::string message);
    /// Number of the next function literal in the package's initializers.
    int nextInitLiteral(const std::string& initName) { return ++m_initLiterals[initName]; }

    bytecode::Program& program;
    TypeTable typeTable;
    /// Local arrays that are indexed by variables: they live in heap cells, where indexing can reach them.
    std::unordered_set<const types::Var*> indexedArrays;

private:
    using Body = std::function<void(FunctionCompiler&)>;
    struct Work {
        int32_t index;
        const types::FuncInfo* info;
        bool isStd;
        Body body;
    };
    int32_t enqueue(std::string name, const types::FuncInfo* info, bool isStd, Body body);
    void compile(const Work& work);
    void drain();
    void linkRuntime();
    int32_t methodEntry(GoType t, const types::Selection& selection);
    bool requestInitializers(const types::Package& package);
    std::vector<const types::Package*> inOrder() const;

    types::Program& m_checked;
    Diagnostics& m_errors;
    std::deque<Work> m_work;
    std::deque<types::Pointer> m_pointers; ///< pointer types that no source text spells
    std::unordered_map<const types::Func*, int32_t> m_functions;
    std::unordered_map<const types::FuncInfo*, int32_t> m_literals;
    std::unordered_map<std::string, int32_t> m_synthetic;
    std::unordered_map<std::string, int32_t> m_natives;
    std::unordered_map<std::string, int32_t> m_strings;
    std::unordered_map<const types::Var*, uint32_t> m_globals;
    std::unordered_map<std::string, int> m_initLiterals;
    std::unordered_map<const types::FuncInfo*, int32_t> m_initializers; ///< of standard packages, one function each
};

} // namespace unwind::compile
