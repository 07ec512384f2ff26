// The two timelines of a comparison, to be zoomed, panned and clicked: a click moves that side's cursor, the other follows.
// Keys as in the timeline: W/S zoom, A/D pan, F shows everything; Home goes to the divergence.
#pragma once

#include "widgets/compare/comparepicture.h"

#include <QWidget>

namespace unwind::widgets {

class CompareTimelines : public QWidget {
    Q_OBJECT

public:
    explicit CompareTimelines(QWidget* parent = nullptr);
    /// Null for none; must outlive its being shown.
    void setRuns(ComparedRuns* runs);
    void fit();
    void zoom(double factor, double aroundColumn);
    void pan(double fraction);
    /// The columns in view, for the size the widget has.
    CompareScale scale() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void setRange(double from, double to);
    QString hint(QPointF position) const;

    ComparedRuns* m_runs = nullptr;
    double m_from = 0, m_to = 1;
};

} // namespace unwind::widgets
