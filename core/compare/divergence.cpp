#include "compare/divergence.h"

#include "state/timeline.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace unwind::compare {
namespace {

using trace::Event;
using trace::LogReader;

struct Found {
    uint64_t thread = 0;
    size_t index = 0;
    Seq a = kNoSeq, b = kNoSeq;
    bool cutOff = false; ///< one side has no step there only because its program ended
    auto rank() const { return std::tuple(cutOff, std::min(a, b), std::max(a, b)); }
};

bool sameHash(const Step& a, const Step& b) { return a.hash == b.hash; }

std::optional<Found> firstIn(const Thread& a, const Thread& b) {
    const size_t common = std::min(a.steps.size(), b.steps.size());
    size_t i = 0;
    while (i < common && a.steps[i].hash == b.steps[i].hash) ++i;
    if (i == a.steps.size() && i == b.steps.size()) return {};
    Found found{a.key, i};
    if (i < a.steps.size()) found.a = a.steps[i].seq;
    if (i < b.steps.size()) found.b = b.steps[i].seq;
    found.cutOff = (found.a == kNoSeq && !a.ended) || (found.b == kNoSeq && !b.ended);
    return found;
}

std::optional<Found> firstStep(const Course& a, const Course& b) {
    static const Thread none;
    std::optional<Found> best;
    auto consider = [&](std::optional<Found> found) {
        if (found && (!best || found->rank() < best->rank())) best = found;
    };
    for (const Thread& thread : a.threads) {
        const Thread* other = b.find(thread.key);
        consider(firstIn(thread, other ? *other : Thread{thread.key}));
    }
    for (const Thread& thread : b.threads)
        if (!a.find(thread.key)) consider(firstIn(Thread{thread.key}, thread));
    return best;
}

std::optional<uint64_t> hashAt(const Course& course, uint64_t key, size_t index) {
    const Thread* thread = course.find(key);
    if (!thread || index >= thread->steps.size()) return {};
    return thread->steps[index].hash;
}

SourcePos positionOf(const Event& event, const state::Snapshot& after) {
    for (size_t i = 0; i < trace::kindArgCount(event.kind); ++i) {
        const SourcePos at = trace::unpackPos(event.args[i]);
        if (trace::kindArgTag(event.kind, i) == 'l' && at.line) return at;
    }
    const GoId go = event.kind == trace::Kind::GoStatus ? GoId{event.args[0]} : event.go;
    const state::Goroutine* g = after.find(go);
    return g ? g->at : SourcePos{};
}

/// What stands at an event; for none, where the goroutine was last.
Place placeAt(const LogReader& log, Seq seq, const Thread* thread) {
    Place place;
    const Seq last = seq != kNoSeq ? seq : thread && !thread->steps.empty() ? thread->steps.back().seq : kNoSeq;
    if (last == kNoSeq) return place;
    state::Snapshot before, after;
    log.forEach(0, last, [&](const Event& event) {
        state::fold(before, event);
        return true;
    });
    const Event event = log.at(last);
    after = before;
    state::fold(after, event);
    place.at = positionOf(event, after);
    place.go = thread ? thread->go : event.go;
    if (seq == kNoSeq) {
        place.programOver = !thread->ended;
        return place;
    }
    place.seq = seq;
    place.kind = event.kind;
    place.explanation = state::explain(log, event, before, after);
    return place;
}

std::string programText(const LogReader& log) {
    std::string text;
    for (const SourceFile& file : log.header().files)
        if (!file.isStd) text += file.text;
    return text;
}

/// The first event that fell out of either recording's budget.
Seq firstGap(const LogReader& a, const LogReader& b) {
    Seq cut = kNoSeq;
    for (const LogReader* log : {&a, &b})
        for (const trace::Gap& gap : log->gaps()) cut = std::min(cut, gap.from);
    return cut;
}

Divergence scheduleDivergence(const Comparison& c, const LogReader& logA, const LogReader& logB) {
    const auto &a = c.a.events, &b = c.b.events;
    const auto [atA, atB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), sameHash);
    Divergence d;
    if (atA == a.end() && atB == b.end()) return d;
    d.difference = Difference::Schedule;
    d.index = size_t(atA - a.begin());
    if (atA != a.end()) d.hashA = atA->hash, d.a = placeAt(logA, atA->seq, nullptr);
    if (atB != b.end()) d.hashB = atB->hash, d.b = placeAt(logB, atB->seq, nullptr);
    return d;
}

} // namespace

Comparison compare(const LogReader& a, const LogReader& b) {
    const trace::Detail detail = std::min(a.header().detail, b.header().detail);
    Comparison c;
    c.cut = firstGap(a, b);
    c.a = readCourse(a, detail, std::min(c.cut, a.size()));
    c.b = readCourse(b, detail, std::min(c.cut, b.size()));
    c.samePrograms = programText(a) == programText(b);
    const auto found = firstStep(c.a, c.b);
    if (!found) {
        // With another level of detail the same run has other events.
        if (a.header().detail == b.header().detail) c.divergence = scheduleDivergence(c, a, b);
        return c;
    }
    Divergence& d = c.divergence;
    d.difference = Difference::Behaviour;
    d.thread = found->thread;
    d.index = found->index;
    d.hashA = hashAt(c.a, d.thread, d.index);
    d.hashB = hashAt(c.b, d.thread, d.index);
    d.a = placeAt(a, found->a, c.a.find(d.thread));
    d.b = placeAt(b, found->b, c.b.find(d.thread));
    return c;
}

bool showsB(const Comparison& comparison, const Course& course) {
    const Divergence& d = comparison.divergence;
    if (d.difference == Difference::Schedule) {
        const auto &a = comparison.a.events, &own = course.events;
        const bool sameBefore = own.size() >= d.index && std::equal(a.begin(), a.begin() + ptrdiff_t(d.index), own.begin(), sameHash);
        return sameBefore && (own.size() > d.index ? std::optional(own[d.index].hash) : std::nullopt) == d.hashB;
    }
    const Thread *a = comparison.a.find(d.thread), *own = course.find(d.thread);
    for (size_t i = 0; i < d.index; ++i)
        if (!a || !own || i >= own->steps.size() || own->steps[i].hash != a->steps[i].hash) return false;
    return hashAt(course, d.thread, d.index) == d.hashB;
}

} // namespace unwind::compare
