// The few icons of the playback bar, painted in the theme's colours so that they are sharp and right in both.
#pragma once

#include <QColor>
#include <QIcon>

namespace unwind::app {

enum class Shape : uint8_t { Gallery, First, BackRun, BackLine, BackEvent, Play, Pause, Event, Line, Run, Last, Signal };
QIcon makeIcon(Shape shape, const QColor& colour, const QColor& disabled);

} // namespace unwind::app
