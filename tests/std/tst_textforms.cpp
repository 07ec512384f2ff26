// Numbers, quoted text and UTF-8 without a VM.
#include "std/numbers.h"
#include "std/quote.h"
#include "std/timeformat.h"
#include "std/unicode.h"
#include "std/utf8.h"

#include <QTest>

using namespace unwind::stdlib;

class TestTextForms : public QObject {
    Q_OBJECT

private slots:
    void floats() {
        QCOMPARE(formatFloat(0.1, 'g', -1, 64), std::string("0.1"));
        QCOMPARE(formatFloat(1e21, 'g', -1, 64), std::string("1e+21"));
        QCOMPARE(formatFloat(2.5, 'f', 0, 64), std::string("2"));
        QCOMPARE(formatFloat(-1.5, 'x', -1, 64), std::string("-0x1.8p+00"));
        QCOMPARE(formatFloat(0, 'e', -1, 64), std::string("0e+00"));
        QCOMPARE(formatFloat(double(0.1f), 'g', -1, 32), std::string("0.1"));
        double value = 0;
        QCOMPARE(parseFloat("1e400", 64, value), Parse::OutOfRange);
        QVERIFY(value > 1e308);
        QCOMPARE(parseFloat("1e", 64, value), Parse::BadSyntax);
    }
    /// What is written shortest reads back as the same number.
    void floatsReadBack() {
        uint64_t bits = 1;
        for (int i = 0; i < 20000; ++i) {
            bits = bits * 6364136223846793005u + 1442695040888963407u;
            double value, back = 0;
            memcpy(&value, &bits, sizeof value);
            if (value != value || value - value != 0) continue;
            QCOMPARE(parseFloat(formatFloat(value, 'g', -1, 64), 64, back), Parse::Fine);
            QCOMPARE(back, value);
            QCOMPARE(parseFloat(formatFloat(value, 'x', -1, 64), 64, back), Parse::Fine);
            QCOMPARE(back, value);
        }
    }
    void integers() {
        int64_t n = 0;
        QCOMPARE(parseSigned("-128", 10, 8, n), Parse::Fine);
        QCOMPARE(n, int64_t{-128});
        QCOMPARE(parseSigned("128", 10, 8, n), Parse::OutOfRange);
        QCOMPARE(n, int64_t{127});
        QCOMPARE(parseSigned("0x_1F", 0, 64, n), Parse::Fine);
        QCOMPARE(n, int64_t{31});
        QCOMPARE(parseSigned("1", 1, 64, n), Parse::BadBase);
        QCOMPARE(formatInteger(255, true, 16), std::string("-ff"));
    }
    void quotes() {
        for (std::string_view text : {"", "a\"b\\", "\n\t\x01\x7f", "h\u00e9 \u4e16", "\xff\xc0", "\U0001F600"}) {
            QCOMPARE(unquoted(quoted(text)).value_or("?"), std::string(text));
            QCOMPARE(unquoted(quoted(text, Keep::OnlyAscii)).value_or("?"), std::string(text));
        }
        QVERIFY(!unquoted("\"open"));
    }
    void runes() {
        for (int32_t r = 0; r <= kMaxRune; ++r) {
            if (!validRune(r)) continue;
            std::string bytes;
            appendRune(bytes, r);
            QCOMPARE(decodeRune(bytes).value, r);
            QCOMPARE(decodeLastRune(bytes).size, int(bytes.size()));
        }
        QCOMPARE(decodeRune("\xed\xa0\x80").size, 1);
        QCOMPARE(simpleFold('k'), int32_t{0x212A});
    }
    void days() {
        for (int64_t day = -200000; day < 1000000; day += 17) {
            int64_t year;
            int month, dayOfMonth;
            civilFromDays(day, year, month, dayOfMonth);
            QCOMPARE(daysFromCivil(year, month, dayOfMonth), day);
        }
    }
};

QTEST_APPLESS_MAIN(TestTextForms)
#include "tst_textforms.moc"
