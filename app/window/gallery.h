// The first page: all demos as cards, in a grid that fits the width, those of the article under a heading of their own. One
// click opens a demo.
#pragma once

#include "app/window/demos.h"

#include <QAbstractButton>
#include <QWidget>

class QLabel;
class QScrollArea;

namespace unwind::app {

class DemoCard : public QAbstractButton {
    Q_OBJECT

public:
    DemoCard(const Demo& demo, int number, QWidget* parent);
    QSize sizeHint() const override { return {280, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Demo m_demo;
    int m_number;
};

class Gallery : public QWidget {
    Q_OBJECT

public:
    explicit Gallery(QWidget* parent = nullptr);
    int count() const { return int(m_cards.size()); }

Q_SIGNALS:
    void demoChosen(const unwind::app::Demo& demo);
    void openRequested();
    void lessonsRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeCards();
    void retranslate();

    QList<Demo> m_demos;
    QList<DemoCard*> m_cards;
    QScrollArea* m_scroll;
    QWidget* m_page;
    QLabel* m_heading;
    QLabel* m_lead;
    QLabel* m_articleHeading;
    QLabel* m_articleLead;
    QAbstractButton* m_open;
    QAbstractButton* m_lessons;
};

} // namespace unwind::app
