#include "widgets/common/palette.h"

#include <QGuiApplication>
#include <cmath>

namespace unwind::widgets {

namespace {

double luminance(const QColor& colour) {
    auto channel = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

Palette makeLight() {
    Palette p;
    p.background = QColor(0xF5F6F8);
    p.panel = QColor(0xFFFFFF);
    p.line = QColor(0xDDE1E7);
    p.text = QColor(0x1B1F27);
    p.secondary = QColor(0x667085);
    p.accent = QColor(0x0B62C4);
    p.selection = QColor(0xE6F0FC);
    p.currentLine = QColor(0xFFF4D6);
    p.card = QColor(0xFBFCFD);
    p.error = QColor(0xC62828);
    p.keyword = QColor(0x0B62C4);
    p.literal = QColor(0x007A59);
    p.comment = QColor(0x667085);
    p.tokens = {QColor(0x009E73), QColor(0x2F9BD6), QColor(0x98A1AE), QColor(0xC99700),
                QColor(0xD55E00), QColor(0xB1579B), QColor(0x0072B2), QColor(0xCBD1DA)};
    return p;
}

Palette makeDark() {
    Palette p;
    p.dark = true;
    p.background = QColor(0x14171C);
    p.panel = QColor(0x1C2027);
    p.line = QColor(0x2E343E);
    p.text = QColor(0xE7EAF0);
    p.secondary = QColor(0x97A1B0);
    p.accent = QColor(0x6DB3FF);
    p.selection = QColor(0x21344D);
    p.currentLine = QColor(0x3A3420);
    p.card = QColor(0x20252D);
    p.error = QColor(0xFF7A7A);
    p.keyword = QColor(0x6DB3FF);
    p.literal = QColor(0x3CCFA4);
    p.comment = QColor(0x97A1B0);
    p.tokens = {QColor(0x1FBF92), QColor(0x5BB8F0), QColor(0x6B7482), QColor(0xE0B13A),
                QColor(0xFF8A3D), QColor(0xD98CC6), QColor(0x58A9E8), QColor(0x3A414C)};
    return p;
}

} // namespace

double contrast(const QColor& a, const QColor& b) {
    double x = luminance(a), y = luminance(b);
    if (x < y) std::swap(x, y);
    return (x + 0.05) / (y + 0.05);
}

QColor readableOn(const QColor& fill) {
    if (contrast(Qt::white, fill) >= 4.5) return Qt::white;
    const QColor dark(0x10131A);
    if (contrast(dark, fill) >= 4.5) return dark;
    return contrast(Qt::white, fill) > contrast(Qt::black, fill) ? Qt::white : Qt::black;
}

QColor Palette::letter(Token token) const { return readableOn(fill(token)); }

QColor Palette::ink(Token token) const {
    QColor colour = fill(token);
    for (int i = 0; i < 30 && contrast(colour, panel) < 4.5; ++i) colour = dark ? colour.lighter(106) : colour.darker(106);
    return contrast(colour, panel) >= 4.5 ? colour : text;
}

QPalette Palette::toQt() const {
    QPalette p;
    p.setColor(QPalette::Window, background);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, panel);
    p.setColor(QPalette::AlternateBase, card);
    p.setColor(QPalette::ToolTipBase, panel);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, panel);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, error);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, readableOn(accent));
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::PlaceholderText, secondary);
    p.setColor(QPalette::Light, dark ? line.lighter(120) : QColor(Qt::white));
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, dark ? background.darker(120) : line.darker(115));
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : line.darker(140));
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, dark ? QColor(0x667080) : QColor(0xA0A8B4));
    p.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return p;
}

const Palette& Palette::light() {
    static const Palette palette = makeLight();
    return palette;
}

const Palette& Palette::darkTheme() {
    static const Palette palette = makeDark();
    return palette;
}

const Palette& Palette::of(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128 ? darkTheme() : light();
}

// A widget's own palette may be changed by the style sheet (transparent views); the application's says which theme it is.
const Palette& Palette::current() { return of(QGuiApplication::palette()); }

QString tokenLetter(Token token) {
    static const std::array<QString, kTokenCount> letters{QStringLiteral("R"), QStringLiteral("Q"), QStringLiteral("W"),
                                                          QStringLiteral("S"), QStringLiteral("P"), QStringLiteral("X"),
                                                          QStringLiteral("✓"), QStringLiteral("D")};
    return letters[size_t(token)];
}

Pattern tokenPattern(Token token) {
    if (token == Token::Panicking) return Pattern::Lines;
    if (token == Token::Goexit) return Pattern::Dots;
    return Pattern::Plain;
}

Token tokenOf(const state::Goroutine& goroutine) {
    using state::GStatus;
    if (goroutine.status == GStatus::Gdead || goroutine.status == GStatus::Gidle) return Token::Dead;
    if (goroutine.unwindingPanic()) return Token::Panicking;
    if (goroutine.unwindingGoexit()) return Token::Goexit;
    switch (goroutine.status) {
    case GStatus::Grunning: return Token::Running;
    case GStatus::Grunnable: return Token::Runnable;
    case GStatus::Gsyscall: return Token::Sleeping;
    default: return goroutine.wait == state::WaitReason::Sleep ? Token::Sleeping : Token::Waiting;
    }
}

Token tokenOf(state::LaneState state) {
    using state::LaneState;
    switch (state) {
    case LaneState::Running: return Token::Running;
    case LaneState::Runnable: return Token::Runnable;
    case LaneState::Waiting: return Token::Waiting;
    case LaneState::Sleeping: return Token::Sleeping;
    case LaneState::Panicking: return Token::Panicking;
    case LaneState::Goexit: return Token::Goexit;
    default: return Token::Dead;
    }
}

} // namespace unwind::widgets
