// The course that Unwind carries (:/lessons/LANGUAGE/NN-name.md), a teacher's own file, and how far a person got.
#pragma once

#include "base/result.h"
#include "lesson/lesson.h"

#include <QList>
#include <QString>

namespace unwind::widgets {

/// How far a person got with a lesson.
struct LessonProgress {
    bool opened = false;
    bool run = false;
    int right = 0, total = 0; ///< predictions, of the best run
    bool isDone() const { return run && right == total; }
    bool operator==(const LessonProgress&) const = default;
};

/// For the settings: "opened", "1/2".
QString toText(const LessonProgress& progress);
LessonProgress progressFromText(const QString& text);

/// A lesson that was read, with its program.
struct LessonFile {
    QString id;   ///< "01-what-defer-stores": the same in every language; a path for a teacher's own
    QString path;
    lesson::Lesson lesson;
    lesson::LessonProgram program;
};

struct CourseEntry {
    QString id, path, title;
};

/// The lessons in a language, in order.
QList<CourseEntry> course(const QString& language);
/// Reads a lesson and its program. The error names file, line and mistake.
Result<LessonFile> readLesson(const QString& id, const QString& path);

} // namespace unwind::widgets
