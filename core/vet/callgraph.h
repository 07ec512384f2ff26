// Every function body of a package and every call in it: who is called, and whether by a plain call, defer or go. Calls of
// variables that hold one literal for ever are followed; a function that is passed on as a value "escapes": anything may
// call or defer it, and the checks keep silent about it.
#pragma once

#include "lang/types/info.h"

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace unwind::vet {

enum class How : uint8_t { Call, Defer, Go };
struct Function;

struct CallSite {
    const syntax::CallExpr* call = nullptr;
    How how = How::Call;
    const syntax::Stmt* stmt = nullptr; ///< the defer or go statement
    bool isOperand = false;             ///< an operand of a defer or go statement: evaluated right there
    Function* caller = nullptr;
    const types::Object* target = nullptr; ///< function, method, builtin or variable that is named; null for others
    Function* callee = nullptr;            ///< when it is known and has its body in this package
};

struct Function {
    const syntax::Node* node = nullptr; ///< FuncDecl or FuncLit; null for the initializers of package variables
    const syntax::BlockStmt* body = nullptr;
    const types::FuncInfo* info = nullptr;
    Function* outer = nullptr; ///< of a literal: the function it stands in
    std::string name;          ///< "worker", "(*T).Close"; empty for literals
    bool escapes = false;
    std::vector<const CallSite*> calls;   ///< in its own body, in source order
    std::vector<const CallSite*> callers; ///< those that are known

    bool isCalled(How how) const;
    /// "worker", or "this function" for a literal.
    std::string_view shownName() const { return name.empty() ? std::string_view("this function") : name; }
};

class CallGraph {
public:
    CallGraph(const types::Info& info, const types::Package& package, const std::vector<const syntax::File*>& files);
    const std::deque<Function>& functions() const { return m_functions; }
    /// Whether some defer statement may run f, known or not.
    bool mayBeDeferred(const Function& f) const;
    /// The functions where the main goroutine starts: main, init functions, initializers of package variables.
    std::vector<const Function*> entries() const;

private:
    Function* add(const syntax::Node* node, const syntax::BlockStmt* body, const types::FuncInfo* info, Function* outer);
    void addLiteral(const syntax::FuncLit& literal, Function& in, bool escapes, CallSite* site = nullptr);
    void walk(const syntax::Node& node, Function& in, bool isOperand = false);
    void walkChildren(const syntax::Node& node, Function& in, bool isOperand);
    void call(const syntax::CallExpr& call, How how, const syntax::Stmt* stmt, Function& in, bool isOperand);
    void bind(const syntax::Expr& lhs, const syntax::Expr& rhs, Function& in);
    void resolve();

    const types::Info& m_info;
    const types::Package& m_package;
    std::deque<Function> m_functions;
    std::deque<CallSite> m_sites;
    std::map<const types::Object*, Function*> m_bodies; ///< of declared functions, and of variables holding one literal
    std::set<const types::Object*> m_values;            ///< functions and variables used other than by calling them
    std::set<std::string_view> m_deferredMethods;       ///< methods deferred through an interface
};

/// The function or method that a call names, or null.
const types::Func* calledFunc(const CallSite& site);
/// Whether it calls one of these functions or methods of a package.
bool isCallOf(const CallSite& site, std::string_view package, std::initializer_list<std::string_view> names);
bool isBuiltin(const CallSite& site, types::BuiltinId id);

} // namespace unwind::vet
