// One lesson as a page: its title, the text with predictions and boxes in their places, and buttons to run it and to leave.
#pragma once

#include "widgets/lessons/course.h"

#include <QWidget>

class QAbstractButton;
class QLabel;
class QScrollArea;
class QUrl;
class QVBoxLayout;

namespace unwind::widgets {

class PredictionCard;

/// Where the page stands in the course.
struct PagePlace {
    QString text; ///< "3 of 17"; empty for a teacher's lesson
    bool hasPrevious = false, hasNext = false;
};

class LessonPage : public QWidget {
    Q_OBJECT

public:
    LessonPage(LessonFile file, const PagePlace& place, QWidget* parent = nullptr);
    const LessonFile& file() const { return m_file; }
    const QList<PredictionCard*>& predictions() const { return m_predictions; }
    /// Judges all predictions by a run; gives how many were right.
    int judge(const lesson::Evidence& evidence);
    void forgetJudgement();
    QList<int> choices() const;
    void choose(const QList<int>& choices);
    /// A sentence beside the run button.
    void setHint(const QString& sentence);
    QString hint() const;

Q_SIGNALS:
    void runRequested();
    void listRequested();
    void previousRequested();
    void nextRequested();
    void linkActivated(const QUrl& url);

private:
    QWidget* makeHead(const PagePlace& place);
    QWidget* makeFoot(const PagePlace& place);
    void addParts(QVBoxLayout* column, QWidget* content);

    const LessonFile m_file;
    QScrollArea* m_scroll;
    QLabel* m_hint;
    QList<PredictionCard*> m_predictions;
};

} // namespace unwind::widgets
