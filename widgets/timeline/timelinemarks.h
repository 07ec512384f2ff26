// The marks on lanes (defer, panic, recover, Goexit) and the arrows between them (creation, steal, unblock).
#pragma once

#include "state/timeline.h"
#include "widgets/common/palette.h"

#include <QPointF>
#include <functional>
#include <span>

class QPainter;

namespace unwind::widgets {

/// Marks in [from, to]; they are ordered by time.
std::span<const state::Mark> marksBetween(const std::vector<state::Mark>& marks, double from, double to);
bool isArrow(state::MarkKind kind);
/// Never hidden, however many marks there are.
bool isImportant(state::MarkKind kind);
/// A mark standing on the upper edge of a bar.
void paintMark(QPainter& painter, const state::Mark& mark, QPointF at, const Palette& palette);
void paintArrow(QPainter& painter, const state::Mark& mark, QPointF from, QPointF to, const Palette& palette);

} // namespace unwind::widgets
