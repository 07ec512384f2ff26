// Runs the programs in programs/ and compares their standard output with what real Go printed (record.sh).
#ifndef Q_MOC_RUN // moc can not read <concepts>
#include "session/load.h"
#endif
#include "session/run.h"
#include "vm/vm.h"
#include "std/sources.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace unwind;

class TestStdlib : public QObject {
    Q_OBJECT

private slots:
    void programs_data();
    void programs();
    void collecting_data();
    void collecting();
    void sourcesByPackage();
};

namespace {

QString folder() { return QStringLiteral(UNWIND_SOURCE_DIR "/tests/std/programs"); }

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The first line that differs, for a short message.
QByteArray difference(const QByteArray& got, const QByteArray& wanted) {
    const auto have = got.split('\n'), want = wanted.split('\n');
    for (qsizetype i = 0; i < std::max(have.size(), want.size()); ++i)
        if (have.value(i) != want.value(i))
            return "line " + QByteArray::number(i + 1) + ":\n  got  " + have.value(i) + "\n  want " + want.value(i);
    return {};
}

} // namespace

void TestStdlib::programs_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("procs");
    for (const QString& file : QDir(folder()).entryList({"*.go"}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(3);
        QTest::addRow("%s", qPrintable(name)) << name << 1 << 4;
        QTest::addRow("%s, another schedule", qPrintable(name)) << name << 7 << 1;
    }
}

void TestStdlib::programs() {
    QFETCH(QString, name);
    QFETCH(int, seed);
    QFETCH(int, procs);
    const QString path = folder() + '/' + name + ".go";
    auto files = session::readSources({path.toStdString()});
    QVERIFY(files);
    const auto built = session::build(std::move(*files));
    QVERIFY2(built.ok(), session::formatDiagnostics(built).c_str());

    session::Options options;
    options.seed = static_cast<uint64_t>(seed);
    options.procs = procs;
    QByteArray output, errors;
    const auto code = session::run(built.program, {}, options, nullptr, [&](int fd, std::string_view text) {
        (fd == 1 ? output : errors).append(text.data(), static_cast<qsizetype>(text.size()));
    });
    QVERIFY(code);
    const QByteArray wrong = difference(output, contents(folder() + '/' + name + ".out"));
    QVERIFY2(wrong.isEmpty(), wrong + "\n" + errors);
    QCOMPARE(*code, name == "logging" || name == "testing" ? 1 : name == "signals" ? 128 + 15 : 0);
}

void TestStdlib::collecting_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"contexts", "errorsall", "fmtmore", "ioall", "maths", "networks", "rpcs", "scanning",
                             "signals", "sorting", "structuredlogs", "syncing", "timers", "times"})
        QTest::addRow("%s", name) << QString(name);
}

/// With a collection at every allocation, what a native does not hold on to is gone.
void TestStdlib::collecting() {
    QFETCH(QString, name);
    auto files = session::readSources({(folder() + '/' + name + ".go").toStdString()});
    QVERIFY(files);
    const auto built = session::build(std::move(*files));
    QVERIFY(built.ok());
    QByteArray output, errors;
    vm::VmOptions options;
    options.collectAlways = true;
    options.write = [&](int fd, std::string_view text) {
        (fd == 1 ? output : errors).append(text.data(), static_cast<qsizetype>(text.size()));
    };
    vm::Vm vm(built.program, std::move(options));
    QVERIFY(vm.fault().empty());
    vm.run();
    const QByteArray wrong = difference(output, contents(folder() + '/' + name + ".out"));
    QVERIFY2(wrong.isEmpty(), wrong + "\n" + errors);
}

void TestStdlib::sourcesByPackage() {
    QVERIFY(stdlib::files("no/such/package").empty());
    const auto files = stdlib::files("math");
    QCOMPARE(files.size(), size_t{1});
    QVERIFY(files[0].text.starts_with("// Package math"));
    for (const auto& file : stdlib::allFiles()) QVERIFY(!file.text.empty() && file.text.back() == '\n');
}

QTEST_APPLESS_MAIN(TestStdlib)
#include "tst_stdlib.moc"
