// Who may include whom, and how large files may grow: the table of the README's map of folders, checked on every file.
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

namespace {

using Table = QMap<QString, QStringList>;

const Table& allowed() {
    static const Table table{
        {"base", {}},
        {"profile", {"base"}},
        {"lang/syntax", {"base", "profile"}},
        {"lang/types", {"base", "profile", "lang/syntax"}},
        {"vet", {"base", "profile", "lang/syntax", "lang/types"}},
        {"bytecode", {"base"}},
        {"compile", {"base", "profile", "lang/syntax", "lang/types", "bytecode"}},
        {"trace", {"base"}},
        {"state", {"base", "trace"}},
        {"compare", {"base", "profile", "trace", "state"}},
        {"lesson", {"base", "trace", "state"}},
        {"runtime", {"base", "profile", "trace"}},
        {"vm", {"base", "profile", "bytecode", "runtime", "trace"}},
        {"bench", {"base", "profile", "trace", "runtime", "vm"}},
        {"std", {"base", "profile", "bytecode", "runtime", "trace", "vm"}},
        {"session",
         {"base", "profile", "lang/syntax", "lang/types", "vet", "bytecode", "compile", "trace", "state", "runtime", "vm",
          "std"}},
    };
    return table;
}

QString folderOf(const QString& header) {
    for (const QString& folder : allowed().keys())
        if (header.startsWith(folder + "/")) return folder;
    return {};
}

QStringList sources(const QString& root) {
    QStringList files;
    QDirIterator it(QString(UNWIND_SOURCE_DIR) + "/" + root, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) files << it.next();
    files.sort();
    return files;
}

QStringList lines(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s can not be read", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split('\n');
}

QStringList quotedIncludes(const QString& path) {
    static const QRegularExpression include("^#include \"([^\"]+)\"");
    QStringList found;
    for (const QString& line : lines(path))
        if (auto match = include.match(line); match.hasMatch()) found << match.captured(1);
    return found;
}

} // namespace

class TestIncludes : public QObject {
    Q_OBJECT
private slots:
    void coreFollowsTheTable() {
        QStringList wrong;
        for (const QString& path : sources("core")) {
            QString name = path.section("/core/", -1);
            QString folder = folderOf(name);
            for (const QString& header : quotedIncludes(path)) {
                QString target = folderOf(header);
                if (target != folder && !allowed()[folder].contains(target)) wrong << name + " includes " + header;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void coreHasNoQt() {
        QStringList wrong;
        for (const QString& path : sources("core"))
            for (const QString& line : lines(path))
                if (line.startsWith("#include <Q")) wrong << path + ": " + line;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void onlyFiberKnowsBoostContext() {
        for (const QString& path : sources("core"))
            for (const QString& line : lines(path))
                if (line.startsWith("#include <boost/context")) QVERIFY2(path.endsWith("core/runtime/fiber.cpp"), qPrintable(path));
    }

    void viewsKnowOnlyStateAndCommon() {
        QStringList wrong;
        for (const QString& path : sources("widgets")) {
            QString view = path.section("/widgets/", -1).section('/', 0, 0);
            for (const QString& header : quotedIncludes(path)) {
                QString first = header.section('/', 0, 0);
                bool own = !header.contains('/') || first == view || first == "widgets";
                bool shared = first == "common" || first == "base" || first == "trace" || first == "state" || header == first ||
                              (view == "lessons" && first == "lesson");
                if (header.startsWith("widgets/"))
                    own = header.startsWith("widgets/" + view + "/") || header.startsWith("widgets/common/");
                if (!own && !shared) wrong << path.section("/widgets/", -1) + " includes " + header;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void filesStayReadable() {
        QStringList wrong;
        for (const char* root : {"core", "widgets", "app"})
            for (const QString& path : sources(root)) {
                int limit = path.endsWith(".h") ? 400 : 900;
                if (int n = int(lines(path).size()); n > limit) wrong << QString("%1: %2 lines").arg(path).arg(n);
            }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
};

QTEST_APPLESS_MAIN(TestIncludes)
#include "tst_includes.moc"
