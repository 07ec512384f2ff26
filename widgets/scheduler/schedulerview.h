// Paints the scheduler's picture. Tokens that moved glide to their new place; the duration can be set to 0.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/scheduler/schedulerlayout.h"

#include <QHash>
#include <QVariantAnimation>
#include <QWidget>

namespace unwind::widgets {

/// One picture with plain painter calls; a token's place may be moved by `moved`.
void paintScheduler(QPainter& painter, const SchedulerPicture& picture, const Palette& palette, GoId selected,
                    const QHash<quint64, QPointF>& moved = {});

class SchedulerView : public QWidget {
    Q_OBJECT

public:
    explicit SchedulerView(Cursor* cursor, QWidget* parent = nullptr);
    void refresh();
    void setAnimationDuration(int milliseconds) { m_animation.setDuration(milliseconds); }
    const SchedulerPicture& picture() const { return m_picture; }
    QSize sizeHint() const override { return {260, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void relayout();
    const SchedulerPicture::TokenBox* tokenAt(QPointF point) const;

    Cursor* m_cursor;
    SchedulerPicture m_picture;
    QHash<quint64, QPointF> m_from; ///< where a moving token started
    QVariantAnimation m_animation;
};

} // namespace unwind::widgets
