// `unwind-gui --export FILE --view timeline|defers|panics|scheduler [--at SEQ] --format png|svg|pdf -o OUT [--theme dark]`:
// runs a .go file to its end, or opens a recording, and draws the view. Faults go to standard error as one sentence.
#pragma once

#include <QStringList>

namespace unwind::app {

/// True when the words ask for an export (`export FILE …` or `--export FILE …`).
bool isExportCommand(const QStringList& words);
/// Returns the exit code.
int exportCommand(const QStringList& words);

} // namespace unwind::app
