// Values of string and rune literals.
#include <QtTest>

#include "lang/syntax/literal.h"
#include "lang/syntax/unicode.h"

using namespace unwind::syntax;

namespace {

BasicLit literal(LitKind kind, const std::string& text)
{
    BasicLit lit{};
    lit.kind = Kind::BasicLit;
    lit.lit = kind;
    lit.text = text;
    return lit;
}

} // namespace

class TestLiteral : public QObject {
    Q_OBJECT

private slots:
    void strings_data();
    void strings();
    void runes_data();
    void runes();
    void utf8RoundTrip();
};

void TestLiteral::strings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* name, const char* text, const QByteArray& value) {
        QTest::newRow(name) << QByteArray(text) << value;
    };
    row("empty", "\"\"", "");
    row("plain", "\"héllo\"", "héllo");
    row("escapes", R"("\a\b\f\n\r\t\v\\\"")", "\a\b\f\n\r\t\v\\\"");
    row("octal byte", R"("\377\0001")", QByteArray("\xff\0001", 3));
    row("hex byte", R"("\xc3\xA9")", "é");
    row("code points", R"("\u00e9\U0001F600")", "é😀");
    row("raw", "`a\\n\r\nb`", "a\\n\nb");
    row("raw empty", "``", "");
}

void TestLiteral::strings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    const std::string held = text.toStdString();
    QCOMPARE(QByteArray::fromStdString(stringValue(literal(LitKind::String, held))), value);
}

void TestLiteral::runes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<uint>("value");
    QTest::newRow("ascii") << QByteArray("'a'") << 97u;
    QTest::newRow("two bytes") << QByteArray("'é'") << 0xe9u;
    QTest::newRow("four bytes") << QByteArray("'😀'") << 0x1F600u;
    QTest::newRow("quote") << QByteArray("'\\''") << 39u;
    QTest::newRow("byte") << QByteArray("'\\xff'") << 255u;
    QTest::newRow("octal") << QByteArray("'\\101'") << 65u;
    QTest::newRow("escape") << QByteArray("'\\n'") << 10u;
}

void TestLiteral::runes()
{
    QFETCH(QByteArray, text);
    QFETCH(uint, value);
    const std::string held = text.toStdString();
    QCOMPARE(static_cast<uint>(runeValue(literal(LitKind::Rune, held))), value);
}

void TestLiteral::utf8RoundTrip()
{
    for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 0x111) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        std::string text;
        appendUtf8(text, c);
        const Decoded decoded = decodeUtf8(text.data(), text.data() + text.size());
        QCOMPARE(static_cast<uint>(decoded.rune), static_cast<uint>(c));
        QCOMPARE(static_cast<size_t>(decoded.size), text.size());
    }
}

QTEST_APPLESS_MAIN(TestLiteral)
#include "tst_literal.moc"
