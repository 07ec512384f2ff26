// Letters and words can be read on their colours, in both themes.
#include "widgets/common/palette.h"

#include <QtTest>

using namespace unwind::widgets;

class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrasts_data();
    void contrasts();
    void lettersDiffer();
};

void TestPalette::contrasts_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestPalette::contrasts() {
    QFETCH(bool, dark);
    const Palette& p = dark ? Palette::darkTheme() : Palette::light();
    for (size_t i = 0; i < kTokenCount; ++i) {
        QVERIFY2(contrast(p.letter(Token(i)), p.fill(Token(i))) >= 4.5, qPrintable(tokenLetter(Token(i))));
        QVERIFY2(contrast(p.ink(Token(i)), p.panel) >= 4.5, qPrintable(tokenLetter(Token(i))));
    }
    for (const QColor& text : {p.text, p.secondary, p.accent, p.error, p.keyword, p.literal, p.comment})
        QVERIFY(contrast(text, p.panel) >= 4.5);
    QVERIFY(contrast(p.text, p.selection) >= 4.5);
}

void TestPalette::lettersDiffer() {
    QSet<QString> letters;
    for (size_t i = 0; i < kTokenCount; ++i) letters.insert(tokenLetter(Token(i)));
    QCOMPARE(letters.size(), int(kTokenCount));
    QVERIFY(tokenPattern(Token::Panicking) != tokenPattern(Token::Goexit));
}

QTEST_APPLESS_MAIN(TestPalette)
#include "tst_palette.moc"
