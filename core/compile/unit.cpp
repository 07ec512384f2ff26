#include "compile/unit.h"

#include "compile/function.h"
#include "lang/types/lookup.h"

#include <algorithm>
#include <fmt/format.h>

namespace unwind::compile {

Unit::Unit(types::Program& checked, bytecode::Program& program, Diagnostics& errors)
    : program(program),
      typeTable(program,
                [this](GoType t, const types::Selection& selection) { return methodEntry(t, selection); }),
      m_checked(checked), m_errors(errors)
{
}

bool Unit::isStd(SourcePos pos) const
{
    const size_t index = pos.file.value;
    return index > 0 && index <= program.files.size() && program.files[index - 1].isStd;
}

void Unit::error(SourcePos pos, std::string message)
{
    for (const Diagnostic& d : m_errors) {
        if (d.pos == pos && d.message == message)
            return;
    }
    m_errors.push_back({pos, {}, std::move(message), Severity::Error, "Unsupported"});
}

int32_t Unit::enqueue(std::string name, const types::FuncInfo* info, bool isStd, Body body)
{
    const auto index = static_cast<int32_t>(program.functions.size());
    program.functions.emplace_back();
    program.functions.back().name = std::move(name);
    m_work.push_back({index, info, isStd, std::move(body)});
    return index;
}

int32_t Unit::function(const types::Func& func)
{
    if (const auto it = m_functions.find(&func); it != m_functions.end())
        return it->second;
    const types::FuncInfo* info = m_checked.body(&func);
    const bool std = isStd(func.pos());
    std::string name = func.fullName();
    if (func.pkg() && func.name() == "init" && !func.signature()->recv()) {
        const auto& inits = func.pkg()->inits();
        name += fmt::format(".{}", std::find(inits.begin(), inits.end(), &func) - inits.begin());
    }
    int32_t index = -1;
    if (!func.hasBody()) {
        const int32_t number = native(func.fullName());
        index = enqueue(name, nullptr, std, [&func, number](FunctionCompiler& f) { f.nativeStub(func, number); });
    } else {
        index = enqueue(name, info, std, [&func](FunctionCompiler& f) { f.declared(*func.decl(), func); });
    }
    return m_functions[&func] = index;
}

int32_t Unit::literal(const types::FuncInfo& info, const syntax::FuncLit& lit, const std::function<std::string()>& name)
{
    if (const auto it = m_literals.find(&info); it != m_literals.end())
        return it->second;
    const int32_t index = enqueue(name(), &info, isStd(lit.start), [&lit](FunctionCompiler& f) { f.literal(lit); });
    return m_literals[&info] = index;
}

int32_t Unit::synthetic(const std::string& key, const std::string& name, std::function<void(FunctionCompiler&)> body)
{
    if (const auto it = m_synthetic.find(key); it != m_synthetic.end())
        return it->second;
    const int32_t index = enqueue(name, nullptr, true, std::move(body));
    return m_synthetic[key] = index;
}

/// The function in a method table: the method itself when it takes the data word as it is, else one that hands on.
int32_t Unit::methodEntry(GoType t, const types::Selection& selection)
{
    const types::Func& method = *selection.method();
    const bool isPointer = types::as<types::Pointer>(t) != nullptr;
    const bool direct = method.decl() && selection.index.size() == 1 &&
                        (isPointer ? method.hasPointerRecv() : slotsOf(t) == 1 && !method.hasPointerRecv());
    if (direct)
        return function(method);
    const bytecode::TypeIndex type = typeTable.index(t);
    const std::string& typeName = program.types[static_cast<size_t>(type)].name;
    return synthetic(fmt::format("entry {} {}", type, static_cast<const void*>(&method)),
                     (isPointer ? "(" + typeName + ")." : typeName + ".") + method.name(),
                     [t, selection](FunctionCompiler& f) { f.forward(t, selection, FunctionCompiler::Receiver::DataWord); });
}

int32_t Unit::native(const std::string& name)
{
    const auto [it, isNew] = m_natives.emplace(name, static_cast<int32_t>(program.natives.size()));
    if (isNew)
        program.natives.push_back(name);
    return it->second;
}

int32_t Unit::string(const std::string& text)
{
    const auto [it, isNew] = m_strings.emplace(text, static_cast<int32_t>(program.strings.size()));
    if (isNew)
        program.strings.push_back(text);
    return it->second;
}

uint32_t Unit::global(const types::Var& var)
{
    if (const auto it = m_globals.find(&var); it != m_globals.end())
        return it->second;
    m_checked.initializer(&var); // what it needs belongs to the program from now on
    const uint32_t offset = program.dataSize;
    const std::vector<bool>& bits = pointersOf(var.type());
    const uint32_t slots = slotsOf(var.type());
    program.dataPointers.insert(program.dataPointers.end(), bits.begin(), bits.begin() + slots);
    program.dataSize += slots * 8;
    const std::string package = var.pkg() ? var.pkg()->path() : std::string();
    program.globals.push_back({package + "." + var.name(), typeTable.index(var.type()), offset});
    return m_globals[&var] = offset;
}

void Unit::compile(const Work& work)
{
    for (const bool longJumps : {false, true}) {
        bytecode::Function fn;
        fn.name = program.functions[static_cast<size_t>(work.index)].name;
        fn.isStd = work.isStd;
        FunctionCompiler compiler(*this, work.info, fn, longJumps);
        work.body(compiler);
        if (compiler.frameTooLarge()) {
            error(fn.pos, fmt::format("function {} needs a stack frame larger than 512 KB", fn.name));
            return;
        }
        if (compiler.finish()) {
            program.functions[static_cast<size_t>(work.index)] = std::move(fn);
            return;
        }
    }
}

void Unit::drain()
{
    do {
        while (!m_work.empty()) {
            const Work work = std::move(m_work.front());
            m_work.pop_front();
            compile(work);
        }
    } while (typeTable.settle());
}

/// Types that the machine itself makes values of, and what it calls on panic values.
void Unit::linkRuntime()
{
    typeTable.calledByName("Error");
    typeTable.calledByName("String");
    typeTable.boxed(types::errorType());
    for (const auto kind : {types::BasicKind::String, types::BasicKind::Int})
        typeTable.boxed(types::basic(kind));
    Result<types::Package*> runtime = m_checked.import("runtime");
    if (!runtime)
        return;
    for (const types::Object* obj : (*runtime)->scope().objects()) {
        const auto* name = types::object<types::TypeName>(obj);
        if (name)
            m_checked.resolve(*name);
        if (!name || name->isAlias() || types::isInterface(name->type()))
            continue;
        typeTable.boxed(name->type());
        for (const types::Func* method : types::exactly<types::Named>(name->type())->methods()) {
            if (method->hasPointerRecv()) {
                typeTable.boxed(&m_pointers.emplace_back(name->type()));
                break;
            }
        }
    }
}

/// Packages in the order Go initializes them: by import path, each as soon as what it imports is done.
std::vector<const types::Package*> Unit::inOrder() const
{
    std::vector<const types::Package*> waiting(m_checked.packages().begin(), m_checked.packages().end());
    std::sort(waiting.begin(), waiting.end(), [](const auto* x, const auto* y) { return x->path() < y->path(); });
    std::vector<const types::Package*> done;
    while (!waiting.empty()) {
        const auto ready = std::find_if(waiting.begin(), waiting.end(), [&](const types::Package* p) {
            return std::all_of(p->imports().begin(), p->imports().end(), [&](const types::Package* i) {
                return std::find(waiting.begin(), waiting.end(), i) == waiting.end();
            });
        });
        const auto next = ready == waiting.end() ? waiting.begin() : ready;
        done.push_back(*next);
        waiting.erase(next);
    }
    return done;
}

/// Puts the initializers that are known to be needed on the work list. True if there was a new one.
bool Unit::requestInitializers(const types::Package& package)
{
    bool found = false;
    for (const types::Initializer& step : m_checked.initOrder(package)) {
        if (m_initializers.count(step.info))
            continue;
        found = true;
        const types::Initializer one = step;
        m_initializers[step.info] = enqueue(package.path() + ".init", step.info, true,
                                            [one](FunctionCompiler& f) { f.initializers({one}); });
    }
    for (const types::Func* init : package.inits())
        found = m_functions.count(init) == 0 || found, function(*init);
    return found;
}

void Unit::run(const types::Package& main)
{
    linkRuntime();
    const types::Object* entry = main.scope().lookup("main");
    program.main = function(*types::object<types::Func>(entry));
    std::vector<int32_t> mainInits;
    for (const types::Func* init : main.inits())
        mainInits.push_back(function(*init));
    const std::vector<types::Initializer> steps = m_checked.initOrder(main);
    int32_t mainInit = -1;
    if (!steps.empty())
        mainInit = enqueue(main.path() + ".init", steps[0].info, false,
                           [steps](FunctionCompiler& f) { f.initializers(steps); });
    // What initializers mention may need further initializers, also of other packages.
    for (bool more = true; more;) {
        drain();
        more = false;
        for (const types::Package* package : m_checked.packages()) {
            if (package != &main)
                more = requestInitializers(*package) || more;
        }
    }
    std::vector<int32_t> calls;
    for (const types::Package* package : inOrder()) {
        if (package == &main)
            continue;
        for (const types::Initializer& step : m_checked.initOrder(*package))
            calls.push_back(m_initializers.at(step.info));
        for (const types::Func* init : package->inits())
            calls.push_back(function(*init));
    }
    if (mainInit >= 0)
        calls.push_back(mainInit);
    calls.insert(calls.end(), mainInits.begin(), mainInits.end());
    program.init = synthetic("init", "runtime.doInit", [calls](FunctionCompiler& f) { f.startUp(calls); });
    drain();
}

} // namespace unwind::compile
