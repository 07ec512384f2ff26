#include "trace/exporters.h"

#include "trace/printer.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <ostream>
#include <set>

namespace unwind::trace {
namespace {

using nlohmann::json;

constexpr int kGoroutines = 1; ///< "process" ids of the two groups of tracks
constexpr int kProcessors = 2;

class ChromeWriter {
public:
    ChromeWriter(const LogReader& log, std::ostream& out) : m_log(log), m_out(out) {}
    void write();

private:
    void put(const json& entry);
    json entry(std::string_view phase, int group, uint64_t track, Time time) const {
        return {{"ph", phase}, {"pid", group}, {"tid", track}, {"ts", double(time) / 1000}};
    }
    void nameTrack(int group, uint64_t track, const std::string& name);
    void goroutineSeen(GoId go, FuncId function = {});
    void begin(const Event& e, std::string_view name);
    void end(const Event& e);
    void unwindTo(const Event& e, uint64_t depth);
    void mark(const Event& e, std::string_view name);
    void arrowFrom(const Event& e, GoId target, std::string_view name);
    void runs(const Event& e, GoId go);
    void stops(const Event& e);
    void schedulingEvent(const Event& e);
    void callEvent(const Event& e);

    const LogReader& m_log;
    std::ostream& m_out;
    bool m_first = true;
    uint64_t m_arrows = 0;
    std::map<GoId, std::pair<uint64_t, std::string>> m_pending; ///< arrows that end at the next run of the goroutine
    std::map<GoId, std::vector<uint64_t>> m_slices;             ///< open slices of a goroutine: depth, or kDeferred
    std::map<int32_t, GoId> m_running;
    std::set<GoId> m_named;
    std::set<int32_t> m_procsNamed;

    static constexpr uint64_t kDeferred = ~uint64_t{0};
};

void ChromeWriter::put(const json& entry) {
    m_out << (m_first ? "\n" : ",\n") << entry.dump(-1, ' ', false, json::error_handler_t::replace);
    m_first = false;
}

void ChromeWriter::nameTrack(int group, uint64_t track, const std::string& name) {
    put({{"ph", "M"}, {"pid", group}, {"tid", track}, {"name", "thread_name"}, {"args", {{"name", name}}}});
}

void ChromeWriter::goroutineSeen(GoId go, FuncId function) {
    if (!go || !m_named.insert(go).second)
        return;
    nameTrack(kGoroutines, go.value,
              function ? fmt::format("G{} {}", go.value, m_log.functionName(function)) : fmt::format("G{}", go.value));
}

void ChromeWriter::begin(const Event& e, std::string_view name) {
    json j = entry("B", kGoroutines, e.go.value, e.time);
    j["name"] = name;
    put(j);
}

void ChromeWriter::end(const Event& e) { put(entry("E", kGoroutines, e.go.value, e.time)); }

/// Closes the goroutine's slices down to the frame with this index, inclusive.
void ChromeWriter::unwindTo(const Event& e, uint64_t depth) {
    std::vector<uint64_t>& open = m_slices[e.go];
    while (!open.empty() && (open.back() == kDeferred || open.back() >= depth)) {
        // A deferred call's slice is closed by its own end; only frames above the one sought go with it.
        const bool holds = open.back() != kDeferred || std::any_of(open.begin(), open.end(), [&](uint64_t d) {
                               return d != kDeferred && d >= depth;
                           });
        if (!holds)
            break;
        open.pop_back();
        end(e);
    }
}

void ChromeWriter::mark(const Event& e, std::string_view name) {
    json j = entry("i", kGoroutines, e.go.value, e.time);
    j["name"] = name;
    j["s"] = "t";
    json args = json::object();
    for (size_t i = 0; i < kindArgCount(e.kind); ++i) {
        args[std::string(kindArgName(e.kind, i))] = argumentText(m_log, e, i);
    }
    j["args"] = std::move(args);
    put(j);
}

void ChromeWriter::arrowFrom(const Event& e, GoId target, std::string_view name) {
    if (!e.go)
        return;
    json j = entry("s", kGoroutines, e.go.value, e.time);
    j["name"] = name;
    j["cat"] = "flow";
    j["id"] = ++m_arrows;
    put(j);
    m_pending[target] = {m_arrows, std::string(name)};
}

void ChromeWriter::runs(const Event& e, GoId go) {
    goroutineSeen(go);
    if (m_procsNamed.insert(e.proc.value).second) {
        nameTrack(kProcessors, uint64_t(e.proc.value), fmt::format("P{}", e.proc.value));
    }
    stops(e);
    json j = entry("B", kProcessors, uint64_t(e.proc.value), e.time);
    j["name"] = fmt::format("G{}", go.value);
    put(j);
    m_running[e.proc.value] = go;
    if (auto pending = m_pending.find(go); pending != m_pending.end()) {
        json arrow = entry("f", kGoroutines, go.value, e.time);
        arrow["name"] = pending->second.second;
        arrow["cat"] = "flow";
        arrow["id"] = pending->second.first;
        arrow["bp"] = "e";
        put(arrow);
        m_pending.erase(pending);
    }
}

void ChromeWriter::stops(const Event& e) {
    if (m_running.erase(e.proc.value))
        put(entry("E", kProcessors, uint64_t(e.proc.value), e.time));
}

void ChromeWriter::schedulingEvent(const Event& e) {
    switch (e.kind) {
    case Kind::GoCreate:
        goroutineSeen(GoId{e.args[0]}, FuncId{uint32_t(e.args[1])});
        arrowFrom(e, GoId{e.args[0]}, "go");
        break;
    case Kind::GoUnblock: arrowFrom(e, GoId{e.args[0]}, "ready"); break;
    case Kind::GoStart: runs(e, GoId{e.args[0]}); break;
    case Kind::GoStop:
    case Kind::GoBlock:
        stops(e);
        mark(e, codeText(e.kind, 0, e.args[0]));
        break;
    case Kind::GoDestroy:
        unwindTo(e, 0);
        stops(e);
        break;
    default: break;
    }
}

void ChromeWriter::callEvent(const Event& e) {
    switch (e.kind) {
    case Kind::Call:
        unwindTo(e, e.args[1]);
        m_slices[e.go].push_back(e.args[1]);
        begin(e, m_log.functionName(FuncId{uint32_t(e.args[0])}));
        break;
    case Kind::Return:
    case Kind::FrameDiscard: unwindTo(e, e.args[1]); break;
    case Kind::DeferBegin:
        m_slices[e.go].push_back(kDeferred);
        begin(e, fmt::format("deferred call d{} ({})", e.args[0], codeText(e.kind, 1, e.args[1])));
        break;
    case Kind::DeferEnd:
        if (auto& open = m_slices[e.go]; !open.empty() && open.back() == kDeferred) {
            open.pop_back();
            end(e);
        }
        break;
    case Kind::DeferPush:
    case Kind::DeferSkip:
    case Kind::PanicBegin:
    case Kind::RecoverCall:
    case Kind::PanicRecovered:
    case Kind::PanicAborted:
    case Kind::PanicRepanic:
    case Kind::PanicFatal:
    case Kind::GoexitBegin:
    case Kind::GoexitResume:
    case Kind::GoexitEnd:
    case Kind::GoexitIntercepted:
    case Kind::Fatal:
    case Kind::Throw:
    case Kind::Output: mark(e, kindName(e.kind)); break;
    default: break;
    }
}

void ChromeWriter::write() {
    m_out << "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[";
    put({{"ph", "M"}, {"pid", kGoroutines}, {"name", "process_name"}, {"args", {{"name", "Goroutines"}}}});
    put({{"ph", "M"}, {"pid", kProcessors}, {"name", "process_name"}, {"args", {{"name", "Processors"}}}});
    m_log.forEach(0, m_log.size(), [&](const Event& e) {
        schedulingEvent(e);
        callEvent(e);
        return m_out.good();
    });
    m_out << "\n]}\n";
}

} // namespace

Status exportChromeTrace(const LogReader& log, std::ostream& out) {
    ChromeWriter(log, out).write();
    out.flush();
    if (!out.good())
        return Error{"The trace can not be written completely. Make room on the disk and export it again."};
    return ok();
}

} // namespace unwind::trace
