// Stack traces as Go prints them. Wrappers made by the compiler are left out; between a deferred call run by a panic and the
// frame that panicked stands the runtime's own frame, panic(...) or runtime.Goexit().
#include "vm/machine.h"

#include <fmt/format.h>

namespace unwind::vm {

namespace {

constexpr size_t kShownAtEachEnd = 50;

std::string positionLine(const bytecode::Program& program, uint64_t packed, uint32_t offset) {
    const SourcePos pos = trace::unpackPos(packed);
    const std::string& path = pos.file.value ? program.files[pos.file.value - 1].path : std::string("?");
    return fmt::format("\t{}:{} +{:#x}\n", path, pos.line, offset);
}

const runtime::Defer* runningAt(const runtime::G& g, uint32_t depth) {
    for (const runtime::Defer* d = g.running; d; d = d->link)
        if (d->callFrame == depth)
            return d;
    return nullptr;
}

} // namespace

bool Machine::isRunByUnwinding(const runtime::G& g, const FrameRef& frame) const {
    const runtime::Defer* d = frame.special ? runningAt(g, frame.depth) : nullptr;
    return d && d->why != trace::DeferWhy::Return;
}

bool Machine::isSkippedReflection(const bytecode::Function& fn) const {
    return m_sched.profile().reflectFrames == profile::ReflectFrames::Skipped &&
           !fn.isWrapper && (fn.name.starts_with("reflect.") || fn.name.starts_with("internal/value."));
}

/// The article's hook: a panic that has come through package reflect leaves its frames out of the stack.
void Machine::runPanicwrapHook(const VmG& vg) {
    if (!m_options.sink)
        return;
    uint64_t skipped = 0;
    for (FrameWalk walk(vg, *m_code); !walk.atEnd(); walk.next())
        skipped += walk->fn->fn && isSkippedReflection(*walk->fn->fn);
    if (skipped)
        m_sched.emitStep(trace::StepName::PanicwrapHook, *vg.g, skipped);
}

std::vector<std::string> Machine::tracebackEntries(const VmG& vg, bool cut) const {
    const runtime::G& g = *vg.g;
    std::vector<std::string> entries;
    for (FrameWalk walk(vg, *m_code); !walk.atEnd(); walk.next()) {
        const FrameRef& frame = *walk;
        const bytecode::Function* fn = frame.fn->fn;
        if (fn && !fn->isWrapper && !isSkippedReflection(*fn)) {
            const bool plain = fn->paramSlots == 0;
            const uint32_t offset = frame.fn->inside(frame.pc) ? frame.fn->offsetOf(frame.pc) * 4 + 0x1d : 0x1d;
            entries.push_back(fmt::format("{}({})\n", fn->name, plain ? "" : "...") +
                              positionLine(m_program, m_code->position(*frame.fn, frame.pc), offset));
        }
        if (!frame.special)
            continue;
        const runtime::Defer* d = runningAt(g, frame.depth);
        if (d && d->why == trace::DeferWhy::Panic && d->panic && cut) {
            entries.push_back("...additional frames elided...\n");
            break;
        }
        if (d && d->why == trace::DeferWhy::Panic && d->panic)
            entries.push_back(fmt::format("panic({{{:#x}?, {:#x}?}})\n\t$GOROOT/src/runtime/panic.go:783 +0x132\n",
                                          d->panic->value.type, d->panic->value.data));
        else if (d && d->why == trace::DeferWhy::Goexit)
            entries.push_back("runtime.Goexit()\n\t$GOROOT/src/runtime/panic.go:636 +0x5e\n");
    }
    return entries;
}

std::string Machine::traceback(const VmG& vg, bool cut) const {
    const std::vector<std::string> entries = tracebackEntries(vg, cut);
    const profile::Profile& rules = m_sched.profile();
    const bool bothEnds = rules.deepStacks == profile::DeepStacks::BothEnds;
    std::string text;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries.size() > 2 * kShownAtEachEnd && bothEnds && i == kShownAtEachEnd) {
            const size_t elided = entries.size() - 2 * kShownAtEachEnd;
            text += fmt::format("...{} frames elided...\n", elided);
            i += elided;
        } else if (i == 2 * kShownAtEachEnd && !bothEnds) {
            text += "...additional frames elided...\n";
            break;
        }
        text += entries[i];
    }
    const runtime::G& g = *vg.g;
    if (g.parent) {
        text += fmt::format("created by {}", creatorName(g));
        if (rules.createdBy == profile::CreatedBy::WithGoroutine)
            text += fmt::format(" in goroutine {}", g.parent.value);
        text += '\n' + positionLine(m_program, g.createdAt, 0x2e);
    }
    return text;
}

/// The function whose go statement made the goroutine: the innermost one around that position.
std::string_view Machine::creatorName(const runtime::G& g) const {
    const VmG& vg = vmOf(g);
    return vg.creator ? std::string_view(vg.creator->fn->name) : std::string_view("runtime");
}

} // namespace unwind::vm
