// Small pieces that several views and the exports paint the same way: chips, token fills with their pattern, cards.
// Only plain painter calls, no clipping, so that they come out right in SVG too.
#pragma once

#include "widgets/common/palette.h"

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace unwind::widgets {

/// The interface font at a size in pixels, and the one for code.
QFont uiFont(int pixelSize, QFont::Weight weight = QFont::Normal);
QFont codeFont(int pixelSize);

/// Fills a rounded rectangle with a token's colour and pattern.
void fillToken(QPainter& painter, const QRectF& rect, Token token, const Palette& palette, double radius = 3);
/// A chip: text on a token. Its width for a text is chipWidth().
void paintChip(QPainter& painter, const QRectF& rect, const QString& text, Token token, const Palette& palette);
int chipWidth(const QString& text);
QFont chipFont();
inline constexpr int kChipHeight = 16;
/// A rounded panel or card with a one-pixel line.
void paintCard(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius = 4);

} // namespace unwind::widgets
