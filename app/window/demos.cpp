#include "app/window/demos.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace unwind::app {

QString Demo::shownTitle() const { return QCoreApplication::translate("Demos", title.toUtf8().constData()); }
QString Demo::shownDescription() const { return QCoreApplication::translate("Demos", description.toUtf8().constData()); }

Demo demoFromSource(const QString& fileName, const QString& source) {
    Demo demo{fileName, fileName, {}, {}, source, {}};
    int comments = 0;
    for (const QString& raw : source.split(QLatin1Char('\n'))) {
        const QString line = raw.trimmed();
        if (line.startsWith(QLatin1String("package "))) break;
        if (line.startsWith(QLatin1String("//unwind:profile "))) demo.profile = line.mid(17).trimmed();
        if (!line.startsWith(QLatin1String("// "))) continue;
        if (comments == 0) demo.title = line.mid(3);
        if (comments == 1) demo.description = line.mid(3);
        ++comments;
    }
    return demo;
}

QList<Demo> demos() {
    QList<Demo> list;
    for (const char* group : {"", "article"}) {
        const QDir folder(QStringLiteral(":/demos/") + QLatin1String(group));
        for (const QString& name : folder.entryList({QStringLiteral("*.go")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly)) continue;
            list.append(demoFromSource(name, QString::fromUtf8(file.readAll())));
            list.last().group = QLatin1String(group);
        }
    }
    return list;
}

} // namespace unwind::app
