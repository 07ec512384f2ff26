// The course beside the program: a list of lessons, or one lesson. Links seek the shared cursor; predictions are judged when a
// run of the lesson's own program has come to its end. Running is for the window: it hears runRequested().
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"
#include "widgets/lessons/course.h"

#include <QHash>

class QStackedWidget;
class QToolButton;

namespace unwind::widgets {

class LessonList;
class LessonPage;

class LessonsDock : public Dock {
    Q_OBJECT

public:
    explicit LessonsDock(Cursor* cursor, QWidget* parent = nullptr);
    void setProgress(const QHash<QString, LessonProgress>& progress);
    /// One of the course by its id.
    void openLesson(const QString& id);
    /// A teacher's own.
    Status openFile(const QString& path);
    void showList();
    /// Null while the list is shown.
    const LessonPage* page() const { return m_page; }
    const QList<CourseEntry>& entries() const { return m_entries; }

Q_SIGNALS:
    /// A lesson was opened: show its program, without running it.
    void programRequested(const QString& name, const QString& source);
    /// Run it; an empty profile is the one that the program asks for.
    void runRequested(const QString& name, const QString& source, const QString& profile);
    void progressChanged(const QString& id, const QString& progress);
    void closeRequested();

protected:
    void refresh() override;
    void retranslate() override;

private:
    void open(LessonFile file);
    void showPage(LessonFile file);
    void reload();
    void step(int by);
    void followLink(const QUrl& url);
    void seek(const std::string& target);
    void run(const QString& profile);
    void judge();
    bool isOwnRun() const;
    lesson::Evidence evidence() const;
    void setReached(const LessonProgress& reached);

    Cursor* m_cursor;
    QStackedWidget* m_stack;
    LessonList* m_list;
    QToolButton* m_close;
    LessonPage* m_page = nullptr;
    QList<CourseEntry> m_entries;
    QHash<QString, LessonProgress> m_progress;
    bool m_judged = false; ///< the recording that is there was judged
};

} // namespace unwind::widgets
