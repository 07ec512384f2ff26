// Puts a theme and a language on the whole application: style, palette, style sheet, fonts, translator.
#pragma once

#include "app/window/settings.h"
#include "widgets/common/palette.h"

class QApplication;

namespace unwind::app {

/// Style and fonts; once, before the first widget.
void setupApplication(QApplication& application);
void applyTheme(ThemeChoice choice);
/// The colours a choice means; System follows the platform's own palette as it was at the start.
const widgets::Palette& paletteFor(ThemeChoice choice);
/// "en", "zh_CN", or empty for the system's.
void applyLanguage(const QString& language);
/// True when a font for Chinese is installed.
bool hasChineseFont();

} // namespace unwind::app
