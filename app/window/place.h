// Where a person stands in a run, told so that it can be found again in another run of the program: the goroutine, how many
// statements it had begun, and how many of its events came since.
#pragma once

#include "widgets/common/cursor.h"

#include <optional>

namespace unwind::app {

struct Place {
    GoId goroutine;
    uint64_t statements = 0, events = 0;
};

/// Nothing at the start of a recording.
std::optional<Place> placeOf(const widgets::Cursor& cursor);
struct FoundPlace {
    Seq seq = 0;          ///< the same place, or the nearest before it
    bool reached = false; ///< else the recording ends, or the goroutine did, before it got so far
};
FoundPlace findPlace(const widgets::Recording& recording, const Place& place);

} // namespace unwind::app
