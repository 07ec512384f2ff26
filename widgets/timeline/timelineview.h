// The timeline: lanes of goroutines and processors over virtual time, the depth of the run queues below on the same axis,
// and the shared cursor on a layer of its own. W/S zoom, A/D pan, Ctrl+wheel zooms at the pointer, a drag selects a range,
// F fits, "." and "," go to the next and previous event.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/palette.h"
#include "widgets/common/plot.h"

namespace unwind::widgets {

class TimelinePlottable;
class DepthPlottable;

class TimelineView : public QCustomPlot {
    Q_OBJECT

public:
    explicit TimelineView(Cursor* cursor, QWidget* parent = nullptr);
    /// Shows the whole recording, or the selected range when there is one.
    void fit();
    void zoom(double factor, double atTime);
    void pan(double fraction);
    TimeRange visibleRange() const;
    void setVisibleRange(double from, double to);
    /// The height at which every lane can be seen.
    int fullHeight() const;
    const TimelinePlottable* lanes() const { return m_lanes; }
    /// Where a time stands, in pixels of the widget.
    double pixelOf(Time time) const;
    /// For exports: colours of a theme other than the widget's.
    void setTheme(const Palette& palette);
    /// Reads what is new and lays out; for exports, which never show the widget.
    void refreshNow();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent*) override {}
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void setupAxes();
    void setupCursor();
    void connectCursor();
    void recordingChanged();
    void recordingGrew();
    void layoutRows();
    void layoutScrollBar();
    void moveCursorLine();
    void moveRange();
    void revealSelected();
    void scrollBy(int pixels);
    void moveTo(QPointF position);
    double timeAt(double x) const;
    int rowAt(double y) const;
    QString hint(QPoint position) const;

    Cursor* m_cursor;
    const Palette* m_colours;
    QScrollBar* m_scrollBar; ///< of the goroutines' lanes; hidden while all fit
    QCPAxisRect* m_laneRect;
    QCPAxisRect* m_depthRect;
    TimelinePlottable* m_lanes;
    DepthPlottable* m_depth;
    QCPItemLine* m_laneLine;
    QCPItemLine* m_depthLine;
    QCPItemText* m_flag;
    QCPItemRect* m_band;
    QTimer m_growTimer;
    QPointF m_pressed;
    bool m_dragging = false;
    bool m_fitted = true; ///< follows the end while the recording grows
};

} // namespace unwind::widgets
