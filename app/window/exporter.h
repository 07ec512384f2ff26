// Pictures of a view at a position: PNG, SVG or PDF, with title, facts of the run and legend in the picture. The window's
// dialog and the command line share this code, so they make the same bytes. Needs a QGuiApplication, but no display.
#pragma once

#include "base/result.h"
#include "widgets/common/cursor.h"
#include "widgets/common/palette.h"

#include <QString>
#include <optional>

namespace unwind::widgets {
class ComparedRuns;
}

namespace unwind::app {

/// Matrix is the truth table of recover: the recording is one of its own program.
enum class ExportView : uint8_t { Timeline, Defers, Panics, Scheduler, Explanation, NotRun, States, Compare, Matrix };
enum class ExportFormat : uint8_t { Png, Svg, Pdf };

struct ExportOptions {
    ExportView view = ExportView::Timeline;
    ExportFormat format = ExportFormat::Png;
    bool dark = false;
    QString path;
    QString machine = {}; ///< of view States: which part of the program; empty: the selected goroutine
};

/// "timeline", "png" …; nothing for an unknown word.
std::optional<ExportView> exportViewFromName(const QString& name);
std::optional<ExportFormat> exportFormatFromName(const QString& name);
QString exportFormatName(ExportFormat format);

/// Draws what the cursor stands on and writes the file. compared: what ExportView::Compare draws, its side A is the cursor's.
Status exportPicture(widgets::Cursor& cursor, const ExportOptions& options, const widgets::ComparedRuns* compared = nullptr);

} // namespace unwind::app
