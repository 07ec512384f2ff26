// Real programs with a collection at every allocation: what frames, closures, channels, deferred calls, panics and maps hold
// must survive, so the output is that of a run with none.
#ifndef Q_MOC_RUN
#include "session/load.h"
#include "vm/vm.h"
#endif

#include <QDir>
#include <QTest>

using namespace unwind;

namespace {

std::string output(const bytecode::Program& program, bool always) {
    std::string text;
    vm::VmOptions options;
    options.collectAlways = always;
    options.write = [&](int fd, std::string_view bytes) {
        if (fd == 1)
            text += bytes;
    };
    vm::Vm vm(program, options);
    const int code = vm.run().exitCode;
    return text + "exit " + std::to_string(code);
}

} // namespace

class TestCollector : public QObject {
    Q_OBJECT

private slots:
    void programs_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"/tests/programs", "/resources/demos"}) {
            const QDir dir(QStringLiteral(UNWIND_SOURCE_DIR) + folder);
            for (const QString& name : dir.entryList({"*.go"}, QDir::Files))
                QTest::newRow(qPrintable(name)) << dir.filePath(name);
        }
    }

    void programs() {
        QFETCH(QString, path);
        auto files = session::readSources({path.toStdString()});
        QVERIFY(static_cast<bool>(files));
        const compile::BuildResult built = session::build(std::move(*files));
        QVERIFY(built.ok());
        QCOMPARE(output(built.program, true), output(built.program, false));
    }
};

QTEST_APPLESS_MAIN(TestCollector)
#include "tst_collector.moc"
