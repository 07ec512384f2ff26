// One prediction: a question, answers to choose from, and, once the program has run, what really happened.
#pragma once

#include "lesson/lesson.h"

#include <QButtonGroup>
#include <QFrame>

class QRadioButton;
class QUrl;
class QVBoxLayout;

namespace unwind::widgets {

class LessonText;

class PredictionCard : public QFrame {
    Q_OBJECT

public:
    PredictionCard(const lesson::Prediction& prediction, int number, QWidget* parent = nullptr);
    /// Index of the chosen answer; -1 is none.
    int choice() const { return m_group.checkedId(); }
    void choose(int index);
    /// Compares the choice with a run; gives whether it is right. Says nothing before.
    bool judge(const lesson::Evidence& evidence);
    void forget();
    bool isJudged() const { return m_judged; }
    /// The feedback as plain text; empty before the run.
    QString feedback() const;

Q_SIGNALS:
    void linkActivated(const QUrl& url);
    void choiceChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addChoice(const lesson::Choice& choice, int index);
    QString feedbackFor(const QList<int>& right) const;

    const lesson::Prediction& m_prediction;
    QVBoxLayout* m_box;
    QButtonGroup m_group;
    LessonText* m_feedback;
    bool m_judged = false, m_right = false;
};

} // namespace unwind::widgets
