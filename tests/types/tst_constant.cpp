// Exact constant arithmetic against what real Go prints for the same constants.
#include "checking.h"

#include <QTest>

using namespace checking;
using types::constant::Kind;
using types::constant::Op;
using types::constant::Value;

class TestConstant : public QObject {
    Q_OBJECT
private slots:
    void recordedByGo_data();
    void recordedByGo();
    void literals();
    void integers();
    void fractions();
    void limits();
    void printing();
};

namespace {

std::string hex(const std::string& s) {
    std::string out;
    for (unsigned char c : s)
        out += fmt::format("{:02x}", c);
    return out;
}

// As data/constants.go prints a constant: floats as the bits of a float64, strings in hexadecimal.
std::string printed(const types::ConstObj& c, bool asFloat) {
    const Value& v = c.value();
    switch (v.kind()) {
    case Kind::Bool: return v.boolVal() ? "true" : "false";
    case Kind::String: return hex(v.stringVal());
    default: return asFloat ? fmt::format("{}", std::bit_cast<uint64_t>(v.float64Val())) : v.toInt().exactString();
    }
}

} // namespace

void TestConstant::recordedByGo_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    for (const auto& [name, value] : recorded("constants.txt"))
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << QString::fromStdString(value);
}

void TestConstant::recordedByGo() {
    QFETCH(QString, name);
    QFETCH(QString, value);
    static const std::string text = readFile(dataFolder() / "constants.go");
    static Checked program(text, "constants.go", {{"math", "package math\nfunc Float64bits(f float64) uint64\n"}});
    QCOMPARE(QString::fromStdString(program.messages()), QString());
    const auto* c = program.object<types::ConstObj>(name.toStdString());
    QVERIFY(c);
    const bool asFloat = text.find("float64(" + name.toStdString() + "))") != std::string::npos;
    QCOMPARE(QString::fromStdString(printed(*c, asFloat)), value);
}

void TestConstant::literals() {
    QCOMPARE(*Value::intLiteral("0x_FF").int64Val(), 255);
    QCOMPARE(*Value::intLiteral("0b101").int64Val(), 5);
    QCOMPARE(*Value::intLiteral("0755").int64Val(), 493);
    QCOMPARE(*Value::intLiteral("18446744073709551615").uint64Val(), UINT64_MAX);
    QVERIFY(!Value::intLiteral("18446744073709551616").uint64Val());
    QVERIFY(!Value::intLiteral("09").known());
    QCOMPARE(Value::floatLiteral("1_0.25e-1").float64Val(), 1.025);
    QCOMPARE(Value::floatLiteral("0x1.8p3").float64Val(), 12.0);
    QCOMPARE(Value::floatLiteral("1e400").kind(), Kind::Float);
    QVERIFY(!Value::floatLiteral("1e5518446744").known());
    QCOMPARE(Value::floatLiteral("1e-5518446744").sign(), 0);
}

void TestConstant::integers() {
    const Value two = Value::ofInt(2), big = types::constant::shift(Value::ofInt(1), true, 200);
    QCOMPARE(big.bitLen(), 201);
    QCOMPARE(*types::constant::shift(big, false, 199).int64Val(), 2);
    QCOMPARE(*types::constant::binaryOp(types::constant::binaryOp(big, Op::Add, two), Op::Sub, big).int64Val(), 2);
    QVERIFY(types::constant::compare(big, Op::Gtr, Value::ofInt(INT64_MAX)));
    const Value min = Value::ofInt(INT64_MIN);
    QCOMPARE(QString::fromStdString(types::constant::unaryOp(Op::Sub, min, 0).exactString()),
             QString("9223372036854775808"));
    QCOMPARE(*types::constant::unaryOp(Op::Xor, Value::ofInt(15), 8).int64Val(), 240);
    QCOMPARE(*types::constant::binaryOp(Value::ofInt(-7), Op::Quo, two).int64Val(), -3);
    QCOMPARE(*types::constant::binaryOp(Value::ofInt(-7), Op::Rem, two).int64Val(), -1);
}

void TestConstant::fractions() {
    const Value third = types::constant::binaryOp(Value::ofInt(1), Op::Div, Value::ofInt(3));
    const Value one = types::constant::binaryOp(third, Op::Mul, Value::ofInt(3));
    QVERIFY(types::constant::compare(one, Op::Eql, Value::ofInt(1)));
    QCOMPARE(*one.toInt().int64Val(), 1);
    QVERIFY(!third.toInt().known());
    QCOMPARE(third.float64Val(), 1.0 / 3);
    QCOMPARE(third.float32Val(), 1.0f / 3);
    QCOMPARE(Value::ofDouble(5e-324).float64Val(), 5e-324);
    QCOMPARE(Value::ofDouble(-0.1).float64Val(), -0.1);
}

void TestConstant::limits() {
    QVERIFY(std::isinf(Value::floatLiteral("1.7976931348623159e308").float64Val()));
    QCOMPARE(Value::floatLiteral("1.7976931348623157e308").float64Val(), 1.7976931348623157e308);
    QVERIFY(std::isinf(Value::floatLiteral("3.5e38").float32Val()));
    QCOMPARE(Value::floatLiteral("1e-400").float64Val(), 0.0);
}

void TestConstant::printing() {
    QCOMPARE(Value::floatLiteral("1e400").toString(), std::string("1e+400"));
    QCOMPARE(Value::floatLiteral("0.99999999").toString(), std::string("0.99999999"));
    QCOMPARE(Value::floatLiteral("2.50").toString(), std::string("2.5"));
    QCOMPARE(Value::ofString("a\"b\n").toString(), std::string("\"a\\\"b\\n\""));
    QCOMPARE(Value::ofString(std::string(100, 'x')).toString().size(), size_t{72});
}

QTEST_APPLESS_MAIN(TestConstant)
#include "tst_constant.moc"
