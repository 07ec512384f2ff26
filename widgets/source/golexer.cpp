#include "widgets/source/golexer.h"

#include "widgets/common/paint.h"

#include <QGuiApplication>
#include <QScreen>

namespace unwind::widgets {

QFont editorFont(int pixelSize) {
    QFont font = codeFont(pixelSize);
    const QScreen* screen = QGuiApplication::primaryScreen();
    font.setPointSizeF(pixelSize * 72.0 / (screen ? screen->logicalDotsPerInchY() : 96));
    return font;
}

GoLexer::GoLexer(QObject* parent) : QsciLexerCPP(parent, true) {
    setHighlightBackQuotedStrings(true);
    setFoldAtElse(false);
    setFoldPreprocessor(false);
}

const char* GoLexer::keywords(int set) const {
    if (set == 1)
        return "break case chan const continue default defer else fallthrough for func go goto if import interface map "
               "package range return select struct switch type var";
    if (set == 2)
        return "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string "
               "uint uint8 uint16 uint32 uint64 uintptr true false iota nil append cap clear close complex copy delete imag "
               "len make max min new panic print println real recover";
    return nullptr;
}

void GoLexer::setTheme(const Palette& palette, int pixelSize) {
    const QFont font = editorFont(pixelSize);
    setDefaultFont(font);
    setDefaultPaper(palette.panel);
    setDefaultColor(palette.text);
    for (int style = 0; style < 128; ++style) {
        setFont(font, style);
        setPaper(palette.panel, style);
        setColor(palette.text, style);
    }
    for (int style : {int(Comment), int(CommentLine), int(CommentDoc), int(CommentLineDoc)}) setColor(palette.comment, style);
    for (int style : {int(DoubleQuotedString), int(SingleQuotedString), int(TripleQuotedVerbatimString), int(UnclosedString),
                      int(HashQuotedString), int(RawString), int(VerbatimString), int(Number), int(UserLiteral)})
        setColor(palette.literal, style);
    setColor(palette.keyword, Keyword);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    setFont(bold, Keyword);
    setColor(palette.ink(Token::Goexit), KeywordSet2);
}

} // namespace unwind::widgets
