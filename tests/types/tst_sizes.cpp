// Sizes, alignments and offsets against unsafe.Sizeof and friends of real Go.
#include "checking.h"

#include <QTest>

using namespace checking;

class TestSizes : public QObject {
    Q_OBJECT
private slots:
    void recordedByGo_data();
    void recordedByGo();
    void fieldOffsetsAgree();
};

namespace {

Checked& program() {
    static Checked checked(readFile(dataFolder() / "sizes.go"), "sizes.go", {{"-", ""}});
    return checked;
}

} // namespace

void TestSizes::recordedByGo_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<qlonglong>("value");
    for (const auto& [name, value] : recorded("sizes.txt"))
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << QString::fromStdString(value).toLongLong();
}

void TestSizes::recordedByGo() {
    QFETCH(QString, name);
    QFETCH(qlonglong, value);
    QCOMPARE(QString::fromStdString(program().messages()), QString());
    const auto* c = program().object<types::ConstObj>(name.toStdString());
    QVERIFY(c);
    QCOMPARE(static_cast<qlonglong>(*c->value().int64Val()), value);
}

void TestSizes::fieldOffsetsAgree() {
    const auto* mixed = program().object<types::TypeName>("mixed");
    QVERIFY(mixed);
    const auto offsets = types::fieldOffsets(types::as<types::Struct>(mixed->type()));
    const std::vector<int64_t> expected{0, 8, 16, 20, 24, 26};
    QCOMPARE(offsets, expected);
    QCOMPARE(types::offsetOf(program().object<types::TypeName>("nested")->type(), {1, 3}), int64_t{28});
}

QTEST_APPLESS_MAIN(TestSizes)
#include "tst_sizes.moc"
