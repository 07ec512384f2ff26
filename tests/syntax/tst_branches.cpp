// Targets of branches. What is wrong with them stands in data/errors (labels, gotos, fallthroughs).
#include <QtTest>

#include "parsing.h"

using namespace unwind::syntax;

namespace {

/// "line -> line of the target" for each branch in the body, in source order.
QString targets(const QString& body)
{
    const ParseResult result = parseText("package p\nfunc f() {\n" + body.toStdString() + "\n}\n");
    if (!result.errors.empty())
        return QString::fromStdString(errorText(result));
    std::string text;
    inspect(*result.file, [&](const Node& node) {
        if (const auto* branch = dynCast<BranchStmt>(&node))
            text += fmt::format("{}->{} ", branch->pos.line, branch->target ? branch->target->start.line : 0);
        return true;
    });
    return QString::fromStdString(text).trimmed();
}

} // namespace

class TestBranches : public QObject {
    Q_OBJECT

private slots:
    void targets_data();
    void targets();
};

void TestBranches::targets_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("loop") << "for {\nbreak\ncontinue\n}" << "4->3 5->3";
    QTest::newRow("nested") << "for {\nfor range x {\nbreak\n}\ncontinue\n}" << "5->4 7->3";
    QTest::newRow("switch in loop") << "for {\nswitch {\ncase x:\nbreak\ndefault:\ncontinue\n}\n}" << "6->4 8->3";
    QTest::newRow("select") << "select {\ndefault:\nbreak\n}" << "5->3";
    QTest::newRow("type switch") << "switch x.(type) {\ndefault:\nbreak\n}" << "5->3";
    QTest::newRow("labelled") << "L:\nfor {\nM:\nfor {\ncontinue L\nbreak M\n}\n}" << "7->4 8->6";
    QTest::newRow("goto back") << "L:\nf()\ngoto L" << "5->3";
    QTest::newRow("goto forward") << "goto L\nf()\nL:" << "3->5";
    QTest::newRow("goto out") << "{\ngoto L\n}\nL:" << "4->6";
    QTest::newRow("goto in front of a variable") << "goto L\nL:\nx := 1\n_ = x" << "3->4";
    QTest::newRow("goto over an inner variable") << "goto L\n{\nx := 1\n_ = x\n}\nL:" << "3->8";
    QTest::newRow("fallthrough") << "switch x {\ncase 1:\nfallthrough;;\ncase 2:\n}" << "5->0";
    QTest::newRow("function has its own labels") << "L:\nfor {\nfunc() {\nL:\nfor {\nbreak L\n}\n}()\nbreak L\n}"
                                                << "8->7 11->4";
    QTest::newRow("sibling blocks") << "{\ngoto L\nL:\n}\n{\ngoto M\nM:\n}" << "4->5 8->9";
}

void TestBranches::targets()
{
    QFETCH(QString, body);
    QFETCH(QString, expected);
    QCOMPARE(::targets(body), expected);
}

QTEST_APPLESS_MAIN(TestBranches)
#include "tst_branches.moc"
