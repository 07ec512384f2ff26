// Colours Go text. Go's tokens are close enough to C's that QScintilla's C++ lexer needs only Go's words and raw strings.
#pragma once

#include "widgets/common/palette.h"
#include "widgets/source/scintilla.h"

namespace unwind::widgets {

/// The code font with its size in points: Scintilla knows no pixels.
QFont editorFont(int pixelSize);

class GoLexer : public QsciLexerCPP {
    Q_OBJECT

public:
    explicit GoLexer(QObject* parent = nullptr);
    const char* language() const override { return "Go"; }
    /// 1: keywords; 2: predeclared names and types.
    const char* keywords(int set) const override;
    void setTheme(const Palette& palette, int pixelSize);
};

} // namespace unwind::widgets
