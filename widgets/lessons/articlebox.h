// What the article says, and what Go does: two parts of one box, told apart by their headings and by the bar at the left.
#pragma once

#include "lesson/lesson.h"

#include <QFrame>

class QUrl;
class QVBoxLayout;

namespace unwind::widgets {

class ArticleBox : public QFrame {
    Q_OBJECT

public:
    explicit ArticleBox(const lesson::ArticleBox& box, QWidget* parent = nullptr);

Q_SIGNALS:
    void linkActivated(const QUrl& url);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* addPart(const QString& head, const std::string& words);
    QVBoxLayout* m_layout;
    QWidget* m_go;
};

} // namespace unwind::widgets
