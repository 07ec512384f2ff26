// The program's run-time type descriptors: one for each Go type that the code, or a value that reached an interface,
// can show. Methods are compiled only if something can call them: a method whose name no interface call uses gets an
// entry without a function.
#pragma once

#include "bytecode/program.h"
#include "compile/layout.h"
#include "lang/types/lookup.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace unwind::compile {

class TypeTable {
public:
    /// Makes the function that an interface's method table holds for a method of a concrete type.
    using EntryMaker = std::function<int32_t(GoType, const types::Selection&)>;

    TypeTable(bytecode::Program& program, EntryMaker entry) : m_program(program), m_entry(std::move(entry)) {}

    bytecode::TypeIndex index(GoType t);
    /// The type of a function with its receiver (null: none) as first parameter.
    bytecode::TypeIndex functionType(const types::Signature& sig, GoType recv);
    /// The type of a built-in function as it is called with these; one for each call of it.
    bytecode::TypeIndex builtinType(const std::vector<GoType>& params);
    /// Values of t reach interfaces: its methods, and those of the types it is made of, can be called.
    void boxed(GoType t);
    /// The number of a method's name; calls through interfaces may use it from now on.
    bytecode::MethodIndex called(const types::Func& method);
    /// The machinery itself calls methods of this name (Error and String, for panic texts).
    void calledByName(std::string_view name);
    /// Does what boxed() and called() found; entries it makes may find more. True if there was something to do.
    bool settle();

private:
    struct Waiting {
        bytecode::TypeIndex type;
        size_t position; ///< in Type::methods
        GoType goType;
        types::Selection selection;
    };
    bytecode::MethodIndex methodName(const types::Func& method);
    bytecode::MethodIndex nameIndex(const std::string& name);
    void describe(bytecode::TypeIndex index, GoType t);
    void fillMethods(bytecode::TypeIndex index, GoType t);
    void use(bytecode::MethodIndex name);

    bytecode::Program& m_program;
    EntryMaker m_entry;
    std::unordered_map<GoType, bytecode::TypeIndex> m_byPointer;
    std::unordered_multimap<size_t, std::pair<GoType, bytecode::TypeIndex>> m_byHash;
    std::unordered_map<std::string, bytecode::MethodIndex> m_names;
    std::unordered_map<std::string, bytecode::TypeIndex> m_withReceiver; ///< by name
    std::vector<bool> m_used;                    ///< by method name
    std::vector<std::vector<Waiting>> m_waiting; ///< by method name, until it is used
    std::vector<Waiting> m_todo;
    std::vector<uint8_t> m_boxed;                ///< by type
    std::vector<std::pair<bytecode::TypeIndex, GoType>> m_newlyBoxed;
};

} // namespace unwind::compile
