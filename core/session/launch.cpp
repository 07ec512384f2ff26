// The launch request: from its arguments to a program that is ready to run.
#include "session/engine.h"

#include "session/header.h"
#include "session/load.h"
#include "session/run.h"
#include "session/signals.h"
#include "vet/vet.h"

namespace unwind::session {
namespace {

Options optionsFrom(const Json& arguments) {
    Options options;
    if (std::string name = arguments.value("profile", ""); !name.empty()) options.profile = name;
    options.rules = arguments.value("rules", std::vector<std::string>{});
    options.seed = arguments.value("seed", options.seed);
    options.procs = std::clamp(arguments.value("procs", options.procs), 1, 64);
    options.args = arguments.value("args", std::vector<std::string>{});
    options.signals = arguments.value("signals", std::vector<std::string>{});
    options.logBudget = arguments.value("logBudget", options.logBudget);
    options.heapLimit = arguments.value("heapLimit", options.heapLimit >> 20) << 20;
    const std::string detail = arguments.value("detail", "statements");
    options.detail = detail == "scheduling" ? trace::Detail::Scheduling
                     : detail == "calls"    ? trace::Detail::Calls
                                            : trace::Detail::Statements;
    return options;
}

Result<std::vector<SourceFile>> sourcesFrom(const Json& arguments) {
    const std::string path = arguments.value("program", "");
    if (!arguments.contains("source")) return readSources({path});
    return std::vector<SourceFile>{{path, arguments.at("source").get<std::string>(), false}};
}

Json toJson(const compile::BuildResult& built) {
    Json list = Json::array();
    for (const Diagnostic& d : built.ok() ? built.warnings : built.errors)
        list.push_back({{"path", built.program.files[d.pos.file.value - 1].path},
                        {"line", d.pos.line},
                        {"column", d.pos.column},
                        {"endLine", d.end.line},
                        {"endColumn", d.end.column},
                        {"message", d.message},
                        {"severity", d.severity == Severity::Error ? "error" : "warning"},
                        {"code", d.code},
                        {"explanation", vet::explanation(d.code)}});
    return list;
}

} // namespace

Status Engine::prepare(const Json& arguments) {
    auto sources = sourcesFrom(arguments);
    if (!sources) return Error{sources.error()};
    const Options options = optionsFrom(arguments);
    auto profile = resolveProfile(options, sources->front().text);
    if (!profile) return Error{profile.error()};

    compile::BuildResult built = buildVetted(std::move(*sources), *profile);
    if (!built.ok() || !built.warnings.empty()) m_wire.event("unwind/diagnostics", {{"diagnostics", toJson(built)}});
    if (!built.ok()) {
        m_wire.event("output", {{"category", "stderr"}, {"output", formatDiagnostics(built)}});
        return Error{"The program does not compile: " + formatDiagnostic(built.program, built.errors.front())};
    }
    m_program = std::make_unique<bytecode::Program>(std::move(built.program));
    auto signals = plannedSignals(options, *m_program);
    if (!signals) return Error{signals.error()};

    auto log = trace::LogWriter::create({arguments.value("logPath", ""), options.logBudget},
                                        makeHeader(*m_program, *profile, options));
    if (!log) return Error{log.error()};
    m_log = std::move(*log);
    m_log->detail = options.detail;
    m_wire.event("unwind/log", {{"path", m_log->path()}});

    m_debugger = std::make_unique<Debugger>(*m_program);
    m_debugger->eventCount = [this] { return m_log->next(); };
    m_debugger->stepIntoStd = arguments.value("stepIntoStd", false);
    if (arguments.value("stopOnEntry", false)) m_debugger->stopAtEntry();
    for (const auto& [path, lines] : m_breakpoints) m_debugger->setBreakpoints(path, lines);

    vm::VmOptions vmWith = vmOptions(options, *profile, *m_log);
    vmWith.signals = std::move(*signals);
    vmWith.awaitSignals = true;
    m_vm = std::make_unique<vm::Vm>(*m_program, std::move(vmWith));
    m_debugger->attach(*m_vm);
    return m_vm->fault().empty() ? ok() : Error{m_vm->fault()};
}

vm::VmOptions Engine::vmOptions(const Options& options, const profile::Profile& profile, trace::Sink& sink) {
    vm::VmOptions vm;
    vm.profile = profile;
    vm.seed = options.seed;
    vm.procs = options.procs;
    vm.heapLimit = options.heapLimit;
    vm.args = osArgs(*m_program, options);
    vm.statementsInStd = m_debugger->stepIntoStd;
    vm.sink = &sink;
    vm.hook = m_debugger.get();
    vm.write = [this](int fd, std::string_view text) {
        m_log->commit();
        m_wire.event("output", {{"category", fd == 2 ? "stderr" : "stdout"}, {"output", text}});
    };
    return vm;
}

} // namespace unwind::session
