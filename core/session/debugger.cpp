#include "session/debugger.h"

#include "runtime/g.h"

#include <algorithm>
#include <set>

namespace unwind::session {
namespace {

uint64_t lineKey(FileId file, uint32_t line) { return uint64_t{file.value} << 32 | line; }

/// Lines of a file on which a statement begins.
std::set<uint32_t> statementLines(const bytecode::Program& program, FileId file) {
    std::set<uint32_t> lines;
    for (const auto& function : program.functions) {
        if (function.pos.file != file) continue;
        for (const auto& entry : function.lines)
            if (entry.statement) lines.insert(entry.line);
    }
    return lines;
}

} // namespace

const char* stopReasonName(StopReason reason) {
    switch (reason) {
    case StopReason::Entry: return "entry";
    case StopReason::Step: return "step";
    case StopReason::Breakpoint: return "breakpoint";
    case StopReason::Pause: return "pause";
    }
    return "";
}

Debugger::Debugger(const bytecode::Program& program) : m_program(program) {}

std::vector<Breakpoint> Debugger::setBreakpoints(const std::string& path, const std::vector<uint32_t>& lines) {
    auto it = std::ranges::find(m_program.files, path, &SourceFile::path);
    if (it == m_program.files.end()) return std::vector<Breakpoint>(lines.size());
    FileId file{uint32_t(it - m_program.files.begin()) + 1};
    std::erase_if(m_lines, [file](const auto& entry) { return entry.first >> 32 == file.value; });
    const std::set<uint32_t> possible = statementLines(m_program, file);
    std::vector<Breakpoint> set;
    for (uint32_t line : lines) {
        auto at = possible.lower_bound(line);
        if (at == possible.end()) {
            set.push_back({});
            continue;
        }
        set.push_back({++m_nextId, *at, path});
        m_lines[lineKey(file, *at)] = m_nextId;
    }
    return set;
}

void Debugger::resume(Step step, GoId go, uint32_t depth) {
    m_step = step;
    m_stepGo = go;
    m_stepDepth = depth;
    m_stepFrom = eventCount ? eventCount() : 0;
}

void Debugger::atStatement(runtime::G& g, uint64_t position, uint32_t depth) {
    const SourcePos at = trace::unpackPos(position);
    const bool isStd = at.file.value && m_program.files[at.file.value - 1].isStd;
    if (m_entry && !isStd) {
        m_entry = false;
        return stop(StopReason::Entry, g.id, depth);
    }
    if (!m_lines.empty()) {
        if (auto it = m_lines.find(lineKey(at.file, at.line)); it != m_lines.end()) {
            m_hit = {it->second};
            return stop(StopReason::Breakpoint, g.id, depth);
        }
    }
    if (stepEnds(g.id, depth, isStd)) stop(StopReason::Step, g.id, depth);
}

void Debugger::atHappening(runtime::G& g, Happening) {
    if (m_step == Step::Event) stop(StopReason::Step, g.id, m_depth);
}

// A step belongs to its goroutine; others run meanwhile and do not end it, unless the machinery's events are stepped.
bool Debugger::stepEnds(GoId go, uint32_t depth, bool isStd) const {
    if (m_step == Step::Event) return !eventCount || eventCount() > m_stepFrom;
    if (m_step == Step::Continue || go != m_stepGo || (isStd && !stepIntoStd)) return false;
    switch (m_step) {
    case Step::Into: return true;
    case Step::Over: return depth <= m_stepDepth;
    default: return depth < m_stepDepth;
    }
}

void Debugger::stop(StopReason reason, GoId go, uint32_t depth) {
    if (reason != StopReason::Breakpoint) m_hit.clear();
    m_step = Step::Continue;
    m_stopped = true;
    m_reason = reason;
    m_go = go;
    m_depth = depth;
    m_vm->pause();
}

void Debugger::paused(GoId go, uint32_t depth) {
    m_hit.clear();
    m_reason = StopReason::Pause;
    m_go = go;
    m_depth = depth;
}

} // namespace unwind::session
