// Paints the States picture and takes clicks: on a row or an arrow time goes to when it happened, on an arrow once more to the time
// before. Up, Down and Return do the same for rows. A diagram beside its list stays in sight while the list is scrolled.
#pragma once

#include "widgets/states/stateslayout.h"

#include <QWidget>

namespace unwind::widgets {

class StatesView : public QWidget {
    Q_OBJECT

public:
    explicit StatesView(Cursor* cursor, QWidget* parent = nullptr);
    void show(const StatesFacts& facts);
    const StatesFacts& facts() const { return m_facts; }
    const StatesPicture& picture() const { return m_picture; }
    QSize sizeHint() const override { return {420, 240}; }

Q_SIGNALS:
    void sightRequested(const QRect& rect); ///< what is newest, or what the keyboard marks, should be seen

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void relayout();
    double diagramTop() const;
    void goTo(Seq at);
    void mark(int row);
    int rowAt(QPointF point) const;
    const StatesPicture::Arrow* arrowAt(QPointF point) const;
    QString tipAt(QPointF point) const;

    Cursor* m_cursor;
    StatesFacts m_facts;
    StatesPicture m_picture;
    int m_marked = -1;
};

} // namespace unwind::widgets
