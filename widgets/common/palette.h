// The colours, letters and patterns of the window, in one place: they feed widgets, plots and exports alike.
// Hues follow Okabe–Ito; a state is never told by colour alone, its letter and pattern always come too. Which theme is
// shown follows from the application's QPalette.
#pragma once

#include "state/snapshot.h"
#include "state/timeline.h"

#include <QColor>
#include <QPalette>
#include <array>

namespace unwind::widgets {

/// What a goroutine's chip, lane or card says.
enum class Token : uint8_t { Running, Runnable, Waiting, Sleeping, Panicking, Goexit, Recovered, Dead };
inline constexpr size_t kTokenCount = 8;

enum class Pattern : uint8_t { Plain, Lines, Dots };

struct Palette {
    bool dark = false;
    QColor background, panel, line, text, secondary, accent;
    QColor selection;   ///< background of a selected row
    QColor currentLine; ///< background of the line about to run
    QColor card;        ///< background of a card or token slot on a panel
    QColor error;
    QColor keyword, literal, comment; ///< of source text
    std::array<QColor, kTokenCount> tokens;

    QColor fill(Token token) const { return tokens[size_t(token)]; }
    /// Text on a fill, with a contrast of at least 4.5:1.
    QColor letter(Token token) const;
    /// The colour of a token used as text on a panel, with a contrast of at least 4.5:1.
    QColor ink(Token token) const;
    QPalette toQt() const;

    static const Palette& light();
    static const Palette& darkTheme();
    static const Palette& of(const QPalette& palette);
    /// The theme the application shows.
    static const Palette& current();
};

/// WCAG's contrast ratio of two opaque colours, 1 … 21.
double contrast(const QColor& a, const QColor& b);
/// White or black, whichever can be read on the fill.
QColor readableOn(const QColor& fill);

QString tokenLetter(Token token);
Pattern tokenPattern(Token token);
/// What a goroutine shows: an unwinding covers its status.
Token tokenOf(const state::Goroutine& goroutine);
Token tokenOf(state::LaneState state);

} // namespace unwind::widgets
