#include "app/window/place.h"

namespace unwind::app {

namespace {

/// Counts a goroutine's statements and the events behind the last of them.
struct Steps {
    uint64_t statements = 0, events = 0;
    void add(const trace::Event& event) {
        if (event.kind == trace::Kind::Stmt) ++statements, events = 0;
        else ++events;
    }
};

} // namespace

std::optional<Place> placeOf(const widgets::Cursor& cursor) {
    if (!cursor.recording() || cursor.count() == 0) return {};
    const GoId go = cursor.event() && cursor.event()->go ? cursor.event()->go : cursor.goroutine();
    Steps steps;
    cursor.log()->forEach(0, cursor.count(), [&](const trace::Event& event) {
        if (event.go == go) steps.add(event);
        return true;
    });
    return Place{go, steps.statements, steps.events};
}

FoundPlace findPlace(const widgets::Recording& recording, const Place& place) {
    FoundPlace found;
    Steps steps;
    recording.log().forEach(0, recording.size(), [&](const trace::Event& event) {
        if (event.go != place.goroutine) return true;
        steps.add(event);
        const bool past = steps.statements > place.statements;
        if (!past) found.seq = event.seq + 1;
        found.reached = past || (steps.statements == place.statements && steps.events >= place.events);
        return !found.reached;
    });
    return found;
}

} // namespace unwind::app
