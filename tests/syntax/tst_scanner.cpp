// Tokens, semicolons, places, pragmas and the faults of literals.
#include <QtTest>

#include "lang/syntax/scanner.h"

#include <fmt/format.h>

using namespace unwind::syntax;

namespace {

struct Scanned {
    std::string tokens;   ///< separated by blanks
    std::string errors;
    std::string pragmas;
};

std::string tokenText(const Scanner& scanner)
{
    switch (scanner.tok) {
    case Tok::Name: return std::string(scanner.lit);
    case Tok::Literal: return fmt::format("{}", scanner.lit);
    case Tok::Semi: return fmt::format(";{}", scanner.lit[0]);
    case Tok::Operator: return std::string(opText(scanner.op));
    case Tok::AssignOp: return fmt::format("{}=", opText(scanner.op));
    case Tok::IncOp: return fmt::format("{0}{0}", opText(scanner.op));
    default: return std::string(tokText(scanner.tok));
    }
}

Scanned scan(const std::string& text)
{
    Scanned result;
    Scanner scanner(
        text,
        [&](uint32_t line, uint32_t column, const std::string& message) {
            result.errors += fmt::format("{}:{}: {}\n", line, column, message);
        },
        [&](uint32_t line, uint32_t column, std::string_view pragma) {
            result.pragmas += fmt::format("{}:{} {}\n", line, column, pragma);
        });
    for (scanner.next(); scanner.tok != Tok::Eof; scanner.next())
        result.tokens += (result.tokens.empty() ? "" : " ") + tokenText(scanner);
    return result;
}

} // namespace

class TestScanner : public QObject {
    Q_OBJECT

private slots:
    void tokens_data();
    void tokens();
    void faults_data();
    void faults();
    void places();
    void pragmas();
    void literalKinds();
    void stops();
};

void TestScanner::tokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("operators") << "+ - * / % & | ^ << >> &^ && || == != < <= > >= ! ~ <-"
                               << "+ - * / % & | ^ << >> &^ && || == != < <= > >= ! ~ <-";
    QTest::newRow("assignments") << "= := += -= *= /= %= &= |= ^= <<= >>= &^=" << "= := += -= *= /= %= &= |= ^= <<= >>= &^=";
    QTest::newRow("punctuation") << "( [ { , ; : . ..." << "( [ { , ;s : . ...";
    QTest::newRow("dots") << "..a ...b x..." << ". . a ... b x ...";
    QTest::newRow("greedy") << "a+++b a<-b a&^=b x&&&y" << "a ++ + b a <- b a &^= b x && & y ;E";
    QTest::newRow("keywords") << "break func funct Func range_" << "break func funct Func range_ ;E";
    QTest::newRow("semicolon after name") << "a\nb" << "a ;n b ;E";
    QTest::newRow("semicolon after closing") << ")\n]\n}\n" << ") ;n ] ;n } ;n";
    QTest::newRow("semicolon after keyword") << "return\nbreak\ncontinue\nfallthrough\n"
                                             << "return ;n break ;n continue ;n fallthrough ;n";
    QTest::newRow("semicolon after ++") << "x++\ny--\n" << "x ++ ;n y -- ;n";
    QTest::newRow("no semicolon") << "if\n+\n(\n,\n" << "if + ( ,";
    QTest::newRow("line comment") << "a // b\nc" << "a ;n c ;E";
    QTest::newRow("comment in line") << "a /* b */ c" << "a c ;E";
    QTest::newRow("comment over lines") << "a /* \n */ c" << "a ;n c ;E";
    QTest::newRow("comment at the end") << "a // b" << "a ;E";
    QTest::newRow("numbers") << "0 1_000 0b11 0o17 017 0xfF 1.5 .5 1. 1e3 0x1p-2 3i 1.5i"
                             << "0 1_000 0b11 0o17 017 0xfF 1.5 .5 1. 1e3 0x1p-2 3i 1.5i ;E";
    QTest::newRow("strings") << "\"a\\\"b\" `c\\` 'x' '\\'' '\\u00e9'" << "\"a\\\"b\" `c\\` 'x' '\\'' '\\u00e9' ;E";
    QTest::newRow("unicode names") << "größe ключ 変数1 _x" << "größe ключ 変数1 _x ;E";
    QTest::newRow("byte order mark") << "\uFEFFa" << "a ;E";
    QTest::newRow("carriage return") << "a\r\nb\r\n" << "a ;n b ;n";
    QTest::newRow("empty") << "" << "";
}

void TestScanner::tokens()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Scanned scanned = scan(text.toStdString());
    QCOMPARE(QString::fromStdString(scanned.tokens), expected);
    QCOMPARE(QString::fromStdString(scanned.errors), QString());
}

void TestScanner::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QString(expected) + '\n';
    };
    row("0b12", "1:4: invalid digit '2' in binary literal");
    row("089", "1:2: invalid digit '8' in octal literal");
    row("0x", "1:3: hexadecimal literal has no digits");
    row("1__0", "1:3: '_' must separate successive digits");
    row("1_", "1:2: '_' must separate successive digits");
    row("1e+", "1:4: exponent has no digits");
    row("0b1e3", "1:4: 'e' exponent requires decimal mantissa");
    row("1P3", "1:2: 'P' exponent requires hexadecimal mantissa");
    row("0x1.8", "1:6: hexadecimal mantissa requires a 'p' exponent");
    row("0o1.5", "1:4: invalid radix point in octal literal");
    row("''", "1:2: empty rune literal or unescaped '");
    row("'ab'", "1:1: more than one character in rune literal");
    row("'a\n", "1:3: newline in rune literal");
    row("'a", "1:1: rune literal not terminated");
    row("\"a\n", "1:3: newline in string");
    row("\"a", "1:1: string not terminated");
    row("`a\nb", "1:1: string not terminated");
    row("\"\\q\"", "1:3: unknown escape");
    row("\"\\x1g\"", "1:5: invalid character 'g' in hexadecimal escape");
    row("\"\\x1\"", "1:5: invalid character '\"' in hexadecimal escape");
    row("'\\400'", "1:6: octal escape value 256 > 255");
    row("'\\ud800'", "1:8: escape is invalid Unicode code point U+D800");
    row("'\\U00110000'", "1:12: escape is invalid Unicode code point U+110000");
    row("/* a", "1:1: comment not terminated");
    row("a @ b", "1:3: invalid character U+0040 '@'");
    row("\x01", "1:1: invalid character U+0001");
    row("a\xe2\x84\x96", "1:2: invalid character U+2116 '№' in identifier");
    row("\xd9\xa3x", "1:1: identifier cannot begin with digit U+0663 '٣'");
    row("a \xff b", "1:3: invalid UTF-8 encoding");
    row("a \xed\xa0\x80", "1:3: invalid UTF-8 encoding\n1:4: invalid UTF-8 encoding\n1:5: invalid UTF-8 encoding");
    row("a \xef\xbb\xbf", "1:3: invalid BOM in the middle of the file");
    QTest::newRow("NUL") << QByteArray("a \0 b", 5) << QString("1:3: invalid NUL character\n");
}

void TestScanner::faults()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(scan(text.toStdString()).errors), expected);
}

void TestScanner::places()
{
    const std::string text = "é := 1\n\t x\n";
    Scanner scanner(text, {}, {});
    const auto expectAt = [&](uint32_t line, uint32_t column, uint32_t endColumn) {
        scanner.next();
        QCOMPARE(scanner.line, line);
        QCOMPARE(scanner.column, column);
        QCOMPARE(scanner.endColumn(), endColumn);
    };
    expectAt(1, 1, 3); // columns count bytes
    expectAt(1, 4, 6);
    expectAt(1, 7, 8);
    scanner.next(); // the newline
    expectAt(2, 3, 4);
}

void TestScanner::pragmas()
{
    const Scanned scanned = scan("//go:noinline\nx //unwind:expect panic\r\n// go:no\n//other\n");
    QCOMPARE(QString::fromStdString(scanned.pragmas), QString("1:1 go:noinline\n2:3 unwind:expect panic\n"));
}

void TestScanner::literalKinds()
{
    const std::string text = "1 1.0 1i 'a' \"a\" 0b2";
    Scanner scanner(text, [](uint32_t, uint32_t, const std::string&) {}, {});
    for (LitKind kind : {LitKind::Int, LitKind::Float, LitKind::Imag, LitKind::Rune, LitKind::String, LitKind::Int}) {
        scanner.next();
        QCOMPARE(scanner.tok, Tok::Literal);
        QCOMPARE(scanner.kind, kind);
        QCOMPARE(scanner.bad, scanner.lit == "0b2");
    }
}

void TestScanner::stops()
{
    const std::string text = "a b c";
    Scanner scanner(text, {}, {});
    scanner.next();
    scanner.stop();
    scanner.next();
    QCOMPARE(scanner.tok, Tok::Eof);
}

QTEST_APPLESS_MAIN(TestScanner)
#include "tst_scanner.moc"
