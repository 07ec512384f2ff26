// Go's own test programs, if a Go source tree is given in UNWIND_GOROOT: those that run must be accepted, unless
// they use what is refused by name or a part of the standard library that is not there.
#include "checking.h"

#include <QRegularExpression>
#include <QTest>

using namespace checking;

class TestGoTests : public QObject {
    Q_OBJECT
private slots:
    void programsThatRun();
};

namespace {

bool refused(const std::string& messages) {
    return messages.find("supported") != std::string::npos || messages.find("is not in std") != std::string::npos;
}

// Faults that come from a standard library that lacks something, and not from the language.
bool libraryLacks(const std::string& messages) {
    static const QRegularExpression missing("undefined: \\w+\\.|reflect\\.\\w+");
    return missing.match(QString::fromStdString(messages)).hasMatch();
}

} // namespace

void TestGoTests::programsThatRun() {
    const QString root = qEnvironmentVariable("UNWIND_GOROOT");
    if (root.isEmpty())
        QSKIP("UNWIND_GOROOT does not name a Go source tree");
    int accepted = 0, notSupported = 0;
    QStringList wrong;
    for (const char* folder : {"test", "test/ken", "test/chan", "test/interface", "test/fixedbugs"}) {
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(root.toStdString()) / folder)) {
            const std::string text = entry.path().extension() == ".go" ? readFile(entry.path()) : "";
            if (text.rfind("// run\n", 0) != 0)
                continue;
            const Checked program(text, entry.path().filename());
            const std::string messages = program.messages();
            if (messages.empty())
                ++accepted;
            else if (refused(messages) || libraryLacks(messages))
                ++notSupported;
            else
                wrong << QString::fromStdString(entry.path().filename().string() + "\n" + messages);
        }
    }
    qInfo("accepted %d, refused %d", accepted, notSupported);
    QCOMPARE(wrong.join("\n"), QString());
    QVERIFY(accepted > 100);
}

QTEST_APPLESS_MAIN(TestGoTests)
#include "tst_gotests.moc"
