// Keyframes are snapshots that share what did not change (cowmap.h). They stand at least kSpacing events apart, farther
// when much would have to be copied, and every second one is given up when they are too many or take too much memory:
// so a seek folds some ten thousand events as a rule, and memory stays bounded, however long the log is.
#include "state/lanes.h"
#include "state/paths.h"
#include "state/statements.h"
#include "state/timeline.h"

#include <algorithm>

namespace unwind::state {
namespace {

using trace::Event;
using trace::Kind;

constexpr Seq kSpacing = 32768;
constexpr size_t kMaxKeyframes = 256;
constexpr size_t kMaxBytes = size_t{256} << 20; ///< of all keyframes together
constexpr size_t kBytesPerEvent = 32;           ///< a keyframe may cost this much for each event since the one before
constexpr Seq kTimeSpacing = 1024;              ///< between entries of the time index

size_t bytesOf(const Goroutine& g) {
    return sizeof g + g.frames.size() * sizeof(Frame) + g.defers.size() * sizeof(Defer) +
           g.panics.size() * sizeof(Panic);
}

/// What a keyframe costs beyond what it shares with the one before.
size_t cost(const Snapshot& s, const Snapshot& before) {
    size_t bytes = s.globalQueue.size() * sizeof(GoId) + s.goroutines.size() + s.channels.size();
    s.goroutines.forEachUnshared(before.goroutines, [&](const Goroutine& g) { bytes += bytesOf(g); });
    s.channels.forEachUnshared(before.channels, [&](const Channel&) { bytes += sizeof(Channel); });
    s.timers.forEachUnshared(before.timers, [&](const Time&) { bytes += sizeof(Time); });
    return bytes;
}

} // namespace

struct History::Impl {
    explicit Impl(const trace::LogReader& l) : log(l), statements(l), paths(l) { keyframes.emplace_back(); }
    void add(const Event& e);
    void considerKeyframe();
    void thinKeyframes();
    void foldTo(Snapshot& s, Seq count) const;

    const trace::LogReader& log;
    Snapshot head;                   ///< everything folded so far
    std::vector<Snapshot> keyframes; ///< ascending, the first is empty
    size_t keyframeBytes = 0;
    Seq spacing = kSpacing, considerAt = kSpacing;
    std::vector<std::pair<Time, Seq>> times; ///< an event now and then
    LaneBuilder lanes;
    trace::Reports reports;
    std::vector<Seq> signals;
    StatementIndex statements;
    PathIndex paths;
    mutable Snapshot last; ///< of the last at(): the next step is one fold away
};

void History::Impl::add(const Event& e) {
    fold(head, e);
    lanes.add(e, head);
    paths.add(e, head);
    if (e.kind == Kind::Stmt) {
        const Goroutine* g = head.find(e.go);
        statements.add(e, g ? int(g->frames.size()) - 1 : -1);
    }
    if (e.kind == Kind::Record)
        reports.add(log, e);
    if (e.kind == Kind::Signal)
        signals.push_back(e.seq);
    if (times.empty() || e.seq >= times.back().second + kTimeSpacing)
        times.emplace_back(e.time, e.seq);
    if (head.count >= considerAt)
        considerKeyframe();
}

void History::Impl::considerKeyframe() {
    considerAt = head.count + spacing;
    const Snapshot& before = keyframes.back();
    const size_t bytes = cost(head, before);
    if (bytes > (head.count - before.count) * kBytesPerEvent)
        return;
    keyframes.push_back(head);
    keyframeBytes += bytes;
    if (keyframes.size() > kMaxKeyframes || keyframeBytes > kMaxBytes)
        thinKeyframes();
}

void History::Impl::thinKeyframes() {
    size_t kept = 1;
    keyframeBytes = 0;
    for (size_t i = 2; i < keyframes.size(); i += 2) {
        keyframes[kept] = std::move(keyframes[i]);
        keyframeBytes += cost(keyframes[kept], keyframes[kept - 1]);
        ++kept;
    }
    keyframes.resize(kept);
    spacing *= 2;
    considerAt = keyframes.back().count + spacing;
}

void History::Impl::foldTo(Snapshot& s, Seq count) const {
    log.forEach(s.count, count, [&](const Event& e) {
        fold(s, e);
        return true;
    });
}

History::History(const trace::LogReader& log) : m_impl(std::make_unique<Impl>(log)) {}
History::~History() = default;

Seq History::extend(size_t maxEvents) {
    Impl& d = *m_impl;
    size_t left = maxEvents;
    trace::LogReader::Cursor cursor(d.log, d.head.count);
    Event event;
    while (left > 0 && cursor.next(event)) {
        d.add(event);
        --left;
    }
    d.lanes.settle(d.head.time);
    return d.head.count;
}

Seq History::size() const { return m_impl->head.count; }

Snapshot History::at(Seq count) const {
    const Impl& d = *m_impl;
    if (count >= d.head.count)
        return d.head;
    const auto behind = std::upper_bound(d.keyframes.begin(), d.keyframes.end(), count,
                                         [](Seq c, const Snapshot& s) { return c < s.count; });
    const Snapshot& keyframe = *std::prev(behind);
    if (d.last.count > count || d.last.count < keyframe.count)
        d.last = keyframe;
    d.foldTo(d.last, count);
    return d.last;
}

const std::vector<Lane>& History::goroutineLanes() const { return m_impl->lanes.goroutines; }
const std::vector<Lane>& History::processorLanes() const { return m_impl->lanes.processors; }
const std::vector<Mark>& History::marks() const { return m_impl->lanes.marks; }
const std::vector<DepthSample>& History::queueDepth() const { return m_impl->lanes.depth; }
const std::vector<OutputSpan>& History::output() const { return m_impl->lanes.output; }
const trace::Reports& History::reports() const { return m_impl->reports; }
const std::vector<Seq>& History::signals() const { return m_impl->signals; }

const Path* History::path(GoId go) const {
    const auto it = m_impl->paths.goroutines.find(go);
    return it == m_impl->paths.goroutines.end() ? nullptr : &it->second;
}

const std::vector<StateMachine>& History::machines() const { return m_impl->paths.machines; }

Seq History::seqAt(Time time) const {
    const Impl& d = *m_impl;
    auto from = std::partition_point(d.times.begin(), d.times.end(), [&](const auto& t) { return t.first < time; });
    if (from != d.times.begin())
        --from;
    Seq found = d.head.count;
    if (from == d.times.end())
        return found;
    d.log.forEach(from->second, d.head.count, [&](const Event& e) {
        if (e.time < time)
            return true;
        found = e.seq;
        return false;
    });
    return found;
}

Time History::timeAt(Seq seq) const {
    const Impl& d = *m_impl;
    if (seq >= d.head.count)
        return d.head.time;
    const Event event = d.log.at(seq);
    return event.seq == kNoSeq ? d.head.time : event.time;
}

Seq History::nextStatement(Seq from, GoId go, int maxDepth) const {
    return m_impl->statements.next(from, go, maxDepth);
}

Seq History::previousStatement(Seq from, GoId go, int maxDepth) const {
    return m_impl->statements.previous(from, go, maxDepth);
}

} // namespace unwind::state
