// The lessons in order, each with how far the person got: a mark, and the predictions that came true.
#pragma once

#include "widgets/lessons/course.h"

#include <QHash>
#include <QListWidget>

namespace unwind::widgets {

class LessonList : public QListWidget {
    Q_OBJECT

public:
    explicit LessonList(QWidget* parent = nullptr);
    void fill(const QList<CourseEntry>& entries, const QHash<QString, LessonProgress>& progress);
    /// What a row says of the progress: "2 of 2 predicted right", "begun", or nothing.
    static QString progressText(const LessonProgress& progress);

Q_SIGNALS:
    void lessonChosen(const QString& id);
};

} // namespace unwind::widgets
