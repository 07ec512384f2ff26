#include "widgets/common/stepping.h"

#include "widgets/common/names.h"

#include <climits>
#include <unordered_set>

namespace unwind::widgets {

namespace {

constexpr Seq kWindow = 16384; // events looked at together when searching backwards

int depthFor(const Cursor& cursor, StepGrain grain) {
    const state::Goroutine* goroutine = cursor.selected();
    const int depth = goroutine ? int(goroutine->frames.size()) - 1 : 0;
    switch (grain) {
    case StepGrain::Into: return INT_MAX;
    case StepGrain::Over: return std::max(depth, 0);
    case StepGrain::Out: return depth - 1;
    }
    return INT_MAX;
}

bool insideStd(const trace::LogReader& log, const trace::Event& event) {
    if (event.kind != trace::Kind::Call && event.kind != trace::Kind::Return) return false;
    const trace::FunctionInfo* function = log.function(FuncId{uint32_t(event.args[0])});
    return function && function->isStd;
}

std::optional<Seq> after(Seq seq) { return seq == kNoSeq ? std::nullopt : std::optional<Seq>(seq + 1); }

// Marked lines as file << 32 | line, for the log's own file numbers.
std::unordered_set<uint64_t> marked(const trace::LogReader& log, const Breakpoints& breakpoints) {
    std::unordered_set<uint64_t> places;
    const size_t files = log.header().files.size();
    for (uint32_t id = 1; id <= files; ++id)
        for (int line : breakpoints.lines(fileBaseName(log, FileId{id}))) places.insert(uint64_t{id} << 32 | unsigned(line));
    return places;
}

bool stopsAt(const trace::Event& event, const std::unordered_set<uint64_t>& places) {
    if (event.kind != trace::Kind::Stmt) return false;
    const SourcePos at = trace::unpackPos(event.args[0]);
    return places.contains(uint64_t{at.file.value} << 32 | at.line);
}

} // namespace

std::optional<Seq> lineForward(const Cursor& cursor, StepGrain grain) {
    if (!cursor.recording()) return {};
    const int depth = depthFor(cursor, grain);
    if (depth < 0) return {};
    const Seq from = cursor.count() ? cursor.count() - 1 : kNoSeq;
    return after(cursor.recording()->read(
        [&](const state::History& history) { return history.nextStatement(from, cursor.goroutine(), depth); }));
}

std::optional<Seq> lineBack(const Cursor& cursor, StepGrain grain) {
    if (!cursor.recording() || cursor.count() == 0) return {};
    const int depth = depthFor(cursor, grain);
    if (depth < 0) return {};
    const Seq from = cursor.count() - 1;
    return after(cursor.recording()->read(
        [&](const state::History& history) { return history.previousStatement(from, cursor.goroutine(), depth); }));
}

std::optional<Seq> runForward(const Cursor& cursor, const Breakpoints& breakpoints) {
    if (!cursor.recording() || breakpoints.isEmpty()) return {};
    const auto places = marked(*cursor.log(), breakpoints);
    std::optional<Seq> found;
    cursor.log()->forEach(cursor.count(), cursor.recording()->size(), [&](const trace::Event& event) {
        if (stopsAt(event, places)) found = event.seq + 1;
        return !found;
    });
    return found;
}

std::optional<Seq> runBack(const Cursor& cursor, const Breakpoints& breakpoints) {
    if (!cursor.recording() || breakpoints.isEmpty() || cursor.count() == 0) return {};
    const auto places = marked(*cursor.log(), breakpoints);
    for (Seq to = cursor.count() - 1; to > 0;) {
        const Seq from = to > kWindow ? to - kWindow : 0;
        std::optional<Seq> found;
        cursor.log()->forEach(from, to, [&](const trace::Event& event) {
            if (stopsAt(event, places)) found = event.seq + 1;
            return true;
        });
        if (found) return found;
        to = from;
    }
    return {};
}

std::optional<Seq> eventForward(const Cursor& cursor) {
    std::optional<Seq> found;
    if (!cursor.log()) return found;
    cursor.log()->forEach(cursor.count(), cursor.recording()->size(), [&](const trace::Event& event) {
        if (!insideStd(*cursor.log(), event)) found = event.seq + 1;
        return !found;
    });
    return found;
}

std::optional<Seq> eventBack(const Cursor& cursor) {
    if (!cursor.log() || cursor.count() == 0) return std::nullopt;
    for (Seq to = cursor.count() - 1; to > 0; --to)
        if (!insideStd(*cursor.log(), cursor.log()->at(to - 1))) return to;
    return 0;
}

std::optional<Seq> firstStatement(const Recording& recording) {
    const trace::LogReader& log = recording.log();
    const auto& files = log.header().files;
    std::optional<Seq> found;
    log.forEach(0, recording.size(), [&](const trace::Event& event) {
        if (event.kind != trace::Kind::Stmt) return true;
        const SourcePos at = trace::unpackPos(event.args[0]);
        if (at.file && at.file.value <= files.size() && !files[at.file.value - 1].isStd) found = event.seq + 1;
        return !found;
    });
    return found;
}

} // namespace unwind::widgets
