// Where a step leads on the recording: positions for the cursor, both ways, at three grains.
// Nothing is returned when the recording holds no such place (the engine may be asked to go on).
#pragma once

#include "widgets/common/breakpoints.h"
#include "widgets/common/cursor.h"

namespace unwind::widgets {

enum class StepGrain : uint8_t { Into, Over, Out };

/// The next / previous statement of the selected goroutine (Into: of any goroutine).
std::optional<Seq> lineForward(const Cursor& cursor, StepGrain grain);
std::optional<Seq> lineBack(const Cursor& cursor, StepGrain grain);
/// The next / previous statement on a marked line.
std::optional<Seq> runForward(const Cursor& cursor, const Breakpoints& breakpoints);
std::optional<Seq> runBack(const Cursor& cursor, const Breakpoints& breakpoints);
/// The next / previous event worth a stop: calls and returns inside the standard library are passed over.
std::optional<Seq> eventForward(const Cursor& cursor);
std::optional<Seq> eventBack(const Cursor& cursor);
/// The first statement of the program's own files: where people begin to step.
std::optional<Seq> firstStatement(const Recording& recording);

} // namespace unwind::widgets
