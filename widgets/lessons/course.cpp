#include "widgets/lessons/course.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace unwind::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Course)
};

} // namespace

QString toText(const LessonProgress& progress) {
    if (progress.run) return QStringLiteral("%1/%2").arg(progress.right).arg(progress.total);
    return progress.opened ? QStringLiteral("opened") : QString();
}

LessonProgress progressFromText(const QString& text) {
    if (text.isEmpty()) return {};
    const QStringList numbers = text.split(QLatin1Char('/'));
    if (numbers.size() != 2) return {.opened = true};
    return {true, true, numbers[0].toInt(), numbers[1].toInt()};
}

QList<CourseEntry> course(const QString& language) {
    QList<CourseEntry> list;
    const QDir folder(QStringLiteral(":/lessons/") + language);
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const lesson::Parsed parsed = lesson::parse(file.readAll().toStdString());
        list.append({QFileInfo(name).completeBaseName(), file.fileName(), QString::fromStdString(parsed.lesson.title)});
    }
    return list;
}

Result<LessonFile> readLesson(const QString& id, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Error{Words::tr("%1 can not be read: %2.").arg(path, file.errorString()).toStdString()};
    lesson::Parsed parsed = lesson::parse(file.readAll().toStdString());
    const QFileInfo info(path);
    auto wrong = [&](int line, const std::string& sentence) {
        return Error{QStringLiteral("%1:%2: ").arg(info.fileName()).arg(line).toStdString() + sentence};
    };
    if (!parsed.problems.empty()) return wrong(parsed.problems.front().line, parsed.problems.front().sentence);
    const QString folder = path.startsWith(QLatin1Char(':')) ? QString() : info.absolutePath();
    auto program = lesson::program(parsed.lesson, folder.toStdString(), info.completeBaseName().toStdString());
    if (!program) return wrong(1, program.error());
    return LessonFile{id, path, std::move(parsed.lesson), std::move(*program)};
}

} // namespace unwind::widgets
