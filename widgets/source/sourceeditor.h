// The editor of Go text: breakpoints and goroutine chips in margins, the line about to run in the colour of the selected
// goroutine, diagnostics as squiggles: an error's message stands below its line, a warning's appears with its explanation
// when the mouse rests on it or nextMessage() goes there. It shows what it is told; it knows no recording.
#pragma once

#include "widgets/common/palette.h"
#include "widgets/source/scintilla.h"

#include <QMap>
#include <QSet>

class QLabel;

namespace unwind::widgets {

class GoLexer;

/// A message at a place of the text; lines and columns count from 1, columns in bytes.
struct SourceMessage {
    int line = 0, column = 0, endLine = 0, endColumn = 0;
    QString text;
    bool error = true;
    QString explanation; ///< why and what to do, in English; shown translated
    bool operator==(const SourceMessage&) const = default;
};

/// The chip beside a line: the selected goroutine if it is there, else the first, and how many more are.
struct LineChip {
    QString name;
    Token token{};
    bool selected = false;
    int others = 0;
    bool operator==(const LineChip&) const = default;
};

class SourceEditor : public QsciScintilla {
    Q_OBJECT

public:
    explicit SourceEditor(QWidget* parent = nullptr);
    void setBreakpoints(const QSet<int>& lines);
    /// Where the breakpoints are now: they move with the text.
    QSet<int> breakpoints() const;
    void setChips(const QMap<int, LineChip>& chips);
    const QMap<int, LineChip>& chips() const { return m_chips; }
    /// 0 marks no line.
    void setCurrentLine(int line, Token token);
    int currentLine() const { return m_currentLine; }
    void setMessages(const QList<SourceMessage>& messages);
    const QList<SourceMessage>& messages() const { return m_messages; }
    /// Puts the text cursor on the message after it, the first one after the last, and shows what it says.
    void nextMessage();
    /// What the message under a point of the viewport says, as rich text; empty where there is none.
    QString tipAt(const QPoint& point) const;
    /// Scrolls only when the line is outside the middle part of the view.
    void reveal(int line);
    void setPixelSize(int size);

Q_SIGNALS:
    void breakpointToggleRequested(int line);
    void chipClicked(int line);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void setupMargins();
    void setTheme();
    void paintChips();
    QPixmap chipPixmap(const LineChip& chip) const;
    long long positionOf(int line, int column) const;
    QPair<long long, long long> rangeOf(const SourceMessage& message) const;
    void paintSquiggles();
    void defineMarkers();
    void showTip(const QPoint& point, int lineHeight);

    GoLexer* m_lexer;
    QLabel* m_tip; ///< what nextMessage() shows, until the text cursor leaves m_tipPosition
    long long m_tipPosition = -1;
    QMap<int, LineChip> m_chips;
    QList<SourceMessage> m_messages;
    int m_currentLine = 0;
    Token m_currentToken{};
    int m_pixelSize = 13;
};

} // namespace unwind::widgets
